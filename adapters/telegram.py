"""Telegram: reads updates by polling or by webhook, shows replies, sends posts.

An update is written into the inbox before Telegram is told that it arrived. A tap is acknowledged at once, whatever else
waits. What an answer needs stands in its address: ``chat``, ``thread`` (a topic), ``message`` (the one that is replied to,
in groups), ``over`` (the tapped one), ``user``, ``tap`` (to be acknowledged).
"""

import asyncio
import hashlib
import hmac
import json
import logging
import re
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from time import monotonic
from typing import Any
from weakref import WeakValueDictionary

from aiohttp import web
from telegram import Update, User
from telegram.error import BadRequest, InvalidToken, TelegramError

from adapters import metrics
from adapters.messenger import DeliveryFailed, StartFailed, place
from adapters.reception import Reception
from adapters.telegram_chat import Chats, Place, place_in
from adapters.telegram_event import PLATFORM, Blocked, Joined, Moved, Search, read, whole
from adapters.telegram_inline import Inline
from adapters.telegram_managers import Managers
from adapters.telegram_menu import set_menus
from adapters.telegram_pace import Pace
from adapters.telegram_pins import Pins
from adapters.telegram_poll import Poll
from adapters.telegram_taps import Once, Taps, whispered
from adapters.telegram_wire import UPDATES, FloodedError, blame, gone, line
from bot.chat import Incoming, Reply
from bot.store.database import AWAY
from bot.store.posts import Post

log = logging.getLogger(__name__)

ADDRESS = "https://api.telegram.org"
_TOKEN = re.compile(r"\d+:[\w-]+")
_BAD_TOKEN = "Telegram does not accept the token; copy it anew from @BotFather to TELEGRAM_BOT_TOKEN."  # noqa: S105  # holds none
_LONGEST_BODY = 2**20
_PATIENT_TRIES = 4
_LONGEST_WAIT = 30.0
_GRACE = 20.0
_LATER = 2.0
"""Seconds that a push may wait for its chat; if it must wait longer, it is put back, or it would hold up the others."""

HELLO = Reply("Hello, I am a tutor for medical coding. Here I look up codes and answer questions: /help lists how.")
_ALONE = "This answer is for you alone: open our private chat, press Start, and ask me there."
_OPEN = "Open our chat"


