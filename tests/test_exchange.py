"""Questions of other systems: read, written, and taken into a folder without losing what hangs on them."""

import csv
import io
import itertools
import json
import sqlite3
import tomllib
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.library.check import check_pack
from bot.library.exchange import anki, formats
from bot.library.exchange.draft import Draft, Reading, draft_of, one_line, tidied, tidy
from bot.library.exchange.format import Format
from bot.library.exchange.intake import Usual, plan
from bot.library.exchange.page import Page
from tests.writing import case, pack, question, stem

DATA = Path(__file__).parent / "data" / "exchange"
NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
USUAL = Usual(date(2025, 10, 1), area="anatomy")
WITH_IDS = [one for one in Format if one is not Format.AIKEN]

ODD = st.text(
    st.one_of(st.sampled_from("~=#{}:\\<>&\"';,|[]%$-+@/*`'\n\t A.b)1"), st.characters(exclude_categories=["Cs"])), min_size=1, max_size=40
)


@st.composite
def odd_drafts(draw):
    """Draw a question whose texts are anything at all."""
    text = st.builds(
        lambda begins, said: begins + said,
        st.sampled_from(["", "[html]", "%50%", "::", "//", "<b>", "&lt;", "=1+1", "ANSWER: A", "A. "]),
        ODD,
    )
    word = text.filter(lambda said: one_line(said))
    return tidied(
        Draft(
            stem=draw(text.filter(lambda said: tidy(said))),
            options=tuple(draw(st.lists(word, min_size=4, max_size=4, unique_by=one_line))),
            key=draw(st.integers(0, 3)),
            why=tuple(draw(st.lists(st.one_of(st.just(""), text), min_size=4, max_size=4))),
            name=f"{draw(st.sampled_from(['smith', 'icdc']))}-{draw(st.integers(0, 9999)):04}",
            area=draw(st.sampled_from(["", "icd10cm", "evaluation-management"])),
            difficulty=draw(st.sampled_from(["", "easy", "hard"])),
            source=draw(st.one_of(st.just(""), text)),
            valid_from=draw(st.one_of(st.none(), st.just(date(2024, 10, 1)))),
            valid_to=draw(st.one_of(st.none(), st.just(date(2026, 9, 30)))),
        )
    )


def read(kind, data, name="file"):
    reading = formats.read(kind, name, data)
    assert not reading.faults, [str(one) for one in reading.faults]
    return reading


@pytest.mark.parametrize("kind", WITH_IDS)
@settings(max_examples=25, deadline=None)
@given(draft=odd_drafts(), other=odd_drafts())
def test_what_is_written_is_read_again(kind, draft, other):
    other = replace(other, name="other-0001")
    reading = read(kind, formats.write(kind, [draft, other], "A deck", NOW))
    assert reading.drafts == [draft, other]
    assert not reading.unfit


@settings(max_examples=25, deadline=None)
@given(draft=odd_drafts(), other=odd_drafts())
def test_aiken_keeps_question_options_and_key(draft, other):
    found = read(Format.AIKEN, formats.write(Format.AIKEN, [draft, other], "", NOW)).drafts
    assert [(one.stem, one.options, one.key) for one in found] == [(one_line(one.stem), one.options, one.key) for one in (draft, other)]


@pytest.mark.parametrize("kind", Format)
def test_every_question_of_the_bank_comes_back(kind, library):
    asked = Random(3).sample(sorted(library.questions.values(), key=lambda one: one.id), 60)
    drafts = [draft_of(one, library.cases[one.case].note if one.case else "") for one in asked]
    found = read(kind, formats.write(kind, drafts, "Bank", NOW)).drafts
    if kind is Format.AIKEN:
        drafts = [Draft(one_line(one.stem), one.options, one.key, ("",) * 4) for one in drafts]
    assert found == drafts


@pytest.mark.parametrize("kind", Format)
def test_the_usual_name_tells_the_format(kind, library):
    drafts = [draft_of(library.questions["anat-0001"])]
    assert formats.guess(f"Lesson 3{formats.SUFFIX[kind].upper()}", formats.write(kind, drafts, "", NOW)) is kind


THUMB = ("Ulna", "Radius", "Humerus", "Tibia & fibula")


