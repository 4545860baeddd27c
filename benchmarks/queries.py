"""The queries that the search is fitted on and measured by, the index of the package, and what counts as a hit.

From ``TUTOR_SHARED``: Alphabetic Index entries of 2025 (a tuning list, and those that are not in it). From ``tests/data``: lay
queries, written by one person from the code and judged by another, half of them never tuned on; and lines that mean no code.
"""

import csv
import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from random import Random

import numpy as np

from bot.codebook.arrays import Arrays, Document, make
from bot.codebook.build import documents
from bot.codebook.ranking import Ranking, read_ranking
from bot.codebook.release import releases
from bot.codebook.search import Searcher
from bot.codebook.shelf import open_codebook
from bot.codebook.thesaurus import Thesaurus
from bot.library.codes import read_synonyms
from bot.library.shelf import Library

ROOT = Path(__file__).parent.parent
DATA = ROOT / "tests" / "data"
SEED = 7
Query = tuple[str, str]
"""What is typed, and the code that is meant."""


def shared() -> Path:
    """Return the folder of official files."""
    folder = os.environ.get("TUTOR_SHARED")
    if not folder:
        sys.exit("TUTOR_SHARED names no folder of official files; these figures need them")
    return Path(folder) / "data"


@dataclass(frozen=True)
class Shelf:
    """The embedded release, as documents, and the content beside it."""

    path: Path
    bare: list[Document]
    """The entries with the official words alone."""
    said: list[Query]
    """What people say, and for which code."""
    thesaurus: Thesaurus

    @cached_property
    def documents(self) -> list[Document]:
        """The entries as they are searched: with what people say."""
        return with_terms(self.bare, self.said)

    def searcher(
        self, *, documents: list[Document] | None = None, thesaurus: Thesaurus | None = None, ranking: Ranking | None = None
    ) -> Searcher:
        """Make a search over other documents or with another thesaurus."""
        arrays: Arrays = make(self.documents if documents is None else documents)
        return Searcher(arrays, self.thesaurus if thesaurus is None else thesaurus, ranking or read_ranking())


def shelf() -> Shelf:
    """Build the embedded release in a folder of its own, and read it."""
    folder = Path(tempfile.mkdtemp(prefix="tutor-bench-"))
    library = Library(ROOT / "content", folder / "cache")
    open_codebook([folder]).close()
    path = next(file.path for file in releases(folder) if file.release.codeset == "icd10cm")
    with sqlite3.connect(path) as db:
        said = [(phrase, code) for code, phrases in library.own_words.said.items() for phrase in phrases]
        return Shelf(path, list(documents(db)), said, library.thesaurus)


