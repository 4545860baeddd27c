"""Conversations on Discord, as people there have them; every request is held against Discord's own description."""

import logging

import pytest

from adapters.delivery import Delivery
from adapters.throttle import Throttle
from bot.chat import Choice, Picture, Reply, Sender, as_row
from bot.store import posts
from bot.store.database import Database
from tests import discord_spec
from tests.discord_person import discord_world
from tests.discord_spec import EPHEMERAL


@pytest.fixture(autouse=True)
def unhurried(monkeypatch):
    """Suggestions may take their time on a busy machine."""
    monkeypatch.setattr("adapters.discord._TYPING", 30.0)


@pytest.fixture(scope="session")
def spec():
    return discord_spec.load()


@pytest.fixture
def database(empty_sqlite, tmp_path):
    """One database is enough here: the crashes of test_discord_wire.py are on both."""
    (tmp_path / "tutor.db").write_bytes(empty_sqlite.read_bytes())
    found = Database(f"sqlite:///{tmp_path / 'tutor.db'}")
    yield found
    found.close()


@pytest.fixture
async def world(tutor, clock, spec):
    async with discord_world(tutor, clock, spec) as world:
        yield world


def answering(world, monkeypatch, *replies):
    """Let the engine answer with these, whatever is said; returns the senders and texts that came."""
    came = []
    monkeypatch.setattr(world.tutor, "handle", lambda incoming: came.append((incoming.sender, incoming.text)) or list(replies))
    return came


# In private


async def test_the_first_minute(world):
    ana = world.person("ana")
    (welcome,) = await ana.says("/start")
    assert welcome.labels == ("Not yet", "I have a date", "Skip", "Start with a question")
    assert not welcome.ephemeral
    (after,) = await ana.taps("I have a date", "March 15")
    assert after.id == welcome.id, "the form was filled in a message of its own"
    assert "Monday, 15 March 2027" in after
    await ana.taps("Full time")
    await ana.taps("Central")
    (ready,) = await ana.taps("07:00")
    assert ready.id == welcome.id
    assert len(ana.sees()) == 1
    (shown,) = await ana.says("/settings")
    assert "Time zone: America/Chicago" in shown
    (zone,) = await ana.says("/settings zone Manila")
    assert "Asia/Manila" in zone


async def test_a_quiz_whose_verdicts_take_the_place_of_its_questions(world):
    ana = world.person("ana")
    (question,) = await ana.says("/quiz icd10cm 2")
    assert "Question 1 of 2" in question
    assert question.labels[:4] == ("A", "B", "C", "D")
    (verdict,) = await ana.answers(right=False)
    assert verdict.id == question.id
    assert verdict.text.startswith("Wrong.")
    (second,) = await ana.taps("Next")
    assert second.id != question.id
    assert "Question 2 of 2" in second
    (done,) = await ana.answers()
    assert "Round done: 1 of 2 right" in done
    (progress,) = await ana.says("/progress")
    assert "1 of 2 right" in progress


async def test_plain_words_in_private(world):
    ana = world.person("ana")
    (answer,) = await ana.says("what score do I need")
    assert "70" in answer
    (code,) = await ana.says("E11.21")
    assert "Type 2 diabetes mellitus with diabetic nephropathy" in code
    await ana.says("quiz me on modifiers")
    (verdict,) = await ana.says("b")
    assert "question" in verdict.text or verdict.text.startswith(("Right.", "Wrong."))


async def test_codes_and_topics_are_suggested_while_somebody_types(world):
    ana = world.person("ana")
    found = await ana.types("code", "words", "heart attack of the he")
    assert any(one["value"].startswith("I21") for one in found)
    found = await ana.types("code", "words", "e11.2")
    (code,) = await ana.calls("code", words=next(one["value"] for one in found if one["value"] == "E11.21"))
    assert "E11.21" in code
    assert await ana.types("code", "words", "x") == []
    found = await ana.types("check", "codes", "E11.22, N18.3")
    assert {"name": "E11.22, N18.31 Chronic kidney disease, stage 3a", "value": "E11.22, N18.31"} in found
    assert await ana.types("check", "codes", "E11.22 " * 20 + "N18.31") == []  # longer than a suggestion may be
    topics = await ana.types("faq", "words", "")
    assert len(topics) == 25
    topics = await ana.types("faq", "words", "how long does")
    (answer,) = await ana.calls("faq", words=topics[0]["value"])
    assert "Source:" in answer


