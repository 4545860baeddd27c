"""A room that gets another id: every row that names it moves, in every table there is."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Boolean, Date, Integer, insert, select

from bot.chat import Incoming, Reply, Sender
from bot.store import rooms
from bot.store.tables import Utc, account, inbox, learner, post, slot
from tests.conftest import NOON


def filled(connection, table, number, **given):
    """Insert a row with something in every column that must have it."""
    values = {}
    for column in table.columns:
        if column.name in given or (column.nullable and column.name != "address") or column.server_default is not None:
            continue
        if column.primary_key and column.autoincrement is True:
            continue
        kind = column.type
        if isinstance(kind, Utc):
            values[column.name] = NOON
        elif isinstance(kind, Date):
            values[column.name] = date(2026, 11, 23)
        elif isinstance(kind, Boolean):
            values[column.name] = False
        elif isinstance(kind, Integer):
            values[column.name] = number
        elif column.name in ("address", "reply", "plan", "codes"):
            values[column.name] = {"chat": -5}
        else:
            values[column.name] = f"{column.name}{number}"
    connection.execute(insert(table).values(values | given))


@pytest.mark.parametrize("table", rooms.naming("room"), ids=lambda table: table.name)
def test_every_table_that_names_a_room(database, table):
    once = {column.name for column in table.primary_key} == {"platform", "room"}
    with database.writing() as connection:
        for number, (platform, room) in enumerate([("telegram", "-5"), ("telegram", "-5"), ("telegram", "-6"), ("discord", "-5")], 1):
            filled(connection, learner, number, id=number)
            if once and number == 2:
                continue
            filled(connection, table, number, platform=platform, room=room)
        rooms.move(connection, "telegram", "-5", "-7", dict)
        found = sorted(connection.execute(select(table.c.platform, table.c.room)).all())
    moved = [("telegram", "-7")] * (1 if once else 2)
    assert [tuple(row) for row in found] == [("discord", "-5"), ("telegram", "-6"), *moved]


def test_rooms_are_named_in_the_inbox_and_the_outbox():
    assert {inbox, post} <= set(rooms.naming("room"))
    assert {account, inbox, post} <= set(rooms.naming("user"))


def test_what_waits_gets_its_new_address_and_the_messages_of_the_old_room_hold_nothing(database, tutor):
    tutor.keep([Incoming(Sender("telegram", "1", room="-5"), "/help", NOON, "7", {"chat": -5, "message": 3})])
    tutor.fill_slot("telegram", "-5", "board", "12", NOON)
    tutor.fill_slot("telegram", "-6", "board", "13", NOON)
    assert tutor.move_room("telegram", "-5", "-7", lambda address: {"chat": -7, "was": address["message"]}) == 1
    ((incoming, _replies),) = tutor.unfinished("telegram")
    assert (incoming.sender.room, dict(incoming.address)) == ("-7", {"chat": -7, "was": 3})
    with database.reading() as connection:
        assert connection.execute(select(slot.c.chat)).scalars().all() == ["-6"]
    assert tutor.move_room("telegram", "-5", "-7", dict) == 0  # told twice


def test_who_wrote_in_the_name_of_the_group_is_the_same_afterwards(tutor):
    group = Sender("telegram", "-5")
    tutor.handle(Incoming(group, "/settings zone America/Chicago", NOON))
    tutor.move_room("telegram", "-5", "-7", dict)
    assert "America/Chicago" in tutor.handle(Incoming(Sender("telegram", "-7"), "/settings", NOON + timedelta(minutes=1)))[0].text
    assert not tutor.knows(group)


def test_a_row_that_the_new_room_has_already_stays_as_it_is(tutor):
    for user, zone in (("-5", "America/Chicago"), ("-7", "Asia/Manila")):
        tutor.handle(Incoming(Sender("telegram", user), f"/settings zone {zone}", NOON))
    tutor.move_room("telegram", "-5", "-7", dict)
    assert "Asia/Manila" in tutor.handle(Incoming(Sender("telegram", "-7"), "/settings", NOON))[0].text


def test_an_answer_that_is_known_is_kept_with_its_question(tutor):
    incoming = Incoming(Sender("telegram", "1"), "/code", NOON, "7", {"chat": 1})
    assert tutor.keep([incoming], [[Reply("Which code?")]]) == [True]
    assert tutor.keep([incoming], [[Reply("Which code?")]]) == [False]
    ((_incoming, replies),) = tutor.unfinished("telegram")
    assert [reply.text for reply in replies] == ["Which code?"]
