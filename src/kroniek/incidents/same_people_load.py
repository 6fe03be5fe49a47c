"""Reads how names of people are compared from `same_people.yaml`."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

import yaml

from kroniek.errors import RulesError
from kroniek.incidents.same_people import NameRules

_FILE = "same_people.yaml"


@cache
def load_name_rules() -> NameRules:
    """The rules, from the package. Raises RulesError where the file breaks its form."""
    content = yaml.safe_load((resources.files("kroniek.incidents") / _FILE).read_text(encoding="utf-8"))
    try:
        rows = [*content["letters"], *content["replacements"], *content["particles"], *content["titles"]]
        unknown = [row["source"] for row in rows if row["source"] not in content["sources"]]
        if unknown:
            raise RulesError(f"{_FILE}: the source {unknown[0]!r} is not listed")
        return NameRules(
            letters={sign: row["by"] for row in content["letters"] for sign in row["sign"].split()},
            replacements=tuple((re.compile(row["pattern"]), row["by"]) for row in content["replacements"]),
            left_out=frozenset(word for row in (*content["particles"], *content["titles"]) for word in row["words"]),
        )
    except (KeyError, TypeError, re.error) as problem:
        raise RulesError(f"{_FILE}: {problem}") from problem
