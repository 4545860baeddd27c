"""How fast messages may go: the limits are kept in every stretch of time, and nobody waits for somebody else's chat."""

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters import metrics
from adapters.telegram_pace import UNLIMITED, Pace, Rate
from tests.telegram_time import Time


@pytest.fixture
def time():
    return Time()


def sender(pace, time, log):
    async def send(chat, name=None, push=False):
        await pace.turn(chat, push=push)
        log.append((round(time.now - 1000, 3), chat if name is None else name))

    return send


def most_within(moments, seconds):
    """Count the most that went out in any stretch of so many seconds."""
    return max(sum(start <= other < start + seconds - 1e-6 for other in moments) for start in moments)


async def gathered(time, seconds, *work):
    tasks = [asyncio.ensure_future(one) for one in work]
    await time.runs(seconds)
    assert all(task.done() for task in tasks)
    await asyncio.gather(*tasks)


async def test_a_private_chat_takes_three_at_once_and_then_one_a_second(time):
    log, pace = [], Pace(time.clock, time.pause)
    send = sender(pace, time, log)
    await gathered(time, 60, *(send(5) for _ in range(8)))
    assert [moment for moment, _ in log] == [0, 0, 0, 1, 2, 3, 4, 5]


async def test_a_group_takes_no_more_than_twenty_in_any_minute(time):
    log, pace = [], Pace(time.clock, time.pause)
    send = sender(pace, time, log)
    await gathered(time, 600, *(send(-5) for _ in range(100)))
    assert 19 <= most_within([moment for moment, _ in log], 60) <= 20


async def test_all_chats_together_take_no_more_than_thirty_in_any_second(time):
    log, pace = [], Pace(time.clock, time.pause)
    send = sender(pace, time, log)
    await gathered(time, 60, *(send(chat) for chat in range(1, 301)))
    moments = [moment for moment, _ in log]
    assert most_within(moments, 1) <= 30
    assert max(moments) < 12  # 25 a second, so it is not slower than it must be


async def test_a_full_group_holds_up_nobody_else(time):
    log, pace = [], Pace(time.clock, time.pause)
    send = sender(pace, time, log)
    group = [send(-5, "group") for _ in range(40)]
    await gathered(time, 300, *group, send(7, "ana"), send(-6, "other group"))
    assert all(moment < 0.1 for moment, name in log if name != "group")
    assert max(moment for moment, _ in log) > 100


async def test_after_a_429_only_that_chat_pauses(time):
    log, pace = [], Pace(time.clock, time.pause)
    send = sender(pace, time, log)
    pace.stop(5, 30)
    await gathered(time, 60, send(5, "ana"), send(6, "ben"))
    assert log == [(0, "ben"), (30, "ana")]
    assert pace.wait(5) == 0


async def test_a_shorter_pause_does_not_end_a_longer_one(time):
    pace = Pace(time.clock, time.pause)
    pace.stop(5, 30)
    pace.stop(5, 3)
    assert pace.wait(5) == 30
    assert pace.wait(6) == 0


async def test_a_429_without_a_chat_stops_all(time):
    log, pace = [], Pace(time.clock, time.pause)
    send = sender(pace, time, log)
    pace.stop(None, 10)
    assert pace.wait(6) == 10
    await gathered(time, 60, send(5, "ana"), send(6, "ben"))
    assert log == [(10, "ana"), (10, "ben")]


async def test_a_429_catches_those_who_wait_for_all_chats(time):
    log, pace = [], Pace(time.clock, time.pause, overall=Rate(1, 1))
    send = sender(pace, time, log)
    tasks = [asyncio.ensure_future(send(chat, name)) for chat, name in ((1, "a"), (2, "b"), (3, "c"))]
    await time.rests()
    pace.stop(2, 30)
    await time.runs(60)
    await asyncio.gather(*tasks)
    assert log == [(0, "a"), (2, "c"), (30, "b")]


async def test_answers_go_before_pushes(time):
    log, pace = [], Pace(time.clock, time.pause, overall=Rate(1, 1))
    send = sender(pace, time, log)
    pushes = [send(chat, "push", push=True) for chat in range(1, 6)]
    tasks = [asyncio.ensure_future(one) for one in pushes]
    await time.runs(1)
    await gathered(time, 60, *(send(chat, "answer") for chat in range(11, 14)))
    assert [name for _, name in log] == ["push", "push", "answer", "answer", "answer", "push", "push", "push"]
    await asyncio.gather(*tasks)


async def test_answers_go_before_pushes_in_one_chat_too(time):
    log, pace = [], Pace(time.clock, time.pause, private=Rate(1, 1))
    send = sender(pace, time, log)
    await gathered(time, 60, *(send(5, "push", push=True) for _ in range(3)), *(send(5, "answer") for _ in range(2)))
    assert [name for _, name in log] == ["push", "answer", "answer", "push", "push"]


async def test_who_gives_up_waiting_blocks_nobody(time):
    log, pace = [], Pace(time.clock, time.pause, private=Rate(1, 1))
    send = sender(pace, time, log)
    tasks = [asyncio.ensure_future(send(5, number)) for number in range(5)]
    await time.rests()
    tasks[1].cancel()  # the one who waits in front
    tasks[3].cancel()
    await time.runs(10)
    await asyncio.gather(*tasks, return_exceptions=True)
    assert [name for _, name in log] == [0, 2, 4]


async def test_what_is_remembered_is_bounded(time):
    pace = Pace(time.clock, time.pause, private=Rate(3, 1), overall=UNLIMITED, chats=100)
    pace.stop(1, 10_000)
    for chat in range(1, 1000):
        if chat != 1:
            await pace.turn(chat)
        time.now += 1
    assert pace.chats <= 110
    assert pace.wait(1) > 0  # a pause is not forgotten


async def test_waiting_is_counted(time):
    pace = Pace(time.clock, time.pause)
    before = metrics.waits.labels("telegram")._value.get()
    pace.stop(5, 7)
    await gathered(time, 60, pace.turn(5))
    assert metrics.waits.labels("telegram")._value.get() - before == 7


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 20), st.sampled_from([1, 2, 3, -1, -2]), st.booleans()), min_size=1, max_size=80))
async def test_no_limit_is_passed_whatever_comes(arrivals):
    time, log = Time(), []
    pace = Pace(time.clock, time.pause)

    async def arrive(after, chat, push):
        await time.pause(after)
        await pace.turn(chat, push=push)
        log.append((time.now, chat))

    await gathered(time, 2000, *(arrive(*one) for one in arrivals))
    assert most_within([moment for moment, _ in log], 1) <= 30
    for chat in {chat for _, chat in log}:
        moments = [moment for moment, other in log if other == chat]
        assert most_within(moments, 60) <= (20 if chat < 0 else 63)
        assert most_within(moments, 1) <= (20 if chat < 0 else 4)
