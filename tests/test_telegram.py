"""Conversations on Telegram: the real library over real sockets, as people there have them."""

import json
import re

import pytest
from sqlalchemy import func, select

from bot.chat import Choice, File, Incoming, Picture, Reply, Sender
from bot.store.tables import inbox, metadata
from tests.telegram_world import World, on_sqlite, telegram_server


@pytest.fixture
async def world(tutor, clock):
    async with telegram_server(clock) as server, World(tutor, server, lambda: clock.now) as world:
        yield world


@pytest.fixture
def server(world):
    return world.server


def rows(world, table=inbox, *where):
    with world.tutor.database.reading() as connection:
        return connection.execute(select(table).where(*where)).all()


async def shows(world, chat, *replies, **address):
    """Show replies as if the engine had answered so; returns what is seen."""
    number = world.server.person(chat) if chat not in world.server.groups else world.server.groups[chat]
    world.server._tick += 1
    room = str(number) if number < 0 else None
    incoming = Incoming(
        Sender("telegram", str(address.get("user", number)), room=room), "/x", world.now(), "1", {"chat": number, **address}
    )
    for place, reply in enumerate(replies):
        await world.telegram.show(incoming, reply, place)
    return [seen for seen in world.server.sees(chat) if seen.changed == world.server._tick]


# The first minute


async def test_the_first_minute_by_buttons(server):
    (hello,) = await server.says("ana", "/start")
    assert hello.text.startswith("Welcome.")
    assert "Welcome." in hello.bold()
    assert hello.answers is None  # in a private chat nothing needs to be quoted

    (pace,) = await server.taps("ana", "I have a date", line="March 15")
    assert "Monday, 15 March 2027" in pace.text
    (zone,) = await server.taps("ana", "Part time")
    assert zone is pace  # edited in its place
    assert zone.edits == 1
    (hour,) = await server.taps("ana", "Somewhere else", line="Phoenix")
    assert "America/Phoenix" in hour.text
    (ready,) = await server.taps("ana", "Another time", line="7:30 pm")
    assert "All set" in ready.text
    (settings,) = await server.says("ana", "/settings")
    assert "Daily question: at 19:30" in settings.text
    assert "Exam date: 2027-03-15" in settings.text


async def test_a_quiz_from_the_question_to_the_result(server):
    (question,) = await server.says("ana", "/quiz anatomy 2")
    assert question.rows == [["A", "B", "C", "D"], ["Look something up", "I'm sure"], ["Skip"]]
    (verdict,) = await server.taps("ana", "A")
    assert verdict is question  # the verdict takes the place of the question
    assert verdict.text.split(".")[0] in ("Right", "Wrong")
    assert verdict.labels[-1] == "Something is wrong here"
    assert "Next" in verdict.labels
    (second,) = await server.taps("ana", "Next")
    assert second is not question
    (last,) = await server.says("ana", "B")  # a letter that is typed is an answer, too
    assert re.search(r"Round done: \d of 2 right", last.text)
    assert not server.spinning


@on_sqlite
async def test_a_code_and_its_neighbours(server):
    (page,) = await server.says("ana", "E11.21")
    assert page.text.startswith("E11.21 Type 2 diabetes mellitus with diabetic nephropathy")
    assert page.bold()[0] == "E11.21"
    assert ["E11.2 ▲", "E11.9 ▶"] not in page.rows
    assert page.rows[-1] == ["Quiz me on this"]
    (above,) = await server.taps("ana", "E11.2 ▲")
    assert above.text.startswith("E11.2 ")


@on_sqlite
async def test_words_and_questions(server):
    (answer,) = await server.says("ana", "what score do I need to pass")
    assert "70" in answer.text
    (found,) = await server.says("ana", "heart attack")
    assert "I21" in found.text


async def test_an_export_comes_as_a_file_with_its_text(server):
    await server.says("ana", "/start")
    (export,) = await server.says("ana", "/export")
    assert (export.kind, export.name) == ("document", "my-data.json")
    assert "Everything I keep about you" in export.text
    assert json.loads(export.body)["learner"]
    assert export.labels == ["My answers as a table", "My misses for Anki", "Settings"]
    (settings,) = await server.taps("ana", "Settings")  # a tap under a file works like any other
    assert "Your settings" in settings.text


