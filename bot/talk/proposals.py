"""Questions that members propose to their room: ``/suggest``. Those who manage it approve them; then they are the room's own."""

from datetime import timedelta
from hashlib import sha256

from bot.chat import Choice, Reply, as_row, literal
from bot.learning.numeral import whole
from bot.library.own import Written
from bot.library.question import LETTERS
from bot.store import clubs, learners, posts
from bot.store import proposals as store
from bot.store.proposals import Proposal
from bot.talk import quiz
from bot.talk.roomshelf import MOST_OWN
from bot.turn import Turn

WAITING = 5
"""Proposals of one person that may wait in a room."""

A_WEEK = 10
"""Proposals of one person that a room takes in a week, declined ones among them."""

_JUDGED_WITHIN = timedelta(days=1)
_TOLD = timedelta(days=7)
_ASKS = "Write it in lines: Question, A to D, Key, Why A to D, Source."
_FORM = (
    '`Question: What does the prefix "peri-" mean in pericardium?`\n`A: around`\n`B: below`\n`C: between`\n`D: within`\n`Key: A`\n'
    "`Why A: Peri- means around: the sac around the heart.`\n`Why B: …` and so on for C and D\n`Source: any textbook of terminology`\n"
    "`Area: terminology`"
)
_BANNED = "Those who manage this chat have taken you out of play here."


def propose(turn: Turn) -> list[Reply]:
    """Begin a proposal in a room: ``/suggest``; write it, there or in private: ``/suggest [NUMBER] Question: …``."""
    first, _, rest = turn.words.strip().partition(" ")
    number = whole(first)
    of = store.find(turn.desk.read, number) if number is not None else _begun(turn)
    text = rest.strip() if number is not None else turn.words.strip()
    if of is None or of.learner_id != turn.learner.id:
        return [_private("A question is proposed to a group: say /suggest there first.", Choice("Five questions", "/quiz"))]
    if of.state != "begun":
        return [_private("That one is with those who manage the group already. /suggest there begins another one.")]
    if refusal := _refusal(turn, of):
        return [_private(refusal)]
    return [_written(turn, of, text) if text else _how(of)]


def _private(text: str, *choices: Choice) -> Reply:
    return Reply(text, choices, private=True)


def _begun(turn: Turn) -> Proposal | None:
    """Begin a proposal to the room of a turn; in private, find what was begun."""
    if turn.sender.room is None:
        return store.begun(turn.desk.read, turn.learner.id) if turn.learner.id is not None else None
    number = store.begin(turn.desk.write, turn.sender.platform, turn.sender.room, turn.enrolled(), turn.now)
    return store.find(turn.desk.write, number)


def _refusal(turn: Turn, of: Proposal) -> str | None:
    """Say why somebody may propose nothing for now."""
    here = (of.platform, of.room)
    if clubs.is_banned(turn.desk.read, *here, of.learner_id):
        return _BANNED
    if store.count(turn.desk.read, *here, "waiting", of.learner_id) >= WAITING:
        return f"{WAITING} questions of yours wait for those who manage the group. When they have decided, propose the next."
    since = turn.now - timedelta(weeks=1)
    lately = sum(store.count(turn.desk.read, *here, state, of.learner_id, since) for state in ("waiting", "approved", "declined"))
    return f"A group takes {A_WEEK} questions a week from one person. Keep the others for next week." if lately >= A_WEEK else None


def _how(of: Proposal) -> Reply:
    text = (
        "**Propose a question to your group.** Those who manage it decide; then it is asked there. "
        f"Write it in your own words, without real patients and CPT codes, to me alone, as `/suggest {of.id}` and these lines:\n\n{_FORM}"
    )
    return _private(text, Choice("Write it", f"/suggest {of.id} ", asks=_ASKS))


def _written(turn: Turn, of: Proposal, text: str) -> Reply:
    """Take a proposal in, or say what the rules of good content have against it."""
    from bot.library.proposed import faults_of, read  # imported here: the check is large and seldom needed

    found = read(text)
    faults = found if isinstance(found, list) else []
    if isinstance(found, Written):
        about = quiz.find_area(found.area or _usual_area(turn, of), turn.library)
        if about is None or about.slug not in turn.library.areas:
            faults = ["Area is missing: one of " + ", ".join(turn.library.areas)]
        else:
            found = Written(about.slug, found.stem, found.options, found.key, found.why, found.source)
            faults = faults_of(found, turn.codebook)
    if faults or not isinstance(found, Written):
        lines = ["**Not yet.** Mend this and send it again:", "", *(f"· {literal(one, 200)}" for one in faults[:8])]
        return _private("\n".join(lines), Choice("Once more", f"/suggest {of.id} ", asks=_ASKS), Choice("How it is written", "/suggest"))
    values = {"area": found.area, "stem": found.stem, "options": list(found.options), "key": found.key, "why": list(found.why)}
    store.write(turn.desk.write, of.id, turn.now, **values, source=found.source)
    return _private("Thank you. Those who manage the group see it now; I tell you what they decide.", Choice("Five questions", "/quiz"))


