"""The real library over real sockets against a Discord of our own: connections, limits, faults, crashes, restarts."""

import asyncio
import logging
import threading
from contextlib import asynccontextmanager

import discord
import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route

from adapters import metrics
from adapters.delivery import Delivery
from adapters.discord import Discord
from adapters.discord_answer import PATIENCE
from adapters.messenger import StartFailed
from adapters.reception import Reception
from bot.chat import Choice, Incoming, Notice, Reply, Sender
from bot.store import posts
from tests import discord_spec
from tests.discord_gateway import ELSEWHERE, GROUP, SERVER, TOKEN, VOICE, Gateway, user_id


@pytest.fixture(autouse=True)
def unhurried(monkeypatch):
    """Suggestions may take their time on a busy machine."""
    monkeypatch.setattr("adapters.discord._TYPING", 30.0)


@pytest.fixture(scope="session")
def spec():
    return discord_spec.load()


@pytest.fixture
async def gateway(spec):
    real = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    server = await Gateway(spec).start()
    yield server
    for process in server.processes:
        if not process.over:
            await process.stop()
    await server.stop()
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = real
    assert server.refused == []


class Pauses:
    """Waits that a test lets pass."""

    def __init__(self, look) -> None:
        self.asked: list[float] = []
        self.waiting: list[asyncio.Event] = []
        self._look = look

    async def __call__(self, seconds: float) -> None:
        self.asked.append(seconds)
        one = asyncio.Event()
        self.waiting.append(one)
        self._look()
        try:
            await one.wait()
        finally:
            self.waiting.remove(one)

    def let(self) -> None:
        """Let everything pass that waits now."""
        for one in self.waiting:
            one.set()


class Process:
    """One process of ours."""

    def __init__(self, tutor, gateway, clock, **more) -> None:
        self.tutor = tutor
        self.pause = Pauses(gateway.look)
        self.reception = Reception(tutor, lambda: clock.now, pause=self.pause)
        options = {"api": gateway.api, "gateway": gateway.url, "pause": self.pause} | more
        self.discord = Discord(options.pop("token", TOKEN), self.reception, lambda: clock.now, **options)
        self.delivery = Delivery(self.reception, {"discord": self.discord}, lambda: clock.now)
        self.over = False
        gateway.processes.append(self)

    async def stop(self) -> None:
        self.over = True
        await self.discord.stop()
        self.reception.close()

    async def crash(self) -> None:
        """Stop at once, as a killed process does: nothing that is under way goes on."""
        self.over = True
        for task in self.reception._tasks:
            task.cancel()
        for waiting in self.discord._answers._open.values():
            if waiting.timer:
                waiting.timer.cancel()
        self.discord._closing = True
        await self.discord.client.close()
        await asyncio.gather(self.discord._running, *self.reception._tasks, return_exceptions=True)
        self.reception.close()


@asynccontextmanager
async def running(tutor, gateway, clock, **more):
    process = Process(tutor, gateway, clock, **more)
    await process.discord.start()
    await process.reception.catch_up(process.discord)
    try:
        yield process
    finally:
        await process.stop()


class Slow:
    """An engine that works when it is let."""

    def __init__(self, tutor, monkeypatch) -> None:
        self._go, self._real, self.fails = threading.Event(), tutor.handle, False
        monkeypatch.setattr(tutor, "handle", self)

    def __call__(self, incoming):
        assert self._go.wait(10)
        if self.fails:
            raise RuntimeError("the process is gone")
        return self._real(incoming)

    def let(self, *, fails: bool = False) -> None:
        self.fails = fails
        self._go.set()


async def test_it_connects_beats_and_goes_on_after_a_cut(tutor, gateway, clock):
    gateway.heartbeat = 0.05
    async with running(tutor, gateway, clock) as process:
        assert gateway.intents == discord.Intents(guilds=True, dm_messages=True).value
        assert metrics.up.labels("discord")._value.get() == process.discord.connected == 1
        await gateway.until(lambda: gateway.heartbeats >= 3)
        await gateway.cut()
        await gateway.until(lambda: not gateway.connected)
        missed = await gateway.calls_command("ana", "help")
        await gateway.until(lambda: missed.answered == 4)
        assert (gateway.identifies, gateway.resumes) == (1, 1)
        assert process.discord.client.is_closed() is False
    assert metrics.up.labels("discord")._value.get() == process.discord.connected == 0


