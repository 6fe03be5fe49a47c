"""Loads the word lists of this package."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

import yaml

from kroniek.errors import RulesError
from kroniek.publish.names import letters

_FILE = "name_particles.yaml"


@lru_cache(maxsize=1)
def name_particles() -> frozenset[str]:
    """Words that are no part of a name by themselves, folded. Raises RulesError where the file breaks its own form."""
    data = yaml.safe_load((resources.files("kroniek.publish") / _FILE).read_text(encoding="utf-8"))
    if not isinstance(data, dict) or not isinstance(data.get("particles"), list):
        raise RulesError(f"{_FILE}: must hold a list of particles")
    found: set[str] = set()
    for number, row in enumerate(data["particles"], start=1):
        if not isinstance(row, dict) or row.get("source") not in (data.get("sources") or {}) or not isinstance(row.get("words"), list):
            raise RulesError(f"{_FILE}, row {number}: must have words and a source that is listed")
        found.update(letters(str(word)) for word in row["words"])
    return frozenset(found)
