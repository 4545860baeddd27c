"""One learner on two platforms."""

import re
from datetime import timedelta

from bot.chat import Sender, as_reply
from tests.conftest import Person


def on(tutor, clock, platform, user):
    person = Person(tutor, clock, user)
    person.sender = Sender(platform, user)
    return person


def pair(tutor, clock):
    return on(tutor, clock, "telegram", "1"), on(tutor, clock, "discord", "2")


def code_of(answer):
    return re.search(r"/link (\S{9})`", answer.text)[1]


def studied(person, questions):
    person.says(f"/quiz {questions}")
    for _ in range(questions):
        person.answers()
        if "Next" in person.last.labels:
            person.taps("Next")


def test_two_accounts_become_one_learner(tutor, clock):
    there, here = pair(tutor, clock)
    there.says("/start")
    studied(there, 3)
    studied(here, 5)
    asked = here.says(f"/link {code_of(there.says('/link')).lower().replace('-', ' ')}")
    assert "5 answers, streak 1" in asked
    assert "3 answers, streak 1" in asked
    assert "Joined" in here.taps("Yes")

    assert there.says("/progress").facts["answered"] == here.says("/progress").facts["answered"] == 8
    there.says("/settings hour 07:30")
    assert "07:30" in here.says("/settings")


def test_the_other_account_is_told_and_can_part_them(tutor, clock):
    there, here = pair(tutor, clock)
    studied(here, 3)
    here.says(f"/link {code_of(there.says('/link'))}")
    here.taps("Yes")
    (told,) = tutor.take_posts(("telegram",), clock.now)
    reply = as_reply(told.reply)
    assert "Discord" in reply.text
    assert "Parted from Discord" in there.says(reply.choices[0].says)
    assert there.says("/progress").facts["answered"] == 3
    assert here.says("/progress").facts["answered"] == 0


def test_parting_leaves_the_history_with_the_other(tutor, clock):
    there, here = pair(tutor, clock)
    studied(there, 3)
    here.says(f"/link {code_of(there.says('/link'))}")
    here.taps("Yes")
    here.says("/unlink")
    assert "Parted" in here.taps("Part them")
    assert here.says("/progress").facts["answered"] == 0
    assert there.says("/progress").facts["answered"] == 3
    assert "No other account" in there.says("/unlink")


def test_a_code_works_once_and_for_ten_minutes(tutor, clock):
    there, here = pair(tutor, clock)
    third = on(tutor, clock, "pipe", "3")
    code = code_of(there.says("/link"))
    here.says(f"/link {code}")
    here.taps("Yes")
    assert "not valid" in third.says(f"/link {code}")

    code = code_of(there.says("/link"))
    clock.now += timedelta(minutes=11)
    assert "not valid" in third.says(f"/link {code}")


def test_a_new_code_ends_the_old_one(tutor, clock):
    there, here = pair(tutor, clock)
    first, second = code_of(there.says("/link")), code_of(there.says("/link"))
    assert first != second
    assert "not valid" in here.says(f"/link {first}")
    assert "Is that account yours" in here.says(f"/link {second}")


def test_nothing_is_joined_by_accident(tutor, clock):
    there, here = pair(tutor, clock)
    code = code_of(there.says("/link"))
    assert "your own code" in there.says(f"/link {code}")
    assert "different platforms" in on(tutor, clock, "telegram", "9").says(f"/link {code}")
    assert "not valid" in here.says("/link AAAA-AAAA")
    here.says(f"/link {code}")
    assert "Nothing was joined" in here.taps("No")
    assert "No other account" in there.says("/unlink")


def test_the_question_of_a_day_answered_on_both_sides_counts_on_one_date(tutor, clock):
    there, here = pair(tutor, clock)
    for person in (there, here):
        person.says("/daily")
        person.answers()
    here.says(f"/link {code_of(there.says('/link'))}")
    here.taps("Yes")
    progress = here.says("/progress")
    assert progress.facts["answered"] == 2
    assert "1-day streak" in progress


def test_a_code_is_nowhere_in_the_store(tutor, clock, database):
    there, _here = pair(tutor, clock)
    code = code_of(there.says("/link")).replace("-", "")
    with database.reading() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM link").all()
    assert rows
    assert code not in str(rows)
