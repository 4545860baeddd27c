"""Fuzz Telegram: the real library over loopback is sent updates of every shape, and must answer what is to be answered.

After each batch: no warning or error in the log and no word of anybody, no tap that spins, no inline query of a person's
last without an answer, every request as the description has it, every person answered who was to be, the open rounds of
those who did nothing unchanged, and whoever took part can go on.
"""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from sqlalchemy import func, select

from adapters.delivery import Delivery
from adapters.reception import Reception
from adapters.telegram import Telegram
from adapters.telegram_pace import UNLIMITED, Pace
from adapters.web import Pages
from bot.store.tables import attempt, inbox, post
from bot.tutor import Tutor
from tests.soak.shrink import smaller, sort
from tests.soak.stage import Ears, FaultFoundError, Moment, specification, told
from tests.soak.telegram_updates import FIRST_PERSON, PEOPLE, Made, Updates, wanted
from tests.telegram_people import Seen
from tests.telegram_server import TOKEN, RefusedError, TelegramServer
from tests.telegram_spec import Spec, load

_WITNESSES = (4000, 4001, 4002)
"""People with an open round who say nothing while others do."""

_SETTLES = 30
"""Seconds in which everything that is due has gone out."""

_PATIENCE = 120
"""Seconds, of this machine, after which an answer is taken for one that never comes."""

_UNSENT = ("pending", "sending", "held", "dead")


class Everything:
    """What holds everything."""

    def __contains__(self, _one: object) -> bool:
        return True


class Square(TelegramServer):
    """A Telegram on which every chat exists that anybody names."""

    def __init__(self, spec: Spec, now: Callable) -> None:
        super().__init__(spec, now)
        self.forums = Everything()
        self.sent: Counter[int] = Counter()
        """Requests that show something, by chat."""

    def _may_write(self, chat: int) -> None:
        self.sent[chat] += 1
        self.chats.setdefault(chat, [])

    def _chat_json(self, chat: int) -> dict:
        return (
            {"id": chat, "type": "private", "first_name": "Somebody"} if chat > 0 else {"id": chat, "type": "supergroup", "title": "Group"}
        )

    async def _obey(self, method: str, sent: dict, files: dict) -> object:
        if method == "getChatAdministrators":
            return [{"status": "creator", "user": {"id": FIRST_PERSON, "is_bot": False, "first_name": "Mia"}, "is_anonymous": False}]
        if method == "editMessageText" and not any(one.id == int(sent["message_id"]) for one in self.chats.get(int(sent["chat_id"]), ())):
            self._may_write(int(sent["chat_id"]))
            raise RefusedError(400, "Bad Request: message to edit not found")
        return await super()._obey(method, sent, files)


@dataclass
class Report:
    """What a run has done."""

    seed: int
    updates: int = 0
    kinds: Counter = field(default_factory=Counter)
    answers: int = 0
    broken: int = 0
    checks: int = 0
    pushes: int = 0
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        kinds = ", ".join(f"{name} {count}" for name, count in self.kinds.most_common())
        return f"seed {self.seed}: {self.updates} updates ({kinds}; {self.broken} that no platform would send), {self.answers} answers, {self.pushes} pushes, {self.checks} people who went on"


