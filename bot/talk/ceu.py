"""The log of continuing education: what two years take, what is there, adding, taking out and undoing in a line each."""

from dataclasses import replace
from datetime import date

from bot.chat import Choice, Reply, literal
from bot.learning.calendar import instant, read_day
from bot.learning.ceu import HUNDREDTHS, MOST, Entry, Period, counted, needed, next_reminder, period, read_units, said
from bot.learning.numeral import whole
from bot.store import units
from bot.store.units import Logged, Record
from bot.turn import Turn

_ASK_ENTRY = "How many CEUs, and for what? For example 2 webinar on E/M, or 1.5 2026-10-04 chapter meeting."
_ASK_SINCE = "Since when are you certified? For example 2026-05-01."
_ASK_DUE = "Which day does AAPC's CEU tracker give as your due date? For example 2028-06-30."
_ADD = Choice("Log CEUs", "/ceu add ", asks=_ASK_ENTRY)
_RULES = Choice("The rules", "/faq ceu_requirements")
_LONGEST = 80
_ENTRIES = 2000
_SHOWN = 15
_IN_SIGHT = 3
_CHECK = "AAPC's tracker is what counts; the number and date there are yours."


def ceu(turn: Turn) -> list[Reply]:
    """Show or change the log: ``/ceu``, ``add N WHAT``, ``remove NUMBER``, ``undo``, ``list``, ``since``, ``due``, ``credentials``."""
    name, _, value = turn.words.strip().partition(" ")
    name, value = name.lower(), value.strip()
    record = units.record(turn.desk.read, turn.learner.id) if turn.learner.id else None
    if name == "since":
        return [_since(turn, record, value)]
    if record is None:
        return [_first(name)]
    if name in ("add", "log", "+") or read_units(name) is not None:
        return [_add(turn, record, value if read_units(name) is None else turn.words.strip())]
    if name in ("remove", "delete", "-"):
        return [_remove(turn, record, value)]
    if name == "undo":
        return [_undo(turn, record)]
    if name == "list":
        return [_list(turn, value)]
    if name == "due":
        return [_due(turn, record, value)]
    if name in ("credentials", "credential"):
        return [_credentials(turn, record, value)]
    if name == "reminders":
        return [_reminders(turn, record, value)]
    wrong = f'I can\'t read "{literal(turn.words, 30)}" here. Try /ceu add 2 webinar, /ceu list or /ceu undo.' if name else ""
    return [_summary(turn, record, wrong)]


def _first(name: str) -> Reply:
    lines = [] if not name else ["First the date, then say that again: nothing is logged yet."]
    lines.append(
        "**Certified already?** I keep a log of your continuing education: 36 CEUs in two years for one AAPC credential. Since when are "
        "you certified?"
    )
    return Reply("\n".join(lines), (Choice("Since when", "/ceu since ", asks=_ASK_SINCE), _RULES), about=("ceu/start",))


def _since(turn: Turn, record: Record | None, value: str) -> Reply:
    day = _past_day(value, turn.today)
    if day is None or day > turn.today or day.year < 1988:  # AAPC was founded then
        wrong = f'I can\'t read "{literal(value, 30)}" as a day on which you were certified. Try 2026-05-01.' if value else _ASK_SINCE
        return Reply(wrong, (Choice("Since when", "/ceu since ", asks=_ASK_SINCE), _RULES))
    new = replace(record, since=day) if record else Record(turn.enrolled(), day, None, 1, True, None)
    return _kept(turn, new, f"Noted: certified since {_day(day)}.")


def _past_day(value: str, today: date) -> date | None:
    """Read a date; one without a year is the last such day."""
    day = read_day(value, today)
    if day is not None and day > today and str(day.year) not in value and f"/{day:%y}" not in value:
        return read_day(f"{day.replace(year=day.year - 1)}", today) if (day.month, day.day) != (2, 29) else None
    return day


def _kept(turn: Turn, record: Record, lead: str) -> Reply:
    within = period(record.since, record.due_on, turn.today)
    at = instant(next_reminder(within, turn.today), turn.learner.push_minute, turn.learner.zone)
    record = replace(record, wake_at=at if record.reminders else None)
    units.keep(turn.desk.write, record)
    return _summary(turn, record, lead)


def entries(logged: list[Logged]) -> list[Entry]:
    """Take the entries out of rows."""
    return [Entry(one.id, one.day, one.hundredths, one.title) for one in logged]


