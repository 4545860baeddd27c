"""Live quizzes in rooms, as conversations of several people."""

from datetime import timedelta

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


def begun(room, people, words="3 20s"):
    """Open a quiz, let everybody join, and start it; the first question is on display then."""
    people[0].says(f"/quiz {words}")
    for one in people[1:]:
        one.taps("Join")
    people[0].taps("Start")
    return room.passes(3)


def test_a_whole_quiz(room):
    ana, ben, cleo = (room.member(name) for name in ("ana", "ben", "cleo"))
    ana.says("/quiz anatomy 3 20s")
    assert "**Live quiz** · Anatomy · 3 questions · 20 s each" in room.last.text
    assert "In (1): Ana" in room.last.text
    assert ben.taps("Join").text == "You are in. It begins when somebody taps Start."
    assert cleo.taps("Join").private
    (shown,) = room.passes(5)
    assert "In (3): Ana, Ben, Cleo" in shown.text
    assert shown.slot == room.shown[0].slot
    assert "**The quiz begins**" in ana.taps("Start").text

    (question,) = room.passes(3)
    assert question.text.startswith("**Question 1 of 3** · Anatomy")
    assert question.facts["kind"] == "live"
    assert [choice.label for choice in question.choices] == ["A", "B", "C", "D"]
    receipt = ana.answers()
    assert receipt.private
    assert "it is. You may change it once" in receipt.text
    assert ben.answers(right=False).private
    (count,) = room.passes(5)
    assert "2 of 3 have answered." in count.text
    assert count.slot == question.slot

    cleo.answers()
    assert room.passes(1) == []  # the last one may correct a slip
    (reveal,) = room.passes(1)
    assert reveal.facts | {"answered": 3, "right": 2} == reveal.facts
    assert sum(reveal.facts["shares"]) == 100
    assert "Right: Ana, Cleo (2 of 3)" in reveal.text
    assert "**Points**: 1. Ana 100 · 1. Cleo 100 · 3. Ben 0" in reveal.text
    assert room.passes(7) == []
    (second,) = room.passes(1)
    assert "Question 2 of 3" in second.text
    ana.answers()
    seen = room.passes(20)
    assert "1. Ana 200 · 2. Cleo 100 · 3. Ben 0" in seen[-1].text
    seen = room.passes(8 + 20 + 8)
    assert "**The quiz is over**" in seen[-1].text
    assert "1. Ana 200\n2. Cleo 100\n3. Ben 0" in seen[-1].text
    assert "You are number 2 of 3: 100 points, 1 of 3 right." in cleo.taps("My place").text


def test_an_answer_may_be_changed_once_and_nobody_sees_it(room):
    ana, ben = room.member("ana"), room.member("ben")
    begun(room, [ana, ben])
    wrong, right = room.letter(right=False), room.letter()
    before = len(room.shown)
    ana.answers(right=False)
    assert "stands" in ana.taps(wrong).text
    assert ana.taps(right).text == f"Changed to {right}. That stands."
    assert "changed it once already" in ana.taps(wrong).text
    assert ana.taps(right).text == f"{right} stands."
    assert len(room.shown) == before
    assert "Right: Ana (1 of 1)" in room.passes(20)[-1].text


def test_what_counts_is_when_it_was_received(room):
    ana, ben = room.member("ana"), room.member("ben")
    begun(room, [ana, ben])
    room.clock.now += timedelta(seconds=22)  # nobody has looked yet
    assert "Time was up for question 1" in ana.answers().text
    assert "it is" in ben.answers(after=3).text
    assert "Right: Ben (1 of 1)" in room.passes(0)[-1].text
    assert "Time was up" in ana.answers().text


