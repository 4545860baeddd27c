"""The network and its faults: nothing that was said is lost, nothing is counted twice, and no fault ends the adapter."""

import asyncio
import io
import logging
import threading

import aiohttp
import pytest
from aiohttp import web
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError

from adapters.messenger import DeliveryFailed, StartFailed
from adapters.telegram import Telegram
from adapters.telegram_pace import UNLIMITED, Pace
from bot.chat import Choice, Incoming, Reply, Sender
from bot.library.question import LETTERS
from bot.store.posts import Post
from bot.store.tables import account, attempt, inbox, post
from bot.store.tables import round as rounds
from tests.telegram_server import TOKEN
from tests.telegram_time import Time
from tests.telegram_world import World, on_sqlite, telegram_server


@pytest.fixture
async def server(clock):
    async with telegram_server(clock) as server:
        yield server


@pytest.fixture
async def world(tutor, clock, server):
    async with World(tutor, server, lambda: clock.now) as world:
        yield world


def count(tutor, table, *where):
    with tutor.database.reading() as connection:
        return connection.scalar(select(func.count()).select_from(table).where(*where))


# Polling


async def test_an_update_is_confirmed_only_once_it_is_written_down(world, server, monkeypatch):
    kept = asyncio.Event()
    gate = asyncio.Event()
    real = world.reception.receive

    async def receive(*arguments):
        kept.set()
        await gate.wait()
        return await real(*arguments)

    monkeypatch.setattr(world.reception, "receive", receive)
    number = server.push({"message": server.message("ana", None, {"text": "E11.9"})})
    await kept.wait()
    assert server.waiting == [number]
    gate.set()
    await server.settled()
    assert server.waiting == []
    assert count(world.tutor, inbox) == 1


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 409, "description": "Conflict: terminated by other getUpdates request"},
        {"status": 401, "description": "Unauthorized"},
        {"status": 429, "description": "Too Many Requests: retry after 3", "parameters": {"retry_after": 3}},
        {"status": 429, "description": "Too Many Requests"},
        {"status": 500, "description": "Internal Server Error"},
        {"status": 502, "description": "Bad Gateway"},
        {"how": "drop"},
        {"how": "garbage"},
        {"how": "garbage", "status": 502},
    ],
)
@on_sqlite
async def test_polling_goes_on_whatever_happens(world, server, fault):
    await server.says("ana", "/start")
    server.fails("getUpdates", times=3, **fault)
    server.push({"message": server.message("ana", None, {"text": "E11.9"})})
    await server.settled()
    assert server.sees("ana")[-1].text.startswith("E11.9")
    assert len(world.pauses.asked) == 3
    if "parameters" in fault:
        assert world.pauses.asked == [3, 3, 3]


@on_sqlite
async def test_pauses_grow_and_stay_bounded(world, server):
    server.fails("getUpdates", 500, times=12)
    await server.says("ana", "/help")
    assert world.pauses.asked == [1, 2, 4, 8, 16, 30, 30, 30, 30, 30, 30, 30]


async def test_updates_twice_and_out_of_order_count_once(world, server):
    await server.says("ana", "/quiz 3")
    data = server.button("ana", "A")[1]["callback_data"]
    taps = []
    for _ in range(2):
        server.tap("ana", server.sees("ana")[-1], data)
    taps = list(server._updates.values())
    await server.settled()
    for update in reversed(taps):
        server.push(update)
    server.push(taps[0])
    await server.settled()
    assert count(world.tutor, inbox) == 3
    answered = [seen.text for seen in server.sees("ana") if "already answered" in seen.text]
    assert len(answered) == 1


async def test_the_updates_of_one_batch_are_answered_in_order(world, server):
    await server.says("ana", "/start")
    server.fails("getUpdates", 500)
    for said in ("/settings hour 07:00", "/settings hour 08:00", "/settings hour 09:15", "/settings"):
        server.push({"message": server.message("ana", None, {"text": said})})
    await server.settled()
    texts = [seen.text for seen in server.sees("ana") if seen.by == "bot"][1:]
    assert ["07:00" in texts[0], "08:00" in texts[1], "09:15" in texts[2], "at 09:15" in texts[3]] == [True] * 4


