"""The bank as a whole: what no single item shows. Likeness, letters, levels, second readings, mock exams."""

import re
from collections import Counter
from datetime import date
from random import Random

import pytest

from bot.learning.edition import Edition
from bot.library import mocks
from bot.library.check import check_content
from bot.library.check_bank import ALIKE, shares
from bot.library.check_bank import levels as levels_off
from bot.library.contents import Bank
from bot.library.question import MOCKS, Difficulty
from bot.library.readings import read_readings
from bot.library.shelf import Library
from bot.library.stats import sheets
from bot.matching import alike
from bot.tutor import Tutor
from tests.conftest import CONTENT, Person
from tests.writing import case, content, question

TODAY = date(2026, 11, 22)
AREAS = tuple(re.findall(r'^slug = "([a-z0-9-]+)"\n.*\nquestions', (CONTENT / "blueprint.toml").read_text(), re.MULTILINE))
LEVELS = ("easy",) * 2 + ("medium",) * 5 + ("hard",) * 3


def faults_of(folder, codebook, editions=()):
    return [str(fault) for fault in check_content(folder, codebook, TODAY, None, editions)]


# Likeness


def test_no_two_stems_that_ship_are_alike(library):
    assert alike([one.stem for one in library.questions.values() if one.case is None], ALIKE) == []


def test_a_stem_with_other_numbers_another_sex_and_its_sentences_turned_round_is_found(library):
    """The measure is honest only if it finds what a copy looks like: planted beside every tenth stem of the bank."""
    chance = Random(1)
    found = 0
    originals = [one.stem for one in library.questions.values() if one.case is None][::10]
    for stem in originals:
        copy = re.sub(r"\d+", lambda _match: str(chance.randint(1, 99)), stem)
        for word, other in (("woman", "man"), ("her ", "his "), ("she ", "he "), ("physician", "surgeon")):
            copy = copy.replace(word, other)
        sentences = re.split(r"(?<=[.?]) ", copy)
        found += bool(alike([stem, " ".join(chance.sample(sentences, len(sentences)))], ALIKE))
    assert found >= 0.98 * len(originals)


def test_alike_stems_are_a_fault_of_the_later(tmp_path, codebook):
    twin = question("anat-0002", number=1).replace("which one is", "which of them is")
    folder = content(tmp_path / "content", question("anat-0001", number=1) + twin)
    (fault,) = faults_of(folder, codebook)
    assert re.search(r"question anat-0002: its stem is 9\d % that of anat-0001; ask something else", fault)


# Letters, lengths, levels


def bank(letters="ABCD", levels=LEVELS, areas=AREAS, each=10):
    """Write a bank with ``each`` questions an area."""
    written, number = [], 0
    for area in areas:
        for place in range(each):
            letter = letters[number % len(letters)]
            short = re.sub(r"[^a-z]", "", area)[:6]
            written.append(question(f"{short}-{place:04}", area, levels[place % len(levels)], letter, number))
            number += 1
    return "".join(written)


def test_shares_are_faults_of_the_whole(tmp_path, codebook):
    folder = content(tmp_path / "content", bank(letters="AABC", levels=("easy",)))
    said = [fault for fault in faults_of(folder, codebook) if "all questions" in fault]
    assert any("A is the key of 50.0 %; 23 to 27 % are wanted" in fault for fault in said)
    assert any("D is the key of 0.0 %" in fault for fault in said)
    assert any("100.0 % are easy; 20 % are wanted" in fault for fault in said)
    assert len(said) == 5  # A, D, and each level


def test_keys_that_are_the_longest_option_are_counted(library):
    some = [one for one in library.questions.values() if one.key == 0][:100]
    told = list(shares(some))
    assert any("A is the key of 100.0 %" in what for what in told)


def test_a_small_bank_has_no_shares(tmp_path, codebook):
    assert faults_of(content(tmp_path / "content", bank(letters="A", areas=AREAS[:3])), codebook) == []


# Second readings


def readings(folder, *lines):
    (folder / "second-readings.tsv").write_text("\n".join(["question\tarea\tkey\tread\tconfidence\tday\tnote", *lines, ""]))


