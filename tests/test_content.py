"""The content that ships, and how faults in content are reported."""

import re
import shutil
from collections import Counter
from datetime import date
from functools import partial

import pytest

from bot.learning.edition import Edition
from bot.library.check import check_content
from bot.library.contents import Bank
from bot.library.load import ContentError
from bot.library.shelf import Library
from bot.library.stats import sheets
from bot.talk.preview import unfit
from tests.conftest import CONTENT

TODAY = date(2026, 11, 28)


def test_what_ships_has_no_fault(codebook):
    shown, editions = partial(unfit, codebook=codebook), (Edition(2026).day, Edition(2027).day)
    assert [str(fault) for fault in check_content(CONTENT, codebook, TODAY, shown, editions)] == []


def test_there_is_enough_of_it(library):
    counts = Counter(question.area for question in library.questions.values())
    assert len(library.questions) >= 1_000
    assert len(library.areas) == 18
    assert min(counts[area] for area in library.areas) >= 40
    assert len(library.cases) >= 40
    assert len(library.topics) >= 110


def test_the_figures_in_the_guide_are_those_of_today(library):
    """Whoever adds a question or a topic writes down what ``tutor content stats`` says then."""
    guide = (CONTENT / "README.md").read_text()
    bank = Bank(tuple(library.questions.values()), tuple(library.cases.values()))
    by_area, _mocks, whole = sheets(CONTENT, library.areas, bank, tuple(library.topics.values()))
    said = dict(whole.rows)
    everything, inner = (int(one) for one in re.findall(r"\d+", said["questions"])[:2])
    read = next(int(row[6]) for row in by_area.rows if row[0] == "all areas")
    assert {row[7] for row in by_area.rows if row[0] in library.areas} == {"100.0 %"}
    least, area = min((int(row[1]), row[0]) for row in by_area.rows if row[0] in library.areas)
    levels, letters = (re.findall(r"[\d.]+(?= %)", said[name]) for name in ("levels of single questions", "key letters"))
    topics, phrasings = re.findall(r"\d+", said["FAQ topics"])
    for row in (
        f"| questions | {everything:,}: {everything - inner:,} single, {inner} in cases |",
        f"| in the smallest of the 18 areas | {least} ({area}) |",
        f"| single questions easy / medium / hard | {' / '.join(levels)} % |",
        f"| letters of the key, A / B / C / D | {' / '.join(letters)} % |",
        f"| the key is the longest option | {said['key is the longest option']} |",
        f"| pairs of stems alike | {said['stems alike'].split()[0]} |",
        f"| cases | {said['cases']} |",
        f"| set aside in three mock exams | {sum(one.mock is not None for one in bank.questions)} |",
        f"| second readings that agree, in each of the 18 areas | 100.0 % of {read:,}; {said['without a second reading']} without |",
        f"| FAQ topics | {topics}, with {int(phrasings):,} phrasings |",
    ):
        assert row in guide
    assert {row[-2] for row in by_area.rows if row[0] in library.areas} == {"100.0 %"}


def test_every_answer_fits_a_message_and_is_dated(library):
    for topic in library.topics.values():
        assert topic.source
        assert date(2026, 1, 1) <= topic.checked <= TODAY
        assert len(topic.answer) < 1000


def test_hcpcs_codes_in_items_are_in_the_federal_file(library, shared):
    """Each exists, and is not terminated, in the October 2025 file of CMS."""
    from openpyxl import load_workbook

    book = load_workbook(shared / "HCPC2025_OCT_ANWEB.xlsx", read_only=True)
    rows = book.active.iter_rows(values_only=True)
    header = ["".join(str(cell).split()) for cell in next(rows)]
    ends = header.index("TERMDT")
    active = {str(row[0]).strip() for row in rows if not row[ends]}
    book.close()
    import tomllib

    named = set()
    for path in (CONTENT / "questions").glob("*.toml"):
        for item in tomllib.loads(path.read_text())["question"]:
            named |= set(item.get("hcpcs", {}))
    assert named
    assert named <= active


