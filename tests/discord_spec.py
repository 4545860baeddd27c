"""What Discord takes: its own description of the interface, and by hand the limits which that leaves out.

``Spec.check`` raises with one sentence where a request would be refused. ``plain`` reads a text as Discord would show it,
and refuses marks that nobody meant.
"""

import json
import os
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

V2, EPHEMERAL = 1 << 15, 1 << 6
_NAME = re.compile(r"^[-_'a-z0-9]{1,32}$")
_MARKS = "*_~|"


class RefusedError(AssertionError):
    """Discord would not take this."""


def load() -> "Spec":
    """Read the official description; without it the test is skipped, saying so."""
    folder = os.environ.get("TUTOR_SHARED")
    path = Path(folder or ".") / "specs" / "discord_openapi.json"
    if not folder or not path.exists():
        pytest.skip("TUTOR_SHARED names no folder with specs/discord_openapi.json")
    return Spec(json.loads(path.read_text()))


class Spec:
    """The official description, and what it leaves out."""

    def __init__(self, description: dict) -> None:
        self.paths = description["paths"]
        resource = Resource.from_contents(description, default_specification=DRAFT202012)
        self._registry = Registry().with_resource("urn:d", resource)
        self._templates = [
            (re.compile("/" + re.sub(r"\\{[^/]+?\\}", "[^/]+", re.escape(path.strip("/")))), path)
            for path in sorted(self.paths, key=lambda path: (path.count("{"), path))
        ]
        self._validators: dict[str, Draft202012Validator] = {}
        self.checked = 0

    def check(self, method: str, path: str, body: object, files: list[str] | None = None) -> None:
        """Hold one request against all that is known; ``files`` are the names of what is sent along, where that is known."""
        self.checked += 1
        template = next((template for pattern, template in self._templates if pattern.fullmatch(path)), None)
        if template is None or method.lower() not in self.paths[template]:
            raise RefusedError(f"Discord knows no {method} {path}")
        if body is not None:
            self._against_description(template, method.lower(), body)
            self._by_hand(template, method, body, files)

    def _against_description(self, template: str, method: str, body: object) -> None:
        content = self.paths[template][method].get("requestBody", {}).get("content", {})
        if "application/json" not in content:
            raise RefusedError(f"{method} {template} takes no body")
        pointer = f"urn:d#/paths/{template.replace('~', '~0').replace('/', '~1')}/{method}/requestBody/content/application~1json/schema"
        if pointer not in self._validators:
            self._validators[pointer] = Draft202012Validator({"$ref": pointer}, registry=self._registry)
        error = next(self._validators[pointer].iter_errors(numbered(body)), None)
        if error is not None:
            error = cause(error)
            raise RefusedError(f"{method} {template}: {error.json_path}: {error.message[:300]}")

    def _by_hand(self, template: str, method: str, body: object, files: list[str] | None) -> None:
        if template.endswith("/commands") and method == "PUT":
            commands(body)
        elif template.endswith("/callback"):
            callback(body, files)
        elif template.endswith("/threads"):
            limited("name of a thread", body["name"], 100)
        elif "/messages" in template or template.startswith("/webhooks/"):
            message(body, files)
            if template == "/channels/{channel_id}/messages" and not (0 < len(body.get("nonce") or "") <= 25 and body.get("enforce_nonce")):
                raise RefusedError("a message without a nonce of at most 25 characters may be doubled by a repeat")


def numbered(body: object) -> object:
    """Write ids as texts, as the description has them.

    The library writes two of them as numbers, which Discord takes as well: those of what is sent along, and of who is written to.
    """
    if isinstance(body, list):
        return [numbered(one) for one in body]
    if not isinstance(body, dict):
        return body
    attached = {"attachments": [one | {"id": str(one["id"])} for one in body["attachments"]]} if body.get("attachments") else {}
    recipient = {"recipient_id": str(body["recipient_id"])} if "recipient_id" in body else {}
    return {key: numbered(value) for key, value in body.items()} | attached | recipient


