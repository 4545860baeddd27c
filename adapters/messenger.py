"""What every adapter does alike: ask the engine, and never let a bug leave a person without an answer."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from bot.chat import Choice, Incoming, Reply, Sender
from bot.store.posts import Post
from bot.tutor import Tutor

log = logging.getLogger(__name__)

HERE = Sender("console", "me")
"""Whoever sits at this machine: the chat in the terminal and `tutor ask` are one learner."""

PINNED = "pinned"
"""The slot of the message that is pinned in a chat, so that the next one takes its place."""

SORRY = Reply(
    "Something went wrong on my side, so I could not answer that; nothing of yours was lost. Please try once more.",
    (Choice("What can you do?", "/help"),),
)


class StartFailed(Exception):  # noqa: N818  # it is said as it is read: the start failed
    """A platform cannot be started; the message is one clear sentence for the operator and holds no token."""


class DeliveryFailed(Exception):  # noqa: N818  # the name of the design
    """Something did not go out.

    ``permanent``: it never will, such as to somebody who blocked us. ``retry_after``: seconds after which the platform
    will take it. ``ambiguous``: it may have gone out all the same, since the connection broke after the request had left.
    """

    def __init__(self, reason: str, *, permanent: bool = False, retry_after: float | None = None, ambiguous: bool = False) -> None:
        super().__init__(reason)
        self.permanent, self.retry_after, self.ambiguous = permanent, retry_after, ambiguous


class Messenger(Protocol):
    """One platform: reads its events into :class:`Incoming`, shows replies in its own way, says what went wrong."""

    platform: str
    connected: bool
    """Whether the platform is reached, as far as we know."""

    async def start(self) -> None:
        """Connect, have the reception catch up, and begin to hand what comes in to it. Raises :class:`StartFailed`."""

    async def stop(self) -> None:
        """Take in nothing more; close the connection once what is being answered is out."""

    async def show(self, incoming: Incoming, reply: Reply, number: int) -> None:
        """Show one reply to what came in, where its address says; ``number`` counts the replies to it from 0.

        The address is all that is needed, since the process that took it in may be gone. Raises :class:`DeliveryFailed`.
        """

    async def send(self, post: Post, reply: Reply) -> str | None:
        """Send what nobody asked for; returns the platform's id of the message. Raises :class:`DeliveryFailed`."""


def answer(tutor: Tutor, incoming: Incoming) -> list[Reply]:
    """Ask the engine; an exception is a bug of ours: it is logged without any words of the person, who gets a reply."""
    try:
        return tutor.handle(incoming)
    except Exception as error:
        return _sorry(error)


def answer_many(tutor: Tutor, messages: Sequence[Incoming]) -> list[list[Reply]]:
    """Ask the engine about messages of different people, all in one transaction; where that fails, about each alone."""
    if len(messages) > 1:
        try:
            return tutor.handle_many(messages)
        except Exception as error:
            log.warning("answering together failed", extra={"action": "together_failed", "error": type(error).__name__})
    return [answer(tutor, incoming) for incoming in messages]


def _sorry(error: Exception) -> list[Reply]:
    log.error("answer failed", extra={"action": "answer_failed", "error": type(error).__name__, "where": place(error)})
    return [SORRY]


def with_picture(reply: Reply) -> Reply:
    """Draw what a reply describes, if anything; it takes a moment. Where that fails, its words are enough."""
    if reply.chart is None:
        return reply
    from bot.pictures.draw import drawn  # imported here: it costs a second and sixty megabytes, and most processes never draw

    try:
        return drawn(reply)
    except Exception as error:
        log.error("a picture was not drawn", extra={"action": "draw_failed", "error": type(error).__name__, "where": place(error)})
        return replace(reply, chart=None)


def place(error: BaseException) -> str:
    """Say where an exception was raised. Its text may hold what somebody typed; its type and place do not."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "unknown"
