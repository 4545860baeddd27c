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

GIVEN_NAMES = frozenset(_GIVEN.split("|"))

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

# "how do i code suicidal ideation" is a student at work; "i failed my coding exam" is not.
_OF_A_CODE = r"(?!.*\b(?:codes?|coded|icd(?:-?10)?|dx|diagnosis|modifiers?|patients?|pts?|coding order)\b)"
_SUICIDE = r"\bs[ui]{1,2}[cs]+i?d(?:e|al|el|le)\w*"
_CRISIS = _any_of(
    r"\b(?:kill|hurt|harm|cut|hang|shoot|drown|unalive)(?:t?ing)? my ?self\b|\bkms\b",
    rf"^{_OF_A_CODE}.*\b(?:my|friend)\b.*\b(?:kill|hurt|harm)(?:ing)? (?:her|him|them)sel(?:f|ves)\b",
    rf"^{_OF_A_CODE}.*\b(?:i|me|my|im|i'm|am|feel|feeling|thinking|thoughts|comm?it)\b.*{_SUICIDE}",
    rf"^{_OF_A_CODE}.*{_SUICIDE}.*\b(?:i|me|my|am|feel)\b",
    r"\bend(?:ing)? (?:it all|everything|my (?:own )?life|this life)\b|\bwant (?:it|this) all to end\b|\bjust want to end it\b",
    r"\bwan(?:t to|na) die\b|\bwish (?:i|that i) (?:was|were|could be) (?:dead|never born)\b",
    r"\bwish i (?:wouldn'?t|didn'?t|never) w[ao]ke\b|\bnever wake up\b|\bwish i (?:wasn'?t|weren'?t) (?:alive|born)\b",
    r"\b(?:don'?t|do not) want to (?:live|be alive|be here any ?more|exist|wake up)\b",
    r"\bbetter off (?:dead|without me|if i)\b|\bnobody would (?:miss|care)\b.*\b(?:me|i)\b",
    r"\b(?:hate my life|can'?t live like this|out of this life)\b|\b(?:reason|point) to (?:keep|go on) living\b",
    r"\bway to (?:die|kill myself)\b",
    r"\bno reason to live\b|\bpoint (?:of|in) living\b|\blife (?:isn'?t|is not) worth\b",
    r"\b(?:done|tired|finished) (?:with|of) (?:life|living)\b|\bcan'?t (?:do this life|go on)\b.*\bany ?more\b",
    r"\bgoodbye (?:forever|world)\b",
    r"\bdisappear forever\b|\bjump(?:ing)? off (?:a|the) (?:bridge|roof|building)\b|\bgun\b.*\b(?:want it over|end it)\b",
)
_SOMEBODY = r"\b(?:i|i'm|im|i am|i've|ive|my|me|he|she|he's|she's|hes|shes|someone|somebody|we)\b"
_DANGER = _any_of(
    rf"^{_OF_A_CODE}(?!.*\b(?:case|guidelines?)\b).*{_SOMEBODY}.{{0,50}}(?:"
    r"\bcan(?:'?t|not) breathe?\b|\bchest (?:hurts?|pains?|is (?:so |very )?tight)"
    r"|\btook too (?:many|much)\b|\bunconscious\b|\b(?:not|stopped) breathing|\bnot (?:responding|moving|waking)|\bunresponsive"
    r"|\bw(?:o|ould)n'?t wake up|\bisn'?t waking up|\bchoking\b|\bbleeding (?:a lot|badly|heavily|out)"
    r"|\bcan(?:'?t|not) stop bleeding|\bwater broke and|\bin labor\b|\bface is drooping|\bcollapsed\b"
    r"|\b(?:swallowed|drank|ate) (?:\w+ ){0,2}(?:bleach|poison|antifreeze|cleaning|cleaner|detergent|pills?|batter(?:y|ies))"
    r"|\b(?:was|been|got) (?:stabbed|shot)\b|\bbeing attacked\b|\bhurting me\b|\bthroat is (?:swelling|closing)"
    r"|\bfeel (?:faint|dizzy)\b.*\b(?:call|alarm)|\bgoing to pass out\b|\bisn'?t waking\b)",
    rf"^{_OF_A_CODE}.*(?:\b(?:\w+'?s|am|i'm|im|just) ha(?:ving|d) a (?:heart attack|stroke|seizure)|\bsnake bit me\b"
    r"|\b(?:i|i've|ive|she|he|roommate|friend|brother|sister|son|daughter|kid|husband|wife|mom|dad|mother|father)"
    r"(?: (?:is|has|just|might have|may have))* overdos(?:ed|ing))",
    rf"^{_OF_A_CODE}.*\bchest (?:hurts|pains?|is tight)\b.*\b(?:my|arm|jaw|sweating)\b",
    r"\b(?:call|dial|need) (?:911|an ambulance)\b",
    r"\bchest pains? (?:right now|and (?:i|my|sweating))\b|\b(?:fire in|house is on fire)\b.*|\bcarbon monoxide alarm\b",
    r"\bfaint\b.{0,10}\bcall (?:someone|somebody|help)\b|\belectric shock\b.*\bmy\b",
)
# "I can't breathe thinking about this test" is fear of an exam, and nobody bleeds from a guideline.
_NERVES = re.compile(r"\bbreathe?\b.*\b(?:exam|test|mock)\b", re.IGNORECASE)