def test_moodle_as_moodle_writes_it():
    reading = read(Format.MOODLE, (DATA / "moodle.xml").read_bytes())
    (draft,) = reading.drafts
    assert draft.stem == "Which bone lies on the thumb side of the forearm — in the anatomical position?\n\nBMI < 30."
    assert (draft.options, draft.key, draft.name, draft.area, draft.tags) == (THUMB, 1, "smith_q17", "anatomy", ("week3",))
    assert (draft.general, draft.source) == ("The thumb side is lateral.", "A public textbook of anatomy")
    assert draft.why[0] == "The ulna is on the side of the little finger."
    assert [str(one).partition(";")[0] for one in reading.unfit] == [
        'file, question 2, "Global days": it is a numeric question',
        'file, question 3, "Two right": it takes several right answers',
        'file, question 4, "With a picture": it shows a picture or a recording',
    ]


def test_gift_as_people_write_it():
    reading = read(Format.GIFT, (DATA / "lesson.gift").read_bytes())
    thumb, gap, weights = reading.drafts
    assert thumb.stem == "Which bone lies on the thumb side of the forearm: in the anatomical position?"
    assert (thumb.options[:2], thumb.key, thumb.name, thumb.tags) == (THUMB[:2], 1, "smith_q17", ("week3",))
    assert thumb.why[:2] == ("On the side of the little finger.", "Right: the thumb side is lateral.")
    assert (gap.stem, gap.options) == ("The side of the thumb is called _____ in anatomy.", ("lateral", "medial", "dorsal", "palmar"))
    assert (weights.options[weights.key], weights.source) == ("50", "NCCI Policy Manual, chapter I")
    kinds = ["true/false", "numeric", "matching", "2 right answers", "short-answer", "essay"]
    assert len(reading.unfit) == len(kinds)
    for kind, fault in zip(kinds, reading.unfit, strict=True):
        assert kind in str(fault)


def test_aiken_as_people_write_it():
    first, second = read(Format.AIKEN, (DATA / "lesson.txt").read_bytes()).drafts
    assert (first.options[first.key], first.place) == ("Radius", "line 1")
    assert (second.stem, second.key, second.place) == ("What does modifier 50 say\nof a procedure?", 0, "line 8")


def test_csv_as_a_spreadsheet_writes_it():
    first, second = read(Format.CSV, (DATA / "sheet.csv").read_bytes()).drafts
    assert first.options == ("Ulna", "Radius", "Humerus", 'Tibia, or "shin" bone')
    assert (first.key, first.difficulty, first.valid_from, first.source) == (1, "easy", date(2025, 10, 1), "A public textbook of anatomy")
    assert (second.stem, second.place) == ("What does modifier 50 say\nof a procedure?", "line 4")


def test_qti_as_others_write_it():
    (draft,) = read(Format.QTI, (DATA / "item.xml").read_bytes()).drafts
    assert draft.stem == "The arm hangs in the anatomical position.\n\nWhich bone lies on the side of the thumb?"
    assert (draft.options, draft.key, draft.name) == (THUMB, 1, "choice-17")
    assert draft.why[0] == "On the side of the little finger."


# Into a folder.


@pytest.fixture
def smith(tmp_path):
    folder = tmp_path / "smith"
    (folder / "questions").mkdir(parents=True)
    text = (
        "# Mine.\n\n"
        + question("smith-0001", number=1).replace('"Somebody official"', '"Somebody official"  # who?')
        + "\n# And one more.\n"
    )
    (folder / "questions" / "anatomy.toml").write_text(text + question("smith-0007", number=2, key="C"))
    return folder


def take(folder, drafts, library, codebook, usual=USUAL):
    made = plan(folder, "file", drafts, usual, tuple(library.areas), set(library.questions), codebook)
    if not made.faults:
        made.carry_out()
    return made


def exported(folder, library):
    from bot.library.contents import read_bank

    return [draft_of(one) for one in read_bank(folder, library.areas).questions]


@pytest.mark.parametrize("kind", Format)
def test_importing_what_was_exported_changes_nothing(kind, smith, library, codebook):
    before = (smith / "questions" / "anatomy.toml").read_bytes()
    drafts = read(kind, formats.write(kind, exported(smith, library), "", NOW)).drafts
    made = take(smith, drafts, library, codebook)
    assert (made.same, made.new, made.changed, made.files) == (2, [], {}, {})
    assert (smith / "questions" / "anatomy.toml").read_bytes() == before