def _summary(turn: Turn, record: Record, lead: str = "") -> Reply:
    log = entries(units.log(turn.desk.read, record.learner_id))
    within = period(record.since, record.due_on, turn.today)
    have, need = counted(log, within), needed(record.credentials)
    left = max(need * HUNDREDTHS - have, 0)
    days = (within.last - turn.today).days
    lines = [lead, ""] if lead else []
    lines += [
        f"**{said(have)} of {need} CEUs**, {f'{said(left)} to go' if left else 'done'}",
        f"{_day(within.first)} to {_day(within.last)}: {days} {'day' if days == 1 else 'days'} left"
        + (f", about {_a_month(left, days)} a month" if left and days > 31 else ""),
    ]
    if within.short:
        lines.append("A first period that is shorter than two years takes fewer; AAPC pro-rates it, and your tracker has the number.")
    if log:
        lines += ["", *(_line(one, within) for one in log[:_IN_SIGHT])]
    outside = sum(one.hundredths for one in log) - have
    if outside:
        lines.append(f"{said(outside)} outside this period do not count in it; nothing is carried over.")
    lines += ["", _CHECK]
    choices = [_ADD, Choice("The list", "/ceu list"), Choice("Due date", "/ceu due ", asks=_ASK_DUE)]
    choices += [Choice("Credentials", "/ceu credentials"), _RULES]
    if log:
        choices.insert(1, Choice("Undo", "/ceu undo"))
    choices.append(Choice("No reminders", "/ceu reminders off") if record.reminders else Choice("Remind me", "/ceu reminders on"))
    facts = {"units": have / HUNDREDTHS, "needed": need, "first": str(within.first), "last": str(within.last)}
    return Reply("\n".join(lines), tuple(choices), about=("ceu/summary",), facts=facts, private=True)


def _a_month(hundredths: int, days: int) -> str:
    return f"{hundredths / HUNDREDTHS / (days / 30.4):.1f}"


def _line(one: Entry, within: Period) -> str:
    counts = "" if within.first <= one.day <= within.last else ", outside this period"
    return f"`{one.id}` {_day(one.day)}: {said(one.hundredths)} · {one.title}{counts}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _add(turn: Turn, record: Record, value: str) -> Reply:
    number, _, rest = value.partition(" ")
    hundredths = read_units(number)
    if hundredths is None:
        unread = f'I can\'t read "{literal(value, 30)}". ' if value else ""
        wrong = f"{unread}First how many, up to {MOST}, then what: /ceu add 1.5 chapter meeting."
        return Reply(wrong, (_ADD, Choice("The log", "/ceu")))
    day, title = _day_and_title(rest.strip(), turn.today)
    title = literal(title, _LONGEST) or "without a name"
    if day > turn.today:
        return Reply(f"{_day(day)} is still to come; log it when it is done.", (_ADD, Choice("The log", "/ceu")))
    if day < record.since:
        return Reply(f"Nothing counts from before your certification, {_day(record.since)}.", (_ADD, Choice("The log", "/ceu")))
    learner = turn.enrolled()
    if units.count(turn.desk.read, learner) >= _ENTRIES:
        return Reply(f"The log is full: {_ENTRIES} entries. /ceu remove takes one out.", (Choice("The list", "/ceu list"),))
    within = period(record.since, record.due_on, turn.today)
    twice = any(
        one.title.casefold() == title.casefold() and within.first <= one.day <= within.last
        for one in units.log(turn.desk.read, learner)
        if title != "without a name"
    )
    units.add(turn.desk.write, learner, day, hundredths, title, turn.now)
    again = " You have one of that name in this period; a course counts once." if twice else ""
    return replace(_summary(turn, record, f"Logged: {said(hundredths)} · {title}, {_day(day)}.{again}"), replaces=False)


def _day_and_title(rest: str, today: date) -> tuple[date, str]:
    """Read a date at the beginning, or at the end, of what was learned; today where there is none."""
    words = rest.split()
    for size in (3, 2, 1):
        for part, left in ((words[:size], words[size:]), (words[-size:], words[:-size])):
            text = " ".join(part)
            if len(part) == size and any(char.isdigit() for char in text) and (day := _past_day(text, today)) is not None:
                return day, " ".join(left)
    return today, rest


