"""Which word of the book or of the thesaurus a slip was meant for."""

from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.codebook.words import american, sound
from bot.matching import nearest_words

Array = NDArray[Any]

_LIKE = 0.72
"""Share of letters that need no change, from which on a word may be a slip of another."""

_BY_EAR = 0.45
"""The same where the consonants are heard alike and nothing nearer is found."""

_SURELY = 0.82
"""Where nothing is more like a word than this, what is heard alike is looked at, too."""

_LOOKED_AT, _MOST = 12, 5

_LETTERS = np.zeros(256, np.uint64)
_LETTERS[np.frombuffer(b"abcdefghijklmnopqrstuvwxyz0123456789", np.uint8)] = 1 << np.arange(36, dtype=np.uint64)


class Spellings:
    """Every word that a slip may have been meant for. Kept as arrays: most processes mend few slips, and all must hold the words."""

    def __init__(self, *lists: Array) -> None:
        every = np.unique(np.concatenate([one for one in lists if len(one)])) if any(map(len, lists)) else np.zeros(0, "S1")
        self._words = every
        self._lengths = np.char.str_len(every).astype(np.uint8)

    def __contains__(self, word: str) -> bool:
        spelled = word.encode()
        at = int(np.searchsorted(self._words, np.array(spelled, self._words.dtype))) if len(spelled) <= self._words.itemsize else 0
        return at < len(self._words) and bool(self._words[at] == spelled)

    @cached_property
    def _masks(self) -> Array:
        """Which letters each word has, as bits."""
        letters = self._words.view(np.uint8).reshape(len(self._words), -1)
        masks: Array = np.bitwise_or.reduce(_LETTERS[letters], axis=1)
        return masks

    @cached_property
    def _sounds(self) -> tuple[Array, Array]:
        """The sounds of long words in order, and where each word stands."""
        places = np.flatnonzero(self._lengths >= 5)
        sounds = np.array(sound("\n".join([word.decode() for word in self._words[places].tolist()])).encode().split(b"\n"), "S")
        order = np.argsort(sounds, kind="stable")
        return sounds[order], places[order]

    def near(self, word: str) -> list[tuple[str, float]]:
        """List words that are like one, by likeness (0 to 1), the most like first; in one that sounds like it a change counts half."""
        plain = american(word)
        near = self._spelled_like(*dict.fromkeys((plain, word)))  # what looks British may be a slip: "stroek", "proetin"
        if len(word) < 5:
            return near[:_MOST]
        heard = sound(plain)
        if not near or near[0][1] < _SURELY:
            sounded = [*self._heard(heard), *self._heard(sound(plain.removesuffix("s")))]
            near += nearest_words(plain, sounded, cutoff=_BY_EAR, limit=2)
        found = {spelled: (1 + likeness) / 2 if sound(spelled) == heard else likeness for spelled, likeness in near}
        return sorted(found.items(), key=lambda pair: -pair[1])[:_MOST]

    def _spelled_like(self, *words: str) -> list[tuple[str, float]]:
        """List the words that are spelled like others, or like what is left without the "s" of a disease named after somebody."""
        without = [word[:-1] for word in words if len(word) > 5 and word[-1] == "s" and word[-2] not in "sui"]
        found: dict[str, float] = {}
        for one in (*words, *without):
            for spelled, likeness in nearest_words(one, self._within_reach(one), cutoff=_LIKE, limit=_LOOKED_AT):
                found[spelled] = max(found.get(spelled, 0.0), likeness)
        return sorted(found.items(), key=lambda pair: -pair[1])

    def _within_reach(self, word: str) -> list[str]:
        """List the words whose lengths and letters alone do not make them too unlike ``word``."""
        letters = np.frombuffer(word.encode(), np.uint8)
        changes = ((1 - _LIKE) * np.maximum(self._lengths.astype(np.int16), len(letters)) + 1e-6).astype(np.int16)
        fit = np.flatnonzero(np.abs(self._lengths.astype(np.int16) - len(letters)) <= changes)
        mask = np.bitwise_or.reduce(_LETTERS[letters])
        theirs, most = self._masks[fit], changes[fit]
        # A change brings in at most one letter and takes away at most one.
        fit = fit[(np.bitwise_count(theirs & ~mask) <= most) & (np.bitwise_count(mask & ~theirs) <= most)]
        return [one.decode() for one in self._words[fit].tolist()]

    def _heard(self, heard: str) -> list[str]:
        sounds, places = self._sounds
        key = np.array(heard.encode())
        where = slice(np.searchsorted(sounds, key), np.searchsorted(sounds, key, side="right"))
        return [one.decode() for one in self._words[places[where]].tolist()]
