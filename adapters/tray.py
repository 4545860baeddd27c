"""A tray: what is to be written down together. Whatever arrives while one lot is being written is the next lot.

A lot is one transaction, so a store that is busy is asked less often, and one that is idle is asked at once. Where the store is
a server, more than one lot may be under way: one is worked out while the other waits for an answer from there.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar, cast

from bot.store.database import AWAY

T = TypeVar("T")
R = TypeVar("R")

_MOST = 200


class Tray(Generic[T, R]):
    """Collect items; ``write`` writes a lot of ``most`` of them and gives back a result for each, or raises and has written none.

    ``lots`` may be written at once; an order between them is not kept.
    """

    def __init__(self, write: Callable[[Sequence[T]], Awaitable[Sequence[R]]], most: int = _MOST, lots: int = 1) -> None:
        self._write, self._most, self._lots = write, most, lots
        self._waiting: list[tuple[T, asyncio.Future[R]]] = []
        self._writing: set[asyncio.Task[None]] = set()

    async def put(self, item: T) -> R:
        """Put an item down; returns its result once it is written."""
        future: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, future))
        if len(self._writing) < self._lots:
            self._writing.add(asyncio.create_task(self._empty()))
        return await future

    async def _empty(self) -> None:
        try:
            while self._waiting:
                lot, self._waiting = self._waiting[: self._most], self._waiting[self._most :]
                await self._settle(lot)
        finally:  # at once, not when the task is done, or what is put down in between would lie there
            self._writing.discard(cast("asyncio.Task[None]", asyncio.current_task()))

    async def _settle(self, lot: Sequence[tuple[T, "asyncio.Future[R]"]]) -> None:
        """Write a lot. Where one item breaks it, each is written alone, so that it breaks nothing but itself."""
        try:
            results = await self._write([item for item, _future in lot])
        except asyncio.CancelledError:
            for _item, future in lot:
                future.cancel()
            raise
        except Exception as error:
            if len(lot) == 1 or isinstance(error, AWAY):
                for _item, future in lot:
                    if not future.done():
                        future.set_exception(error)
                return
            for one in lot:
                await self._settle([one])
            return
        for (_item, future), result in zip(lot, results, strict=True):
            if not future.done():
                future.set_result(result)
