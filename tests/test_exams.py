"""Mock exams: starting a sitting, and what can be done in it, as conversations."""

import re

import pytest

from bot.library.shelf import Library
from bot.store import rounds, sittings
from bot.store.tables import round, sitting
from bot.tutor import Tutor
from tests.conftest import Person
from tests.exams import AREAS, answers, counted, only_sitting, paper, shelf, without
from tests.writing import NOTE, content, question


@pytest.fixture
def tutor(database, exams, codebook) -> Tutor:
    return Tutor(database, exams, codebook, seed=7)


# Starting


def test_the_kinds_of_exams_are_offered(ana):
    offer = ana.says("mock exam")
    assert "Full: 100 questions, 4 hours" in offer
    assert "Half: 50 questions, 2 hours" in offer
    assert "Quarter: 25 questions, 1 hour" in offer
    assert offer.labels == ["Full, 4 hours", "Half, 2 hours", "Quarter, 1 hour", "More time, or no clock", "Managing your time"]


def test_a_sitting_starts_with_its_rules_and_its_first_question(ana):
    rules, first = ana.says("/exam full").replies
    assert rules.text.startswith("**Full mock exam: 100 questions, 4 hours, until 16:00.**")
    assert [line.split("**")[1] for line in rules.text.splitlines() if line.startswith("**") and ":" not in line.split("**")[1]] == [
        "First pass",
        "Second pass",
        "The last minutes",
    ]
    assert rules.choices[0].says == "/faq exam_time_management"
    assert rules.facts["mock"] == 1
    assert first.facts["kind"] == "exam"
    assert first.facts["left"] == 4 * 3600
    assert (first.facts["number"], first.facts["of"]) == (1, 100)
    assert [choice.label for choice in first.choices] == ["A", "B", "C", "D", "Flag", "Skip", "Overview", "Look something up"]


def test_a_full_exam_is_a_whole_set_in_the_order_of_the_blueprint(ana, database, exams):
    ana.says("full mock exam")
    names = paper(database, 1)
    assert names == list(exams.mock(1))
    areas = [exams.questions[name].area for name in names]
    assert {area: areas.count(area) for area in AREAS} == AREAS
    assert areas == sorted(areas, key=list(AREAS).index)


@pytest.mark.parametrize(("said", "size"), [("/exam half", 50), ("/exam quarter", 25)])
def test_a_part_is_drawn_by_the_blueprint_from_one_set(ana, database, exams, said, size):
    mock = ana.says(said).facts["mock"]
    names = paper(database, 1)
    assert len(names) == len(set(names)) == size
    assert {exams.questions[name].mock for name in names} == {mock}
    areas = [exams.questions[name].area for name in names]
    for area, weight in AREAS.items():
        assert abs(areas.count(area) - weight * size / 100) < 1, area
    assert areas == sorted(areas, key=list(AREAS).index)


def test_no_sitting_asks_what_an_earlier_one_asked(ana, database):
    seen, mocks = [], []
    for said in ("/exam full", "/exam half", "/exam half", "/exam quarter", "/exam full"):
        ana.says(said)
        mocks.append(ana.last.facts["mock"])
        seen += paper(database, len(mocks))
        ana.says("hand in now")
    assert mocks == [1, 3, 3, 2, None]  # a part uses up what was begun; the last full one is drawn, with what is left of exam 2 in it
    assert len(seen[:225]) == len(set(seen[:225]))


def test_where_every_set_is_sat_it_is_said(ana):
    for said in ("/exam full", "/exam full", "/exam full"):
        ana.says(said)
        ana.says("hand in now")
    drawn = ana.says("/exam quarter")
    assert "No exam that is set aside is left for you, so this one is drawn by the blueprint" in drawn
    assert drawn.facts["mock"] is None


def test_without_sets_it_is_drawn_from_what_was_not_asked(database, codebook, clock, tmp_path):
    ana = Person(Tutor(database, shelf(tmp_path, (), 4), codebook, seed=3), clock, "ana")
    ana.says("/quiz anesthesia 2")
    known = []
    for _ in range(2):
        known.append(ana.last.about[0].removeprefix("question/"))
        ana.answers()
        if "Next" in ana.last.labels:
            ana.taps("Next")
    start = ana.says("/exam quarter")
    assert "No exam is set aside yet, so this one is drawn by the blueprint from questions that you have not been asked." in start
    assert not set(known) & set(paper(database, 1))
    assert len(paper(database, 1)) == 25
    ana.says("hand in now")
    again = ana.says("/exam half")
    assert re.search(r"for \d+ of them there was no new one, so you have met those before", again.text)