def test_every_item_needs_a_reading_that_agrees(tmp_path, codebook):
    folder = content(
        tmp_path / "content", "".join(question(f"anat-000{n}", number=n, key="B") for n in range(1, 6)), case("case-0001", 3, number=20)
    )
    readings(
        folder,
        "anat-0001\tanatomy\tB\tB\thigh\t2026-11-22\t",
        "anat-0002\tanatomy\tB\tC\tlow\t2026-11-22\tC fits too",
        "anat-0003\tanatomy\tA\tA\thigh\t2026-11-22\t",
        "anat-0004\tanatomy\tB\tD\thigh\t2026-11-22\t",
        "anat-0004\tanatomy\tB\tB\thigh\t2026-11-23\tmended",
        "gone-0001\tanatomy\tB\tA\thigh\t2026-11-22\tdropped",
        *(f"case-0001-{n}\tcases\t{'ABCD'[n]}\t{'ABCD'[n]}\thigh\t2026-11-22\t" for n in (1, 2)),
    )
    said = {re.search(r"([a-z]+-\d{4}(?:-\d)?): ", fault)[1]: fault.split(": ", 1)[1] for fault in faults_of(folder, codebook)}
    assert said == {
        "anat-0002": "the second reader chose C, the key is B; mend or drop it and have it read again",
        "anat-0003": "its key was A when it was read and is B now; have it read again",
        "anat-0005": "it has no second reading; have it answered blind and add a line to second-readings.tsv",
        "case-0001-3": "it has no second reading; have it answered blind and add a line to second-readings.tsv",
    }


def test_a_line_that_is_no_reading_is_a_fault(tmp_path, codebook):
    folder = content(tmp_path / "content", question("anat-0001"))
    readings(folder, "anat-0001\tanatomy\tA\tA\thigh\t2026-11-22\t", "anat-0001 A A")
    (fault,) = faults_of(folder, codebook)
    assert fault.startswith("content/second-readings.tsv, line 3: write question, area, key")


def test_a_large_bank_without_a_log_is_not_read(tmp_path, codebook):
    assert sum("no second reading" in fault for fault in faults_of(content(tmp_path / "content", bank()), codebook)) == 180


# Mock exams


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """Thirty questions an area, uneven letters, and sixteen cases: a bank from which three mock exams can be taken."""
    cases = "".join(case(f"case-{n:04}", 3 + n % 4, number=5000 + 10 * n) for n in range(1, 17))
    return content(tmp_path_factory.mktemp("large") / "content", bank("AAABCD", each=30), cases)


@pytest.fixture(scope="module")
def shelf(large):
    return Library(large)


@pytest.fixture(scope="module")
def chosen(shelf):
    return mocks.propose(shelf.questions, shelf.cases.values(), shelf.areas)


def written_out(shelf, chosen, number):
    names = [name for name, mock in chosen.items() if mock == number]
    return [
        shelf.questions[one]
        for name in names
        for one in (shelf.cases[name.removeprefix("case/")].questions if name.startswith("case/") else (name,))
    ]


@pytest.mark.parametrize("number", MOCKS)
def test_a_proposed_mock_is_the_exam_in_small(shelf, chosen, number):
    mine = written_out(shelf, chosen, number)
    assert Counter(one.area for one in mine) == {slug: area.questions for slug, area in shelf.areas.items()}
    levels = Counter(one.difficulty for one in mine)
    assert levels == {Difficulty.EASY: 20, Difficulty.MEDIUM: 50, Difficulty.HARD: 30}
    assert [*shares(mine), *levels_off(mine)] == []
    assert sum(name.startswith("case/") and mock == number for name, mock in chosen.items()) in (1, 2)


def test_no_item_is_in_two_mocks_and_most_are_left_for_practice(shelf, chosen):
    every = [one.id for number in MOCKS for one in written_out(shelf, chosen, number)]
    assert len(every) == len(set(every)) == 300
    assert len(shelf.cases) - sum(name.startswith("case/") for name in chosen) >= 12


def test_a_proposal_is_the_same_each_time_and_another_by_another_number(shelf, chosen):
    assert mocks.propose(shelf.questions, shelf.cases.values(), shelf.areas) == chosen
    assert mocks.propose(shelf.questions, shelf.cases.values(), shelf.areas, seed=2) != chosen


def test_too_few_questions_are_said(tmp_path):
    shelf = Library(content(tmp_path / "content", bank(each=10)))
    with pytest.raises(mocks.TooFewError, match="cases has too few questions for 3 mock exams; each needs 10"):
        mocks.propose(shelf.questions, (), shelf.areas)


@pytest.fixture(scope="module")
def with_mocks(large, chosen):
    """The texts of the large bank with its mock exams set aside."""
    texts = {part: (large / part / "one.toml").read_text() for part in ("questions", "cases")}
    for name, number in chosen.items():
        table, part = ("case", "cases") if name.startswith("case/") else ("question", "questions")
        texts[part] = mocks.with_mock(texts[part], table, name.removeprefix("case/"), number)
    return texts


@pytest.fixture
def aside(with_mocks, tmp_path):
    """A folder of its own with them."""
    return content(tmp_path / "content", with_mocks["questions"], with_mocks["cases"])


def of_mocks(folder, codebook, editions=()):
    return [fault for fault in faults_of(folder, codebook, editions) if "mock exam" in fault]


