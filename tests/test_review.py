"""Reviews: what is answered comes back when it is about to be forgotten."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.chat import Sender, as_reply
from bot.learning.forgetting import recall
from bot.library.shelf import Library
from bot.store import cards, rounds
from bot.store.studytables import card
from bot.store.tables import attempt, learner
from bot.talk.cards import rebuild
from bot.tutor import Tutor
from tests.conftest import Person
from tests.exams import shelf
from tests.test_items import answer, corrected
from tests.test_link import code_of, on
from tests.writing import case, content, question


@pytest.fixture
def small(tmp_path, database, codebook):
    """A tutor with thirty questions on HCPCS and a case."""
    folder = content(
        tmp_path / "content", "".join(question(f"hcpc-{n:04}", "hcpcs", number=n) for n in range(30)), case("case-0001", 3, number=50)
    )
    return Tutor(database, Library(folder), codebook, seed=3)


@pytest.fixture
def cara(small, clock):
    return Person(small, clock, "cara")


def plays(person, said, wrong=()):
    """Play a whole round; returns the questions in the order asked. ``wrong`` are the numbers to miss."""
    person.says(said)
    asked = []
    while True:
        number = person.last.facts["number"]
        asked.append(next(about for about in person.last.about if about.startswith("question/")).removeprefix("question/"))
        person.answers(right=number not in wrong)
        if "Next" not in person.last.labels:
            return asked
        person.taps("Next")


def kept(database, learner_id=1):
    with database.reading() as connection:
        return {one.item: one for one in cards.all_of(connection, learner_id)}


def test_nothing_is_there_to_review_before_the_first_answer(cara):
    assert "Nothing to review yet" in cara.says("/review")
    cara.says("/start")
    assert "Nothing to review yet" in cara.says("whats due?")


def test_what_was_right_comes_back_after_days_and_what_was_wrong_tomorrow(cara, clock, database):
    asked = plays(cara, "/quiz hcpcs 3", wrong={2})
    found = kept(database)
    today = found[asked[0]].last_on
    assert [(found[name].due_on - today).days for name in asked] == [2, 1, 2]
    assert "**Nothing is due.** The next review comes tomorrow" in cara.says("/review")
    clock.sleeps(days=1)
    shown = cara.says("/review")
    assert "**Review 1 of 1**" in shown
    assert shown.facts["kind"] == "review"
    assert shown.about[0] == f"question/{asked[1]}"
    assert "Round done: 1 of 1 right" in cara.answers()
    assert "The next 2 reviews come tomorrow" in cara.says("reviews")


def test_the_most_at_risk_comes_first(cara, clock):
    missed = plays(cara, "/quiz hcpcs 4", wrong={3})[2]
    clock.sleeps(days=9)
    assert cara.says("/review").about[0] == f"question/{missed}"
    assert cara.last.facts["of"] == 4


def test_a_right_answer_can_be_called_easy_once(cara, database, clock):
    (name,) = plays(cara, "/quiz hcpcs 1")
    easy = next(choice.says for choice in cara.last.choices if choice.label == "That was easy")
    assert "Noted: easy. It comes again on 1 December" in cara.says(easy)
    before = kept(database)
    assert (before[name].due_on - before[name].last_on).days == 8
    assert "noted already" in cara.says(easy)
    assert kept(database) == before
    with database.reading() as connection:
        assert connection.execute(select(attempt.c.easy)).scalar() is True


def test_a_wrong_answer_was_not_easy(cara, database):
    plays(cara, "/quiz hcpcs 1", wrong={1})
    assert "That was easy" not in cara.last.labels
    before = kept(database)
    cara.says("/easy 1 1")
    assert kept(database) == before


@pytest.mark.parametrize(
    "said",
    ["/easy", "/easy 1", "/easy 9 9", "/easy x y", "/easy 1 2", "/easy 1 0", "/review x", "/review 0", "/review 51", "/review 9999999"],
)
def test_odd_words_change_nothing(cara, ben, database, said):
    cara.says("/quiz hcpcs 2")
    cara.answers()
    before = kept(database)
    assert cara.says(said).text
    assert kept(database) == before


def test_nobody_elses_answer_is_called_easy(cara, small, clock, database):
    plays(cara, "/quiz hcpcs 1")
    before = kept(database)
    assert "not part of a round of yours" in Person(small, clock, "dan").says("/easy 1 1")
    assert kept(database) == before


def test_what_was_easy_long_ago_is_not_graded_again(cara, clock, database):
    plays(cara, "/quiz hcpcs 1")
    easy = next(choice.says for choice in cara.last.choices if choice.label == "That was easy")
    clock.sleeps(days=3)
    plays(cara, "/review")
    before = kept(database)
    assert "answered again since" in cara.says(easy)
    assert kept(database) == before


def test_no_more_a_day_than_agreed_and_the_rest_is_spread(cara, clock):
    plays(cara, "/quiz hcpcs 25")
    cara.says("/settings reviews 8")
    clock.sleeps(days=40)
    assert len(plays(cara, "/review")) == 8
    done = cara.says("/review")
    assert "Today's reviews are done" in done
    assert "17 more reviews are spread over the next 3 days" in done
    assert "Nothing is overdue" in done
    assert "Review 1 of 10" in cara.taps("Ten more now")
    clock.sleeps(days=1)
    assert cara.says("/review").facts["of"] == 8


@pytest.mark.parametrize("value", ["0", "201", "many", "-3", "٣"])
def test_the_number_of_reviews_a_day_is_a_number(cara, value):
    assert "as a number of reviews" in cara.says(f"/settings reviews {value}")


def test_a_case_comes_apart_in_reviews(cara, clock, small):
    plays(cara, "/case")
    plays(cara, "/quiz hcpcs 6")
    clock.sleeps(days=30)
    cara.says("/review 7")
    names = []
    while True:
        names.append(next(about for about in cara.last.about if about.startswith("question/")))
        if names[-1].startswith("question/case"):
            assert small.library.cases["case-0001"].note in cara.last
        cara.answers()
        if "Next" not in cara.last.labels:
            break
        cara.taps("Next")
    assert len(names) == 7
    assert sum(name.startswith("question/case") for name in names) == 1


def test_what_is_set_aside_gone_or_of_another_edition_is_not_asked(cara, small, clock, database):
    asked = plays(cara, "/quiz hcpcs 3")
    clock.sleeps(days=30)
    without = Tutor(database, small.library.without(frozenset({asked[0]})), small.codebook, seed=3)
    del without.library.questions[asked[1]]
    dora = Person(without, clock, "cara")
    assert dora.says("/review").facts["of"] == 1
    assert dora.last.about[0] == f"question/{asked[2]}"


def test_what_is_most_at_risk_and_gone_does_not_stand_before_the_rest(cara, small, clock, database):
    asked = plays(cara, "/quiz hcpcs 12", wrong=range(1, 10))
    clock.sleeps(days=30)
    without = Tutor(database, small.library.without(frozenset(asked[:9])), small.codebook, seed=3)
    again = plays(Person(without, clock, "cara"), "/review 2")
    assert len(again) == 2
    assert set(again) <= set(asked) - set(asked[:9])


def test_what_is_due_comes_in_the_order_of_what_is_forgotten(cara, database, clock):
    plays(cara, "/quiz hcpcs 20", wrong=range(1, 25, 3))
    clock.sleeps(days=2)
    plays(cara, "/review 5")
    day = clock.now.date() + timedelta(days=60)
    with database.reading() as connection:
        whole = cards.due(connection, 1, day, 100)
        parts = [one for after in range(0, 30, 7) for one in cards.due(connection, 1, day, 7, after)]
        assert cards.count_due(connection, 1, day) == len(whole) == 20
    left = [recall(one.stability, (day - one.last_on).days) for one in whole]
    assert left == sorted(left)
    assert parts == whole


def test_the_last_answers_are_those_of_the_whole_history(cara, database, clock):
    for n in range(3):
        plays(cara, "/quiz hcpcs 20", wrong=range(1 + n, 25, 3))
        clock.sleeps(days=3)
        plays(cara, "/review", wrong={2})
    with database.reading() as connection:
        history = connection.execute(select(attempt.c.question, attempt.c.at, attempt.c.correct).order_by(attempt.c.id)).all()
        whole = {question: (at, right) for question, at, right in history}
        assert rounds.last_answers(connection, 1) == whole
        assert sorted(rounds.missed(connection, 1)) == sorted(name for name, (_at, right) in whole.items() if not right)
        assert rounds.met(connection, 1, [*list(whole)[:3], "hcpc-9999"]) == set(list(whole)[:3])


def test_drills_are_reviewed_as_a_skill(ana, clock, database):
    names = plays(ana, "/drill laterality 3", wrong={1, 3})
    assert list(kept(database)) == ["drill/laterality"]
    assert kept(database)["drill/laterality"].reps == 3
    clock.sleeps(days=30)
    shown = ana.says("/review")
    assert "drill/laterality" in shown.about
    assert not {f"question/{name}" for name in names} & set(shown.about)
    ana.answers()
    assert kept(database)["drill/laterality"].reps == 4


def test_answers_of_an_exam_make_cards_and_of_a_mock_only_its_misses_come_back(database, tmp_path, codebook, clock):
    tutor = Tutor(database, shelf(tmp_path / "content", practice=1), codebook, seed=3)
    ana = Person(tutor, clock, "ana")
    ana.says("/exam quarter untimed")
    ana.answers(right=True)
    second = ana.last.about[0].removeprefix("question/")
    ana.answers(right=False)
    ana.says("hand in now")
    assert list(kept(database)) == [second]
    assert tutor.library.questions[second].mock is not None
    clock.sleeps(days=3)
    assert ana.says("/review").about[0] == f"question/{second}"
    assert ana.last.facts["of"] == 1


def test_a_corrected_key_corrects_the_card(small, clock, database):
    small.tick(clock.now)
    answer(small, clock, "ana", "hcpc-0001", right=True)
    before = kept(database)["hcpc-0001"]
    old = small.library.questions["hcpc-0001"]
    corrected(small, "hcpc-0001", key=(old.key + 1) % 4).tick(clock.now)
    after = kept(database)["hcpc-0001"]
    assert (before.due_on - before.last_on).days == 2
    assert (after.due_on - after.last_on).days == 1


def test_joined_accounts_have_the_cards_of_both(small, clock, database):
    there, here = on(small, clock, "telegram", "1"), on(small, clock, "discord", "2")
    first, second = set(plays(there, "/quiz hcpcs 20")), set(plays(here, "/quiz hcpcs 20"))
    both = first & second
    assert both
    here.says(f"/link {code_of(there.says('/link'))}")
    here.taps("Yes")
    (number,) = _learners(database)
    found = kept(database, number)
    assert set(found) == first | second
    assert {found[name].reps for name in both} == {2}


def _learners(database):
    with database.reading() as connection:
        return list(connection.execute(select(learner.c.id)).scalars())


def test_cards_worked_out_again_are_those_that_were_kept(cara, small, clock, database):
    plays(cara, "/quiz hcpcs 9", wrong={2, 5})
    cara.says("/easy 1 1")
    clock.sleeps(days=2)
    plays(cara, "/review", wrong={1})
    cara.says("/easy 2 2")
    before = kept(database)
    with database.writing() as connection:
        rebuild(connection, small.library, 1)
    assert kept(database) == before


def test_answers_from_before_there_were_cards_get_theirs_by_themselves(cara, small, clock, database):
    asked = plays(cara, "/quiz hcpcs 4", wrong={1})
    before = kept(database)
    with database.writing() as connection:
        connection.execute(card.delete())
        connection.execute(learner.update().values(carded=False))
    Tutor(database, small.library, small.codebook, seed=3).tick(clock.now)
    assert kept(database) == before
    with database.writing() as connection:
        connection.execute(card.delete())
        connection.execute(learner.update().values(carded=False))
    clock.sleeps(days=1)
    assert cara.says("/review").about[0] == f"question/{asked[0]}"
    assert kept(database) == before


def test_the_daily_question_says_how_many_reviews_are_waiting(cara, small, clock):
    cara.says("/start")
    plays(cara, "/quiz hcpcs 12")
    cara.says("/settings reviews 9")
    clock.sleeps(days=1)
    assert "waiting" not in _pushed(small, clock)
    clock.sleeps(days=2)
    assert "And 9 reviews are waiting." in _pushed(small, clock)


def _pushed(tutor, clock):
    tutor.tick(clock.now)
    return "\n".join(as_reply(post.reply).text for post in tutor.take_posts(("test",), clock.now) if post.kind == "daily")


def test_another_one_after_a_review_is_a_review(cara, clock):
    plays(cara, "/quiz hcpcs 12")
    clock.sleeps(days=30)
    cara.says("/review 1")
    cara.answers()
    assert "Review 1 of 10" in cara.taps("More reviews")
    assert "Review 1 of 10" in cara.says("another one")


def test_a_flag_in_practice_and_off_again(cara):
    assert "no question to flag" in cara.says("flag")
    cara.says("/quiz hcpcs 2")
    assert cara.says("flag").facts["flagged"] is True
    assert "Next" in cara.last.labels
    assert cara.says("unflag").facts["flagged"] is False
    assert "no question of that name" in cara.says("/flag nonsense")


def test_time_goes_back_and_reviews_do_not_break(cara, clock):
    plays(cara, "/quiz hcpcs 2")
    clock.now -= timedelta(days=2)
    cara.says("/review")
    plays(cara, "/quiz hcpcs 5")


def test_a_review_in_a_room_is_private(small, clock):
    room = Person(small, clock, "ana", room="group1")
    room.sender = Sender("test", "ana", room="group1")
    assert "private chat" in room.says("/review")
