"""How replies are written for Discord: marks, escapes, rows of buttons, limits; held against Discord's own description."""

import asyncio

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from adapters.discord_view import form, in_rows, is_ours, markdown, read_form, read_id, sheets, write_id
from bot.chat import LONGEST_TEXT, Choice, File, Picture, Reply
from bot.talk import quiz
from tests import discord_spec
from tests.discord_spec import V2, RefusedError, plain, walk

LITERAL = [
    "*not strong* _nor this_ ~~nor~~ ||this||",
    "# no heading\n## none\n### none\n-# not small",
    "- no list\n* no list\n+ none\n1. none\n  - none\n10. none",
    "> no quote\n>>> none",
    "[no link](https://example.org) and <@123> <#1> <@&2> <t:0:R> </x:1> <:a:1> @everyone @here",
    "```\nno block\n```",
    "a `lone backtick and a lone ** mark",
    r"\*already escaped\* C:\new",
    "snake_case_name 2*3*4 a|b ~5 <5 >4 #1 -x",
]


@pytest.mark.parametrize("text", LITERAL)
def test_what_is_no_mark_stays_as_it_is(text):
    assert plain(markdown(text)) == text


@settings(max_examples=300)
@given(st.text(alphabet=st.sampled_from("ab1 \n*_~`|<>#-+.[]()\\@everyonehttps:/"), max_size=60))
@example("*")
@example("a\n- **b**\n1. `c`")
def test_any_text_reads_as_it_was_meant(text):
    bare = plain(markdown(text)).replace("*", "").replace("`", "")
    assert bare == text.replace("*", "").replace("`", "")


@pytest.mark.parametrize("text", ["[a](http://x)", "# a", "- a", "1. a", "*a*", "_a_", "||a||", "<@1>", "@everyone", "> a", "**a"])
def test_the_reader_of_the_tests_refuses_marks(text):
    with pytest.raises(RefusedError):
        plain(text)


def test_the_two_marks_and_addresses():
    text = "**E11.21** is `a_code`, see https://www.cms.gov/a_b_c-d\n- **x**"
    written = markdown(text)
    assert written == "**E11.21** is `a_code`, see https://www.cms.gov/a_b_c-d\n\\- **x**"


@pytest.fixture
def spec():
    return discord_spec.load()


def sent(spec, reply):
    """Write a reply as the library sends it, hold each message against the description, and return the messages."""

    async def build():
        done = []
        for number, sheet in enumerate(sheets(reply)):
            files = [
                {"id": place, "filename": file.filename, **({"description": file.description} if file.description else {})}
                for place, file in enumerate(sheet.files())
            ]
            body = {"components": sheet.view().to_components(), "flags": V2, "attachments": files, "allowed_mentions": {"parse": []}}
            body |= {"nonce": str(number), "enforce_nonce": True}
            spec.check("POST", "/channels/1/messages", body)
            done.append(body)
        return done

    return asyncio.run(build())


def buttons(body):
    return [[part["label"] for part in row["components"]] for row in walk(body["components"]) if row["type"] == 1]


def choices(*labels):
    return tuple(Choice(label, f"/say {label}"[:60]) for label in labels)


def test_letters_stand_in_a_row_of_their_own(spec):
    (body,) = sent(spec, Reply("Which?", choices("A", "B", "C", "D", "Look something up", "Skip")))
    assert buttons(body) == [["A", "B", "C", "D"], ["Look something up", "Skip"]]


def test_long_labels_stand_alone_and_short_ones_together(spec):
    long = "Why a code on the claim must be supported"
    (body,) = sent(spec, Reply("Which?", choices("E11.21", "E11.22", "E11.29", long, "Next", "Something is wrong here")))
    assert buttons(body) == [["E11.21", "E11.22", "E11.29"], [long], ["Next", "Something is wrong here"]]


@given(st.lists(st.integers(1, 90), max_size=70))
def test_any_number_of_choices_of_any_length_fits(spec_of_all, lengths):
    reply = Reply("Which?", tuple(Choice("x" * length, f"/say {number}") for number, length in enumerate(lengths)))
    bodies = sent(spec_of_all, reply)
    shown = [label for body in bodies for row in buttons(body) for label in row]
    assert len(shown) == len(lengths)
    assert all(len(label) == min(80, length) for label, length in zip(shown, lengths, strict=True))


@pytest.fixture(scope="module")
def spec_of_all():
    return discord_spec.load()


def test_two_choices_may_say_the_same(spec):
    (body,) = sent(spec, Reply("Which?", (Choice("Yes", "/daily"), Choice("Of course", "/daily"))))
    assert buttons(body) == [["Yes", "Of course"]]


