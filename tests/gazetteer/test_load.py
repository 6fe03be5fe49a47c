"""The files of the gazetteer keep their own form."""

from __future__ import annotations

import csv
from importlib.resources import files

from kroniek.gazetteer.load import COLUMNS, load_gazetteer
from kroniek.gazetteer.naming import key_of
from kroniek.gazetteer.place import PlaceKind, distance_km

GAZETTEER = load_gazetteer()


def rows(name: str) -> list[dict[str, str]]:
    text = files("kroniek.gazetteer").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def test_every_row_has_a_source_and_a_country() -> None:
    for name in ("geonames.csv", "supplement.csv"):
        for row in rows(name):
            assert tuple(row) == COLUMNS
            assert row["source"] and len(row["country"]) == 2, row


def test_aliases_of_geonames_are_keys_already() -> None:
    for row in rows("geonames.csv"):
        assert [key_of(alias) for alias in row["aliases"].split("|")] == row["aliases"].split("|")


def test_a_better_named_place_stays_where_geonames_has_it() -> None:
    known = {row["id"]: row for row in rows("geonames.csv")}
    for row in rows("supplement.csv"):
        if row["id"].startswith("geonames:"):
            assert (row["lat"], row["lon"], row["country"]) == tuple(known[row["id"]][key] for key in ("lat", "lon", "country"))


def test_places_of_the_gaza_strip_lie_in_it() -> None:
    middle = GAZETTEER.by_id("kroniek:ps-gaza-strip")
    assert middle is not None
    for place in GAZETTEER.places:
        if place.admin1 == "Gaza Strip":
            assert distance_km(place, middle) < 30, place


def test_supplement_lies_near_its_country() -> None:
    middles = {place.country: place for place in GAZETTEER.places if place.kind is PlaceKind.COUNTRY}
    for place in GAZETTEER.places:
        if place.listed_by_hand and place.country in {"SY", "IQ", "LB", "PS", "IL", "JO", "YE", "UA", "AF"}:
            assert distance_km(place, middles[place.country]) < 900, place


def test_each_name_finds_its_place() -> None:
    for row in rows("supplement.csv"):
        assert row["id"] in {place.id for place in GAZETTEER.lookup(row["name"])}, row["name"]


def test_the_hash_is_of_the_files() -> None:
    assert len(GAZETTEER.data_sha256) == 64
