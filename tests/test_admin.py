"""What operators see, and nobody else."""

from bot.chat import Sender
from bot.tutor import Tutor
from tests.conftest import Person


def boss(database, library, codebook, clock):
    tutor = Tutor(database, library, codebook, seed=7, admins=frozenset({"test:boss"}))
    return Person(tutor, clock, "boss")


def test_nobody_else_knows_the_command(ana):
    assert "I don't know /admin" in ana.says("/admin reports")
    assert "/admin" not in ana.says("/help")


def test_reported_questions_are_listed(database, library, codebook, clock, ana):
    for _ in range(2):
        ana.says("/report anes-0001 other the time is off")
    listed = boss(database, library, codebook, clock).says("/admin reports")
    assert "2 times anes-0001: other, last: the time is off" in listed


def test_questions_without_an_answer_are_counted_without_names_and_numbers(database, library, codebook, clock, ana, ben):
    for person in (ana, ben):
        person.says("would Zebulon sing opera in room 4711")
    listed = boss(database, library, codebook, clock).says("/admin unanswered")
    assert "2 times" in listed
    assert "zebulon" not in listed.text.lower()
    assert "4711" not in listed


def test_what_did_not_go_out_is_shown_and_can_be_sent(database, library, codebook, clock, ana):
    ana.sender = Sender("telegram", "1")
    ana.says("/start")
    clock.sleeps(days=1)
    ana.tutor.tick(clock.now)
    (post,) = ana.tutor.take_posts(("telegram",), clock.now)
    ana.tutor.not_sent(post, "a time-out after it had left", held=True)

    operator = boss(database, library, codebook, clock)
    shown = operator.says("/admin outbox")
    assert f"{post.id} {post.key} telegram held: a time-out after it had left" in shown
    assert ana.tutor.take_posts(("telegram",), clock.now) == []
    assert "goes out" in operator.says(f"/admin resend {post.id}")
    assert [one.key for one in ana.tutor.take_posts(("telegram",), clock.now)] == [post.key]
    assert "No held or dead post" in operator.says("/admin resend 999")