async def test_a_session_that_cannot_go_on_begins_anew(tutor, gateway, clock):
    async with running(tutor, gateway, clock) as process:

        async def at_once(_shard, *, initial=False):
            return None

        process.discord.client.before_identify_hook = at_once  # the library waits for five seconds there
        gateway.invalid_session = True
        await gateway.cut()
        await gateway.until(lambda: gateway.identifies == 2)
        one = await gateway.calls_command("ana", "help")
        await gateway.until(lambda: one.answered == 4)
        assert (gateway.identifies, gateway.resumes) == (2, 1)
        assert not gateway.invalid_session  # it tried to go on first, and was refused


async def test_a_wrong_token_is_one_clear_sentence(tutor, gateway, clock):
    process = Process(tutor, gateway, clock, token="a.wrong.one")
    with pytest.raises(StartFailed) as failed:
        await process.discord.start()
    assert "DISCORD_BOT_TOKEN" in str(failed.value)
    assert "a.wrong.one" not in str(failed.value)
    await process.stop()


async def test_discord_away_at_the_start_is_tried_again_in_the_background(tutor, gateway, clock, caplog):
    gateway.fail("GET", "users/@me", 503)
    process = Process(tutor, gateway, clock, patience=0.3)
    await process.discord.start()
    assert [record.action for record in caplog.records if hasattr(record, "action")] == ["connect_failed", "start_waits"]
    assert process.pause.asked == [1.0]
    left = Incoming(Sender("discord", "1"), "/help", clock.now, "5", {"kind": "message", "channel": gateway.dm("ana"), "message": "5"})
    tutor.keep([left])
    process.pause.let()
    await gateway.until(lambda: gateway.connected)
    one = await gateway.calls_command("ana", "help")
    await gateway.until(lambda: one.answered == 4)
    await gateway.until(lambda: len(gateway.sees(gateway.dm("ana"))) == 2)  # what an earlier process left behind, too
    await process.stop()


async def test_nobody_listens_at_the_start(tutor, gateway, clock, caplog):
    process = Process(tutor, gateway, clock, patience=0.3, api="http://127.0.0.1:9/api/v10")
    await process.discord.start()
    assert "start_waits" in [getattr(record, "action", "") for record in caplog.records]
    await process.stop()


async def test_a_token_that_is_withdrawn_ends_the_platform_with_a_sentence(tutor, gateway, clock, caplog):
    async with running(tutor, gateway, clock) as process:
        gateway.token = "another"
        await gateway.cut()
        await asyncio.wait({process.discord._running}, timeout=5)
        assert process.discord._running.done()
        await asyncio.sleep(0)
        lost = next(record for record in caplog.records if getattr(record, "action", "") == "platform_lost")
        assert "DISCORD_BOT_TOKEN" in lost.reason
        assert TOKEN not in caplog.text
        assert metrics.up.labels("discord")._value.get() == 0


@pytest.mark.parametrize(
    ("event", "data"),
    [("INTERACTION_CREATE", {"type": 2, "id": "1", "odd": True}), ("MESSAGE_CREATE", {"odd": True}), ("CHANNEL_CREATE", {"odd": True})],
)
async def test_an_odd_event_costs_nobody_the_connection(tutor, gateway, clock, caplog, event, data):
    async with running(tutor, gateway, clock):
        await gateway.tell(event, data)
        one = await gateway.calls_command("ana", "help")
        await gateway.until(lambda: one.answered == 4)
        told = [record.action for record in caplog.records if record.levelno >= logging.WARNING]
        assert told == ["event_unread" if event != "CHANNEL_CREATE" else "event_read_in_part"]
        assert (gateway.identifies, gateway.resumes) == (1, 0)


async def test_what_the_library_cannot_read_whole_is_answered_all_the_same(tutor, gateway, clock):
    """A message without its parts, a voice channel without its bitrate, a text without its lists: the library stumbles over each."""
    async with running(tutor, gateway, clock):
        first = await gateway.calls_command("ana", "quiz")
        await gateway.until(lambda: first.answered == 4)
        tap = await gateway.taps("ana", first.original, "A", without=("components",))
        await gateway.until(lambda: tap.answered == 7)
        call = await gateway.calls_command("ana", "code", {"words": "E11.21"}, channel=VOICE)
        await gateway.until(lambda: call.answered == 4)
        private = await gateway.calls_command("ana", "daily", channel=VOICE)
        await gateway.until(lambda: private.answered == 4)
        channel = await gateway.writes("ben", "E11.21", without=("mentions", "attachments"))
        await gateway.until(lambda: len(gateway.sees(channel)) == 1)
    assert [one.hidden for one in gateway.sees(VOICE)] == [False, True]
    assert "E11.21" in gateway.sees(channel)[0]


