"""The command line as a person meets it: real processes, real pipes, a real terminal."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from tests.writing import order_file, pack, question, topic

ROOT = Path(__file__).parent.parent
TUTOR = [sys.executable, "-m", "adapters.cli"]


@pytest.fixture
def environment(tmp_path, cache, codebook, library):
    """A user's environment: a data folder with the indexes in it, and a database of its own."""
    assert library.wordings
    found = {**os.environ, "TUTOR_DATA": str(cache), "DATABASE_URL": f"sqlite:///{tmp_path / 'tutor.db'}", "PYTHONPATH": str(ROOT)}
    found.pop("TUTOR_ZONE", None)
    return {**found, "COLUMNS": "100", "TERM": "dumb"}


def tutor(environment, *arguments, said="", status=0, **more):
    done = subprocess.run(
        [*TUTOR, *arguments],
        input=said,
        env={**environment, **more},
        capture_output=True,
        text=True,
        check=False,
        cwd=environment.get("PWD"),
    )
    assert done.returncode == status, done.stderr
    return done


def inside(environment, *arguments, status=0, **more):
    """Run a command in this process, which saves its start: for what hangs on the command and not on the process."""
    from adapters.cli import main

    out, err, left = io.StringIO(), io.StringIO(), 0
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        for name, value in {**environment, **more}.items():
            patch.setenv(name, value)
        patch.delenv("TUTOR_ZONE", raising=False)
        patch.setattr(sys, "argv", ["tutor", *map(str, arguments)])
        try:
            main()
        except SystemExit as end:
            left = end.code or 0
    assert left == status, err.getvalue()
    return subprocess.CompletedProcess(arguments, left, out.getvalue(), err.getvalue())


def test_ask_answers_one_question_and_stops(environment):
    done = tutor(environment, "ask", "E11.21")
    assert done.stdout.startswith("E11.21 Type 2 diabetes mellitus with diabetic nephropathy\nValid for reporting")
    assert "**" not in done.stdout
    assert "70 %" in tutor(environment, "ask", "what is the passing score").stdout


def test_version_is_one_line(environment):
    pytest.importorskip("importlib.metadata")
    done = subprocess.run([*TUTOR, "--version"], env=environment, capture_output=True, text=True, check=False)
    if "PackageNotFoundError" in done.stderr:
        pytest.skip("the package is not installed here")
    assert done.stdout.startswith("tutor ")


@pytest.mark.parametrize(
    ("arguments", "more", "message", "status"),
    [
        (["pipe", "--now", "tomorrow"], {}, "--now tomorrow is not a time", 2),
        (["pipe", "--now", "2026-03-02T12:00:00"], {}, "has no offset", 2),
        (["ask", "x"], {"TUTOR_ZONE": "Atlantis"}, "TUTOR_ZONE is 'Atlantis'", 2),
        (["ask", "x"], {"DATABASE_URL": "nonsense"}, "DATABASE_URL is not a URL", 1),
        (["ask", "x"], {"DATABASE_URL": "postgresql://nobody@127.0.0.1:1/x"}, "is the server there", 1),
        (["content", "check", "/nowhere"], {}, "no blueprint.toml in it", 2),
    ],
)
def test_an_error_is_one_line_and_no_traceback(environment, arguments, more, message, status):
    done = tutor(environment, *arguments, status=status, **more)
    assert message in done.stderr
    assert done.stderr.startswith("tutor: ")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_content_check_says_that_all_is_well(environment):
    assert inside(environment, "content", "check").stdout == "No faults.\n"


def test_content_check_lists_faults_and_fails(environment, tmp_path):
    shutil.copytree(ROOT / "content", tmp_path / "content")
    path = tmp_path / "content" / "questions" / "anatomy.toml"
    path.write_text(path.read_text().replace('difficulty = "easy"', 'difficulty = "tricky"', 1))
    done = inside(environment, "content", "check", str(tmp_path / "content"), status=1)
    assert re.search(r"content/questions/anatomy.toml, line \d+, question anat-", done.stdout)
    assert "use one of easy, medium, hard" in done.stdout


def test_content_stats_counts(environment):
    counted = inside(environment, "content", "stats").stdout
    assert "FAQ topics" in counted
    assert "evaluation-management" in counted, "no heading is cut off"
    assert "key is the longest option" in counted


def test_content_preview_shows_an_item_as_a_student_sees_it(environment):
    asked = inside(environment, "content", "preview", "anes-0001").stdout
    assert "Question 1 of 1 · Anesthesia" in asked
    assert "[A]   [B]   [C]   [D]   [Look something up]   [I'm sure]   [Skip]" in asked
    assert "Right." in asked
    assert "**" not in asked
    told = inside(environment, "content", "preview", "exam_pass_score").stdout
    assert "70 % overall" in told
    assert "Source:" in told
    assert "no question, case or topic nope" in inside(environment, "content", "preview", "nope", status=2).stderr