class Telegram:
    """The messenger of Telegram. With ``webhook_url`` updates come to :meth:`webhook`, else they are polled.

    ``secret`` is what Telegram repeats with every call of the webhook; without one it is derived from the token. ``pause``
    waits for seconds, ``clock`` tells seconds and only goes forward. ``base_url`` names another server, for tests.
    """

    platform = PLATFORM

    def __init__(
        self,
        token: str,
        reception: Reception,
        now: Callable[[], datetime],
        *,
        base_url: str = ADDRESS,
        webhook_url: str | None = None,
        secret: str | None = None,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = monotonic,
        pace: Pace | None = None,
        poll_seconds: int = 30,
    ) -> None:
        self._token, self._reception, self._now, self._pause = token.strip(), reception, now, pause
        self._webhook_url = webhook_url
        self._secret = secret or hashlib.sha256(b"webhook " + self._token.encode()).hexdigest()
        self._bot = line(self._token or "none", base_url)
        self._me: User | None = None
        self._pace = pace or Pace(clock, pause)
        self._chats = Chats(self._bot, self._pace, self._moves)
        self._inline = Inline(self._bot, reception, now)
        self._pins = Pins(self._chats, reception, now)
        self._managers = Managers(self._bot, clock)
        self._poll = Poll(self._bot, self._take, self._reached, pause, seconds=poll_seconds)
        self._commands = frozenset(command.name for command in reception.tutor.commands)
        self._open = self._caught_up = self.connected = False
        self._running: asyncio.Task[None] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._seen = Once()
        self._taps = Taps(self._acknowledge)
        self._prompting: set[tuple[str, str | None]] = set()
        self._slots: WeakValueDictionary[tuple[int, str], asyncio.Lock] = WeakValueDictionary()

    # Coming and going

    async def start(self) -> None:
        """Connect and begin. A wrong token raises at once; where Telegram cannot be reached, it goes on trying behind."""
        if not _TOKEN.fullmatch(self._token):
            raise StartFailed(_BAD_TOKEN)
        settled = asyncio.Event()
        self._open = True
        self._running = asyncio.create_task(self._run(settled))
        waiting = asyncio.create_task(settled.wait())
        try:
            await asyncio.wait({self._running, waiting}, return_when=asyncio.FIRST_COMPLETED)
        except asyncio.CancelledError:  # told to stop before we were there
            await self.stop()
            raise
        finally:
            waiting.cancel()
        if self._running.done():
            try:
                self._running.result()
            except StartFailed:
                await self._close()
                raise
        self._running.add_done_callback(_ended)

    async def _run(self, settled: asyncio.Event) -> None:
        tries = 0
        while not await self._connected():
            tries += 1
            if tries == _PATIENT_TRIES:
                log.error("Telegram cannot be reached; I go on trying", extra={"action": "start_waits", "platform": PLATFORM})
                settled.set()
            await self._pause(min(2.0**tries, _LONGEST_WAIT))
        settled.set()
        self._reached(True)
        if not self._webhook_url:
            await self._poll.run()

    async def _connected(self) -> bool:
        """Learn who we are, set the menus, answer what is left of earlier processes, tell Telegram where updates go."""
        try:
            await self._bot.initialize()
            self._me = self._bot.bot
            self._chats.username = self._inline.username = self._me.username or ""
            await self._set_menus()
            await self._reception.catch_up(self)
            self._caught_up = True
            if self._webhook_url:
                await self._set_webhook(self._webhook_url)
            elif (await self._bot.get_webhook_info()).url:
                await self._bot.delete_webhook()
        except InvalidToken:
            raise StartFailed(_BAD_TOKEN) from None
        except StartFailed:
            raise
        except Exception as error:
            log.warning("not connected", extra={"action": "connect_failed", "platform": PLATFORM, "error": type(error).__name__})
            return False
        return True

    async def _set_webhook(self, url: str) -> None:
        try:
            await self._bot.set_webhook(url, secret_token=self._secret, allowed_updates=UPDATES)
        except BadRequest as error:
            raise StartFailed(f"Telegram refuses the webhook address in TELEGRAM_WEBHOOK_URL: {error.message}.") from None

    async def _set_menus(self) -> None:
        try:
            changed = await set_menus(self._bot, self._reception.tutor.commands)
        except TelegramError as error:  # the menu is a convenience
            if isinstance(error, FloodedError):
                self._pace.stop(None, error.seconds)
            log.warning("menu not set", extra={"action": "menu_failed", "platform": PLATFORM, "error": type(error).__name__})
        else:
            log.info("menu set", extra={"action": "menu_set", "platform": PLATFORM, "count": changed})

    async def stop(self) -> None:
        """Take in nothing more, let what is being answered get out, then close. A webhook stays set: Telegram keeps what comes."""
        self._open = False
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
        if not await self._reception.drain(_GRACE):
            log.warning("stopped while answering; the rest is answered at the next start", extra={"action": "stop_waits"})
        self._taps.leave()
        if self._tasks:
            _done, late = await asyncio.wait(self._tasks, timeout=_GRACE / 4)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        await self._close()

    async def _close(self) -> None:
        self._open = False
        self._reached(False)
        await self._bot.shutdown()

    def _reached(self, connected: bool) -> None:
        """Take note whether Telegram is reached."""
        self.connected = connected
        metrics.up.labels(PLATFORM).set(connected)

    # What comes in

    async def webhook(self, request: web.Request) -> web.Response:
        """Take in one update from Telegram; 200 once the inbox has it, 503 where it must come again."""
        given = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not self._webhook_url or not hmac.compare_digest(given.encode(errors="surrogateescape"), self._secret.encode()):
            return web.Response(status=403)
        if (request.content_length or 0) > _LONGEST_BODY:
            return web.Response(status=413)
        body = bytearray()
        async for chunk in request.content.iter_chunked(2**16):
            body += chunk
            if len(body) > _LONGEST_BODY:
                return web.Response(status=413)
        try:
            update = json.loads(body)
        except (ValueError, RecursionError):
            return web.Response(status=400)
        if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
            return web.Response(status=400)
        if not self._open or not self._caught_up:
            return web.Response(status=503)
        try:
            await self._take(update)
        except Exception as error:
            log.error("an update was not taken in", extra={"action": "take_failed", "platform": PLATFORM, "error": type(error).__name__})
            return web.Response(status=503)
        return web.Response()

    async def _take(self, raw: Mapping[str, Any]) -> None:
        """Take in one update; once this returns, Telegram may be told. Raises where the store is away.

        What cannot be read, or breaks us, is noted and left: it would break us again.
        """
        raw = whole(raw)
        self._taps.came(raw)
        try:
            await self._deal_with(raw)
        except AWAY:
            raise
        except Exception as error:
            if not self._open:  # our own threads may be gone
                raise
            self._taps.left(raw)
            log.error("an update was not read", extra={"action": "read_failed", "error": type(error).__name__, "where": place(error)})

    async def _deal_with(self, raw: Mapping[str, Any]) -> None:
        assert self._me is not None  # nothing is taken in before we are connected
        update = Update.de_json(dict(raw), self._bot)
        event = read(update, self._me, self._commands, self._now())
        if isinstance(event, Incoming) and "asks" in event.address:
            await self._ask(event)
        elif isinstance(event, Incoming):
            taken = await self._reception.receive(self, await self._with_manager(event))
            if not taken:
                self._taps.left(raw)
        elif isinstance(event, Blocked):
            await self._reception.call(self._reception.tutor.lose, PLATFORM, str(event.user))
        elif isinstance(event, Moved):
            await self._moves(event.old, event.new)
        elif event is None or not self._seen.first(f"update {update.update_id}"):
            self._taps.left(raw)
        elif isinstance(event, Search):
            self._start(self._to_nobody(self._inline.answer(event)))
        elif isinstance(event, Joined):
            self._start(self._hello(event))

    async def _with_manager(self, incoming: Incoming) -> Incoming:
        sender, chat = incoming.sender, self._chats.at(int(str(incoming.address["chat"])))
        if chat != incoming.address["chat"]:  # said before the group moved
            sender = replace(sender, room=str(chat))
            incoming = replace(incoming, sender=sender, address=_moved(incoming.address, chat))
        if sender.room is None or sender.manager or not self._reception.tutor.addressed(incoming):
            return incoming
        return replace(incoming, sender=replace(sender, manager=await self._managers.manages(int(sender.room), sender.user)))

    async def _ask(self, tapped: Incoming) -> None:
        """Have a line of text asked for; once, however often the button is tapped until it is."""
        who = (tapped.sender.user, tapped.sender.room)
        if who in self._prompting:
            return
        self._prompting.add(who)  # before it is taken in: it may be shown before we hear that it was
        taken = await self._reception.receive(self, tapped, [Reply(str(tapped.address["asks"]))])
        if not taken or not self._reception.answering:
            self._prompting.discard(who)

    async def _moves(self, old: int, new: int) -> None:
        """Note that a group has another id now: whatever names it in the store moves, and what is under way follows."""
        move = self._reception.tutor.move_room
        count = await self._reception.call(move, PLATFORM, str(old), str(new), lambda address: _moved(address, new))
        self._chats.moved(old, new)
        log.info("a group has moved", extra={"action": "room_moved", "platform": PLATFORM, "count": count})

    async def _hello(self, joined: Joined) -> None:
        await self._chats.put(Place(joined.chat), HELLO)

    # What goes out

    async def show(self, incoming: Incoming, reply: Reply, number: int) -> None:
        """Show one reply where the address of what came in says."""
        address, acknowledged = incoming.address, None
        if number == 0 and isinstance(tap := address.get("tap"), str):  # of an earlier run, perhaps
            line = whispered(reply) if incoming.sender.room is not None else None
            if self._taps.take(tap):
                if line:
                    await self._whisper(tap, line)
                    return
                acknowledged = self._acknowledge(tap)
        where, over = place_in(address), address.get("over") if reply.replaces and number == 0 else None
        try:
            if reply.text == address.get("asks"):
                try:
                    await self._chats.prompt(where, reply.text, incoming.text, address.get("user"), incoming.sender.name)
                finally:
                    self._prompting.discard((incoming.sender.user, incoming.sender.room))
            elif reply.private and incoming.sender.room is not None:
                await self._show_privately(where, address.get("user"), reply, number)
            else:
                await self._put(where, reply, over if isinstance(over, int) else None)
        except Exception as error:
            raise blame(error) from error
        if acknowledged:  # an answer is not out before its tap has stopped spinning
            await acknowledged

    async def _show_privately(self, where: Place, user: object, reply: Reply, number: int) -> None:
        """Show a reply to one person of a group; where we may not write to them yet, say so in the group."""
        if isinstance(user, int):
            try:
                await self._put(Place(user), reply, None)
            except TelegramError as error:
                if not gone(error):
                    raise
            else:
                return
        if number == 0:
            await self._chats.invite(where, _ALONE, _OPEN, "group")

    async def send(self, post: Post, reply: Reply) -> str | None:
        """Send a post; returns the number of the message."""
        try:
            chat = int(post.room or post.user or "")
            # The numbers of topics mean other things in a group that has moved.
            thread = int(post.thread) if post.thread and self._chats.at(chat) == chat else None
            where = Place(self._chats.at(chat), thread, push=True)
            if (wait := self._pace.wait(where.chat)) > _LATER:
                raise DeliveryFailed("the chat takes nothing for now", retry_after=wait)
            message = await self._put(where, reply, None)
        except Exception as error:
            raise blame(error) from error
        if reply.notice is not None and reply.notice.pin:
            await self._pins.pin(post, self._chats.at(where.chat), message)
        return str(message)

    async def _put(self, where: Place, reply: Reply, over: int | None) -> int:
        """Put a reply into a chat; one with a slot takes the place of the message that holds the slot."""
        if reply.slot is None:
            return await self._chats.put(where, reply, over)
        tutor, call, chat = self._reception.tutor, self._reception.call, self._chats.at(where.chat)
        lock = self._slots.setdefault((where.chat, reply.slot), asyncio.Lock())
        async with lock:  # two at once would both find the slot empty
            held = await call(tutor.slot, PLATFORM, str(chat), reply.slot)
            here = where if chat == where.chat else Place(chat, push=where.push)
            message = await self._chats.put(here, reply, int(held) if held else over)
            if (now := self._chats.at(chat)) != chat or str(message) != held:
                await call(tutor.fill_slot, PLATFORM, str(now), reply.slot, str(message), self._now())
        return message

    async def _whisper(self, tap: str, line: str) -> None:
        """Acknowledge a tap with an answer: what is not done for certain is done again, or somebody waits for it in vain."""
        try:
            await self._to_nobody(self._bot.answer_callback_query(tap, line, read_timeout=10))
        except Exception as error:
            self._taps.give_back(tap)
            raise blame(error) from error

    def _acknowledge(self, tap: str) -> asyncio.Task[None]:
        """Acknowledge a tap beside everything else; no limit of ours applies."""
        return self._start(self._to_nobody(self._bot.answer_callback_query(tap, read_timeout=10)))

    async def _to_nobody(self, request: Coroutine[Any, Any, object]) -> None:
        """Make a request that names no chat. A 429 then concerns all of them; "query is too old" concerns nobody."""
        with suppress(BadRequest):
            try:
                await request
            except FloodedError as error:
                self._pace.stop(None, error.seconds)
                raise

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Do something beside; nothing waits for it but :meth:`stop`."""
        task = asyncio.create_task(self._guarded(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except Exception as error:
            if not isinstance(error, TelegramError) or not gone(error):
                log.warning("not sent", extra={"action": "aside_failed", "error": type(error).__name__, "where": place(error)})


def _moved(address: Mapping[str, Any], chat: int) -> dict[str, Any]:
    """Write an address anew for a group that has moved: the numbers of its messages and topics mean other things there."""
    return {name: value for name, value in address.items() if name not in ("thread", "message", "over")} | {"chat": chat}


def _ended(task: asyncio.Task[None]) -> None:
    """Note why the loop ended, where nobody waits for it any more."""
    if not task.cancelled() and (error := task.exception()) is not None:
        log.error("Telegram has ended", extra={"action": "loop_ended", "platform": PLATFORM, "error": type(error).__name__})
        metrics.up.labels(PLATFORM).set(0)
