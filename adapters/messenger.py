"""What every adapter does alike: ask the engine, and never let a bug leave a person without an answer."""

import logging

from bot.chat import Choice, Incoming, Reply, Sender
from bot.tutor import Tutor

log = logging.getLogger(__name__)

HERE = Sender("console", "me")
"""Whoever sits at this machine: the chat in the terminal and `tutor ask` are one learner."""

SORRY = Reply(
    "Something went wrong on my side, so I could not answer that; nothing of yours was lost. Please try once more.",
    (Choice("What can you do?", "/help"),),
)


def answer(tutor: Tutor, incoming: Incoming) -> list[Reply]:
    """Ask the engine; an exception is a bug of ours: it is logged without any words of the person, who gets a reply."""
    try:
        return tutor.handle(incoming)
    except Exception as error:
        # The text of an exception may hold what the person typed; its type and place do not.
        place = error.__traceback__
        while place is not None and place.tb_next is not None:
            place = place.tb_next
        where = f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place else "unknown"
        log.error("answer failed", extra={"action": "answer_failed", "error": type(error).__name__, "where": where})
        return [SORRY]