class Run:
    """One process of ours on one store, and what is sent to it."""

    def __init__(self, tutor: Tutor, seed: int, *, webhook: bool = False) -> None:
        self.webhook = webhook
        path = specification("telegram_api.json")
        if path is None:
            raise FaultFoundError("TUTOR_SHARED names no folder with specs/telegram_api.json")
        self.tutor, self.moment, self.chance, self.ears = tutor, Moment(), Random(seed), Ears()
        now = lambda: self.moment.now  # noqa: E731
        self.server = Square(Spec(path), now)
        self.updates = Updates(load(path), self.chance, self.server.chats, now)
        self.report = Report(seed)
        self.witnessed: dict[int, str] = {}
        self.albums: set[str] = set()

    async def __aenter__(self) -> "Run":
        now = lambda: self.moment.now  # noqa: E731
        await self.server.__aenter__()
        self.reception = Reception(self.tutor, now, pause=_no_pause)
        pace = Pace(private=UNLIMITED, group=UNLIMITED, overall=UNLIMITED)
        hook = "https://tutor.example/hook" if self.webhook else None
        options = {"base_url": self.server.url, "pace": pace, "pause": _no_pause, "poll_seconds": 20, "webhook_url": hook}
        self.telegram = Telegram(TOKEN, self.reception, now, **options)
        self.delivery = Delivery(self.reception, {"telegram": self.telegram}, now)
        self.pages = Pages(self.reception, {"/hook": self.telegram.webhook}, lambda: True)
        await self.pages.start("127.0.0.1", 0)
        self.server.hook_at = f"http://127.0.0.1:{self.pages.port}/hook"
        self.server.settle = self.settle
        await self.reception.call(self.tutor.suggest, "warm up", self.moment.now)  # as at every start
        await self.telegram.start()
        for person in _WITNESSES:
            await self._says(person, "/quiz 5")
            self.witnessed[person] = await self._question(person)
        self.ears.take()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.telegram.stop()
        await self.pages.stop()
        self.reception.close()
        await self.server.__aexit__()

    async def settle(self) -> None:
        """Wait until everything that was taken in is answered, and everything beside is done."""
        while self.reception._tasks or self.telegram._tasks:
            assert await self.reception.drain(_PATIENCE), "an answer does not come to an end"
            if self.telegram._tasks:
                await asyncio.wait(self.telegram._tasks, timeout=30)

    async def batch(self, batch: list[Made]) -> list[str]:
        """Send updates at once; returns what was wrong."""
        server = self.server
        self.moment.sleeps(seconds=2 * len(batch))
        before, requests = Counter(server.sent), len(server.requests)
        queries: dict[int, str] = {}
        for made in sorted(batch, key=lambda made: made.raw["update_id"]):
            tap, typed = made.raw.get("callback_query"), made.raw.get("inline_query")
            if isinstance(tap, dict) and isinstance(tap.get("id"), str) and not made.again:
                server.spinning.add(tap["id"])
            if isinstance(typed, dict) and not made.broken and not made.again:
                queries[typed["from"]["id"]] = typed["id"]
            server.push(made.raw)
        try:
            await server.settled()
        except TimeoutError:
            return [f"it does not come to an end: {server.waiting} wait, {len(self.reception._tasks)} are answered"]
        found = self.ears.take(frozenset({"read_failed", "aside_failed"} if any(made.broken for made in batch) else ()))
        found += server.faults
        found += [f"a tap spins: {tap}" for tap in sorted(server.spinning)]
        found += [f"an inline query has no answer: {query}" for query in queries.values() if query not in server.inline]
        found += self._unanswered(batch, before)
        server.faults.clear()
        server.spinning.clear()
        self.report.answers += sum(method.startswith(("send", "edit")) for method, _sent in server.requests[requests:])
        return found

    def _unanswered(self, batch: list[Made], before: Counter) -> list[str]:
        """Find who was to be answered and was not; one answer may be in the chat or in private."""
        asked: Counter[tuple[int, ...]] = Counter()
        prompts: set[str] = set()
        for made in batch:
            chats, once = ((), "") if made.broken or made.again else wanted(made.raw)
            if chats and made.raw.get("callback_query", {}).get("id") in self.server.whispered:
                continue  # one line that went with the tap is an answer
            known = self.albums if once.startswith("album") else prompts
            if chats and once not in known:
                asked[chats] += 1
            known |= {once} - {""}
        had = {chat: count - before[chat] for chat, count in self.server.sent.items()}
        found = []
        for chats, count in asked.items():
            if sum(had.get(chat, 0) for chat in set(chats)) < count:
                found.append(f"{count} answers were to come to {chats}, {[had.get(chat, 0) for chat in chats]} came")
        return found

    async def go_on(self, person: int) -> list[str]:
        """See whether somebody can go on: there is a question, or they take one, and a tap on a letter is graded."""
        self.moment.sleeps(seconds=30)
        self.report.checks += 1
        question = await self._says(person, "/continue")
        if "A" not in question.labels:
            question = await self._says(person, "/quiz anatomy 2")
        if "A" not in question.labels:
            return [f"{person} gets no question: {question.text[:80]!r}"]
        data = next(button["callback_data"] for row in question.markup["inline_keyboard"] for button in row if button["text"] == "B")
        await self._taps(person, question, data)
        if data.startswith("/mark "):  # in a mock exam a letter is noted, and graded at the end
            return [] if question.text.startswith("Noted: ") else [f"{person} tapped {data}, not noted: {question.text[:80]!r}"]
        if not self._graded(data) or question.text.split(".")[0] not in ("Right", "Wrong"):
            return [f"{person} tapped {data} and was not graded: {question.text[:80]!r}"]
        return []

    async def witnesses(self) -> list[str]:
        """See whether those who did nothing still stand at their question."""
        self.moment.sleeps(seconds=30)
        found = []
        for person, question in self.witnessed.items():
            now = await self._question(person)
            if now != question:
                found.append(f"{person} stood at {question!r} and now sees {now!r}")
        return found

    async def morning(self) -> list[str]:
        """Let a day go by: those who are due get their question, once each, and all that is said to rooms goes out, too."""
        self.moment.sleeps(days=1)
        await self.reception.call(self.tutor.tick, self.moment.now)
        for _ in range(_SETTLES):
            await self.delivery.deliver()
            with self.tutor.database.reading() as connection:
                left = connection.execute(select(post.c.state, post.c.key).where(post.c.state.in_(_UNSENT))).all()
                self.report.pushes = connection.scalar(select(func.count()).where(post.c.state == "sent")) or 0
            if not left or any(row.state != "pending" for row in left):
                break
            self.moment.sleeps(seconds=1)  # a second message for a chat waits until the first is out
        self.witnessed = {person: await self._question(person) for person in self.witnessed}  # the push is a question of its own
        return [f"not sent: {sorted(map(tuple, left))}"] if left else []

    def _graded(self, tap: str) -> bool:
        """Say whether the answer that a tap means counts; others may be counted at the same time."""
        of, number = (int(part) for part in tap.partition("/answer ")[2].split()[:2])
        query = select(func.count()).select_from(attempt).where(attempt.c.round_id == of, attempt.c.number == number)
        with self.tutor.database.reading() as connection:
            return connection.scalar(query) == 1

    async def _question(self, person: int) -> str:
        return (await self._says(person, "/continue")).text

    async def _says(self, person: int, text: str) -> Seen:
        message = {"message_id": self.server._next(), "date": int(self.moment.now.timestamp()), "chat": {"id": person, "type": "private"}}
        await self._push({"message": message | {"from": _user(person), "text": text}})
        return self.server.chats[person][-1]

    async def _taps(self, person: int, message: Seen, data: str) -> None:
        shown = self.updates.written(person, message)
        await self._push(
            {"callback_query": {"id": f"t{message.id}", "from": _user(person), "chat_instance": "1", "data": data, "message": shown}}
        )

    async def _push(self, update: dict) -> None:
        self.updates.number += 1
        self.server.push({"update_id": self.updates.number, **update})
        await self.server.settled()

    def left(self) -> list[str]:
        """Say what is not done at the end."""
        with self.tutor.database.reading() as connection:
            count = connection.scalar(select(func.count()).select_from(inbox).where(inbox.c.state != "shown"))
        return [f"{count} updates are not done"] if count else []


