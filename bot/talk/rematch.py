"""After a live quiz: what was missed comes again, and a report as a picture and as a table."""

import csv
from dataclasses import replace
from io import StringIO
from typing import Any

from bot.chat import Choice, File, Reply
from bot.library.own import OWN
from bot.library.question import LETTERS
from bot.pictures.chart import Bar, BarChart
from bot.store import games
from bot.store.games import Game, Given
from bot.store.rounds import Step
from bot.talk import lobby, scoreboard
from bot.turn import Turn

_MOST = 20
_PASSES = 70
"""Percent right that the exam asks for."""


def once_more(turn: Turn) -> list[Reply]:
    """Ask a room again what was missed in its last quiz: ``/misses``."""
    assert turn.sender.room is not None
    here = (turn.sender.platform, turn.sender.room, turn.sender.thread or "")
    if games.open_in(turn.desk.read, *here) is not None:
        return [Reply("A quiz is on here. When it is over, /misses brings back what was missed.", private=True)]
    if said := lobby.refusal(turn):
        return [Reply(said, private=True)]
    last = games.last_in(turn.desk.read, *here)
    if last is None:
        return [Reply("There was no quiz here yet. /quiz opens one.", (Choice("Open one", "/quiz"),))]
    steps = _missed(turn, last)
    if not steps:
        return [Reply("Nobody missed anything in the last quiz.", (Choice("Another one", "/quiz"),))]
    wish: dict[str, Any] = {"area": last.area, "level": None, "size": len(steps), "pace": last.pace, "typed": last.typed}
    host = turn.enrolled()
    due = turn.now + lobby.LASTS
    new = games.open_lobby(turn.desk.write, *here, turn.now, host_id=host, due_at=due, **wish, speed=last.speed, teams=last.teams)
    if new is None:
        return []
    new = games.change(turn.desk.write, new, plan=steps)
    lobby.take_in(turn, new)
    shown = lobby.show(turn, new)
    return [replace(shown, text=f"**Once more: what was missed last time**\n\n{shown.text}")]


def _missed(turn: Turn, of: Game) -> tuple[Step, ...]:
    """List what somebody missed in a game, what most missed first."""
    wrong: dict[int, int] = {}
    for one in games.all_answers(turn.desk.read, of.id):
        if one.number <= of.number:
            wrong[one.number] = wrong.get(one.number, 0) + (not one.correct)
    numbers = sorted((number for number, count in wrong.items() if count), key=lambda number: (-wrong[number], number))
    names = [of.plan[number - 1].question for number in numbers]
    there = [name for name in names if name in turn.library.practice or (name.startswith(OWN) and turn.question(name))][:_MOST]
    return tuple(Step(name, tuple(turn.chance.sample(range(4), 4))) for name in there)


def report(turn: Turn, of: Game) -> list[Reply]:
    """Give a report on a quiz that is over: a picture of what was right, and a table for a spreadsheet. It names nobody."""
    by_number: dict[int, list[Given]] = {}
    for one in games.all_answers(turn.desk.read, of.id):
        if one.number <= of.number:
            by_number.setdefault(one.number, []).append(one)
    if of.state != "over" or not by_number:
        return [Reply("There is nothing to report: the quiz is still on, or nobody answered.", private=True)]
    bars = []
    for number, given in sorted(by_number.items()):
        question = turn.question(of.plan[number - 1].question)
        label = f"{number}  {turn.library.areas[question.area].title.split(' (')[0]}" if question else str(number)
        bars.append(Bar(label, sum(one.correct for one in given), len(given)))
    chart = BarChart("Right answers, question by question", tuple(bars), _PASSES, "what the exam asks for")
    right, answered = sum(bar.part for bar in bars), sum(bar.whole for bar in bars)
    text = f"**Report** · {scoreboard.title(turn.library, of)}\n\n{right} of {answered} answers right."
    name = f"quiz-{of.id}.csv"
    return [
        Reply(text, (Choice("What we missed", "/misses"),), about=(f"game/{of.id}",), chart=chart),
        Reply("The same as a table.", file=File(name, "text/csv", _table(turn, of, by_number).encode())),
    ]


def _table(turn: Turn, of: Game, by_number: dict[int, list[Given]]) -> str:
    written = StringIO()
    table = csv.writer(written)
    table.writerow(["number", "question", "area", "answered", "right", "key", *LETTERS, "none of them"])
    for number, given in sorted(by_number.items()):
        step = of.plan[number - 1]
        question = turn.question(step.question)
        counts = [sum(one.chosen == place for one in given) for place in (*step.order, None)]
        key = LETTERS[step.order.index(question.key)] if question else ""
        about = [number, step.question, question.area if question else "", len(given), sum(one.correct for one in given), key]
        table.writerow([*about, *counts])
    return written.getvalue()
