"""The intent in a query about a drug or poison: "overdose", "on purpose", "side effect" choose a column of the Table of Drugs.

The six columns are six sibling codes (T36 to T50; four of them up to T65). A poisoning whose intent is not named counts as accidental
(Guidelines, section I.C.19.e.5.b).
"""

import re

_COLUMNS = (
    ("Underdosing", r"under-?\s?dos\w*|ran\s+out\s+of|too\s+little|less\s+than\s+prescribed|stopped\s+taking|skipp\w+"),
    ("intentional self-harm", r"(?<!un)intentional\w*|suicid\w*|self[ -]?harm|self[ -]?inflicted|on\s+purpose|deliberate\w*"),
    ("assault", r"assault\w*|given\s+by\s+another|homicid\w*"),
    ("undetermined", r"undetermined"),
    ("Adverse effect", r"adverse|side[ -]?effects?|reactions?|as\s+prescribed|properly"),
    ("accidental (unintentional)", r"over-?\s?dos\w*|od|poison\w*|too\s+much|accident\w*|unintentional\w*|ingest\w*"),
)
_ASKED = re.compile("|".join(rf"(?P<n{number}>\b(?:{said})\b)" for number, (_column, said) in enumerate(_COLUMNS)), re.IGNORECASE)
_DRUGS = re.compile(r"T(?:3[6-9]|4\d|5\d|6[0-5])")
COLUMNS = tuple(column for column, _said in _COLUMNS)
"""What the titles of a column say; what stands further left is meant where a query has words of two."""


def column_in(text: str) -> str | None:
    """Find the column that a query asks for; None where it says nothing of it.

    >>> column_in("aspirin overdose"), column_in("overdose of aspirin on purpose"), column_in("aspirin")
    ('accidental (unintentional)', 'intentional self-harm', None)
    """
    found = [int(str(match.lastgroup)[1:]) for match in _ASKED.finditer(text)]
    return COLUMNS[min(found)] if found else None


def unnamed(text: str) -> bool:
    """Say whether a query is about a poisoning and names no intent.

    >>> unnamed("aspirin overdose"), unnamed("took aspirin by accident")
    (True, False)
    """
    return column_in(text) == COLUMNS[-1] and not re.search(r"\b(?:accident|unintention)", text, re.IGNORECASE)


def of_drug(code: str) -> bool:
    """Say whether a code is of the Table of Drugs and Chemicals."""
    return bool(_DRUGS.match(code))
