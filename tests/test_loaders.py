"""Loading code sets: official files, bad files, releases side by side, downloads from a server on loopback."""

import json
import shutil
import threading
import zipfile
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from adapters.codes import When, changes, download, import_cpt, import_hcpcs, import_icd10cm, sort_files
from bot.codebook.build import OwnWords
from bot.codebook.entry import CodeBookError
from bot.codebook.release import intact, releases
from bot.codebook.shelf import CPT, HCPCS, ICD10CM, open_codebook
from bot.tutor import Tutor
from tests.conftest import Person

TABULAR = """<?xml version="1.0" encoding="utf-8"?><ICD10CM.tabular><version>{year}</version><chapter><name>1</name><desc>One (A00-B99)</desc>
<section id="A00-A09"><desc>Gut (A00-A09)</desc>
<diag><name>A00</name><desc>Cholera</desc><excludes1><note>typhoid (A01.0-)</note></excludes1>
<diag><name>A00.0</name><desc>Cholera of the old kind</desc><inclusionTerm><note>Classical cholera</note></inclusionTerm></diag>
<diag><name>A00.9</name><desc>{title}</desc></diag>{more}</diag>
<diag><name>T75</name><desc>Shock</desc><sevenChrDef><extension char="A">initial encounter</extension><extension char="S">sequela</extension></sevenChrDef>
<diag><name>T75.4</name><desc>Electrocution</desc></diag></diag>
</section></chapter></ICD10CM.tabular>"""
INDEX = """<?xml version="1.0"?><ICD10CM.index><version>{year}</version><title>ICD-10-CM INDEX TO DISEASES and INJURIES</title><letter><title>B</title>
<mainTerm><title>Blue death<nemod>(epidemic)</nemod> NEC</title><code>{code}</code><term level="1"><title>mild</title><code>A00.9</code></term>
<term level="1"><title>see elsewhere</title><see>Cholera</see></term></mainTerm></letter></ICD10CM.index>"""


def order(*lines):
    return "".join(f"{n:05} {code:7} {valid} {title[:60]:60} {title}\r\n" for n, (code, valid, title) in enumerate(lines, 1))


ORDER_2025 = order(("A00", 0, "Cholera"), ("A000", 1, "Cholera of the old kind"), ("A008", 1, "Blue cholera"), ("A009", 1, "Cholera, unspecified"),
                   ("T75", 0, "Shock"), ("T754", 0, "Electrocution"), ("T754XXA", 1, "Electrocution, initial encounter"), ("T754XXS", 1, "Electrocution, sequela"))  # fmt: skip


@pytest.fixture
def files(tmp_path):
    """Write small official files."""
    folder = tmp_path / "files"
    folder.mkdir()

    def write(name, text, **fill):
        path = folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.replace("{year}", str(fill.get("year", 2027))).replace("{title}", fill.get("title", "Cholera, unspecified"))
                         .replace("{more}", fill.get("more", "")).replace("{code}", fill.get("code", "A00.0")).encode())  # fmt: skip
        return path

    return write


@pytest.fixture(autouse=True)
def embedded(plain_index):
    """The embedded release, built once."""
    EMBEDDED[:] = [plain_index]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "codes"


EMBEDDED = []
"""The file of the embedded release: copied where a test opens a book, since building it takes seconds."""


def opened(folder):
    folder.mkdir(exist_ok=True)
    for file in EMBEDDED:
        if not any(folder.glob("icd10cm-2026-04-01-*")):
            shutil.copy(file, folder)
    return open_codebook([folder])


def test_a_tabular_list_is_a_release_in_force_for_its_year(files, folder):
    release = import_icd10cm(folder, [files("icd10cm-tabular-2027.xml", TABULAR)], When())
    assert (release.name, release.start, release.end) == ("FY2027", date(2026, 10, 1), date(2027, 9, 30))
    (file,) = releases(folder)
    assert intact(file)
    assert file.parts == {"tabular", "codes"}
    assert dict(file.sources)["icd10cm-tabular-2027.xml"]


def test_the_release_of_the_day_answers(files, folder):
    import_icd10cm(folder, [files("icd10cm-tabular-2027.xml", TABULAR, title="Cholera, so far unspecified")], When())
    book = opened(folder)
    assert book.entry("A00.9", date(2026, 5, 1)).title == "Cholera, unspecified"
    assert book.entry("A00.9", date(2026, 11, 1)).title == "Cholera, so far unspecified"
    assert book.entry("E11.9", date(2026, 11, 1)) is None
    book.close()


