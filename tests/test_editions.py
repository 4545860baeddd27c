"""Which year's code sets a learner practises: that of their exam, whatever is in force today."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.codebook.build import Icd10cmFiles, build_icd10cm
from bot.codebook.entry import Release
from bot.codebook.release import releases
from bot.codebook.shelf import CodeBook
from bot.learning.edition import Edition, edition_of
from bot.library.shelf import Library
from bot.tutor import Tutor
from tests.conftest import Person
from tests.test_daily import _pushed
from tests.writing import case, content, order_file, question

RULE = [
    # exam on, today, edition
    (date(2026, 12, 10), date(2026, 11, 22), 2026),  # although the ICD-10-CM of 2027 is in force since October
    (date(2026, 9, 30), date(2026, 3, 1), 2026),
    (date(2027, 1, 15), date(2026, 11, 22), 2027),  # the day on which exams switch
    (date(2027, 1, 14), date(2026, 11, 22), 2026),  # before it
    (date(2026, 1, 15), date(2025, 11, 22), 2026),  # as it was in 2026
    (date(2026, 1, 14), date(2025, 11, 22), 2025),
    (date(2028, 6, 1), date(2026, 11, 22), 2028),
    (None, date(2026, 11, 22), 2026),  # an exam held today
    (None, date(2027, 1, 14), 2026),
    (None, date(2027, 1, 15), 2027),
    (date(2026, 6, 1), date(2027, 2, 1), 2027),  # past: the next one is not known
    (date(2026, 11, 22), date(2026, 11, 22), 2026),  # today
]


@pytest.mark.parametrize(("exam_on", "today", "year"), RULE)
def test_the_edition_is_that_of_the_exam(exam_on, today, year):
    assert edition_of(exam_on, today) == Edition(year)


def test_what_comes_later_in_its_year_is_not_in_an_edition():
    assert Edition(2026).day == date(2026, 1, 15)
    assert Edition(2026) < Edition(2027)


@pytest.fixture
def shelf(tmp_path):
    """One question of always, one that ended with the 2026 books, one that came with the 2027 books; and a case of each."""
    old = question("anat-0002", number=2).replace("valid_from = 2024-10-01", "valid_from = 2024-10-01\nvalid_to = 2026-09-30")
    new = question("anat-0003", number=3).replace("2024-10-01", "2026-10-01")
    cases = case("case-0001", 3, "valid_to = 2026-09-30", number=20) + case("case-0002", 3, number=30).replace("2024-10-01", "2026-10-01")
    return Library(content(tmp_path / "content", question("anat-0001", number=1) + old + new, cases))


@pytest.fixture
def tutor(database, shelf, codebook):
    return Tutor(database, shelf, codebook, seed=7)


def asked(person, said="/quiz anatomy 10"):
    person.says(said)
    found = set()
    while "Skip" in person.last.labels:
        found.add(person.last.about[0].removeprefix("question/"))
        person.taps("Skip")
    return found


@pytest.mark.parametrize(
    ("exam", "anatomy", "whole"),
    [
        ("none", {"anat-0001", "anat-0002"}, "case/case-0001"),
        ("2026-12-10", {"anat-0001", "anat-0002"}, "case/case-0001"),
        ("2027-03-15", {"anat-0001", "anat-0003"}, "case/case-0002"),
    ],
)
def test_practice_follows_the_edition(ana, exam, anatomy, whole):
    ana.says(f"/settings exam {exam}")
    assert asked(ana) == anatomy
    assert ana.says("/case").about[1] == whole


def test_the_learner_is_told_which_books(ana):
    assert "Exams of that date use the 2026 code books, and so does your practice." in ana.says("/settings exam 2026-12-10")
    assert "use the 2027 code books" in ana.says("/settings exam 2027-03-15")
    assert "mid-January" not in ana.last
    in_january = ana.says("/settings exam 2027-01-12")
    assert "use the 2026 code books" in in_january
    assert "check the day with them" in in_january


def test_the_daily_question_is_valid_in_the_edition_and_else_the_same_for_all(ana, ben, clock):
    """Nine days: whenever the question of all is valid in the other edition, both have it; else the other has one of theirs."""
    ben.says("/settings exam 2027-03-15")
    pairs = set()
    for _ in range(9):
        usual, mine = (one.says("/daily").about[0].removeprefix("question/") for one in (ana, ben))
        assert usual in ("anat-0001", "anat-0002")
        assert mine in ("anat-0001", "anat-0003")
        assert usual == "anat-0002" or mine == usual
        pairs.add((usual, mine))
        clock.sleeps(days=1)
    assert ("anat-0001", "anat-0001") in pairs
    assert any(usual == "anat-0002" for usual, _mine in pairs)


def test_the_push_follows_the_edition(ana, ben, tutor):
    for one, exam in ((ana, "2026-12-10"), (ben, "2027-03-15")):
        one.says("/start")
        one.says(f"/settings exam {exam}")
    valid = {"ana": {"anat-0001", "anat-0002"}, "ben": {"anat-0001", "anat-0003"}}
    for day in range(1, 7):
        sent = _pushed(tutor, datetime(2026, 11, 23, 14, 0, tzinfo=UTC) + timedelta(days=day))
        questions = [(user, reply) for user, reply, post in sent if post.kind == "daily"]
        assert {user for user, _reply in questions} == {"ana", "ben"}
        for user, reply in questions:
            assert reply.about[1].removeprefix("question/") in valid[user]


# Look-ups are by date, and say where the edition differs.


@pytest.fixture(scope="module")
def two_years(tmp_path_factory):
    """ICD-10-CM of two years in which a code goes, a code comes, a code gets codes below it, and a title changes."""
    folder = tmp_path_factory.mktemp("codes")
    old = order_file(
        folder / "2026.txt",
        ("A00", 0, "Cholera"),
        ("A000", 1, "Cholera due to 01"),
        ("A001", 1, "Cholera, of old"),
        ("A009", 1, "Cholera, unspecified"),
        ("B01", 1, "Varicella"),
    )
    new = order_file(
        folder / "2027.txt",
        ("A00", 0, "Cholera"),
        ("A002", 1, "Cholera, new"),
        ("A001", 1, "Cholera, renamed"),
        ("A009", 1, "Cholera, unspecified"),
        ("B01", 0, "Varicella"),
        ("B010", 1, "Varicella meningitis"),
    )
    build_icd10cm(folder, Release("icd10cm", "FY2026", date(2025, 10, 1), date(2026, 9, 30)), Icd10cmFiles(order=old))
    build_icd10cm(folder, Release("icd10cm", "FY2027", date(2026, 10, 1), date(2027, 9, 30)), Icd10cmFiles(order=new))
    book = CodeBook(releases(folder), library_words)
    yield book
    book.close()


def library_words():
    from bot.codebook.thesaurus import Thesaurus

    return Thesaurus()


LOOKED_UP = [
    ("A00.9", ""),
    ("A00.0", "there it is still valid for reporting"),
    ("A00.1", 'there it is "Cholera, of old"'),
    ("A00.2", "there it is no code yet"),
    ("B01", "there it is valid for reporting"),
]


@pytest.mark.parametrize(("code", "said"), LOOKED_UP)
def test_a_look_up_says_where_the_books_of_the_exam_differ(database, shelf, two_years, clock, code, said):
    ana = Person(Tutor(database, shelf, two_years), clock, "ana")
    before = ana.says(f"/code {code}").text
    assert "Your exam uses" not in before
    ana.says("/settings exam 2026-12-10")
    after = ana.says(f"/code {code}").text
    if said:
        assert f"Your exam uses the 2026 books: {said}" in after
    else:
        assert after == before
    assert "Your exam uses" not in ana.says(f"/code {code} on 2026-02-01"), "a day that was asked for needs no remark"
    ana.says("/settings exam 2027-03-15")
    assert "Your exam uses" not in ana.says(f"/code {code}")
