"""The engine with no platform: JSON Lines in, JSON Lines out. For scripts, other languages, load generators and tests."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import TextIO

from adapters.messenger import answer, with_picture
from bot.chat import File, Incoming, Picture, Reply, Sender, as_reply
from bot.tutor import Tutor

PLATFORM = "pipe"


class Clock:
    """The time of the pipe: simulated, when it starts at a given moment, else the real one."""

    def __init__(self, start: datetime | None, real: Callable[[], datetime]) -> None:
        self._simulated = start
        self._real = real

    @property
    def simulated(self) -> bool:
        """Whether the clock stands still but for ``now`` lines."""
        return self._simulated is not None

    def now(self) -> datetime:
        """Tell the time, aware UTC."""
        return self._simulated if self._simulated is not None else self._real()

    def move(self, to: datetime) -> None:
        """Move a simulated clock forward."""
        if self._simulated is None:
            raise _BadLineError("the real clock runs; start with --now to simulate it")
        if to < self._simulated:
            raise _BadLineError(f"now {to.isoformat()} is before {self._simulated.isoformat()}; the clock only goes forward")
        self._simulated = to


class _BadLineError(Exception):
    """A line that is not understood; the message says why."""


@dataclass(slots=True)
class Pipe:
    """Read lines, answer them, push what falls due; ``out`` is flushed after every ``done``."""

    tutor: Tutor
    clock: Clock
    out: TextIO
    _folder: Path | None = field(default=None)
    _files: int = 0
    _pushed_at: datetime | None = None

    def run(self, lines: Iterable[str]) -> None:
        """Deal with every line up to the end of the input."""
        for line in lines:
            if line.strip():
                self._line(line)

    def _line(self, line: str) -> None:
        try:
            message = json.loads(line)
        except (ValueError, RecursionError):
            self._write({"error": "the line is not JSON", "re": None}, flush=True)
            return
        if not isinstance(message, dict):
            self._write({"error": "the line is not a JSON object", "re": None}, flush=True)
            return
        name = message.get("id")
        try:
            if "now" in message:
                self._move(_moment(message["now"]))
                name = {"now": message["now"]}
            else:
                self._said(message)
        except _BadLineError as error:
            self._write({"error": str(error), "re": name}, flush="id" not in message)
            if "id" not in message:
                return
        if "id" in message or "now" in message:
            self._write({"done": name}, flush=True)
        else:
            self.out.flush()

    def _said(self, message: dict[str, object]) -> None:
        user, text, room = message.get("from"), message.get("text"), message.get("room")
        if not isinstance(user, str) or not user.strip():
            raise _BadLineError('"from" is missing: name the sender in a text')
        if not isinstance(text, str):
            raise _BadLineError('"text" is missing: give the message as a text')
        if room is not None and not isinstance(room, str):
            raise _BadLineError('"room" is not a text')
        name, manager = message.get("name", ""), message.get("manager", False)
        if not isinstance(name, str) or not isinstance(manager, bool):
            raise _BadLineError('"name" is a text, "manager" is true or false')
        for key, value in (("from", user), ("room", room)):
            if value is not None and (len(value) > 64 or not value.isprintable()):
                raise _BadLineError(f'"{key}" is at most 64 printable characters')
        now = self.clock.now()
        self.tutor.refresh(now)
        if not self.clock.simulated or self._pushed_at != now:  # a clock that stands still lets nothing fall due
            self._push(now)
        sender = Sender(PLATFORM, user, name, room, manager, handle="".join(name.split()))
        for reply in answer(self.tutor, Incoming(sender, text, now)):
            self._reply(reply, user if room is None or reply.private else None, room, now, re=message.get("id"))
        self._push(now)

    def _move(self, to: datetime) -> None:
        """Move the clock to ``to``, stopping on the way at each moment when something is due."""
        while True:
            due = self.tutor.next_due((PLATFORM,))
            now = self.clock.now()
            if due is None or due > to:
                break
            self.clock.move(max(due, now))
            before = self.tutor.next_due((PLATFORM,))
            self._push(self.clock.now())
            if self.tutor.next_due((PLATFORM,)) == before:
                break  # nothing moved on; never loop
        self.clock.move(to)
        self._push(to)

    def _push(self, now: datetime) -> None:
        self._pushed_at = now
        self.tutor.tick(now, pulse=False)
        while batch := self.tutor.take_posts((PLATFORM,), now):
            for post in batch:
                self._reply(as_reply(dict(post.reply)), post.user, post.room, now, re=None, push=True)
                self.tutor.sent(post, at=now)

    def _reply(self, reply: Reply, user: str | None, room: str | None, now: datetime, *, re: object, push: bool = False) -> None:
        reply = with_picture(reply)
        self._write(
            {
                "to": user,
                "room": room,
                "text": reply.text,
                "choices": [{"label": one.label, "says": one.says, "asks": one.asks} for one in reply.choices],
                "picture": self._picture(reply.picture),
                "file": self._file(reply.file),
                "about": list(reply.about),
                "facts": dict(reply.facts),
                "replaces": reply.replaces,
                "slot": reply.slot,
                "private": reply.private,
                "push": push,
                "at": now.isoformat(),
                "re": re,
            }
        )

    def _picture(self, picture: Picture | None) -> dict[str, str] | None:
        if picture is None:
            return None
        ending = picture.media_type.rsplit("/", 1)[-1]
        return {"alt": picture.alt, "path": self._save(f"picture.{ending}", picture.body)}

    def _file(self, file: File | None) -> dict[str, str] | None:
        if file is None:
            return None
        return {"name": file.name, "media_type": file.media_type, "path": self._save(file.name, file.body)}

    def _save(self, name: str, body: bytes) -> str:
        if self._folder is None:
            self._folder = Path(mkdtemp(prefix="tutor-pipe-"))
        self._files += 1
        path = self._folder / f"{self._files:04}-{name}"
        path.write_bytes(body)
        return str(path)

    def _write(self, value: dict[str, object], *, flush: bool = False) -> None:
        self.out.write(json.dumps(value) + "\n")
        if flush:
            self.out.flush()


def _moment(value: object) -> datetime:
    if not isinstance(value, str):
        raise _BadLineError('"now" is not a text such as 2026-03-08T07:00:00-05:00')
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise _BadLineError('"now" is not a time such as 2026-03-08T07:00:00-05:00') from error
    if moment.tzinfo is None:
        raise _BadLineError('"now" has no offset; write 2026-03-08T07:00:00-05:00')
    return moment.astimezone(UTC)
