"""What is refused before it is read: real patients' data, and what needs other words than a tutor's.

The guard works on patterns and errs on the side of refusing identifiers. It never keeps, logs or repeats the text.
"""

import re


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*"
_DATE = "(?:" + "|".join(
    [
        r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})",
        r"\d{4}-\d{2}-\d{2}",
        rf"{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}",
        rf"\d{{1,2}}\s+{_MONTH}\.?,?\s+\d{{4}}",
    ]
) + ")"  # fmt: skip
_LEADS = r"[:#.\s]*(?:no\.?|number|num|is|nr)?[:#.\s]*[a-z]{0,3}-?"
_NUMBERED = "|".join(
    ["chart", "acct", "account", "member id", "policy", "subscriber", "beneficiary", "claim", "hicn", "mbi", "insurance id",
     r"(?:driver'?s? )?licen[cs]e", "encounter (?:id|no|number)"]
)  # fmt: skip
_STREET = "street|st|avenue|ave|road|rd|lane|ln|drive|boulevard|blvd|court|ct"
_LETTER, _LETTER_OR_DIGIT = "[ac-hjkmnp-rt-y]", "[ac-hjkmnp-rt-y0-9]"

_DEED = "(?:seen|admitted|presents?|presented|discharged|was|is|on|with|for|in|from|has|had|visit|since|of|dated|the)"
# The most common given names of the US census: lower-case names are recognised by these only, and only beside "patient" or an age.
_GIVEN = (
    "james|john|robert|michael|david|william|richard|joseph|thomas|charles|christopher|daniel|matthew|anthony|mark|donald|steven|paul|andrew|"
    "joshua|kenneth|kevin|brian|george|edward|ronald|timothy|jason|jeffrey|ryan|jacob|gary|nicholas|eric|jonathan|stephen|larry|justin|scott|"
    "brandon|benjamin|samuel|gregory|frank|alexander|raymond|patrick|jack|dennis|jerry|carlos|jose|juan|luis|mary|patricia|jennifer|linda|"
    "elizabeth|barbara|susan|jessica|sarah|karen|lisa|nancy|betty|margaret|sandra|ashley|kimberly|emily|donna|michelle|carol|amanda|dorothy|"
    "melissa|deborah|stephanie|rebecca|sharon|laura|cynthia|kathleen|amy|angela|shirley|anna|brenda|pamela|emma|nicole|helen|samantha|"
    "katherine|christine|debra|rachel|carolyn|janet|catherine|maria|heather|diane|ruth|julie|jane|joan|alice|teresa|sara|gloria"
)

_IDENTIFIER = _any_of(
    r"\b\d{3}-\d{2}-\d{4}\b",  # social security number
    r"\b(?:ssn|social security)\b\D{0,20}\d{3}[- ]?\d{2}[- ]?\d{4}\b",
    rf"\b(?:mrn|medical record|patient id|pt id){_LEADS}\d[\d-]{{3,}}",
    rf"\b(?:{_NUMBERED}){_LEADS}\d[\d-]{{4,}}",  # five digits and more: four may be a year
    r"\bencounter\s*#\s*\d{4,}",
    r"\b\d{1,3}(?:\.\d{1,3}){3}\b",  # an internet address
    rf"\b(?:d\.?o\.?b\.?|date of birth|birth ?date|born(?: on)?)\b[^.\n]{{0,15}}?{_DATE}",
    r"\b(?:d\.?o\.?b\.?|date of birth|birth ?date)\b[:\s]*\d{6,8}\b",
    r"(?<![\d.])(?:\+?1[-. ]?)?\(?[2-9]\d{2}\)?[-. ]\d{3}[-. ]\d{4}(?!\d)",  # telephone
    r"\b(?:phone|tel|cell|mobile|fax|call)\b[^\d\n]{0,12}\+?\d[\d\s().-]{8,}\d",
    r"[\w.+-]+@[\w-]+\.[a-z]{2,}",
    rf"\b\d{{1,5}}\s+(?:[nsew]\.?\s+)?[a-z]+(?:\s+[a-z]+)?\s+(?:{_STREET})\b\.?,?\s+[a-z0-9]",
    # Medicare beneficiary identifier: position by position, CMS, "Understanding the MBI format"
    rf"\b[1-9]{_LETTER}{_LETTER_OR_DIGIT}\d-?{_LETTER}{_LETTER_OR_DIGIT}\d-?{_LETTER}{{2}}\d{{2}}\b",
    r"\b(?:patient|pt|pts|patient's)\b[^.\n]{0,20}\bname(?:d| is|:)\s+[a-z]+",
    rf"\b(?:patient|pt)\s+(?!{_DEED}\b)[a-z]+\s+(?!{_DEED}\b)[a-z]+,?\s+{_DATE}",
    rf"\b(?:patient|pt|mr|mrs|ms|miss)\b\.?\s+(?:is\s+)?(?:{_GIVEN})\s+[a-z]+",
    rf"\b(?:{_GIVEN})\s+[a-z]+,?\s+\d{{1,3}}\s?(?:yo|y/o|yrs?|years?|m|f)\b",
)

