"""The page of one code: what it says, whether it can be reported and what is missing, and every note that applies."""

import re
from datetime import date

from bot.chat import LONGEST_TEXT, Choice, Reply
from bot.codebook.entry import Entry, Note, NoteKind, Page, Release, Seventh
from bot.codebook.tabular import stem

_NAMES = {
    NoteKind.INCLUSION: "Also called",
    NoteKind.INCLUDES: "Includes",
    NoteKind.EXCLUDES1: "Excludes1 (never together)",
    NoteKind.EXCLUDES2: "Excludes2 (not included here, both may apply)",
    NoteKind.CODE_FIRST: "Code first",
    NoteKind.USE_ADDITIONAL: "Use additional code",
    NoteKind.CODE_ALSO: "Code also",
    NoteKind.SEVENTH: "7th character",
    NoteKind.NOTE: "Note",
}
_SETS = {"icd10cm": "ICD-10-CM", "hcpcs": "HCPCS Level II", "cpt": "CPT (licensed)"}
_OPENING = re.compile(r"^(?:code(?:\(s\))?)?[\s,]*", re.IGNORECASE)
_SIDES = frozenset(("right", "left", "bilateral", "unspecified"))
_MOST_CHOICES = 18
_SAID = 4
"""Sayings shown on a page."""

_LINE = 1000
_WIDE = 44
"""Characters of a label that a phone shows in one row."""


def named(release: Release) -> str:
    """Name a release in an answer."""
    if release.own_words:
        return f"{_SETS[release.codeset]}, {release.name} (own words)"
    return f"{_SETS.get(release.codeset, release.codeset)}, {release.name} release"


def validity(release: Release, day: date) -> str:
    """Say where the release is not the one in force on the day, and how to load that one."""
    if release.end is not None and day > release.end:
        loaded = f"In force to {release.end.day} {release.end:%B %Y}; the release in force on {day.day} {day:%B %Y} is not loaded"
        return f"{loaded} (whoever runs this tutor: `tutor codes fetch {release.codeset}`)."
    if day < release.start and not release.own_words:
        return f"In force from {release.start.day} {release.start:%B %Y}; nothing older is loaded."
    return ""


def show(page: Page, day: date, today: date, number: int = 1, remark: str = "", more: tuple[Choice, ...] = (), edition: str = "") -> Reply:
    """Show page ``number`` of what the book says about a code on ``day``; ``edition`` is what the learner's exam says otherwise."""
    entry, codeset = page.entry, page.release.codeset
    head = [remark] if remark else []
    title = entry.title if len(entry.title) <= _LINE else entry.title[: _LINE - 1] + "…"
    head += [f"**{entry.code}** {title}", f"{status(page, day)} · {named(page.release)}"]
    if late := validity(page.release, day):
        head.append(late)
    head += [edition] if edition else []
    body = _cut(entry.title)[1:] if len(entry.title) > _LINE else []
    body += _facts(page)
    if page.sevenths:
        body += [f"{seventh.char}  {seventh.meaning}" for seventh in page.sevenths]
    for note in page.notes:
        body += _note(note, own=note.at in (entry.code, page.chain[0].code if _extends(page) else ""))
    if page.ways:
        body.append("**The way in the index**")
        body += [f"{book}: {text}" for book, text in page.ways[:6]]
    if page.chain:
        body.append("**Where it stands**")
        body += [f"{up.label} {up.title}" for up in reversed(page.chain)]
    pages = _paged(head, body)
    number = min(max(number, 1), len(pages))
    on = "" if day == today else f" on {day}"
    choices = [*_below(page, on), *_around(page, on), *more]
    if number < len(pages):
        choices.append(Choice(f"More ({number} of {len(pages)})", f"/code {entry.code}{on} page {number + 1}"))
    kind = "modifier" if entry.kind == "modifier" else "code"
    facts = {"reportable": valid(page, day), "title": entry.title, "release": named(page.release)}
    return Reply(pages[number - 1], tuple(choices), about=(f"{kind}/{codeset}/{entry.code}",), facts=facts)


