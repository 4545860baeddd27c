"""Checks of the families about pregnancy, ulcers, burns, coma, drugs, injuries, strokes and single conditions."""

import re

from bot.library.drills.proof.check import Says, proves
from bot.library.drills.proof.truth import Truth, words


def _trimester(age: str) -> str:
    days = 7 * int(age.split()[0]) + int(re.findall(r"\d+", age)[1])
    return "first" if days < 98 else "second" if days < 196 else "third"


@proves("trimester")
def trimester(truth: Truth, says: Says, option: str) -> bool:
    """The condition in the trimester of its days."""
    return truth.valid(option) and truth.title(option) == f"{says['condition']}, {_trimester(says['age'])} trimester"


@proves("weeks")
def weeks(truth: Truth, says: Says, option: str) -> bool:
    """The completed weeks, as the title of Z3A says them."""
    done = int(says["age"].split()[0])
    title = truth.title(option)
    number = int((re.findall(r"\d+", title) or ["-1"])[0])
    if title.startswith("Less"):
        return truth.valid(option) and done < number
    if title.startswith("Greater"):
        return truth.valid(option) and done > number
    return truth.valid(option) and done == number


@proves("gestation")
def gestation(truth: Truth, says: Says, option: str) -> bool:
    """The condition in its trimester, and then the weeks."""
    first, second = option.split(", ")
    return trimester(truth, says, first) and second.startswith("Z3A") and weeks(truth, says, second)


_MANY = ("one infant", "twins", "triplets", "quadruplets", "quintuplets", "sextuplets")


@proves("birth-outcome")
def birth(truth: Truth, says: Says, option: str) -> bool:
    """Z37 for the mother by how many lived, Z38 for the newborn by how many there were, where and how."""
    told, title = says["told"], truth.title(option).lower()
    if not truth.valid(option):
        return False
    if "newborn" in told:
        how = "cesarean" if "cesarean" in told else "vaginally" if "vaginally" in told else "outside hospital"
        count = next((one.rstrip("s") for one in _MANY[1:] if one in told), "single")
        named = any(word in title for word in ("single", "twin", "triplet", "quadruplet", "quintuplet"))
        which = count in title or ("outside" in how and "other multiple" in title and count not in ("single", "twin"))
        return option.startswith("Z38") and how in title and which and (named or "other multiple" in title)
    count = next(one for one in _MANY if one in told)
    if not option.startswith("Z37"):
        return False
    numbers = [int(one) for one in re.findall(r"\d+", told)]
    lives = "some" if numbers else "none" if "stillborn" in told else "all"
    if count == "one infant":
        return title == ("single live birth" if lives == "all" else "single stillbirth")
    if count == "twins":
        return (
            title
            == {"all": "twins, both liveborn", "some": "twins, one liveborn and one stillborn", "none": "twins, both stillborn"}[lives]
        )
    if lives == "none":
        return title == "other multiple births, all stillborn"
    return title == f"{count}, {'all' if lives == 'all' else 'some'} liveborn"


def _stage(told: str) -> str:
    lower = told.lower()
    if "graft" in lower or "cannot be staged" in lower:
        return "unstageable"
    if "deep tissue" in lower:
        return "deep tissue"
    if match := re.search(r"stage (\d)", lower):
        return f"stage {match[1]}"
    for words_of_it, stage in (("edema", "stage 1"), ("partial thickness", "stage 2"), ("full thickness", "stage 3"), ("bone", "stage 4")):
        if words_of_it in lower:
            return stage
    return "unspecified stage"


@proves("pressure-ulcer")
def ulcer(truth: Truth, says: Says, option: str) -> bool:
    """The stage that is documented, at the site."""
    title, stage = truth.title(option), _stage(says["told"])
    place = "Pressure-induced deep tissue damage of {}" if stage == "deep tissue" else "Pressure ulcer of {}, " + stage
    return truth.valid(option) and title == place.format(says["site"])


@proves("ulcer-course")
def course(truth: Truth, says: Says, option: str) -> bool:
    """Healed at admission: nothing; else the stage on admission, and the highest where it got worse."""
    told = says["told"]
    stages = re.findall(r"stage (\d)", told)
    match = re.search(r"pressure ulcer of the (.+?)(?: that|;)", told)
    site = match[1] if match else ""
    if "completely healed" in told:
        return option.startswith("No code")
    wanted = [f"Pressure ulcer of {site}, stage {stage}" for stage in stages]
    codes = re.findall(r"L89\.\w+", option)
    return all(truth.valid(code) for code in codes) and [truth.title(code) for code in codes] == wanted


