"""Classes: a code, assignments that are the same for all, figures of the many, names only of those who say yes, no trace of who leaves."""

import csv
from io import StringIO

import pytest
from sqlalchemy import select

from bot.chat import Sender, as_reply
from bot.library.contents import read_bank
from bot.library.pack import Pack
from bot.library.shelf import Library
from bot.store.tables import metadata
from bot.tutor import Tutor
from tests.conftest import Person
from tests.writing import content, pack, question


@pytest.fixture
def tutor(database, library, codebook) -> Tutor:
    return Tutor(database, library, codebook, seed=7)


class School:
    """A class with its instructor, and people who join it."""

    def __init__(self, tutor, clock):
        self.tutor, self.clock = tutor, clock
        self.teacher = self.person("Tess")
        opened = self.teacher.says("/class open CPC evening")
        self.code, self.id = opened.facts["code"], opened.facts["class"]

    def person(self, name, platform="test"):
        one = Person(self.tutor, self.clock, name.lower())
        one.sender = Sender(platform, name.lower(), name)
        return one

    def student(self, name, shares=False):
        one = self.person(name)
        assert "You are in" in one.says(f"/class join {self.code} {'share' if shares else 'private'}")
        return one

    def students(self, *names, shares=False):
        return [self.student(name, shares) for name in names]

    def assigns(self, what="anatomy 2 due friday"):
        return self.teacher.says(f"/class assign {what}").facts["assignment"]

    def pushed(self):
        """Take what goes out now, as (user, reply)."""
        self.tutor.tick(self.clock.now)
        posts = self.tutor.take_posts(("test", "discord"), self.clock.now, 100)
        for post in posts:
            self.tutor.sent(post)
        return [(post.user, as_reply(post.reply)) for post in posts]


@pytest.fixture
def school(tutor, clock):
    return School(tutor, clock)


def works(person, assignment, *rights):
    """Do an assignment; returns the ids of its questions."""
    person.says(f"/class do {assignment}")
    asked = []
    for right in rights:
        asked.append(next(one for one in person.last.about if one.startswith("question/")))
        person.answers(right)
        if "Next" in person.last.labels:
            person.taps("Next")
    return asked


def rows_of(database, number):
    """Read every table for a learner's id, whatever the column is called; the learner's own are left out."""
    found = {}
    with database.reading() as connection:
        for table in metadata.sorted_tables:
            for column in table.c:
                points = any(key.column.table.name == "learner" for key in column.foreign_keys)
                if points and (rows := connection.execute(select(table).where(column == number)).mappings().all()):
                    found[table.name] = [dict(row) for row in rows]
    return found


def test_a_class_from_opening_to_the_figures(school, clock):
    ana, *_rest = others = school.students("Ana", "Ben", "Cleo", "Dan", "Eve")
    number = school.assigns("anatomy 2 due friday 5 pm")
    assert "due on Friday at 17:00 (America/New_York)" in school.teacher.last
    first = works(ana, number, True, False)
    assert "Round done: 1 of 2 right" in ana.last
    assert "done, 1 of 2 right" in ana.says("/class")
    assert "no figures" in school.teacher.says("/class areas")
    for one in others[1:]:
        assert set(works(one, number, True, True)) == set(first)
    page = school.teacher.says("/class areas")
    assert "Anatomy: 90 % · 5" in page
    assert page.facts["areas"] == {"anatomy": 90}
    assert "Anatomy, 2 questions, due on Friday at 17:00: 5 of 5 done" in school.teacher.says("/class")
    task = school.teacher.says(f"/class task {number}")
    assert "80 % right" in task
    assert "100 % right" in task
    areas = school.teacher.says("/class table").replies[0].file
    assert list(csv.reader(StringIO(areas.body.decode("utf-8-sig"))))[1:] == [["anatomy", "Anatomy", "5", "90"]]
    assert "only 1." in school.teacher.says("/class assign misses 3 due friday")
    school.teacher.taps("Take")
    assert "What the class missed" in school.teacher.taps("Tomorrow")


