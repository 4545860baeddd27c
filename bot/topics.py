"""Which FAQ topic a text means.

Typing slips are mended against the words of all known wordings; then words, pairs of words, groups of three and four
letters, and what the words are like in meaning, vote for topics, each with a weight learned from the wordings and from the
sentences of the answers themselves (multi-class passive-aggressive learning, PA-I with the rule of Crammer and Singer:
Crammer et al. 2006, "Online Passive-Aggressive Algorithms"). Wordings that are none of our business are one more class, and
those that are to be looked up in the code book another; a topic is sure of itself only where it beats both by a margin.
``benchmarks/faq.py`` measures it, ``--calibrate`` prints the table that the threshold was chosen from.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from math import exp, log
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from bot.codebook.likeness import read_vectors
from bot.codebook.mapped import mapped
from bot.codebook.shelf import ICD10CM, CodeBook
from bot.codebook.words import stem as stem_of_the_book
from bot.library.shelf import Library
from bot.library.topic import LOOK_UP, NOT_OURS
from bot.matching import Ranked, nearest_word

Floats = NDArray[np.float32]
Halves = NDArray[np.float16]
_Example = tuple[int, NDArray[np.int32], Floats]
"""The place of the right topic; where the features stand, and how much each counts."""


_NO_TOPIC = (NOT_OURS, LOOK_UP)

SURE = 0.58
"""Margin over what is no topic from which a topic answers. Calibrated by five-fold cross-validation of the wordings
in ``content/faq``; ``benchmarks/faq`` prints the table."""

_ALIEN = 0.25
"""What each word that stands in none of our own topics takes from that margin: "the bar exam" asks about another."""

_FOREIGN = 0.25
"""Margin of what is not ours over what is to be looked up, from which a text is not even searched for in the code book."""

_STEEP = 6.0
_EPOCHS = 8
_ORDERS = 3
"""In so many orders the wordings are learned; the mean of what comes out hangs less on the order than each."""

_AGGRESSIVE = 0.5
_FORMAT = 10
LEARNED = "faq/learned.npz"
"""Where in a content folder the weights stand that were learned from it: ``tutor content learn`` writes them."""

_MEANING = 0.5
"""What the meaning of the words weighs beside the words themselves."""
_STRANGE = 5.0
"""What a word weighs in the meaning that stands in no wording."""
_SLIP = 84.0
_WORD = re.compile(r"[a-z0-9]+(?:[/&-][a-z0-9]+)*")
_LIGHT = frozenset(
    "a an the is are was were be been am i im ive id ill do does did you u your ur we my me it its this that these those of to in on at "
    "for with and or so if but as by from about can could would should will shall may might just really ok okay hey hi pls please plz "
    "one thing tell know want wanna need get got have has had any some there here what whats which who how when where why much many like "
    "lol thx thanks also than then too very y n r".split()
)


_SAME = {
    word: one
    for one, others in {
        "exam": "exm exams test tests testing examination",
        "questions": "qs ques question",
        "without": "w/o w/out wo",
        "book": "books manual manuals codebook codebooks",
        "cert": "certs certification certifications certificate certificates credential credentials",
        "class": "classes course courses program programs programme",
        "school": "schools college academy institute",
        "job": "jobs position positions",
        "pay": "salary wage wages earn earns earnings income paid paycheck",
        "pass": "passed passing passes",
        "fail": "failed failing fails flunked flunk",
        "cost": "costs price prices fee fees expensive",
        "icd": "icd-10 icd10 icd-10-cm icd10cm",
    }.items()
    for word in others.split()
}
"""Words that ask for the same."""


class TopicMatcher:
    """Rank topics for a text.

    Reads its weights where they were learned from the same wordings: from the file that comes with the content, or from ``cache``;
    learns them otherwise, which takes seconds. ``lookups`` gives what shows what a look-up sounds like. It is no part of what makes
    weights stale: another release of a code set changes little of that, and nobody should wait for it.
    """

    def __init__(
        self,
        wordings: Sequence[tuple[str, str]],
        lookups: Callable[[], Sequence[str]] = tuple,
        *,
        shipped: Path | None = None,
        cache: Path | None = None,
    ) -> None:
        self._digest = hashlib.sha256(json.dumps([_FORMAT, wordings]).encode()).hexdigest()[:16]
        self._mended: dict[str, str] = {}
        kept = cache / f"faq-{self._digest}.npz" if cache else None
        if not any(path is not None and self._read(path, cache) for path in (shipped, kept)):
            self._learn([*wordings, *((LOOK_UP, term) for term in lookups())])
            if kept:
                self.keep(kept)
                for older in kept.parent.glob("faq-*.npz"):
                    if older != kept:
                        older.unlink(missing_ok=True)
        self._vocabulary = tuple(sorted(word for word in self._known.union(_SAME) if len(word) >= 4))

    def _read(self, path: Path, cache: Path | None) -> bool:
        """Read weights; False where there are none, or those of other wordings."""
        if not path.exists():
            return False
        with np.load(path) as found:
            if str(found["digest"]) != self._digest:
                return False
            self._topics: list[str] = json.loads(str(found["topics"]))
            self._known = frozenset(json.loads(str(found["known"])))
            self._ours = frozenset(json.loads(str(found["ours"])))
            self._rarity: Floats = found["rarity"]
            # A text has few of the features, so these two stay in a file, and only what is asked for comes into memory.
            self._names: NDArray[np.bytes_] = mapped(found, "features", cache)
            self._weights: Halves = mapped(found, "weights", cache)  # half the memory; the votes are added up in full
        return True

    def _learn(self, wordings: Sequence[tuple[str, str]]) -> None:
        words = [_words(text) for _topic, text in wordings]
        counts = Counter(word for mine in words for word in set(mine))
        once = frozenset(word for word, count in counts.items() if count == 1)
        self._known = frozenset(counts)
        self._ours = frozenset(
            _stem(word) for (topic, _), mine in zip(wordings, words, strict=True) if topic not in _NO_TOPIC for word in mine
        )
        # The features of a text are found twice, which is cheaper than to hold those of all texts.
        spread = Counter(feature for mine in words for feature in _features(mine, unknown=once))
        # Letter groups and pairs that occur once teach nothing; words do, they may come again. Rare ones weigh more than
        # their information (power 1.5), since the rare word is what tells "the bar exam" from "the exam".
        names = sorted(name for name, count in spread.items() if count > 1 or name[0] == "w")
        self._names = np.array(names, "S")
        rarity = {name: (log((1 + len(wordings)) / (1 + spread[name])) + 1) ** 1.5 for name in names}
        self._rarity = np.array([rarity[name] * (1.0 if name[0] == "w" else 0.7) for name in names], np.float32)
        self._topics = sorted({topic for topic, _text in wordings})
        number = {topic: place for place, topic in enumerate(self._topics)}
        examples = [
            (number[topic], *self._vector(mine, _features(mine, unknown=once))) for (topic, _), mine in zip(wordings, words, strict=True)
        ]
        average: Floats = np.zeros((len(names) + read_vectors().size, len(self._topics)), np.float32)
        for order in range(_ORDERS):
            self._add_learned(average, examples, Random(order))  # noqa: S311  # an order to be repeated, not a secret
        self._weights = (average / _ORDERS).astype(np.float16)

    @staticmethod
    def _add_learned(average: Floats, examples: Sequence[_Example], chance: Random) -> None:
        """Learn in one order, and add the mean of the weights over all steps: what the last examples happened to be counts little."""
        weights = np.zeros_like(average)
        order = list(range(len(examples)))
        step, steps = 0, _EPOCHS * len(examples)
        resting: set[int] = set()  # what was right by a margin is not looked at in the next round
        for _epoch in range(_EPOCHS):
            chance.shuffle(order)
            rested: set[int] = set()
            for place in order:
                step += 1
                if place in resting:
                    continue
                right, where, values = examples[place]
                votes = values @ weights[where]
                own, votes[right] = votes[right], -np.inf
                rival = int(votes.argmax())
                loss = 1 - float(own) + float(votes[rival])
                if loss > 0:
                    change = min(_AGGRESSIVE, loss / (2 * (1 + _MEANING**2))) * values  # the words have length one, the meaning its weight
                    weights[where, right] += change
                    weights[where, rival] -= change
                    change *= 1 - step / steps  # the share of steps that it is there
                    average[where, right] += change
                    average[where, rival] -= change
                else:
                    rested.add(place)
            resting = rested

    def keep(self, path: Path) -> None:
        """Write the weights down for the next time."""
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f".{path.name}.{id(self)}.npz")
        try:
            np.savez_compressed(
                aside,
                digest=np.array(self._digest),
                topics=np.array(json.dumps(self._topics)),
                features=self._names,
                known=np.array(json.dumps(sorted(self._known))),
                ours=np.array(json.dumps(sorted(self._ours))),
                weights=self._weights,
                rarity=self._rarity,
            )
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)

    def _vector(self, words: Sequence[str], features: Mapping[str, int]) -> tuple[NDArray[np.int32], Floats]:
        """Return where the features of a text stand and how much each counts, its meaning at the end."""
        places = self._places(list(features))
        known = places >= 0
        where = places[known]
        values = np.array([1 + log(count) for count in features.values()], np.float32)[known] * self._rarity[where]
        length = float(np.linalg.norm(values))
        vectors = read_vectors()
        stems = self._places([f"w{_stem(word)}" for word in words]).tolist()
        rarity = {
            stem_of_the_book(word): _STRANGE if place < 0 else float(self._rarity[place]) for word, place in zip(words, stems, strict=True)
        }
        meaning = vectors.meaning([stem_of_the_book(word) for word in words], rarity)
        size = float(np.linalg.norm(meaning))
        last = len(self._names)
        return (
            np.concatenate([where, np.arange(last, last + vectors.size, dtype=np.int32)]),
            np.concatenate([values / length if length else values, meaning * (_MEANING / size if size else 0.0)]).astype(np.float32),
        )

    def _places(self, names: list[str]) -> NDArray[np.int32]:
        """Find where features stand; -1 for what is none."""
        longest = self._names.itemsize
        wanted = np.array([name.encode() if len(name) <= longest else b"" for name in names], self._names.dtype)
        at = np.minimum(np.searchsorted(self._names, wanted), len(self._names) - 1)
        return np.where(self._names[at] == wanted, at, -1).astype(np.int32)

    def rank(self, text: str) -> Ranked:
        """Rank the topics for a text."""
        words = [self._mend(word) for word in _words(text)[:80]]
        where, values = self._vector(words, _features(words, unknown=None, known=self._known))
        votes = values @ self._weights[where].astype(np.float32)
        others = {topic: float(votes[place]) for place, topic in enumerate(self._topics) if topic in _NO_TOPIC}
        rest = max(others.values(), default=0.0)
        foreign = others.get(NOT_OURS, 0.0) - others.get(LOOK_UP, 0.0) > _FOREIGN
        aliens = sum(_stem(word) not in self._ours for word in words if word not in _LIGHT and not word.isdigit())
        best = []
        for place in np.argsort(-votes)[: 3 + len(_NO_TOPIC)]:
            if self._topics[place] not in _NO_TOPIC:
                margin = float(votes[place]) - rest - _ALIEN * aliens
                best.append((self._topics[place], round(1 / (1 + exp(-_STEEP * (margin - SURE))), 3)))
        return Ranked(tuple(best[:3]), sure=bool(best) and best[0][1] >= 0.5 and any(len(word) > 1 for word in words), foreign=foreign)

    def _mend(self, word: str) -> str:
        if word in self._known or len(word) < 4 or word.isdigit():
            return word
        if word not in self._mended:
            if len(self._mended) > 5000:  # a flood of nonsense must not fill memory
                self._mended.clear()
            found = nearest_word(word, self._vocabulary, _SLIP) or word
            self._mended[word] = _SAME.get(found, found)
        return self._mended[word]


def taught(library: Library, codebook: CodeBook) -> TopicMatcher:
    """Give the matcher of a library, learned from all wordings and answers: read where that was done before."""
    return TopicMatcher(_lessons(library), lambda: _lookups(codebook), shipped=library.folder / LEARNED, cache=library.cache)


def learn(library: Library, codebook: CodeBook) -> TopicMatcher:
    """Learn anew, whatever was learned before."""
    return TopicMatcher(_lessons(library), lambda: _lookups(codebook))


def _lessons(library: Library) -> list[tuple[str, str]]:
    return [*library.wordings, *library.sentences]


def _lookups(codebook: CodeBook) -> list[str]:
    """Take every ninth inclusion term of the book: that is what a look-up sounds like."""
    return list(codebook.books(ICD10CM)[-1].terms(every=9))


def _words(text: str) -> list[str]:
    """Split a text; words that mean the same here become one, and "the cpc" is the exam of that name."""
    plain = text.lower().replace("'", "").replace("’", "").replace(" ?s ", " questions ")
    found = [_SAME.get(word, word) for word in _WORD.findall(plain)]
    words: list[str] = []
    for word, after in pairwise([*found, ""]):
        words.append(word)
        if word == "cpc" and after != "exam":
            words.append("exam")
    return words


def _stem(word: str) -> str:
    """Cut an ending, roughly: only so that "passes" and "passing" vote together."""
    if len(word) > 4:
        for ending, instead in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", "")):
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                return word[: -len(ending)] + instead
    return word


def _features(words: list[str], unknown: frozenset[str] | None, known: frozenset[str] | None = None) -> Counter[str]:
    """Count words (w), pairs (b), groups of three and four letters (c), and words never seen elsewhere.

    Pairs are of neighbours, and of telling words at most two apart in either order: "retake after failing", "failed, can I retake".
    """
    stems = [_stem(word) for word in words]
    found = Counter(f"w{stem}" for stem in stems)
    found.update(f"b{one} {two}" for one, two in pairwise(stems))
    telling = [_stem(word) for word in words if word not in _LIGHT]
    found.update({f"b{' ~ '.join(sorted(pair))}" for apart in (1, 2) for pair in zip(telling, telling[apart:], strict=False)})
    run = f" {' '.join(words)} "
    for size in (3, 4):
        found.update(f"c{run[at : at + size]}" for at in range(len(run) - size + 1))
    for word in words:
        strange = word in unknown if unknown is not None else known is not None and word not in known
        if strange and word not in _LIGHT and not word.isdigit():
            found["w?"] += 1
    return found
