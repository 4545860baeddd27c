"""Drills: one rule at a time, with questions made from the code sets and from rules; and finding one's way in the code book."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.chat import Choice, Reply
from bot.library.topic import Area, Focus
from bot.talk import navigation
from bot.talk.cards import met
from bot.talk.quiz import MOST, find_area
from bot.talk.round import begin
from bot.turn import Turn

if TYPE_CHECKING:
    from bot.library.drills.family import Family

PREFIX = "drill/"
"""Before the name of a drill, where a round keeps what it is about."""

_USUAL = 5
_LISTED = 18
MOST_DIAGNOSES = 10


def drill(turn: Turn) -> list[Reply]:
    """List the drills, or start one: ``/drill [drill or area] [how many]``."""
    from bot.library.drills.catalogue import FAMILIES, find, of_area

    words = turn.words.lower().replace("?", " ").strip(" .!").split()
    page = int(words[-1]) if len(words) > 2 and words[-2] == "page" and words[-1].isdecimal() and len(words[-1]) < 4 else 0
    if page:
        words = words[:-2]
    family = find(" ".join(words))
    if family:
        return _start(turn, [family], _USUAL, family.slug)
    count = next((word for word in words if word.isdecimal() and word.isascii() and len(word) < 5), "")
    name = " ".join(word for word in words if word != count)
    if count and not 1 <= int(count) <= MOST:
        return [Reply(f"A round has 1 to {MOST} questions. Try /drill laterality 10.", (Choice("All drills", "/drill"),))]
    family = find(name)
    if family:
        return _start(turn, [family], int(count or _USUAL), family.slug)
    if name in ("mixed", "any", "anything", "all"):
        return _start(turn, turn.drills().offered(FAMILIES, turn.edition.day), int(count or _USUAL), "mixed")
    area = find_area(name, turn.library)
    mine = turn.drills().offered(of_area(area.slug), turn.edition.day) if area else []
    if area and mine:
        return _start(turn, mine, int(count), area.slug) if count else [_list(area.slug, area.title, mine, page or 1)]
    if area:
        told = f"There are no drills on {area.title} yet; there are questions."
        return [Reply(told, (Choice("Five questions", f"/quiz {area.slug}"), Choice("All drills", "/drill")))]
    return [_areas(turn, "I don't know that drill. " if name else "")]


def _areas(turn: Turn, before: str) -> Reply:
    """Show where there are drills."""
    from bot.library.drills.catalogue import FAMILIES, of_area

    named: list[Area | Focus] = [*turn.library.areas.values(), *turn.library.focuses.values()]
    every = turn.drills().offered(FAMILIES, turn.edition.day)
    found = [(one, count) for one in named if (count := sum(family in every for family in of_area(one.slug)))]
    heading = f"{before}**Drills**: one rule, many questions, made from the code sets. {len(every)} of them."
    lines = [f"{heading} Name one, such as /drill laterality 10, or pick an area:", ""]
    lines += [f"{one.title}: {count}" for one, count in found]
    choices = [Choice(one.title, f"/drill {one.slug}") for one, _count in found]
    return Reply("\n".join(lines), (*choices, Choice("Mixed", "/drill mixed"), Choice("Find the way in the book", "/navigate")))


def _list(slug: str, title: str, families: "Sequence[Family]", page: int) -> Reply:
    """Show the drills of an area with what each teaches."""
    pages = -(-len(families) // _LISTED)
    page = min(page, pages)
    shown = families[(page - 1) * _LISTED : page * _LISTED]
    heading = f"**Drills: {title}**" + (f" · page {page} of {pages}" if pages > 1 else "")
    lines = [heading, "", *(f"**{one.title}**: {one.rule}" for one in shown)]
    choices = [Choice(one.title, f"/drill {one.slug}") for one in shown]
    if page < pages:
        choices.append(Choice("More", f"/drill {slug} page {page + 1}"))
    choices.append(Choice("Mixed from these", f"/drill {slug} {_USUAL}"))
    return Reply("\n".join(lines), (*choices, Choice("All drills", "/drill")))


def _start(turn: Turn, families: "Sequence[Family]", count: int, about: str) -> list[Reply]:
    """Start a round of items never seen before, others where these are used up."""
    names = turn.drills().draw(families, count, turn.edition.day, turn.chance, met(turn))
    if not names:
        told = "There is nothing to ask in that drill: it needs two releases of ICD-10-CM, and one is loaded."
        return [Reply(told, (Choice("All drills", "/drill"),))]
    return [begin(turn, names, f"{PREFIX}{about}")]


def again(turn: Turn) -> list[Reply]:
    """One more round like the last; the words say what it was about."""
    if turn.words == navigation.ABOUT:
        return navigate(turn.saying(""))
    return drill(turn.saying(f"{turn.words.removeprefix(PREFIX)} {_USUAL}"))


def navigate(turn: Turn) -> list[Reply]:
    """Find the way of a diagnosis through the book, in three steps: ``/navigate [how many]``."""
    from bot.library.drills.catalogue import BY_SLUG
    from bot.library.drills.families.navigation import STEPS

    typed = turn.words.strip(" .!?")
    count = int(typed) if typed.isdecimal() and typed.isascii() and len(typed) < 4 else 1
    if not 1 <= count <= MOST_DIAGNOSES:
        told = f"One to {MOST_DIAGNOSES} diagnoses at a time. Try /navigate 3."
        return [Reply(told, (Choice("One diagnosis", "/navigate"), Choice("Three", "/navigate 3")))]
    first, *others = STEPS
    names: list[str] = []
    for name in turn.drills().draw([BY_SLUG[first]], 2 * count, turn.edition.day, turn.chance, met(turn)):
        steps = [name, *(name.replace(f"/{first}/", f"/{other}/") for other in others)]
        # A way of the loaded index may lack near misses for its later steps; hence twice as many are drawn.
        if len(names) < count * len(STEPS) and all(turn.question(step) for step in steps):
            names += steps
    if not names:
        return [Reply("There is no way to practise just now. Here are the drills:", (Choice("All drills", "/drill"),))]
    return [begin(turn, names, navigation.ABOUT)]