def official_hcpcs(shared):
    """The codes and modifiers of the October 2025 file that are not terminated, with their descriptors."""
    from openpyxl import load_workbook

    book = load_workbook(shared / "HCPC2025_OCT_ANWEB.xlsx", read_only=True)
    rows = book.active.iter_rows(values_only=True)
    header = ["".join(str(cell).split()).upper() for cell in next(rows)]
    ends, long = header.index("TERMDT"), header.index("LONGDESCRIPTION")
    found = {}
    for row in rows:
        if not row[ends]:
            name = str(row[0]).strip()
            found[name] = f"{found.get(name, '')} {row[long] or ''}".lower()
    book.close()
    return found


def test_our_hcpcs_list_is_that_of_the_federal_file(library, shared):
    """Every code and modifier exists and is not terminated, and every number of our unit stands in the official descriptor."""
    official = official_hcpcs(shared)
    own = library.own_words.codes
    assert len(own) >= 300
    assert [code for code in own if code not in official] == []
    units = {code: one.facts["unit"] for code, one in own.items() if "unit" in one.facts}
    assert len(units) >= 100
    number = re.compile(r"\d+(?:\.\d+)?|\.\d+")
    wrong = []
    for code, unit in units.items():
        plain = official[code].replace(",", "")
        missing = [one for one in number.findall(unit.replace(",", "")) if one not in number.findall(plain)]
        # "Per dose", "each" and a bare noun mean one of it; then the noun must be the federal one.
        nouns = {word.rstrip("s") for word in re.findall(r"[a-z]{2,}", unit.lower())}
        if missing and not (missing == ["1"] and any(noun in plain for noun in nouns)):
            wrong.append((code, unit, plain[:100]))
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "line", "fault"),
    [
        ("sayings.tsv", "sugar\tE99.9", "line 1: E99.9 is not in ICD-10-CM"),
        ("sayings.tsv", "sugar E11.9", "line 1: write a phrase without a semicolon, a tab, and a code"),
        ("sayings.tsv", "sugar\tE11.9\nsugar\tE11.8", 'line 2: "sugar" stands in line 1 already'),
        ("sayings.tsv", "00001 done\tE11.9", "line 1: it holds a number that reads as a CPT code"),
        ("synonyms.tsv", "htn\thypertension\tI99.99", "line 1: I99.99 is not in ICD-10-CM"),
        ("synonyms.tsv", "htn\thypertension\tI10\nHTN\tpressure\t-", 'line 2: "HTN" stands in line 1 already'),
        ("related.tsv", "sugar\tglucose=2", 'line 1: write a word, a tab, and words such as "absence=0.45"'),
    ],
)  # fmt: skip
def test_a_fault_in_what_we_say_of_codes_is_named(folder, codebook, name, line, fault):
    (folder / "codes").mkdir()
    (folder / "codes" / name).write_text(line + "\n")
    assert any(f"content/codes/{name}, {fault}" in str(one) for one in check_content(folder, codebook, TODAY))


@pytest.fixture
def folder(tmp_path):
    """A copy of the content with one question and one topic to spoil."""
    folder = tmp_path / "content"
    (folder / "questions").mkdir(parents=True)
    (folder / "faq").mkdir()
    shutil.copy(CONTENT / "blueprint.toml", folder)
    (folder / "questions" / "one.toml").write_text(QUESTION)
    (folder / "faq" / "one.toml").write_text(TOPICS)
    return folder


