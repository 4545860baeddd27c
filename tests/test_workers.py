"""Several workers on one database: one leads each bot token, what is due is done once a period, and one that dies is replaced."""

import asyncio
import contextlib
import os

import pytest
from sqlalchemy import text

from adapters.leader import leader
from adapters.queue import Duty, Queue, prepare
from adapters.reception import Reception
from adapters.running import Running
from bot.store.database import Database, DatabaseError
from tests.test_reception import Square

TOKEN = f"1:{os.getpid()}"
"""Locks are of the whole server, and other tests run beside these."""


@pytest.fixture
def other(database):
    """The same database as another process opens it."""
    found = Database(database.url.render_as_string(hide_password=False))
    yield found
    found.close()


def test_one_leads_at_a_time_and_another_takes_over(database, other):
    here, there = leader(database, "telegram", TOKEN), leader(other, "telegram", TOKEN)
    assert here.win()
    assert here.win()
    assert not there.win()
    assert here.holds()
    assert not there.holds()
    here.release()
    assert not here.holds()
    assert there.win()
    there.release()


def test_each_platform_has_a_leader_of_its_own(database, other):
    here, there = leader(database, "telegram", TOKEN), leader(other, "discord", TOKEN)
    assert here.win()
    assert there.win()
    here.release()
    there.release()


def test_a_lock_whose_connection_broke_is_known_to_be_lost(database, other):
    if database.embedded:
        pytest.skip("a lock on a file has no connection")
    here, there = leader(database, "telegram", TOKEN), leader(other, "telegram", TOKEN)
    assert here.win()
    with other.writing() as connection:
        connection.execute(
            text("SELECT pg_terminate_backend(:mine)"), {"mine": here._connection.connection.driver_connection.info.backend_pid}
        )
    assert not here.holds()
    assert there.win()
    there.release()


def running(tutor, database, clock, said):
    return Running(
        Reception(tutor, lambda: clock.now),
        [Square()],
        lambda: clock.now,
        said.append,
        leaders={"square": leader(database, "square", TOKEN)},
        watch=0.02,
    )


async def until(holds):
    async with asyncio.timeout(20):
        while not holds():
            await asyncio.sleep(0.01)


async def test_a_worker_stands_by_and_takes_over(tutor, database, other, clock):
    said: list[str] = []
    first, second = running(tutor, database, clock, said), running(tutor, other, clock, said)
    stops = asyncio.Event(), asyncio.Event()
    one = asyncio.create_task(first.run(stops[0]))
    await until(lambda: first.up)
    two = asyncio.create_task(second.run(stops[1]))
    await until(lambda: second.standing_by)
    assert second.ready
    assert not second.up
    stops[0].set()
    await one
    await until(lambda: second.up)
    stops[1].set()
    assert await two
    assert said == ["square has started.", "square: another process runs it; this one stands by.", "square has started."]


async def test_who_loses_the_right_to_lead_lets_go_and_can_come_back(tutor, database, clock):
    said: list[str] = []
    work = running(tutor, database, clock, said)
    stop = asyncio.Event()
    task = asyncio.create_task(work.run(stop))
    await until(lambda: work.up)
    work.leaders["square"].release()
    await until(lambda: len(said) == 2)  # lost, let go, won again
    assert said == ["square has started."] * 2
    stop.set()
    assert await task


@pytest.fixture
def server(database):
    if database.embedded:
        pytest.skip("the queue is for several workers on a server")
    prepare(database)
    return database


def test_the_tables_of_the_queue_are_made_once(server):
    assert prepare(server) is False


async def test_a_queue_without_its_tables_says_so(database):
    if database.embedded:
        pytest.skip("the queue is for several workers on a server")
    with database.writing() as connection:
        there = connection.execute(text("SELECT to_regclass('procrastinate_jobs')")).scalar()
    if there:
        pytest.skip("an earlier test has made them in this schema")
    with pytest.raises(DatabaseError, match="tutor db upgrade"):
        await Queue(database, {}).start()


async def test_a_duty_is_done_once_a_period_over_all_workers_and_goes_on_when_one_stops(server, other):
    done: list[str] = []

    def worker(name, database):
        async def tick():
            done.append(name)

        return Queue(database, {"tick": Duty("* * * * * *", tick)}, name)

    first, second = worker("first", server), worker("second", other)
    await first.start()
    await second.start()
    await until(lambda: len(done) >= 3)
    with server.reading() as connection:
        periods = connection.execute(text("SELECT COUNT(*) FROM procrastinate_periodic_defers WHERE task_name = 'tick'")).scalar()
    assert len(done) <= periods + 3  # older periods are forgotten, none is done twice
    await first.stop()
    so_far = len(done)
    await until(lambda: len(done) >= so_far + 2)
    assert set(done[so_far:]) == {"second"}
    await second.stop()


async def test_a_duty_that_fails_is_due_again(server):
    tries = 0

    async def tick():
        nonlocal tries
        tries += 1
        raise RuntimeError("the words of an error are not logged")

    queue = Queue(server, {"tick": Duty("* * * * * *", tick)})
    await queue.start()
    with contextlib.suppress(TimeoutError):
        await until(lambda: tries >= 2)
    await queue.stop()
    assert tries >= 2
