"""For operators: what was reported, what could not be answered, what did not go out; and what a person asks to have.

In a chat for those whose ids the configuration names; for everybody else there is no such command. The same texts are shown
by ``tutor admin`` on the machine itself.

What is said to everybody is kept when it is shown to the operator first; only their second word sends it.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.chat import Choice, Reply
from bot.learning.alias import alias, draw
from bot.library.shelf import Library
from bot.store import boards, broadcasts, items, posts, reports, unanswered
from bot.turn import Turn

_SHOWN = 20
_NAMES = 5
"""Names that are judged at a time."""

_LONGEST_NEWS = 3000
_CONTENT = "content"


def admin(turn: Turn) -> list[Reply]:
    """Show one list: ``/admin reports``, ``unanswered``, ``outbox`` or ``content``; let a post go: ``/admin resend NUMBER``.

    Judge a reported name of the boards: ``/admin names``, then ``rename NUMBER`` or ``accept NUMBER``.
    Say something to everybody: ``/admin broadcast TEXT`` shows it as they would get it, its button sends it.
    """
    name, _, rest = turn.words.strip().partition(" ")
    if name == "broadcast":
        return _broadcast(turn, rest.strip())
    if name == "send" and rest.strip().isdecimal():
        return [_send(turn, int(rest))]
    if name in ("rename", "accept") and rest.strip().isdecimal():
        return [_judge(turn, int(rest), takes_down=name == "rename")]
    choices = tuple(Choice(one.capitalize(), f"/admin {one}") for one in (*LISTS, _CONTENT) if one != name)
    if name == "resend" and rest.strip().isdecimal():
        done = posts.resend(turn.desk.write, int(rest), turn.now, turn.now + timedelta(hours=6))
        return [Reply("It goes out with the next round." if done else "No held or dead post has that number.", choices, private=True)]
    choices = (*choices, Choice("Say something to everybody", "/admin broadcast ", asks="What shall everybody read?"))
    if name == "names":
        for number, called in boards.reported(turn.desk.read, _NAMES):
            choices = (
                Choice(f"Take down {called}", f"/admin rename {number}"),
                Choice(f"Keep {called}", f"/admin accept {number}"),
                *choices,
            )
    show = LISTS.get(name)
    text = show(turn.desk.read) if show else content(turn.library) if name == _CONTENT else "Which list?"
    return [Reply(text[:3400], choices, private=True)]


def _judge(turn: Turn, number: int, *, takes_down: bool) -> Reply:
    """Decide about a name on the boards: it stays, or a made-up one takes its place for good."""
    more = (Choice("Names", "/admin names"),)
    if not takes_down:
        boards.accept(turn.desk.write, number)
        return Reply("It stays.", more, private=True)
    new = alias(draw(turn.chance))
    if not boards.rename(turn.desk.write, number, new):
        return Reply("Nobody on the boards has that number.", more, private=True)
    return Reply(f"They are called {new} now, and can only have made-up names.", more, private=True)


def _broadcast(turn: Turn, text: str) -> list[Reply]:
    if not text:
        return [Reply("Write what everybody shall read: /admin broadcast TEXT", private=True)]
    if len(text) > _LONGEST_NEWS:
        return [Reply(f"That has {len(text)} characters; {_LONGEST_NEWS} fit.", private=True)]
    number = broadcasts.draft(turn.desk.write, text, None, turn.now)
    count = broadcasts.count_readers(turn.desk.write, None)
    ask = Reply(
        f"That is how it looks. It goes to {count} {'person' if count == 1 else 'people'}, outside their quiet hours. Send it?",
        (Choice(f"Send it to {count}", f"/admin send {number}"), Choice("Leave it", "/admin outbox")),
        private=True,
    )
    return [replace(broadcast_words(text), private=True), ask]


def _send(turn: Turn, number: int) -> Reply:
    if not broadcasts.send(turn.desk.write, number, turn.now):
        return Reply("That one is on its way already, or is no draft of the last hour.", private=True)
    return Reply("It is on its way. /admin outbox shows what is left.", (Choice("Outbox", "/admin outbox"),), private=True)


def broadcast_words(text: str) -> Reply:
    """Compose what everybody gets."""
    return Reply(text, (Choice("Today's question", "/daily"), Choice("Stop such news", "/stop news")), about=("broadcast",))


def content(library: Library) -> str:
    """Say what of the private packs is live, and list the faults that keep a newer state of them from being so."""
    lines = [f"in all: {len(library.questions)} questions, {len(library.topics)} answers"]
    for pack in library.packs:
        state = f"{len(pack.faults)} faults, so the last good version stays" if pack.faults else "no faults"
        lines += [f"{pack.folder.name}: {pack.items} items live; {state}", *(f"- {fault}" for fault in pack.faults[:_SHOWN])]
    return "\n".join(["**Content**", *lines])


def reported(connection: Connection) -> str:
    """List reported questions."""
    lines = [
        f"{one.times} times {one.question}: {one.reason}" + (f", last: {one.remark[:120]}" if one.remark else "")
        for one in reports.most(connection, _SHOWN)
    ]
    return "\n".join(["**Reported questions**", *(lines or ["none"])])


def not_answered(connection: Connection) -> str:
    """List what could not be answered."""
    lines = [f"{one.times} times, last {one.last_on}: {one.words}" for one in unanswered.most(connection, _SHOWN)]
    return "\n".join(["**Questions without an answer** (numbers left out, nobody's ids)", *(lines or ["none"])])


def outbox(connection: Connection) -> str:
    """Count posts by state, and list those that did not go out."""
    oldest: datetime | None = posts.oldest_pending(connection)
    lines = [f"{state}: {count}" for state, count in posts.states(connection).items()]
    if oldest is not None:
        lines.append(f"oldest pending: due {oldest:%Y-%m-%d %H:%M} UTC")
    lines += [f"{number} {key} {platform} {state}: {error}" for number, key, platform, state, error in posts.stuck(connection, _SHOWN)]
    return "\n".join(["**Outbox**", *(lines or ["empty"])])


def quarantined(connection: Connection) -> str:
    """List the questions that are set aside, and why."""
    lines = [f"{question}: {why}" for question, why in items.set_aside(connection).items()]
    return "\n".join(["**Questions set aside** (`tutor admin items --release ID` asks one again)", *(lines or ["none"])])


def names(connection: Connection) -> str:
    """List the names on the boards that are reported; whose they are is nobody's to know."""
    lines = [f"{number}: {name}" for number, name in boards.reported(connection, _SHOWN)]
    return "\n".join(["**Reported names** (`/admin rename NUMBER` takes one down)", *(lines or ["none"])])


LISTS = {"names": names, "aside": quarantined, "reports": reported, "unanswered": not_answered, "outbox": outbox}