@on_sqlite
async def test_numbers_that_start_anew_after_a_quiet_week(world, server):
    await server.says("ana", "/help")
    asked = len(server.calls("getUpdates"))
    server._poll.set_result(None)  # nothing came
    await server.until(lambda: len(server.calls("getUpdates")) > asked)
    assert "offset" not in server.calls("getUpdates")[-1]  # one above the new numbers would swallow them
    server._number = 1000
    assert (await server.says("ana", "E11.9"))[0].text.startswith("E11.9")


@on_sqlite
async def test_an_update_that_breaks_us_does_not_come_for_ever(world, server, monkeypatch, caplog):
    def broken(*_):
        raise ValueError("E11.9")

    monkeypatch.setattr("bot.intake.keep", broken)
    server.push({"message": server.message("ana", None, {"text": "E11.9"})})
    await server.settled()
    assert [record.action for record in caplog.records if hasattr(record, "action")] == ["take_in_failed", "read_failed"]
    assert "E11.9" not in caplog.text


@on_sqlite
async def test_while_the_store_is_away_updates_wait(world, server, monkeypatch):
    real, failed = world.tutor.take_in, []

    def away(messages, *_):
        failed.append(messages)
        raise OperationalError("INSERT", {}, Exception("the disk is full"))

    monkeypatch.setattr(world.tutor, "take_in", away)
    number = server.push({"message": server.message("ana", None, {"text": "E11.9"})})
    await server.until(lambda: len(failed) >= 3)
    assert server.waiting == [number]
    monkeypatch.setattr(world.tutor, "take_in", real)
    await server.settled()
    assert [seen.text[:5] for seen in server.sees("ana")] == ["E11.9", "E11.9"]


# Starting


@on_sqlite
async def test_a_wrong_token_is_one_clear_sentence(tutor, clock, server, caplog):
    for token in ("999:" + "x" * 35, "nonsense", "", "12:ab cd"):
        world = World(tutor, server, lambda: clock.now, token=token)
        with pytest.raises(StartFailed) as failed:
            await world.telegram.start()
        assert str(failed.value) == "Telegram does not accept the token; copy it anew from @BotFather to TELEGRAM_BOT_TOKEN."
        assert failed.value.__cause__ is None
        world.reception.close()
    assert "999:" not in caplog.text


@on_sqlite
async def test_telegram_is_away_at_the_start(tutor, clock, server):
    server.fails("getMe", 502, "Bad Gateway", times=9)
    async with World(tutor, server, lambda: clock.now) as world:  # start() returns; it goes on trying
        assert (await server.says("ana", "E11.9"))[0].text.startswith("E11.9")
        assert world.pauses.asked[:5] == [2, 4, 8, 16, 30]


@on_sqlite
async def test_nobody_listens_at_the_start(tutor, clock, server):
    server.url = "http://127.0.0.1:1"
    async with World(tutor, server, lambda: clock.now) as world:
        assert len(world.pauses.asked) >= 4


@on_sqlite
async def test_menus_are_set_once(tutor, clock, server):
    for _ in range(3):
        async with World(tutor, server, lambda: clock.now):
            pass
    assert len(server.calls("setMyCommands")) == 2
    private, groups = (server.commands[f'{{"type": "all_{kind}_chats"}}'] for kind in ("private", "group"))
    assert [one["command"] for one in private] == [one.name for one in tutor.commands if not one.hidden]
    assert [one["command"] for one in groups] == ["quiz", "misses", "duel", "board", "room", "suggest", "code", "check", "faq", "help"]
    server.commands['{"type": "all_group_chats"}'] = []
    async with World(tutor, server, lambda: clock.now):
        pass
    assert len(server.calls("setMyCommands")) == 3


@on_sqlite
async def test_a_menu_that_cannot_be_set_stops_nothing(tutor, clock, server):
    server.fails("setMyCommands", 400, "Bad Request: BOT_COMMAND_INVALID")
    async with World(tutor, server, lambda: clock.now):
        assert (await server.says("ana", "/help"))[0].text


# The webhook


@pytest.fixture
async def hook(server):
    """Serve whichever messenger is set, as the web process does."""
    messengers = []

    async def handle(request):
        return await messengers[-1].webhook(request)

    app = web.Application()
    app.router.add_post("/hook", handle)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    server.hook_at = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield messengers
    await runner.cleanup()


def by_webhook(tutor, clock, server, hook, **options):
    world = World(tutor, server, lambda: clock.now, webhook_url="https://tutor.example/hook", **options)
    hook.append(world.telegram)
    return world


