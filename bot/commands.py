"""What can be said with a slash, in one table. Adapters make their menus of it, help is made of it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.chat import Reply
from bot.talk import (
    admin,
    assist,
    board,
    cases,
    ceu,
    classroom,
    codecheck,
    daily,
    drill,
    duel,
    exam,
    faq,
    flags,
    game,
    link,
    lobby,
    lookup,
    misses,
    mydata,
    pause,
    plan,
    progress,
    proposals,
    quiz,
    ready,
    report,
    review,
    room,
    round,
    settings,
    sitting,
    streak,
    wayback,
    welcome,
)
from bot.turn import Turn

Handler = Callable[[Turn], list[Reply]]


class Where(StrEnum):
    """Where a command works."""

    EVERYWHERE = "everywhere"
    PRIVATE = "private"


class Kind(StrEnum):
    """What fits into an argument, so that a platform can offer it while somebody types."""

    TEXT = "text"
    NUMBER = "number"
    CODES = "codes"
    AREA = "area"
    TOPIC = "topic"
    DRILL = "drill"
    PERSON = "person"
    """Somebody of the room: where a platform lets one be chosen, they come beside the text and not in it."""


@dataclass(frozen=True, slots=True)
class Option:
    """One argument of a command, for platforms that ask for each in a field of its own.

    What is filled in follows the name of the command, in the order of the table, parted by spaces. ``values`` are all that
    fit, where they are few; a number runs from 1 to ``most``.
    """

    name: str
    help: str
    kind: Kind = Kind.TEXT
    required: bool = False
    values: tuple[str, ...] = ()
    most: int = 0


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
    admins: bool = False
    """Only for those whom the configuration names; for everybody else it does not exist."""
    options: tuple[Option, ...] = ()
    posts: bool = False
    """Whether it goes on by itself in the room; where we cannot write of our own accord it is private."""


_QUIZ = (
    Option("area", "what to practise; mixed if left out", Kind.AREA),
    Option("how_many", "how many questions; five if left out", Kind.NUMBER, most=quiz.MOST),
    Option("level", "how hard; all of it if left out", values=("easy", "medium", "hard")),
    Option("which", "which of them; all if left out", values=("new", "missed", "flagged", "weakest", "sure")),
    Option("time", "with the time of the exam, or without a clock", values=("timed", "untimed")),
)
_GAME = (
    *_QUIZ,
    Option("pace", "in a group: for each question", values=("10s", "15s", "20s", "30s", "60s", "120s", "untimed")),
    Option("manner", "in a group: how it is played", values=("typed", "speed", "handicap", "teams", "3 teams", "4 teams")),
)
_DUEL = (
    Option("whom", "who is challenged; whoever accepts if left out", Kind.PERSON),
    Option("area", "on what; mixed if left out", Kind.AREA),
)
_BOARD = (
    Option(
        "which",
        "which board; this week's of the group if left out",
        values=("week", "month", "all", "global", "league", "join", "leave", "report"),
    ),
    Option("more", "of everybody's board the time: week, month or all; with join or report a name there"),
)
_ROOM = (
    Option("name", "which setting", values=room.OFFERED),
    Option("value", "its new value, such as on, 9:00 am, weekdays or Chicago"),
)
_CLASS = (
    Option(
        "what",
        "what to do; your classes if left out",
        values=(
            "open", "join", "assign", "assignments", "areas", "members", "table", "code", "title", "close", "share", "name", "reminders",
            "leave",
        ),
    ),
    Option("value", "such as a title, a code, or anatomy 10 due friday"),
)  # fmt: skip
_SUGGEST = (Option("question", "its lines, parted by | : Question, A to D, Key, Why A to D, Source; how, if left out"),)
_DRILL = (
    Option("drill", "which rule or area; a list if left out", Kind.DRILL),
    Option("how_many", "how many questions; five if left out", Kind.NUMBER, most=quiz.MOST),
)
_REVIEW = (Option("how_many", "how many questions; ten if left out", Kind.NUMBER, most=review.MOST),)
_EXAM = (
    Option("size", "how long; what there is if left out", values=("full", "half", "quarter", "results")),
    Option("time", "more time, or no clock", values=("1.5x", "2x", "untimed")),
)
_SETTINGS = (
    Option("name", "which setting", values=tuple(settings.SETTINGS)),
    Option("value", "its new value, such as 2027-03-15, Chicago or 7:30 pm"),
)
_PAUSE = (Option("how_long", "such as 3 days, 2 weeks, or off"),)
_PLAN = (
    Option("what", "what to change or show", values=("hours", "known", "exam", "full", "part", "calendar")),
    Option("value", "such as 10 hours, an area, or 2027-03-15"),
)
_EXPORT = (Option("what", "all of it if left out", values=("csv", "anki")),)
_CEU = (
    Option("what", "what to do; the log if left out", values=("add", "list", "remove", "undo", "since", "due", "credentials", "reminders")),
    Option("value", "such as 2 webinar on E/M, or a date"),
)
_NAVIGATE = (Option("how_many", "how many diagnoses; one if left out", Kind.NUMBER, most=drill.MOST_DIAGNOSES),)
_CODE = (Option("words", "a code, several codes, or words of a diagnosis or supply", Kind.CODES, required=True),)
_CHECK = (Option("codes", "codes in the order of the claim, such as E11.22 N18.31", Kind.CODES, required=True),)
_FAQ = (Option("words", "what you would like to know", Kind.TOPIC),)

COMMANDS = (
    Command("start", "", "begin, and get the daily question", welcome.start),
    Command("daily", "", "today's question", daily.daily),
    Command("quiz", "[area] [how many]", "practise; in a group, a live quiz", lobby.quiz, Where.EVERYWHERE, options=_GAME, posts=True),
    Command("practice", "[area] [how many]", "the same for yourself, also in a group", quiz.quiz, options=_QUIZ),
    Command("review", "[how many]", "what you are about to forget", review.review, options=_REVIEW),
    Command("misses", "", "what your misses have in common; in a group, once more", misses.misses, Where.EVERYWHERE, posts=True),
    Command("duel", "[@name] [area]", "challenge somebody to five questions", duel.duel, Where.EVERYWHERE, options=_DUEL, posts=True),
    Command("board", "[global|league]", "the board of a group, of everybody, your league", board.board, Where.EVERYWHERE, options=_BOARD),
    Command("room", "[name value]", "a group's question of the day and more", room.room, Where.EVERYWHERE, options=_ROOM),
    Command(
        "class", "[open TITLE|join CODE]", "teach a class or join one: assignments with a due date", classroom.classroom, options=_CLASS
    ),
    Command("suggest", "[question]", "propose a question to a group", proposals.propose, Where.EVERYWHERE, options=_SUGGEST),
    Command("case", "", "work a whole case: a note and the questions on it", cases.case),
    Command("drill", "[drill] [how many]", "one rule at a time: /drill laterality 10", drill.drill, options=_DRILL),
    Command("navigate", "[how many]", "find the way to a code in the book", drill.navigate, options=_NAVIGATE),
    Command("exam", "[full|half|quarter]", "a mock exam, with a report by area", exam.exam, options=_EXAM),
    Command("code", "CODE or words", "look up a code or a diagnosis", lookup.code, Where.EVERYWHERE, options=_CODE),
    Command("check", "CODES", "check codes together: /check E11.9 O24.410", codecheck.check_codes, Where.EVERYWHERE, options=_CHECK),
    Command("faq", "[words]", "answers about training, exam and work", faq.faq, Where.EVERYWHERE, options=_FAQ),
    Command("continue", "", "back to the open question", wayback.go_on),
    Command("progress", "", "how you are doing, by area", progress.progress),
    Command("plan", "[hours N]", "the weeks to your exam, and a calendar file", plan.plan, options=_PLAN),
    Command("ready", "", "how likely you are to pass, and why", ready.ready),
    Command("ceu", "[add N WHAT]", "certified: your continuing education, in two-year periods", ceu.ceu, options=_CEU),
    Command("streak", "", "the week, the month, freezes", streak.streak),
    Command("pause", "[how long]", "nothing comes for a while: /pause 2 weeks", pause.pause, options=_PAUSE),
    Command("settings", "[name value]", "exam date, time zone, hour, daily on or off", settings.settings, options=_SETTINGS),
    Command("report", "", "something is wrong with the last question", report.report),
    Command("link", "[CODE]", "join your accounts on two platforms", link.link),
    Command("unlink", "", "part them again", link.unlink),
    Command("export", "[csv|anki]", "all my data, my answers as a table, my misses for Anki", mydata.export, options=_EXPORT),
    Command("forget", "", "delete all my data", mydata.forget),
    Command("help", "", "this list", assist.help_, Where.EVERYWHERE),
    Command("answer", "ROUND NUMBER LETTER", "answer a question", round.answer, hidden=True),
    Command("game", "GAME WORD", "what the buttons of a live quiz say", game.game, Where.EVERYWHERE, hidden=True, posts=True),
    Command("proposal", "NUMBER WORD", "decide about a proposed question", proposals.decide, Where.EVERYWHERE, hidden=True),
    Command("next", "[ROUND]", "the next question of a round", round.next_question, hidden=True),
    Command("sure", "[ROUND NUMBER]", "sure of the answer to come", misses.sure, hidden=True),
    Command("cause", "[ROUND NUMBER] CAUSE", "why an answer was wrong", misses.cause, hidden=True),
    Command("easy", "ROUND NUMBER", "a right answer was easy", review.easy, hidden=True),
    Command("skip", "[ROUND NUMBER]", "leave a question out", round.skip, hidden=True),
    Command("mark", "SITTING NUMBER LETTER", "answer a question of a mock exam", sitting.mark, hidden=True),
    Command("flag", "[QUESTION] [off]", "flag a question to come back to", flags.flag, hidden=True),
    Command("go", "NUMBER", "go to a question of a mock exam", sitting.go, hidden=True),
    Command("snooze", "[MINUTES]", "put off what was sent", pause.snooze, hidden=True),
    Command("stop", "[WHAT]", "stop what comes by itself", pause.stop, hidden=True),
    Command("note", "CASE", "the note of a case", cases.note, hidden=True),
    Command("ask", "WORDS", "what needs no command in a private chat", assist.help_, Where.EVERYWHERE, hidden=True),
    Command("admin", "LIST", "for operators", admin.admin, hidden=True, admins=True),
    Command("refused", "", "why a message was not read", assist.refused_data, Where.EVERYWHERE, hidden=True),
    Command("found", "SEARCH PAGE", "more results of a search", lookup.more_found, hidden=True),
)

BY_NAME = {command.name: command for command in COMMANDS}
