"""What an author writes, made up for tests: questions, cases and topics as TOML, in a folder laid out like content/."""

import shutil
from pathlib import Path
from random import Random

from tests.conftest import CONTENT

_WORDS = (
    "amber basil cedar delta ember fennel garnet hazel indigo juniper kelp linden maple nutmeg onyx poplar quartz rowan saffron thistle umber "
    "violet walnut yarrow zinnia alder birch clover dogwood elder fern ginger heather iris jasmine laurel myrtle nettle olive peony"
).split()
_SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru".split()


def stem(number: int) -> str:
    """Write a stem that is like no other."""
    chance = Random(number)
    words = ["".join(chance.choice(_SYLLABLES) for _ in range(3)) for _ in range(14)]
    return f"Of {', '.join(words[:7])} and of {', '.join(words[7:])}, which one is number {number} in this list?"


def question(name: str, area: str = "anatomy", level: str = "medium", key: str = "A", number: int = 0, more: str = "", table="question"):
    """Write a question without codes; options name their letter, so that a reader of a transcript knows them again."""
    lines = [f"[[{table}]]", f'id = "{name}"']
    if table == "question":
        lines += [f'area = "{area}"', f'difficulty = "{level}"', "valid_from = 2024-10-01"]
    lines += [f'stem = "{stem(number)}"', *(f'{letter} = "the answer {letter.lower()} of {name}"' for letter in "ABCD"), f'key = "{key}"']
    lines += [
        *(f'why.{letter} = "{letter.lower()} of {name} is what it is, for a reason."' for letter in "ABCD"),
        'source = "Somebody official"',
    ]
    return "\n".join([*lines, more, ""])


NOTE = " ".join(f"{_WORDS[n % len(_WORDS)]}" for n in range(90)) + "."


def case(name: str, questions: int = 3, more: str = "", number: int = 0, note: str = NOTE, inner: str = "") -> str:
    """Write a case."""
    head = f"""[[case]]
id = "{name}"
title = "The case {name}"
areas = ["integumentary", "icd10cm"]
difficulty = "medium"
note = \"\"\"{note}\"\"\"
valid_from = 2024-10-01
{more}
"""
    return head + "\n".join(
        question(f"{name}-{n}", number=number + n, key="ABCD"[n % 4], table="case.question", more=inner) for n in range(1, questions + 1)
    )


def content(folder: Path, questions: str = "", cases: str = "", topics: str = "") -> Path:
    """Lay out a folder of content with the real blueprint."""
    _write(folder, questions, cases, topics)
    shutil.copy(CONTENT / "blueprint.toml", folder)
    return folder


def pack(folder: Path, questions: str = "", cases: str = "", topics: str = "") -> Path:
    """Lay out a private pack."""
    _write(folder, questions, cases, topics)
    return folder


def _write(folder: Path, questions: str, cases: str, topics: str) -> None:
    for part, text in (("questions", questions), ("cases", cases), ("faq", topics)):
        (folder / part).mkdir(parents=True, exist_ok=True)
        if text:
            (folder / part / "one.toml").write_text(text)


def topic(name: str, phrasing: str, related: str) -> str:
    """Write a topic."""
    return f"""[[topic]]
id = "{name}"
title = "About {name}"
group = "exam"
phrasings = ["{phrasing}"]
keywords = ["{name}"]
answer = "**{name}** is what it is. It is nothing else."
more = "{f"Of {name} there is more to tell, and whoever asks for it is told. " * 6}"
source = "Somebody official"
checked = 2026-11-01
expires = 2027-11-01
confidence = "high"
related = ["{related}"]
"""


def order_file(path: Path, *lines: tuple[str, int, str]) -> Path:
    """Write an order file of CMS: codes without dots, 1 where they can be reported, titles."""
    path.write_text(
        "".join(f"{number:05} {code:7} {valid} {title[:60]:60} {title}\r\n" for number, (code, valid, title) in enumerate(lines, 1)),
        newline="",
        encoding="latin-1",
    )
    return path
