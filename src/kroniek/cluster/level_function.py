"""The one function that a cluster needs beside Splink's SQL: the level of a feature, from the profiles of two parts as text.

    spark.udf.register(FUNCTION, level, "int")

It is pure, needs nothing but this package on each worker, and works each pair out once for all its features.
"""

from __future__ import annotations

from functools import lru_cache

from kroniek.cluster.levels import CLASH, FRACTION, LEVELS, OF_ANY_SCORE
from kroniek.cluster.profile_text import profile_from_text
from kroniek.errors import UsageError
from kroniek.incidents.likeness import DIGITS, likeness
from kroniek.incidents.profile import Profile

FUNCTION = "kroniek_level"
_PAIRS, _PROFILES = 4096, 65536  # kept at a time: a linker asks of one pair for all features in turn, and of one profile for all its pairs


def level(first: str, second: str, feature: str) -> int:
    """The level of `feature` (a name of `LEVELS`, or "words, digit -3") for two profiles as text, in any order.

    A level is the place of the score in `LEVELS`, their number where it is 0; of a digit it is the digit. Raises UsageError for a score
    that is none of those listed, or a feature that there is none of.
    """
    found = _levels(first, second)
    if feature not in found:
        raise UsageError(f"no feature is called {feature!r}; there are {', '.join(found)}")
    return found[feature]


def digits_of(feature: str) -> dict[str, float]:
    """The comparisons of a feature of any score, one a binary digit, with what the digit weighs."""
    return {f"{feature}, digit {digit}": 2.0**digit for digit in range(OF_ANY_SCORE[feature] - 1, -FRACTION - 1, -1)}


@lru_cache(maxsize=_PAIRS)
def _levels(first: str, second: str) -> dict[str, int]:
    scores: dict[str, float] = {}
    for feature in likeness(_profile(first), _profile(second)).features:
        score = CLASH if feature.clash else round(feature.score, DIGITS)
        scores[feature.name] = scores.get(feature.name, 0.0) + score
    found = {name: _listed(name, scores.pop(name, 0.0)) for name in LEVELS}
    for name in OF_ANY_SCORE:
        units = round(scores.pop(name, 0.0) * 2**FRACTION)
        digits = list(digits_of(name))
        found |= {digit: units >> place & 1 for place, digit in enumerate(reversed(digits))}
    if scores:
        raise UsageError(f"the feature {min(scores)!r} has no levels in kroniek.cluster.levels")
    return found


def _listed(name: str, score: float) -> int:
    if not score:
        return len(LEVELS[name])
    if score not in LEVELS[name]:
        raise UsageError(f"the feature {name!r} scores {score:g}, which is no level of it in kroniek.cluster.levels")
    return LEVELS[name].index(score)


@lru_cache(maxsize=_PROFILES)
def _profile(text: str) -> Profile:
    return profile_from_text(text)
