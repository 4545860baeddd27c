"""The tutor: one message in, replies out; and what is due, when it is due.

Text is understood in this order, the first that fits wins:

 1. patient data: refused, not kept, not repeated
 2. an emergency: the right number to call
 3. a command: ``/code E11.21``, which is also what every button says
 4. in the middle of a mock exam, what is said there: a letter, "skip", "flag", "37", "time left", "hand in"; else
    a letter, a number or the words of an option: an answer to the open question, the one shown last in that chat
 5. something that is a code
 6. what follows an answer and means nothing without it: "why?", "source?", "and for the CCS?"
 7. a phrase that means a command: "quiz me on modifiers", "another one"
 8. what is not given: exam dumps, fraud, medical and legal advice
 9. the FAQ, where it is sure
10. a search of the code sets, where every word fits and the text does not read like none of our business
11. an honest "I don't know", with the nearest topics

In a room only commands are answered; people talk to one another there. ``/ask words`` is how a platform hands over
what was said to the tutor there without a command, such as in reply to a message of its own.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import zip_longest
from random import Random, SystemRandom
from typing import Any

from bot import guard
from bot.chat import Choice, Incoming, Reply, Sender, as_reply, as_row, literal
from bot.codebook.shelf import CodeBook
from bot.commands import BY_NAME, COMMANDS, Handler, Where
from bot.learning.calendar import quiet_end
from bot.library.pack import Pack
from bot.library.packs import Packs
from bot.library.shelf import Library
from bot.live import Live
from bot.matching import Ranked, nearest_word
from bot.phrases import as_command
from bot.push import broadcast, changes, due, exams, items
from bot.push.kinds import QUIET, REPEATED
from bot.store import inbox, learners, outages, posts, rooms, rounds, sittings, slots, unanswered
from bot.store.database import Database
from bot.store.desk import Desk
from bot.store.learners import Learner
from bot.store.posts import Post
from bot.talk import assist, cptbook, daily, drill, examwords, faq, letters, lookup, presence, quiz, streak, suggest, wayback
from bot.talk import round as rounds_talk
from bot.talk.followup import followed_up
from bot.talk.spot import day_in, spot
from bot.turn import Turn

LONGEST = 4000
"""Characters in one message; more is not read."""

USUAL_ZONE = "America/New_York"
_PUSH_MINUTE = 9 * 60
_LEASE = timedelta(minutes=5)
"""Longer than any sending takes."""

_UPDATES_KNOWN, _SLOTS_KEPT, _POSTS_KEPT, _OUTAGES_KEPT = timedelta(days=2), timedelta(days=30), timedelta(days=7), timedelta(days=400)
_ONCE_KEPT = timedelta(days=90)


class Tutor:
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
        self.database = database
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
        with self.database.writing() as connection:
            known = zip_longest(messages, answers)
            new = inbox.keep(connection, [_kept(message, answer) for message, answer in known if self.addressed(message)])
        fresh = []
        for message in messages:
            name = (message.sender.platform, message.update)
            fresh.append(name in new)
            new.discard(name)  # delivered twice at once, it is new once
        return fresh

    def addressed(self, incoming: Incoming) -> bool:
        """Say whether a message is meant for the tutor; in a room, people talk to one another."""
        return incoming.sender.room is None or _clean(incoming.text).startswith("/")

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
                Incoming(Sender(one.platform, one.user, one.name, one.room, one.manager), one.text, one.at, one.update_id, one.address),
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
        desk = Desk(self.database)
        try:
            replies = self._replies(desk, incoming, _clean(incoming.text))
            if incoming.update is not None:
                inbox.answered(desk.write, incoming.sender.platform, incoming.update, [as_row(reply) for reply in replies])
        except inbox.AlreadyAnsweredError as other:
            desk.drop(other)
            return [as_reply(reply) for reply in other.replies]
        except BaseException as error:
            desk.drop(error)
            raise
        desk.close()
        return replies

    def _replies(self, desk: Desk, incoming: Incoming, text: str) -> list[Reply]:
        if len(text) > LONGEST:
            return [Reply(f"That is more than I read: up to {LONGEST:,} characters. Send the part that matters.", _WAYS)]
        if guard.holds_patient_data(text):
            return [assist.PATIENT_DATA]
        if (kind := guard.emergency(text)) is not None:
            return [assist.EMERGENCY[kind]]
        turn = self._turn(desk, incoming.sender, incoming.at, incoming.update)
        handler, words = self._understand(turn, text)
        turn.words = words
        welcome = streak.after_absence(turn) if handler in _STUDY else None
        replies = handler(turn)
        presence.seen(turn)
        if incoming.sender.room is not None:
            return replies
        return [*([welcome] if welcome else []), *wayback.offered(turn, replies)]

    def _turn(self, desk: Desk, sender: Sender, now: datetime, update: str | None, chance: Random | None = None) -> Turn:
        learner = learners.find(desk.read, sender.platform, sender.user) or Learner(self.zone, _PUSH_MINUTE)
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

    def _understand(self, turn: Turn, text: str) -> tuple[Handler, str]:
        """Find who handles a text, and with which words. The order is that of the module's docstring, from 3 on."""
        if not text:
            return _says("I read only text, and there is none in that. Ask me something, or take a question.", _WAYS), ""
        if text.startswith("/"):
            return self._command(turn, text)
        alone = turn.sender.room is None  # open questions, and what is said about them, are nobody else's business
        sitting = examwords.understood(turn, text) if alone else None
        if sitting is not None:
            return sitting
        answered = letters.option(turn, text) if alone else None
        if answered is not None:
            return answered, text
        asked, _day = day_in(text, turn.today)
        if spot(asked, self.codebook, turn.today) or cptbook.find(turn, text):
            return lookup.code, text
        if alone and (told := followed_up(turn, text)) is not None:
            return (lambda _turn: told), text
        phrase = as_command(text, turn.library) if alone else None
        if phrase is not None:
            return self._phrase(turn, phrase)
        if (kind := guard.refusal(text)) is not None:
            return _given(assist.refused(kind)), text
        if assist.is_thanks(text):
            return _given(assist.THANKED), text
        ranked = turn.rank(text)
        if ranked.sure:
            return _given(faq.answer(turn, turn.library.topics[ranked.best[0][0]], ranked.best)), text
        results = None if ranked.foreign else lookup.found(turn, text)
        if results is None:
            return (lambda told: [faq.unknown(told, ranked)]), text
        return _given(results), text

    def _command(self, turn: Turn, text: str) -> tuple[Handler, str]:
        name, words = ([*text[1:].split(maxsplit=1), "", ""])[:2]  # a line break parts them as well as a blank
        name = name.partition("@")[0].lower()
        command = BY_NAME.get(name)
        if command is None or (command.admins and not turn.is_admin):
            near = nearest_word(name, [one.name for one in self.commands if not one.hidden], cutoff=60)
            choices = (Choice(f"/{near}", f"/{near}"),) if near else ()
            return _says(f"I don't know /{literal(name, 20)}. /help lists what I know.", (*choices, Choice("Help", "/help"))), ""
        if name == "ask":
            return self._understand(turn, words.strip(" /"))
        if turn.sender.room is not None and command.where is Where.PRIVATE:
            return _says(f"/{command.name} works in a private chat with me: open one and send it there.", private=True), ""
        return command.handler, words.strip()

    def _phrase(self, turn: Turn, phrase: str) -> tuple[Handler, str]:
        if phrase.startswith("/explain"):
            told = rounds_talk.explain_last(turn)
            return (lambda _turn: told, "") if told else (faq.faq, "explain_answer")
        if phrase.startswith("/again"):
            last = rounds.last_shown(turn.desk.read, turn.learner.id) if turn.learner.id else None
            if last and (last.area or "").startswith(drill.PREFIX):
                return drill.again, last.area or ""
            level = phrase.removeprefix("/again").strip()
            return quiz.quiz, f"{(last.area if last and last.area else '')} {level}".strip()
        return self._command(turn, phrase)

    def tick(self, now: datetime, *, pulse: bool = True) -> int:
        """Do what is due: mock exams, pushes, broadcasts, news of code sets. Returns for how many learners.

        1. Note that the tutor is alive, and since when it was not; a mock exam gets back what an outage took from it. That is for
           whoever ticks all the time: without ``pulse`` a gap between two ticks is no outage, as where a person starts the tutor to
           talk to it, or a clock is simulated.
        2. Set aside posts that lost their use; deal with those whose sender stopped in the middle.
        3. See to mock exams; plan what is due, batch by batch. Each is a transaction of its own.
        """
        with self.database.writing() as connection:
            if pulse and (gap := outages.beat(connection, now)) > outages.LONGEST_BREATH:
                sittings.extend(connection, now - gap, now)
            posts.expire(connection, now)
            posts.lost_leases(connection, now, REPEATED)
        planned = 0
        while exams.attend(self.database, now, lambda desk, sender, at: self._turn(desk, sender, at, None, self._tick_chance)):
            planned += 1
        while batch := due.plan(self.database, self.library, now, Random(self._tick_chance.getrandbits(64))):  # noqa: S311
            planned += batch
        while batch := broadcast.plan(self.database, now):
            planned += batch
        if self._changes_on != now.date():  # a release begins with a day
            self._look_after_items(now)
            for release in changes.begun(self.codebook, now.date()):
                while batch := changes.plan(self.database, self.library, release, now):
                    planned += batch
            self._changes_on = now.date()
        return planned

    def _look_after_items(self, now: datetime) -> None:
        """Grade again under corrected keys, and set aside the questions that do harm."""
        items.regrade(self.database, self.library, now)
        aside = items.examine(self.database, self.library, now)
        if aside != self.library.quarantined:
            self._live = self._live.then(self.library.without(aside))

    def next_due(self, platforms: tuple[str, ...] = ()) -> datetime | None:
        """Say when :meth:`tick` will next have something to do, or a post may go out on one of these platforms."""
        with self.database.reading() as connection:
            found = [learners.next_due(connection), sittings.next_due(connection)]
            if platforms:
                found.append(posts.next_due(connection, platforms))
        return min((due for due in found if due is not None), default=None)

    def take_posts(self, platforms: tuple[str, ...], now: datetime, limit: int = 8) -> list[Post]:
        """Take posts that may go out now on these platforms; they are leased until it is said what became of them.

        Take no more than are sent at once: a crash leaves what was taken in doubt. What has no hour of its own waits for the end
        of quiet hours.
        """
        taken: list[Post] = []
        with self.database.writing() as connection:
            for post in posts.lease(connection, platforms, now, now + _LEASE, limit):
                over = quiet_end(now, post.zone, *post.quiet) if post.zone and post.quiet and post.kind in QUIET else None
                if over is None:
                    taken.append(post)
                else:
                    posts.unused(connection, post.id, over)
        return taken

    def put_back(self, post: Post, at: datetime) -> None:
        """Give a post back that was taken and not tried."""
        with self.database.writing() as connection:
            posts.unused(connection, post.id, at)

    def outbox(self, now: datetime) -> tuple[dict[str, int], float]:
        """Count posts by state, and tell for how many seconds the oldest waiting one has been due."""
        with self.database.reading() as connection:
            oldest = posts.oldest_pending(connection)
            return posts.states(connection), max((now - oldest).total_seconds(), 0.0) if oldest else 0.0

    def sent(self, post: Post, message: str | None = None, at: datetime | None = None) -> None:
        """Note that a post is out, as which message of the platform, and when."""
        with self.database.writing() as connection:
            posts.sent(connection, post.id, message, at or post.due_at)

    def not_sent(self, post: Post, error: str, *, again_at: datetime | None = None, held: bool = False, unreachable: bool = False) -> None:
        """Note that a post did not go out, or may not have.

        ``again_at``: certainly not sent, to be tried then, unless it has expired by then. ``held``: nobody knows; it is never
        sent again by itself. Else it is dead; ``unreachable`` says that nothing will reach this person until they write.
        """
        with self.database.writing() as connection:
            if again_at is not None:
                posts.again(connection, post.id, again_at, error)
            else:
                posts.close(connection, post.id, "held" if held else "dead", error)
            if unreachable and post.user is not None:
                learners.lose(connection, post.platform, post.user)

    def lose(self, platform: str, user: str) -> None:
        """Note that nothing reaches an account, such as one that blocked us, until its owner writes again."""
        with self.database.writing() as connection:
            learners.lose(connection, platform, user)

    def fill_slot(self, platform: str, chat: str, name: str, message: str, now: datetime) -> None:
        """Note which message of a chat holds a slot."""
        with self.database.writing() as connection:
            slots.fill(connection, platform, chat, name, message, now)

    def slot(self, platform: str, chat: str, name: str) -> str | None:
        """Find the message of a chat that holds a slot."""
        with self.database.reading() as connection:
            return slots.holder(connection, platform, chat, name)

    def move_room(self, platform: str, old: str, new: str, readdress: Callable[[Mapping[str, Any]], Mapping[str, Any]]) -> int:
        """Note that a room has another id now: all rows that name it move at once; ``readdress`` mends what waits to be answered."""
        with self.database.writing() as connection:
            return rooms.move(connection, platform, old, new, readdress)

    def prune(self, now: datetime) -> None:
        """Drop what has done its service: updates answered days ago, posts of last week, slots nobody fills, questions asked once."""
        with self.database.writing() as connection:
            inbox.prune(connection, now - _UPDATES_KNOWN)
            slots.prune(connection, now - _SLOTS_KEPT)
            posts.prune(connection, now - _POSTS_KEPT)
            outages.prune(connection, now - _OUTAGES_KEPT)
            unanswered.prune(connection, (now - _ONCE_KEPT).date())

    def knows(self, sender: Sender) -> bool:
        """Say whether somebody has been here before."""
        with self.database.reading() as connection:
            return learners.find(connection, sender.platform, sender.user) is not None

    def suggest(self, text: str, now: datetime, limit: int = 25) -> list[Choice]:
        """Suggest what a half-typed text may become: codes, then topics. Reads only."""
        live = self._live
        return suggest.choices(_clean(text), self.codebook, live.library, live.rank, now.date(), limit)


