"""People who practise on either platform while the process under them dies: each takes rounds, answers by tap or by letter, and looks codes up.

They know what they should see for everything they do, and wait for it. What they answered is compared at the end with what was kept.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from random import Random

from tests.discord_gateway import _LOADING, SERVER, Interaction, Shown, user_id
from tests.discord_spec import walk
from tests.soak.texts import CANARY
from tests.soak.town import Town
from tests.telegram_people import Seen

_PATIENCE = 30.0
"""Seconds until an answer is taken for lost; only those count in which the process is there, since messages wait for it."""

_IN_TIME = 3.0
_WRITTEN = 15.0
"""Seconds after which somebody on Discord writes again, where the process was away meanwhile: Discord does not deliver again."""

_AREAS = ("anatomy", "terminology", "icd10cm", "compliance", "hcpcs")
_VERDICT = ("Right", "Wrong")
_GROUP = "group"


class LostError(Exception):
    """Somebody waited in vain."""


class Talker:
    """What all have in common: what they meant by their answers, and what they saw."""

    def __init__(self, town: Town, number: int, chance: Random, codes: list[str], *, rounds: int, questions: int, think: float) -> None:
        self.town, self.number, self.chance = town, number, chance
        self.rounds, self.questions, self._think = rounds, questions, think
        self.codes = codes
        self.meant: dict[tuple[int, int], str] = {}
        """By round and number, the letter."""

        self.counts: Counter[str] = Counter()
        self.started = 0

    async def converse(self) -> None:
        """Take rounds, one after the other."""
        for _ in range(self.rounds):
            await self.round()

    async def round(self) -> None:
        raise NotImplementedError

    async def think(self) -> None:
        await asyncio.sleep(self.chance.uniform(0.1, 2.0) * self._think)

    def letter(self) -> str:
        return self.chance.choice("ABCD")

    def code(self) -> str:
        """Choose a code that nobody has looked up before, so that its page is known by it."""
        return self.codes.pop()


class Texter(Talker):
    """Somebody on Telegram."""

    platform = "telegram"

    def __init__(self, *arguments: object, **more: object) -> None:
        super().__init__(*arguments, **more)
        self._places: dict[int, tuple[int, int]] = {}

    @property
    def name(self) -> str:
        return f"{CANARY}{self.number}"

    @property
    def user(self) -> str:
        return str(self.town.telegram.person(self.name))

    async def round(self) -> None:
        question, number = await self._quiz(), 1
        while True:
            await self.think()
            if self.chance.random() < 0.35:
                await self._aside(question)
            how = self.chance.random()
            if number < self.questions and how < 0.15:
                question, number = await self._hurries(question), number + 1
            elif how < 0.6:
                await self._taps_letter(question)
            elif how < 0.8:
                await self._writes_letter(question)
            else:
                await self._taps_two(question)
            if number == self.questions:
                return
            await self.think()
            question, number = await self._next(question), number + 1

    async def _quiz(self) -> Seen:
        self.started += 1
        known = {key for one in self._ours() if (key := _place(one))}
        self._says(f"/quiz {self.chance.choice(_AREAS)} {self.questions}")
        return await self._sees(lambda one: (_place(one) or (0, 0))[1] == 1 and _place(one) not in known, "the first question")

    async def _taps_letter(self, question: Seen) -> None:
        letter = self._means(question)
        self._taps(question, f"/answer {_place(question)[0]} {_place(question)[1]} {letter}")
        await self._until(lambda: question.raw.startswith(_VERDICT), "a verdict in the place of the question")

    async def _taps_two(self, question: Seen) -> None:
        """Tap twice, on two letters: the first counts, and the second is told so."""
        letter, place = self._means(question), _place(question)
        before = self._count("already answered")
        self._taps(question, f"/answer {place[0]} {place[1]} {letter}")
        self._taps(question, f"/answer {place[0]} {place[1]} {'ABCD'['BCDA'.index(letter)]}")
        self.counts["wanted: already answered"] += 1
        await self._until(lambda: question.raw.startswith(_VERDICT), "a verdict in the place of the question")
        await self._until(lambda: self._count("already answered") > before, "that it was answered already")

    async def _writes_letter(self, question: Seen) -> None:
        letter = self._means(question)
        before = self._verdicts()
        self._says(letter.lower())
        self.counts["wanted: verdicts"] += 1
        await self._until(lambda: self._verdicts() > before, "a verdict")

    async def _hurries(self, question: Seen) -> Seen:
        """Write two letters with a "next" between them, without waiting for anything: each is for its own question."""
        place = _place(question)
        before, first, second = self._verdicts(), self._means(question), self.letter()
        self.meant[place[0], place[1] + 1] = second
        for said in (first.lower(), "/next", second.lower()):
            self._says(said)
        self.counts["wanted: verdicts"] += 2
        found = await self._sees(lambda one: _place(one) == (place[0], place[1] + 1), "the next question")
        await self._until(lambda: self._verdicts() >= before + 2, "two verdicts")
        self._means(found)
        return found

    async def _next(self, question: Seen) -> Seen:
        place = _place(question) or self._places[question.id]
        data = f"/next {place[0]}"
        buttons = [one for one in self._ours() if data in _data(one)]
        self._taps(buttons[-1], data)
        return await self._sees(lambda one: _place(one) == (place[0], place[1] + 1), "the next question")

    async def _aside(self, question: Seen) -> None:
        """Look a code up in the middle of a round: by a command, in a group, or by the prompt under the question."""
        code, how = self.code(), self.chance.random()
        self.counts["wanted: pages"] += 1
        if how < 0.4:
            self._says(f"/code {code}")
        elif how < 0.6:
            self._says(f"/code {code}", chat=_GROUP)
            await self._sees(lambda one: one.text.startswith(code), "a page in the group", chat=_GROUP)
            return
        elif "?code" in _data(question):
            before = len([one for one in self._ours() if one.asks])
            self.counts["wanted: prompts"] += 1
            self._taps(question, "?code")
            await self._until(lambda: len([one for one in self._ours() if one.asks]) > before, "a prompt")
            self._says(code, to=[one for one in self._ours() if one.asks][-1])
        else:
            self._says(code)
        await self._sees(lambda one: one.text.startswith(code), "a page")

    # What is done and seen

    def _means(self, question: Seen) -> str:
        place = _place(question)
        self._places[question.id] = place
        return self.meant.setdefault(place, self.letter())

    def _says(self, text: str, *, chat: str | None = None, to: Seen | None = None) -> None:
        server = self.town.telegram
        server.push({"message": server.message(chat or self.name, self.name, {"text": text}, to=to)})

    def _taps(self, message: Seen, data: str) -> None:
        server = self.town.telegram
        self.counts["taps"] += 1
        server.tap(self.name, message, data)
        server.born[f"tap{server._message}"] = asyncio.get_running_loop().time()

    def _ours(self, chat: str | None = None) -> list[Seen]:
        return [one for one in self.town.telegram.sees(chat or self.name) if one.by == "bot"]

    def _count(self, words: str) -> int:
        return sum(words in one.text for one in self._ours())

    def _verdicts(self) -> int:
        return sum(one.text.startswith(_VERDICT) and not one.edits for one in self._ours())

    async def _sees(self, right: Callable[[Seen], bool], what: str, chat: str | None = None) -> Seen:
        await self._until(lambda: any(right(one) for one in self._ours(chat)), what)
        return next(one for one in self._ours(chat) if right(one))

    async def _until(self, true: Callable[[], bool], what: str) -> None:
        self.counts["steps"] += 1
        while True:
            try:
                await self.town.telegram.until(true, 5)
            except TimeoutError:
                if self.town.calm() > _PATIENCE:
                    raise LostError(f"{self.name} on Telegram waited for {what}; the chat: {self._tail()}") from None
            else:
                return

    def _tail(self) -> list[str]:
        """Write the end of the chat in short, for whoever looks for what went wrong."""
        return [
            f"{one.id} {'we' if one.by == 'bot' else 'they'}: {one.text[:30]!r} {_place(one) or ''} {one.edits}"
            for one in self.town.telegram.sees(self.name)[-8:]
        ]

    def doubled(self) -> Counter:
        """Count what stands in the chat more often than it should."""
        found: Counter[str] = Counter()
        questions = Counter(place for one in self._ours() if (place := _place(one) or self._places.get(one.id)))
        found["questions"] = sum(count - 1 for count in questions.values())
        found["verdicts"] = self._verdicts() - self.counts["wanted: verdicts"]
        found["notices"] = self._count("already answered") - self.counts["wanted: already answered"]
        found["prompts"] = len([one for one in self._ours() if one.asks]) - self.counts["wanted: prompts"]
        return +found


class Caller(Talker):
    """Somebody on Discord, in private or in a server."""

    platform = "discord"

    def __init__(self, *arguments: object, **more: object) -> None:
        super().__init__(*arguments, **more)
        self.channel = SERVER if self.chance.random() < 0.4 else self.town.discord.dm(self.name)

    @property
    def name(self) -> str:
        return f"d{self.number:05}"

    @property
    def user(self) -> str:
        return user_id(self.name)

    @property
    def private(self) -> bool:
        return self.channel != SERVER

    async def round(self) -> None:
        question = await self._quiz()
        for number in range(1, self.questions + 1):
            await self.think()
            if self.chance.random() < 0.35:
                await self._aside(question)
            place = _placed(question)
            if self.private and self.chance.random() < 0.3:
                verdict = await self._writes_letter(place, _options(question))
            else:
                verdict = await self._taps_letter(question, place)
            if number < self.questions:
                await self.think()
                question = await self._next(verdict, place)

    async def _quiz(self) -> dict:
        self.started += 1
        options = {"area": self.chance.choice(_AREAS), "how_many": self.questions}
        one = await self._acts(lambda: self.town.discord.calls_command(self.name, "quiz", options, channel=self.channel))
        return await self._shown(one, lambda message: (_placed(message) or (0, 0))[1] == 1, "the first question")

    async def _taps_letter(self, question: dict, place: tuple[int, int]) -> dict:
        letter = self.meant.setdefault(place, self.letter())
        one = await self._acts(lambda: self.town.discord.taps(self.name, question["id"], letter))
        graded = lambda message: message["id"] == question["id"] and _text(message).startswith(_VERDICT)  # noqa: E731
        return await self._shown(one, lambda message: graded(message) or _tells(message, place), "a verdict")

    async def _writes_letter(self, place: tuple[int, int], options: list[str]) -> dict:
        """Write a letter; where the process was away it may be lost without a word, and is written again."""
        letter = self.meant.setdefault(place, self.letter())
        known = {one["id"] for one in self._mine()}
        graded = lambda one: _text(one).startswith(_VERDICT) and all(option in _text(one) for option in options)  # noqa: E731
        new = lambda: [one for one in self._mine() if one["id"] not in known and (graded(one) or _tells(one, place))]  # noqa: E731
        await self._writes(letter.lower(), lambda: bool(new()), "a verdict")
        return new()[-1]

    async def _next(self, verdict: dict, place: tuple[int, int]) -> dict:
        one = await self._acts(lambda: self.town.discord.taps(self.name, verdict["id"], "Next"))
        return await self._shown(one, lambda message: _placed(message) == (place[0], place[1] + 1), "the next question")

    async def _aside(self, question: dict) -> None:
        """Look a code up in the middle of a round: by a command, while typing, by the form under the question, or in plain words."""
        code, how, discord = self.code(), self.chance.random(), self.town.discord
        page = lambda message: _text(message).startswith(code)  # noqa: E731
        if how < 0.3:
            one = await self._acts(lambda: discord.calls_command(self.name, "code", {"words": code}, channel=self.channel))
            await self._shown(one, page, "a page")
        elif how < 0.5:
            await self._acts(lambda: discord.types(self.name, "code", "words", code[:3]))
        elif how < 0.75 and "Look something up…" in Shown(question).labels:
            form = await self._acts(lambda: discord.taps(self.name, question["id"], "Look something up"))
            one = await self._acts(lambda: discord.fills(self.name, form, code))
            await self._shown(one, page, "a page")
        elif self.private:
            await self._writes(code, lambda: any(page(one) for one in self._mine()), "a page")

    # What is done and seen

    async def _acts(self, act: Callable[[], Awaitable[Interaction]]) -> Interaction:
        """Do something, and once more where Discord says that nobody answered in time; that may only be while the process is away."""
        while True:
            self.counts["interactions"] += 1
            begun = asyncio.get_running_loop().time()
            one = await act()
            try:
                await self.town.discord.until(lambda one=one: one.answered is not None, _IN_TIME + 0.2)
            except AssertionError:
                if self.town.busy(begun):
                    self.counts["interactions that failed while the machine was busy"] += 1
                elif not self.town.disturbed(begun):
                    raise LostError(
                        f"{self.name} on Discord got no answer in time, though the process was there: {one.kind} {one.event['data']}"
                    ) from None
                self.counts["interactions that failed and were done again"] += 1
                await self.think()
            else:
                return one

    async def _shown(self, one: Interaction, right: Callable[[dict], bool], what: str) -> dict:
        """Wait for what an interaction brings: in the message that was tapped, in the response, after it, or in private."""
        self.counts["steps"] += 1
        discord = self.town.discord

        def found() -> list[dict]:
            ids = [one.source, *discord.made_for[one.id], *([message["id"] for message in self._mine()] if self.private else [])]
            messages = [discord.messages[name] for name in ids if name in discord.messages]
            return [message for message in messages if not message["flags"] & _LOADING and right(message)]

        while not found():
            with suppress(AssertionError):
                await discord.until(lambda: bool(found()), 5)
            if not found() and self.town.calm() > _PATIENCE:
                raise LostError(f"{self.name} on Discord waited for {what}; answered {one.answered} after {one.at:.1f} s")
        return found()[-1]

    async def _writes(self, text: str, true: Callable[[], bool], what: str) -> None:
        self.counts["steps"] += 1
        while True:
            begun = asyncio.get_running_loop().time()
            await self.town.discord.writes(self.name, text)
            try:
                await self.town.discord.until(true, _WRITTEN)
            except AssertionError:
                if not self.town.disturbed(begun) and not self.town.busy(begun):
                    raise LostError(f"{self.name} on Discord wrote and waited for {what}, though the process was there") from None
                self.counts["messages that were lost and written again"] += 1
            else:
                return

    def _mine(self) -> list[dict]:
        """List what stands in the private chat."""
        discord = self.town.discord
        return [discord.messages[name] for name in discord.written_in[discord.dm(self.name)] if name in discord.messages]

    def doubled(self) -> Counter:
        """Count what was said more often than it should, in private."""
        questions = Counter(place for one in self._mine() if (place := _placed(one)))
        return +Counter({"questions": sum(count - 1 for count in questions.values())})


def _data(seen: Seen) -> list[str]:
    return [button.get("callback_data", "") for row in seen.markup.get("inline_keyboard", []) for button in row]


def _place(seen: Seen) -> tuple[int, int] | None:
    """Read round and number of a question off its first button."""
    first = next((data.split() for data in _data(seen) if data.startswith("/answer ")), None)
    return (int(first[1]), int(first[2])) if first else None


def _placed(message: dict) -> tuple[int, int] | None:
    """Read round and number of a question off its buttons, or of a verdict off its way on."""
    names = [part["custom_id"] for part in walk(message["components"]) if part["type"] == 2]
    first = next((name.partition(":")[2].split() for name in names if name.partition(":")[2].startswith("/answer ")), None)
    return (int(first[1]), int(first[2])) if first else None


def _options(question: dict) -> list[str]:
    """Read the options off a question; a verdict of it, and of no other, holds them all."""
    return [line[3:] for line in _text(question).splitlines() if line[:3] in ("A  ", "B  ", "C  ", "D  ")]


def _text(message: dict) -> str:
    return Shown(message).text


def _tells(message: dict, place: tuple[int, int]) -> bool:
    """Say whether a message tells that the question of this round was answered already."""
    names = [part["custom_id"] for part in walk(message["components"]) if part["type"] == 2]
    return "already answered" in _text(message) and any(name.endswith((f":/next {place[0]}", ":/progress")) for name in names)
