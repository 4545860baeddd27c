"""The reception: written down first, answered in order, shown once, taken over after a crash."""

import asyncio
import json
import logging
import threading
from datetime import timedelta
from io import StringIO

import aiohttp
import pytest
from sqlalchemy.exc import OperationalError

from adapters import logs, metrics
from adapters.clock import Clock
from adapters.delivery import Delivery
from adapters.messenger import DeliveryFailed, StartFailed
from adapters.reception import FLOOD, Reception
from adapters.running import Running
from adapters.throttle import Throttle, Verdict
from adapters.web import Pages
from bot.chat import Incoming, Reply, Sender, as_row
from bot.store import posts
from bot.store.database import Database
from bot.tutor import Tutor
from tests.conftest import NOON


class Square:
    """A platform that is a list: what it shows and sends can be read, and it can be told to fail."""

    platform = "square"
    connected = True

    def __init__(self) -> None:
        self.seen: list[tuple[str, str]] = []
        self.failing: list[Exception] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.stopped = self.sending = self.showing = False

    async def start(self) -> None:
        if self.failing:
            raise self.failing.pop()

    async def stop(self) -> None:
        self.stopped = True

    async def show(self, incoming, reply, number) -> None:
        self.showing = True
        await self.gate.wait()
        if self.failing:
            raise self.failing.pop()
        self.seen.append((incoming.sender.user, reply.text))

    async def send(self, post, reply) -> str:
        self.sending = True
        await self.gate.wait()
        if self.failing:
            raise self.failing.pop()
        self.seen.append((post.user, reply.text))
        return str(len(self.seen))


def said(text, update, user="1", room=None, at=NOON):
    return Incoming(Sender("square", user, room=room), text, at, update, {"chat": user})


@pytest.fixture
async def square():
    return Square()


@pytest.fixture
async def reception(tutor, clock):
    waits = []

    async def pause(seconds):
        waits.append(seconds)

    found = Reception(tutor, lambda: clock.now, pause=pause)
    found.waits = waits
    yield found
    found.close()


async def settled(reception):
    assert await reception.drain(20)


async def test_an_update_delivered_twice_is_answered_once(reception, square):
    assert await reception.receive(square, said("/quiz 3", "7"))
    assert not await reception.receive(square, said("/quiz 3", "7"))
    await settled(reception)
    assert len(square.seen) == 1


async def test_one_persons_messages_are_answered_in_order(reception, square):
    for number, text in enumerate(("/quiz 5", "a", "/next", "b", "/next", "E11.21")):
        await reception.receive(square, said(text, str(number)))
    await settled(reception)
    assert [
        next(word for word in ("Question 1 of", "Question 2 of", "Question 3 of", "The answer", "E11.21", "Right") if word in text)
        .replace("Right", "The answer") for _user, text in square.seen
    ] == ["Question 1 of", "The answer", "Question 2 of", "The answer", "Question 3 of", "E11.21"]  # fmt: skip


async def test_what_a_crash_left_is_answered_by_the_next_run(tutor, clock, square, database, library, codebook):
    first = Reception(tutor, lambda: clock.now)
    tutor.keep([said("/quiz 3", "1")])  # written down, and then the process died
    first.close()

    second = Reception(Tutor(database, library, codebook, seed=8), lambda: clock.now)
    assert await second.catch_up(square) == 1
    assert await second.catch_up(square) == 0  # it is in line already
    await settled(second)
    assert await second.catch_up(square) == 0
    assert ["Question 1 of 3" in text for _user, text in square.seen] == [True]
    second.close()


async def test_an_answer_that_was_not_shown_is_shown_by_the_next_run_and_not_made_again(tutor, clock, square):
    incoming = said("/quiz 3", "1")
    tutor.keep([incoming])
    (reply,) = tutor.handle(incoming)  # answered, and then the process died
    second = Reception(tutor, lambda: clock.now)
    assert await second.catch_up(square) == 1
    await settled(second)
    assert square.seen == [("1", reply.text)]
    assert tutor.unfinished("square") == []
    second.close()


async def test_what_was_said_is_blanked_once_the_answer_is_shown(reception, square, database):
    await reception.receive(square, said("what is the passing score", "1"))
    await settled(reception)
    with database.reading() as connection:
        (row,) = connection.exec_driver_sql("SELECT * FROM inbox").mappings().all()
    assert row["state"] == "shown"
    assert {row[name] for name in ("user", "name", "room", "text", "address", "replies")} <= {None, "null"}


