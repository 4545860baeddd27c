"""Mock exams: a sitting from its start to its report, as conversations."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import count, pairwise
from threading import Barrier

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from bot.chat import Incoming
from bot.library.question import LETTERS
from bot.library.shelf import Library
from bot.store import rounds, sittings
from bot.store.tables import attempt, round, sitting, sitting_answer, study_day
from bot.tutor import Tutor
from tests.conftest import NOON, Person
from tests.exams import AREAS, answers, passes, sends, shelf
from tests.test_link import code_of, on
from tests.writing import NOTE, content, question


@pytest.fixture(scope="session")
def exams(tmp_path_factory) -> Library:
    return shelf(tmp_path_factory.mktemp("exams"))


@pytest.fixture
def tutor(database, exams, codebook) -> Tutor:
    return Tutor(database, exams, codebook, seed=7)


def only_sitting(database):
    with database.reading() as connection:
        return sittings.find(connection, 1)


def paper(database, number):
    with database.reading() as connection:
        return [step.question for step in sittings.find(connection, number).steps]


def counted(database, table=attempt):
    with database.reading() as connection:
        return connection.scalar(select(func.count()).select_from(table))


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
    assert "You have sat the exams that are set aside, at least in part, so this one is drawn by the blueprint" in drawn
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


@pytest.mark.parametrize(
    ("said", "chosen"),
    [("b", "B"), ("B.", "B"), ("2", "B"), ("second one", "B"), ("the last one", "D"), ("option c", "C"), ("i think a", "A")],
)
def test_an_answer_in_words(ana, said, chosen):
    ana.says("/exam quarter")
    assert f"Noted: 1 {chosen}." in ana.says(said)
    assert ana.last.facts["number"] == 2
    assert ana.says("back").facts["chosen"] == chosen
    assert f"Your answer: {chosen}" in ana.last


@pytest.mark.parametrize(
    ("said", "number"),
    [("skip", 6), ("skip it please", 6), ("next", 6), ("back", 4), ("previous question", 4), ("go to 12", 12), ("12", 12), ("/go 12", 12),
     ("question 3", 3), ("#7", 7), ("number 25", 25), ("continue", 5), ("/continue", 5), ("/exam on", 5), ("flag", 5), ("first open", 6),
     ("Skip this one.", 6)],
)  # fmt: skip
def test_going_about_in_words(ana, said, number):
    ana.says("/exam quarter")
    ana.says("/go 5")
    assert ana.says(said).facts["number"] == number


@pytest.mark.parametrize("said", ["/go 26", "/go 0", "/go", "/go x", "/go 9999999999999999999999", "99", "go to 77"])
def test_a_number_that_there_is_not(ana, said):
    ana.says("/exam quarter")
    assert "has the questions 1 to 25" in ana.says(said)
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
        "At an even pace 20 would be answered by now: you are 10 behind.",
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


@pytest.mark.parametrize(
    "said",
    ["/mark", "/mark 1", "/mark 1 1 E", "/mark 1 99 A", "/mark 1 0 A", "/mark 77 1 A", "/mark x y z", "/mark 99999999999999999999 1 A", "/flag 1",
     "/flag 1 99", "/flag 9 1", "/flag a b", "/go", "/exam hand 77", "/exam drop 77", "/exam report", "/exam report x", "/exam review 77 1",
     "/exam review 1 ¹", "/exam missed", "/mark 1 ¹ A", "/exam hand x yes", "flagged"],
)  # fmt: skip
def test_what_no_button_says_changes_nothing(ana, database, said):
    ana.says("/exam quarter")
    before = only_sitting(database).steps
    assert ana.says(said).replies
    assert only_sitting(database).steps == before
    assert not only_sitting(database).over
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
    ana.says("/exam full")
    answers(ana, 100)
    gone = paper(database, 1)[:2]
    fewer = content(tmp_path / "new", *_without(tmp_path, gone))
    later = Person(Tutor(database, Library(fewer), codebook), clock, "ana")
    assert "has left the library" in later.says("/go 2")
    assert "does not count" in later.says("b")
    report = later.says("hand in")
    assert (report.facts["right"], report.facts["of"]) == (98, 98)
    assert later.says("/exam results").facts["results"] == [[1, "full", 98, 98]]
    assert "left the library" in later.says("/exam review 1 1")


def _without(folder, names):
    for part in ("questions", "cases"):
        text = (folder / part / "one.toml").read_text()
        blocks = text.split("[[question]]") if part == "questions" else [text]
        yield "[[question]]".join(block for block in blocks if not any(f'id = "{name}"' in block for name in names))


# Handing in


def test_handing_in_asks_once_where_something_is_open_or_flagged(ana):
    ana.says("/exam quarter")
    answers(ana, 20)
    ana.says("/go 3")
    ana.says("flag")
    asked = ana.says("hand in")
    assert "5 open (21-25) and 1 flagged (3)" in asked
    assert asked.labels == ["Hand in now", "To the open ones", "To the flagged ones", "Overview"]
    assert ana.taps("To the open ones").facts["number"] == 21
    ana.says("overview")
    button = next(choice for choice in ana.last.choices if choice.label == "Hand in")
    for _ in range(3):  # a button that is tapped twice means nothing more than once
        assert "Hand it in all the same?" in ana.says(button.says)
    assert ana.says("yes").facts["right"] == 20


@pytest.mark.parametrize("said", ["hand in", "submit", "yes please", "hand in now", "/exam hand 1 yes"])
def test_what_is_meant_after_it_was_asked(ana, said):
    ana.says("/exam quarter")
    ana.says("hand in")
    assert ana.says(said).facts["right"] == 0


def test_a_yes_that_nothing_asked_for_hands_nothing_in(ana, clock, database):
    ana.says("/exam quarter")
    ana.says("yes")
    ana.says("hand in")
    ana.says("b")
    ana.says("yes")
    ana.says("hand in")
    clock.sleeps(minutes=6)
    ana.says("yes")
    assert not only_sitting(database).over


def test_a_finished_sitting_is_handed_in_without_a_question(ana):
    ana.says("/exam quarter")
    answers(ana, 18, 7)
    report = ana.says("hand in")
    assert report.text.startswith("**18 of 25 right: 72 %, a pass.**")
    assert report.facts["passed"] is True


@pytest.mark.parametrize(
    ("right", "passed", "words"), [(18, True, "72 %, a pass"), (17, False, "68 %.** 1 more makes the pass mark of 70 %")]
)
def test_the_pass_mark_is_that_of_the_whole(ana, right, passed, words):
    ana.says("/exam quarter")
    answers(ana, right, 25 - right)
    assert words in ana.says("done")
    assert ana.last.facts["passed"] is passed


def test_the_report_names_the_areas_from_weakest_to_strongest(ana, exams, clock):
    ana.says("/exam full")
    for name in exams.mock(1):
        clock.sleeps(seconds=59)
        ana.answers(right=exams.questions[name].area not in ("anesthesia", "radiology"))
    report = ana.says("hand in").replies[0]
    assert report.text.splitlines()[:2] == [
        "**90 of 100 right: 90 %, a pass.** The mark is 70 % of the whole.",
        "Full mock exam · exam 1 · 1:40:01 of 4:00:00",
    ]
    block = report.text.split("\n\n")[1].splitlines()
    assert block[:3] == ["By area, weakest first:", "Anesthesia: 0 of 4 (0 %)", "Radiology (70,000 series): 0 of 6 (0 %)"]
    assert block[-1] == "Cases: 10 of 10 (100 %)"
    assert len(block) == 19
    assert "Pace: 1:00 an answer; the exam gives 2:24." in report.text
    assert "**This week**: practise Radiology and Anesthesia" in report.text
    assert [choice.says for choice in report.choices] == [
        "/quiz radiology 10",
        "/quiz anesthesia 10",
        "/exam missed 1",
        "/exam review 1 1",
        "/exam results",
    ]
    assert report.chart.alt in report.text
    assert report.facts["areas"]["icd10cm"] == [5, 5]
    assert report.text.endswith("1-day streak")


def test_changed_answers_are_told_by_what_they_were(ana):
    ana.says("/exam quarter")
    for n, (first, last) in enumerate([(True, False), (False, True), (False, True), (True, True)], 1):
        ana.says(f"/go {n}")
        ana.answers(right=first)
        ana.says(f"/go {n}")
        ana.answers(right=last)
    ana.says("/go 5")
    wrong = [letter for letter in LETTERS if letter != ana.letter(right=True)]
    ana.says(wrong[0])
    ana.says("/go 5")
    ana.says(wrong[1])
    ana.says("/go 6")
    right = ana.letter(right=True)
    for letter in (right, wrong[2] if wrong[2] != right else wrong[1], right):  # and back again is no change
        ana.says("/go 6")
        ana.says(letter)
    report = ana.says("hand in now")
    assert report.facts["changed"] == [2, 1, 1]
    assert "Changed answers: 4 (2 wrong to right, 1 right to wrong, 1 wrong to wrong)." in report
    assert "Left blank: 19." in report
    assert report.facts["right"] == 4


def test_a_handed_in_sitting_changes_no_more(ana, database):
    ana.says("/exam quarter")
    tap = ana.last.choices[1].says if ana.last.choices[1].says.startswith("/mark") else "/mark 1 1 A"
    ana.says("b")
    ana.says("hand in now")
    before = ana.says("/exam report 1").facts["right"]
    for said in (tap, "/flag 1 1", "/exam hand 1 yes", "/mark 1 2 C", "b", "flag"):
        assert "handed in" in ana.says(said)
    assert "No mock exam is open" in ana.says("/go 3")
    assert ana.says("/exam report 1").facts["right"] == before
    assert counted(database) == 1


def test_answers_become_attempts_with_their_own_times_and_misses_are_practised(database, codebook, clock, tmp_path):
    ana = Person(Tutor(database, shelf(tmp_path, (), 3), codebook, seed=5), clock, "ana")
    ana.says("/exam quarter")
    missed = None
    while "exam/sheet" not in ana.last.about:
        wrong = ana.last.facts["area"] == "anatomy"
        missed = ana.last.about[-1].removeprefix("question/") if wrong else missed
        clock.sleeps(seconds=30)
        ana.answers(right=not wrong)
    assert counted(database) == 0, "nothing counts before it is handed in"
    ana.says("hand in")
    with database.reading() as connection:
        rows = connection.execute(select(attempt.c.at, attempt.c.correct).order_by(attempt.c.id)).all()
        assert len(rows) == 25
        assert all(later.at - earlier.at == timedelta(seconds=31) for earlier, later in pairwise(rows))
        assert rounds.last_answers(connection, 1)[missed][1] is False
    assert ana.says("/progress").facts["answered"] == 25
    assert ana.says("/quiz anatomy 3").facts["of"] == 3
    with database.reading() as connection:
        assert [step.question for step in rounds.current(connection, 1).steps][-1] == missed  # the new ones first, then what was missed


# The end of the time


def test_it_hands_itself_in_where_nobody_is_there(ana, tutor, clock, database):
    ana.says("/exam quarter")
    answers(ana, 9, 2)
    came = passes(tutor, clock, hours=3)
    assert [one.post.key for one in came] == ["halftime:1:", "result:1"]
    result = came[-1]
    assert result.at == NOON + timedelta(seconds=1, hours=1)
    assert result.reply.text.startswith("**9 of 25 right: 36 %.**")
    assert "Time was up at 13:00, so it was handed in" in result.reply.text
    assert result.reply.chart is not None
    assert only_sitting(database).closed_at == result.at
    assert tutor.next_due() is None
    assert sends(tutor, clock) == []
    assert ana.says("/exam results").facts["results"] == [[1, "quarter", 9, 25]]


def test_half_time_is_told_once_and_in_time(ana, tutor, clock):
    ana.says("/exam full")
    answers(ana, 20)
    (came,) = passes(tutor, clock, hours=2, minutes=5)
    assert came.at == NOON + timedelta(seconds=1, hours=2)
    assert came.reply.text.splitlines()[:3] == [
        "**Half of the time is over.**",
        "**2:00:00 left** of 4:00:00, until 16:00.",
        "20 of 100 answered, 0 flagged.",
    ]
    assert "Question 21 of 100" in ana.says(came.reply.choices[0].says)
    assert passes(tutor, clock, hours=1) == []


@pytest.mark.parametrize("said", ["hand in now", "time left"])
def test_a_notice_that_is_no_longer_needed_is_taken_back(ana, tutor, clock, said):
    ana.says("/exam quarter")
    clock.sleeps(minutes=31)
    tutor.tick(clock.now, pulse=False)  # planned, not sent
    ana.says(said)
    assert tutor.take_posts(("test",), clock.now) == []


def test_a_notice_of_half_time_that_is_late_is_not_sent(ana, tutor, clock):
    ana.says("/exam full")
    clock.sleeps(hours=2)
    tutor.tick(clock.now, pulse=False)
    clock.sleeps(minutes=16)
    assert sends(tutor, clock) == []


def test_an_answer_that_comes_late_does_not_count(ana, tutor, clock, database):
    ana.says("/exam quarter")
    letter = ana.letter(right=True)
    late = tutor.handle(Incoming(ana.sender, letter, NOON + timedelta(seconds=1, hours=1)))
    assert late[0].facts["right"] == 0
    assert "Time was up at 13:00" in late[0].text
    assert only_sitting(database).closed_at == NOON + timedelta(seconds=1, hours=1)
    clock.sleeps(hours=2)
    assert sends(tutor, clock) == [], "the result was given already"


def test_the_last_second_counts(ana, tutor, clock):
    ana.says("/exam quarter")
    tutor.handle(Incoming(ana.sender, ana.letter(right=True), NOON + timedelta(hours=1)))
    (_half, came) = passes(tutor, clock, hours=2)
    assert came.reply.facts["right"] == 1


def test_what_was_received_in_time_counts_even_if_it_is_read_later(ana, tutor, clock, database):
    ana.says("/exam quarter")
    passes(tutor, clock, minutes=45)
    sent = Incoming(ana.sender, ana.letter(right=True), NOON + timedelta(minutes=59), "u1")
    tutor.keep([sent])  # it is written down, and nobody has read it yet
    assert passes(tutor, clock, minutes=16, seconds=1) == []
    assert not only_sitting(database).over
    assert tutor.next_due() > clock.now, "it is not looked at all the time"
    tutor.handle(sent)
    (came,) = passes(tutor, clock, seconds=20)
    assert came.reply.facts["right"] == 1
    assert only_sitting(database).closed_at == NOON + timedelta(seconds=1, hours=1)


def test_what_nobody_ever_reads_holds_the_end_up_for_minutes_only(ana, tutor, clock, database):
    ana.says("/exam quarter")
    tutor.keep([Incoming(ana.sender, "b", NOON + timedelta(minutes=59), "u1")])
    came = passes(tutor, clock, minutes=70)
    assert came[-1].post.key == "result:1"
    assert NOON + timedelta(minutes=65) <= came[-1].at < NOON + timedelta(minutes=66)


def test_a_late_message_lets_one_that_came_in_time_go_first(tutor, clock, database):
    here, there = linked(tutor, clock)
    here.says("/exam quarter")
    right, start = here.letter(right=True), clock.now
    in_time = Incoming(here.sender, right, start + timedelta(minutes=59), "u1")
    tutor.keep([in_time])
    (waits,) = tutor.handle(Incoming(there.sender, "time left", start + timedelta(hours=1, seconds=1)))
    assert "still reading what you sent in time" in waits.text
    tutor.handle(in_time)
    clock.now = start + timedelta(hours=1, seconds=3)
    (came,) = [one for one in sends(tutor, clock, ("telegram", "discord")) if one.post.kind == "result"]
    assert came.reply.facts["right"] == 1


def test_an_answer_given_later_stands_although_it_is_read_first(ana, tutor, clock, database):
    ana.says("/exam quarter")
    later, earlier = NOON + timedelta(minutes=5), NOON + timedelta(minutes=4)
    tutor.handle(Incoming(ana.sender, "/mark 1 1 C", later))
    tutor.handle(Incoming(ana.sender, "/mark 1 1 A", earlier))
    clock.sleeps(minutes=6)
    assert ana.says("/go 1").facts["chosen"] == "C"


def test_a_restart_in_the_middle_loses_no_second(ana, database, exams, codebook, clock):
    ana.says("/exam half")
    answers(ana, 7)
    ana.says("flag")
    clock.sleeps(minutes=10)
    left = ana.says("time left").facts["left"]
    again = Tutor(database, exams, codebook)  # another process
    after = Person(again, clock, "ana")
    assert after.says("time left").facts["left"] == left - 1
    assert "7 of 50 answered, 1 flagged" in after.last
    assert after.says("continue").facts["flagged"] is True
    answers(after, 3)
    came = passes(again, clock, hours=2)
    assert [one.post.key for one in came] == ["halftime:1:", "result:1"]
    assert came[-1].at == NOON + timedelta(hours=2, seconds=1)
    assert came[-1].reply.facts["right"] == 10


def test_an_outage_of_ours_moves_the_end(ana, tutor, clock, database):
    sends(tutor, clock, pulse=True)
    ana.says("/exam quarter")
    answers(ana, 5)
    sends(tutor, clock, pulse=True)
    before = clock.now
    clock.sleeps(minutes=50)
    sends(tutor, clock, pulse=True)  # for fifty minutes nobody was there to answer
    said = ana.says("time left")
    lost = clock.now - before - timedelta(seconds=1)
    assert said.facts["left"] == 3600 - 6
    assert f"I was away for {lost.seconds // 60}:00; your end has moved by as much." in said
    assert "13:50" in said
    clock.sleeps(seconds=30)
    sends(tutor, clock, pulse=True)
    ana.says("continue")
    answers(ana, 20)
    report = ana.says("hand in")
    assert "you had that time back" in report
    assert "Quarter mock exam · exam 3 · 0:58 of 1:00:00" in report
    assert "Pace: 0:02 an answer" in report


def test_an_outage_over_the_end_moves_it_before_anything_is_handed_in(ana, tutor, clock, database):
    ana.says("/exam quarter")
    for _ in range(5):
        clock.sleeps(minutes=1)
        sends(tutor, clock, pulse=True)
    clock.sleeps(hours=2)
    assert ana.says("b").facts["left"] == 3600 - 5 * 60, "no tick has come yet, and it counts already"
    sends(tutor, clock, pulse=True)
    assert not only_sitting(database).over
    assert ana.says("time left").facts["left"] == 3600 - 5 * 60 - 1
    minutes = 0
    while not only_sitting(database).over:
        minutes += 1
        clock.sleeps(minutes=1)
        sends(tutor, clock, pulse=True)
    assert minutes == 55


def test_who_talks_in_a_terminal_gets_no_time_for_leaving_it(ana, tutor, clock, database):
    ana.says("/exam quarter")
    for minutes in (1, 30, 30):
        clock.sleeps(minutes=minutes)
        tutor.tick(clock.now, pulse=False)
    assert only_sitting(database).over
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM outage").scalar() == 0


def test_the_daily_question_waits_for_the_end(ana, tutor, clock):
    ana.says("/start")
    clock.now = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)  # eight in the morning, an hour before the daily question
    ana.says("/exam half")
    answers(ana, 3)
    came = passes(tutor, clock, hours=2)
    assert [one.post.kind for one in came] == ["halftime", "result", "daily"][: len(came)]
    came += passes(tutor, clock, minutes=5)
    assert [one.post.kind for one in came] == ["halftime", "result", "daily"]
    assert came[-1].at == datetime(2026, 11, 24, 15, 0, 1, tzinfo=UTC)


def test_the_daily_question_comes_once_the_exam_is_handed_in(ana, tutor, clock):
    ana.says("/start")
    clock.now = datetime(2026, 11, 24, 13, 50, tzinfo=UTC)
    ana.says("/exam half")
    passes(tutor, clock, minutes=20)
    ana.says("hand in now")
    assert [one.post.kind for one in passes(tutor, clock, minutes=1)] == ["daily"]


# Without a clock


def test_without_a_clock_nothing_falls_due_and_it_can_be_paused(ana, tutor, clock, database):
    ana.says("/exam quarter untimed")
    assert "left" not in ana.last.text.splitlines()[-12]
    assert tutor.next_due() is None
    answers(ana, 2)
    assert "Paused" in ana.says("pause")
    clock.sleeps(days=3)
    assert passes(tutor, clock, days=3) == []
    assert ana.taps("Go on: question 3").facts["number"] == 3
    said = ana.says("time left")
    assert said.text.startswith("**No clock runs.** 0:04 so far.")
    ana.says("continue")
    answers(ana, 23)
    report = ana.says("hand in")
    assert report.facts["right"] == 25
    assert "0:29 without a clock" in report


def test_a_timed_exam_is_never_paused(ana, clock):
    ana.says("/exam quarter")
    assert "The clock runs on until 13:00" in ana.says("pause")
    assert ana.says("time left").facts["left"] == 3600 - 2


def test_who_leaves_without_pausing_is_not_held_to_have_thought_for_days(ana, clock):
    ana.says("/exam quarter untimed")
    clock.sleeps(days=2)
    ana.says("b")
    assert "**No clock runs.** 30:01 so far." in ana.says("time left")


# Afterwards


def test_every_question_can_be_reviewed_with_ones_answer(ana, exams, database):
    ana.says("/exam quarter")
    ana.answers(right=True)
    ana.answers(right=False)
    ana.says("/go 4")
    ana.says("flag")
    ana.says("hand in now")
    names = paper(database, 1)
    first = ana.taps("Every question")
    assert first.text.startswith("**Right.**")
    assert "**Question 1 of 25** · 0:01" in first
    one = exams.questions[names[0]]
    assert all(why in first for why in one.why)
    assert "correct" not in first.facts
    second = ana.taps("Next question")
    assert second.text.startswith("**Wrong.**")
    assert "(your answer)" in second
    fourth = ana.says("/exam review 1 4")
    assert fourth.text.startswith("**Left blank.**")
    assert "flagged" in fourth
    assert "(your answer)" not in fourth
    assert ana.taps("Question before").facts["number"] == 3
    last = ana.says("/exam review 1 25")
    assert "Next question" not in last.labels
    assert "1 to 25" in ana.says("/exam review 1 26")


def test_the_misses_follow_one_another(ana):
    ana.says("/exam quarter")
    for n in range(1, 26):
        ana.answers(right=n not in (3, 11))
    ana.says("hand in")
    assert ana.taps("Review the misses").facts["number"] == 3
    assert ana.taps("Next miss").facts["number"] == 11
    assert "Next miss" not in ana.last.labels
    assert ana.taps("Miss before").facts["number"] == 3
    assert "**23 of 25 right" in ana.taps("The report")


def test_a_perfect_exam_has_no_misses(ana):
    ana.says("/exam quarter")
    answers(ana, 25)
    report = ana.says("hand in")
    assert "Review the misses" not in report.labels
    assert "nothing was missed" in report
    assert "Nothing was missed" in ana.says("/exam missed 1")


def test_a_question_under_review_can_be_reported(ana, database):
    ana.says("/exam quarter")
    ana.says("hand in now")
    name = ana.says("/exam review 1 9").about[0].removeprefix("question/")
    ana.says("/report")
    assert "Thank you" in ana.taps("It is unclear")
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT question FROM report").scalar() == name


def test_exams_stand_side_by_side(ana, clock):
    assert "No mock exam is handed in yet" in ana.says("my mock exams")
    for right in (15, 20):
        ana.says("/exam quarter")
        answers(ana, right, 25 - right)
        ana.says("hand in")
        clock.sleeps(days=3)
    assert "The one before (quarter, 23 November): 60 %." in ana.says("/exam report 2")
    listed = ana.says("/exam results")
    assert listed.text.splitlines()[2:4] == [
        "26 November · quarter · **80 %** (20 of 25), passed, 0:01 a question",
        "23 November · quarter · **60 %** (15 of 25), below 70 %, 0:01 a question",
    ]
    assert "Weakest over all of them: " in listed
    assert ana.taps("Report of 23 November").facts["percent"] == 60
    assert "My exams" in ana.says("/exam").labels


def test_a_sitting_counts_once_for_the_day_and_the_streak(ana, database, tutor, clock):
    ana.says("/exam quarter")
    answers(ana, 10)
    assert ana.says("/streak").facts["streak"] == 0
    ana.says("hand in now")
    ana.says("/exam hand 1 yes")
    ana.says("/exam report 1")
    passes(tutor, clock, hours=2)
    assert ana.says("/streak").facts["streak"] == 1
    with database.reading() as connection:
        assert connection.execute(select(study_day.c.answered, study_day.c.correct)).all() == [(10, 10)]


def test_a_sitting_over_midnight_counts_on_both_days(ana, database, tutor, clock):
    ana.says("/daily")
    ana.answers()
    clock.now = datetime(2026, 11, 25, 4, 30, tzinfo=UTC)  # half past eleven on Tuesday in New York
    ana.says("/exam quarter")
    answers(ana, 5)
    clock.now = datetime(2026, 11, 25, 5, 10, tzinfo=UTC)
    answers(ana, 2)
    passes(tutor, clock, hours=1)
    assert ana.says("/streak").facts["streak"] == 3
    with database.reading() as connection:
        days = connection.execute(select(study_day.c.day, study_day.c.answered, study_day.c.kind).order_by(study_day.c.day)).all()
    assert [(row.day.day, row.answered, row.kind) for row in days] == [(23, 1, "done"), (24, 5, "done"), (25, 2, "done")]


# People with more than one account


def linked(tutor, clock):
    here, there = on(tutor, clock, "telegram", "1"), on(tutor, clock, "discord", "2")
    there.says(f"/link {code_of(here.says('/link'))}")
    there.taps("Yes")
    return here, there


def test_a_sitting_goes_on_on_another_platform_and_its_result_comes_there(tutor, clock):
    here, there = linked(tutor, clock)
    here.says("/exam quarter")
    here.says("b")
    assert there.says("continue").facts["number"] == 2
    there.says("c")
    assert here.says("overview").facts["answered"] == 2
    there.says("d")
    came = passes(tutor, clock, ("telegram", "discord"), hours=2)
    assert [(one.post.kind, one.post.platform) for one in came if one.post.kind != "linked"] == [
        ("halftime", "discord"),
        ("result", "discord"),
    ]


def test_two_platforms_at_once_lose_no_answer(tutor, clock, database):
    here, there = linked(tutor, clock)
    here.says("/exam quarter")
    together, now = Barrier(4), clock.now
    said = [(here, "/mark 1 1 A"), (there, "/mark 1 2 B"), (here, "/mark 1 3 C"), (there, "/flag 1 4")]

    def say(one):
        person, text = one
        together.wait()
        return tutor.handle(Incoming(person.sender, text, now + timedelta(seconds=1)))

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(say, said))
    with database.reading() as connection:
        lines = sittings.lines(connection, 1)
    assert {n for n, line in lines.items() if line.chosen is not None} == {1, 2, 3}
    assert lines[4].flagged


def test_handed_in_twice_at_once_it_counts_once(tutor, clock, database):
    here, there = linked(tutor, clock)
    here.says("/exam quarter")
    answers(here, 6)
    together, now = Barrier(4), clock.now
    end = now + timedelta(hours=2)

    def finish(n):
        together.wait()
        if n == 3:
            return tutor.tick(end, pulse=False)
        return tutor.handle(Incoming((here, there, here)[n].sender, "/exam hand 1 yes", end))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(finish, range(4)))
    assert counted(database) == 6
    with database.reading() as connection:
        assert connection.scalar(select(func.sum(study_day.c.answered))) == 6
        assert connection.scalar(select(func.count()).select_from(sitting_answer)) == 25


def test_started_twice_at_once_it_is_one_sitting(tutor, clock, database):
    here, there = linked(tutor, clock)
    together, now = Barrier(2), clock.now

    def begin(person):
        together.wait()
        return tutor.handle(Incoming(person.sender, "/exam full", now))

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(begin, (here, there)))
    assert counted(database, sitting) == 1


def test_joined_accounts_keep_both_open_sittings(tutor, clock, database):
    here, there = on(tutor, clock, "telegram", "1"), on(tutor, clock, "discord", "2")
    here.says("/exam quarter")
    here.says("b")
    clock.sleeps(minutes=5)
    there.says("/exam half")
    there.says("c")
    there.says(f"/link {code_of(here.says('/link'))}")
    there.taps("Yes")
    assert here.says("overview").facts["open"] == 49
    here.says("hand in now")
    assert here.says("overview").facts["open"] == 24
    came = passes(tutor, clock, ("telegram", "discord"), hours=2)
    assert [one.post.key for one in came if one.post.kind == "result"] == ["result:1"]
    assert len(here.says("/exam results").facts["results"]) == 2


def test_a_parted_account_takes_no_result_along(tutor, clock):
    _here, there = linked(tutor, clock)
    there.says("/exam quarter")
    there.says("/unlink")
    there.taps("Part them")
    came = passes(tutor, clock, ("telegram", "discord"), hours=2)
    assert {one.post.platform for one in came if one.post.kind == "result"} == {"telegram"}
    assert "No mock exam is handed in yet" in there.says("/exam results")


def test_forgetting_in_the_middle_leaves_nothing(ana, tutor, clock, database):
    ana.says("/exam quarter")
    ana.says("b")
    data = json.loads(ana.says("/export").replies[0].file.body)
    assert len(data["sitting"]) == 1
    assert data["sitting_answer"][0]["number"] == 1
    ana.says("/forget")
    ana.taps("Delete everything")
    assert counted(database, sitting) == counted(database, sitting_answer) == counted(database, round) == 0
    assert passes(tutor, clock, hours=3) == []


def test_a_result_for_somebody_who_blocked_us_is_kept_for_them(ana, tutor, clock, database):
    ana.says("/exam quarter")
    tutor.lose("test", "ana")
    clock.sleeps(hours=2)
    tutor.tick(clock.now, pulse=False)
    assert only_sitting(database).over
    assert ana.says("/exam results").facts["results"] == [[1, "quarter", 0, 25]]


def test_a_result_must_arrive(ana, tutor, clock):
    ana.says("/exam quarter")
    clock.sleeps(hours=2)
    tutor.tick(clock.now, pulse=False)
    (post,) = [one for one in tutor.take_posts(("test",), clock.now) if one.kind == "result"]
    clock.sleeps(minutes=6)  # whoever took it is gone
    tutor.tick(clock.now, pulse=False)
    assert [one.key for one in tutor.take_posts(("test",), clock.now)] == [post.key]


# The score is what was written last, whatever the way there

ACTIONS = st.lists(
    st.one_of(
        st.tuples(st.just("mark"), st.integers(1, 25), st.sampled_from(LETTERS)),
        st.tuples(
            st.just("say"), st.sampled_from(["skip", "back", "next", "flag", "unflag", "overview", "time left", "first open", "E11.9"])
        ),
        st.tuples(st.just("go"), st.integers(1, 25)),
        st.tuples(st.just("letter"), st.sampled_from(LETTERS)),
        st.tuples(st.just("flag"), st.integers(1, 25), st.booleans()),
    ),
    max_size=30,
)
PEOPLE = count(1)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(actions=ACTIONS)
def test_the_score_is_the_recount(database, tutor, clock, exams, actions):
    ana = Person(tutor, clock, f"person {next(PEOPLE)}")
    number = ana.says("/exam quarter").facts["sitting"]
    written: dict[int, list[str]] = {}
    flags: set[int] = set()
    at = 1
    for kind, *what in actions:
        if kind == "mark":
            ana.says(f"/mark {number} {what[0]} {what[1]}")
            written.setdefault(what[0], []).append(what[1])
        elif kind == "letter":
            ana.says(what[0].lower())
            written.setdefault(at, []).append(what[0])
        elif kind == "flag":
            ana.says(f"/flag {number} {what[0]}{'' if what[1] else ' off'}")
            (flags.add if what[1] else flags.discard)(what[0])
        elif kind == "go":
            ana.says(f"/go {what[0]}")
        else:
            ana.says(what[0])
            if what[0] in ("flag", "unflag"):
                (flags.add if what[0] == "flag" else flags.discard)(at)
        if "number" in ana.last.facts:
            at = ana.last.facts["number"]
    page = ana.says("overview").facts
    assert (page["answered"], page["flagged"]) == (len(written), len(flags))
    report = ana.says("hand in now").facts

    with database.reading() as connection:
        of = sittings.find(connection, number)
        given_ = rounds.attempts(connection, of.round_id)
    right, by_area, changed = 0, {}, [0, 0, 0]
    for place, step in enumerate(of.steps, 1):
        one = exams.questions[step.question]
        key = LETTERS[step.order.index(one.key)]
        mine = by_area.setdefault(one.area, [0, 0])
        mine[1] += 1
        if place in written:
            first, last = written[place][0], written[place][-1]
            right += last == key
            mine[0] += last == key
            if first != last:
                changed[0 if last == key else 1 if first == key else 2] += 1
    assert report["right"] == right == sum(one.correct for one in given_.values())
    assert report["of"] == 25
    assert report["blank"] == 25 - len(written)
    assert report["areas"] == by_area
    assert report["changed"] == changed
    assert set(given_) == set(written)
