"""A live quiz over the pipe: what each sees alone, what the room is told, by the pipe's own clock."""

import io
import json
from datetime import timedelta

import pytest

from adapters.pipe import Clock, Pipe
from tests.conftest import NOON


@pytest.mark.parametrize("people", [5, 60])
def test_a_quiz_of_many(tutor, people):
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
    joined = talk(*({"from": name, "text": join} for name in names[1:]))
    assert [one["to"] for one in joined] == names[1:]
    talk({"from": names[0], "text": start})
    question = passes(3)[-1]
    assert (question["to"], question["room"]) == (None, "g")
    letters = [one["says"] for one in question["choices"][:4]]
    receipts = talk(*({"from": name, "text": letters[number % 4]} for number, name in enumerate(names)))
    assert [one["to"] for one in receipts if one["private"]] == names
    reveal = next(one for one in passes(3) if "key" in one["facts"])
    assert reveal["facts"]["answered"] == people
    assert sum(reveal["facts"]["shares"]) == 100
    right = [name for number, name in enumerate(names) if number % 4 == letters_key(tutor, question)]
    assert reveal["facts"]["right"] == len(right)


def letters_key(tutor, asked):
    """Tell which letter of a question is right, from 0."""
    name = next(about for about in asked["about"] if about.startswith("question/")).removeprefix("question/")
    found = tutor.library.questions[name]
    lines = [line[3:] for line in asked["text"].splitlines() if line[1:3] == "  " and line[0] in "ABCD"]
    return lines.index(found.options[found.key])
