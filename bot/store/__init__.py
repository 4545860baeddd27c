"""Everything remembered about people: tables, named queries, migrations."""

from bot.store import boardtables, classtables, grouptables, studytables  # noqa: F401  # so that the list of tables is complete, whichever part is imported