def test_the_library_gives_a_mock_in_the_order_of_the_exam(aside, chosen):
    shelf = Library(aside)
    for number in MOCKS:
        names = shelf.mock(number)
        assert set(names) == {one.id for one in written_out(shelf, chosen, number)}
        areas = [shelf.questions[name].area for name in names]
        assert areas == sorted(areas, key=list(shelf.areas).index)
        for found in (found for found in shelf.cases.values() if found.mock == number):
            start = names.index(found.questions[0])
            assert names[start : start + len(found.questions)] == found.questions, "a case is asked as a whole"
    assert shelf.mock(4) == ()


def test_mocks_that_are_as_the_exam_have_no_fault(aside, codebook):
    assert of_mocks(aside, codebook) == []


def test_a_missing_question_is_counted_in_its_area(aside, codebook):
    path = aside / "questions" / "one.toml"
    path.write_text(path.read_text().replace("mock = 2\n", "", 1))
    (fault,) = of_mocks(aside, codebook)
    assert re.fullmatch(r"content/questions, mock exam 2: in the edition of 2026 it has integumentary 5 of 6; mend .*", fault)


def test_letters_of_a_mock_are_held_against_each_other(aside, codebook):
    path = aside / "questions" / "one.toml"
    path.write_text(re.sub(r"(mock = 1\n(?:.*\n)*?)key = \"[ABCD]\"", r'\1key = "A"', path.read_text()))
    assert any("mock exam 1: in the edition of 2026 A is the key of" in fault for fault in of_mocks(aside, codebook))


def test_a_mock_must_be_whole_in_each_edition(aside, codebook):
    """An item ends with an edition and another takes its place: whole in both. Without the other it is not in the second."""
    editions = (Edition(2026).day, Edition(2027).day)
    path = aside / "questions" / "one.toml"
    text = path.read_text()
    ended = text.replace("mock = 1\n", "mock = 1\nvalid_to = 2026-09-30\n", 1)
    path.write_text(ended)
    (fault,) = of_mocks(aside, codebook, editions)
    assert "in the edition of 2027 it has integumentary 5 of 6" in fault
    name = re.search(r'id = "([a-z-]+\d+)"\nmock = 1\nvalid_to', ended)[1]
    key = re.search(rf'id = "{name}"\n(?:.*\n)*?key = "([ABCD])"', ended)[1]
    level = re.search(rf'id = "{name}"\n(?:.*\n)*?difficulty = "([a-z]+)"', ended)[1]
    new = question("newone-0001", "integumentary", level, key, 9999).replace("2024-10-01", "2026-10-01")
    path.write_text(ended + mocks.with_mock(new, "question", "newone-0001", 1))
    assert of_mocks(aside, codebook, editions) == []
    shelf = Library(aside)
    assert name in shelf.mock(1, editions[0])
    assert "newone-0001" not in shelf.mock(1, editions[0])
    assert name not in shelf.mock(1, editions[1])
    assert "newone-0001" in shelf.mock(1, editions[1])


def test_what_is_set_aside_is_never_practised(aside, database, codebook, clock):
    shelf = Library(aside)
    hidden = {name for number in MOCKS for name in shelf.mock(number)}
    ana = Person(Tutor(database, shelf, codebook, seed=1), clock, "ana")
    seen = set()

    def go_through():
        while "Skip" in ana.last.labels:
            seen.add(ana.last.about[0].removeprefix("question/"))
            ana.taps("Skip")

    for said in ("/quiz 50", "/quiz integumentary 50", "/quiz cases 50", "/case"):
        ana.says(said)
        go_through()
    for _ in range(5):
        seen.add(ana.says("/daily").about[0].removeprefix("question/"))
        clock.sleeps(days=1)
    assert len(seen) > 100
    assert not seen & hidden


# Counting


def test_the_counts_are_those_of_the_files(aside, chosen):
    shelf = Library(aside)
    readings(aside, *(f"{name}\tanatomy\tA\t{'A' if n else 'B'}\thigh\t2026-11-22\t" for n, name in enumerate(list(shelf.questions)[:4])))
    by_area, of_mock, whole = sheets(
        aside, shelf.areas, Bank(tuple(shelf.questions.values()), tuple(shelf.cases.values())), tuple(shelf.topics.values())
    )
    rows = {row[0]: row for row in by_area.rows}
    assert rows["integumentary"] == ("integumentary", "30", "6", "15", "9", "18", "4", "75.0 %", "6")
    assert rows["all areas"][1] == str(len(shelf.questions))
    assert [row[1:5] for row in of_mock.rows] == [("100", "20", "50", "30")] * 3
    assert {row[-1] for row in of_mock.rows} == {"as the exam"}
    said = dict(whole.rows)
    assert said["cases"] == f"16, of which {16 - sum(name.startswith('case/') for name in chosen)} for practice"
    assert said["without a second reading"].startswith(
        str(len(shelf.questions) - len([1 for q in list(shelf.questions.values())[1:4] if q.key == 0]))
    )


def test_the_log_that_ships_is_of_the_items_that_ship(library):
    faults = []
    assert len(read_readings(CONTENT, faults)) >= 798
    assert faults == []