QUESTION = """[[question]]
id = "test-0001"
area = "icd10cm"
difficulty = "easy"
stem = "A patient with type 2 diabetes has no complication of it. Which code is reported for the diabetes?"
A = "E11.9"
B = "E11.8"
C = "E10.9"
D = "E13.9"
key = "A"
why.A = "Type 2 without complications is E11.9."
why.B = "E11.8 is for an unspecified complication; there is none."
why.C = "E10.9 is type 1, the patient has type 2."
why.D = "E13.9 is another specified kind of diabetes."
source = "ICD-10-CM Tabular, category E11"
valid_from = 2025-10-01
[question.codes]
"E11.9" = "Type 2 diabetes mellitus without complications"
"E11.8" = "Type 2 diabetes mellitus with unspecified complications"
"E10.9" = "Type 1 diabetes mellitus without complications"
"E13.9" = "Other specified diabetes mellitus without complications"
[question.headers]
"E11" = "Type 2 diabetes mellitus"
"""
TOPICS = """[[topic]]
id = "one"
title = "One"
group = "exam"
phrasings = ["what is one"]
keywords = ["one"]
answer = "**One** is one. It is not two."
more = "MORE"
source = "Somebody official"
checked = 2026-11-01
expires = 2027-11-01
confidence = "high"
related = ["two"]

[[topic]]
id = "two"
title = "Two"
group = "exam"
phrasings = ["what is two"]
keywords = ["two"]
answer = "**Two** is two. It is not one."
more = "MORE"
source = "Somebody official"
checked = 2026-11-01
expires = 2027-11-01
confidence = "high"
related = ["one"]
""".replace("MORE", "There is more to be said of numbers than fits into two sentences. " * 6)

SPOILED = [
    ("questions", 'key = "A"', 'key = "E"', 'question test-0001: key "E" is unknown; use one of A, B, C, D'),
    ("questions", 'B = "E11.8"\n', "", "question test-0001: B is missing; write it in quotes"),
    ("questions", 'id = "test-0001"\n', "", "question number 1: id is missing"),
    ("questions", 'difficulty = "easy"', 'difficulty = "tricky"', 'difficulty "tricky" is unknown; use one of easy, medium, hard'),
    ("questions", 'area = "icd10cm"', 'area = "astrology"', 'area "astrology" is unknown'),
    ("questions", "valid_from = 2025-10-01", 'valid_from = "2025-10-01"', "valid_from is str; write a date such as 2026-10-01, without quotes"),
    ("questions", "valid_from = 2025-10-01", "valid_from = 2025-10-01\nvalid_to = 2024-10-01", "valid_to is before valid_from"),
    ("questions", 'source = "', 'sauce = "x"\nsource = "', '"sauce" is not a known field'),
    ("questions", '"E11.9" = "Type 2', '"E11.99" = "Type 2', "E11.99 is not in ICD-10-CM April 2026; mend the code"),
    ("questions", '"E11.9" = "Type 2 diabetes', '"E11.9" = "Type 1 diabetes', 'E11.9 is "Type 2 diabetes mellitus without complications", the item'),
    ("questions", '[question.headers]\n"E11" = ', '"E11" = ', "E11 is not valid for reporting; list it under headers"),
    ("questions", 'C = "E10.9"', 'C = "E10.8"', "E10.8 stands in the text; list it under codes, headers, hcpcs or unreal"),
    ("questions", 'C = "E10.9"', 'C = "e11.9"', "two options are the same"),
    ("questions", 'D = "E13.9"', 'D = "None of the above"', "lumps others together"),
    ("questions", "there is none.", "00001 is not either.", "00001 reads as a CPT code"),
    ("questions", "there is none.", "option B is wrong.", "it names an option by its letter"),
    ("questions", 'why.D = "E13.9 is another specified kind of diabetes."', 'why.D = "No."', "why.D has 3 characters; 25 to 330 are wanted"),
    ("questions", 'D = "E13.9"', f'D = "E13.9 {"and more " * 8}"', "make them of like length"),
    ("questions", "[[question]]", "[question]", "items start with [[question]], two brackets on each side"),
    ("questions", "[[question]]", "answer = 1\n[[question]]", '"answer": it stands outside an item'),
    ("questions", 'stem = "', 'stem = A', "it cannot be read as TOML"),
    ("questions", "Type 2 without", "**Type 2** without", "holds marks"),
    ("faq", 'title = "One"', f'title = "{"One " * 12}"', "it is a button, 34 fit"),
    ("faq", 'related = ["two"]', 'related = ["three"]', "the related topic three is not another topic"),
    ("faq", 'related = ["two"]', "related = []", "0 related topics"),
    ("faq", "It is not two.", "", "the answer has 1 sentences; write two to five"),
    ("faq", "checked = 2026-11-01", "checked = 2027-01-01", "which is still to come"),
    ("faq", '"what is two"', '"What is  one"', "belongs to one already"),
    ("faq", 'id = "two"', 'id = "one"', "the id stands in content/faq/one.toml already"),
    ("faq", 'confidence = "high"', 'confidence = "sure"', 'confidence "sure" is unknown'),
    ("faq", "It is not two.", "See 00001.", "00001 reads as a CPT code"),
    ("faq", "**One** is", "**One is", "the answer opens a ** or ` that it does not close"),
    ("faq", "It is not two.", "It is not two, " + "nor three, " * 60 + "nor one.", "600 are plenty for a phone"),
    ("faq", 'more = "', 'less = "', "more is missing; write it in quotes"),
    ("faq", "There is more to be said of numbers than fits into two sentences. " * 6, "There is more.", "300 to 1500 are wanted"),
    ("faq", "expires = 2027-11-01", "expires = 2026-11-01", "before it was checked"),
    ("faq", "expires = 2027-11-01", "expires = 2029-11-01", "more than two years after it was checked"),
    ("faq", "expires = 2027-11-01", "expires = 2026-11-10", "it expired on 2026-11-10; read its source again"),
    ("faq", "expires = 2027-11-01\n", "", "expires is missing; write a date"),
    ("faq", 'related = ["two"]', 'related = ["two"]\ndisagree = "Some."', "one plain sentence of 30 to 250 characters"),
    ("faq", 'related = ["two"]', 'related = ["two", "one", "two", "one"]', "one to three fit as buttons beside More"),
    ("faq", 'keywords = ["two"]', 'keywords = ["one"]', "belongs to one already"),
]  # fmt: skip


