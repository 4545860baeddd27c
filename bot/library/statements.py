"""A TOML text parted into headings and fields, each with the lines it stands on."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Statement:
    """A heading, or one or more fields: lines ``start`` to ``end`` (without it), counted from 0."""

    start: int
    end: int
    heading: str = ""
    fields: tuple[str, ...] = ()


def statements(lines: Sequence[str]) -> Iterator[Statement]:
    """Part a sound TOML text into headings and fields; a field goes on until TOML can read it."""
    at = 0
    while at < len(lines):
        plain = lines[at].strip()
        if not plain or plain.startswith("#"):
            at += 1
        elif plain.startswith("["):
            yield Statement(at, at + 1, heading="".join(plain.partition("#")[0].split()))
            at += 1
        else:
            end = at + 1
            while (found := _loaded("".join(lines[at:end]))) is None and end < len(lines):
                end += 1
            yield Statement(at, end, fields=tuple(flat(found or {})))
            at = end


def _loaded(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def flat(table: Mapping[str, Any]) -> dict[str, Any]:
    """Name the fields of an item as authors do: those of ``why`` each by its letter, such as ``why.A``."""
    found: dict[str, Any] = {}
    for name, value in table.items():
        if name == "why" and isinstance(value, dict):
            found |= {f"why.{letter}": reason for letter, reason in value.items()}
        else:
            found[name] = value
    return found
