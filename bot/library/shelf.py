"""The library: everything an instructor wrote, loaded once, found by id."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bot.codebook.build import OwnWords
from bot.codebook.thesaurus import Thesaurus
from bot.library.codes import CptSection, own_words_unread, read_cpt_sections, read_own_words, read_thesaurus
from bot.library.load import ContentError, Fault, Form, Item, Value, read_all, read_area, read_focus, read_question, read_topic
from bot.library.question import Question
from bot.library.topic import LOOK_UP, NOT_OURS, Area, Focus, Topic


@dataclass(frozen=True)
class Library:
    """The content below one folder. Each part is read when it is first asked for.

    Faulty items raise :class:`ContentError` with every fault of that part; the tutor does not start half a library.
    """

    folder: Path
    cache: Path | None = None
    """Where what was made of the content may be kept, so that the next start is quick."""

    @cached_property
    def areas(self) -> dict[str, Area]:
        """The areas of the exam in blueprint order, by slug."""
        faults: list[Fault] = []
        found = read_areas(self.folder, faults)
        return {area.slug: area for _item, area in _sound(found, faults)}

    @cached_property
    def focuses(self) -> dict[str, Focus]:
        """What can be practised across the areas, by slug."""
        faults: list[Fault] = []
        found = read_focuses(self.folder, faults)
        return {focus.slug: focus for _item, focus in _sound(found, faults)}

    @cached_property
    def questions(self) -> dict[str, Question]:
        """All questions by id, in the order of files and of items in them."""
        faults: list[Fault] = []
        found = read_questions(self.folder, tuple(self.areas), faults)
        return {question.id: question for _item, question in _sound(found, faults)}

    @cached_property
    def topics(self) -> dict[str, Topic]:
        """All FAQ topics by id."""
        faults: list[Fault] = []
        found = read_topics(self.folder, faults)
        return {topic.id: topic for _item, topic in _sound(found, faults)}

    @cached_property
    def thesaurus(self) -> Thesaurus:
        """Words that people use and the code book does not."""
        return read_thesaurus(self.folder)

    @cached_property
    def own_words_unread(self) -> OwnWords:
        """The checksums of what we say of code sets ourselves; the words are read when they are needed."""
        return own_words_unread(self.folder)

    @cached_property
    def own_words(self) -> OwnWords:
        """What we say of code sets ourselves."""
        return read_own_words(self.folder)

    @cached_property
    def cpt_sections(self) -> dict[str, CptSection]:
        """CPT by section, by slug."""
        faults: list[Fault] = []
        found = read_cpt_sections(self.folder, faults)
        if faults:
            raise ContentError(faults)
        return {section.slug: section for section in found}

    @cached_property
    def wordings(self) -> list[tuple[str, str]]:
        """Every known way to ask, as (topic, wording), with what is not ours and what is to be looked up as topics."""
        faults: list[Fault] = []
        found = [(topic.id, wording) for topic in self.topics.values() for wording in (*topic.phrasings, *topic.keywords, topic.title)]
        found += [(topic, wording) for _file, _line, topic, wording in read_wordings(self.folder, faults)]
        if faults:
            raise ContentError(faults)
        return found

    @cached_property
    def known_words(self) -> frozenset[str]:
        """The words of all wordings: what may be kept of a question that had no answer, since a name is not among them."""
        return frozenset(word for _topic, wording in self.wordings for word in re.findall(r"[a-z]+", wording.lower()))


def _sound(found: list[tuple[Item, Value]], faults: list[Fault]) -> list[tuple[Item, Value]]:
    if faults:
        raise ContentError(faults)
    return found


def read_areas(folder: Path, faults: list[Fault]) -> list[tuple[Item, Area]]:
    """Read the areas of the blueprint."""
    return read_all([folder / "blueprint.toml"], folder, "area", read_area, faults, beside="focus")


def read_focuses(folder: Path, faults: list[Fault]) -> list[tuple[Item, Focus]]:
    """Read what the blueprint names to be practised across the areas."""
    return read_all([folder / "blueprint.toml"], folder, "focus", read_focus, faults, beside="area")


def read_questions(folder: Path, areas: tuple[str, ...], faults: list[Fault]) -> list[tuple[Item, Question]]:
    """Read all question files."""

    def read(form: Form) -> Question:
        return read_question(form, areas)

    return read_all(sorted((folder / "questions").glob("*.toml")), folder, "question", read, faults)


def read_topics(folder: Path, faults: list[Fault]) -> list[tuple[Item, Topic]]:
    """Read all FAQ files."""
    return read_all(sorted((folder / "faq").glob("*.toml")), folder, "topic", read_topic, faults)


def read_wordings(folder: Path, faults: list[Fault]) -> list[tuple[str, int, str, str]]:
    """Read the further wordings as (file, line, topic, wording); the two lists without topics are classes of their own."""
    found: list[tuple[str, int, str, str]] = []
    for name, columns, of in (("wordings.tsv", 2, ""), ("not-ours.txt", 1, NOT_OURS), ("look-ups.txt", 1, LOOK_UP)):
        path = folder / "faq" / name
        if not path.exists():
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            parts = line.split("\t")
            if len(parts) != columns:
                wanted = "a topic, one tab, a wording" if columns == 2 else "one wording, no tab"
                faults.append(Fault(f"content/faq/{name}", f"line {number}", f"{len(parts) - 1} tabs; write {wanted}"))
                continue
            found.append((name, number, of or parts[0], parts[-1].strip()))
    return found
