"""What a room has set for itself: its question of the day, boards, quiet hours, who may play."""

import pytest

from bot.tutor import Tutor
from tests.conftest import Person
from tests.crowd import Room


@pytest.fixture
def tutor(database, library, codebook) -> Tutor:
    return Tutor(database, library, codebook, seed=7)


@pytest.fixture
def room(tutor, clock):
    return Room(tutor, clock)


def test_only_managers_change_what_the_room_has_set(room):
    ana, mia = room.member("ana"), room.member("mia", manager=True)
    assert "Question of the day: off" in ana.says("/room")[0].text
    assert ana.says("/room question on")[0].private
    assert "Only those who manage" in ana.says("/room clear yes")[0].text
    assert "There is a question of the day now. The next one comes Tuesday at 09:00" in mia.says("/room question on")[0].text
    assert "every day at 09:00, open for 12 hours · mixed" in mia.says("/room")[0].text
    for said, words in (
        ("hour 8:30 pm", "at 20:30"), ("hour 25:70", "can't read"), ("days weekdays", "weekdays"), ("days never", "can't read"),
        ("zone Chicago", "America/Chicago"), ("zone Atlantis", "don't know"), ("area anatomy", "Anatomy"), ("area x", "don't know"),
        ("open 6", "6 hours"), ("open 99", "1 to 23"), ("quiet 22:00-08:00", "between 22:00 and 08:00"), ("quiet x", "can't read"),
        ("nonsense", "no setting"), ("ban 99", "no such member"), ("question", "on, or off"), ("here", "comes here"),
    ):  # fmt: skip
        assert words in mia.says(f"/room {said}")[0].text, said
    shown = mia.says("/room")[0].text
    assert "weekdays at 20:30, open for 6 hours · Anatomy" in shown
    assert "/room is for group chats" in Person(room.tutor, room.clock, "ana").says("/room")


def test_the_question_of_the_day(room, tutor, clock):
    ana, ben, mia = room.member("ana"), room.member("ben"), room.member("mia", manager=True)
    mia.says("/room question on")
    mia.says("/room area anatomy")
    (asked,) = room.passes(21 * 3600)  # nine in the morning in New York
    assert asked.text.startswith("**Question of the day** · Anatomy")
    assert ana.answers().private
    ben.answers(right=False)
    assert "Changed to" in ben.answers().text
    (count,) = room.passes(60)
    assert "2 have answered." in count.text
    (reveal,) = room.passes(12 * 3600)
    assert reveal.text.startswith("**Question of the day: ")
    assert "Right: Ana, Ben (2 of 2)" in reveal.text
    assert "Room streak: 1" in reveal.text
    assert "That quiz is over" in ana.answers().text
    assert Person(tutor, clock, "ben").says("/progress").facts == {"answered": 1, "right": 1}
    (second,) = [reply for reply in room.passes(12 * 3600) if "key" not in reply.facts]
    assert second.about[0] != asked.about[0]
    room.passes(13 * 3600)  # nobody answers
    assert "Room streak: 0, longest 1" in ana.says("/room")[0].text


def test_days_off_have_no_question(room):
    mia = room.member("mia", manager=True)
    mia.says("/room days wed")
    mia.says("/room question on")
    assert room.passes(24 * 3600) == []  # Tuesday
    assert len(room.passes(24 * 3600)) == 1
    mia.says("/room question off")
    assert all("key" in reply.facts for reply in room.passes(10 * 24 * 3600))


def test_a_quiz_goes_on_beside_the_question_of_the_day(room):
    ana, mia = room.member("ana"), room.member("mia", manager=True)
    mia.says("/room question on")
    room.passes(21 * 3600)
    ana.answers()
    ana.says("/quiz 3 20s")
    ana.taps("Start")
    assert "Question 1 of 3" in room.passes(3)[-1].text


def played(room, people, right=lambda name, number: True):
    people[0].says("/quiz anatomy 3 20s")
    for one in people[1:]:
        one.says("/quiz join")
    people[0].says("/quiz start")
    room.passes(3)
    for number in range(3):
        for one in people:
            one.answers(right=right(one.sender.user, number))
        room.passes(2 + 8)


def test_boards_are_fair_and_hide_who_wants_to_be_hidden(room, tutor, clock):
    ana, ben, cleo = (room.member(name) for name in ("ana", "ben", "cleo"))
    assert "Nobody stands here yet" in ana.says("/board")[0].text
    played(room, [ana, ben, cleo], lambda name, number: name != "cleo" or number == 0)
    assert "1. Ana 30\n1. Ben 30\n3. Cleo 10" in ana.says("/board")[0].text
    Person(tutor, clock, "ben").says("/settings streaks off")
    text = ana.says("/board")[0].text
    assert "1. Ana 30\n2. Cleo 10" in text
    assert "Ben" not in text
    clock.sleeps(days=7)
    assert "Nobody stands here yet" in ana.says("/board")[0].text
    assert "1. Ana 30" in ana.taps("All time").text
    assert "week, the month" in ana.says("/board year")[0].text
    assert "Boards are those of group chats" in Person(tutor, clock, "ana").says("/board")


