"""Help, and the words for what is refused."""

import re

from bot.chat import Choice, Reply
from bot.turn import Turn

_PARTS = {
    "Practise": ("daily", "quiz", "practice", "review", "misses", "case", "drill", "navigate", "continue"),
    "Towards the exam": ("exam", "ready", "plan", "progress", "streak", "ceu"),
    "Look up": ("code", "check", "faq"),
    "With others": ("class", "duel", "board", "room"),
}
"""The parts of help; what is named in none comes last."""


def help_(turn: Turn) -> list[Reply]:
    """List what can be said, by what it is for."""
    lines = ['**What you can say.** Or just type: a question, a code, a diagnosis, "quiz me on modifiers".']
    shown = {command.name: command for command in turn.commands if not command.hidden}
    named = {name for names in _PARTS.values() for name in names}
    for title, names in (*_PARTS.items(), ("Your account", tuple(name for name in shown if name not in named))):
        lines += ["", f"**{title}**"]
        for command in (shown[name] for name in names if name in shown):
            arguments = f" {command.arguments}" if command.arguments else ""
            lines.append(f"/{command.name}{arguments}: {command.help}")
    lines += ["", "Independent study help; not affiliated with AAPC, AHIMA or the AMA. Never send a real patient's data."]
    choices = (
        Choice("Today's question", "/daily"),
        Choice("Five questions", "/quiz"),
        Choice("Questions people ask", "/faq"),
        Choice("Look something up", "/code ", asks="Which code or words shall I look up?"),
    )
    return [Reply("\n".join(lines), choices)]


_THANKS = re.compile(
    r"(?:ok(?:ay)? |great |cool |many |perfect )*(?:thanks?|thx|ty|tysm|thank (?:you|u)|appreciate it)"
    r"(?: (?:you|so much|a lot|very much|again|for (?:that|this|the help|your help)|buddy|bro|friend))*"
)

THANKED = Reply(
    "You're welcome.",
    (Choice("Today's question", "/daily"), Choice("Five questions", "/quiz"), Choice("Questions people ask", "/faq")),
)


def is_thanks(text: str) -> bool:
    """Say whether a whole message only thanks."""
    return _THANKS.fullmatch(" ".join(text.lower().strip(" .!").split())) is not None


REFUSED = "/refused"
"""What is kept in the place of a message that held patient data."""


def refused_data(turn: Turn) -> list[Reply]:
    """Say why a message was neither read nor kept."""
    return [PATIENT_DATA]


PATIENT_DATA = Reply(
    "That looks like a real patient's data, so I did not read or keep it. Make up a case with no names, dates or numbers and I will "
    "work it with you.",
    (Choice("Why?", "/faq phi_guard"), Choice("Give me a practice case", "/quiz cases")),
    about=("guard/patient-data",),
    private=True,
)

EMERGENCY = {
    "crisis": Reply(
        "I am only a study tutor, and this matters more. **In the US call or text 988** (Suicide & Crisis Lifeline), day or night; "
        "in danger call 911 or your local emergency number. Elsewhere, findahelpline.com lists lines by country. "
        "Please talk to somebody now.",
        about=("guard/emergency",),
        private=True,
    ),
    "danger": Reply(
        "This sounds like an emergency. **Call 911 or your local emergency number now.** I am a study tutor and cannot help with a "
        "person who is ill. If you meant a code, name the condition by itself, such as: heart attack.",
        about=("guard/emergency",),
        private=True,
    ),
}

_REFUSED = {
    "cheating": "I can't help with that: sharing or buying live exam items, or getting around the proctor, ends a credential before it "
    "starts. I can get you ready honestly.",
    "fraud": "I can't help with that: coding what was not done or not documented is fraud. I can show you what documentation supports.",
    "piracy": "I can't help with copies of the CPT book: it belongs to the American Medical Association. AAPC offers current-year eBooks "
    "inside its exam platform at no charge, and last year's printed edition is allowed too.",
    "advice": "I can't give medical advice; please ask a clinician or a pharmacist. I can look up how a condition is coded.",
    "bill": "I can't look into or mend a real bill, claim or license; the provider's billing office, your insurer or the state board "
    "can. I can explain how such claims are coded and denied.",
    "law": "I can't give legal or tax advice, or say what you are entitled to; a lawyer, a tax adviser or the office in charge can. "
    "I can explain the rules that coders study.",
}
_INSTEAD = {
    "cheating": (Choice("Practice questions", "/quiz"), Choice("Where to practice", "/faq exam_practice_resources")),
    "fraud": (Choice("Compliance questions", "/quiz compliance"), Choice("Fraud and abuse", "/faq compliance_law")),
    "piracy": (Choice("Which books?", "/faq exam_books_allowed"), Choice("eBooks", "/faq exam_ebooks")),
    "advice": (Choice("Look something up", "/code ", asks="Which code or words shall I look up?"),),
    "bill": (Choice("Coder or biller", "/faq coder_vs_biller"), Choice("Official pages", "/faq human_official")),
    "law": (Choice("Compliance laws", "/faq compliance_law"), Choice("Scam schools", "/faq train_red_flags")),
}


def refused(kind: str) -> Reply:
    """Refuse in one sentence, and offer the honest alternative."""
    return Reply(_REFUSED[kind], _INSTEAD[kind], about=("guard/refusal",))
