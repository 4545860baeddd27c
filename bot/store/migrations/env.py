"""Run the migrations: one chain for SQLite and PostgreSQL, one migration at a time over all processes."""

from alembic import context
from sqlalchemy import Engine, text

from bot.store.tables import metadata

_LOCK = 718_281_828
"""Any number that nobody else locks: two release phases at once wait for one another."""

engine: Engine = context.config.attributes["engine"]

with engine.begin() as connection:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True, compare_type=True)
    context.run_migrations()
