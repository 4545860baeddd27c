"""The lists that drills are made from: what is wrong in them is named, what stands in them agrees with the official files."""

import csv
import shutil
import tomllib
import xml.etree.ElementTree as ET
from datetime import date
from html import escape
from itertools import islice
from random import Random

import pytest

from adapters.codes import When, import_icd10cm
from bot.codebook.shelf import ICD10CM, open_codebook
from bot.library.check_drills import check_drills
from bot.library.drills.catalogue import BY_SLUG
from bot.library.drills.families.navigation import STEPS
from bot.library.drills.proof import run
from bot.library.drills.shelf import Drills, build
from bot.tutor import Tutor
from tests.conftest import CONTENT, Person

TODAY = date(2026, 5, 1)
"""While the release that comes with the package is in force."""


def rows(name):
    return tomllib.loads((CONTENT / "drills" / f"{name}.toml").read_text())[name]


# Faults


def test_what_ships_has_no_fault(codebook):
    faults = []
    check_drills(CONTENT, codebook, faults)
    assert [str(fault) for fault in faults] == []
    assert len(rows("navigation")) >= 120


NAVIGATION = """[[navigation]]
id = "athletes-foot"
diagnosis = "Athlete's foot"
path = ["Tinea", "pedis"]
code = "B35.3"
astray = [["Foot", "see", "condition"], ["Skin", "see", "condition"], ["Fungus, fungous", "other"]]
beside = [["scalp", "B35.0"], ["nigra", "B36.1"], ["specified NEC", "B35.8"]]
final = "B35.3"
says = []
"""
NEOPLASM = """[[neoplasm]]
id = "appendix"
site = "appendix"
term = ["appendix"]
codes = ["C18.1", "C78.5", "D01.0", "D12.1", "D37.3", "D49.0"]
"""
DOSE = """[[dose]]
code = "J1100"
drug = "dexamethasone sodium phosphate"
doses = ["4 mg", "8 mg"]
"""
SITUATION = """[[situation]]
id = "noncovered"
modifier = "GY"
told = "The item is never covered by Medicare."
near = ["GA", "GZ", "KX"]
"""
SUSPICION = """[[suspicion]]
id = "appendicitis"
diagnosis = ["K35.80", "acute appendicitis"]
finding = ["R10.31", "right lower quadrant pain"]
"""


@pytest.mark.parametrize(
    ("name", "text", "old", "new", "told"),
    [
        ("navigation", NAVIGATION, "", "", ""),
        ("navigation", NAVIGATION, 'code = "B35.3"', "", "navigation athletes-foot: code is missing; write it in quotes"),
        ("navigation", NAVIGATION, "says = []", 'says = []\nnote = "x"', '"note" is not a known field'),
        ("navigation", NAVIGATION, 'final = "B35.3"', 'final = "B35"', "B35 cannot be reported in ICD-10-CM"),
        ("navigation", NAVIGATION, 'final = "B35.3"', 'final = "B36.0"', "the way leads to B35.3, and B36.0 is not below it"),
        ("navigation", NAVIGATION, '"Tinea", "pedis"', '"Tinea"', "the path has no subterm"),
        ("navigation", NAVIGATION, ', ["Fungus, fungous", "other"]', "", "astray needs at least 3 entries"),
        ("navigation", NAVIGATION, '"Skin", "see", "condition"', '"Skin", "maybe"', "astray Skin: say none, other, or see, also, code"),
        ("navigation", NAVIGATION, '"Skin", "see", "condition"', '"Skin", "code", "Q00.7"', "astray Skin: Q00.7 is not in ICD-10-CM"),
        ("navigation", NAVIGATION, '"scalp", "B35.0"', '"scalp", "B35.77"', "beside: B35.77 is not in ICD-10-CM"),
        ("navigation", NAVIGATION, '"scalp", "B35.0"', '"scalp", "B35.3"', "beside: B35.3 would be right as well"),
        ("navigation", NAVIGATION, "Athlete's foot", "Athlete's foot 99213", "reads as a CPT code"),
        ("navigation", NAVIGATION, '"athletes-foot"', '"athlete foot"', '"athlete foot" is no id'),
        ("neoplasm", NEOPLASM, '"D49.0"', '"D49"', "D49 cannot be reported"),
        ("neoplasm", NEOPLASM, '"D49.0"', '"D37.3"', "5 different codes; the Neoplasm Table has six columns"),
        ("dose", DOSE, '"J1100"', '"J1101"', "J1101 has no unit in codes/hcpcs.toml"),
        ("dose", DOSE, '"4 mg"', '"4 gallons"', '"4 gallons" cannot be counted in units of'),
        ("situation", SITUATION, '"GZ"', '"ZZ"', "ZZ is no HCPCS modifier of our list"),
        ("situation", SITUATION, '"GZ", "KX"', '"GZ"', "2 modifiers under near; three are needed"),
        ("suspicion", SUSPICION, '"K35.80"', '"K35.8"', "K35.8 cannot be reported"),
        ("suspicion", SUSPICION, ', "acute appendicitis"', "", 'diagnosis has 1 parts; write ["CODE", "what a provider writes"]'),
    ],
)  # fmt: skip
def test_a_fault_names_the_item_and_the_mend(tmp_path, codebook, name, text, old, new, told):
    (tmp_path / "drills").mkdir()
    assert old in text
    (tmp_path / "drills" / f"{name}.toml").write_text(text.replace(old, new, 1) if old else text)
    faults = []
    check_drills(tmp_path, codebook, faults)
    said = "\n".join(str(fault) for fault in faults)
    assert told in said
    assert bool(faults) is bool(told)
    assert all(f"drills/{name}.toml" in str(fault) for fault in faults)


