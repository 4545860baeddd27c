"""A worker as `tutor worker` runs it, against a Telegram on loopback; it may be told to die at a certain step.

    python -m tests.soak.push_worker ADDRESS [STEP:NUMBER]

A step is one of ``take`` (posts are leased, nothing sent), ``send`` (the request is answered, nothing noted), ``mark`` (noted as sent),
``commit`` (before a transaction commits), ``committed`` (after it did); it dies the NUMBERth time that it gets there.
"""

import asyncio
import os
import signal
import sys
from itertools import count
from typing import Any

from sqlalchemy import event

from adapters.leader import leader
from adapters.logs import set_up
from adapters.queue import prepare
from adapters.reception import Reception
from adapters.running import Running
from adapters.telegram import Telegram
from adapters.telegram_pace import UNLIMITED, Pace
from adapters.workshop import real_now, tutor
from tests.soak.push_platform import TOKEN


class Doomed:
    """Die at a step."""

    def __init__(self, wish: str) -> None:
        self._step, _, number = wish.partition(":")
        self._left = int(number or 1)

    def at(self, step: str) -> None:
        """Come to a step."""
        if step == self._step:
            self._left -= 1
            if self._left == 0:
                os._exit(9)


def doom(engine: Any, messenger: Telegram, doomed: Doomed) -> None:
    """Put the steps in."""
    take, sent, send = engine.take_posts, engine.sent, messenger.send

    def taking(*arguments: Any) -> Any:
        found = take(*arguments)
        if found:
            doomed.at("take")
        return found

    def marking(*arguments: Any) -> None:
        sent(*arguments)
        doomed.at("mark")

    async def sending(*arguments: Any) -> Any:
        found = await send(*arguments)
        doomed.at("send")
        return found

    engine.take_posts, engine.sent, messenger.send = taking, marking, sending  # type: ignore[method-assign]
    numbers = count()
    event.listen(engine.database.engine, "commit", lambda _connection: (next(numbers), doomed.at("commit")))
    writing = engine.database.writing

    def committed() -> Any:
        from contextlib import contextmanager

        @contextmanager
        def block() -> Any:
            with writing() as connection:
                yield connection
            doomed.at("committed")

        return block()

    engine.database.writing = committed


async def main(address: str, wish: str) -> None:
    """Run until told to stop."""
    engine = tutor(None)
    prepare(engine.database)
    reception = Reception(engine, real_now)
    messenger = Telegram(
        TOKEN, reception, real_now, base_url=address, pace=Pace(private=UNLIMITED, group=UNLIMITED, overall=UNLIMITED), poll_seconds=1
    )
    if wish:
        doom(engine, messenger, Doomed(wish))
    running = Running(
        reception,
        [messenger],
        real_now,
        lambda said: print(said, flush=True),
        leaders={"telegram": leader(engine.database, "telegram", TOKEN)},
        shared=not engine.database.embedded,
        watch=float(os.environ.get("SOAK_WATCH", "0.5")),
    )
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    await running.run(stop)


if __name__ == "__main__":
    set_up(level="WARNING")
    asyncio.run(main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ""))
