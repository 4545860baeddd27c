"""An item as a student sees it, without a student: for its author, and to see that it fits a message."""

from bot.chat import Choice, Reply
from bot.codebook.shelf import CodeBook
from bot.library.case import Case
from bot.library.question import Question
from bot.library.topic import Area
from bot.store.rounds import Round, Step
from bot.talk import question as words

_AS_WRITTEN = (0, 1, 2, 3)
_LAST_LINE = "**Round done: 50 of 50 right**, 50 skipped · 9999-day streak, and as much again for what is still to come"


def question(one: Question, case: Case | None, area: Area, codebook: CodeBook) -> list[Reply]:
    """Show a question with its options as they were written, then the verdict on its right answer."""
    of, in_case = _round(one, case), words.InCase(case, case.questions[0] == one.id) if case else None
    told = words.verdict(one, of.step, one.key, codebook, "", recap=False, case=in_case)
    return [words.ask(one, area, of, in_case), words.with_choices(told, (Choice("Next", "/next"), words.wrong_here(one)))]


def unfit(one: Question, case: Case | None, area: Area, codebook: CodeBook) -> str:
    """Say what of a question does not fit a message in its longest form, "" where all does: asked, and answered either way."""
    of = Round(10**15, 1, "quiz", None, None, (Step(one.id, _AS_WRITTEN),) * 50, 50, True)
    for opens in (True, False) if case else (False,):
        in_case = words.InCase(case, opens) if case else None
        try:
            words.ask(one, area, of, in_case)
            for chosen in (one.key, (one.key + 1) % 4):
                words.verdict(one, of.step, chosen, codebook, _LAST_LINE, recap=True, case=in_case)
        except ValueError as error:
            return f"as a student would see it, {str(error).partition(':')[0]}; shorten the {'note' if opens else 'reasons'}"
    return ""


def _round(one: Question, case: Case | None) -> Round:
    names = case.questions if case else (one.id,)
    return Round(1, 1, "quiz", None, None, tuple(Step(name, _AS_WRITTEN) for name in names), names.index(one.id) + 1, True)