async def test_patient_data_is_never_written_down(tutor, database):
    assert tutor.keep([said("patient John Smith, SSN 123-45-6789", "1")]) == [True]
    with database.reading() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM inbox").all()
    assert "123-45" not in str(rows)
    assert "Smith" not in str(rows)
    ((incoming, replies),) = tutor.unfinished("square")
    assert replies is None
    assert "did not read or keep it" in tutor.handle(incoming)[0].text


async def test_talk_in_a_room_is_neither_kept_nor_answered(reception, square, database):
    assert not await reception.receive(square, said("what a nice day", "1", room="r"))
    assert await reception.receive(square, said("/code E11.21", "2", room="r"))
    await settled(reception)
    assert len(square.seen) == 1


async def test_an_answer_is_shown_again_after_the_wait_that_the_platform_asks_for(reception, square):
    square.failing = [DeliveryFailed("later"), DeliveryFailed("slow down", retry_after=7)]
    await reception.receive(square, said("E11.21", "1"))
    await settled(reception)
    assert len(square.seen) == 1
    assert reception.waits[0] == 7
    assert reception.tutor.unfinished("square") == []


async def test_an_answer_that_the_platform_cannot_take_waits_for_the_next_run(reception, square):
    square.failing = [DeliveryFailed("away")] * 4
    await reception.receive(square, said("E11.21", "1"))
    await settled(reception)
    assert square.seen == []
    assert len(reception.tutor.unfinished("square")) == 1
    assert await reception.catch_up(square) == 1
    await settled(reception)
    assert len(square.seen) == 1


async def test_what_may_have_been_shown_is_tried_once_more_and_then_left_to_the_next_run(reception, square, tutor, clock):
    square.failing = [DeliveryFailed("nobody knows", ambiguous=True)] * 2
    await reception.receive(square, said("E11.21", "1"))
    await settled(reception)
    assert (square.failing, square.seen) == ([], [])
    assert await reception.catch_up(square) == 0  # or it might be shown again and again
    second = Reception(tutor, lambda: clock.now)
    assert await second.catch_up(square) == 1
    await settled(second)
    second.close()
    assert len(square.seen) == 1


async def test_the_clock_looks_for_what_could_not_be_shown(reception, square, clock):
    square.failing = [DeliveryFailed("away")] * 4
    await reception.receive(square, said("E11.21", "1"))
    await settled(reception)
    await Clock(reception, Delivery(reception, {"square": square}, lambda: clock.now), lambda: clock.now, {}).again()
    await settled(reception)
    assert len(square.seen) == 1


async def test_a_second_message_for_a_chat_is_sent_as_soon_as_the_first_is_out(reception, square, tutor, clock):
    """It was put back, and nobody would look for it before the next tick: a question of a live quiz in a second topic, say."""
    with tutor.database.writing() as connection:
        for key in ("game:1:1:ask", "game:2:1:ask"):
            due = {"due_at": clock.now, "expires_at": clock.now + timedelta(minutes=1)}
            posts.add(connection, key, None, "square", None, as_row(Reply(key)), **due, room="forum")
    ours = Clock(reception, Delivery(reception, {"square": square}, lambda: clock.now), lambda: clock.now, {})
    ours._jobs.start(paused=True)
    await ours.send()
    await ours._delivering
    assert square.seen == [(None, "game:1:1:ask")]
    (waiting,) = ours._jobs.get_jobs()
    clock.now = waiting.next_run_time
    await waiting.func(*waiting.args)
    await ours._delivering
    assert square.seen == [(None, "game:1:1:ask"), (None, "game:2:1:ask")]
    assert waiting.next_run_time - NOON == timedelta(seconds=1)
    ours._jobs.shutdown(wait=False)