_SEEN = (("redness only", "first"), ("blisters", "second"), ("full-thickness", "third"))


@proves("burn-degree")
def burn_degree(truth: Truth, says: Says, option: str) -> bool:
    """One code for the site, of the highest degree that is named or seen."""
    told = says["told"]
    degrees = [degree for degree in ("first", "second", "third") if degree in told] or [degree for seen, degree in _SEEN if seen in told]
    title = truth.title(option).replace(" [any part, except ear drum]", "")
    return ", " not in option and truth.valid(option) and title == f"{says['agent'].capitalize()} of {degrees[-1]} degree of {says['site']}"


@proves("burn-order")
def burn_order(truth: Truth, says: Says, option: str) -> bool:
    """Both sites, each with its degree, the third degree first."""
    codes = option.split(", ")
    titles = [truth.title(code).replace(" [any part, except ear drum]", "") for code in codes]
    wanted = [re.sub(r"(\w+)-degree burn of the (.+)", r"Burn of \1 degree of \2", says[which]) for which in ("deep", "shallow")]
    return all(truth.valid(code) for code in codes) and titles == wanted and titles[0].startswith("Burn of third")


_NINES = {
    "head and neck": 9,
    "right arm": 9,
    "left arm": 9,
    "front of the trunk": 18,
    "back of the trunk": 18,
    "right leg": 18,
    "left leg": 18,
    "genitalia": 1,
}


def _percent(told: str) -> int:
    return sum(share for part, share in _NINES.items() if part in told)


@proves("rule-of-nines")
def nines(truth: Truth, says: Says, option: str) -> bool:
    """The sum of the parts that are named."""
    del truth
    return option == f"{_percent(says['names'])} %"


@proves("burn-extent")
def extent(truth: Truth, says: Says, option: str) -> bool:
    """The title whose two spans hold the whole and the third-degree part."""
    parts = says["told"].split("; ")
    third = sum(_percent(part) for part in parts if part.startswith("third"))
    total = sum(map(_percent, parts))
    title = truth.title(option)
    agent = "Corrosions" if "corrosion" in says["what"] else "Burns"
    if not truth.valid(option) or not title.startswith(agent):
        return False
    if "less than 10%" in title:
        return total < 10
    spans = [(int(low), int(high)) for low, high in re.findall(r"(\d+)%?-(\d+)%", title.replace("% to ", "-"))]
    if "90%" in title.split(" with ")[0]:
        spans.insert(0, (90, 100))
    if len(spans) == 1:
        spans.append((90, 100))
    return spans[0][0] <= total <= spans[0][1] and spans[1][0] <= third <= spans[1][1]


@proves("glasgow")
def glasgow(truth: Truth, says: Says, option: str) -> bool:
    """What was found, and when it was written down, as title and 7th character say them."""
    told, title, meaning = says["told"], truth.title(option), truth.meaning(option)
    if "scene" in told or "in the field" in told:
        when = "in the field"
    elif "emergency department" in told:
        when = "arrival to emergency department"
    elif re.search(r"\b(30 hours|two days) after", told):
        when = "24 hours or more after"
    else:
        when = "at hospital admission" if "admi" in told else "unspecified"
    if match := re.search(r"score of (\d+)", told):
        low, _, high = title.rpartition(" ")[2].partition("-")
        fits = "Glasgow" in title and low.isdecimal() and int(low) <= int(match[1]) <= int(high)
    else:
        name, found = re.findall(r"head injury, (.+?): (.+?), recorded", told)[0]
        scale = {"eye opening": "eyes open", "best verbal response": "best verbal response", "best motor response": "best motor response"}[
            name
        ]
        found = (
            found.removeprefix("eyes ")
            .removeprefix("open ")
            .replace("never open", "never")
            .replace(" only", "")
            .replace("spontaneously", "spontaneous")
        )
        found = "none" if found.startswith("no ") else found
        fits = title == f"Coma scale, {scale}, {found}"
    return truth.valid(option) and fits and when in meaning


