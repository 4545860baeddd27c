"""A live quiz over the pipe: what each sees alone, what the room is told, by the pipe's own clock."""

import io
import json
from datetime import timedelta

from adapters.pipe import Clock, Pipe
from tests.conftest import NOON
from tests.telegram_world import on_sqlite


@on_sqlite  # on both stores so many answer in tests/test_games_many.py
def test_a_quiz_of_two_hundred(tutor):
    people = 200
    out = io.StringIO()
    pipe = Pipe(tutor, Clock(NOON, lambda: NOON), out)
    at = NOON

    def talk(*lines):
        out.seek(0)
        out.truncate()
        pipe.run([json.dumps({"room": "g"} | line if "from" in line else line) for line in lines])
        return [one for one in map(json.loads, out.getvalue().splitlines()) if "text" in one]

    def passes(seconds):
        nonlocal at
        at += timedelta(seconds=seconds)
        return talk({"now": at.isoformat()})

    names = [f"p{number}" for number in range(people)]
    (lobby,) = talk({"from": names[0], "text": "/quiz anatomy 3 20s"})
    join, start = (next(one["says"] for one in lobby["choices"] if one["label"] == label) for label in ("Join", "Start"))
    joined = talk(*({"from": name, "text": join} for name in names[1:5]))
    assert [one["to"] for one in joined] == names[1:5]
    talk({"from": names[0], "text": start})
    question = passes(3)[-1]
    assert (question["to"], question["room"]) == (None, "g")
    letters = [one["says"] for one in question["choices"][:4]]
    answered = {name: number % 4 for number, name in enumerate(names)}
    receipts = talk(*({"from": name, "text": letters[place]} for name, place in answered.items()))
    assert [one["to"] for one in receipts if one["private"]] == names
    assert not [one for one in receipts if not one["private"]]  # the count is shown at most every few seconds
    changed = talk(*({"from": name, "text": letters[3]} for name in (names[0], names[3])))  # one changes, one says the same again
    assert [words in one["text"] for words, one in zip(("Changed to D.", "stands."), changed, strict=True)] == [True, True]
    answered[names[0]] = 3
    reveal = next(one for one in passes(3) if "key" in one["facts"])
    assert reveal["facts"]["answered"] == people
    assert sum(reveal["facts"]["shares"]) == 100
    assert reveal["facts"]["right"] == sum(place == letters_key(tutor, question) for place in answered.values())
    duel = talk({"from": names[0], "name": "Ana", "text": "/duel @Ben anatomy"})[0]
    accept = duel["choices"][0]["says"]
    said = talk({"from": names[1], "name": "Cleo", "text": accept}, {"from": names[2], "name": "Ben", "text": accept})
    assert "is for @Ben" in said[0]["text"]
    assert "Ben accepts Ana's challenge" in said[1]["text"]


def letters_key(tutor, asked):
    """Tell which letter of a question is right, from 0."""
    name = next(about for about in asked["about"] if about.startswith("question/")).removeprefix("question/")
    found = tutor.library.questions[name]
    lines = [line[3:] for line in asked["text"].splitlines() if line[1:3] == "  " and line[0] in "ABCD"]
    return lines.index(found.options[found.key])