async def test_addresses_in_answers_can_be_followed(world):
    ana = world.person("ana")
    topic = next(one for one in world.tutor.library.topics.values() if one.url)
    (answer,) = await ana.calls("faq", words=topic.id)
    assert topic.url in answer


async def test_all_my_data_comes_as_a_file_and_is_forgotten(world):
    ana = world.person("ana")
    await ana.says("/daily")
    (export,) = await ana.says("/export")
    assert export.file == "my-data.json"
    await ana.says("/forget")
    (done,) = await ana.taps("Delete everything")
    assert "all I kept about you is deleted" in done


async def test_a_form_that_adds_a_line(world):
    ana = world.person("ana")
    await ana.says("/help")
    (found,) = await ana.taps("Look something up", "broken wrist")
    assert "S62" in found or "S52" in found


async def test_a_picture_is_shown_with_its_words(world, monkeypatch):
    ana = world.person("ana")
    answering(world, monkeypatch, Reply("Your week", (Choice("Next", "/daily"),), Picture("Eight of ten right", "image/png", b"\x89PNG")))
    (shown,) = await ana.says("/progress")
    assert shown.picture == "Eight of ten right"


async def test_what_people_type_never_becomes_a_mark(world):
    ana = world.person("ana")
    for text in ("*_~`|<@1> @everyone", "# [x](https://example.org)", "- a\n1. b\n> c", "||x|| <t:0:R> </help:1>"):
        await ana.says(text)
        await ana.calls("code", words=text)


async def test_several_answers_to_one_message(world, monkeypatch):
    ana = world.person("ana")
    answering(world, monkeypatch, Reply("one"), Reply("two", private=True), Reply("three", (Choice("Next", "/daily"),)))
    assert [one.text for one in await ana.says("/daily")] == ["one", "two", "three"]
    assert [one.text for one in await ana.says("hello")] == ["one", "two", "three"]
    assert [one.text for one in await ana.taps("Next")] == ["one", "two", "three"]


# In a server


async def test_in_a_server_looking_up_is_public_and_practice_is_not(world):
    server = world.server()
    ana, ben = server.person("ana"), server.person("ben")
    (page,) = await ana.says("/code E11.21")
    assert page in ben.sees()
    (question,) = await ana.says("/practice icd10cm 2")
    assert question.ephemeral
    assert question not in ben.sees()
    (verdict,) = await ana.answers()
    assert verdict.id == question.id
    assert verdict.ephemeral
    (second,) = await ana.taps("Next")
    assert second.ephemeral
    assert len(ben.sees()) == 1


async def test_the_round_of_a_server_goes_on_in_private(world):
    ana = world.server().person("ana")
    (question,) = await ana.says("/practice icd10cm 5")
    alone = world.person("x")
    alone.user = ana.user
    (again,) = await alone.says("/continue")
    assert again.text == question.text
    assert not again.ephemeral


async def test_a_look_up_from_a_private_answer_stays_private(world, monkeypatch):
    ana = world.server().person("ana")
    came = answering(world, monkeypatch, Reply("A verdict", (Choice("E11.21", "/code E11.21"),)))
    await ana.says("/daily")
    (page,) = await ana.taps("E11.21")
    assert page.ephemeral
    assert [sender.room for sender, _text in came] == [None, None]


async def test_a_private_thing_tapped_on_a_public_message(world):
    server = world.server()
    ana, ben = server.person("ana"), server.person("ben")
    (help_,) = await ana.says("/help")
    (question,) = await ben.taps("Today's question")
    assert question.ephemeral
    assert help_ in ben.sees(), "the public message was left as it is"
    assert question not in ana.sees()