@pytest.mark.parametrize("kind", [6, 99])
async def test_an_interaction_of_a_kind_that_is_new_gets_a_sentence(tutor, gateway, clock, kind):
    async with running(tutor, gateway, clock):
        one = await gateway._acts(kind, "ana", {})
        await gateway.until(lambda: one.answered == 4)
    assert "too old for me to read" in gateway.sees(gateway.dm("ana"))[0]


async def test_a_connection_that_breaks_is_made_anew(tutor, gateway, clock, caplog):
    async with running(tutor, gateway, clock) as process:
        await gateway.tell("READY", {"odd": True})
        await gateway.until(lambda: bool(process.pause.waiting))
        assert "connection_broke" in [getattr(record, "action", "") for record in caplog.records]
        process.pause.let()
        await gateway.until(lambda: gateway.identifies == 2)
        one = await gateway.calls_command("ana", "help")
        await gateway.until(lambda: one.answered == 4)


async def test_what_is_being_answered_outlives_a_connection_that_breaks(tutor, gateway, clock, monkeypatch):
    slow = Slow(tutor, monkeypatch)
    async with running(tutor, gateway, clock) as process:
        one = await gateway.calls_command("ana", "daily", channel=SERVER)
        await gateway.until(lambda: bool(process.pause.waiting))
        await gateway.tell("READY", {"odd": True})
        await gateway.until(lambda: 1.0 in process.pause.asked)
        process.pause.let()
        await gateway.until(lambda: gateway.identifies == 2)
        slow.let()
        await gateway.until(lambda: one.answered == 4)
    assert "Today's question" in gateway.sees(SERVER)[0]


async def test_commands_are_synced_only_when_they_changed(tutor, gateway, clock):
    def synced() -> int:
        return sum(call.method == "PUT" for call in gateway.calls)

    async with running(tutor, gateway, clock):
        assert synced() == 1
        assert [one["name"] for one in gateway.commands] == [one.name for one in tutor.commands if not one.hidden]
    async with running(tutor, gateway, clock):
        assert synced() == 1
    gateway.commands[0]["description"] = "of an earlier version"
    async with running(tutor, gateway, clock):
        assert synced() == 2
    gateway.commands[2]["options"][0]["choices"].pop()
    async with running(tutor, gateway, clock):
        assert synced() == 3


async def test_commands_that_cannot_be_synced_do_not_stop_it(tutor, gateway, clock, caplog):
    gateway.fail("GET", "commands", 403)
    async with running(tutor, gateway, clock):
        assert "sync_failed" in [getattr(record, "action", "") for record in caplog.records]


async def test_limits_are_obeyed_and_counted(tutor, gateway, clock):
    before = metrics.waits.labels("discord")._value.get()
    async with running(tutor, gateway, clock):
        gateway.fail("POST", "channels/.*/messages", 429, {"retry_after": 0.05, "global": False}, times=2, **{"Retry-After": "0.05"})
        channel = await gateway.writes("ana", "/help")
        await gateway.until(lambda: len(gateway.sees(channel)) == 1)
    statuses = [call.status for call in gateway.calls if call.path.endswith(f"{channel}/messages")]
    assert statuses == [429, 429, 200]
    assert metrics.waits.labels("discord")._value.get() - before == pytest.approx(0.1)


def post(database, clock, key="daily:1:2026-11-23", user="ana", reply=None):
    with database.writing() as writing:
        row = {"text": "**Today's question**", "choices": [["A", "/answer 1 1 A", None]], "about": [], "facts": {}} | (reply or {})
        posts.add(writing, key, None, "discord", user_id(user), row, clock.now, clock.now.replace(year=2030))


def state(database, key="daily:1:2026-11-23"):
    with database.reading() as reading:
        return reading.exec_driver_sql(f"SELECT state, message, error FROM post WHERE key = '{key}'").one()


