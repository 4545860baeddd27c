"""Memory and the queue of reviews without a conversation: golden sequences of FSRS-6, tables, properties."""

from datetime import date, timedelta

import pytest
from fsrs import Card as Theirs
from fsrs import Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.queue import Waiting, choose, flatten
from bot.learning.review import Card, Grade, answered, grade, item_of, recall, replay
from tests.conftest import NOON

DAY = date(2026, 11, 23)
A, G, E = Grade.AGAIN, Grade.GOOD, Grade.EASY


@pytest.mark.parametrize(
    ("grades", "intervals"),
    [
        # each answered on the date on which it was due; worked out with py-fsrs 6.3.2 alone, one card of its own all along
        ([G, G, G, G, G], [2, 11, 46, 163, 365]),
        ([A, G, G, G], [1, 2, 6, 17]),
        ([E, G, G], [8, 39, 153]),
        ([G, G, A, G, G], [2, 11, 2, 5, 12]),
        ([A, A, A], [1, 1, 1]),
        ([G, E, E], [2, 19, 136]),
    ],
)
def test_golden_sequences(grades, intervals):
    card, day, found = None, DAY, []
    for how in grades:
        card = answered(card, how, day)
        found.append((card.due_on - day).days)
        day = card.due_on
    assert found == intervals


@given(st.lists(st.tuples(st.sampled_from([A, G, E]), st.integers(0, 90)), min_size=1, max_size=12))
def test_it_is_the_library_that_remembers(answers):
    """The same answers put to py-fsrs in its own way, one object all along."""
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), maximum_interval=365, enable_fuzzing=False)
    theirs, ours, day = Theirs(card_id=1), None, DAY
    for how, wait in answers:
        day += timedelta(days=wait)
        ours = answered(ours, how, day)
        noon = NOON.replace(tzinfo=NOON.tzinfo) + timedelta(days=(day - DAY).days)
        theirs, _log = scheduler.review_card(theirs, Rating(int(how)), noon)
    assert (ours.stability, ours.difficulty) == (theirs.stability, theirs.difficulty)
    assert ours.due_on == theirs.due.date()
    assert recall(ours, day + timedelta(days=9)) == scheduler.get_card_retrievability(theirs, noon + timedelta(days=9))


@given(st.lists(st.tuples(st.sampled_from([A, G, E]), st.integers(0, 400)), min_size=1, max_size=15))
def test_a_card_stays_sane(answers):
    card, day = None, DAY
    for how, wait in answers:
        day += timedelta(days=wait)
        before, card = card, answered(card, how, day)
        assert day < card.due_on <= day + timedelta(days=365)
        assert card.last_on == day
        assert card.stability > 0
        assert 1 <= card.difficulty <= 10
        assert recall(card, day) == 1
        assert recall(card, day + timedelta(days=1)) > recall(card, day + timedelta(days=30)) > 0
        if before and before.last_on < day:
            assert how is A or card.stability >= before.stability
            assert how is not A or card.stability <= before.stability
    assert card.reps == len(answers)
    assert card.lapses == sum(how is A for how, _wait in answers[1:])
    assert replay([(card.last_on, how) for how, _wait in answers])[0].reps == len(answers)


def test_what_was_easy_comes_later_than_what_was_right():
    assert answered(None, E, DAY).due_on > answered(None, G, DAY).due_on > answered(None, A, DAY).due_on


def test_an_earlier_date_that_is_handed_in_late_counts_as_the_last_one():
    card = answered(None, G, DAY)
    assert answered(card, G, DAY - timedelta(days=3)) == answered(card, G, DAY)


def test_replaying_gives_the_card_and_the_one_before():
    days = [(DAY, G), (DAY + timedelta(days=2), A), (DAY + timedelta(days=3), G)]
    card, before = replay(days)
    assert before == replay(days[:2])[0]
    assert card == answered(before, G, DAY + timedelta(days=3))
    assert replay([]) == (None, None)


@pytest.mark.parametrize(("right", "easy", "how"), [(True, False, G), (True, True, E), (False, False, A), (False, True, A)])
def test_grades(right, easy, how):
    assert grade(right, easy) is how


def test_a_drill_is_one_skill():
    assert item_of("drill/laterality/S52.501@2604") == item_of("drill/laterality/S52.502@2604") == "drill/laterality"
    assert item_of("mpk:hcpc-0001") == "mpk:hcpc-0001"


WAITING = st.builds(Waiting, st.text("abcdef", min_size=1, max_size=4), st.floats(0, 1), st.frozensets(st.sampled_from("xyz"), max_size=2))


@given(st.lists(WAITING, unique_by=lambda one: one.item, max_size=20), st.integers(0, 25))
def test_as_many_are_chosen_as_fit_and_the_most_urgent_comes_first(waiting, count):
    chosen = choose(waiting, count)
    assert len(chosen) == len(set(chosen)) == min(count, len(waiting))
    if chosen:
        assert next(one for one in waiting if one.item == chosen[0]).urgency == max(one.urgency for one in waiting)


def test_siblings_wait_for_another_round_where_there_are_others():
    waiting = [Waiting(f"case-{n}", 0.9 - n / 100, frozenset({"case"})) for n in range(4)]
    waiting += [Waiting(f"lone-{n}", 0.5 - n / 100) for n in range(4)]
    assert choose(waiting, 5) == ["case-0", "lone-0", "lone-1", "lone-2", "lone-3"]
    assert choose(waiting, 6)[-1] == "case-1"
    assert sorted(choose(waiting, 8)) == sorted(one.item for one in waiting)


@given(st.lists(st.tuples(st.integers(-90, 90), st.integers(0, 60)), max_size=30), st.integers(1, 40), st.integers(0, 40))
def test_a_backlog_is_spread_and_nothing_is_lost(due, load, done):
    spread = flatten([(DAY + timedelta(days=n), count) for n, count in due], DAY, load, done)
    assert sum(count for _day, count in spread) == sum(count for _n, count in due)
    assert all(0 < count <= load for _day, count in spread)
    assert [day for day, _count in spread] == sorted({day for day, _count in spread})
    assert all(day >= DAY for day, _count in spread)
    assert not spread or spread[0][0] > DAY or spread[0][1] <= max(load - done, 0)


def test_recall_is_nine_in_ten_after_the_stability():
    assert recall(Card(10.0, 5.0, DAY, DAY), DAY + timedelta(days=10)) == pytest.approx(0.9)
