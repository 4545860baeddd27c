"""The chat in a real terminal: tmux runs it, types, and hands out what stands on the screen."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

WIDTH = 824
_EIGHT = [(26, 26, 26), (224, 82, 99), (140, 200, 90), (229, 192, 123), (97, 140, 239), (190, 120, 220), (86, 196, 214), (217, 217, 217)]
_COLOURS = TerminalTheme((22, 24, 29), (217, 217, 217), _EIGHT)
_SOCKET = "tutor-captures"
_PATIENCE = 60.0
_STYLE = f"<style>{(Path(__file__).parent / 'terminal.css').read_text()}</style>"


class Terminal:
    """A terminal of 92 columns with the chat in it."""

    def __init__(self) -> None:
        self._start = 0

    def types(self, text: str, until: str) -> None:
        """Type a line, and wait for its answer."""
        self._start = len(_screen().splitlines()) - 1  # from the prompt on
        _tmux("send-keys", "-l", text)
        _tmux("send-keys", "Enter")
        self.waits(until)

    def waits(self, until: str) -> None:
        """Wait until something stands on the screen and nothing moves any more."""
        before, began = "", time.monotonic()
        while not (any(until in line for line in before.splitlines()[self._start :]) and before == _screen()):
            before = _screen()
            assert time.monotonic() - began < _PATIENCE, f"{until!r} does not come; the screen is\n{before}"
            time.sleep(0.4)

    def page(self) -> str:
        """Draw what has come since the last line was typed, with its colours."""
        coloured = _tmux("capture-pane", "-e", "-p", "-S", "-").rstrip().splitlines()[self._start : -1]
        console = Console(record=True, width=92, file=StringIO(), force_terminal=True, color_system="truecolor")
        console.print(Text.from_ansi("\n".join(coloured)), end="")
        body = console.export_html(theme=_COLOURS, inline_styles=True, code_format="{code}")
        return f'{_STYLE}<div class="tty"><pre>{body}</pre></div>'


@contextmanager
def chat(folder: Path) -> Iterator[Terminal]:
    """Start the chat with its data in ``folder``."""
    command = f"env TUTOR_DATA={folder} PYTHONPATH={Path.cwd()} {sys.executable} -m adapters.cli chat"
    _tmux("-f", "/dev/null", "new-session", "-d", "-x", "92", "-y", "60", command)
    try:
        yield Terminal()
    finally:
        subprocess.run(["tmux", "-L", _SOCKET, "kill-server"], check=False)


def _tmux(*arguments: str) -> str:
    return subprocess.run(["tmux", "-L", _SOCKET, *arguments], capture_output=True, text=True, check=True).stdout


def _screen() -> str:
    return _tmux("capture-pane", "-p", "-S", "-").rstrip()
