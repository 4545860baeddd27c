"""A show of hands: taps in live quizzes that are answered together say and write what they would have alone."""

import asyncio
from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import select, update

from adapters.reception import Reception
from bot.chat import Incoming, Sender
from bot.store.grouptables import game, game_answer, game_player
from bot.store.tables import account, inbox
from bot.tutor import Tutor
from tests.crowd import Room
from tests.test_reception import Square


@pytest.fixture
def tutor(database, library, codebook) -> Tutor:
    return Tutor(database, library, codebook, seed=3)


def playing(tutor, clock, name, options="", people=6):
    """A room in the middle of a question, with people in it and one who has left."""
    room = Room(tutor, clock, name)
    members = [room.member(f"{name}{number}") for number in range(people)]
    members[0].says(f"/quiz anatomy 4 20s {options}")
    for one in members[1:]:
        one.says("/quiz join")
    members[0].says("/quiz start")
    room.passes(3)
    members[-1].says("/quiz leave")
    return room, members


def number_of(room):
    return int(room.question().choices[0].says.split()[1])


def script(chance, count=60):
    """Who says what, how long before it is read: plain taps mostly, and all that may come among them."""
    steps = []
    for _ in range(count):
        who = chance.randrange(8)  # 0 to 4 play, 5 has left, 6 and 7 never were there
        words = chance.choices(
            ["{game} 1 " + chance.choice("ABCD"), "{game} 2 A", "{game} 1 E", "{game} 1", "{game} me", "999999 1 A", "x"],
            [30, 2, 1, 1, 1, 1, 1],
        )[0]
        steps.append((who, f"/game {words}", chance.choice([0.0, 1.0, 2.0])))
    return steps


def written(database, room, names):
    """What stands in the store about the game of a room, people by their place."""
    with database.reading() as connection:
        of = connection.execute(select(game).where(game.c.room == room)).one()
        users = {row.learner_id: names.index(row.user) for row in connection.execute(select(account)) if row.user in names}
        rows = connection.execute(select(game_answer).where(game_answer.c.game_id == of.id)).all()
        players = connection.execute(select(game_player).where(game_player.c.game_id == of.id)).all()
    answers = sorted((users[row.learner_id], row.number, row.chosen, row.correct, row.points, row.elapsed, row.changed) for row in rows)
    there = sorted((users[row.learner_id], row.left_at is None, row.worth) for row in players)
    return answers, there, (of.players, of.answered, of.state)  # when it is due follows the order, which is free among people


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("options", ["", "speed", "handicap"])
def test_answered_together_is_answered_as_alone(tutor, clock, database, seed, options):
    alone, _ = playing(tutor, clock, "a", options)
    many, _ = playing(tutor, clock, "m", options)
    with database.writing() as connection:  # the same question at the same moment in both
        row = connection.execute(select(game).where(game.c.room == "a")).one()
        same = {name: getattr(row, name) for name in ("plan", "opened_at", "due_at", "counted_at", "count_at", "wake_at", "created_at")}
        connection.execute(update(game).where(game.c.room == "m").values(**same))
    chance = Random(seed)
    steps = script(chance)
    clock.sleeps(seconds=3)

    def message(room, place):
        who, words, after = steps[place]
        sender = Sender("test", f"{room.name}{who}", f"N{who}", room.name)
        text = words.replace("{game}", str(number_of(room)))
        return Incoming(sender, text, clock.now - timedelta(seconds=after), f"{room.name}-{place}")

    def handled(one):
        return [reply.text for reply in tutor.handle(one)]

    singly = []
    for place in range(len(steps)):
        one = message(alone, place)
        assert tutor.keep([one]) == [True]
        singly.append(handled(one))
    together, at_once, place = [], 0, 0
    while place < len(steps):
        lot = [message(many, number) for number in range(place, min(place + chance.randint(1, 25), len(steps)))]
        for one, (new, replies) in zip(lot, tutor.take_in(lot, [None] * len(lot), [True] * len(lot)), strict=True):
            assert new
            at_once += replies is not None
            together.append([reply.text for reply in replies] if replies is not None else handled(one))
        place += len(lot)
    game_a, game_m = str(number_of(alone)), str(number_of(many))
    assert [[text.replace(game_m, game_a) for text in said] for said in together] == singly
    assert written(database, "m", [f"m{n}" for n in range(8)]) == written(database, "a", [f"a{n}" for n in range(8)])
    assert at_once > len(steps) // 3