_STUDY = (daily.daily, quiz.quiz, drill.drill, drill.navigate)
"""Handlers with which somebody begins to study."""

_WAYS = (Choice("Today's question", "/daily"), Choice("What can you do?", "/help"))


def _clean(text: str) -> str:
    """Drop what cannot be written or seen: control characters, halves of surrogate pairs, marks of direction."""
    kept = "".join(char if char.isprintable() or char in "\n\t" else " " for char in text)
    return kept.strip()


def _kept(incoming: Incoming, answer: Sequence[Reply] | None) -> inbox.Kept:
    """Write a message as it is kept: cleaned, cut, without patient data."""
    assert incoming.update is not None  # an adapter that keeps names what it keeps
    text, sender = _clean(incoming.text), incoming.sender
    if len(text) > LONGEST:
        text = text[: LONGEST + 1]
    elif guard.holds_patient_data(text):
        text = assist.REFUSED
    where = (sender.platform, incoming.update, sender.user, _clean(sender.name)[:64], sender.room, sender.manager)
    replies = None if answer is None else [as_row(reply) for reply in answer]
    return inbox.Kept(*where, text, incoming.address, incoming.at, replies)


def _says(text: str, choices: tuple[Choice, ...] = (), *, private: bool = False) -> Handler:
    return _given(Reply(text, choices, private=private))


def _given(reply: Reply) -> Handler:
    return lambda _turn: [reply]
