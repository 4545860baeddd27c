"""What is said in distress, what is not given, and what only sounds like either: lists in tests/data/guard, one phrasing a line."""

from pathlib import Path

import pytest

from bot import guard

LISTS = Path(__file__).parent / "data" / "guard"


def lines(name):
    return (LISTS / f"{name}.txt").read_text().splitlines()


@pytest.mark.parametrize("kind", ["crisis", "danger"])
def test_an_emergency_is_heard_also_misspelt_and_indirect(kind):
    said = lines(kind)
    assert len(said) >= 50
    assert [one for one in said if guard.emergency(one) != kind] == []


@pytest.mark.parametrize("kind", ["cheating", "fraud", "advice", "law", "bill"])
def test_what_is_not_given_is_refused(kind):
    said = lines(kind)
    assert len(said) >= {"bill": 10, "law": 40}.get(kind, 50)
    assert [one for one in said if guard.refusal(one) != kind or guard.emergency(one)] == []


def test_what_only_sounds_like_it_is_left_alone():
    said = lines("innocent")
    assert len(said) >= 150
    assert [one for one in said if guard.emergency(one) or guard.refusal(one)] == []


def test_our_own_wordings_and_what_is_looked_up_are_never_taken_for_an_emergency(library):
    """Every way to ask that we teach, and every look-up; fear of an exam is none either."""
    assert [wording for _topic, wording in library.wordings if guard.emergency(wording)] == []


def test_our_own_topics_are_not_refused(library):
    refused = {wording for topic, wording in library.wordings if topic in library.topics and guard.refusal(wording)}
    # To these the refusal is the answer: it says why, and where to go instead.
    assert refused <= {
        "are exam dumps legit",
        "where can i download the cpt book",
        "is there a legal pdf of the cpt manual",
        "fake certificate",
    }


def test_a_long_text_is_read_to_its_end():
    assert guard.emergency("I studied all week. " * 150 + "I want to die.") == "crisis"
    assert guard.refusal("I studied all week. " * 150 + "Where do I get cpc dumps?") == "cheating"


@pytest.mark.parametrize(
    ("said", "about", "leads_to"),
    [
        ("i feel like ending it all", "guard/emergency", None),
        ("my chest hurts what should i do", "guard/emergency", None),
        ("cpc dumps 2026 pdf free download", "guard/refusal", "question/"),
        ("write a fake experience letter so aapc removes my A", "guard/refusal", "question/"),
        ("can i sue my school", "guard/refusal", "faq/compliance_law"),
        ("fix my hospital bill", "guard/refusal", "faq/coder_vs_biller"),
    ],
)
def test_every_refusal_offers_what_is_honest(ana, said, about, leads_to):
    answer = ana.says(said)
    assert answer.about == [about]
    if leads_to:
        assert ana.taps(answer.labels[0]).about[0].startswith(leads_to)


@pytest.mark.parametrize(
    "said", ["suicide attempt", "suicide attempt icd-10 code", "chest pain", "chest pain code", "heart attack", "overdose code"]
)
def test_a_condition_by_name_is_looked_up(ana, said):
    assert ana.says(said).about[0].startswith("code/icd10cm/")
