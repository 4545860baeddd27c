"""A zip of somebody else's, opened with care: nothing is unpacked onto the disk, and nothing that grows without end."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from bot.library.exchange.draft import Reading

_MOST_FILES = 20_000
_MOST_BYTES = 64 * 2**20
"""Bytes in all files of one archive together."""
_STAMP = (1980, 1, 1, 0, 0, 0)
"""What is packed twice is the same bytes twice."""


@dataclass(slots=True)
class Archive:
    """The files of a zip."""

    names: list[str]
    _zip: zipfile.ZipFile
    _reading: Reading
    _left: int = _MOST_BYTES

    @classmethod
    def open(cls, data: io.BytesIO, reading: Reading) -> "Archive | None":
        """Open a zip; one that is broken or too large is a fault and None."""
        try:
            opened = zipfile.ZipFile(data)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
            reading.fault("the file", "it is no whole zip; export it again")
            return None
        names = [one.filename for one in opened.infolist() if not one.is_dir()]
        if len(names) > _MOST_FILES:
            reading.fault("the file", f"{len(names):,} files are in it; {_MOST_FILES:,} at most are read")
            return None
        return cls(names, opened, reading)

    def read(self, name: str) -> bytes | None:
        """Read one file; what is broken, locked or grows too large is a fault and None."""
        try:
            with self._zip.open(name) as file:
                data = file.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
            self._reading.fault(name[:80], "it is broken or locked by a password in the zip; export it again")
            return None
        if len(data) > self._left:
            self._reading.fault(name[:80], f"the zip unpacks to more than {_MOST_BYTES // 2**20} MB; export fewer questions at a time")
            self._left = 0
            return None
        self._left -= len(data)
        return data


def pack(files: Mapping[str, bytes]) -> bytes:
    """Pack files into a zip, in their order."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, _STAMP), content, zipfile.ZIP_DEFLATED)
    return data.getvalue()