async def test_a_push_goes_out_once_though_its_answer_is_lost(database, tutor, gateway, clock):
    async with running(tutor, gateway, clock) as process:
        post(database, clock)
        gateway.lose("POST", "channels/.*/messages")
        await process.delivery.deliver()
        assert state(database).state == "pending"
        clock.sleeps(seconds=11)
        await process.delivery.deliver()
    tries = [call for call in gateway.calls if call.path.endswith("/messages")]
    shown = gateway.sees(gateway.dm("ana"))
    assert len(tries) == 2
    assert [one.text for one in shown] == ["Today's question"]
    assert tuple(state(database))[:2] == ("sent", shown[0].id)
    assert tries[0].body["nonce"] == tries[1].body["nonce"]


async def test_a_push_in_doubt_for_too_long_is_held(database, tutor, gateway, clock):
    async with running(tutor, gateway, clock) as process:
        post(database, clock)
        gateway.lose("POST", "channels/.*/messages")
        await process.delivery.deliver()
        clock.sleeps(minutes=9)
        await process.delivery.deliver()
    assert state(database).state == "held"
    assert len(gateway.sees(gateway.dm("ana"))) == 1


async def test_a_push_to_somebody_who_closed_their_messages(database, tutor, gateway, clock):
    async with running(tutor, gateway, clock) as process:
        await gateway.writes("ana", "/start")
        await gateway.until(lambda: len(gateway.sees(gateway.dm("ana"))) == 1)
        gateway.closed_dms.add(gateway.dm("ana"))
        post(database, clock)
        await process.delivery.deliver()
        assert state(database).state == "dead"
        with database.reading() as reading:
            assert reading.exec_driver_sql("SELECT count(*) FROM learner WHERE next_push_at IS NULL").scalar() == 1


async def test_a_long_limit_is_handed_back(database, tutor, gateway, clock):
    async with running(tutor, gateway, clock) as process:
        post(database, clock)
        gateway.fail("POST", "channels/.*/messages", 429, {"retry_after": 120.0, "global": False})
        await process.delivery.deliver()
        assert state(database).state == "pending"
        clock.sleeps(seconds=119)
        assert await process.delivery.deliver() == 0
        clock.sleeps(seconds=2)
        assert await process.delivery.deliver() == 1
    assert state(database).state == "sent"


async def test_a_ban_of_our_account_does_not_lose_everybody(database, tutor, gateway, clock):
    async with running(tutor, gateway, clock) as process:
        post(database, clock)
        gateway.fail("POST", "channels/.*/messages", 403, {"code": 20026})
        await process.delivery.deliver()
        assert state(database).state == "pending"


async def test_a_conversation_over_the_wire(tutor, gateway, clock):
    async with running(tutor, gateway, clock):
        started = await gateway.calls_command("ana", "start")
        await gateway.until(lambda: started.answered == 4)
        (welcome,) = gateway.sees(gateway.dm("ana"))
        assert "Welcome" in welcome
        shown = await gateway.taps("ana", welcome.id, "I have a date")
        await gateway.until(lambda: shown.answered == 9)
        filled = await gateway.fills("ana", shown, "March 15")
        await gateway.until(lambda: filled.answered == 7)
        assert "2027" in gateway.sees(gateway.dm("ana"))[-1]
        exported = await gateway.calls_command("ana", "export")
        await gateway.until(lambda: exported.answered == 4)


def counted(process, gateway, monkeypatch):
    """Count the calls that are dealt with."""
    called, calls = process.discord.called, []

    async def count(interaction):
        await called(interaction)
        calls.append(interaction)
        gateway.look()

    monkeypatch.setattr(process.discord, "called", count)
    return calls


async def test_what_comes_while_it_stops_is_left_to_others(tutor, gateway, clock, monkeypatch):
    async with running(tutor, gateway, clock) as process:
        calls = counted(process, gateway, monkeypatch)
        process.discord._closing = True
        one = await gateway.calls_command("ana", "daily")
        await gateway.until(lambda: len(calls) == 1)
        assert one.answered is None
        assert tutor.unfinished("discord") == []


