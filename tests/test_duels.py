"""Duels: the same five questions, each in their own time."""

from datetime import timedelta

import pytest

from bot import chat
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


BEN = chat.Person("ben", "Ben")


@pytest.mark.parametrize("named", ["platform", "id", "handle"])
def test_who_is_named_decides_alone(room, named):
    ana, ben, cleo = room.member("ana"), room.member("ben", handle="Benny" if named == "handle" else ""), room.member("cleo")
    words = {"platform": "/duel anatomy", "id": "/duel @Ben anatomy", "handle": "/duel anatomy @benny"}[named]
    (challenge,) = ana.says(words, whom=BEN if named == "platform" else None)
    rival = {"platform": "Ben", "id": "@Ben", "handle": "@benny"}[named]
    assert challenge.text.startswith(f"**Ana challenges {rival}** · 5 questions, Anatomy")
    assert challenge.calls == (BEN if named == "platform" else None)
    for label in ("Accept", "Decline"):
        assert f"is for {rival}" in cleo.taps(label).text
    assert "Only who challenged" in cleo.taps("Withdraw").text
    assert "Tap Accept first" in ben.taps("Play").text
    assert "Ben accepts Ana's challenge" in ben.taps("Accept").text
    for one, label in ((ben, "Decline"), (ana, "Withdraw")):
        assert "accepted already" in one.taps(label, on=challenge).text
    assert "in that duel already" in ben.taps("Accept", on=challenge).text
    assert plays(room, "ana", 3) == plays(room, "ben", 2)
    assert room.passes(30)[-1].text == "**Ana wins the duel.** Ana 3 of 5 · Ben 2 of 5"


def test_a_challenge_is_declined(room):
    room.member("ana").says("/duel", whom=BEN)
    declined = room.member("ben").taps("Decline")
    assert (declined.text, declined.replaces, declined.private) == ("Ben declined Ana's challenge.", True, False)
    for name, label in (("ben", "Accept"), ("ana", "Play"), ("ana", "Withdraw")):
        assert "That duel is over" in room.member(name).taps(label, on=room.shown[0]).text
    assert not [one for one in room.passes(timedelta(days=4).total_seconds()) if "duel" in "".join(one.about)]


@pytest.mark.parametrize(("who", "manager"), [("ana", False), ("mia", True)])
def test_a_challenge_is_withdrawn(room, who, manager):
    room.member("ana").says("/duel", whom=BEN)
    assert room.member(who, manager).taps("Withdraw").text == "The challenge was withdrawn."
    assert "That duel is over" in room.member("ben").taps("Accept", on=room.shown[0]).text


def test_who_is_named_does_nothing(room):
    room.member("ana").says("/duel", whom=BEN)
    assert room.passes(timedelta(days=3).total_seconds())[-1].text == "Ben did not accept the challenge in three days."


def test_an_open_challenge_is_nobodys_to_decline(room):
    opened = room.member("ana").says("/duel")[0]
    assert [choice.label for choice in opened.choices] == ["Accept", "Play"]
    number = opened.about[0].removeprefix("duel/")
    assert "for whoever likes" in room.member("ben").says(f"/duel {number} decline")[0].text


def test_who_cannot_be_challenged(room, tutor, clock):
    ana = room.member("ana", handle="anna")
    for words, whom in (("/duel", chat.Person("ana", "Ana")), ("/duel @ANNA", None), ("/duel @ana", None)):
        assert "cannot challenge yourself" in ana.says(words, whom=whom)[0].text
    assert "A bot plays no duels" in ana.says("/duel", whom=chat.Person("7", "Robot", bot=True))[0].text
    ana.says("/duel", whom=BEN)
    number = room.last.about[0].removeprefix("duel/")
    for word in ("decline", "withdraw"):
        assert "in the group" in Person(tutor, clock, "ben").says(f"/duel {number} {word}")


def test_who_forgets_all_is_named_no_more(room, tutor, clock):
    ben = room.member("ben")
    ben.says("/duel")
    room.member("ana").says("/duel", whom=BEN)
    alone = Person(tutor, clock, "ben")
    alone.says("/forget")
    alone.taps("Delete")
    assert "not one of this chat" in ben.taps("Decline").text


def test_whom_a_command_names_is_kept_until_it_is_answered(room, tutor):
    """A process may die in between; the next one answers the same."""
    ana = room.member("ana")
    tutor.keep([chat.Incoming(ana.sender, "/duel anatomy", room.clock.now, "u1", whom=BEN)])
    ((kept, replies),) = tutor.unfinished("test")
    assert (kept.whom, kept.sender, replies) == (BEN, ana.sender, None)
    (challenge,) = tutor.handle(kept)
    ((kept, replies),) = tutor.unfinished("test")
    assert replies == [challenge]
    tutor.shown([kept])
    assert tutor.unfinished("test") == []
