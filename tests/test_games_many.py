"""Many people in one room, many rooms at once, any order, any restart: nobody's answer is lost or counted twice."""

from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest
from sqlalchemy import func, select

from bot.store.grouptables import game_answer, game_player
from bot.tutor import Tutor
from tests.crowd import Room


@pytest.fixture
def tutor(database, library, codebook) -> Tutor:
    return Tutor(database, library, codebook, seed=7)


def test_two_hundred_people_answer_at_once(tutor, clock, database):
    room = Room(tutor, clock)
    people = room.members(200)
    people[0].says("/quiz 3 60s")
    people[0].says("/quiz start")
    room.passes(3)
    right, wrong = (room.button(room.letter(which), room.question()).says for which in (True, False))
    clock.sleeps(seconds=10)
    with ThreadPoolExecutor(8) as pool:
        said = [(one, right if number % 4 else wrong) for number, one in enumerate(people)]
        receipts = list(pool.map(lambda one: one[0].says(one[1])[0].text, [*said, *said[:40]]))  # some tap twice
    assert sum("You may change it once" in text for text in receipts) == 200
    assert sum("stands." in text for text in receipts) == 40
    (reveal,) = [reply for reply in room.passes(2) if "key" in reply.facts]
    assert (reveal.facts["answered"], reveal.facts["right"]) == (200, 150)
    assert "and 142 more (150 of 200)" in reveal.text
    with database.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(game_answer)) == 200
        assert connection.scalar(select(func.sum(game_player.c.score))) == 150 * 100


def test_forty_rooms_end_their_question_in_one_look(tutor, clock):
    first = Room(tutor, clock, "room0")
    rooms = [first, *(Room(tutor, clock, f"room{number}", beside=first) for number in range(1, 40))]
    for room in rooms:
        ana = room.member("ana" + room.name)
        ana.says("/quiz 3 10s")
        ana.says("/quiz start")
    first.passes(3)
    for number, room in enumerate(rooms):
        room.member("ana" + room.name).answers(right=number % 2 == 0)
    first.passes(2)
    assert [room.shown[-1].facts["right"] for room in rooms] == [1, 0] * 20
    first.passes(8)
    assert all("Question 2 of 3" in room.last.text for room in rooms)


def played(room, rebuilt=None, chance=None):
    """Play a quiz of three people by one script; each question is answered in an order of chance's making."""
    people = {name: room.member(name) for name in ("ana", "ben", "cleo")}

    def anew():
        if rebuilt:
            room.tutor = rebuilt()

    for name, said in (("ana", "/quiz anatomy 4 20s teams"), ("ben", "/quiz join"), ("cleo", "/quiz join"), ("ana", "/quiz start")):
        anew()
        people[name].says(said)
    room.passes(3)
    for number in range(4):
        order = list(people)
        (chance or Random(1)).shuffle(order)
        for name in order:
            anew()
            people[name].answers(right=(number + len(name)) % 3 != 0)
        for seconds in (1, 1, 5, 3):
            anew()
            room.passes(seconds)
    anew()
    room.passes(10)
    return room.last.text.split("\n\n", 1)[1]


def test_neither_a_restart_at_any_moment_nor_the_order_of_answers_changes_the_result(tutor, clock, database, library, codebook):
    first = Room(tutor, clock, "one")
    usual = played(first)
    assert "**Teams**" in usual
    again = played(Room(tutor, clock, "two", beside=first), lambda: Tutor(database, library, codebook, seed=7))
    assert again == usual
    for seed in (2, 3):
        assert played(Room(tutor, clock, f"order{seed}", beside=first), chance=Random(seed)) == usual
