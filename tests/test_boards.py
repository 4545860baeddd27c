"""Boards over all rooms: consent, points that cannot be farmed, leagues of a week, and nothing left of who leaves."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from bot.chat import Sender, as_reply
from bot.learning.league import SIZE, moves, moving
from bot.learning.points import Said, paying
from bot.store import boards, learners
from bot.store.boardtables import contender, league, score
from bot.tutor import Tutor
from tests.conftest import NOON, Person
from tests.crowd import Room

MONDAY = date(2026, 11, 23)


@pytest.fixture
def tutor(database, library, codebook) -> Tutor:
    return Tutor(database, library, codebook, seed=7)


def joined(tutor, clock, name, as_name=""):
    person = Person(tutor, clock, name)
    person.says(f"/board join {as_name or name.title()}")
    return person


def studies(person, right=1, wrong=0):
    """Answer questions that are new, so many rightly."""
    person.says(f"/practice {right + wrong} new")
    for number in range(right + wrong):
        person.answers(right=number < right)
        if "Next" in person.last.labels:
            person.taps("Next")


# Rules


ITEM, OTHER = "anat-0001", "anat-0002"


@pytest.mark.parametrize(
    ("answers", "before", "pays"),
    [
        ([(ITEM, True, 0)], [], [0]),
        ([(ITEM, False, 0)], [], []),
        ([(ITEM, True, 0), (ITEM, True, 1)], [], [0]),  # again within a round
        ([(ITEM, False, 0), (ITEM, True, 1)], [], [1]),
        ([(ITEM, True, 0)], [(ITEM, -12)], []),
        ([(ITEM, True, 0)], [(ITEM, -24)], [0]),  # a Sunday: another week
        ([(ITEM, True, 0), (OTHER, True, 1)], [(ITEM, -1)], [1]),
        ([(ITEM, True, 0), (ITEM, True, 7 * 24)], [], [0, 1]),
    ],
)
def test_an_item_pays_once_a_week(answers, before, pays):
    said = [Said(item, right, NOON + timedelta(hours=at)) for item, right, at in answers]
    right = [(one.item, one.at) for one in said if one.right] + [(item, NOON + timedelta(hours=at)) for item, at in before]
    assert paying(said, right) == pays


@given(st.dictionaries(st.integers(1, 60), st.integers(0, 9).map(lambda n: n * 10), min_size=1, max_size=30), st.integers(0, 4))
def test_ties_move_together_and_nobody_goes_up_over_somebody_better(points, tier):
    moved = moves(points, tier)
    up, down = moving(len(points), tier)
    assert set(moved) == set(points)
    for one, mine in points.items():
        for other, theirs in points.items():
            assert moved[one] == moved[other] if mine == theirs else True
            assert moved[one] >= moved[other] if mine > theirs else True
    assert sum(one == -1 for one in moved.values()) <= down
    assert (sum(one == 1 for one in moved.values()) >= up) if up else 1 not in moved.values()


# Consent


def test_nobody_stands_anywhere_who_has_not_joined(tutor, clock, database, ana):
    studies(ana, 2)
    assert "for who joins it" in ana.says("/board")
    asked = ana.taps("Everybody's board")
    assert "never your account or the name that it shows" in asked
    assert asked.replies[0].private
    with database.reading() as connection:
        assert connection.execute(select(func.count()).select_from(score)).scalar() == 0
    made = asked.labels[0].removeprefix("Join as ")
    assert f"Welcome, **{made}**" in ana.taps("Join as")
    assert "no points here yet" in ana.says("/board").text.replace("Nobody has points", "You have no points")
    studies(ana, 2, 1)
    assert f"1. **{made}** 20" in ana.says("/board")
    assert "ana" not in ana.last.text.lower().replace(made.lower(), "")


@pytest.mark.parametrize("name", ["x", "12345", "<@!123>", "a" * 21, "see https://x.y", "**bold**"])
def test_names_that_are_none(ana, name):
    assert "2 to 20 letters" in ana.says(f"/board join {name}")
    assert ana.last.labels == ["Another try", "A made-up one"]


def test_a_name_that_is_reported_is_taken_down(tutor, clock, database, library, codebook, ana):
    ben, boss = joined(tutor, clock, "ben", "Rude Name"), Person(Tutor(database, library, codebook, admins={"test:boss"}), clock, "boss")
    studies(ben)
    assert "Who stands on the boards" in ana.says("/board report Rude Name")
    ana.says("/board join Cleo")
    assert "Which name?" in ana.says("/board report")
    assert "Thank you" in ana.taps("Report a name", "rude  name")
    assert "Nobody on the boards" in ana.says("/board report Nobody")
    assert "Rude Name" in boss.says("/admin names")
    assert "ben" not in boss.last.text
    boss.taps("Keep Rude Name")
    assert "none" in boss.taps("Names")
    ana.says("/board report Rude Name")
    boss.says("/admin names")
    made = boss.taps("Take down Rude Name").text.removeprefix("They are called ").partition(" now")[0]
    assert f"1. {made} 10" in ana.says("/board global")
    assert "only made-up ones" in ben.says("/board join Rude Again")
    assert f"1. **{made}** 10" in ben.says("/board global")
    ben.says("/board join")
    assert "You stand on the boards as" in ben.taps("Join as")
    assert "Nobody on the boards has that number" in boss.says("/admin rename 999")


def test_who_manages_a_group_reports_a_name_without_standing_on_the_boards(tutor, clock):
    joined(tutor, clock, "ben", "Rude Name")
    room = Room(tutor, clock)
    (said,) = room.member("mia", manager=True).says("/board report Rude Name")
    assert said.private
    assert "Thank you" in said.text
    assert "Who stands on the boards" in room.member("dan").says("/board report Rude Name")[0].text


def test_a_name_may_be_chosen_and_changed(ana):
    ana.says("/board join")
    assert "Welcome, **Dr Code**" in ana.taps("My own name", "Dr  Code")
    studies(ana)
    assert "as **Miss Modifier** now" in ana.says("/board join Miss Modifier")
    assert "1. **Miss Modifier** 10" in ana.says("/board global all")
    assert "1. **Miss Modifier** 10" in ana.taps("This month")
    assert "week, the month" in ana.says("/board global year")


def test_leaving_leaves_no_trace(tutor, clock, database):
    ana, ben = (joined(tutor, clock, name) for name in ("ana", "ben"))
    for one in (ana, ben):
        studies(one, 2)
    assert "for good" in ana.says("/board leave")
    assert "nothing of you is left" in ana.taps("Leave")
    assert "Ana" not in ben.says("/board global").text
    assert "1 of 30" in ben.says("/board league")
    with database.reading() as connection:
        for table in (score, contender):
            assert set(connection.execute(select(table.c.learner_id)).scalars()) == {2}
    assert "on no board" in ana.says("/board leave")
    studies(ana)
    assert "May I call you" in ana.says("/board league")


def test_who_hides_streaks_and_boards_neither_sees_nor_is_seen(tutor, clock):
    ana, ben = (joined(tutor, clock, name) for name in ("ana", "ben"))
    studies(ana, 3)
    studies(ben, 1)
    ana.says("/settings streaks off")
    for said in ("/board", "/board global", "/board league", "/board join"):
        assert "hidden, as you asked" in ana.says(said), said
    studies(ana, 2)  # counts all the same
    assert "1. **Ben** 10" in ben.says("/board global")
    assert "Ana" not in ben.last.text
    assert "1 of 30" in ben.says("/board league")
    ana.says("/settings streaks on")
    assert "1. Ana 50\n2. **Ben** 10" in ben.says("/board global")


def test_in_a_group_nobody_learns_who_is_behind_a_name(tutor, clock):
    room = Room(tutor, clock)
    ana = room.member("ana")
    joined(tutor, clock, "ana", "Grey Owl")
    for said in ("/board global", "/board league", "/board join", "/board leave"):
        assert all(reply.private for reply in ana.says(said)), said
    assert "/board global" in [choice.says for choice in ana.says("/board")[0].choices]


# Points


def test_the_same_item_farmed_brings_nothing(tutor, clock):
    ana = joined(tutor, clock, "ana")
    studies(ana, 1)
    name = next(about for about in ana.last.about if about.startswith("question/")).removeprefix("question/")
    ana.says(f"/flag {name}")
    for _ in range(2):
        ana.says("/practice 1 flagged")
        ana.answers()
    assert "1. **Ana** 10" in ana.says("/board global")
    ana.says("/drill laterality 3")
    for _ in range(3):
        ana.answers()
        if "Next" in ana.last.labels:
            ana.taps("Next")
    assert "1. **Ana** 20" in ana.says("/board global")  # a skill is one item
    clock.sleeps(days=7)
    ana.says("/practice 1 flagged")
    ana.answers()
    assert "1. **Ana** 10" in ana.says("/board global")
    assert "1. **Ana** 30" in ana.says("/board global all")


def test_what_is_played_in_rooms_counts(tutor, clock):
    ana, room = joined(tutor, clock, "ana"), Room(tutor, clock)
    member = room.member("ana")
    member.says("/quiz anatomy 3 20s")
    member.says("/quiz start")
    room.passes(3)
    for number in range(3):
        member.answers(right=number > 0)
        room.passes(2 + 8)
    assert "1. **Ana** 20" in ana.says("/board global")
    assert "1. Ana 20" in member.says("/board")[0].text


# Leagues


def test_a_week_ends_and_the_first_go_up(tutor, clock, database):
    people = [joined(tutor, clock, name) for name in ("ana", "ben", "cleo", "dan", "eve", "fay")]
    for number, one in enumerate(people):
        studies(one, max(6 - number, 2))
    ana, ben, fay = people[0], people[1], people[-1]
    assert "**Bronze league** · 6 of 30 · until Sunday 19:00" in ana.says("/board league")
    assert "The first one goes up" in ana.last
    assert "4. **Fay** 20" not in fay.says("/board league")  # Eve has as many: they share a place
    assert fay.last.facts["place"] == 5
    clock.now = NOON + timedelta(days=7)
    tutor.tick(clock.now)
    tutor.tick(clock.now)
    assert "Your last league, Bronze: number 1 of 6, up to Silver." in ana.says("/board league")
    assert "**Silver league**" in ana.last
    assert "number 2 of 6, where you stay" in ben.says("/board league")
    with database.reading() as connection:
        assert connection.execute(select(contender.c.tier).order_by(contender.c.learner_id)).scalars().all() == [1, 0, 0, 0, 0, 0]
    studies(ana)
    assert "**Silver league** · 1 of 30" in ana.says("/board league")
    assert "no points here yet" in ben.says("/board global").text


def test_who_answers_before_the_week_is_closed_sits_by_their_new_tier(tutor, clock, database):
    people = [joined(tutor, clock, name) for name in ("ana", "ben", "cleo")]
    for number, one in enumerate(people):
        studies(one, 4 - number)
    clock.now = NOON + timedelta(days=7)
    studies(people[0])  # no tick has come yet
    assert "**Silver league** · 1 of 30" in people[0].says("/board league")
    tutor.tick(clock.now)
    with database.reading() as connection:
        assert connection.execute(select(contender.c.tier).order_by(contender.c.learner_id)).scalars().all() == [1, 0, 0]
        assert connection.execute(select(func.count()).select_from(league).where(league.c.closed)).scalar() == 1


def test_the_next_push_tells_the_result_once(tutor, clock):
    ana = joined(tutor, clock, "ana")
    ana.says("/start")
    for name in ("ben", "cleo"):
        studies(joined(tutor, clock, name))
    studies(ana, 3)
    ana.says("/daily")
    ana.answers()

    told = []
    monday = NOON + timedelta(days=7)
    for clock.now in (monday.replace(hour=0), *(monday.replace(hour=14, minute=1) + timedelta(days=days) for days in range(3))):
        tutor.tick(clock.now)
        for post in tutor.take_posts(("test",), clock.now, 50):
            tutor.sent(post, at=clock.now)
            if post.user == "ana" and "last league" in (text := as_reply(post.reply).text):
                told.append((post.kind, text.splitlines()[-1]))
    assert told == [("daily", "Your last league, Bronze: number 1 of 3, up to Silver.")]


def test_a_league_holds_thirty_and_own_place_is_always_shown(tutor, clock, database):
    people = [joined(tutor, clock, f"p{number:02}", f"Number {number}") for number in range(SIZE + 2)]
    with database.writing() as connection:
        for number, _one in enumerate(people, 1):
            learner = learners.find(connection, "test", f"p{number - 1:02}")
            if boards.add(connection, learner.id, 10 * number, NOON.date(), shown=True):
                boards.take_seat(connection, learner.id, MONDAY, SIZE)
        sizes = connection.execute(select(league.c.size).order_by(league.c.id)).scalars().all()
    assert sizes == [SIZE, 2]
    text = people[0].says("/board league").text
    assert text.count("Number") == 12
    assert "…\n29. Number 1 20\n30. **Number 0** 10" in text
    assert "…\n32. **Number 0** 10" in people[0].says("/board global")
    assert "1. Number 31 320" in people[0].last


# One person, two accounts; long ago


def test_joined_accounts_have_one_place(tutor, clock, database):
    def on(platform, user):
        person = Person(tutor, clock, user)
        person.sender = Sender(platform, user)
        return person

    def link(there, here):
        code = next(word for word in there.says("/link").text.split() if word.count("-") == 1 and len(word.strip("`*.")) == 9)
        here.says(f"/link {code.strip('`*.')}")
        here.taps("Yes")

    first, second, third = on("telegram", "1"), on("discord", "2"), on("telegram", "3")
    first.says("/board join One")
    second.says("/board join Two")
    studies(first, 2)
    studies(second, 3)
    link(first, second)
    assert "1. **One** 30" in first.says("/board global")
    assert first.last.facts["place"] == second.says("/board global").facts["place"] == 1
    fourth = on("discord", "4")
    fourth.says("/board join Four")
    studies(fourth)
    third.says("/start")
    link(third, fourth)  # where it goes on, nobody has been asked
    assert "May I call you" in third.says("/board global")
    assert "Four" not in first.says("/board global").text


def test_weeks_long_ago_are_dropped(tutor, clock, database):
    ana = joined(tutor, clock, "ana")
    studies(ana, 2)
    clock.now = NOON + timedelta(weeks=20)
    tutor.tick(clock.now)
    tutor.prune(clock.now)
    with database.reading() as connection:
        assert connection.execute(select(score.c.period, score.c.points)).all() == [("all", 20)]
        assert connection.execute(select(league.c.id)).all() == []
    assert "1. **Ana** 20" in ana.says("/board global all")


def test_behind_many_others_a_place_is_that_of_the_last_measure(tutor, clock, database, monkeypatch):
    monkeypatch.setattr(boards, "EXACT", 2)
    people = [joined(tutor, clock, name) for name in ("ana", "ben", "cleo", "dan", "eve")]
    with database.writing() as connection:
        for number in range(5):
            boards.add(connection, number + 1, 100 - 10 * number, NOON.date(), shown=True)
    tutor.tick(clock.now)
    with database.reading() as connection:
        found = [boards.place_of(connection, number + 1, "all") for number in range(5)]
    assert [(one.place, one.about) for one in found] == [(1, False), (2, False), (3, True), (4, True), (5, True)]
    assert "5. **Eve** 60" in people[-1].says("/board global all")  # among the first ten it stands as it is
