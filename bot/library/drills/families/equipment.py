"""Equipment and supplies of HCPCS Level II, and the book itself: what a code is for, where it stands."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal

from bot.codebook import census
from bot.codebook.book import Book
from bot.codebook.entry import Entry
from bot.library.drills.family import EASY, MEDIUM, Draft, Family, Option
from bot.library.drills.lot import Lot, turned
from bot.library.drills.sources import Sources
from bot.library.drills.wording import LONGEST, short

_EQUIPMENT = {
    "E0100": ("cane", False), "E0105": ("quad cane", False), "E0130": ("rigid walker", False), "E0143": ("folding walker with wheels", False),
    "E0163": ("commode chair", False), "E0255": ("hospital bed with side rails and mattress", True), "E0260": ("semi-electric hospital bed", True),
    "E0277": ("powered pressure-reducing mattress", True), "E0431": ("portable gas oxygen system", False), "E0470": ("bilevel breathing device", True),
    "E0570": ("nebulizer with compressor", True), "E0601": ("CPAP device", True), "E0607": ("home glucose monitor", False),
    "E0630": ("patient lift", True), "E0650": ("pneumatic compressor", False), "E0730": ("TENS device with four leads", False),
    "E0784": ("external insulin pump", True), "E0791": ("infusion pump worn by the patient", False), "E1130": ("standard wheelchair", True),
    "K0001": ("standard wheelchair", True), "K0003": ("lightweight wheelchair", True), "K0823": ("power wheelchair", True),
    "L0650": ("back brace", False), "L1833": ("knee brace", False), "L3908": ("wrist brace", False), "L4361": ("walking boot", False),
}  # fmt: skip
"""Codes with what they are for, and whether they are rented month by month."""

_MONTHS = {1: "KH", 2: "KI", 3: "KI"} | dict.fromkeys(range(4, 14), "KJ")


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def own_title(book: Book, entry: Entry) -> str:
    """Say a code of HCPCS Level II in our own words, where we have some."""
    return census.fact(book, entry.code, "own words") or entry.title


def _dme_keys(sources: Sources, start: float) -> Iterator[str]:
    found = []
    for code, (_noun, capped) in _EQUIPMENT.items():
        found += [f"{code}-{name}" for name, row in sources.lists.situation.items() if capped or not row.get("capped")]
        found += [f"{code}-month{month}" for month in _MONTHS if capped]
    yield from turned(found, start)


def _dme(sources: Sources, key: str) -> Draft | None:
    code, _, name = key.partition("-")
    noun, capped = _EQUIPMENT.get(code, ("", False))
    book = sources.hcpcs
    if not noun or book.entry(code) is None:
        return None
    if name.startswith("month"):
        month = int(name[5:]) if name[5:].isdecimal() else 0
        if month not in _MONTHS or not capped:
            return None
        right = _MONTHS[month]
        told = f"Month {month} of the rental of {_article(noun)} ({code}) is billed with RR. Which modifier tells the month?"
        near = [one for one in ("KH", "KI", "KJ", "KR") if one != right]
        ask = told
    else:
        row = sources.lists.situation.get(name)
        if row is None or (row.get("capped") and not capped):
            return None
        right, near = row["modifier"], row["near"]
        told = row["told"].format(item=f"{_article(noun)} ({code})", bare=f"{noun} ({code})")
        ask = f"{told} {Lot(key).pick(('Which modifier says so?', 'Which modifier goes on the line?'))}"
    titles = {one: entry for one in (right, *near) if (entry := book.entry(one))}
    if len(titles) < 4:
        return None
    wrong = tuple(Option(one, f"{one} says: {own_title(book, titles[one])}.") for one in near)
    says = {"told": told, "code": code}
    return Draft(ask, Option(right, f"{right} says: {own_title(book, titles[right])}."), wrong, says, (right, *near))


_SUPPLIES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "A4253": ("test strips for a glucose meter", "50", ("50", "100", "150", "200", "300", "120", "180", "25")),
    "A4259": ("lancets", "100", ("100", "200", "300", "150", "250", "90")),
    "A4250": ("urine test strips", "100", ("100", "200", "50", "150", "300")),
    "A4927": ("nonsterile gloves", "100", ("100", "200", "300", "150", "50")),
    "A4450": ("square inches of tape", "18", ("18", "36", "54", "90", "40", "100", "72")),
    "B4150": ("calories of standard tube feeding formula", "100", ("1,800", "1,500", "2,000", "1,250", "1,650", "900")),
    "B4152": ("calories of dense tube feeding formula", "100", ("1,500", "1,800", "2,250", "1,050", "960")),
    "A4216": ("ml of sterile saline for a flush", "10", ("10", "20", "30", "50", "15", "25")),
    "A4217": ("ml of sterile water", "500", ("500", "1,000", "1,500", "750", "2,000")),
    "A9585": ("ml of gadobutrol contrast", "0.1", ("7", "7.5", "10", "6.5", "8", "5.5")),
    "A9575": ("ml of gadoterate contrast", "0.1", ("12", "14", "15", "9.5", "17", "16.5")),
    "A9579": ("ml of gadolinium contrast", "1", ("10", "15", "14", "20", "12.5", "17.5")),
    "Q9967": ("ml of low osmolar contrast", "1", ("75", "100", "120", "95", "62.5", "150")),
    "Q4101": ("square cm of Apligraf", "1", ("44", "22", "15", "30", "88")),
    "Q4186": ("square cm of Epifix", "1", ("4", "6", "9", "16", "24.5")),
    "A5500": ("diabetic shoes", "1", ("1", "2", "4")),
    "V2750": ("lenses with a coating against reflection", "1", ("1", "2", "4")),
    "V2200": ("bifocal lenses", "1", ("1", "2", "4")),
    "A4930": ("sterile gloves", "2", ("2", "20", "50", "100", "30")),
}
"""Supplies with what is counted, how much of it one unit is, and amounts as they are delivered."""


def _supply_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from turned(
        [f"{code}-{given.replace(',', '')}" for code, (_noun, _one, amounts) in _SUPPLIES.items() for given in amounts], start
    )


def _supply(sources: Sources, key: str) -> Draft | None:
    code, _, plain = key.partition("-")
    noun, one, amounts = _SUPPLIES.get(code, ("", "1", ()))
    given = next((each for each in amounts if each.replace(",", "") == plain), None)
    unit = census.fact(sources.hcpcs, code, "unit")
    if given is None or unit is None:
        return None
    exact = Decimal(plain) / Decimal(one)
    count = int(exact.to_integral_value(ROUND_CEILING))
    lot = Lot(key)
    ask = lot.pick(
        (
            "{given} {noun} are delivered. {code} is billed per {unit}. How many units?",
            "A claim for {given} {noun}: the code is {code}, billed per {unit}. What goes into the units field?",
        )
    ).format(given=given, noun=noun, code=code, unit=unit)
    slips: list[tuple[int, str]] = [(int(Decimal(plain)), f"That counts pieces; the unit is {unit}."), (int(exact), "What is begun of a unit is a unit: round up."),
                                    (1, f"One unit covers only {unit}."), (count * 2, "That counts twice what was delivered."), (count + 1, "That is one unit too many."),
                                    (max(count - 1, 1), "That is one unit short."), (count * 10, "A decimal place slipped."), (count + 2, "That is too many."), (count + 3, "That is too many.")]  # fmt: skip
    wrong = tuple(Option(f"{many:,}", why) for many, why in slips if many != count and many >= 1)
    why = f"{given} per {unit} is {exact.normalize():,f}" + (
        f", billed as {count:,}." if exact != count else f" unit{'s' if count != 1 else ''}."
    )
    return Draft(ask, Option(f"{count:,}", why), wrong, {"given": given, "noun": noun, "unit": unit, "code": code}, (code,))


def _listed_keys(sources: Sources, start: float) -> Iterator[str]:
    yield from (entry.code for entry, _words in census.facts(sources.hcpcs, "words", start) if entry.kind == "code")


def _kind(sources: Sources, key: str) -> Draft | None:
    """Which part of the book a code is from, by its letter and number."""
    book = sources.hcpcs
    entry, home = book.entry(key), census.parent(book, key)
    if entry is None or home is None or home.kind != "block":
        return None
    blocks = census.heads(book, "block")
    others = [one for one in blocks if one.code[0] != key[0] and one.title != home.title]
    lot = Lot(key)
    same = [one for one in blocks if one.code[0] == key[0] and one.code != home.code and one.title != home.title]
    chosen = [*lot.shuffled(same)[:1], *lot.shuffled(others)]
    ask = lot.pick(
        (
            "A claim line carries {code}. What kind of thing is it?",
            "Without looking it up: what does {code} stand for?",
            "{code} stands on a claim. From which part of HCPCS Level II is it?",
        )
    )
    wrong = tuple(Option(short(one.title, LONGEST), f"That part runs {one.code}.") for one in chosen[:3])
    own = own_title(book, entry)
    return Draft(
        ask.format(code=key), Option(short(home.title, LONGEST), f"{home.code}. {key} itself is: {own}."), wrong, {"code": key}, (key,)
    )


def _name(sources: Sources, key: str) -> Draft | None:
    """Which code something has, among its neighbors."""
    book = sources.hcpcs
    entry, home = book.entry(key), census.parent(book, key)
    if entry is None or home is None:
        return None
    title = own_title(book, entry)
    known = [(one, own_title(book, one)) for one in census.siblings(book, key) if one.code != key and census.fact(book, one.code, "words")]
    near = sorted(known, key=lambda pair: abs(int(pair[0].code[1:]) - int(key[1:])))[:6]
    fair = [pair for pair in near if pair[1] != title]
    if len(fair) < 3:
        return None
    lot = Lot(key)
    ask = lot.pick(
        (
            "Which code of HCPCS Level II is it: {title}?",
            "The charge slip says: {title}. Which HCPCS Level II code?",
            "Find the HCPCS Level II code for: {title}.",
        )
    )
    wrong = tuple(Option(one.code, f"That is: {own}.") for one, own in lot.shuffled(fair)[:3])
    return Draft(
        ask.format(title=title), Option(key, f"{key} is: {title}."), wrong, {"title": title}, (key, *(option.text for option in wrong))
    )


FAMILIES = (
    Family(
        "dme-modifier", "Equipment modifiers", "hcpcs", MEDIUM,
        "NU, UE and RR say new, used or rented; KH, KI and KJ count the months; KX, GA, GY and GZ say what coverage to expect.",
        "Medicare Claims Processing Manual, Chapter 20, Sections 30 and 130; HCPCS Level II, modifiers (CMS HCPCS file, October 2025)",
        _dme_keys, _dme, "hcpcs", ("dme modifiers", "dme modifier", "equipment modifier", "nu rr ue", "rental modifiers"), ("modifiers",),
    ),
    Family(
        "supply-units", "Supply units", "hcpcs", EASY,
        "Read what one unit of the code is: a box, a pair, 50 strips; what is begun of a unit counts whole.",
        "HCPCS Level II, units in the descriptors (CMS HCPCS file, October 2025); Medicare Claims Processing Manual, Chapter 20",
        _supply_keys, _supply, "hcpcs", ("units of supplies", "supply unit", "supplies"), ("units",),
    ),
    Family(
        "hcpcs-part", "Parts of HCPCS", "hcpcs", EASY,
        "The letter and the number say what kind of thing a code is: E is equipment, J drugs, L braces and prostheses.",
        "HCPCS Level II, order of the book (CMS HCPCS file, October 2025)", _listed_keys, _kind, "hcpcs",
        ("hcpcs letters", "hcpcs sections", "section of a letter", "letters"),
    ),
    Family(
        "hcpcs-code", "Find the HCPCS code", "hcpcs", MEDIUM,
        "Neighbors differ in one word: the form, the route, the size, new or not; read all of it.",
        "HCPCS Level II (CMS HCPCS file, October 2025)", _listed_keys, _name, "hcpcs", ("hcpcs codes", "find a code", "hcpcs lookup"),
    ),
)  # fmt: skip
