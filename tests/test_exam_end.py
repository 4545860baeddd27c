"""The end of a mock exam: handing in, time that runs out with nobody there, outages, restarts, exams without a clock."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import select

from bot.chat import Incoming
from bot.library.question import LETTERS
from bot.store import rounds
from bot.store.tables import attempt
from bot.tutor import Tutor
from tests.conftest import NOON, Person
from tests.exams import answers, counted, linked, only_sitting, passes, sends, shelf


@pytest.fixture
def tutor(database, exams, codebook) -> Tutor:
    return Tutor(database, exams, codebook, seed=7)


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
        "/exam review 1",
        "/exam results",
        "/ready",
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
