"""A class, everybody's board and a duel, on both platforms: what instructor and student see, what a league is, who is challenged."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.chat import Incoming, Sender
from bot.library.question import LETTERS
from bot.tutor import Tutor
from docs.capture import discord, telegram
from tests.conftest import Clock
from tests.discord_gateway import SERVER, user_id

Add = Callable[[str, str, int], None]
Says = Callable[[str, str], Awaitable[list[str]]]
STUDENTS = ("ben", "cleo", "dora", "emil", "fay")
NAMES = ("Night Owl", "Miss Modifier", "Jade Heron", "Coral Lynx", "Code Blue")
"""Names on the boards, where nobody knows whose they are."""


def _works(tutor: Tutor, at: datetime, sender: Sender, task: int, rights: tuple[bool, ...]) -> None:
    """Have a student do an assignment, beside the picture."""
    said = tutor.handle(Incoming(sender, f"/class do {task}", at))[-1]
    for right in rights:
        found = tutor.library.questions[next(one for one in said.about if one.startswith("question/")).removeprefix("question/")]
        lines = dict(line.split("  ", 1) for line in said.text.splitlines() if line[1:3] == "  " and line[0] in LETTERS)
        letter = next(letter for letter, option in lines.items() if (option == found.options[found.key]) is right)
        said = tutor.handle(Incoming(sender, next(one.says for one in said.choices if one.label == letter), at))[-1]
        if onward := [one.says for one in said.choices if one.label == "Next"]:
            said = tutor.handle(Incoming(sender, onward[0], at))[-1]


async def _tour(tutor: Tutor, clock: Clock, ana: Sender, says: Says, picture: Callable[..., None]) -> None:
    """Take the pictures of a class and of everybody's board, which are seen in private."""
    opened = await says("tess", "/class open CPC evening")
    with tutor.database.reading() as connection:
        code = connection.exec_driver_sql("SELECT code FROM classroom").scalar()
        number = connection.exec_driver_sql("SELECT id FROM classroom").scalar()
    picture("class-open", opened)
    joined = await says("ana", f"/class join {code} share")
    await says("tess", f"/class {number} assign anatomy 2 due friday 5 pm")
    with tutor.database.reading() as connection:
        task = connection.exec_driver_sql("SELECT id FROM assignment").scalar()
    picture("class-student", [*joined, *(await says("ana", "/class"))])
    for place, (who, name) in enumerate(zip(STUDENTS, NAMES, strict=True)):
        sender = Sender(ana.platform, str(9000 + place), who.capitalize())
        for text in (f"/class join {code} private", f"/board join {name}"):
            tutor.handle(Incoming(sender, text, clock.now))
        _works(tutor, clock.now, sender, task, (True, place % 2 == 0))
    picture("class-areas", await says("tess", "/class areas"))
    picture("board-join", await says("ana", "/board join"))
    await says("ana", "/board join Anatomy Ace")
    _works(tutor, clock.now, ana, task, (True, True))
    picture("board-league", await says("ana", "/board league"))


async def on_telegram(tutor: Tutor, add: Add) -> None:
    """Take the pictures on Telegram."""
    clock = Clock()
    async with telegram.world(tutor, clock) as server:

        async def says(by: str, text: str) -> list[str]:
            clock.sleeps(seconds=1)
            return [telegram.said(text), *map(telegram.shown, await server.says(by, text))]

        def picture(name: str, parts: list[str], **more: str) -> None:
            add(f"telegram-{name}", telegram.chat(*parts, **more), telegram.WIDTH)

        await _tour(tutor, clock, Sender("telegram", str(server.person("ana")), "Ana"), says, picture)
        server.group("study")
        await server.says("study", "Anatomy is my strong side.", by="ben")
        challenge = await server.says("study", "/duel anatomy", by="ana", to=server.sees("study")[0])
        parts = [telegram.said("Anatomy is my strong side.", "Ben"), telegram.said("/duel anatomy")]
        parts += [telegram.shown(one, "/duel anatomy", group=True) for one in challenge]
        accepted = await server.taps("study", "Accept", by="ben")
        parts += [telegram.note("Ben taps Accept"), *(telegram.shown(one, group=True) for one in accepted)]
        picture("duel", parts, title="Study group", under="20 members")


async def on_discord(tutor: Tutor, add: Add) -> None:
    """Take the pictures on Discord."""
    clock = Clock()
    async with discord.process(tutor, clock) as (gateway, process):
        gateway.permissions = str(1 << 11)  # it may write

        async def new(act: Awaitable[object], channel: str) -> list[dict]:
            """Do something and list the messages that came or changed."""
            clock.sleeps(seconds=1)
            before = {name: dict(one) for name, one in gateway.messages.items()}

            def changed() -> list[dict]:
                there = [(name, one) for name, one in gateway.messages.items() if one["channel_id"] == channel and one["components"]]
                return [one for name, one in there if one != before.get(name)]

            await act
            await gateway.until(lambda: bool(changed()))
            await process.reception.drain(10)
            await asyncio.sleep(0.05)
            return changed()

        async def says(by: str, text: str) -> list[str]:
            found = await new(gateway.writes(by, text), gateway.dm(by))
            return [discord.said(text, by.capitalize()), *map(discord.shown, found)]

        def picture(name: str, parts: list[str], **more: str) -> None:
            add(f"discord-{name}", discord.chat(*parts, **more), discord.WIDTH)

        await _tour(tutor, clock, Sender("discord", user_id("ana"), "Ana"), says, picture)
        call = gateway.calls_command("ana", "duel", {"whom": user_id("ben"), "area": "anatomy"}, channel=SERVER, people=("ben",))
        (challenge,) = await new(call, SERVER)
        parts = [discord.said("Anatomy is my strong side.", "Ben"), discord.shown(challenge, "/duel whom: @ben area: Anatomy", calls="ben")]
        accepted = await new(gateway.taps("ben", challenge["id"], "Accept"), SERVER)
        parts += [discord.note("Ben taps Accept"), *map(discord.shown, accepted)]
        picture("duel", parts, title="# study-group")