def test_the_areas_of_the_exam_fit(spec, library):
    (body,) = sent(spec, Reply("Which area?", quiz.area_choices(library)))
    assert sum(map(len, buttons(body))) == len(library.areas) + 1


@pytest.mark.parametrize("char", ["x", "_", "*x", "🎓", "\n-"])
def test_the_longest_text_fits_and_loses_nothing(spec, char):
    text = (char * LONGEST_TEXT)[:LONGEST_TEXT]
    reply = Reply("a" + text[1:], choices("Next"))
    bodies = sent(spec, reply)
    assert buttons(bodies[-1]) == [["Next"]]
    whole = "".join(plain(part["content"]) for body in bodies for part in walk(body["components"]) if part["type"] == 10)
    assert whole.replace("\n", "") == reply.text.replace("\n", "")


def test_a_picture_has_its_words_and_a_file_its_name(spec):
    reply = Reply(
        "Look", choices("Next"), Picture("Eight of ten right " * 80, "image/png", b"png"), File("my data.json", "application/json", b"{}")
    )
    (body,) = sent(spec, reply)
    (gallery,) = [part for part in walk(body["components"]) if part["type"] == 12]
    assert gallery["items"][0]["media"]["url"] == "attachment://picture.png"
    assert gallery["items"][0]["description"].startswith("Eight of ten right")
    assert [one["filename"] for one in body["attachments"]] == ["picture.png", "my_data.json"]


@pytest.mark.parametrize(
    "choice",
    [
        Choice("D", "/answer 123456 10 D"),
        Choice("Look", "/code ", "Which code or words shall I look up?"),
        Choice("Check", "/check ", "Which codes, in the order of the claim? For example E11.22 N18.31"),
        Choice("Odd", "/say a|b", "Which | one?"),
        Choice("Longest", "/" + "x" * 63, "y" * 200),
        Choice("Odd", "/say a:b|c"),
    ],
)
def test_a_button_carries_all_that_its_tap_means(choice):
    written = write_id(29, choice)
    assert len(written) <= 100
    assert is_ours(written)
    says, asks = read_id(written)
    assert says == choice.says
    assert (asks is None) == (choice.asks is None)
    if asks and not asks.endswith("…"):
        assert asks == choice.asks.replace("|", "/")


OLD_BUTTONS = {
    "t0:/daily": ("/daily", None),
    "t3:/answer 7 1 D": ("/answer 7 1 D", None),
    "a0:/code |Which code?": ("/code ", "Which code?"),
    "a12:/report hcpcs-rt other |What is wrong with it?": ("/report hcpcs-rt other ", "What is wrong with it?"),
}
"""Every form of a button that ever went out. They are read for ever."""


@pytest.mark.parametrize("written", OLD_BUTTONS)
def test_buttons_of_every_version_are_read(written):
    assert is_ours(written)
    assert read_id(written) == OLD_BUTTONS[written]


@pytest.mark.parametrize("written", ["", "x", "quiz:1", "t:/daily", "b1:/daily", "t1234:/daily"])
def test_other_buttons_are_not_ours(written):
    assert not is_ours(written)


@pytest.mark.parametrize(
    "asks",
    [
        "What time? For example 7:30 pm.",
        "Which codes, in the order of the claim? For example E11.22 N18.31",
        "x" * 150,
        "Why? " + "x" * 150,
    ],
)
def test_a_form_asks_within_the_limits(spec, asks):
    async def build():
        return form("A label that is longer than a title of a form may be", "/check ", asks).to_dict()

    data = asyncio.run(build())
    spec.check("POST", "/interactions/1/t/callback", {"type": 9, "data": data})
    assert read_form(data["custom_id"], [{"type": 18, "component": {"custom_id": "line", "value": "E11.9"}}]) == "/check E11.9"


def test_forms_of_others_are_not_ours():
    assert read_form("feedback", [{"component": {"custom_id": "line", "value": "x"}}]) is None
    assert read_form("f:/code |", []) is None


def test_rows_are_filled_where_there_is_no_room():
    many = choices(*("A label of twenty-five chars",) * 25)
    assert [len(row) for row in in_rows(many, 60)] == [1] * 25
    assert [len(row) for row in in_rows(many, 38)] == [5] * 5


def test_what_belongs_together_stands_together():
    labels = {
        "E11.621": "/code a",
        "L97.422": "/code b",
        "Z79.4": "/code c",
        "Z79.84": "/code d",
        "Next": "/next 1",
        "Something is wrong here": "/report x",
    }
    laid = in_rows(tuple(Choice(label, says) for label, says in labels.items()), 38)
    assert [[one.label for one in row] for row in laid] == [
        ["E11.621", "L97.422"],
        ["Z79.4", "Z79.84"],
        ["Next", "Something is wrong here"],
    ]
