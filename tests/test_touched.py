"""A newly loaded release: which items it touches, and whom that is told."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.codebook.build import Icd10cmFiles, OwnWords, build_hcpcs, build_icd10cm
from bot.codebook.entry import Release
from bot.codebook.hcpcs import HcpcsCode
from bot.codebook.release import releases
from bot.codebook.shelf import CodeBook
from bot.codebook.thesaurus import Thesaurus
from bot.library.contents import read_cases, read_questions
from bot.library.load import case_questions
from bot.library.shelf import Library
from bot.library.touched import What, before_and_after, outdated, touched
from bot.push.news import first_edition, notices
from bot.store import rounds
from bot.tutor import Tutor
from tests.conftest import Person
from tests.writing import case, content, order_file, question

OLD = (
    ("A00", 0, "Cholera"), ("A000", 1, "Cholera due to 01"), ("A001", 1, "Cholera, of old"), ("A009", 1, "Cholera, unspecified"),
    ("B01", 1, "Varicella"), ("B02", 0, "Zoster  [herpes]"), ("B029", 1, "Zoster, Sjogren"),
)  # fmt: skip
NEW = (
    ("A00", 0, "Cholera"), ("A001", 1, "Cholera, renamed"), ("A002", 1, "Cholera, new"), ("A009", 1, "Cholera, unspecified"),
    ("B01", 0, "Varicella"), ("B010", 1, "Varicella meningitis"), ("B02", 0, "Zoster [herpes]"), ("B029", 1, "Zoster, Sjögren"),
)  # fmt: skip
FY2027 = Release("icd10cm", "FY2027", date(2026, 10, 1), date(2027, 9, 30))


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    folder = tmp_path_factory.mktemp("codes")
    old, new = order_file(folder / "2026.txt", *OLD), order_file(folder / "2027.txt", *NEW)
    conversion = folder / "conversion.csv"
    conversion.write_text(
        '"Conversion\ntable"\nnote\nCurrent code assignment,Effective,Previous Code(s) Assignment\nA00.2,2027,A00.0\nB01.0,2027,B01\n'
    )
    build_icd10cm(folder, Release("icd10cm", "FY2026", date(2025, 10, 1), date(2026, 9, 30)), Icd10cmFiles(order=old))
    build_icd10cm(folder, FY2027, Icd10cmFiles(order=new, conversion=conversion))
    for start, codes in (
        (date(2026, 7, 1), {"E0100": {}, "E0101": {}, "E0102": {}}),
        (date(2026, 10, 1), {"E0100": {}, "E0102": {"terminated": "20260930"}}),
    ):
        build_hcpcs(
            folder,
            Release("hcpcs", f"{start:%B %Y}", start, None),
            [HcpcsCode("code", code, f"thing {code}", facts) for code, facts in codes.items()],
            OwnWords(),
            [],
        )
    found = CodeBook(releases(folder), Thesaurus())
    yield found
    found.close()


def about(name, codes="", headers="", hcpcs="", unreal="", number=0, dates="valid_from = 2025-10-01"):
    """Write a question that names codes."""
    more = f"unreal = [{unreal}]\n" if unreal else ""
    for table, lines in (("codes", codes), ("headers", headers), ("hcpcs", hcpcs)):
        more += f"[question.{table}]\n{lines}\n" if lines else ""
    return question(name, number=number).replace("valid_from = 2024-10-01", dates) + more


BANK = {
    # id: (what it names, the changes that FY2027 makes)
    "same-0001": (about("same-0001", '"A00.9" = "Cholera, unspecified"', '"A00" = "Cholera"'), []),
    "gone-0001": (about("gone-0001", '"A00.0" = "Cholera due to 01"'), [(What.GONE, "A00.0 is not in FY2027 any more, now A00.2")]),
    "name-0001": (about("name-0001", '"A00.1" = "Cholera, of old"'), [(What.TITLE, 'A00.1 is "Cholera, renamed" in FY2027, it was "Cholera, of old"')]),
    "vali-0001": (about("vali-0001", '"B01" = "Varicella"'), [(What.VALIDITY, "B01 cannot be reported in FY2027: a code below it, or a 7th character, is needed")]),
    "real-0001": (about("real-0001", '"A00.9" = "Cholera, unspecified"', unreal='"A00.2"'), [(What.NEW, "A00.2 is a code since FY2027: Cholera, new")]),
    "mend-0001": (about("mend-0001", '"A00.1" = "Cholera, renamed"'), []),  # its author has dealt with it
    "ends-0001": (about("ends-0001", '"A00.0" = "Cholera due to 01"', dates="valid_from = 2025-10-01\nvalid_to = 2026-09-30"), []),
    "fold-0001": (about("fold-0001", '"B02.9" = "Zoster, Sjogren"', '"B02" = "Zoster [herpes]"'), []),  # accents and blanks are no change
    "none-0001": (about("none-0001"), []),
    "supp-0001": (about("supp-0001", hcpcs='"E0100" = "a cane"\n"E0101" = "another"'), []),  # of another code set
}  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    singles = "".join(text.replace(question(name).split("\n")[4], f'stem = "{name} {"x" * 40}"') for name, (text, _changes) in BANK.items())
    inner = '[case.question.codes]\n"A00.0" = "Cholera due to 01"'
    return content(tmp_path / "content", singles, case("case-0001", 3, inner=inner))


def items(folder):
    faults = []
    areas = tuple(Library(folder).areas)
    found = read_questions(folder, areas, faults)
    for item, (_case, questions) in read_cases(folder, areas, faults):
        found += zip(case_questions(item), questions, strict=True)
    assert faults == []
    return found


def books(book):
    return [*book.books("icd10cm"), *book.books("hcpcs")]


@pytest.mark.parametrize("name", ["FY2027", "2026-10-01"])
def test_a_release_is_found_by_name_or_day_with_the_one_before(book, name):
    before, after = before_and_after(books(book), name)
    assert (before.release.name, after.release.name) == ("FY2026", "FY2027")
    assert before_and_after(books(book), "FY2026")[0] is None
    assert before_and_after(books(book), "FY2025") is None


def test_items_whose_words_do_not_hold_are_listed_with_the_change(book, folder):
    before, after = before_and_after(books(book), "FY2027")
    found = {one.question: [(change.what, change.said) for change in one.changes] for _item, one in outdated(items(folder), before, after)}
    wanted = {name: changes for name, (_text, changes) in BANK.items() if changes}
    gone = BANK["gone-0001"][1]
    assert found == {**wanted, **{f"case-0001-{n}": gone for n in (1, 2, 3)}}
    assert outdated(items(folder), None, after) == outdated(items(folder), before, after), "the release before need not be loaded"


def test_a_list_of_hcpcs_says_what_is_gone_and_what_cms_ended(book, tmp_path):
    text = about("supp-0001", hcpcs='"E0100" = "a cane"\n"E0101" = "another"\n"E0102" = "a third"')
    found = outdated(items(content(tmp_path / "content", text)), *before_and_after(books(book), "October 2026"))
    assert [(change.what, change.said) for _item, one in found for change in one.changes] == [
        (What.GONE, "E0101 is not in October 2026 any more"),
        (What.VALIDITY, "E0102 cannot be reported in October 2026: CMS ended it on 2026-09-30"),
    ]


def test_what_was_learned_is_touched_whether_the_item_was_mended_or_ended(book, folder):
    shelf = Library(folder)
    found = touched(shelf.questions.values(), *before_and_after(books(book), "FY2027"))
    names = {one.question for one in found}
    assert names == {"gone-0001", "name-0001", "vali-0001", "mend-0001", "ends-0001", *(f"case-0001-{n}" for n in (1, 2, 3))}
    later = [replace(one, valid_from=date(2026, 10, 1)) for one in shelf.questions.values()]
    assert touched(later, *before_and_after(books(book), "FY2027")) == [], "what was written for the release is not touched by it"


def test_those_who_learned_it_are_told_once_with_their_edition(database, book, folder, codebook, clock):
    """Ana's exam is of 2026, Ben's of 2027; Cleo answered nothing that changes."""
    shelf = Library(folder)
    tutor = Tutor(database, shelf, codebook, seed=7)
    people = {name: Person(tutor, clock, name) for name in ("ana", "ben", "cleo")}
    for name, person in people.items():
        person.says("/case" if name != "cleo" else "/start")
        if name != "cleo":
            person.answers()
    people["ana"].says("/settings exam 2026-12-10")
    people["ben"].says("/settings exam 2027-03-15")
    before, after = before_and_after(books(book), "FY2027")
    found = touched(shelf.questions.values(), before, after)
    with database.reading() as connection:
        learned = rounds.learned(connection, [one.question for one in found], 0, 500)
        first = notices(found, learned, after.release, date(2026, 11, 23))
        again = notices(found, rounds.learned(connection, [one.question for one in found], 0, 500), after.release, date(2026, 11, 24))
    assert [one.key for one in first] == [one.key for one in again] == [f"release:icd10cm:2026-10-01:{number}" for number in (1, 2)]
    assert [one.question for one in learned] == ["case-0001-1"] * 2
    ana, ben = (one.reply for one in first)
    assert ana.text.startswith(
        "**ICD-10-CM FY2027 changes what you have practised.** In force from 1 October 2026:\nA00.0 is not in FY2027 any more, now A00.2"
    )
    assert "Exams use it from the 2027 edition on. You practise the 2026 edition, so your questions stay as they are." in ana.text
    assert "You practise the 2027 edition, which has it" in ben.text
    assert [choice.says for choice in ana.choices] == ["/code A00.0", "/code A00.2", "/quiz"]


def test_the_tick_tells_everybody_once_outside_their_quiet_hours(database, book, folder, clock, monkeypatch):
    """Batch by batch, going on where a process stopped; not who wants no news, and not about a release of long ago."""
    monkeypatch.setattr("bot.push.changes.BATCH", 2)
    tutor = Tutor(database, Library(folder), book, seed=7)
    people = [Person(tutor, clock, f"p{n}") for n in range(5)]
    for person in people:
        person.says("/case")
        person.answers()
    people[4].says("/settings news off")
    people[0].says("/settings zone Asia/Tokyo")  # deep in the night there
    tutor.tick(clock.now)
    tutor.tick(clock.now + timedelta(days=1))
    told = [one for one in tutor.take_posts(("test",), clock.now + timedelta(days=1), 20) if one.kind == "release"]
    assert sorted(one.user for one in told) == ["p1", "p2", "p3"]
    late = Tutor(database, Library(folder), book, seed=7)
    late.tick(clock.now + timedelta(days=2))
    assert not [one for one in late.take_posts(("test",), clock.now + timedelta(days=2), 20) if one.kind == "release" and one.user != "p0"]
    with database.reading() as connection:
        keys = set(connection.exec_driver_sql("SELECT key FROM post WHERE substr(key, 1, 8) = 'release:'").scalars())
    assert keys == {f"release:icd10cm:2026-10-01:{n}" for n in (1, 2, 3, 4)}


def test_a_message_about_many_codes_fits(book):
    from bot.library.touched import Change, Touched
    from bot.store.rounds import Learned

    many = [Touched(f"some-{n:04}", (Change(f"A{n:02}.1", What.GONE, "x" * 900, ("B01.0",)),)) for n in range(60)]
    (one,) = notices(many, [Learned(1, None, each.question) for each in many], FY2027, date(2026, 11, 23))
    assert "and 50 more codes." in one.reply.text
    assert (
        notices(
            [Touched("some-0001", (Change("A00", What.NOTES, "other notes"),))], [Learned(1, None, "some-0001")], FY2027, date(2026, 11, 23)
        )
        == []
    )


@pytest.mark.parametrize(
    ("start", "year"), [(date(2026, 10, 1), 2027), (date(2027, 1, 1), 2027), (date(2027, 4, 1), 2028), (date(2026, 1, 1), 2026)]
)
def test_a_release_comes_into_exams_with_an_edition(start, year):
    assert first_edition(replace(FY2027, start=start)).year == year


TABULAR = """<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.tabular><version>2026</version><chapter><name>4</name><desc>Endocrine (E00-E89)</desc><section id="E08-E13"><desc>Diabetes</desc>
<diag><name>E10</name><desc>Type 1 diabetes</desc><excludes1><note>type 2 diabetes (E11.-)</note><note>gestational (O24.4-)</note></excludes1>
<diag><name>E10.8</name><desc>Type 1 with complications</desc></diag><diag><name>E10.9</name><desc>Type 1 without complications</desc></diag></diag>
<diag><name>E11</name><desc>Type 2 diabetes</desc><diag><name>E11.9</name><desc>Type 2 without complications</desc></diag></diag>
</section></chapter></ICD10CM.tabular>
"""


def test_notes_that_differ_ask_for_a_reading(tmp_path):
    for folder, text in (("2026", TABULAR), ("2027", TABULAR.replace("<note>gestational (O24.4-)</note>", ""))):
        (tmp_path / folder).mkdir()
        tabular = tmp_path / folder / "tabular.xml"
        tabular.write_text(text)
        release = FY2027 if folder == "2027" else Release("icd10cm", "FY2026", date(2025, 10, 1), date(2026, 9, 30))
        build_icd10cm(tmp_path / folder, release, Icd10cmFiles(tabular=tabular))
    book = CodeBook([*releases(tmp_path / "2026"), *releases(tmp_path / "2027")], Thesaurus())
    text = about("note-0001", '"E10.9" = "Type 1 without complications"\n"E11.9" = "Type 2 without complications"')
    ((_item, one),) = outdated(items(content(tmp_path / "content", text)), *book.books("icd10cm"))
    (change,) = one.changes
    assert (change.code, change.what) == ("E10.9", What.NOTES)
    assert change.said == "E10.9 has other notes in FY2027; read it again: gone is excludes1: gestational (O24.4-)"
    book.close()
