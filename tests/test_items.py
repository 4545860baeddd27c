"""Questions in use: their figures, those that do harm, and keys that are corrected."""

from dataclasses import replace

import pytest

from bot.chat import Incoming, Sender, as_reply
from bot.learning.items import Answered, figures
from bot.library.shelf import Library
from bot.push import items as pushing
from bot.store import items
from bot.tutor import Tutor
from tests.conftest import CONTENT, Person


def people(pattern):
    """Answers of people with rising scores: a letter is the option taken, A the key."""
    return [Answered("ABCD".index(letter), letter == "A", n / len(pattern), 40 + n) for n, letter in enumerate(pattern)]


@pytest.mark.parametrize(
    ("pattern", "facility", "sign", "faulty"),
    [
        ("BBBBBBBBBBAAAAAAAAAAAAAAAAAAAA", 2 / 3, 1, False),  # those who know more get it right
        ("AAAAAAAAAAAAAAAAAAAABBBBBBBBBB", 2 / 3, -1, True),  # those who know more miss it
        ("A" * 30, 1.0, 0, False),
        ("B" * 30, 0.0, 0, True),  # nobody gets it right, the best neither
        ("B" * 29, 0.0, 0, False),  # too few to say
        ("ABCD" * 10, 0.25, -1, True),  # everybody guesses
        ("AAB" * 12, 2 / 3, -1, False),
    ],
)
def test_what_figures_say(pattern, facility, sign, faulty):
    found = figures("q", 0, people(pattern))
    assert found.facility == pytest.approx(facility)
    assert (found.discrimination is None) == (sign == 0)
    if sign:
        assert found.discrimination * sign > 0
    assert (found.fault is not None) is faulty, found


def test_the_correlation_is_the_textbook_one():
    """Five answers with scores 1 to 5, right ones 3 4 5: r = (4 - 3) / sqrt(2) * sqrt(0.6 / 0.4)."""
    found = figures("q", 0, [Answered(0 if score > 2 else 1, score > 2, score, None) for score in (1, 2, 3, 4, 5)])
    assert found.discrimination == pytest.approx((1 / 2**0.5) * (0.6 / 0.4) ** 0.5)
    assert found.seconds is None


def test_an_option_that_nobody_takes_is_dead():
    assert figures("q", 0, people("AB" * 20)).dead == (2, 3)
    assert figures("q", 0, people("AB" * 10)).dead == ()


def answer(tutor, clock, user, name, right):
    """Let somebody answer one question of the bank."""
    sender = Sender("test", user)
    while True:
        clock.sleeps(seconds=30)
        (shown,) = tutor.handle(Incoming(sender, "/quiz 1", clock.now))[-1:]
        asked = shown.about[0].removeprefix("question/")
        clock.sleeps(seconds=20)
        key = tutor.library.questions[asked]
        option = key.options[key.key if (right if asked == name else True) else (key.key + 1) % 4]
        letter = next(line[0] for line in shown.text.splitlines() if line[1:3] == "  " and line[3:] == option)
        tutor.handle(Incoming(sender, letter, clock.now))
        if asked == name:
            return


@pytest.fixture
def small(tmp_path, database, codebook):
    """A tutor with four questions, three of them asked of everybody."""
    from tests.writing import content, question

    folder = content(tmp_path / "content", "".join(question(f"hcpc-{n:04}", "hcpcs", number=n) for n in range(4)))
    return Tutor(database, Library(folder), codebook, seed=3)


