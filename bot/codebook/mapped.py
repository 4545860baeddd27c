"""Arrays of a compressed file, laid down as they are in a cache, so that they are mapped into memory and cost what is read of them."""

from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import numpy as np
from numpy.lib.npyio import NpzFile
from numpy.typing import NDArray


def mapped(file: NpzFile, name: str, cache: Path | None) -> NDArray[Any]:
    """Map an array of an open file; where there is no cache, or none that can be written to, it is read as a whole.

    Its copy in the cache is named after its checksum in the file; copies of other states go.
    """
    if cache is None or file.zip is None:
        return file[name]
    copy = cache / f"{name}-{file.zip.getinfo(f'{name}.npy').CRC:08x}.npy"
    try:
        if not copy.exists():
            _lay_down(file[name], copy)
            for older in cache.glob(f"{name}-*.npy"):
                if older != copy:
                    older.unlink(missing_ok=True)
        found: NDArray[Any] = np.load(copy, mmap_mode="r")
    except (OSError, ValueError):  # nothing can be written there, or something else stands there
        return file[name]
    return found


def _lay_down(array: NDArray[Any], path: Path) -> None:
    """Write an array aside and rename it, so that a writer who is killed leaves nothing that is taken for whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.stem}-", delete=False) as file:
        aside = Path(file.name)
        try:
            np.save(file, array)
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
