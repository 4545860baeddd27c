"""How a question, and the verdict on an answer, are put into words."""

from collections.abc import Sequence
from dataclasses import replace

from bot.chat import Choice, Reply
from bot.codebook.shelf import CodeBook
from bot.learning.calendar import spoken
from bot.library.question import LETTERS, Question
from bot.library.topic import Area
from bot.store.rounds import Attempt, Round, Step
from bot.turn import Turn

_WRONG_HERE = "Something is wrong here"


def ask(question: Question, area: Area, of: Round, *, push: bool = False) -> Reply:
    """Put the question on display in a round to the learner."""
    step = of.step
    heading = "Today's question" if of.kind == "daily" else f"Question {of.number} of {of.of}"
    lines = [f"**{heading}** · {area.title} · {question.difficulty}", "", question.stem, ""]
    lines += [f"{letter}  {question.options[place]}" for letter, place in zip(LETTERS, step.order, strict=True)]
    choices = [Choice(letter, f"/answer {of.id} {of.number} {letter}") for letter in LETTERS]
    choices.append(Choice("Look something up", "/code ", asks="Which code or words shall I look up?"))
    if push:
        choices += [Choice("Later", "/snooze 60"), Choice("Stop these", "/stop daily")]
    else:
        choices.append(Choice("Skip", f"/skip {of.id} {of.number}"))
    about = (f"daily/{of.day}", f"question/{question.id}") if of.kind == "daily" else (f"question/{question.id}",)
    if of.kind == "daily" and not push:
        about = about[::-1]
    facts = {"area": area.slug, "kind": of.kind, "number": of.number, "of": of.of}
    return Reply("\n".join(lines), tuple(choices), about=about, facts=facts)


def verdict(question: Question, step: Step, chosen: int, codebook: CodeBook, extra: str, *, recap: bool) -> Reply:
    """Say right or wrong, why the key is right, why each other option is not, and where that is written.

    ``chosen`` is an authored place. ``recap`` repeats the stem, for platforms where the verdict takes the place of
    the question.
    """
    right = chosen == question.key
    key_letter = LETTERS[step.order.index(question.key)]
    opening = f"**Right.** {key_letter}" if right else f"**Wrong.** The answer is {key_letter}"
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
    return Reply(
        "\n".join(lines),
        tuple(_code_choices(question, codebook)),
        about=(f"question/{question.id}",),
        facts={"correct": right, "chosen": chosen, "key": question.key, "area": question.area},
        replaces=recap,
    )


def _code_choices(question: Question, codebook: CodeBook) -> list[Choice]:
    """Offer the codes of the key first, then the others, four at most."""
    named = sorted(question.codes, key=lambda code: code not in question.options[question.key])
    return [Choice(code, f"/code {code}") for code in named if codebook.entry(code)][:4]


def wrong_here(question: Question) -> Choice:
    """Offer to report a question."""
    return Choice(_WRONG_HERE, f"/report {question.id}")


def answered_before(turn: Turn, step: Step, attempt: Attempt) -> str:
    """Say that a question was answered already, when, and how."""
    letter = LETTERS[step.order.index(attempt.chosen)]
    when = spoken(attempt.day, turn.today)
    return f"That question was already answered {when} (you chose {letter}, {'right' if attempt.correct else 'wrong'})."


def with_choices(reply: Reply, choices: Sequence[Choice]) -> Reply:
    """The same reply with more choices at its end."""
    return replace(reply, choices=(*reply.choices, *choices))
