"""Cases: a note and its questions, asked as a whole; and how faults in them are reported."""

import re
from dataclasses import replace
from datetime import date

import pytest

from bot.chat import LONGEST_TEXT
from bot.library.check import check_content
from bot.library.shelf import Library
from bot.talk.preview import unfit
from bot.tutor import Tutor
from tests.conftest import CONTENT, Person
from tests.writing import NOTE, case, content, question

TODAY = date(2026, 11, 22)


@pytest.fixture
def shelf(tmp_path):
    """Two cases, one set aside for a mock exam, and single questions beside them; one has the id of a case."""
    singles = "".join(question(f"case-{n:04}", "cases", number=n) for n in range(1, 4)) + question("anat-0001", number=9)
    cases = case("case-0001", 4, number=20) + case("case-0009", 3, "mock = 2", number=30)
    return Library(content(tmp_path / "content", singles, cases))


@pytest.fixture
def ana(database, shelf, codebook, clock):
    return Person(Tutor(database, shelf, codebook, seed=7), clock, "ana")


def test_a_case_is_asked_from_its_note_to_its_result(ana):
    asked = ana.says("/case")

    assert asked.text.startswith("**Question 1 of 4** · Cases · medium\n**The case case-0001**, 1 of 4\n\n")
    assert NOTE in asked
    assert asked.about == ["question/case-0001-1", "case/case-0001"]
    assert "The note" not in asked.labels
    verdict = ana.answers(right=True)
    assert verdict.about == ["question/case-0001-1", "case/case-0001"]
    assert verdict.facts["area"] == "cases"
    for number in (2, 3, 4):
        asked = ana.taps("Next")
        assert asked.about == [f"question/case-0001-{number}", "case/case-0001"]
        assert f"**The case case-0001**, {number} of 4" in asked
        assert NOTE not in asked
        ana.answers(right=number != 3)
    assert "**Round done: 3 of 4 right**" in ana.last
    assert {"A whole case", "Five more"} <= set(ana.last.labels)


def test_the_note_is_one_tap_away_and_loses_nothing(ana):
    ana.says("/case")
    ana.answers()
    ana.taps("Next")
    note = ana.taps("The note")
    assert note.text == f"**The case case-0001**\n\n{NOTE}"
    assert note.about == ["case/case-0001"]
    assert "2 of 4" in ana.taps("Continue: question 2 of 4")
    assert "correct" in ana.says("a").facts


def test_a_verdict_that_takes_the_place_of_the_note_keeps_it(ana):
    ana.says("/case")
    verdict = ana.taps("A")
    assert verdict.replies[0].replaces
    assert NOTE in verdict
    ana.taps("Next")
    verdict = ana.taps("A")
    assert NOTE not in verdict
    assert "The note" in verdict.labels


@pytest.mark.parametrize("said", ["/case case-0001", "give me a case please", "case study", "/case CASE-0001"])
def test_a_case_starts_in_many_ways(ana, said):
    assert ana.says(said).about[1] == "case/case-0001"


@pytest.mark.parametrize(
    "said", ["/case case-0009", "/case nothing", "/case case-0001-1", "/note", "/note case-7777", "/note " + "x" * 300]
)
def test_what_is_no_case_to_practise_is_a_sentence_with_a_way_on(ana, said):
    reply = ana.says(said)
    assert "of that name" in reply
    assert ana.taps("A case").about[1] == "case/case-0001"


def test_a_new_case_comes_before_one_that_was_worked(ana, tmp_path, database, codebook, clock):
    first = case("case-0001", 3, number=20) + case("case-0002", 3, number=30)
    ana = Person(Tutor(database, Library(content(tmp_path / "two", "", first)), codebook), clock, "ana")
    seen = []
    for right in (True, False, True):
        seen.append(ana.says("/case").about[1])
        for _ in range(3):
            ana.answers(right)
            if "Next" in ana.last.labels:
                ana.taps("Next")
    assert set(seen[:2]) == {"case/case-0001", "case/case-0002"}
    assert seen[2] == seen[1]  # it was missed, the other was not


def test_a_round_of_cases_mixes_single_questions_and_whole_cases(ana):
    asked = ana.says("/quiz cases 7")
    names = []
    while True:
        names.append(asked.about)
        ana.answers()
        if "Next" not in ana.last.labels:
            break
        asked = ana.taps("Next")
    whole = [about[0] for about in names if len(about) == 2]
    assert whole == [f"question/case-0001-{n}" for n in range(1, 5)]
    places = [place for place, about in enumerate(names) if len(about) == 2]
    assert places == list(range(places[0], places[0] + 4)), "its questions stand together"
    assert sorted(about[0] for about in names if len(about) == 1) == [f"question/case-{n:04}" for n in range(1, 4)]


def test_a_case_that_is_larger_than_the_round_is_passed_over(ana):
    assert "Question 1 of 3" in ana.says("/quiz cases 3")
    assert "case/" not in str(ana.last.about)


