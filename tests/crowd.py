"""A room full of people, and everything that they see in it: what is answered, what is posted, what only one of them sees."""

from dataclasses import dataclass, field
from datetime import timedelta

from bot.chat import Choice, Incoming, Person, Reply, Sender, as_reply
from bot.library.question import LETTERS
from bot.tutor import Tutor


@dataclass
class Member:
    """Somebody in a room. ``told`` is what only they saw."""

    room: "Room"
    sender: Sender
    told: list[Reply] = field(default_factory=list)

    def says(self, text: str, after: float = 0.0, whom: Person | None = None) -> list[Reply]:
        """Say something; what is public is shown in the room. ``after`` are seconds of delay until it is read; ``whom`` it names."""
        replies = self.room.tutor.handle(Incoming(self.sender, text, self.room.clock.now - timedelta(seconds=after), whom=whom))
        for reply in replies:
            (self.told if reply.private else self.room.shown).append(reply)
        return replies

    def taps(self, label: str, line: str = "", on: Reply | None = None) -> Reply:
        """Tap the newest button of that label in the room; returns what was said to it."""
        choice = self.room.button(label, on)
        assert bool(choice.asks) == bool(line), choice
        replies = self.says(choice.says + line)
        return replies[0]

    def answers(self, right: bool = True, after: float = 0.0) -> Reply:
        """Answer the question on display by its letter."""
        return self.says(self.room.button(self.room.letter(right), self.room.question()).says, after)[0]


class Room:
    """A group chat in a test. Time stands still until ``passes`` is called."""

    def __init__(
        self, tutor: Tutor, clock, name: str = "group", platform: str = "test", thread: str | None = None, beside: "Room | None" = None
    ) -> None:
        self.tutor, self.clock, self.name, self.platform, self.thread = tutor, clock, name, platform, thread
        self.shown: list[Reply] = []
        self.posted: list[tuple[str, Reply]] = []
        self.rooms: dict[tuple[str, str | None], Room] = beside.rooms if beside else {}
        self.rooms[name, thread] = self

    def member(self, name: str, manager: bool = False, handle: str = "") -> Member:
        return Member(self, Sender(self.platform, name, name.capitalize(), self.name, manager, self.thread, handle))

    def members(self, count: int) -> list[Member]:
        return [self.member(f"p{number:03}") for number in range(count)]

    def passes(self, seconds: float = 0.0, pulse: bool = False) -> list[Reply]:
        """Let time pass, doing what is due when it is due; returns what was posted to this room."""
        until = self.clock.now + timedelta(seconds=seconds)
        before = len(self.posted)
        while (due := self.tutor.next_due((self.platform,))) is not None and due <= until:
            self.clock.now = max(due, self.clock.now)
            self._tick(pulse)
        self.clock.now = until
        self._tick(pulse)
        return [reply for _key, reply in self.posted[before:]]

    def _tick(self, pulse: bool) -> None:
        self.tutor.tick(self.clock.now, pulse=pulse)
        while posts := self.tutor.take_posts((self.platform,), self.clock.now):
            for post in posts:
                self.tutor.sent(post, at=self.clock.now)
                there = self.rooms.get((post.room or "", post.thread))
                if there is not None:
                    there.posted.append((post.key, as_reply(post.reply)))
                    there.shown.append(as_reply(post.reply))

    @property
    def last(self) -> Reply:
        return self.shown[-1]

    def button(self, label: str, on: Reply | None = None) -> Choice:
        for reply in [on] if on else reversed(self.shown):
            for choice in reply.choices:
                if choice.label.startswith(label):
                    return choice
        raise AssertionError(f"{label!r} is not offered: {[choice.label for reply in self.shown[-3:] for choice in reply.choices]}")

    def question(self) -> Reply:
        return next(
            reply
            for reply in reversed(self.shown)
            if reply.text.startswith("**Question") and "kind" in reply.facts and "key" not in reply.facts
        )

    def letter(self, right: bool = True) -> str:
        """Find a right or wrong letter of the question on display."""
        asked = self.question()
        name = next(about for about in asked.about if about.startswith("question/")).removeprefix("question/")
        found = self.tutor.library.questions[name]
        lines = dict(line.split("  ", 1) for line in asked.text.splitlines() if line[1:3] == "  " and line[0] in LETTERS)
        return next(letter for letter, option in lines.items() if (option == found.options[found.key]) is right)
