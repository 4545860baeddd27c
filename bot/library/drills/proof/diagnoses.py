"""Checks of the families that read codes: sides, encounters, the build of the list, detail."""

import re
from collections import Counter

from bot.library.drills.proof.check import Says, proves
from bot.library.drills.proof.truth import Node, Truth, words

_BOTH = {"bilateral", "of", "unilateral", "eye", "eyes", "ear", "ears"}


@proves("laterality")
def laterality(truth: Truth, says: Says, option: str) -> bool:
    """The title says the diagnosis, or says it with an unspecified side where the stem names none."""
    title = truth.title(option)
    return truth.valid(option) and says["diagnosis"] in (title, title.replace("unspecified ", "", 1))


@proves("both-sides")
def both_sides(truth: Truth, says: Says, option: str) -> bool:
    """One code of both sides, or a code for each where the category knows no code for both."""
    codes = option.split(", ")
    titles = [truth.title(code) for code in codes]
    bare = Counter(words(says["diagnosis"]))
    if not all(truth.valid(code) for code in codes):
        return False
    if len(codes) == 1:
        return "ilateral" in titles[0].replace("Unilateral", "") and _less(titles[0], _BOTH) == _less(says["diagnosis"], _BOTH)
    sides = [re.findall(r"\b(right|left)\b", title) for title in titles]
    known = any(re.search(r"\bbilateral\b|\bboth\b", node.title, re.IGNORECASE) for node in truth.categories[option[:3]])
    return (
        sorted(side for found in sides for side in found) == ["left", "right"]
        and all(Counter(words(re.sub(r"\b(right|left)\b", "", title))) == bare for title in titles)
        and not known
    )


def _less(text: str, without: set[str]) -> list[str]:
    return [word for word in words(text) if word not in without]


@proves("seventh-encounter")
def encounter(truth: Truth, says: Says, option: str) -> bool:
    """The 7th character of the visit, after the code of the injury."""
    visit = says["visit"]
    if re.search(r"late effect|left behind", visit):
        char = "S"
    elif re.search(r"routine|heal|recovery", visit):
        char = "D"
    else:
        char = "A" if re.search(r"active treatment|first time", visit, re.IGNORECASE) else "?"
    return truth.valid(option) and truth.title(option) == says["injury"] and truth.parted(option)[1] == char


@proves("fracture-healing")
def healing(truth: Truth, says: Says, option: str) -> bool:
    """Open or closed, and how it heals, as the official meaning of the 7th character has it."""
    told, meaning = says["told"], truth.meaning(option)
    if "late effect" in told:
        stage = "sequela"
    else:
        stage = next((one for one in ("malunion", "nonunion", "delayed healing") if one in told), "")
        stage = stage or ("routine healing" if re.search(r"heal(?:ing|s) (?:as expected|normally)", told) else "initial encounter")
    if stage == "sequela":
        return meaning == stage and truth.title(option) == says["fracture"]
    kind = "IIIA" if re.search(r"Gustilo type III", told) else "open" if "open fracture" in told or "fracture is open" in told else "closed"
    fits = {"IIIA": "IIIA" in meaning, "open": "open" in meaning and "IIIA" not in meaning, "closed": "open" not in meaning}[kind]
    return truth.valid(option) and truth.title(option) == says["fracture"] and stage in meaning and fits


@proves("fracture-default")
def default(truth: Truth, says: Says, option: str) -> bool:
    """Displaced and closed, unless the record says otherwise."""
    told, title, meaning = says["told"], truth.title(option), truth.meaning(option)
    first = "Nondisplaced" if "says nondisplaced" in told else "Displaced"
    second = "open" if "documents an open fracture" in told else "closed"
    return (
        truth.valid(option)
        and title.lower() == f"{first} {says['fracture']}".lower()
        and meaning.startswith("initial")
        and second in meaning
    )


@proves("placeholder-x")
def placeholder(truth: Truth, says: Says, option: str) -> bool:
    """Listed as it is written, X and nothing else between the code and its 7th character."""
    code, char = says["code"], says["character"]
    return truth.valid(option) and option.startswith(code) and option.endswith(char) and not option[len(code) : -1].strip("X.")