def _usual_area(turn: Turn, of: Proposal) -> str:
    club = clubs.find(turn.desk.read, of.platform, of.room)
    return (club.area if club else None) or ""


def waiting(turn: Turn) -> Reply:
    """Show those who manage a room what was proposed to it, to them alone: ``/room suggestions``."""
    here = (turn.sender.platform, turn.sender.room or "")
    found = next(iter(store.in_state(turn.desk.read, *here, "waiting", 1)), None)
    if found is None:
        mine = store.count(turn.desk.read, *here, "approved")
        said = f" {mine} of the room's own are in use." if mine else ""
        return _private(f"No question waits.{said} Members propose one by /suggest.", Choice("This room", "/room"))
    return _shown(turn, found)


def _shown(turn: Turn, of: Proposal) -> Reply:
    """Show a proposal with its key; whoever sees it may decide about it for a day, in private too."""
    store.show(turn.desk.write, of.id, _mark(turn), turn.now)
    count = store.count(turn.desk.write, of.platform, of.room, "waiting")
    lines = [f"**Proposed** · {turn.library.areas[of.area].title} · {count} waiting", "", literal(of.stem, 700), ""]
    for letter, option, why in zip(LETTERS, of.options, of.why, strict=True):
        lines += [f"{letter}  {literal(option, 120)}", f"→ {literal(why, 330)}"]
    lines += ["", f"Key: {LETTERS[of.key]} · Source: {literal(of.source, 180)}"]
    yes, no = (Choice(label, f"/proposal {of.id} {word}") for label, word in (("Approve", "approve"), ("Decline", "decline")))
    return Reply("\n".join(lines), (yes, no), private=True, about=(f"proposal/{of.id}",))


def decide(turn: Turn) -> list[Reply]:
    """Decide about a proposal: ``/proposal NUMBER approve``, ``decline`` or, of one that is in use, ``remove``."""
    words = turn.words.lower().split()
    of = store.find(turn.desk.read, whole(words[0]) or 0) if len(words) == 2 else None
    if of is None or words[1] not in ("approve", "decline", "remove") or not _may(turn, of):
        return [_private("That is for those who manage the group: /room suggestions there shows what waits.")]
    if words[1] == "approve" and store.count(turn.desk.write, of.platform, of.room, "approved") >= MOST_OWN:
        return [_private(f"The room has {MOST_OWN} questions of its own, which is as many as I keep.")]
    state, before = ("approved", "waiting") if words[1] == "approve" else ("declined", "approved" if words[1] == "remove" else "waiting")
    if not store.decide(turn.desk.write, of.id, state, turn.now, before):
        return [_private("That was decided already.")]
    if before == "waiting":
        _tell(turn, of, state)
    said = {"approve": "Approved: it is asked here.", "decline": "Declined.", "remove": "It is not asked any more."}[words[1]]
    more = next(iter(store.in_state(turn.desk.write, of.platform, of.room, "waiting", 1)), None)
    remove = (Choice("Take it out again", f"/proposal {of.id} remove"),) if state == "approved" else ()
    return [_private(said, *remove), *([_shown(turn, more)] if more else [])]


def _may(turn: Turn, of: Proposal) -> bool:
    """Say whether somebody decides about a proposal: who manages its room and says so there, or was shown it as such a day ago at most."""
    if (turn.sender.platform, turn.sender.room) == (of.platform, of.room):
        return turn.sender.manager
    shown = of.shown_at is not None and turn.now - of.shown_at <= _JUDGED_WITHIN
    return turn.sender.room is None and shown and of.judge == _mark(turn)


def _mark(turn: Turn) -> str:
    """Write down who sees a proposal so that it tells its author, who may export it, nothing about them."""
    return sha256(f"{turn.sender.platform}:{turn.sender.user}".encode()).hexdigest()[:32]


def _tell(turn: Turn, of: Proposal, state: str) -> None:
    """Tell the one who proposed it what was decided."""
    where = learners.addresses(turn.desk.write, [of.learner_id]).get(of.learner_id)
    if where is None:
        return
    said = (
        "Your question was approved: your group is asked it from now on."
        if state == "approved"
        else "Your question was not taken this time."
    )
    told = Reply(f"{said}\n\n{literal(of.stem, 200)}", (Choice("Five questions", "/quiz"),))
    posts.add(turn.desk.write, f"proposal:{of.id}:{state}", of.learner_id, *where, as_row(told), turn.now, turn.now + _TOLD)