async def test_what_is_delivered_twice_is_answered_once(tutor, gateway, clock, monkeypatch):
    slow = Slow(tutor, monkeypatch)
    async with running(tutor, gateway, clock) as process:
        calls = counted(process, gateway, monkeypatch)
        one = await gateway.calls_command("ana", "daily", channel=SERVER)
        await gateway.until(lambda: bool(process.pause.waiting))
        await gateway.tell("INTERACTION_CREATE", one.event)
        await gateway.until(lambda: len(calls) == 2)
        assert one.answered is None
        slow.let()
        await gateway.until(lambda: one.answered == 4)
    (shown,) = gateway.sees(SERVER)
    assert "Today's question" in shown


async def test_suggestions_come_from_codes_and_topics_and_late_ones_are_no_error(tutor, gateway, clock, caplog):
    async with running(tutor, gateway, clock):
        one = await gateway.types("ana", "code", "words", "e11.2")
        await gateway.until(lambda: one.answered == 8)
        assert {"name": "E11.21 Type 2 diabetes mellitus with diabetic nephropathy", "value": "E11.21"} in one.data["choices"]
        two = await gateway.types("ana", "faq", "words", "pass")
        await gateway.until(lambda: two.answered == 8)
        assert "exam_pass_score" in [choice["value"] for choice in two.data["choices"]]
        gateway.fail("POST", "callback", 404, {"code": 10062})
        calls = len(gateway.calls)
        await gateway.types("ana", "code", "words", "e11")
        await gateway.until(lambda: len(gateway.calls) == calls + 1)
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []
    with tutor.database.reading() as reading:
        assert reading.exec_driver_sql("SELECT count(*) FROM inbox").scalar() == 0


async def test_suggestions_that_take_too_long_are_left_out(tutor, gateway, clock, monkeypatch):
    monkeypatch.setattr("adapters.discord._TYPING", 0.05)
    go = threading.Event()
    monkeypatch.setattr(tutor, "suggest", lambda *_: go.wait(10) and [])
    async with running(tutor, gateway, clock):
        one = await gateway.types("ana", "code", "words", "e11.2")
        await gateway.until(lambda: one.answered == 8)
        go.set()
    assert one.data["choices"] == []


# Time


async def test_a_slow_answer_is_announced_in_time_and_then_given(tutor, gateway, clock, monkeypatch):
    slow = Slow(tutor, monkeypatch)
    async with running(tutor, gateway, clock) as process:
        one = await gateway.calls_command("ana", "daily", channel=SERVER)
        await gateway.until(lambda: bool(process.pause.waiting))
        assert PATIENCE - 0.5 < process.pause.asked[0] <= PATIENCE
        process.pause.let()
        await gateway.until(lambda: one.answered == 5)
        assert gateway.sees(SERVER)[0].loading
        slow.let()
        await gateway.until(lambda: not gateway.sees(SERVER)[0].loading)
    (shown,) = gateway.sees(SERVER)
    assert "Today's question" in shown
    assert shown.hidden


async def test_an_announcement_whose_receipt_is_lost(tutor, gateway, clock, monkeypatch, caplog):
    slow = Slow(tutor, monkeypatch)
    async with running(tutor, gateway, clock) as process:
        one = await gateway.calls_command("ana", "daily", channel=SERVER)
        await gateway.until(lambda: bool(process.pause.waiting))
        gateway.lose("POST", "callback")
        process.pause.let()
        await gateway.until(lambda: one.answered == 5)
        slow.let()
        await gateway.until(lambda: not gateway.sees(SERVER)[0].loading)
    assert len(gateway.sees(SERVER)) == 1
    assert "defer_failed" in [getattr(record, "action", "") for record in caplog.records]
    assert not [record for record in caplog.records if record.exc_info]


async def test_a_slow_answer_to_a_tap_edits_what_was_tapped(tutor, gateway, clock, monkeypatch):
    async with running(tutor, gateway, clock) as process:
        first = await gateway.calls_command("ana", "daily")
        await gateway.until(lambda: first.answered == 4)
        slow = Slow(tutor, monkeypatch)
        tap = await gateway.taps("ana", first.original, "A")
        await gateway.until(lambda: bool(process.pause.waiting))
        process.pause.let()
        await gateway.until(lambda: tap.answered == 6)
        slow.let()
        await gateway.until(lambda: "The answer is" in gateway.sees(gateway.dm("ana"))[0] or "Right." in gateway.sees(gateway.dm("ana"))[0])
    assert len(gateway.sees(gateway.dm("ana"))) == 1


