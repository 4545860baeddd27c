"""How much is documented: other or unspecified, with or without, another name for it, acute and chronic."""

import re
from collections.abc import Iterator

from bot.codebook import census
from bot.codebook.book import Book
from bot.codebook.entry import Entry, NoteKind
from bot.codebook.tabular import stem
from bot.library.drills.family import EASY, MEDIUM, Draft, Family, Option
from bot.library.drills.lot import Lot, turned
from bot.library.drills.sources import Sources
from bot.library.drills.wording import coded, fits, pair, short, words_of

_OTHER = re.compile(r"^Other\b(?! and unspecified)")
_UNSPECIFIED = re.compile(r"\bunspecified\b", re.IGNORECASE)


def _set(book: Book, code: str) -> tuple[Entry, Entry, list[Entry]] | None:
    """Find under one parent the code for other, the one for unspecified, and the specific ones."""
    group = census.siblings(book, code)
    other = [one for one in group if _OTHER.search(one.title)]
    vague = [one for one in group if _UNSPECIFIED.search(one.title) and one not in other]
    rest = [one for one in group if one not in other and one not in vague]
    if len(other) != 1 or len(vague) != 1 or len(rest) < 2 or not all(one.reportable for one in group):
        return None
    return other[0], vague[0], rest


def _detail_keys(sources: Sources, start: float) -> Iterator[str]:
    for entry in census.walk(sources.icd10cm, "e.reportable AND e.title LIKE '%unspecified%'", start):
        yield f"{entry.code}-u"
        yield from _terms(sources.icd10cm, entry.code)


def _terms(book: Book, vague: str) -> Iterator[str]:
    found = _set(book, vague)
    if found is None or found[1].code != vague:
        return
    for number, text in _inclusions(book, found[0].code):
        if "NOS" not in text.split():
            yield f"{found[0].code}-{number}"


def _inclusions(book: Book, code: str) -> list[tuple[int, str]]:
    return list(enumerate(census.notes_at(book, code, NoteKind.INCLUSION)))


def _detail(sources: Sources, key: str) -> Draft | None:
    book = sources.icd10cm
    code, _, which = key.rpartition("-")
    found = _set(book, code)
    up = census.parent(book, code)
    if found is None or up is None or up.kind != "code":
        return None
    other, vague, rest = found
    lot = Lot(key)
    near = lot.shuffled(sorted(rest, key=lambda one: -len(one.title))[:4])[:2]  # short ones would show which is not meant
    if not fits(*(coded(one) for one in (other, vague, *near))):
        return None
    if which == "u":
        if vague.code != code or _UNSPECIFIED.search(up.title) or _OTHER.search(up.title):
            return None
        told = up.title
        ask = lot.pick(
            (
                "The note says only: {told}. No detail is given anywhere. Which code?",
                "All that is documented is: {told}. Nothing more can be learned from the record. Which code is reported?",
            )
        )
        answer = Option(coded(vague), "Unspecified is for a record that gives no further detail.")
        wrong = [Option(coded(other), "Other specified is for a detail that has no code of its own; here there is no detail.")]
        wrong += [Option(coded(one), "This says more than is documented.") for one in near]
    else:
        terms = dict(_inclusions(book, other.code))
        term = terms.get(int(which)) if which.isdecimal() else None
        if other.code != code or term is None or any(words_of(term) <= words_of(one.title) for one in (vague, *rest)):
            return None
        told = term
        ask = lot.pick(
            (
                "The provider documents: {told}. Which of these codes takes it in?",
                "Assessment in the note: {told}. Which of these is the code?",
            )
        )
        answer = Option(coded(other), f"The detail has no code of its own; the book lists it as an inclusion term at {other.code}.")
        wrong = [Option(coded(vague), "Unspecified is for no detail at all; this record names one.")]
        wrong += [Option(coded(one), f"This is something else: {one.title}.") for one in near]
    return Draft(
        ask.format(told=told), answer, tuple(wrong), {"documented": told}, (answer.text.split()[0], *(o.text.split()[0] for o in wrong))
    )


