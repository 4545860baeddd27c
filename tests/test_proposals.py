"""Questions that members propose to their room, and rooms that are asked of one pack or of their own."""

from datetime import timedelta

import pytest

from bot.chat import as_reply
from bot.library.own import Written
from bot.library.proposed import faults_of, read
from bot.library.question import Difficulty
from bot.tutor import Tutor
from tests.conftest import Person
from tests.crowd import Room

FORM = """Question: A note says that the sac around the heart is inflamed. Which prefix means around?
A: peri-
B: hypo-
C: inter-
D: intra-
Key: A
Why A: Peri- means around, as in pericardium, the sac around the heart.
Why B: Hypo- means below or less than usual, as in hypoglycemia.
Why C: Inter- means between, as in intercostal, between the ribs.
Why D: Intra- means within, as in intravenous, within a vein.
Source: Any textbook of medical terminology, chapter on prefixes
Area: terminology"""


@pytest.fixture
def tutor(database, library, codebook) -> Tutor:
    return Tutor(database, library, codebook, seed=7)


@pytest.fixture
def room(tutor, clock):
    return Room(tutor, clock)


def said(member, text):
    (reply, *_more) = member.says(text)
    assert reply.private
    return reply


def other(number):
    return FORM.replace("Which prefix", f"In case {number} of the book, which prefix")


def approved(room, member, manager, form=FORM):
    assert "Thank you" in said(member, f"/suggest {form}").text
    shown = said(manager, "/room suggestions")
    return said(manager, shown.choices[0].says)


def test_the_form_is_read_in_lines_and_with_bars():
    found = read(FORM)
    assert found == read(FORM.replace("\n", " | "))
    assert found == read(FORM.removeprefix("Question: "))
    assert found == read(FORM.replace("Why A:", "why:").replace("B: hypo-", "b) hypo-"))
    assert isinstance(found, Written)
    assert found.options == ("peri-", "hypo-", "inter-", "intra-")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Key: A", "Key: E", "Key is missing"),
        ("C: inter-\n", "", "C is missing"),
        ("Why D: Intra- means within, as in intravenous, within a vein.\n", "", "Why D is missing: why that is wrong"),
        ("Source:", "Sauce:", "Source is missing"),
    ],
)
def test_what_is_missing_is_said(old, new, words):
    assert any(words in one for one in read(FORM.replace(old, new)))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("D: intra-", "D: all of the above", "lumps others together"),
        ("D: intra-", "D: inter-", "two options are the same"),
        ("as in intercostal", "as with 99213", "reads as a CPT code"),
        ("as in pericardium", "as in I31.99X", "is not in ICD-10-CM"),
        ("as in intravenous", "as in J9999999", ""),
        ("as in intercostal", "as in I30.9", ""),
        ("Hypo- means below or less than usual, as in hypoglycemia.", "It is wrong.", "25 to 330 are wanted"),
        ("that the sac", "that **the sac** ", "holds marks"),
    ],
)
def test_the_rules_of_content_hold(codebook, old, new, words):
    found = faults_of(read(FORM.replace(old, new)), codebook)
    assert any(words in one for one in found) if words else found == []


