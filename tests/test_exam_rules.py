"""The rules of mock exams without a conversation: papers, scores, paces, as tables."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.paper import Unit, draw, room_in, shares
from bot.learning.score import Given, Pace, most_lost, score
from tests.exams import AREAS

PLENTY = dict.fromkeys(AREAS, 99)


@given(st.sampled_from([100, 50, 25]), st.integers(), st.fixed_dictionaries({area: st.integers(0, 9) for area in AREAS}))
def test_a_share_is_that_of_the_blueprint_whatever_the_chance_and_the_room(total, seed, room):
    for there in (PLENTY, room):
        found = shares(AREAS, total, there, Random(seed))
        assert sum(found.values()) == total
        assert list(found) == list(AREAS)
        assert all(abs(found[area] - AREAS[area] * total / 100) < 1 for area in AREAS)


def test_what_has_no_room_is_not_rounded_up():
    room = {**PLENTY, "hcpcs": 0, "icd10cm": 1}
    for seed in range(20):
        found = shares(AREAS, 25, room, Random(seed))
        assert found["hcpcs"] == 0
        assert found["icd10cm"] == 1


def test_four_quarters_come_out_of_one_exam():
    left = dict(AREAS)
    for seed in range(4):
        for area, count in shares(AREAS, 25, left, Random(seed)).items():
            left[area] -= count
    assert set(left.values()) == {0}


def units(area, *sizes, start=0):
    return [Unit(area, tuple(f"{area}{start + n}-{part}" for part in range(size))) for n, size in enumerate(sizes)]


@pytest.mark.parametrize(
    ("sizes", "wanted", "drawn"),
    [
        ((1, 1, 1, 3, 3), 9, ["c0-0", "c1-0", "c2-0", "c3-0", "c3-1", "c3-2", "c4-0", "c4-1", "c4-2"]),
        ((1, 1, 1, 4), 3, ["c0-0", "c1-0", "c2-0"]),  # the case does not fit
        ((1, 4), 3, ["c0-0", "c1-0", "c1-1"]),  # nothing else is left: the first questions of the case
        ((3, 3, 3, 3), 10, ["c0-0", "c0-1", "c0-2", "c1-0", "c1-1", "c1-2", "c2-0", "c2-1", "c2-2", "c3-0"]),
        ((1, 1), 5, ["c0-0", "c1-0"]),
        ((4,), 0, []),
    ],
)
def test_an_area_is_drawn_from_single_questions_and_cases(sizes, wanted, drawn):
    assert draw([units("c", *sizes)], {"c": wanted}) == drawn


def test_the_first_pool_goes_before_the_next():
    assert draw([units("a", 1), units("a", 1, 1, 1, start=5)], {"a": 3, "b": 1}) == ["a0-0", "a5-0", "a6-0"]


@given(st.lists(st.integers(1, 5), max_size=12), st.lists(st.integers(1, 5), max_size=12), st.integers(0, 20))
def test_no_question_is_drawn_twice_and_none_too_many(first, second, wanted):
    pools = [units("a", *first), units("a", *second, start=50)]
    names = draw(pools, {"a": wanted})
    assert len(names) == len(set(names)) == min(wanted, sum(first) + sum(second))
    assert room_in(pools[0]).get("a", 0) == sum(first)


GIVEN = st.lists(
    st.builds(
        lambda area, first, chosen, key, flagged, seconds: Given(
            area, chosen, first if chosen is not None else None, chosen == key, first == key and chosen is not None, flagged, seconds
        ),
        st.sampled_from(list(AREAS)),
        st.integers(0, 3),
        st.none() | st.integers(0, 3),
        st.integers(0, 3),
        st.booleans(),
        st.integers(0, 900),
    ),
    min_size=1,
    max_size=100,
)


@given(GIVEN)
def test_a_score_adds_up(given_):
    found = score(given_, list(AREAS))
    assert found.right == sum(one.right for one in found.areas) == sum(one.right for one in given_)
    assert found.of == sum(one.of for one in found.areas) == len(given_)
    assert sum(one.seconds for one in found.areas) == sum(one.seconds for one in given_)
    assert [one.right / one.of for one in found.areas] == sorted(one.right / one.of for one in found.areas)
    assert found.passed is (found.right >= found.needed) is (found.right / found.of >= 0.7 - 1e-12)
    assert (found.percent >= 70) is found.passed
    assert 0 <= found.to_right + found.to_wrong + found.still_wrong <= found.of - found.blank


@pytest.mark.parametrize(("right", "of", "passed", "needed"), [(70, 100, True, 70), (69, 100, False, 70), (35, 50, True, 35), (34, 50, False, 35),
                                                               (18, 25, True, 18), (17, 25, False, 18), (0, 1, False, 1)])  # fmt: skip
def test_seventy_percent_of_the_whole_pass(right, of, passed, needed):
    found = score([Given("anatomy", 0, 0, n < right) for n in range(of)], list(AREAS))
    assert (found.passed, found.needed) == (passed, needed)


@pytest.mark.parametrize(("right", "of", "points"), [(70, 100, 9), (72, 100, 9), (35, 50, 12), (18, 25, 17), (25, 25, 9)])
def test_what_chance_alone_does(right, of, points):
    """Half the width of the 95 % interval of Agresti and Coull, by hand: (70 + 2) / 104 gives 1.96 * sqrt(.692 * .308 / 104) = 8.9."""
    assert score([Given("anatomy", 0, 0, n < right) for n in range(of)], list(AREAS)).chance_points == points


def test_practice_goes_where_most_points_lie():
    given_ = [Given("hcpcs")] * 3 + [Given("guidelines", 0, 0, n < 3) for n in range(7)] + [Given("cases", 0, 0, n < 8) for n in range(10)]
    found = score(given_, list(AREAS))
    assert [one.area for one in found.areas] == ["hcpcs", "guidelines", "cases"]
    assert [one.area for one in most_lost(found.areas, AREAS, 2)] == ["guidelines", "hcpcs"]


@pytest.mark.parametrize(
    ("pace", "left", "expected", "each", "left_each"),
    [
        (Pace(0, 14_400, 0, 100), 14_400, 0, None, 144),
        (Pace(7200, 14_400, 40, 100), 7200, 50, 180, 120),
        (Pace(14_400, 14_400, 100, 100), 0, 100, 144, None),
        (Pace(20_000, 14_400, 99, 100), 0, 100, 202, 0),
        (Pace(600, None, 4, 25), 0, 0, 150, 0),
    ],
)
def test_a_pace(pace, left, expected, each, left_each):
    assert (pace.left, pace.expected, pace.each, pace.left_each) == (left, expected, each, left_each)
