"""Reviews towards an exam date: the formulas against py-fsrs, how many on which day, and what is chosen."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning import forgetting
from bot.learning.deadline import HORIZON, days_left, load, weight, worth
from bot.learning.review import Card, Grade, answered, recall
from tests.test_review import plays, small  # noqa: F401  # a fixture

DAY = date(2026, 11, 23)
STABILITY, DIFFICULTY = st.floats(0.05, 300), st.floats(1, 10)


@given(STABILITY, DIFFICULTY, st.integers(1, 200))
def test_the_formulas_are_those_of_the_library(stability, difficulty, days):
    card, day = Card(stability, difficulty, DAY, DAY), DAY + timedelta(days=days)
    now = forgetting.recall(stability, days)
    assert now == pytest.approx(recall(card, day))
    right, wrong = answered(card, Grade.GOOD, day), answered(card, Grade.AGAIN, day)
    assert forgetting.if_right(stability, difficulty, now) == pytest.approx(right.stability)
    assert max(forgetting.if_wrong(stability, difficulty, now), 0.001) == pytest.approx(wrong.stability)
    assert forgetting.harder(difficulty) == pytest.approx(wrong.difficulty)
    assert right.difficulty == pytest.approx(difficulty, abs=0.02)


def test_few_at_first_more_towards_the_exam_half_on_the_last_day_none_on_the_day():
    weights = [weight(left) for left in range(HORIZON, -1, -1)]
    assert weights[:-2] == sorted(weights[:-2])
    assert weights[-1] == 0
    assert weights[-2] == weights[-3] / 2
    assert max(weights) == 2
    assert load(1, 90) == 1
    assert load(20, 0) == 0


@pytest.mark.parametrize(
    ("exam_on", "left"),
    [(None, None), (DAY, 0), (DAY - timedelta(days=1), None), (DAY + timedelta(days=90), 90), (DAY + timedelta(days=91), None)],
)
def test_only_an_exam_within_three_months_is_worked_towards(exam_on, left):
    assert days_left(exam_on, DAY) == left


@given(STABILITY, DIFFICULTY, st.integers(1, 60), st.integers(1, 90))
def test_a_review_is_worth_no_more_than_what_is_missing(stability, difficulty, elapsed, left):
    assert -1 < worth(stability, difficulty, elapsed, left) <= 1 - forgetting.recall(stability, elapsed + left) + 1e-9


def test_on_the_eve_what_is_least_remembered_is_worth_most():
    assert worth(2, 5, 9, 1) > worth(20, 5, 9, 1) > worth(200, 5, 9, 1) > 0


def test_far_from_the_exam_what_would_hold_anyway_is_worth_nothing():
    assert worth(5, 5, 8, 30) > worth(250, 5, 8, 30)


def test_with_a_date_the_load_follows_the_days_that_are_left(small, clock):  # noqa: F811
    from tests.conftest import Person

    cara = Person(small, clock, "cara")
    plays(cara, "/quiz hcpcs 30")
    cara.says("/settings reviews 8")
    cara.says("/settings exam 2026-12-30")
    clock.sleeps(days=1)
    asked = cara.says("/review")
    assert asked.facts["of"] == load(8, 36) == 2  # nothing is due by itself yet; 36 days before the exam a few are asked
    plays(cara, "/review")
    assert "Today's reviews are done" in cara.says("/review")
    clock.sleeps(days=33)
    assert len(plays(cara, "/review 30")) == 16
    clock.sleeps(days=2)
    assert len(plays(cara, "/review 30")) == 8
    clock.sleeps(days=1)
    assert "Today is your exam" in cara.says("/review")
    clock.sleeps(days=1)
    assert "**Review 1 of" in cara.says("/review")


def test_the_push_counts_what_the_review_will_ask(small, clock):  # noqa: F811
    from tests.conftest import Person
    from tests.test_review import _pushed

    cara = Person(small, clock, "cara")
    cara.says("/start")
    plays(cara, "/quiz hcpcs 30")
    cara.says("/settings exam 2026-12-30")
    clock.sleeps(days=1)
    pushed = _pushed(small, clock)
    assert f"And {cara.says('/review').facts['of']} reviews are waiting." in pushed
