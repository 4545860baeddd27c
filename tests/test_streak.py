"""Streaks: what counts, what is forgiven, and that nobody gains or loses a day by moving."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat import Incoming
from bot.learning.calendar import exists, instant, local_day, own_day
from bot.learning.streak import MOST_FREEZES, Kind, Run, count, replay, settle
from bot.store import learners

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)


def after(days: str) -> Run:
    """Live some days from Monday on: x counted, . missed, r a day off."""
    run = Run()
    rests = {MONDAY + n * DAY for n, what in enumerate(days) if what == "r"}
    for n, what in enumerate(days):
        run, _ = settle(run, MONDAY + n * DAY, rests.__contains__)
        if what == "x":
            run = count(run, MONDAY + n * DAY)
    return settle(run, MONDAY + len(days) * DAY, rests.__contains__)[0]


@pytest.mark.parametrize(
    ("days", "length", "longest", "freezes"),
    [
        ("", 0, 0, 0),
        ("x", 1, 1, 0),
        ("xxx", 3, 3, 0),
        ("xx.", 0, 2, 0),
        ("xx.x", 1, 2, 0),
        ("xxxxxxx", 7, 7, 1),
        ("xxxxxxx.", 7, 7, 0),
        ("xxxxxxx.x", 8, 8, 0),
        ("xxxxxxx..", 0, 7, 0),
        ("xxxxxxx.xxxxxxx", 14, 14, 1),
        ("x" * 21, 21, 21, 3),
        ("x" * 35, 35, 35, 3),
        ("x" * 21 + "...", 21, 21, 0),
        ("x" * 21 + "....", 0, 21, 0),
        ("xxrrxx", 4, 4, 0),
        ("xxrr.", 0, 2, 0),
        ("xxrxr", 3, 3, 0),  # a day off on which something was answered counts
        ("rrr", 0, 0, 0),
        ("...x", 1, 1, 0),
    ],
)
def test_what_a_streak_comes_to(days, length, longest, freezes):
    run = after(days)
    assert (run.length, run.longest, run.freezes) == (length, longest, freezes)


@given(st.text("x.r", max_size=80))
def test_it_comes_to_the_same_whenever_it_is_settled(days):
    lazy = Run()
    rests = {MONDAY + n * DAY for n, what in enumerate(days) if what == "r"}
    log = []
    for n, what in enumerate(days):
        if what == "x":  # looked at on days of study only
            lazy, passed = settle(lazy, MONDAY + n * DAY, rests.__contains__)
            lazy = count(lazy, MONDAY + n * DAY)
            log += [*passed, (MONDAY + n * DAY, Kind.DONE)]
    lazy, passed = settle(lazy, MONDAY + len(days) * DAY, rests.__contains__)
    eager = after(days)
    assert lazy == eager
    assert 0 <= eager.freezes <= MOST_FREEZES
    assert eager.length <= eager.longest <= days.count("x")
    again = replay([*log, *passed], eager.freezes)
    if eager.length:
        assert (again.length, again.last) == (eager.length, eager.last)


@given(st.sampled_from(sorted(available_timezones())), st.dates(date(1990, 1, 1), date(2040, 1, 1)))
def test_every_zone_has_its_days_one_after_the_other(zone, day):
    begin, over = instant(day, 0, zone), instant(day + DAY, 0, zone)
    assert begin <= over
    assert (begin == over) or local_day(begin, zone) == day or not exists(day, zone)


ZONES = ("Pacific/Kiritimati", "Pacific/Honolulu", "Australia/Lord_Howe", "Africa/Cairo", "America/New_York", "Asia/Kolkata", "Pacific/Niue",
         "Pacific/Chatham", "America/St_Johns")  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2028, 3, 1)),  # noqa: DTZ001  # made aware below
    st.lists(st.tuples(st.integers(0, 40), st.sampled_from(ZONES), st.booleans()), min_size=1, max_size=60),
)
def test_no_journey_gains_a_day(start, moves):
    """Answering at every turn, in whatever zone: never more dates than there are on earth between the first and the last moment."""
    now = first = start.replace(tzinfo=UTC)
    run, zone = Run(), "America/New_York"
    for hours, to, answers in moves:
        now += timedelta(hours=hours)
        zone = to
        today = own_day(now, zone, run.last)
        run, _ = settle(run, today, lambda day: False)
        if answers:
            run = count(run, today)
        on_earth = (local_day(now, "Pacific/Kiritimati") - local_day(first, "Pacific/Niue")).days + 1
        assert run.length <= on_earth
        assert run.last is None or run.last <= local_day(now, "Pacific/Kiritimati") + DAY


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(sorted(available_timezones())),
    st.datetimes(datetime(2011, 12, 20), datetime(2030, 1, 1)),  # noqa: DTZ001  # made aware below
    st.lists(st.integers(0, 1439), min_size=3, max_size=90),
)
def test_who_answers_on_every_date_never_loses(zone, start, minutes):
    """Whatever the hour, over daylight saving, leap days, and the date that Samoa left out."""
    first = local_day(start.replace(tzinfo=UTC), zone)
    run = Run()
    counted = 0
    for n, minute in enumerate(minutes):
        day = first + n * DAY
        if not exists(day, zone):
            continue
        moment = min(max(instant(day, minute, zone), instant(day, 0, zone)), instant(day + DAY, 0, zone) - timedelta(seconds=1))
        today = own_day(moment, zone, run.last)
        run, _ = settle(run, today, lambda one: not exists(one, zone))
        run = count(run, today)
        counted += 1
        assert run.length == counted
        assert moment.astimezone(ZoneInfo(zone)).date() == today


# In conversation


def study(person, days: str) -> None:
    """Live some days: x answers today's question, anything else leaves the day out."""
    for what in days:
        if what == "x":
            person.says("/daily")
            person.answers()
        person.clock.sleeps(days=1)


