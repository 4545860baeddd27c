"""The encounter in a query: "first visit", "subsequent", "late effect", "nonunion" choose a 7th character, and no code.

No title holds these words, since the Tabular List gives 7th characters in a note of their own (Guidelines, section I.A.5 and I.C.19.a).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.codebook.entry import Seventh

_VISIT = r"(?:encounters?|visits?|enc|treatment|care|exam|appointment|er visit|ed visit|office visit)"
_Kinds = tuple[re.Pattern[str], tuple[str, ...]]
"""How meanings are worded, a group of the pattern each, and the meanings as 7th characters have them."""


def _kinds(**said: str) -> _Kinds:
    pattern = "|".join(rf"(?P<{name}>\b(?:{words})(?!\w))" for name, words in said.items())
    return re.compile(pattern, re.IGNORECASE), tuple(said)


_STAGE = _kinds(
    initial_encounter=rf"(?:initial|init|first|1st)\s+{_VISIT}|active\s+treatment|initial|init",
    subsequent_encounter=rf"(?:subsequent|subseq|subs|follow[ -]?up|f/u|later|second|2nd|next)\s+{_VISIT}|subsequent|subseq|f/u",
    sequela=r"sequelae?(?:\s+of)?|late\s+effects?(?:\s+of)?",
)
_HEALING = _kinds(
    routine_healing=r"(?:with\s+)?(?:routine|normal)\s+healing|healing\s+(?:well|normally)",
    delayed_healing=r"(?:with\s+)?delayed\s+(?:healing|union)|healing\s+slowly",
    nonunion=r"(?:with\s+)?non-?\s?union",
    malunion=r"(?:with\s+)?mal-?\s?union",
)
_OPEN = _kinds(
    open_fracture_type_iii=r"(?:type|grade|gustilo)\s+(?:3|iii)[abc]?",
    open_fracture=r"open|compound|(?:type|grade|gustilo)\s+(?:[12]|ii?)",
)
"""Types are Gustilo's where the fracture is open; those of growth plates and of the dens are in titles."""

_CLOSED = _kinds(closed_fracture=r"closed|simple")
_NONE: _Kinds = (re.compile(r"(?!)"), ())
_IS_OPEN = re.compile(r"\b(?:open|compound)\b", re.IGNORECASE)
_BROKEN = re.compile(r"\b(?:fractur\w*|fx|fxs|broke|broken)\b", re.IGNORECASE)
_PAST = re.compile(r"\bhealed\b|\bhistory\b|\bh/o\b|\bhx\b", re.IGNORECASE)
"""What is over has a code of its own."""


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
    wound = (_OPEN if _IS_OPEN.search(text) else _CLOSED) if _BROKEN.search(text) else _NONE
    for pattern, meanings in (_STAGE, _HEALING, wound):
        matches = list(pattern.finditer(rest))
        groups = {match.lastgroup for match in matches}
        found.append(next((meaning.replace("_", " ") for meaning in meanings if meaning in groups), ""))
        said += [match[0] for match in matches]
        rest = pattern.sub(" ", rest)
    stage, healing, wounded = found
    rest = " ".join(rest.split())
    if not said or not re.search(r"\w{2}", rest):
        return None
    return Encounter(rest, ", ".join(said), stage or ("subsequent encounter" if healing else "initial encounter"), wounded, healing)
