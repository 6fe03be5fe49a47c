"""Loads the word lists of this package."""

from __future__ import annotations

from functools import cache

from kroniek.publish.names import letters
from kroniek.rules.load import listed_words, rule_file, sourced_rows, sources_of

_FILE = "name_particles.yaml"


@cache
def name_particles() -> frozenset[str]:
    """Words that are no part of a name by themselves, folded. Raises RulesError where the file breaks its own form."""
    data = rule_file("kroniek.publish", _FILE)
    rows = sourced_rows(data.get("particles"), sources_of(data, _FILE), f"{_FILE}: particles")
    return frozenset(letters(word) for number, row in enumerate(rows, 1) for word in listed_words(row, "words", f"{_FILE}: row {number}"))