def test_a_question_whose_best_learners_fail_is_set_aside_by_itself(small, clock, database, monkeypatch):
    monkeypatch.setattr(items, "_SCORED", 2)
    monkeypatch.setattr("bot.learning.items.ENOUGH", 6)
    for n in range(6):
        answer(small, clock, f"u{n}", "hcpc-0002", right=False)
        for other in ("hcpc-0000", "hcpc-0001"):
            answer(small, clock, f"u{n}", other, right=True)
    assert "hcpc-0002" in small.library.practice
    small.tick(clock.now)
    assert "hcpc-0002" not in small.library.practice
    assert "hcpc-0000" in small.library.practice
    with database.writing() as connection:
        assert "of the best third only 0%" in items.set_aside(connection)["hcpc-0002"]
        assert items.let_back_in(connection, "hcpc-0002")
        assert not items.let_back_in(connection, "hcpc-0002")
    clock.sleeps(days=1)
    small.tick(clock.now)
    assert "hcpc-0002" in small.library.practice  # the operator's word stands


def test_how_long_an_answer_took_is_kept(small, clock, database):
    answer(small, clock, "ana", "hcpc-0001", right=True)
    with database.reading() as connection:
        assert set(connection.exec_driver_sql("SELECT seconds FROM attempt").scalars()) == {20}


def corrected(tutor, name, key=None, options=None):
    """The same tutor after its instructor has mended a question."""
    library = Library(tutor.library.folder)
    question = library.questions[name]
    library.questions[name] = replace(question, key=question.key if key is None else key, options=options or question.options)
    return Tutor(tutor.database, library, tutor.codebook, seed=3)


def told(tutor, now):
    return {one.user: as_reply(dict(one.reply)).text for one in tutor.take_posts(("test",), now, 50) if one.kind == "regraded"}


def test_a_corrected_key_grades_everybody_again_and_tells_them_once(small, clock, database):
    small.tick(clock.now)
    answer(small, clock, "ana", "hcpc-0001", right=True)
    answer(small, clock, "ben", "hcpc-0001", right=False)
    Person(small, clock, "ben").says("/report hcpc-0001 key")
    old = small.library.questions["hcpc-0001"]
    after = corrected(small, "hcpc-0001", key=(old.key + 1) % 4)
    after.tick(clock.now)
    texts = told(after, clock.now)
    assert "Your answer counted as right and was not." in texts["ana"]
    assert "Your answer was right after all" in texts["ben"]
    assert "You reported it: thank you." in texts["ben"]
    assert "thank you" not in texts["ana"]
    with database.reading() as connection:
        rows = dict(connection.exec_driver_sql("SELECT learner_id, correct FROM attempt WHERE question = 'hcpc-0001'").all())
        days = dict(connection.exec_driver_sql("SELECT learner_id, correct FROM study_day").all())
        right = dict(
            connection.exec_driver_sql("SELECT learner_id, SUM(CASE WHEN correct THEN 1 ELSE 0 END) FROM attempt GROUP BY learner_id").all()
        )
    assert [bool(value) for _learner, value in sorted(rows.items())] == [False, True]
    assert days == right
    again = corrected(after, "hcpc-0001", key=(old.key + 1) % 4)
    again.tick(clock.now)
    assert told(again, clock.now) == {}


def test_options_that_move_or_are_reworded_change_no_grade(small, clock):
    small.tick(clock.now)
    answer(small, clock, "ana", "hcpc-0001", right=True)
    answer(small, clock, "ben", "hcpc-0001", right=False)
    old = small.library.questions["hcpc-0001"]
    moved = corrected(small, "hcpc-0001", key=3 - old.key, options=old.options[::-1])
    moved.tick(clock.now)
    assert told(moved, clock.now) == {}
    clock.sleeps(days=1)
    words = tuple(f"{option} indeed" if place == 3 - old.key else option for place, option in enumerate(old.options[::-1]))
    library = moved.library
    library.questions["hcpc-0001"] = replace(library.questions["hcpc-0001"], options=words)
    moved.tick(clock.now)
    assert told(moved, clock.now) == {}
    assert Person(moved, clock, "ana").says("/progress").facts["right"] >= 1


def test_the_bank_that_ships_is_looked_at_in_a_moment(tutor, clock, database):
    tutor.tick(clock.now)
    with database.reading() as connection:
        assert len(items.keys(connection)) == len(tutor.library.questions)
    assert pushing.regrade(database, Library(CONTENT), clock.now) == 0