def test_content_drills_proves_what_is_named(environment):
    told = inside(environment, "content", "drills", "glasgow", "weeks", "--first", "60").stdout
    assert re.search(r"^ ?glasgow +icd10cm +60 +0 +0 +60", told, re.MULTILINE)
    assert re.search(r"^ ?2 drills +\d+ +0 +0 +\d+", told, re.MULTILINE)
    assert "no drill nope" in inside(environment, "content", "drills", "nope", status=2).stderr
    shown = inside(environment, "content", "preview", "drill/glasgow/t9-1@2604").stdout
    assert "Glasgow coma scale" in shown
    assert "Right." in shown


def test_content_goes_out_and_comes_back_in(environment, tmp_path):
    folder = pack(tmp_path / "smith", question("smith-0001", number=1) + question("smith-0002", number=2))
    sheet = tmp_path / "sheet.csv"
    done = inside(environment, "content", "export", "csv", str(folder), "--to", str(sheet))
    assert done.stdout == f"2 questions in {sheet}.\n"
    there = inside(environment, "content", "export", "csv", str(folder), "--to", str(sheet), status=2)
    assert "--force" in there.stderr
    text = sheet.read_text(encoding="utf-8-sig").replace("d of smith-0001,A,", "d of smith-0001,B,")
    sheet.write_text(text.replace("\nsmith-0002,", "\n,"))
    done = inside(environment, "content", "import", str(sheet), "--to", str(folder), TUTOR_CONTENT=str(folder))
    assert done.stdout.splitlines() == [
        "smith-0001: changed key",
        (
            'smith-0001: another option is the key now: it was "the answer a of smith-0001", it is "the answer b of smith-0001". '
            "Answers given to it are graded again within a day, and who gave them is told."
        ),
        "0 questions new, 1 changed, 1 as before.",
        "No faults.",
    ]
    lesson = ROOT / "tests" / "data" / "exchange" / "lesson.gift"
    before = sorted(folder.rglob("*"))
    done = inside(environment, "content", "import", str(lesson), "--to", str(folder), "--area", "astronomy", status=2)
    assert "there is no area astronomy; use one of integ" in done.stderr
    done = inside(environment, "content", "import", str(lesson), "--to", str(folder), "--area", "anatomy", status=1)
    assert "lesson.gift, line 22: it is a numeric question" in done.stdout
    assert "nothing was taken in" in done.stderr
    assert sorted(folder.rglob("*")) == before
    done = inside(environment, "content", "import", str(lesson), "--to", str(folder), "--area", "anatomy", "--skip")
    assert "smith-0003: new; still to be written: why.C, why.D, source\n" in done.stdout
    assert "3 questions new, 0 changed, 0 as before." in done.stdout


def test_content_export_leaves_mock_exams_out(environment, tmp_path):
    deck = tmp_path / "anatomy.apkg"
    done = inside(environment, "content", "export", "anki", "anatomy", "--to", str(deck))
    assert re.search(r"left out: \d+ set aside for mock exams \(--mocks\)\.$", done.stdout)
    assert deck.read_bytes().startswith(b"PK")


def test_content_check_of_a_release_lists_what_it_touches(environment, tmp_path, codebook):
    """A release in which nearly everything is gone, loaded beside the others in a data folder of its own."""
    order = order_file(tmp_path / "order.txt", ("E119", 1, "Type 2 diabetes mellitus without complications"), ("I10", 1, "High pressure"))
    own = {"TUTOR_DATA": str(tmp_path / "data")}
    shutil.copytree(Path(environment["TUTOR_DATA"]) / "codes", tmp_path / "data" / "codes")
    inside(environment, "codes", "import", "icd10cm", str(order), "--from", "2027-10-01", "--name", "FY2028", **own)
    listed = inside(environment, "content", "check", "--release", "FY2028", status=1, **own).stdout
    assert 'revised title: I10 is "High pressure" in FY2028, it was "Essential (primary) hypertension"' in listed
    assert "gone: C17.1 is not in FY2028 any more" in listed
    assert re.search(r"content/questions/anatomy.toml, line \d+, question anat-0001: gone: ", listed)
    assert "E11.9 is" not in listed
    assert "items against April 2026 and FY2028 (icd10cm, from 2027-10-01)" in listed
    assert "no release FY2029 is loaded" in inside(environment, "content", "check", "--release", "FY2029", status=2, **own).stderr