def test_by_name_only_who_says_yes_and_that_can_change(school):
    number = school.assigns()
    ana, ben = school.student("Ana", shares=True), school.student("Ben")
    works(ana, number, True, True)
    works(ben, number, True, False)
    listed = school.teacher.says("/class members")
    assert "Ana: 1 of 1 done, 100 % right" in listed
    assert "Ben: does not share" in listed
    assert "Anatomy: 2 of 2 right" in school.teacher.taps("Ana")
    school.teacher.says("/class members")
    assert "That is theirs to decide" in school.teacher.taps("Ben")
    assert "no longer see" in ana.says("/class share no")
    assert "Ana: does not share" in school.teacher.says("/class members")
    ben.says("/class share")
    assert "by name now" in ben.taps("Share them")
    assert "Ben: 1 of 1 done, 50 % right" in school.teacher.says("/class members")


def test_who_does_not_share_cannot_be_worked_out_of_the_figures(school):
    """With five who share and one who does not, the whole less the five would be the one."""
    number = school.assigns("anatomy 1 due friday")
    works(school.student("Finn"), number, False)
    for one in school.students("Ana", "Ben", "Cleo", "Dan", shares=True):
        works(one, number, True)
    assert "would tell on individuals" in school.teacher.says("/class areas")
    works(school.student("Eve", shares=True), number, True)
    assert "Anatomy: 100 % · 5" in school.teacher.says("/class areas")


def test_who_leaves_leaves_no_trace(school, database, clock):
    ana, ben = school.students("Ana", "Ben", shares=True)
    number = school.assigns()
    works(ana, number, True)
    works(ben, number, True, True)
    clock.sleeps(minutes=3)
    assert {user for user, _reply in school.pushed()} == {"ana", "ben"}
    me = 2
    assert {"class_member", "assignment_work", "post"} <= set(rows_of(database, me))
    ana.says("/class leave")
    assert "nothing of yours" in ana.taps("Leave it")
    left = rows_of(database, me)
    assert not {"class_member", "assignment_work", "post", "wrong_code"} & set(left)
    assert [row["kind"] for row in left["round"]] == ["quiz"]
    with database.reading() as connection:
        for table in metadata.sorted_tables:
            for row in connection.execute(select(table)).mappings():
                if table.name.startswith(("class", "assignment")):
                    assert "Ana" not in str(dict(row)), table.name
    assert "Ana" not in school.teacher.says("/class members")
    assert "1 of 1 done" in school.teacher.says("/class")
    assert "of 1 right" in ana.says("/progress")  # their own answers stay theirs
    assert "You are in no class" in ana.says("/class leave")


def test_forgetting_takes_one_out_and_ends_what_nobody_else_teaches(school, database):
    ana = school.student("Ana", shares=True)
    works(ana, school.assigns(), True)
    ana.says("/forget")
    ana.taps("Delete everything")
    assert rows_of(database, 2) == {}
    assert "Nobody is in the class" in school.teacher.says("/class members")
    ben = school.student("Ben")
    school.teacher.says("/forget")
    school.teacher.taps("Delete everything")
    assert "An instructor opens one" in ben.says("/class")
    with database.reading() as connection:
        for name in ("classroom", "assignment", "assignment_work", "class_member"):
            assert connection.execute(select(metadata.tables[name])).all() == [], name