def test_late_joiners_and_leavers(room):
    ana, ben, cleo = (room.member(name) for name in ("ana", "ben", "cleo"))
    begun(room, [ana, ben])
    cleo.answers()  # an answer is joining
    ana.answers(right=False)
    assert "You have left" in ben.says("/quiz leave")[0].text  # and nobody waits for them any more
    (reveal,) = room.passes(2)
    assert "1. Cleo 100 · 2. Ana 0" in reveal.text
    assert "You are in from question 2 on." in ben.says("/quiz join")[0].text
    room.passes(8)
    ben.answers()
    assert "**Points**: 1. Ben 100 · 1. Cleo 100" in room.passes(20)[-1].text


def test_the_host_leaves_and_the_next_one_decides(room):
    ana, ben, cleo = (room.member(name) for name in ("ana", "ben", "cleo"))
    begun(room, [ana, ben, cleo])
    assert "Only who opened" in ben.says("/quiz stop")[0].text
    ana.says("/quiz leave")
    assert "Only who opened" in cleo.says("/quiz skip")[0].text
    assert ben.says("/quiz skip")[0].text == "Done."
    assert "Right: nobody" in room.passes(0)[-1].text
    assert "It was stopped." in ben.says("/quiz stop")[0].text
    assert "No quiz is on" in ben.says("/quiz stop")[0].text


def test_a_manager_may_stop_any_quiz(room):
    ana, mia = room.member("ana"), room.member("mia", manager=True)
    begun(room, [ana])
    ana.answers()
    room.passes(2)
    assert "**The quiz is over**" in mia.says("/quiz stop")[0].text
    assert room.passes(60) == []


def test_everybody_leaves(room):
    ana, ben = room.member("ana"), room.member("ben")
    begun(room, [ana, ben])
    for one in (ana, ben):
        one.says("/quiz leave")
    assert "**The quiz is over**" in room.passes(10)[-1].text


def test_a_quiz_that_nobody_answers_ends(room):
    begun(room, [room.member("ana")], "10 10s")
    seen = room.passes(200)
    assert sum(reply.text.startswith("**Question") and "key" in reply.facts for reply in seen) == 3
    assert "Nobody answered any more" in seen[-1].text


def test_a_lobby_that_nobody_starts_closes(room):
    ana, ben = room.member("ana"), room.member("ben")
    ana.says("/quiz")
    assert "Who opened the quiz starts it" in ben.taps("Start").text
    ben.taps("Join")
    assert "Nobody started" in room.passes(660)[-1].text
    assert "That quiz is over" in ben.taps("Join", on=room.shown[0]).text
    ana.says("/quiz")
    ben.taps("Join")
    room.clock.sleeps(minutes=1)
    assert "**The quiz begins**" in ben.taps("Start").text


def test_one_quiz_a_room_and_two_in_two(tutor, clock):
    one = Room(tutor, clock, "one")
    two = Room(tutor, clock, "two", beside=one)
    ana, ben = one.member("ana"), two.member("ben")
    begun(one, [ana])
    begun(two, [ben], "anatomy 3 30s")
    assert "A quiz is on here" in one.member("cleo").says("/quiz")[0].text
    assert "not one of this chat" in ben.says(one.button("A").says)[0].text
    ana.answers()
    ben.answers(right=False)
    one.passes(2)
    assert "1. Ana 100" in one.last.text
    assert "Right: nobody" in next(reply for _key, reply in two.posted if "key" in reply.facts).text


def test_two_topics_of_a_room_have_a_quiz_each(tutor, clock):
    one = Room(tutor, clock, thread="7")
    two = Room(tutor, clock, thread="8", beside=one)
    begun(one, [one.member("ana")])
    begun(two, [two.member("ben")])
    assert [reply.text[:14] for reply in (one.last, two.last)] == ["**Question 1 o"] * 2