def test_a_proposal_is_approved_told_and_asked(room, tutor, clock):
    ana, ben, mia = room.member("ana"), room.member("ben"), room.member("mia", manager=True)
    how = said(ana, "/suggest")
    number = how.choices[0].says
    assert how.choices[0].asks
    assert "Not yet" in said(ana, f"{number}Question: too short").text
    alone = Person(tutor, clock, "ana")
    assert "Thank you" in alone.says(number + FORM)  # where nobody else sees the key
    assert "with those who manage" in alone.says(number + FORM)
    assert "for those who manage" in said(ben, "/proposal 1 approve").text
    assert said(ben, "/room suggestions").text.startswith("Only those who manage")
    shown = said(mia, "/room suggestions")
    assert "Key: A" in shown.text
    assert "Suggestions (1)" in [choice.label for choice in mia.says("/room")[0].choices]
    assert "for those who manage" in Person(tutor, clock, "ben").says("/proposal 1 approve")
    assert "Approved" in Person(tutor, clock, "mia").says("/proposal 1 approve")  # as it was shown to her
    assert "decided already" in said(mia, "/proposal 1 decline").text
    tutor.tick(clock.now)
    (told,) = tutor.take_posts(("test",), clock.now)
    assert (told.user, told.kind) == ("ana", "proposal")
    assert "was approved" in as_reply(told.reply).text
    tutor.sent(told)

    mia.says("/room question on")
    (asked,) = room.passes(21 * 3600)
    assert "the sac around the heart" in asked.text
    assert asked.about[0] == "question/room/1"
    letter = next(line[0] for line in asked.text.splitlines() if line.endswith("  hypo-"))
    ben.says(room.button(letter, asked).says)
    (reveal,) = [reply for reply in room.passes(12 * 3600) if "key" in reply.facts]
    assert "Peri- means around" in reveal.text
    assert "Right: nobody (0 of 1)" in reveal.text
    person = Person(tutor, clock, "ben")
    person.says("/start")
    clock.sleeps(days=4)
    tutor.tick(clock.now)
    pushed = [as_reply(post.reply).text for post in tutor.take_posts(("test",), clock.now) if (post.user, post.kind) == ("ben", "daily")]
    assert "And one review is waiting." in pushed[0]
    person.says("/review")
    assert "question/room/1" in person.last.about  # what was missed comes again to oneself
    assert "Hypo- means below" in person.says("peri-")


def test_a_room_may_be_asked_of_its_own_questions_alone(room, tutor, library):
    ana, mia = room.member("ana"), room.member("mia", manager=True)
    assert "no questions of its own yet" in mia.says("/room pack own")[0].text
    for number in range(3):
        approved(room, ana, mia, other(number))
    assert "the room's own questions" in mia.says("/room pack own")[0].text
    assert "our own questions" in mia.says("/room")[0].text
    ana.says("/quiz 3 20s")
    ana.says("/quiz start")
    room.passes(3)
    seen = set()
    for _ in range(3):
        asked = room.question()
        seen.add(asked.about[0])
        ana.says(room.button("A", asked).says)
        room.passes(2 + 8)
    assert seen == {"question/room/1", "question/room/2", "question/room/3"}
    assert "The quiz is over" in room.last.text
    report = ana.says(room.button("Report").says)
    assert b"room/1" in report[1].file.body
    ana.says("/misses")
    assert not any(name.startswith("room/") for name in library.practice)
    elsewhere = Room(tutor, room.clock, "elsewhere", beside=room)
    eve = elsewhere.member("eve", manager=True)
    assert "no questions of its own yet" in eve.says("/room pack own")[0].text
    assert "for those who manage" in eve.says("/proposal 1 remove")[0].text
    assert "not asked any more" in said(mia, "/proposal 1 remove").text
    assert "no content pack" in mia.says("/room pack nonsense")[0].text
    assert "all there is" in mia.says("/room pack off")[0].text


def test_limits_for_a_person_and_who_is_banned(room):
    ana, mia = room.member("ana"), room.member("mia", manager=True)
    for number in range(5):
        assert "Thank you" in said(ana, f"/suggest {other(number)}").text
    assert "5 questions of yours wait" in said(ana, f"/suggest {other(5)}").text
    shown = said(mia, "/room suggestions")
    for _ in range(5):
        first, *more = mia.says(shown.choices[1].says)
        assert "Declined" in first.text
        shown = more[0] if more else None
    for number in range(5, 10):
        said(ana, f"/suggest {other(number)}")
        said(mia, "/room suggestions")
        said(mia, f"/proposal {number + 1} approve")
    assert "10 questions a week" in said(ana, "/suggest").text
    room.clock.sleeps(days=7, minutes=1)
    assert "Propose a question" in said(ana, "/suggest").text
    assert "say /suggest there first" in Person(room.tutor, room.clock, "eve").says("/suggest 1 x")