# Two words with capitals are a name unless one of them is a word of this field.
_FIELD = "|".join(
    "Aapc Ahima April August Book Books Case Chapter Clinic Code Codes Coding Cpc December Edition Effective Exam Federal February Fiscal "
    "Friday From Guideline Guidelines January July June March May Medicare Monday New November October On Question Release Saturday "
    "Schedule Section September Set Since Start Starts Sunday Table Test The Thursday Tuesday Until Update Updates Valid Version "
    "Wednesday Year".split()
)
_INITIALS = "AAPC|AHIMA|AMA|CMS|CPC|CPT|HCPCS|HIPAA|ICD|NCCI|COC|CIC|CRC|CPB|CCS|RHIT|CEU|CEUS|PCS|MUE|NCD|LCD|ABN"
_WORD = rf"(?!(?:{_FIELD})\b)[A-Z][a-z]+"
_NAME = rf"{_WORD},?\s+(?:[A-Z]\.?\s+)?{_WORD}"
# A name beside a date, or beside "patient": only as typed, since lower-case words are no sign of a name.
_NAMED = re.compile(
    "|".join(
        [
            rf"\b{_NAME}\b[^.\n]{{0,25}}\b(?i:{_DATE})",
            rf"\b(?i:{_DATE})[^.\n]{{0,15}}\b{_NAME}\b",
            rf"\b(?:[Pp]atient|[Pp]t\.?|Mrs?\.|Ms\.)\s+{_NAME}\b",
            rf"\b[Nn]ame\s*:\s*{_NAME}\b",
            rf"\b(?!(?:{_INITIALS})\b)[A-Z]{{3,}},\s+(?!(?:{_INITIALS})\b)[A-Z]{{3,}}\b[^.\n]{{0,15}}\b(?i:{_DATE})",
            r"\b(?:Mrs?|Ms)\.?\s+[A-Z][a-z]+\b[^\n]{0,80}?(?:\d|\b(?:diagnos|admitted|seen|presents|surgery))",
        ]
    )
)

_CRISIS = _any_of(
    r"\b(?:kill(?:ing)?|hurt(?:ing)?|harm(?:ing)?|cut(?:ting)?) myself\b",
    # "how do i code suicidal ideation" is a student at work
    r"^(?!.*\b(?:codes?|coded|icd|dx|diagnosis)\b).*(?:\b(?:i|me|my|im|i'm|feel|feeling)\b.*\bsuicid(?:e|al)\b"
    r"|\bsuicid(?:e|al)\b.*\b(?:i|me|my|am|feel)\b)",
    r"\bend(?:ing)? (?:it all|my life)\b",
    r"\bwan(?:t to|na) die\b",
    r"\b(?:don'?t|dont) want to (?:live|be alive|be here anymore)\b",
    r"\bbetter off dead\b",
    r"\bno reason to live\b",
)
_MINE = r"\b(?:i|i'm|im|i am|i've|me|my)\b"
_DANGER = _any_of(
    rf"{_MINE}.{{0,40}}\b(?:"
    r"can'?t breathe|cant breathe|cannot breathe|chest (?:hurts?|pains?|is tight)|(?:having|had) a (?:heart attack|stroke|seizure)"
    r"|overdos(?:ed|ing)|took too many (?:pills|tablets)|unconscious|not breathing|stopped breathing"
    r"|bleeding (?:a lot|badly|heavily|out)|face is drooping|swallowed (?:bleach|poison)|collapsed)",
    r"\b(?:call|dial|need) (?:911|an ambulance)\b",
    r"\bchest pains? (?:right now|and i)\b",
)

_NERVES = re.compile(r"\bbreathe\b.*\b(?:exam|test)\b", re.IGNORECASE)