def test_a_library_that_is_too_small_says_so(database, codebook, clock, tmp_path):
    ana = Person(Tutor(database, Library(content(tmp_path, question("anat-0001"))), codebook), clock, "ana")
    start = ana.says("/exam quarter")
    assert "The library has too few questions for 25: there are 1." in start
    assert ana.says("hand in now").facts["of"] == 1
    empty = Person(Tutor(database, Library(content(tmp_path / "none")), codebook), clock, "ben")
    assert "no questions for a mock exam yet" in empty.says("/exam full")


def test_one_sitting_at_a_time(ana, database):
    ana.says("/exam half")
    assert "in the middle" in ana.says("/exam full")
    assert "Question 1 of 50" in ana.taps("Back to the exam")
    assert "Question 1 of 50" in ana.says("/exam")
    assert counted(database, sitting) == 1


@pytest.mark.parametrize(("said", "seconds"), [("/exam quarter 1.5x", 5400), ("/exam full 2x", 28800), ("/exam half", 7200)])
def test_time_can_be_extended(ana, said, seconds):
    assert ana.says(said).facts["left"] == seconds


def test_more_time_is_offered(ana):
    ana.says("/exam")
    ana.taps("More time")
    assert ana.last.labels[:2] == ["Full, 1.5 times the time", "Half, 1.5 times the time"]
    assert "no clock, pause whenever you like" in ana.taps("Quarter, no clock")


def test_what_is_no_kind_of_exam_is_a_sentence(ana):
    assert "I don't know that kind of exam" in ana.says("/exam banana")


def test_a_sitting_begun_by_mistake_can_be_called_off(ana, database):
    ana.says("/exam full")
    ana.says("overview")
    assert "Called off" in ana.taps("Call it off")
    assert counted(database, sitting) == counted(database, round) == 0
    assert ana.says("/exam full").facts["mock"] == 1
    ana.says("b")
    assert "Call it off" not in ana.says("overview").labels
    assert "can only be handed in" in ana.says("/exam drop 2")


# Under way


def test_nothing_is_said_about_an_answer_before_the_end(ana, exams):
    ana.says("/exam quarter")
    for n in range(30):
        name = next(about for about in ana.last.about if about.startswith("question/")).removeprefix("question/")
        asked = ana.answers(right=bool(n % 2)) if n % 3 else ana.taps("A")
        one = exams.questions[name]
        assert not {"correct", "key"} & set(asked.facts)
        assert not any(why in asked.text for why in one.why)
        assert "Right" not in asked.text
        assert "Wrong" not in asked.text
        if "exam/sheet" in asked.about:
            break
    assert "Nothing is explained before you hand in" in ana.says("why?")
    assert "Nothing is explained before you hand in" in ana.says("/exam review 1 1")
    assert "Nothing is explained before you hand in" in ana.says("/exam missed 1")


# These go through many wordings in one sitting each: a sitting for every wording would take the suite minutes.


def test_an_answer_in_words(ana):
    ana.says("/exam quarter")
    for said, chosen in (
        ("b", "B"),
        ("B.", "B"),
        ("2", "B"),
        ("second one", "B"),
        ("the last one", "D"),
        ("option c", "C"),
        ("i think a", "A"),
    ):
        ana.says("/go 1")
        assert f"Noted: 1 {chosen}." in ana.says(said), said
        assert ana.last.facts["number"] == 2
        assert ana.says("back").facts["chosen"] == chosen
        assert f"Your answer: {chosen}" in ana.last


def test_going_about_in_words(ana):
    ana.says("/exam quarter")
    wanted = {
        6: ("skip", "skip it please", "next", "Skip this one.", "first open"),
        4: ("back", "previous question"),
        5: ("continue", "/continue", "/exam on", "repeat"),
        12: ("go to 12", "12", "/go 12", "#12", "number 12", "question 12"),
        3: ("question 3", "go to question 3"),
    }
    for number, wordings in wanted.items():
        for said in wordings:
            ana.says("/go 5")
            assert ana.says(said).facts["number"] == number, said