async def test_what_is_private_does_not_fill_a_public_announcement(tutor, gateway, clock, monkeypatch):
    slow = Slow(tutor, monkeypatch)
    async with running(tutor, gateway, clock) as process:
        one = await gateway.calls_command("ana", "code", {"words": "my patient John Smith, DOB 04/05/1961"}, channel=SERVER)
        await gateway.until(lambda: bool(process.pause.waiting))
        process.pause.let()
        await gateway.until(lambda: one.answered == 5)
        slow.let()
        await gateway.until(lambda: bool(gateway.sees(SERVER)) and "real patient" in gateway.sees(SERVER)[-1])
    (shown,) = gateway.sees(SERVER)
    assert shown.hidden


async def test_stopping_lets_the_answer_out_and_takes_in_nothing_more(tutor, gateway, clock, monkeypatch):
    slow = Slow(tutor, monkeypatch)
    process = Process(tutor, gateway, clock)
    await process.discord.start()
    one = await gateway.calls_command("ana", "help")
    await gateway.until(lambda: bool(process.pause.waiting))
    stopping = asyncio.create_task(process.stop())
    await gateway.until(lambda: not gateway.connected)
    assert not stopping.done()
    assert one.answered is None
    slow.let()
    await stopping
    assert one.answered == 4
    assert process.discord.client.is_closed()


# Restarts and crashes


async def test_an_old_button_works_in_a_new_process(tutor, gateway, clock):
    async with running(tutor, gateway, clock):
        first = await gateway.calls_command("ana", "quiz")
        await gateway.until(lambda: first.answered == 4)
    async with running(tutor, gateway, clock):
        tap = await gateway.taps("ana", first.original, "B")
        await gateway.until(lambda: tap.answered == 7)
        look = await gateway.taps("ana", first.original, "Next")
        await gateway.until(lambda: look.answered == 4)
    assert "Question 2 of 5" in gateway.sees(gateway.dm("ana"))[-1]


async def crashed_before_the_answer(tutor, gateway, clock, monkeypatch, act, *, announced):
    """Let a process take something in and die before it answers."""
    process = Process(tutor, gateway, clock)
    await process.discord.start()
    act_before = await act(process, None)
    slow = Slow(tutor, monkeypatch)
    one = await act(process, act_before)
    await gateway.until(lambda: bool(process.pause.waiting))
    if announced:
        process.pause.let()
        await gateway.until(lambda: one.answered is not None)
    crash = asyncio.create_task(process.crash())
    await asyncio.sleep(0.05)
    slow.let(fails=True)
    await crash
    monkeypatch.undo()
    return one


def calling(gateway, *command, **more):
    async def act(_process, before):
        return await gateway.calls_command("ana", *command, **more) if before else True

    return act


def tapping(gateway, label, *, channel=None):
    async def act(_process, before):
        if before:
            return await gateway.taps("ana", before, label)
        first = await gateway.calls_command("ana", "quiz", channel=channel)
        await gateway.until(lambda: first.answered == 4)
        return first.original

    return act


@pytest.mark.parametrize("announced", [True, False])
async def test_a_command_is_answered_by_the_next_process(tutor, gateway, clock, monkeypatch, announced):
    one = await crashed_before_the_answer(
        tutor, gateway, clock, monkeypatch, calling(gateway, "daily", channel=SERVER), announced=announced
    )
    async with running(tutor, gateway, clock):
        await gateway.until(lambda: bool(gateway.sees(SERVER)) and "Today's question" in gateway.sees(SERVER)[-1])
    (shown,) = gateway.sees(SERVER)
    assert shown.hidden
    assert not shown.loading
    assert one.answered == (5 if announced else 4)


@pytest.mark.parametrize("announced", [True, False])
async def test_a_tap_is_answered_by_the_next_process(tutor, gateway, clock, monkeypatch, announced):
    tap = await crashed_before_the_answer(tutor, gateway, clock, monkeypatch, tapping(gateway, "A", channel=SERVER), announced=announced)
    async with running(tutor, gateway, clock):
        await gateway.until(lambda: "Next" in gateway.sees(SERVER)[0].labels)
    assert len(gateway.sees(SERVER)) == 1
    assert tap.answered == (6 if announced else 7)


