"""Look something up: a code, several, or words, in the code sets of the day."""

import re
from datetime import date

from bot.chat import Choice, Reply, literal
from bot.codebook.book import Book
from bot.codebook.entry import Entry, Found, Hit
from bot.codebook.intent import COLUMNS, of_drug, unnamed
from bot.codebook.shelf import CPT as CPT_SET
from bot.codebook.shelf import HCPCS, ICD10CM
from bot.store import searches
from bot.talk import codecheck, cptbook, editions
from bot.talk.codepage import named, show, validity
from bot.talk.spot import CPT, Spotted, day_in, spot
from bot.turn import Turn

_PAGE = re.compile(r"(.*?)(?:\s+page\s+(\d{1,3}))?", re.DOTALL)
_PER_LIST = 8
_KEPT = 40


def code(turn: Turn) -> list[Reply]:
    """Look up ``/code`` with a code or words; a day may follow ("on 2025-03-01"), and the number of a page."""
    match = _PAGE.fullmatch(turn.words.strip())
    typed, number = (match[1], int(match[2] or 1)) if match else (turn.words, 1)
    typed, asked = day_in(typed, turn.today)
    day = asked or turn.today
    if not typed:
        return [Reply("Which code or words? Try /code E11.21 or /code broken wrist.", (ask_again(),))]
    section = cptbook.find(turn, typed)
    if section:
        return [section]
    spotted = spot(typed, turn.codebook, day)
    if spotted:
        return look(turn, spotted, day, number)
    typed = asked_for(typed)
    results = turn.codebook.search(typed, day, _KEPT)
    return [listed(turn, typed, results) if results.hits else _nothing(typed)]


def ask_again() -> Choice:
    """Offer to look something up."""
    return Choice("Look something up", "/code ", asks="Which code or words shall I look up?")


def look(turn: Turn, spotted: Spotted, day: date, number: int = 1) -> list[Reply]:
    """Show what was spotted: one page, a list, or a check of codes together."""
    if spotted.together:
        return [codecheck.checked(turn, spotted.typed, day)]
    if len(spotted.typed) > 1:
        return [_several(turn, spotted.typed, day)]
    return [_one(turn, spotted.typed[0], day, number)]


def _one(turn: Turn, typed: str, day: date, number: int) -> Reply:
    """Show the page of one code, or say why there is none and what is near."""
    base, _, modifier = typed.partition("-")
    at_hand = turn.codebook.find(base, day)
    if at_hand:
        book, page = at_hand
        choices = (Choice(f"Modifier {modifier.upper()}", f"/code {modifier.upper()}"),) if modifier and book.entry(modifier) else ()
        return show(page, day, turn.today, number, _slip_of_l(book, base), choices, editions.remark(turn, page.entry.code, day))
    if CPT.fullmatch(typed):
        return _licensed(turn, base, day, number) or cptbook.explained(turn, typed)
    books = [one for codeset in (ICD10CM, HCPCS) if (one := turn.codebook.book(codeset, day))]
    for other in books:
        alike = other.look_alikes(typed)
        corrected = other.page(alike[0].code) if len(alike) == 1 else None
        if corrected:
            remark = f'"{_shown(typed)}" is not a code; {alike[0].code} looks like it and is one.'
            return show(corrected, day, turn.today, number, remark)
    return _elsewhen(turn, typed, day) or _unknown(turn, typed, books)


def _shown(typed: str) -> str:
    return literal(typed.upper() if typed.isascii() else typed, 12)


def _slip_of_l(book: Book, typed: str) -> str:
    """Where a small l was typed and the capital I makes a code too, say so: both look alike on paper."""
    other = book.entry("I" + typed[1:]) if typed.startswith("l") else None
    return f"If you meant the letter I: **{other.code}** {other.title}." if other else ""


def _licensed(turn: Turn, typed: str, day: date, number: int) -> Reply | None:
    """Show a licensed CPT page to those whom the operator's licence covers."""
    if not turn.may_see_cpt:
        return None
    book = turn.codebook.book(CPT_SET, day)
    page = book.page(typed) if book else None
    return show(page, day, turn.today, number) if page else None


def _elsewhen(turn: Turn, typed: str, day: date) -> Reply | None:
    """Say when a code that is in another release left or comes, and what stands in its place."""
    gone = turn.codebook.gone(typed, day)
    if gone is None:
        return None
    entry = gone.page.entry
    lines = [f"**{entry.code}** {entry.title}"]
    if gone.comes:
        lines.append(f"Not valid on {day}: it comes with {named(gone.page.release)}, on {gone.comes}.")
    else:
        since = f"deleted {'on' if gone.exactly else 'by'} {gone.leaves}" if gone.leaves else "no longer there"
        lines.append(f"Not valid for reporting on {day}: {since}; it stands in {named(gone.page.release)}.")
    if gone.instead:
        lines.append("In its place:")
        lines += [f"**{one.code}** {one.title}" for one in gone.instead]
    choices = tuple(Choice(one.code, f"/code {one.code}") for one in gone.instead)
    lines += [edition] if (edition := editions.remark(turn, entry.code, day)) else []
    facts = {"reportable": False, "title": entry.title, "release": named(gone.page.release)}
    about = (f"code/{gone.page.release.codeset}/{entry.code}",)
    return Reply("\n".join(lines), (*choices, ask_again()), about=about, facts=facts)


