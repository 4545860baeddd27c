"""The encounter in a query: "first visit", "subsequent", "late effect", "nonunion" choose a 7th character, and no code.

No title holds these words, since the Tabular List gives 7th characters in a note of their own (Guidelines, section I.A.5 and I.C.19.a).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.codebook.entry import Seventh

_VISIT = r"(?:encounters?|visits?|enc|treatment|care|exam|appointment|er visit|ed visit|office visit)"
_STAGES = (
    ("initial encounter", rf"(?:initial|init|first|1st)\s+{_VISIT}|active\s+treatment|initial|init"),
    ("subsequent encounter", rf"(?:subsequent|subseq|subs|follow[ -]?up|f/u|later|second|2nd|next)\s+{_VISIT}|subsequent|subseq|f/u"),
    ("sequela", r"sequelae?(?:\s+of)?|late\s+effects?(?:\s+of)?"),
)
_HEALING = (
    ("routine healing", r"(?:with\s+)?(?:routine|normal)\s+healing|healing\s+(?:well|normally)"),
    ("delayed healing", r"(?:with\s+)?delayed\s+(?:healing|union)|healing\s+slowly"),
    ("nonunion", r"(?:with\s+)?non-?\s?union"),
    ("malunion", r"(?:with\s+)?mal-?\s?union"),
)
_WOUND = (("open fracture", r"open|compound"), ("closed fracture", r"closed|simple"))
_PAST = re.compile(r"\bhealed\b|\bhistory\b|\bh/o\b|\bhx\b", re.IGNORECASE)
"""What is over has a code of its own."""

_BROKEN = re.compile(r"\b(?:fractur\w*|fx|fxs|broke|broken)\b", re.IGNORECASE)


def _any_of(kinds: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?P<n{number}>\b(?:{said})(?!\w))" for number, (_means, said) in enumerate(kinds)), re.IGNORECASE)


_STAGE, _HEALS, _WOUNDED = _any_of(_STAGES), _any_of(_HEALING), _any_of(_WOUND)


@dataclass(frozen=True, slots=True)
class Encounter:
    """What a query says of the encounter, as meanings of 7th characters say it, and the rest of the query."""

    rest: str
    said: str
    stage: str
    wound: str = ""
    healing: str = ""

    def chosen(self, sevenths: Sequence[Seventh]) -> Seventh | None:
        """Choose the 7th character that says the same; None where there is none.

        Where a fracture may be open or closed and nothing is said, closed stands (Guidelines, section I.C.19.c); healing is routine.
        """
        fit = [one for one in sevenths if one.meaning.lower().startswith(self.stage)]
        for wish, usual in ((self.wound, "closed fracture"), (self.healing, "routine healing")):
            narrowed = [one for one in fit if (wish or usual) in one.meaning.lower()]
            if wish and not narrowed and any(each in one.meaning.lower() for one in fit for each in ("fracture", "healing")):
                return None
            fit = narrowed or fit
        return fit[0] if fit else None


def encounter_in(text: str) -> Encounter | None:
    """Find the encounter in a query; None where nothing is said of it, or nothing else.

    >>> encounter_in("broken wrist left, first visit")
    Encounter(rest='broken wrist left,', said='first visit', stage='initial encounter', wound='', healing='')
    >>> encounter_in("open fx femur").wound, encounter_in("open wound hand"), encounter_in("sequela")
    ('open fracture', None, None)
    """
    if _PAST.search(text):
        return None
    rest, said, found = text, [], []
    for pattern, kinds in ((_STAGE, _STAGES), (_HEALS, _HEALING), (_WOUNDED, _WOUND if _BROKEN.search(text) else ())):
        match = pattern.search(rest) if kinds else None
        found.append(kinds[int(str(match.lastgroup)[1:])][0] if match else "")
        if match:
            said.append(match[0])
            rest = f"{rest[: match.start()]} {rest[match.end() :]}"
    stage, healing, wound = found
    rest = " ".join(rest.split())
    if not said or not re.search(r"\w{2}", rest):
        return None
    return Encounter(rest, ", ".join(said), stage or ("subsequent encounter" if healing else "initial encounter"), wound, healing)
