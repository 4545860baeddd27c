"""Reviews: ask again what is about to be forgotten, a few a day."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import count as counting

from bot.chat import Choice, Reply
from bot.learning.calendar import upcoming
from bot.learning.deadline import days_left, is_worth_it, load, worth
from bot.learning.edition import Edition, edition_of
from bot.learning.forgetting import recall
from bot.learning.queue import Waiting, choose, flatten
from bot.library.question import Question
from bot.library.shelf import Library
from bot.roomquestions import knowing
from bot.store import cards, rounds, sittings
from bot.store.cards import Kept
from bot.store.learners import Learner
from bot.talk.cards import Place, call_easy, met, rebuild
from bot.talk.round import begin, on, place_of
from bot.turn import Turn

ROUND = 10
"""Reviews in one round, if nothing is said."""

MOST = 50

_SPARE = 4
"""How many are looked at for each that is asked, so that siblings can be kept apart; what is due beyond waits unread."""

_ALL = 1_000
_DRILL = "drill/"
_NEW = Choice("Five new ones", "/quiz new")
_CAP = Choice("How many a day", "/settings reviews")


def review(turn: Turn) -> list[Reply]:
    """Ask what is due: ``/review [how many]``; ``/review 10 more`` goes beyond what was agreed for a day."""
    typed = turn.words.lower().split()
    beyond = "more" in typed
    numbers = [word for word in typed if word.isdecimal() and word.isascii() and len(word) < 5]
    wanted = int(numbers[0]) if numbers else ROUND
    if not 1 <= wanted <= MOST:
        return [Reply(f"A round of reviews has 1 to {MOST} questions. Try /review 10.", (Choice("Ten of them", "/review 10"),))]
    if turn.learner.id is None:
        return [_nothing_yet()]
    if not turn.learner.carded:
        rebuild(turn.desk.write, turn.library, turn.learner.id)
    left = days_left(turn.learner.exam_on, turn.today)
    if left == 0 and not beyond:
        return [_ON_THE_DAY]
    room = wanted if beyond else min(wanted, max(load_of(turn.learner, left) - done_today(turn), 0))
    found = waiting(turn, left, room * _SPARE if room else None)
    if not found:
        return [_none_due(turn)]
    if not room:
        return [_enough(turn, len(found)) if left is None else _enough_for_the_exam(turn, left)]
    names = _questions(turn, choose(found, room))
    rounds.close_reviews(turn.desk.write, turn.learner.id)
    return [begin(turn, names, None, "review")] if names else [_none_due(turn)]


def load_of(learner: Learner, left: int | None) -> int:
    """Say how many reviews a learner is asked today, of whom the exam is ``left`` days away; None where none is worked towards."""
    return learner.reviews if left is None else load(learner.reviews, left)


def waiting(turn: Turn, left: int | None, enough: int | None = None) -> list[Waiting]:
    """List what the learner may be asked: what is due, the less it is remembered the more urgent; the first ``enough``, or all.

    Where an exam is ``left`` days away, it is whatever was not answered today, by what a review adds to the recall on that day.
    """
    assert turn.learner.id is not None  # asked of learners that are written down
    held = sittings.held(turn.desk.read, turn.learner.id)
    found: list[Waiting] = []
    for urgency, kept in _at_risk(turn, enough or _ALL) if left is None else _by_worth(turn, left):
        library = knowing(turn.desk.read, turn.library, [kept.item])
        if kept.item not in held and may_be_asked(library, kept.item, turn.edition):
            found.append(Waiting(kept.item, urgency, _marks(library, kept)))
            if len(found) == enough:
                break
    return found


def _at_risk(turn: Turn, at_once: int) -> Iterator[tuple[float, Kept]]:
    """Go through what is due, the least remembered first; so many are read at once."""
    for after in counting(0, at_once):
        some = cards.due(turn.desk.read, turn.enrolled(), turn.today, at_once, after)
        yield from ((1 - recall(kept.stability, (turn.today - kept.last_on).days), kept) for kept in some)
        if len(some) < at_once:
            return


def _by_worth(turn: Turn, left: int) -> list[tuple[float, Kept]]:
    """List what was not answered today and gains by a review, what gains most first."""
    rested = cards.rested(turn.desk.read, turn.enrolled(), turn.today)
    gains = [(worth(one.stability, one.difficulty, (turn.today - one.last_on).days, left), one) for one in rested]
    return sorted([one for one in gains if not left or is_worth_it(one[0])], key=lambda one: (-one[0], one[1].item))


def may_be_asked(library: Library, item: str, edition: Edition) -> bool:
    """Say whether an item can still be asked: it is there, belongs to the edition, and nothing speaks against it."""
    if item.startswith(_DRILL):
        from bot.library.drills.catalogue import BY_SLUG

        return item.removeprefix(_DRILL) in BY_SLUG
    question = library.questions.get(item)
    if question is None or item in library.quarantined or not question.valid_on(edition.day):
        return False
    return question.case is None or question.mock is not None or question.case in library.practice_cases


def _marks(library: Library, kept: Kept) -> frozenset[str]:
    """Say what makes items siblings: the case, the codes that they are about; a drill is one skill."""
    question = library.questions.get(kept.item)
    if question is None:
        return frozenset()
    case = (f"case {question.case}",) if question.case else ()
    return frozenset((*case, *_codes(question)))


def _codes(question: Question) -> Sequence[str]:
    key = question.options[question.key]
    return [code for code in question.codes if code in key]


def _questions(turn: Turn, items: Sequence[str]) -> list[str]:
    """Name the questions to ask: of a drill one that was not seen before."""
    from bot.library.drills.catalogue import BY_SLUG

    if not any(item.startswith(_DRILL) for item in items):
        return list(items)
    names = []
    for item in items:
        family = BY_SLUG.get(item.removeprefix(_DRILL)) if item.startswith(_DRILL) else None
        drawn = turn.drills().draw([family], 1, turn.edition.day, turn.chance, met(turn)) if family else [item]
        names += drawn
    return names


def done_today(turn: Turn) -> int:
    """Count today's answers in reviews."""
    assert turn.learner.id is not None  # asked of learners that are written down
    return cards.reviewed_on(turn.desk.read, {turn.learner.id: turn.today}).get(turn.learner.id, 0)