def test_the_index_is_added_to_a_release_and_found(files, folder):
    import_icd10cm(folder, [files("icd10cm-tabular-2027.xml", TABULAR), files("icd10cm-index-2027.xml", INDEX)], When())
    book = opened(folder)
    page = book.books(ICD10CM)[-1].page("A00.0")
    assert page.ways == (("index", "Blue death NEC"),)
    found = book.search("blue death", date(2026, 11, 1))
    assert found.sure
    assert found.hits[0].entry.code == "A00.0"
    assert found.hits[0].why == "Blue death NEC"
    book.close()


def test_the_index_may_come_later(files, folder):
    import_icd10cm(folder, [files("icd10cm-tabular-2027.xml", TABULAR)], When())
    import_icd10cm(folder, [files("icd10cm-index-2027.xml", INDEX)], When())
    (file,) = releases(folder)
    assert file.parts == {"tabular", "codes", "index"}
    assert len(file.sources) == 2
    book = opened(folder)
    assert book.books(ICD10CM)[-1].page("A00.9").ways == (("index", "Blue death NEC, mild"),)
    assert book.books(ICD10CM)[-1].entry("T75.4XXA").title == "Electrocution, initial encounter"
    book.close()


def test_an_order_file_alone_gives_titles_and_validity(files, folder):
    release = import_icd10cm(folder, [files("icd10cm_order_2025.txt", ORDER_2025)], When())
    assert (release.name, release.start) == ("FY2025", date(2024, 10, 1))
    book = opened(folder)
    old = book.books(ICD10CM)[0]
    assert old.entry("A00").reportable is False
    assert old.entry("A00.8").reportable is True
    assert old.entry("T75.4XXS").title == "Electrocution, sequela"
    assert old.entry("T75.4").sevenths == "AS"
    book.close()


def test_what_changed_between_two_releases(files, folder):
    import_icd10cm(folder, [files("icd10cm_order_2025.txt", ORDER_2025)], When())
    more = "<diag><name>A00.7</name><desc>Green cholera</desc></diag>"
    table = "prose\nmore prose,,\nCurrent code assignment,Effective,Previous Code(s) Assignment\nA00.7,2026,A00.8\nA00.0,04/01/26,A00.8 A00.9\n,,\n"
    tabular = files("icd10cm-tabular-2027.xml", TABULAR, title="Cholera, without more", more=more)
    import_icd10cm(folder, [tabular, files("conversion.csv", table)], When())
    book = opened(folder)
    old, new = book.books(ICD10CM)[0], book.books(ICD10CM)[-1]
    found = changes(old, new)
    assert found.new == (("A00.7", "Green cholera"),)
    assert found.revised == (("A00.9", "Cholera, unspecified", "Cholera, without more"),)
    assert found.deleted == (("A00.8", "Blue cholera", ("A00.0", "A00.7")),)
    assert new.took_over_from("A00.7") == [("A00.8", "2026-10-01")]
    book.close()


def test_a_deleted_code_says_since_when_and_what_replaces_it(files, folder, database, library, clock):
    import_icd10cm(folder, [files("icd10cm_order_2026.txt", ORDER_2025)], When())
    more = "<diag><name>A00.7</name><desc>Green cholera</desc></diag>"
    table = "Current code assignment,Effective,Previous Code(s) Assignment\nA00.7,2026,A00.8\n"
    import_icd10cm(folder, [files("icd10cm-tabular-2027.xml", TABULAR, more=more), files("conversion.csv", table)], When())
    book = opened(folder)
    ana = Person(Tutor(database, library, book), clock, "ana")
    gone = ana.says("A00.8")
    assert gone.facts["reportable"] is False
    assert "deleted by 2026-04-01" in gone
    assert "**A00.7** Green cholera" in gone
    assert "Valid for reporting · ICD-10-CM, FY2026 release" in ana.says("/code A00.8 on 2026-03-01")
    assert "it comes with ICD-10-CM, FY2027 release, on 2026-10-01" in ana.says("A00.7 on 2026-03-01")
    book.close()


def test_the_name_and_the_dates_may_be_said(files, folder):
    when = When("my own", date(2026, 10, 1), date(2027, 3, 31))
    assert import_icd10cm(folder, [files("x.xml", TABULAR)], when).name == "my own"
    book = opened(folder)
    assert book.book(ICD10CM, date(2027, 1, 1)).release.end == date(2027, 3, 31)
    book.close()


