"""The pipe: the contract of the design, line by line."""

import io
import json
from datetime import UTC, datetime

import pytest

from adapters.pipe import Clock, Pipe

START = datetime(2026, 3, 7, 12, tzinfo=UTC)


@pytest.fixture
def talk(tutor):
    """Send lines, get back what was written."""
    clock = Clock(START, lambda: datetime.now(UTC))

    def send(*lines):
        out = io.StringIO()
        Pipe(tutor, clock, out).run([line if isinstance(line, str) else json.dumps(line) for line in lines])
        return [json.loads(line) for line in out.getvalue().splitlines()]

    return send


def test_a_message_gets_its_replies_then_its_done(talk):
    reply, done = talk({"id": 7, "from": "ana", "text": "E11.21"})
    assert reply["to"] == "ana"
    assert reply["room"] is None
    assert reply["re"] == 7
    assert reply["push"] is False
    assert reply["at"] == "2026-03-07T12:00:00+00:00"
    assert reply["about"] == ["code/icd10cm/E11.21"]
    assert reply["facts"]["reportable"] is True
    assert done == {"done": 7}


@pytest.mark.parametrize("name", [7, "seven", None, [1, 2], {"a": 1}, 1.5])
def test_an_id_may_be_any_json(talk, name):
    assert talk({"id": name, "from": "ana", "text": "hi"})[-1] == {"done": name}


def test_a_room_is_silent_unless_commanded(talk):
    assert talk({"id": 1, "from": "ana", "room": "g", "text": "is anyone here"}) == [{"done": 1}]
    reply, _done = talk({"id": 2, "from": "ana", "room": "g", "text": "/code I10"})
    assert (reply["to"], reply["room"]) == (None, "g")
    reply, _done = talk({"id": 3, "from": "ana", "room": "g", "text": "/progress"})
    assert (reply["to"], reply["room"], reply["private"]) == ("ana", "g", True)


@pytest.mark.parametrize(
    "line",
    ["this is not JSON", "[1]", '"x"', "3", '{"text": "hi"}', '{"from": "ana"}', '{"from": 1, "text": "hi"}', '{"from": "ana", "text": 5}',
     '{"from": "", "text": "x"}', '{"from": "ana", "text": "x", "room": 4}', '{"from": "ana", "text": "x", "manager": "yes"}',
     '{"now": 5}', '{"now": "soon"}', '{"now": "2026-03-08T07:00:00"}', '{"now": "2020-01-01T00:00:00+00:00"}', "[" * 100_000,
     json.dumps({"from": "x" * 65, "text": "hi"}), '{"from": "a\\u0000", "text": "hi"}', '{"from": "\\ud83d", "text": "hi"}'],
    ids=range(19),
)  # fmt: skip
def test_a_line_that_is_not_understood_gets_an_error_and_the_pipe_goes_on(talk, line):
    out = talk(line, {"id": 1, "from": "ana", "text": "I10"})
    assert "error" in out[0]
    assert out[-1] == {"done": 1}


def test_an_error_of_a_line_with_an_id_is_followed_by_its_done(talk):
    error, done = talk({"id": 4, "text": "from nobody"})
    assert error["re"] == 4
    assert done == {"done": 4}


def test_time_moves_and_what_falls_due_is_pushed_at_its_own_time(talk):
    talk({"id": 1, "from": "ana", "text": "/start"}, {"id": 2, "from": "ana", "text": "/settings zone America/New_York"})
    out = talk({"now": "2026-03-10T12:00:00-04:00"})
    pushes = [line for line in out if line.get("push")]
    assert [push["at"] for push in pushes] == [
        "2026-03-07T14:00:00+00:00",
        "2026-03-08T13:00:00+00:00",
        "2026-03-09T13:00:00+00:00",
        "2026-03-10T13:00:00+00:00",
    ]
    assert [push["about"][0] for push in pushes] == [f"daily/2026-03-{day:02}" for day in (7, 8, 9, 10)]
    assert all(push["re"] is None and push["to"] == "ana" for push in pushes)
    assert out[-1] == {"done": {"now": "2026-03-10T12:00:00-04:00"}}


def test_a_pushed_question_is_answered_by_its_letter(talk):
    talk({"id": 1, "from": "ana", "text": "/start"}, {"now": "2026-03-08T20:00:00+00:00"})
    verdict, _done = talk({"id": 2, "from": "ana", "text": "c"})
    assert "correct" in verdict["facts"]
    assert verdict["replaces"] is False


def test_every_subscriber_gets_a_push_of_their_own(talk):
    for name in ("ana", "ben", "cleo"):
        talk({"id": name, "from": name, "text": "/start"})
    pushes = [line for line in talk({"now": "2026-03-07T15:00:00+00:00"}) if line.get("push")]
    assert sorted(push["to"] for push in pushes) == ["ana", "ben", "cleo"]
    assert len({push["about"][1] for push in pushes}) == 1


def test_a_file_is_written_and_named(talk):
    talk({"id": 1, "from": "ana", "text": "/start"})
    reply, _done = talk({"id": 2, "from": "ana", "text": "/export"})
    assert reply["file"]["name"] == "my-data.json"
    assert reply["file"]["media_type"] == "application/json"
    with open(reply["file"]["path"]) as file:  # noqa: PTH123  # the path is the contract's text
        assert json.load(file)["learner"]


def test_the_same_lines_and_seed_give_the_same_answers(tutor, library, codebook, tmp_path, empty_sqlite):
    from bot.store.database import Database
    from bot.tutor import Tutor

    def run(name):
        path = tmp_path / name
        path.write_bytes(empty_sqlite.read_bytes())
        database, out = Database(f"sqlite:///{path}"), io.StringIO()
        lines = [
            json.dumps({"id": n, "from": "ana", "text": text})
            for n, text in enumerate(("/start", "/quiz 5", "a", "/next 1", "b", "/daily"))
        ]
        Pipe(Tutor(database, library, codebook, seed=3), Clock(START, lambda: START), out).run(lines)
        database.close()
        return out.getvalue()

    assert run("one.db") == run("two.db")


def test_a_bug_of_ours_is_one_sentence_and_logged_without_a_word_of_the_person(talk, tutor, caplog, monkeypatch):
    def broken(*_):
        raise ValueError("secret words")

    monkeypatch.setattr(type(tutor.codebook), "find", broken)
    reply, _done = talk({"id": 1, "from": "ana", "text": "/code I10"})
    assert "Something went wrong on my side" in reply["text"]
    assert "secret" not in caplog.text
    assert caplog.records[0].error == "ValueError"


def test_simulated_days_are_no_outage_of_ours(talk, database):
    """Nobody ticks while a simulated clock stands still; a streak that ends then has ended."""
    talk({"id": 1, "from": "ana", "text": "/daily"}, {"id": 2, "from": "ana", "text": "b"})
    streak = talk({"now": "2026-03-11T12:00:00+00:00"}, {"id": 3, "from": "ana", "text": "/streak"})[-2]
    assert streak["facts"]["streak"] == 0
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM outage").scalar() == 0
