"""The plan to the exam: its rules as properties, the conversation about it, the calendar file."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from bot.learning.plan import MINUTES, Need, plan
from bot.talk.calendarfile import calendar
from bot.tutor import Tutor
from tests.conftest import Person
from tests.exams import AREAS, linked
from tests.test_link import code_of, on

MONDAY = date(2026, 11, 23)


def needs(expected=0.5, known=()) -> list[Need]:
    return [Need(area, count, expected, area in known) for area, count in AREAS.items()]


some_needs = st.lists(st.floats(0.25, 0.98), min_size=18, max_size=18).map(
    lambda shares: [Need(area, AREAS[area], share) for area, share in zip(AREAS, shares, strict=True)]
)


@settings(max_examples=120, deadline=None)
@given(
    st.integers(1, 500),
    st.integers(0, 6),
    st.integers(1, 60),
    some_needs,
    st.none() | st.integers(0, 40),
    st.integers(0, 127),
)
def test_whatever_is_planned_holds_together(days, weekday, hours, wanted, ago, study):
    today = MONDAY + timedelta(days=weekday)
    exam = today + timedelta(days=days)
    found = plan(today, exam, hours, wanted, None if ago is None else today - timedelta(days=ago), study)
    assert found.weeks[0].first == today
    assert found.weeks[-1].last == exam - timedelta(days=1)
    assert [week.number for week in found.weeks] == list(range(len(found.weeks), 0, -1))
    for week, following in pairwise(found.weeks):
        assert week.last.weekday() == 6
        assert following.first == week.last + timedelta(days=1)
    mocks = [mock for week in found.weeks for mock in week.mocks]
    for week in found.weeks:
        length = (week.last - week.first).days + 1
        assert week.minutes <= max(hours * 60 * length / 7, MINUTES["quarter"]) + 15
        assert all(minutes > 0 and minutes % 15 == 0 for _area, minutes in week.areas)
        assert len({area for area, _ in week.areas}) == len(week.areas) <= 5
        assert all(week.first <= mock.day <= week.last for mock in week.mocks)
    for mock in mocks:
        assert (exam - mock.day).days >= 5, "rest before the exam"
        assert study >> mock.day.weekday() & 1, "not on a day off"
        assert ago is None or (mock.day - today).days + ago >= 5
    assert all((after.day - before.day).days >= 5 for before, after in pairwise(mocks))
    assert [mock.number for mock in mocks] == list(range(len(mocks), 0, -1))


@settings(max_examples=40, deadline=None)
@given(st.integers(60, 200), st.integers(6, 40), some_needs)
def test_what_is_weak_and_heavy_comes_first_and_gets_more(days, hours, wanted):
    found = plan(MONDAY, MONDAY + timedelta(days=days), hours, wanted)
    total = dict.fromkeys(AREAS, 0)
    for week in found.weeks:
        for area, minutes in week.areas:
            total[area] += minutes
    ranked = sorted(wanted, key=lambda one: -one.points)
    assert found.weeks[0].areas[0][0] in {one.area for one in ranked if one.points > 0.8 * ranked[0].points}
    top, bottom = ranked[:4], ranked[-4:]
    assert sum(total[one.area] for one in top) >= sum(total[one.area] for one in bottom)


def test_a_plan_of_sixteen_weeks():
    found = plan(MONDAY, date(2027, 3, 15), 10, needs())
    mocks = [(str(mock.day), mock.size) for week in found.weeks for mock in week.mocks]
    assert mocks == [
        ("2026-11-29", "quarter"), ("2026-12-20", "quarter"), ("2027-01-17", "half"),
        ("2027-02-14", "full"), ("2027-02-28", "full"), ("2027-03-07", "full"),
    ]  # fmt: skip
    assert found.weeks[0].areas[0][0] == "cases"
    assert found.weeks[-1].calm
    assert found.weeks[-1].reviews > 2 * found.weeks[0].reviews
    assert all(week.areas[0][0] != after.areas[0][0] for week, after in zip(found.weeks[:6], found.weeks[1:7], strict=True))


def test_what_is_known_is_kept_warm_only():
    def minutes(known) -> int:
        found = plan(MONDAY, date(2027, 3, 15), 10, needs(known=known))
        return sum(spent for week in found.weeks for area, spent in week.areas if area == "cases")

    assert minutes(("cases",)) < minutes(()) / 4


def test_life_happens_and_nothing_is_overdue():
    """Three weeks in which nothing was done: the weeks that are left hold as many hours as before, and begin with what is needed."""
    before = plan(MONDAY, date(2027, 3, 15), 10, needs())
    later = plan(MONDAY + timedelta(weeks=3), date(2027, 3, 15), 10, needs())
    assert len(later.weeks) == len(before.weeks) - 3
    assert max(week.minutes for week in later.weeks) <= 600
    assert later.weeks[0].areas[0][0] == before.weeks[0].areas[0][0]
    fulls = [[mock for week in one.weeks for mock in week.mocks if mock.size == "full"] for one in (before, later)]
    assert fulls[0] == fulls[1]


def test_a_mock_exam_just_done_is_not_planned_again():
    saturday, exam = MONDAY + timedelta(days=5), MONDAY + timedelta(days=21)
    due = [mock for week in plan(saturday, exam, 20, needs()).weeks for mock in week.mocks]
    assert [mock.day for mock in due] == [saturday + timedelta(days=1), saturday + timedelta(days=8)]
    done = plan(saturday, exam, 20, needs(), last_mock=saturday - timedelta(days=1))
    assert [mock for week in done.weeks for mock in week.mocks] == due[1:]


def test_who_has_little_time_gets_short_exams():
    found = plan(MONDAY, MONDAY + timedelta(days=60), 2, needs())
    assert {mock.size for week in found.weeks for mock in week.mocks} == {"quarter"}


# The calendar file.

NOW = datetime(2026, 11, 23, 17, tzinfo=UTC)
TITLES = {area: f"{area}; with, marks \\ and a name that is long enough to be folded, ünïcödé" for area in AREAS}


def test_a_calendar_file_is_as_the_standard_wants_it():
    found = plan(MONDAY, date(2027, 3, 15), 10, needs())
    file = calendar(found, TITLES, 7, NOW)
    assert (file.name, file.media_type) == ("cpc-plan.ics", "text/calendar")
    lines = file.body.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in file.body.replace(b"\r\n", b"")
    assert b"\\; with\\, marks \\\\ and" in file.body.replace(b"\r\n ", b"")
    read = Calendar.from_ical(file.body)
    events = list(read.walk("VEVENT"))
    uids = [str(event["uid"]) for event in events]
    assert len(set(uids)) == len(uids) == len(found.weeks) + 6 + 1
    assert all(event.decoded("dtstamp") == NOW for event in events)
    assert all(event.decoded("dtend") > event.decoded("dtstart") for event in events)
    assert events[0]["summary"].startswith(f"CPC: {TITLES['cases']}")
    assert [event.decoded("dtstart") for event in events if event["summary"] == "CPC exam"] == [date(2027, 3, 15)]


def test_an_event_keeps_its_name_when_the_plan_moves():
    def named(today) -> dict[str, str]:
        read = Calendar.from_ical(calendar(plan(today, date(2027, 3, 15), 10, needs()), TITLES, 7, NOW).body)
        return {str(event["uid"]): str(event.decoded("dtstart")) for event in read.walk("VEVENT")}

    before, later = named(MONDAY), named(MONDAY + timedelta(weeks=5))
    moved = dict(later.items() - before.items())
    assert list(moved) == ["mock-5-20270315-7@coding-tutor"], "who has had none has a short one soon"


# Conversations.


@pytest.fixture
def tutor(database, exams, codebook) -> Tutor:
    return Tutor(database, exams, codebook, seed=7)


def test_a_plan_needs_a_day(ana):
    said = ana.says("make me a plan")
    assert "A plan leads to a day" in said
    said = ana.taps("In 12 weeks")
    assert "Your exam is on **Monday, 15 February 2027**" in said
    assert "**12 weeks to your exam** on 15 February, 10 hours a week" in said
    assert "**This week**, to 29 November" in said
    assert "**Week 4**" in said
    assert "**Week 5**" not in said
    assert "**Week 5**" in ana.taps("Later weeks")
    assert "**This week**" in ana.taps("This week")
    assert "Practise" in ana.last.labels[0]


def test_a_date_is_read_and_a_bad_one_explained(ana):
    ana.says("/plan")
    assert "16 weeks to your exam" in ana.taps("I have a date", "March 15")
    assert "can't read" in ana.taps("Another date", "soon")
    assert "16 weeks to your exam" in ana.last, "the plan is still there"
    assert "is past" in ana.says("/plan exam 2026-11-01")
    assert "can't read" in ana.says("/plan tomorrow or so")
    assert "more than two years away" in ana.says("/plan exam 2030-01-01")


def test_hours_make_the_weeks_longer(ana):
    ana.says("/plan exam 2027-03-15")
    assert ana.last.facts["hours"] == 10
    ana.taps("Hours a week")
    assert ana.taps("20 hours").facts["hours"] == 20
    assert ana.says("/plan hours 7").facts["hours"] == 7
    assert "can't read" in ana.says("/plan hours lots")
    assert ana.last.facts["hours"] == 7
    assert ana.says("/plan full").facts["hours"] == 30
    assert ana.says("/plan part").facts["hours"] == 10
    ana.says("/settings pace full")
    assert ana.says("/plan").facts["hours"] == 30


def test_what_is_known_already_needs_no_study(ana):
    ana.says("/plan exam 2027-03-15")
    first = ana.last.facts["areas"]
    assert first[0] == "cases"
    ana.taps("What I know already")
    assert ana.taps("Cases").facts["known"] == ["cases"]
    assert "✓ Cases" in ana.last.labels
    assert "cases" not in ana.taps("The plan").facts["areas"]
    assert ana.says("/plan known cases").facts["known"] == []
    ana.says("/plan known skin")
    assert ana.last.facts["known"] == ["integumentary"]
    assert "don't know the area" in ana.says("/plan known plumbing")
    assert ana.says("/plan known none").facts["known"] == []


def test_the_plan_moves_with_what_was_done(ana, clock):
    ana.says("/plan exam 2027-01-10")
    assert ana.last.facts["mocks"][0] == ["2026-11-29", "quarter"]
    ana.says("/exam quarter")
    for _ in range(25):
        ana.answers(right="radiology" not in ana.last.facts["area"])
    ana.says("hand in")
    moved = ana.says("/plan")
    assert moved.facts["mocks"][0][1] == "full"
    clock.sleeps(days=14)
    later = ana.says("my plan")
    assert "5 weeks to your exam" in later
    assert "spread over the weeks that are left" in later


def test_the_last_days_and_the_day_itself(ana, clock):
    ana.says("/plan exam 2026-11-25")
    assert "2 days to your exam" in ana.last
    assert "rest on the day before" in ana.last
    assert ana.last.facts["mocks"] == []
    clock.sleeps(days=2)
    assert "Your exam is today" in ana.says("/plan")
    clock.sleeps(days=1)
    assert "A plan leads to a day" in ana.says("/plan")


def test_the_plan_comes_as_a_calendar_file(ana):
    ana.says("/plan exam 2027-03-15")
    reply = ana.taps("For my calendar").replies[0]
    assert reply.private
    assert reply.file.name == "cpc-plan.ics"
    read = Calendar.from_ical(reply.file.body)
    assert {str(event["summary"]) for event in read.walk("VEVENT")} >= {"CPC exam", "Full mock exam", "Half mock exam", "Quarter mock exam"}


def test_what_was_said_for_a_plan_follows_an_account(tutor, clock, database):
    here, there = linked(tutor, clock)
    other = on(tutor, clock, "terminal", "3")
    other.says("/plan exam 2027-03-15")
    other.says("/plan hours 17")
    other.says(f"/link {code_of(here.says('/link'))}")
    other.taps("Yes")
    here.says("/plan exam 2027-03-15")
    assert here.last.facts["hours"] == 17
    assert there.says("/plan").facts["hours"] == 17
    assert "study_plan" in here.says("/export").replies[0].file.body.decode()


def test_a_plan_is_for_private_chats(tutor, clock):
    assert "private chat" in Person(tutor, clock, "ana", room="group").says("/plan")
