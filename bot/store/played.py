"""Named queries about games that are over: what was answered in them goes to everybody's own history."""

from datetime import datetime

from sqlalchemy import Connection, select, true, update

from bot.store.games import GAME, Game, as_game
from bot.store.grouptables import game


def unsettled(connection: Connection, now: datetime) -> Game | None:
    """Find a game that is over and whose answers have not gone to everybody's own history, locked for change."""
    query = select(*GAME).where(game.c.settled == ~true(), game.c.closed_at <= now).order_by(game.c.closed_at).limit(1)
    row = connection.execute(query.with_for_update(skip_locked=True)).first()
    return as_game(row) if row else None


def settle(connection: Connection, of: Game) -> None:
    """Note that the answers of a game have gone to everybody's own history."""
    connection.execute(update(game).where(game.c.id == of.id).values(settled=True))