def test_the_page_shows_length_week_and_freezes(ana):
    study(ana, "xxxxxxx.x")
    said = ana.says("/streak")
    assert said.facts == {"streak": 8, "longest": 8, "freezes": 0}
    assert "**8-day streak** · longest 8 · freezes 0 of 3" in said
    assert said.text.count("✓") == 9  # eight, and the legend
    assert said.text.count("❄") == 2
    assert "Today counts after 1 answer." in said


def test_a_new_learner_has_a_page_too(ana):
    assert ana.says("/streak").facts == {"streak": 0, "longest": 0, "freezes": 0}


def test_days_off_cost_nothing(ana):
    ana.says("/start")
    ana.says("/settings days weekdays")
    study(ana, "xxxxx..x")  # from Monday
    assert ana.says("/streak").facts["streak"] == 6


def test_a_pause_costs_nothing(ana):
    study(ana, "xxx")
    assert "Paused: nothing comes before" in ana.says("/pause 2 weeks")
    study(ana, "." * 14 + "x")
    assert ana.says("/streak").facts["streak"] == 4


def test_a_pause_that_is_over_forgives_no_more(ana):
    study(ana, "xxx")
    ana.says("/pause 3 days")
    study(ana, ".....")
    assert ana.says("/streak").facts["streak"] == 0


def test_a_goal_is_counted_in_answers(ana):
    ana.says("/settings goal 3")
    ana.says("/quiz 3")
    ana.answers()
    assert "Today counts after 2 answers more." in ana.says("/streak")
    for _ in range(2):
        ana.says("/continue")
        ana.answers()
    assert ana.says("/streak").facts["streak"] == 1


def test_one_switch_hides_all_of_it(ana):
    study(ana, "xx")
    ana.says("/settings streaks off")
    ana.says("/daily")
    assert "streak" not in ana.answers().text.lower()
    assert "streak" not in ana.says("/progress").text.lower()
    assert ana.says("/streak").facts == {"hidden": True}
    ana.says("/settings streaks on")
    assert ana.says("/streak").facts["streak"] == 3


def test_moving_zones_at_one_instant_earns_no_second_day(ana, clock):
    ana.says("/settings zone America/Los_Angeles")
    for zone in ("Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati", "Pacific/Honolulu", "Asia/Tokyo"):
        ana.says("/quiz 1")
        ana.answers()
        ana.says(f"/settings zone {zone}")
    ana.says("/quiz 1")
    ana.answers()
    assert ana.says("/streak").facts["streak"] <= 2  # today, and the date that has begun in Kiritimati


def test_a_journey_over_the_date_line_is_forgiven_once_a_month(ana, clock):
    """At noon on the 26th in Honolulu it is the 27th in Kiritimati: the 26th is cut short before anything was answered."""
    ana.says("/settings zone Pacific/Honolulu")
    study(ana, "xxx")
    ana.says("/settings zone Pacific/Kiritimati")
    ana.says("/daily")
    ana.answers()
    assert ana.says("/streak").facts["streak"] == 4
    ana.says("/settings zone Pacific/Honolulu")
    clock.sleeps(days=2)
    ana.says("/settings zone Pacific/Kiritimati")
    clock.sleeps(days=1)
    assert ana.says("/streak").facts["streak"] == 0


def test_a_streak_that_our_outage_broke_is_mended(ana, tutor, clock):
    study(ana, "xxx")
    tutor.tick(clock.now - timedelta(hours=20))
    clock.sleeps(hours=20)
    tutor.tick(clock.now)  # forty hours without a pulse, over a whole date
    ana.says("/daily")
    assert "4-day streak" in ana.answers()


def test_a_night_without_us_mends_nothing(ana, tutor, clock):
    study(ana, "xxx")
    night = clock.now.replace(hour=6)  # one at night in New York
    tutor.tick(night)
    tutor.tick(night + timedelta(hours=3))
    clock.sleeps(days=1)
    assert ana.says("/streak").facts["streak"] == 0


def test_what_an_outage_let_pile_up_counts_on_the_day_it_was_sent(ana, tutor, clock):
    study(ana, "xx")
    said_at = clock.now
    ana.says("/daily")
    letter = ana.letter()
    clock.sleeps(days=1, hours=3)
    tutor.handle(Incoming(ana.sender, letter, said_at + timedelta(minutes=1)))
    assert ana.says("/streak").facts["streak"] == 3


def test_accounts_that_are_joined_have_the_streak_of_both(tutor, clock, database):
    from tests.conftest import Person, Sender

    here, there = Person(tutor, clock, "ana"), Person(tutor, clock, "ana2")
    there.sender = Sender("other", "ana2")
    for n in range(9):
        study(here if n % 2 else there, "x")
    code = next(word for word in here.says("/link").text.split() if "-" in word).strip("*.")
    there.says(f"/link {code}")
    there.taps("Yes")
    assert there.says("/streak").facts["longest"] == 9
    with database.reading() as connection:
        assert learners.find(connection, "test", "ana").streak == 9