async def test_forget_leaves_nothing(world, server):
    await server.says("ana", "/start")
    await server.says("ana", "/forget")
    (done,) = await server.taps("ana", "Delete everything")
    assert "deleted" in done.text
    for row in rows(world):
        assert (row.state, row.text, row.user, row.name, row.address, row.replies) == ("shown", None, None, None, None, None)


# Links, prompts, buttons


async def test_a_link_brings_its_word_along(server):
    (page,) = await server.says("ana", "/start code_E11-21")
    assert page.text.startswith("E11.21")


async def test_a_choice_that_asks_asks_in_its_own_words(server):
    await server.says("ana", "/help")
    (prompt,) = await server.taps("ana", "Look something up")
    assert prompt.asks
    assert prompt.text == "Which code or words shall I look up?\n↩ /code"
    assert prompt.markup["input_field_placeholder"] == "Which code or words shall I look up?"
    (page,) = await server.says("ana", "heart attack", to=prompt)
    assert "I21" in page.text
    (other,) = await server.says("ana", "/progress", to=prompt)  # a command stays a command
    assert "Nothing answered yet" in other.text


async def test_prompts_and_buttons_outlive_the_process(tutor, clock):
    async with telegram_server(clock) as server:
        async with World(tutor, server, lambda: clock.now):
            await server.says("ana", "/start")
            (prompt,) = await server.taps("ana", "I have a date")
            (question,) = await server.says("ana", "/quiz 1")
        async with World(tutor, server, lambda: clock.now):
            (date,) = await server.says("ana", "2027-06-01", to=prompt)
            assert "1 June 2027" in date.text
            (verdict,) = await server.taps("ana", "C")
            assert verdict is question
            (again,) = await server.taps("ana", "I have a date")
            assert "For example 2027-03-15" in again.text  # the question travelled in the message


async def test_a_tap_on_a_message_too_old_to_be_read(server):
    (question,) = await server.says("ana", "/quiz 1")
    question.buried = True
    (verdict,) = await server.taps("ana", "A")
    assert verdict is question
    (help_,) = await server.says("ana", "/help")
    help_.buried = True
    (prompt,) = await server.taps("ana", "Look something up")
    assert prompt.text == "Type it as a reply to this message.\n↩ /code"
    assert "E11.9" in (await server.says("ana", "E11.9", to=prompt))[0].text


@on_sqlite
async def test_a_question_whose_message_lost_its_links_is_asked_by_its_label(server):
    (help_,) = await server.says("ana", "/help")
    help_.entities = []
    (prompt,) = await server.taps("ana", "Look something up")
    assert prompt.text == "Look something up: type it here.\n↩ /code"


async def test_the_message_of_a_tap_is_gone(world, server):
    (question,) = await server.says("ana", "/quiz 1")
    data = server.button("ana", "A")[1]["callback_data"]
    server.sees("ana").remove(question)
    server._tick += 1
    server.tap("ana", question, data)
    await server.settled()
    assert server.sees("ana")[-1].text.split(".")[0] in ("Right", "Wrong")  # sent, since there is nothing left to edit


async def test_a_tap_twice_is_answered_twice_and_counted_once(server):
    (question,) = await server.says("ana", "/quiz 2")
    data = server.button("ana", "A")[1]["callback_data"]
    server.tap("ana", question, data)
    server.tap("ana", question, data)
    await server.settled()
    assert not server.spinning
    assert "was already answered" in server.sees("ana")[-1].text
    (progress,) = await server.says("ana", "/progress")
    assert re.search(r"\d of 1 right", progress.text)


@on_sqlite
async def test_an_edit_that_changes_nothing_is_no_error(world, server):
    await server.says("ana", "/start")
    reply = Reply("The same", (Choice("A", "/x"),), replaces=True)
    (first,) = await shows(world, "ana", reply)
    await shows(world, "ana", reply, over=first.id)
    assert "not modified" not in str(server.faults)
    assert [seen.text for seen in server.sees("ana")].count("The same") == 1


# How it looks


@on_sqlite
@pytest.mark.parametrize(
    "text", ["<b>&amp;</b> 2 < 3 & 4 > 1", "`", "**", "a ** b ` c", "<script>", "&lt;", "“quoted” ’ › ◀", "😀 **x** `😀`"]
)
async def test_everything_but_the_two_marks_is_literal(world, text):
    await world.server.says("ana", "/start")
    (seen,) = await shows(world, "ana", Reply(text))
    assert seen.text == (text if text[0] != "😀" else "😀 x 😀")