def test_mock_exams_are_proposed_and_written(environment, tmp_path):
    """On a copy of what ships, with nothing set aside."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    for path in (tmp_path / "content").glob("*/*.toml"):
        path.write_text(re.sub(r"^mock = \d\n", "", path.read_text(), flags=re.MULTILINE))
    folder = ("--folder", str(tmp_path / "content"))
    proposed = inside(environment, "content", "mocks", "--propose", "--write", *folder).stdout.splitlines()
    assert {line[0] for line in proposed[:-1]} == {"1", "2", "3"}
    written = inside(environment, "content", "mocks", *folder).stdout.splitlines()
    assert [len(line.split()) for line in written] == [103] * 3
    assert "take every mock out" in inside(environment, "content", "mocks", "--propose", *folder, status=2).stderr
    assert inside(environment, "content", "check", str(tmp_path / "content")).stdout == "No faults.\n"


def test_a_private_pack_is_live_and_its_faults_are_said(environment, tmp_path):
    folder = pack(tmp_path / "mine", question("mine-0001", number=1), "", topic("parking", "where do i park at school", "exam_pass_score"))
    own = {"TUTOR_CONTENT": os.pathsep.join([str(folder), ""])}
    assert inside(environment, "content", "check", str(folder), **own).stdout == "No faults.\n"
    assert "the answer a of mine-0001" in inside(environment, "content", "preview", "mine-0001", **own).stdout
    assert "2 items, 0 faults" in inside(environment, "content", "stats", **own).stdout
    path = folder / "questions" / "one.toml"
    path.write_text(path.read_text().replace('key = "A"', 'key = "E"'))
    done = inside(environment, "ask", "/faq parking", **own)
    assert "parking is what it is" in done.stdout
    assert done.stderr == f"private pack mine: 1 faults; 2 items of its last good version are live; run: tutor content check {folder}\n"
    checked = inside(environment, "content", "check", status=1, **own)
    assert checked.stdout == 'mine/questions/one.toml, line 11, question mine-0001: key "E" is unknown; use one of A, B, C, D\n'


def test_db_upgrade_says_where_it_stands(environment):
    assert "they were at None" in tutor(environment, "db", "upgrade").stdout
    assert "The tables are at revision" in tutor(environment, "db", "upgrade").stdout


def test_the_chat_reads_lines_and_keeps_everything_for_the_next_time(environment):
    first = tutor(environment, "chat", said="what score do i need to pass\nE11.21\n/daily\nb\n/quiz anatomy 5\n/quit\n").stdout
    assert "Welcome." in first
    assert "70 % overall" in first
    assert "Type 2 diabetes mellitus with diabetic nephropathy" in first
    assert "Today's question" in first
    assert "Right." in first or "Wrong." in first
    assert "Question 1 of 5" in first
    assert "**" not in first
    second = tutor(environment, "chat", said="/continue\n/progress\n").stdout
    assert "Good to see you again" in second
    assert "Welcome." not in second
    assert "Question 1 of 5" in second
    assert "of 1 right" in second


def test_a_number_picks_a_choice_and_asks_where_it_must(environment):
    out = tutor(environment, "chat", said="2\nMarch 15\n2\n/settings\n").stdout
    assert "Which day?" in out
    assert "15 March" in out
    assert "Studying: part time" in out


def test_an_export_is_saved_beside_an_older_one(environment, tmp_path):
    (tmp_path / "my-data.json").write_text("mine")
    subprocess.run([*TUTOR, "chat"], input="/export\n", env=environment, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert (tmp_path / "my-data.json").read_text() == "mine"
    assert json.loads((tmp_path / "my-data-2.json").read_text())["learner"]


@pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not installed")
def test_the_chat_in_a_real_terminal(environment, tmp_path):
    """Type into a terminal and read its screen: completion, a choice by Alt and digit, history, leaving."""
    name = f"tutor-{os.getpid()}"
    chosen = ("TUTOR_DATA", "DATABASE_URL", "PYTHONPATH")
    command = " ".join([*(f"{key}='{environment[key]}'" for key in chosen), "TERM=screen-256color", *TUTOR, "chat"])
    run = lambda *words: subprocess.run(["tmux", "-L", name, *words], capture_output=True, text=True, check=True).stdout  # noqa: E731

    def sees(words, seconds=20):
        for _ in range(seconds * 10):
            screen = run("capture-pane", "-p", "-S", "-200", "-t", "0")
            if words in screen:
                return screen
            time.sleep(0.1)
        raise AssertionError(f"{words!r} is not on the screen:\n{screen}")

    subprocess.run(["tmux", "-L", name, "-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "50", command], check=True)
    try:
        sees("When is your exam?")
        run("send-keys", "-t", "0", "M-1")
        sees("full time or part time")
        run("send-keys", "-t", "0", "/prog", "Tab")
        sees("› /progress")
        run("send-keys", "-t", "0", "Enter")
        sees("Nothing answered yet")
        run("send-keys", "-t", "0", "E11.21", "Enter")
        sees("diabetic nephropathy")
        run("send-keys", "-t", "0", "Up")
        sees("› E11.21")
        run("send-keys", "-t", "0", "C-u", "C-d")
    finally:
        subprocess.run(["tmux", "-L", name, "kill-server"], capture_output=True, check=False)
