"""Measure what the content costs a start: compiled, beside reading the TOML files each time; what ships, and three times as much.

Each figure is the median of seven processes of their own: from a library that has read nothing to all questions, cases, topics
and wordings in memory. Memory is what the process grew by. Imports are the same in both and not counted. The index of the FAQ is
another thing, made when it is first asked; it is shown in a line of its own.
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
RUNS = 7

LOAD = """
import json, sys, time
from pathlib import Path
from bot.library.shelf import Library

def grown():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 2**20

folder, cache = sys.argv[1:]
before, start = grown(), time.perf_counter()
shelf = Library(Path(folder), Path(cache) if cache else None)
counts = [len(part) for part in (shelf.questions, shelf.cases, shelf.topics, shelf.wordings)]
print(json.dumps([time.perf_counter() - start, grown() - before, counts]))
"""
INDEX = """
import json, sys, time
from pathlib import Path
from bot.library.shelf import Library
from bot.library.topic import LOOK_UP
from bot.topics import TopicMatcher
shelf = Library(Path(sys.argv[1]), Path(sys.argv[2]))
wordings = shelf.wordings
start = time.perf_counter()
TopicMatcher(wordings, cache=shelf.cache)
print(json.dumps([time.perf_counter() - start, 0, []]))
"""


def run(code: str, folder: Path, cache: Path | None) -> tuple[float, float, list[int]]:
    """Run one process; returns seconds, MB and counts."""
    command = [sys.executable, "-c", code, str(folder), str(cache or "")]
    seconds, grown, counts = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
    return seconds, grown, counts


def measured(code: str, folder: Path, cache: Path | None) -> tuple[float, float]:
    """Return the median time and memory of several processes, in milliseconds and MB."""
    found = [run(code, folder, cache) for _ in range(RUNS)]
    return 1000 * median(one[0] for one in found), median(one[1] for one in found)


def enlarge(folder: Path, times: int) -> None:
    """Write every file of questions and cases again under other ids, so many times in all."""
    for path in [*(folder / "questions").glob("*.toml"), *(folder / "cases").glob("*.toml")]:
        text = path.read_text(encoding="utf-8")
        for number in range(1, times):
            other = re.sub(r'^id = "([a-z]+)-(\d)', rf'id = "\1x{"x" * number}-\2', text, flags=re.MULTILINE)
            path.with_stem(f"{path.stem}-{number}").write_text(other, encoding="utf-8")


def main() -> None:
    """Print the figures."""
    with TemporaryDirectory(prefix="tutor-bench-") as name:
        large = Path(name) / "content"
        shutil.copytree(ROOT / "content", large)
        enlarge(large, 3)
        for said, folder in (("what ships", ROOT / "content"), ("three times the bank", large)):
            cache = Path(name) / "cache"
            first, _grown, counts = run(LOAD, folder, cache)
            print(f"{said}: {counts[0]} questions, {counts[1]} cases, {counts[2]} topics, {counts[3]} wordings")
            ours, naive = measured(LOAD, folder, cache), measured(LOAD, folder, None)
            print(f"  compiled            {ours[0]:6.0f} ms  {ours[1]:5.1f} MB   (the first time, once: {1000 * first:.0f} ms)")
            print(f"  TOML at each start  {naive[0]:6.0f} ms  {naive[1]:5.1f} MB   {naive[0] / ours[0]:.1f} times as long")
        run(INDEX, ROOT / "content", cache)
        print(f"the index of the FAQ, learned before: {measured(INDEX, ROOT / 'content', cache)[0]:.0f} ms")


if __name__ == "__main__":
    main()