def _inclusion_keys(sources: Sources, start: float) -> Iterator[str]:
    for noted in census.notes(sources.icd10cm, NoteKind.INCLUSION, start, "e.reportable"):
        yield f"{noted.entry.code}-{noted.number}"


def _inclusion(sources: Sources, key: str) -> Draft | None:
    """Another name of a condition, as the book lists it under its code."""
    book = sources.icd10cm
    code, _, number = key.rpartition("-")
    noted = census.note(book, code, int(number)) if number.isdecimal() else None
    if noted is None or not 6 <= len(noted.text) <= 110 or not fits(coded(noted.entry)):
        return None
    said, entry = words_of(noted.text), noted.entry
    if len(said - words_of(entry.title)) < max(1, len(said) // 2) or re.search(r"\b(?:code|codes|see|patients?)\b", noted.text):
        return None  # the title says it already
    lot = Lot(key)
    near = [one for one in census.siblings(book, code) if one.reportable and one.code != code]
    if len(near) < 3:
        seen = {one.code for one in near}
        near += [
            one for one in lot.shuffled(census.within(book, code[:3], where="e.reportable")) if one.code != code and one.code not in seen
        ]
    if len(near) < 3:
        up = census.above(book, code)
        block = next((one for one in up if one.kind == "block"), None)
        first, _, last = (block.code if block else "").partition("-")
        near += census.within(book, first, last or first, "e.reportable")[:40] if block else []
    term = noted.text.lower()
    fair = [one for one in near if one.code != code and fits(coded(one)) and not _names(book, one, term, said)]
    if len(fair) < 3:
        return None
    # Near misses that share words with the term come first: they are what a hasty reader takes.
    fair = sorted(dict.fromkeys(fair), key=lambda one: -len(words_of(one.title) & said))[:5]
    chosen = [fair[0], *lot.shuffled(fair[1:])[:2]]
    ask = lot.pick(
        (
            "The provider writes: {term}. Under which code does the Tabular List carry that wording?",
            "Assessment in the note: {term}. Which code takes it in?",
            "The record says: {term}. Which of these codes is it?",
        )
    )
    wrong = tuple(Option(coded(one), _other_terms(book, one)) for one in chosen)
    answer = Option(coded(entry), f"The term stands as an inclusion term under {code}.")
    return Draft(ask.format(term=noted.text), answer, wrong, {"term": noted.text}, (code, *(one.code for one in chosen)))


def _other_terms(book: Book, entry: Entry) -> str:
    listed = census.notes_at(book, entry.code, NoteKind.INCLUSION)
    return f"{entry.code} does not list that term" + (
        f"; it lists others, such as {short(listed[0], 120)}." if listed else ", nor any other."
    )


def _names(book: Book, entry: Entry, term: str, said: set[str]) -> bool:
    """Say whether another code names the same too."""
    texts = [entry.title, *census.notes_at(book, entry.code, NoteKind.INCLUSION)]
    return any(text.lower() == term or words_of(text) >= said for text in texts)


def _with_keys(sources: Sources, start: float) -> Iterator[str]:
    for entry in census.walk(sources.icd10cm, f"{census.CODED} AND e.title LIKE '% without %' AND e.title NOT LIKE '%unspecified%'", start):
        for which in turned("wn", start):
            yield f"{entry.code}-{which}"


def _with(sources: Sources, key: str) -> Draft | None:
    """Two codes that differ in with or without: one code says both halves of the diagnosis."""
    book = sources.icd10cm
    code, _, which = key.rpartition("-")
    without = book.entry(code)
    if without is None or without.code != code:
        return None
    at = without.title.rfind(" without ")
    within = census.titled(book, f"{without.title[:at]} with {without.title[at + 9 :]}", code[:3])
    if within is None or within.sevenths != without.sevenths:
        return None
    head, tail = without.title[:at], without.title[at + 9 :]
    if site := re.match(r"foreign body( (?:of|in|into) .+)", tail):
        head, tail = head + site[1], "foreign body"
    if len(tail) < 4 or re.match(r"(?:mention|other|intractable)\b", tail) or " with" in tail or "," in tail:
        return None
    char = without.sevenths[:1]
    one, two = (stem(entry.code) + char if char else entry.code for entry in (within, without))
    lot = Lot(key)
    first = f" This is the {census.sevenths(book, code)[0].meaning}." if char else ""
    near = [entry for entry in census.siblings(book, code) if entry not in (within, without) and entry.sevenths == without.sevenths]
    near += [entry for entry in census.within(book, code[:5]) if entry not in (within, without) and entry.sevenths == without.sevenths]
    others = [Option(stem(e.code) + char if char else e.code, f"This is something else: {e.title}.") for e in near[:2]]
    if which == "w":
        told = lot.pick(("It is documented together with {tail}.", "The note also documents {tail}.")).format(tail=tail)
        answer = Option(one, f"One combination code says both: {within.title}.")
        wrong = [Option(pair(two, one), "The two contradict each other: the first says without. The combination code stands alone."),
                 Option(two, f"This says without {tail}, which is documented."), *others]  # fmt: skip
    else:
        told = lot.pick(("The provider looked for {tail} and found none.", "{Tail} was ruled out.")).format(
            tail=tail, Tail=tail[0].upper() + tail[1:]
        )
        answer = Option(two, f"The record rules out {tail}, and the code says so: {without.title}.")
        wrong = [Option(one, f"This says with {tail}, which was not found."),
                 Option(pair(one, two), "The two contradict each other; one code says it all."), *others]  # fmt: skip
    ask = f"Assessment: {head}. {told}{first} {lot.pick(('What is reported?', 'Which code or codes?'))}"
    return Draft(
        ask, answer, tuple(wrong), {"head": head, "tail": tail if tail in told else tail[0].upper() + tail[1:], "told": told}, (one, two)
    )


_LEVEL = (
    "E87.21 G44.319 H04.01 H04.32 H61.01 H65.0 H68.01 H70.21 H73.00 I24.81 J70.2 J81.0 J82.82 K05.00 K11.21 K60.0 L58.0 N41.0 N70.01 N70.02 "
    "N71.0 N73.0 R05.1"
).split()
"""Where the Alphabetic Index of 2025 has acute and chronic at the same indentation and the Tabular List a code for each."""

_PAIRS = {
    "J01.00": ("J32.0", "maxillary sinusitis"), "J01.10": ("J32.1", "frontal sinusitis"), "J01.20": ("J32.2", "ethmoidal sinusitis"),
    "J01.30": ("J32.3", "sphenoidal sinusitis"), "J01.40": ("J32.4", "pansinusitis"), "J03.90": ("J35.01", "tonsillitis"),
    "J00": ("J31.1", "nasopharyngitis"), "J02.9": ("J31.2", "pharyngitis"), "K85.90": ("K86.1", "pancreatitis"),
    "K35.80": ("K36", "appendicitis"), "N10": ("N11.9", "pyelonephritis"), "M86.10": ("M86.60", "osteomyelitis, site not documented"),
    "J20.9": ("J42", "bronchitis"),
}  # fmt: skip
"""The same where the titles differ in more than the one word."""


def _acute_keys(sources: Sources, start: float) -> Iterator[str]:
    where = "e.reportable AND e.title LIKE 'Acute %' AND e.code >= 'D' OR e.code IN ('J00', 'M86.10', 'N10', 'K35.80')"
    yield from (entry.code for entry in census.walk(sources.icd10cm, where, start))


def _acute(sources: Sources, key: str) -> Draft | None:
    """Acute and chronic of one condition: two codes, acute first, or one code where the book has one for both."""
    book = sources.icd10cm
    acute = book.entry(key)
    if acute is None or not acute.reportable:
        return None
    if key in _PAIRS:
        code, name = _PAIRS[key]
        chronic = book.entry(code)
        return _acute_pair(book, acute, chronic, name) if chronic else None
    rest = acute.title.removeprefix("Acute ")
    chronic = census.titled(book, f"Chronic {rest}", key[0])
    if chronic is None or not chronic.reportable:
        return None
    both = [one for one in census.within(book, key[:3], where="e.reportable") if _says_both(one.title, rest)]
    if len(both) == 1:
        return _acute_combined(acute, chronic, both[0], rest)
    return _acute_pair(book, acute, chronic, rest) if not both and key.startswith(tuple(_LEVEL)) else None


def _says_both(title: str, rest: str) -> bool:
    lower = title.lower()
    said = re.search(r"acute (?:and|on|with) (?:\(on\) )?chronic|acute .* with chronic", lower)
    return bool(said) and words_of(title) - {"acute", "chronic"} == words_of(rest)


def _acute_pair(book: Book, acute: Entry, chronic: Entry, rest: str) -> Draft | None:
    from bot.codebook.together import Matter, check

    if any(finding.matter is Matter.WRONG for finding in check(book, [acute.code, chronic.code])):
        return None
    told = _acute_told(acute.code, rest)
    answer = Option(pair(acute.code, chronic.code), "Each has its own code, so both are reported, the acute one first.")
    wrong = (
        Option(pair(chronic.code, acute.code), "Both codes are right, their order is not: acute comes first."),
        Option(acute.code, "This leaves out the chronic condition, which is documented and has its own code."),
        Option(chronic.code, "This leaves out the acute condition, which is documented and has its own code."),
    )
    return Draft(f"{told} What is reported?", answer, wrong, {"condition": rest}, (acute.code, chronic.code))


def _acute_combined(acute: Entry, chronic: Entry, both: Entry, rest: str) -> Draft:
    told = _acute_told(acute.code, rest)
    answer = Option(both.code, f"The book has one code for both: {both.title}.")
    wrong = (
        Option(pair(acute.code, chronic.code), f"Two codes are for where none says both; here {both.code} does."),
        Option(pair(chronic.code, acute.code), f"The chronic condition never stands before the acute one, and {both.code} says both."),
        Option(acute.code, "This leaves out the chronic condition, which is documented."),
    )
    return Draft(f"{told} What is reported?", answer, wrong, {"condition": rest}, (both.code, acute.code, chronic.code))


def _acute_told(key: str, rest: str) -> str:
    return (
        Lot(key)
        .pick(
            (
                "The provider documents acute and chronic {rest}.",
                "Assessment: chronic {rest}, now with an acute flare: the note says acute and chronic {rest}.",
            )
        )
        .format(rest=rest)
    )


FAMILIES = (
    Family(
        "detail", "Other or unspecified", "icd10cm", MEDIUM,
        "Unspecified is for no detail; other is for a detail that has no code of its own.",
        "ICD-10-CM Guidelines FY2025, Section I.A.9", _detail_keys, _detail, "icd10cm",
        ("unspecified", "other or unspecified", "nec nos", "nec and nos", "nec", "nos"),
    ),
    Family(
        "inclusion-term", "Inclusion terms", "icd10cm", MEDIUM,
        "Inclusion terms under a code are other names that belong to it, and the list is not complete.",
        "ICD-10-CM Guidelines FY2025, Section I.A.11", _inclusion_keys, _inclusion, "icd10cm",
        ("inclusion terms", "synonyms", "other names"),
    ),
    Family(
        "combination", "Combination codes", "icd10cm", EASY,
        "Where one code says the whole diagnosis, it is reported alone.",
        "ICD-10-CM Guidelines FY2025, Section I.B.9", _with_keys, _with, "icd10cm",
        ("combination codes", "combination code", "with or without"),
    ),
    Family(
        "acute-chronic", "Acute and chronic", "guidelines", MEDIUM,
        "Acute and chronic with a code each are both reported, acute first; one code for both stands alone.",
        "ICD-10-CM Guidelines FY2025, Sections I.B.8 and I.B.9", _acute_keys, _acute, "icd10cm",
        ("acute and chronic", "acute on chronic", "acute chronic"),
    ),
)  # fmt: skip
