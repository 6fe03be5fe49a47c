"""Which of several places of one name is meant. Never a silent guess: two equally likely ones far apart give no answer."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.gazetteer.index import WELL_KNOWN_POPULATION, PlaceMatch
from kroniek.gazetteer.place import AREAS, SETTLEMENTS, Place, PlaceKind, distance_km

# Beyond this distance two places of one name are no longer the same spot for a reader.
FAR_APART_KM = 30.0
# A place so many times larger than its namesake is the one meant without further words.
MUCH_LARGER = 10
# A namesake must be so many times nearer to what the text already named, to be the one meant.
MUCH_NEARER = 3.0
_LEAST_POPULATION = 500


def resolve(match: PlaceMatch, countries: Sequence[str] = (), near: Place | None = None) -> Place | None:
    """The place meant, or None where the words leave it open.

    `countries` are the countries of the text around it, the likeliest first; `near` is a place that the text named just before.
    A small place in none of those countries is not taken either: a quarter that the gazetteer lacks may share its name.
    """
    ranked = _ranked(match, countries, near)
    if len(ranked) > 1 and _is_open(ranked, near):
        return None
    return None if countries and ranked[0].country not in countries and _is_obscure(ranked[0]) else ranked[0]


def is_ambiguous(match: PlaceMatch, countries: Sequence[str] = (), near: Place | None = None) -> bool:
    """Whether the words leave open which place is meant (see `resolve`); the claim then carries the doubt `place_ambiguous`."""
    return resolve(match, countries, near) is None


def _ranked(match: PlaceMatch, countries: Sequence[str], near: Place | None) -> list[Place]:
    """The candidates of the first country of the context that has any (of all, where none has), the likeliest first."""
    candidates: Sequence[Place] = match.candidates
    for country in countries:
        within = [place for place in match.candidates if place.country == country]
        if within:
            candidates = within
            break
    best = min(_rank(place) for place in candidates)
    candidates = [place for place in candidates if _rank(place) == best]
    if near is None:
        return sorted(candidates, key=lambda place: (-_size(place), place.id))
    return sorted(candidates, key=lambda place: (distance_km(place, near), place.id))


def _is_open(ranked: Sequence[Place], near: Place | None) -> bool:
    first = ranked[0]
    rivals = [place for place in ranked[1:] if distance_km(first, place) > FAR_APART_KM]
    if near is not None:
        reach = max(distance_km(first, near), FAR_APART_KM / MUCH_NEARER)
        return any(distance_km(place, near) < MUCH_NEARER * reach for place in rivals)
    return any(_size(first) < MUCH_LARGER * _size(place) for place in rivals)


def _is_obscure(place: Place) -> bool:
    return not place.listed_by_hand and place.population < WELL_KNOWN_POPULATION


def _size(place: Place) -> int:
    return max(place.population, _LEAST_POPULATION)


def _rank(place: Place) -> int:
    if place.kind in SETTLEMENTS or place.kind is PlaceKind.COUNTRY:
        return 0
    return 1 if place.kind in AREAS else 2