def test_repeating_a_question_brings_nothing_in_the_same_week(room):
    ana = room.member("ana")
    played(room, [ana], lambda _name, number: number > 0)
    assert "1. Ana 20" in ana.says("/board")[0].text
    ana.taps("What we missed")
    ana.says("/quiz start")
    room.passes(3)
    ana.answers()
    room.passes(20)
    assert "1. Ana 30" in ana.says("/board")[0].text
    with room.tutor.database.writing() as connection:  # the very same questions once more
        connection.exec_driver_sql("UPDATE game SET settled = FALSE")
    room.passes(1)
    assert "1. Ana 30" in ana.says("/board")[0].text


def test_ones_own_place_is_always_shown(room):
    people = room.members(12)
    played(room, people, lambda name, number: name != "p011" or number == 0)
    text = people[11].says("/board")[0].text
    assert "…\n12. P011 10" in text
    assert "12 in all." in text


def test_who_is_banned_plays_no_more_and_may_be_let_back(room):
    ana, ben, mia = room.member("ana"), room.member("ben"), room.member("mia", manager=True)
    played(room, [ana, ben])
    mia.says("/room members")
    assert "Ben may no longer play here" in mia.taps("Ban Ben").text
    assert "taken you out of play" in ben.says("/quiz")[0].text
    ana.says("/quiz 3")
    assert "taken you out of play" in ben.says("/quiz join")[0].text
    ana.says("/quiz start")
    room.passes(3)
    assert "taken you out of play" in ben.answers().text
    mia.says("/room members")
    assert "may play here again" in mia.taps("Let Ben back").text
    assert "it is" in ben.answers().text


def test_quiet_hours_and_empty_boards(room, clock):
    ana, mia = room.member("ana"), room.member("mia", manager=True)
    mia.says("/room quiet 11:00-13:00")
    assert "quiet hours" in ana.says("/quiz")[0].text
    clock.sleeps(hours=2)
    played(room, [ana])
    mia.says("/room clear")
    assert "3 right answers are off" in mia.taps("Empty them").text
    assert "Nobody stands here yet" in ana.says("/board all")[0].text


def test_in_quiet_hours_nothing_begins_by_whatever_way(room, clock):
    ana, mia = room.member("ana"), room.member("mia", manager=True)
    played(room, [ana], lambda _name, number: number > 0)
    ana.says("/quiz 3")
    mia.says("/room quiet 12:00-20:00")  # from now on; the lobby was open before
    for said in ("/quiz start", "/duel", "/misses"):
        (reply,) = ana.says(said)
        assert reply.private or said == "/misses"
        assert "quiet hours" in reply.text or "A quiz is on here" in reply.text, said
    mia.says("/quiz stop")
    assert "quiet hours" in ana.says("/misses")[0].text
    assert "Once more" in mia.says("/misses")[0].text


def test_a_host_who_is_banned_decides_nothing_any_more(room):
    ana, ben, mia = room.member("ana"), room.member("ben"), room.member("mia", manager=True)
    played(room, [ana, ben])
    ana.says("/quiz 3 30s")
    ben.says("/quiz join")
    ana.says("/quiz start")
    room.passes(3)
    ben.answers()
    number = next(choice.says for choice in mia.says("/room members")[0].choices if choice.label == "Ban Ana").split()[-1]
    mia.says(f"/room ban {number}")
    assert "Only who opened the quiz" in ana.says("/quiz stop")[0].text
    for said in ("/misses", "/duel", "/suggest"):
        assert "taken you out of play" in ana.says(said)[0].text or "A quiz is on here" in ana.says(said)[0].text, said
    assert "Right: Ben" in room.passes(1)[0].text  # all who are left have answered
    ben.says("/quiz stop")  # he decides now
    assert "It was stopped" in room.last.text
    assert "taken you out of play" in ana.says("/misses")[0].text


def test_all_who_have_played_can_be_banned(room):
    people, mia = [room.member(f"p{number:02}") for number in range(15)], room.member("mia", manager=True)
    played(room, people)
    first = mia.says("/room members")[0]
    second = mia.taps("More", on=first)
    named = [choice.label for reply in (first, second) for choice in reply.choices if choice.label.startswith("Ban ")]
    assert sorted(named) == [f"Ban P{number:02}" for number in range(15)]
