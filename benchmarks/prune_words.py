"""Drop from ``content/codes/related.tsv`` and ``synonyms.tsv`` what earns nothing, line by line.

Asked are the phrases that the search may learn from (lay training, the tuning list of Alphabetic Index entries) and the tuning
half of the lay queries. Sayings are asked of a search that lacks the third of the sayings they are in: a phrase that finds
itself says nothing of what else would be found by the words beside it.

1. Lines are weighed one after another, those that the fewest phrases touch first. Only the phrases whose reading touches a
   line are asked again without it. It stays if they are worth less without it: a phrase is worth one over the rank of its
   code, and a little more the further its code is ahead, up to where a slip or another word would not turn it.
2. What is dropped stays out while the next is weighed, so that two lines that stand in for one another do not both go.
3. After each batch the tuning half of the lay queries, and a part of the tuning list, are asked of the whole search. Where they
   are worth less than before, the batch is halved until the lines that cost it are found, and these come back.

    TUTOR_SHARED=… .venv/bin/python -m benchmarks.prune_words related    # or: synonyms
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
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

_NOTHING, _LITTLE = 0.01, 0.005
"""What a line must be worth at least to the phrases that touch it; what a batch may cost the whole search at most."""

_BATCH = 400


class Touched(dict[str, str]):
    """A list of a thesaurus that notes which of its lines were read, and can be read as if one were not there."""

    def __init__(self, lines: dict[str, str]) -> None:
        super().__init__(lines)
        self.touched: set[str] = set()
        self.without: set[str] = set()

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


def touching(searcher: Searcher, said: str, watched: list[Touched]) -> set[str]:
    """List the lines that the readings of a phrase touch."""
    for each in watched:
        each.touched.clear()
    list(searcher.reader.readings(said))
    return set().union(*(each.touched for each in watched))


class Weighing:
    """Which phrases touch which lines, and what they are worth with what was dropped so far left out."""

    def __init__(self, every: list[Fold], watched: list[Touched]) -> None:
        self._chance = Random(SEED)
        self._watched = watched
        self.by: dict[str, list[tuple[Fold, Query]]] = defaultdict(list)
        self._now: dict[tuple[int, Query], float] = {}
        for fold in every:
            for one in fold.asked:
                for name in touching(fold.searcher, one[0], watched):
                    self.by[name].append((fold, one))

    def leave_out(self, keys: Iterable[str], *, back: bool = False) -> None:
        """Read the lists as if lines were not there, or were there again."""
        for each in self._watched:
            each.without = each.without - set(keys) if back else each.without | set(keys)

    def gain(self, keys: tuple[str, ...]) -> float:
        """Compute what a line is worth to the phrases that touch it; it stays out where that is nothing."""
        every = list(dict.fromkeys(one for name in keys for one in self.by.get(name, ())))
        asked = self._chance.sample(every, _ASKED) if len(every) > _ASKED else every
        for fold, one in asked:
            if (id(fold), one) not in self._now:
                self._now[id(fold), one] = fold.worth(one)
        self.leave_out(keys)
        without = {(id(fold), one): fold.worth(one) for fold, one in asked}
        gain = sum(self._now[at] - value for at, value in without.items())
        if gain > _NOTHING:
            self.leave_out(keys, back=True)
        else:
            for fold, one in every:
                self._now.pop((id(fold), one), None)
            self._now.update(without)
        return gain


class Whole:
    """The search as it is, and what the queries that a batch must not cost are worth to it."""

    def __init__(self, book: Shelf, thesaurus: Thesaurus, watched: list[Touched]) -> None:
        self._searcher = Searcher(make(book.documents), thesaurus, read_ranking())
        self._judge = Judge(self._searcher.arrays)
        spoken = [(said, code) for said, code, _kind in lay("tuning")]
        self._kinds = [self._judge.known(spoken), self._judge.known(tuning_entries()[::8])]
        self._by: dict[str, set[tuple[int, Query]]] = defaultdict(set)
        for kind, queries in enumerate(self._kinds):
            for one in queries:
                for name in touching(self._searcher, one[0], watched):
                    self._by[name].add((kind, one))

    def worth(self, keys: Iterable[str]) -> tuple[float, float]:
        """Add up what the queries of either kind are worth that touch lines."""
        found = [0.0, 0.0]
        for kind, one in sorted(set().union(*(self._by.get(name, set()) for name in keys))):
            found[kind] += worth(self._judge, self._searcher, one)
        return found[0], found[1]


def bring_back(weighing: Weighing, whole: Whole, lines: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Find which of the lines that were just dropped cost something together; these are there again afterwards."""
    keys = [name for line in lines for name in line]
    without = whole.worth(keys)
    weighing.leave_out(keys, back=True)
    before = whole.worth(keys)
    if all(now >= then - _LITTLE for now, then in zip(without, before, strict=True)):
        weighing.leave_out(keys)
        return []
    if len(lines) == 1:
        return lines
    found = []
    for half in (lines[: len(lines) // 2], lines[len(lines) // 2 :]):
        weighing.leave_out(name for line in half for name in line)
        found += bring_back(weighing, whole, half)
    return found


def dropped(weighing: Weighing, whole: Whole, lines: dict[str, tuple[str, ...]], stay: Callable[[str], bool]) -> set[str]:
    """Weigh lines, given with their keys, and return those that earn nothing."""
    order = sorted(lines, key=lambda line: (sum(len(weighing.by.get(name, ())) for name in lines[line]), line))
    gone: set[str] = set()
    for begin in range(0, len(order), _BATCH):
        out = [line for line in order[begin : begin + _BATCH] if weighing.gain(lines[line]) <= _NOTHING]
        needed = [line for line in out if stay(line)]
        weighing.leave_out((name for line in needed for name in lines[line]), back=True)
        out = [line for line in out if line not in set(needed)]
        back = set(bring_back(weighing, whole, [lines[line] for line in out])) if out else set()
        gone.update(line for line in out if lines[line] not in back)
        print(f"  {min(begin + _BATCH, len(order))} of {len(order)} lines weighed, {len(gone)} dropped, {len(back)} came back", flush=True)
    return gone


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
    thesaurus = replace(book.thesaurus, beside=beside)
    weighing, whole = Weighing(folds(book, thesaurus), [beside]), Whole(book, thesaurus, [beside])
    gone = dropped(weighing, whole, {line: (line,) for line in beside}, lambda _line: False)
    rewrite(ROOT / "content" / "codes" / "related.tsv", lambda parts: stem(split(parts[0])[0]) not in gone)


def prune_synonyms(book: Shelf) -> None:
    """Weigh the synonyms: what each is worth as a reading, and whether its own phrase clearly finds its code without it."""
    spelled, stems = Touched(book.thesaurus.spelled), Touched(book.thesaurus.stems)
    path = ROOT / "content" / "codes" / "synonyms.tsv"
    codes = {parts[0]: parts[2] for parts in tab_lines(path)}
    keys = {phrase: (" ".join(split(phrase)), " ".join(map(stem, split(phrase)))) for phrase in codes}
    thesaurus = replace(book.thesaurus, spelled=spelled, stems=stems)
    every = folds(book, thesaurus)
    weighing, whole = Weighing(every, [spelled, stems]), Whole(book, thesaurus, [spelled, stems])

    def needed(phrase: str) -> bool:
        """Say whether a phrase does not clearly find its code without its line, in the search that lacks it as a saying, too."""
        one = phrase, codes[phrase]
        fold = next((each for each in every if one in each.known), None)
        return codes[phrase] != "-" and (fold is None or fold.worth(one) < 1 + _LEAD - 1e-6)

    gone = dropped(weighing, whole, keys, needed)
    rewrite(path, lambda parts: parts[0] not in gone)


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