BAD_ICD = [
    ("icd10cm-tabular-2027.xml", TABULAR[:300], "line 4: not well-formed XML"),
    ("icd10cm-index-2027.xml", INDEX.replace("<code>{code}</code>", "").replace("<code>A00.9</code>", ""), "no coded term in it"),
    ("icd10cm-index-2027.xml", INDEX.replace("{code}", "Q99.9"), "are not in this release; it is of another year"),
    ("icd10cm-index-2027.xml", INDEX.replace("{year}", "2024"), "no release from 2023-10-01 is loaded to add it to"),
    ("icd10cm_order_2026.txt", ORDER_2025 + "garbage\n", "icd10cm_order_2026.txt, line 9: not a line of an order file"),
    (
        "conversion.csv",
        "Current code,whenever\nCurrent code assignment,Effective,Previous\nA00.7,soon,A00.8\n",
        "neither a year nor a date",
    ),
    ("guidelines.jsonl", '{"id": "I.A.1", "title": "x"}\n{"id": 5}\n', "guidelines.jsonl, line 2: not a section"),
    ("letter.txt", "dear sir\n", "no tabular list, index, order file"),
]


@pytest.mark.parametrize(("name", "text", "message"), BAD_ICD, ids=range(len(BAD_ICD)))
def test_a_bad_file_is_named_and_the_book_in_use_stays_as_it_was(files, folder, name, text, message):
    import_icd10cm(folder, [files("icd10cm-tabular-2027.xml", TABULAR)], When())
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    start = date(2026, 10, 1) if "conversion" in name or "guidelines" in name else None
    with pytest.raises(CodeBookError, match=message):
        import_icd10cm(folder, [files(name, text)], When(None, start))
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize(
    ("also", "message"),
    [
        (("icd10cm-drug-April-1-2027-XML.xml", INDEX), "it says 2025 inside, but a release from 2027-04-01 is of 2027"),
        (None, "the release from 2026-10-01 is loaded with its tabular list"),
    ],
)
def test_an_order_file_takes_no_notes_from_a_release(files, folder, also, message):
    import_icd10cm(folder, [files("icd10cm-tabular-2027.xml", TABULAR)], When())
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    order = files("icd10cm_order_2025.txt" if also else "icd10cm_order_2027.txt", ORDER_2025)
    with pytest.raises(CodeBookError, match=message):
        import_icd10cm(folder, [order, *([files(*also)] if also else [])], When())
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_an_import_that_is_killed_leaves_the_book_in_use_and_can_be_done_again(files, folder):
    import_icd10cm(folder, [files("icd10cm-tabular-2027.xml", TABULAR)], When())
    before = [path.name for path in folder.iterdir()]

    def killed(done, expected):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_icd10cm(folder, [files("icd10cm-tabular-2027.xml", TABULAR, title="Other")], When(), killed)
    assert [path.name for path in folder.iterdir()] == before
    import_icd10cm(folder, [files("icd10cm-tabular-2027.xml", TABULAR, title="Other")], When())
    assert len(list(folder.iterdir())) == 1


def test_a_zip_is_unpacked_and_sorted_by_content(files, folder, tmp_path):
    archive = tmp_path / "official.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(files("icd10cm-tabular-2027.xml", TABULAR), "deep/../../evil/tab.xml")
        packed.write(files("icd10cm-index-2027.xml", INDEX), "Index.xml")
        packed.writestr("readme.pdf", "%PDF")
    import_icd10cm(folder, [archive], When())
    assert releases(folder)[0].parts == {"tabular", "codes", "index"}
    assert not (tmp_path.parent / "evil").exists()


def test_guideline_titles_are_kept_for_citing(files, folder):
    lines = '{"id": "I.C.4.a", "title": "Diabetes mellitus", "page": 1}\n'
    import_icd10cm(folder, [files("icd10cm-tabular-2027.xml", TABULAR), files("guidelines.jsonl", lines)], When())
    book = opened(folder)
    assert book.books(ICD10CM)[-1].section("I.C.4.a") == "Diabetes mellitus"
    assert book.books(ICD10CM)[-1].section("I.Z") is None
    book.close()


def test_files_are_told_apart_by_what_is_in_them(files):
    kinds = sort_files(
        [files("a", TABULAR), files("b", INDEX), files("c", ORDER_2025), files("d.csv", "Current code assignment,x"), files("e", "?")]
    )
    assert [len(kind) for kind in (kinds.tabular, kinds.indexes, kinds.order, kinds.conversion, kinds.other)] == [1, 1, 1, 1, 1]


# HCPCS Level II