def _unknown(turn: Turn, typed: str, books: list[Book]) -> Reply:
    """Say that there is no such code, and show what is near without pretending."""
    icd = books[0]
    alike = [entry for book in books for entry in book.look_alikes(typed)]
    near = alike or _below(icd, typed)
    release = " or ".join(named(book.release) for book in books) if re.fullmatch(r"[A-Za-z]\d{4}", typed) else named(icd.release)
    text = f'"{_shown(typed)}" is not in {release}.'
    if near:
        above = icd.nearest_above(typed)
        text += " It looks like these:" if alike else f" Codes under {above.code[:3] if above else ''} start here:"
        text += "".join(f"\n**{entry.code}** {entry.title}" for entry in near)
    elif len(books) > 1 and books[1].release.own_words and re.fullmatch(r"[A-Va-v]\d{4}", typed):
        text += " Of HCPCS Level II I have what students meet most; the whole set comes with the file of CMS (`tutor codes fetch hcpcs`)."
    else:
        text += " Check the first three characters, or search by words."
    choices = (*(Choice(entry.code, f"/code {entry.code}") for entry in near), ask_again())
    return Reply(text, choices, about=("code/unknown",), facts={"release": release})


def _below(book: Book, typed: str) -> list[Entry]:
    """List where the wanted code would stand: the children of its category, or of the longest part that exists."""
    above = book.nearest_above(typed)
    if above is None:
        return []
    page = book.page(above.code[:3])
    return [above] if page is None else list(page.children[:_PER_LIST]) or [page.entry]


def _several(turn: Turn, typed: tuple[str, ...], day: date) -> Reply:
    """List several codes by title, each with its button."""
    lines, choices, about, releases = [], [], [], {}
    for one in dict.fromkeys(typed):
        found = turn.codebook.find(one, day)
        if found is None:
            lines.append(f"{literal(one, 10)}: {'CPT form; look it up in your own book' if CPT.fullmatch(one) else 'not in the book'}")
            continue
        book, page = found
        lines.append(f"**{page.entry.code}** {page.entry.title} ({'valid' if page.entry.reportable else 'not valid'} for reporting)")
        choices.append(Choice(page.entry.code, f"/code {page.entry.code}"))
        about.append(f"code/{book.release.codeset}/{page.entry.code}")
        releases[named(book.release)] = validity(book.release, day)
    check = f"/check {' '.join(dict.fromkeys(typed))}"
    if len(about) > 1 and len(check) <= 64:
        choices.append(Choice("Check them together", check))
    lines += [f"{name}. {late}".strip() for name, late in releases.items()]
    return Reply("\n".join(lines), tuple(choices), about=tuple(about), facts={"release": ", ".join(releases)})


_FRAME = re.compile(
    r"(?:(?:what's|whats|what is|find|give me|show me|i need|need) )?(?:the |an? )?"
    r"(?:(?:icd[- ]?10(?:[- ]?cm)? (?:codes? )?|hcpcs (?:codes? )?|diagnosis codes? |dx codes? |codes? )(?:for|of) (?P<after>.+?)"
    r"|(?P<before>.+?) (?:icd[- ]?10(?:[- ]?cm)?(?: codes?)?|(?:icd|dx|diagnosis|hcpcs) codes?|code))(?: please| pls)?[ ?!.]*",
    re.IGNORECASE,
)
"""How a code is asked for: "icd 10 for chest pain", "chest pain code"."""


def asked_for(typed: str) -> str:
    """Take the condition or supply out of the question for its code, or give back what was typed.

    >>> asked_for("what is the icd-10 code for chest pain?"), asked_for("chest pain icd 10"), asked_for("chest pain")
    ('chest pain', 'chest pain', 'chest pain')
    """
    match = _FRAME.fullmatch(" ".join(typed.split()))
    return (match["after"] or match["before"]) if match else typed


def found(turn: Turn, typed: str) -> Reply | None:
    """Search by words for a plain message; None where nothing fits. What may fit is offered as no more than that.

    A number or letter by itself is no search: it is a key that was hit where nothing stands at it.
    """
    if not re.search(r"[^\W\d_]{2}", typed):
        return None
    wanted = asked_for(typed)
    results = turn.codebook.search(wanted, turn.today, _KEPT)
    return listed(turn, wanted, results) if results.hits and (results.sure or results.perhaps) else None


