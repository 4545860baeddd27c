"""Kill the process at random moments while people talk to it on both platforms; start it again, and let them go on.

At the end nobody has waited in vain, every answer was counted once and as it was meant, no tap is left spinning, nothing is
left in the inbox, every request was as the descriptions have it, and no log holds an error or a word of anybody.
"""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from sqlalchemy import select

from bot.library.question import LETTERS
from bot.store.database import Database
from bot.store.tables import account, attempt, inbox
from bot.store.tables import round as rounds
from tests.discord_gateway import _LOADING
from tests.soak.stage import FaultFoundError
from tests.soak.talkers import Caller, LostError, Talker, Texter
from tests.soak.town import Town


@dataclass
class Report:
    """What a run has done."""

    seed: int
    kills: Counter = field(default_factory=Counter)
    stops: int = 0
    conversations: Counter = field(default_factory=Counter)
    counts: Counter = field(default_factory=Counter)
    answers: int = 0
    doubled: Counter = field(default_factory=Counter)
    warned: Counter = field(default_factory=Counter)
    longest: float = 0.0

    def __str__(self) -> str:
        def listed(counts: Counter) -> str:
            return ", ".join(f"{what} {count}" for what, count in sorted(counts.items()) if not what.startswith("wanted")) or "none"

        return (
            f"seed {self.seed}: {self.kills.total()} kills ({listed(self.kills)}) and {self.stops} stops in {self.conversations.total()} conversations "
            f"({listed(self.conversations)}); {listed(self.counts)}; {self.answers} answers, each kept once and as it was meant; said twice: {listed(self.doubled)}; "
            f"the slowest tap spun for {self.longest:.1f} s; warnings: {listed(self.warned)}"
        )


async def kill(
    url: str, data: Path, codes: list[str], seed: int, *, kills: int, conversations: int, log: Path,
    at_once: int = 40, rounds_each: int = 2, questions: int = 5, think: float = 1.0, say: Callable[[str], None] = lambda _said: None,
) -> Report:  # fmt: skip
    """Run ``conversations``, half of them on each platform and ``at_once`` at a time, with so many kills; more begin while kills are left.

    ``url`` is an empty store, ``data`` the data folder with the indexes, ``codes`` are valid and looked up once each. Raises
    :class:`FaultFoundError` with all that was wrong.
    """
    chance, report, faults = Random(seed), Report(seed), []
    talkers: list[Talker] = []
    async with Town(url, data, seed, log) as town:
        town.telegram.group("group")
        living = asyncio.ensure_future(town.live(kills, say))

        async def talk() -> None:
            while len(talkers) < conversations or not living.done():
                kind = Texter if len(talkers) % 2 else Caller
                talker = kind(town, len(talkers), Random(chance.random()), codes, rounds=rounds_each, questions=questions, think=think)
                talkers.append(talker)
                try:
                    await talker.converse()
                except LostError as lost:
                    faults.append(str(lost))
                report.conversations[talker.platform] += 1

        while not town.discord.commands:  # nobody can call what is not there yet
            await asyncio.sleep(0.1)
        people = [asyncio.ensure_future(talk()) for _ in range(at_once)]
        await asyncio.gather(living, *people)
        await _quiet(town, url)
        await town.stop()
        faults += town.faults + town.telegram.faults + [f"refused: {one}" for one in town.discord.refused]
        faults += [f"a tap spins: {tap}" for tap in sorted(town.telegram.spinning)]
        faults += [f"Telegram still holds {town.telegram.waiting}"] if town.telegram.waiting else []
        faults += [f"it still thinks: {name}" for name, one in town.discord.messages.items() if one["flags"] & _LOADING]
        faults += town.logged()
        faults += _kept(url, talkers)
        report.kills, report.stops, report.longest, report.warned = town.kills, town.stops, town.telegram.longest, town.warned()
        for talker in talkers:
            report.counts += talker.counts
            report.answers += len(talker.meant)
            report.doubled += Counter({f"{talker.platform} {what}": count for what, count in talker.doubled().items()})
        report.doubled += _pages_twice(town)
    if faults:
        raise FaultFoundError("\n".join([str(report), f"{len(faults)} faults:", *faults[:40]]))
    return report


def _pages_twice(town: Town) -> Counter:
    """Count the pages that stand more than once in a chat of Telegram, each for a code that was looked up once."""
    twice = 0
    for chat in town.telegram.chats.values():
        heads = Counter(one.text.split()[0] for one in chat if one.by == "bot" and "Valid for reporting" in one.text)
        twice += sum(count - 1 for count in heads.values())
    return +Counter({"telegram pages": twice})


async def _quiet(town: Town, url: str) -> None:
    """Wait until nothing is left to do."""
    database = Database(url)
    for _ in range(120):
        with database.reading() as connection:
            left = connection.execute(select(inbox.c.id).where(inbox.c.state != "shown")).all()
        if not left and not town.telegram.waiting and not town.telegram.spinning:
            break
        await asyncio.sleep(0.5)
    database.close()


def _kept(url: str, talkers: list[Talker]) -> list[str]:
    """Compare what was kept with what was meant."""
    found = []
    database = Database(url)
    with database.reading() as connection:
        states = Counter(connection.scalars(select(inbox.c.state)))
        learners = {(row.platform, row.user): row.learner_id for row in connection.execute(select(account))}
        for talker in talkers:
            learner = learners.get((talker.platform, talker.user))
            plans = {row.id: row.plan for row in connection.execute(select(rounds).where(rounds.c.learner_id == learner))}
            given = [
                tuple(row)
                for row in connection.execute(
                    select(attempt.c.round_id, attempt.c.number, attempt.c.chosen).where(attempt.c.learner_id == learner)
                )
            ]
            letters = {(of, number): LETTERS[plans[of][number - 1][1].index(chosen)] for of, number, chosen in given}
            if len(letters) != len(given):
                found.append(f"{talker.name}: a question is counted twice: {given}")
            if letters != talker.meant:
                wrong = {
                    place: (talker.meant.get(place), letters.get(place))
                    for place in talker.meant.keys() | letters.keys()
                    if talker.meant.get(place) != letters.get(place)
                }
                found.append(f"{talker.name}: (meant, kept) by round and number: {wrong}")
            if talker.platform == "telegram" and len(plans) != talker.started:
                found.append(f"{talker.name}: {talker.started} rounds were asked for, {len(plans)} are there")
    database.close()
    if set(states) - {"shown"}:
        found.append(f"the inbox holds {dict(states)}")
    return found
