"""Whether two claims tell one thing: the same figure of the same kind, as far as what both say about it goes together.

It is asked only of claims whose reports are tied (one cites, copies or hosts the other), so it must tell apart the figures of one story,
and stand words that changed on the way.
"""

from __future__ import annotations

from dataclasses import dataclass

from kroniek.model.claim import Bound, Claim, Group, Harm, Kind
from kroniek.model.interval import Number

# so much, or so many features that agree, makes two claims one; a number of one digit alone is shared by chance
LEAST = 3.0
_TELLING = 10
_RARE = 100
_UNIQUE = 100_000
_PARTS = frozenset({Group.CHILD, Group.WOMAN, Group.MAN, Group.MEDICAL, Group.JOURNALIST, Group.AID_WORKER})
_LOOSE_KINDS = frozenset({Kind.OTHER, Kind.MONEY})
_DEATHS = frozenset({Harm.KILLED, Harm.HARMED, None})


@dataclass(frozen=True, slots=True)
class Sameness:
    """How firmly two claims tell one thing, and by what: the names of the features that agree."""

    score: float
    by: tuple[str, ...]


def sameness(first: Claim, second: Claim) -> Sameness | None:
    """What two claims have in common; None where they tell different things."""
    if not _kinds_fit(first, second) or not _units_fit(first, second) or not _harms_fit(first, second):
        return None
    if not _groups_fit(first, second) or ((first.part_of is None) != (second.part_of is None) and _group(first) is not _group(second)):
        return None
    weight = _numbers(first, second)
    if weight is None:
        return None
    features = {
        "number": weight,
        "kind": 1.0 if first.kind is second.kind else 0.0,
        "harm": 1.0 if first.harm is not None and first.harm is second.harm else 0.0,
        "victims": 1.0 if first.victims is not None and _group(first) is _group(second) else 0.0,
        "unit": 1.0 if first.quantity.unit is not None and first.quantity.unit == second.quantity.unit else 0.0,
        "place": _places(first, second),
        "time": _times(first, second),
    }
    return Sameness(sum(features.values()), tuple(name for name, value in features.items() if value > 0))


def _group(claim: Claim) -> Group | None:
    return claim.victims.group if claim.victims else None


def _kinds_fit(first: Claim, second: Claim) -> bool:
    return first.kind is second.kind or {first.kind, second.kind} <= _LOOSE_KINDS


def _units_fit(first: Claim, second: Claim) -> bool:
    units = {first.quantity.unit, second.quantity.unit} - {None}
    return len(units) < 2


def _harms_fit(first: Claim, second: Claim) -> bool:
    return first.harm is second.harm or {first.harm, second.harm} <= _DEATHS


def _groups_fit(first: Claim, second: Claim) -> bool:
    one, two = _group(first), _group(second)
    return one is two or not ({one, two} & _PARTS)


def _numbers(first: Claim, second: Claim) -> float | None:
    """The weight of the number that both tell; None where they tell different ones. Vague words are the same where both are vague."""
    one, two = _written(first), _written(second)
    if not one or not two:
        both_vague = first.quantity.bound is second.quantity.bound is Bound.VAGUE or (
            first.quantity.malformed and second.quantity.malformed
        )
        return 0.0 if both_vague else None
    shared = one & two
    if not shared or (len(one) == len(two) == 2 and one != two):
        return None
    largest = max(shared)
    if largest >= _UNIQUE:
        return 3.0
    return 2.0 if largest >= _RARE else 1.5 if largest >= _TELLING else 0.0


def is_telling(claim: Claim) -> bool:
    """Whether the number is so large that two texts on one matter hardly share it by chance."""
    return max(_written(claim), default=0) >= _TELLING


def _written(claim: Claim) -> frozenset[Number]:
    return frozenset(number for number in (claim.quantity.low, claim.quantity.high) if number is not None)


def _places(first: Claim, second: Claim) -> float:
    if first.place is None or second.place is None or first.place.unresolved or second.place.unresolved:
        return 0.0
    if first.place.id is not None and first.place.id == second.place.id:
        return 1.0
    return 0.0 if first.place.country == second.place.country else -1.0


def _times(first: Claim, second: Claim) -> float:
    if first.time is None or second.time is None:
        return 0.0
    apart = first.time.start_day > second.time.end_day or second.time.start_day > first.time.end_day
    return -0.5 if apart else 0.5
