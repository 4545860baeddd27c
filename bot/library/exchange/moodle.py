"""Moodle XML: multiple-choice questions with feedback, tags and the idnumber by which Moodle knows a question again."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from bot.library.exchange.draft import Draft, Reading
from bot.library.exchange.gift import OUR_ID
from bot.library.exchange.plain import from_either, from_html
from bot.library.exchange.tree import add, child, parse, written

_KINDS = {
    "truefalse": "it is a true/false question",
    "shortanswer": "it is a short-answer question",
    "numerical": "it is a numeric question",
    "calculated": "it is a calculated question",
    "calculatedmulti": "it is a calculated question",
    "calculatedsimple": "it is a calculated question",
    "matching": "it is a matching question",
    "essay": "it is an essay question",
    "description": "it is a text without answers",
    "cloze": "it is a question with gaps",
}


def write(drafts: Iterable[Draft]) -> bytes:
    """Write drafts as Moodle XML."""
    quiz = Element("quiz")
    for draft in drafts:
        question = add(quiz, "question", type="multichoice")
        add(add(question, "name"), "text", draft.name or draft.stem[:80])
        _text(question, "questiontext", draft.stem)
        _text(question, "generalfeedback", draft.told)
        for name, value in (("defaultgrade", "1.0"), ("penalty", "0.3333333"), ("hidden", "0"), ("idnumber", draft.name)):
            add(question, name, value)
        for name, value in (("single", "true"), ("shuffleanswers", "true"), ("answernumbering", "ABCD")):
            add(question, name, value)
        for place, (option, why) in enumerate(zip(draft.options, draft.why, strict=True)):
            answer = _text(question, "answer", option, fraction="100" if place == draft.key else "0")
            _text(answer, "feedback", why)
        tags = add(question, "tags")
        for label in draft.labels():
            add(add(tags, "tag"), "text", label)
    return written(quiz)


def _text(parent: Element, name: str, text: str, **attributes: str) -> Element:
    element = add(parent, name, format="plain_text", **attributes)
    add(element, "text", text)
    return element


def read(data: bytes, reading: Reading) -> None:
    """Read Moodle XML into ``reading``."""
    root = parse(data, reading)
    if root is None:
        return
    number = 0
    for question in root.iter("question"):
        kind = question.get("type", "")
        if kind == "category":
            continue
        number += 1
        name = _said(question, "name")[0].strip()
        place = f"question {number}" + (f', "{name[:60]}"' if name else "")
        if kind == "multichoice":
            _read(question, name, place, reading)
        else:
            reading.leave(place, _KINDS.get(kind, f'it is a question of the type "{kind[:30]}"'))


def _read(question: Element, name: str, place: str, reading: Reading) -> None:
    answers = question.findall("answer")
    try:
        weights = [float(one.get("fraction", "0")) for one in answers]
    except ValueError:
        reading.fault(place, "a fraction is no number; write 100 for the right answer, 0 for the others")
        return
    right = [number for number, weight in enumerate(weights) if weight > 0]
    single = (question.findtext("single") or "true").strip().lower() in ("true", "1")
    texts = [_said(question, "questiontext"), _said(question, "generalfeedback")]
    options = [_plain(one) for one in answers]
    reasons = [_said(one, "feedback") for one in answers]
    if question.find(".//file") is not None or any(shows for _text, shows in (*texts, *options, *reasons)):
        reading.leave(place, "it shows a picture or a recording")
    elif len(right) > 1 or not single:
        reading.leave(place, "it takes several right answers")
    elif not right:
        reading.fault(place, 'no answer has a fraction above 0; write fraction="100" at the right one')
    else:
        idnumber = (question.findtext("idnumber") or "").strip()
        reading.take(
            Draft(
                stem=texts[0][0],
                options=tuple(text for text, _shows in options),
                key=right[0],
                why=tuple(text for text, _shows in reasons),
                general=texts[1][0],
                name=idnumber or (name if OUR_ID.fullmatch(name) else ""),
                tags=tuple(one.text or "" for one in question.findall("tags/tag/text")),
                place=place,
            )
        )


def _said(parent: Element, name: str) -> tuple[str, bool]:
    element = child(parent, name)
    return ("", False) if element is None else _plain(element)


def _plain(element: Element) -> tuple[str, bool]:
    text, form = element.findtext("text") or "", element.get("format", "moodle_auto_format")
    return from_html(text) if form == "html" else (text, False) if form in ("plain_text", "markdown") else from_either(text)
