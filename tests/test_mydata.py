"""All my data, and forget me."""

import json

from sqlalchemy import func, select

from bot.store import learners
from bot.store.tables import metadata
from tests.conftest import Person
from tests.crowd import Room


def _fill(person):
    person.says("/start")
    person.says("/board join Somebody")
    person.says("/settings exam 2027-06-01")
    person.says("/plan hours 10")
    person.says("/code fracture of femur")
    person.says("/plan hours 7")
    person.says("/ceu since 2026-05-01")
    person.says("/ceu add 2 webinar")
    person.says("/link")
    person.says("/quiz 2")
    person.answers()
    person.says("flag")
    person.says("/report guid-0001 unclear")
    person.says("/exam quarter")
    person.says("b")
    person.says("/class join AAAA-AAAA")
    teacher = Person(person.tutor, person.clock, f"teacher of {person.sender.user}")
    code = teacher.says("/class open Evening").facts["code"]
    teacher.says("/class assign anatomy 2 due friday")
    person.says(f"/class join {code} share")
    room = Room(person.tutor, person.clock, f"room of {person.sender.user}")
    member = room.member(person.sender.user)
    for said in ("/quiz 3", "/quiz start"):
        member.says(said)
    room.passes(3)
    member.answers()
    room.passes(2)
    member.says("/duel")
    member.says("/suggest")
    member.says("/quiz stop")
    room.passes(0)


def test_export_holds_everything_as_json(ana):
    _fill(ana)
    (reply,) = ana.says("/export").replies
    data = json.loads(reply.file.body)

    assert reply.private
    assert reply.file.name == "my-data.json"
    assert data["learner"][0]["exam_on"] == "2027-06-01"
    assert [one["title"] for one in data["classroom"]] == ["Evening"]
    assert "code" not in data["classroom"][0]
    assert len(data["report"]) == len(data["search"]) == len(data["game_answer"]) == 1
    assert len(data["attempt"]) == 2
    assert set(learners.tables_about_people()) <= set(data)


def test_export_of_a_stranger_is_empty(ana):
    (reply,) = ana.says("/export").replies
    assert "0 entries" in reply.text


def test_export_holds_nobody_elses_rows(ana, ben):
    _fill(ana)
    ben.says("/start")
    data = json.loads(ben.says("/export").replies[0].file.body)
    assert data["attempt"] == data["report"] == data["search"] == data["round"] == []


def test_forget_asks_once_and_deletes_everything(ana, ben, database):
    _fill(ana)
    _fill(ben)
    assert "cannot be undone" in ana.says("/forget")
    assert "deleted" in ana.taps("Delete everything")

    with database.reading() as connection:
        for name in learners.tables_about_people():
            table = metadata.tables[name]
            column = table.c.id if name == "learner" else table.c.learner_id
            assert connection.scalar(select(func.count()).select_from(table).where(column == 1)) == 0, name
            assert connection.scalar(select(func.count()).select_from(table).where(column == 3)) > 0 or name == "post", name
    assert "Nothing answered yet" in ana.says("/progress")


def test_forget_can_be_called_off(ana):
    _fill(ana)
    ana.says("/forget")
    assert "Nothing was deleted" in ana.taps("Keep it")
    assert "of 2 right" in ana.says("/progress")


def test_an_old_yes_deletes_nothing(ana, clock):
    _fill(ana)
    ana.says("/forget")
    old = ana.last
    clock.sleeps(days=3)
    ana.last = old
    assert "cannot be undone" in ana.taps("Delete everything")
    assert "of 2 right" in ana.says("/progress")


def test_a_stranger_has_nothing_to_forget(ana):
    assert "nothing to delete" in ana.says("/forget")


def test_after_forgetting_one_may_begin_anew(ana):
    _fill(ana)
    ana.says("/forget")
    ana.taps("Delete everything")
    assert "**Welcome.**" in ana.says("/start")


def test_what_cannot_be_exported_is_said(ana):
    said = ana.says("/export my cat")
    assert "can't export that" in said
    assert said.labels[:1] == ["All my data"]
    assert "Everything I keep about you" in ana.says("/export all")
