"""The items of the drills: each has one right answer, each is the same for ever, and nothing typed breaks them."""

import ast
from collections import Counter
from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from bot.chat import LONGEST_TEXT
from bot.codebook.shelf import HCPCS, ICD10CM, open_codebook
from bot.library.drills.catalogue import BY_SLUG, FAMILIES, find, of_area
from bot.library.drills.family import Draft, Option
from bot.library.drills.proof import run
from bot.library.drills.proof.check import CHECKS
from bot.library.drills.shelf import LONGEST_ID, Drills, build, item_id
from bot.library.question import LETTERS
from bot.talk import preview

TODAY = date(2026, 11, 23)
ROOT = Path(__file__).parent.parent
ALWAYS = [family for family in FAMILIES if not family.two_releases]
GOLDEN = Path(__file__).parent / "data" / "drills.tsv"

every_family = pytest.mark.parametrize("family", ALWAYS, ids=lambda family: family.slug)


@pytest.fixture(scope="module")
def drills(codebook, library) -> Drills:
    return Drills(codebook, library.folder)


@pytest.fixture(scope="module")
def proof(codebook, drills):
    """The sources of the release that comes with the package, and the truth about it."""
    return run.pinned(codebook, drills)


def digest(question) -> str:
    return sha256("\n".join([question.stem, *question.options, LETTERS[question.key]]).encode()).hexdigest()[:16]


# What there is


def test_there_are_many_drills_and_each_has_many_items(proof):
    sources, _truth = proof
    distinct = {}
    for family in ALWAYS:
        found = set()
        for key in islice(family.keys(sources, 0.0), 3000):
            item = build(family, key, sources)
            if item:
                found.add((item.question.stem, frozenset(item.question.options)))
            if len(found) == run.LEAST:
                break
        distinct[family.slug] = len(found)
    assert len(distinct) >= 80
    assert {slug: count for slug, count in distinct.items() if count < run.LEAST} == {}


def test_the_catalogue_names_each_once(library):
    assert len(BY_SLUG) == len(FAMILIES)
    for family in FAMILIES:
        assert family.area in library.areas
        assert set(family.focus) <= set(library.focuses)
        assert find(family.slug) is find(family.title) is family
        assert all(find(word) is family for word in family.words), family.words
        assert len(f"drill/{family.slug}") <= 32, "the round keeps what it is about in 32 characters"
        assert family.rule.endswith(".")
        assert family.slug in CHECKS, "a family without a check of its own is not proved"
    taken = Counter(word for family in FAMILIES for word in {family.title.lower(), *family.words})
    assert [word for word, count in taken.items() if count > 1] == []


def test_every_focus_of_the_blueprint_has_its_drills(library):
    for focus, slug in (
        ("modifiers", "global-modifier"), ("diabetes", "diabetes"), ("seventh-character", "seventh-encounter"), ("excludes", "excludes"),
        ("units", "drug-units"),
    ):  # fmt: skip
        assert slug in {family.slug for family in of_area(focus)}, focus
    assert all(of_area(focus) for focus in library.focuses)


# One right answer


@every_family
def test_a_sample_has_exactly_one_right_answer_each(family, proof):
    sources, truth = proof
    count = run.sample(family, sources, truth, parts=4, each=5)
    assert count.items >= 10
    assert count.not_one == 0, count.faults[:3]
    assert count.faults == []


def test_the_proof_finds_what_is_wrong(proof):
    """The checks are worth something only if they notice: the key moved, a second right answer, a reason with marks."""
    sources, truth = proof
    family = BY_SLUG["laterality"]
    key = next(key for key in family.keys(sources, 0.0) if build(family, key, sources))
    made = family.make(sources, key)
    assert made is not None

    def proved(draft: Draft) -> run.Count:
        return run.prove(replace(family, make=lambda _sources, _key: draft), sources, truth, [key])

    first, *others = made.wrong
    assert proved(made).not_one == 0
    assert proved(replace(made, right=first, wrong=(made.right, *others))).not_one == 1
    assert proved(replace(made, says={**made.says, next(iter(made.says)): "what the stem never said"})).faults
    assert proved(replace(made, wrong=(replace(first, why="**Loud** and wrong."), *others))).faults


def test_a_second_right_answer_is_found(proof):
    """A valid code planted among those that are not is as right an answer as the key."""
    sources, truth = proof
    family = BY_SLUG["reportable"]
    key = next(key for key in family.keys(sources, 0.0) if build(family, key, sources))
    made = family.make(sources, key)
    assert made is not None
    other = next(code for code in truth.nodes if code[:3] == key[:3] and truth.valid(code) and code != made.right.text)
    planted = replace(made, wrong=(Option(other, "It is complete as well."), *made.wrong))
    assert run.prove(replace(family, make=lambda _sources, _key: planted), sources, truth, [key]).not_one == 1


def test_the_proof_stands_apart_from_what_it_proves():
    """It must not read what the generator reads: no families, no census, no wording."""
    for path in (ROOT / "bot/library/drills/proof").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [a.name for a in getattr(node, "names", ())]
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                assert not any("drills.families" in name or "census" in name or "wording" in name for name in names), path


def test_letters_give_nothing_away(proof):
    sources, truth = proof
    letters = Counter()
    for family in ALWAYS:
        count = run.sample(family, sources, truth, parts=3, each=3)
        for place, number in enumerate(count.letters):
            letters[place] += number
    total = sum(letters.values())
    assert all(0.2 <= letters[place] / total <= 0.3 for place in range(4)), letters