def _user(person: int) -> dict:
    return {"id": person, "is_bot": False, "first_name": "Somebody"}


async def _no_pause(_seconds: float) -> None:
    await asyncio.sleep(0)


async def fuzz(
    tutor: Callable[[], Tutor], seed: int, count: int, say: Callable[[str], None] = lambda _said: None, *, webhook: bool = False
) -> Report:
    """Send ``count`` updates; raises :class:`FaultFoundError` with the seed and the update that did it, made as small as it goes.

    ``tutor`` builds one on an empty store; it is called again where a fault is hunted down.
    """
    run = Run(tutor(), seed, webhook=webhook)
    with run.ears.listening():
        async with run:
            report = run.report
            repeated: list[Made] = []
            while report.updates < count:
                batch = [run.updates.next() for _ in range(run.chance.choice((1, 3, 8, 12)))]
                if repeated and run.chance.random() < 0.3:
                    again = run.chance.choice(repeated)
                    batch.append(Made(again.raw, again.kind, again=True))
                run.chance.shuffle(batch)
                found = await run.batch(batch)
                person = FIRST_PERSON + run.chance.randrange(PEOPLE)
                if not found:
                    found = await run.go_on(person) if run.chance.random() < 0.3 else []
                if not found and run.chance.random() < 0.1:
                    found = await run.witnesses()
                if not found and run.chance.random() < 0.02:
                    found = await run.morning()
                found += run.ears.take()
                report.updates += len(batch)
                report.kinds.update(made.kind for made in batch)
                report.broken += sum(made.broken for made in batch)
                if found:
                    raise FaultFoundError(await _hunted(tutor, seed, batch, found, report))
                repeated = [*repeated[-50:], *(made for made in batch if not made.broken)]
                if report.updates // 1000 != (report.updates - len(batch)) // 1000:
                    say(f"{report.updates} updates")
            found = run.left() + await run.witnesses()
            if found:
                raise FaultFoundError(f"seed {seed}, at the end: {found}")
    return report


async def _hunted(tutor: Callable[[], Tutor], seed: int, batch: list[Made], found: list[str], report: Report) -> str:
    """Say what was wrong, and with which update; each is tried alone, and what is wrong alone is made small."""
    lines = [f"seed {seed}, after {report.updates} updates:", *found]
    for made in batch:
        if alone := await _alone(tutor, made):
            small = await smaller(
                made.raw,
                lambda raw, made=made: _alone(tutor, Made(raw, made.kind, made.broken)),
                sort(alone[0]),
                keep=frozenset({"update_id", made.kind}),
            )
            lines.append(f"alone: {alone[0]}: {told(small)}")
    if len(lines) == 1 + len(found):
        lines += ["none of them does it alone; the batch:", *(told(made.raw) for made in batch)]
    return "\n".join(lines)


async def _alone(tutor: Callable[[], Tutor], made: Made) -> list[str]:
    run = Run(tutor(), 0)
    with run.ears.listening():
        async with run:
            return await run.batch([made]) or await run.witnesses()
