"""The rules of games, as properties."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from bot.learning import game

scores = st.dictionaries(st.integers(1, 400), st.integers(-200, 5000), max_size=40)


@given(st.lists(st.sampled_from([0, 1, 2, 3, None])))
def test_shares_add_up(chosen):
    shares = game.shares(chosen)
    assert sum(shares) == (1 if chosen else 0)
    assert shares == game.shares(reversed(chosen))
    assert sum(game.percents(shares)) == (100 if chosen else 0)
    assert all(abs(percent - 100 * share) < 1 for percent, share in zip(game.percents(shares), shares, strict=True))


@given(scores)
def test_places_are_fair(found):
    places = game.places(found)
    assert places == game.places(dict(reversed(found.items())))
    for one, score in found.items():
        assert places[one] == 1 + sum(other > score for other in found.values())


@given(st.booleans(), st.integers(0, 200_000), st.sampled_from([None, 10, 20, 120]), st.integers(65, 150))
def test_without_weight_on_speed_only_being_right_counts(correct, elapsed, pace, worth):
    assert game.points(correct, elapsed, pace, worth=worth) == (worth if correct else 0)


@given(st.integers(0, 200_000), st.integers(0, 200_000), st.sampled_from([None, 10, 20, 120]))
def test_with_weight_on_speed_sooner_is_never_worse(one, other, pace):
    early, late = sorted((one, other))
    assert game.points(True, early, pace, speed=True) >= game.points(True, late, pace, speed=True) >= 50
    assert game.points(False, late, pace, speed=True) <= 0


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_handicap_stays_within_bounds_and_never_rewards_being_right_before(right, wrong):
    worth = game.worth(right, right + wrong)
    assert 65 <= worth <= 150
    assert game.worth(right + 1, right + wrong + 1) <= worth <= game.worth(right, right + wrong + 1)


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(-100, 3000)), max_size=30))
def test_a_team_scores_the_mean_whatever_its_size(members):
    found = game.team_scores(members)
    assert found == game.team_scores(reversed(members))
    for team, score in found.items():
        own = [points for of, points in members if of == team]
        assert abs(score - Fraction(sum(own), len(own))) <= Fraction(1, 2)


@given(st.integers(1, 60), st.integers(2, 4))
def test_teams_fill_evenly(players, teams):
    sizes: dict[int, int] = {}
    for _ in range(players):
        team = game.smallest_team(sizes, teams)
        sizes[team] = sizes.get(team, 0) + 1
    assert max(sizes.values()) - min(sizes.get(team, 0) for team in range(1, teams + 1)) <= 1
