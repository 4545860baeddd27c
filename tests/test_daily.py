"""The daily question: the same for everybody, once a day, at the learner's hour."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

from bot.chat import as_reply
from bot.learning.pick import Candidate, of_the_day
from bot.store import learners


def _pushed(tutor, now):
    """Send what is due, as an adapter does."""
    tutor.tick(now)
    sent = []
    while batch := tutor.take_posts(("test",), now):
        for post in batch:
            sent.append((post.user, as_reply(dict(post.reply)), post))
            tutor.sent(post)
    return sent


def test_everybody_has_the_same_question(ana, ben):
    assert ana.says("/daily").about[0] == ben.says("/daily").about[0]


def test_the_question_names_its_day(ana):
    assert ana.says("/daily").about[1] == "daily/2026-11-23"
    assert ana.last.facts["kind"] == "daily"


def test_a_day_has_one_question(ana, clock):
    first = ana.says("/daily").about[0]
    ana.answers()
    assert "already answered today" in ana.says("/daily")
    clock.sleeps(days=1)
    assert ana.says("/daily").about[0] != first


def test_a_skipped_question_stays_open_for_the_day(ana):
    first = ana.says("/daily").about[0]
    assert "stays open today" in ana.taps("Skip")
    assert ana.says("/daily").about[0] == first


def test_the_answer_counts_for_the_streak(ana, clock):
    for day in range(1, 4):
        ana.says("/daily")
        assert f"{day}-day streak" in ana.answers()
        clock.sleeps(days=1)
    clock.sleeps(days=1)
    ana.says("/daily")
    assert "1-day streak" in ana.answers()


def test_the_push_is_the_question_at_the_local_hour(ana, tutor, clock):
    ana.says("/start")
    ana.says("/settings zone America/Los_Angeles")
    ana.says("/settings hour 07:30")

    assert tutor.next_due() == datetime(2026, 11, 23, 15, 30, tzinfo=UTC) + timedelta(days=1)
    assert _pushed(tutor, datetime(2026, 11, 24, 15, 29, tzinfo=UTC)) == []
    ((user, reply, _post),) = _pushed(tutor, datetime(2026, 11, 24, 15, 30, tzinfo=UTC))
    assert user == "ana"
    assert reply.text.startswith("**Today's question**")
    assert reply.about[0] == "daily/2026-11-24"
    assert reply.about[1].startswith("question/")
    clock.now = datetime(2026, 11, 24, 15, 31, tzinfo=UTC)
    assert "correct" in ana.says("b").facts


def test_a_push_is_sent_once(ana, tutor):
    ana.says("/start")
    due = tutor.next_due()
    assert len(_pushed(tutor, due)) == 1
    assert _pushed(tutor, due) == []
    assert _pushed(tutor, due + timedelta(hours=3)) == []
    assert tutor.next_due() == due + timedelta(days=1)


def test_nothing_is_pushed_to_whom_it_was_answered(ana, tutor, clock):
    ana.says("/start")
    due = tutor.next_due()
    clock.now = due - timedelta(hours=1)
    ana.says("/daily")
    ana.answers()
    assert _pushed(tutor, due) == []


def test_nothing_is_pushed_to_whom_it_was_stopped(ana, tutor):
    ana.says("/start")
    ana.says("stop")
    assert tutor.next_due() is None
    assert _pushed(tutor, ana.clock.now + timedelta(days=3)) == []


def test_changing_the_hour_gives_no_second_push_that_day(ana, tutor, clock):
    ana.says("/start")
    clock.now = tutor.next_due()
    assert len(_pushed(tutor, clock.now)) == 1
    ana.says("/settings hour 23:00")
    assert _pushed(tutor, clock.now + timedelta(hours=13, minutes=50)) == []


def test_days_that_nobody_was_there_are_not_caught_up_with(ana, tutor):
    ana.says("/start")
    late = tutor.next_due() + timedelta(days=5, hours=2)
    sent = _pushed(tutor, late)
    assert [reply.about[0] for _user, reply, _post in sent] == ["daily/2026-11-29"]
    assert tutor.next_due() > late


def test_a_push_that_lost_its_day_is_not_sent(ana, tutor):
    ana.says("/start")
    due = tutor.next_due()
    tutor.tick(due)
    assert tutor.take_posts(("test",), due + timedelta(days=1)) == []


def test_another_platform_takes_no_post_of_this_one(ana, tutor):
    ana.says("/start")
    due = tutor.next_due()
    tutor.tick(due)
    assert tutor.take_posts(("telegram",), due) == []
    assert len(tutor.take_posts(("test",), due)) == 1
    assert tutor.take_posts(("test",), due) == []


def test_each_of_forty_days_has_one_push(ana, tutor):
    """Over a change of daylight saving that leaves the hour out."""
    ana.clock.now = datetime(2027, 2, 20, 17, tzinfo=UTC)
    ana.says("/start")
    ana.says("/settings hour 02:30")
    days = []
    for number in range(40):
        due = tutor.next_due()
        if number % 5 == 0:  # who is silent for a week is asked less often
            ana.clock.now = due - timedelta(minutes=1)
            ana.says("/help")
        days += [reply.about[0] for _user, reply, _post in _pushed(tutor, due)]
    first = date(2027, 2, 21)
    assert days == [f"daily/{first + timedelta(days=n)}" for n in range(40)]


def test_a_question_comes_again_only_when_the_bank_is_used_up():
    bank = [Candidate(f"q-{n:04}", "a" if n < 20 else "b") for n in range(30)]
    weights = {"a": 60, "b": 40}
    used: list[str] = []
    for n in range(90):
        fresh = used[len(used) - len(used) % 30 :]
        used.append(of_the_day(bank, weights, date(2026, 1, 1) + timedelta(days=n), fresh))
    assert Counter(used) == {candidate.id: 3 for candidate in bank}


def test_the_question_of_a_day_is_drawn_the_same_way_again():
    bank = [Candidate(f"q-{n:04}", "a") for n in range(30)]
    assert of_the_day(bank, {}, date(2026, 5, 5), []) == of_the_day(bank[::-1], {}, date(2026, 5, 5), [])


def test_the_learner_keeps_what_was_pushed(ana, tutor, database):
    ana.says("/start")
    _pushed(tutor, tutor.next_due())
    with database.reading() as connection:
        assert learners.find(connection, "test", "ana").pushed_on == date(2026, 11, 24)