async def test_a_tap_that_brings_a_new_message_is_answered_by_the_next_process(tutor, gateway, clock, monkeypatch):
    await crashed_before_the_answer(tutor, gateway, clock, monkeypatch, tapping(gateway, "Skip", channel=SERVER), announced=True)
    async with running(tutor, gateway, clock):
        await gateway.until(lambda: len(gateway.sees(SERVER)) == 2)
    assert "Question 2 of 5" in gateway.sees(SERVER)[-1]
    assert gateway.sees(SERVER)[-1].hidden


async def test_a_dead_token_in_private_makes_a_message_of_the_answer(tutor, gateway, clock, monkeypatch):
    await crashed_before_the_answer(tutor, gateway, clock, monkeypatch, calling(gateway, "daily"), announced=False)
    gateway.seconds += 10
    async with running(tutor, gateway, clock):
        await gateway.until(lambda: bool(gateway.sees(gateway.dm("ana"))))
    assert "Today's question" in gateway.sees(gateway.dm("ana"))[0]


async def test_a_dead_token_in_a_server_is_done_with(tutor, gateway, clock, monkeypatch):
    await crashed_before_the_answer(tutor, gateway, clock, monkeypatch, calling(gateway, "daily", channel=SERVER), announced=False)
    gateway.seconds += 10
    async with running(tutor, gateway, clock) as process:
        await process.reception.drain(5)
    assert gateway.sees(SERVER) == []
    assert tutor.unfinished("discord") == []


async def test_after_a_quarter_of_an_hour_it_is_done_with(tutor, gateway, clock, monkeypatch):
    await crashed_before_the_answer(tutor, gateway, clock, monkeypatch, calling(gateway, "daily", channel=SERVER), announced=True)
    clock.sleeps(minutes=16)
    calls = len(gateway.calls)
    async with running(tutor, gateway, clock) as process:
        await process.reception.drain(5)
    assert not [call for call in gateway.calls[calls:] if "webhooks" in call.path or "interactions" in call.path]
    assert tutor.unfinished("discord") == []


@pytest.mark.parametrize("server", [True, False])
async def test_an_answer_that_was_shown_before_the_crash_is_not_shown_twice(tutor, gateway, clock, monkeypatch, server):
    process = Process(tutor, gateway, clock)
    await process.discord.start()

    def gone(_incoming):
        raise RuntimeError("the process is gone")

    monkeypatch.setattr(tutor, "shown", gone)
    one = await gateway.calls_command("ana", "daily", channel=SERVER if server else None)
    await gateway.until(lambda: one.answered == 4)
    text = await gateway.writes("ana", "/help")
    await gateway.until(lambda: len(gateway.sees(text)) == (1 if server else 2))
    await process.reception.drain(5)
    await process.crash()
    monkeypatch.undo()
    assert len(tutor.unfinished("discord")) == 2
    before = len(gateway.messages)
    async with running(tutor, gateway, clock) as process:
        await gateway.until(lambda: any("@original" in call.path and call.method == "PATCH" for call in gateway.calls))
        await process.reception.drain(5)
    assert len(gateway.messages) == before
    assert tutor.unfinished("discord") == []


async def test_an_answer_whose_receipt_is_lost_is_not_shown_twice(tutor, gateway, clock):
    async with running(tutor, gateway, clock) as process:
        gateway.lose("POST", "callback")
        await gateway.calls_command("ana", "help", channel=SERVER)
        await gateway.until(lambda: 2.0 in process.pause.asked)
        process.pause.let()
        await process.reception.drain(5)
    assert len(gateway.sees(SERVER)) == 1
    assert tutor.unfinished("discord") == []


async def test_a_call_from_a_group_chat_of_somebody_who_installed_the_tutor(tutor, gateway, clock, monkeypatch):
    senders = []
    real = tutor.handle
    monkeypatch.setattr(tutor, "handle", lambda incoming: senders.append(incoming.sender) or real(incoming))
    async with running(tutor, gateway, clock):
        public = await gateway.calls_command("ana", "code", {"words": "E11.21"}, channel=GROUP)
        await gateway.until(lambda: public.answered == 4)
        private = await gateway.calls_command("ana", "quiz", channel=GROUP)
        await gateway.until(lambda: private.answered == 4)
        tap = await gateway.taps("ana", private.original, "A")
        await gateway.until(lambda: tap.answered == 7)
    assert [one.hidden for one in gateway.sees(GROUP)] == [False, True]
    assert [one.room for one in senders] == [GROUP, None, None]
    assert senders[0] == Sender("discord", user_id("ana"), "ana", GROUP, False, handle="ana")