async def test_whoever_looks_into_the_inbox_leaves_alone_what_comes_in_meanwhile(reception, square, tutor, monkeypatch):
    """The inbox is read between an answer and its being shown, and the reader is slow: it is shown once all the same."""
    loop, real = asyncio.get_running_loop(), tutor.unfinished
    begun, has_read = asyncio.Event(), asyncio.Event()
    read, go_on = threading.Event(), threading.Event()

    def slow(platform):
        loop.call_soon_threadsafe(begun.set)
        assert read.wait(10)
        found = real(platform)
        loop.call_soon_threadsafe(has_read.set)
        assert go_on.wait(10)
        return found

    monkeypatch.setattr(tutor, "unfinished", slow)
    square.gate.clear()
    catching_up = asyncio.ensure_future(reception.catch_up(square))
    await begun.wait()
    await reception.receive(square, said("E11.21", "1"))
    while not square.showing:
        await asyncio.sleep(0)
    read.set()
    await has_read.wait()
    square.gate.set()
    await settled(reception)
    go_on.set()
    assert await catching_up == 0
    await settled(reception)
    assert len(square.seen) == 1


async def test_one_persons_messages_keep_their_order_though_the_first_is_slowly_written_down(reception, square, tutor, monkeypatch):
    go, real = threading.Event(), tutor.take_in

    def slow(messages, *more):
        if messages[0].text == "/quiz 5":
            assert go.wait(10)
        return real(messages, *more)

    monkeypatch.setattr(tutor, "take_in", slow)
    both = [asyncio.ensure_future(reception.receive(square, said(text, str(number)))) for number, text in enumerate(("/quiz 5", "E11.21"))]
    await asyncio.sleep(0)
    go.set()
    await asyncio.gather(*both)
    await settled(reception)
    assert [text[:6] for user, text in square.seen if user == "1"] == ["**Ques", "**E11."]


async def test_an_answer_whose_being_shown_cannot_be_noted_is_not_shown_again_and_again(reception, square, tutor, monkeypatch):
    def away(_incoming):
        raise OperationalError("UPDATE", {}, Exception("the disk is full"))

    monkeypatch.setattr(tutor, "shown", away)
    await reception.receive(square, said("E11.21", "1"))
    await settled(reception)
    assert await reception.catch_up(square) == 0
    assert len(square.seen) == 1


async def test_the_time_until_an_answer_is_shown_is_measured(reception, square, clock):
    def count(most):
        samples = metrics.showing.collect()[0].samples
        return next(one.value for one in samples if one.labels == {"platform": "square", "le": most} and one.name.endswith("_bucket"))

    before = count("5.0"), count("10.0")
    square.gate.clear()
    await reception.receive(square, said("E11.21", "1"))
    while not square.showing:
        await asyncio.sleep(0)
    clock.sleeps(seconds=7)
    square.gate.set()
    await settled(reception)
    assert (count("5.0"), count("10.0")) == (before[0], before[1] + 1)


async def test_somebody_who_blocked_us_is_done_with(reception, square):
    square.failing = [DeliveryFailed("blocked", permanent=True)]
    await reception.receive(square, said("E11.21", "1"))
    await settled(reception)
    assert reception.tutor.unfinished("square") == []


async def test_a_slow_person_halts_nobody(reception, square):
    other = Square()
    other.gate.clear()
    await reception.receive(other, said("E11.21", "1", user="slow"))
    await reception.receive(square, said("E11.21", "2", user="quick"))
    while not square.seen:
        await asyncio.sleep(0)
    assert other.seen == []
    other.gate.set()
    await settled(reception)
    assert len(other.seen) == 1


async def test_a_flood_gets_one_sentence_and_others_feel_nothing(reception, square):
    for number in range(60):
        await reception.receive(square, said("E11.21", f"f{number}", user="flood"))
    await reception.receive(square, said("E11.21", "other", user="ana"))
    await settled(reception)
    mine = [text for user, text in square.seen if user == "flood"]
    assert mine.count(FLOOD.text) == 1
    assert len(mine) == 21
    assert len([text for user, text in square.seen if user == "ana"]) == 1


def test_a_bucket_fills_again_with_time():
    throttle = Throttle(burst=2, rate=1.0, people=2)
    assert [throttle.ask("a", 0.0) for _ in range(4)] == [Verdict.TAKE, Verdict.TAKE, Verdict.SAY, Verdict.DROP]
    assert throttle.ask("a", 1.0) is Verdict.TAKE
    assert throttle.ask("a", 1.0) is Verdict.DROP  # it was told already
    assert throttle.ask("a", 9.0) is Verdict.TAKE
    assert [throttle.ask("a", 9.0) for _ in range(2)] == [Verdict.TAKE, Verdict.SAY]
    for person in "bc":
        throttle.ask(person, 9.0)
    assert throttle.ask("a", 9.0) is Verdict.TAKE  # the one who spoke longest ago is forgotten first


