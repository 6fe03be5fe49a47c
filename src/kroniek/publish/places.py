"""Where something was, no more exactly than it is known or than the desk lets out."""

from __future__ import annotations

from dataclasses import dataclass

from kroniek.model.claim import Accuracy

_SCALE = tuple(Accuracy)

# One decimal of a degree is some 11 kilometres, two 1.1 kilometres, three 110 metres, four 11 metres.
_DECIMALS = {
    Accuracy.EXACT: 4,
    Accuracy.WITHIN_100_M: 3,
    Accuracy.STREET: 3,
    Accuracy.NEARBY_LANDMARK: 3,
    Accuracy.NEIGHBOURHOOD: 2,
    Accuracy.VILLAGE: 2,
    Accuracy.TOWN: 2,
    Accuracy.CITY: 1,
    Accuracy.SUBDISTRICT: 1,
    Accuracy.DISTRICT: 1,
    Accuracy.PROVINCE: 0,
}


@dataclass(frozen=True, slots=True)
class PublicPoint:
    """A point in WGS 84 degrees, rounded, and how exact it is."""

    lat: float
    lon: float
    accuracy: Accuracy


def coarser(one: Accuracy | None, other: Accuracy) -> Accuracy:
    """The less exact of two; where nothing is known of the one, the place counts as no more exact than a province."""
    return max(one or Accuracy.PROVINCE, other, key=_SCALE.index)


def public_point(lat: float | None, lon: float | None, accuracy: Accuracy | None, most: Accuracy) -> PublicPoint | None:
    """The point as it may be shown; None for a whole country, which is no point."""
    shown = coarser(accuracy, most)
    if lat is None or lon is None or shown not in _DECIMALS:
        return None
    decimals = _DECIMALS[shown]
    return PublicPoint(round(lat, decimals) + 0.0, round(lon, decimals) + 0.0, shown)