def test_an_edit_changes_its_lines_only_and_keeps_the_id(smith, library, codebook):
    path = smith / "questions" / "anatomy.toml"
    before = path.read_text()
    one, other = exported(smith, library)
    made = take(smith, [replace(one, stem=f"{one.stem} Say it.", options=(*one.options[:3], "something else")), other], library, codebook)
    assert (made.changed, made.same, made.corrected) == ({"smith-0001": ["stem", "D"]}, 1, {})
    expected = before.replace(f'stem = "{stem(1)}"', f'stem = "{stem(1)} Say it."').replace("the answer d of smith-0001", "something else")
    assert path.read_text() == expected


def test_a_corrected_key_is_said(smith, library, codebook):
    one = exported(smith, library)[0]
    made = take(smith, [replace(one, key=1)], library, codebook)
    assert made.corrected == {"smith-0001": 'it was "the answer a of smith-0001", it is "the answer b of smith-0001"'}
    assert exported(smith, library)[0].key == 1


def test_new_questions_get_the_next_id_and_blanks_are_faulted(smith, library, codebook):
    drafts = read(Format.AIKEN, (DATA / "lesson.txt").read_bytes()).drafts
    made = take(smith, drafts, library, codebook)
    assert made.new == ["smith-0008", "smith-0009"]
    assert made.blank["smith-0008"] == ["why.A", "why.B", "why.C", "why.D", "source"]
    faults = [str(fault) for fault in check_pack(smith, library, codebook, NOW.date())]
    assert "smith/questions/anatomy.toml, line 53, question smith-0008: source is empty; write it between the quotes" in faults
    assert take(smith, drafts, library, codebook).same == 2


def test_a_question_is_known_by_the_id_that_it_has_elsewhere(smith, library, codebook):
    draft = read(Format.MOODLE, (DATA / "moodle.xml").read_bytes()).drafts[0]
    made = take(smith, [draft], library, codebook)
    assert made.new == ["smith-0008"]
    changed = replace(
        draft,
        stem="Which of these bones of the arm is on the side of the thumb in the position of anatomy?",
        options=draft.options[::-1],
        why=draft.why[::-1],
        key=2,
    )
    made = take(smith, [changed], library, codebook)
    assert (made.new, list(made.changed), made.corrected) == ([], ["smith-0008"], {})
    table = tomllib.loads((smith / "questions" / "anatomy.toml").read_text())["question"][2]
    assert (table["origin"], table["key"], table["C"], table["source"]) == ("smith_q17", "C", "Radius", "A public textbook of anatomy")
    assert table["why"] == {"A": "", "B": "", "C": "The thumb side is lateral.", "D": "The ulna is on the side of the little finger."}


def test_codes_are_listed_with_their_titles(smith, library, codebook):
    one = exported(smith, library)[0]
    stays = "The neck of T12 is what it is and E11.999 is not"
    draft = replace(one, options=("E11.22, N18.31", "J0696", "E11", stays), why=("E11.22 first, then N18.31.", *one.why[1:]))
    take(smith, [draft], library, codebook)
    table = tomllib.loads((smith / "questions" / "anatomy.toml").read_text())["question"][0]
    assert table["codes"] == {
        "E11.22": "Type 2 diabetes mellitus with diabetic chronic kidney disease",
        "N18.31": "Chronic kidney disease, stage 3a",
    }
    assert table["headers"] == {"E11": "Type 2 diabetes mellitus"}
    assert list(table["hcpcs"]) == ["J0696"]
    take(smith, [replace(draft, options=one.options, why=one.why)], library, codebook)
    table = tomllib.loads((smith / "questions" / "anatomy.toml").read_text())["question"][0]
    assert not {"codes", "headers", "hcpcs"} & set(table)