def test_codes(school, clock):
    ana = school.person("Ana")
    asked = ana.says(f"/start class_{school.code}")
    assert 'your name ("Ana"' in asked
    assert "You joined nothing" in ana.taps("Don't join")
    assert "no class" in ana.says("/class share yes")
    ana.says(f"/class join {school.code.lower()[:4]} {school.code[4:]}")
    assert "You are in" in ana.taps("Join and share")
    assert "in that class already" in ana.says(f"/class join {school.code}")
    assert "your own class" in school.teacher.says(f"/class join {school.code}")
    school.teacher.says("/class code")
    new = school.teacher.taps("Draw").facts["code"]
    ben = school.person("Ben")
    for said in (school.code, "no", "ABCD-EFGH", "share", "ZZZZ"):
        ben.says(f"/class join {said}")
    assert "No class has that code" in ben.says("/class join QQQQ")
    assert "Wait an hour" in ben.says(f"/class join {new}")
    clock.sleeps(hours=1, minutes=1)
    assert "Tess" in ben.says(f"/class join {new}")


def test_a_class_that_is_closed(school, clock, tutor):
    ana = school.student("Ana")
    number = school.assigns()
    school.teacher.says("/class close")
    assert "closed" in school.teacher.taps("Close it")
    assert "closed" in ana.says(f"/class do {number}")
    assert "closed today" in ana.says("/class")
    assert "closed, so nobody can join" in school.person("Ben").says(f"/class join {school.code}")
    assert "closed already" in school.teacher.says("/class close")
    assert "Open it again first" in school.teacher.says("/class assign mixed 5 due friday")
    school.teacher.taps("Open it again")
    assert "Question 1" in ana.says(f"/class do {number}")
    clock.sleeps(days=365, hours=1)
    assert "was closed" in ana.says("/class")
    clock.sleeps(days=91)
    tutor.prune(clock.now)
    assert "An instructor opens one" in ana.says("/class")
    assert "not one of yours" in school.teacher.says(f"/class {school.id}")


def test_instructors_come_and_go(school):
    ana = school.student("Ana")
    works(ana, school.assigns(), True)
    assert "only instructor" in school.teacher.says("/class leave")
    school.teacher.says("/class members")
    school.teacher.taps("Ana")
    school.teacher.taps("Make an instructor")
    assert "Ana teaches the class, too" in school.teacher.taps("Make an instructor")
    assert [user for user, reply in school.pushed() if "You are an instructor" in reply.text] == ["ana"]
    assert "taught by Ana and Tess" in ana.says("/class")
    assert "for your students" in ana.says("/class do 1")
    school.teacher.says("/class leave")
    school.teacher.taps("Leave it")
    assert "taught by Ana" in ana.says("/class")
    ben = school.student("Ben")
    assert "Only the instructors" in ben.says(f"/class {school.id} members")
    ana.says("/class members")
    ana.taps("Ben")
    ana.taps("Take out")
    assert "nothing of theirs" in ana.taps("Take them out")
    assert "not one of yours" in ben.says(f"/class {school.id}")
    assert "not in the class any more" in ana.says("/class member 3")


_SAID = (
    ("astrology 5 due friday", 'don\'t know "astrology"'),
    ("anatomy 5 due someday", 'can\'t read "someday" as a date'),
    ("anatomy 5 due 2026-11-20", "That is past: on Friday"),
    ("anatomy 5 due 2028-11-20", "more than a year"),
    ("anatomy 51 due friday", "1 to 50 questions"),
    ("misses 5 due friday", "Fewer than 5 students have answered"),
    ("anatomy, 5 questions, tomorrow", "Anatomy, 5 questions, due tomorrow at 23:59"),
    ("5 mixed by december 4", "Mixed, 5 questions, due on 4 December at 23:59"),
    ("modifiers 3 due in two weeks", "Modifiers, 3 questions, due on 7 December"),
    ("cases 4 due next friday noon", "Cases, 4 questions, due on 4 December at 12:00"),
)


def test_assignments_as_they_are_said(school):
    for said, reply in _SAID:
        assert reply in school.teacher.says(f"/class assign {said}").text.replace("**", ""), said


