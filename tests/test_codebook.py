"""The code book against the official files it was made from, and what a bad file does to it."""

import shutil
import sqlite3
import zipfile
from contextlib import closing
from datetime import date

import pytest

from bot.codebook.build import Icd10cmFiles, build_icd10cm
from bot.codebook.embedded import embedded_icd10cm
from bot.codebook.entry import CodeBookError, Release
from bot.codebook.release import intact, releases
from bot.codebook.shelf import ICD10CM, open_codebook
from bot.codebook.tabular import read_code_list

RELEASE = Release("icd10cm", "test", date(2026, 4, 1), None)


def test_the_release_is_read_from_the_files():
    release = embedded_icd10cm().release
    assert (release.name, release.start, release.end) == ("April 2026", date(2026, 4, 1), date(2026, 9, 30))


def test_the_package_with_the_data_is_never_imported():
    import subprocess
    import sys

    code = "import sys; from bot.codebook.embedded import embedded_icd10cm as e; e(); sys.exit('simple_icd_10_cm' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_code_of_the_official_list_is_found_and_no_other(codebook):
    """98,186 codes; a code is reportable if and only if nothing in the list goes on from it."""
    listed = {code for code in read_code_list(embedded_icd10cm().code_list) if "-" not in code and len(code) >= 3}
    longer = {code[:length] for code in listed for length in range(3, len(code))}
    assert len(listed) == 98_186
    for code in listed:
        entry = codebook.entry(code)
        assert entry is not None, code
        assert entry.code.replace(".", "") == code
        assert entry.reportable is (code not in longer), code
    assert sum(codebook.entry(code).reportable for code in listed) == 74_719


def test_titles_are_those_of_the_official_order_file(codebook, shared):
    """FY2025 codes that were not revised since: spelled as the order file does, but for accents."""
    with zipfile.ZipFile(shared / "2025-code-descriptions-tabular-order-april.zip") as archive:
        name = next(name for name in archive.namelist() if name.endswith("icd10cm_order_2025.txt"))
        lines = archive.read(name).decode("latin-1").splitlines()
    other = []
    for line in lines:
        code, valid, title = line[6:13].strip(), line[14] == "1", line[77:].strip()
        entry = codebook.entry(code)
        if entry is None:
            continue
        if entry.title != title:
            other.append((code, entry.title, title))
        elif entry.reportable is not valid:
            # April 2026 subdivided sixteen codes that could be reported in FY2025.
            assert valid
    assert len(other) < 200, other[:5]


def test_a_seventh_character_that_the_table_leaves_out_is_no_code(codebook):
    assert codebook.entry("S06.1X7A") is not None
    assert codebook.entry("S06.1X7D") is None


@pytest.mark.parametrize("typed", ["", "E", "E1", "E11.21.", "E11.21X", "e11-21", "É11", "E11.2１", "\x00", "E11\n21"])
def test_what_is_no_code_is_not_found(codebook, typed):
    found = codebook.entry(typed)
    assert found is None or found.code.replace(".", "") == "".join(typed.upper().replace(".", "").split())


def test_the_index_is_built_once_and_reused(tmp_path):
    open_codebook([tmp_path]).close()
    (built,) = tmp_path.iterdir()
    before = built.stat().st_mtime_ns
    open_codebook([tmp_path]).close()
    assert [path.stat().st_mtime_ns for path in tmp_path.iterdir()] == [before]


def test_own_words_are_built_anew_when_they_change(tmp_path, library, plain_index):
    from dataclasses import replace

    shutil.copy(plain_index, tmp_path)
    open_codebook([tmp_path], None, library.own_words).close()
    (before,) = tmp_path.glob("hcpcs-own-*")
    open_codebook([tmp_path], None, library.own_words).close()
    assert list(tmp_path.glob("hcpcs-own-*")) == [before]
    less = replace(library.own_words, codes=dict(list(library.own_words.codes.items())[:5]), digest="other")
    open_codebook([tmp_path], None, less).close()
    (after,) = tmp_path.glob("hcpcs-own-*")
    assert after != before


def test_a_file_of_another_format_is_left_alone(tmp_path, plain_index):
    shutil.copy(plain_index, tmp_path)
    (tmp_path / "icd10cm-2020-10-01-abc.sqlite").write_bytes(b"not a database")
    book = open_codebook([tmp_path])
    assert len(book.books(ICD10CM)) == 1
    book.close()


def _build(tmp_path, tabular: str, listed: str = "A00\n"):
    (tmp_path / "tab.xml").write_text(tabular)
    (tmp_path / "codes.txt").write_text(listed)
    build_icd10cm(tmp_path / "codes", RELEASE, Icd10cmFiles(tmp_path / "tab.xml", tmp_path / "codes.txt"))


WHOLE = (
    "<ICD10CM.tabular><chapter><name>1</name><desc>One (A00-B99)</desc><section id='A00-A09'><desc>Gut (A00-A09)</desc>"
    "<diag><name>A00</name><desc>Cholera</desc></diag></section></chapter></ICD10CM.tabular>"
)


def test_a_small_book_can_be_built(tmp_path):
    _build(tmp_path, WHOLE)
    (file,) = releases(tmp_path / "codes")
    db = sqlite3.connect(file.path)
    assert db.execute("SELECT code, title, reportable FROM entry").fetchall() == [
        ("1", "One", 0),
        ("A00-A09", "Gut", 0),
        ("A00", "Cholera", 1),
    ]
    db.close()


@pytest.mark.parametrize(
    ("tabular", "listed", "message"),
    [
        (WHOLE[:120], "A00\n", "tab.xml, line 1: not well-formed XML"),
        ("<other/>", "A00\n", "tab.xml: starts with <other>"),
        ("<ICD10CM.tabular></ICD10CM.tabular>", "", "tab.xml: no chapter in it"),
        (WHOLE.replace("<desc>Cholera</desc>", ""), "A00\n", "an entry after A00 has no code or no title"),
        (
            WHOLE.replace("</section>", "<diag><name>A00</name><desc>Again</desc></diag></section>"),
            "A00\n",
            "the same code stands in it twice",
        ),
        (WHOLE, "A00\nB20\n", "codes.txt: 1 codes such as B20 are not in the tabular list"),
    ],
)
def test_a_bad_file_is_named_and_leaves_nothing_behind(tmp_path, tabular, listed, message):
    with pytest.raises(CodeBookError, match=message):
        _build(tmp_path, tabular, listed)
    assert list((tmp_path / "codes").iterdir()) == []


def test_a_build_that_fails_leaves_the_book_in_use_as_it_was(tmp_path):
    _build(tmp_path, WHOLE)
    before = {path: path.read_bytes() for path in (tmp_path / "codes").iterdir()}
    with pytest.raises(CodeBookError):
        _build(tmp_path, WHOLE[:150])
    assert {path: path.read_bytes() for path in (tmp_path / "codes").iterdir()} == before


def test_the_arrays_behind_the_last_page_do_not_trouble_the_database(codebook):
    file = codebook.books("icd10cm")[-1].file
    assert intact(file)
    with closing(sqlite3.connect(f"{file.path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        pages, size = (db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    assert file.path.stat().st_size > pages * size