def record(code, kind, text, short="Short", ended=""):
    line = f"{code:>5}00100{kind}{text:80}"
    line = f"{line:91}{short:28}" if kind in "37" else line
    return f"{line:268}19930101{'20250101':8}{ended:8}N".ljust(320) + "\r\n" if kind in "37" else f"{line:320}\r\n"


FIXED = (
    "***Disclaimers\r\n"
    + record("   RT", "7", "Right side (used to identify procedures performed on the right side of")
    + record("   RT", "8", "the body)")
    + record("D0120", "3", "A dental code that is left out")
    + record("J1885", "3", "Injection, ketorolac tromethamine, per 15 mg")
    + record("J9999", "3", "Something that ended", ended="20241231")
)


def test_the_fixed_width_file_is_read_with_its_continuations(files, folder):
    release = import_hcpcs(folder, [files("HCPC2025_OCT_ANWEB.txt", FIXED)], When(), OwnWords())
    assert (release.name, release.start) == ("October 2025", date(2025, 10, 1))
    book = opened(folder)
    hcpcs = book.books(HCPCS)[0]
    assert hcpcs.entry("RT").title == "Right side (used to identify procedures performed on the right side of the body)"
    assert hcpcs.entry("j1885").title == "Injection, ketorolac tromethamine, per 15 mg"
    assert hcpcs.entry("D0120") is None
    book.close()


def test_a_code_that_cms_ended_cannot_be_reported(files, folder, database, library, clock):
    import_hcpcs(folder, [files("HCPC2025_OCT_ANWEB.txt", FIXED)], When(), library.own_words)
    book = opened(folder)
    ana = Person(Tutor(database, library, book), clock, "ana")
    assert "CMS ended it on 2024-12-31" in ana.says("J9999")
    assert ana.last.facts["reportable"] is False
    page = ana.says("J1885")
    assert page.facts["title"] == "Injection, ketorolac tromethamine, per 15 mg"
    assert "**In short** Ketorolac tromethamine, injection" in page
    assert "**One unit** is 15 mg" in page
    book.close()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (FIXED.replace("the body)", "the body)" + "x" * 10)[: len(FIXED) - 200], "columns, 320 are wanted; the file is cut off"),
        (FIXED + "something else\r\n", "line 7: not an HCPCS record"),
        (FIXED.replace(record("   RT", "7", "Right side (used to identify procedures performed on the right side of"), ""), "RT goes on without having begun"),
        ("nothing at all\n", "no HCPCS file of CMS in it"),
    ],
    ids=range(4),
)  # fmt: skip
def test_a_broken_hcpcs_file_is_named(files, folder, text, message):
    with pytest.raises(CodeBookError, match=message):
        import_hcpcs(folder, [files("HCPC2025_OCT_ANWEB.txt", text)], When(), OwnWords())
    assert not list(folder.glob("*")) if folder.exists() else True


def sheet(path, heading, *rows):
    from openpyxl import Workbook

    book = Workbook()
    for row in (heading, *rows):
        book.active.append(row)
    book.save(path)
    book.close()
    return path


HEADING = [
    "HCPC",
    "SEQNUM",
    "RECID",
    "LONG DESCRIPTION",
    "SHORT DESCRIPTION",
    "COV",
    "ADD DT",
    "ACT EFF DT",
    "TERM DT",
    "ACTION CD",
    "BETOS",
    "XREF1",
]


def test_the_spreadsheet_form_is_read(folder, tmp_path):
    row = [
        "J1885",
        "0010",
        "3",
        "Injection, ketorolac tromethamine, per 15 mg",
        "Ketorolac",
        "D",
        "19930101",
        "20250101",
        None,
        "N",
        "O1E",
        None,
    ]
    path = sheet(tmp_path / "HCPC2025_OCT_ANWEB.xlsx", HEADING, row, ["   RT", "0010", "7", "Right side", "Right", *[None] * 7])
    import_hcpcs(folder, [path], When(), OwnWords())
    book = opened(folder)
    assert book.books(HCPCS)[0].entry("J1885").title.endswith("per 15 mg")
    assert book.books(HCPCS)[0].entry("RT").kind == "modifier"
    book.close()


def test_a_spreadsheet_without_a_column_is_named(folder, tmp_path):
    path = sheet(tmp_path / "HCPC2025_OCT_ANWEB.xlsx", [name for name in HEADING if name != "TERM DT"], ["J1885"])
    with pytest.raises(CodeBookError, match='no column "TERM DT"; is this the HCPCS spreadsheet'):
        import_hcpcs(folder, [path], When(), OwnWords())