async def test_a_bug_of_ours_gets_an_answer_and_no_word_of_the_person_into_the_log(reception, square, caplog, monkeypatch):
    def broken(*_):
        raise RuntimeError("the person said: my secret")

    monkeypatch.setattr("bot.tutor.understand", broken)
    await reception.receive(square, said("my secret", "1"))
    await settled(reception)
    assert "Something went wrong on my side" in square.seen[0][1]
    assert "secret" not in caplog.text
    assert reception.tutor.unfinished("square") == []


# Posts


async def morning(tutor, clock, user="1"):
    tutor.handle(Incoming(Sender("square", user), "/start", clock.now))
    clock.sleeps(days=1)
    tutor.tick(clock.now)


def state(database):
    with database.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql("SELECT state, message FROM post ORDER BY id")]


async def test_a_post_goes_out_once(reception, square, clock, database):
    await morning(reception.tutor, clock)
    delivery = Delivery(reception, {"square": square}, lambda: clock.now)
    await asyncio.gather(*(delivery.deliver() for _ in range(5)))
    assert len(square.seen) == 1
    assert state(database) == [("sent", "1")]


@pytest.mark.parametrize(
    ("failure", "then"),
    [
        (DeliveryFailed("nobody knows", ambiguous=True), "held"),
        (DeliveryFailed("blocked", permanent=True), "dead"),
        (DeliveryFailed("slow down", retry_after=30), "pending"),
        (DeliveryFailed("no connection"), "pending"),
        (RuntimeError("a bug"), "held"),
    ],
)
async def test_what_becomes_of_a_post_that_fails(reception, square, clock, database, failure, then):
    await morning(reception.tutor, clock)
    square.failing = [failure]
    delivery = Delivery(reception, {"square": square}, lambda: clock.now)
    await delivery.deliver()
    assert [found for found, _message in state(database)] == [then]
    clock.sleeps(minutes=2)
    await delivery.deliver()
    assert len(square.seen) == (then == "pending")


async def test_nothing_is_pushed_to_somebody_who_blocked_us_until_they_write(reception, square, clock, database):
    tutor = reception.tutor
    await morning(tutor, clock)
    square.failing = [DeliveryFailed("blocked", permanent=True)]
    delivery = Delivery(reception, {"square": square}, lambda: clock.now)
    await delivery.deliver()
    clock.sleeps(days=3)
    assert tutor.tick(clock.now) == 0
    tutor.handle(Incoming(Sender("square", "1"), "hello", clock.now))
    clock.sleeps(days=1)
    assert tutor.tick(clock.now) == 1
    await delivery.deliver()
    assert len(square.seen) == 1


async def test_a_post_whose_sender_died_is_held(reception, square, clock, database):
    await morning(reception.tutor, clock)
    assert reception.tutor.take_posts(("square",), clock.now)  # leased, and then the process died
    clock.sleeps(minutes=6)
    reception.tutor.tick(clock.now)
    await Delivery(reception, {"square": square}, lambda: clock.now).deliver()
    assert square.seen == []
    assert state(database) == [("held", None)]


# A whole process


async def test_one_platform_that_does_not_start_leaves_the_other_alone(tutor, clock):
    good, bad = Square(), Square()
    bad.platform = "bad"
    bad.failing = [StartFailed("the token is not accepted; copy it again")]
    heard = []
    running = Running(Reception(tutor, lambda: clock.now), [bad, good], lambda: clock.now, heard.append)
    stop = asyncio.Event()
    at_work = asyncio.create_task(running.run(stop))
    while not running.ready:
        await asyncio.sleep(0)
    stop.set()
    assert await at_work
    assert "bad: the token is not accepted; copy it again" in heard
    assert good.stopped
    assert not bad.stopped


async def test_being_told_to_stop_ends_a_start_that_takes_long(tutor, clock):
    class Away(Square):
        platform = "away"

        async def start(self):
            await asyncio.Event().wait()

    good, away = Square(), Away()
    running = Running(Reception(tutor, lambda: clock.now), [good, away], lambda: clock.now, lambda _said: None)
    stop = asyncio.Event()
    at_work = asyncio.create_task(running.run(stop))
    while not running.up:
        await asyncio.sleep(0)
    stop.set()
    assert await asyncio.wait_for(at_work, 10)
    assert good.stopped
    assert away.stopped


