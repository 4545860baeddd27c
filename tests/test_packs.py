"""Private packs: added to what ships, taken in while the tutor runs, held back while they are faulty."""

from datetime import timedelta
from functools import partial

import pytest

from adapters.clock import Clock as AdapterClock
from adapters.delivery import Delivery
from adapters.reception import Reception
from bot.library.check import check_pack
from bot.library.packs import Packs
from bot.library.shelf import Library
from bot.talk.preview import unfit
from bot.tutor import Tutor
from tests.conftest import NOON, Person
from tests.test_content import TODAY
from tests.writing import case, content, pack, question, topic


@pytest.fixture
def shelf(tmp_path):
    """What ships, in small."""
    topics = topic("score", "what score do i need to pass", "cost") + topic("cost", "how much does the exam cost", "score")
    return Library(content(tmp_path / "content", question("anat-0001", number=1), "", topics), tmp_path / "cache")


@pytest.fixture
def mine(tmp_path):
    """A pack of an operator: a question, a case, a topic."""
    return pack(
        tmp_path / "mine",
        question("mine-0001", number=2),
        case("mine-0001", 3, number=10),
        topic("parking", "where do i park at our school", "cost"),
    )


@pytest.fixture
def check(codebook):
    return lambda folder, beside: check_pack(folder, beside, codebook, TODAY, partial(unfit, codebook=codebook))


@pytest.fixture
def build(database, shelf, codebook, check, tmp_path, clock):
    """Start a tutor with these packs; what was kept of them is still there at the next start."""

    def start(*folders):
        tutor = Tutor(database, shelf, codebook, seed=7, packs=Packs(folders, tmp_path / "cache", check), admins=frozenset({"test:ana"}))
        tutor.refresh(clock.now)
        return tutor

    return start


def looks(tutor, clock, times=2):
    """Let the clock of an adapter go by: what changed has to be the same twice."""
    news = []
    for _ in range(times):
        clock.sleeps(seconds=5)
        news += tutor.refresh(clock.now)
    return news


def change(path, old, new):
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_a_pack_is_part_of_everything(build, mine, clock):
    ana = Person(build(mine), clock, "ana")
    asked = set()
    ana.says("/quiz anatomy")
    for _ in range(2):
        asked.add(ana.last.about[0])
        ana.taps("Skip")
    assert asked == {"question/anat-0001", "question/mine-0001"}
    assert ana.says("/case").about == ["question/mine-0001-1", "case/mine-0001"]
    assert ana.says("where do i park at our school").about == ["faq/parking"]
    assert "About cost" in ana.last.labels
    assert ana.says("/faq parking").about == ["faq/parking"]


def test_what_ships_is_there_without_packs(shelf, mine):
    assert "mine-0001" not in shelf.questions
    assert shelf.packs == ()


def test_a_change_is_taken_in_while_people_talk(build, mine, clock):
    tutor = build(mine)
    ana = Person(tutor, clock, "ana")
    ana.says("where do i park at our school")
    change(mine / "faq/one.toml", "**parking** is what it is.", "**Behind** the school.")
    change(mine / "questions/one.toml", "Somebody official", "Somebody else")
    assert "is what it is" in ana.says("/faq parking"), "nothing is read while somebody is answered"
    (news,) = looks(tutor, clock)
    assert news.faults == ()
    assert "Behind" in ana.says("where do i park at our school")
    assert tutor.library.questions["mine-0001"].source == "Somebody else"


def test_a_new_wording_is_understood_once_it_is_live(build, mine, clock):
    tutor = build(mine)
    ana = Person(tutor, clock, "ana")
    assert ana.says("is the cafeteria open on sundays").about != ["faq/canteen"]
    (mine / "faq" / "two.toml").write_text(topic("canteen", "is the cafeteria open on sundays", "parking"))
    looks(tutor, clock)
    assert ana.says("is the cafeteria open on sundays").about == ["faq/canteen"]
    (mine / "faq" / "two.toml").unlink()
    looks(tutor, clock)
    assert ana.says("is the cafeteria open on sundays").about != ["faq/canteen"]


def test_a_file_that_is_being_written_is_let_alone(build, mine, clock):
    """It has to be the same at two looks; and a look within seconds of the last does nothing."""
    tutor = build(mine)
    path = mine / "questions/one.toml"
    for number in range(3):
        path.write_text(question("mine-0001", number=100 + number))
        clock.sleeps(seconds=5)
        assert tutor.refresh(clock.now) == ()
        assert tutor.refresh(clock.now + timedelta(seconds=1)) == ()
    clock.sleeps(seconds=5)
    assert len(tutor.refresh(clock.now)) == 1
    assert "number 102" in tutor.library.questions["mine-0001"].stem


FAULTS = [
    ("questions", 'key = "A"', 'key = "E"', 'key "E" is unknown'),
    ("questions", 'stem = "', 'stem = ', "it cannot be read as TOML"),
    ("questions", 'id = "mine-0001"', 'id = "anat-0001"', "the id is taken by what is there already"),
    ("questions", 'area = "anatomy"', 'area = "parking"', 'area "parking" is unknown'),
    ("questions", 'key = "A"', 'key = "A"\nmock = 1', "mock exams are made of what ships"),
    ("questions", "is what it is, for a reason", "is 00001, for a reason", "00001 reads as a CPT code"),
    ("questions", "is what it is, for a reason", "is E99.9, for a reason", "E99.9 stands in the text; list it"),
    ("cases", 'id = "mine-0001-2"', 'id = "mine-0001-1"', "the id stands in mine/cases/one.toml already"),
    ("faq", 'id = "parking"', 'id = "cost"', "the id is taken by what is there already"),
    ("faq", "where do i park at our school", "how much does the exam cost", "belongs to cost already"),
    ("faq", 'related = ["cost"]', 'related = ["nothing"]', "the related topic nothing is not another topic"),
]  # fmt: skip


