"""The library: everything an instructor wrote, loaded once, found by id."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from bot.codebook.build import OwnWords
from bot.codebook.thesaurus import Thesaurus
from bot.guard import GIVEN_NAMES
from bot.library.case import Case
from bot.library.codes import CptSection, own_words_unread, read_cpt_sections, read_own_words, read_thesaurus
from bot.library.contents import Answers, Bank, answers_of, bank_of, read_areas, read_focuses, sound
from bot.library.fault import Fault
from bot.library.load import ContentError
from bot.library.pack import Pack
from bot.library.question import Question
from bot.library.topic import NOT_OURS, Area, Focus, Topic


@dataclass(frozen=True)
class Contents:
    """The content that ships: each part is read when it is first asked for, compiled where it was read before.

    Faulty items raise :class:`ContentError` with every fault of that part; the tutor does not start half a library.
    """

    folder: Path
    cache: Path | None

    @cached_property
    def areas(self) -> dict[str, Area]:
        """The areas of the exam in blueprint order, by slug."""
        faults: list[Fault] = []
        return {area.slug: area for area in sound(read_areas(self.folder, faults), faults)}

    @cached_property
    def focuses(self) -> dict[str, Focus]:
        """What can be practised across the areas, by slug."""
        faults: list[Fault] = []
        return {focus.slug: focus for focus in sound(read_focuses(self.folder, faults), faults)}

    @cached_property
    def bank(self) -> Bank:
        """Questions and cases."""
        return bank_of(self.folder, self.areas, self.cache)

    @cached_property
    def answers(self) -> Answers:
        """Topics and wordings."""
        return answers_of(self.folder, self.cache)


@dataclass(frozen=True)
class Library:
    """The content below one folder, and that of private packs beside it. Each part is read when it is first asked for."""

    folder: Path
    cache: Path | None = None
    """Where what was made of the content may be kept, so that the next start is quick."""
    packs: tuple[Pack, ...] = ()
    quarantined: frozenset[str] = frozenset()
    """Questions that are not asked any more for now, since they do harm in use."""
    shared: Contents | None = None
    """What another library of the same folder has read already."""

    own: tuple[Question, ...] = ()
    """Questions of rooms, read for the occasion: they are found by their ids, and are nobody's practice."""

    def with_packs(self, packs: tuple[Pack, ...]) -> "Library":
        """The same library with these packs beside it; what ships is not read again."""
        return replace(self, packs=packs, shared=self._own)

    def without(self, questions: frozenset[str]) -> "Library":
        """The same library with these questions set aside."""
        return replace(self, quarantined=questions, shared=self._own)

    def knowing(self, own: tuple[Question, ...]) -> "Library":
        """The same library, which finds these questions of rooms, too."""
        return replace(self, own=own, shared=self._own) if own else self

    @cached_property
    def _own(self) -> Contents:
        return self.shared or Contents(self.folder, self.cache)

    @property
    def areas(self) -> dict[str, Area]:
        """The areas of the exam in blueprint order, by slug."""
        return self._own.areas

    @property
    def focuses(self) -> dict[str, Focus]:
        """What can be practised across the areas, by slug."""
        return self._own.focuses

    @cached_property
    def questions(self) -> dict[str, Question]:
        """All questions by id: those of cases and of mock exams, too."""
        banks = (self._own.bank, *(pack.bank for pack in self.packs))
        return {question.id: question for questions in (*(bank.questions for bank in banks), self.own) for question in questions}

    @cached_property
    def cases(self) -> dict[str, Case]:
        """All cases by id."""
        banks = (self._own.bank, *(pack.bank for pack in self.packs))
        return {case.id: case for bank in banks for case in bank.cases}

    @cached_property
    def practice(self) -> dict[str, Question]:
        """The questions that can be practised one by one: neither of a case nor set aside for a mock exam."""
        aside = self.quarantined | {one.id for one in self.own}
        return {name: one for name, one in self.questions.items() if one.case is None and one.mock is None and name not in aside}

    @cached_property
    def practice_cases(self) -> dict[str, Case]:
        """The cases that can be practised."""
        return {name: case for name, case in self.cases.items() if case.mock is None and not self.quarantined & set(case.questions)}

    def mock(self, number: int, day: date | None = None) -> tuple[str, ...]:
        """List the questions of a mock exam in the order of the exam: area by area, cases last and each as a whole.

        ``day`` stands for an edition: what is not valid on it is left out, and what takes its place is in.
        """
        order = list(self.areas)
        mine = [one for one in self.questions.values() if one.mock == number and (day is None or one.valid_on(day))]

        def place(one: Question) -> tuple[int, bool, str, int]:
            within = self.cases[one.case].questions.index(one.id) if one.case else 0
            # Mixed within an area, but always in the same way.
            return order.index(one.area), one.case is not None, sha256((one.case or one.id).encode()).hexdigest(), within

        return tuple(one.id for one in sorted(mine, key=place))

    @cached_property
    def topics(self) -> dict[str, Topic]:
        """All FAQ topics by id."""
        return {topic.id: topic for answers in self._answers for topic in answers.topics}

    @property
    def _answers(self) -> tuple[Answers, ...]:
        return (self._own.answers, *(pack.answers for pack in self.packs))

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
        found = [(topic.id, wording) for topic in self.topics.values() for wording in (*topic.phrasings, *topic.keywords, topic.title)]
        return [*found, *(wording for answers in self._answers for wording in answers.wordings)]

    @property
    def sentences(self) -> list[tuple[str, str]]:
        """The sentences of all answers, as (topic, sentence): what an answer is about teaches which questions it answers.

        Asked for once or twice in a process; kept, they would cost it megabytes.
        """
        found = [(topic.id, re.split(r"(?<=[.?!:;])\s+", f"{topic.answer}\n{topic.more}")) for topic in self.topics.values()]
        said = [(topic, one) for topic, texts in found for one in texts if len(one.split()) > 3]
        return said + [(topic.id, f"{topic.title} {keyword}") for topic in self.topics.values() for keyword in topic.keywords]

    @cached_property
    def known_words(self) -> frozenset[str]:
        """The words of our own topics: what may be kept of a question that had no answer.

        Words of what is not ours are left out, and given names: there a name may stand among them.
        """
        ours = [text for topic, text in (*self.wordings, *self.sentences) if topic != NOT_OURS]
        return frozenset(word for text in ours for word in re.findall(r"[a-z]+", text.lower())) - GIVEN_NAMES
