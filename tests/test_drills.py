"""Drills in conversation: one rule at a time, and finding the way in the code book."""

import json

import pytest

from bot.tutor import Tutor
from tests.conftest import Person


def work_through(person, right=True):
    """Answer the open round to its end; returns the last verdict."""
    for _ in range(60):
        verdict = person.answers(right)
        if "Next" not in verdict.labels:
            return verdict
        person.taps("Next")
    raise AssertionError("the round does not end")


# Lists


def test_drills_are_listed_by_area(ana):
    listed = ana.says("/drill")
    assert "ICD-10-CM: " in listed
    assert "Modifiers: " in listed, "a focus has drills as an area has"
    assert {"HCPCS Level II", "Modifiers", "Mixed", "Find the way in the book"} <= set(listed.labels)
    of_area = ana.taps("HCPCS")
    assert "**Wastage: JW and JZ**: From a single-dose container" in of_area, "each is shown with what it teaches"
    asked = ana.taps("Wastage")
    assert "**Question 1 of 5** · HCPCS Level II · Wastage: JW and JZ · " in asked


def test_a_long_list_has_pages_that_hold_every_drill_once(ana):
    first = ana.says("/drill icd10cm")
    assert "page 1 of 2" in first
    second = ana.taps("More")
    assert "page 2 of 2" in second
    assert "More" not in second.labels
    ways = {"More", "Mixed from these", "All drills"}
    assert not set(first.labels) & set(second.labels) - ways
    assert "page 2 of 2" in ana.says("/drill icd10cm page 99"), "a page too far is the last one"


def test_an_area_mixes_its_drills(ana):
    ana.says("/drill anesthesia")
    asked = ana.taps("Mixed from these")
    assert "Question 1 of 5" in asked
    assert asked.facts["area"] == "anesthesia"
    assert "Question 1 of 7** · Anesthesia" in ana.says("/drill anesthesia 7")


@pytest.mark.parametrize("said", ["/drill mixed", "/drill anything 5", "/drill all"])
def test_all_drills_may_be_mixed(ana, said):
    assert "Question 1 of 5" in ana.says(said)


@pytest.mark.parametrize(
    "said", ["/drill astrology", "/drill astrology 5", "/drill ;drop table", "/drill page 3", "/drill é", "/drill " + "x" * 900]
)
def test_an_unknown_drill_shows_where_there_are_some(ana, said):
    assert "don't know that drill" in ana.says(said)
    assert "ICD-10-CM" in ana.last.labels


def test_an_area_without_drills_offers_questions(ana):
    told = ana.says("/drill anatomy")
    assert "no drills on Anatomy yet" in told
    assert "Question 1 of 5** · Anatomy" in ana.taps("Five questions")


@pytest.mark.parametrize("said", ["/drill laterality 0", "/drill laterality 51", "/drill laterality 9999"])
def test_a_round_of_drills_has_a_sensible_length(ana, said):
    assert "1 to 50 questions" in ana.says(said)


# Rounds


def test_a_round_of_drills_goes_to_its_end(ana):
    asked = ana.says("/drill laterality 3")
    assert asked.about[0] == "drill/laterality"
    assert asked.about[1].startswith("question/drill/laterality/")
    assert asked.facts == {"area": "icd10cm", "kind": "quiz", "number": 1, "of": 3}
    last = work_through(ana)
    assert "**Round done: 3 of 3 right**" in last
    assert "1-day streak" in last
    more = ana.taps("Five more")
    assert "Question 1 of 5" in more
    assert more.about[0] == "drill/laterality"


def test_the_rule_is_told_where_it_was_missed(ana):
    ana.says("/drill laterality 2")
    wrong = ana.answers(right=False)
    assert wrong.text.startswith("**Wrong.**")
    assert "Rule: Report the side that is documented" in wrong
    assert wrong.facts["correct"] is False
    ana.taps("Next")
    assert "Rule:" not in ana.answers(right=True)


def test_every_option_of_a_drill_is_explained(ana):
    ana.says("/drill weeks 1")
    name = ana.last.about[1].removeprefix("question/")
    verdict = ana.answers(right=False)
    question = ana.drills.find(name)
    assert all(why in verdict for why in question.why)
    assert question.source in verdict
    explained = ana.says("explain")
    assert "You answered it today" in explained
    assert question.why[question.key] in explained
    assert explained.facts == {}, "shown again, not graded again"


def test_a_drill_tapped_keeps_its_stem(ana):
    ana.says("/drill laterality 1")
    stem = ana.drills.find(ana.last.about[1].removeprefix("question/")).stem
    verdict = ana.taps("B")
    assert verdict.replies[0].replaces
    assert f"The question was: {stem}" in verdict


def test_a_number_is_what_it_says_where_all_options_are_numbers(ana):
    ana.says("/drill drug-units 1")
    question = ana.drills.find(ana.last.about[1].removeprefix("question/"))
    assert ana.says(question.options[question.key]).facts["correct"] is True


