"""A game in words: its lobby, a question, what it came to, who stands where. All of it is made of rows, so it can be said again."""

from collections.abc import Sequence
from datetime import timedelta

from bot.chat import LONGEST_TEXT, Choice, Reply, literal
from bot.codebook.shelf import CodeBook
from bot.learning import game as rules
from bot.library.question import LETTERS, Question
from bot.library.shelf import Library
from bot.store.games import Game, Given, Player
from bot.talk import typed
from bot.talk.question import code_choices

_SHOWN, _ON_TOP, _AT_END = 8, 5, 10
"""How many names are listed: of who is in, of who leads, of who leads in the end."""

COUNTED_EVERY = timedelta(seconds=5)
"""How often at most a message shows anew who is in, or how many have answered: with question and reveal that stays within
20 messages a minute, which is what a group on Telegram takes."""

_NAME = 24
_CODES = 3


def named(player: Player) -> str:
    """Write a player's name so that it can harm nothing."""
    return literal(player.name, _NAME) or "Somebody"


def names(players: Sequence[Player], longest: int = _SHOWN) -> str:
    """List players; who wants to be on no board is only counted."""
    shown = [named(one) for one in players if not one.hidden][:longest]
    more = len(players) - len(shown)
    if not shown:
        return f"{more} {'player' if more == 1 else 'players'}" if more else "nobody"
    return ", ".join(shown) + (f" and {more} more" if more else "")


def title(library: Library, of: Game) -> str:
    """Say what a game is about, how long it is and how fast."""
    about = next((one.title for one in (library.areas.get(of.area or ""), library.focuses.get(of.area or "")) if one), "mixed")
    pace = f"{of.pace} s each" if of.pace else "no clock"
    extra = [name for name, on in (("typed answers", of.typed), ("speed counts", of.speed), ("handicap", of.handicap)) if on]
    extra += [f"{of.teams} teams"] if of.teams else []
    return " · ".join([about, *([of.level] if of.level else []), f"{of.of} questions", pace, *extra])


def lobby(library: Library, of: Game, players: Sequence[Player]) -> Reply:
    """Show who is in before a game starts."""
    present = [one for one in players if one.left_at is None]
    lines = [f"**Live quiz** · {title(library, of)}", "", _manner(of)]
    if of.teams:
        lines += [f"Team {team}: {names([one for one in present if one.team == team])}" for team in range(1, of.teams + 1)]
    else:
        lines.append(f"In ({len(present)}): {names(present)}")
    choices = (
        Choice("Join", f"/game {of.id} join"),
        Choice("Start", f"/game {of.id} start"),
        Choice("Leave", f"/game {of.id} leave"),
        Choice("Settings", f"/game {of.id} set"),
    )
    return Reply("\n".join(lines), choices, about=(f"game/{of.id}",), facts={"kind": "live", "of": of.of}, slot=slot(of))


def _manner(of: Game) -> str:
    how = "Type what you think; codes count only exactly." if of.typed else "Tap what you think; you may change it once."
    worth = (
        "A quick right answer is worth more, a wrong click within two seconds costs 25." if of.speed else "Quick or slow counts the same."
    )
    return f"{how} Nobody sees it until the question is closed. {worth}"


def slot(of: Game) -> str:
    """Name the message that holds what a game shows now: the lobby, then question by question."""
    return f"game/{of.id}/{of.number}"


def question(library: Library, of: Game, found: Question, *, answered: int = 0) -> Reply:
    """Put the question on display to the room, with how many have answered."""
    pace = f" · {of.pace} s" if of.pace else ""
    area = library.areas[found.area]
    lines = [f"**{_heading(of)}** · {area.title} · {found.difficulty}{pace}", "", found.stem]
    if of.typed:
        asks = "Which code? Several in their order." if typed.asks_codes(found) else "Which term?"
        choices = [Choice("Answer", f"/game {of.id} {of.number} ", asks=asks)]
    else:
        lines += ["", *(f"{letter}  {found.options[place]}" for letter, place in zip(LETTERS, of.step.order, strict=True))]
        choices = [Choice(letter, f"/game {of.id} {of.number} {letter}") for letter in LETTERS]
    if answered:
        of_all = "" if of.kind == "day" else f" of {max(of.players, answered)}"
        lines += ["", f"{answered}{of_all} have answered."]
    if of.pace is None and of.kind != "day":
        choices.append(Choice("Close it", f"/game {of.id} skip"))
    facts = {"area": area.slug, "kind": "live", "number": of.number, "of": of.of}
    return Reply("\n".join(lines), tuple(choices), about=(f"question/{found.id}", f"game/{of.id}"), facts=facts, slot=slot(of))


def _heading(of: Game) -> str:
    return "Question of the day" if of.kind == "day" else f"Question {of.number} of {of.of}"


