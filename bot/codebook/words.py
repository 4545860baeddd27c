"""Turn text into the terms that the index and the search share: folded, cut to stems, filler dropped."""

import re
import unicodedata
from functools import lru_cache

FILLER = frozenset(
    "a an the of in on at to for by with and or not due from as is are be other than nec nos this that into during following".split()
)
"""Words of titles and of queries that say nothing about which code is meant."""

_ORDINALS = {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth", "6th": "sixth", "7th": "seventh",
             "8th": "eighth", "9th": "ninth", "10th": "tenth", "11th": "eleventh", "12th": "twelfth"}  # fmt: skip
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8"}
_ROMAN_LETTER = re.compile(r"(i{1,3}|iv)([a-c])")
_KINDS = frozenset("type stage grade class factor degree group".split())
_WORD = re.compile(r"[a-z0-9]+")
_TELLING = frozenset((*_ORDINALS, *_ROMAN, *_KINDS, "non"))
"""Words that change how the others are read; most texts have none."""

_HEARD = (("ph", "f"), ("pn", "n"), ("ps", "s"), ("ck", "k"), *((f"c{soft}", f"s{soft}") for soft in "eiy"), ("c", "k"), ("q", "k"),
          ("x", "ks"), ("z", "s"))  # fmt: skip
_SILENT = re.compile(r"[aeiouyhw]")

_NEGATED = re.compile(r"\bnot (?:specified as )?(intractable|recurrent|traumatic)\b")
"""In titles these are other words than without the "not"; a query for the one must not find the other."""

_ENDINGS = ("ing", "ure", "ine", "ed", "ly", "al", "ic", "ous", "ion", "ity", "ive", "ment", "ar", "ary", "um", "us", "y", "e", "a")


def split(text: str) -> list[str]:
    """Split a text into lower-case words, accents and possessives dropped.

    >>> split("Ménière's disease, 1st visit")
    ['meniere', 'disease', 'first', 'visit']
    >>> split("Not intractable migraine")
    ['nonintractable', 'migraine']
    """
    folded = text.lower()
    if not folded.isascii():
        folded = "".join(char for char in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(char)).replace("’", "'")
    if "'" in folded:
        folded = folded.replace("'s", "").replace("'", "")
    if "not " in folded:
        folded = _NEGATED.sub(r"non\1", folded)
    words = _WORD.findall(folded)
    return words if _TELLING.isdisjoint(words) else _read_together(words)


def _read_together(words: list[str]) -> list[str]:
    """Read words by the one before them: numbers of kinds in Roman letters, and what "non" stands before."""
    found: list[str] = []
    for word in words:
        if word in _ROMAN:
            word = _ROMAN[word]
        elif word == "i" and found and found[-1] in _KINDS:
            word = "1"
        elif found and found[-1] in _KINDS and (match := _ROMAN_LETTER.fullmatch(word)):
            word = _ROMAN.get(match[1], "1") + match[2]
        word = _ORDINALS.get(word, word)
        if found and found[-1] == "non":
            found[-1] += word  # "non-diabetic" is another word than "diabetic"
        else:
            found.append(word)
    return found


def american(word: str) -> str:
    """Spell a word as the American book does, as far as a rule can.

    >>> american("oedema"), american("tumour"), american("anaesthesia")
    ('edema', 'tumor', 'anesthesia')
    """
    word = word.replace("ae", "e").replace("oe", "e")
    return word[:-3] + "or" if word.endswith("our") and len(word) > 4 else word


@lru_cache(maxsize=2048)
def stem(word: str) -> str:
    """Cut a word to its stem; British and American spellings meet in one.

    >>> stem("fractures"), stem("haemorrhages"), stem("hemorrhage"), stem("tumour"), stem("2")
    ('fract', 'hemorrhag', 'hemorrhag', 'tumor', '2')
    """
    if len(word) <= 3 or not word.isalpha():
        return word
    word = american(word)
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("sses"):
        word = word[:-2]
    elif word.endswith(("oses", "yses")) and len(word) > 5:
        word = word[:-2] + "is"
    elif word.endswith("es") and len(word) > 4 and word[-3] in "xzh":
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word.endswith("ing") and len(word) == 6:
        return word[:3]  # peeing, oozing
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def uninflected(word: str) -> str:
    """Cut only what number and tense put at the end of a word: less than :func:`stem` does.

    >>> uninflected("strokes") == uninflected("stroke"), uninflected("stabbing") == uninflected("stabbed"), uninflected("chronic")
    (True, True, 'chronic')
    """
    if word.endswith("ies"):
        return word[:-3] + "y"
    ending = next((one for one in ("ing", "ed", "es", "s", "e") if word.endswith(one) and len(word) - len(one) >= 3), "")
    return word.removesuffix(ending)


def terms(text: str) -> list[str]:
    """Return the terms of a text, in order, filler left out.

    >>> terms("Fracture of the lower end of radius")
    ['fract', 'lower', 'end', 'radi']
    """
    return [stem(word) for word in split(text) if word not in FILLER]


def sound(word: str) -> str:
    """Reduce a word, or words on a line each, to the consonants as they are heard.

    >>> sound("diarrhea") == sound("dihorrea"), sound("pneumonia") == sound("newmonia"), sound("hydrocele") == sound("hydroseal")
    (True, True, True)
    """
    for written, heard in _HEARD:
        word = word.replace(written, heard)
    return re.sub(r"(.)\1+", r"\1", _SILENT.sub("", word))