def _nothing_yet() -> Reply:
    text = "Nothing to review yet. Whatever you answer comes back here just before you would forget it."
    return Reply(text, (Choice("Five questions", "/quiz"), Choice("Today's question", "/daily")), about=("review/none",))


def _none_due(turn: Turn) -> Reply:
    """Say when the next reviews come."""
    ahead = flatten(cards.forecast(turn.desk.read, turn.enrolled(), turn.today, 60), turn.today, turn.learner.reviews)
    ahead = [(day, count) for day, count in ahead if day > turn.today]
    if not ahead:
        return _nothing_yet()
    day, count = ahead[0]
    text = f"**Nothing is due.** The next {'review comes' if count == 1 else f'{count} reviews come'} {upcoming(day, turn.today)}."
    return Reply(text, (_NEW,), about=("review/none",), facts={"next": str(day), "count": count})


def _enough(turn: Turn, left: int) -> Reply:
    """Say that today's reviews are done; what waits is spread over the next days."""
    days = -(-left // max(turn.learner.reviews, 1))
    more = "One more review" if left == 1 else f"{left} more reviews"
    if days == 1:
        wait = f"{more} {'comes' if left == 1 else 'come'} tomorrow."
    else:
        last = upcoming(turn.today + timedelta(days=days), turn.today)
        wait = f"{more} are spread over the next {days} days, until {last}. Nothing is overdue."
    text = f"**Today's reviews are done.** {wait}"
    return Reply(text, (Choice("Ten more now", "/review 10 more"), _NEW, _CAP), about=("review/done",), facts={"waiting": left})


_ON_THE_DAY = Reply(
    "**Today is your exam.** No reviews: what you know is there. Take your books, a pencil and your time. Good luck.",
    (Choice("Managing your time", "/faq exam_time_management"), Choice("Ten all the same", "/review 10 more")),
    about=("review/done",),
)


def _enough_for_the_exam(turn: Turn, left: int) -> Reply:
    """Say that today's share of the way to the exam is done, and what tomorrow's is."""
    then = load(turn.learner.reviews, left - 1)
    days = "tomorrow" if left == 1 else f"in {left} days"
    more = f" Tomorrow {_reviews(then)}." if then else " Rest tomorrow until you begin."
    text = f"**Today's reviews are done**; your exam is {days}.{more} There are more towards the exam, and half as many on the last day."
    return Reply(text, (Choice("Ten more now", "/review 10 more"), _NEW, _CAP), about=("review/done",), facts={"tomorrow": then})


def _reviews(count: int) -> str:
    return "one review" if count == 1 else f"{count} reviews"


def easy(turn: Turn) -> list[Reply]:
    """Count a right answer as an easy one: ``/easy ROUND NUMBER``; its question comes again later."""
    found = place_of(turn)
    if isinstance(found, Reply):
        return [found]
    of, number = found
    question = turn.question(of.steps[number - 1].question)
    day = call_easy(turn.desk.write, of.learner_id, question, Place(of.id, number)) if question else None
    if day is None:
        return [Reply("That is noted already, or the question was answered again since.", on(of))]
    return [Reply(f"Noted: easy. It comes again {upcoming(day, turn.today)}.", on(of), facts={"next": str(day)})]


def count_for(who: Learner, day: date, library: Library, items: Sequence[str], rested: int, done: int) -> int:
    """Count the reviews that wait for somebody on a date, of ``items`` that are due; ``done`` of that day's are done.

    Before an exam it is the day's load of the ``rested`` items, those not answered on that date.
    """
    left = days_left(who.exam_on, day)
    edition = edition_of(who.exam_on, day)
    there = rested if left is not None else sum(may_be_asked(library, item, edition) for item in items)
    return min(there, max(load_of(who, left) - done, 0))
