"""Groups on Telegram: only what is said to us is answered, to the right message, in the right topic; groups move."""

import pytest
from sqlalchemy import insert, select

from bot.chat import Choice, Incoming, Reply, Sender, as_row
from bot.store import learners
from bot.store.posts import Post
from bot.store.tables import inbox, post
from tests.telegram_world import World, on_sqlite, telegram_server

pytestmark = on_sqlite


@pytest.fixture
async def world(tutor, clock):
    async with telegram_server(clock) as server, World(tutor, server, lambda: clock.now) as world:
        server.group("group", managers=("mia",))
        yield world


@pytest.fixture
def server(world):
    return world.server


async def test_people_talk_to_one_another(server):
    for said in (
        "E11.21",
        "what is the passing score",
        "B",
        "/rules",
        "/rules@OtherBot",
        "/help@OtherBot",
        "/",
        "/ help",
        "hello @TutorBot",
    ):
        assert await server.says("group", said, by="ana") == [], said


@pytest.mark.parametrize("said", ["/code E11.21", "/code@TutorBot E11.21", "/CODE@tutorbot E11.21"])
async def test_a_command_is_answered_to_its_message(server, said):
    await server.says("group", "hi", by="ben")
    (page,) = await server.says("group", said, by="ana")
    assert page.text.startswith("E11.21")
    assert page.answers == server.sees("group")[1].id


async def test_a_command_we_do_not_know_is_answered_only_if_it_names_us(server):
    assert await server.says("group", "/weather", by="ana") == []
    assert "I don't know /weather" in (await server.says("group", "/weather@TutorBot", by="ana"))[0].text


async def test_a_button_works_for_everybody(server):
    (page,) = await server.says("group", "/code E11.21", by="ana")
    (other,) = await server.taps("group", "E11.2 ▲", by="ben")
    assert other.text.startswith("E11.2 ")
    assert other.answers == page.id


async def test_a_reply_to_us_needs_no_command(server):
    (page,) = await server.says("group", "/code E11.21", by="ana")
    (answer,) = await server.says("group", "what is the passing score", by="ben", to=page)
    assert "70" in answer.text
    assert await server.says("group", "what is the passing score", by="ben", to=server.sees("group")[0]) == []


async def test_a_prompt_asks_the_one_who_tapped(server):
    await server.says("group", "/help", by="ana")
    (prompt,) = await server.taps("group", "Look something up", by="ben")
    assert prompt.text == "Ben: Which code or words shall I look up?\n↩ /code"
    assert [entity["user"]["id"] for entity in prompt.entities if entity["type"] == "text_mention"] == [server.person("ben")]
    assert prompt.markup["selective"]
    (page,) = await server.says("group", "E11.9", by="ben", to=prompt)
    assert page.text.startswith("E11.9")


async def test_a_topic_is_kept_to(world, server):
    server.group("forum", forum=True)
    (page,) = await server.says("forum", "/code E11.21", by="ana", thread=7)
    assert page.thread == 7
    (other,) = await server.taps("forum", "E11.2 ▲", by="ben")
    assert other.thread == 7
    await server.says("forum", "/help", by="ana", thread=7)
    (prompt,) = await server.taps("forum", "Look something up", by="ben")
    assert prompt.thread == 7


async def test_a_topic_that_is_gone_costs_no_answer(world, server):
    server.group("forum", forum=True)
    server.fails("sendMessage", 400, "Bad Request: message thread not found")
    (page,) = await server.says("forum", "/code E11.21", by="ana", thread=7)
    assert page.text.startswith("E11.21")


async def test_a_reply_within_a_group_without_topics_names_none(server):
    """There, too, a reply has a thread; answering into it would be refused."""
    said = server.message("group", "ana", {"text": "/code E11.9"}) | {"message_thread_id": 5}
    server.push({"message": said})
    await server.settled()
    assert server.sees("group")[-1].text.startswith("E11.9")
    assert server.sees("group")[-1].labels  # it was not refused and sent once more in plain words


async def test_who_writes_and_who_manages(world, server, monkeypatch):
    heard = []
    real = world.tutor.handle
    monkeypatch.setattr(world.tutor, "handle", lambda incoming: heard.append(incoming.sender) or real(incoming))
    await server.says("group", "/help", by="ana")
    await server.says("group", "/help", by="mia")
    await server.says("group", "/help", by="anonymous")
    room = str(server.groups["group"])
    assert [(one.room, one.user, one.manager) for one in heard] == [
        (room, str(server.person("ana")), False),
        (room, str(server.person("mia")), True),
        (room, room, True),  # who writes in the name of the group is nobody in particular
    ]
    assert len(server.calls("getChatAdministrators")) == 1


