"""Make the pictures of docs/captures.md again: ``.venv/bin/python -m docs.capture [NAME …]``, from the root of the project.

A conversation runs through the real adapters against the loopback servers of the tests. What they put on the wire is drawn by
pages of our own that look like the clients of Telegram and Discord on a phone; the terminal is a real one, in tmux. Needs
chromium, pngquant, tmux and the fonts Roboto and Noto Sans (Debian: chromium pngquant tmux fonts-roboto-unhinted fonts-noto-core).
"""

import asyncio
import sys
import tempfile
from collections.abc import Awaitable
from pathlib import Path

from bot.codebook.shelf import open_codebook
from bot.library.shelf import Library
from bot.store.database import Database
from bot.tutor import Tutor
from docs.capture import discord, game, telegram, terminal, together
from docs.capture.camera import shoot
from tests.conftest import Clock
from tests.discord_gateway import SERVER

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "docs/captures"


class Album:
    """The pictures; only those that are ``wanted`` are made, all if none is named."""

    def __init__(self, wanted: list[str]) -> None:
        self._wanted = wanted
        TARGET.mkdir(exist_ok=True)

    def add(self, name: str, page: str, width: int) -> None:
        """Make a picture."""
        if not self._wanted or any(name.startswith(one) for one in self._wanted):
            print(f"{name:32} {shoot(page, TARGET / f'{name}.png', width) / 1000:5.0f} kB", flush=True)


async def on_telegram(tutor: Tutor, album: Album) -> None:
    """Take the pictures of Telegram."""
    clock = Clock()
    async with telegram.world(tutor, clock) as server:

        async def says(text: str, by: str = "ana") -> list[str]:
            clock.sleeps(seconds=1)
            return [telegram.said(text), *map(telegram.shown, await server.says(by, text))]

        async def taps(label: str, line: str = "", by: str = "ana") -> list[str]:
            clock.sleeps(seconds=1)
            found = await server.taps(by, label, line=line)
            typed = [telegram.said(line)] if line else []
            changed = ", and the message becomes" if found[-1].edits else ""
            return [telegram.note(f"{label.strip()} tapped{changed}"), *typed, *map(telegram.shown, found)]

        def picture(name: str, parts: list[str], **more: str) -> None:
            album.add(f"telegram-{name}", telegram.chat(*parts, **more), telegram.WIDTH)

        picture("welcome", await says("/start"))
        picture("question", await says("/quiz icd10cm"))
        picture("verdict", await taps("B"))
        picture("code", await says("E11.22"))
        parts = await says("S52.52")
        picture("category", parts)
        picture("completion", [*(await taps("S52.521")), *(await taps("A "))])
        picture("search", await says("heart attack"))
        picture("faq", await says("what score do i need to pass"))
        picture("unknown", await says("who won the cup final"))
        picture("settings", [*(await says("/settings")), *(await taps("Hour"))])
        picture("progress", await says("/progress"))
        picture("link", await says("/link"))
        picture("data", await says("patient Mary Smith, ssn 123-45-6789, has E11.9"))
        found = await server.types("ana", "heart attack")
        picture(
            "inline",
            [telegram.said("Which code was it again?", "Ben"), telegram.offered("heart attack", found)],
            title="Study group",
            under="20 members",
        )
        server.group("study", managers=("ben",))
        asked = "/code E11.21"
        page = await server.says("study", asked, by="ana")
        refused = await server.says("study", "/quiz", by="ben")  # who has never written to us in private
        parts = [telegram.said("Which one says nephropathy?", "Ben"), telegram.said(asked)]
        parts += [telegram.shown(one, asked, group=True) for one in page]
        parts += [telegram.said("/quiz", "Ben"), *(telegram.shown(one, "/quiz", group=True) for one in refused)]
        picture("group", parts, title="Study group", under="20 members")


