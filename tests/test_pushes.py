"""What comes by itself: reminders, countdown, farewell, pauses, quiet hours, what an operator says to all."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from random import Random
from threading import Barrier
from zoneinfo import available_timezones

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError

from bot.chat import Reply, as_reply, as_row
from bot.learning.calendar import instant, local_day, local_minute
from bot.push import broadcast as broadcasting
from bot.push.due import LONGEST_SPREAD, plan, spread
from bot.store import broadcasts, posts
from bot.store.tables import post, round
from bot.talk.reminders import countdown
from bot.tutor import Tutor
from tests.conftest import NOON, Clock, Person


class Days:
    """Live on, and take what comes."""

    def __init__(self, tutor, clock, platform="test"):
        self.tutor, self.clock, self.platform = tutor, clock, platform
        self.came = []

    def until(self, moment, answers=None):
        """Go to a moment, sending what falls due on the way; ``answers`` is who answers each daily question at once."""
        while (due := self.tutor.next_due((self.platform,))) is not None and due <= moment:
            self.clock.now = max(self.clock.now, due)
            self.send()
            if answers is not None and self.came and self.came[-1][1].about[0].startswith("daily/"):
                answers.says("b")
        self.clock.now = moment
        self.send()
        return self.came

    def send(self):
        self.tutor.tick(self.clock.now)
        while batch := self.tutor.take_posts((self.platform,), self.clock.now):
            for one in batch:
                self.came.append((self.clock.now, as_reply(dict(one.reply)), one))
                self.tutor.sent(one, at=self.clock.now)

    def kinds(self):
        return Counter(one.kind for _at, _reply, one in self.came)


@pytest.fixture
def days(tutor, clock):
    return Days(tutor, clock)


def test_every_push_can_be_put_off_and_stopped(ana, days, clock):
    ana.says("/start")
    days.until(clock.now + timedelta(days=1))
    ((_at, reply, _post),) = days.came
    said = {choice.label: choice.says for choice in reply.choices}
    assert said["Later"] == "/snooze 60"
    assert said["Stop these"] == "/stop daily"


def test_what_is_put_off_comes_again_once(ana, days, clock):
    ana.says("/start")
    days.until(clock.now + timedelta(hours=21))  # nine in the morning
    assert "I'll ask again at **10:00**" in ana.says("/snooze 60")
    days.until(clock.now + timedelta(hours=5))
    assert days.kinds() == {"daily": 1, "snoozed": 1}
    first, again = (reply for _at, reply, _post in days.came)
    assert first.about == again.about


def test_what_was_answered_meanwhile_does_not_come_again(ana, days, clock):
    ana.says("/start")
    days.until(clock.now + timedelta(hours=21))
    ana.says("/snooze 180")
    ana.says("/daily")
    ana.answers()
    days.until(clock.now + timedelta(hours=10))
    assert days.kinds() == {"daily": 1}


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("/snooze evening", "I'll ask again at **19:00**"),
        ("/snooze", "I'll ask again at **13:00**"),
        ("/snooze today", "Nothing more today"),
        ("/snooze soon", "For how long?"),
        ("/snooze 900", "nearly over"),
        ("remind me later", "I'll ask again"),
    ],
)
def test_how_long_something_is_put_off(ana, said, answer):
    ana.says("/start")
    assert answer in ana.says(said)


def test_a_streak_at_stake_has_one_reminder_in_the_evening(ana, days, clock):
    ana.says("/daily")
    ana.answers()
    ana.says("/start")
    days.until(datetime(2026, 11, 25, 4, tzinfo=UTC))  # the end of Tuesday
    assert days.kinds() == {"daily": 1, "reminder": 1}
    at, reply, _post = days.came[-1]
    assert local_minute(at, "America/New_York") == 20 * 60
    assert reply.text == "Today's question is still open; it takes a minute."
    assert [choice.label for choice in reply.choices] == ["Today's question", "Later", "Stop reminders"]


def test_no_reminder_when_the_day_is_done(ana, days, clock):
    ana.says("/daily")
    ana.answers()
    ana.says("/start")
    days.until(clock.now + timedelta(days=4), answers=ana)
    assert days.kinds() == {"daily": 4}


def test_no_reminder_where_there_is_no_streak(ana, days, clock):
    ana.says("/start")
    days.until(clock.now + timedelta(days=3))
    assert days.kinds() == {"daily": 3}


def test_a_reminder_that_waits_is_taken_back_when_the_day_is_done(ana, days, tutor, clock, database):
    ana.says("/daily")
    ana.answers()
    ana.says("/start")
    days.until(datetime(2026, 11, 25, 0, 59, tzinfo=UTC))
    clock.now = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)
    tutor.tick(clock.now)  # planned, not sent
    ana.says("/daily")
    ana.answers()
    assert tutor.take_posts(("test",), clock.now) == []


@pytest.mark.parametrize(
    ("said", "minute"),
    [("/settings reminders 18:30", 18 * 60 + 30), ("/settings reminders 11 pm", 23 * 60), ("/settings hour 20:30", 21 * 60 + 30)],
)
def test_when_the_reminder_comes(ana, days, clock, said, minute):
    ana.says("/daily")
    ana.answers()
    ana.says("/start")
    ana.says(said)
    days.until(clock.now + timedelta(days=1, hours=11, minutes=45))
    at, _reply, last = days.came[-1]
    assert last.kind == "reminder"
    assert local_minute(at, "America/New_York") == minute


def test_the_hour_follows_the_usual_time_of_study(ana, days, clock):
    ana.says("/start")
    ana.says("/settings hour usual")
    for n in range(6):
        clock.now = datetime(2026, 11, 24 + n, 18, 40, tzinfo=UTC)  # 13:40 in New York
        ana.says("/quiz 1")
        ana.answers()
    assert "at 13:30 (your usual time)" in ana.says("/settings")
    days.until(datetime(2026, 11, 30, 20, tzinfo=UTC))
    assert local_minute(days.came[-1][0], "America/New_York") == 13 * 60 + 30


def test_weekdays_only(ana, days, clock):
    ana.says("/start")
    ana.says("/settings days weekdays")
    days.until(clock.now + timedelta(days=6))
    assert [one.about[0] for _at, one, _post in days.came] == [f"daily/2026-11-{day}" for day in (24, 25, 26, 27)]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("mon wed fri", "Mon Wed Fri"),
        ("Tuesdays and Thursday", "Tue Thu"),
        ("weekends", "Sat Sun"),
        ("every day", "Daily question: at 09:00\n"),
    ],
)
def test_days_as_people_write_them(ana, said, shown):
    ana.says("/start")
    ana.says(f"/settings days {said}")
    assert shown in ana.says("/settings")


@pytest.mark.parametrize("said", ["/settings days someday", "/settings days monkey", "/settings goal 0", "/settings goal many",
                                  "/settings quiet 9", "/settings quiet 22:00-22:00", "/settings reminders perhaps", "/settings news maybe",
                                  "/settings streaks perhaps", "/settings zone 25:61"])  # fmt: skip
def test_what_is_not_understood_is_said(ana, said):
    ana.says("/start")
    before = ana.says("/settings").text
    assert "I can't read" in ana.says(said) or "I don't know" in ana.last
    assert ana.says("/settings").text == before


def test_a_zone_by_the_clock_on_the_wall(ana):
    ana.says("/start")
    assert "America/Los_Angeles" in ana.says("/settings zone 9:02 am")  # it is noon in New York
    assert "Asia/Kolkata" in ana.says("/settings zone 22:30")


@pytest.mark.parametrize(("city", "zone"), [("Boston", "America/New_York"), ("San Antonio", "America/Chicago"), ("cebu city", "Asia/Manila"),
                                            ("Bengaluru", "Asia/Kolkata"), ("michigan", "America/Detroit"), ("melbourne", "Australia/Melbourne")])  # fmt: skip
def test_a_zone_by_city_or_state(ana, city, zone):
    assert zone in ana.says(f"/settings zone {city}")


def test_nothing_comes_in_a_pause_and_it_ends_by_itself(ana, days, clock):
    ana.says("/start")
    assert "Monday, 7 December" in ana.says("/pause 2 weeks")
    days.until(clock.now + timedelta(days=15))
    assert [one.about[0] for _at, one, _post in days.came] == ["daily/2026-12-07", "daily/2026-12-08"]


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("/pause until january 10", "10 January"),
        ("/pause a month", "23 December"),
        ("/pause for ever", "I can't read"),
        ("/pause 500 weeks", "between a day and a year"),
        ("/pause", "For how long"),
        ("/pause off", "The pause is over. The next question comes on Tuesday at 09:00."),
    ],
)
def test_pauses_as_people_write_them(ana, said, answer):
    ana.says("/start")
    assert answer in ana.says(said)


def test_pushes_become_rare_and_end_with_a_farewell_until_the_person_writes(ana, days, clock):
    ana.says("/start")
    days.until(clock.now + timedelta(days=60))
    kinds = [(one.kind, (local_day(at, "America/New_York") - date(2026, 11, 23)).days) for at, _reply, one in days.came]
    assert kinds == [*(("daily", n) for n in range(1, 7)), ("daily", 7), ("daily", 14), ("daily", 21), ("daily", 28), ("farewell", 30)]
    ana.says("I10")
    days.came.clear()
    days.until(clock.now + timedelta(days=2))
    assert days.kinds() == {"daily": 2}


def test_after_an_absence_nothing_is_held_against_anybody(ana, clock):
    ana.says("/daily")
    ana.answers()
    clock.sleeps(days=5)
    said = ana.says("/daily")
    assert said.replies[0].text.startswith("Good to see you. Nothing is overdue.")
    assert ana.says("/daily").replies[0].text.startswith("**Today's question**")
    clock.sleeps(days=2)
    assert "Good to see you" not in ana.says("/daily")


def test_the_exam_is_counted_down_to(ana, days, clock):
    ana.says("/start")
    ana.says("/settings exam 2026-12-31")
    days.until(clock.now + timedelta(days=40), answers=ana)
    told = [(local_day(at, "America/New_York"), reply.about[0]) for at, reply, one in days.came if one.kind == "countdown"]
    assert told == [(date(2026, 12, 1), "countdown/30"), (date(2026, 12, 17), "countdown/14"), (date(2026, 12, 24), "countdown/7"),
                    (date(2026, 12, 30), "countdown/1")]  # fmt: skip


@pytest.mark.parametrize("left", [30, 14, 7, 1])
def test_every_countdown_says_what_to_do(ana, left):
    for choice in countdown(left).choices:
        assert "I don't know" not in ana.says(choice.says), choice


def test_a_question_that_an_outage_made_late_keeps_the_quiet_hours(ana, days, clock):
    ana.says("/start")
    clock.now = datetime(2026, 11, 25, 3, 30, tzinfo=UTC)  # half past ten in the evening
    days.send()
    assert days.came == []
    days.until(datetime(2026, 11, 25, 15, tzinfo=UTC))
    assert [reply.about[0] for _at, reply, _post in days.came] == ["daily/2026-11-25"]


def test_a_chosen_hour_is_stronger_than_quiet_hours(ana, days, clock):
    ana.says("/start")
    ana.says("/settings hour 23:15")
    days.until(clock.now + timedelta(hours=12))
    assert days.kinds() == {"daily": 1}


def test_an_hour_changed_to_one_that_is_past_loses_no_day(ana, days, clock):
    ana.says("/start")
    ana.says("/settings hour 18:00")
    days.until(clock.now + timedelta(hours=24))  # noon on Tuesday: Monday's came at six
    ana.says("/settings hour 08:00")
    days.until(clock.now + timedelta(hours=1))
    assert [reply.about[0] for _at, reply, _post in days.came] == ["daily/2026-11-23", "daily/2026-11-24"]


def test_a_backlog_goes_newest_first_and_what_is_fresh_before_it(tutor, clock, database):
    with database.writing() as connection:
        for n in range(1, 7):
            due = clock.now - timedelta(hours=n) if n > 2 else clock.now - timedelta(minutes=n)
            posts.add(connection, f"daily:{n}:x", None, "test", f"u{n}", {"text": "x", "choices": [], "about": [], "facts": {}}, due,
                      clock.now + timedelta(hours=1))  # fmt: skip
    taken = [int(one.user[1:]) for _ in range(3) for one in tutor.take_posts(("test",), clock.now, 2)]
    assert taken == [2, 1, 3, 4, 5, 6]


def test_what_somebody_waits_for_goes_before_news(tutor, clock, database):
    row = {"text": "x", "choices": [], "about": [], "facts": {}}
    with database.writing() as connection:
        for name, lane in (("news", posts.Lane.NEWS), ("daily", posts.Lane.DAILY), ("live", posts.Lane.LIVE)):
            posts.add(
                connection,
                f"{name}:1",
                None,
                "test",
                name,
                row,
                clock.now - timedelta(minutes=9),
                clock.now + timedelta(hours=1),
                lane=lane,
            )
    assert [one.user for one in tutor.take_posts(("test",), clock.now)] == ["live", "daily", "news"]


def test_a_post_that_must_arrive_is_repeated_where_its_sender_died(tutor, clock, database):
    row = {"text": "x", "choices": [], "about": [], "facts": {}}
    with database.writing() as connection:
        for key in ("result:1", "daily:1:2026-11-23"):
            posts.add(connection, key, None, "test", "ana", row, clock.now, clock.now + timedelta(hours=1))
    assert len(tutor.take_posts(("test",), clock.now)) == 2
    clock.sleeps(minutes=6)
    tutor.tick(clock.now)
    assert [one.key for one in tutor.take_posts(("test",), clock.now)] == ["result:1"]


def test_a_crowd_is_spread_and_everybody_has_their_own_place_in_it():
    assert {spread(n, 20) for n in range(100)} == {timedelta(0)}
    places = [spread(n, 50_000) for n in range(2000)]
    assert places == [spread(n, 50_000) for n in range(2000)]
    assert timedelta(0) <= min(places) < max(places) < LONGEST_SPREAD
    minutes = Counter(place.seconds // 60 for place in places)
    assert min(minutes[n] for n in range(5)) > 300


# Broadcasts


def test_a_broadcast_reaches_everybody_once_and_keeps_quiet_hours(ana, ben, tutor, days, clock, database):
    for person in (ana, ben):
        person.says("/start")
    ben.says("/settings zone Asia/Tokyo")  # two at night there
    with database.writing() as connection:
        assert broadcasts.count_readers(connection, None) == 2
        broadcasts.send(connection, broadcasts.draft(connection, "New: mock exams.", None, clock.now), clock.now)
    days.send()
    days.send()
    assert [(one.user, one.kind) for _at, _reply, one in days.came] == [("ana", "broadcast")]
    days.until(clock.now + timedelta(hours=7))
    told = [(at, one.user) for at, _reply, one in days.came if one.kind == "broadcast" and one.user == "ben"]
    assert told == [(datetime(2026, 11, 23, 23, 0, tzinfo=UTC), "ben")]  # eight in the morning in Tokyo


def test_who_stopped_news_gets_no_broadcast(ana, days, clock, database):
    ana.says("/start")
    assert "No more news" in ana.says("/stop news")
    with database.writing() as connection:
        broadcasts.send(connection, broadcasts.draft(connection, "New: mock exams.", None, clock.now), clock.now)
    days.send()
    assert days.came == []


def test_a_broadcast_goes_on_where_it_stopped(tutor, clock, database, monkeypatch):
    for n in range(7):
        Person(tutor, clock, f"p{n}").says("/start")
    monkeypatch.setattr(broadcasting, "BATCH", 3)
    with database.writing() as connection:
        for text in ("First.", "Second."):
            broadcasts.send(connection, broadcasts.draft(connection, text, None, clock.now), clock.now)
    assert broadcasting.plan(database, clock.now) == 3  # and then the process stops
    while broadcasting.plan(database, clock.now):
        pass
    with database.reading() as connection:
        keys = list(connection.execute(post.select().with_only_columns(post.c.key)).scalars())
    assert sorted(keys) == sorted(f"broadcast:{b}:{n}" for b in (1, 2) for n in range(1, 8))


# Whole years of whole lives


class Life(RuleBasedStateMachine):
    """Somebody who travels, pauses, changes their mind, and answers on most days. Each of their dates has one daily question at most,
    and one for certain where its hour came while nothing stood against it."""

    @initialize(zone=st.sampled_from(sorted(available_timezones())))
    def begin(self, zone):
        self.clock = Clock()
        self.database = self.fresh()
        self.tutor = Tutor(self.database, self.library, self.codebook, seed=1)
        self.ana = Person(self.tutor, self.clock, "ana")
        self.days = Days(self.tutor, self.clock)
        self.zone, self.minute, self.pause = "America/New_York", 540, None
        self.ana.says("/start")
        self.move(zone)

    def live(self, hours):
        """Let time pass; note for which dates the hour came."""
        end = self.clock.now + timedelta(hours=hours)
        self.days.until(end)

    @rule(hours=st.integers(1, 60))
    def time_passes(self, hours):
        before = self.clock.now
        self.live(hours)
        self.ana.says("/help")  # who is silent for long is asked less often; that has its own test
        for n in range(5):
            day = local_day(before, self.zone) + timedelta(days=n)
            at = instant(day, self.minute, self.zone)
            if before <= at <= self.clock.now - timedelta(seconds=2) and (self.pause is None or day >= self.pause):
                assert self.had(day), f"{day} had no question in {self.zone}"

    def had(self, day):
        keys = [one.key for _at, _reply, one in self.days.came]
        later = [key for key in keys if key.startswith("daily:") and date.fromisoformat(key.rsplit(":", 1)[1]) >= day]
        return bool(later) or self.answered_on(day)

    def answered_on(self, day):
        with self.database.reading() as connection:
            rows = connection.exec_driver_sql("SELECT day FROM round WHERE kind = 'daily'")
            return any(str(row[0])[:10] >= day.isoformat() for row in rows)

    @rule(zone=st.sampled_from(sorted(available_timezones())))
    def move(self, zone):
        self.ana.says(f"/settings zone {zone}")
        self.zone = zone

    @rule(minute=st.integers(0, 47))
    def choose_an_hour(self, minute):
        self.ana.says(f"/settings hour {minute // 2:02}:{30 * (minute % 2):02}")
        self.minute = minute * 30

    @rule()
    def answer(self):
        self.ana.says("/daily")
        self.ana.says("a")

    @rule(length=st.integers(1, 4))
    def rest(self, length):
        said = self.ana.says(f"/pause {length} days")
        self.pause = self.ana_row().paused_until
        assert "Paused" in said

    @rule()
    def end_the_rest(self):
        self.ana.says("/pause off")
        self.pause = None

    def ana_row(self):
        from bot.store import learners

        with self.database.reading() as connection:
            return learners.find(connection, "test", "ana")

    @invariant()
    def one_a_date(self):
        if hasattr(self, "days"):
            dates = Counter(one.key for _at, _reply, one in self.days.came if one.kind == "daily")
            assert all(count == 1 for count in dates.values())
            ordered = [key.rsplit(":", 1)[1] for key in dates]
            assert ordered == sorted(ordered)

    @invariant()
    def the_streak_is_within_the_days_there_were(self):
        if hasattr(self, "days"):
            on_earth = (local_day(self.clock.now, "Pacific/Kiritimati") - local_day(NOON, "Pacific/Niue")).days + 1
            assert self.ana_row().streak <= on_earth

    def teardown(self):
        if hasattr(self, "database"):
            self.database.close()


def lives(examples, steps, fresh, library, codebook):
    """Live so many lives of so many steps, each on a store that ``fresh`` makes."""

    class Mine(Life):
        pass

    Mine.fresh, Mine.library, Mine.codebook = staticmethod(fresh), library, codebook
    run_state_machine_as_test(
        Mine,
        settings=settings(max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=list(HealthCheck)),
    )


def test_one_question_a_date_whatever_somebody_does(empty_sqlite, tmp_path, library, codebook):
    from bot.store.database import Database

    count = iter(range(10_000))

    def fresh():
        path = tmp_path / f"{next(count)}.db"
        path.write_bytes(empty_sqlite.read_bytes())
        return Database(f"sqlite:///{path}")

    lives(12, 20, fresh, library, codebook)


@given(st.sampled_from(sorted(available_timezones())), st.integers(0, 47), st.integers(2012, 2030))
@settings(max_examples=60, deadline=None)
def test_a_year_of_every_zone_has_each_date_once(zone, half_hour, year):
    """The agenda alone, over any year and zone: strictly later each time, one for each date that the zone has."""
    from dataclasses import replace

    from bot.learning.agenda import What, agenda
    from bot.learning.calendar import exists
    from bot.store.learners import Learner

    who = Learner(zone, half_hour * 30, id=1, daily=True)
    now = instant(date(year, 1, 1), 0, zone) - timedelta(seconds=1)
    dates = []
    while True:
        who = replace(who, seen_on=local_day(now, zone))
        event = next(one for one in agenda(who, now) if one.what is What.DAILY)
        if event.day.year > year:
            break
        if event.day.year == year:
            dates.append(event.day)
        assert event.at > now - timedelta(days=2)
        now, who = max(now, event.at), replace(who, pushed_on=event.day)
    expected = [day for n in range(366) if (day := date(year, 1, 1) + timedelta(days=n)).year == year]
    assert [day for day in dates if exists(day, zone)] == [day for day in expected if exists(day, zone)]


# What may go wrong


def test_a_clock_that_is_set_back_doubles_nothing(ana, days, clock):
    ana.says("/start")
    days.until(clock.now + timedelta(days=2))
    before = len(days.came)
    clock.now -= timedelta(days=1, hours=3)
    days.send()
    for _ in range(52):
        clock.sleeps(hours=1)
        days.send()
    assert len(days.came) == before + 1  # the date after the last
    assert [reply.about[0] for _at, reply, _post in days.came] == ["daily/2026-11-24", "daily/2026-11-25", "daily/2026-11-26"]


def test_a_clock_that_was_a_year_ahead_does_not_silence_anybody(ana, days, clock):
    ana.says("/start")
    days.until(clock.now + timedelta(days=1))
    right, clock.now = clock.now, clock.now + timedelta(days=20)
    days.send()
    clock.now = right
    ana.says("I10")
    days.until(clock.now + timedelta(days=2))
    assert [reply.about[0] for _at, reply, _post in days.came][-2:] == ["daily/2026-11-25", "daily/2026-11-26"]


def fill_disk(database):
    """Leave no page free: what is written next finds the disk full."""
    with database.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE ballast (x)")
    with database.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 1}")
    for size in (4000, 400, 40):
        while True:
            try:
                with database.writing() as connection:
                    connection.exec_driver_sql(f"INSERT INTO ballast VALUES (zeroblob({size}))")
            except OperationalError:
                break


def test_a_full_disk_loses_nothing(tutor, days, clock, database):
    if not database.embedded:
        pytest.skip("the disk of a server is not ours to fill")
    for n in range(20):
        Person(tutor, clock, f"p{n:02}").says("/start")
    clock.now = tutor.next_due()
    fill_disk(database)
    with pytest.raises(OperationalError, match="full"):
        days.send()
    assert days.came == []
    with database.writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1073741823")
    days.send()
    assert sorted(one.user for _at, _reply, one in days.came) == [f"p{n:02}" for n in range(20)]


def test_two_workers_that_tick_at_once_plan_everybody_once(tutor, days, clock, database, monkeypatch):
    """More are due at one moment than go into a batch, and some have had the question shown before."""
    monkeypatch.setattr("bot.push.due.BATCH", 4)
    names = [f"p{n:02}" for n in range(30)]
    people = {name: Person(tutor, clock, name) for name in names}
    for person in people.values():
        person.says("/start")
    clock.now = tutor.next_due() - timedelta(seconds=1)
    for name in names[::5]:
        people[name].says("/daily")
    people["p05"].answers()
    clock.now += timedelta(seconds=2)
    together = Barrier(2)

    def work(seed):
        together.wait()
        done = 0
        while batch := plan(database, tutor.library, clock.now, Random(seed)):
            done += batch
        return done

    with ThreadPoolExecutor(2) as pool:
        assert sum(pool.map(work, range(2))) == len(names)
    days.until(clock.now + timedelta(minutes=10))
    assert sorted(one.user for _at, _reply, one in days.came) == [name for name in names if name != "p05"]
    with database.reading() as connection:
        assert connection.execute(select(func.count()).select_from(round).where(round.c.kind == "daily")).scalar() == len(names)


def test_what_was_planned_half_way_is_not_there(ana, ben, tutor, days, clock, monkeypatch):
    """A batch is one transaction: a crash in the middle of it plans nobody, and the next tick plans everybody."""
    for person in (ana, ben):
        person.says("/start")
    clock.now = tutor.next_due() + timedelta(seconds=1)
    with monkeypatch.context() as patched:
        patched.setattr("bot.store.posts.add_many", lambda *_: (_ for _ in ()).throw(RuntimeError))
        with pytest.raises(RuntimeError):
            tutor.tick(clock.now)
    days.send()
    assert sorted(one.user for _at, _reply, one in days.came) == ["ana", "ben"]


def test_who_takes_over_deals_at_once_with_what_the_dead_one_was_sending(tutor, database, clock):
    """A room waits for its question; what must not come twice is held; another platform has a sender of its own."""
    row = {"reply": as_row(Reply("Hello")), "due_at": clock.now, "expires_at": clock.now + timedelta(days=1)}
    with database.writing() as connection:
        for key, platform in (("game:1:1:ask", "telegram"), ("daily:1:2026-11-23", "telegram"), ("game:2:1:ask", "discord")):
            posts.add(connection, key, None, platform, None, **row, room="group")
    assert len(tutor.take_posts(("telegram", "discord"), clock.now)) == 3
    assert tutor.take_over("telegram", clock.now) == 2
    assert [one.key for one in tutor.take_posts(("telegram", "discord"), clock.now)] == ["game:1:1:ask"]
    assert tutor.outbox(clock.now)[0] == {"held": 1, "sending": 2}
