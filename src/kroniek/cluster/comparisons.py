"""The table of features as Splink takes it: comparisons, each of a few levels that weigh so much.

Splink adds up what the levels weigh that a pair has. It learns nothing here: the weights are those of `incidents/likeness.py`, found in the
likenesses of the pairs themselves, so that they stand in one place only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kroniek.cluster.levels import CLASH
from kroniek.incidents.likeness import Likeness

_MOST_LEVELS = 64
_FRACTION = 34  # binary digits after the point of a score of many values: an error below 1e-10

_Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One thing that is compared. `weights` are those of its levels, `levels` the number of the level that each pair has."""

    name: str
    weights: tuple[float, ...]
    levels: npt.NDArray[np.uint8]


def comparisons_of(likenesses: Sequence[Likeness]) -> list[Comparison]:
    """The comparisons that make up these likenesses, one a feature, sorted by its name.

    Levels are the scores that occur, the commonest first, since Splink tries them in turn. A feature of more than 64 scores, as is the
    share of rare words in common, is one comparison for each binary digit of its score.
    """
    scores: dict[str, _Scores] = {}
    for number, likeness in enumerate(likenesses):
        for feature in likeness.features:
            if feature.name not in scores:
                scores[feature.name] = np.zeros(len(likenesses))
            scores[feature.name][number] += CLASH if feature.clash else feature.score
    return [comparison for name in sorted(scores) for comparison in _of_feature(name, scores[name])]


def _of_feature(name: str, scores: _Scores) -> list[Comparison]:
    values, levels, counts = np.unique(scores, return_inverse=True, return_counts=True)
    if not values.any():
        return []
    if len(values) > _MOST_LEVELS:
        return _digits(name, scores)
    order = np.argsort(-counts, kind="stable")
    place = np.empty(len(values), dtype=np.uint8)
    place[order] = np.arange(len(values))
    return [Comparison(name, tuple(float(value) for value in values[order]), place[levels])]


def _digits(name: str, scores: _Scores) -> list[Comparison]:
    """The scores in binary; the highest digit counts against, as it does for whole numbers below zero."""
    units = np.rint(np.ldexp(scores, _FRACTION)).astype(np.int64)
    highest = max(int(units.max()), -int(units.min())).bit_length()
    found = []
    for digit in range(highest + 1):
        levels = ((units >> digit) & 1).astype(np.uint8)
        weight = 2.0 ** (digit - _FRACTION)
        if levels.any():
            found.append(Comparison(f"{name}, digit {digit - _FRACTION}", (0.0, -weight if digit == highest else weight), levels))
    return found
