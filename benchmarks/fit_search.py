"""Learn what the search knows: ``content/codes/related.tsv`` and ``bot/codebook/ranking.json``. Run it after a change to either.

1. Pairs of what is said and the code that is meant: the tuning list of Alphabetic Index entries, lay training phrases, our
   synonyms. Nothing that any figure is measured on.
2. Related words: where a word of a phrase is not in the entry it leads to, the words of the entry stand for it, the more the
   more often they go together, less what chance would give. A line stays if leaving it out makes those phrases worse.
3. The ranking: a small network on the features of candidates, learned by listwise softmax. The features of a third of the
   pairs are made with words related by the other two thirds, or the network would trust these too much.

Needs TUTOR_SHARED. Takes about ten minutes; the same input gives the same output.
"""

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.queries import (
    ROOT,
    SEED,
    Judge,
    Query,
    Shelf,
    base,
    lay,
    nonsense,
    recall,
    shelf,
    show,
    synonyms,
    training,
    tuning_entries,
    with_terms,
)
from bot.codebook.arrays import Arrays, make
from bot.codebook.ranking import Ranking, read_ranking
from bot.codebook.search import Searcher
from bot.codebook.thesaurus import Thesaurus, make_thesaurus, written
from bot.codebook.words import FILLER, split, stem

Array = NDArray[Any]
Lines = dict[str, dict[str, float]]
"""By word, as spelled: the words that stand for it, with weights up to 1."""

_WRONGLY_SURE = 4.0
_FEWEST, _MOST = 0.12, 5
_RELATED, _RANKING = ROOT / "content" / "codes" / "related.tsv", ROOT / "bot" / "codebook" / "ranking.json"
_HEAD = """\
# Words of coders and what stands for them in titles, with a weight up to 1: word, tab, "other=0.8 another=0.3".
# Learned by aligning phrases with the titles they lead to (benchmarks/fit_search.py makes this file). Each line earns its place:
# without it a phrase that may be learned from is found later or less clearly (benchmarks/prune_words.py, run after it).
"""