@pytest.mark.parametrize(("part", "old", "new", "message"), FAULTS, ids=range(len(FAULTS)))
def test_a_faulty_pack_keeps_its_last_good_version(build, mine, clock, part, old, new, message):
    """While the process runs and over a restart; the operator sees the fault, and learners nothing."""
    tutor = build(mine)
    good = tutor.library.questions, tutor.library.cases, tutor.library.topics
    whole = (mine / part / "one.toml").read_text()
    change(mine / part / "one.toml", old, new)
    (news,) = looks(tutor, clock)
    assert any(message in str(fault) for fault in news.faults)
    assert all(str(fault).startswith("mine/") for fault in news.faults)
    again = build(mine)
    for one in (tutor, again):
        assert (one.library.questions, one.library.cases, one.library.topics) == good
        told = Person(one, clock, "ana").says("/admin content")
        assert "faults, so the last good version stays" in told
        assert message in told
        assert "faults" not in Person(one, clock, "ben").says("/help").text
    assert looks(again, clock) == [], "a fault is told once"
    (mine / part / "one.toml").write_text(whole)
    for one in (tutor, again):
        (news,) = looks(one, clock)
        assert news.faults == ()
        assert "no faults" in Person(one, clock, "ana").says("/admin content")


def test_a_pack_that_never_was_sound_is_left_out(build, mine, clock):
    change(mine / "questions/one.toml", 'key = "A"', 'key = "E"')
    tutor = build(mine)
    assert set(tutor.library.questions) == {"anat-0001"}
    assert "mine: 0 items live; 1 faults" in Person(tutor, clock, "ana").says("/admin content")


def test_a_folder_that_is_not_there_is_a_fault_until_it_is(build, mine, tmp_path, clock):
    tutor = build(tmp_path / "nowhere")
    (one,) = tutor.library.packs
    assert "it is not there; mend TUTOR_CONTENT" in str(one.faults[0])
    mine.rename(tmp_path / "nowhere")
    looks(tutor, clock)
    assert "mine-0001" in tutor.library.questions
    (tmp_path / "nowhere").rename(mine)
    looks(tutor, clock)
    assert "mine-0001" in tutor.library.questions, "a disk that was unmounted takes nothing away"
    assert tutor.library.packs[0].faults


def test_of_two_packs_with_one_id_the_first_stays_until_it_gives_it_up(build, mine, tmp_path, clock):
    other = pack(tmp_path / "other", question("mine-0001", number=50) + question("othr-0001", number=51))
    tutor = build(mine, other)
    assert "number 2 in" in tutor.library.questions["mine-0001"].stem
    assert "othr-0001" not in tutor.library.questions
    assert [len(one.faults) for one in tutor.library.packs] == [0, 1]
    change(mine / "questions/one.toml", 'id = "mine-0001"', 'id = "mine-0002"')
    looks(tutor, clock, times=3)
    assert [len(one.faults) for one in tutor.library.packs] == [0, 0]
    assert "number 50 in" in tutor.library.questions["mine-0001"].stem
    assert {"mine-0002", "othr-0001"} <= set(tutor.library.questions)


def test_an_open_question_that_left_with_its_pack_leaves_the_round_whole(build, mine, clock):
    tutor = build(mine)
    ana = Person(tutor, clock, "ana")
    ana.says("/case")
    (mine / "cases/one.toml").unlink()
    looks(tutor, clock)
    assert "left the library" in ana.says("/answer 1 1 A")
    assert "no longer in the library" in ana.says("/next 1")


def test_a_second_start_parses_no_toml_of_a_pack(build, mine, monkeypatch):
    first = build(mine).library
    assert first.topics  # what ships is read when it is first asked for
    monkeypatch.setattr("tomllib.loads", lambda _text: pytest.fail("TOML was read again"))
    second = build(mine).library
    assert second.questions == first.questions
    assert second.packs == first.packs


def test_without_packs_nothing_is_looked_at(database, shelf, codebook):
    assert Tutor(database, shelf, codebook).refresh(NOON) == ()


async def test_the_clock_of_an_adapter_takes_packs_in_and_logs_no_content(build, mine, clock, caplog):
    tutor = build(mine)
    reception = Reception(tutor, lambda: clock.now)
    ours = AdapterClock(reception, Delivery(reception, {}, lambda: clock.now), lambda: clock.now, {})
    caplog.set_level("INFO", logger="adapters")
    for old, new in (('key = "A"', 'key = "E"'), ('key = "E"', 'key = "B"')):
        change(mine / "questions/one.toml", old, new)
        for _ in range(2):
            clock.sleeps(seconds=5)
            await ours.refresh()
    reception.close()
    told = [(one.action, one.what, one.count) for one in caplog.records]
    assert told == [("pack_faulty", "mine", 1), ("pack_live", "mine", 5)]
    assert not any("anat" in one.getMessage() or "key" in one.getMessage() for one in caplog.records)
    assert tutor.library.questions["mine-0001"].key == 1