def _nothing(typed: str) -> Reply:
    text = f'Nothing in the code books fits "{literal(typed)}". Try fewer words, the medical term, or a code.'
    return Reply(text, (ask_again(),), about=("unknown",), facts={"query": literal(typed, 200)})


def listed(turn: Turn, typed: str, results: Found) -> Reply:
    """List what a search found, and keep it so that it can be paged."""
    lines = []
    if not results.sure:
        lines.append(f'Nothing in the code books fits all of "{literal(typed)}". The nearest:')
    elif results.meant or results.mended:
        read = ", ".join(f"{said} as {means}" for said, means in (*results.mended, *results.meant))
        lines.append(f"I read {literal(read, 120)}.")
    if results.encounter:
        lines.append(f'"{literal(results.encounter, 60)}" is no part of a title; it chooses the 7th character.')
    if of_drug(results.hits[0].entry.code) and COLUMNS[-1] in results.hits[0].entry.title and unnamed(typed):
        lines.append("No intent is named; then a poisoning counts as accidental (Guidelines, Section I.C.19.e.5.b).")
    names = [_name(turn, hit) for hit in results.hits]
    number = 0
    if len(names) > _PER_LIST:
        number = searches.keep(
            turn.desk.write,
            turn.enrolled(),
            typed,
            tuple(f"{hit.codeset} {name}" for hit, name in zip(results.hits, names, strict=True)),
            turn.now,
        )
    lines += [_line(hit) for hit in results.hits[:_PER_LIST]]
    about = tuple(f"code/{hit.codeset}/{name}" for hit, name in list(zip(results.hits, names, strict=True))[:10])
    return _results(turn, typed, lines, results.hits[:_PER_LIST], about if results.sure else ("unknown", *about), number, 1, len(names))


def _name(turn: Turn, hit: Hit) -> str:
    """Name a result by its first code, with its 7th character where it needs one."""
    if hit.completed:
        return hit.completed.code
    book = turn.codebook.book(hit.codeset, turn.today)
    return book.first_reportable(hit.entry).code if book else hit.entry.code


def _line(hit: Hit) -> str:
    """Write one result; a family that differs in side only is one line."""
    entry = hit.shown
    lacking = " (modifier)" if entry.kind == "modifier" else "" if entry.reportable else " (needs more characters)"
    more = f" ({hit.of} codes: side)" if hit.of > 1 else lacking
    why = f" · as {literal(hit.why, 60)}" if hit.why else ""
    return f"**{_label(hit)}** {entry.title if len(entry.title) < 300 else entry.title[:299] + '…'}{more}{why}"


def _label(hit: Hit) -> str:
    return hit.shown.code if hit.completed or hit.of == 1 or not hit.matched.reportable else f"{hit.matched.code[:-1]}-"


def more_found(turn: Turn) -> list[Reply]:
    """Page through a search: ``/found NUMBER PAGE``."""
    parts = turn.words.split()
    if len(parts) == 2 and all(part.isdecimal() and part.isascii() and len(part) < 16 for part in parts):
        kept = searches.find(turn.desk.read, int(parts[0]))
        if kept and turn.learner.id is not None and kept.learner_id == turn.learner.id:
            return [_kept_page(turn, kept, max(int(parts[1]), 1))]
    return [Reply("That search is too old to page. Search again:", (ask_again(),))]


def _kept_page(turn: Turn, kept: searches.Search, page: int) -> Reply:
    first = (page - 1) * _PER_LIST
    hits: list[Hit] = []
    about: list[str] = []
    for name in kept.codes[first : first + 10]:
        codeset, _, wanted = name.partition(" ")
        book = turn.codebook.book(codeset, turn.today)
        entry = book.entry(wanted) if book else None
        if entry:
            about.append(f"code/{codeset}/{entry.code}")
            if len(hits) < _PER_LIST:
                hits.append(Hit(codeset, entry, entry, 1, 0.0))
    if not hits:
        return Reply("There is no more to that search.", (ask_again(),), about=("unknown",))
    return _results(turn, kept.query, [_line(hit) for hit in hits], tuple(hits), tuple(about), kept.id, page, len(kept.codes))


def _results(
    turn: Turn, typed: str, lines: list[str], hits: tuple[Hit, ...], about: tuple[str, ...], number: int, page: int, total: int
) -> Reply:
    releases = dict.fromkeys(hit.codeset for hit in hits)
    for codeset in releases:
        book = turn.codebook.book(codeset, turn.today)
        if book:
            lines.append(f"{named(book.release)}. {validity(book.release, turn.today)}".strip())
    choices = [Choice(_label(hit), f"/code {hit.shown.code}") for hit in hits]
    if page * _PER_LIST < total:
        choices.append(Choice("More", f"/found {number} {page + 1}"))
    return Reply("\n".join(lines), tuple(choices), about=about, facts={"query": literal(typed, 200)})
