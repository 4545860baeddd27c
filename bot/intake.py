"""What comes in: cleaned, and kept before anybody is told that it arrived. What many say at the same time is answered as it is kept."""

from collections.abc import Sequence

from bot import guard
from bot.chat import Incoming, Reply, as_row
from bot.library.shelf import Library
from bot.store import inbox
from bot.store.desk import Desk
from bot.talk import assist, hands

LONGEST = 4000
"""Characters in one message; more is not read."""


def clean(text: str) -> str:
    """Drop what cannot be written or seen: control characters, halves of surrogate pairs, marks of direction."""
    kept = "".join(char if char.isprintable() or char in "\n\t" else " " for char in text)
    return kept.strip()


def addressed(incoming: Incoming) -> bool:
    """Say whether a message is meant for the tutor; in a room, people talk to one another."""
    return incoming.sender.room is None or clean(incoming.text).startswith("/")


def keep(desk: Desk, messages: Sequence[Incoming], answers: Sequence[Sequence[Reply] | None]) -> list[bool]:
    """Write messages down, with the answers that are known; says of each whether it is new."""
    known = zip(messages, answers, strict=True)
    new = inbox.keep(desk.write, [_kept(message, answer) for message, answer in known if addressed(message)])
    fresh = []
    for message in messages:
        fresh.append(name(message) in new)
        new.discard(name(message))  # delivered twice at once, it is new once
    return fresh


def take_in(
    desk: Desk, library: Library, messages: Sequence[Incoming], answers: Sequence[list[Reply] | None], at_once: Sequence[bool]
) -> list[tuple[bool, list[Reply] | None]]:
    """Write messages down, answer the taps in live quizzes among them; says of each whether it is new, and its answer if there is one."""
    fresh = keep(desk, messages, answers)
    open_ = [one for place, one in enumerate(messages) if fresh[place] and at_once[place] and answers[place] is None]
    said = _raised(desk, library, open_)
    found = zip(fresh, messages, answers, strict=True)
    return [(new, said.get(name(one), answer) if new else answer) for new, one, answer in found]


def answer(desk: Desk, library: Library, kept: Sequence[Incoming]) -> list[list[Reply] | None]:
    """Answer the taps in live quizzes among messages that were kept before and that nobody has answered meanwhile."""
    new = inbox.still_new(desk.write, [name(one) for one in kept])
    said = _raised(desk, library, [one for one in kept if name(one) in new])
    return [said.get(name(one)) for one in kept]


def _raised(desk: Desk, library: Library, open_: Sequence[Incoming]) -> dict[tuple[str, str], list[Reply]]:
    raised = hands.raised(desk, library, open_)
    said = {name(one): reply for one, reply in zip(open_, raised, strict=True) if reply is not None}
    inbox.answer_many(desk.write, [(one, [as_row(reply)]) for one, reply in said.items()])
    return {one: [reply] for one, reply in said.items()}


def name(incoming: Incoming) -> tuple[str, str]:
    """Name a message that is kept, by platform and the platform's id of it."""
    assert incoming.update is not None  # an adapter that keeps names what it keeps
    return incoming.sender.platform, incoming.update


def account(incoming: Incoming) -> tuple[str, str]:
    """Name the account that a message comes from, by platform and user."""
    return incoming.sender.platform, incoming.sender.user


def _kept(incoming: Incoming, answer: Sequence[Reply] | None) -> inbox.Kept:
    """Write a message as it is kept: cleaned, cut, without patient data."""
    text, sender = clean(incoming.text), incoming.sender
    if len(text) > LONGEST:
        text = text[: LONGEST + 1]
    elif guard.holds_patient_data(text):
        text = assist.REFUSED
    where = (*name(incoming), sender.user, clean(sender.name)[:64], sender.room, sender.manager)
    replies = None if answer is None else [as_row(reply) for reply in answer]
    whom = incoming.whom
    named = [whom.user, clean(whom.name)[:64], whom.bot] if whom else None
    return inbox.Kept(*where, text, incoming.address, incoming.at, replies, sender.thread, clean(sender.handle)[:64], named)
