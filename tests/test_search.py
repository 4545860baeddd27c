"""The search holds what it reached: floors a little below the figures of benchmarks/search.py."""

from datetime import date

import pytest

from benchmarks.queries import Judge, lay, nonsense, recall, tab_lines
from bot.codebook.shelf import ICD10CM

DAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def book(codebook):
    return codebook.books(ICD10CM)[-1]


@pytest.mark.parametrize(("half", "floor"), [("held", 0.93), ("tuning", 0.95)])
def test_lay_words_abbreviations_and_slips_find_the_code(book, half, floor):
    judge = Judge(book.searcher.arrays)
    queries = lay(half)
    assert len(queries) > 200
    found = recall(judge.rank(book.searcher, said, code) for said, code, _kind in queries)
    assert found[5] >= floor
    assert found[10] >= floor + 0.02
    assert not [said for said, _code, _kind in queries if not book.search(said).hits]


@pytest.mark.parametrize("half", ["held", "tuning"])
def test_what_means_no_code_gets_no_confident_hit(codebook, half):
    lines = nonsense(half)
    assert len(lines) == 200
    confident = [line for line in lines if codebook.search(line, DAY).sure]
    assert len(confident) <= 4, confident


def test_index_entries_find_their_codes(book, shared):
    judge = Judge(book.searcher.arrays)
    entries = judge.known((said, code) for said, code in tab_lines(shared / "index_queries_tuning.tsv")[::60])
    assert len(entries) > 300
    assert recall(judge.rank(book.searcher, *entry) for entry in entries)[10] >= 0.8


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("heart attack", "I21.9"),
        ("sugar diabetes", "E11.9"),
        ("HTN", "I10"),
        ("CKD 3", "N18.30"),
        ("NSTEMI", "I21.4"),
        ("COPD w exac", "J44.1"),
        ("diarrhoea", "R19.7"),
        ("hay fever", "J30.1"),
        ("gerd without esophagitis", "K21.9"),
        ("broken hip", "S72.0"),
    ],
)
def test_what_coders_type_finds_the_code_they_check_first(book, said, code):
    found = [hit.matched.code for hit in book.search(said).hits[:3]] + [hit.entry.code for hit in book.search(said).hits[:3]]
    assert any(one.startswith(code) for one in found), found
