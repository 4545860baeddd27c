"""All my data, and forget me."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.chat import Choice, File, Reply
from bot.store import learners
from bot.talk import takeaway
from bot.turn import Turn

_CONFIRM_WITHIN = timedelta(hours=1)


_ALL = Choice("All my data", "/export")
_PARTS = (Choice("My answers as a table", "/export csv"), Choice("My misses for Anki", "/export anki"))


def export(turn: Turn) -> list[Reply]:
    """Hand over everything kept about the learner, as JSON: ``/export``; ``/export csv`` only answers, ``/export anki`` misses."""
    wanted = turn.words.strip().lower()
    if wanted in ("csv", "table", "answers"):
        return takeaway.answers(turn)
    if wanted in ("anki", "misses", "deck"):
        return takeaway.deck(turn)
    if wanted not in ("", "json", "all", "everything"):
        return [Reply("I can't export that. There are three files: all my data, my answers, my misses.", (_ALL, *_PARTS), private=True)]
    found = learners.everything(turn.desk.read, turn.learner.id) if turn.learner.id else {}
    body = as_json(found, turn.now).encode()
    rows = sum(len(table) for table in found.values())
    text = f"Everything I keep about you, in one file (JSON): {rows:,} {'entry' if rows == 1 else 'entries'}. /forget deletes it."
    file = File("my-data.json", "application/json", body)
    return [Reply(text, (*_PARTS, Choice("Settings", "/settings")), file=file, private=True)]


def as_json(found: Mapping[str, object], now: datetime) -> str:
    """Write everything that is kept about a person as JSON."""
    document = {"exported_at": now, "about": "Everything this tutor keeps about you, by table.", **found}
    return json.dumps(document, default=_plain, ensure_ascii=False, indent=1)


def _plain(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no JSON form")


def forget(turn: Turn) -> list[Reply]:
    """Ask once, then delete everything: ``/forget``, ``/forget yes WHEN``, ``/forget no``."""
    answer, _, asked = turn.words.strip().partition(" ")
    if turn.learner.id is None:
        return [Reply("I keep nothing about you, so there is nothing to delete.", (Choice("What can you do?", "/help"),))]
    if answer == "no":
        return [Reply("Nothing was deleted.", (Choice("Today's question", "/daily"),))]
    if answer == "yes" and _just_asked(asked, turn.now):
        learners.forget(turn.desk.write, turn.learner.id, turn.update)
        turn.learner = replace(turn.learner, id=None)
        return [Reply("Done: all I kept about you is deleted. /start begins anew whenever you like.", private=True)]
    text = (
        "This deletes **everything**: settings, streak, every answer, reports, searches. It cannot be undone. "
        "/export gives you a copy first."
    )
    choices = (
        Choice("Delete everything", f"/forget yes {int(turn.now.timestamp())}"),
        Choice("Keep it", "/forget no"),
        Choice("A copy first", "/export"),
    )
    return [Reply(text, choices, private=True)]


def _just_asked(typed: str, now: datetime) -> bool:
    """Say whether the question that a "yes" answers was put within the hour: an old button deletes nothing."""
    if not (typed.isdecimal() and len(typed) < 12):
        return False
    return timedelta(0) <= now - datetime.fromtimestamp(int(typed), UTC) <= _CONFIRM_WITHIN
