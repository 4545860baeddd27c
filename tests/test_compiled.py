"""What is kept of content for the next start: as if it had been read anew, whole or not at all."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, fields
from datetime import date

import pytest

from bot.library import compiled
from bot.library.contents import Answers, Bank, answers_of, bank_of, read_answers, read_bank
from bot.library.shelf import Library
from tests.conftest import CONTENT
from tests.writing import case, content, question, topic

ROOT = CONTENT.parent
AREAS = ("anatomy", "cases", "integumentary", "icd10cm")


@pytest.fixture
def folder(tmp_path):
    topics = topic("one", "what is one", "two") + topic("two", "what is two", "one")
    return content(tmp_path / "content", question("anat-0001"), case("case-0001", 3, number=9), topics)


def test_what_is_kept_is_what_was_read(tmp_path, library):
    """Of all that ships, every field of every item, the second time without TOML."""
    areas = tuple(library.areas)
    assert bank_of(CONTENT, areas, tmp_path) == read_bank(CONTENT, areas)
    assert answers_of(CONTENT, tmp_path) == read_answers(CONTENT)
    (kept,) = tmp_path.glob("bank-*.json")
    before = kept.stat().st_mtime_ns
    assert bank_of(CONTENT, areas, tmp_path) == read_bank(CONTENT, areas)
    assert answers_of(CONTENT, tmp_path) == read_answers(CONTENT)
    assert kept.stat().st_mtime_ns == before


def test_the_second_time_nothing_is_parsed(folder, tmp_path, monkeypatch):
    first = bank_of(folder, AREAS, tmp_path), answers_of(folder, tmp_path)
    monkeypatch.setattr("tomllib.loads", lambda _text: pytest.fail("TOML was read again"))
    assert (bank_of(folder, AREAS, tmp_path), answers_of(folder, tmp_path)) == first


@pytest.mark.parametrize("part", ["questions", "cases", "faq"])
def test_a_changed_file_is_read_anew_and_the_old_is_dropped(folder, tmp_path, part):
    def read():
        return bank_of(folder, AREAS, tmp_path), answers_of(folder, tmp_path)

    first = read()
    path = folder / part / "one.toml"
    path.write_text(path.read_text().replace("Somebody official", "Somebody else"))  # as long as before, of the same moment
    second = read()
    assert second != first
    assert "Somebody else" in str(second)
    assert len(list(tmp_path.glob("*.json"))) == 2
    (folder / part / "two.toml").write_text("")
    assert read() == second
    path.unlink()
    assert read() != second


@pytest.mark.parametrize("spoil", [
    lambda whole: whole[: len(whole) // 2],  # a disk that was full, a power cut
    lambda whole: b"",
    lambda whole: whole[:-20] + b"\x00" * 20,
    lambda whole: whole.replace(b"anat-0001", b"anat-0007"),  # whole JSON, but not what was written
    lambda whole: b"x" * 64 + b"\n[]",
    lambda whole: whole.partition(b"\n")[2],
])  # fmt: skip
def test_a_file_that_is_not_whole_is_made_anew(folder, tmp_path, spoil):
    first = bank_of(folder, AREAS, tmp_path)
    (kept,) = tmp_path.glob("bank-*.json")
    whole = kept.read_bytes()
    kept.write_bytes(spoil(whole))
    assert bank_of(folder, AREAS, tmp_path) == first
    assert kept.read_bytes() == whole


WRITER = """
import sys
from pathlib import Path
from bot.library import compiled
from bot.library.contents import Bank, read_bank
folder, cache = map(Path, sys.argv[1:])
bank = read_bank(folder, ("anatomy", "cases", "integumentary", "icd10cm"))
while True:
    compiled.keep(cache, "bank", folder, "0" * 16, Bank(bank.questions * 3000, bank.cases))
"""


def test_a_writer_who_is_killed_leaves_nothing_that_is_taken_for_whole(folder, tmp_path):
    """Kill a process in the middle of writing, several times: what is found is whole or not there."""
    cache = tmp_path / "cache"
    for _ in range(3):
        with subprocess.Popen([sys.executable, "-c", WRITER, folder, cache], cwd=ROOT) as writer:
            while not list(cache.glob(".bank-*")):
                assert writer.poll() is None
                time.sleep(0.001)
            writer.kill()
        found = compiled.find(cache, "bank", folder, Bank, "0" * 16)
        assert found is None or len(found.questions) == 12_000
    left = list(cache.glob(".bank-*"))
    for path in left:
        os.utime(path, (1, 1))
    compiled.keep(cache, "bank", folder, "1" * 16, Bank())
    assert list(cache.glob(".bank-*")) == [], "what a writer left is cleared away"
    assert compiled.find(cache, "bank", folder, Bank, "1" * 16) == Bank()


def test_content_with_faults_is_not_kept(folder, tmp_path):
    path = folder / "questions" / "one.toml"
    path.write_text(path.read_text().replace('key = "A"', 'key = "E"'))
    for _ in range(2):
        with pytest.raises(Exception, match="anat-0001"):
            bank_of(folder, AREAS, tmp_path)
    assert list(tmp_path.glob("*.json")) == []


def test_a_folder_that_cannot_be_written_to_is_no_fault(folder, tmp_path):
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert bank_of(folder, AREAS, tmp_path / "cache") == read_bank(folder, AREAS)


def test_values_of_another_shape_are_not_taken_for_ours(folder, tmp_path):
    """A later version has another field: what an earlier one kept is not read, by name or by content."""

    @dataclass(frozen=True)
    class Later:
        name: str
        count: int | None = None

    @dataclass(frozen=True)
    class Earlier:
        name: str

    assert compiled.checksum([], folder, Later) != compiled.checksum([], folder, Earlier)
    compiled.keep(tmp_path, "bank", folder, "x", Earlier("one"))
    assert compiled.find(tmp_path, "bank", folder, Earlier, "x") == Earlier("one")
    assert compiled.find(tmp_path, "bank", folder, Later, "x") is None


def test_two_folders_are_kept_apart(tmp_path):
    for name in ("one", "two"):
        folder = content(tmp_path / name, question(f"anat-000{len(name)}", number=len(name)))
        assert bank_of(folder, AREAS, tmp_path / "cache") == read_bank(folder, AREAS)
    assert len(list((tmp_path / "cache").glob("bank-*.json"))) == 2


def test_every_field_of_content_can_be_kept(folder):
    """A field of a kind that the reader does not know would fail here, and not at somebody's start."""
    for kind in (Bank, Answers):
        assert fields(kind)
        compiled._reader(kind)
    row = json.loads(json.dumps(compiled._written(read_bank(folder, AREAS))))
    assert compiled._reader(Bank)(row).questions[0].valid_from == date(2024, 10, 1)


def test_a_library_with_a_cache_is_that_without(folder, tmp_path):
    plain, first, second = Library(folder), Library(folder, tmp_path), Library(folder, tmp_path)
    for part in ("areas", "focuses", "questions", "cases", "practice", "practice_cases", "topics", "wordings", "known_words"):
        assert getattr(plain, part) == getattr(first, part) == getattr(second, part)
