"""How it is going."""

import pytest


def test_progress_counts_by_area_weakest_first(ana):
    assert "Nothing answered yet" in ana.says("/progress")
    ana.says("/quiz anatomy 2")
    ana.answers(right=True)
    ana.taps("Next")
    ana.answers(right=True)
    ana.says("/quiz hcpcs 1")
    ana.answers(right=False)

    progress = ana.says("how am i doing")
    assert "**2 of 3 right** (67 %)" in progress
    assert "1-day streak, longest 1" in progress
    assert progress.text.index("HCPCS Level II: 0 of 1 (0 %), exam 3") < progress.text.index("Anatomy: 2 of 2 (100 %), exam 4")
    assert "Not yet tried: Integumentary" in progress
    assert progress.facts == {"answered": 3, "right": 2}


def test_progress_is_still_there_after_a_restart(ana, database, library, codebook, clock):
    from bot.tutor import Tutor
    from tests.conftest import Person

    ana.says("/quiz 3")
    ana.answers()
    again = Person(Tutor(database, library, codebook), clock, "ana")
    assert "of 1 right" in again.says("/progress")
    assert "Question 2 of 3" in again.says("continue")


def test_report_takes_a_reason_and_a_remark(ana, database):
    ana.says("/quiz 1")
    ana.answers()
    ana.taps("Something is wrong here")
    assert "Thank you" in ana.taps("Something else", "two options fit")
    ana.says("/report")
    assert "Thank you" in ana.taps("The key is wrong")
    with database.reading() as connection:
        rows = connection.exec_driver_sql("SELECT reason, remark FROM report ORDER BY id").all()
    assert rows == [("other", "two options fit"), ("key", None)]


def test_there_is_nothing_to_report_at_first(ana):
    assert "no question to report" in ana.says("/report")


def test_a_question_that_does_not_exist_cannot_be_reported(ana):
    assert "no question of that name" in ana.says("/report nope-0001 key")


@pytest.mark.parametrize("answer", [None, "A"], ids=["before answering", "after"])
@pytest.mark.parametrize(
    ("said", "reason", "remark"),
    [
        ("key", "key", None),
        ("unclear which side is meant", "unclear", "which side is meant"),
        ("two options are right", "other", "two options are right"),
        ("E11.9 is not in it", "other", "E11.9 is not in it"),
    ],
)
def test_a_report_in_words_is_of_the_question_shown_last(ana, database, said, reason, remark, answer):
    name = next(about for about in ana.says("/quiz anatomy").about if about.startswith("question/")).removeprefix("question/")
    if answer:
        ana.says(answer)
    assert "Thank you" in ana.says(f"/report {said}")
    with database.reading() as connection:
        kept = connection.exec_driver_sql("SELECT question, reason, remark FROM report").one()
    assert tuple(kept) == (name, reason, remark)


def test_help_lists_what_is_not_hidden(ana, tutor):
    listed = ana.says("/help")
    for command in tutor.commands:
        assert (f"/{command.name}" in listed) is not command.hidden


def test_in_a_room_only_commands_are_answered(tutor, clock):
    from tests.conftest import Person

    room = Person(tutor, clock, "ana", room="group1")
    assert room.says("is anyone here").replies == []
    assert room.says("A").replies == []
    assert room.says("/code I10").about == ["code/icd10cm/I10"]
    private = room.says("/progress").replies[0]
    assert private.private
    assert "private chat" in private.text


