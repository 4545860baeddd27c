"""A round under way: show its question, count an answer, go on, skip, come back to it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.chat import Choice, Reply
from bot.learning.calendar import span, spoken
from bot.learning.pick import comes_back
from bot.library.load import CASES
from bot.library.question import LETTERS, Question
from bot.store import rounds
from bot.store.rounds import Round, Step
from bot.talk import cards, evidence, navigation, points
from bot.talk import question as words
from bot.talk import streak as streaks
from bot.talk.cards import Place
from bot.turn import Turn

_RECENT = timedelta(hours=6)
"""How long after an answer "explain" still means that one."""

CAUSES = {"careless": "Careless", "lookup": "Look-up slip", "rule": "Did not know the rule", "knowledge": "Did not know it"}
"""Why an answer was wrong, as its learner sees it; with the label of the button."""

_FIXED = ("daily", "duel", "class")
"""Rounds in which nothing comes back: others have the same questions, or it is one."""

_START = (Choice("Today's question", "/daily"), Choice("Five questions", "/quiz"))


def begin(turn: Turn, names: Sequence[str], area: str | None, kind: str = "quiz", allowed: int | None = None) -> Reply:
    """Start a round of these questions in the place of one that was not touched, and show the first.

    ``allowed`` are the seconds for a question, None without a clock.
    """
    steps = [Step(name, tuple(turn.chance.sample(range(4), 4))) for name in names]
    learner = turn.enrolled()
    rounds.drop_untouched(turn.desk.write, learner)
    return show(turn, rounds.start(turn.desk.write, learner, kind, steps, turn.now, area=area, allowed=allowed))


def show(turn: Turn, of: Round) -> Reply:
    """Show the question a round stands at, passing over questions that have left the library."""
    while (found := turn.question(of.step.question)) is None and of.number < of.of:
        of = replace(of, number=of.number + 1)
    if found is None:
        rounds.close(turn.desk.write, of.id, turn.now)
        return Reply("The last questions of that round are no longer in the library. Here is a way on:", _after(of))
    rounds.show(turn.desk.write, of.id, of.number, turn.now)
    return words.ask(found, turn.library.areas[found.area], of, words.in_case(turn.library, of))


def answer(turn: Turn) -> list[Reply]:
    """Grade a tap: ``/answer ROUND NUMBER LETTER``. A second answer, or one for somebody else, changes nothing."""
    read = _read_place(turn.words, letters=True)
    if read is None:
        return [Reply("That button is not one of mine. Take /daily or /quiz for a new question.")]
    round_id, number, letter = read
    found = _mine(turn, round_id, number, lock=True)
    if isinstance(found, Reply):
        return [found]
    return grade(turn, found, number, letter, recap=True)


def grade(turn: Turn, of: Round, number: int, letter: str, *, recap: bool, sure: bool = False) -> list[Reply]:
    """Count the answer ``letter`` to a question of a round, locked, and explain it; ``sure`` where they said so with it."""
    step = of.steps[number - 1]
    before = rounds.attempts(turn.desk.write, of.id)
    question = turn.question(step.question)
    if number in before:
        return [Reply(words.answered_before(turn, step, before[number]), on(of))]
    if number > of.number:
        return [Reply("That question has not been asked yet.", on(of))]
    if question is None:
        return [Reply("That question has left the library, so it does not count.", on(of))]
    if not of.open:
        return [Reply("That round is over. Take a new one:", _after(of))]
    chosen = step.order[LETTERS.index(letter)]
    right, sure = chosen == question.key, sure or of.sure == number
    counted = rounds.answer(turn.desk.write, of, number, question.area, chosen, right, turn.now, turn.today, sure=sure)
    if counted is None:  # the same question was answered at the same instant elsewhere
        return [Reply(words.answered_before(turn, step, rounds.attempts(turn.desk.write, of.id)[number]), on(of))]
    given = before | {number: counted}
    run = streaks.counted(turn, given[number].correct)
    cards.count(turn.desk.write, of.learner_id, question, Place(of.id, number), given[number].correct, turn.today)
    told = [evidence.Given(step.question, question.area, given[number].correct, turn.now)]
    evidence.counted(turn, told, timed=of.allowed is not None)
    points.earn(turn, told)
    if not given[number].correct:
        of = _returning(turn, of, number, question, given)
    return [_explained(turn, of, number, question, given, recap, streaks.line(turn, run))]


def _returning(turn: Turn, of: Round, number: int, question: Question, given: dict[int, rounds.Attempt]) -> Round:
    """Let a miss come back within its round, each time after more others; its options in another order."""
    if of.kind in _FIXED or of.area == navigation.ABOUT or question.case is not None or number != of.number:
        return of
    misses = sum(one.question == question.id and not one.correct for one in given.values())
    place = comes_back(number, of.of, misses)
    if place is None:
        return of
    again = Step(question.id, tuple(turn.chance.sample(range(4), 4)))
    of = replace(of, steps=(*of.steps[: place - 1], again, *of.steps[place - 1 :]))
    rounds.replan(turn.desk.write, of.id, of.steps)
    return of


def _explained(turn: Turn, of: Round, number: int, question: Question, given: dict[int, rounds.Attempt], recap: bool, run: str) -> Reply:
    last = number == of.of
    told = [f"Rule: {question.rule}"] if question.rule and not given[number].correct else []
    told += navigation.way(turn, of, number, given)
    told += _said_of(of, number, given[number])
    if last:
        rounds.close(turn.desk.write, of.id, turn.now)
        told.append(_result(of, given, run))
    else:  # the round stays where it is, also where an earlier question was answered late
        rounds.show(turn.desk.write, of.id, of.number, turn.now)
    case = words.in_case(turn.library, replace(of, number=number))
    extra = "\n".join(filter(None, told))
    reply = words.verdict(question, of.steps[number - 1], given[number].chosen, turn.codebook, extra, recap=recap, case=case)
    way_on = _after(of) if last else (Choice("Next", f"/next {of.id}"),)
    if given[number].correct:
        way_on += (Choice("That was easy", f"/easy {of.id} {number}"), Choice("Flag it", f"/flag {question.id}"))
    else:
        way_on += tuple(Choice(label, f"/cause {of.id} {number} {cause}") for cause, label in CAUSES.items())
    return words.with_choices(reply, (*way_on, words.wrong_here(question)))


def _said_of(of: Round, number: int, one: rounds.Attempt) -> list[str]:
    """Say what else is to be said of an answer: its time, that it comes back, that they were sure."""
    told = []
    if of.allowed is not None and one.seconds is not None:
        over = f", over by {span(one.seconds - of.allowed)}" if one.seconds > of.allowed else ""
        told.append(f"Time: {span(one.seconds)} of {span(of.allowed)}{over}.")
    if not one.correct and one.sure:
        told.append("You were sure: it is on your list of sure but wrong.")
    if not one.correct and any(step.question == one.question for step in of.steps[number:]):
        told.append("It comes back in this round.")
    return told


def _result(of: Round, given: dict[int, rounds.Attempt], run: str) -> str:
    """Sum up a round in one line; ``run`` is the streak in words, nothing where it is hidden."""
    if of.kind == "daily":
        return f"**{run}**" if run else ""
    asked = list(dict.fromkeys(step.question for step in of.steps))
    firsts: dict[str, rounds.Attempt] = {}
    for number in sorted(given):
        firsts.setdefault(given[number].question, given[number])
    right = sum(name in firsts and firsts[name].correct for name in asked)
    skipped = sum(name not in firsts for name in asked)
    more = f", {skipped} skipped" if skipped else ""
    back = {one.question for one in given.values() if one is not firsts[one.question]}
    mended = {one.question for one in given.values() if one is not firsts[one.question] and one.correct}
    more += f", {len(mended)} of {len(back)} that came back right then" if back else ""
    return f"**Round done: {right} of {len(asked)} right**{more}" + (f" · {run}" if run else "")


def _mine(turn: Turn, round_id: int, number: int, *, lock: bool = False) -> Round | Reply:
    """Find a round of this learner, or the sentence that says why it is not to be had; ``lock`` it where it will be changed."""
    found = rounds.find(turn.desk.write if lock else turn.desk.read, round_id, lock=lock)
    if found is None or turn.learner.id is None or found.learner_id != turn.learner.id or not 1 <= number <= found.of:
        return Reply(
            "That question is not part of a round of yours, so I left it as it is. Take one of your own:",
            _START,
        )
    return found


def _read_place(typed: str, *, letters: bool = False) -> tuple[int, int, str] | None:
    parts = typed.split()
    if len(parts) != (3 if letters else 2) or not all(part.isdecimal() and len(part) < 16 for part in parts[:2]):
        return None
    letter = parts[2].upper() if letters else "A"
    return (int(parts[0]), int(parts[1]), letter) if letter in tuple(LETTERS) else None


def place_of(turn: Turn) -> tuple[Round, int] | Reply:
    """Find the answer that ``ROUND NUMBER`` names, of a round of this learner; a sentence where there is none."""
    read = _read_place(turn.words)
    if read is None:
        return Reply("That button is not one of mine. Take /daily or /quiz for a new question.")
    found = _mine(turn, read[0], read[1])
    if isinstance(found, Reply):
        return found
    if read[1] not in rounds.attempts(turn.desk.read, found.id):
        return Reply("That question is not answered yet.", on(found))
    return found, read[1]


def next_question(turn: Turn) -> list[Reply]:
    """Go on in a round: ``/next ROUND``. Where the question on display is still open, it is shown again."""
    typed = turn.words.split()
    if len(typed) != 1 or not typed[0].isdecimal() or len(typed[0]) > 15:
        return go_on(turn)
    of = _mine(turn, int(typed[0]), 1, lock=True)
    if isinstance(of, Reply):
        return [of]
    if not of.open:
        return [Reply("That round is done.", _after(of))]
    if of.number in rounds.attempts(turn.desk.write, of.id):
        if of.number == of.of:
            rounds.close(turn.desk.write, of.id, turn.now)
            return [Reply("That round is done.", _after(of))]
        of = replace(of, number=of.number + 1)
    return [show(turn, of)]


def skip(turn: Turn) -> list[Reply]:
    """Leave a question out: ``/skip ROUND NUMBER``. In a daily round it stays open for the rest of the day."""
    read = _read_place(turn.words)
    if read is None:
        found: Round | Reply | None = rounds.current(turn.desk.read, turn.learner.id) if turn.learner.id else None
        number = found.number if isinstance(found, Round) else 0
    else:
        found, number = _mine(turn, read[0], read[1]), read[1]
    if found is None:
        return [Reply("There is no open question to skip.", (Choice("Five questions", "/quiz"),))]
    if isinstance(found, Reply):
        return [found]
    if found.kind == "daily":
        if not found.open:
            return [Reply("That question is answered already.", _after(found))]
        return [Reply("Fine. It stays open today; /daily brings it back.", (Choice("Five questions", "/quiz"),))]
    of = rounds.find(turn.desk.write, found.id, lock=True) or found
    if not of.open or number != of.number:
        return [Reply("That question is behind you already.", on(of))]
    if of.kind == "class":
        return next_question(turn.saying(str(of.id))) if number in rounds.attempts(turn.desk.read, of.id) else [_put_off(turn, of)]
    if of.number < of.of:
        return [show(turn, replace(of, number=of.number + 1))]
    given = rounds.attempts(turn.desk.write, of.id)
    rounds.close(turn.desk.write, of.id, turn.now)
    return [Reply(_result(of, given, streaks.line(turn, streaks.settled(turn)[0])), _after(of))]


def _put_off(turn: Turn, of: Round) -> Reply:
    """Let a question of an assignment come again at its end, once: it is done when all of it is answered."""
    if of.number == of.of or any(one.question == of.step.question for one in of.steps[: of.number - 1]):
        return Reply("That one is left. It waits for you: the assignment is done once it is answered.", (Choice("My class", "/class"),))
    again = Step(of.step.question, tuple(turn.chance.sample(range(4), 4)))
    of = replace(of, steps=(*of.steps, again))
    rounds.replan(turn.desk.write, of.id, of.steps)
    return show(turn, replace(of, number=of.number + 1))


def go_on(turn: Turn) -> list[Reply]:
    """Show the open question again: ``/continue``."""
    open_round = rounds.current(turn.desk.read, turn.learner.id) if turn.learner.id else None
    if open_round is None:
        return [Reply("No question is open. Take one:", _START)]
    return next_question(turn.saying(str(open_round.id)))


def explain_last(turn: Turn) -> list[Reply] | None:
    """Explain the question answered last once more; None where there is none."""
    last = rounds.last_shown(turn.desk.read, turn.learner.id) if turn.learner.id else None
    if last is None:
        return None
    given = rounds.attempts(turn.desk.read, last.id)
    number = last.number if last.number in given else max(given, default=0)
    question = turn.question(last.steps[number - 1].question) if number else None
    if question is None or turn.now - given[number].at > _RECENT:
        return None
    when = spoken(given[number].day, turn.today)
    case = words.in_case(turn.library, replace(last, number=number))
    said = f"You answered it {when}."
    reply = words.verdict(question, last.steps[number - 1], given[number].chosen, turn.codebook, said, recap=True, case=case)
    # Shown again, not graded again: no verdict in the facts.
    reply = replace(reply, facts={}, replaces=False)
    return [words.with_choices(reply, (*on(last), words.wrong_here(question)))]


def on(of: Round) -> tuple[Choice, ...]:
    """Offer the way on from a question of a round."""
    return (Choice("Next", f"/next {of.id}"),) if of.open else _after(of)


def _after(of: Round) -> tuple[Choice, ...]:
    """Offer what to do when a round is done."""
    if of.kind == "class":
        return (Choice("My class", "/class"), Choice("Five questions", "/quiz"), Choice("My progress", "/progress"))
    if of.kind == "review":
        return (Choice("More reviews", "/review"), Choice("Five questions", "/quiz"), Choice("My progress", "/progress"))
    if of.area == navigation.ABOUT:
        return (Choice("Another one", "/navigate"), Choice("Three more", "/navigate 3"), Choice("All drills", "/drill"))
    if of.area and of.area.startswith("drill/"):
        return (Choice("Five more", f"/drill {of.area.removeprefix('drill/')} 5"), Choice("All drills", "/drill"))
    again = Choice("Five more", f"/quiz {of.area}" if of.area else "/quiz")
    case = (Choice("A whole case", "/case"),) if of.area == CASES else ()
    other = Choice("Other practice", "/quiz menu")
    return (*case, again, *navigation.drills_on(of.area), other, Choice("My progress", "/progress"))
