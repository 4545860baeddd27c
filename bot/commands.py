"""What can be said with a slash, in one table. Adapters make their menus of it, help is made of it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.chat import Reply
from bot.talk import assist, codecheck, daily, faq, lookup, mydata, progress, quiz, report, round, settings, welcome
from bot.turn import Turn

Handler = Callable[[Turn], list[Reply]]


class Where(StrEnum):
    """Where a command works."""

    EVERYWHERE = "everywhere"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its name, its arguments as help shows them, what it does, and who does it.

    Hidden commands are what buttons say; nobody needs to know them, and they are kept for ever.
    """

    name: str
    arguments: str
    help: str
    handler: Handler
    where: Where = Where.PRIVATE
    hidden: bool = False


COMMANDS = (
    Command("start", "", "begin, and get the daily question", welcome.start),
    Command("daily", "", "today's question", daily.daily),
    Command("quiz", "[area] [how many]", "practise: /quiz anesthesia 10", quiz.quiz),
    Command("code", "CODE or words", "look up a code or a diagnosis", lookup.code, Where.EVERYWHERE),
    Command("check", "CODES", "check codes together: /check E11.9 O24.410", codecheck.check_codes, Where.EVERYWHERE),
    Command("faq", "[words]", "answers about training, exam and work", faq.faq, Where.EVERYWHERE),
    Command("continue", "", "back to the open question", round.go_on),
    Command("progress", "", "how you are doing, by area", progress.progress),
    Command("settings", "[name value]", "exam date, time zone, hour, daily on or off", settings.settings),
    Command("report", "", "something is wrong with the last question", report.report),
    Command("export", "", "all my data, as a file", mydata.export),
    Command("forget", "", "delete all my data", mydata.forget),
    Command("help", "", "this list", assist.help_, Where.EVERYWHERE),
    Command("answer", "ROUND NUMBER LETTER", "answer a question", round.answer, hidden=True),
    Command("next", "[ROUND]", "the next question of a round", round.next_question, hidden=True),
    Command("skip", "[ROUND NUMBER]", "leave a question out", round.skip, hidden=True),
    Command("found", "SEARCH PAGE", "more results of a search", lookup.more_found, hidden=True),
)

BY_NAME = {command.name: command for command in COMMANDS}
