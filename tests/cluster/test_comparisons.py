"""Comparisons as Splink takes them add up to the likeness that they were made from."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kroniek.cluster.comparisons import comparisons_of
from kroniek.cluster.levels import CLASH
from kroniek.incidents.likeness import Feature, Likeness


def alike(*features: Feature) -> Likeness:
    clash = any(feature.clash for feature in features)
    return Likeness(features, clash, 0.0 if clash else sum(feature.score for feature in features))


def sums(likenesses: list[Likeness]) -> list[float]:
    compared = comparisons_of(likenesses)
    return [sum(one.weights[one.levels[number]] for one in compared) for number in range(len(likenesses))]


def test_a_feature_is_one_comparison_with_a_level_a_score_the_commonest_first() -> None:
    scores = [1.5, 1.5, 1.5, -0.4, -0.4, 0.0]
    (compared,) = comparisons_of([alike(Feature("day", score, "")) for score in scores])
    assert (compared.name, compared.weights) == ("day", (1.5, -0.4, 0.0))
    assert compared.levels.tolist() == [0, 0, 0, 1, 1, 2]


def test_a_feature_that_weighs_nothing_anywhere_is_none() -> None:
    assert comparisons_of([alike(Feature("actor", 0.0, "")), alike()]) == []


def test_a_clash_outweighs_all_else() -> None:
    (clash, other) = sums([alike(Feature("names", 3.0, ""), Feature("day", 0.0, "", clash=True)), alike(Feature("names", 3.0, ""))])
    assert clash < CLASH / 2
    assert other == 3.0


@given(st.lists(st.floats(-9, 9), min_size=1, max_size=200))
def test_scores_of_any_number_add_up(scores: list[float]) -> None:
    found = sums([alike(Feature("words", score, "")) for score in scores])
    assert all(abs(one - other) < 1e-9 for one, other in zip(found, scores, strict=True))


def test_a_clash_among_very_many_scores_is_one_still() -> None:
    told = [alike(Feature("words", number / 1000, "")) for number in range(100)] + [alike(Feature("words", 0.0, "", clash=True))]
    assert len(comparisons_of(told)) > 1
    assert sums(told)[-1] == CLASH