async def test_updates_come_by_webhook(tutor, clock, server, hook):
    async with by_webhook(tutor, clock, server, hook, secret="s3cret"):
        assert (server.webhook, server.secret) == ("https://tutor.example/hook", "s3cret")
        await server.says("ana", "/quiz 1")
        (verdict,) = await server.taps("ana", "A")
        assert verdict.text.split(".")[0] in ("Right", "Wrong")
        assert server.hook_states == [200, 200]
        assert not server.calls("getUpdates")


@on_sqlite
async def test_the_secret_is_made_of_the_token_where_none_is_given(tutor, clock, server, hook):
    async with by_webhook(tutor, clock, server, hook):
        first = server.secret
        assert len(first) == 64
        assert TOKEN not in first
    async with by_webhook(tutor, clock, server, hook):
        assert server.secret == first


@on_sqlite
@pytest.mark.parametrize("secret", [None, "", "wrong", "s3cre", "s3cret2", "\udcff"])
async def test_who_does_not_know_the_secret_is_not_heard(tutor, clock, server, hook, secret):
    async with by_webhook(tutor, clock, server, hook, secret="s3cret"), aiohttp.ClientSession() as session:
        headers = {} if secret is None else {"X-Telegram-Bot-Api-Secret-Token": secret.encode(errors="surrogateescape").decode("latin-1")}
        update = {"update_id": 1, "message": server.message("ana", None, {"text": "E11.9"})}
        async with session.post(server.hook_at, json=update, headers=headers) as response:
            assert response.status == 403
    assert count(tutor, inbox) == 0


@on_sqlite
@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b"[]", 400),
        (b"{}", 400),
        (b'{"update_id": "x"}', 400),
        (b"[" * 10_000, 400),
        (b'{"update_id": 1}', 200),
        (b" " * 2**20 + b"{}", 413),
    ],
)
async def test_a_body_that_is_no_update(tutor, clock, server, hook, body, status):
    async with by_webhook(tutor, clock, server, hook, secret="s3cret"), aiohttp.ClientSession() as session:
        headers = {"X-Telegram-Bot-Api-Secret-Token": "s3cret"}
        async with session.post(server.hook_at, data=io.BytesIO(body), headers=headers) as response:
            assert response.status == status

        async def pieces():
            for start in range(0, len(body), 50_000):
                yield body[start : start + 50_000]

        async with session.post(server.hook_at, data=pieces(), headers=headers) as response:  # no length announced
            assert response.status == status


@on_sqlite
async def test_the_webhook_asks_again_later_while_the_store_is_away(tutor, clock, server, hook, monkeypatch):
    async with by_webhook(tutor, clock, server, hook) as world:
        real, times = tutor.take_in, []

        def away(*arguments):
            times.append(1)
            if len(times) < 4:
                raise OperationalError("INSERT", {}, Exception("the disk is full"))
            return real(*arguments)

        monkeypatch.setattr(world.tutor, "take_in", away)
        assert (await server.says("ana", "E11.9"))[0].text.startswith("E11.9")
        assert server.hook_states == [503, 503, 503, 200]


@on_sqlite
async def test_from_polling_to_the_webhook_and_back(tutor, clock, server, hook):
    async with World(tutor, server, lambda: clock.now):
        await server.says("ana", "/quiz 4")
    async with by_webhook(tutor, clock, server, hook):
        await server.taps("ana", "A")
        await server.taps("ana", "Next")
    async with World(tutor, server, lambda: clock.now):
        assert server.webhook == ""
        await server.taps("ana", "B")
    async with by_webhook(tutor, clock, server, hook) as world:
        await world.telegram.stop()
        server.push({"message": server.message("ana", None, {"text": "/progress"})})
        await server.until(lambda: len(server.hook_states) >= 20)
        assert set(server.hook_states[-15:]) == {503}  # a stopped process takes nothing in
        server._updates.clear()


@on_sqlite
async def test_a_webhook_address_that_telegram_refuses(tutor, clock, server):
    server.fails("setWebhook", 400, "Bad Request: bad webhook: Failed to resolve host: Name or service not known")
    world = World(tutor, server, lambda: clock.now, webhook_url="https://tutor.example/hook")
    with pytest.raises(StartFailed, match=r"TELEGRAM_WEBHOOK_URL: [Bb]ad webhook"):
        await world.telegram.start()
    world.reception.close()