async def test_what_replaces_never_puts_private_words_into_a_public_message(world, monkeypatch):
    server = world.server()
    ana = server.person("ana")
    (help_,) = await ana.says("/help")
    answering(world, monkeypatch, Reply("for you alone", replaces=True, private=True))
    (alone,) = await ana.taps("Questions people ask")
    assert alone.ephemeral
    assert help_ in ana.sees()


async def test_a_patients_data_is_refused_in_private(world):
    server = world.server()
    ana, ben = server.person("ana"), server.person("ben")
    (refused,) = await ana.calls("code", words="patient John Smith DOB 04/05/1961 MRN 445566")
    assert refused.ephemeral
    assert "real patient" in refused
    assert ben.sees() == []
    sent = [str(request.json) for request in world.env.http_requests]
    assert not any("Smith" in body for body in sent)


async def test_who_manages_a_channel(world, monkeypatch):
    server = world.server()
    ana, ben = server.person("ana", manage_channels=True), server.person("ben")
    came = answering(world, monkeypatch, Reply("x"))
    for person in (ana, ben):
        await person.says("/help")
        await person.says("/daily")
    room = str(server.channel.id)
    assert [(sender.room, sender.manager) for sender, _ in came] == [(room, True), (None, False), (room, False), (None, False)]


async def test_a_scoreboard_is_edited_where_it_stands(world, monkeypatch):
    server = world.server()
    ana, ben = server.person("ana"), server.person("ben")
    score = [Reply(f"Scores {number}", (Choice("Join", "/help"),), slot="live") for number in range(4)]
    answering(world, monkeypatch, score[0])
    (board,) = await ana.says("/help")
    answering(world, monkeypatch, score[1])
    (after,) = await ben.taps("Join")
    assert (after.id, after.text) == (board.id, "Scores 1")
    answering(world, monkeypatch, score[2])
    changed = await ben.says("/help")
    assert [(one.text, one.ephemeral) for one in changed] == [("Scores 2", False), ("Done: the message above is up to date.", True)]
    world.env.backend.delete_message(server.channel.id, board.id)
    answering(world, monkeypatch, score[3])
    (anew,) = await ana.says("/help")
    assert anew.id != board.id
    assert anew.text == "Scores 3"


# Restarts


async def test_buttons_and_forms_work_after_a_restart(world):
    ana = world.person("ana")
    (welcome,) = await ana.says("/start")
    await world.restart()
    (after,) = await ana.taps("I have a date", "March 15")
    assert after.id == welcome.id
    await ana.says("/quiz")
    await world.restart()
    (verdict,) = await ana.answers()
    assert verdict.text.startswith("Right.")


async def test_a_form_that_was_open_during_a_restart(world):
    ana = world.person("ana")
    await ana.says("/help")
    message = ana._message(ana.last)
    button = next(one for one in ana._buttons(ana.last) if one["label"] == "Look something up")
    shown = await ana.user.click(message, custom_id=button["custom_id"])
    await world.restart()
    (found,) = await ana._new(ana.user.submit_modal(shown, {"line": "E11.21"}))
    assert "E11.21" in found


async def test_a_button_that_we_cannot_read_is_answered(world):
    ana = world.person("ana")
    (help_,) = await ana.says("/help")
    stored = world.env.backend.get_message(ana.user.dm_channel.id, help_.id)
    next(one for one in discord_spec.walk(stored.components) if one["type"] == 2)["custom_id"] = "an earlier bot"
    (answer,) = await ana.taps("Today's question")
    assert "too old" in answer


async def test_a_command_of_an_earlier_version_is_answered(world):
    ana = world.person("ana")
    await ana.says("/help")
    for key in list(world.env.backend.commands[None]):
        if key[0] == "daily":
            world.env.backend.commands[None][("dayly", key[1])] = world.env.backend.commands[None].pop(key) | {"name": "dayly"}
    (answer,) = await ana._new(ana.user.slash("dayly"))
    assert "I don't know /dayly" in answer
    assert "/daily" in answer.labels


# Faults


async def test_a_tapped_message_that_was_deleted_is_answered_anew(world):
    ana = world.person("ana")
    (question,) = await ana.says("/quiz")
    world.env.inject_error("POST", "/interactions/*/callback", status=404, code=10008)
    (verdict,) = await ana.answers()
    assert verdict.id != question.id


