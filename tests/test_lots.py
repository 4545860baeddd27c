"""Lots: messages of several people that are answered in one transaction get what each would get alone."""

import re

from sqlalchemy import func, select

from adapters.messenger import SORRY, answer_many
from bot.chat import Incoming, Reply, Sender
from bot.store.tables import attempt
from bot.tutor import Tutor


class Hall:
    """People whose messages are kept first and then answered, one alone or several at once."""

    def __init__(self, tutor: Tutor, clock) -> None:
        self.tutor, self.clock, self.count = tutor, clock, 0

    def message(self, user: str, text: str, platform: str = "square", room: str | None = None) -> Incoming:
        self.count += 1
        self.clock.sleeps(seconds=1)
        made = Incoming(Sender(platform, user, room=room), text, self.clock.now, str(self.count), {"chat": user})
        self.tutor.keep([made])
        return made

    def says(self, user: str, text: str, platform: str = "square") -> list[Reply]:
        return self.tutor.handle(self.message(user, text, platform))

    def lot(self, *said: tuple[str, ...]) -> list[str]:
        replies = answer_many(self.tutor, [self.message(*one) for one in said])
        return ["\n".join(reply.text for reply in of) for of in replies]


def answers(database) -> int:
    with database.reading() as connection:
        return connection.execute(select(func.count()).select_from(attempt)).scalar_one()


def option(replies: list[Reply], label: str = "B") -> str:
    return next(choice.says for choice in replies[-1].choices if choice.label == label)


def test_everybody_gets_what_they_would_get_alone(tutor, clock, database):
    hall = Hall(tutor, clock)
    said = ("/start", "E11.21", "what is the passing score", "heart attack", "/settings goal 3", "my chest hurts and I can't breathe")
    alone = ["\n".join(reply.text for reply in hall.says(f"alone{number}", text)) for number, text in enumerate(said)]
    assert hall.lot(*((f"many{number}", text) for number, text in enumerate(said))) == alone
    assert tutor.unfinished("square") != []  # answered, and not shown yet
    assert all(replies is not None for _message, replies in tutor.unfinished("square"))


def test_a_bug_takes_effect_on_its_own_message_only(tutor, clock, database, monkeypatch):
    from bot.tutor import understand

    def broken(turn, text):
        if text == "boom":
            turn.change(goal=9)
            raise RuntimeError("a bug")
        return understand(turn, text)

    monkeypatch.setattr("bot.tutor.understand", broken)
    hall = Hall(tutor, clock)
    tap = option(hall.says("ana", "/quiz"))
    hall.says("ben", "/start")
    told = hall.lot(("ana", tap), ("ben", "boom"), ("eve", "E11.21"))
    assert told[0].startswith(("**Right.", "**Wrong."))
    assert told[1] == SORRY.text
    assert told[2].startswith("**E11.21**")
    assert answers(database) == 1
    assert "Goal: 1 a day" in hall.says("ben", "/settings")[0].text


def test_who_speaks_twice_is_known_as_the_first_message_left_them(tutor, clock):
    hall = Hall(tutor, clock)
    hall.says("ana", "/start")
    told = hall.lot(("ana", "/settings goal 3"), ("ben", "/start"), ("ana", "/settings"))
    assert "Goal: 3 a day" in told[2]
    told = hall.lot(("new", "/quiz"), ("new", "a"))  # nobody knew them before
    assert told[1].startswith(("**Right.", "**Wrong."))


def test_one_learner_on_two_platforms_is_one_learner_in_a_lot_too(tutor, clock):
    hall = Hall(tutor, clock)
    hall.says("ana", "/start")
    hall.says("ana2", "/start", "circle")
    asked = hall.says("ana2", re.search(r"/link \S{9}(?=`)", hall.says("ana", "/link")[0].text)[0], "circle")
    assert "Joined" in hall.says("ana2", asked[0].choices[0].says, "circle")[0].text
    told = hall.lot(("ana", "/settings goal 4"), ("ana2", "/settings", "circle"))
    assert "Goal: 4 a day" in told[1]


def test_what_another_process_has_answered_is_not_answered_again(tutor, clock, database):
    hall = Hall(tutor, clock)
    tap = option(hall.says("ana", "/quiz"))
    twice, other = hall.message("ana", tap), hall.message("ben", "E11.21")
    first = tutor.handle(twice)
    again, fresh = answer_many(tutor, [twice, other])
    assert [reply.text for reply in again] == [reply.text for reply in first]
    assert fresh[0].text.startswith("**E11.21**")
    assert answers(database) == 1
