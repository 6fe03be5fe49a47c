"""Loads `names.yaml` of a language."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from kroniek.errors import RulesError
from kroniek.reading.attribution_load import read_language_file
from kroniek.reading.people.given_names import GivenNames
from kroniek.reading.people.rules import PeopleRules, Relation

_FILE = "names.yaml"
_GIVEN_NAMES = "given_names.csv"
_LISTS = (
    "killed", "injured", "active", "passive", "intransitive", "auxiliaries", "between", "connectors", "breaks", "speech",
    "not_after", "references", "of_victims", "of", "mourning", "either", "determiners", "adult_words", "hyphened", "saved",
    "negations", "possessives", "joins", "year_words", "month_words", "old_words", "child_words", "relatives", "offspring",
    "male_words", "female_words", "titles", "occupations", "list_openers", "not_people", "name_links", "surname_links", "fathers",
    "after_name", "female_kunya", "male_kunya", "female_second", "male_second", "he", "she", "minors", "grandchildren",
    "grandparents", "spouses", "parents", "siblings", "calling", "victims", "about", "law", "as", "telling", "background", "also_names",
    "adverbs", "at_or_by", "aged", "below", "houses", "these", "pairs",
    "remembered", "among", "those_named", "not_verbs", "before_speech", "who",
    "naming", "years_old", "articles", "in_law", "losing", "lives", "spoken_of", "adding", "name_nouns", "whose",
    "unknown", "told", "unborn", "plural_old", "both", "grown_up", "linking",
)  # fmt: skip
# YAML reads these bare words as truth values; a word list means the words.
_BARE = {True: "on", False: "no"}


@lru_cache(maxsize=16)
def load_people_rules(language: str) -> PeopleRules:
    """The rules of named victims of one language ("en", "nl"). Raises RulesError where the file breaks its own form."""
    return people_rules(read_language_file(language, _FILE), language)


def people_rules(data: Mapping[str, Any], language: str) -> PeopleRules:
    """The rules from the mapping that the YAML file holds. Raises RulesError that names the list at fault."""
    words = {name: _words(data, name) for name in _LISTS}
    words["cited"] = _words(data, "cited") if "cited" in data else frozenset()
    kin: dict[str, Relation] = {}
    rows = data.get("kin")
    if not isinstance(rows, list):
        raise RulesError(f"{_FILE}: kin must be a list of rows")
    for row in rows:
        if not isinstance(row, dict) or not row.get("source") or not isinstance(row.get("words"), list):
            raise RulesError(f"{_FILE}: a row of kin needs a source and words")
        relation = Relation(row.get("gender"), row.get("child"), bool(row.get("plural", False)))
        for word in row["words"]:
            kin.setdefault(str(word), relation)
    numbers = data.get("numbers")
    if not isinstance(numbers, dict) or not numbers.get("source"):
        raise RulesError(f"{_FILE}: numbers must map words to numbers, with a source")
    counts = {str(word): value for word, value in numbers.items() if isinstance(value, int)}
    particles = data.get("particles")
    if not isinstance(particles, dict) or not particles.get("source"):
        raise RulesError(f"{_FILE}: particles must map verbs to particles, with a source")
    verbs = {str(verb): str(particle) for verb, particle in particles.items() if verb != "source"}
    return PeopleRules(language, kin, counts, words, words["killed"] | words["injured"], verbs,
                       bool(data.get("verb_final", False)), str(data.get("past_tense_ending", "")), load_given_names())  # fmt: skip


@cache
def load_given_names() -> GivenNames:
    """The list of given names, one for all languages. Raises RulesError that names the line at fault."""
    text = resources.files("kroniek.reading.people").joinpath(_GIVEN_NAMES).read_text(encoding="utf-8")
    return given_names(text)


def given_names(text: str) -> GivenNames:
    """The names of a CSV file with name, gender (female, male or either) and source. Raises RulesError that names the line at fault."""
    rows: list[tuple[str, str]] = []
    for line, row in enumerate(csv.DictReader(text.splitlines()), start=2):
        name, gender = row.get("name"), row.get("gender")
        if not name or gender not in ("female", "male", "either") or not row.get("source"):
            raise RulesError(f"{_GIVEN_NAMES}, line {line}: a name needs a gender (female, male or either) and a source")
        rows.append((name.lower(), gender))
    return GivenNames(rows)


def _words(data: Mapping[str, Any], name: str) -> frozenset[str]:
    row = data.get(name)
    if not isinstance(row, dict) or not row.get("source") or not isinstance(row.get("words"), list):
        raise RulesError(f"{_FILE}: {name} must hold a source and a list of words")
    return frozenset(_BARE[word] if isinstance(word, bool) else str(word).lower() for word in row["words"])
