"""A live quiz in a Discord channel: receipts for one person's eyes, one message that counts, forms for what is typed."""

import re
from collections import Counter

import pytest
from sqlalchemy import func, select

from adapters.delivery import Delivery
from bot.chat import Incoming, Sender
from bot.store.grouptables import game_answer
from tests import discord_spec
from tests.discord_person import discord_world
from tests.discord_spec import walk
from tests.telegram_world import on_sqlite

pytestmark = on_sqlite


@pytest.fixture(scope="session")
def spec():
    return discord_spec.load()


@pytest.fixture
async def world(tutor, clock, spec):
    async with discord_world(tutor, clock, spec) as world:
        world.delivery = Delivery(world.reception, {"discord": world.discord}, lambda: clock.now)
        yield world


async def passes(world, clock, seconds):
    clock.sleeps(seconds=seconds)
    world.tutor.tick(clock.now, pulse=False)
    await world.delivery.deliver()


async def test_a_quiz_in_a_channel(world, clock):
    server = world.server()
    ana, ben = server.person("ana"), server.person("ben")
    (lobby,) = await ana.says("/quiz anatomy 3")
    assert not lobby.ephemeral
    (joined,) = await ben.taps("Join")
    assert joined.ephemeral
    assert joined not in ana.sees()
    await passes(world, clock, 5)
    assert "In (2): ana, ben" in next(one for one in ana.sees() if one.id == lobby.id)
    await ana.taps("Start", on=lobby)
    await passes(world, clock, 3)
    question = ana.last
    assert "Question 1 of 3" in question
    for person in (ana, ben):
        (receipt,) = await person.taps("B", on=question)
        assert receipt.ephemeral
        assert "B it is." in receipt
    await passes(world, clock, 2)
    reveal = next(one for one in reversed(ben.sees()) if "Points" in one)
    assert not reveal.ephemeral
    (place,) = await ben.taps("My place", on=reveal)
    assert place.ephemeral
    assert "of 2" in place
    world.check()


async def test_typed_answers_come_by_a_form(world, clock):
    ana = world.server().person("ana")
    await ana.calls("quiz", area="icd10cm", how_many=3, manner="typed")
    await ana.taps("Start")
    await passes(world, clock, 3)
    (receipt,) = await ana.taps("Answer", "E11.9")
    assert "E11.9 it is." in receipt
    assert receipt.ephemeral
    world.check()


async def test_in_a_server_that_does_not_have_us_a_quiz_is_private(world, monkeypatch):
    ana = world.server().person("ana")
    monkeypatch.setattr(world.discord.client, "get_guild", lambda _number: None)
    (question,) = await ana.calls("quiz", area="icd10cm", how_many=3, pace="20s")
    assert "Question 1 of 3" in question
    assert question.ephemeral


async def test_a_duel_names_its_opponent(world):
    server = world.server()
    ana, ben, cleo = (server.person(name) for name in ("ana", "ben", "cleo"))
    (challenge,) = await ana.calls("duel", whom=ben.member, area="anatomy")
    assert "ana challenges ben" in challenge
    assert not challenge.ephemeral
    sent = world.env.http_requests[-1].json
    assert sent["data"]["allowed_mentions"]["users"] == [str(ben.user.id)]
    (refused,) = await cleo.taps("Accept", on=challenge)
    assert refused.ephemeral
    assert "is for ben" in refused
    (declined,) = await ben.taps("Decline", on=challenge)
    assert declined.id == challenge.id
    assert "ben declined ana's challenge." in declined
    assert f"<@{ben.user.id}>" not in declined
    world.check()


async def test_a_bot_plays_no_duels(world):
    server = world.server()
    ana, robot = server.person("ana"), server.guild.add_member(world.env.create_user("robot", bot=True))
    (said,) = await ana.calls("duel", whom=robot)
    assert said.ephemeral
    assert "A bot plays no duels" in said


async def test_two_hundred_people_answer_at_once(world, clock):
    """Nobody's answer is lost or counted twice, each gets one receipt, and the question is edited once for all of them."""
    server = world.server()
    people = [server.person(f"p{number:03}") for number in range(200)]
    host, *others = people

    (lobby,) = await host.says("/quiz anatomy 3")
    join = next(part for part in host._buttons(lobby) if part["label"] == "Join")["custom_id"].partition(":")[2]
    for one in others:  # what the platform has to do with it is tested above
        sender = Sender("discord", str(one.user.id), one.user.name, str(host.channel.id))
        assert world.tutor.handle(Incoming(sender, join, clock.now))[0].private
    await passes(world, clock, 5)
    await host.taps("Start", on=lobby)
    await passes(world, clock, 3)
    question = host.last
    message = host._message(question)
    buttons = [part["custom_id"] for part in host._buttons(question)]
    clock.sleeps(seconds=8)
    for number, one in enumerate([*others, *others[:9]]):  # some tap twice; the host is slow
        acted = await one.member.click(message, custom_id=buttons[number % 199 % 4])
        assert acted.ephemeral
        receipt = "".join(part["content"] for part in walk(acted.response.components) if part["type"] == 10)
        assert ("stands." if number >= 199 else f"{'ABCD'[number % 4]} it is.") in receipt
    edits = [one for one in world.env.http_requests if one.method == "PATCH"]
    for _ in range(3):
        await passes(world, clock, 5)
    assert len([one for one in world.env.http_requests if one.method == "PATCH"]) == len(edits) + 1
    assert "199 of 200 have answered" in next(one for one in host.sees() if one.id == question.id)
    await host.taps("A", on=question)
    await passes(world, clock, 2)
    reveal = next(one for one in host.sees() if "Points" in one)
    assert "of 200)" in reveal
    given = Counter("ABCD"[number % 4] for number in (*range(199), 0))
    shares = {letter: int(share) for letter, share in re.findall(r"([A-D])  (?:\S+ · )?(\d+) %", reveal.text)}
    assert sum(shares.values()) == 100
    assert all(abs(shares[letter] - given[letter] / 2) < 1 for letter in "ABCD")
    with world.tutor.database.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(game_answer)) == 200
