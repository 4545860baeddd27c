"""GIFT, the text format of Moodle: ``::name::question {=right#why ~wrong#why}``."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.library.exchange.draft import Draft, Reading
from bot.library.exchange.plain import from_either, from_html

OUR_ID = re.compile(r"[a-z]{3,8}-\d{4}(?:-\d)?")
"""The shape of the ids of our questions, those of cases with a digit more."""

_SIGNS = "~=#{}:\\"
_HIDDEN = {sign: chr(place) for place, sign in enumerate(_SIGNS, 1)} | {"n": chr(len(_SIGNS) + 1)}
_SHOWN = {ord(hidden): "\n" if sign == "n" else sign for sign, hidden in _HIDDEN.items()}
_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]")
_WEIGHT = re.compile(r"\s*%(-?\d{1,3}(?:\.\d+)?)%")
_NOTED = re.compile(r"\[(id|tag):((?:\\.|[^\]\\])*)\]")


def write(drafts: Iterable[Draft]) -> bytes:
    """Write drafts as GIFT; the id is the title of the question, and its idnumber."""
    return "\n".join(_written(draft) for draft in drafts).encode()


def _written(draft: Draft) -> str:
    noted = [("id", draft.name), *(("tag", label) for label in draft.labels())]
    comment = " ".join(f"[{kind}:{_in_brackets(text)}]" for kind, text in noted if text)
    lines = [f"// {comment}", f"::{_escaped(draft.name)}::[plain]{_escaped(draft.stem)} {{"]
    for place, (option, why) in enumerate(zip(draft.options, draft.why, strict=True)):
        # A text that begins like a weight or a format would be read as one.
        weight = "%0%" if place != draft.key and _WEIGHT.match(option) else ""
        lines.append(f"\t{'=' if place == draft.key else '~'}{weight}{_marked(option)}" + (f"#{_marked(why)}" if why else ""))
    if draft.told:
        lines.append(f"\t####{_marked(draft.told)}")
    return "\n".join([*lines, "}", ""])


def _in_brackets(text: str) -> str:
    return re.sub(r"([\\\]])", r"\\\1", text)


def _escaped(text: str) -> str:
    return re.sub(r"([~=#{}:\\])", r"\\\1", text).replace("\n", "\\n")


def _marked(text: str) -> str:
    return ("[plain]" if _FORMAT.match(text) else "") + _escaped(text)


@dataclass(slots=True)
class _Chunk:
    """One question as it stands in the file."""

    line: int
    noted: list[tuple[str, str]]
    body: str


def read(text: str, reading: Reading) -> None:
    """Read GIFT into ``reading``."""
    clean = re.sub("[\x01-\x08]", "", text.replace("\r\n", "\n").replace("\r", "\n"))
    for chunk in _chunks(clean):
        _read(chunk, reading)


def _chunks(text: str) -> Iterator[_Chunk]:
    """Yield questions: they are parted by empty lines, comments may stand before them and in them."""
    noted: list[tuple[str, str]] = []
    body: list[str] = []
    first = 0
    for number, line in enumerate([*text.split("\n"), ""], 1):
        plain = line.strip()
        if plain.startswith("//"):
            noted += [(kind, re.sub(r"\\(.)", r"\1", said)) for kind, said in _NOTED.findall(plain)]
        elif plain.startswith("$CATEGORY:"):
            continue
        elif plain:
            first = first if body else number
            body.append(line)
        elif body:
            yield _Chunk(first, noted, "\n".join(body))
            noted, body = [], []


def _read(chunk: _Chunk, reading: Reading) -> None:
    place = f"line {chunk.line}"
    body = re.sub(r"\\([~=#{}:\\n])", lambda found: _HIDDEN[found[1]], chunk.body)
    titled = re.match(r"\s*::(.*?)::", body, re.DOTALL)
    title = titled[1].translate(_SHOWN).strip() if titled else ""
    body = body[titled.end() :] if titled else body
    place += f', "{title}"' if title else ""
    opened, closed = body.count("{"), body.count("}")
    if not opened and not closed:
        reading.leave(place, "it is a text without answers")
        return
    if (opened, closed) != (1, 1) or body.index("{") > body.index("}"):
        mend = r"close what is opened, leave no empty line within a question, and write \{ or \} for a brace in a text"
        reading.fault(place, f"{opened} braces open and {closed} close; {mend}")
        return
    before, _, rest = body.partition("{")
    inside, _, after = rest.partition("}")
    form = found[1] if (found := _FORMAT.match(before)) else ""
    stem = _plain(before + (f" _____ {after}" if after.strip() else ""), "")
    inside, _, general = inside.partition("####")
    kind = _other_kind(inside)
    answers = list(_answers(inside, form))
    pictured = stem[1] or any(one.pictured for one in answers)
    right = [number for number, one in enumerate(answers) if one.weight > 0]
    if kind or pictured:
        reading.leave(place, kind or "it shows a picture or a recording")
    elif len(right) > 1:
        reading.leave(place, f"it has {len(right)} right answers")
    elif not right:
        reading.fault(place, "no answer is marked as right; write = before it")
    elif re.match(r"\s*[^~=\s]", inside):
        reading.fault(place, "the answers begin with neither = nor ~; write = before the right one, ~ before the others")
    else:
        ids = [said for kind, said in chunk.noted if kind == "id"]
        reading.take(
            Draft(
                stem=stem[0],
                options=tuple(one.text for one in answers),
                key=right[0],
                why=tuple(one.why for one in answers),
                general=_plain(general, form)[0],
                name=ids[-1] if ids else title if OUR_ID.fullmatch(title) else "",
                tags=tuple(said for kind, said in chunk.noted if kind == "tag"),
                place=place,
            )
        )


def _other_kind(inside: str) -> str:
    """Say of which other kind a question is, by what stands in its braces; "" where it offers options."""
    plain = inside.strip()
    if not plain:
        return "it is an essay question"
    if re.match(r"(?:T|F|TRUE|FALSE)\s*(?:#|$)", plain):
        return "it is a true/false question"
    if plain.startswith("#"):
        return "it is a numeric question"
    if "->" in plain and "~" not in plain:
        return "it is a matching question"
    return "it is a short-answer question" if "~" not in plain and "=" in plain else ""


@dataclass(frozen=True, slots=True)
class _Answer:
    text: str
    why: str
    weight: float
    pictured: bool


def _answers(inside: str, form: str) -> Iterator[_Answer]:
    for sign, said in re.findall(r"([~=])([^~=]*)", inside):
        weight = _WEIGHT.match(said) if sign == "~" else None
        option, _, why = (said[weight.end() :] if weight else said).partition("#")
        (text, shows), (reason, also) = _plain(option, form), _plain(why, form)
        yield _Answer(text, reason, 1.0 if sign == "=" else float(weight[1]) if weight else 0.0, shows or also)


def _plain(said: str, form: str) -> tuple[str, bool]:
    """Return the plain text of a text that may begin with the name of its format, and whether it shows a picture."""
    found = _FORMAT.match(said)
    kind = found[1] if found else form
    text = (said[found.end() :] if found else said).translate(_SHOWN)
    return from_html(text) if kind == "html" else (text, False) if kind in ("plain", "markdown") else from_either(text)