def test_the_copy_itself_has_no_fault(folder, codebook):
    assert check_content(folder, codebook, TODAY) == []


@pytest.mark.parametrize(("part", "old", "new", "message"), SPOILED, ids=range(len(SPOILED)))
def test_a_fault_names_file_item_and_mend(folder, codebook, part, old, new, message):
    path = folder / part / "one.toml"
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))
    faults = [str(fault) for fault in check_content(folder, codebook, TODAY)]
    assert any(message in fault for fault in faults), faults
    assert all(fault.startswith(f"content/{part}/one.toml, ") for fault in faults), faults


LINES = [
    ("questions", 'key = "A"', 'key = "E"', 'key = "E"'),
    ("questions", 'B = "E11.8"\n', "", "[[question]]"),  # what is missing is missing in its item
    ("questions", 'why.D = "E13.9 is another specified kind of diabetes."', 'why.D = "No."', "why.D ="),
    ("questions", 'stem = "A patient with', 'stem = """\nToo short \\\n"""\norigin = "A patient with', "stem ="),
    ("questions", '"E11.9" = "Type 2', '"E11.99" = "Type 2', '"E11.99" ='),
    ("questions", '[question.headers]\n"E11" = ', '"E11" = ', '"E11" ='),
    ("questions", '[question.headers]\n"E11" = "Type 2 diabetes mellitus"', "[question . headers] # one\nE11 = 'Type'", "E11 = 'Type'"),
    ("questions", 'valid_from = 2025-10-01\n', 'valid_from = 2025-10-01\nhcpcs = {E1 = 1}\n', "hcpcs = {"),
    ("questions", 'C = "E10.9"', 'C = "E10.8"', "C ="),
    ("questions", "there is none.", "option B is wrong.", "why.B ="),
    ("questions", 'source = "', 'sauce = "x"\nsource = "', "sauce ="),
    ("questions", "[[question]]", "answer = 1\n[[question]]", "answer ="),
    ("faq", "It is not one.", "See 00001.", 'answer = "**Two**'),
    ("faq", '"what is two"', '"What is  one"', 'phrasings = ["What'),
]  # fmt: skip