def test_an_update_twice_in_a_lot_counts_once(tutor, clock, database):
    room, members = playing(tutor, clock, "a")
    says = room.button("A", room.question()).says
    tap = Incoming(members[1].sender, says, clock.now, "7")
    (first, said), (second, nothing) = tutor.take_in([tap, tap], [None, None], [True, True])
    assert (first, second) == (True, False)
    assert nothing is None
    assert said[0].text.startswith("A it is.")
    assert tutor.take_in([tap], [None], [True]) == [(False, None)]
    assert [reply.text for reply in tutor.handle(tap)] == [said[0].text]  # whoever asks again is told the same


def test_nobody_overtakes_themselves(tutor, clock):
    room, members = playing(tutor, clock, "a")
    of = number_of(room)
    lot = [Incoming(members[1].sender, text, clock.now, str(place)) for place, text in enumerate(["/quiz leave", f"/game {of} 1 B"])]
    assert [replies for _new, replies in tutor.take_in(lot, [None, None], [True, True])] == [None, None]
    waiting = Incoming(members[2].sender, f"/game {of} 1 B", clock.now, "9")
    assert tutor.take_in([waiting], [None], [False]) == [(True, None)]


def test_what_another_process_kept_is_answered_together_once(tutor, clock, database):
    room, members = playing(tutor, clock, "a")
    of = number_of(room)
    taps = [Incoming(one.sender, f"/game {of} 1 B", clock.now, str(place)) for place, one in enumerate(members[:4])]
    tutor.keep(taps)
    tutor.handle(taps[2])
    said = tutor.answer_together(taps)
    assert [bool(replies) for replies in said] == [True, True, False, True]
    with database.reading() as connection:
        assert connection.execute(select(inbox.c.state)).scalars().all() == ["answered"] * 4
        assert len(connection.execute(select(game_answer)).all()) == 4


async def test_a_room_that_taps_at_once_is_answered_in_the_transaction_that_keeps_it(tutor, clock, database):
    square = Square()
    square.platform = "test"
    reception = Reception(tutor, lambda: clock.now)
    room, members = playing(tutor, clock, "a", people=30)
    of = number_of(room)
    handled = []
    handle = tutor.handle
    tutor.handle = lambda incoming: handled.append(incoming) or handle(incoming)
    taps = [Incoming(one.sender, f"/game {of} 1 B", clock.now, str(place)) for place, one in enumerate(members[:-1])]
    square.gate.clear()  # nothing is shown yet, so a second tap stands behind the first one's receipt
    await asyncio.gather(*(reception.receive(square, one) for one in taps))
    again = Incoming(members[0].sender, f"/game {of} 1 C", clock.now, "again")
    await reception.receive(square, again)
    assert not handled
    square.gate.set()
    assert await reception.drain(20)
    assert handled == [again]
    mine = [text for user, text in square.seen if user == members[0].sender.user]
    assert [text.split(".")[0] for text in mine] == ["B it is", "Changed to C"]
    assert len(square.seen) == len(taps) + 1
    reception.close()
    with database.reading() as connection:
        assert set(connection.execute(select(inbox.c.state)).scalars()) == {"shown"}


async def test_a_fault_of_ours_leaves_each_to_be_answered_alone(tutor, clock, monkeypatch):
    square = Square()
    square.platform = "test"
    reception = Reception(tutor, lambda: clock.now)
    room, members = playing(tutor, clock, "a")
    of = number_of(room)
    monkeypatch.setattr("bot.talk.hands.raised", lambda *_: 1 / 0)
    await asyncio.gather(
        *(reception.receive(square, Incoming(one.sender, f"/game {of} 1 B", clock.now, one.sender.user)) for one in members[:-1])
    )
    assert await reception.drain(20)
    assert len([text for _user, text in square.seen if text.startswith("B it is")]) == len(members) - 1
    reception.close()
