"""The tutor: one message in, replies out; and what is due, when it is due.

How a text is understood stands in :mod:`bot.understanding`.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from random import Random, SystemRandom
from typing import Any

from bot import guard, intake
from bot.chat import Choice, Incoming, Person, Reply, Sender, as_reply, as_row
from bot.codebook.shelf import CodeBook
from bot.commands import COMMANDS
from bot.intake import LONGEST, clean
from bot.library.pack import Pack
from bot.library.packs import Packs
from bot.library.shelf import Library
from bot.live import Live
from bot.matching import Ranked
from bot.outbox import Outbox
from bot.push import assignments, broadcast, ceu, changes, clubs, due, duels, exams, games, items, leagues, played
from bot.push.kinds import REPEATED
from bot.store import assignments as assignment_rows
from bot.store import classes, inbox, learners, outages, posts, proposals, rooms, sittings, slots, unanswered, units
from bot.store import clubs as club_rows
from bot.store import duels as duel_rows
from bot.store import games as game_rows
from bot.store.database import Database
from bot.store.desk import Desk, working
from bot.store.learners import Learner
from bot.store.posts import Post
from bot.talk import assist, classroom, daily, drill, lobby, presence, quiz, review, streak, suggest, wayback
from bot.talk.cards import rebuild_some
from bot.turn import Turn
from bot.understanding import WAYS, understand

USUAL_ZONE = "America/New_York"
_PUSH_MINUTE = 9 * 60
_UPDATES_KNOWN, _SLOTS_KEPT, _POSTS_KEPT, _OUTAGES_KEPT = timedelta(days=2), timedelta(days=30), timedelta(days=7), timedelta(days=400)
_ONCE_KEPT = _GAMES_KEPT = timedelta(days=90)
_SETTLED_AT_ONCE = 100
"""Games whose answers go to everybody's own history in one tick; the rest waits for the next."""

_LEAGUES_AT_ONCE = 25
"""Batches of leagues that are closed in one tick; the rest waits for the next, so that no push waits for all of them."""

_WEEKS_KEPT = timedelta(weeks=10)