_BREATH, _OVERLAP = 400, 100
"""Characters of a text that are read together, and of them those that are read with the next ones too."""

_GET = r"\b(?:give|send|show|share|buy|sell|get|find|download|want|need|leak|post)\b"
_TRUE = r"(?:real|actual|exact|leaked|stolen|live|memorized)"
_DONE_NOT = r"(?:didn'?t (?:do|happen)|never (?:happened|did|done|took place)|not (?:performed|done|documented)|(?:were|was)n'?t done)"
_MEDICINE = (
    r"(?:ibuprofen|tylenol|advil|aspirin|acetaminophen|antibiotics?|melatonin|benadryl|metformin|ozempic|insulin|pills?|meds|medicines?"
    r"|medications?|painkillers?)"
)
_BODY = r"(?:mole|rash|lump|wart|spot|cough|fever|pain|bump|cut|bruise|toe|finger|arm|leg|ankle|wound|headache|stomach|throat|period)s?"
_REFUSED = {
    "cheating": _any_of(
        r"\b(?:exam|test|cpc|brain|braindump|any|got|free|latest|more) ?(?:\w+ )?dumps?\b",
        rf"{_GET}.{{0,30}}\b{_TRUE} (?:\w+ ){{0,3}}(?:questions|answers|items)\b",
        rf"^(?:the )?{_TRUE} (?:\w+ ){{0,2}}(?:exam|test|questions)\b.*(?:questions|answers|pdf|list|items)",
        rf"\b{_TRUE} (?:cpc |exam |test )*questions (?:from|pdf|list)\b|\bwith (?:the )?real (?:cpc |exam )*(?:questions|exam|test)\b",
        r"\b(?:leaked|stolen) (?:\w+ )?(?:questions|items|exam|test|answers)|\b(?:exam|test|cpc) (?:\w+ )?(?:answers|answer key|questions)"
        r" (?:\w+ )?(?:leaked?|for sale)\b",
        r"\b(?:sell|need|buy|want|selling) (?:the |some )?(?:exam|test) answers\b|\blook up answers on my phone\b|\bpast the proctor\b",
        rf"\b(?:cpc|exam|test) answer key\b|{_GET}.{{0,20}}\banswers (?:to|for) the (?:\w+ )?(?:exam|test)\b",
        r"\b(?:take|sit|do|write) (?:the|my) (?:\w+ )?(?:exam|test|cpc) (?:for me|in my place|instead of me)\b|\bexam in my place\b",
        r"\b(?:somebody|someone) else (?:take|sit|write|do) (?:my|the)\b|\btake the cpc (?:exam )?for me\b",
        r"\b(?:pay|hire) (?:you|someone|somebody|a person) to (?:take|sit)\b",
        r"\bquestion \d+ (?:on|of|from) form\b|\bwhat questions (?:were|came|showed|did)\b|\bremember (?:the|any) questions\b",
        r"\bquestions (?:you|u|they) (?:had|got|saw)\b|\b(?:screenshot|record|film|photograph|copy) (?:the |my )?(?:cpc )?(?:exam|test)\b",
        r"\b(?:hide|sneak|smuggle)\b.*\b(?:notes?|answers|phone|cheat ?sheet)\b|\bearpiece\b",
        r"\b(?:how (?:to|do (?:i|you|u|people)|can i)|ways? to|help me) cheat\b(?! ?sheet)",
        r"\bcheat(?:ing)? (?:on|in|at|during) (?:the|my|an?) (?:\w+ ){0,2}(?:exam|test|cpc)\b|\bcheat on the cpc\b",
        r"\bwithout (?:the proctor|them|anyone|being) (?:seeing|noticing|knowing|seen|noticed)\b",
        r"\b(?:chatgpt|ai|google)\b.{0,40}\b(?:during|while) (?:the|my|an?|i take)\b.{0,12}\b(?:exam|test)\b",
        r"\b(?:get around|bypass|fool|trick|beat) (?:the )?(?:\w+ )?(?:proctor|camera|webcam|examity|meazure)",
        r"\b(?:do|complete|finish) my practicode\b|\bpracticode (?:answers|answer key)\b",
    ),
    "fraud": _any_of(
        r"\bupcod(?:e|ing)\b.*\b(?:without|not get|undetected|caught|get away)\b|\bupcode (?:this|it|the|my)\b",
        r"\bpaid (?:more )?by upcoding\b|\bcode (?:it|this) higher\b|\bhow (?:do|can|to|should) ?(?:i|we|you)? upcode\b",
        r"\bwithout (?:getting|being) (?:caught|audited)\b|\boverbill",
        r"\bwhich (?:code|one) pays more\b.*\bbill\b|\bbill (?:that|it) instead\b|\bdouble bill\b|\bbill (?:it|this|them) twice\b",
        r"^(?!is |how do i (?:spot|tell|know)).*\b(?:fak(?:e|ing)|forg(?:e|ed|ing)|falsif\w+|false)\b.*"
        r"\b(?:letter|experience|ceus?|certificates?|id|signature|records?|notes?)\b",
        r"\bma[dk]e ?up\b.*\b(?:letter|experience|ceus?|certificate)\b|\bbackdat(?:e|ing) (?:the|a|my)\b",
        r"\bfake (?:cpc|coding (?:certificate|credential))\b",
        r"\b(?:can i|should i|to|i) lie (?:about|to|on)\b|\bpretend (?:to be|i'?m|i am) (?:a )?(?:certified|cpc|coder)",
        r"\b(?:say|says|saying|claim|put|list)\b.*\b(?:when i (?:don'?t|didn'?t)|even though i (?:failed|don'?t|didn'?t)"
        r"|if i (?:failed|didn'?t pass|don'?t have))",
        r"\bletter saying i worked\b",
        r"\b(?:buy|purchase|sell) (?:an? |my )?(?:cpc|coding|ceus?|fake) ?(?:\w+ )?"
        r"(?:certificates?|credential|certification|license|letter)\b",
        r"\bcpc without (?:taking )?(?:the |an )?exam\b|\bceu certificates? without\b",
        rf"\b(?:bill|charge|paid|code)\b.{{0,45}}\b{_DONE_NOT}",
        r"\bhigher (?:level |code )?than (?:what (?:is|was) )?documented\b|\bmake this (?:visit|note) an? level\b",
        r"\bchange the (?:diagnosis|dx|codes?|record|note)\b.*\b(?:so|get paid|pays)\b|\b(?:alter|rewrite)\b.*\brecord\b.*\baudit\b",
        r"\b(?:dx|diagnosis)\b.*\b(?:(?:get|gets) (?:it )?(?:paid|covered)|make medicare pay|insurance (?:pays|will pay))",
        r"\b(?:unbundle|split the codes|bypass (?:the )?(?:ncci )?edits?)\b.*\bpaid\b|\bsplit the codes to get\b",
        r"\bget around (?:the edit|medicare)",
        r"\badd (?:a )?(?:modifier )?25 to every\b|\bhide (?:this|it|that) from (?:the )?audit|\bwaive copays and bill\b",
        r"\bpay (?:a |the )?(?:doctors?|physicians?) (?:for|to) (?:send|refer)|\bmake the (?:documentation|note|record) look\b",
    ),
    "piracy": _any_of(
        r"\b(?:pdf|free copy|torrent|pirated?|scan(?:ned)?|download)\b.*\bcpt (?:code ?)?(?:book|manual)\b",
        r"\bcpt (?:code ?)?(?:book|manual)\b.*\b(?:pdf|torrent|pirated?|free download|for free)\b",
    ),
    "advice": _any_of(
        rf"^{_OF_A_CODE}(?!.*\bexcision\b).*\b(?:is|are) (?:it normal that )?(?:this|my|these) {_BODY}\b",
        r"\bwhat (?:dose|dosage|antibiotic|medicine|medication)\b.*\b(?:of|for|should)\b",
        rf"\bcan i mix (?:\w+ ){{0,4}}(?:wine|beer|alcohol|{_MEDICINE})\b",
        rf"\b(?:can|should|could) i (?:take|stop|stop taking|keep taking) (?:\w+ ){{0,3}}{_MEDICINE}\b",
        rf"\bhow (?:much|many) {_MEDICINE}\b.*\bcan i\b|\bis it safe to take (?!the|my|an? (?:exam|test))",
        rf"\bis {_MEDICINE} safe\b|\bmy medication causing\b",
        rf"\bwhat (?:should|can|do) i take for (?:a |my |the )?{_BODY}\b",
        r"\b(?:fever|hurts?|pain|ache|headache)\b.*\bwhat (?:should|can|do) i take\b",
        r"\bwhat (?:drug|pill) should i take\b|\bbest (?:medicine|antidepressant|painkiller|treatment) for\b|\balcohol on antibiotics\b",
        rf"^{_OF_A_CODE}.*\bshould i (?:get|have) (?:the |a |my )?(?:surgery|operation|shot|vaccine|vaccinated)\b",
        rf"^{_OF_A_CODE}.*\bdo i have (?:diabetes|covid|cancer|the flu|strep|adhd|asthma|an infection)\b",
        r"\b(?:could i be|am i) pregnant\b|\bcan i get pregnant\b",
        rf"\bwhy (?:does my {_BODY} hurt|do i (?:have|get) (?:a )?{_BODY})\b|\bwhat'?s wrong with me\b|\bdiagnose (?:me|my)\b",
        r"^(?:so )?(?:can you |please )?(?:tell me )?what(?: is|'?s) my diagnosis\b(?! code)|\bi (?:cough|vomit|pee|spit)(?: up)? blood\b",
        rf"\bi have (?:a |an |been )?(?:\w+ ){{0,3}}{_BODY}\b.*\bwhat (?:do|could) i have\b|\bwhat illness do i have\b",
        r"\bshould i see a doctor\b|\bdo i need stitches\b|\bhow do i treat (?:a|an|my)\b|\bchances of surviving\b",
        rf"\bhow long will my (?:cold|flu|{_BODY})\b|\bi have (?:a |an )?(?:sore throat|fever|rash|cough)\b.*\bwhat is it\b",
        rf"\bmy (?:kid|baby|child|son|daughter|toddler) has (?:a |an )?{_BODY}\b|\binterpret my\b|\bwhat does my (?:blood|lab|mri|test)\b",
        r"\bmy (?:a1c|blood pressure|bp|cholesterol|mri|x-?ray|ekg|biopsy|lab results?|test results?)\b.*"
        r"\b(?:is|are|says?|results?|mean|bad|high|low|normal)\b",
    ),
    "bill": _any_of(
        r"\bfix my (?:\w+ )?bill\b|\bbilled me\b|\b(?:appeal|dispute|fight) my (?:\w+ )?(?:denial|claim|bill)\b|\bwrite my appeal\b",
        r"\bmy insurance (?:den(?:y|ied)|refused?)\b|\bmy (?:insurance )?claim number\b|\bsue me for (?:an )?unpaid\b",
        r"\b(?:is|check if) dr\.? \w+ (?:is )?licensed\b",
    ),
    "law": _any_of(
        r"\b(?:can|should|could) (?:i|we|they) (?:be )?sued?\b|\bcan i sue\b|\bsuing\b|\bsue me\b|\bto court\b",
        r"\b(?:file|win|start) a lawsuit\b|\b(?:need|hire|find|get) a lawyer\b",
        r"\blegal (?:advice|rights)\b|\b(?:boss|employer)\b.*\blegally\b|\b(?:back|happens|anonymous) legally\b|\bis it legal for my\b",
        r"\b(?:will|can|could) i (?:go to jail|get arrested)\b|\bam i liable\b|\bpress charges\b|\bdemand letter\b",
        r"\bplead guilty\b|\bmalpractice case\b",
        r"\bnon ?-?compete\b|\bevict\b|\bmy divorce\b|\b(?:my|this|a) contract\b.*\b(?:for me|legal|break)\b",
        r"\b(?:review|break|draft) (?:my|a) contract\b",
        r"\b(?:my|file|do|on) (?:my )?taxes\b|\btax(?:es)? do i (?:pay|owe)\b",
        r"\b(?:eligible|qualify) for (?:unemployment|disability|food stamps|medicaid)\b|\bcollect unemployment\b",
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
    pieces = _pieces(text)
    if any(_CRISIS.search(piece) for piece in pieces):
        return "crisis"
    return "danger" if any(_DANGER.search(piece) and not _NERVES.search(piece) for piece in pieces) else None


def refusal(text: str) -> str | None:
    """Name what is asked for and not given: "cheating", "fraud", "piracy", "advice", "bill", "law" or None."""
    pieces = _pieces(text)
    return next((name for name, pattern in _REFUSED.items() if any(pattern.search(piece) for piece in pieces)), None)


def _pieces(text: str) -> list[str]:
    """Cut a long text into pieces that overlap: what is looked for is said in one breath, and patterns stay quick."""
    return [text[at : at + _BREATH] for at in range(0, max(len(text) - _OVERLAP, 1), _BREATH - _OVERLAP)]