@on_sqlite
async def test_marks_are_shown(world):
    await world.server.says("ana", "/start")
    (seen,) = await shows(world, "ana", Reply("**E11.21** is `a <code>`, **with `one` inside**"))
    assert seen.bold() == ["E11.21", "with ", " inside"]
    assert seen.code() == ["a <code>", "one"]


@on_sqlite
async def test_a_text_that_counts_twice_is_cut_at_a_line(world):
    await world.server.says("ana", "/start")
    text = "\n".join(["😀" * 40] * 80)
    first, second = await shows(world, "ana", Reply(text, (Choice("Next", "/next"),)))
    assert first.text + "\n" + second.text == text
    assert (first.labels, second.labels) == ([], ["Next"])


@on_sqlite
async def test_no_page_is_shown_under_a_link(world):
    await world.server.says("ana", "what score do I need to pass")
    assert all(json.loads(sent["link_preview_options"]) == {"is_disabled": True} for sent in world.server.calls("sendMessage"))


@on_sqlite
async def test_a_picture_with_its_text_under_it(world):
    await world.server.says("ana", "/start")
    picture = Picture("A bar for each area.", "image/png", b"png")
    (seen,) = await shows(world, "ana", Reply("**Your week**", (Choice("More", "/progress"),), picture=picture))
    assert (seen.kind, seen.body, seen.name) == ("photo", b"png", "picture.png")
    assert seen.text == "Your week\n\nPicture: A bar for each area."
    assert seen.labels == ["More"]


@on_sqlite
async def test_a_picture_with_more_text_than_fits_under_it(world):
    await world.server.says("ana", "/start")
    picture, text = Picture("A bar for each area.", "image/png", b"png"), "word " * 300
    photo, rest = await shows(world, "ana", Reply(text, (Choice("More", "/progress"),), picture=picture))
    assert (photo.kind, photo.text, photo.labels) == ("photo", "Picture: A bar for each area.", [])
    assert (rest.text, rest.labels) == (text.strip(), ["More"])


@on_sqlite
async def test_a_file_with_more_text_than_fits_under_it(world):
    await world.server.says("ana", "/start")
    document, rest = await shows(world, "ana", Reply("& " * 600, file=File("a.csv", "text/csv", b"1")))
    assert (document.kind, document.text, rest.kind) == ("document", "", "text")


async def test_a_slot_is_edited_whoever_fills_it(world, server):
    await server.says("ana", "/start")
    (board,) = await shows(world, "ana", Reply("Round 1", slot="board"))
    await shows(world, "ana", Reply("Round 2", slot="board"))
    assert (board.text, board.edits) == ("Round 2", 1)
    server.sees("ana").remove(board)
    (anew,) = await shows(world, "ana", Reply("Round 3", slot="board"))
    await shows(world, "ana", Reply("Round 4", slot="board"))
    assert (anew.text, anew.edits) == ("Round 4", 1)


@on_sqlite
async def test_what_telegram_cannot_take_is_sent_in_plain_words(world, server):
    await server.says("ana", "/start")
    server.fails("sendMessage", 400, "Bad Request: can't parse entities: unexpected")
    (seen,) = await shows(world, "ana", Reply("**Strong**", (Choice("A", "/x"),)))
    assert (seen.text, seen.bold(), seen.labels) == ("Strong", [], [])


# What is not text, and what is not for us


@on_sqlite
@pytest.mark.parametrize(
    "content",
    [
        {
            "sticker": {
                "file_id": "s",
                "file_unique_id": "s",
                "type": "regular",
                "width": 1,
                "height": 1,
                "is_animated": False,
                "is_video": False,
            }
        },
        {"photo": [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}], "caption": "what is this"},
        {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 3}},
        {"location": {"latitude": 1.5, "longitude": 2.5}},
        {"contact": {"phone_number": "1", "first_name": "Ben"}},
        {"dice": {"emoji": "🎲", "value": 3}},
    ],
)
async def test_what_is_not_text_gets_one_clear_sentence(server, content):
    server.push({"message": server.message("ana", None, content)})
    await server.settled()
    (_said, seen) = server.sees("ana")
    assert seen.text.startswith("I read only text, and there is none in that.")


@on_sqlite
async def test_ten_pictures_at_once_get_one_sentence(server):
    for _ in range(10):
        photo = {"photo": [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}], "media_group_id": "77"}
        server.push({"message": server.message("ana", None, photo)})
    await server.settled()
    assert [seen.by for seen in server.sees("ana")].count("bot") == 1