def test_without_a_clock_the_room_goes_on_by_itself(room):
    ana, ben = room.member("ana"), room.member("ben")
    begun(room, [ana, ben], "3 untimed")
    room.passes(3600)
    ana.answers()
    assert "key" not in room.passes(60)[-1].facts
    ben.answers(right=False)
    assert "Right: Ana (1 of 2)" in room.passes(2)[-1].text
    assert room.passes(3600) == []
    assert ben.taps("Next question").text == "Here it comes."
    assert "Question 2 of 3" in room.passes(0)[-1].text
    ana.taps("Close it")
    assert "Right: nobody" in room.passes(0)[-1].text


def test_weight_on_speed_and_what_a_click_without_reading_costs(room):
    ana, ben, cleo = (room.member(name) for name in ("ana", "ben", "cleo"))
    begun(room, [ana, ben, cleo], "3 20s speed")
    cleo.answers(right=False)
    room.passes(10)
    ana.answers()
    room.passes(5)
    ben.answers()
    assert "1. Ana 75 · 2. Ben 63 · 3. Cleo -25" in room.passes(2)[-1].text


def test_teams_score_by_the_mean(room):
    ana, ben, cleo = (room.member(name) for name in ("ana", "ben", "cleo"))
    begun(room, [ana, ben, cleo], "3 20s teams")
    ana.answers()
    ben.answers()
    cleo.answers(right=False)
    assert "**Teams**: 1. Team 2 100 · 2. Team 1 50" in room.passes(2)[-1].text


def test_a_handicap_makes_up_for_practice(tutor, clock, room):
    ana, ben = room.member("ana"), room.member("ben")
    expert = Person(tutor, clock, "ana")
    expert.says("/quiz 20")
    for _ in range(20):
        expert.answers()
        if "Next" in expert.last.labels:
            expert.taps("Next")
    begun(room, [ana, ben], "3 20s handicap")
    ana.answers()
    ben.answers()
    assert "1. Ben 100 · 2. Ana 65" in room.passes(2)[-1].text


def test_settings_before_the_start(room):
    ana, ben = room.member("ana"), room.member("ben")
    ana.says("/quiz")
    ben.taps("Join")
    assert "Only who opened" in ben.taps("Settings").text
    ana.taps("Settings")
    ana.taps("5 questions")
    ana.taps("15 s")
    ana.taps("Handicap: off")
    assert "5 questions · 15 s each · handicap" in ana.taps("Two teams").text
    assert "Team 1: Ana" in room.last.text
    assert "Team 2: Ben" in room.last.text
    assert "teams" not in ana.taps("No teams").text
    assert "Start" in [choice.label for choice in ana.taps("Done").choices]
    ana.taps("Start")
    assert "how it is played can be changed before" in ana.says("/game 1 set 20")[0].text


def test_typed_codes_count_only_exactly(room):
    ana, ben, cleo = (room.member(name) for name in ("ana", "ben", "cleo"))
    begun(room, [ana, ben, cleo], "icd10cm 5 typed")
    asked = room.question()
    assert [choice.label for choice in asked.choices] == ["Answer"]
    found = room.tutor.library.questions[asked.about[0].removeprefix("question/")]
    key = found.options[found.key]
    assert ana.taps("Answer", key.lower().replace(".", "")).text.endswith("You may change it once while the question is open.")
    ben.taps("Answer", key + "9")
    cleo.taps("Answer", "a long story **with** marks")
    reveal = room.passes(2)[-1]
    assert "Right: Ana (1 of 3)" in reveal.text
    assert "Something else: " in reveal.text
    assert sum(reveal.facts["shares"]) == 100


def test_what_was_missed_is_in_everybodys_own_history(tutor, clock, room):
    ana, ben = room.member("ana"), room.member("ben")
    begun(room, [ana, ben])
    for _ in range(3):
        ana.answers()
        ben.answers(right=False)
        room.passes(2 + 8)
    room.passes(10)
    private = Person(tutor, clock, "ben")
    assert private.says("/progress").facts == {"answered": 3, "right": 0}
    assert Person(tutor, clock, "ana").says("/progress").facts == {"answered": 3, "right": 3}
    assert "1-day streak" in private.says("/streak")


