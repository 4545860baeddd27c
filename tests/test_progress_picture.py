"""How it is going, in a picture: areas, days, calendar, reviews; the same in words."""

import json
from dataclasses import replace

import pytest

from bot.chat import Reply, as_reply, as_row
from bot.pictures.chart import Bar, DayCount, ProgressChart
from bot.pictures.draw import draw, drawn
from tests.test_pictures import size

CHART = ProgressChart(
    "12 answers by area",
    ((Bar("Costs $ and $", 1, 4), 10), (Bar("Anatomy", 7, 8), 4)),
    70,
    tuple(DayCount(f"{n} Nov", n % 3, n % 5) for n in range(1, 31)),
    (("16 Nov", "✓❄·–✓✓✓"), ("23 Nov", "○      ")),
    (("Mon", 3), ("Tue", 0)),
)


def test_the_words_hold_what_the_picture_shows():
    assert CHART.alt.splitlines() == [
        "12 answers by area, weakest area first:",
        "Costs $ and $: 1 of 4 (25 %), exam 10",
        "Anatomy: 7 of 8 (87 %), exam 4",
        "Last 30 days: 60 answers, 30 right, on 24 days.",
        "Calendar: 4 days done in 2 weeks.",
        "Reviews to come: Mon 3, Tue 0.",
    ]
    bare = replace(CHART, weeks=(), reviews=())
    assert "Calendar" not in bare.alt
    assert "Reviews" not in bare.alt


def test_it_is_kept_as_json_and_drawn_afterwards():
    reply = Reply("So far", chart=CHART)
    row = json.loads(json.dumps(as_row(reply)))
    assert as_reply(row) == reply
    picture = drawn(reply).picture
    assert picture.alt == CHART.alt
    assert size(picture.body)[0] == 900


@pytest.mark.parametrize("dark", [False, True])
def test_what_there_is_none_of_takes_no_room(dark):
    whole = size(draw(replace(CHART, dark=dark)))
    bare = size(draw(replace(CHART, dark=dark, weeks=(), reviews=())))
    assert whole[0] == bare[0] == 900
    assert bare[1] < whole[1]
    empty = replace(CHART, dark=dark, days=tuple(DayCount("1 Nov", 0, 0) for _ in range(30)))
    assert size(draw(empty)) == whole


def test_progress_comes_with_its_picture(ana, clock):
    ana.says("/quiz anatomy 2")
    ana.answers()
    ana.taps("Next")
    ana.answers(right=False)
    clock.sleeps(days=2)
    ana.says("/quiz hcpcs 1")
    ana.answers()
    said = ana.says("/progress")
    chart = said.replies[0].chart
    assert [(bar.label, bar.part, bar.whole, weight) for bar, weight in chart.areas] == [("Anatomy", 1, 2, 4), ("HCPCS Level II", 1, 1, 3)]
    assert [(day.label, day.part, day.whole) for day in chart.days if day.whole] == [("23 Nov", 1, 2), ("25 Nov", 1, 1)]
    assert len(chart.days) == 30
    assert chart.weeks[-1] == ("23 Nov", "✓·✓    ")
    assert len(chart.weeks) == 5
    assert [label for label, _count in chart.reviews] == ["Today", "Thu", "Fri", "Sat", "Sun", "Mon", "Tue"]
    assert sum(count for _label, count in chart.reviews) >= 2
    assert "Reviews to come: Today " in said
    assert "Last 30 days: 3 answers on 2 days, 67 % right" in said
    assert not chart.dark
    assert ana.taps("On black").replies[0].chart.dark
    assert not ana.taps("On white").replies[0].chart.dark


def test_hidden_streaks_are_not_in_the_picture(ana):
    ana.says("/quiz 1")
    ana.answers()
    ana.says("/settings streaks off")
    assert ana.says("/progress").replies[0].chart.weeks == ()
    assert "streak" not in ana.last
