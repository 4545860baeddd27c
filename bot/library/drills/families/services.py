"""Rules of counting for services: infusions, timed therapy, panels.

Where CPT words the rule, it is taught here in our own words and without a code.
"""

from collections.abc import Iterator
from itertools import permutations, product

from bot.library.drills.families.procedures import numbered, pair_of
from bot.library.drills.family import EASY, MEDIUM, Draft, Family, Option
from bot.library.drills.lot import Lot, turned
from bot.library.drills.sources import Sources
from bot.library.drills.wording import listed

_SERVICES = (
    ("chemotherapy by infusion", ("oxaliplatin by infusion over 2 hours (chemotherapy)", "docetaxel by infusion over 1 hour (chemotherapy)",
                                  "gemcitabine by infusion over 35 minutes (chemotherapy)")),
    ("chemotherapy by push", ("vincristine by IV push (chemotherapy)", "doxorubicin by IV push (chemotherapy)", "vinblastine by IV push (chemotherapy)")),
    ("a therapeutic infusion", ("vancomycin by infusion over 90 minutes (an antibiotic)", "iron sucrose by infusion over 1 hour (for anemia)",
                                "zoledronic acid by infusion over 30 minutes (for the bones)")),
    ("a therapeutic push", ("ondansetron by IV push (for the nausea it causes)", "ketorolac by IV push (for pain in the back)", "famotidine by IV push (for the stomach)")),
    ("hydration", ("saline over 75 minutes (hydration before the drugs)", "lactated Ringer's over 2 hours (hydration)", "dextrose over 50 minutes (hydration at the end)")),
)  # fmt: skip
"""From the highest to the lowest in the ranking of facilities."""


def _initial_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from turned(["".join(map(str, order)) for order in permutations(range(5), 4)], start)


def _initial(sources: Sources, key: str) -> Draft | None:
    """Of several infusions through one line, the highest in the ranking is the initial one."""
    del sources
    if len(key) != 4 or not set(key) <= set("01234") or len(set(key)) != 4:
        return None
    lot = Lot(f"infusion {key}")
    given = {int(one): lot.pick(_SERVICES[int(one)][1]) for one in key}
    top = min(given)
    ask = f"Hospital outpatient, one vein, in this order: {listed(given.values())}. Which is the initial service?"
    why = {rank: f"{_SERVICES[rank][0].capitalize()} ranks below {_SERVICES[top][0]}." for rank in given}
    wrong = tuple(Option(name, why[rank]) for rank, name in given.items() if rank != top)
    answer = Option(given[top], f"For a facility the ranking decides, not the clock: {_SERVICES[top][0]} is highest here.")
    return Draft(ask, answer, wrong, {"given": listed(given.values())})


_EDGES = (
    10,
    15,
    16,
    20,
    29,
    30,
    31,
    45,
    60,
    61,
    75,
    89,
    90,
    91,
    100,
    119,
    120,
    121,
    135,
    149,
    150,
    151,
    165,
    180,
    195,
    209,
    210,
    211,
    225,
    240,
    255,
    269,
    270,
    271,
    300,
    330,
    331,
    360,
    385,
)
_MINUTES = tuple(sorted({*_EDGES, *range(17, 380, 13)}))


def _hours_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from turned([f"{kind}-{minutes}" for kind, minutes in product("th", _MINUTES)], start)


