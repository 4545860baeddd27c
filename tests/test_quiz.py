"""Practice: rounds, answers, going on, coming back."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from bot.chat import Incoming
from bot.library.shelf import Library
from bot.store import rounds
from bot.tutor import Tutor
from tests.conftest import Person
from tests.writing import content, question


def test_quiz_alone_asks_its_first_question_at_once(ana):
    asked = ana.says("/quiz")

    assert "Question 1 of 5" in asked
    assert ana.last.labels[:4] == ["A", "B", "C", "D"]
    assert asked.facts["kind"] == "quiz"
    assert asked.facts["number"] == 1
    assert asked.facts["of"] == 5


def test_a_right_answer_is_explained_with_every_other_option(ana, library):
    name = ana.says("/quiz anesthesia 3").about[0].removeprefix("question/")
    verdict = ana.answers(right=True)

    question = library.questions[name]
    assert verdict.text.startswith("**Right.**")
    assert verdict.facts["correct"] is True
    assert verdict.facts["chosen"] == verdict.facts["key"] == question.key
    for reason in question.why:
        assert reason in verdict
    assert question.source in verdict


def test_a_wrong_answer_names_the_key_and_the_choice(ana, library):
    name = ana.says("/quiz").about[0].removeprefix("question/")
    verdict = ana.answers(right=False)

    assert verdict.text.startswith("**Wrong.**")
    assert verdict.facts["correct"] is False
    assert library.questions[name].options[library.questions[name].key] in verdict.text.splitlines()[0]
    assert "(your answer)" in verdict


def test_a_tapped_verdict_takes_the_place_of_the_question_and_repeats_it(ana, library):
    name = ana.says("/quiz").about[0].removeprefix("question/")
    verdict = ana.taps("B")

    assert verdict.replies[0].replaces
    assert library.questions[name].stem in verdict


def test_a_whole_round_ends_with_its_result(ana):
    ana.says("/quiz guidelines 3")
    ana.answers(right=True)
    ana.taps("Next")
    ana.answers(right=False)
    ana.taps("Next")
    last = ana.answers(right=True)

    assert "**Round done: 2 of 3 right**" in last
    assert "1-day streak" in last
    assert "Five more" in last.labels


@pytest.mark.parametrize(
    "said", ["quiz me on modifiers", "give me 5 icd 10 questions", "can you test me on anesthesia", "Quiz me on ICD-10-CM please"]
)
def test_plain_words_start_a_round(ana, said):
    asked = ana.says(said)
    assert "Question 1 of 5" in asked


def test_a_number_and_an_area_are_taken_from_the_words(ana):
    assert "Question 1 of 7** · HCPCS" in ana.says("/quiz hcpcs 7")
    assert "Question 1 of 3** · Anatomy" in ana.says("give me three anatomy questions")


def test_an_unknown_area_lists_the_areas(ana):
    asked = ana.says("/quiz astrology")
    assert "don't know that area" in asked
    assert len(asked.choices) == 19


@pytest.mark.parametrize("said", ["/quiz 0", "/quiz 51", "/quiz 9999"])
def test_a_round_has_a_sensible_length(ana, said):
    assert "1 to 50 questions" in ana.says(said)


def test_another_one_stays_on_the_area(ana):
    ana.says("/quiz radiology 1")
    ana.answers()
    assert ana.says("another one pls").facts["area"] == "radiology"


def test_harder_asks_hard_questions(ana):
    ana.says("/quiz radiology 1")
    ana.answers()
    assert "hard" in ana.says("make it harder").text.splitlines()[0]


@pytest.mark.parametrize(
    "said",
    [
        "b",
        "B",
        " b. ",
        "(b)",
        "2",
        "second one",
        "option b",
        "the second one",
        "letter b",
        "the answer is b",
        "I think it’s B",
        "b please",
        "um, second one",
    ],
)
def test_an_option_may_be_said_in_many_ways(ana, said):
    ana.says("/quiz")
    verdict = ana.says(said)
    assert "correct" in verdict.facts


def test_the_words_of_an_option_are_an_answer(ana, library):
    name = ana.says("/quiz").about[0].removeprefix("question/")
    question = library.questions[name]
    assert ana.says(question.options[question.key].upper()).facts["correct"] is True


def test_a_code_that_was_an_option_can_be_looked_up_once_the_question_is_answered(ana, library, codebook):
    while True:
        name = (ana.says("/quiz icd10cm") if not ana.last.replies else ana.taps("Next")).about[0].removeprefix("question/")
        code = next((option for option in library.questions[name].options if codebook.entry(option)), None)
        ana.answers()
        if code:
            break
    assert f"code/icd10cm/{code}" in ana.says(code).about
    assert "already answered" in ana.says("b")


def test_something_else_in_between_loses_nothing(ana):
    first = ana.says("/quiz")
    number = first.about[0]
    assert "Continue: question 1 of 5" in ana.says("E11.21").labels
    assert "Continue: question 1 of 5" in ana.says("what is the passing score").labels
    assert ana.taps("Continue").about == [number]
    assert "correct" in ana.says("a").facts


def test_skipping_goes_on_and_is_counted(ana):
    ana.says("/quiz 2")
    assert "Question 2 of 2" in ana.taps("Skip")
    assert "0 of 2 right**, 2 skipped" in ana.taps("Skip")


def test_next_twice_shows_the_same_question(ana):
    ana.says("/quiz")
    ana.answers()
    after = ana.last
    second = ana.taps("Next")
    ana.last = after
    assert ana.taps("Next").about == second.about


def test_the_same_tap_twice_is_graded_once(ana):
    ana.says("/quiz")
    tap = ana.last.choices[0].says
    ana.says(tap)
    again = ana.says(tap)
    assert "correct" not in again.facts
    assert "already answered today" in again


def test_a_question_answered_long_ago_says_when_and_how(ana, clock):
    ana.says("/quiz 1")
    tap = next(choice.says for choice in ana.last.choices if choice.label == ana.letter(right=True))
    ana.says(tap)
    clock.sleeps(days=5)
    assert "already answered on Monday (you chose" in ana.says(tap)
    assert "1 of 1 right" in ana.says("/progress")


def test_a_choice_of_somebody_else_changes_nothing(ana, ben):
    ana.says("/quiz")
    tap = ana.last.choices[0].says
    assert "not part of a round of yours" in ben.says(tap)
    assert "correct" in ana.says(tap).facts
    assert "Nothing answered yet" in ben.says("/progress")


@pytest.mark.parametrize(
    "said",
    ["/answer", "/answer 1", "/answer 1 1 E", "/answer x y z", "/answer 999999 1 A", "/answer 1 99 A", "/answer -1 1 A",
     "/answer 99999999999999999999 1 A", "/next 12345678901234567890", "/skip 1 0", "/next 77", "/answer ¹ 1 A"],
)  # fmt: skip
def test_a_button_that_was_never_sent_changes_nothing(ana, said):
    ana.says("/quiz 2")
    assert "correct" not in ana.says(said).facts
    assert "Nothing answered yet" in ana.says("/progress")


def test_a_question_that_was_not_asked_yet_cannot_be_answered(ana):
    tap = ana.says("/quiz 3").choices[0].says.replace(" 1 A", " 3 A")
    assert "not been asked yet" in ana.says(tap)


def test_two_answers_at_the_same_instant_give_one_attempt(ana, tutor, database):
    ana.says("/quiz")
    taps = [choice.says for choice in ana.last.choices[:4]]
    together = Barrier(4)

    def tap(says):
        together.wait()
        return tutor.handle(Incoming(ana.sender, says, ana.clock.now))

    with ThreadPoolExecutor(4) as pool:
        replies = [reply for found in pool.map(tap, taps) for reply in found]

    assert sum("correct" in reply.facts for reply in replies) == 1
    assert sum("already answered" in reply.text for reply in replies) == 3
    with database.reading() as connection:
        assert len(rounds.last_answers(connection, 1)) == 1


def test_a_new_person_writing_twice_at_once_is_one_learner(tutor, ana, database):
    together = Barrier(4)

    def start(_):
        together.wait()
        return tutor.handle(Incoming(ana.sender, "/start", ana.clock.now))

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(start, range(4)))
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM learner").scalar() == 1


def test_explain_shows_the_last_verdict_again(ana):
    ana.says("/quiz")
    verdict = ana.answers(right=False)
    again = ana.says("explain that again")
    assert verdict.text.splitlines()[1] in again
    assert "correct" not in again.facts


def test_what_was_missed_comes_before_what_was_known(database, codebook, clock, tmp_path):
    shelf = Library(content(tmp_path / "content", "".join(question(f"hcpc-{n:04}", "hcpcs", number=n) for n in range(5))))
    ana = Person(Tutor(database, shelf, codebook), clock, "ana")
    ana.says("/quiz hcpcs 5")
    missed = ana.last.about[0]
    ana.answers(right=False)
    for _ in range(4):
        ana.taps("Next")
        ana.answers(right=True)
    assert ana.says("/quiz hcpcs 1").about[0] == missed


def test_a_letter_without_an_open_question_is_no_answer(ana):
    assert "correct" not in ana.says("b").facts


def test_an_empty_new_round_takes_the_place_of_an_untouched_one(ana, database):
    ana.says("/quiz")
    ana.says("/quiz radiology")
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM round WHERE open").scalar() == 1


def test_a_round_begun_is_kept_beside_a_new_one(ana):
    ana.says("/quiz 3")
    ana.answers()
    ana.says("/quiz radiology 1")
    ana.answers()
    assert "Question 2 of 3" in ana.says("/continue")


def test_a_focus_goes_across_the_areas(ana, library):
    ana.says("quiz me on modifiers")
    areas = set()
    for _ in range(5):
        name = ana.last.about[0].removeprefix("question/")
        question = library.questions[name]
        assert "modifier" in f"{question.stem} {question.options}".lower()
        areas.add(question.area)
        ana.answers()
        if "Next" in ana.last.labels:
            ana.taps("Next")
    assert len(areas) > 1


@pytest.mark.parametrize("said", ["/quiz 10,000 series", "quiz me on the 10,000 series", "/quiz skin", "/quiz integumentary"])
def test_an_area_has_many_names(ana, said):
    assert ana.says(said).facts["area"] == "integumentary"


def test_what_was_shown_last_is_told_by_the_order_of_messages_not_by_their_times(ana, clock):
    """A text has the time of its sending, in whole seconds; a tap that of its arrival, which after an outage is much later."""
    ana.says("/quiz hcpcs")
    clock.sleeps(seconds=90)  # the tap comes late
    ana.taps("A")
    clock.sleeps(seconds=-80)  # what they typed meanwhile
    ana.says("/quiz anatomy")
    assert "Question 1 of 5" in ana.last
    first = ana.last.about
    clock.sleeps(seconds=5)
    assert "Anatomy" in ana.says("/continue")
    assert ana.last.about == first
    verdict = ana.says("b")
    assert verdict.text.startswith(("**Right.**", "**Wrong.**"))
    assert verdict.about == first
