"""Take drafts into a folder of content: what is there already is edited in place and keeps its id, what is new gets the next one."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile

from bot.codebook.shelf import CodeBook
from bot.library.exchange.bank import Bank, Written, next_number, plain
from bot.library.exchange.draft import Draft, one_line
from bot.library.exchange.gift import OUR_ID
from bot.library.exchange.named import listed
from bot.library.exchange.page import Page, UnreadableError, Value
from bot.library.fault import Fault
from bot.library.load import CASES
from bot.library.question import LETTERS, Difficulty

_MOST = 9_999


@dataclass(frozen=True, slots=True)
class Usual:
    """What holds for new questions of which their file does not say it."""

    valid_from: date
    area: str = ""
    difficulty: str = Difficulty.MEDIUM.value
    source: str = ""
    prefix: str = ""


@dataclass(slots=True)
class Plan:
    """What taking a file in would do. Nothing is written before :meth:`carry_out`."""

    files: dict[Path, bytes] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    changed: dict[str, list[str]] = field(default_factory=dict)
    """What changed of a question, by its id."""
    corrected: dict[str, str] = field(default_factory=dict)
    """The questions whose key is another option now, and what it was and is."""
    same: int = 0
    blank: dict[str, list[str]] = field(default_factory=dict)
    """What is still to be written, by id."""

    def carry_out(self) -> None:
        """Write all files aside, then put each in its place."""
        aside: list[tuple[Path, Path]] = []
        try:
            for path, data in self.files.items():
                path.parent.mkdir(parents=True, exist_ok=True)
                with NamedTemporaryFile(dir=path.parent, prefix=f".{path.stem}-", delete=False) as file:
                    aside.append((Path(file.name), path))
                    file.write(data)
                if path.exists():
                    Path(file.name).chmod(path.stat().st_mode & 0o777)
                else:
                    Path(file.name).chmod(0o644)
            for written, path in aside:
                written.replace(path)
        finally:
            for written, _path in aside:
                written.unlink(missing_ok=True)


def plan(
    folder: Path, file: str, drafts: Iterable[Draft], usual: Usual, areas: Collection[str], taken: Collection[str], codebook: CodeBook
) -> Plan:
    """Work out what becomes of the drafts of ``file``; ``taken`` are ids that belong to items outside the folder."""
    made = Plan()
    bank = Bank(folder, made.faults)
    intake = _Intake(bank, file, usual, areas, taken, codebook, made)
    if not made.faults:
        for draft in drafts:
            intake.take(draft)
    before = {path: page.written() for path, page in bank.files.items()}
    intake.carry_changes()
    made.files = {path: page.written() for path, page in bank.files.items() if page.written() != before.get(path)}
    return made


@dataclass(slots=True)
class _Intake:
    bank: Bank
    file: str
    usual: Usual
    areas: Collection[str]
    taken: Collection[str]
    codebook: CodeBook
    made: Plan
    ids: dict[str, str] = field(default_factory=dict)
    """Where in the file each question stands, by its id here."""
    stems: dict[str, str] = field(default_factory=dict)
    changes: list[tuple[Written, dict[str, Value]]] = field(default_factory=list)
    additions: list[dict[str, Value]] = field(default_factory=list)

    def fault(self, draft: Draft, what: str) -> None:
        self.made.faults.append(Fault(self.file, draft.place, what))

    def take(self, draft: Draft) -> None:
        """Find out which question a draft is, and note what is to be written of it."""
        if draft.area and draft.area not in self.areas:
            self.fault(draft, f'the area "{draft.area[:40]}" is unknown; use one of {", ".join(self.areas)}')
            return
        if draft.difficulty and draft.difficulty not in tuple(Difficulty):
            self.fault(draft, f'the difficulty "{draft.difficulty[:40]}" is unknown; use one of {", ".join(Difficulty)}')
            return
        there = self.bank.find(draft)
        name = there.id if there else self._new_id(draft)
        if not name:
            return
        words = plain(" ".join((draft.stem, *sorted(draft.options))))
        twin = self.ids.get(name) or self.stems.get(words)
        if twin:
            self.fault(draft, f"it is the same question as at {twin}; leave one of them")
            return
        self.ids[name] = self.stems[words] = draft.place or name
        if there:
            self._edit(there, draft)
        else:
            self._add(name, draft)

    def _new_id(self, draft: Draft) -> str:
        """Give a new question its id: its own where it has one of our shape, else the next free one; "" after a fault."""
        if OUR_ID.fullmatch(draft.name):
            if draft.name in self.taken:
                mend = "import into that folder, or take the id out to add it as a question of its own"
                self.fault(draft, f"{draft.name} is a question outside of {self.bank.folder.name}; {mend}")
            elif draft.name.count("-") > 1:
                what = f"{draft.name} is of a case, and no such case is in {self.bank.folder.name}"
                self.fault(draft, f"{what}; take the id out, or write the case")
            else:
                return draft.name
            return ""
        area = draft.area or self.usual.area
        prefix = self.usual.prefix or self.bank.prefix(area)
        if not area:
            self.fault(draft, "it has no area; say --area, one of " + ", ".join(self.areas))
        elif not re.fullmatch("[a-z]{3,8}", prefix):
            self.fault(draft, "its id needs a beginning; say --prefix, three to eight small letters, such as --prefix smith")
        elif (number := next_number(prefix, [*self.bank.by_id, *self.taken, *self.ids])) > _MOST:
            self.fault(draft, f"all ids of {prefix} are used; say another --prefix")
        else:
            return f"{prefix}-{number:04}"
        return ""

    def _add(self, name: str, draft: Draft) -> None:
        area = draft.area or self.usual.area
        if not area:
            self.fault(draft, "it has no area; say --area, one of " + ", ".join(self.areas))
            return
        why = _with_general(draft.why, draft)
        values: dict[str, Value] = {"id": name}
        if draft.name and draft.name != name:
            values["origin"] = draft.name
        values |= {"area": area, "difficulty": draft.difficulty or self.usual.difficulty, "stem": draft.stem}
        values |= dict(zip(LETTERS, draft.options, strict=True)) | {"key": LETTERS[draft.key]}
        values |= {f"why.{letter}": reason for letter, reason in zip(LETTERS, why, strict=True)}
        values |= {"source": draft.source or self.usual.source, "valid_from": draft.valid_from or self.usual.valid_from}
        if draft.valid_to:
            values["valid_to"] = draft.valid_to
        values |= listed("", _text(draft, draft.stem, why), {}, draft.valid_to, self.codebook)
        self.additions.append(values)
        self.made.new.append(name)
        self._blanks(name, {field: value for field, value in values.items() if isinstance(value, str)})

    def _blanks(self, name: str, values: Mapping[str, str]) -> None:
        blank = [field for field, value in values.items() if not value]
        if blank:
            self.made.blank[name] = blank

    def _edit(self, there: Written, draft: Draft) -> None:
        stem = self._stem(there, draft)
        if stem is None:
            return
        why = _with_general(_reasons(there, draft), draft)
        said: dict[str, str] = {"stem": stem, **dict(zip(LETTERS, draft.options, strict=True)), "key": LETTERS[draft.key]}
        said |= {f"why.{letter}": reason for letter, reason in zip(LETTERS, why, strict=True)}
        if draft.source:
            said["source"] = draft.source
        if draft.difficulty and draft.difficulty != there.shared("difficulty"):
            said["difficulty"] = draft.difficulty
        if draft.area and not there.entry.case:
            said["area"] = draft.area
        if draft.name and draft.name != there.id:
            said["origin"] = draft.name
        values: dict[str, Value] = {name: value for name, value in said.items() if value != _as_said(there, name)}
        days = (("valid_from", draft.valid_from), ("valid_to", draft.valid_to))
        values |= {name: day for name, day in days if day and day != there.day(name)}
        if there.entry.case and (draft.area not in ("", CASES) or {"valid_from", "valid_to"} & set(values)):
            self.fault(draft, f"area and dates of {there.id} are those of its case; change them in {there.page.name}")
            return
        self._note_edit(there, draft, values)
        texts = {name for name in values if name not in ("origin", "source", "difficulty", "area", "valid_from", "valid_to", "key")}
        if texts:
            before = "\n".join(there.text(name) for name in ("stem", *LETTERS, *(f"why.{letter}" for letter in LETTERS)))
            last = draft.valid_to or there.day("valid_to")
            values |= listed(f"{there.note}\n{before}", f"{there.note}\n{_text(draft, stem, why)}", there.entry.table, last, self.codebook)
        self._blanks(there.id, {name: there.text(name) for name in ("source",)} | said)
        if values:
            self.changes.append((there, values))

    def _note_edit(self, there: Written, draft: Draft, values: Mapping[str, Value]) -> None:
        """Note what is said of an edited question: what changed, and whether its key is another option now."""
        if not values:
            self.made.same += 1
            return
        self.made.changed[there.id] = list(values)
        options = there.options
        was = options[there.key] if there.key >= 0 else ""
        now = draft.options[draft.key]
        if was and was != now and was in draft.options:
            self.made.corrected[there.id] = f'it was "{was}", it is "{now}"'

    def _stem(self, there: Written, draft: Draft) -> str | None:
        """Give the stem of a draft without the note of its case; None after a fault."""
        if not there.note:
            # What a format put into one line is no change of it.
            return there.text("stem") if one_line(there.text("stem")) == draft.stem else draft.stem
        words = r"\s+".join(re.escape(word) for word in there.note.split())
        begins = re.match(rf"{words}\s+", draft.stem)
        if begins:
            return draft.stem[begins.end() :]
        if plain(draft.stem) == plain(there.text("stem")):
            return draft.stem
        self.fault(draft, f"it does not begin with the note of its case; leave the note as it is here, and change it in {there.page.name}")
        return None

    def carry_changes(self) -> None:
        """Make the changes on the pages; where there are faults, none."""
        if self.made.faults:
            return
        for page in self.bank.files.values():
            mine = [(there.entry, values) for there, values in self.changes if there.page is page]
            try:
                page.change(mine)
            except UnreadableError as error:
                self.made.faults.append(Fault(page.name, "the file", str(error)))
        for area in dict.fromkeys(str(values["area"]) for values in self.additions):
            path = self.bank.folder / "questions" / f"{area}.toml"
            page = self.bank.files.setdefault(path, Page(path.relative_to(self.bank.folder.parent).as_posix(), ""))
            page.append([values for values in self.additions if values["area"] == area])


def _as_said(there: Written, name: str) -> str:
    return there.text(name) if name == "stem" else one_line(there.text(name))


def _text(draft: Draft, stem: str, why: Iterable[str]) -> str:
    """Join what a question says, the right option first, so that its codes are listed first."""
    return "\n".join((draft.options[draft.key], stem, *draft.options, *why))


def _with_general(why: Iterable[str], draft: Draft) -> list[str]:
    """Add what is said of the whole to the reason of the right option, where that does not say it already."""
    reasons = list(why)
    general = one_line(draft.general)
    if general and general not in reasons[draft.key]:
        reasons[draft.key] = f"{reasons[draft.key]} {general}".strip()
    return reasons


def _reasons(there: Written, draft: Draft) -> list[str]:
    """Give a reason for each option: that of the draft, else the one that was there for the same words, else for the same place."""
    options = there.options
    reasons = []
    for place, (option, why) in enumerate(zip(draft.options, draft.why, strict=True)):
        from_place = options.index(option) if option in options else place if options[place] not in draft.options else None
        old = one_line(there.text(f"why.{LETTERS[from_place]}")) if from_place is not None else ""
        reasons.append(why or old)
    return reasons
