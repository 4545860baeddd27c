"""A database of an earlier version, with things half done in it, goes on under this one. One file a revision: tests/data/schema-*.sql."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.chat import Incoming, Sender
from bot.store.database import HEAD, Database
from bot.tutor import Tutor

DATA = Path(__file__).parent / "data"


def test_every_revision_before_the_newest_has_its_file():
    versions = DATA.parent.parent / "bot" / "store" / "migrations" / "versions"
    revisions = sorted(path.name[:4] for path in versions.glob("0*.py"))
    assert revisions[-1] == HEAD
    assert [path.stem.removeprefix("schema-") for path in sorted(DATA.glob("schema-*.sql"))] == revisions[:-1]


@pytest.mark.parametrize("schema", sorted(DATA.glob("schema-*.sql")), ids=lambda path: path.stem)
def test_what_was_kept_and_what_was_pending_are_there_after_the_upgrade(schema, tmp_path, library, codebook):
    path = tmp_path / "tutor.db"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(schema.read_text())
    database = Database(f"sqlite:///{path}")
    database.upgrade()
    assert database.revision() == HEAD
    assert list(tmp_path.glob("tutor.db.before-*"))  # a copy was made first

    tutor = Tutor(database, library, codebook, seed=7)
    noon = datetime(2026, 11, 23, 18, tzinfo=UTC)
    ana = Sender("test", "ana")
    assert tutor.handle(Incoming(ana, "/progress", noon))[0].facts["answered"] == 1
    assert "America/Chicago" in tutor.handle(Incoming(ana, "/settings", noon))[0].text
    assert "longest 1" in tutor.handle(Incoming(ana, "/streak", noon))[0].text
    pending = {post.key: post for post in tutor.take_posts(("test",), noon)}
    tutor.sent(pending["daily:1:2026-11-23"])
    for kept, replies in tutor.unfinished("test"):
        assert replies is None
        assert "E11.21" in tutor.handle(kept)[0].text
    assert tutor.tick(noon) <= 2  # what was pushed is not pushed again
    assert {post.kind for post in tutor.take_posts(("test",), noon)} <= {
        "broadcast",
        "game",
    }  # what was being told to all, and played, goes on
    database.close()
