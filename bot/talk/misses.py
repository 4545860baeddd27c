"""What somebody says of their answers, and what their misses say: how sure they were, why they missed, what to do about it."""

from datetime import timedelta

from bot.chat import Choice, Reply
from bot.store import answers, rounds
from bot.talk import question as words
from bot.talk import rematch
from bot.talk.round import CAUSES, on, place_of
from bot.talk.sources import Source, named
from bot.turn import Turn

_LATELY = timedelta(days=30)
_SHOWN = 5
_STEM = 110
_NOTED = {
    "careless": "Noted: careless. Read the last sentence of the stem once more before you choose.",
    "lookup": "Noted: a look-up slip. Say the main term and the note that settles it, then tap.",
    "rule": "Noted: the rule was missing. It comes back tomorrow.",
    "knowledge": "Noted: not known yet. It comes back tomorrow.",
}
_ADVICE = {
    "careless": "Most of them are careless: slow down at the last sentence of the stem.",
    "lookup": "Most of them are look-up slips: a few minutes of finding the way in the book help most.",
    "rule": "Most of them are rules that were missing: drills teach one rule at a time.",
    "knowledge": "Most of them are things not known yet: reviews bring them back until they are.",
}
_TODO = {
    "lookup": Choice("Find the way", "/navigate"),
    "rule": Choice("All drills", "/drill"),
    "knowledge": Choice("Reviews", "/review"),
    "careless": Choice("Timed, as in the exam", "/quiz 10 timed"),
}
_PRACTISE = Choice("Practise the missed", "/quiz missed")


def cause(turn: Turn) -> list[Reply]:
    """Note why an answer was wrong: ``/cause ROUND NUMBER CAUSE``; ``/cause CAUSE`` of the last one."""
    typed = turn.words.lower().split()
    name = typed[-1] if typed else ""
    if name not in CAUSES:
        return [Reply(f"A miss has one of these causes: {', '.join(CAUSES)}.", (_PRACTISE,))]
    if len(typed) == 1:
        last = rounds.last_shown(turn.desk.read, turn.learner.id) if turn.learner.id else None
        given = rounds.attempts(turn.desk.read, last.id) if last is not None and last.kind != "exam" else {}
        if last is None or not given:
            return [Reply("There is no miss to give a cause for.", (Choice("Five questions", "/quiz"),))]
        number = max(given, key=lambda one: (given[one].at, one))
        typed = [str(last.id), str(number), name]
    found = place_of(turn.saying(" ".join(typed[:-1])))
    if isinstance(found, Reply):
        return [found]
    of, number = found
    if not answers.say_cause(turn.desk.write, of.id, number, name):
        return [Reply("That answer was right, so there is no cause to give.", on(of))]
    return [Reply(_NOTED[name], on(of), facts={"cause": name})]


def sure(turn: Turn) -> list[Reply]:
    """Note, before an answer, that its learner is sure: ``/sure ROUND NUMBER``, or of the question on display."""
    typed = turn.words.split()
    if len(typed) == 2 and all(part.isdecimal() and len(part) < 16 for part in typed):
        of = rounds.find(turn.desk.read, int(typed[0]))
        number = int(typed[1])
    else:
        of = rounds.current(turn.desk.read, turn.learner.id) if turn.learner.id else None
        number = of.number if of is not None else 0
    question = turn.question(of.step.question) if of is not None else None
    if of is None or question is None or of.learner_id != turn.learner.id or not of.open or number != of.number:
        return [Reply("There is no open question to be sure of.", (Choice("Five questions", "/quiz"),))]
    if number in rounds.attempts(turn.desk.read, of.id):
        return [Reply("It is answered already. Say it before you answer; then it tells something.", on(of))]
    answers.say_sure(turn.desk.write, of.id, number)
    asked = words.ask(question, turn.library.areas[question.area], of, words.in_case(turn.library, of), sure=True)
    return [words.as_replacing(asked)]


def misses(turn: Turn) -> list[Reply]:
    """Show what the misses of the last thirty days say, and of what the learner was sure and wrong: ``/misses``.

    In a room, what its last quiz missed is asked again.
    """
    if turn.sender.room is not None:
        return rematch.once_more(turn)
    counts = answers.causes(turn.desk.read, turn.learner.id, turn.now - _LATELY) if turn.learner.id else {}
    total = sum(counts.values())
    if turn.learner.id is None or not total:
        return [Reply("Nothing was missed in the last thirty days.", (Choice("Five questions", "/quiz"), Choice("Ten", "/quiz 10")))]
    said, right = answers.sureness(turn.desk.read, turn.learner.id)
    lines = [f"**{total} {'miss' if total == 1 else 'misses'}** in the last thirty days", ""]
    lines += [f"{label}: {counts[name]}" for name, label in CAUSES.items() if counts.get(name)]
    if counts.get(""):
        lines.append(f"No cause given: {counts['']}")
    told = {name: counts[name] for name in CAUSES if counts.get(name)}
    most = max(told, key=lambda name: told[name]) if told else None
    if most is not None and 2 * told[most] > sum(told.values()) >= _SHOWN:
        lines += ["", _ADVICE[most]]
    wrong = named(turn, Source.SURE)
    if said:
        lines += ["", f"**Sure**: {said} {'answer' if said == 1 else 'answers'}, {right} of them right."]
    if wrong:
        lines += [f"Sure but wrong: {len(wrong)}", *(f"· {_stem(turn, one.id)}" for one in wrong[:_SHOWN])]
    choices = [_PRACTISE]
    if wrong:
        choices.append(Choice("Practise sure but wrong", "/quiz sure"))
    if most is not None:
        choices.append(_TODO[most])
    facts = {"misses": total, "causes": told, "sure": [said, right], "sure_but_wrong": len(wrong)}
    return [Reply("\n".join(lines), tuple(choices), about=("misses",), facts=facts)]


def _stem(turn: Turn, name: str) -> str:
    question = turn.question(name)
    stem = " ".join(question.stem.split()) if question else ""
    return stem if len(stem) <= _STEM else f"{stem[: _STEM - 1].rstrip()}…"
