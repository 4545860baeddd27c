"""What one folder of content holds: its questions and cases, its answers. Read once, compiled, found again at the next start."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bot.library import compiled
from bot.library.case import Case
from bot.library.fault import Fault
from bot.library.load import ContentError, Form, Item, Value, read_all, read_area, read_case, read_focus, read_question, read_topic
from bot.library.question import Question
from bot.library.topic import LOOK_UP, NOT_OURS, Area, Focus, Topic

Part = TypeVar("Part")

_WORDINGS = (("wordings.tsv", 2, ""), ("not-ours.txt", 1, NOT_OURS), ("look-ups.txt", 1, LOOK_UP))


@dataclass(frozen=True, slots=True)
class Bank:
    """Everything that can be asked: questions in the order of files and of items in them, those of cases last."""

    questions: tuple[Question, ...] = ()
    cases: tuple[Case, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything that can be answered: topics, and further wordings as (topic, wording)."""

    topics: tuple[Topic, ...] = ()
    wordings: tuple[tuple[str, str], ...] = ()


def bank_files(folder: Path) -> list[Path]:
    """List the files that hold questions and cases."""
    return [*sorted((folder / "questions").glob("*.toml")), *sorted((folder / "cases").glob("*.toml"))]


def answer_files(folder: Path) -> list[Path]:
    """List the files that hold topics and wordings."""
    others = [folder / "faq" / name for name, _columns, _of in _WORDINGS]
    return [*sorted((folder / "faq").glob("*.toml")), *(path for path in others if path.exists())]


def read_bank(folder: Path, areas: Iterable[str]) -> Bank:
    """Read all questions and cases; faults raise :class:`ContentError`."""
    faults: list[Fault] = []
    known = tuple(areas)
    questions = [question for _item, question in read_questions(folder, known, faults)]
    cases = [read for _item, read in read_cases(folder, known, faults)]
    if faults:
        raise ContentError(faults)
    return Bank((*questions, *(question for _case, mine in cases for question in mine)), tuple(case for case, _mine in cases))


def read_answers(folder: Path) -> Answers:
    """Read all topics and wordings; faults raise :class:`ContentError`."""
    faults: list[Fault] = []
    topics = tuple(topic for _item, topic in read_topics(folder, faults))
    wordings = tuple((topic, wording) for _file, _line, topic, wording in read_wordings(folder, faults))
    if faults:
        raise ContentError(faults)
    return Answers(topics, wordings)


def bank_of(folder: Path, areas: Iterable[str], cache: Path | None) -> Bank:
    """Give the questions and cases of a folder, compiled where they can be."""
    return _through(cache, "bank", folder, [folder / "blueprint.toml", *bank_files(folder)], Bank, lambda: read_bank(folder, areas))


def answers_of(folder: Path, cache: Path | None) -> Answers:
    """Give the topics and wordings of a folder, compiled where they can be."""
    return _through(cache, "answers", folder, answer_files(folder), Answers, lambda: read_answers(folder))


def _through(cache: Path | None, name: str, folder: Path, files: list[Path], kind: type[Part], read: Callable[[], Part]) -> Part:
    if cache is None:
        return read()
    made_of = compiled.checksum(files, folder, kind)
    found = compiled.find(cache, name, folder, kind, made_of)
    if found is None:
        found = read()
        if compiled.checksum(files, folder, kind) == made_of:  # or somebody wrote into the files meanwhile
            compiled.keep(cache, name, folder, made_of, found)
    return found


def read_areas(folder: Path, faults: list[Fault]) -> list[tuple[Item, Area]]:
    """Read the areas of the blueprint."""
    return read_all([folder / "blueprint.toml"], folder, "area", read_area, faults, beside="focus")


def read_focuses(folder: Path, faults: list[Fault]) -> list[tuple[Item, Focus]]:
    """Read what the blueprint names to be practised across the areas."""
    return read_all([folder / "blueprint.toml"], folder, "focus", read_focus, faults, beside="area")


def read_questions(folder: Path, areas: tuple[str, ...], faults: list[Fault]) -> list[tuple[Item, Question]]:
    """Read all question files; the questions of cases are not in them."""

    def read(form: Form) -> Question:
        return read_question(form, areas)

    return read_all(sorted((folder / "questions").glob("*.toml")), folder, "question", read, faults)


def read_cases(folder: Path, areas: tuple[str, ...], faults: list[Fault]) -> list[tuple[Item, tuple[Case, tuple[Question, ...]]]]:
    """Read all case files: each case with its questions."""

    def read(form: Form) -> tuple[Case, tuple[Question, ...]]:
        return read_case(form, areas)

    return read_all(sorted((folder / "cases").glob("*.toml")), folder, "case", read, faults)


def read_topics(folder: Path, faults: list[Fault]) -> list[tuple[Item, Topic]]:
    """Read all FAQ files."""
    return read_all(sorted((folder / "faq").glob("*.toml")), folder, "topic", read_topic, faults)


def read_wordings(folder: Path, faults: list[Fault]) -> list[tuple[str, int, str, str]]:
    """Read the further wordings as (file, line, topic, wording); the two lists without topics are classes of their own."""
    found: list[tuple[str, int, str, str]] = []
    for name, columns, of in _WORDINGS:
        path = folder / "faq" / name
        if not path.exists():
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            parts = line.split("\t")
            if len(parts) != columns:
                wanted = "a topic, one tab, a wording" if columns == 2 else "one wording, no tab"
                faults.append(Fault(f"{folder.name}/faq/{name}", f"line {number}", f"{len(parts) - 1} tabs; write {wanted}"))
                continue
            found.append((name, number, of or parts[0], parts[-1].strip()))
    return found


def sound(found: list[tuple[Item, Value]], faults: list[Fault]) -> list[Value]:
    """Give the values that were read; faults raise :class:`ContentError`."""
    if faults:
        raise ContentError(faults)
    return [value for _item, value in found]
