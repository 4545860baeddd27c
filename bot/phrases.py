"""Plain words that mean a command: "quiz me on modifiers", "another one", "stop the daily question".

Only whole messages are read; a question that merely holds such words goes on to the FAQ.
"""

import re

from bot.library.shelf import Library
from bot.talk.quiz import find_area
from bot.talk.sources import WORDS as SOURCES

_POLITE = re.compile(
    r"^(?:(?:ok(?:ay)?|hey|hi|hello|so|now|please|pls|plz|can (?:you|u|i)|could (?:you|i)|will you|would you"
    r"|i(?:'d| would)? (?:want|like|wanna|need)(?: to)?|i wanna|lets|let's|just)[ ,]+)+"
)
_TAIL = re.compile(r"(?:[ ,]+(?:please|pls|plz|thanks|thx|now|then))+$")
_QUIZ = re.compile(
    r"(?:quiz|test|drill|examine|ask|question)(?: me| us)(?: (?:on|about|with|in|over|for))?(?P<rest>.*)"
    r"|(?:give me|send me|do|try|practi[sc]e|have|start|more|take)(?: me)?(?: some| a few| a couple of| a round of| a| an)?"
    r"(?P<more>(?: .*)? (?:questions?|qs|quiz))"
    r"|(?:practi[sc]e|drill|quiz|review|study)(?P<bare> .+)"
    r"|(?P<which>(?:my |the )?(?:weakest area|weak areas?|missed questions|flagged questions|new questions))"
)
_DRILL = re.compile(r"drill(?: me| us)?(?: (?:on|about|with|in|over))?(?P<on> .+)|(?P<kind>.+?) (?:practi[sc]e|drills?|exercises?)")
_DROP = frozenset(
    "a an the some few questions question qs quiz on about of more me random practice round from in code codes coding more few "
    "my area areas ones mixed".split()
)
_NUMBERS = {"one": "1", "two": "2", "three": "3", "five": "5", "ten": "10", "twenty": "20"}
_SAME = {
    "/continue": "continue|go on|resume|back to the question|back to quiz|back to the quiz|where were we",
    "/next": "next|next one|next question|next please|go ahead",
    "/skip": "skip|skip it|skip this|skip this one|pass",
    "/class": "my class|my classes|class list|how do i make a class|how do i open a class|how do i create a class|how do i set up a class"
    "|how can i make a class|make a class|open a class|create a class|set up a class|how do i teach a class|i am an instructor"
    "|i'm an instructor|how do i join my class|join my class|i have a class code|leave my class",
    "/class assignments": "my assignments|my assignment|assignments|homework|my homework",
    "/case": "case|a case|give me a case|do a case|start a case|another case|next case|case study|a case study|whole case|a whole case",
    "/exam": "exam|mock|mock exam|a mock exam|mock exams|mock test|a mock test|take a mock exam|start a mock exam|give me a mock exam"
    "|practice exam|a practice exam|take a practice exam|start a practice exam",
    "/exam full": "full mock|full mock exam|full exam|a full mock exam|full length mock exam|full length exam",
    "/exam half": "half mock|half mock exam|half exam|half a mock exam",
    "/exam quarter": "quarter mock|quarter mock exam|quarter exam|short mock exam",
    "/exam results": "exam results|my exams|my mock exams|mock exam results|my exam results",
    "/review": "review|reviews|my reviews|start reviews|do my reviews|whats due|what's due|what is due|due|review time",
    "/flag": "flag|flag it|flag this|flag this one|mark it|mark this|mark for review|bookmark|bookmark it|bookmark this|save this one",
    "/flag off": "unflag|flag off|take the flag off|unmark",
    "/quiz menu": "practice menu|other practice|quiz menu|what can i practice|what can i practise",
    "/misses": "my mistakes|my misses|misses|mistakes|what did i get wrong|what did i miss|sure but wrong",
    "/sure": "sure|i'm sure|im sure|i am sure|i'm certain|i am certain",
    "/cause careless": "careless|careless mistake|careless error|that was careless|silly mistake",
    "/cause lookup": "look-up|lookup|look up slip|lookup slip|look-up slip|lookup error|wrong look-up|wrong lookup",
    "/cause rule": "did not know the rule|didn't know the rule|didnt know the rule|missed the rule|forgot the rule",
    "/cause knowledge": "did not know it|didn't know it|didnt know it|didn't know that|didnt know that|did not know that",
    "/daily": "daily|daily question|todays question|today's question|question of the day|qotd",
    "/progress": "progress|my progress|stats|my stats|my score|how am i doing|how am i doing so far",
    "/plan": "plan|my plan|study plan|my study plan|make me a plan|make a study plan|plan my weeks|what should i study this week",
    "/plan calendar": "plan as a calendar|export my plan|calendar file",
    "/ceu": "ceu|ceus|my ceus|ceu log|my ceu log|continuing education",
    "/ceu list": "list my ceus|ceu list",
    "/ceu undo": "undo ceu|undo the ceu",
    "/ready": "ready|am i ready|am i ready yet|am i ready for the exam|readiness|my readiness|will i pass|would i pass|how ready am i"
    "|what are my chances|my chances|could i pass today|would i pass today",
    "/streak": "streak|my streak|my streaks|freezes",
    "/pause": "pause|pause the questions|take a break|i need a break",
    "/snooze": "snooze|later|not now|remind me later",
    "/settings": "settings|my settings|options|preferences",
    "/settings daily off": "stop|unsubscribe|stop the daily question|stop daily questions|no more daily questions|turn off daily",
    "/settings daily on": "subscribe|turn on daily|start the daily question",
    "/settings hour": "change the time|change the hour|change time",
    "/settings zone": "change time zone|change timezone|change my time zone|time zone|timezone",
    "/help": "help|menu|commands|?|what can i say",
    "/export csv": "export my answers|my answers as a table|export csv|export as csv",
    "/export anki": "export my misses|anki deck|export to anki|my misses for anki|make an anki deck",
    "/export": "export my data|export|download my data|give me my data",
    "/forget": "forget me|delete my data|delete my account|delete everything|forget everything",
    "/report": "report|report question|report this question|this question is wrong|something is wrong|wrong key",
    "/quiz": "quiz|quiz me|test me|practice|practise|ask me something|ask me a question|start a quiz|play",
    "/faq": "faq|faqs|questions",
    "/drill": "drill|drills|list drills|which drills are there|what drills are there",
    "/drill mixed": "drill me|drill us|mixed drills",
    "/navigate": "navigate|find the way|book navigation|code book navigation|index practice|index drill|navigation drill",
}
_PHRASES = {phrase: command for command, phrases in _SAME.items() for phrase in phrases.split("|")}
_AGAIN = re.compile(r"(?:another|one more|again|more|give me another|do another)(?: one| question| round| quiz| of those)?")
_HARDER = re.compile(
    r"(?:make (?:it|them) |something |a |more |give me )*(?P<level>harder|easier|hard|easy|medium)(?: (?:ones?|questions?|please))?"
)
_EXPLAIN = re.compile(
    r"explain(?: (?:it|that|this|again|please|the answer|that answer|the last one|why))*|why\??"
    r"|why is (?:that|it|this) (?:wrong|right)|why was (?:i|that|it) wrong|i don'?t get (?:it|that)"
    r"|why (?:is|was) [a-d](?: (?:wrong|right|correct|the answer))?(?: and [a-d] (?:wrong|right|correct))?"
    r"|walk me (?:through|thru) it(?: step by step)?"
)


