"""The parts by themselves, as tables; and that the validator, which holds every request, can find fault."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from telegram import Update, User
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, TelegramError, TimedOut

from adapters.messenger import DeliveryFailed
from adapters.telegram_event import read
from adapters.telegram_inline import start
from adapters.telegram_keyboard import asked, data, keyboard, prompt, prompted
from adapters.telegram_menu import menus
from adapters.telegram_text import folded, html, pieces, plain, units
from adapters.telegram_wire import FloodedError, NeverLeftError, Wire, blame
from bot.chat import LONGEST_TEXT, Choice, Incoming
from bot.commands import COMMANDS
from tests.telegram_html import parse
from tests.telegram_spec import Spec
from tests.telegram_world import specification

# Text


@given(st.text(alphabet=st.sampled_from("*`<>&a \n😀"), max_size=60))
def test_any_text_is_html_that_reads_as_it_was(text):
    read, _entities = parse(html(text))
    assert read == plain(text).rstrip()


@given(st.text(alphabet=st.sampled_from("*`<&a \n"), max_size=60), st.integers(0, 8))
@example("```******" + "\n" * 7, 3)
def test_what_is_folded_reads_as_it_was(text, times):
    long = "\n".join([text, *("A line of a page that is so long that a phone breaks it.", text) * times])
    read, entities = parse(folded(long))
    assert [line.rstrip() for line in read.split("\n") if line.strip()] == [
        line.rstrip() for line in plain(long).split("\n") if line.strip()
    ]
    assert sum(one["type"] == "expandable_blockquote" for one in entities) <= 1


def test_a_long_page_shows_its_beginning_and_folds_the_rest():
    lines = [f"**Note {number}** of a code" for number in range(60)]
    read, entities = parse(folded("\n".join(lines)))
    (quote,) = [one for one in entities if one["type"] == "expandable_blockquote"]
    assert read[: quote["offset"]].splitlines() == [f"Note {number} of a code" for number in range(20)]
    assert quote["offset"] + quote["length"] == len(read)
    assert sum(one["type"] == "bold" for one in entities) == 60
    assert folded("\n".join(lines[:30])) == html("\n".join(lines[:30]))


@given(st.text(alphabet=st.sampled_from("a😀 \n"), min_size=1, max_size=LONGEST_TEXT), st.sampled_from([100, 1024, 4096]))
def test_pieces_fit_and_lose_no_word(text, longest):
    found = pieces(text, longest)
    assert all(units(piece) <= longest and piece.strip() for piece in found)
    assert "".join("".join(found).split()) == "".join(text.split())


# Buttons


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("A:/answer B:/answer C:/answer D:/answer Skip:/skip", "A B C D|Skip"),
        ("A B C D E F G H I J", "A B C D E|F G H I J"),
        ("Skip A B", "Skip|A B"),
        ("Yes No", "Yes No"),
        ("E11.2▲:/code E11.21◀:/code E11.29▶:/code Quiz_me_on_this:/quiz", "E11.2▲ E11.21◀ E11.29▶|Quiz_me_on_this"),
        ("K21.00:/code K20.90:/code K21.01:/code K21.9:/code Next:/next Wrong:/report", "K21.00 K20.90|K21.01 K21.9|Next Wrong"),
        ("I21.9:/code I21.3:/code More:/found", "I21.9 I21.3 More"),
        ("Look_something_up:/code Skip:/skip", "Look_something_up Skip"),
        ("D__subsequent,_routine_healing:/code S__sequela:/code S52.52▲:/code", "D__subsequent,_routine_healing|S__sequela|S52.52▲"),
        ("Exam_date Full_or_part_time Time_zone Hour Stop_the_daily_question", "Exam_date Full_or_part_time|Time_zone Hour|Stop_the_daily_question"),
        ("07:00 09:00 12:00 18:00 21:00 Another_time", "07:00 09:00 12:00 18:00|21:00 Another_time"),
    ],
)  # fmt: skip
def test_buttons_share_rows_where_they_fit_and_belong_together(labels, expected):
    choices = [Choice(label.partition(":/")[0].replace("_", " "), "/" + (label.partition(":/")[2] or "x")) for label in labels.split()]
    laid = keyboard(choices).inline_keyboard
    assert "|".join(" ".join(button.text.replace(" ", "_") for button in row) for row in laid) == expected


@pytest.mark.parametrize("says", ["/code ", "/settings exam ", "/report guid-0001 other ", "/" + "x" * 62 + " ", "code "])
def test_what_a_choice_says_comes_back_from_its_tap_and_its_prompt(says):
    sent = data(Choice("Look", says, asks="Which?"))
    assert 1 <= len(sent.encode()) <= 64
    command = asked(sent)
    assert command == "/" + says.strip().removeprefix("/")
    shown, _entities = parse(prompt("Which <day>?\nSay it.", command))
    assert prompted(shown) == command


@pytest.mark.parametrize("text", ["", "E11.9", "/code", "Which?\n/code", "Which?\n↩ code", "↩ /code\nmore", "Which? ↩ /code"])
def test_other_messages_are_no_prompts(text):
    assert prompted(text) is None


def test_a_choice_that_says_all_says_it():
    assert data(Choice("A", "/answer 3 1 A")) == "/answer 3 1 A"
    assert asked("/answer 3 1 A") is None


@pytest.mark.parametrize(
    ("says", "payload"),
    [
        ("/code E11.21", "code_E11-21"),
        ("/code J1885", "code_J1885"),
        ("/faq exam_pass_score", "faq_exam_pass_score"),
        ("/code heart attack", "inline"),
        ("/code " + "x" * 60, "inline"),
        ("/forget yes", "inline"),
    ],
)
def test_links_hold_what_fits_into_one(says, payload):
    assert start(says) == payload


def test_menus_hold_what_works_there():
    (_, private), (_, groups) = menus(COMMANDS)
    assert {one.command for one in groups} < {one.command for one in private}
    assert not {"answer", "next", "found", "ask"} & {one.command for one in private}


# Errors


@pytest.mark.parametrize(
    ("error", "permanent", "retry_after", "ambiguous"),
    [
        (FloodedError(7), False, 7, False),
        (Forbidden("Forbidden: bot was blocked by the user"), True, None, False),
        (Forbidden("Forbidden (403)"), False, None, False),
        (BadRequest("Chat not found"), True, None, False),
        (BadRequest("Message text is empty"), True, None, False),
        (TimedOut(), False, None, True),
        (NetworkError("Bad Gateway"), False, None, True),
        (NeverLeftError("ClientConnectorError"), False, None, False),
        (InvalidToken(), False, None, False),
        (ChatMigrated(5), False, None, False),
        (TelegramError("Invalid server response"), False, None, True),
        (ValueError("a bug of ours"), False, None, True),
        (DeliveryFailed("said already", retry_after=3), False, 3, False),
    ],
)
def test_errors_are_read_as_what_became_of_the_message(error, permanent, retry_after, ambiguous):
    failed = blame(error)
    assert (failed.permanent, failed.retry_after, failed.ambiguous) == (permanent, retry_after, ambiguous)


@pytest.mark.parametrize("payload", [b"", b"[]", b"7", b"{", b'{"ok": true}', b"\xff", b"[" * 100_000])
def test_an_answer_that_is_none_is_an_error_without_words(payload, caplog):
    with pytest.raises(TelegramError, match="Invalid server response"):
        Wire.parse_json_payload(payload)
    assert not caplog.records


@pytest.mark.parametrize("parameters", [7, "x", None, []])
def test_parameters_that_are_none_break_nothing(parameters):
    assert "parameters" not in Wire.parse_json_payload(json.dumps({"ok": False, "parameters": parameters}).encode()) or parameters is None


# The validator


def markup(**button):
    return json.dumps({"inline_keyboard": [[{"text": "A"} | button]]})


def article(number, **more):
    content = {"message_text": "x"}
    return {"type": "article", "id": number, "title": "x", "input_message_content": content} | more


WRONG_BY_HAND = [
    ("sendMessage", {"chat_id": "5", "text": "x" * 4097}),
    ("sendMessage", {"chat_id": "5", "text": "😀" * 2049}),
    ("sendMessage", {"chat_id": "5", "text": "\u200b"}),
    ("sendMessage", {"chat_id": "5", "text": "x", "reply_markup": markup(callback_data="x" * 65)}),
    ("sendMessage", {"chat_id": "5", "text": "x", "reply_markup": markup(callback_data="ж" * 33)}),
    ("sendMessage", {"chat_id": "5", "text": "x", "reply_markup": markup()}),
    ("sendMessage", {"chat_id": "5", "text": "x", "reply_markup": markup(callback_data="x", url="https://x.example")}),
    ("sendMessage", {"chat_id": "5", "text": "x", "reply_markup": markup(url="https://t.me/TutorBot?start=E11.21")}),
    (
        "sendMessage",
        {"chat_id": "5", "text": "x", "reply_markup": json.dumps({"inline_keyboard": [[{"text": "A", "callback_data": "x"}] * 9]})},
    ),
    (
        "sendMessage",
        {"chat_id": "5", "text": "x", "reply_markup": json.dumps({"inline_keyboard": [[{"text": "A", "callback_data": "x"}]] * 101})},
    ),
    ("sendPhoto", {"chat_id": "5", "photo": "attach://p", "caption": "x" * 1025}),
    ("answerCallbackQuery", {"callback_query_id": "5", "text": "x" * 201}),
    ("setMyCommands", {"commands": json.dumps([{"command": "Start", "description": "x"}])}),
    ("setMyCommands", {"commands": json.dumps([{"command": "start", "description": "x" * 257}])}),
    ("setMyCommands", {"commands": json.dumps([{"command": f"c{n}", "description": "x"} for n in range(101)])}),
    ("answerInlineQuery", {"inline_query_id": "5", "results": json.dumps([article(str(n)) for n in range(51)])}),
    ("answerInlineQuery", {"inline_query_id": "5", "results": json.dumps([article("x" * 65)])}),
    ("answerInlineQuery", {"inline_query_id": "5", "results": json.dumps([article("1"), article("1")])}),
    ("answerInlineQuery", {"inline_query_id": "5", "results": "[]", "button": json.dumps({"text": "x", "start_parameter": "a.b"})}),
    ("setWebhook", {"url": "http://x.example"}),
    ("setWebhook", {"url": "https://x.example", "secret_token": "a b"}),
    ("getUpdates", {"timeout": "60"}),
]
WRONG_BY_DESCRIPTION = [
    ("sendMessages", {}),
    ("sendMessage", {"text": "x"}),
    ("sendMessage", {"chat_id": "5", "text": "x", "colour": "red"}),
    ("sendMessage", {"chat_id": "[5]", "text": "x", "message_thread_id": "x"}),
    ("sendMessage", {"chat_id": "5", "text": "x", "link_preview_options": '{"disabled": true}'}),
    ("sendMessage", {"chat_id": "5", "text": "x", "reply_markup": '{"inline_keyboard": [{"text": "A"}]}'}),
    ("sendMessage", {"chat_id": "5", "text": "x", "reply_parameters": '{"message_id": "7"}'}),
    ("sendPhoto", {"chat_id": "5"}),
    ("answerInlineQuery", {"inline_query_id": "5", "results": json.dumps([{"type": "article", "id": "1", "title": "x"}])}),
    ("setMyCommands", {"commands": json.dumps([{"command": "start", "description": "x"}]), "scope": '{"type": "everybody"}'}),
]


@pytest.mark.parametrize(("method", "sent"), WRONG_BY_HAND)
def test_limits_by_hand_find_fault(method, sent):
    assert Spec(None).faults(method, sent, {"p"})


@pytest.mark.parametrize(("method", "sent"), WRONG_BY_DESCRIPTION)
def test_the_description_finds_fault(shared, method, sent):
    assert specification().faults(method, sent, set())


def test_what_is_right_is_found_right(shared):
    spec = specification()
    right = [
        (
            "sendMessage",
            {"chat_id": "-5", "text": "<b>" + "x" * 4096 + "</b>", "parse_mode": "HTML", "reply_markup": markup(callback_data="x" * 64)},
            set(),
        ),
        ("sendPhoto", {"chat_id": "5", "caption": "x" * 1024}, {"photo"}),
        ("answerInlineQuery", {"inline_query_id": "5", "results": json.dumps([article(str(n)) for n in range(50)])}, set()),
        (
            "setMyCommands",
            {"commands": json.dumps([{"command": "start", "description": "x"}]), "scope": '{"type": "all_group_chats"}'},
            set(),
        ),
    ]
    assert [fault for method, sent, files in right for fault in spec.faults(method, sent, files)] == []


_SOMEBODY = {"id": 7, "is_bot": False, "first_name": "S"}
_CHAT = {"id": 7, "type": "private"}
_SENT = {"message_id": 1, "date": 1_796_000_000, "chat": _CHAT, "from": _SOMEBODY}


@pytest.mark.parametrize("odd", [5, [[]], {}, True])
@pytest.mark.parametrize(
    "update",
    [
        lambda odd: {"message": _SENT | {"text": odd}},
        lambda odd: {"message": _SENT | {"chat": {"id": -7, "type": "group"}, "text": odd}},
        lambda odd: {"message": _SENT | {"text": "b", "reply_to_message": _SENT | {"from": {**_SOMEBODY, "id": 1}, "text": odd}}},
        lambda odd: {"callback_query": {"id": "1", "from": _SOMEBODY, "chat_instance": "1", "message": _SENT | {"text": "t"}, "data": odd}},
        lambda odd: {"inline_query": {"id": "1", "from": _SOMEBODY, "query": odd, "offset": ""}},
    ],
)
def test_what_stands_where_a_text_should_be_is_no_text(update, odd):
    """The library looks at no type; a message that cannot be read must not hold up those that arrived with it."""
    found = Update.de_json({"update_id": 1, **update(odd)}, None)
    assert found is not None
    event = read(found, User(1, "tutor", is_bot=True), frozenset(("quiz",)), datetime(2026, 5, 4, tzinfo=UTC))
    assert event is None or (isinstance(event, Incoming) and event.text in ("", "b"))