def test_the_words_of_an_option_answer_a_drill(ana):
    ana.says("/drill laterality 1")
    question = ana.drills.find(ana.last.about[1].removeprefix("question/"))
    assert ana.says(question.options[question.key].lower()).facts["correct"] is True


def test_a_code_of_a_drill_can_be_looked_up_and_gone_on_from(ana):
    ana.says("/drill laterality 2")
    ana.answers()
    code = next(choice for choice in ana.last.choices if choice.says.startswith("/code "))
    assert code.label in ana.says(code.says)
    assert "Continue: question 1 of 2" in ana.last.labels
    assert "Question 2 of 2" in ana.taps("Continue")


def test_skipping_leaves_a_drill_out(ana):
    ana.says("/drill laterality 2")
    ana.taps("Skip")
    assert "Round done: 1 of 2 right**, 1 skipped" in ana.answers()


def test_an_item_of_a_drill_can_be_reported(ana, database):
    ana.says("/drill laterality 1")
    name = ana.last.about[1].removeprefix("question/")
    ana.answers()
    ana.taps("Something is wrong here")
    assert "Thank you" in ana.taps("The key is wrong")
    assert "no question of that name" in ana.says("/report drill/laterality/nope@2604 key")
    assert "no question of that name" in ana.says("/report drill/nope/x key")
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT question, reason FROM report").all() == [(name, "key")]


def test_drills_count_as_progress(ana, database):
    ana.says("/drill wastage 2")
    work_through(ana)
    ana.says("/quiz hcpcs 1")
    ana.answers(right=False)
    progress = ana.says("/progress")
    assert "**2 of 3 right** (67 %)" in progress
    assert "HCPCS Level II: 2 of 3" in progress
    with database.reading() as connection:
        names = connection.exec_driver_sql("SELECT question FROM attempt ORDER BY id").scalars().all()
    assert [name.split("/")[:2] for name in names[:2]] == [["drill", "wastage"]] * 2
    assert len(set(names)) == 3


def test_what_was_answered_does_not_come_again_while_there_is_more(ana):
    seen = []
    for _ in range(4):
        ana.says("/drill colon-screening 5")
        for number in range(5):
            seen.append(ana.last.about[1])
            ana.answers()
            if number < 4:
                ana.taps("Next")
    assert len(set(seen)) == 20


def test_a_round_of_drills_survives_a_restart(ana, database, library, codebook, clock):
    ana.says("/drill laterality 3")
    shown = ana.says("/continue")
    letter = ana.letter(right=True)
    again = Person(Tutor(database, library, codebook), clock, "ana")
    assert again.says("/continue").text == shown.text
    assert again.says(letter).facts["correct"] is True
    assert "Question 2 of 3" in again.taps("Next")


def test_an_item_that_is_gone_is_passed_over(ana, database):
    """Such as one of a release that is no longer loaded."""
    ana.says("/drill laterality 2")
    round_id = ana.last.choices[0].says.split()[1]
    first, second = (["drill/laterality/S52.501A@1710", [0, 1, 2, 3]], ["drill/laterality/S52.501A@1711", [0, 1, 2, 3]])
    with database.writing() as connection:
        connection.exec_driver_sql(f"UPDATE round SET plan = '{json.dumps([first, second])}'")
    assert "left the library" in ana.says(f"/answer {round_id} 1 A")
    assert "no longer in the library" in ana.says("/continue")
    assert "Question 1 of 5" in ana.taps("Five more")


def test_two_people_drill_apart(ana, ben):
    ana.says("/drill laterality 2")
    ben.says("/drill laterality 2")
    assert "not part of a round of yours" in ben.says("/answer 1 1 A")
    assert "correct" in ana.answers().facts


def test_a_drill_that_needs_two_releases_says_so(ana):
    told = ana.says("/drill release-change")
    assert "needs two releases of ICD-10-CM" in told
    assert "All drills" in told.labels


# Plain words


@pytest.mark.parametrize(
    ("said", "drill"),
    [
        ("quiz me on laterality", "laterality"),
        ("Quiz me on sides please", "laterality"),
        ("give me 5 laterality questions", "laterality"),
        ("drill me on rule of nines", "rule-of-nines"),
        ("placeholder x practice", "placeholder-x"),
        ("drill pressure ulcers", "pressure-ulcer"),
        ("excludes1 drills", "excludes"),
        ("practice wastage", "wastage"),
        ("trimester exercises", "trimester"),
    ],
)  # fmt: skip
def test_plain_words_start_a_drill(ana, said, drill):
    asked = ana.says(said)
    assert "Question 1 of 5" in asked
    assert asked.about[0] == f"drill/{drill}"


