"""A live quiz in a Telegram group: receipts with the tap, one message that counts, posts into the topic where it is played."""

import re
from collections import Counter

import pytest
from sqlalchemy import func, select

from bot.store.grouptables import game_answer
from tests.telegram_world import World, on_sqlite, telegram_server

pytestmark = on_sqlite


@pytest.fixture
async def world(tutor, clock):
    async with telegram_server(clock) as server, World(tutor, server, lambda: clock.now) as world:
        server.group("group", managers=("mia",))
        yield world


async def passes(world, clock, seconds):
    clock.sleeps(seconds=seconds)
    world.tutor.tick(clock.now, pulse=False)
    await world.delivery.deliver()


def receipts(server):
    return [sent.get("text") for sent in server.calls("answerCallbackQuery")]


async def test_a_quiz_in_a_group(world, clock):
    server = world.server
    (lobby,) = await server.says("group", "/quiz anatomy 3 20s", by="ana")
    assert "Live quiz" in lobby.text
    for name in ("ben", "cleo"):
        assert await server.taps("group", "Join", by=name) == []  # nobody else is troubled with it
    assert receipts(server) == ["You are in. It begins when somebody taps Start."] * 2
    await passes(world, clock, 5)
    assert len(server.sees("group")) == 2
    assert "In (3):" in server.sees("group")[-1].text
    assert server.sees("group")[-1].id == lobby.id
    await server.taps("group", "Start", by="ana")
    await passes(world, clock, 3)
    question = server.sees("group")[-1]
    assert "Question 1 of 3" in question.text
    before = len(server.calls("sendMessage"))
    for name in ("ana", "ben", "cleo"):
        assert await server.taps("group", "B", by=name) == []
    assert receipts(server)[-3:] == ["B it is. You may change it once while the question is open."] * 3
    assert len(server.calls("sendMessage")) == before
    await passes(world, clock, 2)
    reveal = server.sees("group")[-1]
    assert "My place" in reveal.labels
    assert "Source:" in reveal.text
    await server.taps("group", "My place", by="ben")
    assert "You are number" in receipts(server)[-1]
    await server.says("group", "/quiz stop", by="mia")
    assert "It was stopped." in server.sees("group")[-1].text


async def test_a_quiz_in_a_topic_stays_in_it(world, clock):
    server = world.server
    server.group("forum", forum=True)
    await server.says("forum", "/quiz 3", by="ana", thread=7)
    await server.taps("forum", "Start", by="ana")
    await passes(world, clock, 3)
    assert "Question 1 of 3" in server.sees("forum")[-1].text
    assert server.sees("forum")[-1].thread == 7


@pytest.mark.parametrize("fault", [{"how": "drop"}, {"status": 500, "description": "Internal Server Error"}])
async def test_a_receipt_that_may_not_have_arrived_is_given_again(world, clock, fault):
    """Else whoever tapped waits for it in vain, with a button that spins."""
    server = world.server
    await server.says("group", "/quiz 3", by="ana")
    server.fails("answerCallbackQuery", **fault)
    await server.taps("group", "Join", by="ben")
    assert list(server.whispered.values()) == ["You are in. It begins when somebody taps Start."]


async def test_a_process_that_dies_before_a_receipt_is_out_gives_it_at_its_next_start(world, clock):
    server = world.server
    await server.says("group", "/quiz 3", by="ana")
    server.fails("answerCallbackQuery", how="hang")
    lobby, join = server.button("group", "Join")
    server.tap("group", lobby, join["callback_data"], by="ben")
    await server.until(lambda: server.calls("answerCallbackQuery"))
    await world.dies()
    async with World(world.tutor, server, lambda: clock.now) as second:
        await second.settle()
        assert list(server.whispered.values()) == ["You are in. It begins when somebody taps Start."]
        assert not server.spinning
    world.telegram, world.reception = second.telegram, second.reception


async def test_the_question_of_the_day_is_pinned_in_the_place_of_the_one_before(world, clock):
    server = world.server
    group = server.group("group")
    server.pinners.add(group)
    for words in ("pin on", "question on"):
        await server.says("group", f"/room {words}", by="mia")
    assert "no roles" in (await server.says("group", "/room ping @students", by="mia"))[0].text
    pinned = []
    for hours in (21, 24):
        await passes(world, clock, hours * 3600)
        await passes(world, clock, 2)  # first what was right yesterday, then the question
        pinned.append(list(server.pinned[group]))
    assert [len(one) for one in pinned] == [1, 1]
    assert pinned[0] != pinned[1]
    assert all(sent["disable_notification"] == "true" for sent in server.calls("pinChatMessage"))


