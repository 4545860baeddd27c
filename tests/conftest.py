"""What tests stand on: a tutor over the real content on both databases, and people who talk to it."""

import os
import socket
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from filelock import FileLock
from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError

from bot.chat import Choice, Incoming, Reply, Sender
from bot.codebook.shelf import CodeBook, open_codebook
from bot.library.drills.shelf import Drills
from bot.library.shelf import Library
from bot.live import Live
from bot.store.database import Database
from bot.store.tables import metadata
from bot.tutor import Tutor

CONTENT = Path(__file__).parent.parent / "content"
NOON = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
"""A Monday, noon in New York."""


@pytest.fixture(scope="session", autouse=True)
def no_network():
    """Let sockets reach this machine only."""
    real = socket.socket.connect

    def connect(self, address):
        if self.family != socket.AF_UNIX and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test reached for the network: {address}")
        return real(self, address)

    socket.socket.connect = connect
    yield
    socket.socket.connect = real


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of official files; without it the test is skipped, saying so."""
    folder = os.environ.get("TUTOR_SHARED")
    if not folder:
        pytest.skip("TUTOR_SHARED names no folder of official files")
    return Path(folder) / "data"


@pytest.fixture(scope="session")
def cache(tmp_path_factory) -> Path:
    """The data folder of the tests, one for all processes: indexes are built in it once."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = shared / "cache"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def codebook(cache, library) -> CodeBook:
    with FileLock(cache / "codes.lock"):
        book = open_codebook([cache / "codes"], library.thesaurus, library.own_words)
    yield book
    book.close()


@pytest.fixture(scope="session")
def plain_index(cache) -> Path:
    """The file of the embedded release without our own words: copied where a test opens a book, since building it takes seconds."""
    with FileLock(cache / "plain.lock"):
        open_codebook([cache / "plain"]).close()
    (found,) = (cache / "plain").glob("icd10cm-*.sqlite")
    return found


@pytest.fixture(scope="session")
def library(cache) -> Library:
    with FileLock(cache / "content.lock"):
        return Library(CONTENT, cache / "cache")


@pytest.fixture(scope="session")
def exams(tmp_path_factory) -> Library:
    """A library with three mock exams, made up."""
    from tests.exams import shelf

    return shelf(tmp_path_factory.mktemp("exams"))


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory) -> Path:
    """A migrated SQLite file to copy."""
    folder = tmp_path_factory.mktemp("sqlite")
    database = Database(f"sqlite:///{folder / 'first.db'}")
    database.upgrade()
    database.backup(folder / "empty.db")
    database.close()
    return folder / "empty.db"


@pytest.fixture(scope="session")
def postgres_url() -> str:
    """A schema of our own on the local server; skipped where there is none, an error in CI."""
    url = os.environ.get("TUTOR_TEST_DATABASE_URL", "postgresql+psycopg://postgres@127.0.0.1:5432/test")
    schema = f"tutor_{os.getpid()}"
    admin = Database(url)
    try:
        with admin.writing() as connection:
            connection.execute(text(f"CREATE SCHEMA {schema}"))
    except OperationalError as error:
        admin.close()
        if os.environ.get("CI"):
            pytest.fail(f"CI needs a PostgreSQL server at {url}: {error}")
        pytest.skip(f"no PostgreSQL server at {url}")
    # Nobody pulls the plug on a test, so no commit need wait for the disk.
    ours = f"{url}?options=-csearch_path%3D{schema}%20-csynchronous_commit%3Doff"
    database = Database(ours)
    database.upgrade()
    database.close()
    yield ours
    with admin.writing() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    admin.close()


_COUNT_ANEW = """SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, 1, false)
    FROM pg_sequences WHERE schemaname = current_schema() AND last_value IS NOT NULL"""


@pytest.fixture(scope="session")
def sqlite_store(tmp_path_factory) -> Database:
    """The store of all tests on SQLite: a new engine would make every statement anew, which takes longer than most tests."""
    found = Database(f"sqlite:///{tmp_path_factory.mktemp('store') / 'tutor.db'}")
    # As below: no commit need wait for the disk.
    event.listen(found.engine, "connect", lambda connection, _entry: connection.execute("PRAGMA synchronous=OFF"))
    yield found
    found.close()


@pytest.fixture(scope="session")
def postgres_store(postgres_url) -> Database:
    """The store of all tests on PostgreSQL."""
    found = Database(postgres_url)
    yield found
    found.close()


