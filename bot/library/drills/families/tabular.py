"""How the Tabular List is built: what can be reported, what is missing, what stands where."""

from collections.abc import Iterator

from bot.codebook import census
from bot.codebook.book import Book
from bot.codebook.entry import Entry
from bot.library.drills.family import EASY, MEDIUM, Draft, Family, Option
from bot.library.drills.lot import Lot
from bot.library.drills.sources import Sources
from bot.library.drills.wording import fits, short

_CATEGORY = "length(e.code) = 3"


def _reportable_keys(sources: Sources, start: float) -> Iterator[str]:
    yield from (entry.code for entry in census.walk(sources.icd10cm, "NOT e.reportable AND e.sevenths = '' AND length(e.code) > 3", start))


def _reportable(sources: Sources, key: str) -> Draft | None:
    """Under a header: one code that is whole, among the header, codes that lack something, and one that does not exist."""
    book = sources.icd10cm
    header = book.entry(key)
    below = census.within(book, key)
    if header is None or header.reportable or not below:
        return None
    lot = Lot(key)
    leaf = lot.pick(below)
    whole = book.first_reportable(leaf)
    wrong = [_header(book, header)]
    middle = [one for one in census.above(book, leaf.code) if one.kind == "code" and one.code != key and len(one.code) > 3]
    wrong += [_header(book, one) for one in middle[:1]]
    if leaf.sevenths:
        wrong.append(Option(leaf.code, f"Not reportable: {leaf.code} still needs its 7th character."))
    other = next((one for one in lot.shuffled(below) if one.code != leaf.code), None)
    if other is not None and other.sevenths:
        wrong.append(Option(other.code, f"Not reportable: {other.code} still needs its 7th character."))
    extra = _no_such(book, whole)
    if extra:  # often first of all, or the longest code would be the answer
        wrong.insert(0 if lot.below(5) < 3 else len(wrong), extra)
    category = book.entry(key[:3])
    if category and not category.reportable:
        wrong.append(_header(book, category))
    ask = lot.pick(
        (
            "Four ways to write a code from category {cat}, {title}. Which one can go on a claim as it stands?",
            "From category {cat}, {title}: which of these is valid for reporting?",
            "A claim scrubber rejects three of these codes from category {cat}, {title}. Which one passes?",
        )
    )
    title = category.title if category else ""
    why = f"{whole.code} is complete: {short(whole.title, 200)}."
    return Draft(ask.format(cat=key[:3], title=title), Option(whole.code, why), tuple(wrong), {"category": key[:3]}, (whole.code,))


def _header(book: Book, entry: Entry) -> Option:
    more = census.children(book, entry.code)
    return Option(
        entry.code, f"Not reportable: a header with {len(more)} codes under it, such as {more[0].code}." if more else "Not reportable."
    )


def _no_such(book: Book, whole: Entry) -> Option | None:
    """Write a code with one character too many, which is not in the book."""
    if len(whole.code) >= 8:
        return Option(f"{whole.code[:-1]}X{whole.code[-1]}", "Eight characters: no code has more than seven.")
    for char in "0192A":
        code = f"{whole.code}{'.' if len(whole.code) == 3 else ''}{char}"
        if book.entry(code) is None:
            return Option(code, f"Not in the book: {whole.code} takes no further character {char}.")
    return None


_NOTHING = "Nothing: it can be reported as it stands"
_DETAIL = "More detail: the book divides it further"
_SEVENTH = "Only a 7th character"
_PLACEHOLDER = "Placeholder X, then a 7th character"


def _missing_keys(sources: Sources, start: float) -> Iterator[str]:
    # Every third code that is whole: as many as lack something would be too easy a guess.
    where = "length(e.code) > 3 AND (NOT e.reportable OR e.id % 3 = 0)"
    yield from (entry.code for entry in census.walk(sources.icd10cm, where, start))