async def test_a_call_from_a_server_that_does_not_know_us(tutor, gateway, clock):
    async with running(tutor, gateway, clock):
        public = await gateway.calls_command("ana", "code", {"words": "E11.21"}, channel=ELSEWHERE)
        await gateway.until(lambda: public.answered == 4)
        private = await gateway.calls_command("ana", "quiz", channel=ELSEWHERE)
        await gateway.until(lambda: private.answered == 4)
        tap = await gateway.taps("ana", private.original, "A")
        await gateway.until(lambda: tap.answered == 7)
        more = await gateway.taps("ana", private.original, "Next")
        await gateway.until(lambda: more.answered == 4)
    assert [one.hidden for one in gateway.sees(ELSEWHERE)] == [False, True, True]


async def test_a_slot_is_edited_over_the_wire(database, tutor, gateway, clock):
    async with running(tutor, gateway, clock) as process:
        await process.discord.send(_post("live:1:0", room=SERVER), Reply("**Scores** 0", (Choice("Join", "/help"),), slot="scores"))
        first = gateway.sees(SERVER)[0].id
        assert await process.discord.send(_post("live:1:1", room=SERVER), Reply("**Scores** 1", slot="scores")) == first
        assert [one.text for one in gateway.sees(SERVER)] == ["Scores 1"]
        del gateway.messages[first]
        assert await process.discord.send(_post("live:1:2", room=SERVER), Reply("**Scores** 2", slot="scores")) != first
    assert [one.text for one in gateway.sees(SERVER)] == ["Scores 2"]


CALLING = Reply("**Question**", (Choice("A", "/help"),), notice=Notice("123456789", pin=True, thread="Question of the day"))


async def test_a_post_calls_one_role_is_pinned_and_opens_a_thread(tutor, gateway, clock):
    gateway.pinners.add(SERVER)
    async with running(tutor, gateway, clock) as process:
        first = await process.discord.send(_post("game:1:1:ask", room=SERVER), CALLING)
        second = await process.discord.send(_post("game:2:1:ask", room=SERVER), CALLING)
        await process.discord.send(_post("game:3:1:ask", room=SERVER), Reply("<@&123456789> @everyone"))
    assert gateway.pinned == [second]  # the one before is not any more
    assert gateway.threads == dict.fromkeys((first, second), "Question of the day")
    posted = [call.body for call in gateway.calls if call.method == "POST" and call.path.endswith(f"/{SERVER}/messages")]
    for body in posted[:2]:
        assert body["allowed_mentions"]["roles"] == ["123456789"]
        assert not body["allowed_mentions"].get("users")
        assert body["allowed_mentions"]["parse"] == []
        assert body["components"][0]["content"] == "<@&123456789>"
    assert posted[2]["allowed_mentions"] == {"parse": []} | {
        name: posted[2]["allowed_mentions"][name] for name in ("replied_user",) if name in posted[2]["allowed_mentions"]
    }


async def test_where_a_right_is_missing_it_is_tried_once_and_said_to_who_set_it(tutor, gateway, clock):
    boss = Sender("discord", user_id("ana"), room=SERVER, manager=True)
    for words in ("pin on", "thread on", "question on"):
        tutor.handle(Incoming(boss, f"/room {words}", clock.now))
    tutor.handle(Incoming(Sender("discord", user_id("ana")), "/start", clock.now))
    async with running(tutor, gateway, clock) as process:
        await process.discord.send(_post("game:1:1:ask", room=SERVER), CALLING)
    refused = [call for call in gateway.calls if "pins" in call.path or "threads" in call.path]
    assert [call.status for call in refused] == [403, 403]
    assert len(gateway.sees(SERVER)) == 1  # it is out all the same
    told = [one for one in tutor.take_posts(("discord",), clock.now) if one.kind == "refused"]
    assert [one.user for one in told] == [user_id("ana")] * 2
    assert "pinned" not in tutor.handle(Incoming(boss, "/room", clock.now))[0].text


def _post(key, room):
    return posts.Post(1, key, "discord", None, room, {}, None, None, 1)