def test_an_item_that_stands_twice_is_a_fault(tmp_path, codebook):
    (tmp_path / "drills").mkdir()
    (tmp_path / "drills" / "neoplasm.toml").write_text(NEOPLASM * 2)
    faults = []
    check_drills(tmp_path, codebook, faults)
    assert [str(fault).rpartition(": ")[2] for fault in faults] == ["it stands there twice; take one out"]


def test_without_lists_there_are_fewer_drills_and_nothing_breaks(tmp_path, codebook):
    drills = Drills(codebook, tmp_path)
    assert drills.draw([BY_SLUG["nav-term"]], 3, TODAY, Random(1)) == []
    assert len(drills.draw([BY_SLUG["laterality"]], 3, TODAY, Random(1))) == 3


# Against the official files


def plain(text):
    return " ".join(text.split())


@pytest.fixture(scope="module")
def official(shared):
    """The Alphabetic Index of April 2025: code, see and see also by path."""
    found, above = {}, []
    with (shared / "ICD10CM_2025_Index.csv").open(encoding="utf-8", errors="replace") as lines:
        for row in csv.DictReader(lines):
            above = [*above[: int(row["Level"])], plain(row["Term"])]
            found.setdefault(tuple(above), []).append((row["Code"].strip(), plain(row["See"]), plain(row["SeeAlso"])))
    return found


def flat(code):
    return code.replace(".", "").rstrip("-")


def test_every_way_stands_in_the_official_index(official):
    below = {}
    for path, at in official.items():
        below.setdefault(path[0], []).extend(flat(code) for code, _see, _also in at if code)
    firsts = {main.split(",")[0].lower() for main in below}
    for row in rows("navigation"):
        name, code = row["id"], flat(row["code"])
        path = tuple(map(plain, row["path"]))
        printed, _see, _also = official[path][0]
        assert flat(printed) == code, name
        assert row["code"] in row["final"].split(", ") or printed.endswith("-") or row["says"], name
        for term, kind, *what in row["astray"]:
            if kind == "none":
                assert term.split(",")[0].lower() not in firsts, (name, term)
                continue
            # Nothing under it is the code, nor above nor below it.
            under = below[plain(term)]
            assert not any(one.startswith(code) or (len(one) > 3 and code.startswith(one)) for one in under), (name, term)
            at = official[(plain(term),)][0]
            if kind == "see":
                assert plain(what[0]) in at[1:], (name, term, at)
            elif kind == "also":
                assert (bool(at[0]), at[2]) == (True, plain(what[0])), (name, term, at)
            elif kind == "code":
                assert (flat(at[0]), *at[1:]) == (flat(what[0]), "", ""), (name, term, at)
            else:
                assert (kind, *at) == ("other", "", "", ""), (name, term, at)
        for *terms, other in row["beside"]:
            assert flat(other) in [flat(one) for one, _see, _also in official[(path[0], *map(plain, terms))]], (name, terms)


