"""How alike words are in meaning, as short vectors: so that a word nobody listed still points the right way.

The vectors are made by ``benchmarks/fit_vectors.py``; they only help to order what was found by words.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

_AT_ONCE = 20_000
_STRANGE = 5.0
"""What a word weighs that is not in the book: as much as one of middling rarity."""


class Vectors:
    """Find the vector of a stem."""

    def __init__(self, stems: Array, rows: Array) -> None:
        self._stems = stems
        self._rows = rows

    @property
    def size(self) -> int:
        """How many numbers a vector has."""
        return int(self._rows.shape[1])

    def of(self, stems: list[str]) -> Array:
        """Stack the vectors of stems, in 127ths; unknown ones are zero."""
        wanted = np.array([stem.encode() for stem in stems], "S")
        at = np.minimum(np.searchsorted(self._stems, wanted), len(self._stems) - 1)
        return np.where((self._stems[at] == wanted)[:, None], self._rows[at], np.int8(0))

    def meaning(self, stems: list[str], rarity: Mapping[str, float]) -> Array:
        """Add up the vectors of a query's words, rare ones weighing more; those without a rarity are middling."""
        if not stems:
            return np.zeros(self.size, np.float32)
        weights = np.array([rarity.get(stem, _STRANGE) for stem in stems], np.float32)
        total: Array = weights @ self.of(stems).astype(np.float32) / 127
        return total


@cache
def read_vectors(path: Path = Path(__file__).parent / "vectors.npz") -> Vectors:
    """Read the vectors, once in a process."""
    with np.load(path) as file:
        return Vectors(np.array(str(file["stems"]).encode().split(b"\n"), "S"), file["vectors"])


def lengths(vectors: Array, rarity: Array, terms: Array, phrase_at: Array) -> Array:
    """Compute how long the vector of each phrase is: that of its terms added up, rare ones weighing more.

    ``terms`` are those of all phrases in a row, ``phrase_at`` says where each phrase begins, with the end last.
    """
    weighed = vectors.astype(np.float32) * (rarity[:, None] / 127)
    found = np.zeros(len(phrase_at) - 1, np.float32)
    full = np.flatnonzero(np.diff(phrase_at))
    for begin in range(0, len(full), _AT_ONCE):
        some = full[begin : begin + _AT_ONCE]
        first, last = phrase_at[some[0]], phrase_at[some[-1] + 1]
        sums = np.add.reduceat(weighed[terms[first:last]], phrase_at[some] - first, axis=0)
        found[some] = np.sqrt(np.einsum("ij,ij->i", sums, sums))
    return found


def likeness(meaning: Array, vectors: Array, rarity: Array, phrase_length: Array, terms: Array, at: Array) -> Array:
    """Compare a query with phrases: the cosine for each, 0 where a phrase has no known word.

    ``terms`` are the terms of all phrases in a row, ``at`` says to which phrase each belongs. A phrase points where its terms
    point together, so that each term need be compared only once.
    """
    table = np.zeros(len(vectors), np.float32)
    table[terms] = 1
    used = np.flatnonzero(table)
    table[used] = (vectors[used].astype(np.float32) @ meaning) * rarity[used] / 127
    along = np.bincount(at, weights=table[terms], minlength=len(phrase_length))
    cosine: Array = along / np.maximum(phrase_length * (float(np.linalg.norm(meaning)) or 1.0), 1e-6)
    return cosine
