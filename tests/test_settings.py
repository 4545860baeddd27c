"""Settings, each in one line, for scripts as for people."""

import pytest


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("/settings zone America/New_York", "Time zone: America/New_York"),
        ("/settings zone phoenix", "Time zone: America/Phoenix"),
        ("/settings zone Kolkata", "Time zone: Asia/Kolkata"),
        ("/settings hour 07:30", "Daily question: at 07:30"),
        ("/settings hour 7:30 pm", "Daily question: at 19:30"),
        ("/settings hour noon", "Daily question: at 12:00"),
        ("/settings exam 2027-06-01", "Exam date: 2027-06-01"),
        ("/settings exam june 1st", "Exam date: 2027-06-01"),
        ("/settings daily off", "Daily question: off"),
        ("/settings pace part", "Studying: part time"),
        ("stop", "Daily question: off"),
    ],
)
def test_a_setting_takes_one_line(ana, said, shown):
    ana.says("/start")
    ana.says(said)
    assert shown in ana.says("/settings")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("/settings hour 25:70", 'I can\'t read "25:70" as a time. Try 07:30 or 7:30 pm.'),
        ("/settings hour 13 pm", "I can't read"),
        ("/settings zone Atlantis", "I don't know the zone"),
        ("/settings exam yesterday", "as a date"),
        ("/settings exam 2020-01-01", "is past"),
        ("/settings exam 2199-01-01", "more than five years"),
        ("/settings pace sometimes", "as full or part"),
        ("/settings daily perhaps", "as on or off"),
        ("/settings colour blue", "There is no setting"),
    ],
)
def test_a_value_that_is_not_understood_changes_nothing(ana, said, sentence):
    ana.says("/start")
    before = ana.says("/settings").text
    assert sentence in ana.says(said)
    assert ana.says("/settings").text == before


@pytest.mark.parametrize("name", ["exam", "pace", "zone", "hour", "daily"])
def test_a_setting_without_a_value_offers_the_usual_ones(ana, name):
    ana.says("/start")
    assert len(ana.says(f"/settings {name}").choices) >= 2


def test_settings_are_ones_own(ana, ben):
    ana.says("/start")
    ben.says("/start")
    ana.says("/settings hour 06:00")
    assert "at 09:00" in ben.says("/settings")


def test_the_exam_day_counts_down_in_progress(ana):
    ana.says("/settings exam 2026-12-03")
    ana.says("/quiz 1")
    ana.answers()
    assert "Days to your exam: 10" in ana.says("/progress")