def test_a_question_of_a_case_is_edited_below_its_note(tmp_path, library, codebook):
    folder = pack(tmp_path / "smith", cases=case("mine-0001", number=5))
    from bot.library.contents import read_bank

    bank = read_bank(folder, library.areas)
    drafts = [draft_of(one, bank.cases[0].note) for one in bank.questions]
    for kind in Format:
        back = read(kind, formats.write(kind, drafts, "", NOW)).drafts
        assert take(folder, back, library, codebook).same == 3, kind
    made = take(folder, [replace(drafts[1], key=3), *drafts[2:]], library, codebook)
    assert (list(made.changed), list(made.corrected)) == (["mine-0001-2"], ["mine-0001-2"])
    made = take(folder, [replace(drafts[0], stem=drafts[0].stem.replace("amber", "azure", 1))], library, codebook)
    assert [fault.what.partition(";")[0] for fault in made.faults] == ["it does not begin with the note of its case"]
    made = take(folder, [replace(drafts[0], area="anatomy")], library, codebook)
    assert "those of its case" in made.faults[0].what


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"name": "icdc-0001"}, "icdc-0001 is a question outside of smith"),
        ({"name": "gone-0001-2"}, "gone-0001-2 is of a case"),
        ({"name": "", "area": "astronomy"}, 'the area "astronomy" is unknown'),
        ({"name": "", "difficulty": "very"}, 'the difficulty "very" is unknown'),
        ({}, "it is the same question as at line 1"),
    ],
)
def test_what_cannot_be_taken_in_leaves_all_as_it_was(changes, what, smith, library, codebook):
    before = (smith / "questions" / "anatomy.toml").read_bytes()
    one, other = exported(smith, library)
    new = replace(one, name="jones-0004", stem=f"{stem(9)} New.", options=("p", "q", "r", "s"), place="line 1")
    odd = replace(new if not changes else replace(new, stem="Something else"), place="line 9", **changes)
    made = take(smith, [replace(other, stem="Edited"), new, odd], library, codebook)
    assert [str(fault).partition(";")[0] for fault in made.faults] == [f"file, line 9: {what}"] or what in str(made.faults[0])
    assert (smith / "questions" / "anatomy.toml").read_bytes() == before


def test_a_page_keeps_what_is_not_changed_whatever_its_author_wrote():
    text = (
        'question = "no"\n'.replace('question = "no"\n', "# head\r\n")
        + '[[question]]\r\nid = "a-0001"\r\nstem = """one\r\n[[question]]\r\n"""\r\nwhy = {A = "a", B = "b"}\r\ncodes = {"E11" = "t"}\r\n\r\n'
        + '[[question]] # two\r\nid="a-0002"\r\nkey = "A"\r\n[question.why]\r\nA = "x"\r\n# tail\r\n'
    )
    page = Page("one", text)
    first, second = page.entries
    page.change(
        [(first, {"why.A": "new", "stem": 'two """ "lines"\n\\ and "'}), (second, {"key": "B", "why.A": "y", "codes": {"E10": "u"}})]
    )
    found = tomllib.loads(page.written().decode())["question"]
    assert found == [
        {"id": "a-0001", "stem": 'two """ "lines"\n\\ and "', "why": {"A": "new", "B": "b"}, "codes": {"E11": "t"}},
        {"id": "a-0002", "key": "B", "why": {"A": "y"}, "codes": {"E10": "u"}},
    ]
    assert page.written().startswith(b"# head\r\n")
    assert b"\n" not in page.written().replace(b"\r\n", b"")


# What is broken, of another kind, or meant to do harm.

BOMB = b'<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><quiz><question type="multichoice">&b;</question></quiz>'
XLS = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def zipped(files, method=zipfile.ZIP_DEFLATED):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


