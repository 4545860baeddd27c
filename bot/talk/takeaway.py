"""What somebody learned, to take away: all answers as a table, what they missed as an Anki deck."""

import csv
from io import StringIO
from zoneinfo import ZoneInfo

from bot.chat import Choice, File, Reply
from bot.library.exchange.draft import draft_of
from bot.store import history, rounds
from bot.turn import Turn

_COLUMNS = ("when", "round", "area", "question", "right", "your answer", "the answer", "seconds")
_MOST = 2000
"""Questions in a deck; the latest misses are in it."""

_DRILLS = 200
"""Drill items among them: each is made anew."""

_DRILL = "drill/"
_ALL = Choice("All my data", "/export all")


def answers(turn: Turn) -> list[Reply]:
    """Hand over all answers as CSV, for a spreadsheet."""
    given = list(history.answers(turn.desk.read, turn.learner.id)) if turn.learner.id else []
    if not given:
        return [Reply("Nothing is answered yet, so there is no table.", (Choice("Five questions", "/quiz"), _ALL))]
    out = StringIO()
    table = csv.writer(out)
    table.writerow(_COLUMNS)
    zone = ZoneInfo(turn.learner.zone)
    for one in given:
        question = turn.library.questions.get(one.question)
        words = (question.options[one.chosen], question.options[question.key]) if question else ("", "")
        when = one.at.astimezone(zone).strftime("%Y-%m-%d %H:%M:%S")
        seconds = "" if one.seconds is None else one.seconds
        table.writerow((when, one.kind, one.area, one.question, "yes" if one.correct else "no", *map(as_cell, words), seconds))
    file = File("my-answers.csv", "text/csv", "\ufeff".encode() + out.getvalue().encode())  # spreadsheets look for the mark
    text = f"Your {len(given):,} {'answer' if len(given) == 1 else 'answers'} as a table, times as on your clock ({turn.learner.zone})."
    return [Reply(text, (Choice("My misses for Anki", "/export anki"), _ALL), file=file, private=True, about=("export/csv",))]


def as_cell(words: str) -> str:
    """Keep a spreadsheet from reading words as a formula."""
    return f"'{words}" if words[:1] in ("=", "+", "-", "@") else words


def deck(turn: Turn) -> list[Reply]:
    """Hand over the questions that were missed last time as an Anki deck."""
    missed = rounds.missed(turn.desk.read, turn.learner.id) if turn.learner.id else []
    drills = [name for name in missed if name.startswith(_DRILL)][:_DRILLS]
    chosen = [name for name in missed if not name.startswith(_DRILL) or name in set(drills)][:_MOST]
    found = [question for question in map(turn.question, chosen) if question is not None]
    if not found:
        return [Reply("There is nothing you missed, so there is no deck.", (Choice("Five questions", "/quiz"), _ALL))]
    from bot.library.exchange.anki import deck as packed

    notes = {case.id: case.note for case in turn.library.cases.values()}
    drafts = [draft_of(question, notes.get(question.case or "", "")) for question in found]
    file = File("my-misses.apkg", "application/octet-stream", packed(drafts, "Coding tutor: my misses", turn.now))
    count = f"{len(found):,} {'question' if len(found) == 1 else 'questions'}"
    text = (
        f"{count} that you missed last time, as a deck for Anki, each with its reasons and source. Take it again whenever you like: "
        "what is in it already is brought up to date and keeps its schedule."
    )
    choices = (Choice("Practise them here", "/review"), Choice("My answers as a table", "/export csv"), _ALL)
    return [Reply(text, choices, file=file, private=True, about=("export/anki",), facts={"questions": len(found)})]
