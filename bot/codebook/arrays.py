"""What the search needs, as arrays in the index file: postings, the terms of every entry, and what kind of entry it is.

They are made once, when an index is built (about 12 MB), and mapped into memory when the first search comes.
"""

import math
import mmap
import re
import sqlite3
from array import array
from dataclasses import dataclass, fields
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.codebook.likeness import lengths, read_vectors
from bot.codebook.release import tail_of
from bot.codebook.words import FILLER, split, stem

_K1, _B = 1.2, 0.5
_TITLE, _OWN, _ABOVE, _BLOCK = 5.0, 4.0, 1.5, 0.7
"""Weights of the fields: title, inclusion and index terms, titles and terms of categories above, of the block.
Chosen on 1,500 Alphabetic Index entries of the tuning set."""

OTHER, UNSPECIFIED, LEAF, SIDED, LEFT, RIGHT, BILATERAL, PLAIN = (1 << bit for bit in range(8))
_SIDES = frozenset(("right", "left", "bilateral", "unspecified"))
_ORGANS = frozenset(
    "eye eyes eyelid cornea orbit ear ears breast breasts lung kidney ovary testis side joint joints hand hands foot feet hip hips knee "
    "knees ankle ankles wrist wrists elbow elbows shoulder shoulders arm arms leg legs limb limbs forearm forearms finger fingers thumb "
    "thumbs toe toes thigh thighs upper lower extremity extremities artery vein great lesser and".split()
)
_SIDES_OF_ORGANS = _SIDES | _ORGANS
_WORD = re.compile(r"[a-z0-9]+")
_NO_MORE = frozenset(("unspecified", "uncomplicated", "not", "accidental"))
"""Words of titles that say that nothing more is known, or what is meant where nothing is said."""
_SIDE_WORDS = frozenset(("right", "left", "bilateral", "unspecified", "side", "sided"))


@dataclass(frozen=True, slots=True)
class Document:
    """One entry as the search sees it. ``above`` is the place of its parent among the documents, -1 for none."""

    entry: int
    code: str
    title: str
    phrases: tuple[str, ...]
    above: int
    block: str
    ways: tuple[str, ...] = ()
    """The phrases that are ways of the Alphabetic Index."""


@dataclass(slots=True)
class Arrays:
    """The arrays of one index. A ``*_at`` array holds where the items of each document begin, with the end last."""

    vocabulary: list[str]
    surface: NDArray[Any]
    """Words as printed, for mending slips."""
    rarity: NDArray[Any]
    post: NDArray[Any]
    post_weight: NDArray[Any]
    post_at: NDArray[Any]
    vectors: NDArray[Any]
    """What each term is like, in 127ths; the rarer terms of a phrase say more of what it is about."""
    phrase_terms: NDArray[Any]
    phrase_at: NDArray[Any]
    phrase_weight: NDArray[Any]
    """The rarity of the terms of each phrase, added up."""
    phrase_length: NDArray[Any]
    """How long the vector of each phrase is."""
    phrases_at: NDArray[Any]
    above_terms: NDArray[Any]
    above_at: NDArray[Any]
    way: NDArray[Any]
    """Checksums of the ways of the Alphabetic Index, in order (:func:`way_keys`); ``way_place`` gives the entry of each."""
    way_place: NDArray[Any]
    code: NDArray[Any]
    entry: NDArray[Any]
    parent: NDArray[Any]
    flags: NDArray[Any]
    depth: NDArray[Any]
    children: NDArray[Any]
    letter: NDArray[Any]
    family: NDArray[Any]
    """Entries that differ only in side or in saying "unspecified" have the same number."""
    first: NDArray[Any]
    """The entry that stands for the family of each: its first code without children."""


class _Numbers:
    """Number the terms as they come up."""

    def __init__(self) -> None:
        self.terms: dict[str, int] = {}
        self.surface: list[str] = []
        self._of: dict[str, int] = {}

    def __call__(self, text: str) -> list[int]:
        """Return the terms of a text, each once, in order."""
        found = []
        for word in split(text):
            number = self._of.get(word)
            if number is None:
                term = stem(word)
                number = -1 if word in FILLER else self.terms.setdefault(term, len(self.terms))
                if len(word) >= 4:
                    self.surface.append(word)
                    self.terms.setdefault(term, len(self.terms))
                self._of[word] = number
            if number >= 0:
                found.append(number)
        return list(dict.fromkeys(found))


