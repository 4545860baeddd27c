"""Named queries about accounts of one learner on several platforms: codes that join them, joining, parting."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from bot.store import abilities, boards, classes, clubs, duels, games, learners, plans, proposals, study_days, units
from bot.store.statements import insert_new
from bot.store.studytables import bookmark, card
from bot.store.tables import account, attempt, learner, link, post, report, round, search, sitting, sitting_answer


@dataclass(frozen=True, slots=True)
class Link:
    """An offer to join: who made it, and where."""

    learner_id: int
    platform: str


def _digest(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


def offer(connection: Connection, code: str, learner_id: int, platform: str, expires_at: datetime) -> None:
    """Keep a code, as a digest; an earlier one of the learner no longer works."""
    connection.execute(delete(link).where(link.c.learner_id == learner_id))
    connection.execute(insert(link).values(digest=_digest(code), learner_id=learner_id, platform=platform, expires_at=expires_at))


def find(connection: Connection, code: str, now: datetime) -> Link | None:
    """Find the offer behind a code that has not run out."""
    row = connection.execute(
        select(link.c.learner_id, link.c.platform).where(link.c.digest == _digest(code), link.c.expires_at > now)
    ).first()
    return Link(row.learner_id, row.platform) if row else None


def take(connection: Connection, code: str, now: datetime) -> Link | None:
    """Use a code up; of two who try at once one gets it."""
    mine = delete(link).where(link.c.digest == _digest(code), link.c.expires_at > now)
    row = connection.execute(mine.returning(link.c.learner_id, link.c.platform)).first()
    return Link(row.learner_id, row.platform) if row else None


def join(connection: Connection, into: int, other: int) -> None:
    """Make one learner of two: everything of ``other`` becomes ``into``'s, whose settings stay.

    Their cards are dropped: whoever joins them works the cards out again, of the answers of both. Where both have had the question of
    a day, that of ``other`` becomes an ordinary round: its answers and their day stay.
    """
    connection.execute(select(learner.c.id).where(learner.c.id.in_((into, other))).order_by(learner.c.id).with_for_update()).all()
    had = select(round.c.day).where(round.c.learner_id == into, round.c.day.is_not(None))
    twice = update(round).where(round.c.learner_id == other, round.c.day.in_(had.scalar_subquery()))
    connection.execute(twice.values(kind="quiz", day=None, open=False))
    study_days.merge(connection, into, other)
    both = select(bookmark.c.question).where(bookmark.c.learner_id == into).scalar_subquery()
    connection.execute(delete(bookmark).where(bookmark.c.learner_id == other, bookmark.c.question.in_(both)))
    connection.execute(delete(card).where(card.c.learner_id.in_((into, other))))
    abilities.drop(connection, (into, other))
    plans.merge(connection, into, other)
    units.merge(connection, into, other)
    games.hand_over(connection, into, other)
    clubs.hand_over(connection, into, other)
    duels.hand_over(connection, into, other)
    classes.merge(connection, into, other)
    boards.hand_over(connection, into, other)
    proposals.hand_over(connection, into, other)
    for table in (round, attempt, bookmark, sitting, sitting_answer, report, search, post, account):
        connection.execute(update(table).where(table.c.learner_id == other).values(learner_id=into))
    connection.execute(delete(learner).where(learner.c.id == other))


def part(connection: Connection, platform: str, user: str, at: datetime) -> int:
    """Give an account a learner of its own, with the same settings and an empty history; returns the new learner's id."""
    mine = (account.c.platform == platform, account.c.user == user)
    copied = learners.settings_of(connection, platform, user)
    number: int = connection.execute(insert(learner).values(created_at=at, **copied).returning(learner.c.id)).scalar_one()
    connection.execute(delete(account).where(*mine))
    insert_new(connection, account, platform=platform, user=user, learner_id=number)
    return number
