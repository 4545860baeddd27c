"""What can be taken away: answers as a table, misses as an Anki deck."""

import csv
import io

from bot.library.exchange import anki
from bot.library.exchange.draft import Reading


def test_answers_come_as_a_table(ana, library):
    assert "Nothing is answered yet" in ana.says("/export csv")
    ana.says("/quiz anatomy 2")
    ana.answers()
    ana.taps("Next")
    ana.answers(right=False)
    said = ana.says("export my answers")
    assert "Your 2 answers as a table" in said
    reply = said.replies[0]
    assert reply.private
    assert reply.file.name == "my-answers.csv"
    rows = list(csv.DictReader(io.StringIO(reply.file.body.decode("utf-8-sig"))))
    assert [row["right"] for row in rows] == ["yes", "no"]
    assert rows[0]["when"].startswith("2026-11-23 12:00")
    assert all(row["area"] == "anatomy" and row["round"] == "quiz" for row in rows)
    question = library.questions[rows[1]["question"]]
    assert rows[1]["the answer"].lstrip("'") == question.options[question.key]
    assert rows[1]["your answer"] != rows[1]["the answer"]
    assert rows[0]["your answer"] == rows[0]["the answer"]


def test_misses_come_as_an_anki_deck(ana, library):
    assert "nothing you missed" in ana.says("/export anki")
    ana.says("/quiz anatomy 3")
    asked = []
    for n in range(3):
        asked.append(ana.last.about[0].removeprefix("question/"))
        ana.answers(right=n == 1)
        if n < 2:
            ana.taps("Next")
    said = ana.says("my misses for Anki")
    assert said.facts["questions"] == 2
    file = said.replies[0].file
    assert file.name == "my-misses.apkg"
    reading = Reading("my-misses.apkg")
    anki.read(file.body, reading)
    assert {draft.name for draft in reading.drafts} == {asked[0], asked[2]}
    assert {draft.stem for draft in reading.drafts} == {library.questions[name].stem for name in (asked[0], asked[2])}


def test_all_three_lead_to_one_another(ana):
    ana.says("/quiz 1")
    ana.answers(right=False)
    assert ana.says("/export").replies[0].file.name == "my-data.json"
    assert ana.taps("My answers as a table").replies[0].file.name == "my-answers.csv"
    assert ana.taps("My misses for Anki").replies[0].file.name == "my-misses.apkg"
    assert ana.taps("All my data").replies[0].file.name == "my-data.json"
