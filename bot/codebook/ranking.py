"""The learned ranking: weights in ``ranking.json``, made by ``benchmarks/fit_search.py``."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Ranking:
    """The learned ranking: numbers of an entry in, one number out, higher is better."""

    middle: Array
    spread: Array
    first: Array
    first_bias: Array
    second: Array
    straight: Array
    sure: Array
    """Weights of :meth:`Searcher.evidence`: how likely the best entry is what was meant, and the query about health at all."""

    def rank(self, numbers: Array) -> Array:
        """Rank entries by their features."""
        x = (numbers - self.middle) / self.spread
        ranked: Array = np.maximum(x @ self.first + self.first_bias, 0) @ self.second + x @ self.straight
        return ranked


def read_ranking(path: Path = Path(__file__).parent / "ranking.json") -> Ranking:
    """Read the learned weights."""
    return Ranking(**{name: np.array(value, np.float64) for name, value in json.loads(path.read_text()).items()})
