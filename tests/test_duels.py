"""Duels: the same five questions, each in their own time."""

from datetime import timedelta

import pytest

from bot.tutor import Tutor
from tests.conftest import Answer, Person
from tests.crowd import Room


@pytest.fixture
def tutor(database, library, codebook) -> Tutor:
    return Tutor(database, library, codebook, seed=7)


@pytest.fixture
def room(tutor, clock):
    return Room(tutor, clock)


def plays(room, name, rights):
    """Answer one's questions in private, so many of them rightly."""
    private = Person(room.tutor, room.clock, name)
    asked = []
    private.last = Answer(room.member(name).says(room.button("Play").says))
    assert all(reply.private for reply in private.last.replies)
    for number in range(5):
        asked.append(private.last.about[0])
        private.answers(right=number < rights)
        if "Next" in private.last.labels:
            private.taps("Next")
    assert "Round done" in private.last
    return asked


def test_a_duel(room):
    ana, ben, cleo = (room.member(name) for name in ("ana", "ben", "cleo"))
    assert "Ana challenges you" in ana.says("/duel anatomy")[0].text
    assert "not in that duel" in cleo.taps("Play").text
    assert "already" in ana.taps("Accept").text
    assert "Ben accepts Ana's challenge" in ben.taps("Accept").text
    assert "quicker" in cleo.taps("Accept", on=room.shown[0]).text
    hers = plays(room, "ana", 3)
    assert room.passes(60) == []
    assert "You are done: 3 of 5 right" in ana.taps("Play").text
    assert plays(room, "ben", 4) == hers
    (result,) = room.passes(30)
    assert result.text == "**Ben wins the duel.** Ben 4 of 5 · Ana 3 of 5"
    assert "over" in ben.taps("Play").text
    assert room.passes(3600) == []


def test_a_duel_that_is_not_finished_counts_as_it_stands(room):
    ana, ben = room.member("ana"), room.member("ben")
    ana.says("/duel")
    ben.taps("Accept")
    plays(room, "ana", 2)
    (result,) = [reply for reply in room.passes(timedelta(days=3).total_seconds()) if "duel" in reply.text]
    assert "Ana wins the duel" in result.text
    assert "Ben 0 of 5, not finished" in result.text


def test_nobody_accepts(room):
    room.member("ana").says("/duel")
    assert "Nobody accepted" in room.passes(timedelta(days=3).total_seconds())[-1].text


def test_words_that_mean_nothing(room, tutor, clock):
    ana = room.member("ana")
    assert "don't know that area" in ana.says("/duel astrology")[0].text
    for said in ("/duel 9 accept", "/duel 9 play"):
        assert "not one of this chat" in ana.says(said)[0].text
    assert "begins in a group chat" in Person(tutor, clock, "ana").says("/duel")