def test_a_spreadsheet_that_is_none_is_named(folder, tmp_path):
    path = tmp_path / "HCPC2025_OCT_ANWEB.xlsx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("letter.txt", "dear sir")
    with pytest.raises(CodeBookError, match="not a spreadsheet that can be read"):
        import_hcpcs(folder, [path], When(), OwnWords())


@pytest.mark.parametrize("name", ["HCPC2025_OCT_ANWEB.xlsx", "book.xlsx", "book.zip"])
def test_a_spreadsheet_or_archive_that_is_cut_off_says_so_whether_or_not_its_date_is_known(files, folder, tmp_path, name):
    whole = sheet(tmp_path / "whole.xlsx", HEADING).read_bytes()
    with pytest.raises(CodeBookError, match=rf"{name}, byte 2000: the file breaks off before its end; fetch it again"):
        import_hcpcs(folder, [files(name, whole[:2000])], When(), OwnWords())


@pytest.mark.parametrize("length", [100, 250])  # before and behind the year that it says
def test_an_index_that_is_cut_off_and_given_alone_says_so(files, folder, length):
    with pytest.raises(CodeBookError, match=r"my index\.xml, line [12]: not well-formed XML; fetch the file again"):
        import_icd10cm(folder, [files("my index.xml", INDEX.replace("{year}", "2027")[:length])], When())


def test_the_official_files_of_two_years_agree_in_both_forms(shared, folder):
    """2019: the fixed-width file and the spreadsheet of CMS, and the quarter that own words are checked against."""
    from adapters.codes import unpacked
    from bot.codebook.hcpcs import clean, read_fixed, read_spreadsheet

    with unpacked([shared / "2019-Alpha-Numeric-HCPCS-File.zip"]) as paths:
        fixed = list(clean(read_fixed(next(path for path in paths if path.name.endswith("ANWEB.txt")))))
        spread = list(clean(read_spreadsheet(next(path for path in paths if path.name.endswith("ANWEB.xlsx")))))
    assert len(fixed) == 6800
    assert [(one.kind, one.code) for one in fixed] == [(one.kind, one.code) for one in spread]
    # The spreadsheet of 2019 has one description cut off: the rest of G0503 stands in a stray row.
    assert [one.code for one, other in zip(fixed, spread, strict=True) if one.title != other.title] == ["G0503"]
    october = list(clean(read_spreadsheet(shared / "HCPC2025_OCT_ANWEB.xlsx")))
    assert (sum(one.kind == "code" for one in october), sum(one.kind == "modifier" for one in october)) == (8463, 383)


def test_official_icd_10_cm_files_load(shared, tmp_path):
    folder = tmp_path / "codes"
    opened(folder).close()
    import_icd10cm(folder, [shared / "2025-code-descriptions-tabular-order.zip", shared / "2025-conversion-table.zip"], When())
    import_icd10cm(folder, [shared / "icd10cm-eindex-April-1-2026-XML.xml", shared / "icd10cm-neoplasm-April-1-2026-XML.xml"], When())
    book = open_codebook([folder])
    old, new = book.books(ICD10CM)
    assert (old.release.name, new.release.name) == ("FY2025", "April 2026")
    assert sum(1 for _ in old.reportable_codes()) == 74_260
    assert sum(1 for _ in new.reportable_codes()) == 74_719
    assert ("neoplasm table", "Neoplasm, neoplastic, breast, Malignant Primary") in [
        (where, text.replace(" (connective tissue) (glandular tissue) (soft parts)", "")) for where, text in new.page("C50.9").ways
    ]
    assert old.took_over_from("A41.54") == [("A41.59", "2023-10-01")]
    found = changes(old, new)
    assert len(found.deleted) == 28
    book.close()


# CPT, licensed (the numbers are assigned to nothing in any edition)

CPT_FILE = "Copyright notice\nline two\n00001\tAn invented service of our own\n00002\tAnother one\n"


