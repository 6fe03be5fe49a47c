"""A place of the gazetteer, and distance between two of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt

from kroniek.model.claim import Accuracy

_EARTH_RADIUS_KM = 6371.0


class PlaceKind(StrEnum):
    """What a place is."""

    CITY = "city"
    TOWN = "town"
    VILLAGE = "village"
    NEIGHBOURHOOD = "neighbourhood"
    CAMP = "camp"
    BASE = "base"
    AIRPORT = "airport"
    CROSSING = "crossing"
    PLANT = "plant"
    LANDMARK = "landmark"
    HOSPITAL = "hospital"
    RIVER = "river"
    WATER = "water"
    MOUNTAIN = "mountain"
    ISLAND = "island"
    SUBDISTRICT = "subdistrict"
    DISTRICT = "district"
    PROVINCE = "province"
    REGION = "region"
    FRONT = "front"
    COUNTRY = "country"


SETTLEMENTS = frozenset({PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE})
AREAS = frozenset({PlaceKind.PROVINCE, PlaceKind.REGION, PlaceKind.DISTRICT, PlaceKind.SUBDISTRICT, PlaceKind.FRONT})


@dataclass(frozen=True, slots=True)
class Place:
    """One place. `lat`, `lon` are degrees in WGS 84 of its middle; `country` is ISO 3166 alpha-2; `population` is 0 where unknown.

    `listed_by_hand` tells the rows of `supplement.csv`, which are well known, from the thousands of small places in `geonames.csv`.
    """

    id: str
    name: str
    country: str
    admin1: str | None
    lat: float
    lon: float
    kind: PlaceKind
    accuracy: Accuracy
    population: int
    source: str
    listed_by_hand: bool = False


def distance_km(one: Place, other: Place) -> float:
    """Great-circle distance in kilometres."""
    lat_1, lat_2 = radians(one.lat), radians(other.lat)
    half_lat, half_lon = (lat_2 - lat_1) / 2, radians(other.lon - one.lon) / 2
    chord = sin(half_lat) ** 2 + cos(lat_1) * cos(lat_2) * sin(half_lon) ** 2
    return 2 * _EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))
