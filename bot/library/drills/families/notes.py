"""The notes of the Tabular List: what may stand together, in which order, with what companion."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.codebook import census
from bot.codebook.book import Book
from bot.codebook.entry import Entry, NoteKind
from bot.codebook.together import Reference, references
from bot.library.drills.family import HARD, MEDIUM, Draft, Family, Option
from bot.library.drills.lot import Lot, turned
from bot.library.drills.sources import Sources
from bot.library.drills.wording import coded, pair, short

_NARROW = 30
"""A reference to more codes than this says too little about what is meant."""


def _whole(book: Book, reference: Reference) -> list[Entry]:
    """List what may be reported of a reference, where it is narrow enough to mean something."""
    if reference.first[:3] != reference.last[:3]:
        return []
    found = census.within(book, reference.first, reference.last, "e.reportable", _NARROW + 1)
    return found if len(found) <= _NARROW else []


def _under(book: Book, code: str) -> list[Entry]:
    return census.within(book, code, where="e.reportable")


def _note_keys(kind: NoteKind, variants: int, sources: Sources, start: float) -> Iterator[str]:
    for noted in census.notes(sources.icd10cm, kind, start):
        if references(noted.text):
            for variant in turned(range(variants), start):
                yield f"{noted.entry.code}-{noted.number}-{variant}"


def _read(sources: Sources, key: str) -> tuple[Entry, str, Entry, Entry, Lot] | None:
    """Read a key: the entry with the note, its line, a code that it binds, a code that it names."""
    parts = key.split("-")
    if len(parts) != 3 or not parts[1].isdecimal():
        return None
    book = sources.icd10cm
    noted = census.note(book, parts[0], int(parts[1]))
    if noted is None:
        return None
    lot = Lot(key)
    bound = _under(book, noted.entry.code)
    named = [one for reference in references(noted.text) for one in _whole(book, reference)]
    if not bound or not named:
        return None
    one, other = lot.pick(bound), lot.pick(named)
    # Codes of one category seldom belong to two conditions, and a vague companion teaches nothing.
    if one.code[:3] == other.code[:3] or not _fit_for_pair(one) or not _fit_for_pair(other):
        return None
    if {one.code[0], other.code[0]} == {"O", "P"} or {_sex(one.title), _sex(other.title)} >= {"male", "female"}:
        return None
    return noted.entry, noted.text, one, other, lot


def _fit_for_pair(entry: Entry) -> bool:
    return len(entry.title) <= 130 and not re.search(r"\bnot specified\b|^Encounter for", entry.title)


def _conflict(book: Book, first: str, second: str) -> bool:
    """Say whether the notes speak against two codes in this order."""
    return _bars(book, first, second) or _bars(book, second, first) or _wants_first(book, first, second)


def _wants_first(book: Book, code: str, other: str) -> bool:
    """Say whether a code first note at a code, or at a header above it, names the other."""
    return any(
        reference.holds(other)
        for up in (code, *(one.code for one in census.above(book, code) if one.kind == "code"))
        for line in census.notes_at(book, up, NoteKind.CODE_FIRST)
        for reference in references(line)
    )


def _first_keys(sources: Sources, start: float) -> Iterator[str]:
    yield from _note_keys(NoteKind.CODE_FIRST, 3, sources, start)


def _first(sources: Sources, key: str) -> Draft | None:
    """A manifestation and its cause: the note puts the cause first."""
    read = _read(sources, key)
    if read is None:
        return None
    at, line, late, early, lot = read
    book = sources.icd10cm
    if _conflict(book, early.code, late.code) or not _wants_first(book, late.code, early.code):
        return None
    ask = lot.pick(
        (
            "Both are documented and belong together: {late}; {early}. In which order are they reported?",
            "The record links two conditions: {early}, and {late}. How are the codes sequenced?",
        )
    ).format(late=late.title, early=early.title)
    quoted = f'code first at {at.code}: "{short(line, 120)}"'
    wrong = (
        Option(pair(late.code, early.code), f"The note turns it round: {quoted}."),
        Option(late.code, f"The other condition is documented too, and the note wants it first: {quoted}."),
        Option(early.code, f"{late.code} is documented and is reported too, after {early.code}."),
    )
    why = f"The note says {quoted}."
    says = {"late": late.title, "early": early.title}
    return Draft(
        ask,
        Option(pair(early.code, late.code), why),
        wrong,
        says,
        (early.code, late.code),
        f"ICD-10-CM Tabular List, note at {at.code}; Guidelines FY2025, Sections I.A.13 and I.B.7",
    )


def _additional_keys(sources: Sources, start: float) -> Iterator[str]:
    yield from _note_keys(NoteKind.USE_ADDITIONAL, 3, sources, start)


def _additional(sources: Sources, key: str) -> Draft | None:
    """A condition and its companion: the note asks for the companion after it."""
    read = _read(sources, key)
    if read is None:
        return None
    at, line, main, extra, lot = read
    book = sources.icd10cm
    if _conflict(book, main.code, extra.code):
        return None
    others = [one for one in census.siblings(book, extra.code) if one.reportable and one.code != extra.code]
    ask = lot.pick(
        (
            "The provider treats {main} and also documents: {extra}. What is reported?",
            "Assessment: {main}. Also documented: {extra}. Which codes, in which order?",
        )
    ).format(main=main.title, extra=extra.title)
    quoted = f'use additional code at {at.code}: "{short(line, 120)}"'
    wrong = [
        Option(pair(extra.code, main.code), f"The companion follows, it does not lead: {quoted}."),
        Option(main.code, f"The companion is missing: {quoted}."),
    ]
    if others:
        other = lot.pick(others)
        wrong.append(Option(pair(main.code, other.code), f"{other.code} says: {short(other.title, 150)}. That is not documented."))
    wrong.append(Option(extra.code, f"{main.code} is what is treated, and it comes first."))
    says = {"main": main.title, "extra": extra.title}
    why = f"The note says {quoted}."
    return Draft(
        ask,
        Option(pair(main.code, extra.code), why),
        tuple(wrong),
        says,
        (main.code, extra.code),
        f"ICD-10-CM Tabular List, note at {at.code}; Guidelines FY2025, Sections I.A.13 and I.B.7",
    )


def _also_keys(sources: Sources, start: float) -> Iterator[str]:
    yield from _note_keys(NoteKind.CODE_ALSO, 2, sources, start)


def _also(sources: Sources, key: str) -> Draft | None:
    """Two codes without a fixed order."""
    read = _read(sources, key)
    if read is None:
        return None
    at, line, one, other, lot = read
    book = sources.icd10cm
    if _conflict(book, one.code, other.code) or _conflict(book, other.code, one.code) or _asks(book, one, other) or _asks(book, other, one):
        return None
    ask = lot.pick(
        (
            "Both are documented: {one} ({a}) and {other} ({b}). How are they sequenced?",
            "{a}, {one}, and {b}, {other}, are both documented at one visit. What is right?",
        )
    ).format(one=one.title, other=other.title, a=one.code, b=other.code)
    quoted = f'code also at {at.code}: "{short(line, 130)}"'
    wrong = (
        Option(f"Both codes; {one.code} always comes first", f"The note gives no order: {quoted}."),
        Option(f"Both codes; {other.code} always comes first", f"The note gives no order: {quoted}."),
        Option(f"Only {one.code}; it says all of both", f"Two codes may be needed to say it all: {quoted}."),
    )
    answer = Option("Both codes; the visit sets the order", f"Two codes, and no order in the note: {quoted}. The circumstances decide.")
    return Draft(
        ask,
        answer,
        wrong,
        {"one": one.code, "other": other.code},
        (one.code, other.code),
        f"ICD-10-CM Tabular List, note at {at.code}; Guidelines FY2025, Section I.A.17",
    )


def _asks(book: Book, one: Entry, other: Entry) -> bool:
    """Say whether a note at one code, or above it, puts the other before or after it."""
    for code in (one.code, *(up.code for up in census.above(book, one.code) if up.kind == "code")):
        for kind in (NoteKind.CODE_FIRST, NoteKind.USE_ADDITIONAL):
            if any(reference.holds(other.code) for line in census.notes_at(book, code, kind) for reference in references(line)):
                return True
    return False


_MEANINGS = {
    NoteKind.EXCLUDES1: ("Only one of the two is coded, not both", "Excludes1 means not coded here: never both, unless they are unrelated."),
    NoteKind.EXCLUDES2: ("Both may be coded, where the patient has both", "Excludes2 means not included here: a patient may have both, and both are coded."),
    NoteKind.CODE_FIRST: ("Both are coded, the one in the note before it", "Code first puts the condition in the note before this one."),
    NoteKind.USE_ADDITIONAL: ("Both are coded, the one in the note after it", "Use additional code puts the companion after this code."),
    NoteKind.CODE_ALSO: ("Both are coded, and the visit gives the order", "Code also gives no order; the circumstances of the visit do."),
}  # fmt: skip
_HEADINGS = {
    NoteKind.EXCLUDES1: "Excludes1", NoteKind.EXCLUDES2: "Excludes2", NoteKind.CODE_FIRST: "Code first",
    NoteKind.USE_ADDITIONAL: "Use additional code", NoteKind.CODE_ALSO: "Code also",
}  # fmt: skip


def _meaning_keys(sources: Sources, start: float) -> Iterator[str]:
    for kind in turned(list(_MEANINGS), start):
        for noted in census.notes(sources.icd10cm, kind, start):
            if len(references(noted.text)) == 1 and len(noted.text) <= 120 and Lot(noted.text + noted.entry.code).below(2) == 0:
                yield f"{noted.entry.code}-{noted.number}"


def _meaning(sources: Sources, key: str) -> Draft | None:
    code, _, number = key.partition("-")
    noted = census.note(sources.icd10cm, code, int(number)) if number.isdecimal() else None
    if noted is None or len(noted.entry.title) > 130:
        return None
    kind = next((one for one in _MEANINGS if noted.text in census.notes_at(sources.icd10cm, code, one)), None)
    if kind is None or sum(noted.text in census.notes_at(sources.icd10cm, code, one) for one in _MEANINGS) > 1:
        return None
    lot = Lot(key)
    line = re.sub(r"^(?:code first|code also|use additional code)[,:]?\s*", "", noted.text, flags=re.IGNORECASE)
    ask = lot.pick(
        (
            "Under {code}, {title}, stands: {kind}: {line}. A patient has what {code} says and what the note names. What follows?",
            "Note at {code} ({title}): {kind}: {line}. Both are documented for one patient. What does the note tell you?",
        )
    ).format(code=code, title=noted.entry.title, kind=_HEADINGS[kind], line=line.rstrip("."))
    others = lot.shuffled([one for one in _MEANINGS if one is not kind])
    # The two kinds of excludes are each other's nearest miss.
    twin = {NoteKind.EXCLUDES1: NoteKind.EXCLUDES2, NoteKind.EXCLUDES2: NoteKind.EXCLUDES1, NoteKind.CODE_FIRST: NoteKind.USE_ADDITIONAL,
            NoteKind.USE_ADDITIONAL: NoteKind.CODE_FIRST, NoteKind.CODE_ALSO: NoteKind.USE_ADDITIONAL}[kind]  # fmt: skip
    # Where both are coded in any case, "the visit decides the order" is true as well.
    never = {NoteKind.EXCLUDES2: NoteKind.CODE_ALSO, NoteKind.CODE_ALSO: NoteKind.EXCLUDES2}.get(kind)
    others = [twin, *(one for one in others if one not in (twin, never))]
    wrong = tuple(Option(_MEANINGS[one][0], f"That would be {_HEADINGS[one]}; this note is {_HEADINGS[kind]}.") for one in others[:3])
    return Draft(ask, Option(*_MEANINGS[kind]), wrong, {"code": code, "kind": _HEADINGS[kind], "line": line.rstrip(".")}, ())


def _excludes_keys(sources: Sources, start: float) -> Iterator[str]:
    noted = "EXISTS (SELECT 1 FROM note n WHERE n.entry IN (e.id, e.parent) AND n.kind = '{}')"
    where = f"{noted.format(NoteKind.EXCLUDES1)} AND {noted.format(NoteKind.EXCLUDES2)}"
    for entry in census.walk(sources.icd10cm, where, start):
        headers = [entry.code, *(up.code for up in census.above(sources.icd10cm, entry.code) if up.kind == "code")]
        one, two = (
            sum(len(census.notes_at(sources.icd10cm, up, kind)) for up in headers) for kind in (NoteKind.EXCLUDES1, NoteKind.EXCLUDES2)
        )
        modes = [f"m{n}" for n in range(3) if one >= 3 and two] + [f"f{n}" for n in range(3) if two >= 3 and one]
        yield from (f"{entry.code}-{mode}" for mode in turned(modes, start))


def _excludes(sources: Sources, key: str) -> Draft | None:
    """Which of four codes may stand beside one, or may not: Excludes1 forbids, Excludes2 allows."""
    at, _, which = key.partition("-")
    book = sources.icd10cm
    lot = Lot(key)
    bound = _under(book, at)
    if not bound or len(which) != 2 or which[0] not in "mf":
        return None
    main = lot.pick(bound)
    forbidden, allowed = _excluded(book, main, NoteKind.EXCLUDES1, lot), _excluded(book, main, NoteKind.EXCLUDES2, lot)
    if min(len(forbidden), len(allowed)) < 1 or len(forbidden if which[0] == "m" else allowed) < 3:
        return None
    if which[0] == "m":
        needed, others = (allowed, True), (forbidden, False)
    else:
        needed, others = (forbidden, False), (allowed, True)
    right = next((found for found in needed[0] if _may_stand(book, main, found[0]) is needed[1]), None)
    wrong = [
        found for found in others[0] if _may_stand(book, main, found[0]) is others[1] and (right is None or found[0].code != right[0].code)
    ]
    if right is None or len(wrong) < 3:
        return None
    words = "Which of these may be reported together with it, where the patient has both" if which[0] == "m" else (
        "Which of these may not be reported together with it, where nothing says that the two are unrelated")  # fmt: skip
    ask = lot.pick(("{main} is reported. {words}?", "The first code is {main}. {words}?")).format(main=coded(main), words=words)

    def option(found: tuple[Entry, str, str], may: bool) -> Option:
        entry, line, where = found
        text = (
            f'Excludes2 at {where}: "{short(line, 130)}". A patient may have both.'
            if may
            else f'Excludes1 at {where} forbids it: "{short(line, 130)}".'
        )
        return Option(coded(entry), text)

    codes = (main.code, right[0].code, *(found[0].code for found in wrong[:3]))
    answer = option(right, needed[1])
    return Draft(ask, answer, tuple(option(found, others[1]) for found in wrong[:3]), {"main": main.code, "words": words}, codes)


def _excluded(book: Book, main: Entry, kind: NoteKind, lot: Lot) -> list[tuple[Entry, str, str]]:
    """List codes that the notes of one kind name at a code and its headers, one a line, with the line and where it stands."""
    found = []
    for code in (main.code, *(up.code for up in census.above(book, main.code) if up.kind == "code")):
        for line in census.notes_at(book, code, kind):
            for reference in references(line)[:1]:
                some = _whole(book, reference)
                fit = [one for one in some if _fit_for_pair(one) and len(one.title) < 80 and one.code[:3] != main.code[:3]]
                if fit:
                    found.append((lot.pick(fit), line, code))
    unique = {entry.code: (entry, line, where) for entry, line, where in found}
    return lot.shuffled(list(unique.values()))


def _may_stand(book: Book, main: Entry, other: Entry) -> bool | None:
    """Say whether two codes may stand together by their Excludes1 notes; None where the patient would have to be of two sexes."""
    if {_sex(main.title), _sex(other.title)} >= {"male", "female"}:
        return None
    return not (_bars(book, main.code, other.code) or _bars(book, other.code, main.code))


def _bars(book: Book, one: str, other: str) -> bool:
    """Say whether an Excludes1 note of one code names the other; a note above both parts their group from others."""
    above = {where for where, _references in _exclusions(book, other)}
    return any(where not in above and any(each.holds(other) for each in named) for where, named in _exclusions(book, one))


@lru_cache(maxsize=2048)
def _exclusions(book: Book, code: str) -> tuple[tuple[str, tuple[Reference, ...]], ...]:
    """Gather what Excludes1 notes name at a code and at all above it, by where they stand."""
    found = []
    for kind, up in (("code", code), *((one.kind, one.code) for one in census.above(book, code))):
        lines = census.notes_at(book, up, NoteKind.EXCLUDES1, kind)
        found.append((f"{kind} {up}", tuple(each for line in lines for each in references(line))))
    return tuple(found)


def _sex(title: str) -> str:
    lower = title.lower()
    if re.search(r"\bfemale|\b(?:ovar|uter|cervi|vagin|vulv|menstru|pregnan|labor|puerper|matern)", lower):
        return "female"
    return "male" if re.search(r"\bmale\b|\b(?:prostat|testi|penis|penile|scrot)", lower) else ""


FAMILIES = (
    Family(
        "excludes", "Excludes1 or Excludes2", "guidelines", HARD,
        "Excludes1 forbids two codes together for one condition; Excludes2 lets both stand.",
        "ICD-10-CM Guidelines FY2025, Section I.A.12, and the notes named", _excludes_keys, _excludes, "icd10cm",
        ("excludes1", "excludes2", "excludes1 and excludes2", "excludes 1", "excludes 2", "excludes notes"), ("excludes",),
    ),
    Family(
        "note-meaning", "What a note tells you", "guidelines", MEDIUM,
        "Excludes1: not both. Excludes2: both may be. Code first: the other before. Use additional: the other after. Code also: no order.",
        "ICD-10-CM Guidelines FY2025, Sections I.A.12, I.A.13 and I.A.17", _meaning_keys, _meaning, "icd10cm",
        ("tabular notes", "notes in the tabular", "instructional notes"), ("excludes",),
    ),
    Family(
        "code-first", "Code first", "guidelines", MEDIUM,
        "A code first note puts the cause before the manifestation.",
        "ICD-10-CM Guidelines FY2025, Section I.A.13", _first_keys, _first, "icd10cm",
        ("code first", "etiology and manifestation", "manifestation", "code first order"),
    ),
    Family(
        "use-additional", "Use additional code", "guidelines", MEDIUM,
        "A use additional code note asks for a companion, and the companion follows.",
        "ICD-10-CM Guidelines FY2025, Section I.A.13", _additional_keys, _additional, "icd10cm",
        ("use additional", "companion codes", "additional codes"),
    ),
    Family(
        "code-also", "Code also", "guidelines", HARD,
        "A code also note asks for two codes and leaves their order to the visit.",
        "ICD-10-CM Guidelines FY2025, Section I.A.17", _also_keys, _also, "icd10cm", ("code also note",),
    ),
)  # fmt: skip
