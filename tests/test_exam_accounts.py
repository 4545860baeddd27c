"""Mock exams of people with two accounts, on two platforms at once; forgetting; results that must arrive."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import func, select

from bot.chat import Incoming
from bot.store import sittings
from bot.store.tables import round, sitting, sitting_answer, study_day
from bot.tutor import Tutor
from tests.exams import answers, counted, linked, only_sitting, passes
from tests.test_link import code_of, on


@pytest.fixture
def tutor(database, exams, codebook) -> Tutor:
    return Tutor(database, exams, codebook, seed=7)


def test_a_sitting_goes_on_on_another_platform_and_its_result_comes_there(tutor, clock):
    here, there = linked(tutor, clock)
    here.says("/exam quarter")
    here.says("b")
    assert there.says("continue").facts["number"] == 2
    there.says("c")
    assert here.says("overview").facts["answered"] == 2
    there.says("d")
    came = passes(tutor, clock, ("telegram", "discord"), hours=2)
    assert [(one.post.kind, one.post.platform) for one in came if one.post.kind != "linked"] == [
        ("halftime", "discord"),
        ("result", "discord"),
    ]


def test_two_platforms_at_once_lose_no_answer(tutor, clock, database):
    here, there = linked(tutor, clock)
    here.says("/exam quarter")
    together, now = Barrier(4), clock.now
    said = [(here, "/mark 1 1 A"), (there, "/mark 1 2 B"), (here, "/mark 1 3 C"), (there, "/flag 1 4")]

    def say(one):
        person, text = one
        together.wait()
        return tutor.handle(Incoming(person.sender, text, now + timedelta(seconds=1)))

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(say, said))
    with database.reading() as connection:
        lines = sittings.lines(connection, 1)
    assert {n for n, line in lines.items() if line.chosen is not None} == {1, 2, 3}
    assert lines[4].flagged


def test_handed_in_twice_at_once_it_counts_once(tutor, clock, database):
    here, there = linked(tutor, clock)
    here.says("/exam quarter")
    answers(here, 6)
    together, now = Barrier(4), clock.now
    end = now + timedelta(hours=2)

    def finish(n):
        together.wait()
        if n == 3:
            return tutor.tick(end, pulse=False)
        return tutor.handle(Incoming((here, there, here)[n].sender, "/exam hand 1 yes", end))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(finish, range(4)))
    assert counted(database) == 6
    with database.reading() as connection:
        assert connection.scalar(select(func.sum(study_day.c.answered))) == 6
        assert connection.scalar(select(func.count()).select_from(sitting_answer)) == 25


def test_started_twice_at_once_it_is_one_sitting(tutor, clock, database):
    here, there = linked(tutor, clock)
    together, now = Barrier(2), clock.now

    def begin(person):
        together.wait()
        return tutor.handle(Incoming(person.sender, "/exam full", now))

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(begin, (here, there)))
    assert counted(database, sitting) == 1


def test_joined_accounts_keep_both_open_sittings(tutor, clock, database):
    here, there = on(tutor, clock, "telegram", "1"), on(tutor, clock, "discord", "2")
    here.says("/exam quarter")
    here.says("b")
    clock.sleeps(minutes=5)
    there.says("/exam half")
    there.says("c")
    there.says(f"/link {code_of(here.says('/link'))}")
    there.taps("Yes")
    assert here.says("overview").facts["open"] == 49
    here.says("hand in now")
    assert here.says("overview").facts["open"] == 24
    came = passes(tutor, clock, ("telegram", "discord"), hours=2)
    assert [one.post.key for one in came if one.post.kind == "result"] == ["result:1"]
    assert len(here.says("/exam results").facts["results"]) == 2


def test_a_parted_account_takes_no_result_along(tutor, clock):
    _here, there = linked(tutor, clock)
    there.says("/exam quarter")
    there.says("/unlink")
    there.taps("Part them")
    came = passes(tutor, clock, ("telegram", "discord"), hours=2)
    assert {one.post.platform for one in came if one.post.kind == "result"} == {"telegram"}
    assert "No mock exam is handed in yet" in there.says("/exam results")


def test_forgetting_in_the_middle_leaves_nothing(ana, tutor, clock, database):
    ana.says("/exam quarter")
    ana.says("b")
    data = json.loads(ana.says("/export").replies[0].file.body)
    assert len(data["sitting"]) == 1
    assert data["sitting_answer"][0]["number"] == 1
    ana.says("/forget")
    ana.taps("Delete everything")
    assert counted(database, sitting) == counted(database, sitting_answer) == counted(database, round) == 0
    assert passes(tutor, clock, hours=3) == []


def test_a_result_for_somebody_who_blocked_us_is_kept_for_them(ana, tutor, clock, database):
    ana.says("/exam quarter")
    tutor.lose("test", "ana")
    clock.sleeps(hours=2)
    tutor.tick(clock.now, pulse=False)
    assert only_sitting(database).over
    assert ana.says("/exam results").facts["results"] == [[1, "quarter", 0, 25]]


def test_a_result_must_arrive(ana, tutor, clock):
    ana.says("/exam quarter")
    clock.sleeps(hours=2)
    tutor.tick(clock.now, pulse=False)
    (post,) = [one for one in tutor.take_posts(("test",), clock.now) if one.kind == "result"]
    clock.sleeps(minutes=6)  # whoever took it is gone
    tutor.tick(clock.now, pulse=False)
    assert [one.key for one in tutor.take_posts(("test",), clock.now)] == [post.key]
