"""How a question, and the verdict on an answer, are put into words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.chat import LONGEST_TEXT, Choice, Reply
from bot.codebook.shelf import CodeBook
from bot.learning.calendar import span, spoken
from bot.library.case import Case
from bot.library.question import LETTERS, Question
from bot.library.shelf import Library
from bot.library.topic import Area
from bot.store.rounds import Attempt, Round, Step
from bot.turn import Turn

_WRONG_HERE = "Something is wrong here"
_LOOK_UP = Choice("Look something up", "/code ", asks="Which code or words shall I look up?")
_PUSHED = (Choice("Later", "/snooze 60"), Choice("Stop these", "/stop daily"))


@dataclass(frozen=True, slots=True)
class InCase:
    """The case that a question of a round belongs to; ``opens`` where the note has not been shown in that round yet."""

    case: Case
    opens: bool


def in_case(library: Library, of: Round) -> InCase | None:
    """Find the case of the question on display in a round; None for a question that stands alone."""
    question = library.questions.get(of.step.question)
    case = library.cases.get(question.case) if question and question.case else None
    if case is None:
        return None
    return InCase(case, of.number == 1 or of.steps[of.number - 2].question not in case.questions)


def ask(question: Question, area: Area, of: Round, case: InCase | None = None, *, push: bool = False, sure: bool = False) -> Reply:
    """Put the question on display in a round to the learner; the first of a case with its note. ``sure`` where they said they are."""
    step = of.step
    kind = "Review" if of.kind == "review" else "Question"
    heading = "Today's question" if of.kind == "daily" else f"{kind} {of.number} of {of.of}"
    family = f" · {question.drill}" if question.drill else ""
    clock = f" · {span(of.allowed)}" if of.allowed is not None else ""
    lines = [f"**{heading}** · {area.title}{family} · {question.difficulty}{clock}{' · you are sure' if sure else ''}", ""]
    if case:
        lines[1:] = [f"**{case.case.title}**, {case.case.place(question.id)}", ""]
        lines += [case.case.note, ""] if case.opens else []
    lines += [question.stem, ""]
    lines += [f"{letter}  {question.options[place]}" for letter, place in zip(LETTERS, step.order, strict=True)]
    choices = [Choice(letter, f"/answer {of.id} {of.number} {letter}") for letter in LETTERS]
    choices.append(_LOOK_UP)
    if case and not case.opens:
        choices.append(note_of(case.case))
    if push:
        choices += _PUSHED
    else:
        if not sure:
            choices.append(Choice("I'm sure", f"/sure {of.id} {of.number}"))
        choices.append(Choice("Skip", f"/skip {of.id} {of.number}"))
    about = (f"daily/{of.day}", *_about(question)) if of.kind == "daily" else _about(question)
    if of.kind == "daily" and not push:
        about = (*about[1:], about[0])
    facts = {"area": area.slug, "kind": of.kind, "number": of.number, "of": of.of}
    return Reply("\n".join(lines), tuple(choices), about=about, facts=facts)


def _about(question: Question) -> tuple[str, ...]:
    """Say what a question is: one of the library, with its case if it has one, or an item of a drill."""
    name = f"question/{question.id}"
    if question.drill:
        return (question.id.rpartition("/")[0], name)
    return (name, f"case/{question.case}") if question.case else (name,)


def note_of(case: Case) -> Choice:
    """Offer the note of a case."""
    return Choice("The note", f"/note {case.id}")


def verdict(
    question: Question, step: Step, chosen: int | None, codebook: CodeBook, extra: str, *, recap: bool, case: InCase | None = None
) -> Reply:
    """Say right or wrong, why the key is right, why each other option is not, and where that is written.

    ``chosen`` is an authored place, None for a blank. ``recap`` repeats the stem, for platforms where the verdict takes the place of
    the question; and the note where it stood above that question and a message has room for it.
    """
    right = chosen == question.key
    key_letter = LETTERS[step.order.index(question.key)]
    missed = "Wrong" if chosen is not None else "Left blank"
    opening = f"**Right.** {key_letter}" if right else f"**{missed}.** The answer is {key_letter}"
    lines = [f"{opening}  {question.options[question.key]}", question.why[question.key], ""]
    for letter, place in zip(LETTERS, step.order, strict=True):
        if place != question.key:
            mark = " (your answer)" if place == chosen else ""
            lines += [f"{letter}{mark}  {question.options[place]}", f"→ {question.why[place]}"]
    lines += ["", f"Source: {question.source}"]
    if extra:
        lines.append(extra)
    if recap:
        lines += ["", f"The question was: {question.stem}"]
    choices = tuple(code_choices(question, codebook))
    if case:
        note = ["", f"The note was: {case.case.note}"]
        if recap and case.opens and len("\n".join([*lines, *note])) <= LONGEST_TEXT:
            lines += note
        else:
            choices += (note_of(case.case),)
    return Reply(
        "\n".join(lines),
        choices,
        about=_about(question),
        facts={"correct": right, "chosen": chosen, "key": question.key, "area": question.area},
        replaces=recap,
    )


def code_choices(question: Question, codebook: CodeBook) -> list[Choice]:
    """Offer a code of each option that has one, of the key first; then more of the key's, four in all."""
    mine = [code for code in dict.fromkeys((*question.codes, *question.hcpcs)) if codebook.knows(code)]
    key, *others = [question.options[question.key], *(one for place, one in enumerate(question.options) if place != question.key)]
    offered: list[str] = []
    for option in (key, *others):
        offered += [code for code in mine if code not in offered and _names(option, code)][:1]
    left = sorted(mine, key=lambda code: not _names(key, code))
    return [Choice(code, f"/code {code}") for code in dict.fromkeys((*offered, *left))][:4]


def _names(option: str, code: str) -> bool:
    """Say whether an option names a code, and not merely one that begins like it."""
    return re.search(rf"(?<![\w.]){re.escape(code)}(?![\w]|\.\w)", option) is not None


def wrong_here(question: Question) -> Choice:
    """Offer to report a question."""
    return Choice(_WRONG_HERE, f"/report {question.id}")


def answered_before(turn: Turn, step: Step, attempt: Attempt) -> str:
    """Say that a question was answered already, when, and how."""
    letter = LETTERS[step.order.index(attempt.chosen)] if attempt.chosen in step.order else "none of the options"
    when = spoken(attempt.day, turn.today)
    return f"That question was already answered {when} (you chose {letter}, {'right' if attempt.correct else 'wrong'})."


def as_replacing(reply: Reply) -> Reply:
    """The same reply in the place of the one that was tapped."""
    return replace(reply, replaces=True)


def with_choices(reply: Reply, choices: Sequence[Choice]) -> Reply:
    """The same reply with more choices at its end."""
    return replace(reply, choices=(*reply.choices, *choices))