@on_sqlite
async def test_who_polls_has_no_webhook(world):
    async with aiohttp.ClientSession() as session:
        app = web.Application()
        app.router.add_post("/hook", world.telegram.webhook)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
        async with session.post(
            url, json={"update_id": 1}, headers={"X-Telegram-Bot-Api-Secret-Token": world.telegram._secret}
        ) as response:
            assert response.status == 403
        await runner.cleanup()


# Crashes


async def test_a_crash_between_the_inbox_and_the_answer(tutor, clock, server):
    world = World(tutor, server, lambda: clock.now)
    await world.telegram.start()
    await server.says("ana", "/quiz 2")
    server.fails("editMessageText", how="hang")
    message, button = server.button("ana", "A")
    server.tap("ana", message, button["callback_data"])
    await server.until(lambda: server.calls("editMessageText") and not server.waiting)
    await world.dies()
    assert count(tutor, inbox, inbox.c.state == "answered") == 1
    async with World(tutor, server, lambda: clock.now) as second:
        await second.settle()
        verdicts = [seen for seen in server.sees("ana") if seen.text.split(".")[0] in ("Right", "Wrong")]
        assert len(verdicts) == 1
        assert count(tutor, inbox, inbox.c.state != "shown") == 0
        assert await second.reception.catch_up(second.telegram) == 0


async def test_a_crash_before_telegram_was_told(tutor, clock, server, monkeypatch):
    """It was written down, and comes again: it counts once."""
    world = World(tutor, server, lambda: clock.now)
    await world.telegram.start()
    await server.says("ben", "/help")
    monkeypatch.setattr(world.reception, "_queue", lambda *_: None)  # no time is left to answer
    server.fails("getUpdates", how="hang", times=99)
    update = {"update_id": 800_000_000, "message": server.message("ana", None, {"text": "/quiz 1"})}
    server.push(update)
    await server.until(lambda: count(tutor, inbox) == 2)
    await world.dies()
    server._failing.clear()
    server._updates[800_000_000] = update
    async with World(tutor, server, lambda: clock.now) as second:
        await second.reception.catch_up(second.telegram)
        await server.settled()
        assert [seen.by for seen in server.sees("ana")] == ["ana", "bot"]


async def test_what_a_crash_left_is_answered_before_what_comes_after_it(tutor, clock, server, monkeypatch):
    """A letter that waited in the inbox is for the question that was on display, and not for the one that its person asked for since."""
    world = World(tutor, server, lambda: clock.now)
    await world.telegram.start()
    await server.says("ana", "/quiz 2")
    monkeypatch.setattr(world.reception, "_queue", lambda *_: None)  # no time is left to answer
    server.push({"message": server.message("ana", None, {"text": "b"})})
    await server.until(lambda: not server.waiting)
    await world.dies()
    for said in ("/next", "c"):
        server.push({"message": server.message("ana", None, {"text": said})})
    async with World(tutor, server, lambda: clock.now):
        await server.settled()
    seen = [one.text.split("\n")[0] for one in server.sees("ana") if one.by == "bot"]
    assert [line[:5] for line in seen] == ["Quest", seen[1][:5], "Quest", seen[3][:5]]
    assert {seen[1][:5], seen[3][:5]} <= {"Right", "Wrong"}
    with tutor.database.reading() as connection:
        given = connection.execute(select(attempt.c.number, attempt.c.chosen).order_by(attempt.c.number)).all()
        plan = connection.scalar(select(rounds.c.plan))
    assert [LETTERS[plan[number - 1][1].index(chosen)] for number, chosen in given] == ["B", "C"]


async def test_a_prompt_outlives_a_crash_too(tutor, clock, server):
    world = World(tutor, server, lambda: clock.now)
    await world.telegram.start()
    await server.says("ana", "/help")
    server.fails("sendMessage", how="hang")
    message, button = server.button("ana", "Look something up")
    server.tap("ana", message, button["callback_data"])
    await server.until(lambda: len(server.calls("sendMessage")) == 2 and not server.waiting)
    await world.dies()
    async with World(tutor, server, lambda: clock.now) as second:
        await second.settle()
        assert [seen.asks for seen in server.sees("ana")].count(True) == 1
        (page,) = await server.says("ana", "E11.9", to=server.sees("ana")[-1])
        assert page.text.startswith("E11.9")


