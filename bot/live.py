"""What is live at a moment: a library and the index of its FAQ, exchanged together when a private pack changes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.codebook.shelf import CodeBook
from bot.library.shelf import Library
from bot.matching import Ranked

if TYPE_CHECKING:
    from bot.library.drills.shelf import Drills
    from bot.topics import TopicMatcher


@dataclass(frozen=True)
class Live:
    """One state. Whoever is being answered keeps the state that they began with, so that a topic never goes missing midway."""

    library: Library
    codebook: CodeBook

    @cached_property
    def _topics(self) -> TopicMatcher:
        """The index of the FAQ. Made when it is first asked, since a code look-up should not wait for NumPy."""
        from bot.topics import taught

        return taught(self.library, self.codebook)

    @cached_property
    def drills(self) -> Drills:
        """The drills. Read when they are first asked for, since most messages are about something else."""
        from bot.library.drills.shelf import Drills

        return Drills(self.codebook, self.library.folder)

    def rank(self, text: str) -> Ranked:
        """Rank the FAQ topics for a text."""
        return self._topics.rank(text)

    def then(self, library: Library) -> Live:
        """The state with another library. An index that is in use is made anew before anybody waits for it, if wordings changed."""
        new = Live(library, self.codebook)
        if "_topics" in self.__dict__:
            if library.wordings == self.library.wordings:
                new.__dict__["_topics"] = self._topics
            else:
                _ = new._topics
        return new
