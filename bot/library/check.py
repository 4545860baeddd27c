"""Hold every item against the rules of good content and against the code set, and report all faults at once."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from bot import guard
from bot.codebook.shelf import ICD10CM, CodeBook
from bot.library.case import Case
from bot.library.check_bank import check_bank
from bot.library.check_codes import CPT as _CPT
from bot.library.check_codes import check_codes
from bot.library.check_drills import check_drills
from bot.library.contents import read_areas, read_cases, read_focuses, read_questions, read_topics, read_wordings
from bot.library.fault import Fault, placed
from bot.library.load import Item, case_questions
from bot.library.question import LETTERS, Question
from bot.library.shelf import Library
from bot.library.topic import LOOK_UP, NOT_OURS, Area, Focus, Topic

ICD_CODE = re.compile(r"\b(?:[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?|[A-Z][0-9A-Z]{2}\.[0-9A-Z]{1,4})(?![A-Za-z0-9])")
HCPCS_CODE = re.compile(r"\b[A-VX-Z]\d{4}\b")
_OPTION_BY_LETTER = re.compile(r"\b(?:options?|answers?|choices?) [A-D]\b")
_LUMPED = re.compile(r"\b(?:(?:all|none|both|any) of the (?:above|options)|[A-D] (?:and|or) [A-D]\b)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.?!](?=\s|$)")
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|vs|U\.S|No|ch|Dr|approx)\.")

_LONGEST_VALID = timedelta(days=2 * 366)
"""An answer is read against its source at least every second year."""

MARKS = "write it without ** or `"
Shown = Callable[[Question, Case | None, Area], str]
"""Says what is wrong with an item as a student would see it, such as that it does not fit a message; "" where nothing is."""


def check_content(
    folder: Path, codebook: CodeBook, today: date, shown: Shown | None = None, editions: tuple[date, ...] = ()
) -> list[Fault]:
    """Return every fault of the content below ``folder``; an empty list means that it may be published.

    ``editions`` are days that stand for the editions in which the mock exams must be whole; today if there are none.
    """
    faults: list[Fault] = []
    areas = read_areas(folder, faults)
    faults += _check_areas(areas, read_focuses(folder, faults))
    by_slug = {area.slug: area for _item, area in areas}
    questions = _check_items(folder, by_slug, codebook, shown, faults)
    topics = read_topics(folder, faults)
    faults += _twice((item, topic.id) for item, topic in topics)
    _check_answers(folder, topics, {topic.id for _item, topic in topics}, {}, codebook, today, faults)
    faults += check_bank(folder, questions, by_slug, editions or (today,))
    check_codes(folder, codebook, faults)
    check_drills(folder, codebook, faults)
    return placed(faults)


def check_pack(folder: Path, library: Library, codebook: CodeBook, today: date, shown: Shown | None = None) -> list[Fault]:
    """Return every fault of a private pack beside the content of ``library``, which may hold other packs but not this one."""
    faults: list[Fault] = []
    questions = _check_items(folder, library.areas, codebook, shown, faults)
    there = "the id is taken by what is there already; give this item an id of its own"
    faults += [item.fault(there, "id") for item, question in questions if question.id in library.questions]
    faults += [item.fault(there, "id") for item, (case, _mine) in read_cases(folder, tuple(library.areas), []) if case.id in library.cases]
    faults += [item.fault("mock exams are made of what ships; take mock out", "mock") for item, question in questions if question.mock]
    topics = read_topics(folder, faults)
    faults += _twice((item, topic.id) for item, topic in topics)
    faults += [item.fault(there, "id") for item, topic in topics if topic.id in library.topics]
    known = {topic.id for _item, topic in topics} | set(library.topics)
    taken = {" ".join(wording.lower().split()): topic for topic, wording in library.wordings}
    _check_answers(folder, topics, known, taken, codebook, today, faults)
    return placed(faults)


def _check_items(
    folder: Path, areas: dict[str, Area], codebook: CodeBook, shown: Shown | None, faults: list[Fault]
) -> list[tuple[Item, Question]]:
    """Check questions and cases one by one; returns all questions, those of cases last."""
    questions = read_questions(folder, tuple(areas), faults)
    cases = read_cases(folder, tuple(areas), faults)
    for item, question in questions:
        faults += check_question(item, question, codebook)
    faults += _twice((item, case.id) for item, (case, _mine) in cases)
    of_cases: list[tuple[Item, Question]] = []
    by_id: dict[str, Case] = {}
    for item, (case, mine) in cases:
        by_id[case.id] = case
        inner = list(zip(case_questions(item), mine, strict=True))
        faults += _check_case(item, case, inner)
        for each, question in inner:
            faults += check_question(each, question, codebook, case.note)
        of_cases += inner
    every = [*questions, *of_cases]
    faults += _twice((item, question.id) for item, question in every)
    for item, question in every if shown else ():
        assert shown is not None  # mypy cannot see it through the condition
        wrong = shown(question, by_id.get(question.case or ""), areas[question.area])
        faults += [item.fault(wrong)] if wrong else []
    return every


def _check_case(item: Item, case: Case, inner: list[tuple[Item, Question]]) -> Iterator[Fault]:
    if not re.fullmatch(r"[a-z]{3,8}-\d{4}", case.id):
        yield item.fault("the id should be a short word, a dash and four digits, such as case-0007", "id")
    if not 3 <= len(inner) <= 6:
        yield item.fault(f"it has {len(inner)} questions; three to six are wanted")
    for each, question in inner:
        if not re.fullmatch(re.escape(case.id) + r"-\d", question.id):
            yield each.fault(f"the id should be that of its case, a dash and a digit, such as {case.id}-1", "id")
    words = len(case.note.split())
    if not 80 <= words <= 250:
        yield item.fault(f"the note has {words} words; 80 to 250 are wanted", "note")
    if len(case.title) > 60:
        yield item.fault(f"the title has {len(case.title)} characters; 60 fit above a question", "title")
    if "**" in case.note or "`" in case.note or "**" in case.title or "`" in case.title:
        yield item.fault(f"it holds marks; {MARKS}", "title" if "**" in case.title or "`" in case.title else "note")
    if guard.holds_patient_data(f"{case.title}\n{case.note}"):
        yield item.fault("the note reads like a real patient's data, which the tutor refuses; take names and dates out", "note")
    yield from _check_cpt(item, {"title": case.title, "note": case.note})
    declared = {code for each, _question in inner for code in _declared(each)}
    for code in dict.fromkeys([*ICD_CODE.findall(case.note), *HCPCS_CODE.findall(case.note)]):
        if code not in declared:
            yield item.fault(f"{code} stands in the note; list it under codes, headers, hcpcs or unreal of one of its questions", "note")


def _check_answers(
    folder: Path,
    topics: list[tuple[Item, Topic]],
    known: set[str],
    phrasings: dict[str, str],
    codebook: CodeBook,
    today: date,
    faults: list[Fault],
) -> None:
    for item, topic in topics:
        faults += _check_topic(item, topic, known, phrasings, codebook, today)
    faults += _check_wordings(folder, read_wordings(folder, faults), known, phrasings)


def _check_wordings(folder: Path, wordings: list[tuple[str, int, str, str]], known: set[str], phrasings: dict[str, str]) -> Iterator[Fault]:
    for name, number, topic, wording in wordings:
        file, place = f"{folder.name}/faq/{name}", f"line {number}"
        if topic not in known | {NOT_OURS, LOOK_UP}:
            yield Fault(file, place, f"there is no topic {topic}; mend the id or take the line out")
        plain = " ".join(wording.lower().split())
        if phrasings.setdefault(plain, topic) != topic:
            yield Fault(file, place, f'"{wording}" belongs to {phrasings[plain]} already; leave it to one')
        if _CPT.search(wording):
            yield Fault(file, place, "it holds a number that reads as a CPT code; take it out, CPT belongs to the AMA")
        if guard.holds_patient_data(wording):
            yield Fault(file, place, "it reads like a real patient's data, which the tutor refuses; take it out")


def _twice(items: Iterable[tuple[Item, str]]) -> Iterator[Fault]:
    seen: dict[str, Item] = {}
    for item, name in items:
        if name in seen:
            yield item.fault(f"the id stands in {seen[name].file} already; give this item an id of its own", "id")
        seen.setdefault(name, item)


def _check_areas(areas: list[tuple[Item, Area]], focuses: list[tuple[Item, Focus]]) -> Iterator[Fault]:
    total = sum(area.questions for _item, area in areas)
    if total != 100:
        yield Fault("content/blueprint.toml", "all areas", f"the questions add up to {total}; the exam has 100")
    named: list[tuple[Item, Area | Focus]] = [*areas, *focuses]
    words = Counter(word for _item, one in named for word in one.words)
    for item, one in named:
        for word in one.words:
            if words[word] > 1:
                yield item.fault(f'the word "{word}" names {words[word]} areas; leave it to one', "words")


def check_question(item: Item, question: Question, codebook: CodeBook, note: str = "", name: str = "") -> Iterator[Fault]:
    """Hold one question against the rules of good content; ``note`` is that of its case, ``name`` an id in the place of its own."""
    if question.case is None and not re.fullmatch(r"[a-z]{3,8}-\d{4}", name or question.id):
        yield item.fault("the id should be a short word, a dash and four digits, such as anes-0007", "id")
    for what, at, text, low, high in (
        ("the stem", "stem", question.stem, 40, 700),
        *((f"option {letter}", letter, option, 1, 120) for letter, option in zip(LETTERS, question.options, strict=True)),
        *((f"why.{letter}", f"why.{letter}", why, 25, 330) for letter, why in zip(LETTERS, question.why, strict=True)),
        ("the source", "source", question.source, 8, 180),
    ):
        if not low <= len(text) <= high:
            yield item.fault(f"{what} has {len(text)} characters; {low} to {high} are wanted", at)
        if "**" in text or "`" in text:
            yield item.fault(f"{what} holds marks; {MARKS}", at)
    lengths = [len(option) for option in question.options]
    if max(lengths) > 2.2 * min(lengths) + 12:
        yield item.fault(f"the options have {lengths} characters; make them of like length", "A")
    if len({" ".join(option.lower().split()) for option in question.options}) < 4:
        yield item.fault("two options are the same; write four different ones", "A")
    if question.valid_to and question.valid_to < question.valid_from:
        yield item.fault("valid_to is before valid_from; swap them", "valid_to")
    for letter, option in zip(LETTERS, question.options, strict=True):
        if _LUMPED.search(option):
            yield item.fault(f'option "{option}" lumps others together; name one answer', letter)
    whys = (f"why.{letter}" for letter in LETTERS)
    texts = dict(zip(("stem", *LETTERS, *whys), (question.stem, *question.options, *question.why), strict=True))
    for at, text in texts.items():
        if _OPTION_BY_LETTER.search(text):
            yield item.fault("it names an option by its letter; options are shuffled, so name what it says", at)
    yield from _check_cpt(item, texts)
    yield from _check_codes(item, texts, note, question.valid_to, codebook)


def _check_cpt(item: Item, texts: Mapping[str, str]) -> Iterator[Fault]:
    for at, text in texts.items():
        for number in _CPT.findall(text):
            yield item.fault(f"{number} reads as a CPT code; name the section or the rule instead, CPT belongs to the AMA", at)


def _check_codes(item: Item, texts: Mapping[str, str], note: str, last: date | None, codebook: CodeBook) -> Iterator[Fault]:
    """Check that every ICD-10-CM code in the texts, by field, is declared, exists, and says what the item says it says.

    An item that ends on the day ``last`` is held against the release of that day, the others against the newest.
    """
    release = (codebook.book(ICD10CM, last) if last else None) or codebook.books(ICD10CM)[-1]
    text = "\n".join(texts.values())
    codes, headers = _table(item, "codes"), _table(item, "headers")
    unreal = item.table.get("unreal", [])
    unreal = unreal if isinstance(unreal, list) else []
    for table, declared, reportable in (("codes", codes, True), ("headers", headers, False)):
        for code, title in declared.items():
            at = f"{table}.{code}"
            entry = release.entry(code)
            if entry is None:
                yield item.fault(f"{code} is not in ICD-10-CM {release.release.name}; mend the code", at)
            elif entry.code != code:
                yield item.fault(f"{code} is printed {entry.code}; write it so", at)
            elif entry.reportable is not reportable:
                other = "headers" if reportable else "codes"
                yield item.fault(f"{code} is {'not ' if reportable else ''}valid for reporting; list it under {other}", at)
            elif entry.title != title:
                yield item.fault(f'{code} is "{entry.title}", the item under {table} says "{title}"; which is meant?', at)
            if code not in text + note and not any(found.startswith(code) for found in ICD_CODE.findall(text)):
                yield item.fault(f"{code} is listed under {table} but not in the text; take it out", at)
    for code in unreal:
        entry = release.entry(str(code))
        if entry and entry.reportable:
            yield item.fault(f"{code} is listed as unreal, but it is a valid code: {entry.title}", "unreal")
    listed = _declared(item)
    for code in dict.fromkeys([*ICD_CODE.findall(text), *HCPCS_CODE.findall(text)]):
        if code not in listed:
            at = next((field for field, said in texts.items() if code in said), "")
            yield item.fault(f"{code} stands in the text; list it under codes, headers, hcpcs or unreal", at)


def _declared(item: Item) -> set[str]:
    """Gather what an item says of the codes in its text."""
    unreal = item.table.get("unreal", [])
    listed = [code for key in ("codes", "headers", "hcpcs") for code in _table(item, key)]
    return {*listed, *(map(str, unreal) if isinstance(unreal, list) else ())}


def _table(item: Item, key: str) -> dict[str, str]:
    table = item.table.get(key, {})
    return {str(code): str(title) for code, title in table.items()} if isinstance(table, dict) else {}


def _check_topic(item: Item, topic: Topic, known: set[str], phrasings: dict[str, str], codebook: CodeBook, today: date) -> Iterator[Fault]:
    if not re.fullmatch(r"[a-z][a-z0-9_]{2,40}", topic.id):
        yield item.fault("the id should be lower case words joined by _, such as exam_pass_score", "id")
    if len(topic.title) > 34:
        yield item.fault(f"the title has {len(topic.title)} characters; it is a button, 34 fit", "title")
    if len(topic.answer) > 600:
        what = f"the answer has {len(topic.answer)} characters; 600 are plenty for a phone, the rest belongs under more"
        yield item.fault(what, "answer")
    if not 300 <= len(topic.more) <= 1500:
        yield item.fault(f"more has {len(topic.more)} characters; 300 to 1500 are wanted, the longer answer", "more")
    if len(topic.more) <= len(topic.answer):
        yield item.fault("more is no longer than the answer; say there what the answer leaves out", "more")
    sentences = len(_SENTENCE_END.findall(_ABBREVIATION.sub("", topic.answer)))
    if not 2 <= sentences <= 5:
        yield item.fault(f"the answer has {sentences} sentences; write two to five", "answer")
    for what, field, text in (("the answer", "answer", topic.answer), ("more", "more", topic.more)):
        if text.count("**") % 2 or text.count("`") % 2:
            yield item.fault(f"{what} opens a ** or ` that it does not close; close it", field)
    if topic.disagree and (not 30 <= len(topic.disagree) <= 250 or "**" in topic.disagree or "`" in topic.disagree):
        yield item.fault("disagree should be one plain sentence of 30 to 250 characters: who says what", "disagree")
    if topic.checked > today:
        yield item.fault(f"it was checked on {topic.checked}, which is still to come; mend the date", "checked")
    if topic.expires <= topic.checked:
        yield item.fault(f"it expires on {topic.expires}, before it was checked; mend the date", "expires")
    elif topic.expires > topic.checked + _LONGEST_VALID:
        yield item.fault(f"it expires on {topic.expires}, more than two years after it was checked; set an earlier date", "expires")
    elif topic.expires <= today:
        yield item.fault(f"it expired on {topic.expires}; read its source again, mend what changed, set checked and expires", "expires")
    if topic.url and not topic.url.startswith("https://"):
        yield item.fault(f"the url {topic.url} does not start with https://", "url")
    if not 1 <= len(topic.related) <= 3:
        yield item.fault(f"{len(topic.related)} related topics; one to three fit as buttons beside More", "related")
    for other in topic.related:
        if other not in known or other == topic.id:
            yield item.fault(f"the related topic {other} is not another topic; mend the id", "related")
    for field, phrasing in (*(("phrasings", one) for one in topic.phrasings), *(("keywords", one) for one in topic.keywords)):
        plain = " ".join(phrasing.lower().split())
        if phrasings.setdefault(plain, topic.id) != topic.id:
            yield item.fault(f'the phrasing "{phrasing}" belongs to {phrasings[plain]} already; leave it to one', field)
    texts = {"answer": topic.answer, "more": topic.more, "disagree": topic.disagree or ""}
    yield from _check_cpt(item, texts)
    for at, text in texts.items():
        for code in dict.fromkeys(ICD_CODE.findall(text)):
            if codebook.entry(code) is None:
                yield item.fault(f"{code} is not in ICD-10-CM {codebook.release.name}; mend the code", at)