@pytest.mark.parametrize("code", [10062, 40060, 10015])
async def test_too_late_or_twice_is_no_traceback(world, caplog, code):
    ana = world.server().person("ana")
    world.env.inject_error("POST", "/interactions/*/callback", status=404 if code != 40060 else 400, code=code)
    await ana.says("/daily")
    assert not [record for record in caplog.records if record.exc_info]
    assert world.tutor.unfinished("discord") == []


async def test_an_interaction_that_is_too_late_in_private_becomes_a_message(world):
    ana = world.person("ana")
    world.env.inject_error("POST", "/interactions/*/callback", status=404, code=10062)
    (answer,) = await ana.says("/daily")
    assert "Today's question" in answer


async def test_a_form_that_discord_refuses_is_answered_with_a_sentence(world, caplog):
    ana = world.server().person("ana")
    world.env.inject_error("POST", "/interactions/*/callback", status=400, code=50035)
    (answer,) = await ana.says("/daily")
    assert "Something went wrong on my side" in answer
    assert "form_refused" in [getattr(record, "action", "") for record in caplog.records]


async def test_a_store_that_is_away_is_said_in_a_sentence(world, monkeypatch):
    ana = world.person("ana")

    def away(*_):
        raise OSError("the disk is gone")

    monkeypatch.setattr("bot.intake.keep", away)
    for act in (ana.says("/daily"), ana.says("hello")):
        (answer,) = await act
        assert "Something went wrong on my side" in answer


async def test_a_bug_of_the_engine_is_said_in_a_sentence(world, monkeypatch):
    ana = world.person("ana")

    def broken(_incoming):
        raise KeyError("x")

    monkeypatch.setattr(world.tutor, "handle", broken)
    (answer,) = await ana.says("/daily")
    assert "Something went wrong on my side" in answer


async def test_an_interaction_that_is_delivered_twice_counts_once(world, monkeypatch):
    ana = world.person("ana")
    came = answering(world, monkeypatch, Reply("x"))
    real = world.env.backend.emit
    monkeypatch.setattr(
        world.env.backend, "emit", lambda event, payload: [real(event, payload) for _ in range(2 if "INTERACTION" in event else 1)]
    )
    await ana.says("/daily")
    assert len(came) == 1
    assert len(ana.sees()) == 1


async def test_a_flood_gets_one_polite_sentence_and_no_tap_is_left_waiting(world):
    ana = world.person("ana")
    (help_,) = await ana.says("/help")
    world.reception._throttle = Throttle(burst=1, rate=0.0001)
    await ana.says("/progress")
    (sentence,) = await ana.says("/progress")
    assert "more than I can answer at once" in sentence
    assert await ana.taps("Today's question", on=help_) == []
    assert ana.result.acknowledged
    (again,) = await ana.says("/progress")
    assert "more than I can answer at once" in again
    assert await ana.says("hello") == []


async def test_nothing_that_people_type_reaches_the_log(world, caplog):
    caplog.set_level(logging.DEBUG, logger="adapters")
    caplog.set_level(logging.DEBUG, logger="bot")
    ana = world.person("anastasia-maria")
    for text in ("xylophone question", "/start", "/code xylophone"):
        await ana.says(text)
    await ana.types("code", "words", "xylophone")
    world.env.inject_error("POST", "/channels/*/messages", status=400, code=50035)
    await ana.says("xylophone again")
    ours = [record for record in caplog.records if record.name.startswith(("adapters", "bot"))]
    for record in ours:
        for secret in ("xylophone", "anastasia", "simcord_interaction", "token"):
            assert secret not in str(record.__dict__)


# Pushes


def post(world, person, key="daily:1:2026-11-23", reply=None, room=None):
    now = world.clock.now
    with world.tutor.database.writing() as writing:
        posts.add(
            writing, key, None, "discord", str(person.user.id), as_row(reply or Reply("**Today's question**")), now, now.replace(year=2030)
        )


