"""Named queries about learners: finding, enrolling, changing settings, exporting and forgetting them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import cache
from operator import attrgetter
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, func, insert, select, text, update
from sqlalchemy.sql.dml import ReturningUpdate

from bot.store import classes, duels, inbox
from bot.store.statements import among, as_json, insert_new
from bot.store.tables import account, learner, metadata


@dataclass(frozen=True, slots=True)
class Learner:
    """A person and their settings. ``id`` is None for somebody who has not been written down yet.

    Minutes are after midnight in ``zone``; bit 0 of ``push_days`` is Monday; dates are the learner's. ``daily`` says whether they
    take the daily question. ``reviews`` is how many a day at most, ``time_percent`` how much of the usual time a clock gives, 0 for no
    clock; ``carded`` whether every answer is in their cards; ``competes`` whether they have consented to stand on boards that everybody
    sees. ``streak`` to ``settled_on`` are the streak as it stood on that date.
    """

    zone: str
    push_minute: int
    id: int | None = None
    daily: bool = False
    exam_on: date | None = None
    pace: str | None = None
    next_push_at: datetime | None = None
    pushed_on: date | None = None
    daily_since: datetime | None = None
    push_days: int = 127
    hour_learned: bool = False
    usual_minute: int | None = None
    paused_until: date | None = None
    quiet_from: int = 1320
    quiet_to: int = 480
    reminders: bool = True
    remind_minute: int | None = None
    reminded_on: date | None = None
    news: bool = True
    snoozed_until: datetime | None = None
    counted_down_on: date | None = None
    seen_on: date | None = None
    farewell_on: date | None = None
    moved_on: date | None = None
    goal: int = 1
    streak: int = 0
    longest: int = 0
    freezes: int = 0
    freeze_steps: int = 0
    settled_on: date | None = None
    streaks_hidden: bool = False
    reviews: int = 20
    time_percent: int = 100
    carded: bool = True
    competes: bool = False
    lost: bool = False
    """Whether the account through which they were found could not be reached; they write, so it can."""
    seen_here_on: date | None = None
    """The date of the last message from that account."""


_NAMES = tuple(one.name for one in fields(Learner))
_VALUES = attrgetter(*_NAMES)
_HERE = {"lost": account.c.unreachable.label("lost"), "seen_here_on": account.c.seen_on.label("seen_here_on")}
_COLUMNS = tuple(learner.c[one.name] for one in fields(Learner) if one.name not in _HERE)
_SETTINGS = (
    "zone", "push_minute", "daily", "exam_on", "pace", "next_push_at", "pushed_on", "daily_since", "push_days", "hour_learned",
    "usual_minute", "paused_until", "quiet_from", "quiet_to", "reminders", "remind_minute", "reminded_on", "news", "counted_down_on",
    "seen_on", "goal", "streaks_hidden", "reviews", "time_percent",
)  # fmt: skip
"""What somebody keeps who begins anew with the same settings."""


def _learner(row: Sequence[Any]) -> Learner:
    return Learner(*row)


FOUND = (*_COLUMNS, *_HERE.values())
"""What is read of somebody who writes, in the order of :class:`Learner`."""

_FIND = (
    select(*FOUND)
    .join(account)
    .where(account.c.platform == bindparam("of"), account.c.user == bindparam("named"))  # made once: every message asks it
)
_BEHIND = (
    select(*FOUND, account.c.user)
    .join(account)
    .where(account.c.platform == bindparam("of"), account.c.user.in_(bindparam("named", expanding=True)))
)
_GET = select(*_COLUMNS).where(learner.c.id == bindparam("number"))
_SEEN_HERE = (
    update(account).where(account.c.platform == bindparam("of"), account.c.user == bindparam("named")).values(seen_on=bindparam("on"))
)
_SEEN = update(learner).where(learner.c.id == bindparam("number")).values(seen_on=bindparam("on"))
_LOCK = select(*_COLUMNS).where(learner.c.id == bindparam("number")).with_for_update()


def find(connection: Connection, platform: str, user: str) -> Learner | None:
    """Find the learner behind an account."""
    row = connection.execute(_FIND, {"of": platform, "named": user}).first()
    return _learner(row) if row else None


def behind(connection: Connection, accounts: Collection[tuple[str, str]]) -> dict[tuple[str, str], Learner]:
    """Find the learners behind some accounts, each named by platform and user; those that nobody has are left out."""
    found: dict[tuple[str, str], Learner] = {}
    for platform in {platform for platform, _user in accounts}:
        asked = {"of": platform, "named": [user for of, user in accounts if of == platform]}
        found |= {(platform, user): _learner(row) for *row, user in connection.execute(_BEHIND, asked)}
    return found


def get(connection: Connection, learner_id: int) -> Learner:
    """Read a learner by number."""
    return _learner(connection.execute(_GET, {"number": learner_id}).one())


def several(connection: Connection, learner_ids: Sequence[int]) -> dict[int, Learner]:
    """Read some learners, by number."""
    rows = connection.execute(select(*_COLUMNS).where(among(connection, learner.c.id, learner_ids)))
    return {row.id: _learner(row) for row in rows}


def lock(connection: Connection, learner_id: int) -> Learner:
    """Read a learner as they are now, for change."""
    return _learner(connection.execute(_LOCK, {"number": learner_id}).one())


def enrol(connection: Connection, platform: str, user: str, new: Learner, at: datetime) -> Learner:
    """Write a person down, or find the row that another process has just written."""
    number = connection.execute(
        insert(learner).values(created_at=at, zone=new.zone, push_minute=new.push_minute).returning(learner.c.id)
    ).scalar_one()
    if not insert_new(connection, account, platform=platform, user=user, learner_id=number):
        connection.execute(delete(learner).where(learner.c.id == number))
    found = find(connection, platform, user)
    assert found is not None  # the account row is there: ours or the other process's
    return found


def change(connection: Connection, learner_id: int, **values: object) -> Learner:
    """Change settings and give back the learner as they are now."""
    new = {f"new_{name}": value for name, value in values.items()}
    return _learner(connection.execute(_change(tuple(values)), {"number": learner_id, **new}).one())


@cache
def _change(names: tuple[str, ...]) -> ReturningUpdate[Any]:
    """Make the statement that changes these settings; the same few are changed all the time."""
    new: dict[str, BindParameter[object]] = {name: bindparam(f"new_{name}") for name in names}
    return update(learner).where(learner.c.id == bindparam("number")).values(new).returning(*_COLUMNS)


def change_many(connection: Connection, values: Sequence[Mapping[str, object]]) -> None:
    """Change the same columns of many learners; each mapping names its learner by ``id``."""
    if not values:
        return
    names = [name for name in values[0] if name != "id"]
    if connection.dialect.name == "postgresql":  # one statement, where the other way would send one for each
        types = {name: learner.c[name].type.compile(connection.dialect) for name in ("id", *names)}
        rows = ", ".join(f"{name} {kind}" for name, kind in types.items())
        query = text(
            f"UPDATE learner SET {', '.join(f'{name} = new.{name}' for name in names)} "
            f"FROM json_to_recordset(CAST(:rows AS json)) AS new({rows}) WHERE learner.id = new.id"
        )
        connection.execute(query, {"rows": as_json(values)})
        return
    each = update(learner).where(learner.c.id == bindparam("learner_id")).values({name: bindparam(name) for name in names})
    connection.execute(each, [{**{name: one[name] for name in names}, "learner_id": one["id"]} for one in values])


def seen(connection: Connection, platform: str, user: str, learner_id: int, day: date) -> None:
    """Note on which of their dates a learner last wrote, and from which account."""
    connection.execute(_SEEN_HERE, {"of": platform, "named": user, "on": day})
    connection.execute(_SEEN, {"number": learner_id, "on": day})


def regain(connection: Connection, platform: str, user: str) -> None:
    """Note that an account can be reached again."""
    connection.execute(update(account).where(account.c.platform == platform, account.c.user == user).values(unreachable=False))


def due(connection: Connection, now: datetime, limit: int) -> list[Learner]:
    """List learners for whom something is due, earliest first, locked for change.

    Which of those of one moment come first is left to the index: at a round hour they are many thousands, and to order them by
    number the database would read and sort them all for each batch.
    """
    query = select(*_COLUMNS).where(learner.c.next_push_at <= now).order_by(learner.c.next_push_at).limit(limit)
    rows = connection.execute(query.with_for_update(skip_locked=True)).all()
    return [_learner(row) for row in sorted(rows, key=lambda row: (row.next_push_at, row.id))]


def count_due(connection: Connection, now: datetime, most: int) -> int:
    """Count the learners for whom something is due, up to ``most`` of them."""
    some = select(learner.c.id).where(learner.c.next_push_at <= now).limit(most).subquery()
    return int(connection.execute(select(func.count()).select_from(some)).scalar_one())


def noted(who: Learner, marks: Mapping[str, object]) -> Learner:
    """The same learner with some columns changed; half the time of ``dataclasses.replace``, which counts where many are due."""
    return Learner(*map(marks.get, _NAMES, _VALUES(who)))  # type: ignore[arg-type]  # columns by name


def addresses(connection: Connection, learner_ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Tell where to write to each learner, as platform and user: of the accounts that can be reached, the one they used last."""
    rows = connection.execute(
        select(account.c.learner_id, account.c.platform, account.c.user)
        .where(among(connection, account.c.learner_id, learner_ids))
        .order_by(
            account.c.unreachable.desc(),
            account.c.seen_on.is_not(None),
            account.c.seen_on,
            account.c.platform.desc(),
            account.c.user.desc(),
        )
    )
    return {number: (platform, user) for number, platform, user in rows.all()}  # the last of each stands


