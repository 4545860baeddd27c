"""Practice by choice: what was missed, flagged, new or misjudged; timed; misses that come back; said instead of tapped."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from bot.learning.pick import comes_back, weakest
from bot.library.shelf import Library
from bot.phrases import as_command
from bot.store import abilities
from bot.store.tables import attempt
from bot.talk.quiz import read_wish
from bot.talk.sources import Source
from bot.tutor import Tutor
from tests.conftest import Person
from tests.test_review import plays
from tests.writing import content, question


@pytest.fixture
def small(tmp_path, database, codebook):
    """A tutor with twelve questions on HCPCS and eight on anatomy."""
    text = "".join(question(f"hcpc-{n:04}", "hcpcs", number=n) for n in range(12))
    text += "".join(question(f"anat-{n:04}", "anatomy", number=20 + n, level="hard") for n in range(8))
    return Tutor(database, Library(content(tmp_path / "content", text)), codebook, seed=3)


@pytest.fixture
def cara(small, clock):
    return Person(small, clock, "cara")


def asked(person):
    return next(about for about in person.last.about if about.startswith("question/")).removeprefix("question/")


@pytest.mark.parametrize(
    ("said", "area", "count", "source", "timed"),
    [
        ("", None, 5, None, None),
        ("hcpcs 20 new timed", "hcpcs", 20, Source.NEW, True),
        ("missed", None, 5, Source.MISSED, None),
        ("10 mistakes anatomy", "anatomy", 10, Source.MISSED, None),
        ("weakest 50", None, 50, Source.WEAKEST, None),
        ("flagged untimed", None, 5, Source.FLAGGED, False),
        ("sure", None, 5, Source.SURE, None),
        ("timed mixed 30", None, 30, None, True),
    ],
)
def test_what_kind_of_round_is_wanted(library, said, area, count, source, timed):
    wish = read_wish(said, library)
    assert (wish.about.slug if wish.about else None, wish.count, wish.source, wish.timed) == (area, count, source, timed)


@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("quiz me on my weakest area", "/quiz weakest"),
        ("weakest area", "/quiz weakest"),
        ("practice my mistakes", "/quiz missed"),
        ("missed questions", "/quiz missed"),
        ("give me 10 timed questions", "/quiz 10 timed"),
        ("give me five new hcpcs questions", "/quiz hcpcs 5 new"),
        ("test me on flagged questions", "/quiz flagged"),
        ("quiz me on hcpcs timed", "/quiz hcpcs timed"),
        ("my mistakes", "/misses"),
        ("other practice", "/quiz menu"),
        ("flag", "/flag"),
        ("i'm sure", "/sure"),
        ("careless mistake", "/cause careless"),
    ],
)
def test_plain_words_mean_it_too(library, said, command):
    assert as_command(said, library) == command


def test_only_the_missed_are_asked_until_they_are_right(cara):
    names = plays(cara, "/quiz hcpcs 3", wrong={2, 3})
    again = plays(cara, "/quiz missed 10", wrong={1})
    assert set(again) == set(names[1:])
    assert plays(cara, "my missed questions") == again[:1]
    assert "Nothing is on your list of misses" in cara.says("/quiz missed")


def test_the_missed_of_one_area(cara):
    plays(cara, "/quiz 2 hcpcs", wrong={1})
    other = plays(cara, "/quiz anatomy 2", wrong={1})[0]
    assert plays(cara, "/quiz missed anatomy") == [other]


def test_a_missed_item_of_a_drill_can_be_practised(ana):
    missed = plays(ana, "/drill laterality 2", wrong={1})[0]
    assert plays(ana, "/quiz missed") == [missed]


def test_the_new_are_those_never_met(cara):
    first = set(plays(cara, "/quiz hcpcs 7"))
    second = set(plays(cara, "/quiz hcpcs 7 new"))
    assert len(second) == 5
    assert not first & second
    assert "met every question of that kind" in cara.says("/quiz hcpcs new")


def test_the_flagged_come_back_until_the_flag_is_off(cara):
    assert "flagged no question" in cara.says("/quiz flagged")
    cara.says("/quiz hcpcs 3")
    name = asked(cara)
    cara.says("flag it")
    cara.taps("Next")
    cara.answers()
    assert "Flag it" in cara.last.labels
    assert plays(cara, "/quiz flagged") == [name]
    cara.says("unflag")
    assert "flagged no question" in cara.says("flagged questions")


def test_the_weakest_area_is_said_with_its_evidence(cara):
    told = cara.says("/quiz weakest 2")
    assert "I know too little yet" in told
    assert "Question 1 of 2" in told
    plays(cara, "/quiz hcpcs 6")
    plays(cara, "/quiz anatomy 6", wrong={1, 2, 3, 4, 5, 6})
    told = cara.says("weakest area")
    assert told.text.startswith("Your weakest area so far is Anatomy: ")
    assert told.facts["area"] == "anatomy"


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 30), st.integers(0, 30)), max_size=6))
def test_the_weakest_has_no_smaller_share_beside_it(counts):
    tallies = [(area, right, right + wrong) for area, right, wrong in counts]
    found = weakest(tallies)
    known = [one for one in tallies if one[2] >= 5]
    assert (found is None) == (not known)
    if found:
        assert all(found[1] / found[2] <= one[1] / one[2] for one in known)


@given(st.integers(1, 50), st.integers(1, 50), st.integers(1, 4))
def test_a_miss_comes_back_later_each_time_and_never_at_once(number, of, misses):
    if number > of:
        return
    place = comes_back(number, of, misses)
    if place is not None:
        assert number + 4 <= place <= of + 1
        assert misses <= 2
        longer = comes_back(number, of, misses + 1)
        assert longer is None or longer >= place


def test_a_miss_comes_back_within_its_round_and_is_counted_once(cara):
    names = plays(cara, "/quiz hcpcs 6", wrong={1})
    assert names[5] == names[0]
    assert len(names) == 7
    assert "**Round done: 5 of 6 right**, 1 of 1 that came back right then" in cara.last


def test_missed_again_it_comes_back_after_more_others(cara):
    names = plays(cara, "/quiz hcpcs 12", wrong={1, 6})
    assert [place for place, name in enumerate(names, 1) if name == names[0]] == [1, 6, 14]


def test_missed_near_the_end_it_waits_for_another_day(cara):
    assert len(plays(cara, "/quiz hcpcs 5", wrong={3, 4, 5})) == 5


def test_the_same_tap_twice_brings_a_miss_back_once(cara):
    cara.says("/quiz hcpcs 6")
    tap = next(choice.says for choice in cara.last.choices if choice.label == cara.letter(right=False))
    assert "It comes back in this round." in cara.says(tap)
    cara.says(tap)
    assert cara.says("next").facts["of"] == 7


def test_a_timed_round_says_the_time_and_what_was_over_it(cara, clock):
    shown = cara.says("/quiz 2 hcpcs timed")
    assert "· 2:24" in shown.text.splitlines()[0]
    clock.sleeps(seconds=63)
    assert "Time: 1:04 of 2:24." in cara.answers()
    cara.taps("Next")
    clock.sleeps(seconds=200)
    assert "Time: 3:21 of 2:24, over by 0:57." in cara.answers()
    assert "correct" in cara.last.facts


@pytest.mark.parametrize(("said", "timed"), [("/quiz 2 hcpcs timed", True), ("/quiz 2 hcpcs", False)])
def test_only_a_timed_round_shows_an_area_against_the_clock(cara, database, said, timed):
    cara.says(said)
    cara.answers()
    with database.reading() as connection:
        kept = abilities.of(connection, 1)["hcpcs"]
        (past,) = abilities.past(connection, 1)
    assert kept.answered == 1
    assert ((kept.timed > 0), past.timed) == (timed, timed)


def test_times_can_be_extended_for_rounds_and_exams(cara, ana):
    assert "half as much again" in cara.says("/settings time 1.5x")
    assert "· 3:36" in cara.says("/quiz 2 timed")
    assert "no clock" in cara.says("/settings time none")
    assert "Your setting is no clock" in cara.says("/quiz 2 timed")
    ana.says("/settings time 2x")
    assert "8 h" in ana.says("/exam") or "8:00" in ana.last.text


@pytest.mark.parametrize("value", ["3x", "soon", "-1", "1000000"])
def test_a_time_that_is_none_changes_nothing(cara, value):
    assert "as a time" in cara.says(f"/settings time {value}")
    assert "the usual" in cara.says("/settings")


@pytest.mark.parametrize("said", ["I'm sure", "b, I'm sure", "definitely b", "sure b", "B for sure"])
def test_sure_can_be_said_before_or_with_the_answer(cara, database, said):
    cara.says("/quiz 2 hcpcs")
    letter = cara.letter(right=False)
    if said == "I'm sure":
        shown = cara.taps(said)
        assert "you are sure" in shown.text.splitlines()[0]
        assert shown.replies[0].replaces
        assert "I'm sure" not in shown.labels
        cara.says(letter)
    else:
        cara.says(re.sub(r"\bb\b", letter, said, count=1, flags=re.IGNORECASE))
    assert "You were sure" in cara.last
    with database.reading() as connection:
        assert connection.execute(select(attempt.c.sure)).scalar() is True


def test_sure_and_wrong_makes_a_list_to_practise(cara):
    cara.says("/quiz 2 hcpcs")
    cara.says("i'm sure")
    name = asked(cara)
    cara.answers(right=False)
    cara.taps("Next")
    assert "you are sure" not in cara.last
    cara.answers(right=False)
    told = cara.says("/misses")
    assert told.facts["sure_but_wrong"] == 1
    assert "Sure but wrong: 1" in told
    cara.taps("Practise sure but wrong")
    assert asked(cara) == name
    cara.answers(right=True)
    assert "nothing of which you were sure and wrong" in cara.says("/quiz sure")


@pytest.mark.parametrize("said", ["/sure", "/sure 1 2", "/sure 99 1", "/sure x", "/sure 1 1"])
def test_sure_of_nothing_says_so(cara, said):
    cara.says("/quiz hcpcs 1")
    cara.answers()
    assert "sure of" in cara.says(said) or "answered already" in cara.last


def test_the_cause_of_a_miss_is_one_tap_and_counted(cara, database):
    cara.says("/quiz hcpcs 3")
    cara.answers(right=False)
    assert cara.last.labels[-5:-1] == ["Careless", "Look-up slip", "Did not know the rule", "Did not know it"]
    assert cara.taps("Look-up slip").facts["cause"] == "lookup"
    cara.taps("Next")
    cara.answers(right=False)
    assert cara.says("careless mistake").facts["cause"] == "careless"
    told = cara.says("what did i get wrong")
    assert told.facts["causes"] == {"careless": 1, "lookup": 1}
    cara.says("/continue")
    cara.answers(right=True)
    assert "was right, so there is no cause" in cara.says("careless")


def test_most_misses_of_one_kind_bring_advice(cara):
    cara.says("/quiz hcpcs 5")
    for _ in range(6):
        cara.answers(right=False)
        if "Did not know the rule" not in cara.last.labels:
            break
        following = next((choice.says for choice in cara.last.choices if choice.label == "Next"), None)
        cara.taps("Did not know the rule")
        if following is None:
            break
        cara.says(following)
    told = cara.says("/misses")
    assert "drills teach one rule at a time" in told
    assert "All drills" in told.labels


@pytest.mark.parametrize("said", ["/cause", "/cause bad", "/cause 1 1", "/cause 9 9 rule", "/cause rule", "/cause x y rule"])
def test_odd_causes_change_nothing(cara, said):
    assert cara.says(said).text
    assert "Nothing was missed" in cara.says("/misses")


def test_nobody_elses_miss_is_given_a_cause(cara, small, clock):
    cara.says("/quiz hcpcs 1")
    cara.answers(right=False)
    assert "not part of a round of yours" in Person(small, clock, "dan").says("/cause 1 1 rule")
    assert cara.says("/misses").facts["causes"] == {}


def test_the_menu_offers_the_ways_to_practise(cara):
    plays(cara, "/quiz 2 hcpcs", wrong={1})
    assert "Other practice" in cara.last.labels
    menu = cara.taps("Other practice")
    assert {"Weakest area", "Missed (1)", "New to me", "Flagged", "Sure but wrong", "Timed, as in the exam", "50 mixed", "By area"} <= set(
        menu.labels
    )
    assert "Question 1 of 1" in cara.taps("Missed")
    assert "Which area?" in cara.says("/quiz areas")


def test_each_option_with_a_code_opens_its_page_and_leads_back(ana, library, codebook):
    four = 0
    ana.says("/quiz icd10cm 20")
    while "Next" in ana.last.labels or four == 0:
        found = library.questions[asked(ana)] if not asked(ana).startswith("drill/") else ana.drills.find(asked(ana))
        single = [option for option in found.options if codebook.entry(option)]
        ana.answers()
        assert set(single) <= set(ana.last.labels)
        four += len(single) == 4
        if four and "Next" in ana.last.labels:
            break
        ana.taps("Next")
    ana.taps(single[0] if len(single) == 4 else next(label for label in ana.last.labels if codebook.entry(label)))
    assert ana.last.about[0].startswith("code/icd10cm/")
    assert "number" in ana.taps("Continue").facts


@pytest.mark.parametrize("said", ["skip", "flag", "second one", "b"])
def test_everything_can_be_said(cara, said):
    cara.says("/quiz hcpcs 3")
    assert cara.says(said).facts


def test_every_option_has_its_letter_in_words(cara):
    shown = cara.says("/quiz hcpcs 1")
    assert [line[0] for line in shown.text.splitlines() if line[1:3] == "  "] == ["A", "B", "C", "D"]
    verdict = cara.answers(right=False)
    assert verdict.text.startswith("**Wrong.** The answer is ")
    assert "(your answer)" in verdict
