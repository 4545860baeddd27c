"""Look codes up the way a good code book does: by code with every note that applies, or by words."""

import re
from dataclasses import dataclass

from bot.chat import LONGEST_TEXT, Choice, Reply, literal
from bot.codebook.book import CodeBook
from bot.codebook.entry import Entry, Note, NoteKind, Page, Release
from bot.store import searches
from bot.turn import Turn

_CPT = re.compile(r"(?:\d{5}|\d{4}[A-Za-z])(?:-[0-9A-Za-z]{2})?")
_HCPCS = re.compile(r"[A-Va-v]\d{4}")
_CODE_LIKE = re.compile(r"[A-Za-z][0-9OolI][0-9A-Za-z](?:\.?[0-9A-Za-z]{1,4})?")
_SPACED = re.compile(r"[A-Za-z] ?\d ?[0-9A-Za-z] ?\.? ?[0-9A-Za-z]{0,4}")
_IN_TEXT = re.compile(r"(?<![\w.])[A-Za-z][0-9A-Za-z]{2}(?:\.[0-9A-Za-z]{1,4}|[0-9A-Za-z]{0,4})(?![\w])")
_ABOUT_CODES = frozenset(
    "a an and are can code codes coded coding could define definition describe diagnosis do does dx explain find for give icd "
    "icd-10 icd10 icd-10-cm in info is it look lookup me mean meaning means of on or please pls reportable billable valid search show "
    "stand stands tell the this to up use used versus vs what whats what's which with y".split()
)
_PAGE = re.compile(r"(.*?)(?:\s+page\s+(\d{1,3}))?", re.DOTALL)
_PER_LIST = 8
_MOST_CHOICES = 16
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
_OPENING = re.compile(r"^code\s*,?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spotted:
    """Codes found in a message: what was typed for each, in its order."""

    typed: tuple[str, ...]


def spot(text: str, codebook: CodeBook) -> Spotted | None:
    """Find out whether a message is about codes: one that is nothing else, or codes among a few asking words."""
    typed = text.strip().strip("?!.,;:").strip()
    if _CPT.fullmatch(typed) or _CODE_LIKE.fullmatch(typed):
        return Spotted((typed,))
    if _SPACED.fullmatch(typed) and codebook.entry(typed):
        return Spotted((typed,))
    if "." in typed and 4 <= len(typed) <= 8 and " " not in typed and codebook.look_alikes(typed):
        return Spotted((typed,))
    words = typed.split()
    if not 1 < len(words) <= 12:
        return Spotted((typed,)) if words and codebook.entry(typed) and any(c.isdigit() for c in typed) else None
    codes = []
    for word in words:
        bare = word.strip("?!.,;:()\"'")
        if _CPT.fullmatch(bare) or (any(c.isdigit() for c in bare) and _IN_TEXT.fullmatch(bare) and codebook.entry(bare)):
            codes.append(bare)
        elif bare.lower() not in _ABOUT_CODES:
            return None
    return Spotted(tuple(codes)) if codes else None


def code(turn: Turn) -> list[Reply]:
    """Look up ``/code`` with a code or words; a number of a page may follow."""
    match = _PAGE.fullmatch(turn.words.strip())
    typed, page = (match[1], int(match[2] or 1)) if match else (turn.words, 1)
    if not typed:
        return [Reply("Which code or words? Try /code E11.21 or /code broken wrist.", (_ask_again(),))]
    spotted = spot(typed, turn.codebook)
    if spotted and len(spotted.typed) == 1:
        return [look(turn.codebook, spotted.typed[0], turn, page)]
    if spotted:
        return [_several(turn, spotted.typed)]
    return [found(turn, typed) or _nothing(typed)]


def _ask_again() -> Choice:
    return Choice("Look something up", "/code ", asks="Which code or words shall I look up?")


def look(codebook: CodeBook, typed: str, turn: Turn, number: int = 1) -> Reply:
    """Show the page of one code, or say why there is none and what is near."""
    page = codebook.page(typed)
    if page:
        return _show(page, turn, number, _slip_of_l(codebook, typed))
    if _CPT.fullmatch(typed):
        return _cpt(typed)
    alike = codebook.look_alikes(typed)
    shown = typed.upper() if typed.isascii() else typed
    if len(alike) == 1:
        corrected = codebook.page(alike[0].code)
        assert corrected is not None  # look-alikes are entries of this book
        return _show(corrected, turn, number, f'"{literal(shown, 12)}" is not a code; {alike[0].code} looks like it and is one.')
    release = _named(codebook.release)
    if _HCPCS.fullmatch(typed) and not alike:
        text = f'"{literal(shown, 12)}" is not in {release}. It has the form of an HCPCS Level II code; that code set is not loaded.'
        return Reply(text, (_ask_again(),), about=("code/unknown",), facts={"release": release})
    near = alike or _below(codebook, typed)
    text = f'"{literal(shown, 12)}" is not in {release}.'
    if near:
        text += " It looks like these:" if alike else f" Codes under {_stem_of(codebook, typed)} start here:"
        text += "".join(f"\n**{entry.code}** {entry.title}" for entry in near)
    else:
        text += " Check the first three characters, or search by words."
    choices = (*(Choice(entry.code, f"/code {entry.code}") for entry in near), _ask_again())
    return Reply(text, choices, about=("code/unknown",), facts={"release": release})


def _slip_of_l(codebook: CodeBook, typed: str) -> str:
    """Where a small l was typed and the capital I makes a code too, say so: both look alike on paper."""
    if not typed.startswith("l"):
        return ""
    other = codebook.entry("I" + typed[1:])
    return f"If you meant the letter I: **{other.code}** {other.title}." if other else ""


def _stem_of(codebook: CodeBook, typed: str) -> str:
    above = codebook.nearest_above(typed)
    return above.code[:3] if above else ""


def _below(codebook: CodeBook, typed: str) -> list[Entry]:
    """List where the wanted code would stand: the children of its category, or of the longest part that exists."""
    above = codebook.nearest_above(typed)
    if above is None:
        return []
    page = codebook.page(above.code[:3])
    return [above] if page is None else list(page.children[:_PER_LIST]) or [page.entry]


def _cpt(typed: str) -> Reply:
    text = (
        f"{literal(typed, 10)} has the form of a CPT code. **CPT belongs to the American Medical Association**, so I carry none of its "
        "codes or descriptions. Open your own CPT Professional Edition at that number; ask me for the rules of its section, "
        "its modifiers and how it is measured or counted."
    )
    choices = (Choice("Why no CPT text?", "/faq cpt_copyright"), Choice("Quiz me on modifiers", "/quiz modifiers"))
    return Reply(text, choices, about=("faq/cpt_copyright",), facts={})


def _named(release: Release) -> str:
    return f"ICD-10-CM, {release.name} release"


def _in_force(release: Release, turn: Turn) -> str:
    if release.end is None or turn.today <= release.end:
        return ""
    return f"In force to {release.end.day} {release.end:%B %Y}; a newer release applies now and is not loaded."


def _show(page: Page, turn: Turn, number: int, remark: str) -> Reply:
    entry = page.entry
    head = [remark] if remark else []
    head += [f"**{entry.code}** {entry.title}", f"{_status(page)} · {_named(page.release)}"]
    if late := _in_force(page.release, turn):
        head.append(late)
    body = [line for note in page.notes for line in _note(note, own=_own(page, note))]
    if page.sevenths:
        body = [f"{seventh.char}  {seventh.meaning}" for seventh in page.sevenths] + body
    body.append("**Where it stands**")
    body += [f"{up.label} {up.title}" for up in reversed(page.chain)]
    pages = _paged(head, body)
    number = min(max(number, 1), len(pages))
    choices = [*_below_choices(page), *_around(page)]
    if number < len(pages):
        choices.append(Choice(f"More ({number} of {len(pages)})", f"/code {entry.code} page {number + 1}"))
    facts = {"reportable": entry.reportable, "title": entry.title, "release": _named(page.release)}
    return Reply(pages[number - 1], tuple(choices), about=(f"code/icd10cm/{entry.code}",), facts=facts)


def _own(page: Page, note: Note) -> bool:
    return note.at in (page.entry.code, page.chain[0].code if _extends(page) else "")


def _extends(page: Page) -> bool:
    """Say whether the page is of a code with its 7th character; its base is then nearest in the chain."""
    return bool(page.chain) and bool(page.chain[0].sevenths)


def _status(page: Page) -> str:
    entry = page.entry
    if entry.reportable:
        return "Valid for reporting"
    if entry.sevenths:
        missing = 6 - len(entry.code.replace(".", ""))
        filler = f", after {'a placeholder X' if missing == 1 else f'{missing} placeholders X'}" if missing else ""
        return f"Not valid for reporting: it needs a 7th character{filler}"
    what = "a category" if len(entry.code) == 3 else "a subcategory"
    return f"Not valid for reporting: it is {what}, choose a code below it"


def _note(note: Note, *, own: bool) -> list[str]:
    name = _NAMES[note.kind]
    lines = _joined(note.lines)
    if note.kind in (NoteKind.USE_ADDITIONAL, NoteKind.CODE_FIRST, NoteKind.CODE_ALSO):
        lines = [_OPENING.sub("", line) for line in lines]
    if own:
        return [f"**{name}** {lines[0]}"] if len(lines) == 1 else [f"**{name}**", *(f"• {line}" for line in lines)]
    return [f"From **{note.at}**, {name}: {'; '.join(lines)}"]


def _joined(lines: tuple[str, ...]) -> list[str]:
    """Join what a line with a colon at its end introduces into one line."""
    done: list[str] = []
    for line in lines:
        if done and (done[-1].endswith(":") or (": " in done[-1] and done[-1].startswith("code"))):
            done[-1] += (" " if done[-1].endswith(":") else "; ") + line
        else:
            done.append(line)
    return done


def _below_choices(page: Page) -> list[Choice]:
    if page.sevenths:
        base = page.entry.code.replace(".", "").ljust(6, "X")
        base = f"{base[:3]}.{base[3:]}"
        return [Choice(f"{one.char}  {one.meaning}"[:40], f"/code {base}{one.char}") for one in page.sevenths]
    return [Choice(_short(child), f"/code {child.code}") for child in page.children[:_MOST_CHOICES]]


def _short(entry: Entry) -> str:
    label = f"{entry.code} {entry.title}"
    return label if len(label) <= 40 else label[:39].rstrip() + "…"


def _around(page: Page) -> list[Choice]:
    around = []
    if page.chain and page.chain[0].kind == "code":
        around.append(Choice(f"{page.chain[0].code} ▲", f"/code {page.chain[0].code}"))
    if page.before:
        around.append(Choice(f"{page.before.code} ◀", f"/code {page.before.code}"))
    if page.after:
        around.append(Choice(f"{page.after.code} ▶", f"/code {page.after.code}"))
    return [*around, Choice("Quiz me on ICD-10-CM", "/quiz icd10cm")]


def _paged(head: list[str], body: list[str]) -> list[str]:
    """Lay lines out on pages that fit a message, each under the same head."""
    top = "\n".join(head)
    pages, page = [], ""
    for line in body:
        line = line if len(line) < 1200 else line[:1199] + "…"
        if page and len(top) + len(page) + len(line) + 4 > LONGEST_TEXT - 200:
            pages.append(page)
            page = ""
        page += "\n" + line
    return [f"{top}\n{page}" for page in [*pages, page]]


def _several(turn: Turn, typed: tuple[str, ...]) -> Reply:
    """List several codes by title, each with its button."""
    lines, choices, about = [], [], []
    for one in dict.fromkeys(typed):
        entry = turn.codebook.entry(one)
        if entry is None:
            lines.append(
                f"{literal(one, 10)}: CPT form; look it up in your own book"
                if _CPT.fullmatch(one)
                else f"{literal(one, 10)}: not in the book"
            )
            continue
        lines.append(f"**{entry.code}** {entry.title} ({'valid' if entry.reportable else 'not valid'} for reporting)")
        choices.append(Choice(entry.code, f"/code {entry.code}"))
        about.append(f"code/icd10cm/{entry.code}")
    release = _named(turn.codebook.release)
    return Reply("\n".join([*lines, release]), tuple(choices), about=tuple(about), facts={"release": release})


def found(turn: Turn, typed: str) -> Reply | None:
    """Search by words; None where nothing fits."""
    hits = turn.codebook.search(typed, limit=40)
    if not hits:
        return None
    codes = tuple(hit.entry.code for hit in hits)
    number = 0
    if len(codes) > _PER_LIST:
        number = searches.keep(turn.desk.write, turn.enrolled(), typed, codes, turn.now)
    return _results(turn, typed, codes, number, 1)


def _nothing(typed: str) -> Reply:
    return Reply(
        f'Nothing in ICD-10-CM fits "{literal(typed)}". Try fewer words, the medical term, or a code.',
        (_ask_again(),),
        about=("unknown",),
        facts={"query": literal(typed, 200)},
    )


def more_found(turn: Turn) -> list[Reply]:
    """Page through a search: ``/found NUMBER PAGE``."""
    parts = turn.words.split()
    if len(parts) == 2 and all(part.isdecimal() and len(part) < 16 for part in parts):
        kept = searches.find(turn.desk.read, int(parts[0]))
        if kept and turn.learner.id is not None and kept.learner_id == turn.learner.id:
            return [_results(turn, kept.query, kept.codes, kept.id, int(parts[1]))]
    return [Reply("That search is too old to page. Search again:", (_ask_again(),))]


def _results(turn: Turn, typed: str, codes: tuple[str, ...], number: int, page: int) -> Reply:
    first = max(page - 1, 0) * _PER_LIST
    shown = [entry for code in codes[first : first + _PER_LIST] if (entry := turn.codebook.entry(code))]
    if not shown:
        return Reply("There is no more to that search.", (_ask_again(),), about=("unknown",))
    lines = [f'"{literal(typed)}" in {_named(turn.codebook.release)}:']
    lines += [f"**{entry.code}** {entry.title}" + ("" if entry.reportable else " (needs more characters)") for entry in shown]
    choices = [Choice(entry.code, f"/code {entry.code}") for entry in shown]
    if first + _PER_LIST < len(codes):
        choices.append(Choice("More", f"/found {number} {page + 1}"))
    about = tuple(f"code/icd10cm/{code}" for code in codes[first : first + 10])
    return Reply("\n".join(lines), tuple(choices), about=about, facts={"query": literal(typed, 200)})