def test_seventh_character_practice(ana):
    asked = ana.says("seventh character practice")
    assert "7th character" in asked.text.splitlines()[0]
    assert asked.about[0].startswith("drill/")


def test_drill_me_on_a_focus_lists_its_drills(ana):
    assert "**Drills: Modifiers**" in ana.says("drill me on modifiers")
    assert "Question 1 of 8" in ana.says("drill me on modifiers 8")
    assert "Question 1 of 5" in ana.says("drill me")
    assert ana.last.about[0].startswith("drill/")


def test_a_quiz_stays_a_quiz(ana):
    """An area or focus has authored questions first; its drills are offered when the round is over."""
    assert "Question 1 of 5** · " in ana.says("quiz me on modifiers")
    assert not ana.last.about[0].startswith("drill/")
    ana.says("/quiz modifiers 1")
    ana.answers()
    assert "**Drills: Modifiers**" in ana.taps("Drills on this")
    ana.says("/quiz anatomy 1")
    ana.answers()
    assert "Drills on this" not in ana.last.labels, "there are none on anatomy"


def test_another_one_stays_on_the_drill(ana):
    ana.says("/drill laterality 1")
    ana.answers()
    assert ana.says("another one pls").about[0] == "drill/laterality"
    ana.says("/drill anesthesia 1")
    ana.answers()
    assert ana.says("one more").facts["area"] == "anesthesia"


def test_a_long_mixed_quiz_has_a_share_of_drills(ana):
    ana.says("/quiz 20")
    drills = 0
    for _ in range(19):
        drills += ana.last.about[0].startswith("drill/")
        ana.taps("Skip")
    drills += ana.last.about[0].startswith("drill/")
    assert drills == 4
    ana.says("/quiz 5")
    for _ in range(4):
        assert not ana.last.about[0].startswith("drill/"), "a short round is all authored"
        ana.taps("Skip")


def test_only_private_chats_drill(tutor, clock):
    room = Person(tutor, clock, "ana", room="group1")
    assert "private chat" in room.says("/drill laterality")
    assert room.says("drill me on laterality").replies == []


# The way in the book


def test_a_diagnosis_is_found_in_three_steps(ana, clock):
    asked = ana.says("/navigate")
    assert "Question 1 of 3** · ICD-10-CM · Index: main term" in asked
    ana.answers()
    assert "Index: subterms" in ana.taps("Next")
    assert "You are at the main term" in ana.last
    ana.answers()
    assert "Index to Tabular" in ana.taps("Next")
    clock.sleeps(seconds=30)
    last = ana.answers()
    route = ana.drills.route(last.about[1].removeprefix("question/"))
    assert f"The way: {route.path}; reported: {', '.join(route.final)}" in last
    assert "**Path: 3 of 3 steps right**, 35 s: quick" in last
    assert "**Round done: 3 of 3 right**" in last
    assert "Question 1 of 3" in ana.taps("Another one")
    assert ana.drills.route(ana.last.about[1].removeprefix("question/")) != route


def test_steps_missed_and_time_taken_are_told(ana, clock):
    ana.says("find the way")
    ana.answers(right=False)
    ana.taps("Next")
    ana.answers()
    ana.taps("Next")
    clock.sleeps(minutes=4)
    assert "**Path: 2 of 3 steps right**, 4 min 5 s: an exam question has 2 min 24 s" in ana.answers()


def test_a_step_skipped_is_a_step_not_found(ana):
    ana.says("/navigate")
    ana.taps("Skip")
    ana.taps("Skip")
    assert "**Path: 1 of 3 steps right**" in ana.answers()


def test_several_diagnoses_are_summed_up_one_by_one(ana, clock):
    ana.says("/navigate 2")
    paths = []
    for number in range(1, 7):
        verdict = ana.answers()
        paths.append("**Path:" in verdict)
        if number == 3:
            clock.sleeps(minutes=1)
        if number < 6:
            ana.taps("Next")
    assert paths == [False, False, True, False, False, True]
    assert "**Path: 3 of 3 steps right**, 1 min 6 s: within the 2 min 24 s" in ana.last
    assert "Three more" in ana.last.labels


@pytest.mark.parametrize("said", ["/navigate 0", "/navigate 11", "/navigate 999"])
def test_how_many_diagnoses_is_sensible(ana, said):
    assert "One to 10 diagnoses" in ana.says(said)
    assert "Question 1 of 9" in ana.taps("Three")


@pytest.mark.parametrize("said", ["/navigate", "/navigate home", "book navigation", "index practice", "index drill"])
def test_words_for_finding_the_way(ana, said):
    assert "Question 1 of 3** · ICD-10-CM · Index: main term" in ana.says(said)


def test_one_step_can_be_drilled_alone(ana):
    asked = ana.says("/drill nav-term 2")
    assert asked.about[0] == "drill/nav-term"
    work_through(ana)
    assert "**Path:" not in ana.last, "the way is told where it was walked"
