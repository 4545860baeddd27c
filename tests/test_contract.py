"""The same conversation everywhere: one transcript through every adapter, compared by what a person sees and can tap."""

import io
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from adapters.console import Chat
from adapters.pipe import Clock as PipeClock
from adapters.pipe import Pipe
from bot.store.database import Database
from bot.tutor import Tutor
from tests.conftest import Clock
from tests.discord_person import discord_world
from tests.discord_spec import Spec as DiscordSpec
from tests.telegram_world import World, telegram_server

TRANSCRIPT = (
    ("says", "/start"),
    ("taps", "I have a date", "March 15"),
    ("taps", "Part time"),
    ("taps", "Central"),
    ("taps", "Another time", "7:30 pm"),
    ("says", "what score do i need to pass"),
    ("says", "E11.21"),
    ("taps", "E11.2 ▲"),
    ("says", "heart attack"),
    ("says", "broken wrist"),
    ("says", "/quiz icd10cm 3"),
    ("taps", "B"),
    ("taps", "Next"),
    ("says", "is a degree needed"),
    ("taps", "Continue"),
    ("taps", "C"),
    ("says", "/progress"),
    ("says", "/settings"),
    ("taps", "Hour"),
    ("taps", "12:00"),
    ("says", "/check E11.9 O24.410"),
    ("says", "patient Mary Smith, ssn 123-45-6789, has <b>E11.9</b>"),
    ("says", "**stars** & <b>tags</b> _and_ `ticks` of no meaning"),
    ("says", "/exam quarter"),
    ("taps", "B"),
    ("taps", "Flag"),
    ("says", "second one"),
    ("says", "overview"),
    ("taps", "Flagged: 2"),
    ("says", "time left"),
    ("says", "hand in"),
    ("says", "/export"),
    ("says", "/link"),
    ("says", "/forget"),
    ("taps", "Keep it"),
)


@dataclass(frozen=True)
class Shown:
    """One message: its words in a row, without marks, and its buttons."""

    text: str
    labels: tuple[str, ...]


def plain(text: str) -> str:
    text = re.sub(r"[A-Z0-9]{4}-[A-Z0-9]{4}", "CODE", text.replace("**", "").replace("`", ""))
    return " ".join(text.split())


@pytest.fixture
def build(tmp_path, empty_sqlite, library, codebook):
    """Build a tutor on an empty store of its own, the same chance in each."""

    made = []

    def make(name):
        path = tmp_path / f"{name}.db"
        path.write_bytes(empty_sqlite.read_bytes())
        made.append(Database(f"sqlite:///{path}"))
        return Tutor(made[-1], library, codebook, seed=7)

    yield make
    for database in made:
        database.close()


def by_pipe(tutor) -> list[list[Shown]]:
    out = io.StringIO()
    clock = Clock()
    pipe = Pipe(tutor, PipeClock(None, lambda: clock.now), out)
    seen, choices = [], []
    for step in TRANSCRIPT:
        clock.sleeps(seconds=1)
        text = step[1]
        if step[0] == "taps":
            chosen = next(one for one in choices if one["label"].startswith(step[1]))
            assert bool(chosen["asks"]) == (len(step) > 2)
            text = chosen["says"] + (step[2] if len(step) > 2 else "")
        start = out.tell()
        pipe.run([json.dumps({"id": 1, "from": "ana", "text": text})])
        out.seek(start)
        replies = [line for line in map(json.loads, out.read().splitlines()) if "text" in line]
        choices = [one for reply in replies for one in reply["choices"]]
        seen.append([Shown(plain(reply["text"]), tuple(one["label"].rstrip("…") for one in reply["choices"])) for reply in replies])
    return seen


async def by_telegram(tutor) -> list[list[Shown]]:
    clock = Clock()
    seen = []
    async with telegram_server(clock) as server, World(tutor, server, lambda: clock.now):
        for step in TRANSCRIPT:
            clock.sleeps(seconds=1)
            if step[0] == "says":
                found = await server.says("ana", step[1])
            else:
                found = await server.taps("ana", step[1], line=step[2] if len(step) > 2 else "")
            # A picture cannot carry its words there, so they stand below the text.
            shown = [(plain(one.text).partition(" Picture: ")[0], one.labels) for one in found]
            seen.append([Shown(text, tuple(label.rstrip("…") for label in labels)) for text, labels in shown])
    return seen


async def by_discord(tutor) -> list[list[Shown]]:
    clock = Clock()
    folder = os.environ.get("TUTOR_SHARED")
    spec = DiscordSpec(json.loads((Path(folder) / "specs" / "discord_openapi.json").read_text())) if folder else None
    seen = []
    async with discord_world(tutor, clock, spec) as world:
        ana = world.person("ana")
        for step in TRANSCRIPT:
            found = await (ana.says(step[1]) if step[0] == "says" else ana.taps(step[1], *step[2:]))
            seen.append([Shown(plain(one.text), tuple(label.rstrip("…") for label in one.labels)) for one in found])
    return seen


def by_console(tutor, monkeypatch, capsys, tmp_path) -> list[tuple[str, tuple[str, ...]]]:
    """Talk in the terminal: numbers pick choices. Returns what was printed for each step, and the labels."""
    clock = Clock()
    monkeypatch.setenv("COLUMNS", "88")
    chat = Chat(tutor, lambda: clock.now, tmp_path, tmp_path)
    seen = []

    class Keyboard:
        def __init__(self):
            self.steps = list(TRANSCRIPT[1:])  # the chat itself says /start to somebody new
            self.line = None

        def isatty(self):
            return False

        def readline(self):
            if self.line is not None:
                line, self.line = self.line, None
                return line + "\n"
            seen.append((capsys.readouterr().out, tuple(choice.label.rstrip("…") for choice in chat._choices)))
            if not self.steps:
                return ""
            clock.sleeps(seconds=1)
            step = self.steps.pop(0)
            if step[0] == "says":
                return step[1] + "\n"
            number = next(n for n, choice in enumerate(chat._choices, 1) if choice.label.startswith(step[1]))
            self.line = step[2] if len(step) > 2 else None
            return f"{number}\n"

    monkeypatch.setattr("sys.stdin", Keyboard())
    chat.run()
    return seen


async def test_every_mouth_says_the_same(build, monkeypatch, capsys, tmp_path):
    pipe = by_pipe(build("pipe"))
    telegram = await by_telegram(build("telegram"))
    discord = await by_discord(build("discord"))
    console = by_console(build("console"), monkeypatch, capsys, tmp_path)
    assert len(pipe) == len(telegram) == len(discord) == len(console) == len(TRANSCRIPT)
    for step, wanted, there, here, printed in zip(TRANSCRIPT, pipe, telegram, discord, console, strict=True):
        assert wanted, step
        for name, found in (("Telegram", there), ("Discord", here)):
            assert [one.text for one in found] == [one.text for one in wanted], (name, step)
            assert [set(one.labels) for one in found] == [set(one.labels) for one in wanted], (name, step)
        text, labels = plain(printed[0]), printed[1]
        for one in wanted:
            # The terminal never edits what is above, so an option that is tapped there need not repeat its question.
            assert (one.text[:200] if step[1] in ("A", "B", "C", "D") else one.text) in text, ("console", step)
        assert set(labels) == set(wanted[-1].labels), ("console", step)
