"""The rules of a game in a room: what an answer is worth, shares, places, teams.

What one player scores never depends on when others answered, nor on the order in which answers are looked at. Only with weight
on speed does a player's own time count.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

RIGHT = 100
"""Points for a right answer."""

_RASH = 2_000
_PENALTY = 25
"""With weight on speed, a wrong answer within so many milliseconds was a click and no answer; it costs so many points."""

_UNHURRIED = 60
"""Seconds over which speed is weighed where no clock runs."""

_USUAL = Fraction(3, 5)
"""The share of right answers at which a handicap changes nothing; nobody is judged by fewer than a handful of answers."""

_LEAST, _MOST = 65, 150


def points(correct: bool, elapsed: int, pace: int | None, *, worth: int = RIGHT, speed: bool = False) -> int:
    """Grade an answer. ``elapsed`` is in milliseconds, ``pace`` in seconds; ``worth`` is what a right answer is to this player.

    >>> points(True, 100, 20), points(True, 19_000, 20), points(False, 100, 20)
    (100, 100, 0)
    >>> points(True, 0, 20, speed=True), points(True, 20_000, 20, speed=True), points(False, 900, 20, speed=True)
    (100, 50, -25)
    """
    if not speed:
        return worth if correct else 0
    if not correct:
        return -_PENALTY if elapsed < _RASH else 0
    whole = (pace or _UNHURRIED) * 1000
    left = 2 * whole - min(max(elapsed, 0), whole)
    return (worth * left + whole) // (2 * whole)  # rounded half up, in whole numbers


def worth(right: int, answered: int) -> int:
    """Say what a right answer is worth to somebody who answered so many and got so many right: the same on average for everybody.

    >>> worth(0, 0), worth(90, 95), worth(10, 60)
    (100, 65, 150)
    """
    share = (right + 3) / Fraction(answered + 5)
    return min(max(round(RIGHT * _USUAL / share), _LEAST), _MOST)


def shares(chosen: Iterable[int | None], options: int = 4) -> list[Fraction]:
    """Tell which share of the answers each option got, and last what fits none; they add up to 1, or are all 0 without answers."""
    counts = [0] * (options + 1)
    for one in chosen:
        counts[options if one is None else one] += 1
    whole = sum(counts)
    return [Fraction(count, whole) if whole else Fraction(0) for count in counts]


def percents(parts: Sequence[Fraction]) -> list[int]:
    """Write shares of 1 as whole percents that add up to 100; what is cut off goes to those that lose most by it.

    >>> percents([Fraction(1, 3), Fraction(1, 3), Fraction(1, 3)])
    [34, 33, 33]
    """
    whole = [int(100 * part) for part in parts]
    missing = (100 if sum(parts) else 0) - sum(whole)
    for place in sorted(range(len(parts)), key=lambda place: (whole[place] - 100 * parts[place], place))[:missing]:
        whole[place] += 1
    return whole


def places(scores: Mapping[int, int]) -> dict[int, int]:
    """Give everybody their place; who has as many points has the same place, and the next one is left out for it.

    >>> places({7: 100, 8: 300, 9: 100, 10: 0})
    {8: 1, 7: 2, 9: 2, 10: 4}
    """
    found: dict[int, int] = {}
    ahead, last = 0, None
    for number, (who, score) in enumerate(sorted(scores.items(), key=lambda one: (-one[1], one[0])), 1):
        if score != last:
            ahead, last = number, score
        found[who] = ahead
    return found


def team_scores(members: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Score teams, given as (team, points) of each member: the mean, so that a large team has no advantage.

    >>> team_scores([(1, 300), (1, 100), (2, 250)])
    {1: 200, 2: 250}
    """
    by_team: dict[int, list[int]] = {}
    for team, score in members:
        by_team.setdefault(team, []).append(score)
    return {team: round(Fraction(sum(scores), len(scores))) for team, scores in sorted(by_team.items())}


def smallest_team(sizes: Mapping[int, int], teams: int) -> int:
    """Choose the team for one more player: the smallest, of those the first; 0 where nobody plays in teams.

    >>> smallest_team({1: 2, 2: 1}, 2), smallest_team({}, 2), smallest_team({}, 0)
    (2, 1, 0)
    """
    return min(range(1, teams + 1), key=lambda team: (sizes.get(team, 0), team), default=0)