def next_due(connection: Connection) -> datetime | None:
    """Tell when the next push is due."""
    row = connection.execute(
        select(learner.c.next_push_at).where(learner.c.next_push_at.is_not(None)).order_by(learner.c.next_push_at).limit(1)
    ).first()
    return row[0] if row else None


def accounts(connection: Connection, learner_id: int) -> list[tuple[str, str]]:
    """List a learner's accounts as platform and user."""
    query = select(account.c.platform, account.c.user).where(account.c.learner_id == learner_id)
    return [(row.platform, row.user) for row in connection.execute(query.order_by(account.c.platform, account.c.user))]


def lose(connection: Connection, platform: str, user: str) -> None:
    """Note that nothing reaches an account until its owner writes again; a learner with no other account gets no pushes."""
    mine = (account.c.platform == platform, account.c.user == user)
    row = connection.execute(update(account).where(*mine).values(unreachable=True).returning(account.c.learner_id)).first()
    if row is None:
        return
    others = select(account.c.user).where(account.c.learner_id == row.learner_id, account.c.unreachable.is_(False))
    if connection.execute(others).first() is None:
        connection.execute(update(learner).where(learner.c.id == row.learner_id).values(next_push_at=None))


def everything(connection: Connection, learner_id: int) -> dict[str, list[dict[str, Any]]]:
    """Gather all rows about a learner, by table."""
    found = {"learner": connection.execute(select(learner).where(learner.c.id == learner_id))}
    for table in (one for one in metadata.sorted_tables if "learner_id" in one.c):
        key = list(table.primary_key.columns)
        found[table.name] = connection.execute(select(table).where(table.c.learner_id == learner_id).order_by(*key))
    rows_by_table = {name: [dict(row) for row in rows.mappings()] for name, rows in found.items()}
    return rows_by_table | {"classroom": classes.everything(connection, learner_id)}


def forget(connection: Connection, learner_id: int, but: str | None = None) -> None:
    """Delete a learner, every row that hangs on them, and what waits in the inbox but the update that asks for it.

    A class that nobody else teaches goes, too.
    """
    for platform, user in accounts(connection, learner_id):
        inbox.forget(connection, platform, user, but)
        duels.forget(connection, platform, user)
    classes.forget(connection, learner_id)
    connection.execute(delete(learner).where(learner.c.id == learner_id))


def settings_of(connection: Connection, platform: str, user: str) -> Mapping[str, object]:
    """Read the settings of the learner behind an account, to be copied."""
    query = select(*(learner.c[name] for name in _SETTINGS)).join(account).where(account.c.platform == platform, account.c.user == user)
    return dict(connection.execute(query).mappings().one())


def tables_about_people() -> list[str]:
    """Name the tables that hold rows about a learner: what :func:`everything` shows and :func:`forget` deletes."""
    return sorted(table.name for table in metadata.tables.values() if "learner_id" in table.c or table is learner)