@on_sqlite
async def test_what_is_not_for_us_is_left_alone(server):
    said = server.message("ana", None, {"text": "E11.9"})
    channel = {"id": -1009, "type": "channel", "title": "News"}
    server.push({"edited_message": said | {"edit_date": said["date"]}})
    server.push({"channel_post": {"message_id": 1, "date": said["date"], "chat": channel, "text": "/help"}})
    server.push(
        {
            "message_reaction": {
                "chat": said["chat"],
                "message_id": 1,
                "user": said["from"],
                "date": 1,
                "old_reaction": [],
                "new_reaction": [],
            }
        }
    )
    server.push(
        {"message": server.message("ana", None, {"via_bot": {"id": 123456, "is_bot": True, "first_name": "Tutor"}, "text": "E11.21"})}
    )
    server.push({"message": server.message("ana", None, {"pinned_message": said})})
    server.push({"message": server.message("ana", None, {"text": "E11.9"}) | {"from": {"id": 9, "is_bot": True, "first_name": "Other"}}})
    server.push({"something_new": {"id": 1}})
    server.push({"message": {"nonsense": True}})
    server.push({"message": 7})
    server.push({})
    await server.settled()
    assert [seen for seen in server.sees("ana") if seen.by == "bot"] == []
    assert "E11.9" in (await server.says("ana", "E11.9"))[0].text


async def test_an_edited_message_in_the_middle_of_a_round_changes_nothing(server):
    await server.says("ana", "/quiz 1")
    said = server.message("ana", None, {"text": "B"})
    server.push({"edited_message": said | {"edit_date": said["date"]}})
    await server.settled()
    assert (await server.taps("ana", "A"))[0].text.split(".")[0] in ("Right", "Wrong")


@on_sqlite
@pytest.mark.parametrize(
    "query",
    [
        {"data": None, "game_short_name": "chess"},
        {"inline_message_id": "i", "message": None},
        {"message": {"broken": 1}},
        {"from": None},
        {"data": "/nothing we know"},
        {"data": "?"},
    ],
)
async def test_no_tap_is_left_spinning(server, query):
    (page,) = await server.says("ana", "E11.9")
    number = server.tap("ana", page, "/code E11.9")
    update = server._updates.pop(number)
    tap = {name: value for name, value in (update["callback_query"] | query).items() if value is not None}
    server.push({"callback_query": tap})
    await server.settled()
    assert not server.spinning


# Inline


async def test_inline_search_offers_whole_pages(world, server):
    found = await server.types("ben", "heart attack")
    first = found["results"][0]
    assert first["title"].startswith("I21.9 ")
    assert first["input_message_content"]["message_text"].startswith("<b>I21.9</b> Acute myocardial infarction")
    assert first["reply_markup"]["inline_keyboard"][0][0]["url"] == "https://t.me/TutorBot?start=code_I21-9"
    assert found["button"] == {"text": "Ask or practise in our chat", "start_parameter": "inline"}
    with world.tutor.database.reading() as connection:
        for table in metadata.tables.values():
            assert connection.scalar(select(func.count()).select_from(table)) == 0, table.name


@on_sqlite
async def test_inline_search_finds_answers_too(server):
    found = await server.types("ben", "passing score")
    assert "/faq exam_pass_score" in [result["id"] for result in found["results"]]


@on_sqlite
@pytest.mark.parametrize("words", ["", "x", "qqqq zzzz", "<>", "😀", "a" * 256])
async def test_inline_search_that_finds_nothing_still_answers(server, words):
    found = await server.types("ben", words)
    assert found["results"] == []
    assert found["button"]["text"]


@on_sqlite
async def test_only_the_last_of_what_somebody_types_is_answered(world, server):
    for words in ("he", "hea", "heart", "heart at", "heart attack"):
        server.push({"inline_query": {"id": words, "from": server._user("ben"), "query": words, "offset": ""}})
    await server.until(lambda: "heart attack" in server.inline)
    await server.settled()
    assert "he" not in server.inline


@on_sqlite
async def test_a_late_inline_answer_is_no_error(server, caplog):
    server.fails("answerInlineQuery", 400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
    server.push({"inline_query": {"id": "q", "from": server._user("ben"), "query": "I10", "offset": ""}})
    await server.settled()
    assert not [record for record in caplog.records if record.levelname in ("WARNING", "ERROR")]