def _kind(told: str) -> str:
    """Read from a story what happened with a drug, in the words of the official titles."""
    if re.search(r"less of|stopped", told):
        return "Underdosing of {}"
    if "cannot be determined" in told:
        return "Poisoning by {}, undetermined"
    if re.search(r"somebody else who meant harm|another person on purpose", told):
        return "Poisoning by {}, assault"
    if re.search(r"intent to harm oneself|self-harm", told):
        return "Poisoning by {}, intentional self-harm"
    if re.search(r"ordered correctly|properly prescribed|properly ordered|correctly prescribed", told):
        return "Adverse effect of {}"
    return "Poisoning by {}, accidental (unintentional)"


@proves("drug-kind")
def drug_kind(truth: Truth, says: Says, option: str) -> bool:
    """The title of the drug and of what happened with it."""
    return truth.valid(option) and truth.title(option) == _kind(says["told"]).format(says["drug"])


_SIGNS = {
    "nausea with vomiting": "Nausea with vomiting, unspecified", "dizziness": "Dizziness and giddiness", "syncope": "Syncope and collapse", "somnolence": "Somnolence",
    "bradycardia": "Bradycardia, unspecified", "tachycardia": "Tachycardia, unspecified", "acute kidney failure": "Acute kidney failure, unspecified",
    "gastrointestinal bleeding": "Gastrointestinal hemorrhage, unspecified", "disorientation": "Disorientation, unspecified", "hypokalemia": "Hypokalemia",
    "apnea": "Apnea, not elsewhere classified",
}  # fmt: skip


@proves("drug-order")
def drug_order(truth: Truth, says: Says, option: str) -> bool:
    """Adverse effect: sign, drug. Poisoning: drug, sign."""
    kind = _kind(says["told"]).format(says["drug"])
    wanted = [_SIGNS[says["name"].lower()], kind] if kind.startswith("Adverse") else [kind, _SIGNS[says["name"].lower()]]
    codes = option.split(", ")
    return all(truth.valid(code) for code in codes) and [truth.title(code) for code in codes] == wanted


@proves("late-effect")
def late_effect(truth: Truth, says: Says, option: str) -> bool:
    """What is left, then the injury as a sequela."""
    codes = option.split(", ")
    if len(codes) != 2 or not all(truth.valid(code) for code in codes):
        return False
    left = {"scar tissue": "Scar conditions and fibrosis of skin", "chronic pain due to trauma": "Chronic pain due to trauma"}[says["name"]]
    injury = truth.title(codes[1])
    return truth.title(codes[0]) == left and injury.lower() == says["injury"].lower() and truth.meaning(codes[1]) == "sequela"


_CAUSES = (
    ("wet floor", "slipping"), ("stairs", "stairs"), ("ladder", "ladder"), ("out of bed", "bed"), ("low wall", "one level to another"), ("glass", "glass"),
    ("kitchen knife", "knife"), ("appliance", "appliance"), ("dog", "dog"), ("cat", "cat"), ("hot drink", "drinks"), ("tap water", "water"), ("stove", "stove"),
)  # fmt: skip


@proves("external-cause")
def external_cause(truth: Truth, says: Says, option: str) -> bool:
    """The injury, then its cause, both as the same kind of encounter."""
    codes = option.split(", ")
    if len(codes) != 2 or not all(truth.valid(code) for code in codes):
        return False
    injury, cause = codes
    later = "routine" in says["visit"]
    kind = "subsequent" if later else "initial"
    mark = next(mark for said, mark in _CAUSES if said in says["how"])
    named = truth.title(injury) == says["injury"] and mark in truth.title(cause).lower()
    meaning = truth.meaning(injury)
    plain = not re.search(r"open|delayed|nonunion|malunion", meaning)
    return named and kind in meaning and plain and kind in truth.meaning(cause)


@proves("stroke-sequela")
def stroke(truth: Truth, says: Says, option: str) -> bool:
    """One code that says the deficit, the stroke and the side."""
    title = truth.title(option)
    wanted = words(f"{says['deficit']} following {says['cause']} {'affecting ' if says['side'] else ''}{says['side']}")
    found = [word for word in words(title) if word != "affecting"]
    return ", " not in option and truth.valid(option) and found == [word for word in wanted if word != "affecting"]


