"""Measure the FAQ on wordings never tuned on, beside RapidFuzz alone on the same topics.

`--calibrate` prints the cross-validation of the known wordings from which the threshold was chosen.
"""

import sys
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from rapidfuzz import fuzz, process, utils

from bot.codebook.shelf import open_codebook
from bot.library.shelf import Library
from bot.library.topic import LOOK_UP, NOT_OURS
from bot.topics import SURE, TopicMatcher, taught

ROOT = Path(__file__).parent.parent
HELD_OUT = ROOT / "tests" / "data" / "faq"


def rows(name: str) -> list[tuple[str, str]]:
    """Read a held-out set as (topic, wording)."""
    found = [line.split("\t") for line in (HELD_OUT / f"heldout_{name}.tsv").read_text().splitlines()]
    return [(row[0] if len(row) > 1 else "", row[-1]) for row in found]


class FuzzyOnly:
    """The obvious alternative: the best token_set_ratio over all wordings of a topic."""

    def __init__(self, wordings: list[tuple[str, str]]) -> None:
        self.topics = [topic for topic, _ in wordings]
        self.texts = [utils.default_process(text) for _, text in wordings]

    def best(self, said: str) -> list[tuple[str, float]]:
        """Rank topics, best first."""
        scores: dict[str, float] = {}
        for _text, score, place in process.extract(
            said, self.texts, scorer=fuzz.token_set_ratio, processor=utils.default_process, limit=60
        ):
            topic = self.topics[place]
            scores[topic] = max(scores.get(topic, 0), score)
        return sorted(scores.items(), key=lambda pair: -pair[1])


def line(name: str, top1: float, top3: float, right: float, wrong: float, general: float, near: float, took: float) -> None:
    """Print one row."""
    print(
        f"  {name:22} top-1 {top1:.3f}   top-3 {top3:.3f}   answered rightly {right:.3f}, wrongly {wrong:.3f}"
        f"   false accepts: general {general:.3f}, near-domain {near:.3f}   {1000 * took:.2f} ms"
    )


def main() -> None:
    """Print all figures."""
    library = Library(ROOT / "content")
    wordings = library.wordings
    if "--calibrate" in sys.argv:
        calibrate(library)
        return
    inside, general, near = rows("in_scope"), rows("general"), rows("near")
    with TemporaryDirectory() as folder:
        codebook = open_codebook([Path(folder)], library.thesaurus, library.own_words)
        start = time.perf_counter()
        matcher = taught(library, codebook)
        codebook.close()
    print(f"{len(library.topics)} topics, {len(wordings)} known wordings, learned in {time.perf_counter() - start:.1f} s")
    print(f"{len(inside)} in scope, {len(general)} general and {len(near)} near-domain out of scope, none of them tuned on")
    start = time.perf_counter()
    ranked = [(topic, matcher.rank(said)) for topic, said in inside]
    took = (time.perf_counter() - start) / len(inside)
    n = len(inside)
    line(
        "the tutor",
        sum(found.best[0][0] == topic for topic, found in ranked) / n,
        sum(topic in dict(found.best) for topic, found in ranked) / n,
        sum(found.sure and found.best[0][0] == topic for topic, found in ranked) / n,
        sum(found.sure and found.best[0][0] != topic for topic, found in ranked) / n,
        sum(matcher.rank(said).sure for _, said in general) / len(general),
        sum(matcher.rank(said).sure for _, said in near) / len(near),
        took,
    )
    fuzzy = FuzzyOnly([pair for pair in wordings if pair[0] not in (NOT_OURS, LOOK_UP)])
    start = time.perf_counter()
    best = [(topic, fuzzy.best(said)) for topic, said in inside]
    took = (time.perf_counter() - start) / n
    others = {name: [fuzzy.best(said) for _, said in items] for name, items in (("general", general), ("near", near))}
    for cutoff in (80, 90, 95):
        line(
            f"RapidFuzz, cut at {cutoff}",
            sum(bool(found) and found[0][0] == topic for topic, found in best) / n,
            sum(topic in [name for name, _ in found[:3]] for topic, found in best) / n,
            sum(bool(found) and found[0][1] >= cutoff and found[0][0] == topic for topic, found in best) / n,
            sum(bool(found) and found[0][1] >= cutoff and found[0][0] != topic for topic, found in best) / n,
            *(sum(bool(found) and found[0][1] >= cutoff for found in found_of) / len(found_of) for found_of in others.values()),
            took,
        )


def calibrate(library: Library) -> None:
    """Five-fold cross-validation of the known wordings; the threshold keeps false accepts of what is not ours near 3 %."""
    from math import log

    shuffled = list(library.wordings)
    Random(5).shuffle(shuffled)
    tested: list[tuple[str, str, float]] = []
    for fold in range(5):
        matcher = TopicMatcher([*(pair for place, pair in enumerate(shuffled) if place % 5 != fold), *library.sentences])
        for topic, said in (pair for place, pair in enumerate(shuffled) if place % 5 == fold):
            name, score = matcher.rank(said).best[0]
            inner = min(max(score, 1e-6), 1 - 1e-6)
            tested.append((topic, name, SURE + log(inner / (1 - inner)) / 6.0))
    print("margin   answered  rightly   not ours  look-ups")
    for cut in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
        shares = []
        for kinds in (lambda t: t not in (NOT_OURS, LOOK_UP), lambda t: t == NOT_OURS, lambda t: t == LOOK_UP):
            mine = [(topic, name, margin) for topic, name, margin in tested if kinds(topic)]
            shares.append(sum(margin >= cut for _, _, margin in mine) / len(mine))
        ours = [(topic, name, margin) for topic, name, margin in tested if topic not in (NOT_OURS, LOOK_UP)]
        right = sum(margin >= cut and topic == name for topic, name, margin in ours) / len(ours)
        print(f"{cut:6.2f}   {shares[0]:.3f}     {right:.3f}     {shares[1]:.3f}     {shares[2]:.3f}")


if __name__ == "__main__":
    main()