def as_command(text: str, library: Library) -> str | None:
    """Return the command that a whole message means, or None.

    ``/again`` and ``/again LEVEL`` stand for one more round like the last, ``/explain`` for the last verdict once more.
    """
    plain = " ".join(text.lower().replace("’", "'").strip().rstrip("!.? ").split()) or text.strip()
    if plain in _PHRASES:
        return _PHRASES[plain]
    bare = _TAIL.sub("", _POLITE.sub("", plain))
    if bare in _PHRASES:
        return _PHRASES[bare]
    if _EXPLAIN.fullmatch(bare):
        return "/explain"
    if _AGAIN.fullmatch(bare):
        return "/again"
    if (harder := _HARDER.fullmatch(bare)) is not None:
        return f"/again {harder['level'].removesuffix('er').replace('easi', 'easy')}"
    return _drill(bare, library) or _quiz(bare, library)


def _drill(plain: str, library: Library) -> str | None:
    """Read "seventh character practice", "drill me on laterality 10": X must be a drill, or an area that has drills."""
    match = _DRILL.fullmatch(plain)
    if match is None:
        return None
    words = [_NUMBERS.get(word, word) for word in (match["on"] or match["kind"]).split()]
    count = next((word for word in words if word.isdecimal() and len(word) < 3), "")
    return _named_drill([word for word in words if word != count], count, library, areas=True)


def _named_drill(words: list[str], count: str, library: Library, *, areas: bool) -> str | None:
    from bot.library.drills.catalogue import find, of_area

    for names in (words, [word for word in words if word not in _DROP]):
        family = find(" ".join(names))
        area = find_area(" ".join(names), library) if areas and family is None and names else None
        slug = family.slug if family else area.slug if area and of_area(area.slug) else ""
        if slug:
            return " ".join(["/drill", slug, *filter(None, (count,))])
    return None


def _quiz(plain: str, library: Library) -> str | None:
    """Read "quiz me on X", "give me 5 X questions": X must be an area, a number or nothing."""
    match = _QUIZ.fullmatch(plain)
    if match is None:
        return None
    asked = match["rest"] if match["rest"] is not None else match["more"] or match["bare"] or match["which"] or ""
    words = [_NUMBERS.get(word, word) for word in re.split(r" +|, *(?!\d)", asked.strip()) if word]
    count = next((word for word in words if word.isdecimal() and len(word) < 4), "")
    level = next((word for word in words if word in ("easy", "medium", "hard")), "")
    more = list(dict.fromkeys(SOURCES.get(word, word) for word in words if word in SOURCES or word in ("timed", "untimed")))
    kept = [word for word in words if word not in (count, level, "timed", "untimed") and word not in SOURCES]
    for names in (kept, [word for word in kept if word not in _DROP]):
        area = find_area(" ".join(names), library) if names else None
        if area is not None:
            return " ".join(["/quiz", area.slug, *filter(None, (count, level)), *more])
    if (named := _named_drill(kept, count, library, areas=False)) is not None:
        return named
    if not [word for word in kept if word not in _DROP]:
        return " ".join(["/quiz", *filter(None, (count, level)), *more])
    # "quiz me on pharmacology": the wish is clear, the area is not; the quiz says which there are.
    return f"/quiz {' '.join(kept)[:48]}" if match["rest"] is not None else None
