"""A question as other systems know it: text, options, the right one, feedback; and whatever of ours it happens to carry."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from bot.library.fault import Fault
from bot.library.question import Question

_LABEL = re.compile(r"(area|difficulty|valid_from|valid_to)::?(\S+)")
_SOURCE = re.compile(r"^\s*sources?:[ \t]*(?=\S)", re.IGNORECASE | re.MULTILINE)
_BREAK = re.compile(r"\r\n?|[\u2028\u2029\x85\v\f]")
_BLANKS = re.compile(r"[^\S\n]+")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_FEWEST, _MOST = 3, 4
MOST_DRAFTS = 5_000
"""Questions in one file."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One question on its way in or out. What a format cannot say, or a file does not, is empty."""

    stem: str
    options: tuple[str, ...]
    key: int
    why: tuple[str, ...] = ()
    """A reason for each option."""
    general: str = ""
    """Feedback on the question as a whole."""
    name: str = ""
    """The id in the system that it comes from; ours, where it was there before."""
    area: str = ""
    difficulty: str = ""
    source: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    tags: tuple[str, ...] = ()
    """Labels that are none of ours."""
    place: str = field(default="", compare=False)
    """Where it stands in its file, such as "line 12"."""

    @property
    def told(self) -> str:
        """The feedback on the whole as other systems show it, the source in a line of its own."""
        return "\n".join(part for part in (self.general, f"Source: {self.source}" if self.source else "") if part)

    def labels(self, joint: str = ":") -> tuple[str, ...]:
        """Write what other systems have no field for as tags, such as ``area:icd10cm``."""
        said = (("area", self.area), ("difficulty", self.difficulty), ("valid_from", self.valid_from), ("valid_to", self.valid_to))
        return (*(f"{name}{joint}{value}" for name, value in said if value), *self.tags)


def tidy(text: str) -> str:
    r"""Make text that every format can hold: single blanks, plain line breaks, no characters that cannot be seen.

    >>> tidy(" a\u00a0 b\r\n\r\n\r\n c\x07 ")
    'a b\n\nc'
    """
    text = _BREAK.sub("\n", text)
    text = _UNSEEN.sub("", _BLANKS.sub(" ", text))
    return re.sub("\n{3,}", "\n\n", re.sub(" *\n *", "\n", re.sub("  +", " ", text))).strip(" \n")


def one_line(text: str) -> str:
    """Make tidy text of one line."""
    return tidy(text).replace("\n\n", " ").replace("\n", " ")


def tidied(draft: Draft) -> Draft:
    """Tidy all texts, fill up the reasons, and take area, level, dates and source from where :meth:`Draft.labels` and ``told`` put them."""
    found: dict[str, str] = {}
    tags = []
    for tag in (one_line(tag) for tag in draft.tags):
        label = _LABEL.fullmatch(tag)
        if label and (label[1] in ("area", "difficulty") or day(label[2])):
            found[label[1]] = label[2]
        elif tag:
            tags.append(tag)
    general = tidy(draft.general)
    source = _SOURCE.search(general)
    return replace(
        draft,
        stem=tidy(draft.stem),
        options=tuple(map(one_line, draft.options)),
        why=tuple(map(one_line, (*draft.why, *[""] * (len(draft.options) - len(draft.why))))),
        general=tidy(general[: source.start()]) if source else general,
        source=one_line(draft.source) or (one_line(general[source.end() :]) if source else ""),
        name=one_line(draft.name),
        area=one_line(draft.area) or found.get("area", ""),
        difficulty=one_line(draft.difficulty).lower() or found.get("difficulty", ""),
        valid_from=draft.valid_from or day(found.get("valid_from", "")),
        valid_to=draft.valid_to or day(found.get("valid_to", "")),
        tags=tuple(tags),
    )


def day(text: str) -> date | None:
    """Read a date as we write it, or as an American spreadsheet does; None where it is none.

    >>> day("2026-10-01") == day("10/1/2026")
    True
    """
    american = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text)
    try:
        return date(int(american[3]), int(american[1]), int(american[2])) if american else date.fromisoformat(text)
    except ValueError:
        return None


def draft_of(question: Question, note: str = "") -> Draft:
    """Make the draft of one of our questions; ``note`` is that of its case, which other systems can only show above each question."""
    return tidied(
        Draft(
            stem=f"{note}\n\n{question.stem}" if note else question.stem,
            options=question.options,
            key=question.key,
            why=question.why,
            name=question.id,
            area=question.area,
            difficulty=question.difficulty.value,
            source=question.source,
            valid_from=question.valid_from,
            valid_to=question.valid_to,
        )
    )


@dataclass(slots=True)
class Reading:
    """What was found in a file of another system."""

    file: str
    drafts: list[Draft] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    """What must be mended in the file first."""
    unfit: list[Fault] = field(default_factory=list)
    """Questions of a kind that is not asked here; they may be left out."""

    def fault(self, place: str, what: str) -> None:
        """Note what is wrong at a place, with its mend."""
        self.faults.append(Fault(self.file, place, what))

    def leave(self, place: str, kind: str) -> None:
        """Note a question of a kind that cannot be asked here."""
        self.unfit.append(Fault(self.file, place, f"{kind}; one question with four options and one right answer is wanted"))

    def take(self, draft: Draft) -> None:
        """Take a draft, or say what is wrong with it. An option that lacks to four is left blank."""
        draft = tidied(draft)
        if not draft.stem:
            self.fault(draft.place, "it has no text; write the question")
        elif not _FEWEST <= len(draft.options) <= _MOST:
            self.leave(draft.place, f"it has {len(draft.options)} options")
        elif "" in draft.options:
            self.fault(draft.place, f"option {draft.options.index('') + 1} is empty; write it, or take it out")
        else:
            lacking = [""] * (_MOST - len(draft.options))
            self.drafts.append(replace(draft, options=(*draft.options, *lacking), why=(*draft.why, *lacking)))
