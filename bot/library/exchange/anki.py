"""Anki: a deck whose notes are our questions, by guids that stay, so that a deck imported again keeps what was learned with it."""

import io
import itertools
import json
import sqlite3
import warnings
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime
from hashlib import sha256

from bot.library.exchange.archive import Archive, pack
from bot.library.exchange.draft import Draft, Reading
from bot.library.exchange.plain import from_html, to_html
from bot.library.question import LETTERS

_FIELDS = ("Question", *LETTERS, "Key", *(f"Why {letter}" for letter in LETTERS), "Source", "General", "Id")
_NOTE_TYPE = 1_780_413_627
"""The id of our note type, for ever: Anki knows it by this."""
_NOTE_TYPE_NAME = "Coding tutor question"
_MOST_STEPS = 20_000
"""Thousands of steps that SQLite may take to read a collection."""

_FRONT = """<div class="stem">{{Question}}</div>
<ol class="options">
<li>{{A}}</li><li>{{B}}</li><li>{{C}}</li>{{#D}}<li>{{D}}</li>{{/D}}
</ol>"""
_BACK = """<div class="stem">{{Question}}</div>
<div class="key-{{Key}}"><ol class="options told">
<li class="A">{{A}}<div class="why">{{Why A}}</div></li>
<li class="B">{{B}}<div class="why">{{Why B}}</div></li>
<li class="C">{{C}}<div class="why">{{Why C}}</div></li>
{{#D}}<li class="D">{{D}}<div class="why">{{Why D}}</div></li>{{/D}}
</ol></div>
{{#General}}<p>{{General}}</p>{{/General}}
{{#Source}}<div class="source">Source: {{Source}}</div>{{/Source}}
<div class="source">{{Tags}}</div>"""
_LOOKS = """.card { font: 18px/1.5 system-ui, sans-serif; text-align: left; max-width: 38em; margin: 0 auto; padding: 1em; }
.card { color: #1c2733; background: #fff; }
.stem { margin-bottom: 1em; }
.options { list-style: upper-alpha; padding-left: 0; list-style-position: inside; }
.options li { border: 1px solid #c9d3dc; border-radius: 8px; padding: .5em .8em; margin: .5em 0; }
.why { font-size: 15px; color: #4c5b69; margin-top: .25em; }
.key-A .A, .key-B .B, .key-C .C, .key-D .D { border-color: #1f7a4d; background: #e7f5ed; }
.source { font-size: 13px; color: #66757f; margin-top: .6em; }
.nightMode.card, .night_mode .card { color: #e4e9ee; background: #1b2026; }
.nightMode .options li, .night_mode .options li { border-color: #46525e; }
.nightMode .why, .night_mode .why { color: #b4c0cb; }
.nightMode .key-A .A, .nightMode .key-B .B, .nightMode .key-C .C, .nightMode .key-D .D,
.night_mode .key-A .A, .night_mode .key-B .B, .night_mode .key-C .C, .night_mode .key-D .D { border-color: #4cc38a; background: #16352a; }
.nightMode .source, .night_mode .source { color: #93a1ad; }
"""