def test_every_neoplasm_stands_in_the_official_table(shared):
    table = {}

    def read(element, above):
        path = (*above, plain(element.find("title").text or ""))
        cells = {cell.get("col"): cell.text for cell in element.findall("cell")}
        table[path] = [cells.get(str(column), "-") for column in range(2, 8)]
        for term in element.findall("term"):
            read(term, path)

    for main in ET.parse(shared / "icd10cm-neoplasm-April-1-2026-XML.xml").getroot().iter("mainTerm"):
        read(main, ())
    for row in rows("neoplasm"):
        (found,) = [cells for path, cells in table.items() if path[1:] == tuple(map(plain, row["term"]))]
        assert found == row["codes"], row["id"]


# With more loaded


@pytest.fixture(scope="module")
def base(tmp_path_factory, cache, codebook):
    """Copy the release that comes with the package into a folder of its own."""
    assert codebook

    def copied(name):
        found = tmp_path_factory.mktemp(name)
        for file in (cache / "codes").glob("*.sqlite"):
            shutil.copy(file, found)
        return found

    return copied


def index(path, entries):
    """Write an index as the official one is written."""
    lines = ['<?xml version="1.0"?><ICD10CM.index><version>2026</version><title>ICD-10-CM INDEX TO DISEASES and INJURIES</title><letter>']
    inside = []
    for terms, code in entries:
        while len(inside) >= len(terms):
            lines.append(f"</{inside.pop()}>")
        inside.append("term" if len(terms) > 1 else "mainTerm")
        lines.append(f"<{inside[-1]}><title>{escape(terms[-1])}</title>" + (f"<code>{code}</code>" if code else ""))
    lines += [f"</{term}>" for term in reversed(inside)]
    path.write_text("\n".join([*lines, "</letter></ICD10CM.index>"]))
    return path


TINEA = [
    (("Tinea",), "B35.9"), (("Tinea", "pedis"), "B35.3"), (("Tinea", "scalp"), "B35.0"), (("Tinea", "cruris"), "B35.6"), (("Tinea", "nigra"), "B36.1"),
    (("Ringworm",), "B35.9"), (("Ringworm", "beard"), "B35.0"), (("Dermatophytosis",), "B35.9"), (("Sycosis",), "B35.0"),
]  # fmt: skip


@pytest.fixture(scope="module")
def indexed(base, library):
    """A code book with a small Alphabetic Index."""
    folder = base("indexed")
    import_icd10cm(folder, [index(folder / "icd10cm-index-2026.xml", TINEA)], When(start=date(2026, 4, 1)))
    book = open_codebook([folder], library.thesaurus, library.own_words)
    yield book
    book.close()


def test_a_loaded_index_gives_more_ways(indexed, library):
    drills = Drills(indexed, library.folder)
    sources = drills.sources(TODAY)
    (key,) = [key for key in BY_SLUG["nav-term"].keys(sources, 0.0) if key.startswith("xB35.3-")]
    term, subterm, final = (build(BY_SLUG[step], key, sources).question for step in STEPS)
    assert term.options[term.key] == "Tinea"
    assert set(term.options) == {"Tinea", "Ringworm", "Dermatophytosis", "Sycosis"}
    assert subterm.options[subterm.key] == "pedis"
    assert final.options[final.key] == "B35.3"
    assert drills.route(term.id).path == "Tinea › pedis → B35.3"
    assert drills.route(term.id.replace("xB35.3-", "xB35.0-")) is None


