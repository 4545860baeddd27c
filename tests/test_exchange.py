"""Questions of other systems: read, written, and taken into a folder without losing what hangs on them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.library.check import check_pack
from bot.library.exchange import formats
from bot.library.exchange.draft import Draft, draft_of, one_line, tidied, tidy
from bot.library.exchange.format import Format
from bot.library.exchange.intake import Usual, plan
from tests.writing import question, stem

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
    assert "smith/questions/anatomy.toml, question smith-0008: source is empty; write it between the quotes" in faults
    assert take(smith, drafts, library, codebook).same == 2