def reveal(
    codebook: CodeBook, of: Game, found: Question, given: Sequence[Given], players: Sequence[Player], *, streak: int | None = None
) -> Reply:
    """Say what was right, why, what was chosen how often, by whom rightly, and who stands where now.

    ``streak`` is that of the room, after a question of the day.
    """
    parts = rules.shares(one.chosen for one in given)
    percents = rules.percents(parts)
    right = {one.learner_id for one in given if one.correct}
    letter = "" if of.typed else f"{LETTERS[of.step.order.index(found.key)]}  "
    heading = f"**{_heading(of)}: {letter}{literal(found.options[found.key], 200)}**"
    lines = [f"{heading} · {percents[found.key]} %" if given else heading, found.why[found.key]]
    others = []
    for sign, place in zip(LETTERS, of.step.order, strict=True):
        if place != found.key:
            mark = "" if of.typed else f"{sign}  "
            others += [f"{mark}{percents[place]} %  {found.options[place]}", f"→ {found.why[place]}"]
    if of.typed and percents[-1]:
        others.append(f"Something else: {percents[-1]} %")
    who = names([one for one in players if one.learner_id in right])
    share = f"{len(right)} of {len(given)}" if given else "nobody answered"
    ending = ["", f"Source: {found.source}", "", f"Right: {who} ({share})" if right else f"Right: nobody ({share})"]
    choices: tuple[Choice, ...] = tuple(code_choices(found, codebook)[:_CODES])
    if of.kind == "day":
        ending += [f"Room streak: {streak}"] if streak else []
        choices += (Choice("Board", "/board"),)
    else:
        ending += standing(of, players, _ON_TOP)
        choices += (Choice("My place", f"/game {of.id} me"),)
    if of.pace is None and of.kind != "day":
        choices += (Choice("Result" if of.number == of.of else "Next question", f"/game {of.id} next"),)
    facts = {"kind": "live", "number": of.number, "of": of.of, "key": found.key, "area": found.area, "answered": len(given)}
    facts |= {"right": len(right), "shares": percents}
    return Reply(_fitting(lines, others, ending), choices, about=(f"question/{found.id}", f"game/{of.id}"), facts=facts)


def _fitting(lines: list[str], others: list[str], ending: list[str]) -> str:
    """Put together what fits into one message; the reasons of wrong options go first where it is too much."""
    for middle in (["", *others], ["", *others[::2]], []):
        text = "\n".join([*lines, *middle, *ending])
        if len(text) <= LONGEST_TEXT:
            return text
    return text[:LONGEST_TEXT]


def standing(of: Game, players: Sequence[Player], longest: int, *, listed: bool = False) -> list[str]:
    """Say who leads; who wants to be on no board is left out and keeps their place. ``listed`` gives each a line."""
    there = [one for one in players if one.left_at is None or one.score]
    places = rules.places({one.learner_id: one.score for one in there})
    ranked = sorted((one for one in there if not one.hidden), key=lambda one: (places[one.learner_id], named(one), one.learner_id))
    lines = []
    if of.teams:
        scores = rules.team_scores((one.team, one.score) for one in there if one.team)
        by_team = rules.places(scores)
        lines.append("**Teams**: " + " · ".join(f"{by_team[team]}. Team {team} {scores[team]}" for team in sorted(scores, key=by_team.get)))  # type: ignore[arg-type]  # every team has a place
    if ranked:
        points = [f"{places[one.learner_id]}. {named(one)} {one.score}" for one in ranked[:longest]]
        points += [f"{len(ranked) - longest} more"] if len(ranked) > longest else []
        lines.append("**Points**\n" + "\n".join(points) + "\n" if listed else "**Points**: " + " · ".join(points))
    return lines


def result(library: Library, of: Game, players: Sequence[Player], right: int, given: int, *, why: str = "") -> Reply:
    """Say how a game ended."""
    lines = [f"**The quiz is over** · {title(library, of)}", *([why] if why else []), ""]
    lines += standing(of, players, _AT_END, listed=True)
    if given:
        lines.append(f"Together: {right} of {given} answers right. What you missed is among your own missed questions now.")
    again = Choice("Another one", " ".join(["/quiz", *([of.area] if of.area else [])]))
    missed = (Choice("What we missed", "/misses"), Choice("Report", f"/game {of.id} report")) if given else ()
    choices = (again, *missed, Choice("My place", f"/game {of.id} me"))
    return Reply(
        "\n".join(lines), choices, about=(f"game/{of.id}",), facts={"kind": "live", "of": of.of, "right": right, "answered": given}
    )


def place_of(of: Game, players: Sequence[Player], learner_id: int | None) -> str:
    """Tell somebody their own place."""
    there = [one for one in players if one.left_at is None or one.score]
    me = next((one for one in there if one.learner_id == learner_id), None)
    if me is None:
        return "You are not in this quiz. Answer a question and you are."
    places = rules.places({one.learner_id: one.score for one in there})
    same = sum(place == places[me.learner_id] for place in places.values()) - 1
    shared = f", with {same} more" if same else ""
    done = of.number if of.state != "asking" else of.number - 1
    return f"You are number {places[me.learner_id]} of {len(there)}{shared}: {me.score} points, {me.right} of {max(done, 0)} right."
