"""Reads the gazetteer's files.

`geonames.csv` is built by `tools/build_gazetteer.py`, its aliases already keys. `supplement.csv` is written by hand: new places, and
better names and further aliases for those of `geonames.csv` (a row with the same id).
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from kroniek.errors import RulesError
from kroniek.gazetteer.context_words import ContextWords, GenericWord
from kroniek.gazetteer.index import WELL_KNOWN_POPULATION, Gazetteer, Names, merged
from kroniek.gazetteer.naming import fold_word, key_of
from kroniek.gazetteer.place import Place, PlaceKind
from kroniek.gazetteer.transliteration import Replacement, Transliteration
from kroniek.model.claim import Accuracy

COLUMNS = ("id", "name", "country", "admin1", "lat", "lon", "kind", "accuracy", "population", "aliases", "source")
_FILES = ("geonames.csv", "supplement.csv", "transliteration.yaml", "context_words.yaml", "stop_words.yaml")
_KINDS = {kind.value: kind for kind in PlaceKind}
_ACCURACIES = {accuracy.value: accuracy for accuracy in Accuracy}
_LANGUAGE = re.compile(r"^[a-z]{2}:")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_EXACT = "exact:"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer of the package, read once. Raises RulesError that names the file and row that breaks the form."""
    contents = {name: files("kroniek.gazetteer").joinpath(name).read_bytes() for name in _FILES}
    places: dict[str, Place] = {}
    keys: dict[str, list[str]] = {}
    exact: dict[str, list[str]] = {}
    of_cities: set[str] = set()
    by_hand: set[str] = set()
    for row, line in _rows("geonames.csv", contents["geonames.csv"]):
        place = _place("geonames.csv", line, row, listed_by_hand=False)
        places[place.id] = place
        own, *others = row[9].split("|")
        if place.population >= WELL_KNOWN_POPULATION:
            of_cities.update((own, *(key for key in others if _CYRILLIC.match(key))))
        for key in (own, *others):
            keys.setdefault(key, []).append(place.id)
    for row, line in _rows("supplement.csv", contents["supplement.csv"]):
        place = _place("supplement.csv", line, row, listed_by_hand=True)
        known = places.get(place.id)
        places[place.id] = place if known is None else replace(place, population=place.population or known.population)
        for alias in (place.name, *filter(None, row[9].split("|"))):
            if alias.startswith(_EXACT):
                exact.setdefault(alias.removeprefix(_EXACT), []).append(place.id)
            else:
                key = key_of(_LANGUAGE.sub("", alias))
                by_hand.add(key)
                keys.setdefault(key, []).append(place.id)
    digest = hashlib.sha256(b"".join(hashlib.sha256(contents[name]).digest() for name in _FILES)).hexdigest()
    stop = _yaml("stop_words.yaml", contents["stop_words.yaml"])
    names = Names(
        _by_name(keys, places),
        _by_name(exact, places),
        _words(stop, "never"),
        _words(stop, "only_with_cue"),
        frozenset(of_cities),
        frozenset(by_hand),
    )
    context = _context_words(_yaml("context_words.yaml", contents["context_words.yaml"]))
    spelling = _transliteration(_yaml("transliteration.yaml", contents["transliteration.yaml"]))
    return Gazetteer(tuple(places.values()), names, context, spelling, digest)


def _rows(name: str, content: bytes) -> Iterator[tuple[list[str], int]]:
    reader = csv.reader(io.StringIO(content.decode("utf-8")))
    if tuple(next(reader, ())) != COLUMNS:
        raise RulesError(f"{name}: the first line must name the columns {', '.join(COLUMNS)}")
    for row in reader:
        if len(row) != len(COLUMNS):
            raise RulesError(f"{name}, line {reader.line_num}: {len(row)} columns, expected {len(COLUMNS)}")
        yield row, reader.line_num


def _place(name: str, line: int, row: list[str], *, listed_by_hand: bool) -> Place:
    try:
        lat, lon, population = float(row[4]), float(row[5]), int(row[8] or 0)
        kind, accuracy = _KINDS[row[6]], _ACCURACIES[row[7]]
    except (ValueError, KeyError) as error:
        raise RulesError(f"{name}, line {line} ({row[1]}): not understood: {error}") from error
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise RulesError(f"{name}, line {line} ({row[1]}): {lat}, {lon} is nowhere on earth")
    return Place(row[0], row[1], row[2], row[3] or None, lat, lon, kind, accuracy, population, row[10], listed_by_hand)


def _by_name(ids: dict[str, list[str]], places: dict[str, Place]) -> dict[str, tuple[Place, ...]]:
    return {key: (places[found[0]],) if len(found) == 1 else _named_alike([places[one] for one in found]) for key, found in ids.items()}


def _named_alike(places: list[Place]) -> tuple[Place, ...]:
    """All places of a name; where a country bears it, not the obscure aliases of towns elsewhere ("Iraq" for Arak)."""
    if any(place.kind is PlaceKind.COUNTRY for place in places):
        places = [place for place in places if place.listed_by_hand]
    return merged(places)


def _yaml(name: str, content: bytes) -> dict[str, Any]:
    loaded = yaml.load(content, Loader=_Loader)  # noqa: S506  # a safe loader, the C one where there is one
    if not isinstance(loaded, dict):
        raise RulesError(f"{name}: a mapping was expected")
    return loaded


def _words(table: dict[str, Any], group: str) -> frozenset[str]:
    words: set[str] = set()
    for row in table[group]:
        for word in row["words"]:
            if not isinstance(word, str):
                raise RulesError(f"stop_words.yaml, {group}: {word!r} must stand in quotes")
            words.add(key_of(word))
    return frozenset(words)


def _context_words(table: dict[str, Any]) -> ContextWords:
    after: dict[str, list[GenericWord]] = {}
    before: dict[str, frozenset[PlaceKind]] = {}
    for row in table["generic"]:
        kinds = frozenset(PlaceKind(kind) for kind in row["kinds"])
        for phrase in row["after"]:
            words = tuple(fold_word(word) for word in phrase.split(" "))
            after.setdefault(words[0], []).append(GenericWord(words, kinds))
        for phrase in row["before"]:
            last = fold_word(phrase.split(" ")[-1])
            before[last] = before.get(last, frozenset()) | kinds
    return ContextWords(
        {word: tuple(sorted(rows, key=lambda generic: -len(generic.words))) for word, rows in after.items()},
        before,
        _of_all_languages(table["prepositions"]),
        _of_all_languages(table["whereabouts"]),
        frozenset(fold_word(word) for word in table["fillers"]),
        frozenset(fold_word(word) for word in table["list_links"]),
        frozenset(fold_word(word) for word in table["name_particles"]),
        frozenset(fold_word(word) for word in table["named_after"]),
    )


def _of_all_languages(table: dict[str, list[str]]) -> frozenset[str]:
    for language, words in table.items():
        if any(not isinstance(word, str) for word in words):
            raise RulesError(f"context_words.yaml, {language}: every word must be text, in quotes where YAML reads it otherwise")
    return frozenset(fold_word(word) for words in table.values() for word in words)


def _transliteration(table: dict[str, Any]) -> Transliteration:
    try:
        replacements = [Replacement(re.compile(row["pattern"]), row["by"]) for row in table["replacements"]]
    except re.error as error:
        raise RulesError(f"transliteration.yaml: not a regular expression: {error}") from error
    return Transliteration(replacements, frozenset(table["countries"]), table["shortest"])
