"""Drop from ``content/codes/related.tsv`` and ``synonyms.tsv`` what earns nothing, line by line.

Asked are the phrases that the search may learn from (lay training, the tuning list of Alphabetic Index entries) and the tuning
half of the lay queries. Sayings are asked of a search that lacks the third of the sayings they are in: a phrase that finds
itself says nothing of what else would be found by the words beside it. Each line is left out by itself, and only the
phrases whose reading touches it are asked again. It stays if they are worth less without it: a phrase is worth one over
the rank of its code, and a little more the further its code is ahead, up to where a slip or another word would not turn it.

    TUTOR_SHARED=… .venv/bin/python -m benchmarks.prune_words related    # or: synonyms
"""

import sys
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

from benchmarks.queries import ROOT, SEED, Judge, Query, Shelf, lay, recall, shelf, show, tab_lines, training, tuning_entries, with_terms
from bot.codebook.arrays import make
from bot.codebook.ranking import read_ranking
from bot.codebook.search import Searcher
from bot.codebook.thesaurus import Thesaurus
from bot.codebook.words import split, stem

_FOLDS = 3
_ASKED = 10
"""Phrases asked for one line at most, drawn by chance."""

_CLEARLY = 2.0
"""How far the first must be ahead of the second to be clearly first, in units of the ranking."""

_LEAD = 0.1
"""What being clearly first is worth beside being first."""


class Touched(dict[str, str]):
    """A list of a thesaurus that notes which of its lines were read, and can be read as if one were not there."""

    def __init__(self, lines: dict[str, str]) -> None:
        super().__init__(lines)
        self.touched: set[str] = set()
        self.without: frozenset[str] = frozenset()

    def get(self, key: str, default: str | None = None) -> str | None:  # type: ignore[override]  # a dict has three forms of it
        """Read a line."""
        found = super().get(key, default)
        if found is not None:
            self.touched.add(key)
            return default if key in self.without else found
        return found

    def __contains__(self, key: object) -> bool:
        return super().__contains__(key) and key not in self.without


def worth(judge: Judge, searcher: Searcher, one: Query) -> float:
    """Say what the search makes of a phrase: one over the rank of its code, and a little for a clear lead."""
    wanted = judge.family(one[1])
    found = searcher.search(one[0], 10)
    for rank, result in enumerate(found, 1):
        if int(searcher.arrays.family[result.place]) == wanted:
            lead = found[0].score - found[1].score if rank == 1 and len(found) > 1 else _CLEARLY * (rank == 1)
            return 1 / rank + _LEAD * min(lead, _CLEARLY) / _CLEARLY
    return 0.0


class Fold:
    """A search that lacks a third of the sayings, and the phrases that are asked of it."""

    def __init__(self, book: Shelf, said: list[Query], thesaurus: Thesaurus, asked: list[Query]) -> None:
        self.searcher = Searcher(make(with_terms(book.bare, said)), thesaurus, read_ranking())
        self.judge = Judge(self.searcher.arrays)
        self.asked = self.judge.known(asked)
        self.known = frozenset(self.asked)

    def worth(self, one: Query) -> float:
        """Say what the search makes of a phrase."""
        return worth(self.judge, self.searcher, one)


def folds(book: Shelf, thesaurus: Thesaurus) -> list[Fold]:
    """Deal the phrases out to searches that do not have them."""
    chance = Random(SEED)
    spoken = list(dict.fromkeys([*training(), *book.said]))
    chance.shuffle(spoken)
    others = [*tuning_entries(), *((said, code) for said, code, _kind in lay("tuning"))]
    found = []
    for number in range(_FOLDS):
        out = set(spoken[number::_FOLDS])
        found.append(Fold(book, [one for one in book.said if one not in out], thesaurus, [*sorted(out), *others[number::_FOLDS]]))
    return found