@pytest.mark.parametrize(
    ("kind", "data", "where", "what"),
    [
        (Format.MOODLE, BOMB, "the file", "entities or a document type"),
        (Format.QTI, BOMB, "the file", "entities or a document type"),
        (Format.MOODLE, (DATA / "moodle.xml").read_bytes()[:900], "the file, line 19", "breaks off"),
        (Format.MOODLE, b"<questestinterop/>", "the file", "no question of the format moodle"),
        (Format.QTI, b"<questestinterop/>", "the file", "QTI 1.2"),
        (Format.QTI, b"<html/>", "the file", "<html> is no QTI 2.1 item"),
        (Format.QTI, b"PK\x03\x04 broken", "the file", "no whole zip"),
        (Format.QTI, zipped({"imsmanifest.xml": "<manifest/>"}), "the file", "no item is in this package"),
        (Format.QTI, zipped({"a.xml": b" " * (65 * 2**20)}), "a.xml", "more than 64 MB"),
        (Format.ANKI, zipped({"media": "{}"}), "the file", "no collection"),
        (Format.ANKI, zipped({"collection.anki2": "no database at all", "media": "{}"}), "collection.anki2", "broken"),
        (Format.ANKI, zipped({"collection.anki21b": "zstd", "collection.anki2": ""}), "the file", "Support older Anki versions"),
        (Format.ANKI, b"", "the file", "empty"),
        (Format.CSV, XLS, "the file", "it is a spreadsheet"),
        (Format.CSV, zipped({"xl/workbook.xml": "<x/>"}), "the file", "it is a spreadsheet"),
        (Format.CSV, "stem,A,B,C,key\nÄ".encode("utf-16"), "the file", "UTF-16"),
        (Format.CSV, "stem,A,B,C,key\nWas hei\xdft,a,b,c,A\n".encode("latin-1"), "line 2", "not in UTF-8"),
        (Format.CSV, b"stem,A,B,C,key\nwhat,a,b,c,E\n", "line 2", 'the key "E" is none'),
        (Format.CSV, b"stem,A,B,C,key\nwhat,a,b,c,A,more\n", "line 2", "6 cells, the heading has 5"),
        (Format.CSV, b"stem,A,B,C\nwhat,a,b,c\n", "line 1", "the column key is missing"),
        (Format.CSV, b"stem,A,B,C,key,key\nwhat,a,b,c,A,A\n", "line 1", "two columns are key"),
        (Format.CSV, b"stem,A,B,C,key,explantion\nwhat,a,b,c,A,\n", "line 1", '"explantion" is unknown'),
        (Format.CSV, b"stem,A,B,C,key,valid_from\nwhat,a,b,c,A,31.12.2025\n", "line 2", "is no date"),
        (Format.CSV, b'stem,A,B,C,key\n"what,a,b,c,A\n', "line 2", "quotation marks"),
        (Format.CSV, b"stem,A,B,C,key\nwhat,,b,c,A\n", "line 2", "option 1 is empty"),
        (Format.GIFT, b"a bird {=b ~c\n\n~d ~e}", "line 1", "1 braces open and 0 close"),
        (Format.GIFT, b"a bird {~b ~c ~d ~e}", "line 1", "no answer is marked as right"),
        (Format.GIFT, b"{=b ~c ~d ~e}", "line 1", "it has no text"),
        (Format.AIKEN, b"What?\nA. b\nB. c\nANSWER: E\n", "line 1", '"E" is none of its options'),
        (Format.AIKEN, b"What?\nA. b\nC. c\nANSWER: A\n", "line 3", "option B or ANSWER: should come here"),
        (Format.AIKEN, b"What?\nA. b\nB. c\n", "line 1", "no line ANSWER:"),
    ],
)
def test_a_fault_says_where_and_what(kind, data, where, what):
    reading = formats.read(kind, "file", data)
    assert (f"file, {where}", True) in [(str(fault).partition(":")[0], what in fault.what) for fault in reading.faults]
    assert all(any(mend in fault.what for mend in ("; ", "? ", "is it ", ". Known")) for fault in reading.faults)


@pytest.mark.parametrize("kind", Format)
def test_nothing_that_is_cut_or_mixed_up_crashes_a_reader(kind, library):
    drafts = [draft_of(one) for one in list(library.questions.values())[:3]]
    whole = formats.write(kind, drafts, "", NOW)
    chance = Random(11)
    for _ in range(60):
        data = bytearray(whole[: chance.randrange(len(whole))] if chance.random() < 0.5 else whole)
        for _ in range(chance.randrange(4)):
            data[chance.randrange(len(data)) if data else 0 :][:1] = bytes([chance.randrange(256)])
            if data:
                data[chance.randrange(len(data))] = chance.randrange(256)
        reading = formats.read(kind, "file", bytes(data))
        assert reading.drafts or reading.faults or reading.unfit


def test_a_file_that_is_too_large_is_not_read():
    reading = formats.read(Format.CSV, "file", b"x" * (formats.LARGEST + 1))
    assert "20 at most" in str(reading.faults[0])


def test_a_collection_that_would_run_for_ever_is_given_up():
    with sqlite3.connect(":memory:") as made:
        endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS guid, i AS mid, i AS flds, i AS tags, i AS id FROM n"
        made.executescript(f"CREATE TABLE col (models); INSERT INTO col VALUES ('{{}}'); CREATE VIEW notes AS {endless};")
        data = made.serialize()
    reading = formats.read(Format.ANKI, "file", zipped({"collection.anki2": data}))
    assert "broken" in reading.faults[0].what


