"""Drop from ``content/codes/sayings.tsv`` what earns nothing: a phrase whose code comes first without it, and clearly so.

A twelfth of the sayings is left out at a time, and each of them asked of a search that has the rest. What is dropped stays out
while the next twelfth is weighed, so that two phrases do not drop one another. Takes some minutes.
"""

from random import Random

from benchmarks.queries import ROOT, SEED, Judge, shelf, tab_lines, with_terms
from bot.codebook.arrays import make
from bot.codebook.ranking import read_ranking
from bot.codebook.search import Searcher

_FILE = ROOT / "content" / "codes" / "sayings.tsv"
_PARTS = 12
_CLEARLY = 2.0
"""How far the first must be ahead of the second, in units of the ranking; less may turn with a slip or another word."""


def main() -> None:
    """Weigh every saying, and write those that earn their place."""
    book = shelf()
    head = "".join(line for line in _FILE.read_text(encoding="utf-8").splitlines(keepends=True) if line.startswith("#"))
    sayings = [(said, code) for said, code in tab_lines(_FILE)]
    also = [one for one in book.said if one not in set(sayings)]  # synonyms, which stay
    order = sorted(sayings)
    Random(SEED).shuffle(order)
    kept, gone = dict.fromkeys(order), 0
    cost = {1: 0, 5: 0, 10: 0}
    for part in range(_PARTS):
        out = order[part::_PARTS]
        rest = [one for one in kept if one not in set(out)]
        arrays = make(with_terms(book.bare, [*also, *rest]))
        judge = Judge(arrays)
        searcher = Searcher(arrays, book.thesaurus, read_ranking())
        for one in out:
            rank = judge.rank(searcher, *one)
            best = searcher.search(one[0], 2)
            if rank == 1 and (len(best) < 2 or best[0].score - best[1].score > _CLEARLY):
                del kept[one]
                gone += 1
            for at in cost:
                cost[at] += not 1 <= rank <= at
        print(f"{part + 1} of {_PARTS}: {len(kept)} kept, {gone} dropped; without its line a code is not first {cost[1]}, "
              f"not among five {cost[5]}, not among ten {cost[10]} times", flush=True)  # fmt: skip
    _FILE.write_text(head + "".join(f"{said}\t{code}\n" for said, code in sorted(kept)), encoding="utf-8")


if __name__ == "__main__":
    main()