@pytest.fixture(params=["sqlite", "postgres"])
def database(request):
    """An empty store, once on each database."""
    found = request.getfixturevalue(f"{request.param}_store")
    if request.param == "sqlite":
        empty(found, request.getfixturevalue("empty_sqlite"))
    else:
        with found.writing() as connection:
            # A tenth of what TRUNCATE takes, which makes a new file of every table and index.
            connection.execute(text("; ".join(f"DELETE FROM {table.name}" for table in reversed(metadata.sorted_tables))))
            connection.execute(text(_COUNT_ANEW))
    yield found
    if request.param == "sqlite":
        found.close()  # its connections, since the next test has another file


def empty(store: Database, migrated: Path) -> None:
    """Put an empty file in the place of an SQLite store that nobody has open."""
    path = Path(str(store.url.database))
    for beside in ("-wal", "-shm"):
        Path(f"{path}{beside}").unlink(missing_ok=True)
    new = path.with_suffix(".new")
    new.write_bytes(migrated.read_bytes())
    new.replace(path)


class Clock:
    """The time in a test: it stands still until it is moved, and a second passes with every message."""

    def __init__(self) -> None:
        self.now = NOON

    def sleeps(self, **how_long) -> None:
        self.now += timedelta(**how_long)


class Answer:
    """What came back for one message."""

    def __init__(self, replies: list[Reply]) -> None:
        self.replies = replies

    @property
    def text(self) -> str:
        return "\n\n".join(reply.text for reply in self.replies)

    @property
    def choices(self) -> list[Choice]:
        return [choice for reply in self.replies for choice in reply.choices]

    @property
    def labels(self) -> list[str]:
        return [choice.label for choice in self.choices]

    @property
    def about(self) -> list[str]:
        return [about for reply in self.replies for about in reply.about]

    @property
    def facts(self) -> dict[str, object]:
        return {name: fact for reply in self.replies for name, fact in reply.facts.items()}

    def __contains__(self, words: str) -> bool:
        return words in self.text

    def __repr__(self) -> str:
        return f"{self.text}\n{self.labels}"


class Person:
    """Somebody who talks to the tutor: says things, and taps what was offered last."""

    def __init__(self, tutor: Tutor, clock: Clock, user: str, room: str | None = None) -> None:
        self.tutor, self.clock = tutor, clock
        self.sender = Sender("test", user, room=room)
        self.drills = Drills(tutor.codebook, tutor.library.folder)
        self.last = Answer([])

    def says(self, said: str) -> Answer:
        self.clock.sleeps(seconds=1)
        answer = Answer(self.tutor.handle(Incoming(self.sender, said, self.clock.now)))
        if self.sender.room is None:
            assert answer.replies, f"no reply at all to {said!r}"
        for choice in answer.choices:
            assert choice.says.startswith("/"), f"{choice} cannot be told from talk in a room"
        self.last = answer
        return answer

    def taps(self, label: str, line: str = "") -> Answer:
        """Tap the choice whose label starts with ``label``; ``line`` is what is typed where it asks."""
        for choice in self.last.choices:
            if choice.label.startswith(label):
                assert bool(choice.asks) == bool(line), f"{choice} asks {choice.asks!r}, typed was {line!r}"
                return self.says(choice.says + line)
        raise AssertionError(f"{label!r} was not offered, but {self.last.labels}")

    def answers(self, right: bool = True) -> Answer:
        """Answer the question on display, rightly or wrongly, by its letter."""
        return self.says(self.letter(right))

    def letter(self, right: bool = True) -> str:
        """Find a right or wrong letter of the question shown last."""
        name = next(about for about in self.last.about if about.startswith("question/")).removeprefix("question/")
        question = self.tutor.library.questions.get(name) or self.drills.find(name)
        lines = dict(line.split("  ", 1) for line in self.last.text.splitlines() if line[1:3] == "  ")
        return next(letter for letter, option in lines.items() if (option == question.options[question.key]) is right)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def faq_index(library, codebook) -> None:
    """Learn the index of the FAQ once, into the cache, so that no conversation waits for it."""
    Live(library, codebook).rank("warm up")


@pytest.fixture
def tutor(database, library, codebook, faq_index) -> Tutor:
    return Tutor(database, library, codebook, seed=7)


@pytest.fixture
def ana(tutor, clock) -> Person:
    return Person(tutor, clock, "ana")


@pytest.fixture
def ben(tutor, clock) -> Person:
    return Person(tutor, clock, "ben")