async def test_a_tap_of_an_earlier_run_stops_spinning(tutor, clock, server):
    world = World(tutor, server, lambda: clock.now)
    await world.telegram.start()
    await server.says("ana", "/quiz 1")
    server.fails("answerCallbackQuery", how="hang")
    server.fails("editMessageText", how="hang")
    message, button = server.button("ana", "A")
    server.tap("ana", message, button["callback_data"])
    await server.until(lambda: server.calls("editMessageText") and not server.waiting)
    await world.dies()
    assert server.spinning
    async with World(tutor, server, lambda: clock.now) as second:
        await second.reception.catch_up(second.telegram)
        await second.settle()
        assert not server.spinning


async def test_stopping_lets_running_answers_finish(tutor, clock, server, monkeypatch):
    world = World(tutor, server, lambda: clock.now)
    await world.telegram.start()
    entered, go = threading.Event(), threading.Event()
    real = tutor.handle

    def slow(incoming):
        entered.set()
        go.wait(10)
        return real(incoming)

    monkeypatch.setattr(tutor, "handle", slow)
    server.push({"message": server.message("ana", None, {"text": "E11.9"})})
    await server.until(lambda: not server.waiting)
    await asyncio.to_thread(entered.wait, 10)
    stopping = asyncio.ensure_future(world.telegram.stop())
    for _ in range(200):
        await asyncio.sleep(0)
    assert not stopping.done()
    go.set()
    await stopping
    world.reception.close()
    assert server.sees("ana")[-1].text.startswith("E11.9")


@on_sqlite
async def test_an_edit_without_an_answer_is_made_again_and_a_message_once_more_at_most(world, server):
    """Made twice, an edit changes nothing; a message that Telegram takes without a word stands there twice, and no more often."""
    await server.says("ana", "/quiz 2")
    server.fails("editMessageText", how="drop", obeyed=True)
    (verdict,) = await server.taps("ana", "A")
    assert verdict.edits == 1
    assert len(server.calls("editMessageText")) == 2
    server.fails("sendMessage", how="drop", obeyed=True, times=9)
    assert len(await server.says("ana", "E11.9")) == 2
    assert count(world.tutor, inbox, inbox.c.state == "answered") == 1


@on_sqlite
async def test_it_is_known_whether_telegram_is_reached(world, server):
    assert world.telegram.connected
    world.pauses.gate = asyncio.Event()
    server.fails("getUpdates", 502)
    server.push({"message": server.message("ana", None, {"text": "/help"})})
    while world.telegram.connected:
        await asyncio.sleep(0.01)
    world.pauses.gate.set()
    await server.settled()
    assert world.telegram.connected


# Sending


def to(user=None, room=None, tries=1):
    return Post(1, "key", "telegram", user, room, {}, None, None, tries)


async def failure(world, user):
    with pytest.raises(DeliveryFailed) as failed:
        await world.telegram.send(to(str(user)), Reply("Good morning"))
    error = failed.value
    return error.permanent, error.retry_after, error.ambiguous


@on_sqlite
@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ({"status": 403, "description": "Forbidden: bot was blocked by the user"}, (True, None, False)),
        ({"status": 403, "description": "Forbidden: user is deactivated"}, (True, None, False)),
        ({"status": 403, "how": "garbage"}, (False, None, False)),  # some gateway, not Telegram
        ({"status": 400, "description": "Bad Request: chat not found"}, (True, None, False)),
        ({"status": 429, "description": "Too Many Requests: retry after 17", "parameters": {"retry_after": 17}}, (False, 17, False)),
        ({"status": 429, "how": "garbage"}, (False, 5, False)),
        ({"status": 500, "description": "Internal Server Error"}, (False, None, True)),
        ({"status": 502, "how": "garbage"}, (False, None, True)),
        ({"how": "drop"}, (False, None, True)),
        ({"how": "drop", "obeyed": True}, (False, None, True)),
        ({"how": "garbage", "obeyed": True}, (False, None, True)),
        ({"status": 401, "description": "Unauthorized"}, (False, None, False)),
    ],
)
async def test_what_became_of_a_push(world, server, fault, expected):
    await server.says("ana", "/start")
    server.fails("sendMessage", **fault)
    assert await failure(world, server.person("ana")) == expected


