"""The tray: what arrives while one lot is being written is written together, and one bad item spoils only itself."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy.exc import OperationalError

from adapters.tray import Tray
from tests.test_reception import said


class Book:
    """What is written down, lot by lot; it can be held up, and told what it does not take."""

    def __init__(self) -> None:
        self.lots: list[list[str]] = []
        self.open = asyncio.Event()
        self.open.set()
        self.refuses: dict[str, Exception] = {}

    async def write(self, lot) -> list[str]:
        await self.open.wait()
        for item in lot:
            if item in self.refuses:
                raise self.refuses[item]
        self.lots.append(list(lot))
        return [item.upper() for item in lot]


@pytest.fixture
async def book():
    return Book()


async def test_what_arrives_while_one_lot_is_written_is_the_next_lot(book):
    tray = Tray(book.write)
    book.open.clear()
    first = asyncio.create_task(tray.put("a"))
    await asyncio.sleep(0)
    others = [asyncio.create_task(tray.put(item)) for item in "bcd"]
    await asyncio.sleep(0)
    assert not first.done()
    book.open.set()
    assert await asyncio.gather(first, *others) == ["A", "B", "C", "D"]
    assert await tray.put("e") == "E"
    assert book.lots == [["a"], ["b", "c", "d"], ["e"]]


async def test_two_lots_may_be_under_way_and_none_is_left_lying(book):
    tray = Tray(book.write, 2, lots=2)
    book.open.clear()
    items = [asyncio.create_task(tray.put(item)) for item in "abcde"]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    book.open.set()
    assert await asyncio.gather(*items) == list("ABCDE")
    assert sorted(book.lots) == [["a", "b"], ["c", "d"], ["e"]]
    for item in "fgh":  # each comes when the one before it has just been written
        assert await asyncio.wait_for(tray.put(item), 5) == item.upper()


async def test_one_bad_item_spoils_only_itself(book):
    tray = Tray(book.write)
    book.refuses["b"] = ValueError("not this one")
    found = await asyncio.gather(*(tray.put(item) for item in "abc"), return_exceptions=True)
    assert [found[0], found[2]] == ["A", "C"]
    assert isinstance(found[1], ValueError)
    assert await tray.put("d") == "D"


async def test_while_the_store_is_away_a_lot_fails_as_a_whole(book):
    tray = Tray(book.write)
    book.refuses["b"] = OperationalError("INSERT", {}, Exception("the disk is full"))
    found = await asyncio.gather(*(tray.put(item) for item in "abc"), return_exceptions=True)
    assert all(isinstance(one, OperationalError) for one in found)
    assert book.lots == []


async def test_who_is_no_longer_waited_for_holds_up_nobody(book):
    tray = Tray(book.write)
    book.open.clear()
    first, second = (asyncio.create_task(tray.put(item)) for item in "ab")
    await asyncio.sleep(0)
    first.cancel()
    book.open.set()
    assert await second == "B"
    assert book.lots == [["a", "b"]]


def test_half_a_character_in_a_handle_or_an_address_keeps_nothing_from_being_kept(tutor):
    message = said("E11.21", "1")
    odd = replace(message, sender=replace(message.sender, handle="ana\ud83d"), address={"asks": "Look up\ud83d"})
    assert tutor.keep([odd]) == [True]
    [(incoming, _replies)] = tutor.unfinished("square")
    assert incoming.sender.handle == "ana"
    assert incoming.address == {"asks": "Look up\ud83d"}


def test_many_are_kept_at_once_in_their_order_and_a_repeat_among_them_once(tutor):
    messages = [
        said("/quiz 3", "1"),
        said("hello", "4", room="9"),
        said("E11.21", "2"),
        said("/quiz 3", "1"),
        said("patient SSN 123-45-6789", "3"),
    ]
    assert tutor.keep(messages) == [True, False, True, False, True]
    assert tutor.keep(messages[2:3]) == [False]
    left = tutor.unfinished("square")
    assert [incoming.update for incoming, _replies in left] == ["1", "2", "3"]
    assert "123-45" not in str(left)
    tutor.shown([incoming for incoming, _replies in left[:2]])
    assert [incoming.update for incoming, _replies in tutor.unfinished("square")] == ["3"]