def states(world):
    with world.tutor.database.reading() as reading:
        return [row.state for row in reading.exec_driver_sql("SELECT state FROM post ORDER BY id")]


async def test_the_daily_question_is_pushed_and_answered_by_a_tap(world):
    ana = world.person("ana")
    await ana.says("/start")
    world.clock.sleeps(days=1)
    world.tutor.tick(world.clock.now)
    delivery = Delivery(world.reception, {"discord": world.discord}, lambda: world.clock.now)
    assert await delivery.deliver() == 1
    assert "Today's question" in ana.last
    (verdict,) = await ana.answers()
    assert "1-day streak" in verdict
    assert states(world) == ["sent"]


@pytest.mark.parametrize(
    ("status", "code", "state"),
    [
        (403, 50007, "dead"),
        (403, 50278, "dead"),
        (404, 10003, "dead"),
        (403, 20026, "pending"),
        (503, 0, "pending"),
        (401, 0, "pending"),
        (400, 50035, "held"),
    ],
)
async def test_what_becomes_of_a_push_that_is_refused(world, status, code, state):
    ana = world.person("ana")
    await ana.says("/start")
    post(world, ana)
    world.env.inject_error("POST", "/channels/*/messages", status=status, code=code)
    await Delivery(world.reception, {"discord": world.discord}, lambda: world.clock.now).deliver()
    assert states(world) == [state]
    with world.tutor.database.reading() as reading:
        due = reading.exec_driver_sql("SELECT next_push_at FROM learner").scalar()
    assert (due is None) == (state == "dead")


async def test_a_push_before_the_connection_is_there_waits(tutor, clock):
    from adapters.discord import Discord
    from adapters.messenger import DeliveryFailed
    from adapters.reception import Reception

    reception = Reception(tutor, lambda: clock.now)
    discord = Discord("token", reception, lambda: clock.now)
    with pytest.raises(DeliveryFailed) as failed:
        await discord.send(posts.Post(1, "k", "discord", "1", None, {}, clock.now, clock.now, 1), Reply("x"))
    assert failed.value.retry_after
    assert not failed.value.permanent
    reception.close()


# What is set up


def test_slash_commands_are_made_of_the_table(tutor, spec):
    from adapters.discord_client import Client

    commands = {one.name: one for one in Client(None, tutor).tree.get_commands()}
    assert set(commands) == {one.name for one in tutor.commands if not one.hidden}
    client = Client(None, tutor)
    payload = [one.to_dict(client.tree) for one in client.tree.get_commands()]
    spec.check("PUT", "/applications/1/commands", payload)
    for one in payload:
        assert one["contexts"] == [0, 1, 2]
        assert one["integration_types"] == [0, 1]
    quiz = next(one for one in payload if one["name"] == "quiz")["options"]
    assert [one["name"] for one in quiz] == ["area", "how_many", "level", "which", "time", "pace", "manner"]
    assert [one["value"] for one in quiz[0]["choices"]] == [*tutor.library.areas, *tutor.library.focuses]
    assert (quiz[1]["min_value"], quiz[1]["max_value"]) == (1, 50)
    code = next(one for one in payload if one["name"] == "code")["options"][0]
    assert code["required"]
    assert code["autocomplete"]


def test_no_privileged_intent_is_asked_for(tutor):
    from adapters.discord_client import Client

    client = Client(None, tutor)
    assert {name for name, wanted in client.intents if wanted} == {"guilds", "dm_messages"}
    assert client.allowed_mentions.to_dict() == {"parse": []}


async def test_everything_was_held_against_the_description(world):
    ana = world.server().person("ana")
    await ana.says("/daily")
    await world.reception.drain(5)
    world.check()
    assert world.spec.checked >= 3
    assert ana.last.ephemeral
    (callback,) = [one for one in world.env.http_requests if one.path.endswith("/callback")]
    assert callback.json["data"]["flags"] & EPHEMERAL


async def test_it_knows_the_person_by_id_only(world, monkeypatch):
    ana = world.person("ana")
    came = answering(world, monkeypatch, Reply("x"))
    await ana.says("hello")
    assert came[0] == (Sender("discord", str(ana.user.id), "ana"), "hello")
