"""What was made of content files, kept in the data folder, so that the next start does not read TOML again.

A file is named after the folder it was made of and a checksum of everything that went in: the bytes of the content files and
the shape of the values. A changed file is another name. It is written aside and renamed, and carries a checksum of its own, so
that a writer who was killed leaves nothing that is taken for whole. It is JSON: reading it runs no code.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

Value = TypeVar("Value")
Reader = Callable[[Any], Any]

_FORMAT = 1
_STALE = 3600
"""Seconds after which a file that was being written belongs to a writer who is gone."""


def checksum(files: Iterable[Path], root: Path, kind: type) -> str:
    """Compute the checksum of content files and of the shape of what is made of them."""
    digest = hashlib.sha256(f"{_FORMAT} {_shape(kind)}".encode())
    for path in files:
        digest.update(f"\n{path.relative_to(root).as_posix()}\n".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def find(folder: Path | None, name: str, root: Path, kind: Callable[..., Value], made_of: str | None = None) -> Value | None:
    """Find what was made of ``root``: of the state with the checksum ``made_of``, of any state where none is given."""
    if folder is None:
        return None
    stem = _stem(name, root)
    paths = [folder / f"{stem}-{made_of}.json"] if made_of else sorted(folder.glob(f"{stem}-*.json"))
    for path in paths:
        try:
            whole, _, body = path.read_bytes().partition(b"\n")
            if hashlib.sha256(body).hexdigest().encode() == whole and (row := json.loads(body))["shape"] == _shape(kind):
                value: Value = _reader(kind)(row["value"])
                return value
        except (OSError, ValueError, KeyError, TypeError):
            continue  # not there, or not whole: it is made anew
    return None


def keep(folder: Path | None, name: str, root: Path, made_of: str, value: object) -> None:
    """Keep what was made of ``root``; earlier states of it go. Where the folder cannot be written to, nothing is kept."""
    if folder is None:
        return
    kind: type = type(value)
    body = json.dumps({"shape": _shape(kind), "value": _written(value)}, ensure_ascii=False, separators=(",", ":")).encode()
    target = folder / f"{_stem(name, root)}-{made_of}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=folder, prefix=f".{name}-", delete=False) as file:
            aside = Path(file.name)
            file.write(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
        aside.replace(target)
        for older in folder.glob(f"{_stem(name, root)}-*.json"):
            if older != target:
                older.unlink(missing_ok=True)
        now = target.stat().st_mtime
        for left in folder.glob(f".{name}-*"):
            if now - left.stat().st_mtime > _STALE:
                left.unlink(missing_ok=True)
    except OSError:
        return  # a start without it is slower, and all there is to it


def _stem(name: str, root: Path) -> str:
    return f"{name}-{hashlib.sha256(str(root.absolute()).encode()).hexdigest()[:8]}"


def _written(value: Any) -> Any:  # noqa: ANN401  # whatever a field may hold
    if is_dataclass(value):
        return [_written(getattr(value, one.name)) for one in fields(value)]
    if isinstance(value, tuple):
        return [_written(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


@cache
def _shape(kind: Any) -> str:  # noqa: ANN401  # a class of values
    """Write out the fields of a class and of the classes in it, so that values of an earlier version are not taken for ours."""
    inner: dict[type, None] = {}
    hints = {one.name: get_type_hints(kind)[one.name] for one in fields(kind)}
    waiting = list(hints.values())
    while waiting:
        hint = waiting.pop()
        waiting += get_args(hint)
        if is_dataclass(hint) and isinstance(hint, type):
            inner[hint] = None
    return f"{kind.__name__}({', '.join(f'{name}: {hint}' for name, hint in hints.items())})" + "".join(_shape(one) for one in inner)


@cache
def _reader(hint: Any) -> Reader:  # noqa: ANN401  # a type hint
    """Make the function that turns JSON back into a value of a type."""
    if is_dataclass(hint) and isinstance(hint, type):
        hints = get_type_hints(hint)
        turned = [(place, _reader(hints[one.name])) for place, one in enumerate(fields(hint)) if not _plain(hints[one.name])]

        def read(row: list[Any]) -> Any:  # noqa: ANN401
            for place, reader in turned:
                row[place] = reader(row[place])
            return hint(*row)

        return read
    if get_origin(hint) is tuple:
        item, more = (*get_args(hint), None)[:2]
        if more is not Ellipsis or _plain(item):
            return tuple
        one = _reader(item)
        return lambda row: tuple([one(each) for each in row])
    parts = [part for part in get_args(hint) if part is not NoneType]
    if parts:  # a value that may be missing
        inner = _reader(parts[0])
        return lambda raw: None if raw is None else inner(raw)
    if hint is date:
        return date.fromisoformat
    assert issubclass(hint, Enum)  # nothing else is a field of content
    member: Reader = hint
    return member


def _plain(hint: Any) -> bool:  # noqa: ANN401  # a type hint
    """Say whether a value is in JSON what it is here."""
    parts = [part for part in get_args(hint) if part is not NoneType] if get_origin(hint) is not tuple else []
    return hint in (str, int, float, bool) or (bool(parts) and all(part in (str, int, float, bool) for part in parts))
