"""The formats together: which file is of which, and what turns its bytes into drafts or drafts into bytes."""

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.library.exchange import aiken, anki, columns, gift, moodle, qti
from bot.library.exchange.draft import MOST_DRAFTS, Draft, Reading
from bot.library.exchange.format import Format

LARGEST = 20 * 2**20
"""Bytes of a file that is taken in."""


SUFFIX = {
    Format.GIFT: ".gift",
    Format.AIKEN: ".txt",
    Format.MOODLE: ".xml",
    Format.QTI: ".zip",
    Format.CSV: ".csv",
    Format.ANKI: ".apkg",
}
"""How the files of a format are usually named."""

_IN_TEXT: dict[Format, Callable[[str, Reading], None]] = {Format.GIFT: gift.read, Format.AIKEN: aiken.read, Format.CSV: columns.read}
_IN_BYTES: dict[Format, Callable[[bytes, Reading], None]] = {Format.MOODLE: moodle.read, Format.QTI: qti.read, Format.ANKI: anki.read}


_WRITERS: dict[Format, Callable[[Sequence[Draft]], bytes]] = {
    Format.GIFT: gift.write,
    Format.AIKEN: aiken.write,
    Format.MOODLE: moodle.write,
    Format.QTI: qti.write,
    Format.CSV: columns.write,
}


def write(kind: Format, drafts: Sequence[Draft], name: str, now: datetime) -> bytes:
    """Write drafts in a format; ``name`` is that of the deck, where the format has decks."""
    if kind is Format.ANKI:
        return anki.deck(drafts, name, now)
    return _WRITERS[kind](drafts)


def guess(name: str, data: bytes) -> Format | None:
    """Tell the format of a file from its name and, where several formats have such names, from what it begins with."""
    suffix = f".{name.lower().rpartition('.')[2]}"
    if suffix == ".xml":
        return Format.MOODLE if b"<quiz" in data[:4096] else Format.QTI
    if suffix in (".txt", ".gift"):
        return Format.AIKEN if b"{" not in data and b"ANSWER" in data else Format.GIFT
    named = {usual: kind for kind, usual in SUFFIX.items()}
    return named.get(suffix)


def read(kind: Format, file: str, data: bytes) -> Reading:
    """Read a file of a format; everything that is wrong with it is in the result."""
    reading = Reading(file)
    if len(data) > LARGEST:
        has, most = len(data) // 2**20, LARGEST // 2**20
        reading.fault("the file", f"it has {has} MB, {most} at most are read; export fewer questions at a time")
    elif not data.strip():
        reading.fault("the file", "it is empty; export it again")
    elif kind in _IN_BYTES:
        _IN_BYTES[kind](data, reading)
    elif (text := _decoded(data, reading)) is not None:
        _IN_TEXT[kind](text, reading)
    found = len(reading.drafts)
    if found > MOST_DRAFTS:
        reading.fault("the file", f"it holds {found:,} questions; {MOST_DRAFTS:,} at most are taken at a time")
    elif not found and not reading.faults and not reading.unfit:
        reading.fault("the file", f"no question of the format {kind} is in it; is it the right file, and the right format?")
    return reading


def _decoded(data: bytes, reading: Reading) -> str | None:
    """Decode text; what is no text, or not in UTF-8, is a fault and None."""
    wrong = ""
    if data.startswith((b"\xd0\xcf\x11\xe0", b"PK")):
        wrong = 'it is a spreadsheet or an archive, not text; in the spreadsheet choose Save As and "CSV UTF-8"'
    elif data.startswith((b"\xff\xfe", b"\xfe\xff")):
        wrong = 'it is in UTF-16; save it as UTF-8 (in a spreadsheet "CSV UTF-8")'
    elif b"\0" in data:
        wrong = "it is no text; export it again"
    if wrong:
        reading.fault("the file", wrong)
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reading.fault(f"line {line}", 'a character there is not in UTF-8; save the file as UTF-8 (in a spreadsheet "CSV UTF-8")')
        return None