async def test_without_the_right_to_pin_the_manager_is_told_once(world, clock):
    server = world.server
    await server.says("mia", "/start")
    for words in ("pin on", "question on"):
        await server.says("group", f"/room {words}", by="mia")
    for hours in (21, 24):
        await passes(world, clock, hours * 3600)
    assert len(server.calls("pinChatMessage")) == 1
    await passes(world, clock, 60)
    told = [one for one in server.sees("mia") if "could not pin" in one.text]
    assert len(told) == 1
    assert "pinned" not in (await server.says("group", "/room", by="mia"))[0].text


@pytest.mark.parametrize("how", ["reply", "mention", "handle"])
async def test_a_duel_names_its_opponent(world, clock, how):
    server = world.server
    server.handles["cleo"] = "cleo_codes"
    await server.says("group", "Who practises today?", by="ben")
    if how == "reply":
        (challenge,) = await server.says("group", "/duel anatomy", by="ana", to=server.sees("group")[0])
    elif how == "mention":
        (challenge,) = await server.says("group", "/duel Ben anatomy", by="ana", names="ben")
    else:
        server.handles["ben"] = "ben_b"
        (challenge,) = await server.says("group", "/duel @Ben_B anatomy", by="ana")
    rival = "@Ben_B" if how == "handle" else "Ben"
    assert f"Ana challenges {rival} · 5 questions, Anatomy" in challenge.text
    called = [one["user"]["id"] for one in challenge.entities if one["type"] == "text_mention"]
    assert called == ([] if how == "handle" else [server.person("ben")])
    assert await server.taps("group", "Accept", by="cleo") == []
    assert f"That challenge is for {rival}" in receipts(server)[-1]
    (declined,) = await server.taps("group", "Decline", by="ben")
    assert declined.id == challenge.id
    assert "Ben declined Ana's challenge." in declined.text


async def test_in_a_topic_a_duel_is_open_unless_it_replies_to_somebody(world):
    """There every message replies to the one that opened the topic."""
    server = world.server
    server.group("forum", forum=True)
    opener = server.message("forum", "ben", {"forum_topic_created": {"name": "Duels", "icon_color": 7322096}}, thread=7)
    message = server.message("forum", "ana", {"text": "/duel anatomy"}, thread=7) | {"reply_to_message": opener}
    server.push({"message": message})
    await server.settled()
    assert "Who accepts?" in server.sees("forum")[-1].text


async def test_two_hundred_people_answer_at_once(world, clock):
    """Nobody's answer is lost or counted twice, each gets one receipt, and the question is edited once for all of them."""
    server = world.server
    names = [f"p{number:03}" for number in range(200)]
    await server.says("group", "/quiz anatomy 3 60s", by=names[0])
    lobby, join = server.button("group", "Join")
    for name in names[1:]:
        server.tap("group", lobby, join["callback_data"], by=name)
    await server.settled()
    assert len(receipts(server)) == 199
    await server.taps("group", "Start", by=names[0])
    await passes(world, clock, 3)
    letters = [server.button("group", letter) for letter in "ABCD"]
    question, before, edits = letters[0][0], len(receipts(server)), len(server.calls("editMessageText"))
    clock.sleeps(seconds=8)
    for number, name in enumerate([*names[1:], *names[1:41]]):  # some tap twice; the host is slow
        server.tap("group", question, letters[number % 199 % 4][1]["callback_data"], by=name)
    await server.settled()
    given = receipts(server)[before:]
    assert sum("You may change it once" in one for one in given) == 199
    assert sum("stands." in one for one in given) == 40
    assert not server.spinning
    for _ in range(3):
        await passes(world, clock, 5)
    assert len(server.calls("editMessageText")) == edits + 1
    assert "199 of 200" in question.text
    server.tap("group", question, letters[0][1]["callback_data"], by=names[0])
    await server.settled()
    await passes(world, clock, 2)
    reveal = server.sees("group")[-1]
    given = Counter("ABCD"[number % 4] for number in (*range(199), 0))
    shares = {letter: int(share) for letter, share in re.findall(r"([A-D])  (?:\S+ · )?(\d+) %", reveal.text)}
    assert sum(shares.values()) == 100
    assert all(abs(shares[letter] - given[letter] / 2) < 1 for letter in "ABCD")
    key = re.search(r"3: ([A-D])", reveal.text)[1]
    assert f"({given[key]} of 200)" in reveal.text
    with world.tutor.database.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(game_answer)) == 200
