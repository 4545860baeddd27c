"""A chat in the terminal: history, completion, choices by key, colour where the terminal has it."""

import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.text import Text

from adapters.messenger import HERE, answer
from bot import guard
from bot.chat import Choice, Incoming, Reply, as_reply
from bot.tutor import Tutor

_WIDEST = 88
_OPTIONS = "ABCD"


class Chat:
    """A conversation in one terminal. Works with a pipe instead of a keyboard, too: one message a line."""

    def __init__(self, tutor: Tutor, now: Callable[[], datetime], folder: Path, files: Path | None = None) -> None:
        self._tutor = tutor
        self._now = now
        self._history = folder / "history"
        self._files = files or Path.cwd()
        self._choices: tuple[Choice, ...] = ()
        width = min(shutil.get_terminal_size().columns, _WIDEST)
        self._console = Console(width=width, highlight=False)

    def run(self) -> None:
        """Talk until the person leaves with /quit, Ctrl-D, or the end of the input."""
        self._note("Type a question, a code or /help. A number picks, Tab completes, /quit leaves.")
        if not self._tutor.knows(HERE):
            self._say("/start")
        else:
            self._note("Good to see you again. /daily is today's question, /continue goes on where you were.")
        read = self._keyboard() if sys.stdin.isatty() and sys.stdout.isatty() else self._lines()
        while True:
            self._pushes()
            typed = read()
            if typed is None or typed.strip().lower() in ("/quit", "/exit", "quit", "exit", "bye", ":q"):
                self._note("Bye. Everything is kept; come back any time.")
                return
            if not typed.strip() and not self._choices:
                continue
            chosen = self._chosen(typed.strip())
            if chosen is None:
                self._say(typed)
                continue
            says = chosen.says
            if chosen.asks:
                more = read_answer(chosen.asks, self._console, read)
                if not more:
                    continue
                says += more
            self._say(says)

    def _chosen(self, typed: str) -> Choice | None:
        """Find the choice that a key means: its number; where the question is open, its letter is the engine's."""
        if typed.isdecimal() and typed.isascii() and len(typed) < 3 and 1 <= int(typed) <= len(self._choices):
            choice = self._choices[int(typed) - 1]
            # An option tapped and an option typed are the same answer; typed keeps the question above in sight.
            return Choice(choice.label, choice.label) if choice.label in tuple(_OPTIONS) else choice
        if not typed and self._choices and self._choices[0].label == "Next":
            return self._choices[0]
        return None

    def _say(self, text: str) -> None:
        for reply in answer(self._tutor, Incoming(HERE, text, self._now())):
            self._show(reply)

    def _pushes(self) -> None:
        now = self._now()
        self._tutor.refresh(now)
        self._tutor.tick(now, pulse=False)
        for post in self._tutor.take_posts((HERE.platform,), now):
            self._show(as_reply(dict(post.reply)))
            self._tutor.sent(post)

    def _show(self, reply: Reply) -> None:
        self._console.print()
        self._console.print(Padding(marked(reply.text), (0, 0, 0, 2)))
        picture = reply.chart or reply.picture
        if picture and picture.alt not in reply.text:
            self._note(f"[picture: {picture.alt}]")
        if reply.file:
            path = _free(self._files / reply.file.name)
            path.write_bytes(reply.file.body)
            self._note(f"Saved as {path}")
        self._choices = in_key_order(reply.choices)
        if self._choices:
            self._console.print()
            for row in self._rows():
                self._console.print(Padding(row, (0, 0, 0, 2)))

    def _rows(self) -> list[Text]:
        """Lay the choices out in rows, none of them broken."""
        rows = [Text()]
        for number, choice in enumerate(self._choices, 1):
            label = f" {choice.label}{'…' if choice.asks else ''}"
            if rows[-1].plain and len(rows[-1].plain) + len(label) + 4 > self._console.width - 2:
                rows.append(Text())
            if rows[-1].plain:
                rows[-1].append("   ")
            rows[-1].append(str(number), style="bold cyan").append(label)
        return rows

    def _note(self, text: str) -> None:
        self._console.print(Padding(Text(text, "dim"), (0, 0, 0, 2)))

    def _keyboard(self) -> Callable[[], str | None]:
        self._history.parent.mkdir(parents=True, exist_ok=True)
        session: PromptSession[str] = PromptSession(
            history=_QuietHistory(str(self._history)),
            completer=_Suggestions(self._tutor, self._now),
            complete_while_typing=False,
            key_bindings=self._keys(),
        )

        def read() -> str | None:
            try:
                return session.prompt("\n› ")
            except (EOFError, KeyboardInterrupt):
                return None

        return read

    def _keys(self) -> KeyBindings:
        """Let Alt and a digit pick a choice at once."""
        keys = KeyBindings()
        for digit in "123456789":

            @keys.add("escape", digit)
            def _(event: KeyPressEvent, digit: str = digit) -> None:
                event.current_buffer.text = digit
                event.current_buffer.validate_and_handle()

        return keys

    def _lines(self) -> Callable[[], str | None]:
        def read() -> str | None:
            line = sys.stdin.readline()
            if line:
                self._console.print(f"\n› {escape(line.rstrip())}")
            return line.rstrip("\n") if line else None

        return read


def read_answer(asks: str, console: Console, read: Callable[[], str | None]) -> str:
    """Ask for the line that a choice wants."""
    console.print(f"\n  {escape(asks)}", style="italic")
    return (read() or "").strip()


def in_key_order(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Number options first, so that 1 to 4 are A to D."""
    return tuple(sorted(choices, key=lambda choice: choice.label not in tuple(_OPTIONS)))


def marked(text: str) -> Text:
    """Turn the two marks into styles; all else is literal.

    >>> marked("**E11** is `a code`").plain
    'E11 is a code'
    """
    styled = Text()
    for number, part in enumerate(text.split("**")):
        for place, piece in enumerate(part.split("`")):
            styled.append(piece, style="bold" if number % 2 else "cyan" if place % 2 else "")
    return styled


def _free(path: Path) -> Path:
    """Find a name that is not taken: an export never overwrites a file."""
    number, found = 1, path
    while found.exists():
        number += 1
        found = path.with_stem(f"{path.stem}-{number}")
    return found


class _QuietHistory(FileHistory):
    """Keep what was typed for the arrow keys, but never what looks like a patient's data."""

    def store_string(self, string: str) -> None:
        if not guard.holds_patient_data(string):
            super().store_string(string)


class _Suggestions(Completer):
    """Complete commands, and codes after /code."""

    def __init__(self, tutor: Tutor, now: Callable[[], datetime]) -> None:
        self._tutor, self._now = tutor, now

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        """Yield what the text before the cursor may become."""
        typed = document.text_before_cursor
        if typed.startswith("/") and " " not in typed:
            for command in self._tutor.commands:
                if not command.hidden and command.name.startswith(typed[1:]):
                    yield Completion(f"/{command.name}", -len(typed), display_meta=command.help)
        elif typed.startswith("/quiz "):
            word = typed[6:]
            for area in self._tutor.library.areas.values():
                if area.slug.startswith(word):
                    yield Completion(area.slug, -len(word), display_meta=area.title)
        elif typed.strip():
            wanted = typed.removeprefix("/code ")
            for choice in self._tutor.suggest(wanted, self._now(), limit=12):
                yield Completion(choice.says, -len(typed), display=choice.label)