def test_a_number_that_there_is_not(ana):
    ana.says("/exam quarter")
    for said in ("/go 26", "/go 0", "/go", "/go x", "/go 9999999999999999999999", "99", "go to 77"):
        assert "has the questions 1 to 25" in ana.says(said), said
        assert ana.taps("Back to question 1").facts["number"] == 1


def test_flags_go_on_and_off(ana):
    ana.says("/exam quarter")
    assert ana.taps("Flag").facts["flagged"] is True
    assert "· flagged ·" in ana.last.text.splitlines()[0]
    assert ana.taps("Take the flag off").facts["flagged"] is False
    assert ana.says("mark for review").facts["flagged"] is True
    assert ana.says("unflag").facts["flagged"] is False


def test_the_overview_shows_every_number(ana):
    ana.says("/exam quarter")
    for said in ("b", "flag", "c", "skip", "a", "flag", "/go 25", "d"):
        ana.says(said)
    page = ana.last
    assert page.about == ["exam/sheet"]
    assert page.text.splitlines() == [
        "Noted: 25 D.",
        "**4 of 25 answered** · 2 flagged · 59 min left",
        "",
        "`  1  B C!· A ·! · · · · ·`",
        "` 11  · · · · ·  · · · · ·`",
        "` 21  · · · · D`",
        "",
        "Letter: answered · dot: open · ! flagged",
        "Open: 3, 5-24",
        "Flagged: 2, 5",
        "A number takes you there: type 7, or /go 7.",
    ]
    assert ana.taps("First open: 3").facts["number"] == 3
    ana.says("overview")
    assert ana.taps("Flagged: 5").facts["number"] == 5
    ana.says("overview")
    assert ana.taps("Go to a number", "24").facts["number"] == 24


def test_the_second_pass_goes_through_what_is_open_or_flagged(ana):
    ana.says("/exam quarter")
    for n in range(1, 26):
        if n == 9:
            ana.says("flag")
        ana.says("skip" if n in (4, 17) else "a")
    assert "Open: 4, 17" in ana.last
    assert ana.taps("First open").facts["number"] == 4
    assert ana.says("b").facts["number"] == 9
    assert ana.says("unflag").facts["number"] == 9
    assert ana.says("c").facts["number"] == 17
    assert "25 of 25 answered" in ana.says("d")


def test_time_and_pace_on_request(ana, clock):
    ana.says("/exam full")
    answers(ana, 10)
    clock.sleeps(minutes=47, seconds=49)
    said = ana.says("time left")
    assert said.text.splitlines() == [
        "**3:12:00 left** of 4:00:00, until 16:00.",
        "10 of 100 answered, 0 flagged.",
        "At 2:24 a question 20 would be answered by now: you are 10 behind.",
        "You take 4:48 an answer. For each open question there are 2:08.",
    ]
    assert said.facts["left"] == 3 * 3600 + 12 * 60
    assert "Question 11 of 100** · " in ana.taps("Back to question 11")
    assert "191 min left" in ana.last


def test_a_case_is_shown_with_its_note_at_every_question(ana, exams):
    ana.says("/exam full")
    wholes = [n for n, name in enumerate(exams.mock(1), 1) if exams.questions[name].case]
    assert wholes == list(range(95, 101))
    for n in (95, 96, 99):
        asked = ana.says(f"/go {n}")
        assert NOTE in asked
        assert asked.about[1].startswith("case/case-100")


def test_look_ups_and_questions_go_on_and_lead_back(ana):
    ana.says("/exam quarter")
    ana.says("/go 3")
    assert "code/icd10cm/E11.21" in ana.says("E11.21").about
    assert ana.taps("Back to the exam: question 3 of 25").facts["number"] == 3
    assert ana.says("heart attack").about
    assert "Back to the exam" in ana.last.labels[-1]
    assert "faq/" in ana.says("/faq what score do i need to pass").about[0] or ana.last.about == ["unknown"]
    assert ana.says("continue").facts["number"] == 3


