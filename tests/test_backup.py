"""Backups, and moving to another database: everything arrives, or nothing."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.store.backups import KEPT, back_up, wanted
from bot.store.copying import copy
from bot.store.database import Database, DatabaseError
from bot.tutor import Tutor
from tests.conftest import Person


@pytest.fixture
def empty(tmp_path, empty_sqlite):
    path = tmp_path / "other.db"
    path.write_bytes(empty_sqlite.read_bytes())
    found = Database(f"sqlite:///{path}")
    yield found
    found.close()


def some_life(ana, ben, clock):
    ana.says("/start")
    ana.says("/settings zone Asia/Kolkata")
    ana.says("/daily")
    ana.answers()
    ana.says("/quiz 3")
    ana.answers(right=False)
    ana.says("/report")
    ana.taps("Something else", "the key: naïve “quotes” 🙂 \\ ' \x1f")
    ben.says("heart attack")
    ben.says("/start")


def test_a_copy_holds_everything_and_goes_on(ana, ben, clock, tutor, database, empty, library, codebook):
    some_life(ana, ben, clock)
    tutor.tick(clock.now + timedelta(hours=21))
    done = {one.table: one for one in copy(database, empty)}
    assert done["learner"].rows == 2
    assert done["post"].rows == 2
    assert done["attempt"].rows == 2
    there = Person(Tutor(empty, library, codebook, seed=1), clock, "ana")
    assert there.says("/progress").text == ana.says("/progress").text
    there.says("/quiz 2")  # new rows have numbers of their own
    assert "correct" in there.answers().facts


def test_to_a_server_and_back(ana, ben, clock, database, empty):
    some_life(ana, ben, clock)
    first = copy(database, empty)
    with database.writing() as connection:  # the fixture's own database is emptied and takes it all back
        for one in first:
            connection.execute(text(f"DELETE FROM {one.table}"))  # SQLite and PostgreSQL alike
    assert copy(empty, database) == first
    assert "correct" in ana.says("a").facts or "already answered" in ana.last
    ana.says("/quiz 1")
    assert "correct" in ana.answers().facts


def test_a_database_that_is_not_empty_is_left_alone(ana, ben, clock, database, empty, library, codebook):
    some_life(ana, ben, clock)
    Person(Tutor(empty, library, codebook), clock, "eve").says("/start")
    with pytest.raises(DatabaseError, match="has rows in learner; copy into an empty one"):
        copy(database, empty)
    with empty.reading() as connection:
        assert connection.exec_driver_sql("SELECT COUNT(*) FROM learner").scalar() == 1


def test_a_copy_that_breaks_off_leaves_nothing(ana, ben, clock, database, empty):
    some_life(ana, ben, clock)

    def break_off(table, _rows):
        if table == "attempt":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy(database, empty, break_off)
    with empty.reading() as connection:
        assert connection.exec_driver_sql("SELECT COUNT(*) FROM learner").scalar() == 0


def test_a_backup_is_one_whole_file_that_can_be_restored(ana, ben, clock, database, tmp_path, empty):
    some_life(ana, ben, clock)
    folder = tmp_path / "backups"
    assert wanted(folder, clock.now)
    path = back_up(database, folder, clock.now)
    assert not wanted(folder, clock.now)
    assert [one.name for one in folder.iterdir()] == [path.name]
    restored = Database(f"sqlite:///{path}")
    assert {one.table: one.rows for one in copy(restored, empty)}["attempt"] == 2
    restored.close()


def test_the_oldest_backups_are_dropped(database, clock, tmp_path):
    for n in range(KEPT + 2):
        path = back_up(database, tmp_path, clock.now + timedelta(days=n))
    found = sorted(one.name for one in tmp_path.glob("tutor-*.db"))
    assert len(found) == KEPT
    assert path.name in found
    assert wanted(tmp_path, clock.now + timedelta(days=n, hours=23, minutes=1))


def test_a_folder_that_cannot_be_written_is_said(database, clock, tmp_path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(DatabaseError, match="no backup could be written"):
        back_up(database, tmp_path / "file", clock.now)


def test_a_backup_of_a_file_in_use_is_consistent(ana, clock, database, tmp_path):
    """Somebody answers while it is written: what is in it is a moment of the database, not a mixture."""
    if not database.embedded:
        pytest.skip("a server is copied in one snapshot")
    ana.says("/quiz 5")
    ana.answers()
    path = back_up(database, tmp_path / "b", clock.now)
    ana.says("/continue")
    ana.answers()
    with closing(sqlite3.connect(path)) as check:
        assert check.execute("SELECT COUNT(*) FROM attempt").fetchone() == (1,)
