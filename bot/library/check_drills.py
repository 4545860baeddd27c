"""Hold the lists in ``content/drills`` against the code sets: every code exists, every way leads to its code."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bot.codebook.shelf import HCPCS, ICD10CM, CodeBook
from bot.library.check_codes import CPT
from bot.library.drills.families.drugs import units
from bot.library.fault import Fault
from bot.library.load import Item, read_items

_LONGEST_ID = 24
_ASTRAY = {"none": 2, "other": 2, "see": 3, "also": 3, "code": 3}
"""What the index may have at a main term that leads astray, and how many words such an entry has."""


def check_drills(folder: Path, codebook: CodeBook, faults: list[Fault]) -> None:
    """Add every fault of the lists that drills are made from."""
    for name, (fields, check) in _LISTS.items():
        path = folder / "drills" / f"{name}.toml"
        seen: set[str] = set()
        for item in read_items([path] if path.exists() else [], folder, name, faults):
            found = list(_shape(item, fields))
            faults += found or check(item, codebook)
            label = str(item.table.get("id", item.table.get("code", "")))
            if label in seen:
                faults.append(item.fault("it stands there twice; take one out"))
            if not re.fullmatch(rf"[A-Za-z0-9-]{{1,{_LONGEST_ID}}}", label):
                faults.append(item.fault(f'"{label}" is no id; write up to {_LONGEST_ID} letters, digits and dashes'))
            seen.add(label)


def _shape(item: Item, fields: dict[str, type]) -> Iterator[Fault]:
    for key, kind in fields.items():
        value = item.table.get(key)
        if not isinstance(value, kind) or (kind is str and not str(value).strip()):
            yield item.fault(f"{key} is missing; write {'it in quotes' if kind is str else 'a list'}", key)
    for key in item.table:
        if key not in {*fields, "capped", "vials", "kit"}:
            yield item.fault(f'"{key}" is not a known field; known are {", ".join(fields)}', key)
    for key in fields:
        if CPT.search(str(item.table.get(key))) and key not in ("doses", "vials"):
            yield item.fault(f"{key} holds a number that reads as a CPT code; take it out", key)


def _texts(item: Item, key: str) -> list[str]:
    found = item.table[key]
    return [str(one) for one in found] if isinstance(found, list) else [str(found)]


def _whole(item: Item, codebook: CodeBook, codes: Sequence[str]) -> Iterator[Fault]:
    for code in codes:
        entry = codebook.entry(code)
        if entry is None or not entry.reportable:
            yield item.fault(f"{code} cannot be reported in ICD-10-CM {codebook.release.name}; mend the code")


def _pairs(*keys: str) -> Callable[[Item, CodeBook], Iterator[Fault]]:
    """Check lists that hold a code with what a provider would write for it."""

    def check(item: Item, codebook: CodeBook) -> Iterator[Fault]:
        for key in keys:
            pair = _texts(item, key)
            if len(pair) != 2:
                yield item.fault(f'{key} has {len(pair)} parts; write ["CODE", "what a provider writes"]')
            else:
                yield from _whole(item, codebook, pair[:1])

    return check


def _neoplasm(item: Item, codebook: CodeBook) -> Iterator[Fault]:
    codes = _texts(item, "codes")
    if len(set(codes)) != 6:
        yield item.fault(f"{len(set(codes))} different codes; the Neoplasm Table has six columns")
    yield from _whole(item, codebook, codes)


def _dose(item: Item, codebook: CodeBook) -> Iterator[Fault]:
    code = str(item.table["code"])
    book = codebook.books(HCPCS)[-1]
    page = book.page(code)
    unit = dict(page.facts).get("unit") if page else None
    if unit is None:
        yield item.fault(f"{code} has no unit in codes/hcpcs.toml; add it there first")
        return
    vials = _texts(item, "vials") if "vials" in item.table else []
    for dose in [*_texts(item, "doses"), *vials]:
        if units(dose, unit) is None:
            yield item.fault(f'"{dose}" cannot be counted in units of {unit}; write a number and a measure, such as "30 mg"')


def _situation(item: Item, codebook: CodeBook) -> Iterator[Fault]:
    near = _texts(item, "near")
    if len(near) != 3:
        yield item.fault(f"{len(near)} modifiers under near; three are needed")
    for modifier in (str(item.table["modifier"]), *near):
        if not codebook.knows(modifier):
            yield item.fault(f"{modifier} is no HCPCS modifier of our list; mend it")


def _navigation(item: Item, codebook: CodeBook) -> Iterator[Fault]:
    book = codebook.books(ICD10CM)[-1]
    final = str(item.table["final"]).split(", ")
    code = str(item.table["code"])
    yield from _whole(item, codebook, final)
    if not any(_flat(one).startswith(_flat(code)) for one in final):
        yield item.fault(f"the way leads to {code}, and {', '.join(final)} is not below it; mend one of them")
    if len(_texts(item, "path")) < 2:
        yield item.fault("the path has no subterm; write the main term and what follows it")
    for name, least in (("astray", 3), ("beside", 3)):
        rows = item.table[name]
        if not isinstance(rows, list) or len(rows) < least or not all(isinstance(row, list) and len(row) >= 2 for row in rows):
            yield item.fault(f'{name} needs at least {least} entries such as ["Foot", "see", "condition"]')
            return
    for term, *rest in item.table["astray"]:  # type: ignore[attr-defined]  # a list, as was just seen
        if rest[0] not in _ASTRAY or len(rest) != _ASTRAY[rest[0]] - 1:
            yield item.fault(f"astray {term}: say none, other, or see, also, code with what stands there")
        elif rest[0] == "code" and book.entry(rest[1]) is None:
            yield item.fault(f"astray {term}: {rest[1]} is not in ICD-10-CM {codebook.release.name}")
    for *_terms, other in item.table["beside"]:  # type: ignore[attr-defined]  # as above
        if book.entry(other) is None:
            yield item.fault(f"beside: {other} is not in ICD-10-CM {codebook.release.name}; mend the code")
        elif _flat(other).startswith(_flat(code)) or _flat(code).startswith(_flat(other)):
            yield item.fault(f"beside: {other} would be right as well; take it out")


def _flat(code: str) -> str:
    return code.replace(".", "")


_LISTS: dict[str, tuple[dict[str, type], Callable[[Item, CodeBook], Iterator[Fault]]]] = {
    "dose": ({"code": str, "drug": str, "doses": list}, _dose),
    "situation": ({"id": str, "modifier": str, "told": str, "near": list}, _situation),
    "suspicion": ({"id": str, "diagnosis": list, "finding": list}, _pairs("diagnosis", "finding")),
    "screening": ({"id": str, "screening": list, "finding": list, "sign": list}, _pairs("screening", "finding", "sign")),
    "neoplasm": ({"id": str, "site": str, "term": list, "codes": list}, _neoplasm),
    "navigation": (
        {"id": str, "diagnosis": str, "path": list, "code": str, "astray": list, "beside": list, "final": str, "says": list},
        _navigation,
    ),
}
"""The lists with their fields and what each must be held against."""