def _remove(turn: Turn, record: Record, value: str) -> Reply:
    number = whole(value) or 0
    gone = units.remove(turn.desk.write, record.learner_id, number, turn.now) if number else None
    if gone is None:
        return Reply("Your log has no entry of that number. The numbers stand in the list.", (Choice("The list", "/ceu list"), _ADD))
    return _summary(turn, record, f"Taken out: {said(gone.hundredths)} · {gone.title}. /ceu undo puts it back.")


def _undo(turn: Turn, record: Record) -> Reply:
    undone = units.undo(turn.desk.write, record.learner_id)
    if undone is None:
        return Reply("There is nothing to undo.", (_ADD, Choice("The log", "/ceu")))
    what = "Back in the log" if undone.removed else "No longer in the log"
    return _summary(turn, record, f"{what}: {said(undone.hundredths)} · {undone.title}.")


def _list(turn: Turn, value: str) -> Reply:
    record = units.record(turn.desk.read, turn.enrolled())
    assert record is not None  # who has none was asked for it
    log = entries(units.log(turn.desk.read, record.learner_id))
    if not log:
        return Reply("Nothing is logged yet.", (_ADD, _RULES))
    page = whole(value, 3) or 1
    page = min(page, -(-len(log) // _SHOWN))
    within = period(record.since, record.due_on, turn.today)
    shown = log[(page - 1) * _SHOWN : page * _SHOWN]
    lines = [f"**Your CEUs**, {len(log)} {'entry' if len(log) == 1 else 'entries'}, the latest first", ""]
    lines += [_line(one, within) for one in shown]
    lines += ["", "/ceu remove NUMBER takes one out; keep the certificates, about a quarter of logs are audited."]
    choices = [_ADD, Choice("The log", "/ceu")]
    if page * _SHOWN < len(log):
        choices.insert(0, Choice("Earlier ones", f"/ceu list {page + 1}"))
    return Reply("\n".join(lines), tuple(choices), about=("ceu/list",), replaces=page > 1, private=True)


def _due(turn: Turn, record: Record, value: str) -> Reply:
    if value.lower() in ("none", "off", "unknown"):
        return _kept(turn, replace(record, due_on=None), "Noted: two years from the day of your certification on, then.")
    day = read_day(value, turn.today) if value else None
    if day is None or abs((day - turn.today).days) > 2000:
        wrong = f'I can\'t read "{literal(value, 30)}" as a date. Try 2028-06-30.' if value else _ASK_DUE
        return Reply(wrong, (Choice("Due date", "/ceu due ", asks=_ASK_DUE), Choice("The log", "/ceu")))
    if day <= record.since:
        return Reply(f"A period ends after the certification, and that is {_day(record.since)}.", (Choice("The log", "/ceu"),))
    return _kept(turn, replace(record, due_on=day), f"Noted: a period ends on {_day(day)}, and every second year.")


def _credentials(turn: Turn, record: Record, value: str) -> Reply:
    if not value:
        choices = [Choice(f"{number} of AAPC's" if number < 5 else "5 or more", f"/ceu credentials {number}") for number in range(1, 6)]
        return Reply(f"How many AAPC credentials do you have? Now: {record.credentials}.", tuple(choices))
    if not (value.isdecimal() and value.isascii() and len(value) < 3 and int(value) >= 1):
        wrong = f'I can\'t read "{literal(value, 20)}" as a number of credentials. Try /ceu credentials 2.'
        return Reply(wrong, (Choice("The log", "/ceu"),))
    number = int(value)
    return _kept(turn, replace(record, credentials=number), f"Noted: {number} {'credential' if number == 1 else 'credentials'}.")


def _reminders(turn: Turn, record: Record, value: str) -> Reply:
    wish = {"on": True, "off": False}.get(value.lower())
    if wish is None:
        return _summary(turn, record, "Say /ceu reminders on or /ceu reminders off.")
    return _kept(turn, replace(record, reminders=wish), "I remind you before the period ends." if wish else "No more reminders of CEUs.")


def reminder(have: int, need: int, within: Period, days: int) -> Reply:
    """Say before the end of a period what is missing."""
    left = said(need * HUNDREDTHS - have)
    text = f"**{days} days left for {left} CEUs**: you have {said(have)} of {need}, and the period ends on {_day(within.last)}. {_CHECK}"
    choices = (Choice("The log", "/ceu"), Choice("Where to get them", "/faq ceu_sources"), Choice("No reminders", "/ceu reminders off"))
    return Reply(text, (_ADD, *choices), about=("ceu/reminder",))
