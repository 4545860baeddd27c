"""Pictures: described in a reply, drawn once it is written down, said in words as well."""

import io
import json
from dataclasses import replace
from pathlib import Path
from struct import unpack

import pytest

from adapters.console import Chat
from adapters.messenger import with_picture
from adapters.pipe import Clock as PipeClock
from adapters.pipe import Pipe
from bot.chat import Choice, Reply, as_reply, as_row
from bot.pictures.chart import Bar, BarChart
from bot.pictures.draw import draw
from bot.store.database import Database
from bot.tutor import Tutor
from tests.conftest import Clock
from tests.exams import shelf
from tests.telegram_world import World, telegram_server

CHART = BarChart(
    "By area",
    (Bar("Anesthesia", 1, 4), Bar("Costs $ and $, Λ and 😀", 7, 10), Bar("Nothing right", 0, 3)),
    70,
    "pass mark 70 %, of the whole",
)
REPORT = Reply(f"**8 of 17 right**\n\n{CHART.alt}", (Choice("Next", "/daily"),), chart=CHART)


def size(png: bytes) -> tuple[int, int]:
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    return unpack(">II", png[16:24])


def test_the_words_hold_what_the_picture_shows():
    assert CHART.alt.splitlines() == [
        "By area:",
        "Anesthesia: 1 of 4 (25 %)",
        "Costs $ and $, Λ and 😀: 7 of 10 (70 %)",
        "Nothing right: 0 of 3 (0 %)",
    ]


@pytest.mark.filterwarnings("ignore:Glyph")  # an emoji in the name of an area has no letter in our font; it is drawn as a box
def test_a_chart_is_drawn_for_light_and_for_dark_screens():
    light, dark = draw(CHART), draw(replace(CHART, dark=True))
    assert size(light) == size(dark) == (900, 352)
    assert light != dark
    assert draw(CHART) is light, "drawn once"


def test_a_description_is_kept_as_json_and_draws_nothing():
    row = json.loads(json.dumps(as_row(REPORT)))
    assert "body" not in str(row)
    assert as_reply(row) == REPORT
    assert "chart" not in as_row(replace(REPORT, chart=None))


@pytest.mark.filterwarnings("ignore:Glyph")
def test_an_adapter_has_it_drawn():
    shown = with_picture(REPORT)
    assert shown.chart is None
    assert shown.picture.alt == CHART.alt
    assert size(shown.picture.body) == (900, 352)
    plain = replace(REPORT, chart=None)
    assert with_picture(plain) is plain


def test_where_drawing_fails_the_words_are_enough(caplog):
    broken = replace(REPORT, chart=replace(CHART, bars=(Bar("Nothing was asked", 0, 0),)))
    shown = with_picture(broken)
    assert (shown.picture, shown.chart, shown.text) == (None, None, REPORT.text)
    assert "a picture was not drawn" in caplog.text
    assert "Nothing was asked" not in caplog.text


@pytest.fixture
def tutor(empty_sqlite, tmp_path, codebook):
    path = tmp_path / "tutor.db"
    path.write_bytes(empty_sqlite.read_bytes())
    database = Database(f"sqlite:///{path}")
    yield Tutor(database, shelf(tmp_path / "content", (1,), 0), codebook, seed=7)
    database.close()


def test_the_pipe_saves_it_as_a_file_and_pushes_it(tutor):
    out = io.StringIO()
    pipe = Pipe(tutor, PipeClock(Clock().now, lambda: Clock().now), out)
    pipe.run([json.dumps({"id": 1, "from": "ana", "text": "/exam quarter"}), json.dumps({"now": "2026-11-23T19:00:00+00:00"})])
    replies = [line for line in map(json.loads, out.getvalue().splitlines()) if "text" in line]
    result = replies[-1]
    assert result["push"]
    assert result["at"] == "2026-11-23T18:00:00+00:00"
    assert result["picture"]["alt"] in result["text"]
    assert size(Path(result["picture"]["path"]).read_bytes())[0] == 900


async def test_telegram_shows_the_picture_and_then_the_words(tutor):
    clock = Clock()
    async with telegram_server(clock) as server, World(tutor, server, lambda: clock.now):
        await server.says("ana", "/exam quarter")
        photo, words = await server.says("ana", "hand in now")
    assert photo.kind == "photo"
    assert size(photo.body)[0] == 900
    assert words.text.startswith("0 of 25 right: 0 %.")
    assert "Review the misses" in words.labels


def test_the_terminal_says_it_in_words(tutor, tmp_path, monkeypatch, capsys):
    clock = Clock()
    monkeypatch.setattr("sys.stdin", io.StringIO("/exam quarter\nhand in now\n"))
    Chat(tutor, lambda: clock.now, tmp_path, tmp_path).run()
    said = capsys.readouterr().out
    assert "Medical terminology: 0 of 1 (0 %)" in said
    assert "[picture" not in said, "the same words stand above it"
