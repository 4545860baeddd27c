"""A slice of each long run of tests/soak, so that none of them rots."""

import asyncio
import sys

import pytest

from tests.soak import push_kills, year


@pytest.mark.parametrize(("kind", "steps"), [("sqlite", ("commit",)), ("postgres", ("send",))])
@pytest.mark.usefixtures("faq_index")  # and with it the others: to build them, each worker would take longer than all else here
def test_workers_that_die_in_the_middle_lose_nothing_and_double_nothing(kind, steps, tmp_path, cache, request):
    if kind == "postgres":
        request.getfixturevalue("postgres_url")  # skips where there is no server
    url = push_kills.fresh(kind, tmp_path, 1)
    try:
        outcome = asyncio.run(push_kills.at_each_step(url, cache, range(1, 2), seed=1, at=steps))
    finally:
        push_kills.drop(url)
    assert push_kills.holds(outcome) == [], outcome
    assert outcome.kills >= 1, outcome
    assert outcome.states["held"] <= push_kills.IN_FLIGHT * outcome.kills, outcome


@pytest.mark.usefixtures("faq_index")
def test_some_days_of_a_few_learners(tmp_path, cache):
    faults, said = year.live(3, 6, 3, tmp_path, cache, [sys.executable, "-m", "adapters.cli", "pipe"])
    assert faults == [], said