def index_entries() -> list[Query]:
    """Read the Alphabetic Index as printed: main term and subterms in a row, without nonessential modifiers."""
    path: list[str] = []
    found: dict[str, str] = {}
    with (shared() / "ICD10CM_2025_Index.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            path = [*path[: int(row["Level"])], row["Term"]]
            code = row["Code"].strip().rstrip("-").rstrip(".")
            if code:
                found.setdefault(" ".join(path), code)
    return list(found.items())


def tuning_entries() -> list[Query]:
    """Read the index entries that may be tuned on."""
    return [(said, code) for said, code in tab_lines(shared() / "index_queries_tuning.tsv")]


def held_out_entries(count: int = 3000) -> list[Query]:
    """Draw index entries that nothing was tuned on."""
    tuned = {said for said, _code in tuning_entries()}
    held = [entry for entry in index_entries() if entry[0] not in tuned]
    return Random(SEED).sample(held, count)


def inclusion_terms(shelf: Shelf, count: int = 3000) -> list[tuple[Query, int]]:
    """Draw inclusion terms, each with the place of the document that holds it."""
    every = [((phrase, document.code), place) for place, document in enumerate(shelf.documents) for phrase in document.phrases]
    return Random(SEED).sample(every, count)


def lay(half: str) -> list[tuple[str, str, str]]:
    """Read the judged queries of one half, ``tuning`` or ``held``: what is typed, the code, the kind of query."""
    return [(said, code, kind) for code, said, kind, which in tab_lines(DATA / "lay-queries.tsv") if which == half]


def training() -> list[Query]:
    """Read the lay phrases that the search may learn from."""
    return [(said, code) for said, code in tab_lines(ROOT / "benchmarks" / "lay-training.tsv")]


def synonyms() -> list[tuple[str, str, str]]:
    """Read phrase, meaning and code of every synonym; a building block has no code."""
    return [(one.phrase, one.meaning, one.code.strip("-")) for one in read_synonyms(ROOT / "content", [])]


def nonsense(half: str) -> list[str]:
    """Read lines that mean no code, those of one half."""
    return [line for line, which in tab_lines(DATA / "nonsense.tsv") if which == half]


def tab_lines(path: Path) -> list[list[str]]:
    """Read a table whose lines may be remarks."""
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def with_terms(documents: list[Document], entries: Iterable[Query], *, ways: bool = False) -> list[Document]:
    """Add what is said, or ways of the index, to the documents that they lead to."""
    codes = {one.code for one in documents}
    more: dict[str, list[str]] = {}
    for said, code in entries:
        more.setdefault(base(code, codes), []).append(said)
    if ways:
        return [replace(one, ways=(*one.ways, *more.get(one.code, ()))) for one in documents]
    return [replace(one, phrases=(*one.phrases, *more.get(one.code, ()))) for one in documents]


def base(code: str, known: Container[str]) -> str:
    """Return the entry that a code with a 7th character extends; other codes stay as they are."""
    flat = code.replace(".", "")
    if code in known or len(flat) != 7:
        return code
    plain = flat[:6].rstrip("X")
    return plain if len(plain) <= 3 else f"{plain[:3]}.{plain[3:]}"


class Judge:
    """Say whether a found entry is a hit: the wanted code, or one that differs in side, encounter or "unspecified" only."""

    def __init__(self, arrays: Arrays) -> None:
        self._place = {code: place for place, code in enumerate(arrays.code.astype(str).tolist())}
        self._family = arrays.family

    def family(self, code: str) -> int | None:
        """Find the family of a code, also of one with its 7th character; None where the release does not have it."""
        place = self._place.get(base(code, self._place))
        return None if place is None else int(self._family[place])

    def rank(self, searcher: Searcher, said: str, code: str, limit: int = 10) -> int:
        """Return the rank of the first hit from 1, 0 where none of the best ``limit`` is one."""
        wanted = self.family(code)
        for number, result in enumerate(searcher.search(said, limit), 1):
            if wanted is not None and int(self._family[result.place]) == wanted:
                return number
        return 0

    def known(self, entries: Iterable[Query]) -> list[Query]:
        """Leave out what leads to a code that the release does not have."""
        return [entry for entry in entries if self.family(entry[1]) is not None]


def recall(ranks: Iterable[int]) -> dict[int, float]:
    """Return the shares of ranks within 1, 5 and 10."""
    every = np.array(list(ranks))
    return {at: float(((every > 0) & (every <= at)).mean()) for at in (1, 5, 10)}


def misspelt(said: str, chance: Random) -> str:
    """Make one typo in the longest word: a letter dropped, doubled, swapped with the next, or its neighbour on the keys."""
    longest = max(said.split(), key=len)
    if len(longest) < 4:
        return said
    at = chance.randrange(1, len(longest) - 1)
    kind = chance.choice(("drop", "double", "swap", "near"))
    letter = longest[at].lower()
    near = _KEYS.get(letter, "e")
    wrong = {
        "drop": longest[:at] + longest[at + 1 :],
        "double": longest[:at] + longest[at] + longest[at:],
        "swap": longest[:at] + longest[at + 1] + longest[at] + longest[at + 2 :],
        "near": longest[:at] + chance.choice(near) + longest[at + 1 :],
    }[kind]
    return said.replace(longest, wrong, 1)


_KEYS = {
    letter: row[max(place - 1, 0) : place] + row[place + 1 : place + 2]
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    for place, letter in enumerate(row)
}


def show(title: str, figures: dict[int, float], more: str = "") -> None:
    """Print a line of shares."""
    print(f"{title:58} @1 {figures[1]:.3f}   @5 {figures[5]:.3f}   @10 {figures[10]:.3f}   {more}", flush=True)


def ranks(judge: Judge, searcher: Searcher, queries: Iterable[Query], change: Callable[[str], str] = str) -> list[int]:
    """Rank the wanted code of each query."""
    return [judge.rank(searcher, change(said), code) for said, code in queries]
