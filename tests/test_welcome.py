"""The first minute."""


def test_start_subscribes_at_once_and_asks_by_button(ana):
    hello = ana.says("/start")

    assert "not affiliated with AAPC" in hello
    assert "The daily question is on." in hello
    assert "Daily question: at 09:00" in ana.says("/settings")


def test_every_step_can_be_answered(ana):
    ana.says("/start")
    assert "Monday, 15 March 2027" in ana.taps("I have a date", "March 15")
    assert "Where are you?" in ana.taps("Part time")
    assert "America/Chicago" in ana.taps("Central")
    assert "All set" in ana.taps("12:00")

    settings = ana.says("/settings")
    assert "Exam date: 2027-03-15" in settings
    assert "part time" in settings
    assert "America/Chicago" in settings
    assert "at 12:00" in settings


def test_every_step_can_be_skipped(ana):
    ana.says("/start")
    for step in ("full time or part time", "Where are you", "At what time", "All set"):
        assert step in ana.taps("Skip")
    assert "Exam date: not set" in ana.says("/settings")


def test_free_text_after_start_is_never_taken_for_a_name(ana):
    ana.says("/start")
    assert "70" in ana.says("what is the passing score")


def test_a_step_that_is_not_understood_is_asked_again_in_words(ana):
    ana.says("/start")
    assert "can't read" in ana.taps("I have a date", "someday")
    assert "Exam date: not set" in ana.says("/settings")


def test_starting_again_keeps_what_was_set(ana):
    ana.says("/start")
    ana.says("/settings hour 07:30")
    assert "Welcome back" in ana.says("/start")
    assert "at 07:30" in ana.says("/settings")


def test_starting_again_brings_the_daily_question_back(ana):
    ana.says("/start")
    ana.says("/settings daily off")
    ana.says("/start")
    assert "Daily question: at 09:00" in ana.says("/settings")


def test_a_link_to_a_code_shows_its_page(ana):
    page = ana.says("/start code_E11-21")
    assert page.about[0] == "code/icd10cm/E11.21"
    assert "**Welcome.**" in ana.taps("What is this?")
    assert ana.says("/start code_E11-21").labels == page.labels[:-1]
    assert ana.says("/start code_I10").about[0] == "code/icd10cm/I10"


def test_a_link_to_an_answer_shows_it(ana):
    assert ana.says("/start faq_exam_pass_score").about[0] == "faq/exam_pass_score"


def test_a_link_from_anywhere_else_is_a_start(ana):
    for word in ("inline", "code_", "faq_", "group", "_"):
        assert "Welcome" in ana.says(f"/start {word}")


def test_a_link_to_a_code_that_is_not_there_says_so(ana):
    assert "is not in ICD-10-CM" in ana.says("/start code_E11-999")


def test_in_a_room_words_may_be_handed_over_with_a_command(tutor, clock, ana):
    from tests.conftest import Person

    ana.says("/quiz 1")
    group = Person(tutor, clock, "ana", room="group")
    assert group.says("/ask E11.21").about == ["code/icd10cm/E11.21"]
    assert group.says("/ask what is the passing score").about == ["faq/exam_pass_score"]
    # An open question is nobody else's business.
    assert "correct" not in group.says("/ask a").facts
    assert "number" not in group.says("/ask quiz me").facts
    assert group.says("/ask").replies
    assert group.says("/ask " + "/ask " * 500).replies