@proves("fetus")
def fetus(truth: Truth, says: Says, option: str) -> bool:
    """The number of the fetus, 0 for a single or unknown one, 9 beyond the fifth."""
    match = re.search(r"fetus (\d) is affected", says["told"])
    number = int(match[1]) if match else 0
    return truth.valid(option) and truth.title(option) == says["condition"] and option[-1] == ("9" if number > 5 else str(number))


@proves("reportable")
def reportable(truth: Truth, says: Says, option: str) -> bool:
    """Listed, and nothing longer is."""
    return truth.valid(option) and option.startswith(says["category"])


@proves("whats-missing")
def missing(truth: Truth, says: Says, option: str) -> bool:
    """What the list goes on with after a code."""
    code = says["code"]
    flat = code.replace(".", "")
    if truth.valid(code):
        needed = "Nothing"
    elif truth.nodes[code].below:
        needed = "More detail"
    else:
        longer = [one for one in truth.extended.get(code[:3], ()) if one.startswith(flat) and not one[len(flat) : 6].strip("X")]
        needed = "" if not longer else "Only a 7th" if len(flat) == 6 else "Placeholder X"
    return bool(needed) and option.startswith(needed)


@proves("chapter")
def chapter(truth: Truth, says: Says, option: str) -> bool:
    """The chapter in which a category of that title stands."""
    homes = {truth.nodes[code].chapter for code in truth.by_title[says["title"]] if len(code) == 3}
    return int(re.findall(r"\d+", option)[0]) in homes


@proves("block")
def block(truth: Truth, says: Says, option: str) -> bool:
    """The block in which a category of that title stands."""
    return any(truth.nodes[code].block == option.split()[0] for code in truth.by_title[says["title"]] if len(code) == 3)


@proves("detail", "inclusion-term")
def named(truth: Truth, says: Says, option: str) -> bool:
    """The term stands under the code; or nothing but the header's title is documented, and the code says unspecified."""
    code = option.split()[0]
    node = truth.nodes[code]
    documented = says.get("documented", says.get("term", ""))
    under = documented.lower() in [text.lower() for text in (node.title, *node.notes.get("inclusionTerm", ()))]
    bare = bool(node.above) and truth.nodes[node.above[0]].title == documented and "nspecified" in node.title
    return truth.valid(code) and (under or bare)


@proves("combination")
def combination(truth: Truth, says: Says, option: str) -> bool:
    """One code whose title holds both halves, joined by with or without."""
    joined = "without" if re.search(r"found none|was ruled out", says["told"]) else "with"
    title, tail = truth.title(option), says["tail"][0].lower() + says["tail"][1:]
    if tail == "foreign body":  # the site stands after it in the title, before it in the stem
        fits = f" {joined} foreign body" in title and title.replace(f" {joined} foreign body", "", 1) == says["head"]
    else:
        fits = title in (f"{says['head']} {joined} {tail}", f"{says['head']} {joined} {says['tail']}")
    return ", " not in option and truth.valid(option) and fits


@proves("acute-chronic")
def acute_chronic(truth: Truth, says: Says, option: str) -> bool:
    """One code that says both, where the category has one; else the acute code and then the chronic one."""
    codes = option.split(", ")
    if not all(truth.valid(code) for code in codes):
        return False

    def told(code: str, word: str) -> bool:
        node = truth.nodes[code]
        return any(word in text.lower() for text in (node.title, *node.notes.get("inclusionTerm", ())))

    wanted = set(words(says["condition"]))

    def both(node: Node) -> bool:
        title = set(words(node.title))
        return {"acute", "chronic"} <= title and title - {"acute", "chronic", "and", "on", "with"} == wanted - {"and", "on", "with"}

    if any(both(node) and not node.below for node in truth.categories[option[:3]]):
        return len(codes) == 1 and both(truth.nodes[codes[0]])
    if len(codes) != 2 or truth.barred(*codes):
        return False
    first, second = codes
    return told(first, "acute") and not told(first, "chronic") and told(second, "chronic")