def test_the_long_run_works_on_a_few(cache, codebook):
    """The whole of it takes minutes: ``python -m tests.soak.drills``."""
    from tests.soak.drills import enumerate_all

    (line,) = enumerate_all([BY_SLUG["glasgow"]], 200, cache / "codes")
    assert line.count.distinct >= run.LEAST
    assert line.bad == 0, [*line.count.faults, *line.changed, *line.broke][:3]


# For ever the same


def test_items_are_what_they_were(drills):
    """What was asked must be what is graded, also after an update. HCPCS drills follow our list, which grows, so they are left out."""
    lines = [line.split("\t") for line in GOLDEN.read_text().splitlines() if not line.startswith("#")]
    assert {name.split("/")[1] for name, _digest in lines} >= {family.slug for family in ALWAYS if family.codeset != HCPCS}
    changed = [name for name, told in lines if (found := drills.find(name)) is None or digest(found) != told]
    assert changed == [], "these items changed; a round under way would be graded by another item than was asked"


def test_an_item_is_the_same_after_a_restart(cache, library, drills):
    names = drills.draw(ALWAYS, len(ALWAYS), TODAY, Random(3))
    book = open_codebook([cache / "codes"], library.thesaurus, library.own_words)
    again = Drills(book, library.folder)
    assert [again.find(name) for name in names] == [drills.find(name) for name in names]
    assert None not in [drills.find(name) for name in names]
    book.close()


@every_family
def test_an_id_fits_a_button_and_a_message_fits_a_chat(family, drills, proof, codebook, library):
    sources, _truth = proof
    for start in (0.1, 0.6):
        for key in islice(family.keys(sources, start), 10):
            item = build(family, key, sources)
            if item is None:
                continue
            name = item.question.id
            assert name == item_id(family, key, sources)
            assert len(name) <= LONGEST_ID
            assert len(f"/report {name} unclear".encode()) <= 64
            assert drills.find(name) == item.question
            assert preview.unfit(item.question, None, library.areas[family.area], codebook) == ""
            assert len(item.question.stem) < LONGEST_TEXT / 4


# Junk

JUNK = (
    "", "x", "-", "--", "1", "a-b", "a-b-c", "a-b-c-d", "9" * 12, "9" * 40, "-1", "é", "²", "0", "0-0-0", "m9.9", "t99-9", "E11.22--1",
    "S", "S.", ".", "S52.501A", "s52.501a", "S0.512-fall2", "J1100", "J1100-0", "1-2-3", "1e9", "nan", "RT", "I10-1", "xI10-0", "%00",
    "A00--", "a" * 40, "S03.03Xa", "O36.80X", "S31..21-n",
)  # fmt: skip


@every_family
def test_an_id_that_nobody_made_is_no_item_or_a_whole_one(family, drills, proof):
    """Ids come back from old buttons and can be typed: cut, twisted, made up."""
    sources, _truth = proof
    chance = Random(family.slug)
    twisted = set(JUNK)
    for key in islice(family.keys(sources, chance.random()), 6):
        for _ in range(8):
            place, letter = chance.randrange(len(key)), chance.choice("0123456789-.ABCXZaz²é/@ ")
            twisted |= {
                key[:place],
                key[:place] + letter + key[place:],
                key[:place] + letter + key[place + 1 :],
                key[:place] + key[place + 1 :],
            }
    tag = drills.draw([family], 1, TODAY, chance)[0].partition("@")[2]
    for key in sorted(twisted):
        for name in (f"drill/{family.slug}/{key}@{tag}", f"drill/{family.slug}/{key}"):
            item = drills.item(name)
            assert item is None or item.question.id.startswith(f"drill/{family.slug}/")


@pytest.mark.parametrize(
    "name", ["", "drill", "drill/", "drill//", "drill/nope/x", "laterality/S52.501A@2604", "drill/laterality", "drill/laterality/S52.501A",
             "drill/laterality/S52.501A@9999", "drill/laterality/S52.501A@", "drill/laterality/@2604", "drill/rule-of-nines/x@2604@2604"]
)  # fmt: skip
def test_an_unknown_id_is_no_item(drills, name):
    assert drills.find(name) is None
    assert drills.route(name) is None


# Drawing


def test_what_is_drawn_is_new_first_and_never_twice(drills):
    family = BY_SLUG["colon-screening"]
    every = drills.draw([family], 50, TODAY, Random(1))
    assert len(every) == len(set(every)) >= 30
    for seed in range(10):
        (one,) = drills.draw([family], 1, TODAY, Random(seed), lambda names: every[1:])
        assert one not in every[1:]
    assert len(drills.draw([family], 5, TODAY, Random(2), lambda names: every)) == 5, "where all were seen, old ones come again"


def test_chance_decides(drills):
    names = [drills.draw(ALWAYS, 10, TODAY, Random(seed)) for seed in (1, 1, 2)]
    assert names[0] == names[1] != names[2]
    assert len({name.split("/")[1] for name in names[0]}) == 10, "families take turns"


def test_what_is_drawn_is_from_all_over_the_book(drills):
    chapters = {name.split("/")[2][0] for name in drills.draw([BY_SLUG["reportable"]], 60, TODAY, Random(4))}
    assert len(chapters) >= 12


def test_a_family_that_needs_two_releases_is_not_offered_with_one(drills, codebook):
    assert len(codebook.books(ICD10CM)) == 1
    two = [family for family in FAMILIES if family.two_releases]
    assert two
    assert drills.offered(two, TODAY) == []
    assert drills.draw(two, 3, TODAY, Random(1)) == []