def make(documents: list[Document]) -> Arrays:
    """Make the arrays from documents in the order of print, parents before children."""
    number = _Numbers()
    phrase_terms, phrase_at, phrases_at = array("H"), array("i", [0]), array("i", [0])
    above_terms, above_at = array("H"), array("i", [0])
    who, what, weight = array("i"), array("H"), array("f")
    own: list[dict[int, float]] = []
    higher: list[dict[int, float]] = []
    handed_down: dict[int, dict[int, float]] = {}
    block_terms: dict[str, list[int]] = {}
    ways: list[tuple[int, int]] = []
    for place, document in enumerate(documents):
        mine: dict[int, float] = {}
        for text, value in ((document.title, _TITLE), *((phrase, _OWN) for phrase in (*document.ways, *document.phrases))):
            found = number(text)
            phrase_terms.extend(found)
            phrase_at.append(len(phrase_terms))
            for term in found:
                if term not in mine:  # the title comes first, and counts most
                    mine[term] = value
        phrases_at.append(len(phrase_at) - 1)
        if document.above in handed_down:
            inherited = handed_down[document.above]
        elif document.above >= 0:
            inherited = dict(higher[document.above])
            for term, value in own[document.above].items():
                inherited[term] = max(inherited.get(term, 0.0), _ABOVE if value == _TITLE else 0.8 * _ABOVE)
            handed_down[document.above] = inherited
        else:
            if document.block not in block_terms:
                block_terms[document.block] = number(document.block)
            inherited = dict.fromkeys(block_terms[document.block], _BLOCK)
        own.append(mine)
        higher.append(inherited)
        above_terms.extend(inherited)
        above_at.append(len(above_terms))
        whole = {**inherited, **mine}
        who.extend([place] * len(whole))
        what.extend(whole)
        weight.extend(whole.values())
        ways += [(key, place) for way in document.ways for key in way_keys(split(way))]
    vocabulary = list(number.terms)
    postings = _postings(np.array(who, np.int32), np.array(what, np.int32), np.array(weight, np.float32), len(documents), len(vocabulary))
    rarity, held, begins = postings["rarity"], np.array(phrase_terms, np.uint16), np.array(phrase_at, np.int32)
    vectors = read_vectors().of(vocabulary)
    ways.sort()
    return Arrays(
        vocabulary=vocabulary,
        surface=np.array(sorted(word.encode() for word in number.surface), "S"),
        **postings,
        vectors=vectors,
        phrase_terms=held,
        phrase_at=begins,
        phrase_weight=np.add.reduceat(np.append(rarity[held], np.float32(0)), begins[:-1]) * (np.diff(begins) > 0),
        phrase_length=lengths(vectors, rarity, held, begins),
        phrases_at=np.array(phrases_at, np.int32),
        above_terms=np.array(above_terms, np.uint16),
        above_at=np.array(above_at, np.int32),
        way=np.array([key for key, _place in ways], np.uint64),
        way_place=np.array([place for _key, place in ways], np.int32),
        **_kinds(documents),
    )


def way_keys(words: list[str]) -> tuple[int, int]:
    """Compute two checksums of a way: of its words in order, and of its terms in any order."""
    plain = sorted({stem(word) for word in words if word not in FILLER})
    return _key(" ".join(words)), _key(f"~{' '.join(plain)}")


