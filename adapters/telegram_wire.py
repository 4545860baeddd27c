"""The wire to Telegram: requests that log nothing, and errors read as what became of the request."""

import json
import logging
from collections.abc import Mapping
from typing import Any, cast
from urllib.request import getproxies

import aiohttp
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from adapters.messenger import DeliveryFailed

for _name in ("telegram", "httpx", "httpcore"):
    # The token is part of every address, and the library logs what people wrote.
    logging.getLogger(_name).setLevel(logging.WARNING)

UPDATES = ("message", "callback_query", "inline_query", "my_chat_member")
"""The kinds of updates asked for; what else arrives is ignored."""

_READ = 30.0
"""Seconds; long, since a request that is given up may have been obeyed all the same."""
_CONNECT = 10.0
_POOL = 30.0
_AT_ONCE = 256
_GONE = (
    "chat not found", "user not found", "peer_id_invalid", "user is deactivated", "group chat was deactivated", "group chat was deleted",
    "not enough rights", "have no rights", "need administrator rights", "chat_write_forbidden", "chat_restricted", "topic_closed",
    "chat_send_plain_forbidden",
)  # fmt: skip
_USUAL_WAIT = 5.0


class FloodedError(TelegramError):
    """Telegram asks to wait ``seconds``. The library's own error of that kind is changing its type, and warns of it."""

    __slots__ = ("seconds",)

    def __init__(self, seconds: float) -> None:
        super().__init__("Too Many Requests")
        self.seconds = seconds


class NeverLeftError(NetworkError):
    """There was no connection, so the request certainly was not obeyed."""

    __slots__ = ()


class Wire(BaseRequest):
    """Requests by aiohttp, which is here anyway; the library's usual client slows down with every connection it keeps.

    It tells every 429 apart, also one without a time, and keeps broken answers out of the logs.
    """

    def __init__(self, *, read: float = _READ, at_once: int = _AT_ONCE) -> None:
        self._read, self._at_once = read, at_once
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds that an answer may take."""
        return self._read

    async def initialize(self) -> None:
        """Open the wire; proxies are those of the environment, which is read for every request only where it names any."""
        if self._session is None:
            proxied = bool(getproxies())
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=self._at_once), trust_env=proxied)

    async def shutdown(self) -> None:
        """Close the wire."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401  # the library's own mark for "not given" is no public type
        write_timeout: Any = None,  # noqa: ANN401
        connect_timeout: Any = None,  # noqa: ANN401
        pool_timeout: Any = None,  # noqa: ANN401
    ) -> tuple[int, bytes]:
        """Make a request; raises :class:`FloodedError` where it was not taken for now."""
        if self._session is None:
            raise NeverLeftError("the wire is closed")
        read = self._read if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        limits = aiohttp.ClientTimeout(total=None, connect=_CONNECT + _POOL, sock_connect=_CONNECT, sock_read=read)
        headers = {"User-Agent": self.USER_AGENT}
        try:
            async with self._session.request(method, url, data=_form(request_data), timeout=limits, headers=headers) as response:
                code, payload = response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NeverLeftError(type(error).__name__) from None
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError) as error:  # without its words: they may hold the address
            raise NetworkError(type(error).__name__) from None
        if code == 429:
            raise FloodedError(_asked_to_wait(payload))
        return code, payload

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read an answer. Unlike the library's own, this one does not log what cannot be read."""
        try:
            found = json.loads(payload.decode("utf-8", "replace"))
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict) or (found.get("ok") is True and "result" not in found):
            raise TelegramError("Invalid server response") from None
        if found.get("ok") is False and not isinstance(found.get("parameters", {}), dict):
            del found["parameters"]
        return found


def _form(data: RequestData | None) -> aiohttp.FormData | dict[str, str] | None:
    if data is None or not data.contains_files:
        return data.json_parameters if data else None
    form = aiohttp.FormData(data.json_parameters)
    for name, (filename, content, kind) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form


def _asked_to_wait(payload: bytes) -> float:
    try:
        seconds = json.loads(payload)["parameters"]["retry_after"]
        return max(float(seconds), 0.1)
    except (ValueError, TypeError, KeyError, RecursionError):
        return _USUAL_WAIT


class Line(Bot):
    """The library's bot, which also hands out updates as they came: one odd update must not cost the whole batch.

    Of what is written, Telegram sends the whole message back; only its number is read.
    """

    async def write(self, method: str, **said: object) -> int:
        """Send or change a message by a method of the Bot API; returns the number of the message."""
        found = await self._post(method, said)
        if not isinstance(found, dict) or not isinstance(found.get("message_id"), int):
            raise TelegramError("Invalid server response")
        return cast("int", found["message_id"])

    async def updates(self, offset: int | None, seconds: int) -> list[Mapping[str, Any]]:
        """Wait up to ``seconds`` for updates; asking with ``offset`` tells Telegram that all before it have arrived."""
        asked = {"offset": offset, "timeout": seconds, "limit": 100, "allowed_updates": UPDATES}
        found = await self._post("getUpdates", asked, read_timeout=seconds + 10)
        if not isinstance(found, list):
            raise TelegramError("Invalid server response")
        return cast("list[Mapping[str, Any]]", [one for one in found if isinstance(one, dict)])


def line(token: str, address: str) -> Line:
    """Open the wire for a token; ``address`` is that of the Bot API, such as https://api.telegram.org."""
    root = address.rstrip("/")
    return Line(token, f"{root}/bot", f"{root}/file/bot", request=Wire(), get_updates_request=Wire(at_once=2))


def gone(error: BaseException) -> bool:
    """Say whether a chat is closed to us for good."""
    if isinstance(error, Forbidden):  # a gateway on the way may refuse, too; it does not write like Telegram
        return error.message.startswith("Forbidden: ")
    return isinstance(error, BadRequest) and any(words in error.message.lower() for words in _GONE)


def blame(error: Exception) -> DeliveryFailed:
    """Read an error as what became of the message. The words are ours: Telegram's may repeat what was sent."""
    if isinstance(error, DeliveryFailed):
        return error
    if isinstance(error, FloodedError):
        return DeliveryFailed(f"Telegram asks to wait {error.seconds:g} s", retry_after=error.seconds)
    if gone(error):
        return DeliveryFailed("blocked, or the chat is gone", permanent=True)
    if isinstance(error, BadRequest):
        return DeliveryFailed("Telegram refuses the message as it is", permanent=True)
    if isinstance(error, InvalidToken | ChatMigrated | Forbidden | NeverLeftError):
        return DeliveryFailed(f"not sent: {type(error).__name__}")
    if isinstance(error, NetworkError):
        return DeliveryFailed("no answer, or one that says nothing", ambiguous=True)
    return DeliveryFailed(f"not understood: {type(error).__name__}", ambiguous=True)
