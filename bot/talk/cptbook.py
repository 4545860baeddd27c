"""CPT without CPT: what lives in which section and which rules govern it, and where a number would stand in one's own book."""

from bot.chat import LONGEST_TEXT, Choice, Reply, literal
from bot.library.codes import CptSection
from bot.turn import Turn

_NOTICE = "CPT is a trademark of the AMA; codes and descriptors stand in your own CPT Professional Edition."


def find(turn: Turn, typed: str) -> Reply | None:
    """Answer "cpt" with the sections, "cpt anesthesia" with that section; None where it is about something else."""
    words = " ".join(typed.lower().replace("-", " ").split())
    if words in ("cpt", "cpt sections", "cpt book"):
        return _contents(turn)
    if not words.startswith("cpt "):
        return None
    wanted = words.removeprefix("cpt ").removesuffix(" section").removesuffix(" codes").strip()
    for section in turn.library.cpt_sections.values():
        names = {section.slug.replace("-", " "), section.title.lower(), section.series.lower(), *section.words}
        if wanted in names or wanted == section.series.lower().removesuffix(" series"):
            return _section(section)
    return None


def _contents(turn: Turn) -> Reply:
    sections = turn.library.cpt_sections.values()
    choices = tuple(Choice(section.title[:40], f"/code cpt {section.slug}") for section in sections)
    return Reply(f"**CPT by section**: what lives where and which rules govern it, without codes. {_NOTICE}", choices)


def _section(section: CptSection) -> Reply:
    series = f" · {section.series}" if section.series else ""
    lines = [f"**{section.title}**{series}", section.holds, "", "**Rules**", *(f"• {rule}" for rule in section.rules)]
    lines += ["", "**Traps**", *(f"• {trap}" for trap in section.traps), "", _NOTICE]
    text = "\n".join(lines)
    if len(text) > LONGEST_TEXT:
        text = text[: LONGEST_TEXT - 1].rsplit("\n", 1)[0] + "\n" + _NOTICE[:0] + "…"
    area = section.slug if section.slug in _AREAS else ""
    choices = (Choice("Quiz me on this", f"/quiz {area}".strip()), Choice("All sections", "/code cpt"))
    return Reply(text, choices, about=(f"cpt/{section.slug}",))


_AREAS = frozenset(
    "integumentary musculoskeletal cardiorespiratory digestive genitourinary nervous evaluation-management anesthesia radiology "
    "pathology-laboratory medicine".split()
)


def explained(turn: Turn, typed: str) -> Reply:
    """Explain why there is no CPT text, and where the number would stand."""
    slug = _slug(typed)
    section = next((one for one in turn.library.cpt_sections.values() if one.slug == slug), None)
    where = f" A number like that would stand in **{section.title}**{f' ({section.series})' if section.series else ''}." if section else ""
    text = (
        f"{literal(typed, 10)} has the form of a CPT code. **CPT belongs to the American Medical Association**, so I carry none of its "
        f"codes or descriptions.{where} Open your own CPT Professional Edition at that number; ask me for the rules of its section, "
        "its modifiers and how it is measured or counted."
    )
    choices = (
        *((Choice(f"Rules: {section.title}"[:40], f"/code cpt {section.slug}"),) if section else ()),
        Choice("Why no CPT text?", "/faq cpt_copyright"),
        Choice("Quiz me on modifiers", "/quiz modifiers"),
    )
    return Reply(text, choices, about=("faq/cpt_copyright",), facts={})


def _slug(typed: str) -> str:
    """Find the section in which a number of that form would stand, by its first digits and its last letter."""
    number = typed.partition("-")[0].upper()
    if number.endswith("F"):
        return "category-ii"
    if number.endswith("T"):
        return "category-iii"
    if not number.isdecimal():
        return ""
    if number.startswith("0"):
        return "anesthesia"
    if number.startswith("99") and number[2] in "234":
        return "evaluation-management"
    series = {
        "1": "integumentary",
        "2": "musculoskeletal",
        "3": "cardiorespiratory",
        "4": "digestive",
        "5": "genitourinary",
        "6": "nervous",
    }
    series |= {"7": "radiology", "8": "pathology-laboratory", "9": "medicine"}
    return series.get(number[0], "")