def _missing(sources: Sources, key: str) -> Draft | None:
    book = sources.icd10cm
    entry = book.entry(key)
    if entry is None:
        return None
    whole = book.first_reportable(entry)
    below = census.children(book, key)
    if entry.reportable:
        kind, why = _NOTHING, f"{key} has nothing printed below it and no 7th character to add."
    elif below:
        kind, why = _DETAIL, f"{len(below)} codes stand below it, such as {below[0].code}: {short(below[0].title, 120)}."
    elif len(key.replace(".", "")) == 6:
        kind, why = _SEVENTH, f"It has six characters and takes a 7th, such as {whole.code}."
    else:
        kind, why = _PLACEHOLDER, f"The gap before the 7th place is filled with X, such as {whole.code}."
    reasons = {
        _NOTHING: f"{key} cannot be reported as it stands.",
        _DETAIL: f"Nothing is printed below {key}.",
        _SEVENTH: _no_seventh(entry, bool(below)),
        _PLACEHOLDER: _no_placeholder(entry, bool(below)),
    }
    ask = (
        Lot(key)
        .pick(
            (
                "The note is coded {code}, {title}. What does this code still need before it can be reported?",
                "You looked up {title} and stopped at {code}. What is still missing?",
                "{code}, {title}, stands on an encounter form. What has to be added to it?",
            )
        )
        .format(code=key, title=entry.title)
    )
    wrong = tuple(Option(text, reason) for text, reason in reasons.items() if text != kind)
    return Draft(ask, Option(kind, why), wrong, {"code": key}, (whole.code,) if whole.reportable else ())


def _no_seventh(entry: Entry, divided: bool) -> str:
    if divided:
        return f"{entry.code} is divided further first; a 7th character never stands straight after a header."
    return f"{entry.code} takes no 7th character." if entry.reportable else "The 7th place would stay empty: X must fill the gap before it."


def _no_placeholder(entry: Entry, divided: bool) -> str:
    if divided:
        return f"X never stands in for detail that the book has codes for, and below {entry.code} it has them."
    return f"{entry.code} takes no 7th character, so there is no gap." if entry.reportable else "Its six characters leave no gap to fill."


_CHAPTERS = (
    "Infections", "Neoplasms", "Blood and immune system", "Endocrine, nutritional, metabolic", "Mental and behavioral", "Nervous system",
    "Eye", "Ear", "Circulatory system", "Respiratory system", "Digestive system", "Skin", "Musculoskeletal system", "Genitourinary system",
    "Pregnancy and childbirth", "Perinatal period", "Congenital conditions", "Symptoms and findings", "Injury and poisoning",
    "External causes", "Reasons for contact (Z codes)", "Special purposes",
)  # fmt: skip
_RANGES = (
    "A00-B99", "C00-D49", "D50-D89", "E00-E89", "F01-F99", "G00-G99", "H00-H59", "H60-H95", "I00-I99", "J00-J99", "K00-K95", "L00-L99",
    "M00-M99", "N00-N99", "O00-O9A", "P00-P96", "Q00-QA0", "R00-R99", "S00-T88", "V00-Y99", "Z00-Z99", "U00-U85",
)  # fmt: skip
_LURES = {
    1: (10, 11, 18), 2: (3, 12, 18), 3: (2, 4, 18), 4: (3, 9, 18), 5: (6, 18, 21), 6: (5, 13, 18), 7: (6, 17, 18), 8: (6, 17, 18),
    9: (10, 3, 18), 10: (1, 9, 18), 11: (1, 14, 18), 12: (1, 13, 19), 13: (6, 12, 19), 14: (11, 15, 18), 15: (14, 16, 21), 16: (15, 17, 21),
    17: (16, 13, 14), 18: (6, 9, 21), 19: (12, 13, 20), 20: (19, 21, 18), 21: (18, 15, 20), 22: (1, 18, 21),
}  # fmt: skip


def _chapter_keys(sources: Sources, start: float) -> Iterator[str]:
    yield from (entry.code for entry in census.walk(sources.icd10cm, _CATEGORY, start))