def _key(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")


def _postings(who: NDArray[Any], what: NDArray[Any], weight: NDArray[Any], count: int, size: int) -> dict[str, Any]:
    """Weigh terms by BM25 over fields: a term in the title counts most, in a long entry a little less."""
    spread = np.bincount(what, minlength=size)
    rarity = np.log(1 + (count - spread + 0.5) / (spread + 0.5)).astype(np.float32)
    length = np.bincount(who, weights=(weight >= 2) + 0.3, minlength=count)
    norm = 2 * _K1 * (1 - _B + _B * length / length.mean())
    impact = rarity[what] * weight * (_K1 + 1) / (weight + norm[who])
    order = np.argsort(what, kind="stable")
    return {
        "rarity": rarity,
        "post": who[order],
        "post_weight": impact[order].astype(np.float16),
        "post_at": np.concatenate([[0], np.cumsum(spread)]).astype(np.int32),
    }


def _kinds(documents: list[Document]) -> dict[str, Any]:
    count = len(documents)
    parent = np.array([document.above for document in documents], np.int32)
    children = np.bincount(parent[parent >= 0], minlength=count).astype(np.int32)
    headers = set(parent.tolist())
    families: dict[tuple[str, str], int] = {}
    same: dict[int, int] = {}
    family, flags = [0] * count, [0] * count
    for place, document in enumerate(documents):
        parts = _parts(document.title)
        above_code = documents[document.above].code if document.above >= 0 else ""
        names = _sideless(parts, document.code[:3], above_code)
        known = sorted({_root(same, families[name]) for name in names if name in families})
        mine = known[0] if known else place
        same.setdefault(mine, mine)
        for other in known:
            same[other] = mine
        for name in names:
            families.setdefault(name, mine)
        family[place] = mine
        said = {word for part in parts for word in part}
        flags[place] = (
            OTHER * (parts[0][:1] == ["other"])
            | UNSPECIFIED * ("unspecified" in said)
            | LEAF * (place not in headers)
            | SIDED * bool(said & {"left", "bilateral"})
            | LEFT * ("left" in said)
            | RIGHT * ("right" in said)
            | BILATERAL * ("bilateral" in said)
            | PLAIN * ("without" in said or ("with" not in said and not said.isdisjoint(_NO_MORE)))
        )
    family = [_root(same, one) for one in family]
    above = [document.above for document in documents]
    first_child: dict[int, int] = {}
    first_below: dict[int, int] = {}
    below: dict[int, set[int]] = {}
    for place, over in enumerate(above):
        if over >= 0:
            below.setdefault(over, set()).add(family[place])
            first_below.setdefault(over, place)
            if family[over] == family[place]:
                first_child.setdefault(over, place)
    # A header whose codes below it differ in side only is one family with them.
    for place in sorted(below, reverse=True):
        kinds = below[place]
        if len(kinds) == 1 and kinds != {family[place]} and children[place] > 1:
            family[place] = kinds.pop()
            first_child.setdefault(place, first_below[place])
    first = list(range(count))
    for place in sorted(first_child, reverse=True):
        first[place] = first[first_child[place]]
    return {
        "code": np.array([document.code.encode() for document in documents], "S"),
        "entry": np.array([document.entry for document in documents], np.int32),
        "parent": parent,
        "flags": np.array(flags, np.uint8),
        "depth": np.array([len(document.code.replace(".", "")) for document in documents], np.uint8),
        "children": children.astype(np.uint16),
        "letter": np.array([ord(document.code[0]) for document in documents], np.uint8),
        "family": np.array(family, np.int32),
        "first": np.array(first, np.int32),
    }


def _root(same: dict[int, int], one: int) -> int:
    """Follow a family to the one that it was found to be the same as."""
    while same[one] != one:
        one = same[one]
    return one


def _parts(title: str) -> list[list[str]]:
    """Split a title into its parts between commas, each as words."""
    return [_WORD.findall(part) for part in title.lower().split(",")]


def _sideless(parts: list[list[str]], category: str, parent: str) -> list[tuple[str, str]]:
    """Write a title without its side, once for each group in which it names a family: its category, and its parent.

    Under a parent a part of the title goes as a whole where it only names a side of an organ.

    >>> _sideless(_parts("Conjunctival cysts, right eye"), "H11", "H11.44")
    [('H11', 'conjunctival cysts eye'), ('H11.44', 'conjunctival cysts')]
    >>> _sideless(_parts("Conjunctival cysts, bilateral"), "H11", "H11.44")
    [('H11', 'conjunctival cysts'), ('H11.44', 'conjunctival cysts')]
    """
    found = [(category, _plain(parts))]
    kept = [*parts[:1], *(part for part in parts[1:] if _SIDES.isdisjoint(part) or not _SIDES_OF_ORGANS.issuperset(part))]
    if len(kept) < len(parts):
        found.append((parent, _plain(kept)))
    return found


def _plain(parts: list[list[str]]) -> str:
    return " ".join([word for part in parts for word in part if word not in _SIDE_WORDS])


def write(db: sqlite3.Connection, arrays: Arrays) -> None:
    """Write the arrays of a release that is being built: where each begins into a table, its bytes behind the last page."""
    db.execute("CREATE TABLE array (name TEXT PRIMARY KEY, kind TEXT NOT NULL, begins INTEGER NOT NULL, size INTEGER NOT NULL)")
    with tail_of(db).open("wb") as file:
        for field in fields(Arrays):
            value = getattr(arrays, field.name)
            kind, data = ("words", "\n".join(value).encode()) if isinstance(value, list) else (value.dtype.str, value.tobytes())
            file.write(bytes(-file.tell() % 64))
            db.execute("INSERT INTO array VALUES (?, ?, ?, ?)", (field.name, kind, file.tell(), len(data)))
            file.write(data)


def read(db: sqlite3.Connection, path: Path) -> Arrays:
    """Map the arrays of an index file into memory: a page is read when it is first needed, and shared by all who read it."""
    behind = math.prod(db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    with path.open("rb") as file:
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    found: dict[str, Any] = {}
    for name, kind, begins, size in db.execute("SELECT name, kind, begins, size FROM array"):
        if kind == "words":
            found[name] = mapped[behind + begins : behind + begins + size].decode().split("\n")
        else:
            dtype = np.dtype(kind)
            found[name] = np.frombuffer(mapped, dtype, size // dtype.itemsize, behind + begins)
    found["vectors"] = found["vectors"].reshape(len(found["vocabulary"]), -1)
    return Arrays(**found)