async def on_discord(tutor: Tutor, album: Album) -> None:
    """Take the pictures of Discord."""
    clock = Clock()
    async with discord.world(tutor, clock) as gateway:
        last = ""

        async def new(act: Awaitable[object], channel: str) -> list[dict]:
            """Do something and list the messages that came or changed."""
            nonlocal last
            clock.sleeps(seconds=1)
            before = {name: dict(one) for name, one in gateway.messages.items()}

            def changed() -> list[dict]:
                return [
                    one for name, one in gateway.messages.items()
                    if one["channel_id"] == channel and one != before.get(name) and one["components"]
                ]  # fmt: skip

            await act
            await gateway.until(lambda: bool(changed()))
            await asyncio.sleep(0.05)
            last = changed()[-1]["id"]
            return changed()

        async def says(text: str) -> list[str]:
            return [discord.said(text), *map(discord.shown, await new(gateway.writes("ana", text), gateway.dm("ana")))]

        async def calls(name: str, channel: str = "", **options: object) -> list[str]:
            used = " ".join([f"/{name}", *map(str, options.values())])
            found = await new(gateway.calls_command("ana", name, options, channel=channel or None), channel or gateway.dm("ana"))
            return [discord.shown(one, used) for one in found]

        async def taps(label: str, channel: str = "") -> list[str]:
            tapped = last
            found = await new(gateway.taps("ana", tapped, label), channel or gateway.dm("ana"))
            changed = ", and the message becomes" if found[-1]["id"] == tapped else ""
            return [discord.note(f"{label.strip()} tapped{changed}"), *map(discord.shown, found)]

        def picture(name: str, parts: list[str], **more: str) -> None:
            album.add(f"discord-{name}", discord.chat(*parts, **more), discord.WIDTH)

        picture("welcome", await calls("start"))
        picture("question", await calls("quiz", area="icd10cm"))
        picture("verdict", await taps("B"))
        picture("code", await says("E11.22"))
        picture("category", await says("H40.11"))
        await taps("H40.113")
        picture("completion", await taps("2  moderate"))
        picture("search", await says("heart attack"))
        picture("faq", await says("what score do i need to pass"))
        picture("unknown", await says("who won the cup final"))
        picture("settings", [*(await calls("settings")), *(await taps("Hour"))])
        form = await gateway.taps("ana", last, "Another time")
        await gateway.until(lambda: form.answered == 9)
        picture("form", [discord.form(form)])
        picture("progress", await calls("progress"))
        picture("link", await calls("link"))
        picture("data", await says("patient Mary Smith, ssn 123-45-6789, has E11.9"))
        typing = await gateway.types("ana", "code", "words", "heart att")
        await gateway.until(lambda: typing.answered == 8)
        picture(
            "typing",
            [discord.said("Which code was it again?", "Ben"), discord.offered("code", "words", "heart att", typing)],
            title="# study-group",
        )
        public = await calls("code", SERVER, words="E11.21")
        private = await calls("quiz", SERVER, area="icd10cm", how_many=5)
        picture("server", [discord.said("Which one says nephropathy?", "Ben"), *public], title="# study-group")
        parts = [discord.said("I got 4 of 5 this morning.", "Ben"), *private, *(await taps("A", SERVER))]
        picture("private", parts, title="# study-group")


def in_the_terminal(folder: Path, album: Album) -> None:
    """Take the pictures of the chat in a terminal."""
    with terminal.chat(folder) as screen:

        def picture(name: str) -> None:
            album.add(f"terminal-{name}", screen.page(), terminal.WIDTH)

        screen.waits("Welcome.")
        picture("welcome")
        screen.types("what score do i need to pass the cpc", "Source:")
        picture("faq")
        screen.types("quiz me on modifiers", "Skip")
        picture("question")
        screen.types("b", "Something is wrong here")
        picture("verdict")
        screen.types("N18.31", "Quiz me on this")
        picture("code")
        screen.types("heart attack", "I21.9")
        picture("search")


async def main(wanted: list[str]) -> None:
    """Make all pictures."""
    album = Album(wanted)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = Library(ROOT / "content", folder / "cache")
        codebook = open_codebook([folder / "codes"], library.thesaurus, library.own_words)
        for take in (on_telegram, on_discord):
            database = Database(f"sqlite:///{folder / take.__name__}.db")
            database.upgrade()
            await take(Tutor(database, library, codebook, seed=7), album)
            database.close()
        for take in (game.on_telegram, game.on_discord, together.on_telegram, together.on_discord):
            database = Database(f"sqlite:///{folder / f'{take.__module__}-{take.__name__}'}.db")
            database.upgrade()
            await take(Tutor(database, library, codebook, seed=7), album.add)
            database.close()
        in_the_terminal(folder, album)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