def test_an_assignment_by_buttons(school):
    teacher = school.teacher
    teacher.says("/class")
    teacher.taps("Assign")
    teacher.taps("Anatomy")
    teacher.taps("5")
    assert "Anatomy, 5 questions, due tomorrow" in teacher.taps("Tomorrow").text.replace("**", "")
    teacher.taps("Take it back")
    assert "It is off" in teacher.taps("Take it off")
    assert "Nothing is assigned yet" in teacher.taps("Assignments")
    many = teacher.says("/class assign modifiers 50 due friday")
    if "only" in many:
        teacher.taps("Take")
        assert "until when" in teacher.last


def test_there_is_not_enough_of_something(school):
    teacher = school.teacher
    few = min(school.tutor.library.areas, key=lambda slug: sum(one.area == slug for one in school.tutor.library.practice.values()))
    there = sum(one.area == few for one in school.tutor.library.practice.values())
    if there >= 50:
        pytest.skip("every area has fifty questions")
    assert f"only {teacher.says(f'/class assign {few} 50 due friday').facts['there']} on" in teacher.last
    assert "until when" in teacher.taps("Take")


def test_a_round_can_be_left_and_what_is_skipped_comes_again(school):
    ana = school.student("Ana")
    number = school.assigns("anatomy 3 due friday")
    asked = works(ana, number, True)
    skipped = ana.last.about[0]
    third = ana.taps("Skip").about[0]
    assert len({*asked, skipped, third}) == 3
    ana.says("/quiz 1")
    assert "1 of 3 answered" in ana.says("/class")
    assert ana.taps("Go on").about[0] == third
    ana.answers(False)
    assert ana.taps("Next").about[0] == skipped
    assert "It waits for you" in ana.taps("Skip")
    assert "0 of 1 done" in school.teacher.says("/class")
    ana.says(f"/class do {number}")
    assert "Round done: 2 of 3 right" in ana.answers(True)
    assert "done, 2 of 3 right" in ana.says(f"/class do {number}")
    assert "done, 2 of 3 right" in ana.says("/class assignments")


def test_what_comes_by_itself(school, clock):
    ana, ben, cleo, dan = school.students("Ana", "Ben", "Cleo", "Dan")
    dan.says("/pause 2 weeks")
    cleo.says("/class reminders off")
    number = school.assigns("anatomy 1 due friday 5 pm")
    assert school.pushed() == []  # it may be taken back
    clock.sleeps(minutes=3)
    told = dict(school.pushed())
    assert set(told) == {"ana", "ben"}
    assert "New in **CPC evening**: Anatomy, 1 question, due on Friday at 17:00" in told["ana"].text
    ana.says(told["ana"].choices[0].says)
    ana.answers(True)
    eve = school.student("Eve")
    assert "due on Friday" in eve.last
    clock.now += school.tutor.next_due() - clock.now
    assert clock.now.isoformat() == "2026-11-26T14:00:00+00:00"  # nine in New York, the day before
    reminded = dict(school.pushed())
    assert set(reminded) == {"ben", "eve"}
    assert "not done yet: Anatomy, 1 question, due tomorrow at 17:00" in reminded["ben"].text
    clock.sleeps(hours=12)
    assert school.pushed() == []
    ben.says(f"/class {school.id} reminders off")
    clock.sleeps(days=2)
    ben.says(f"/class do {number}")
    assert "it counts as late" in ben.last
    ben.answers(True)
    assert "done, late, 1 of 1 right" in ben.says("/class")


def test_quiet_hours_are_kept(school, clock):
    school.student("Ana").says("/settings quiet 12:00-16:00")
    school.assigns("anatomy 1 due friday")
    clock.sleeps(minutes=3)
    assert school.pushed() == []
    clock.sleeps(hours=4)
    assert [user for user, _reply in school.pushed()] == ["ana"]


def test_tables(school):
    ana, ben = school.student("=Ana", shares=True), school.student("Ben")
    number = school.assigns("anatomy 2 due friday")
    works(ana, number, True, False)
    works(ben, number, True)
    first, second = school.teacher.says("/class table").replies
    assert "no figures" in first.text
    assert first.file is None
    rows = list(csv.DictReader(StringIO(second.file.body.decode("utf-8-sig"))))
    assert [(row["student"], row["about"], row["answered"], row["right"], row["done"]) for row in rows] == [
        ("'=Ana", "Anatomy", "2", "1", "yes")
    ]
    ana.says("/class share no")
    assert "no table of names" in school.teacher.says("/class table").replies[1].text


