"""Named queries about taps that answer live quizzes, for many people and games at once."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, and_, bindparam, select, tuple_, update

from bot.store.games import GAME, GIVEN, PLAYER, Game, Given, Player, as_game, wake
from bot.store.grouptables import game, game_answer, game_player
from bot.store.learners import FOUND, Learner
from bot.store.statements import insert_many_new
from bot.store.tables import account, learner

_GAMES = select(*GAME).where(game.c.id.in_(bindparam("these", expanding=True))).order_by(game.c.id).with_for_update()
_PEOPLE = (
    select(account.c.user, *FOUND)
    .join(learner, learner.c.id == account.c.learner_id)
    .where(account.c.platform == bindparam("of"), account.c.user.in_(bindparam("named", expanding=True)))
)
_THERE = (
    select(*PLAYER, *(column.label(f"given_{column.name}") for column in GIVEN))
    .join(game, game.c.id == game_player.c.game_id)
    .outerjoin(
        game_answer,
        and_(
            game_answer.c.game_id == game_player.c.game_id,
            game_answer.c.learner_id == game_player.c.learner_id,
            game_answer.c.number == game.c.number,
        ),
    )
    .where(tuple_(game_player.c.game_id, game_player.c.learner_id).in_(bindparam("pairs", expanding=True)))
)
_WRITTEN = tuple(Given.__dataclass_fields__)
_KEY = ("game_id", "number", "learner_id")
_CHANGE = (
    update(game_answer)
    .where(*(game_answer.c[name] == bindparam(f"new_{name}") for name in _KEY))
    .values({name: bindparam(f"new_{name}") for name in _WRITTEN if name not in _KEY})
)
_COUNT = (
    update(game)
    .where(game.c.id == bindparam("this"))
    .values({name: bindparam(f"new_{name}") for name in ("answered", "due_at", "count_at", "wake_at")})
)


def games(connection: Connection, numbers: Iterable[int]) -> dict[int, Game]:
    """Find games by their numbers, locked for change, always in the same order."""
    return {row.id: as_game(row) for row in connection.execute(_GAMES, {"these": sorted(set(numbers))})}


def people(connection: Connection, accounts: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Learner]:
    """Find the learners behind accounts, given as platform and user."""
    by_platform: dict[str, set[str]] = {}
    for platform, user in accounts:
        by_platform.setdefault(platform, set()).add(user)
    found = {}
    for platform, users in by_platform.items():
        for user, *values in connection.execute(_PEOPLE, {"of": platform, "named": sorted(users)}):
            found[platform, user] = Learner(*values)
    return found


def there(connection: Connection, pairs: Iterable[tuple[int, int]]) -> dict[tuple[int, int], tuple[Player, Given | None]]:
    """Find players, given as (game, learner), and what each has answered to the question on display."""
    count = len(PLAYER)
    wanted = sorted(set(pairs))
    rows = connection.execute(_THERE, {"pairs": wanted}) if wanted else ()
    return {(row[0], row[1]): (Player(*row[:count]), Given(*row[count:]) if row[count] is not None else None) for row in rows}


def write(connection: Connection, new: Sequence[Given], changed: Sequence[Given], counted: Sequence[Game]) -> None:
    """Write answers down, the ``changed`` in the place of those that stood, and what they move in their games, which are locked.

    A game comes with how many have answered, when it is due and when its count is to be shown again, as they are now.
    """
    insert_many_new(connection, game_answer, [_row(one) for one in new])
    if changed:
        connection.execute(_CHANGE, [{f"new_{name}": value for name, value in _row(one).items()} for one in changed])
    if counted:
        moved = [
            {
                "this": of.id,
                "new_answered": of.answered,
                "new_due_at": of.due_at,
                "new_count_at": of.count_at,
                "new_wake_at": wake(of.due_at, of.count_at),
            }
            for of in counted
        ]
        connection.execute(_COUNT, moved)


def _row(given: Given) -> dict[str, object]:
    return {name: getattr(given, name) for name in _WRITTEN}
