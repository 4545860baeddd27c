"""The one argument of every handler."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from random import Random
from typing import TYPE_CHECKING

from bot.chat import Person, Sender
from bot.codebook.shelf import CodeBook
from bot.learning.agenda import next_at
from bot.learning.calendar import own_day
from bot.learning.edition import Edition, edition_of
from bot.library.own import number_of
from bot.library.question import Question
from bot.library.shelf import Library
from bot.matching import Ranked
from bot.roomquestions import own_questions
from bot.store import learners
from bot.store.desk import Desk
from bot.store.learners import Learner

if TYPE_CHECKING:
    from bot.commands import Command
    from bot.library.drills.shelf import Drills


@dataclass(slots=True)
class Turn:
    """What a handler is given: who speaks, what they said after the command, and everything it may use.

    ``now`` is aware UTC, ``chance`` is seeded by the tutor. Handlers read and write through ``desk`` and never commit.
    """

    sender: Sender
    learner: Learner
    words: str
    now: datetime
    chance: Random
    secret: Random
    """What nobody can guess, for codes."""
    desk: Desk
    library: Library
    codebook: CodeBook
    rank: Callable[[str], Ranked]
    """Rank the FAQ topics for a text; the index behind it is made when it is first asked."""
    commands: tuple[Command, ...]
    drills: Callable[[], Drills]
    """The drills; read when they are first asked for."""
    update: str | None = None
    """The platform's id of the message that is being answered."""
    whom: Person | None = None
    """The person whom the message names by way of the platform."""
    is_admin: bool = False
    """Whether the configuration names this person as an operator."""
    may_see_cpt: bool = False
    """Whether the operator's CPT licence covers this person or room."""

    @property
    def today(self) -> date:
        """The learner's date; it never goes back behind one that was counted."""
        return own_day(self.now, self.learner.zone, self.learner.settled_on)

    @property
    def edition(self) -> Edition:
        """The edition of the code sets that the learner's exam is of."""
        return edition_of(self.learner.exam_on, self.today)

    def question(self, name: str) -> Question | None:
        """Find a question of the library or of a room, or make the drill item of that id; None where there is none."""
        if (number := number_of(name)) is not None:
            return next(iter(own_questions(self.desk.read, [number])), None)
        return self.drills().find(name) if name.startswith("drill/") else self.library.questions.get(name)

    def enrolled(self) -> int:
        """Give the learner's id, writing them down first if they are new."""
        if self.learner.id is None:
            self.learner = learners.enrol(self.desk.write, self.sender.platform, self.sender.user, self.learner, self.now)
            assert self.learner.id is not None  # it was just written
        return self.learner.id

    def change(self, **values: object) -> None:
        """Change the learner's settings."""
        self._is(learners.change(self.desk.write, self.enrolled(), **values))

    def lock(self) -> None:
        """Lock the learner, as they are now."""
        self._is(learners.lock(self.desk.write, self.enrolled()))

    def _is(self, learner: Learner) -> None:
        """Take the learner as they were read again; what their account says of them is no part of that."""
        self.learner = replace(learner, lost=self.learner.lost, seen_here_on=self.learner.seen_here_on)

    def replan(self) -> None:
        """Set when something is next to be sent to the learner, after a change of what that depends on."""
        at = next_at(self.learner, self.now)
        if at is not None:
            at = max(at, self.now)  # due by this change, so not late
        if at != self.learner.next_push_at:
            self.change(next_push_at=at)

    def saying(self, words: str) -> Turn:
        """The same turn with other words, to hand over to another handler."""
        return replace(self, words=words)