_ITEMS = r"(?:exam|test) (?:questions|answers)"
_REFUSED = {
    "cheating": _any_of(
        r"\b(?:exam |test |cpc |braindump|brain )dumps?\b",
        r"\b(?:give|send|show|share|buy|sell|get|find|download|want|need|leak)\b.{0,30}"
        rf"\b(?:real|actual|leaked|stolen|live) (?:\w+ ){{0,2}}{_ITEMS}\b",
        r"\b(?:exam|test) (?:answers|answer key|questions) (?:leaked?|leak|for sale)\b",
        r"\b(?:take|sit|do|write) (?:the|my) (?:\w+ )?(?:exam|test) for me\b",
        r"\b(?:pay|hire) (?:you|someone|somebody|a person) to (?:take|sit)\b",
        r"\bquestion \d+ (?:on|of|from) form\b",
        r"\b(?:hide|sneak|smuggle)\b.*\b(?:notes?|answers|phone|cheat ?sheet)\b",
        r"\b(?:cheat|cheating) (?:on|in|at|during) (?:the|my|an?) (?:\w+ )?(?:exam|test)\b",
        r"\b(?:get around|bypass|fool|trick|beat) (?:the )?(?:\w+ )?(?:proctor|camera|webcam|examity|meazure)",
    ),
    "fraud": _any_of(
        r"\bupcod(?:e|ing)\b.*\b(?:without|not get|undetected|caught|get away)\b",
        r"\bwithout (?:getting|being) (?:caught|audited)\b",
        r"\bwhich (?:code|one) pays more\b.*\bbill\b",
        r"\bbill (?:that|it) instead\b",
        r"\b(?:fake|forge|made ?up|false)\b.*\b(?:letter|experience|ceus?|certificate|id)\b",
        r"\b(?:buy|sell|get) (?:a )?(?:fake|forged) (?:cpc|certificate|credential|letter)",
    ),
    "piracy": _any_of(
        r"\b(?:pdf|free copy|torrent|pirated?|scan(?:ned)?|download)\b.*\bcpt (?:code ?)?(?:book|manual)\b",
        r"\bcpt (?:code ?)?(?:book|manual)\b.*\b(?:pdf|torrent|pirated?|free download|for free)\b",
    ),
    "advice": _any_of(
        r"\b(?:is|are) (?:this|my|these) (?:mole|rash|lump|wart|spot|cough|fever|pain|bump|cut|bruise)s?\b",
        r"\bwhat (?:dose|dosage|antibiotic|medicine|medication)\b.*\b(?:of|for|should)\b",
        r"\bcan i mix\b",
        r"\bcan i take (?:\w+ )?(?:ibuprofen|tylenol|advil|aspirin|acetaminophen|antibiotics?|melatonin|benadryl)\b",
        r"\bshould i (?:get|have) (?:the |a |my )?(?:surgery|operation|shot|vaccine)\b",
        r"\binterpret my\b",
        r"\bmy (?:a1c|blood pressure|bp|cholesterol|mri|x-?ray|ekg|biopsy|lab results?|test results?)\b.*"
        r"\b(?:is|are|says?|results?|mean|bad|high|low|normal)\b",
    ),
}


def holds_patient_data(text: str) -> bool:
    """Say whether ``text`` looks like a real patient's data: numbers, dates of birth, addresses, names beside dates.

    The identifiers are those of 45 CFR 164.514(b)(2). A year, an age or "a patient" alone is fine.

    >>> holds_patient_data("code this: DOB 04/12/1957, MRN 884213"), holds_patient_data("a 65-year-old man with gout")
    (True, False)
    """
    return bool(_IDENTIFIER.search(text) or _NAMED.search(text))


def emergency(text: str) -> str | None:
    """Name the kind of emergency that somebody tells of: "crisis", "danger" or None.

    A disease by name is a look-up, not an emergency; the words must be about a person here and now.

    >>> emergency("heart attack"), emergency("i think im having a heart attack")
    (None, 'danger')
    """
    if _CRISIS.search(text):
        return "crisis"
    # "I can't breathe thinking about this test" is fear of an exam.
    return "danger" if _DANGER.search(text) and not _NERVES.search(text) else None


def refusal(text: str) -> str | None:
    """Name what is asked for and not given: "cheating", "fraud", "piracy", "advice" or None."""
    return next((name for name, pattern in _REFUSED.items() if pattern.search(text)), None)