def test_a_licensed_cpt_file_is_shown_to_those_it_covers_only(files, tmp_path, folder, database, library, clock):
    licensed = tmp_path / "licensed"
    release = import_cpt(licensed, files("LONGULT2027.txt", CPT_FILE), When())
    assert (release.codeset, release.name) == ("cpt", "2027")
    book = open_codebook([folder, licensed])
    clock.now = clock.now.replace(year=2027)
    covered = Tutor(database, library, book, cpt_readers=frozenset({"test:ana", "test/school"}))
    ana, ben = Person(covered, clock, "ana"), Person(covered, clock, "ben")
    assert "An invented service of our own" in ana.says("00001")
    assert ana.last.about == ["code/cpt/00001"]
    assert "An invented service" not in ben.says("00001")
    assert "belongs to the American Medical Association" in ben.last
    assert "invented" not in ben.says("/code invented service").text.replace('"invented service"', "")
    assert "An invented service" in Person(covered, clock, "ben", room="school").says("/code 00001")
    assert "invented" not in json.dumps([one.text for one in ana.says("/export").replies])
    assert [one.release.codeset for one in book.books(CPT)] == ["cpt"]
    book.close()


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("cpt2027.txt", "no codes\n", "no code in it"),
        ("cpt2027.txt", CPT_FILE + "broken\n", "line 5: not a code and its descriptor"),
        ("cpt.txt", CPT_FILE, "which year"),
    ],
)
def test_a_bad_cpt_file_is_named(files, tmp_path, name, text, message):
    with pytest.raises(CodeBookError, match=message):
        import_cpt(tmp_path / "licensed", files(name, text), When())


def test_a_cpt_archive_whose_files_disagree_is_refused(tmp_path):
    archive = tmp_path / "cpt2027.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("standard/LONGULT.txt", CPT_FILE)
        packed.writestr("standard/SHORTU.txt", "00001 SHORT\n")
    with pytest.raises(CodeBookError, match="SHORTU has 1 codes, LONGULT has 2"):
        import_cpt(tmp_path / "licensed", archive, When())


# Fetching


@pytest.fixture
def server():
    """A web server on loopback that serves what a test puts into it."""
    pages: dict[str, tuple[int, bytes]] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):  # the name is the library's
            status, body = pages.get(self.path, (404, b""))
            self.send_response(status)
            self.send_header("Content-Length", str(len(body) + (50 if "cut" in self.path else 0)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    served = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=served.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{served.server_port}", pages
    served.shutdown()
    thread.join()
    served.server_close()


def test_a_file_is_downloaded_whole_or_not_at_all(server, tmp_path):
    address, pages = server
    pages["/good"], pages["/cut"] = (200, b"x" * 100_000), (200, b"half")
    seen = []
    download(f"{address}/good", tmp_path / "good", lambda done, expected: seen.append((done, expected)))
    assert (tmp_path / "good").read_bytes() == b"x" * 100_000
    assert seen[-1] == (100_000, 100_000)
    for path, message in (("/cut", "bytes came|cannot be downloaded"), ("/missing", r"cannot be downloaded \(404\)")):
        with pytest.raises(CodeBookError, match=message):
            download(f"{address}{path}", tmp_path / "bad")
        assert not (tmp_path / "bad").exists()
    with pytest.raises(CodeBookError, match="not a web address"):
        download("file:///etc/passwd", tmp_path / "bad")


def test_fetch_downloads_checks_and_loads(server, files, tmp_path, cache, codebook):
    import os
    import subprocess
    import sys

    from tests.test_cli import ROOT, TUTOR

    address, pages = server
    archive = tmp_path / "x.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(files("icd10cm-tabular-2027.xml", TABULAR), "icd10cm-tabular-2027.xml")
    pages["/2027-code-tables-tabular-index.zip"] = (200, archive.read_bytes())
    shutil.copytree(cache / "codes", tmp_path / "data" / "codes")
    environment = {**os.environ, "TUTOR_DATA": str(tmp_path / "data"), "PYTHONPATH": str(ROOT), "COLUMNS": "200"}

    def run(*arguments, status=0):
        done = subprocess.run([*TUTOR, "codes", *arguments], env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == status, done.stderr
        return done

    assert sys.executable in TUTOR[0]
    url = f"{address}/2027-code-tables-tabular-index.zip"
    assert "Loaded icd10cm FY2027, in force from 2026-10-01." in run("fetch", "icd10cm", "--year", "2027", "--url", url).stdout
    listed = run("list", "--verify").stdout
    assert "FY2027" in listed
    assert "April 2026" in listed
    assert listed.count("whole") == 3
    assert "1 new" not in run("changes", "icd10cm", "April 2026", "FY2027").stdout.splitlines()[1]
    assert "cannot be downloaded (404)" in run("fetch", "icd10cm", "--url", f"{address}/nothing.zip", status=1).stderr
    assert "hold a licence" in run("import", "cpt", str(archive), status=2).stderr
    assert "no such file" in run("import", "icd10cm", "/nowhere.xml", status=1).stderr