def deck(drafts: Iterable[Draft], name: str, now: datetime) -> bytes:
    """Return an ``.apkg`` with a deck of this name.

    Deck and notes have ids made of the name and of the ids of the questions, so that a deck imported again brings those in it up to
    date and leaves what was learned with them. ``now`` tells Anki which version of a note is the newer one.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a dependency of genanki warns while it is imported
        import genanki
    kind = genanki.Model(
        _NOTE_TYPE,
        _NOTE_TYPE_NAME,
        fields=[{"name": field} for field in _FIELDS],
        templates=[{"name": "Question", "qfmt": _FRONT, "afmt": _BACK}],
        css=_LOOKS,
    )
    number = int.from_bytes(sha256(name.encode()).digest()[:4], "big") | 1 << 32
    made = genanki.Deck(number, name, "Questions of the coding tutor.")
    for draft in drafts:
        tags = [label.replace(" ", "_") for label in draft.labels("::")]
        guid = genanki.guid_for("coding-tutor", draft.name or draft.stem)
        made.add_note(genanki.Note(kind, _fields(draft), tags=tags, guid=guid))
    with closing(sqlite3.connect(":memory:")) as connection:
        moment = now.timestamp()
        genanki.Package(made).write_to_db(connection.cursor(), moment, itertools.count(int(moment * 1000)))
        connection.commit()
        collection = connection.serialize()
    return pack({"collection.anki2": collection, "media": b"{}"})


def _fields(draft: Draft) -> list[str]:
    said = (draft.stem, *draft.options, LETTERS[draft.key], *draft.why, draft.source, draft.general, draft.name)
    return [to_html(one) for one in said]


def read(data: bytes, reading: Reading) -> None:
    """Read an ``.apkg`` into ``reading``. Its note types need fields for a question, options and the right one."""
    archive = Archive.open(io.BytesIO(data), reading)
    if archive is None:
        return
    if "collection.anki21b" in archive.names:
        reading.fault("the file", 'it is of the newest kind of Anki packages; export it again with "Support older Anki versions" ticked')
        return
    name = next((one for one in ("collection.anki21", "collection.anki2") if one in archive.names), None)
    if name is None:
        reading.fault("the file", "no collection is in it; in Anki choose Export and the type Anki Deck Package (.apkg)")
        return
    collection = archive.read(name)
    if collection is None:
        return
    try:
        with closing(sqlite3.connect(":memory:")) as connection:
            _guard(connection)
            connection.deserialize(collection)
            models = {int(number): model for number, model in json.loads(_only(connection, "SELECT models FROM col")).items()}
            rows = connection.execute("SELECT guid, mid, flds, tags FROM notes ORDER BY id").fetchall()
        for number, (guid, model, fields, tags) in enumerate(rows, 1):
            names = [str(one["name"]) for one in models[model]["flds"]]
            row = dict(zip(names, str(fields).split("\x1f"), strict=True))
            _read(row, str(guid), str(tags), f"note {number}", str(models[model]["name"]), reading)
    except (sqlite3.Error, ValueError, KeyError, TypeError, AttributeError, OverflowError):
        reading.fault(name, "the collection in it is broken or of an unknown kind; export it from Anki again")


def _guard(connection: sqlite3.Connection) -> None:
    """Keep a collection that was made to do harm from running without end."""
    steps = itertools.count()
    connection.set_progress_handler(lambda: next(steps) > _MOST_STEPS, 1_000)
    connection.execute("PRAGMA trusted_schema = OFF")


def _only(connection: sqlite3.Connection, query: str) -> str:
    return str(connection.execute(query).fetchone()[0])


def _read(row: dict[str, str], guid: str, tags: str, place: str, kind: str, reading: Reading) -> None:
    plain = {name.lower(): from_html(value) for name, value in row.items()}
    texts = {name: text.strip() for name, (text, _shows) in plain.items()}
    if not {"question", "a", "b", "c", "key"} <= set(texts):
        reading.leave(place, f'its note type "{kind[:40]}" has no fields Question, A, B, C, D and Key')
    elif any(shows for _text, shows in plain.values()):
        reading.leave(place, "it shows a picture or a recording")
    elif texts["key"].upper() not in LETTERS or not texts["key"]:
        reading.fault(place, f'the field Key holds "{texts["key"][:20]}"; write the letter of the right option')
    else:
        options = [texts.get(letter.lower(), "") for letter in LETTERS]
        options = options[:3] if not options[3] else options
        key = LETTERS.index(texts["key"].upper()) if len(texts["key"]) == 1 else len(LETTERS)
        if key >= len(options):
            reading.fault(place, f"the field Key names option {texts['key'][:4]}, which is empty; write the letter of the right option")
            return
        reading.take(
            Draft(
                stem=texts["question"],
                options=tuple(options),
                key=key,
                why=tuple(texts.get(f"why {letter.lower()}", "") for letter in LETTERS[: len(options)]),
                general=texts.get("general", ""),
                name=texts.get("id") or guid,
                source=texts.get("source", ""),
                tags=tuple(tags.split()),
                place=f"{place}, {texts['id']}" if texts.get("id") else place,
            )
        )