def spellings(shelf: Shelf, pairs: Iterable[Query]) -> dict[str, str]:
    """Find the most usual spelling of every stem."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for document in shelf.bare:
        for text in (document.title, *document.phrases, document.block):
            for word in split(text):
                seen[stem(word)][word] += 1
    for said, _code in pairs:
        for word in split(said):
            seen[stem(word)][word] += 1
    return {term: max(words.items(), key=lambda pair: (pair[1], pair[0]))[0] for term, words in seen.items()}


def mine(shelf: Shelf, pairs: Iterable[Query]) -> Lines:
    """Relate words of phrases to words of the entries that they lead to; both as stems."""
    place = {document.code: number for number, document in enumerate(shelf.bare)}
    held: list[set[str]] = []
    above: list[set[str]] = []
    for document in shelf.bare:
        own = {stem(word) for text in (document.title, *document.phrases) for word in split(text) if word not in FILLER}
        higher = (held[document.above] | above[document.above]) if document.above >= 0 else set()
        held.append(own)
        above.append(higher)
    together: dict[str, Counter[str]] = defaultdict(Counter)
    count: Counter[str] = Counter()
    chance: Counter[str] = Counter()
    total = 0
    for said, code in pairs:
        at = place.get(base(code, place))
        if at is None:
            continue
        words = {stem(word) for word in split(said) if word not in FILLER}
        entry = held[at] | above[at]
        total += 1
        chance.update(entry)
        left = [term for term in held[at] if term not in words]
        for word in words - entry:
            if not word.isdigit():
                count[word] += 1
                together[word].update(left)
    found: Lines = {}
    for word, others in together.items():
        weights = {
            other: (n - count[word] * chance[other] / total) / (count[word] + 1)
            for other, n in others.items()
            if len(other) > 2 or other.isdigit()
        }
        best = sorted(((weight, other) for other, weight in weights.items() if weight >= _FEWEST), reverse=True)[:_MOST]
        if best:
            found[word] = {other: round(min(weight, 1.0), 2) for weight, other in best}
    return found


def with_related(thesaurus: Thesaurus, found: Lines) -> Thesaurus:
    """Exchange the related words of a thesaurus; they are given as stems."""
    return replace(thesaurus, beside={word: written(others.items()) for word, others in found.items()})


def lists(searcher: Searcher, judge: Judge, pairs: Iterable[Query], chance: Random) -> list[tuple[Array, Array]]:
    """Make the features and hits of candidates for each reading of each phrase that has a hit among them."""
    found = []
    for said, code in pairs:
        family = judge.family(code)
        if family is None:
            continue
        for reading in searcher.reader.readings(said):
            scores, places = searcher.candidates(reading, [])
            if not len(places):
                continue
            hits = searcher.arrays.family[places] == family
            if not hits.any() or hits.all():
                continue
            order = np.argsort(-scores[places], kind="stable")
            keep = set(order[:40].tolist()) | set(np.flatnonzero(hits).tolist())
            keep |= set(chance.sample(range(len(places)), min(10, len(places))))
            some = np.array(sorted(keep))
            numbers = searcher.numbers(reading, places, scores)
            found.append((numbers[some].astype(np.float32), hits[some]))
    return found


def learn(data: list[tuple[Array, Array]], hidden: int = 16, epochs: int = 24, decay: float = 1e-5) -> Ranking:
    """Learn the network by Adam on the log-likelihood that one of the hits comes first."""
    every = np.concatenate([numbers for numbers, _hits in data[:4000]]).astype(np.float64)
    middle, spread = every.mean(0), every.std(0) + 1e-3
    rng = np.random.default_rng(SEED)
    width = len(middle)
    weights = [rng.normal(0, 1 / math.sqrt(width), (width, hidden)), np.zeros(hidden), rng.normal(0, 0.3, hidden), np.zeros(width)]
    first, second = [np.zeros_like(one) for one in weights], [np.zeros_like(one) for one in weights]
    step, size = 0, 64
    scaled = [((numbers - middle) / spread, hits) for numbers, hits in data]
    for epoch in range(epochs):
        rate = 0.006 * 0.5 * (1 + math.cos(math.pi * epoch / epochs))
        order = rng.permutation(len(scaled))
        lost = 0.0
        for begin in range(0, len(order), size):
            batch = [scaled[number] for number in order[begin : begin + size]]
            x = np.concatenate([one for one, _hits in batch])
            hits = np.concatenate([one for _x, one in batch])
            lengths = [len(one) for one, _hits in batch]
            starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
            of = np.repeat(np.arange(len(batch)), lengths)
            inner = x @ weights[0] + weights[1]
            active = np.maximum(inner, 0)
            out = active @ weights[2] + x @ weights[3]
            out = out - np.maximum.reduceat(out, starts)[of]
            powers = np.exp(out)
            whole = np.add.reduceat(powers, starts)
            right = np.add.reduceat(powers * hits, starts)
            lost -= float(np.log(right / whole).sum())
            slope = (powers / whole[of] - powers * hits / right[of]) / len(batch)
            back = np.outer(slope, weights[2]) * (inner > 0)
            slopes = [x.T @ back, back.sum(0), active.T @ slope, x.T @ slope]
            step += 1
            for number, one in enumerate(slopes):
                one = one + decay * weights[number]
                first[number] = 0.9 * first[number] + 0.1 * one
                second[number] = 0.999 * second[number] + 0.001 * one * one
                mended = first[number] / (1 - 0.9**step), second[number] / (1 - 0.999**step)
                weights[number] = weights[number] - rate * mended[0] / (np.sqrt(mended[1]) + 1e-8)
        if epoch % 6 == 5:
            print(f"  epoch {epoch + 1}: {lost / len(scaled):.4f}", flush=True)
    return Ranking(middle, spread, weights[0], weights[1], weights[2], weights[3], np.zeros(1))


def learn_sure(book: Shelf, ranking: Ranking, meant: list[Query], strange: list[str]) -> Array:
    """Learn when to be sure: logistic regression on what is meant for the book, each asked of a search without it, and what is not."""
    chance = Random(SEED)
    lines: list[tuple[Array, float]] = []
    index = [pair for pair in meant if len(pair[0]) < 60]
    chance.shuffle(index)
    for number in range(3):
        out = set(index[number::3][:1500])
        others = [pair for pair in meant if pair not in out]
        words = with_related(make_thesaurus([one for one in synonyms() if (one[0], one[2]) not in out], []), mine(book, others))
        searcher = Searcher(make(with_terms(book.bare, [pair for pair in book.said if pair not in out])), words, ranking)
        for texts, wanted in ((sorted(said for said, _code in out), 1.0), (strange[number::3], 0.0)):
            for text in texts:
                found = searcher.search(text, 1)
                if found:
                    lines.append((searcher.evidence(text, found[0]), wanted))
    x, y = np.stack([one for one, _wanted in lines]), np.array([wanted for _one, wanted in lines])
    # As many of either kind count; a wrong "sure" weighs more than a missed one.
    weight = np.where(y > 0, 1 / y.sum(), _WRONGLY_SURE / (1 - y).sum())
    weight /= weight.mean()
    learned = np.zeros(x.shape[1])
    keep = np.full(x.shape[1], 1e-3)
    for _step in range(60):  # Newton's method
        p = 1 / (1 + np.exp(-np.clip(x @ learned, -30, 30)))
        slope = x.T @ (weight * (p - y)) / len(y) + keep * learned
        curve = (x.T * (weight * p * (1 - p))) @ x / len(y) + np.diag(keep)
        learned -= np.linalg.solve(curve, slope)
    right = (x @ learned > 0) == (y > 0)
    print(f"sure: {right[y > 0].mean():.3f} of what is meant, {1 - right[y == 0].mean():.3f} of what is not", flush=True)
    return learned


def not_ours() -> list[str]:
    """Read what people type that is none of our business, which the FAQ learns from too."""
    lines = (ROOT / "content" / "faq" / "not-ours.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def write_ranking(ranking: Ranking) -> None:
    """Write the weights, four digits after the point."""
    names = ("middle", "spread", "first", "first_bias", "second", "straight", "sure")
    _RANKING.write_text(json.dumps({name: np.round(getattr(ranking, name), 4).tolist() for name in names}) + "\n")


def write_related(found: Lines, spelled: dict[str, str]) -> None:
    """Write the related words as people spell them."""
    lines = {}
    for word, others in found.items():
        spoken = [(spelled.get(other, other), weight) for other, weight in others.items()]
        lines[spelled.get(word, word)] = " ".join(f"{other}={weight:g}" for other, weight in spoken)
    _RELATED.write_text(_HEAD + "".join(f"{word}\t{others}\n" for word, others in sorted(lines.items())), encoding="utf-8")


def main() -> None:
    """Learn both, and print what they are worth on the tuning half."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--try", dest="dry", action="store_true", help="print figures, write nothing")
    parser.add_argument("--sure", action="store_true", help="learn anew only when to be sure")
    chosen = parser.parse_args()
    chance = Random(SEED)
    book = shelf()
    arrays = make(book.documents)
    judge = Judge(arrays)
    index = judge.known(tuning_entries())
    chance.shuffle(index)
    aside, index = index[:1500], index[1500:]
    lay_training = judge.known(training())
    spoken = list(dict.fromkeys([*lay_training, *judge.known(book.said)]))
    chance.shuffle(spoken)
    if chosen.sure:
        now = read_ranking()
        write_ranking(replace(now, sure=learn_sure(book, now, [*index, *spoken], [*not_ours(), *nonsense("tuning")])))
        return
    data: list[tuple[Array, Array]] = []
    bare = make_thesaurus(synonyms(), [])
    for number in range(3):
        others = [pair for n in range(3) if n != number for pair in (*index[n::3], *spoken[n::3])]
        said = [pair for n in range(3) if n != number for pair in spoken[n::3]]
        searcher = Searcher(make(with_terms(book.bare, said)), with_related(bare, mine(book, others)), read_ranking())
        data += lists(searcher, judge, index[number::3][:3000], chance)
        data += lists(searcher, judge, spoken[number::3][:6000], chance)
        print(f"third {number + 1}: {len(data)} lists", flush=True)
    ranking = learn(data)
    ranking = replace(ranking, sure=learn_sure(book, ranking, [*index, *spoken], [*not_ours(), *nonsense("tuning")]))
    found = mine(book, [*index, *spoken])
    print(f"{len(found)} related words", flush=True)
    report(book, arrays, judge, found, ranking, aside)
    if not chosen.dry:
        write_ranking(ranking)
        write_related(found, spellings(book, [*index, *spoken]))


def report(book: Shelf, arrays: Arrays, judge: Judge, found: Lines, ranking: Ranking, aside: list[Query]) -> None:
    """Print recall on index entries that were left aside, and on the tuning half of the lay queries."""
    searcher = Searcher(arrays, with_related(book.thesaurus, found), ranking)
    show("  index entries left aside", recall(judge.rank(searcher, *one) for one in aside))
    show("  lay queries, tuning half", recall(judge.rank(searcher, said, code) for said, code, _kind in lay("tuning")))


if __name__ == "__main__":
    main()
