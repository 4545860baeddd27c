"""What a half-typed text may become, for platforms that complete what somebody types."""

from collections.abc import Callable
from datetime import date

from bot.chat import Choice
from bot.codebook.shelf import CodeBook
from bot.library.shelf import Library
from bot.matching import Ranked


def choices(typed: str, codebook: CodeBook, library: Library, rank: Callable[[str], Ranked], day: date, limit: int) -> list[Choice]:
    """Suggest codes, then topics, at most ``limit``; nothing for less than two letters."""
    if len(typed) < 2:
        return []
    found: list[Choice] = []
    page = codebook.find(typed, day)
    if page:
        found += [Choice(f"{one.code} {one.title}"[:80], f"/code {one.code}") for one in (page[1].entry, *page[1].children)]
    elif len(typed) >= 3:
        results = codebook.search(typed, day, limit)
        found += [Choice(f"{hit.shown.code} {hit.shown.title}"[:80], f"/code {hit.shown.code}") for hit in results.hits if results.sure]
    if len(typed) >= 3:
        ranked = rank(typed)
        found += [Choice(library.topics[name].title, f"/faq {name}") for name, score in ranked.best if score >= ranked.offer]
    return found[:limit]
