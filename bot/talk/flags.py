"""Flags: of questions to come back to, in practice; in a mock exam those of its answer sheet."""

from bot.chat import Choice, Reply
from bot.store import bookmarks, rounds, sittings
from bot.talk import sitting
from bot.talk.round import on
from bot.turn import Turn

_PRACTISE = Choice("Practise the flagged", "/quiz flagged")


def flag(turn: Turn) -> list[Reply]:
    """Flag a question, or take the flag off: ``/flag [QUESTION] [off]``, in a mock exam ``/flag [SITTING NUMBER] [off]``.

    Without a name it is the question shown last.
    """
    typed = turn.words.split()
    off = bool(typed) and typed[-1].lower() == "off"
    named = typed[:-1] if off else typed
    in_exam = turn.learner.id is not None and sittings.open_of(turn.desk.read, turn.learner.id) is not None
    last = rounds.last_shown(turn.desk.read, turn.learner.id) if turn.learner.id else None
    if len(named) > 1 or (not named and (in_exam or (last is not None and last.kind == "exam"))):
        return sitting.flag(turn)
    if named:
        name = named[0]
    elif last is not None:
        name = last.step.question
    else:
        return [Reply("There is no question to flag yet. Take one:", (Choice("Five questions", "/quiz"),))]
    if turn.question(name) is None:
        return [Reply("I have no question of that name. Say flag when it is in front of you.", (Choice("Five questions", "/quiz"),))]
    if off:
        bookmarks.take_off(turn.desk.write, turn.enrolled(), name)
        said = "The flag is off."
    else:
        bookmarks.put(turn.desk.write, turn.enrolled(), name, turn.now)
        said = 'Flagged. "Practise the flagged" brings it back whenever you like.'
    choices = (*(on(last) if last is not None else ()), _PRACTISE)
    return [Reply(said, choices, facts={"flagged": not off})]