@proves("dominance")
def dominance(truth: Truth, says: Says, option: str) -> bool:
    """The side, dominant or not by the hand that writes."""
    side, hand = says["side"].split()[0], says["hand"]
    main = "ambidextrous" in hand or f"{side}-handed" in hand or ("not documented" in hand and side == "right")
    title = truth.title(option).replace("non-dominant", "nondominant")
    return truth.valid(option) and title == f"{says['condition']} affecting {side} {'dominant' if main else 'nondominant'} side"


@proves("hypertension")
def hypertension(truth: Truth, says: Says, option: str) -> bool:
    """I11, I12 or I13 by what there is, then the kind of heart failure and the stage of the kidney disease."""
    heart, kidney = "", ""
    for part in says["all"].split("; ")[1:]:
        if part.startswith("chronic kidney disease"):
            said = (
                part.partition(", ")[2]
                .replace("stage 3, not divided further", "stage 3 unspecified")
                .replace("stage not documented", "unspecified")
            )
            said = {"stage 1": "stage 1", "stage 2": "stage 2 (mild)", "stage 4": "stage 4 (severe)"}.get(said, said)
            kidney = f"Chronic kidney disease, {said}"
        else:
            heart = part
    codes = option.split(", ")
    titles = [truth.title(code) for code in codes[1:]]
    late = kidney.endswith("stage 5")
    first = ("I13.2" if late else "I13.0") if heart and kidney else "I11.0" if heart else "I12.0" if late else "I12.9"
    wanted = sorted(one.lower() for one in (heart, kidney) if one)
    return all(truth.valid(code) for code in codes) and codes[0] == first and sorted(title.lower() for title in titles) == wanted


@proves("diabetes")
def diabetes(truth: Truth, says: Says, option: str) -> bool:
    """Type 2 with the complication first, then each long-term treatment."""
    told = says["told"]
    wanted = set()
    if "insulin every day" in told:
        wanted.add("Long term (current) use of insulin")
    if "tablets" in told:
        wanted.add("Long term (current) use of oral hypoglycemic drugs")
    if "non-insulin drug" in told:
        wanted.add("Long-term (current) use of injectable non-insulin antidiabetic drugs")
    codes = option.split(", ")
    first = truth.title(codes[0]) == f"Type 2 diabetes mellitus {says['with']}"
    return (
        all(truth.valid(code) for code in codes)
        and first
        and {truth.title(code) for code in codes[1:]} == wanted
        and len(codes) == 1 + len(wanted)
    )


@proves("neoplasm")
def neoplasm(truth: Truth, says: Says, option: str) -> bool:
    """The column of the Neoplasm Table; the table itself is held against the official one where that is at hand."""
    told = says["told"]
    row = next(row for row in truth.rows("neoplasm") if row["site"] == says["site"])
    columns = (
        ("has spread there", 1),
        ("in situ", 2),
        ("invasive carcinoma that began", 0),
        ("benign or malignant", 4),
        ("nature not stated", 5),
        ("benign", 3),
    )
    place = next(number for mark, number in columns if mark in told)
    return truth.valid(option) and option == row["codes"][place]


@proves("uncertain")
def uncertain(truth: Truth, says: Says, option: str) -> bool:
    """The finding of an outpatient, the diagnosis of an inpatient at discharge."""
    row = next(row for row in truth.rows("suspicion") if row["diagnosis"][1] == says["called"] and row["finding"][1] == says["seen"])
    wanted = row["finding"][0] if "office visit" in says["told"] else row["diagnosis"][0]
    return truth.valid(option) and option == wanted


@proves("screening")
def screening(truth: Truth, says: Says, option: str) -> bool:
    """Because of a sign: the sign. Else the screening first, and what it found."""
    told = says["told"]
    row = next(row for row in truth.rows("screening") if row["screening"][1].lower() == says["test"].lower() and _tells(row, told))
    if row["sign"][1] in told and re.search(r"Because of|A patient with ", told):
        wanted = row["sign"][0]
    elif re.search(r"\b(?:finds|shows)\b", told):
        wanted = f"{row['screening'][0]}, {row['finding'][0]}"
    else:
        wanted = row["screening"][0]
    return all(truth.valid(code) for code in option.split(", ")) and option == wanted


def _tells(row: dict[str, list[str]], told: str) -> bool:
    return row["finding"][1] in told or row["sign"][1] in told or not re.search(r"finds|shows|Because of|A patient with ", told)