def cause(error):
    """Find what is really wrong in one of several alternatives: the complaint of the one that goes furthest and has the right type."""
    while error.context:
        branches: dict[int, list] = {}
        for one in error.context:
            branches.setdefault(one.schema_path[0], []).append(one)
        wrong_type = {number for number, found in branches.items() if any(list(one.relative_path)[-1:] == ["type"] for one in found)}
        fits = [found for number, found in branches.items() if number not in wrong_type] or list(branches.values())
        error = max((one for found in fits for one in found), key=lambda one: len(one.path))
    return error


def callback(body: dict, files: list[str] | None) -> None:
    """Check the first answer to an interaction."""
    data = body.get("data") or {}
    if body["type"] in (4, 7):
        message(data, files)
    elif body["type"] == 8:
        if len(data["choices"]) > 25 or any(
            not 1 <= len(one["name"]) <= 100 or not 1 <= len(str(one["value"])) <= 100 for one in data["choices"]
        ):
            raise RefusedError("suggestions: 25 at most, of 1 to 100 characters")
        if len({one["value"] for one in data["choices"]}) != len(data["choices"]):
            raise RefusedError("two suggestions are the same")
    elif body["type"] == 9:
        form(data)


def form(data: dict) -> None:
    """Check a form."""
    limited("title of a form", data["title"], 45)
    limited("custom_id of a form", data["custom_id"], 100)
    if data["custom_id"] != data["custom_id"].strip():
        raise RefusedError("a custom_id may lose the blanks at its ends")
    if not 1 <= len(data["components"]) <= 5:
        raise RefusedError("a form has one to five parts")
    for label in data["components"]:
        limited("label", label["label"], 45)
        if label.get("description") is not None:
            limited("description of a label", label["description"], 100)
        limited("custom_id of a field", label["component"]["custom_id"], 100)


