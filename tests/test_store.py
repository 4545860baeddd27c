"""The tables and their migrations."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, select, text

from bot.store import learners
from bot.store.database import HEAD, MIGRATIONS, Database, DatabaseError
from bot.store.learners import Learner
from bot.store.tables import learner, metadata

AT = datetime(2026, 3, 8, 12, tzinfo=UTC)


def _config(database) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["engine"] = database.engine
    return config


def test_the_head_named_in_the_code_is_the_newest_revision():
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_migrations_make_the_tables_that_the_code_has(database):
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_migrations_go_down_and_up_again(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'tutor.db'}")
    database.upgrade()
    command.downgrade(_config(database), "base")
    assert set(inspect(database.engine).get_table_names()) == {"alembic_version"}
    database.upgrade()
    assert set(inspect(database.engine).get_table_names()) == {"alembic_version", *metadata.tables}
    database.close()


def test_a_database_of_a_later_version_is_refused_in_a_sentence(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'tutor.db'}")
    database.upgrade()
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseError, match="revision 9999, which this version does not know"):
        database.upgrade()
    database.close()


def test_an_instant_comes_back_aware_and_in_utc(database):
    paris = AT.astimezone(timezone(timedelta(hours=1)))
    with database.writing() as connection:
        learners.enrol(connection, "test", "ana", Learner("Europe/Paris", 540), paris)
    with database.reading() as connection:
        found = connection.execute(select(learner.c.created_at)).scalar_one()
    assert found == AT
    assert found.utcoffset() == timedelta(0)


def test_a_naive_time_is_refused(database):
    with pytest.raises(Exception, match="has no time zone"), database.writing() as connection:
        learners.enrol(connection, "test", "ana", Learner("Europe/Paris", 540), AT.replace(tzinfo=None))


def test_what_failed_half_way_is_not_there(database):
    def fail():
        with database.writing() as connection:
            learners.enrol(connection, "test", "ana", Learner("Europe/Paris", 540), AT)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with database.reading() as connection:
        assert learners.find(connection, "test", "ana") is None


def test_a_reader_cannot_write(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'tutor.db'}")
    database.upgrade()
    with pytest.raises(Exception, match="readonly"), database.reading() as connection:
        connection.execute(text("DELETE FROM learner"))
    database.close()


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("nonsense", "DATABASE_URL is not a URL"),
        ("mysql://root@localhost/x", "only SQLite and PostgreSQL"),
        ("sqlite://", "needs a file"),
        ("sqlite:///:memory:", "needs a file"),
    ],
)
def test_a_url_that_cannot_be_used_is_explained(url, message):
    with pytest.raises(DatabaseError, match=message):
        Database(url)


def test_the_short_name_of_postgresql_means_psycopg():
    database = Database("postgres://somebody@127.0.0.1/x")
    assert database.url.drivername == "postgresql+psycopg"
    database.close()


def test_a_server_that_is_not_there_is_one_sentence():
    database = Database("postgresql://nobody@127.0.0.1:1/x")
    with pytest.raises(DatabaseError, match="is the server there"):
        database.revision()
    database.close()


def test_a_backup_can_be_opened(tmp_path, empty_sqlite):
    path = tmp_path / "tutor.db"
    path.write_bytes(empty_sqlite.read_bytes())
    database = Database(f"sqlite:///{path}")
    with database.writing() as connection:
        learners.enrol(connection, "test", "ana", Learner("Europe/Paris", 540), AT)
    database.backup(tmp_path / "copy.db")
    database.close()
    engine = create_engine(f"sqlite:///{tmp_path / 'copy.db'}")
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM learner")).scalar() == 1
    engine.dispose()
