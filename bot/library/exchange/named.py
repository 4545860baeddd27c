"""The codes that a question names, listed as our items list them: with their official titles, from the code book."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.codebook.shelf import HCPCS, ICD10CM, CodeBook
from bot.library.check import HCPCS_CODE, ICD_CODE
from bot.library.exchange.page import TABLES, Value


def listed(before: str, after: str, table: Mapping[str, Any], last: date | None, codebook: CodeBook) -> dict[str, Value]:
    """Return what is to change of the lists of an item whose text was ``before`` and is ``after``.

    Codes that went go, codes that came are looked up in the release of the day ``last``, the newest if there is none. A code that no
    release has is left to the author: it is a slip, or meant to be unreal.
    """
    lists = {name: dict(table.get(name, {})) for name in TABLES}
    unreal = list(table.get("unreal", []))
    known = {code for found in lists.values() for code in found} | set(unreal)
    books = [(codebook.book(ICD10CM, last) if last else None) or codebook.books(ICD10CM)[-1], *codebook.books(HCPCS)[-1:]]
    for name, found in lists.items():
        lists[name] = {code: title for code, title in found.items() if code not in before or code in after}
    for code in dict.fromkeys([*ICD_CODE.findall(after), *HCPCS_CODE.findall(after)]):
        if code in known:
            continue
        for book, names in zip(books, (("codes", "headers"), ("hcpcs", "hcpcs")), strict=False):
            entry = book.entry(code)
            if entry is not None and entry.code == code:
                lists[names[0] if entry.reportable else names[1]][code] = entry.title
                break
    changed: dict[str, Value] = {name: found for name, found in lists.items() if found != table.get(name, {})}
    left = tuple(code for code in unreal if code not in before or code in after)
    return changed | ({"unreal": left} if list(left) != unreal else {})