def test_a_deck_is_the_same_twice_and_its_ids_are_made_of_names(library):
    drafts = [draft_of(library.questions["anat-0001"])]
    assert anki.deck(drafts, "Week 3", NOW) == anki.deck(drafts, "Week 3", NOW)

    def ids(name, drafts, now):
        with zipfile.ZipFile(io.BytesIO(anki.deck(drafts, name, now))) as archive, sqlite3.connect(":memory:") as found:
            found.deserialize(archive.read("collection.anki2"))
            decks = json.loads(found.execute("SELECT decks FROM col").fetchone()[0])
            return [{one["id"] for one in decks.values()}, found.execute("SELECT guid, mid FROM notes").fetchall()]

    later = NOW.replace(year=2027)
    assert ids("Week 3", drafts, NOW) == ids("Week 3", [replace(drafts[0], stem="Another wording")], later)
    assert ids("Week 3", drafts, NOW)[0] != ids("Week 4", drafts, NOW)[0]


def test_a_basic_anki_note_is_left_out_by_the_name_of_its_type():
    import genanki

    deck = genanki.Deck(1, "Basic")
    deck.add_note(genanki.Note(genanki.BASIC_MODEL, ["Front", "Back"]))
    reading = Reading("file")
    anki.read(zipped({"collection.anki2": collection(genanki, deck)}), reading)
    assert 'note type "Basic (genanki)" has no fields Question' in str(reading.unfit[0])


def collection(genanki, deck):
    with sqlite3.connect(":memory:") as made:
        genanki.Package(deck).write_to_db(made.cursor(), 1.0, itertools.count(1))
        made.commit()
        return made.serialize()


def test_a_spreadsheet_computes_no_cell(library):
    draft = replace(draft_of(library.questions["anat-0001"]), options=("=1+1", "-25", "'=x", "@a"))
    rows = list(csv.reader(io.StringIO(formats.write(Format.CSV, [draft], "", NOW).decode("utf-8-sig"), newline="")))
    assert rows[1][4:8] == ["'=1+1", "'-25", "''=x", "'@a"]
    assert read(Format.CSV, formats.write(Format.CSV, [draft], "", NOW)).drafts == [draft]


def test_a_qti_package_is_laid_out_as_the_specification_says(library):
    """Namespaces, the order of elements that the schema of QTI 2.1 fixes, and identifiers that lead somewhere."""
    from xml.etree import ElementTree

    draft = draft_of(library.questions["anat-0001"])
    qti, cp = "{http://www.imsglobal.org/xsd/imsqti_v2p1}", "{http://www.imsglobal.org/xsd/imscp_v1p1}"
    with zipfile.ZipFile(io.BytesIO(formats.write(Format.QTI, [draft], "", NOW))) as package:
        manifest, item = (ElementTree.fromstring(package.read(name)) for name in ("imsmanifest.xml", "items/anat-0001.xml"))
        assert [one.tag for one in manifest] == [f"{cp}{name}" for name in ("metadata", "organizations", "resources")]
        resource = manifest.find(f"{cp}resources/{cp}resource")
        assert resource.attrib == {"identifier": "RES-anat-0001", "type": "imsqti_item_xmlv2p1", "href": "items/anat-0001.xml"}
        assert resource.find(f"{cp}file").get("href") in package.namelist()
    assert item.tag == f"{qti}assessmentItem"
    order = ["responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing", "modalFeedback"]
    assert list(dict.fromkeys(one.tag.removeprefix(qti) for one in item)) == order
    choices = [one.get("identifier") for one in item.iter(f"{qti}simpleChoice")]
    assert item.findtext(f"{qti}responseDeclaration/{qti}correctResponse/{qti}value") == choices[draft.key]
    declared = {one.get("identifier") for one in item if one.tag.endswith("Declaration")}
    assert {one.get("outcomeIdentifier") for one in item.findall(f"{qti}modalFeedback")} < declared
    assert {
        one.get("identifier") for one in item.iter() if one.tag in (f"{qti}variable", f"{qti}correct", f"{qti}setOutcomeValue")
    } < declared