def test_two_accounts_of_one_learner(school):
    """Who joins two accounts is in the class once, with what was done, and shares only what both of them shared."""
    here, there = school.student("Ana", shares=True), school.person("Ana", "discord")
    number = school.assigns("anatomy 1 due friday")
    there.says(f"/class join {school.code} private")
    works(there, number, True)
    here.says(f"/class do {number}")
    code = there.says("/link").text.split("/link ")[1].split("`")[0]
    here.says(f"/link {code}")
    here.taps("Yes")
    assert "done, 1 of 1 right" in here.says("/class")
    assert "do not see your figures" in here.last
    assert "1 student " in school.teacher.says("/class")
    assert "1 of 1 done" in school.teacher.last
    tess = school.person("Tess", "discord")
    tess.says(f"/class join {school.code} share")
    code = school.teacher.says("/link").text.split("/link ")[1].split("`")[0]
    tess.says(f"/link {code}")
    tess.taps("Yes")
    assert "join code" in tess.says("/class")


def test_a_pack_that_vanished(database, codebook, tmp_path, clock):
    small = Library(content(tmp_path / "content", question("anat-0001", number=1)))
    folder = pack(tmp_path / "Night class", "".join(question(f"mine-000{number}", number=number) for number in (2, 3)))
    with_pack = small.with_packs((Pack(folder, read_bank(folder, small.areas)),))
    school = School(Tutor(database, with_pack, codebook, seed=7), clock)
    ana = school.student("Ana")
    assert "Pack Night class" in school.teacher.says("/class assign").labels
    assert "only 2 on Pack night-class" in school.teacher.says("/class assign pack night class 5 due friday")
    number = school.assigns("pack:night-class 2 due friday")
    assert ana.says(f"/class do {number}").about[0] in ("question/mine-0002", "question/mine-0003")
    ana.tutor = school.teacher.tutor = Tutor(database, small, codebook, seed=8)
    assert "no longer in the library" in ana.says(f"/class do {number}")
    ben = Person(ana.tutor, clock, "ben")
    ben.says(f"/class join {school.code} private")
    assert "not in the library any more" in ben.says(f"/class do {number}")
    assert "don't know" in school.teacher.says("/class assign pack night class 1 due friday")
    assert "no longer in the library" in school.teacher.says(f"/class task {number}")


def test_several_classes_and_words_that_mean_nothing(school):
    teacher = school.teacher
    teacher.says("/class open Morning")
    assert "CPC evening: 0 students" in teacher.says("/class")
    assert "In which class" in teacher.says("/class assign anatomy 2 due friday")
    assert "Assigned" in teacher.taps("Morning")
    for said, reply in (
        ("/class open", "be called"),
        ("/class dance", "don't know"),
        ("/class 1 dance", "don't know"),
        ("/class 99", "not one of yours"),
        ("/class 1 task 77", "not there any more"),
        ("/class 1 member 77", "not in the class"),
        ("/class 1 drop 77", "not there any more"),
        ("/class 1 title", "needs a title"),
        ("/class 1 share yes", "not for you"),
        ("/class join", "Which code"),
        ("/class 1 title **Bold** `x`", "called **Bold x** now"),
        ("how do i make a class", "Your classes"),
        ("my homework", "In which class"),
    ):
        assert reply in teacher.says(said), said
    stranger = school.person("Zoe")
    assert stranger.says("how do I make a class?").labels[:2] == ["Open a class", "Join a class"]
    assert "You are in no class" in stranger.says("my assignments")
    assert "not one of yours" in stranger.says(f"/class {school.id} members")