def valid(page: Page, day: date) -> bool:
    """Say whether a code can be reported on a day."""
    return (page.entry.reportable or page.entry.kind == "modifier") and not _terminated(page, day)


def _terminated(page: Page, day: date) -> str:
    """Return the day on which CMS ended a code, "" while it is active."""
    ended = dict(page.facts).get("terminated", "")
    if len(ended) == 8 and ended.isdecimal() and ended <= f"{day:%Y%m%d}":
        return f"{ended[:4]}-{ended[4:6]}-{ended[6:]}"
    return ""


def _extends(page: Page) -> bool:
    """Say whether the page is of a code with its 7th character; its base is then nearest in the chain."""
    return bool(page.chain) and bool(page.chain[0].sevenths)


def status(page: Page, day: date) -> str:
    """Say whether a code can be reported, and if not, why and what is missing."""
    entry = page.entry
    if ended := _terminated(page, day):
        return f"Not valid for reporting: CMS ended it on {ended}"
    if entry.kind == "modifier":
        return "Modifier"
    if entry.reportable:
        return "Valid for reporting"
    if entry.sevenths:
        missing = 6 - len(entry.code.replace(".", ""))
        filler = f", after {'a placeholder X' if missing == 1 else f'{missing} placeholders X'}" if missing else ""
        return f"Not valid for reporting: it needs a 7th character{filler}"
    what = "a category" if len(entry.code) == 3 else "a subcategory"
    return f"Not valid for reporting: it is {what}, not a code; missing: {_missing(page)}"


def _missing(page: Page) -> str:
    """Name the next step to a code, from what tells the codes below it apart."""
    labels = [label.lower() for label in distinct([child.title for child in page.children])]
    words = {word for label in labels for word in re.findall(r"[a-z]+", label)}
    if labels and all(set(re.findall(r"[a-z]+", label)) & _SIDES for label in labels) and words & {"right", "left"}:
        step = "which side"
    elif "trimester" in words:
        step = "which trimester"
    elif words & {"stage"}:
        step = "which stage"
    else:
        step = "more detail"
    if any(child.sevenths for child in page.children):
        return f"{step}, then the 7th character"
    return f"{step}, a code below it"


def distinct(titles: list[str]) -> list[str]:
    """Cut from titles what they share at their beginning and end, to tell them apart in a few words.

    >>> distinct(["Pain in right hip", "Pain in left hip", "Pain in unspecified hip"])
    ['right', 'left', 'unspecified']
    """
    split = [title.split() for title in titles]
    if len(split) < 2:
        return titles
    shortest = min(map(len, split))
    start = 0
    while start < shortest - 1 and len({words[start] for words in split}) == 1:
        start += 1
    end = 0
    while end < shortest - start - 1 and len({words[-1 - end] for words in split}) == 1:
        end += 1
    return [" ".join(words[start : len(words) - end]) for words in split]


def _facts(page: Page) -> list[str]:
    """Say what the file has beside the title: the unit, how to use a modifier, when it came."""
    facts = dict(page.facts)
    lines = []
    if "own words" in facts:
        lines.append(f"**In short** {facts['own words']}")
    if "unit" in facts:
        lines.append(f"**One unit** is {facts['unit']}")
    if "use" in facts:
        lines.append(f"**Use** {facts['use']}")
    if "said" in facts:
        lines.append(f"**People say** {'; '.join(facts['said'].split('; ')[:_SAID])}")
    if "words" in facts:
        lines.append(f"**Also asked as** {facts['words']}")
    if "added" in facts and len(facts["added"]) == 8:
        lines.append(f"Added {facts['added'][:4]}-{facts['added'][4:6]}-{facts['added'][6:]}")
    if "about" in facts:
        lines.append(facts["about"])
    return lines