def test_real_patients_are_refused_before_anything_is_kept(room):
    ana = room.member("ana")
    ana.says("/suggest")
    answer = ana.says("/suggest " + FORM.replace("A note says", "John Smith, born on 01/02/1960, MRN 1234567, says"))[0]
    assert answer.about == ("guard/patient-data",)
    assert "No question waits" in room.member("mia", manager=True).says("/room suggestions")[0].text


def test_leaving_takes_ones_questions_along(room, tutor, clock):
    ana, mia = room.member("ana"), room.member("mia", manager=True)
    approved(room, ana, mia)
    alone = Person(tutor, clock, "ana")
    alone.says("/forget")
    alone.taps("Delete everything")
    assert "No question waits. Members" in said(mia, "/room suggestions").text


def test_a_pack_of_the_operator(room, tutor, library):
    from bot.library.contents import Bank
    from bot.library.pack import Pack
    from tests.conftest import CONTENT

    one = next(iter(library.practice.values()))
    made = type(one)(
        "mine-0001", "anatomy", Difficulty.EASY, *(getattr(one, name) for name in ("stem", "options", "key", "why", "source", "valid_from"))
    )
    tutor._live = tutor._live.then(library.with_packs((Pack(CONTENT / "Night School", Bank((made,), ())),)))
    mia = room.member("mia", manager=True)
    assert "Night School" in [choice.label for choice in mia.says("/room pack")[0].choices]
    assert "the pack Night School" in mia.says("/room pack night school")[0].text
    mia.says("/room question on")
    assert room.passes(21 * 3600)[0].about[0] == "question/mine-0001"
    mia.says("/quiz 3")
    mia.says("/quiz start")
    assert "1 questions" in room.last.text or "question 1" in room.last.text.lower() or room.passes(3)[-1].about[0] == "question/mine-0001"


def test_how_the_question_of_the_day_draws_attention(room, clock):
    mia = room.member("mia", manager=True)
    for words, answer in (
        ("ping @everyone", "Name a role"), ("ping <@&123456>", "calls that role"), ("pin on", "is pinned"), ("pin x", "on, or off"),
        ("thread on", "opens a thread"), ("thread x", "on, or off"),
    ):  # fmt: skip
        assert answer in mia.says(f"/room {words}")[0].text, words
    assert "pinned, with a thread, calls a role" in mia.says("/room")[0].text
    mia.says("/room question on")
    (asked,) = room.passes(21 * 3600)
    assert (asked.notice.ping, asked.notice.pin, asked.notice.thread) == ("123456", True, "Question of the day, 24 November")
    room.member("ana").answers()
    (count,) = room.passes(60)
    assert count.notice is None
    for words in ("ping off", "pin off", "thread off"):
        mia.says(f"/room {words}")
    assert "pinned" not in mia.says("/room")[0].text
    there = Room(room.tutor, clock, "-5", platform="telegram").member("7", manager=True)
    assert "Telegram has no roles" in there.says("/room ping @Students")[0].text
    assert "topics in the place of threads" in there.says("/room thread on")[0].text


def test_what_a_platform_refuses_is_said_once_to_who_set_it(room, tutor, clock):
    mia = room.member("mia", manager=True)
    Person(tutor, clock, "mia").says("/start")
    mia.says("/room pin on")
    mia.says("/room question on")
    clock.sleeps(hours=21)
    tutor.tick(clock.now)
    post = next(one for one in tutor.take_posts(("test",), clock.now) if one.room)
    for _ in range(2):
        tutor.refused(post, "pin", clock.now)
    clock.now += timedelta(minutes=1)
    told = [one for one in tutor.take_posts(("test",), clock.now) if one.kind == "refused"]
    assert [one.user for one in told] == ["mia"]
    assert "lack the right" in as_reply(told[0].reply).text
    assert "pinned" not in mia.says("/room")[0].text
