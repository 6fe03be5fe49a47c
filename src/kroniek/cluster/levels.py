"""The scores that each feature can have: what a linker is told of the table of features before it has seen a pair.

`incidents/likeness.py` has the weights. A test holds that no feature scores anything else, and a pair that does is an error, never a level
of another weight.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

CLASH = -400.0
"""What a level weighs that shows two events: no sum of other weights comes near it."""
FRACTION = 24
"""Binary digits after the point of a score of any value: an error below 1e-7."""
OF_ANY_SCORE = {"words": 2}
"""Features of any score from 0 up, with the binary digits before the point: one comparison a digit."""


def _counts() -> tuple[float, ...]:
    """Injured, other counts up to 1.5 together, and what an agreeing total adds."""
    sums = product((0.0, 1.0, 0.75, 0.625, 0.5, 0.075), (0.0, 0.5, 0.75, 1.0, 1.25, 1.5), (0.0, 0.8))
    return tuple(sorted({round(sum(one), 9) for one in sums}, reverse=True))


LEVELS: Mapping[str, tuple[float, ...]] = {
    "report": (CLASH,),
    "place": (2.5, 2.0, 1.6, 1.5, 1.3, 1.0, 0.9, 0.7, 0.3, 0.1, -0.4, -0.9, -1.0, -2.0),
    "day": (2.0, 1.5, 1.3, 1.2, 0.8, 0.7, 0.3, -0.4, -0.8, -1.0, -1.2, -1.3, -1.5, -4.0, CLASH),
    "calendar": (1.5, 1.0, -0.4, -0.7, -0.8, -3.0, -4.0),
    "killed": (2.0, 1.5, 1.25, 1.0, 0.4, 0.15, -0.3, -0.5, CLASH),
    "counts": tuple(score for score in _counts() if score),
    "telling names": (1.2, 0.6),
    "things hit": (0.7,),
    "firmness": (-1.0, CLASH),
    "actor": (0.5, -1.0, -2.0),
    "method": (-0.7,),
    "names": (3.0,),
    "looking back": (0.5,),
}
"""By feature the scores other than 0, which is the last level of each: nothing told, or nothing learnt from it."""
