"""Where an incident happened: how far two places can be the same, and which place of a report is the one."""

from __future__ import annotations

import math

from kroniek.model.claim import Accuracy, PlaceMention

# Kilometres within which the true place lies, by the accuracy that Airwars gives (its site draws circles of about these sizes).
RADIUS: dict[Accuracy, float] = {
    Accuracy.EXACT: 0.05,
    Accuracy.WITHIN_100_M: 0.1,
    Accuracy.STREET: 0.5,
    Accuracy.NEARBY_LANDMARK: 1.0,
    Accuracy.NEIGHBOURHOOD: 2.0,
    Accuracy.VILLAGE: 3.0,
    Accuracy.TOWN: 5.0,
    Accuracy.CITY: 10.0,
    Accuracy.SUBDISTRICT: 15.0,
    Accuracy.DISTRICT: 30.0,
    Accuracy.PROVINCE: 80.0,
    Accuracy.COUNTRY: 400.0,
}
_EARTH_RADIUS = 6371.0
EXACTNESS: dict[Accuracy, int] = {accuracy: rank for rank, accuracy in enumerate(RADIUS)}


def radius_of(place: PlaceMention) -> float:
    """Kilometres within which the place lies; a place of unknown accuracy counts as a town."""
    return RADIUS[place.accuracy] if place.accuracy else RADIUS[Accuracy.TOWN]


def exactness(place: PlaceMention) -> int:
    """0 for the most exact; a place without a known point is behind all."""
    if place.lat is None or place.lon is None:
        return len(EXACTNESS) + 1
    return EXACTNESS[place.accuracy] if place.accuracy else EXACTNESS[Accuracy.TOWN]


def kilometres(first: PlaceMention, second: PlaceMention) -> float | None:
    """The distance over the globe, None where a point is unknown."""
    if first.lat is None or first.lon is None or second.lat is None or second.lon is None:
        return None
    return distance(first.lat, first.lon, second.lat, second.lon)


def distance(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres between two points in degrees (haversine)."""
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * _EARTH_RADIUS * math.asin(math.sqrt(min(1.0, half)))


def can_be_same(first: PlaceMention, second: PlaceMention) -> bool | None:
    """Whether both can be one place: the same id, or circles that touch. None where it cannot be told."""
    if first.id is not None and first.id == second.id:
        return True
    apart = kilometres(first, second)
    if apart is None:
        return None
    return apart <= radius_of(first) + radius_of(second)