def test_the_way_is_found_with_an_index_too(indexed, library, database, clock):
    ana = Person(Tutor(database, library, indexed, seed=3), clock, "ana")
    assert "Question 1 of 9" in ana.says("/navigate 3")
    ana.answers()
    assert "Index: subterms" in ana.taps("Next")


def test_ways_of_the_official_index_have_one_right_step_each(official, base, library):
    """The index of one letter is loaded; the items made from it are held against the file itself."""
    folder = base("official")
    some = [(path, at[0][0]) for path, at in official.items() if path[0].startswith("H")]
    import_icd10cm(folder, [index(folder / "icd10cm-index-2026.xml", some)], When(start=date(2026, 4, 1)))
    book = open_codebook([folder], library.thesaurus, library.own_words)
    sources = Drills(book, library.folder).sources(TODAY)
    below = {}
    for path, code in some:
        below.setdefault(path[0], []).append((path, flat(code)))
    counts = dict.fromkeys(STEPS, 0)
    for key in islice((key for key in BY_SLUG[STEPS[0]].keys(sources, 0.0) if key.startswith("x")), 0, None, 7):
        code = key[1:].rpartition("-")[0]
        for step in STEPS:
            item = build(BY_SLUG[step], key, sources)
            if item is None:
                continue
            counts[step] += 1
            question = item.question
            if step == "nav-term":
                right = [any(c == flat(code) for _path, c in meant(below, option)) for option in question.options]
            elif step == "nav-subterm":
                ways = {" › ".join(path[1:]): c for path, c in meant(below, item.says["main"])}
                right = [ways[option] == flat(code) for option in question.options]
            else:
                right = [option == code for option in question.options]
            assert [place for place, one in enumerate(right) if one] == [question.key], (question.id, question.stem, question.options)
            assert list(run.faults(item, question.id)) == []
    assert min(counts.values()) >= 20, counts
    book.close()


def meant(below, main):
    """List the ways below a main term, which may be named by its first form."""
    return [way for term, ways in below.items() if term == main or term.startswith(f"{main}, ") for way in ways]


@pytest.fixture(scope="module")
def two_years(shared, base, library):
    """A code book with the releases of two years."""
    folder = base("two")
    import_icd10cm(folder, [shared / "2025-code-descriptions-tabular-order.zip", shared / "2025-conversion-table.zip"], When())
    book = open_codebook([folder], library.thesaurus, library.own_words)
    yield book
    book.close()


def test_what_a_new_release_changed_has_one_right_answer_each(two_years, library):
    drills = Drills(two_years, library.folder)
    assert [book.release.name for book in two_years.books(ICD10CM)] == ["FY2025", "April 2026"]
    (count,) = run.everything(*run.pinned(two_years, drills), [BY_SLUG["release-change"]])
    assert count.distinct >= run.LEAST
    assert (count.not_one, count.faults) == (0, [])


def test_an_item_stays_with_the_release_that_it_was_asked_of(two_years, library):
    drills = Drills(two_years, library.folder)
    for day in (date(2025, 1, 1), TODAY, date(2027, 1, 15)):
        (name,) = drills.draw([BY_SLUG["laterality"]], 1, day, Random(1))
        assert name.endswith("@2604"), "drills need the notes of a Tabular List; an order file has titles alone"
    assert drills.find(name).valid_from == date(2026, 4, 1)
    assert drills.find(name.replace("@2604", "@2410")).valid_from == date(2024, 10, 1)
    (change,) = drills.draw([BY_SLUG["release-change"]], 1, TODAY, Random(1))
    assert change.endswith("@2604")
    assert "2410@" in change, "a change is one between two releases"
    assert drills.find(change.replace("2410@", "2310@")) is None


def test_new_codes_are_drilled_where_two_releases_are_loaded(two_years, library, database, clock):
    ana = Person(Tutor(database, library, two_years, seed=3), clock, "ana")
    assert "Question 1 of 3** · ICD-10-CM · New and gone codes" in ana.says("/drill new codes 3")
    assert ana.answers().facts["correct"] is True
