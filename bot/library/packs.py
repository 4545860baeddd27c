"""The private packs of an operator: watched, checked before they go live, the last good version kept where one is faulty.

Nothing is read while somebody is answered. Whoever owns a clock calls :meth:`Packs.look`; what changed is read when it has not
changed again since the look before, since an editor may be in the middle of writing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import Lock

from bot.library import compiled
from bot.library.contents import Answers, Bank, answer_files, bank_files, read_answers, read_bank
from bot.library.fault import Fault
from bot.library.load import ContentError
from bot.library.pack import Pack
from bot.library.shelf import Library

Check = Callable[[Path, Library], list[Fault]]
"""Finds every fault of the pack in a folder beside a library."""

_EVERY = timedelta(seconds=3)
Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class _Compiled:
    """What is kept of a pack that had no fault."""

    bank: Bank
    answers: Answers


class Packs:
    """Watch the folders of private packs; ``cache`` is where their last good versions are kept over a restart.

    Where two packs have the same id, the one that was live first stays; at a start, that is the one named first.
    """

    def __init__(self, folders: Sequence[Path], cache: Path | None, check: Check) -> None:
        self._folders, self._cache, self._check = tuple(folders), cache, check
        self._live: dict[Path, Pack] = {}
        self._seen: dict[Path, Stamp] = {}
        self._read: dict[Path, Stamp] = {}
        self._looked: datetime | None = None
        self._changed = False
        self._looking = Lock()

    def look(self, library: Library, now: datetime) -> Library | None:
        """Return the library with what changed since the last look, None where nothing did; at most every few seconds.

        The first look takes everything in.
        """
        if self._looked is not None and abs(now - self._looked) < _EVERY:
            return None
        if not self._looking.acquire(blocking=False):  # another thread is at it
            return None
        try:
            return self._look(library, now)
        finally:
            self._looking.release()

    def _look(self, library: Library, now: datetime) -> Library | None:
        first, self._looked = self._looked is None, now
        again, self._changed = self._changed, False
        for folder in self._folders:
            stamp = _stamp(folder)
            settled = first or stamp == self._seen.get(folder)
            self._seen[folder] = stamp
            # What is faulty may be sound once another pack has changed, such as one that had an id of it.
            other = (again or self._changed) and folder in self._live and bool(self._live[folder].faults)
            if settled and (stamp != self._read.get(folder) or other):
                pack = self._take_in(folder, library)
                self._read[folder] = stamp
                self._changed |= pack != self._live.get(folder)
                self._live[folder] = pack
        return library.with_packs(tuple(self._live[folder] for folder in self._folders)) if self._changed else None

    def _take_in(self, folder: Path, library: Library) -> Pack:
        others = library.with_packs(tuple(self._live[one] for one in self._folders if one != folder and one in self._live))
        try:
            made_of = compiled.checksum(_files(folder), folder, _Compiled)
            found = compiled.find(self._cache, "pack", folder, _Compiled, made_of)
            if found is not None and _fits(found, others):
                return Pack(folder, found.bank, found.answers)
            faults = (
                self._check(folder, others)
                if folder.is_dir()
                else [Fault(folder.name, "the folder", "it is not there; mend TUTOR_CONTENT")]
            )
            if not faults:
                new = _Compiled(read_bank(folder, library.areas), read_answers(folder))
                if compiled.checksum(_files(folder), folder, _Compiled) != made_of:
                    return self._last_good(folder, others)  # written into meanwhile; the next look takes it in
                compiled.keep(self._cache, "pack", folder, made_of, new)
                return Pack(folder, new.bank, new.answers)
        except ContentError as error:  # the same, and what was written is faulty
            faults = error.faults
        except (OSError, UnicodeError, RecursionError) as error:
            faults = [Fault(folder.name, "the folder", f"it cannot be read ({type(error).__name__}); see to its permissions and encoding")]
        return replace(self._last_good(folder, others), faults=tuple(faults))

    def _last_good(self, folder: Path, others: Library) -> Pack:
        """Give what of a faulty pack is live: what was, or after a restart what was kept of it."""
        if folder in self._live:
            return self._live[folder]
        kept = compiled.find(self._cache, "pack", folder, _Compiled)
        return Pack(folder, kept.bank, kept.answers) if kept is not None and _fits(kept, others) else Pack(folder)


def _fits(found: _Compiled, others: Library) -> bool:
    """Say whether a pack that had no fault once still has none beside what is there now: its ids free, its areas known."""
    bank, answers = found.bank, found.answers
    topics = {topic.id for topic in answers.topics} | set(others.topics)
    free = not any(one.id in others.questions for one in bank.questions) and not any(one.id in others.cases for one in bank.cases)
    known = all(one.area in others.areas for one in bank.questions)
    known = known and all(related in topics for topic in answers.topics for related in topic.related)
    return free and known and not any(topic.id in others.topics for topic in answers.topics)


def _files(folder: Path) -> list[Path]:
    return [*bank_files(folder), *answer_files(folder)]


def _stamp(folder: Path) -> Stamp:
    """Tell the state of the files of a folder without reading them."""
    found = []
    for path in _files(folder):
        try:
            state = path.stat()
        except OSError:  # it went away between listing and looking
            continue
        found.append((str(path), state.st_mtime_ns, state.st_size))
    return tuple(found)
