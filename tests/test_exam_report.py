"""What comes of a mock exam: its score, the review of every question, all exams side by side, the study day."""

from datetime import UTC, datetime
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.library.question import LETTERS
from bot.store import rounds, sittings
from bot.store.tables import study_day
from bot.tutor import Tutor
from tests.conftest import Person
from tests.exams import answers, paper, passes


@pytest.fixture
def tutor(database, exams, codebook) -> Tutor:
    return Tutor(database, exams, codebook, seed=7)


def test_every_question_can_be_reviewed_with_ones_answer(ana, exams, database):
    ana.says("/exam quarter")
    ana.answers(right=True)
    ana.answers(right=False)
    ana.says("/go 4")
    ana.says("flag")
    ana.says("hand in now")
    names = paper(database, 1)
    first = ana.taps("Every question")
    assert not first.replies[0].replaces, "the report stays in sight"
    assert first.text.startswith("**Right.**")
    assert "**Question 1 of 25** · 0:01" in first
    one = exams.questions[names[0]]
    assert all(why in first for why in one.why)
    assert "correct" not in first.facts
    second = ana.taps("Next question")
    assert second.replies[0].replaces
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