@on_sqlite
async def test_what_never_left_is_not_in_doubt(world, server):
    await server.says("ana", "/start")
    away = Telegram(TOKEN, world.reception, world.now, base_url="http://127.0.0.1:1", pace=Pace(overall=UNLIMITED))
    with pytest.raises(DeliveryFailed) as failed:
        await away.send(to(str(server.person("ana"))), Reply("Good morning"))
    assert not failed.value.ambiguous
    assert not failed.value.permanent
    await away._close()


@on_sqlite
async def test_a_request_that_hangs_is_in_doubt(world, server, monkeypatch):
    await server.says("ana", "/start")
    monkeypatch.setattr(world.telegram._bot.request, "_read", 0.2)
    server.fails("sendMessage", how="hang")
    assert await failure(world, server.person("ana")) == (False, None, True)


async def test_a_daily_push_goes_out_once_with_its_buttons(world, server, clock):
    await server.says("ana", "/start")
    clock.sleeps(hours=21)
    for _ in range(3):
        world.tutor.tick(clock.now)
        await world.delivery.deliver()
    pushed = server.sees("ana")[-1]
    assert pushed.text.startswith("Today's question")
    assert [seen.text.startswith("Today's question") for seen in server.sees("ana")].count(True) == 1
    (verdict,) = await server.taps("ana", "D")
    assert verdict is pushed
    assert count(world.tutor, post, post.c.state == "sent", post.c.message == str(pushed.id)) == 1


async def test_a_push_in_doubt_is_held_and_one_to_a_block_ends(world, server, clock):
    for name in ("ana", "ben", "cleo"):
        await server.says(name, "/start")
    clock.sleeps(hours=21)
    world.tutor.tick(clock.now)
    server.fails("sendMessage", how="drop", obeyed=True, chat=server.person("ana"))
    server.blocked.add(server.person("ben"))
    for _ in range(3):
        await world.delivery.deliver()
    with world.tutor.database.reading() as connection:
        states = dict(connection.execute(select(post.c.user, post.c.state)).all())
        lost = dict(connection.execute(select(account.c.user, account.c.unreachable)).all())
    ids = [str(server.person(name)) for name in ("ana", "ben", "cleo")]
    assert [states[one] for one in ids] == ["held", "dead", "sent"]
    assert [lost[one] for one in ids] == [False, True, False]


@on_sqlite
async def test_a_429_on_one_chat_leaves_the_others_alone(tutor, clock, server):
    time = Time()
    pace = Pace(time.clock, time.pause, private=UNLIMITED, overall=UNLIMITED)
    async with World(tutor, server, lambda: clock.now, pace=pace) as world:
        world.reception._pause = time.pause
        await server.says("ana", "/start")
        server.fails("sendMessage", 429, "Too Many Requests: retry after 40", parameters={"retry_after": 40}, chat=server.person("ana"))
        server.push({"message": server.message("ana", None, {"text": "E11.9"})})
        await server.until(lambda: len(server.calls("sendMessage")) == 2)
        for _ in range(3):
            server.push({"message": server.message("ben", None, {"text": "E11.21"})})
        await server.until(lambda: len(server.sees("ben")) == 6)
        assert len(server.sees("ana")) == 3  # nothing yet
        with pytest.raises(DeliveryFailed) as failed:  # a push does not wait, it is put back
            await asyncio.wait_for(world.telegram.send(to(str(server.person("ana"))), Reply("Good morning")), 5)
        assert failed.value.retry_after == pytest.approx(40)
        await time.runs(39)
        assert len(server.calls("sendMessage")) == 5
        await time.runs(2)
        await server.settled()
        assert server.sees("ana")[-1].text.startswith("E11.9")


@on_sqlite
async def test_a_tap_waits_for_no_limit(tutor, clock, server):
    time = Time()
    pace = Pace(time.clock, time.pause)
    async with World(tutor, server, lambda: clock.now, pace=pace) as world:
        await server.says("ana", "/quiz 1")
        pace.stop(None, 1000)
        message, button = server.button("ana", "A")
        server.tap("ana", message, button["callback_data"])
        await server.until(lambda: not server.spinning)
        await time.somebody_waits()
        assert message.edits == 0
        await time.runs(1001)
        await world.settle()
        assert message.edits == 1