def test_bad_words_get_a_sentence(room):
    ana = room.member("ana")
    assert "3 to 50 questions" in ana.says("/quiz 2")[0].text
    assert "10 to 120 seconds" in ana.says("/quiz 5s")[0].text
    assert "don't know that area" in ana.says("/quiz astrology")[0].text
    for said in ("/game", "/game x", "/game 1 1", "/game 99 join", "/game 1 1 A", "/game 999999999999999999 1 A"):
        assert ana.says(said)[0].private
    begun(room, [ana])
    for said in ("/game 1 what", "/game 1 1", "/game 1 1 E", "/game 1 2 A", "/game 1 0 A", "/game 1 set", "/game 1 start"):
        assert ana.says(said)[0].private
    assert "key" not in room.last.facts


def test_a_restart_in_the_middle_gives_the_time_back(tutor, clock, room, database, library, codebook):
    ana, ben = room.member("ana"), room.member("ben")
    begun(room, [ana, ben])
    room.passes(0, pulse=True)
    ana.answers()
    room.clock.now += timedelta(seconds=60)  # nobody is there
    again = Room(type(tutor)(database, library, codebook, seed=8), clock)
    again.shown = room.shown
    assert "it is" in again.member("cleo").answers().text  # said meanwhile, read first
    assert all("key" not in reply.facts for reply in again.passes(19, pulse=True))
    again.member("ben").answers()
    assert "Right: Ana, Ben, Cleo (3 of 3)" in again.passes(2, pulse=True)[-1].text


def test_a_question_that_was_not_out_when_the_tutor_went_away_is_still_shown(tutor, clock, room):
    """Its time begins anew, so it is of use for as long; a room would wait for a question that never comes."""
    begun(room, [room.member("ana")])
    room.passes(0, pulse=True)
    room.member("ana").answers()
    room.passes(2, pulse=True)
    room.passes(4, pulse=True)
    clock.sleeps(seconds=4)
    tutor.tick(clock.now, pulse=True)  # the next question is planned, and the process dies before it goes out
    clock.sleeps(seconds=60)
    assert "Question 2 of" in room.passes(0, pulse=True)[-1].text


def test_what_the_group_missed_comes_again_and_to_oneself(tutor, clock, room):
    ana, ben = room.member("ana"), room.member("ben")
    assert "no quiz here yet" in ana.says("/misses")[0].text
    begun(room, [ana, ben], "anatomy 3 20s")
    asked = []
    for number in range(3):
        asked.append(room.question().about[0])
        ana.answers()
        ben.answers(right=number == 2)
        room.passes(2 + 8)
    assert "**The quiz is over**" in room.last.text
    private = Person(tutor, clock, "ben")
    assert set(private.says("/quiz missed").about) & set(asked[:2])
    private.answers()
    assert "Once more" in ben.taps("What we missed").text
    assert "2 questions" in room.last.text
    assert "A quiz is on here" in ana.says("/misses")[0].text
    assert "only pace" in ben.says("/game 2 set 5")[0].text
    ben.taps("Start")
    assert room.passes(3)[-1].about[0] in asked[:2]


def test_the_report_names_nobody(room):
    ana, ben = room.member("ana"), room.member("ben")
    begun(room, [ana, ben], "anatomy 3 20s")
    assert "nothing to report" in ana.says("/game 1 report")[0].text
    ana.answers()
    ben.answers(right=False)
    room.passes(2)
    ana.says("/quiz stop")
    picture, table = ana.says(room.button("Report").says)
    assert picture.chart.bars[0].percent == 50
    assert "1 of 2 answers right" in picture.text
    rows = table.file.body.decode().splitlines()
    assert len(rows) == 2
    assert rows[1].split(",")[2:5] == ["anatomy", "2", "1"]
    assert "ana" not in table.file.body.decode().replace("anatomy", "").replace("anat-", "").lower()