def test_questions_of_cases_come_in_no_other_round(ana):
    assert ana.says("/quiz 50").facts["of"] == 4
    assert "question/case-0001-1" not in {ana.says("/daily").about[0] for _ in range(3)}


def test_skipping_goes_through_the_case(ana):
    ana.says("/case")
    assert "2 of 4" in ana.taps("Skip")
    assert NOTE in ana.taps("The note")


def test_a_question_of_a_case_can_be_reported(ana, database):
    ana.says("/case")
    ana.answers()
    ana.taps("Something is wrong here")
    assert "Thank you" in ana.taps("It is unclear")
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT question FROM report").scalar() == "case-0001-1"


def test_explaining_again_keeps_the_note_at_hand(ana):
    ana.says("/case")
    ana.answers()
    again = ana.says("explain that again")
    assert NOTE in again
    assert again.about == ["question/case-0001-1", "case/case-0001"]


def test_the_longest_case_fits_a_message_and_a_longer_one_is_a_fault(tmp_path, codebook):
    """A note of 250 words of usual length, and all else as long as it may be: asked and answered it fits."""
    folder = content(tmp_path / "content", "", case("case-0001", 3, note=" ".join(["lesion"] * 250)))
    shelf = Library(folder)
    one = shelf.questions["case-0001-1"]
    full = replace(one, stem="s" * 700, options=("o" * 120,) * 4, why=("w" * 330,) * 4, source="b" * 180)
    assert unfit(full, shelf.cases["case-0001"], shelf.areas["cases"], codebook) == ""
    (folder / "cases" / "one.toml").write_text(case("case-0001", 3, note=" ".join(["cholecystectomies"] * 250)))
    faults = check_content(folder, codebook, TODAY, lambda *item: unfit(*item, codebook=codebook))
    assert re.search(rf"as a student would see it, a reply has 4[89]\d\d characters, {LONGEST_TEXT} fit; shorten the note", str(faults[0]))


SPOILED = [
    (f'note = """{NOTE}"""', "", "case case-0001: note is missing"),
    ("amber basil", "amber 00001 basil", "case case-0001: 00001 reads as a CPT code"),
    ("amber basil", "amber E11.9 basil", "case case-0001: E11.9 stands in the note; list it"),
    ("amber basil", "**amber** basil", "case case-0001: it holds marks"),
    ("amber basil", "Patient Mary Smith, born 01/02/1980,", "case case-0001: the note reads like a real patient's data"),
    (NOTE, "too short", "case case-0001: the note has 2 words; 80 to 250 are wanted"),
    ('areas = ["integumentary", "icd10cm"]', 'areas = ["skin"]', 'case case-0001: the area "skin" is unknown'),
    ('id = "case-0001-2"', 'id = "case-0002-2"', "question case-0002-2: the id should be that of its case, a dash and a digit"),
    ('id = "case-0001-2"', 'id = "case-0001-1"', "question case-0001-1: the id stands in content/cases/one.toml already"),
    ('id = "case-0001-2"', 'id = "case-0001-2"\narea = "anatomy"', "question case-0001-2: area is that of the case; take it out"),
    ('id = "case-0001-2"', 'id = "case-0001-2"\nmock = 1', "question case-0001-2: mock is that of the case; take it out"),
    ('id = "case-0001-2"', 'id = "case-0001-2"\ndifficulty = "huge"', 'question case-0001-2: difficulty "huge" is unknown'),
    ('id = "case-0001-2"', 'id = "case-0001-2"\nanswer = "B"', 'question case-0001-2: "answer" is not a known field'),
    ("valid_from = 2024-10-01", "", "case case-0001: valid_from is missing"),
    ('difficulty = "medium"', 'difficulty = "so so"', 'case case-0001: difficulty "so so" is unknown'),
    ("valid_from = 2024-10-01", "valid_from = 2024-10-01\nmock = 4", "case case-0001: mock is 4; write 1, 2 or 3, or leave it out"),
    ('title = "The case case-0001"', f'title = "{"long " * 20}"', "case case-0001: the title has 99 characters; 60 fit"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), SPOILED, ids=range(len(SPOILED)))
def test_a_fault_in_a_case_is_said_once_with_its_place(tmp_path, codebook, old, new, message):
    folder = content(tmp_path / "content", "", case("case-0001", 3))
    assert check_content(folder, codebook, TODAY) == []
    path = folder / "cases" / "one.toml"
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new, 1))
    (fault,) = [str(fault) for fault in check_content(folder, codebook, TODAY)]
    assert re.match(r"content/cases/one.toml, line \d+, case case-0001", fault)
    assert message in fault


@pytest.mark.parametrize("questions", [0, 2, 7])
def test_a_case_has_three_to_six_questions(tmp_path, codebook, questions):
    folder = content(tmp_path / "content", "", case("case-0001", questions))
    assert "three to six" in str(check_content(folder, codebook, TODAY)[0])


def test_every_case_that_ships_has_its_questions(library):
    for found in library.cases.values():
        assert [library.questions[name].case for name in found.questions] == [found.id] * len(found.questions)
    assert (CONTENT / "cases").is_dir() is bool(library.cases)