def message(body: dict, files: list[str] | None) -> None:
    """Check a message of Components V2, the only kind that we send."""
    if not body.get("flags", 0) & V2:
        raise RefusedError("not a message of Components V2")
    if any(body.get(name) for name in ("content", "embeds", "poll", "sticker_ids")):
        raise RefusedError("Components V2 cannot be mixed with content, embeds, polls or stickers")
    if (body.get("allowed_mentions") or {}).get("parse") != []:
        raise RefusedError("mentions are not ruled out")
    parts = list(walk(body["components"]))
    if len(parts) > 40:
        raise RefusedError(f"{len(parts)} components, 40 fit")
    texts = [part["content"] for part in parts if part["type"] == 10]
    if sum(len(text.encode("utf-16-le")) // 2 for text in texts) > 4000:
        raise RefusedError("more than 4,000 characters of text")
    calls = body["allowed_mentions"]
    called = {*(f"<@&{role}>" for role in calls.get("roles") or ()), *(f"<@{user}>" for user in calls.get("users") or ())}
    for text in texts:
        if text not in called:  # a role or a person who is meant to be called
            plain(text)
    ids = [part["custom_id"] for part in parts if "custom_id" in part]
    if len(ids) != len(set(ids)):
        raise RefusedError(f"two components have the same custom_id: {ids}")
    for part in parts:
        if part["type"] == 1 and not 1 <= len(part["components"]) <= 5:
            raise RefusedError("a row holds one to five buttons")
        if part["type"] == 2:
            limited("label of a button", part["label"], 80)
            limited("custom_id", part["custom_id"], 100)
            if part["custom_id"] != part["custom_id"].strip():
                raise RefusedError("a custom_id may lose the blanks at its ends")
    attached = {one["filename"] for one in body.get("attachments") or () if "filename" in one}
    shown = {url.removeprefix("attachment://") for url in re.findall(r'"(attachment://[^"]+)"', json.dumps(parts))}
    if attached != shown or (files is not None and attached != set(files)):
        raise RefusedError(f"sent along {files}, listed {attached}, shown {shown}")
    for name in attached:
        if not re.fullmatch(r"[A-Za-z0-9_.-]+", name):
            raise RefusedError(f"Discord would rename {name!r}")


def commands(body: list[dict]) -> None:
    """Check a set of slash commands."""
    if len([one for one in body if one.get("type", 1) == 1]) > 100:
        raise RefusedError("more than 100 commands")
    for one in body:
        if not _NAME.fullmatch(one["name"]):
            raise RefusedError(f"command name {one['name']!r}")
        limited("description", one["description"], 100)
        options = one.get("options", [])
        size = len(one["name"]) + len(one["description"])
        if len(options) > 25 or len({option["name"] for option in options}) != len(options):
            raise RefusedError("more than 25 options, or two of one name")
        if [option.get("required", False) for option in options] != sorted(
            (option.get("required", False) for option in options), reverse=True
        ):
            raise RefusedError("required options come first")
        for option in options:
            if not _NAME.fullmatch(option["name"]):
                raise RefusedError(f"option name {option['name']!r}")
            limited("description", option["description"], 100)
            choices = option.get("choices", [])
            if len(choices) > 25 or (choices and option.get("autocomplete")):
                raise RefusedError("more than 25 choices, or choices beside suggestions")
            for choice in choices:
                limited("choice", choice["name"], 100)
                limited("choice", str(choice["value"]), 100)
            size += sum(len(text) for text in (option["name"], option["description"], *(c["name"] + str(c["value"]) for c in choices)))
        if size > 8000:
            raise RefusedError("a command of more than 8,000 characters")


def limited(what: str, text: str, most: int) -> None:
    """Check the length of a text that must not be empty."""
    if not 1 <= len(text) <= most:
        raise RefusedError(f"{what} has {len(text)} characters, 1 to {most} fit")


def walk(components: list[dict]):
    """Yield every component with those inside it."""
    for one in components:
        yield one
        yield from walk(one.get("components", []))
        if "component" in one:
            yield from walk([one["component"]])


CALL = re.compile(r"<@&?[0-9]+>")
"""What calls a role or a user; it stands alone."""

_LINE_MARKS = re.compile(r"^\s*(?:#{1,3} |-# |>{1,3} |>>>|[-*+] |\d+\. )")
_MASKED = re.compile(r"\[[^\]\n]+\]\([^)\n]*\)")


def plain(text: str) -> str:
    r"""Read a text as a person sees it: without marks and escapes. Marks other than strong and code are refused.

    >>> plain(r"**E11** is `a_b` \*x\*")
    'E11 is a_b *x*'
    """
    seen, at, strong, line = [], 0, False, ""
    while at < len(text):
        here = text[at:]
        if not line and (_LINE_MARKS.match(here) or here.startswith("```")):
            raise RefusedError(f"a line would be shown as a list, a heading or a quote: {here[:30]!r}")
        if link := re.match(r"https?://[^\s<>]+", here):
            piece, step = link[0], len(link[0])
        elif here[0] == "\\" and len(here) > 1 and not here[1].isalnum() and not here[1].isspace():
            piece, step = here[1], 2
        elif here.startswith("**"):
            strong, piece, step = not strong, "", 2
        elif code := re.match(r"`([^`\n]+)`", here):
            piece, step = code[1], len(code[0])
        elif here[0] in _MARKS or (here[0] == "<" and len(here) > 1) or re.match(r"@(?:everyone|here)", here) or _MASKED.match(here):
            raise RefusedError(f"a mark that nobody meant: {here[:30]!r}")
        else:
            piece, step = here[0], 1
        seen.append(piece)
        line = "" if piece == "\n" else line + (piece or "x")
        at += step
    if strong:
        raise RefusedError(f"strong does not end: {text!r}")
    return "".join(seen)
