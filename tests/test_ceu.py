"""Continuing education: periods and units as tables, the log as a conversation, reminders by themselves."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.ceu import Entry, Period, counted, needed, next_reminder, period, read_units, said
from bot.talk import ceu
from bot.tutor import Tutor
from tests.conftest import Person
from tests.exams import linked, passes
from tests.test_link import code_of, on

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("since", "due", "today", "first", "last"),
    [
        ("2026-05-01", None, "2026-11-23", "2026-05-01", "2028-04-30"),  # the first
        ("2026-05-01", None, "2028-04-30", "2026-05-01", "2028-04-30"),  # its last day
        ("2026-05-01", None, "2028-05-01", "2028-05-01", "2030-04-30"),  # the next
        ("2010-05-01", None, "2026-11-23", "2026-05-01", "2028-04-30"),  # the ninth
        ("2026-11-23", None, "2026-11-23", "2026-11-23", "2028-11-22"),  # certified today
        ("2024-02-29", None, "2026-11-23", "2026-02-28", "2028-02-27"),  # a leap day
        ("2026-05-01", "2027-12-31", "2026-11-23", "2026-05-01", "2027-12-31"),  # cut short at the beginning
        ("2020-05-01", "2027-12-31", "2026-11-23", "2026-01-01", "2027-12-31"),
        ("2020-05-01", "2027-12-31", "2028-06-01", "2028-01-01", "2029-12-31"),  # and on from there
        ("2020-05-01", "2025-12-31", "2026-11-23", "2026-01-01", "2027-12-31"),  # a date that is past says as much
        ("2020-05-01", "2030-12-31", "2026-11-23", "2025-01-01", "2026-12-31"),  # and one far ahead
    ],
)
def test_periods_are_of_two_years(since, due, today, first, last):
    found = period(date.fromisoformat(since), date.fromisoformat(due) if due else None, date.fromisoformat(today))
    assert (str(found.first), str(found.last)) == (first, last)


@given(st.dates(date(1990, 1, 1), TODAY), st.none() | st.integers(-1900, 1900), st.integers(0, 4000))
def test_every_day_is_in_one_period(since, off, later):
    due = None if off is None else TODAY + timedelta(days=off)
    if due is not None and due <= since:
        return
    today = max(since, TODAY) + timedelta(days=later)
    found = period(since, due, today)
    assert found.first <= today <= found.last
    assert found.first >= since
    assert (found.last - found.first).days <= 731
    assert period(since, due, found.first) == period(since, due, found.last) == found
    after = period(since, due, found.last + timedelta(days=1))
    assert after.first == found.last + timedelta(days=1)
    assert today < next_reminder(found, today) <= after.first


@pytest.mark.parametrize(("credentials", "units"), [(1, 36), (2, 40), (3, 44), (4, 48), (5, 52), (9, 52)])
def test_more_credentials_take_more(credentials, units):
    assert needed(credentials) == units


@pytest.mark.parametrize(
    ("typed", "hundredths"), [("2", 200), ("1.5", 150), (".5", 50), ("1,25", 125), ("0", None), ("-1", None), ("101", None), ("٣", None), ("1.555", None)]
)  # fmt: skip
def test_units_are_read(typed, hundredths):
    assert read_units(typed) == hundredths
    if hundredths:
        assert read_units(said(hundredths)) == hundredths


def test_only_what_lies_in_the_period_counts():
    within = Period(date(2026, 1, 1), date(2027, 12, 31))
    days = (date(2025, 12, 31), within.first, within.last, date(2028, 1, 1))
    assert counted([Entry(n, day, 100, "") for n, day in enumerate(days)], within) == 200


# Conversations.


def test_the_log_begins_with_a_date(ana):
    assert "36 CEUs in two years" in ana.says("/ceu")
    assert "First the date" in ana.says("/ceu add 2 webinar")
    assert "can't read" in ana.says("/ceu since I was a child")
    assert "can't read" in ana.says("/ceu since 2027-05-01")
    ana.says("/ceu")
    shown = ana.taps("Since when", "May 1")
    assert "Noted: certified since 1 May 2026" in shown, "the last first of May, not the next"
    assert "**0 of 36 CEUs**, 36 to go" in shown
    assert "1 May 2026 to 30 April 2028: 524 days left, about 2.1 a month" in shown
    assert shown.replies[0].private


@pytest.fixture
def certified(ana) -> Person:
    ana.says("/ceu since 2026-05-01")
    return ana


@pytest.mark.parametrize(
    ("typed", "logged"),
    [
        ("/ceu add 2 webinar on E/M", "2 · webinar on E/M, 23 November 2026"),
        ("/ceu 2 webinar on E/M", "2 · webinar on E/M, 23 November 2026"),
        ("/ceu add 1.5 2026-10-04 chapter meeting", "1.5 · chapter meeting, 4 October 2026"),
        ("/ceu add 1.5 chapter meeting 2026-10-04", "1.5 · chapter meeting, 4 October 2026"),
        ("/ceu add 1 October 4 chapter meeting", "1 · chapter meeting, 4 October 2026"),
        ("/ceu add 1 10/04/2026 chapter meeting", "1 · chapter meeting, 4 October 2026"),
        ("/ceu add .25", "0.25 · without a name, 23 November 2026"),
        ("/ceu add 3 **bold** `move`", "3 · bold move, 23 November 2026"),
        ("/ceu add 3 " + "long " * 40, "3 · long long"),
    ],
)
def test_a_line_is_enough(certified, typed, logged):
    assert f"Logged: {logged}" in certified.says(typed)


@pytest.mark.parametrize(
    ("typed", "said_"),
    [
        ("/ceu add", "First how many"),
        ("/ceu add lots of webinars", "can't read"),
        ("/ceu add 400 webinar", "can't read"),
        ("/ceu add 2 2026-12-24 webinar", "is still to come"),
        ("/ceu add 2 2026-04-30 webinar", "Nothing counts from before your certification"),
        ("/ceu remove 77", "no entry of that number"),
        ("/ceu remove one", "no entry of that number"),
        ("/ceu undo", "nothing to undo"),
        ("/ceu due whenever", "can't read"),
        ("/ceu due 2026-04-01", "after the certification"),
        ("/ceu credentials many", "can't read"),
        ("/ceu frobnicate", "can't read"),
        ("/ceu reminders perhaps", "/ceu reminders on"),
    ],
)
def test_what_is_not_understood_changes_nothing(certified, typed, said_):
    assert said_ in certified.says(typed)
    assert certified.says("/ceu").facts["units"] == 0


def test_added_listed_removed_and_undone(certified):
    certified.says("/ceu")
    certified.taps("Log CEUs", "2 webinar")
    certified.says("/ceu add 1.5 meeting")
    assert "You have one of that name" in certified.says("/ceu add 4 Webinar")
    assert certified.last.facts["units"] == 7.5
    listed = certified.taps("The list")
    assert "3 entries" in listed
    assert listed.text.index("Webinar") < listed.text.index("meeting") < listed.text.index("· webinar")
    number = listed.text.split("`")[3]
    assert "Taken out: 1.5 · meeting" in certified.says(f"/ceu remove {number}")
    assert certified.last.facts["units"] == 6
    assert "Back in the log: 1.5 · meeting" in certified.taps("Undo")
    assert certified.last.facts["units"] == 7.5
    assert "No longer in the log" in certified.taps("Undo")


def test_a_long_log_has_pages(certified):
    for n in range(20):
        certified.says(f"/ceu add 1 course {n}")
    listed = certified.says("/ceu list")
    assert "course 19" in listed
    assert "course 4\n" not in listed
    assert "course 4\n" in certified.taps("Earlier ones")
    assert certified.says("/ceu").facts["units"] == 20


def test_due_date_and_credentials(certified):
    certified.says("/ceu")
    said_ = certified.taps("Due date", "2027-06-30")
    assert said_.facts["last"] == "2027-06-30"
    assert "pro-rates it" in said_
    certified.taps("Credentials")
    assert certified.taps("2 of").facts["needed"] == 40
    assert certified.says("/ceu due none").facts["last"] == "2028-04-30"


def test_a_period_that_is_over_carries_nothing_over(certified, clock):
    certified.says("/ceu add 40 conference")
    assert ", done" in certified.last
    clock.sleeps(days=600)
    said_ = certified.says("/ceu")
    assert said_.facts["first"] == "2028-05-01"
    assert said_.facts["units"] == 0
    assert "40 outside this period do not count in it" in said_


def test_reminders_come_before_the_end_to_those_who_need_them(certified, tutor, clock, ben):
    certified.says("/settings daily off")
    certified.says("/ceu due 2027-06-30")
    certified.says("/ceu add 30 conference")
    ben.says("/ceu since 2026-05-01")
    ben.says("/ceu due 2027-06-30")
    ben.says("/ceu add 36 conference")
    came = passes(tutor, clock, days=200)
    assert [one.post.kind for one in came] == ["ceu", "ceu", "ceu"]
    assert "**180 days left for 6 CEUs**: you have 30 of 36" in came[0].reply.text
    assert str(came[0].at) == "2027-01-01 14:00:00+00:00", "at nine in New York"
    assert "**30 days left" in came[2].reply.text
    certified.says("/ceu add 6 course")
    assert [one for one in passes(tutor, clock, days=60) if one.post.kind == "ceu"] == [], "nothing is missing any more"


def test_no_reminders_where_they_are_off_or_all_is_paused(certified, tutor, clock):
    certified.says("/ceu due 2027-06-30")
    certified.says("/pause 60 days")
    assert passes(tutor, clock, days=50) == []
    certified.says("/ceu")
    assert "No more reminders" in certified.taps("No reminders")
    assert "Remind me" in certified.last.labels
    assert [one for one in passes(tutor, clock, days=200) if one.post.kind == "ceu"] == []
    assert "I remind you" in certified.says("/ceu reminders on")


def test_the_log_follows_an_account(tutor, clock):
    here, there = linked(tutor, clock)
    here.says("/ceu since 2026-05-01")
    here.says("/ceu add 2 webinar")
    other = on(tutor, clock, "terminal", "3")
    other.says("/ceu since 2025-01-01")
    other.says("/ceu add 3 meeting")
    other.says(f"/link {code_of(here.says('/link'))}")
    other.taps("Yes")
    for person in (here, there, other):
        said_ = person.says("/ceu")
        assert (said_.facts["units"], said_.facts["first"]) == (5, "2026-05-01")


def test_a_room_sees_nothing_of_it(tutor: Tutor, clock):
    assert "private chat" in Person(tutor, clock, "ana", room="group").says("/ceu")


def test_the_log_is_full_at_last(certified, monkeypatch):
    monkeypatch.setattr(ceu, "_ENTRIES", 1)
    certified.says("/ceu add 1 one")
    assert "The log is full" in certified.says("/ceu add 1 two")
