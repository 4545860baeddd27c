"""The least of an event that the library must be able to read, for where it stumbles over the rest.

Discord adds to its events all the time, and the library gives up the whole connection over one field that it misses or does
not know; everybody's interactions would be lost with it. What we need of an event is little, and that little is read anew.
"""

from collections.abc import Mapping
from typing import Any

_TEXT_CHANNEL, _PRIVATE, _GROUP = 0, 1, 3
_IN_GROUP = 2
"""The context of an interaction among people; also where none is named, since others may be there."""

_EMPTY: dict[str, Any] = {
    "attachments": [], "embeds": [], "mentions": [], "mention_roles": [], "pinned": False, "mention_everyone": False, "tts": False,
    "edited_timestamp": None, "components": [], "content": "", "flags": 0, "type": 0, "timestamp": "2015-01-01T00:00:00+00:00",
}  # fmt: skip


def least(event: str, data: Mapping[str, Any]) -> dict[str, Any] | None:
    """Reduce an event to what we need of it; None where we need nothing of it. Raises where that is not there."""
    if event == "INTERACTION_CREATE":
        return _interaction(data)
    if event == "MESSAGE_CREATE" and data.get("guild_id") is None:
        return _message(data)
    return None


def _interaction(data: Mapping[str, Any]) -> dict[str, Any]:
    context, server = data.get("context"), data.get("guild_id")
    member = data.get("member") or {}
    found = {name: data[name] for name in ("id", "application_id", "type", "token", "data") if name in data}
    found |= {"version": 1, "attachment_size_limit": 0, "context": context if context in (0, 1) else _IN_GROUP}
    who = _user(member.get("user") or data["user"])
    if server:
        found |= {"guild_id": server, "member": {"user": who, "roles": [], "flags": 0, "permissions": member.get("permissions", "0")}}
    else:
        found["user"] = who
    shape = _TEXT_CHANNEL if server else _PRIVATE if context == 1 else _GROUP
    channel = {"id": data.get("channel_id") or (data.get("channel") or {}).get("id") or who["id"], "type": shape}
    found["channel"] = channel | {"name": "", "position": 0, "icon": None, "owner_id": None, "recipients": []}
    if data.get("message"):
        found["message"] = _message(data["message"]) | {"content": ""}
    return found


def _message(data: Mapping[str, Any]) -> dict[str, Any]:
    flags = {"flags": data["flags"]} if isinstance(data.get("flags"), int) else {}
    kind = {"type": data["type"]} if isinstance(data.get("type"), int) else {}
    content = {"content": data["content"]} if isinstance(data.get("content"), str) else {}
    return _EMPTY | flags | kind | content | {"id": data["id"], "channel_id": data["channel_id"], "author": _user(data["author"])}


def _user(data: Mapping[str, Any]) -> dict[str, Any]:
    name = data.get("global_name") or data.get("username") or ""
    return {"id": data["id"], "username": name, "discriminator": "0", "avatar": None, "bot": bool(data.get("bot"))}