def weigh(every: list[Fold], lines: list[str], watched: list[Touched], key: Callable[[str], tuple[str, ...]]) -> dict[str, float]:
    """Compute for each line what it is worth to the phrases that touch it."""
    chance = Random(SEED)
    touching: dict[str, list[tuple[Fold, Query]]] = defaultdict(list)
    for fold in every:
        for one in fold.asked:
            for each in watched:
                each.touched.clear()
            list(fold.searcher.reader.readings(one[0]))
            for name in set().union(*(each.touched for each in watched)):
                touching[name].append((fold, one))
    print(f"{len(touching)} of {len(lines)} lines are touched", flush=True)
    before: dict[tuple[int, Query], float] = {}
    gains: dict[str, float] = {}
    for number, line in enumerate(lines):
        keys = key(line)
        asked = list(dict.fromkeys(one for name in keys for one in touching.get(name, ())))
        asked = chance.sample(asked, _ASKED) if len(asked) > _ASKED else asked
        gain = 0.0
        for fold, one in asked:
            at = id(fold), one
            if at not in before:
                before[at] = fold.worth(one)
            for each in watched:
                each.without = frozenset(keys)
            gain += before[at] - fold.worth(one)
            for each in watched:
                each.without = frozenset()
        gains[line] = gain
        if number % 500 == 0:
            kept = sum(one > 0.01 for one in gains.values())
            print(f"  {number} of {len(lines)} lines weighed, {kept} earn their place", flush=True)
    return gains


def report(book: Shelf, thesaurus: Thesaurus) -> None:
    """Print recall on the tuning half of the lay queries, and on a sample of the tuning list of the index."""
    searcher = Searcher(make(book.documents), thesaurus, read_ranking())
    judge = Judge(searcher.arrays)
    show("  lay queries, tuning half", recall(judge.rank(searcher, said, code) for said, code, _kind in lay("tuning")))
    show("  index entries, tuning list", recall(judge.rank(searcher, *one) for one in judge.known(tuning_entries()[::25])))


def rewrite(path: Path, keep: Callable[[list[str]], bool]) -> None:
    """Write a table anew with its remarks and the lines that stay."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    stay = [line for line in lines if line.startswith("#") or keep(line.rstrip("\n").split("\t"))]
    print(f"{path.name}: {sum(not line.startswith('#') for line in stay)} of {len(lines)} lines stay", flush=True)
    path.write_text("".join(stay), encoding="utf-8")


def prune_related(book: Shelf) -> None:
    """Weigh the lines of the related words."""
    beside = Touched(book.thesaurus.beside)
    gains = weigh(folds(book, replace(book.thesaurus, beside=beside)), sorted(beside), [beside], lambda line: (line,))
    rewrite(ROOT / "content" / "codes" / "related.tsv", lambda parts: gains[stem(split(parts[0])[0])] > 0.01)


def prune_synonyms(book: Shelf) -> None:
    """Weigh the synonyms: what each is worth as a reading, and whether its own phrase clearly finds its code without it."""
    spelled, stems = Touched(book.thesaurus.spelled), Touched(book.thesaurus.stems)
    path = ROOT / "content" / "codes" / "synonyms.tsv"
    phrases = [parts[0] for parts in tab_lines(path)]
    keys = {phrase: (" ".join(split(phrase)), " ".join(map(stem, split(phrase)))) for phrase in phrases}
    thesaurus = replace(book.thesaurus, spelled=spelled, stems=stems)
    every = folds(book, thesaurus)
    gains = weigh(every, phrases, [spelled, stems], lambda line: keys[line])
    needed = {phrase for phrase, _meaning, code in tab_lines(path) if code != "-" and not _alone(every, spelled, stems, phrase, code, keys)}
    print(f"{len(needed)} do not clearly find their code without their line", flush=True)
    rewrite(path, lambda parts: gains[parts[0]] > 0.01 or parts[0] in needed)


def _alone(every: list[Fold], spelled: Touched, stems: Touched, phrase: str, code: str, keys: dict[str, tuple[str, str]]) -> bool:
    """Say whether a phrase clearly finds its code without its line, in the search that lacks it as a saying, too."""
    fold = next((one for one in every if (phrase, code) in one.known), None)
    if fold is None:
        return False
    spelled.without = stems.without = frozenset(keys[phrase])
    found = fold.worth((phrase, code))
    spelled.without = stems.without = frozenset()
    return found >= 1 + _LEAD - 1e-6


def main() -> None:
    """Weigh the lines of one list, and write those that earn their place."""
    which = sys.argv[1] if len(sys.argv) > 1 else ""
    prune = {"related": prune_related, "synonyms": prune_synonyms}.get(which)
    if prune is None:
        sys.exit("which list? related or synonyms")
    book = shelf()
    report(book, book.thesaurus)
    prune(book)
    report(shelf(), shelf().thesaurus)


if __name__ == "__main__":
    main()
