"""Text as Telegram takes it: HTML with the two marks, everything else literal, in pieces that fit."""

import re
from html import escape
from itertools import accumulate

from bot.chat import Person, literal

LONGEST = 4096
LONGEST_CAPTION = 1024
"""Both count UTF-16 units, the larger of the two ways to count, after the marks are taken out."""

_MARK = re.compile(r"(\*\*|`)")
_COLUMNS, _SCREEN, _UNFOLDED = 38, 30, 20
"""Characters in a line on a phone, lines on its screen, and how many of a longer text are shown before it is unfolded."""

_MARGIN = 64
"""Units left free in a piece, for what is put around it."""


def html(text: str) -> str:
    """Turn the two marks into tags; a mark without its partner is literal.

    >>> html("**E11** < `a & b` ** c")
    '<b>E11</b> &lt; <code>a &amp; b</code> ** c'
    """
    done = []
    for piece, strong, code in _runs(text):
        # Telegram keeps no tag inside <code>, nor <code> inside another, so runs follow one another.
        tag = "code" if code else "b" if strong else ""
        done.append(f"<{tag}>{escape(piece, quote=False)}</{tag}>" if tag else escape(piece, quote=False))
    return "".join(done)


def called(person: Person) -> str:
    r"""Call somebody by their id, as Telegram does also where they have no name with an @.

    >>> called(Person("7", "Ben <3"))
    '<a href="tg://user?id=7">Ben &lt;3</a>\n'
    """
    return f'<a href="tg://user?id={int(person.user)}">{escape(literal(person.name, 24), quote=False) or "You"}</a>\n'


def folded(text: str) -> str:
    """Write a text like :func:`html`; of one that takes more than a screen, what comes later is folded until it is tapped."""
    lines = text.split("\n")
    heights = [max(1, -(-len(line) // _COLUMNS)) for line in lines]
    if sum(heights) <= _SCREEN:
        return html(text)
    shown = max(1, sum(1 for height in accumulate(heights) if height <= _UNFOLDED))
    above, below = "\n".join(lines[:shown]).rstrip("\n"), "\n".join(lines[shown:]).strip("\n")
    if not above or not below or plain(f"{above}\n{below}") != f"{plain(above)}\n{plain(below)}":  # the cut goes through a mark's reach
        return html(text)
    return f"{html(above)}\n<blockquote expandable>{html(below)}</blockquote>"


def plain(text: str) -> str:
    """Take the marks out, leaving what is read.

    >>> plain("**E11** is `a code`, 2 ** 3")
    'E11 is a code, 2 ** 3'
    """
    return "".join(piece for piece, _strong, _code in _runs(text))


def _runs(text: str) -> list[tuple[str, bool, bool]]:
    """Cut a text into runs: the words, whether they are strong, whether they are code."""
    parts = _MARK.split(text)
    # For each part, which marks are still to come: an opening mark without a closing one is literal.
    runs: list[tuple[str, bool, bool]] = []
    strong = code = False
    for place, part in enumerate(parts):
        if place % 2 and part == "`" and (code or "`" in parts[place + 2 :: 2]):
            code = not code
        elif place % 2 and part == "**" and not code and (strong or "**" in parts[place + 2 :: 2]):
            strong = not strong
        elif part:
            if runs and runs[-1][1:] == (strong, code):
                runs[-1] = (runs[-1][0] + part, strong, code)
            else:
                runs.append((part, strong, code))
    return runs


def units(text: str) -> int:
    """Count as Telegram may: a character beyond the basic plane, such as most emoji, is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def pieces(text: str, longest: int = LONGEST) -> list[str]:
    """Cut a text into pieces that fit, at line breaks where possible, else at blanks.

    >>> pieces("aaa bbb ccc", 80)
    ['aaa bbb ccc']
    """
    found: list[str] = []
    rest, room = text, longest - _MARGIN
    while units(rest) > room:
        end = _reach(rest, room)
        cut = max(rest.rfind("\n", 1, end), 0) or max(rest.rfind(" ", 1, end), 0) or end
        found.append(rest[:cut].rstrip() or rest[:cut])
        rest = rest[cut:].lstrip("\n ")
    return [*found, rest] if rest.strip() else found


def _reach(text: str, room: int) -> int:
    """Find how many characters fit into so many units."""
    used = 0
    for place, char in enumerate(text):
        used += 1 + (char > "\uffff")
        if used > room:
            return place
    return len(text)