class Tutor(Outbox):
    """Answer people. Safe to call from several threads; every call is one transaction at most.

    ``zone`` is where a learner is taken to live until they say; ``seed`` makes every shuffle repeatable; ``cpt_readers``
    names the people and rooms that a CPT licence covers, as ``platform:user`` or ``platform/room``; ``admins`` names operators.
    """

    def __init__(
        self,
        database: Database,
        library: Library,
        codebook: CodeBook,
        *,
        zone: str = USUAL_ZONE,
        seed: int | None = None,
        cpt_readers: frozenset[str] = frozenset(),
        admins: frozenset[str] = frozenset(),
        packs: Packs | None = None,
    ) -> None:
        super().__init__(database)
        self.codebook = codebook
        self.packs = packs
        self._live = Live(library, codebook)
        self.zone = zone
        self.cpt_readers = cpt_readers
        self.admins = admins
        self.commands = COMMANDS
        self._chance = Random(seed)  # noqa: S311  # shuffles options, keeps no secrets
        # Of its own, or how often the clock ticks would change what people are asked.
        self._tick_chance = Random(seed)  # noqa: S311  # as above
        self._changes_on: date | None = None
        self._graded: Library | None = None
        self._uncarded = True
        self._secret = SystemRandom() if seed is None else Random(seed)  # noqa: S311  # a seed is for tests

    @property
    def library(self) -> Library:
        """The library that is live."""
        return self._live.library

    def refresh(self, now: datetime) -> tuple[Pack, ...]:
        """Take in private packs whose files changed and have no fault; returns those of which something is new.

        Whoever has a clock calls it, as often as they like. No message waits for it.
        """
        library = self.packs.look(self.library, now) if self.packs else None
        if library is None:
            return ()
        before, self._live = self.library.packs, self._live.then(library)
        return tuple(pack for pack in library.packs if pack not in before)

    def rank(self, text: str) -> Ranked:
        """Rank the FAQ topics for a text."""
        return self._live.rank(text)

    def keep(self, messages: Sequence[Incoming], answers: Sequence[Sequence[Reply] | None] = ()) -> list[bool]:
        """Write down what a platform delivered, before the platform is told that it arrived; all of it in one transaction.

        ``answers`` are those that are known already, one for each message.

        Says of each whether it is new: not there already, and no talk among others in a room. Patient data is not written
        down: what is kept in its place asks for the refusal.
        """
        with working(self.database) as desk:
            return intake.keep(desk, messages, answers or [None] * len(messages))

    def take_in(
        self, messages: Sequence[Incoming], answers: Sequence[list[Reply] | None], at_once: Sequence[bool]
    ) -> list[tuple[bool, list[Reply] | None]]:
        """Write down what a platform delivered as :meth:`keep` does, and in the same transaction answer what many say at the same time.

        That are taps in live quizzes; ``at_once`` says of which messages nothing earlier of the same person waits. Gives back of each
        whether it is new, and its answer where there is one by now.
        """
        with working(self.database) as desk:
            return intake.take_in(desk, self.library, messages, answers, at_once)

    def answer_together(self, kept: Sequence[Incoming]) -> list[list[Reply] | None]:
        """Answer what many said at the same time, as :meth:`take_in` does, among messages that were kept before."""
        with working(self.database) as desk:
            return intake.answer(desk, self.library, kept)

    def addressed(self, incoming: Incoming) -> bool:
        """Say whether a message is meant for the tutor; in a room, people talk to one another."""
        return intake.addressed(incoming)

    def shown(self, messages: Sequence[Incoming]) -> list[None]:
        """Note that the answers to kept messages are out; what was said is blanked."""
        with self.database.writing() as connection:
            inbox.shown(connection, [(message.sender.platform, message.update) for message in messages])
        return [None] * len(messages)

    def unfinished(self, platform: str, limit: int = 1000) -> list[tuple[Incoming, list[Reply] | None]]:
        """List kept messages that are not answered, or answered but not shown, oldest first: what a crash left behind."""
        with self.database.reading() as connection:
            found = inbox.unfinished(connection, platform, limit)
        return [
            (
                Incoming(
                    Sender(one.platform, one.user, one.name, one.room, one.manager, one.thread, one.handle),
                    one.text,
                    one.at,
                    one.update_id,
                    one.address,
                    Person(*one.whom) if one.whom else None,
                ),
                None if one.replies is None else [as_reply(reply) for reply in one.replies],
            )
            for one in found
        ]

    def handle(self, incoming: Incoming) -> list[Reply]:
        """Answer one message. No reply at all is possible only in a room.

        What was kept first counts once: its effects, its answer and its being answered are one transaction, and a second
        delivery gets the answer of the first.
        """
        if not self.addressed(incoming):
            return []
        try:
            with working(self.database) as desk:
                replies = self._replies(desk, incoming)
                if incoming.update is not None:
                    inbox.answered(desk.write, incoming.sender.platform, incoming.update, [as_row(reply) for reply in replies])
        except inbox.AlreadyAnsweredError as other:
            return [as_reply(reply) for reply in other.replies]
        return replies

    def handle_many(self, kept: Sequence[Incoming]) -> list[list[Reply]]:
        """Answer messages that were kept as :meth:`handle` does, in one transaction and with fewer statements.

        Raises whatever goes wrong with one of them. Then none is answered, and each may be handled alone.
        """
        with working(self.database) as desk:
            new = inbox.still_new(desk.write, [intake.name(one) for one in kept])
            asked = [one for one in kept if intake.name(one) in new]
            known = self._known(desk, asked)
            made = {intake.name(one): self._replies(desk, one, known.get(intake.account(one))) for one in asked}
            inbox.answer_many(desk.write, [(name, [as_row(reply) for reply in replies]) for name, replies in made.items()])
        return [made[intake.name(one)] if intake.name(one) in made else self.handle(one) for one in kept]

    def _known(self, desk: Desk, messages: Sequence[Incoming]) -> dict[tuple[str, str], Learner]:
        """Read who writes, all at once; left out is whoever writes twice, since the first message may change them."""
        found = learners.behind(desk.read, {intake.account(one) for one in messages})
        often = Counter(found[intake.account(one)].id for one in messages if intake.account(one) in found)
        return {account: learner for account, learner in found.items() if often[learner.id] == 1}

    def _replies(self, desk: Desk, incoming: Incoming, learner: Learner | None = None) -> list[Reply]:
        """Work an answer out; ``learner`` is who writes, where that was read already."""
        text = clean(incoming.text)
        if len(text) > LONGEST:
            return [Reply(f"That is more than I read: up to {LONGEST:,} characters. Send the part that matters.", WAYS)]
        if guard.holds_patient_data(text):
            return [assist.PATIENT_DATA]
        if (kind := guard.emergency(text)) is not None:
            return [assist.EMERGENCY[kind]]
        turn = self._turn(desk, incoming.sender, incoming.at, incoming.update, learner=learner)
        handler, words = understand(turn, text)
        turn.words, turn.whom = words, incoming.whom
        welcome = streak.after_absence(turn) if handler in _STUDY else None
        replies = handler(turn)
        presence.seen(turn)
        if incoming.sender.room is not None:
            return replies
        return [*([welcome] if welcome else []), *wayback.offered(turn, replies)]

    def _turn(
        self,
        desk: Desk,
        sender: Sender,
        now: datetime,
        update: str | None,
        chance: Random | None = None,
        learner: Learner | None = None,
    ) -> Turn:
        learner = learner or learners.find(desk.read, sender.platform, sender.user) or Learner(self.zone, _PUSH_MINUTE)
        live = self._live
        return Turn(
            sender=sender,
            update=update,
            learner=learner,
            words="",
            now=now,
            chance=Random((chance or self._chance).getrandbits(64)),  # noqa: S311  # shuffles options, keeps no secrets
            secret=self._secret,
            desk=desk,
            library=live.library,
            codebook=self.codebook,
            rank=live.rank,
            commands=self.commands,
            drills=lambda: live.drills,
            is_admin=f"{sender.platform}:{sender.user}" in self.admins,
            may_see_cpt=bool({f"{sender.platform}:{sender.user}", f"{sender.platform}/{sender.room}"} & self.cpt_readers),
        )

    def tick(self, now: datetime, *, pulse: bool = True) -> int:
        """Do what is due: mock exams, pushes, broadcasts, news of code sets. Returns for how many learners.

        1. Note that the tutor is alive, and since when it was not; a mock exam gets back what an outage took from it. That is for
           whoever ticks all the time: without ``pulse`` a gap between two ticks is no outage, as where a person starts the tutor to
           talk to it, or a clock is simulated.
        2. Set aside posts that lost their use; deal with those whose sender stopped in the middle.
        3. See to live quizzes and mock exams; plan what is due, batch by batch. Each is a transaction of its own.
        """
        self.play(now, pulse=pulse)
        with self.database.writing() as connection:
            if pulse and (gap := outages.beat(connection, now)) > outages.LONGEST_BREATH:
                sittings.extend(connection, now - gap, now)
            posts.expire(connection, now)
            posts.lost_leases(connection, now, REPEATED)
        planned = 0

        def turn_of(desk: Desk, sender: Sender, at: datetime) -> Turn:
            return self._turn(desk, sender, at, None, self._tick_chance)

        while exams.attend(self.database, now, turn_of):
            planned += 1
        for _ in range(_SETTLED_AT_ONCE):
            if not played.settle(self.database, now, turn_of):
                break
        while batch := ceu.plan(self.database, now):
            planned += batch
        while batch := due.plan(self.database, self.library, now, Random(self._tick_chance.getrandbits(64))):  # noqa: S311
            planned += batch
        while batch := clubs.plan(self.database, self.library, now, Random(self._tick_chance.getrandbits(64))):  # noqa: S311
            planned += batch
        while batch := duels.plan(self.database, now):
            planned += batch
        while batch := assignments.plan(self.database, self.library, now):
            planned += batch
        while batch := broadcast.plan(self.database, now):
            planned += batch
        for _ in range(_LEAGUES_AT_ONCE):
            if not leagues.close(self.database, now):
                break
        leagues.measure(self.database, now)
        if self._uncarded:  # some may have answered before there were cards
            with self.database.writing() as connection:
                self._uncarded = rebuild_some(connection, self.library) > 0
        if self._changes_on != now.date():  # a release begins with a day
            self._look_after_items(now)
            for release in changes.begun(self.codebook, now.date()):
                while batch := changes.plan(self.database, self.library, release, now):
                    planned += batch
            self._changes_on = now.date()
        return planned

    def play(self, now: datetime, *, pulse: bool = True) -> int:
        """Do what is due about live quizzes, which is too urgent to wait for a tick; returns about how many. ``pulse`` is as for it."""
        return games.play(self.database, self.library, self.codebook, now, pulse=pulse)

    def next_move(self) -> datetime | None:
        """Say when :meth:`play` will next have something to do."""
        with self.database.reading() as connection:
            return game_rows.next_due(connection)

    def _look_after_items(self, now: datetime) -> None:
        """Grade again under corrected keys, and set aside the questions that do harm."""
        library = self.library  # another may be live before this is done
        if self._graded is not library:  # else no key is another one
            items.regrade(self.database, library, now)
        aside = items.examine(self.database, library, now)
        self._graded = library
        if aside != library.quarantined:
            self._graded = library.without(aside)
            self._live = self._live.then(self._graded)

    def next_due(self, platforms: tuple[str, ...] = (), *, games: bool = True) -> datetime | None:
        """Say when :meth:`tick` will next have something to do, or a post may go out on one of these platforms.

        Without ``games``, live quizzes do not count: whoever has a clock sees to them by :meth:`play`.
        """
        with self.database.reading() as connection:
            found = [learners.next_due(connection), sittings.next_due(connection), club_rows.next_due(connection)]
            found.append(units.next_due(connection))
            found.append(duel_rows.next_due(connection))
            found.append(assignment_rows.next_due(connection))
            found.append(leagues.next_due(connection))
            if games:
                found.append(game_rows.next_due(connection))
            if platforms:
                found.append(posts.next_due(connection, platforms))
        return min((due for due in found if due is not None), default=None)

    def move_room(self, platform: str, old: str, new: str, readdress: Callable[[Mapping[str, Any]], Mapping[str, Any]]) -> int:
        """Note that a room has another id now: all rows that name it move at once; ``readdress`` mends what waits to be answered."""
        with self.database.writing() as connection:
            return rooms.move(connection, platform, old, new, readdress)

    def refused(self, post: Post, what: str, now: datetime) -> None:
        """Note that a platform does not let us do something about a post to a room: ``pin`` it, or ``discuss`` it in a thread."""
        if post.room is not None:
            with self.database.writing() as connection:
                clubs.refused(connection, post.platform, post.room, what, now)

    def prune(self, now: datetime) -> None:
        """Drop what has done its service: updates answered days ago, posts of last week, slots nobody fills, questions asked once."""
        with self.database.writing() as connection:
            inbox.prune(connection, now - _UPDATES_KNOWN)
            slots.prune(connection, now - _SLOTS_KEPT)
            posts.prune(connection, now - _POSTS_KEPT)
            outages.prune(connection, now - _OUTAGES_KEPT)
            game_rows.prune(connection, now - _GAMES_KEPT)
            duel_rows.prune(connection, now - _GAMES_KEPT)
            classes.prune(connection, now - classroom.KEPT, now - _UPDATES_KNOWN)
            proposals.prune(connection, now - _GAMES_KEPT)
            unanswered.prune(connection, (now - _ONCE_KEPT).date())
        leagues.prune(self.database, now - _WEEKS_KEPT)

    def knows(self, sender: Sender) -> bool:
        """Say whether somebody has been here before."""
        with self.database.reading() as connection:
            return learners.find(connection, sender.platform, sender.user) is not None

    def suggest(self, text: str, now: datetime, limit: int = 25) -> list[Choice]:
        """Suggest what a half-typed text may become: codes, then topics. Reads only."""
        live = self._live
        return suggest.choices(clean(text), self.codebook, live.library, live.rank, now.date(), limit)


_STUDY = (daily.daily, lobby.quiz, quiz.quiz, review.review, drill.drill, drill.navigate)
"""Handlers with which somebody begins to study."""
