"""Look after the questions in use: set aside those whose best learners fail, and grade again where a key was corrected.

Both are done once a day, and at every start, where something was deployed. The key that a question had when it was last looked at is
kept; where another of its options is the key now, everybody's answer to it is graded again, and they are told.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import blake2b
from itertools import groupby

from bot.chat import Choice, Reply, as_row
from bot.learning.difficulty import ENOUGH, learned
from bot.learning.items import Answered, Figures, figures
from bot.library.question import Question
from bot.library.shelf import Library
from bot.store import abilities, items, learners, posts
from bot.store.database import Database
from bot.store.posts import Lane
from bot.talk import cards

_OF_USE = timedelta(days=14)
_STEM = 160


def in_use(database: Database, library: Library) -> list[Figures]:
    """Work out the figures of every question that was answered."""
    return [figures(one.id, one.key, found) for one, found in _answers(database, library)]


def _answers(database: Database, library: Library) -> Iterator[tuple[Question, list[Answered]]]:
    with database.reading() as reading:
        for name, found in groupby(items.first_answers(reading), key=lambda one: one.question):
            if name in library.questions:
                yield library.questions[name], [Answered(one.chosen, one.correct, one.score, one.seconds) for one in found]


def examine(database: Database, library: Library, now: datetime) -> frozenset[str]:
    """Set aside the questions that do harm, and learn how hard each is; returns all that are set aside."""
    harmful: list[tuple[str, str]] = []
    levels: dict[str, tuple[float, int]] = {}
    for one, found in _answers(database, library):
        fault = figures(one.id, one.key, found).fault
        if fault:
            harmful.append((one.id, fault))
        if len(found) >= ENOUGH:
            levels[one.id] = (learned(one.difficulty, [(answer.correct, answer.score) for answer in found]), len(found))
    with database.writing() as writing:
        abilities.learn_levels(writing, levels)
        for question, why in harmful:
            items.lay_aside(writing, question, why[:160], now)
        return frozenset(items.set_aside(writing))


def regrade(database: Database, library: Library, now: datetime) -> int:
    """Grade again what was answered under a key that has been corrected; returns how many answers now count otherwise.

    A key counts as corrected where the option that was the key is still there, and another one is the key now. Options that were only
    reworded or moved are followed by their words.
    """
    with database.reading() as reading:
        known = items.keys(reading)
    now_ = {name: (one.options, one.key) for name, one in library.questions.items()}
    with database.writing() as writing:
        items.note_keys(writing, {name: found for name, found in now_.items() if name not in known}, now)
    changed = 0
    for name, (options, key) in now_.items():
        if name in known and known[name] != (options, key):
            changed += _regrade(database, library.questions[name], known[name], now)
    return changed


def _regrade(database: Database, question: Question, before: tuple[tuple[str, ...], int], now: datetime) -> int:
    options, key = before
    corrected = options[key] in question.options and question.options[question.key] != options[key]
    places = {place: question.options.index(words) for place, words in enumerate(options) if words in question.options}
    if not corrected:
        places[key] = question.key  # reworded: who took the key took the key
    with database.writing() as writing:
        touched: dict[int, bool] = {}
        for one in items.given(writing, question.id):
            chosen = places.get(one.chosen, one.chosen)
            correct = chosen == question.key if one.chosen in places else one.correct and not corrected
            items.regrade(writing, one, chosen, correct)
            if correct != one.correct:
                touched[one.learner_id] = correct
        items.change_key(writing, question.id, question.options, question.key, now)
        for learner in touched:
            cards.regraded(writing, learner, question)
        if touched:
            abilities.drop(writing, touched)
            addresses = learners.addresses(writing, sorted(touched))
            posts.add_many(writing, _posts(question, touched, addresses, items.finders(writing, question.id), now))
    return len(touched)


def _posts(
    question: Question, touched: Mapping[int, bool], addresses: Mapping[int, tuple[str, str]], finders: set[int], now: datetime
) -> Sequence[dict[str, object]]:
    digest = blake2b(question.options[question.key].encode(), digest_size=6).hexdigest()
    return [
        {
            "key": f"regraded:{question.id}:{digest}:{learner}"[:96],
            "learner_id": learner,
            "platform": addresses[learner][0],
            "user": addresses[learner][1],
            "room": None,
            "reply": as_row(_told(question, correct, learner in finders)),
            "due_at": now,
            "expires_at": now + _OF_USE,
            "lane": int(Lane.WAITED_FOR),
        }
        for learner, correct in touched.items()
        if learner in addresses
    ]


def _told(question: Question, correct: bool, finder: bool) -> Reply:
    stem = question.stem if len(question.stem) <= _STEM else f"{question.stem[: _STEM - 1].rstrip()}…"
    lines = [
        "**We had the wrong key for a question that you answered.** "
        + ("Your answer was right after all, and counts as right now." if correct else "Your answer counted as right and was not."),
        "",
        stem,
        f"The answer is **{question.options[question.key]}**. {question.why[question.key]}",
    ]
    if finder:
        lines += ["", "You reported it: thank you."]
    return Reply(
        "\n".join(lines), (Choice("My progress", "/progress"), Choice("Five questions", "/quiz")), about=(f"question/{question.id}",)
    )