async def test_a_process_is_ready_while_a_platform_is_reached(tutor, clock):
    one, other = Square(), Square()
    other.platform = "other"
    running = Running(Reception(tutor, lambda: clock.now), [one, other], lambda: clock.now, lambda _said: None)
    assert not running.ready
    running.up = {"square": one, "other": other}
    one.connected = False
    assert running.ready
    other.connected = False
    assert not running.ready
    running.reception.close()


async def test_no_platform_at_all_ends_with_failure(tutor, clock):
    bad = Square()
    bad.failing = [StartFailed("no")]
    assert not await Running(Reception(tutor, lambda: clock.now), [bad], lambda: clock.now, lambda _said: None).run(asyncio.Event())


async def test_stopping_lets_a_running_answer_finish(tutor, clock):
    square = Square()
    square.gate.clear()
    reception = Reception(tutor, lambda: clock.now)
    running = Running(reception, [square], lambda: clock.now, lambda _said: None)
    stop = asyncio.Event()
    at_work = asyncio.create_task(running.run(stop))
    while not running.ready:
        await asyncio.sleep(0)
    await reception.receive(square, said("E11.21", "1"))
    stop.set()
    await asyncio.sleep(0)
    square.gate.set()
    assert await at_work
    assert len(square.seen) == 1


async def test_stopping_lets_a_post_that_is_being_sent_finish(tutor, clock, database):
    square = Square()
    reception = Reception(tutor, lambda: clock.now)
    await morning(tutor, clock)
    square.gate.clear()
    running = Running(reception, [square], lambda: clock.now, lambda _said: None)
    stop = asyncio.Event()
    at_work = asyncio.create_task(running.run(stop))
    while not square.sending:
        await asyncio.sleep(0)
    stop.set()
    await asyncio.sleep(0)
    square.gate.set()
    assert await at_work
    assert state(database) == [("sent", "1")]


async def test_pages_for_operators(tutor, clock, database):
    reception = Reception(tutor, lambda: clock.now)
    up = False
    pages = Pages(reception, {}, lambda: up)
    await pages.start("127.0.0.1", 0)
    async with aiohttp.ClientSession(f"http://127.0.0.1:{pages.port}") as browser:

        async def get(path):
            async with browser.get(path) as answer:
                return answer.status, await answer.text()

        assert await get("/healthz") == (200, "ok\n")
        assert (await get("/readyz"))[0] == 503
        up = True
        assert await get("/readyz") == (200, "ready\n")
        metrics.updates.labels("square").inc()
        status, text = await get("/metrics")
        assert status == 200
        assert 'tutor_updates_total{platform="square"}' in text
        tutor.database = Database("postgresql://nobody@127.0.0.1:9/none")
        assert (await get("/readyz"))[0] == 503
    tutor.database = database
    await pages.stop()
    reception.close()


def test_a_log_line_holds_what_happened_and_nothing_that_was_said():
    stream = StringIO()
    root = logging.getLogger()
    before = root.handlers[:], root.level
    try:
        logs.set_up(stream)
        ours = logging.getLogger("adapters.reception")
        ours.warning("answer not shown", extra={"action": "show_failed", "platform": "square", "user": "ana", "text": "secret words"})
        logging.getLogger("httpx").warning("GET https://api/bot123:TOKEN/getMe")
        logging.getLogger("httpx").info("GET https://api/bot123:TOKEN/getMe")
        counted = [metrics.errors.labels(action)._value.get() for action in ("library", "answer_failed")]
        ours.error("answer failed", extra={"action": "answer_failed"})
        try:
            raise ValueError("secret words")
        except ValueError:
            logging.getLogger("discord.client").exception("secret words of %s", "ana")
    finally:
        root.handlers[:], level = before
        root.setLevel(level)
    text = stream.getvalue()
    for word in ("secret", "ana", "TOKEN", "Traceback"):
        assert word not in text.replace("analytics", "")
    first, second, _ours, third = map(json.loads, text.splitlines())
    now = [metrics.errors.labels(action)._value.get() for action in ("library", "answer_failed")]
    assert [after - before for before, after in zip(counted, now, strict=True)] == [1, 1]
    assert first["event"] == "answer not shown"
    assert (first["action"], first["platform"]) == ("show_failed", "square")
    assert second["logger"] == "httpx"
    assert third["error"] == "ValueError"