@pytest.mark.parametrize(("part", "old", "new", "line"), LINES, ids=range(len(LINES)))
def test_a_fault_names_the_line_of_the_field(folder, codebook, part, old, new, line):
    path = folder / part / "one.toml"
    text = "\ufeff# a note above\r\n\n" + path.read_text().replace(old, new)
    path.write_text(text, newline="")
    wanted = next(number for number, one in enumerate(text.splitlines(), 1) if line in one)
    assert wanted in {fault.line for fault in check_content(folder, codebook, TODAY)}
    assert any(f"content/{part}/one.toml, line {wanted}, " in str(fault) for fault in check_content(folder, codebook, TODAY))


def test_a_fault_in_a_case_names_the_line_of_its_question(folder, codebook):
    (folder / "cases").mkdir()
    cases = (CONTENT / "cases" / "hospital.toml").read_text()
    lines = cases.splitlines(keepends=True)
    starts = [number for number, line in enumerate(lines) if line.startswith("[[case]]")]
    inner = [number for number, line in enumerate(lines) if line.startswith("[[case.question]]") and number > starts[1]]
    key = next(number for number, line in enumerate(lines) if number > inner[1] and line.startswith("key ="))
    title = next(number for number, line in enumerate(lines) if number > starts[1] and line.startswith("title ="))
    lines[key], lines[title] = 'key = "E"\n', "title = 7\n"
    (folder / "cases" / "hospital.toml").write_text("".join(lines))
    faults = [fault for fault in check_content(folder, codebook, TODAY) if fault.file == "content/cases/hospital.toml"]
    assert [fault.line for fault in faults] == [key + 1, title + 1]


def test_all_faults_are_reported_at_once(folder, codebook):
    path = folder / "questions" / "one.toml"
    spoiled = path.read_text().replace('key = "A"', 'key = "E"').replace('difficulty = "easy"', 'difficulty = "x"')
    path.write_text(spoiled)
    (folder / "faq" / "one.toml").write_text(TOPICS.replace('related = ["two"]', 'related = ["three"]'))
    assert len(check_content(folder, codebook, TODAY)) == 3


def test_wordings_are_checked_line_by_line(folder, codebook):
    (folder / "faq" / "wordings.tsv").write_text("# note\none\thow much is one\nthree\twhat is three\nno tab\ntwo\twhat is one\n")
    (folder / "faq" / "not-ours.txt").write_text("what is two\nssn 123-45-6789\n")
    faults = [str(fault) for fault in check_content(folder, codebook, TODAY)]
    assert {fault.split(":")[0] for fault in faults} == {
        "content/faq/wordings.tsv, line 3",
        "content/faq/wordings.tsv, line 4",
        "content/faq/wordings.tsv, line 5",
        "content/faq/not-ours.txt, line 1",
        "content/faq/not-ours.txt, line 2",
    }


def test_a_blueprint_that_does_not_add_up_is_a_fault(folder, codebook):
    path = folder / "blueprint.toml"
    path.write_text(path.read_text().replace("questions = 10", "questions = 11"))
    assert "the questions add up to 101; the exam has 100" in str(check_content(folder, codebook, TODAY)[0])


def test_a_library_with_faults_does_not_open_half(folder):
    (folder / "questions" / "one.toml").write_text(QUESTION.replace('key = "A"', 'key = "E"'))
    with pytest.raises(ContentError, match="line 10, question test-0001"):
        _ = Library(folder).questions
