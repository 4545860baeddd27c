"""Words that people use and the book does not: phrases with one meaning, and words related to words of the book.

The lists are content (``content/codes``), read by the library and handed in; this is what they are once read. They are kept as
text and taken apart when they are asked for: as objects they would weigh four times as much.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.codebook.words import FILLER, split, stem, terms

Related = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase means: terms of the book, and the code that a coder would check first for the phrase alone."""

    terms: tuple[str, ...]
    code: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """What to look for instead.

    ``spelled`` maps the words of a phrase, with blanks between, to its code, a tab, and what it means; ``stems`` maps the stems
    of its words to the phrase. ``beside`` maps a stem to the stems that stand for it in titles, as "absenc=0.45 lack=0.2".
    ``surface`` lists the words as spelled, a line each, so that slips in them can be mended; ``longest`` is the number of words of the
    longest phrase.
    """

    stems: dict[str, str] = field(default_factory=dict)
    spelled: dict[str, str] = field(default_factory=dict)
    """By words as spelled: an abbreviation that looks like a plural is not the shorter one."""
    beside: dict[str, str] = field(default_factory=dict)
    surface: bytes = b""
    longest: int = 0

    def exactly(self, words: Sequence[str]) -> Meaning | None:
        """Find what words mean just as they are spelled."""
        return _meaning(self.spelled.get(" ".join(words)))

    def meaning(self, stems: Sequence[str]) -> Meaning | None:
        """Find what words with these stems mean."""
        return self.exactly(self.phrase(stems))

    def phrase(self, stems: Sequence[str]) -> list[str]:
        """Find the phrase whose words have these stems, as spelled; no words where there is none."""
        return (self.stems.get(" ".join(stems)) or "").split()

    def knows(self, term: str) -> bool:
        """Say whether a stem has related ones or is a phrase by itself."""
        return term in self.beside or term in self.stems

    def related(self, term: str) -> Related:
        """List the stems that stand for a stem in titles, each with a weight up to 1."""
        text = self.beside.get(term)
        if text is None:
            return ()
        pairs = (one.rpartition("=") for one in text.split())
        return tuple((other, float(weight)) for other, _, weight in pairs)


def _meaning(line: str | None) -> Meaning | None:
    if line is None:
        return None
    code, _, text = line.partition("\t")
    return Meaning(tuple(dict.fromkeys(terms(text))), code, text)


def make_thesaurus(phrases: Iterable[tuple[str, str, str]], related: Iterable[tuple[str, Iterable[tuple[str, float]]]]) -> Thesaurus:
    """Make a thesaurus of (phrase, meaning, code) and of (word, related words with weights), all as people spell them."""
    surface: set[str] = set()
    by_stems: dict[str, str] = {}
    spelled: dict[str, str] = {}
    longest = 0
    for phrase, meaning, code in phrases:
        words = split(phrase)
        if words:
            meant = f"{code.strip('-')}\t{meaning}"
            longest = max(longest, len(words))
            spelled.setdefault(" ".join(words), meant)
            if not FILLER & set(words):  # "the runs" is not "run"
                by_stems.setdefault(" ".join(map(stem, words)), " ".join(words))
            surface.update(word for word in words if len(word) >= 4)
    beside: dict[str, str] = {}
    for word, others in related:
        beside[stem(split(word)[0])] = written((stem(other), weight) for other, weight in others)
        if len(word) >= 4:
            surface.add(word)
    return Thesaurus(by_stems, spelled, beside, "\n".join(sorted(surface)).encode(), longest)


def written(related: Iterable[tuple[str, float]]) -> str:
    """Write related stems as a thesaurus keeps them."""
    return " ".join(f"{other}={weight:g}" for other, weight in related)