def test_every_command_that_a_button_ever_said_is_still_understood(ana):
    """A corpus of buttons of every version: old messages keep them for ever."""
    for said in (
        "/answer 1 1 A", "/next 1", "/skip 1 1", "/found 1 2", "/code E11.21", "/code E11.21 page 2", "/quiz", "/quiz anesthesia",
        "/faq exam_pass_score", "/faq exam", "/start exam none", "/start pace full", "/start zone America/Chicago", "/start hour 09:00",
        "/start done", "/start pace", "/settings exam", "/settings daily off", "/report guid-0001", "/report guid-0001 key", "/daily",
        "/continue", "/progress", "/progress dark", "/export", "/export csv", "/export anki", "/export all", "/forget no", "/forget yes 1795360200", "/help", "/settings",
        "/case", "/note case-0001", "/quiz cases", "/drill", "/drill mixed", "/drill laterality", "/drill laterality 5", "/drill modifiers",
        "/drill icd10cm page 2", "/drill icd10cm 5", "/navigate", "/navigate 3", "/report drill/laterality/S52.501@2604",
        "/report drill/laterality/S52.501@2604 unclear",
        "/exam", "/exam full", "/exam longer", "/exam half 1.5x", "/exam quarter untimed", "/exam on", "/exam sheet", "/exam time", "/exam pause",
        "/exam open", "/exam flagged", "/mark 1 1 A", "/flag 1 1", "/flag 1 1 off", "/go 2", "/exam hand 1", "/exam hand 1 yes", "/exam drop 1",
        "/quiz menu", "/quiz weakest", "/quiz missed", "/quiz flagged", "/quiz new", "/quiz sure", "/quiz 10 timed", "/quiz areas", "/misses",
        "/sure 1 1", "/cause 1 1 careless", "/cause 1 1 knowledge", "/settings time", "/settings time 1.5x", "/settings time none",
        "/review", "/review 10", "/review 10 more", "/easy 1 1", "/settings reviews", "/settings reviews 20", "/flag guid-0001", "/flag guid-0001 off",
        "/exam results", "/exam report 1", "/exam review 1 1", "/exam missed 1", "/exam missed 1 2",
        "/ready", "/ready how", "/plan", "/plan hours", "/plan hours 10", "/plan full", "/plan known", "/plan known anatomy", "/plan from 5",
        "/ceu", "/ceu since 2026-05-01", "/ceu add 2 webinar", "/ceu list", "/ceu list 2", "/ceu remove 1", "/ceu undo", "/ceu due 2028-06-30",
        "/ceu credentials", "/ceu credentials 2", "/ceu reminders off", "/ceu reminders on", "/plan calendar", "/plan exam 2027-02-15",
        "/practice", "/practice anatomy", "/game 1 join", "/game 1 start", "/game 1 leave", "/game 1 stop", "/game 1 skip", "/game 1 next",
        "/game 1 me", "/game 1 set", "/game 1 set 5", "/game 1 set 15s", "/game 1 set untimed", "/game 1 set typed on", "/game 1 set teams off",
        "/game 1 set done", "/game 1 1 A", "/game 1 1 E11.9",
        "/game 1 report", "/misses", "/board", "/board all", "/room", "/room question on", "/room hour 9:00", "/room here", "/room members",
        "/room ban 1", "/room unban 1", "/room clear", "/room clear yes", "/room area anatomy",
        "/duel", "/duel anatomy", "/duel @ben anatomy", "/duel 1 accept", "/duel 1 decline", "/duel 1 play", "/duel 1 withdraw",
        "/class", "/class open Evening", "/class 1", "/class join ABCD-EFGH", "/class join ABCD-EFGH share", "/class join ABCD-EFGH private",
        "/class join no", "/class 1 assign", "/class 1 assign anatomy", "/class 1 assign anatomy 5 due 2026-12-04", "/class 1 assignments",
        "/class 1 task 1", "/class 1 task 1 2", "/class 1 drop 1", "/class 1 drop 1 yes", "/class 1 do 1", "/class 1 areas", "/class 1 table",
        "/class 1 members", "/class 1 members 2", "/class 1 member 2", "/class 1 remove 2", "/class 1 remove 2 yes", "/class 1 teacher 2",
        "/class 1 teacher 2 yes", "/class 1 code", "/class 1 code new", "/class 1 title Morning", "/class 1 share yes", "/class 1 share no",
        "/class 1 name Ana", "/class 1 reminders off", "/class 1 reminders on", "/class 1 close", "/class 1 close yes", "/class 1 reopen",
        "/class 1 leave", "/class 1 leave yes", "/class 1 delete", "/class 1 delete yes", "/start class_ABCDEFGH",
    ):  # fmt: skip
        assert "I don't know /" not in ana.says(said)
