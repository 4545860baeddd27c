"""Make what did it small: take away whatever a fault does not need."""

import json
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress


def sort(fault: str) -> str:
    """Tell the sort of a fault: its words without numbers."""
    return re.sub(r"[\d.-]+", "#", fault)[:160]


async def smaller(
    raw: dict, faults: Callable[[dict], Awaitable[list[str]]], wanted: str, *, keep: frozenset[str] = frozenset(), tries: int = 150
) -> dict:
    """Take fields away as long as a fault of the ``wanted`` sort stays; ``keep`` names fields that are never taken away."""
    where: list[tuple[str, ...]] = [()]
    while where:
        path = where.pop()
        part = _at(raw, path)
        for name in [name for name in part if name not in keep]:
            if not tries:
                return raw
            tries -= 1
            less = json.loads(json.dumps(raw))
            del _at(less, path)[name]
            with suppress(KeyError, AttributeError, TypeError):  # what must be there to tell who is to be answered
                if any(sort(one) == wanted for one in await faults(less)):
                    raw = less
                    continue
            if isinstance(part[name], dict):
                where.append((*path, name))
    return raw


def _at(raw: dict, path: tuple[str, ...]) -> dict:
    for name in path:
        raw = raw[name]
    return raw
