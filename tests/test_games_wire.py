"""A live quiz over Discord's real gateway: what people tap comes as events, what a room is told goes out as requests."""

import asyncio

import pytest

from tests import discord_spec
from tests.discord_gateway import EPHEMERAL, SERVER, Gateway
from tests.telegram_world import on_sqlite
from tests.test_discord_wire import running

pytestmark = on_sqlite


@pytest.fixture
async def gateway():
    found = await Gateway(discord_spec.load()).start()
    found.permissions = str(1 << 11)
    yield found
    await found.stop()
    assert not found.refused, found.refused


def public(gateway):
    return [one for one in gateway.messages.values() if one["channel_id"] == SERVER and not one["flags"] & EPHEMERAL and one["components"]]


def words(message):
    return str(message["components"])


async def test_a_quiz_is_played_and_goes_on_after_a_cut(tutor, gateway, clock):
    async with running(tutor, gateway, clock) as process:

        async def passes(seconds):
            clock.sleeps(seconds=seconds)
            tutor.tick(clock.now, pulse=False)
            await process.delivery.deliver()

        async def taps(*people, label):
            shown = public(gateway)[-1]["id"]
            acted = await asyncio.gather(*(gateway.taps(one, shown, label) for one in people))
            await gateway.until(lambda: all(one.answered is not None for one in acted))
            await process.reception.drain(10)
            return acted

        opened = await gateway.calls_command("ana", "quiz", {"area": "icd10cm", "how_many": 3, "pace": "20s"}, channel=SERVER)
        await gateway.until(lambda: opened.answered is not None and bool(public(gateway)))
        await taps("ben", "cleo", label="Join")
        await passes(5)
        assert "In (3): ana, ben, cleo" in words(public(gateway)[-1])
        assert len(public(gateway)) == 1  # the lobby was edited
        await taps("ana", label="Start")
        await passes(3)
        assert "Question 1 of 3" in words(public(gateway)[-1])
        await gateway.cut()
        await gateway.until(lambda: gateway.resumes == 1)
        given = await taps("ana", "ben", "cleo", label="B")
        assert all("B it is." in str(one.data) or "B it is." in words(gateway.messages[one.original]) for one in given)
        await passes(3)
        reveal = public(gateway)[-1]
        assert "Points" in words(reveal)
        assert not [one for one in public(gateway) if "B it is." in words(one)]
        for _ in range(2):
            await passes(8)
            await taps("ben", label="C")
            await passes(21)
        await passes(8)
        assert "The quiz is over" in words(public(gateway)[-1])
        assert len(public(gateway)) == 8  # lobby, three questions, three reveals, the end
