"""Readiness: what answers say of abilities, the chance of passing and its reasons, no number before there is enough."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, event, select

from benchmarks import readiness as measured
from benchmarks.students import elimination, two_skills
from bot.chat import Incoming, Sender
from bot.learning.ability import HALF_LIFE, Ability, after, faded
from bot.learning.difficulty import ENOUGH, MEANT, knows, learned, rung
from bot.learning.readiness import Weight, missing, readiness
from bot.push import items
from bot.store import abilities, learners, rounds
from bot.store.studytables import ability
from bot.store.tables import attempt
from bot.tutor import Tutor
from tests.conftest import Person
from tests.exams import AREAS, answers, linked

NOW = datetime(2026, 11, 23, 17, tzinfo=UTC)
EVEN = {area: Weight(count, ((-0.8, 1.0), (0.0, 2.0), (0.8, 1.0))) for area, count in AREAS.items()}


def somebody(share: float, each: int = 8, areas=AREAS, at: datetime = NOW, timed: bool = False) -> dict[str, Ability]:
    """Make what is known of who got about that share right, in every area alike."""
    known = {}
    for place, area in enumerate(areas):
        for n in range(each):
            right = (place + n) % each < share * each
            known[area] = after(known.get(area), (-1, 0, 1)[n % 3], right, at, timed=timed)
    return known


@pytest.mark.parametrize(
    ("share", "least", "most"), [(1.0, 0.95, 1.0), (0.8, 0.6, 1.0), (0.7, 0.3, 0.7), (0.6, 0.0, 0.3), (0.25, 0.0, 0.001)]
)
def test_the_chance_of_passing_follows_what_was_right(share, least, most):
    found = readiness(somebody(share, each=10), EVEN, NOW)
    assert least <= found.passing <= most
    assert found.low < found.score < found.high


def test_an_area_without_answers_is_judged_by_the_others():
    strong, weak = somebody(0.9), somebody(0.4)
    del strong["anesthesia"], weak["anesthesia"]
    here = {one.area: one for one in readiness(strong, EVEN, NOW).standings}
    there = {one.area: one for one in readiness(weak, EVEN, NOW).standings}
    assert here["anesthesia"].expected > there["anesthesia"].expected + 0.15
    assert here["anesthesia"].weight == 0


def test_more_answers_make_the_span_narrower():
    few, many = (readiness(somebody(0.7, each=each), EVEN, NOW) for each in (4, 20))
    assert many.high - many.low < few.high - few.low


def test_a_right_answer_to_a_hard_question_says_more():
    def of(level):
        return readiness({"anatomy": after(None, level, True, NOW)}, EVEN, NOW).passing

    assert of(-2) < of(0) < of(2)


def test_guessing_alone_looks_like_knowing_nothing():
    assert readiness(somebody(0.25, each=12), EVEN, NOW).score < 35


def test_old_answers_count_less_and_new_ones_prevail():
    old = somebody(0.3, at=NOW - 6 * HALF_LIFE)
    fresh = dict(old)
    for area in AREAS:
        for _ in range(8):
            fresh[area] = after(fresh[area], 0, True, NOW)
    assert readiness(fresh, EVEN, NOW).passing > 0.9
    assert faded(old["anatomy"], NOW).weight < 0.2


def test_what_would_move_it_most_is_weak_and_heavy():
    known = somebody(0.9)
    for area in ("cases", "guidelines", "hcpcs", "compliance"):
        known[area] = somebody(0.3, areas=(area,))[area]
    found = readiness(known, EVEN, NOW)
    assert [one.area for one in found.movers[:2]] == ["cases", "guidelines"]
    assert len(found.movers) == 3
    assert all(one.passing > found.passing for one in found.movers)
    assert found.movers[0].passing >= found.movers[1].passing >= found.movers[2].passing


def test_nothing_moves_who_is_there_already():
    assert readiness(somebody(1.0, each=40), EVEN, NOW).movers == ()


def test_an_area_is_validated_by_timed_answers_only_and_not_for_ever():
    known = somebody(1.0, each=30)["anatomy"]
    assert not known.validated
    for _ in range(3):
        known = after(known, 0, False, NOW, timed=True)
    assert known.validated
    assert faded(known, NOW + timedelta(days=20)).validated
    assert not faded(known, NOW + timedelta(days=60)).validated


@pytest.mark.parametrize(
    ("known", "answers_", "areas"),
    [
        ({}, 50, ("cases", "guidelines")),  # nothing at all
        (somebody(0.7, each=4), None, None),  # 72 answers in 18 areas
        (somebody(0.7, each=2), 15, ()),  # 36 that have let one another fade a little
        (somebody(0.7, each=200, areas=("anatomy",)), 11, ("cases", "guidelines")),  # many, in one area
    ],
)
def test_there_is_no_number_before_enough_is_known(known, answers_, areas):
    found = missing(known, AREAS, NOW)
    assert (found and found.answers) == answers_
    assert (found and found.areas[:2]) == areas


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(list(AREAS)), st.integers(-6, 6), st.booleans(), st.integers(0, 400)), max_size=60))
def test_whatever_is_answered_the_figures_are_sound(given_):
    known: dict[str, Ability] = {}
    for area, level, right, days in given_:
        known[area] = after(known.get(area), level, right, NOW - timedelta(days=days))
    found = readiness(known, EVEN, NOW)
    assert 0 <= found.passing <= 1
    assert 0 <= found.low <= found.score <= found.high <= 100
    assert sum(one.answered for one in known.values()) == len(given_)
    lacking = missing(known, AREAS, NOW)
    assert lacking is None or lacking.answers > 0


def test_a_difficulty_is_learned_from_who_got_it_right():
    same = [(True, 0.7)] * 6 + [(False, 0.7)] * 4
    assert learned("medium", []) == MEANT["medium"]
    assert learned("medium", [(True, 0.4)] * 50) < -1 < learned("medium", same) < 1 < learned("medium", [(False, 0.9)] * 50)
    assert learned("hard", same) > learned("easy", same)
    assert rung(learned("easy", [(True, 1.0)] * 10_000)) >= -6
    assert knows(0, 0) == pytest.approx(0.625)


def test_what_is_foretold_of_simulated_students_comes_true():
    """A slice of ``benchmarks.readiness``; here chance alone is good for a few points either way."""
    told = []
    for world in (elimination(7), two_skills(8)):
        level = measured.levels(world, False, 3)
        exam = measured.exam_of(world, level)
        for n in range(45):
            found = measured.by_model(world.student(Random(n), 150, 4), level, exam)
            told += [found] if found else []
    found = measured.figures(told)
    assert len(told) > 80
    assert found["error"] < 0.10
    assert 0.68 < found["coverage"] < 0.92
    assert found["brier"] < 0.20


# Conversations, with a library of three mock exams.


@pytest.fixture
def tutor(database, exams, codebook) -> Tutor:
    return Tutor(database, exams, codebook, seed=7)


def kept(database) -> dict[str, abilities.Kept]:
    with database.reading() as connection:
        return abilities.of(connection, 1)


def test_at_first_it_says_what_is_missing(ana):
    said = ana.says("am I ready?")
    assert said.text.startswith("**Not enough to go by yet**: 50 more answers")
    assert "Practise Cases" in said.labels
    ana.says("/quiz anatomy 2")
    ana.answers()
    ana.taps("Next")
    ana.answers()
    said = ana.says("/ready")
    assert said.text.startswith("**Not enough to go by yet**: 49 more answers")  # the second lets the first fade a little
    assert "So far there are 2" in said
    assert said.facts["missing"] == 49


def test_after_a_full_exam_it_says_how_likely_and_why(ana, clock):
    ana.says("/exam full")
    for n in range(100):
        clock.sleeps(seconds=40)
        ana.answers(right=n % 4 != 3)
    report = ana.says("hand in")
    assert "**Readiness**: " in report
    said = ana.taps("Am I ready")
    assert "likely to pass** a full mock exam today" in said.text.splitlines()[0]
    assert 60 < said.facts["score"] < 85
    assert said.facts["interval"][0] < said.facts["score"] < said.facts["interval"][1]
    assert len(said.facts["movers"]) == 3
    assert len(said.facts["validated"]) == 18
    assert "Every area is shown against the clock." in said
    assert "What would move it most" in said
    assert "100 answers, 75 % right; 100 of them to questions that were new" in said
    assert [choice.says for choice in said.choices[:3]] == [f"/quiz {area} 10" for area in said.facts["movers"]]
    assert "Each answer says something" in ana.taps("How is that worked out")


@pytest.mark.parametrize(("kind", "timed"), [("quarter", True), ("quarter 2x", True), ("quarter untimed", False)])
def test_only_an_exam_with_a_clock_validates(ana, database, kind, timed):
    ana.says(f"/exam {kind}")
    answers(ana, 3)
    ana.says("hand in now")
    found = kept(database).values()
    assert sum(one.answered for one in found) == 3
    assert all((one.timed > 0) is timed for one in found)


def test_what_is_not_shown_against_the_clock_is_said(ana, database):
    ana.says("/quiz 1")
    ana.answers()
    rows = [abilities.Kept(area, NOW, {0: (3.0, 4.0)}, 0.0, 4, 3, 4) for area in AREAS]
    with database.writing() as connection:
        abilities.keep(connection, 1, rows)
    said = ana.says("will I pass?")
    assert said.facts["validated"] == []
    assert "Nothing is shown against the clock yet" in said
    assert "A quarter mock exam" in said.labels
    with database.writing() as connection:
        abilities.keep(connection, 1, [abilities.Kept("cases", NOW, {0: (3.0, 4.0)}, 3.0, 4, 3, 4)])
    said = ana.says("/ready")
    assert said.facts["validated"] == ["cases"]
    assert "Shown against the clock: 1 of 18 areas." in said


def test_a_question_met_again_counts_less(ana, database):
    for _ in range(2):
        ana.says("/quiz anatomy 3")
        for _ in range(3):
            ana.answers()
            if "Next" in ana.last.labels:
                ana.taps("Next")
    found = kept(database)["anatomy"]
    assert (found.answered, found.right, found.new) == (6, 6, 3)
    assert 3 < sum(of for _right, of in found.counts.values()) < 4


def test_abilities_that_are_not_there_are_worked_out_of_the_answers(ana, database):
    """As after an upgrade, or a corrected key: what is worked out is what was counted."""
    ana.says("/exam quarter")
    answers(ana, 20, 5)
    ana.says("hand in")
    ana.says("/quiz anatomy 3")
    for _ in range(3):
        ana.answers(right=False)
        if "Next" in ana.last.labels:
            ana.taps("Next")
    before, said = kept(database), ana.says("/ready").text
    with database.writing() as connection:
        connection.execute(delete(ability))
    assert ana.says("/ready").text == said
    ana.says("/quiz digestive 1")
    ana.answers()
    after_ = kept(database)
    assert sum(one.answered for one in after_.values()) == 29
    for area in set(before) - {"digestive"}:
        assert after_[area].at == before[area].at
        assert after_[area].timed == pytest.approx(before[area].timed, abs=0.01)
        assert after_[area].counts.keys() == before[area].counts.keys()


def test_accounts_that_are_joined_have_the_answers_of_both(tutor, clock, database):
    here, there = linked(tutor, clock)
    for person in (here, there):
        person.says("/quiz anatomy 1")
        person.answers()
    assert kept(database)["anatomy"].answered == 2
    other = Person(tutor, clock, "9")
    other.sender = Sender("terminal", "9")
    other.says("/quiz anatomy 1")
    other.answers()
    from tests.test_link import code_of

    other.says(f"/link {code_of(here.says('/link'))}")
    other.taps("Yes")
    assert here.says("/ready").facts["answered"] == 3


def test_forgetting_takes_the_abilities_along(ana, database, clock):
    ana.says("/quiz 1")
    ana.answers()
    assert "ability" in ana.says("/export").replies[0].file.body.decode()
    ana.says("/forget")
    ana.taps("Delete everything")
    with database.reading() as connection:
        assert connection.execute(select(ability.c.area)).all() == []


def test_how_hard_questions_are_is_learned_from_answers(database, exams):
    """Ten people get everything right but one question, which turns out harder than all others."""
    names = sorted(exams.practice)[:21]
    with database.writing() as connection:
        for n in range(ENOUGH):
            who = learners.enrol(connection, "test", f"pupil {n}", learners.Learner("UTC", 540), NOW).id
            of = rounds.start(connection, who, "quiz", [rounds.Step(name, (0, 1, 2, 3)) for name in names], NOW)
            for number, name in enumerate(names, 1):
                rounds.answer(connection, of, number, exams.questions[name].area, 0, number != 1, NOW, NOW.date())
    items.examine(database, exams, NOW)
    with database.reading() as connection:
        found = abilities.levels(connection)
    assert len(found) == 21
    assert found.pop(names[0]) > max(found.values()) + 1


def test_an_answer_asks_the_store_as_often_however_many_there_were(ana, database, tutor, clock):
    """The cost of one answer does not grow: the same statements, the same rows read and written."""

    def statements() -> int:
        ana.says("/quiz anatomy 1")
        seen = []

        def count(*what: object) -> None:
            seen.append(what[2])

        engines = {id(engine): engine for engine in (database._writer, database._reader)}.values()
        for engine in engines:
            event.listen(engine, "before_cursor_execute", count)
        letter = ana.letter()
        tutor.handle(Incoming(ana.sender, letter, clock.now))
        for engine in engines:
            event.remove(engine, "before_cursor_execute", count)
        return len(seen)

    statements()
    few = statements()
    for _ in range(3):
        ana.says("/quiz anatomy 3")
        for _ in range(3):
            ana.answers()
            if "Next" in ana.last.labels:
                ana.taps("Next")
    assert statements() == few
    with database.reading() as connection:
        assert len(connection.execute(select(attempt.c.id)).all()) == 12
        assert len(connection.execute(select(ability.c.area)).all()) == 1