def _note(note: Note, *, own: bool) -> list[str]:
    name = _NAMES[note.kind]
    lines = joined(note.lines)
    if note.kind in (NoteKind.USE_ADDITIONAL, NoteKind.CODE_FIRST, NoteKind.CODE_ALSO):
        lines = [_OPENING.sub("", line) for line in lines]
    if own:
        return [f"**{name}** {lines[0]}"] if len(lines) == 1 else [f"**{name}**", *(f"• {line}" for line in lines)]
    return [f"From **{note.at}**, {name}: {'; '.join(lines)}"]


def joined(lines: tuple[str, ...]) -> list[str]:
    """Join what a line with a colon at its end introduces into one line."""
    done: list[str] = []
    for line in lines:
        if done and (done[-1].endswith(":") or (": " in done[-1] and done[-1].startswith("code"))):
            done[-1] += (" " if done[-1].endswith(":") else "; ") + line
        else:
            done.append(line)
    return done


def _below(page: Page, on: str) -> list[Choice]:
    """Offer the next step to a reportable code; placeholders are put in."""
    if page.sevenths:
        return [Choice(_seventh(one), f"/code {stem(page.entry.code)}{one.char}{on}") for one in page.sevenths]
    labels = distinct([child.title for child in page.children])
    choices = []
    for child, label in list(zip(page.children, labels, strict=True))[:_MOST_CHOICES]:
        short = label[:1].upper() + label[1:] if set(label.lower().split()) & _SIDES and len(label) < 24 else label
        choices.append(Choice(_fitting(f"{child.code} {short}"), f"/code {child.code}{on}"))
    return choices


def _seventh(seventh: Seventh) -> str:
    """Label a 7th character; a long meaning is told in the words that tell it from the others."""
    meaning = seventh.meaning
    if len(meaning) > _WIDE - 3:
        for long, brief in _BRIEFLY:
            meaning = meaning.replace(long, brief)
    return _fitting(f"{seventh.char}  {meaning}")


_BRIEFLY = (
    (" encounter for fracture with ", ", "),
    (" encounter for ", ", "),
    (" fracture with ", ", "),
    (" fracture type ", " "),
    ("IIIA, IIIB, or IIIC", "IIIA-C"),
    (" with ", ", "),
)


def _around(page: Page, on: str) -> list[Choice]:
    around = []
    if page.chain and page.chain[0].kind == "code":
        around.append(Choice(f"{page.chain[0].code} ▲", f"/code {page.chain[0].code}{on}"))
    around += [
        Choice(f"{entry.code} {mark}", f"/code {entry.code}{on}") for entry, mark in ((page.before, "◀"), (page.after, "▶")) if entry
    ]
    about = page.entry.code[:3] if page.release.codeset == "icd10cm" else "hcpcs"
    return [*around, Choice("Quiz me on this", f"/quiz {about}")]


def _cut(text: str) -> list[str]:
    """Cut a long text into lines at blanks."""
    lines: list[str] = []
    for word in text.split():
        if not lines or len(lines[-1]) + len(word) > _LINE:
            lines.append(word)
        else:
            lines[-1] += f" {word}"
    return lines


def _paged(head: list[str], body: list[str]) -> list[str]:
    """Lay lines out on pages that fit a message, each under the same head."""
    top = "\n".join(head)
    pages, page = [], ""
    for line in (piece for whole in body for piece in (_cut(whole) if len(whole) > _LINE else [whole])):
        if page and len(top) + len(page) + len(line) + 4 > LONGEST_TEXT - 100:
            pages.append(page)
            page = ""
        page += "\n" + line
    return [f"{top}\n{page}".rstrip() for page in [*pages, page]]


def short(entry: Entry) -> str:
    """Label a button with a code and the beginning of its title."""
    return _fitting(f"{entry.code} {entry.title}")


def _fitting(label: str) -> str:
    """Cut a label to what a phone shows in one row."""
    return label if len(label) <= _WIDE else label[: _WIDE - 1].rstrip() + "…"
