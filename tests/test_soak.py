"""A slice of the long runs of tests/soak: the same machinery, a few seconds of it."""

from random import Random

import pytest

from bot.codebook.shelf import ICD10CM
from bot.tutor import Tutor
from tests.soak import discord_fuzz, telegram_fuzz
from tests.soak.kills import kill
from tests.soak.party import Here, Party
from tests.soak.stage import emptied, specification
from tests.telegram_world import on_sqlite

# The library warns of fields that go out of use; it does so once, and in the log.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


@pytest.fixture
def build(database, library, codebook):
    """Build a tutor on an empty store, as often as it takes to hunt a fault down."""
    return lambda: Tutor(emptied(database), library, codebook, seed=7)


@pytest.fixture
def described():
    if specification("telegram_api.json") is None or specification("discord_openapi.json") is None:
        pytest.skip("TUTOR_SHARED names no folder with the specs of both platforms")


async def test_telegram_sends_updates_of_every_shape(described, build):
    report = await telegram_fuzz.fuzz(build, 2026, 100)
    assert report.answers > 20


@on_sqlite
async def test_telegram_sends_them_to_the_webhook(described, build):
    report = await telegram_fuzz.fuzz(build, 2027, 60, webhook=True)
    assert report.answers > 10


@on_sqlite
async def test_discord_sends_events_of_every_shape(described, build):
    report = await discord_fuzz.fuzz(build, 2026, 40)
    assert report.answers > 20


@on_sqlite
async def test_the_process_is_killed_in_the_middle_of_conversations(database, codebook, cache, tmp_path):
    codes = [code for code, _title in codebook.books(ICD10CM)[-1].reportable_codes()]
    Random(1).shuffle(codes)
    url = database.url.render_as_string(hide_password=False)
    report = await kill(
        url, cache, codes, 1, kills=2, conversations=4, at_once=4, rounds_each=1, questions=2, think=0.3, log=tmp_path / "log"
    )
    assert report.kills.total() == 2
    assert report.answers == 2 * report.conversations.total() > 7


def test_a_party_whose_process_dies_again_and_again(database, library, codebook):
    party = Party(Here(lambda: Tutor(database, library, codebook, seed=7)), database, Random(1))
    report = party.run(15)
    assert min(report.deaths, report.reveals, report.answers, report.days) > 0
