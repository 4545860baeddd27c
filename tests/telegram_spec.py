"""Hold requests to Telegram against the description of its Bot API, and against the limits that file leaves out."""

import json
import re
from functools import cache
from pathlib import Path

_LENGTH = re.compile(r"(\d+)\s*-\s*(\d+)\s+(characters|bytes|seconds)", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_SCALARS = {"Integer": int, "Boolean": bool, "String": str, "Float": float, "True": bool}
# Where the text is counted after the marks are taken out.
_MARKED = {"text", "caption", "message_text"}


@cache
def load(path: Path) -> dict:
    return json.loads(path.read_text())


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


class Spec:
    """``path`` names the description; without it only the limits by hand are held."""

    def __init__(self, path: Path | None) -> None:
        self._api = load(path) if path else None

    def faults(self, method: str, sent: dict[str, str], files: set[str]) -> list[str]:
        """List what is wrong with a request, given as the form that came over the wire."""
        found = _by_hand(method, sent)
        if self._api is None:
            return found
        described = self._api["methods"].get(method)
        if described is None:
            return [*found, f"{method}: there is no such method"]
        return found + self._fields(method, described.get("fields", []), sent, files, form=True)

    def _fields(self, where: str, fields: list[dict], given: dict, files: set[str], *, form: bool = False) -> list[str]:
        known = {field["name"]: field for field in fields}
        found = [f"{where}: unknown field {name}" for name in given if name not in known]
        found += [
            f"{where}: {name} is missing" for name, field in known.items() if field["required"] and name not in given and name not in files
        ]
        for name, value in given.items():
            if name in known:
                found += self._value(f"{where}.{name}", known[name], value, files, form=form)
        return found

    def _value(self, where: str, field: dict, value: object, files: set[str], *, form: bool) -> list[str]:
        if form and "String" not in field["types"]:
            try:
                value = json.loads(value)
            except ValueError:
                return [f"{where}: {value!r} is not JSON"]
        elif form and field["types"] != ["String"] and isinstance(value, str):
            # Integer or String, InputFile or String: what reads as a number is one.
            value = int(value) if "Integer" in field["types"] and re.fullmatch(r"-?\d+", value) else value
        tries = [self._typed(where, kind, value, files) for kind in field["types"]]
        if all(tries):
            return min(tries, key=len)
        return _length(where, field, value)

    def _typed(self, where: str, kind: str, value: object, files: set[str]) -> list[str]:
        if kind.startswith("Array of "):
            if not isinstance(value, list):
                return [f"{where}: not a list"]
            return [
                fault
                for place, one in enumerate(value)
                for fault in self._typed(f"{where}[{place}]", kind.removeprefix("Array of "), one, files)
            ]
        if kind in _SCALARS:
            right = isinstance(value, _SCALARS[kind]) and not (kind == "Integer" and isinstance(value, bool))
            return [] if right else [f"{where}: {value!r} is no {kind}"]
        if kind == "InputFile":
            return (
                []
                if isinstance(value, str) and value.startswith("attach://") and value.removeprefix("attach://") in files
                else [f"{where}: no file"]
            )
        described = self._api["types"].get(kind)
        if described is None:
            return [f"{where}: unknown type {kind}"]
        if "subtypes" in described:
            tries = [self._typed(where, subtype, value, files) for subtype in described["subtypes"]]
            return [] if not all(tries) else min(tries, key=len)
        if not isinstance(value, dict):
            return [f"{where}: {value!r} is no {kind}"]
        return self._fields(where, described.get("fields", []), value, files) + _fixed(where, kind, described, value)


def _fixed(where: str, kind: str, described: dict, value: dict) -> list[str]:
    """Hold a field such as type against the one value that its description names ("must be article")."""
    found = []
    for field in described.get("fields", []):
        must = re.search(r"(?:must be|always) [\"“]?(\w+)[\"”]?$", field["description"].rstrip("."))
        if must and field["name"] in ("type", "source", "status") and field["name"] in value and value[field["name"]] != must[1]:
            found.append(f"{where}.{field['name']}: {value[field['name']]!r}, {kind} must have {must[1]!r}")
    return found


def _length(where: str, field: dict, value: object) -> list[str]:
    match = _LENGTH.search(field["description"])
    if match is None or not isinstance(value, str):
        return []
    low, high, of = int(match[1]), int(match[2]), match[3].lower()
    text = re.sub(r"&(?:lt|gt|amp|quot|#\d+);", "_", _TAG.sub("", value)) if where.rpartition(".")[2] in _MARKED else value
    length = len(text.encode()) if of == "bytes" else units(text)
    return [] if low <= length <= high else [f"{where}: {length} {of}, {low} to {high} fit"]


def _by_hand(method: str, sent: dict[str, str]) -> list[str]:
    """Hold a request against what only the prose of the description, or nothing but experience, says."""
    found = []
    for name, most in (("text", 200 if method == "answerCallbackQuery" else 4096), ("caption", 1024)):
        if name in sent:
            text = re.sub(r"&(?:lt|gt|amp|quot|#\d+);", "_", _TAG.sub("", sent[name])) if "parse_mode" in sent else sent[name]
            if units(text) > most or (name == "text" and method != "answerCallbackQuery" and not text.strip("\u200b \n")):
                found.append(f"{method}.{name}: {units(text)} units")
    if method == "setMyCommands":
        commands = json.loads(sent["commands"])
        if len(commands) > 100:
            found.append("setMyCommands: more than 100 commands")
        found += [f"setMyCommands: {one['command']!r}" for one in commands if not re.fullmatch(r"[a-z0-9_]{1,32}", one["command"])]
        found += [f"setMyCommands: description of {one['command']}" for one in commands if not 1 <= len(one["description"]) <= 256]
    if method == "answerInlineQuery":
        results = json.loads(sent["results"])
        if len(results) > 50:
            found.append("answerInlineQuery: more than 50 results")
        if len({one["id"] for one in results}) != len(results):
            found.append("answerInlineQuery: an id twice")
        found += [f"answerInlineQuery: id of {len(one['id'].encode())} bytes" for one in results if not 1 <= len(one["id"].encode()) <= 64]
        if len(sent.get("next_offset", "").encode()) > 64:
            found.append("answerInlineQuery: next_offset")
        start = json.loads(sent.get("button", "{}")).get("start_parameter")
        if start is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", start):
            found.append(f"answerInlineQuery: start_parameter {start!r}")
        for one in results:
            found += _markup(method, one.get("reply_markup", {}))
    if method == "setWebhook" and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", sent.get("secret_token", "none")):
        found.append("setWebhook: secret_token")
    if method == "setWebhook" and sent["url"] and not sent["url"].startswith("https://"):
        found.append("setWebhook: not HTTPS")
    if method == "getUpdates" and not (1 <= int(sent.get("limit", 100)) <= 100 and 0 <= int(sent.get("timeout", 0)) <= 50):
        found.append("getUpdates: limit or timeout")
    if "reply_markup" in sent:
        found += _markup(method, json.loads(sent["reply_markup"]))
    return found


def _markup(method: str, markup: dict) -> list[str]:
    found = []
    rows = markup.get("inline_keyboard", [])
    if sum(map(len, rows)) > 100 or any(not 1 <= len(row) <= 8 for row in rows):
        found.append(f"{method}: {sum(map(len, rows))} buttons, {max(map(len, rows), default=0)} in a row")
    for button in (button for row in rows if isinstance(row, list) for button in row):
        if len(set(button) - {"text", "icon_custom_emoji_id", "style"}) != 1 or not button["text"].strip():
            found.append(f"{method}: a button does not do exactly one thing")
        if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
            found.append(f"{method}: callback_data of {len(button['callback_data'].encode())} bytes")
        match = re.match(r"https://t\.me/\w+\?start=(.*)", button.get("url", ""))
        if match and not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", match[1]):
            found.append(f"{method}: deep link {match[1]!r}")
    if not 1 <= len(markup.get("input_field_placeholder", "x")) <= 64:
        found.append(f"{method}: placeholder")
    return found