def infusion(kind: str, minutes: int) -> str:
    """Say how an infusion of some minutes is reported: a further hour counts from its 31st minute on."""
    if kind == "h" and minutes <= 30:
        return _NOTHING
    if kind == "t" and minutes <= 15:
        return _PUSH
    return _hours(max((minutes - 31) // 60, 0) if minutes > 90 else 0)


_NOTHING, _PUSH = "Not reported: too short", "An IV push"


def _hours(more: int) -> str:
    return f"First hour, and {more} further hour{'s' if more > 1 else ''}" if more else "First hour only"


def _hours_of(sources: Sources, key: str) -> Draft | None:
    del sources
    kind, _, rest = key.partition("-")
    if kind not in ("t", "h") or not rest.isdecimal() or int(rest) not in _MINUTES:
        return None
    minutes = int(rest)
    lot = Lot(key)
    begin = 8 * 60 + 5 * lot.below(36)
    what = (
        lot.pick(("An antibiotic", "Iron", "Magnesium"))
        if kind == "t"
        else lot.pick(("Saline for hydration", "Lactated Ringer's for hydration"))
    )
    ask = f"{what} runs into a vein from {_clock(begin)} to {_clock(begin + minutes)}, nothing else is given. How is the time reported?"
    right = infusion(kind, minutes)
    more = max((minutes - 31) // 60, 0) if minutes > 90 else 0
    offers = [(_hours(more + 1), "A further hour counts only from its 31st minute on."), (_hours(max(more - 1, 0)), "More than 30 minutes beyond a full hour make a further hour."),
              (_PUSH, "Up to 15 minutes is a push; longer is an infusion." if kind == "t" else "Hydration is never a push."),
              (_NOTHING, "Hydration of 31 minutes or more is reported." if kind == "h" else "Nothing that is given for treatment is too short: up to 15 minutes it is a push."),
              (_hours(0), f"{minutes} minutes are " + ("too short for that." if right in (_NOTHING, _PUSH) else "more than that.")), (_hours(more + 2), "That counts hours that were not begun.")]  # fmt: skip
    wrong = tuple(Option(text, why) for text, why in dict(reversed(offers)).items() if text != right)[::-1]
    told = f"{minutes} minutes: "
    reason = {_NOTHING: "hydration of 30 minutes or less is not reported.", _PUSH: "15 minutes or less is a push."}.get(
        right, "the first hour covers up to 90, then a further hour counts from its 31st minute on."
    )
    return Draft(ask, Option(right, told + reason), wrong, {"from": _clock(begin), "to": _clock(begin + minutes), "what": what})


def _clock(minutes: int) -> str:
    """Write minutes after midnight as a time."""
    return f"{minutes // 60 % 24}:{minutes % 60:02}"


_TIMED = ("therapeutic exercise", "manual therapy", "gait training", "balance training", "ultrasound", "aquatic therapy")
_UNTIMED = ("a hot pack", "unattended electrical stimulation", "the evaluation")


def _therapy_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from turned([f"{one}-{two}" for one, two in product(range(4, 47, 2), range(3, 34, 3))], start)


def therapy_units(minutes: int) -> int:
    """Count the units of timed therapy: the first takes 8 minutes, each further one 15 more."""
    return (minutes + 7) // 15


def _therapy(sources: Sources, key: str) -> Draft | None:
    del sources
    one, two = pair_of(key)
    if not 4 <= one < 47 or not 3 <= two < 34:
        return None
    lot = Lot(f"therapy {key}")
    first, second = lot.shuffled(_TIMED)[:2]
    idle = 10 + 5 * lot.below(3)
    total = one + two
    count = therapy_units(total)
    ask = f"One therapy visit, Medicare: {one} minutes of {first}, {two} minutes of {second}, {idle} minutes of {lot.pick(_UNTIMED)} (untimed). How many timed units in all?"
    slips = [(therapy_units(total + idle), "The untimed service is not counted in minutes."), (therapy_units(one) + therapy_units(two), "The minutes of all timed services are added first."),
             (total // 15, "A unit counts from its 8th minute on."), (-(-total // 15), "Less than 8 minutes beyond full units make no further unit."), (count + 1, "That would take 15 more minutes."),
             (max(count - 1, 0), "There are minutes enough for one more."), (count + 2, "That would take 30 more minutes."), (count + 3, "That would take 45 more minutes.")]  # fmt: skip
    wrong = tuple(Option(str(slip), why) for slip, why in slips if slip != count)
    why = f"{one} + {two} = {total} timed minutes; " + (
        f"{15 * count - 7} to {15 * count + 7} make {count} unit{'s' if count > 1 else ''}." if count else "fewer than 8 make none."
    )
    return Draft(ask, Option(str(count), why), wrong, {"one": f"{one} minutes of {first}", "two": f"{two} minutes of {second}"})


_ANALYTES = (
    "sodium", "ferritin", "magnesium", "lactate", "amylase", "lipase", "cortisol", "folate", "zinc", "copper", "ammonia", "uric acid", "phosphate", "haptoglobin", "vitamin B12", "homocysteine",
)  # fmt: skip
_PANEL, _PANEL_AND, _SINGLY, _REDUCED = (
    "The panel, once",
    "The panel, and the extra tests by themselves",
    "Each test by itself",
    "The panel with modifier 52",
)


def _panel_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from numbered(400, start)


def _panel(sources: Sources, key: str) -> Draft | None:
    """A panel is reported only where every test of it was done."""
    del sources
    if not key.isdecimal() or int(key) >= 400:
        return None
    lot = Lot(f"panel {key}")
    tests = lot.shuffled(_ANALYTES)
    size = 4 + lot.below(3)
    panel, others = tests[:size], tests[size:]
    missing, extra = (0, 0, 1, 1)[int(key) % 4], (0, 1 + lot.below(2), 0, 1)[int(key) % 4]
    done = lot.shuffled([*panel[missing:], *others[:extra]])
    ask = f"A panel code lists {listed(sorted(panel))}. Ordered and done: {listed(done)}. What is reported?"
    right = _SINGLY if missing else _PANEL_AND if extra else _PANEL
    lacking = panel[0] if missing else ""
    reasons = {
        _PANEL: f"{lacking.capitalize()} was not done, so the panel is not complete." if missing else f"{others[0].capitalize()} is not in the panel and is reported too.",
        _PANEL_AND: f"{lacking.capitalize()} was not done, so the panel is not complete." if missing else "Nothing was done beyond the panel.",
        _SINGLY: "Every test of the panel was done, so they are not reported one by one.",
        _REDUCED: "A panel is complete or it is none; modifier 52 does not make it smaller.",
    }  # fmt: skip
    why = {_PANEL: "Every test of the panel was done, and nothing else.", _PANEL_AND: f"The panel is complete; {listed(others[:extra])} {'are' if extra > 1 else 'is'} not in it.",
           _SINGLY: f"{lacking.capitalize()} is missing: no panel, each test by itself."}[right]  # fmt: skip
    wrong = tuple(Option(text, reason) for text, reason in reasons.items() if text != right)
    return Draft(ask, Option(right, why), wrong, {"panel": listed(sorted(panel)), "done": listed(done)})


_OWN = "CPT, guidelines of {} (in your own book; the rule in our words)"
FAMILIES = (
    Family(
        "infusion-initial", "Initial infusion", "medicine", MEDIUM,
        "For a facility: chemotherapy before other drugs before hydration, and infusion before push.",
        "Medicare Claims Processing Manual, Chapter 4, Section 230.2; NCCI Policy Manual, Chapter XI, Section B; " + _OWN.format("infusions"), _initial_keys, _initial, "",
        ("infusion hierarchy", "initial infusion", "infusion order"),
    ),
    Family(
        "infusion-hours", "Infusion time", "medicine", MEDIUM,
        "Up to 15 minutes is a push; the first hour covers up to 90 minutes, a further hour counts from its 31st minute on; hydration needs 31 minutes.",
        "Medicare Claims Processing Manual, Chapter 4, Section 230.2; " + _OWN.format("infusions"), _hours_keys, _hours_of, "",
        ("infusion hours", "infusion time", "iv push", "hydration time"), ("units",),
    ),
    Family(
        "therapy-units", "Therapy: 8-minute rule", "medicine", MEDIUM,
        "Add the minutes of all timed services; the first unit takes 8 minutes, each further one 15 more.",
        "Medicare Claims Processing Manual, Chapter 5, Section 20.2", _therapy_keys, _therapy, "",
        ("8 minute rule", "eight minute rule", "therapy units", "timed units", "8-minute rule"), ("units",),
    ),
    Family(
        "panel", "Panel complete or not", "pathology-laboratory", EASY,
        "A panel is reported only if every test of it was done; what goes beyond is added, and what falls short is reported test by test.",
        "Medicare Claims Processing Manual, Chapter 16, Section 90.2; " + _OWN.format("organ or disease panels"), _panel_keys, _panel, "",
        ("panels", "lab panels", "laboratory panels", "unbundling panels"),
    ),
)  # fmt: skip