def _chapter(sources: Sources, key: str) -> Draft | None:
    entry = sources.icd10cm.entry(key)
    chain = census.above(sources.icd10cm, key)
    if entry is None or not chain or chain[-1].kind != "chapter" or not fits(entry.title):
        return None
    number = int(chain[-1].code)

    def option(chapter: int, why: str) -> Option:
        return Option(f"Chapter {chapter}: {_CHAPTERS[chapter - 1]}", why)

    ask = Lot(key).pick(
        (
            "In which chapter of the Tabular List does this category stand: {title}?",
            "Which chapter of the Tabular List do you open for: {title}?",
            "A category is titled: {title}. Where in the Tabular List is it?",
        )
    )
    answer = option(number, f"It is {key}, and this chapter runs {_RANGES[number - 1]}.")
    wrong = [option(lure, f"That chapter runs {_RANGES[lure - 1]}; this category is {key}.") for lure in _LURES[number]]
    return Draft(ask.format(title=entry.title), answer, tuple(wrong), {"title": entry.title}, (key,))


def _block_keys(sources: Sources, start: float) -> Iterator[str]:
    yield from (entry.code for entry in census.walk(sources.icd10cm, _CATEGORY, start))


def _block(sources: Sources, key: str) -> Draft | None:
    book = sources.icd10cm
    entry = book.entry(key)
    chain = census.above(book, key)
    if entry is None or len(chain) < 2 or chain[0].kind != "block":
        return None
    home, chapter = chain[0], chain[-1]
    blocks = [one for one in census.heads(book, "block", chapter.code) if "-" in one.code]
    # A block that holds other blocks would be right as well.
    blocks = [one for one in blocks if not any(other is not one and _within(other, one) for other in blocks)]
    if home not in blocks or len(blocks) < 4 or not fits(entry.title):
        return None
    place = blocks.index(home)
    near = sorted(blocks, key=lambda one: abs(blocks.index(one) - place))[1:4]
    lot = Lot(key)
    ask = lot.pick(
        (
            "Chapter {chapter}: in which block is the category titled {title}?",
            "You are in chapter {chapter} of the Tabular List. Which block holds: {title}?",
        )
    )

    def option(block: Entry, why: str) -> Option:
        return Option(short(f"{block.code} {block.title}", 110), why)

    answer = option(home, f"It is {key}, which lies within {home.code}.")
    wrong = tuple(option(one, f"This block runs {one.code}; the category is {key}.") for one in near)
    stem_ = ask.format(chapter=f"{int(chapter.code)} ({_CHAPTERS[int(chapter.code) - 1]})", title=entry.title)
    return Draft(stem_, answer, wrong, {"title": entry.title}, (key,))


def _within(one: Entry, other: Entry) -> bool:
    return other.code[:3] <= one.code[:3] and one.code[-3:] <= other.code[-3:]


FAMILIES = (
    Family(
        "reportable", "Reportable or not", "icd10cm", EASY,
        "Only a code with nothing printed below it and with its 7th character, where one is asked for, can be reported.",
        "ICD-10-CM Guidelines FY2025, Sections I.A.3, I.B.2 and I.A.5", _reportable_keys, _reportable, "icd10cm",
        ("billable", "valid codes", "reportable codes", "billable codes", "valid or not", "billable or not"),
    ),
    Family(
        "whats-missing", "What is missing", "icd10cm", MEDIUM,
        "Follow a code to its end: first the detail that the book prints, then the 7th character, with X for empty places.",
        "ICD-10-CM Guidelines FY2025, Sections I.B.2, I.A.4 and I.A.5", _missing_keys, _missing, "icd10cm",
        ("incomplete codes", "missing characters", "specificity"), ("seventh-character",),
    ),
    Family(
        "chapter", "Chapter of a code", "icd10cm", EASY,
        "Chapters go by body system, but infections, neoplasms, pregnancy, injuries and symptoms have chapters of their own.",
        "ICD-10-CM Tabular List, table of chapters", _chapter_keys, _chapter, "icd10cm", ("chapters", "icd chapters", "tabular chapters"),
    ),
    Family(
        "block", "Block in a chapter", "icd10cm", MEDIUM,
        "Each chapter opens with its list of blocks; finding the block first saves pages.",
        "ICD-10-CM Tabular List, lists of blocks at the head of the chapters", _block_keys, _block, "icd10cm",
        ("blocks", "code ranges", "tabular blocks"),
    ),
)  # fmt: skip