def test_a_code_that_is_an_option_is_looked_up(database, codebook, clock, tmp_path):
    one = question("icdc-0001", "icd10cm").replace("the answer b of icdc-0001", "E11.22")
    ana = Person(Tutor(database, Library(content(tmp_path, one)), codebook), clock, "ana")
    ana.says("/exam quarter")
    assert ana.says("E11.22").about == ["code/icd10cm/E11.22"]
    assert ana.says("continue").facts["chosen"] is None


def test_letters_belong_to_the_question_shown_last(ana):
    ana.says("/exam quarter")
    ana.says("/quiz anatomy 2")
    assert "correct" in ana.says("b").facts
    ana.taps("Next")
    assert "correct" in ana.says("c").facts
    assert ana.says("a").facts["chosen"] is None, "the round is over; the exam is shown, nothing is written"
    assert "Noted: 1 A." in ana.says("a")


def test_practice_never_asks_what_the_exam_holds(database, codebook, clock, tmp_path):
    library = shelf(tmp_path, (2,))
    ana = Person(Tutor(database, library, codebook, seed=3), clock, "ana")
    ana.says("/exam full")
    ana.says("hand in now")
    ana.says("/exam half")  # drawn from the practice questions
    held = set(paper(database, 2))
    asked = ana.says("/quiz 50")
    names = set()
    with database.reading() as connection:
        names |= {step.question for step in rounds.current(connection, 1).steps}
    assert asked.facts["kind"] == "quiz"
    assert names
    assert not names & held
    assert not any(library.questions[name].mock for name in names)


def test_what_no_button_says_changes_nothing(ana, database):
    ana.says("/exam quarter")
    before = only_sitting(database).steps
    for said in (
        "/mark", "/mark 1", "/mark 1 1 E", "/mark 1 99 A", "/mark 1 0 A", "/mark 77 1 A", "/mark x y z", "/mark 99999999999999999999 1 A", "/flag 1",
        "/flag 1 99", "/flag 9 1", "/flag a b", "/go", "/exam hand 77", "/exam drop 77", "/exam report", "/exam report x", "/exam review 77 1",
        "/exam review 1 ¹", "/exam missed", "/mark 1 ¹ A", "/exam hand x yes", "flagged",
    ):  # fmt: skip
        assert ana.says(said).replies
        assert only_sitting(database).steps == before
        assert not only_sitting(database).over, said
    with database.reading() as connection:
        assert not any(line.chosen is not None or line.flagged for line in sittings.lines(connection, 1).values())


def test_a_sitting_is_nobody_elses(ana, ben, database):
    ana.says("/exam quarter")
    ben.says("/start")
    for said in ("/mark 1 1 A", "/flag 1 1", "/exam hand 1 yes", "/exam drop 1", "/exam report 1", "/exam review 1 1"):
        assert "mock exam" in ben.says(said).text.lower()
    assert not only_sitting(database).over
    with database.reading() as connection:
        assert sittings.lines(connection, 1) == {}


def test_a_question_that_leaves_the_library_does_not_count(database, codebook, clock, tmp_path):
    ana = Person(Tutor(database, shelf(tmp_path, (1,), 0), codebook, seed=7), clock, "ana")
    ana.says("/exam quarter")
    answers(ana, 25)
    gone = paper(database, 1)[:2]
    fewer = content(tmp_path / "new", *without(tmp_path, gone))
    later = Person(Tutor(database, Library(fewer), codebook), clock, "ana")
    assert "has left the library" in later.says("/go 2")
    assert "does not count" in later.says("b")
    report = later.says("hand in")
    assert (report.facts["right"], report.facts["of"]) == (23, 23)
    assert later.says("/exam results").facts["results"] == [[1, "quarter", 23, 23]]
    assert "left the library" in later.says("/exam review 1 1")


@pytest.mark.parametrize("said", ["no", "not yet", "Wait"])
def test_no_goes_back_to_the_question_where_it_was_asked_whether_to_hand_in(ana, said):
    ana.says("/exam quarter")
    ana.says("the answer is b")
    assert "Hand it in all the same?" in ana.says("hand in")
    assert ana.says(said).facts["number"] == 2
    assert "1 of 25 answered" in ana.says("overview")