async def test_managers_that_telegram_does_not_tell_are_no_managers(world, server):
    server.fails("getChatAdministrators", 500, "Internal Server Error")
    assert (await server.says("group", "/help", by="mia"))[0].text


async def test_a_private_answer_comes_in_private(server):
    await server.says("ana", "/start")
    assert await server.says("group", "/progress", by="ana") == []
    assert "/progress works in a private chat" in server.sees("ana")[-1].text


async def test_a_private_answer_to_somebody_we_may_not_write_to(server):
    (seen,) = await server.says("group", "/progress", by="ana")
    assert "This answer is for you alone" in seen.text
    assert seen.markup["inline_keyboard"][0][0]["url"] == "https://t.me/TutorBot?start=group"
    assert seen.answers == server.sees("group")[0].id
    (seen,) = await server.says("group", "/progress", by="anonymous")
    assert "This answer is for you alone" in seen.text


async def test_patient_data_in_a_group_is_refused_in_private(world, server):
    await server.says("ana", "/start")
    await server.says("group", "/code Jane Roe, DOB 04/12/1957", by="ana")
    assert "did not read or keep it" in server.sees("ana")[-1].text
    with world.tutor.database.reading() as connection:
        assert "Jane" not in str(connection.execute(select(inbox)).all())


async def test_hello_once_when_we_are_added(server):
    server.adds("group", "ana")
    server.adds("group", "ana")
    await server.settled()
    server.push({"my_chat_member": server._membership(server.groups["group"], "ana", "member", {"status": "member"})})
    server.push({"my_chat_member": server._membership(server.groups["group"], "ana", "member", {"status": "left"})})
    await server.settled()
    assert [seen.text for seen in server.sees("group")] == [
        "Hello, I am a tutor for medical coding. Here I look up codes and answer questions: /help lists how."
    ] * 2


async def test_the_same_hello_delivered_twice_is_said_once(server):
    change = server._membership(server.groups["group"], "ana", "left", {"status": "member"})
    server.push({"update_id": 710_000_000, "my_chat_member": change})
    await server.settled()
    server.push({"update_id": 710_000_000, "my_chat_member": change})
    await server.settled()
    assert len(server.sees("group")) == 1


async def test_a_group_that_moved_is_followed(world, server):
    """An answer under way goes to the new group, and so does everything after it."""
    old = server.groups["group"]
    said = server.message("group", "ana", {"text": "/code E11.9"})
    server.migrates("group")
    server.push({"message": said})
    await server.settled()
    assert server.sees("group")[-1].text.startswith("E11.9")
    assert "reply_parameters" not in server.calls("sendMessage")[-1]  # numbers of messages mean other ones there
    refused = [sent for sent in server.calls("sendMessage") if sent["chat_id"] == str(old)]
    await world.telegram.send(_post(room=str(old)), Reply("Tonight at eight"))
    assert server.sees("group")[-1].text == "Tonight at eight"
    assert [sent for sent in server.calls("sendMessage") if sent["chat_id"] == str(old)] == refused


async def test_a_notice_that_a_group_moved_is_taken_to_heart(world, server):
    old = server.groups["group"]
    notice = server.message("group", "ana", {"migrate_to_chat_id": old - 500_000})
    server.migrates("group")
    server.push({"message": notice})
    await server.settled()
    await world.telegram.send(_post(room=str(old)), Reply("Tonight at eight"))
    assert [sent["chat_id"] for sent in server.calls("sendMessage")] == [str(old - 500_000)]


async def test_a_group_that_moved_is_known_to_the_next_process(world, server, clock):
    """All that names the group moves in the store: what waits to be answered, what is to be sent, and who wrote in its name."""
    tutor, old = world.tutor, server.groups["group"]
    await server.says("group", "/code E11.9", by="anonymous")
    await world.telegram.send(_post(room=str(old)), Reply("Round 1", slot="board"))
    left = Incoming(Sender("telegram", str(old), room=str(old)), "/code E11.21", clock.now, "5", {"chat": old, "message": 3, "thread": 7})
    tutor.keep([left])
    with tutor.database.writing() as connection:
        row = {"platform": "telegram", "room": str(old), "reply": as_row(Reply("Tonight at eight"))}
        connection.execute(insert(post).values(key="a", due_at=clock.now, expires_at=clock.now.replace(year=2030), **row))
    notice = server.message("group", "ana", {"migrate_to_chat_id": old - 500_000})
    server.migrates("group")
    server.push({"message": notice})
    await server.settled()
    async with World(tutor, server, lambda: clock.now) as second:
        calls = len(server.calls("sendMessage"))
        await second.settle()
        await second.delivery.deliver()
        assert [sent["chat_id"] for sent in server.calls("sendMessage")[calls:]] == [str(old - 500_000)] * 2
    assert [one.text.split()[0] for one in server.sees("group")] == ["E11.21", "Tonight"]
    assert tutor.slot("telegram", str(old), "board") is None


