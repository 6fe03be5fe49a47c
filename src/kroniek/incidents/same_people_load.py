"""Reads how names of people are compared from `same_people.yaml`."""

from __future__ import annotations

import re
from functools import cache

from kroniek.errors import RulesError
from kroniek.incidents.same_people import NameRules
from kroniek.rules.load import rule_file, sourced_rows, sources_of

_FILE = "same_people.yaml"


@cache
def load_name_rules() -> NameRules:
    """The rules, from the package. Raises RulesError where the file breaks its form."""
    content = rule_file("kroniek.incidents", _FILE)
    for topic in ("letters", "replacements", "particles", "titles"):
        sourced_rows(content.get(topic), sources_of(content, _FILE), f"{_FILE}: {topic}")
    try:
        return NameRules(
            letters={sign: row["by"] for row in content["letters"] for sign in row["sign"].split()},
            replacements=tuple((re.compile(row["pattern"]), row["by"]) for row in content["replacements"]),
            left_out=frozenset(word for row in (*content["particles"], *content["titles"]) for word in row["words"]),
        )
    except (KeyError, TypeError, re.error) as problem:
        raise RulesError(f"{_FILE}: {problem}") from problem