@on_sqlite
async def test_an_impatient_person_is_asked_once(tutor, clock, server):
    time = Time()
    pace = Pace(time.clock, time.pause)
    async with World(tutor, server, lambda: clock.now, pace=pace) as world:
        await server.says("ana", "/help")
        pace.stop(server.person("ana"), 60)
        message, button = server.button("ana", "Look something up")
        for _ in range(5):
            server.tap("ana", message, button["callback_data"])
        await server.until(lambda: not server.waiting and not server.spinning)
        await time.somebody_waits()
        await time.runs(100)
        await world.settle()
        assert [seen.asks for seen in server.sees("ana")].count(True) == 1


@on_sqlite
async def test_a_tap_is_answered_before_a_slow_answer(world, server, monkeypatch):
    await server.says("ana", "/quiz 1")
    go, real = threading.Event(), world.tutor.handle
    monkeypatch.setattr(world.tutor, "handle", lambda incoming: go.wait(10) and real(incoming))
    message, button = server.button("ana", "A")
    server.tap("ana", message, button["callback_data"])
    await server.until(lambda: not server.spinning)
    assert message.edits == 0
    go.set()
    await server.settled()
    assert message.edits == 1


@on_sqlite
async def test_a_flood_of_taps_gets_every_tap_answered(world, server):
    (page,) = await server.says("ana", "E11.9")
    for _ in range(60):
        server.tap("ana", page, "/help")
    await server.settled()
    assert not server.spinning
    told = [seen.text for seen in server.sees("ana") if "more than I can answer at once" in seen.text]
    assert len(told) == 1


@on_sqlite
async def test_a_429_without_a_chat_makes_everybody_wait(tutor, clock, server):
    time = Time()
    async with World(tutor, server, lambda: clock.now, pace=Pace(time.clock, time.pause), clock=time.clock):
        await server.says("ana", "/help")
        server.fails("answerInlineQuery", 429, "Too Many Requests: retry after 9", parameters={"retry_after": 9})
        server.push({"inline_query": {"id": "q", "from": server._user("ben"), "query": "I1", "offset": ""}})
        await server.settled()
        server.push({"message": server.message("ana", None, {"text": "E11.9"})})
        await time.somebody_waits()
        assert len(server.calls("sendMessage")) == 1
        await time.runs(10)
        await server.settled()
        assert server.sees("ana")[-1].text.startswith("E11.9")


@on_sqlite
async def test_two_hundred_people_at_once(world, server):
    people = [f"person{number}" for number in range(200)]
    for name in people:
        server.push({"message": server.message(name, None, {"text": "/quiz anatomy 1"})})
    await server.settled()
    for name in people:
        message, button = server.button(name, "A")
        server.tap(name, message, button["callback_data"])
    await server.settled()
    assert not server.spinning
    for name in people:
        (_said, verdict) = server.sees(name)
        assert verdict.edits == 1
        assert verdict.text.split(".")[0] in ("Right", "Wrong")


# What nobody may read


@on_sqlite
async def test_no_token_no_name_and_no_word_is_logged(tutor, clock, server, caplog):
    caplog.set_level(logging.DEBUG)
    async with World(tutor, server, lambda: clock.now) as world:
        server.fails("getUpdates", how="garbage", times=2)
        await server.says("zebedee", "/start")
        await server.says("zebedee", "xylophone heart attack")
        server.fails("sendMessage", 400, "Bad Request: can't parse entities: xylophone")
        server.fails("sendMessage", 502, "Bad Gateway")
        await server.says("zebedee", "xylophone")
        server.fails("answerInlineQuery", how="garbage")
        server.push({"inline_query": {"id": "q", "from": server._user("zebedee"), "query": "xylophone", "offset": ""}})
        server.push({"message": {"text": "xylophone"}})
        await server.settled()
        incoming = Incoming(Sender("telegram", "1"), "x", clock.now, "1", {"chat": server.person("zebedee")})
        await world.telegram.show(incoming, Reply("xylophone", (Choice("xylophone", "/x"),)), 0)
    ours = [record for record in caplog.records if not record.name.startswith(("sqlalchemy", "asyncio"))]
    assert ours
    for record in ours:
        written = f"{record.getMessage()} {record.exc_text} {vars(record)}"
        for secret in (TOKEN, "TEST-token", "xylophone", "Zebedee", "zebedee"):
            assert secret not in written, record
