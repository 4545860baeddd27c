"""How alike words are in meaning, as short vectors: so that a word nobody listed still points the right way.

The vectors are made by ``benchmarks/fit_vectors.py``; they only help to order what was found by words.
"""

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

_STRANGE = 5.0
"""What a word weighs that is not in the book: as much as one of middling rarity."""


class Vectors:
    """Find the vector of a stem."""

    def __init__(self, stems: list[str], rows: Array) -> None:
        self._at = {stem: place for place, stem in enumerate(stems)}
        self._rows = rows

    @property
    def size(self) -> int:
        """How many numbers a vector has."""
        return int(self._rows.shape[1])

    def of(self, stems: list[str]) -> Array:
        """Stack the vectors of stems; unknown ones are zero."""
        found = np.zeros((len(stems), self.size), np.float32)
        for place, stem in enumerate(stems):
            at = self._at.get(stem)
            if at is not None:
                found[place] = self._rows[at]
        return found / 127

    def meaning(self, stems: list[str], rarity: dict[str, float]) -> Array:
        """Add up the vectors of a query's words, rare ones weighing more."""
        weights = np.array([rarity.get(stem, _STRANGE) for stem in stems], np.float32)
        total: Array = (self.of(stems) * weights[:, None]).sum(0)
        return total


@cache
def read_vectors(path: Path = Path(__file__).parent / "vectors.npz") -> Vectors:
    """Read the vectors, once in a process."""
    with np.load(path) as file:
        return Vectors(str(file["stems"]).split("\n"), file["vectors"])


def likeness(meaning: Array, vectors: Array, rarity: Array, terms: Array, at: Array) -> Array:
    """Compare a query with phrases: the cosine for each, 0 where a phrase has no known word.

    ``terms`` are the terms of all phrases in a row, ``at`` says to which phrase each belongs, in order.
    """
    if not len(at):
        return np.zeros(0, np.float32)
    begins = np.flatnonzero(np.diff(at, prepend=-1))
    sums = np.zeros((int(at[-1]) + 1, vectors.shape[1]), np.float32)
    sums[at[begins]] = np.add.reduceat(vectors[terms] * rarity[terms][:, None], begins, axis=0)
    lengths = np.linalg.norm(sums, axis=1) * (float(np.linalg.norm(meaning)) or 1.0)
    cosine: Array = (sums @ meaning) / np.maximum(lengths, 1e-6)
    return cosine