async def test_the_new_group_tells_of_the_move_as_well(world, server):
    old = server.groups["group"]
    new = server.migrates("group")
    server.push({"message": server.message("group", "ana", {"migrate_from_chat_id": old})})
    await server.settled()
    await world.telegram.send(_post(room=str(old)), Reply("Tonight at eight"))
    assert [sent["chat_id"] for sent in server.calls("sendMessage")] == [str(new)]


@pytest.mark.parametrize("number", [1e300, True, "5", 5005])
async def test_a_move_to_what_is_no_group_is_not_believed(server, number):
    """It would be kept, and nothing said in the group be heard any more."""
    server.push({"message": server.message("group", "ana", {"migrate_to_chat_id": number})})
    server.push({"message": server.message("group", "ana", {"migrate_from_chat_id": number})})
    await server.settled()
    await server.says("group", "/code E11.9", by="ana")
    assert server.sees("group")[-1].text.startswith("E11.9")


async def test_what_was_said_before_the_move_counts_for_the_new_group(world, server, monkeypatch):
    heard = []
    real = world.tutor.handle
    monkeypatch.setattr(world.tutor, "handle", lambda incoming: heard.append(incoming.sender.room) or real(incoming))
    old, said = server.groups["group"], server.message("group", "ana", {"text": "/code E11.9"})
    new = server.migrates("group")
    server.push({"message": server.message("group", "ana", {"migrate_from_chat_id": old})})
    await server.settled()
    server.push({"message": said})
    await server.settled()
    assert heard == [str(new)]
    assert server.sees("group")[-1].text.startswith("E11.9")


async def test_a_message_is_never_edited_in_a_group_that_moved(world, server):
    await server.says("group", "/code E11.9", by="ana")
    old = server.groups["group"]
    server.migrates("group")
    server._message = 0  # the new group counts anew: our first message there gets an old number
    await world.telegram.send(_post(room=str(old)), Reply("First"))
    incoming = Incoming(Sender("telegram", "1", room=str(old)), "/x", world.now(), "1", {"chat": old, "over": server.sees("group")[0].id})
    await world.telegram.show(incoming, Reply("Second", (Choice("A", "/x"),), replaces=True), 0)
    assert [seen.text for seen in server.sees("group")] == ["First", "Second"]


async def test_a_supergroup_remembers_its_scoreboard_across_the_move(world, server):
    old = server.groups["group"]
    await world.telegram.send(_post(room=str(old)), Reply("Round 1", slot="board"))
    server.migrates("group")
    await world.telegram.send(_post(room=str(old)), Reply("Round 2", slot="board"))
    await world.telegram.send(_post(room=str(old)), Reply("Round 3", slot="board"))
    assert [(seen.text, seen.edits) for seen in server.sees("group")] == [("Round 3", 1)]


async def test_two_at_once_share_one_scoreboard(world, server):
    import asyncio

    room = str(server.groups["group"])
    await asyncio.gather(*(world.telegram.send(_post(room=room), Reply(f"Round {number}", slot="board")) for number in range(10)))
    assert [seen.edits for seen in server.sees("group")] == [9]


async def test_who_blocks_us_gets_no_more_pushes(world, server):
    await server.says("ana", "/start")
    server.blocks("ana")
    await server.settled()
    with world.tutor.database.reading() as connection:
        learner = learners.find(connection, "telegram", str(server.person("ana")))
        assert learner.lost
        assert learner.next_push_at is None
    server.blocked.clear()
    await server.says("ana", "/help")
    with world.tutor.database.reading() as connection:
        assert learners.find(connection, "telegram", str(server.person("ana"))).next_push_at is not None


def _post(user=None, room=None):
    return Post(1, "key", "telegram", user, room, {}, None, None, 1)
