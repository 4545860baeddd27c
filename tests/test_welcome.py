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
