"""Reads `words.yaml`."""

from __future__ import annotations

from functools import cache
from typing import Any

from kroniek.checks.rules import CheckRules, Cue, as_expression
from kroniek.errors import RulesError
from kroniek.model.claim import Kind
from kroniek.rules.load import chosen, listed_words, needed, rule_file, sourced_rows, sources_of

_FILE = "words.yaml"


@cache
def load_check_rules() -> CheckRules:
    """The words of the package, read once a process. Raises RulesError that names the row that breaks the form."""
    return build_check_rules(rule_file("kroniek.checks", _FILE))


def build_check_rules(content: Any) -> CheckRules:
    """The rules of the rows. Raises RulesError for a row without a known source, or a topic that there is none of."""
    sources = sources_of(content, _FILE)
    words: dict[str, dict[Cue, list[str]]] = {}
    per: dict[str, Kind] = {}
    dimensions: dict[str, str] = {}
    for topic, rows in content.items():
        if topic == "sources":
            continue
        if topic not in {"per", "dimensions", *Cue}:
            raise RulesError(f"{_FILE}: there is no topic {topic!r}")
        for number, row in enumerate(sourced_rows(rows, sources, f"{_FILE}: {topic}"), 1):
            where = f"{_FILE}: {topic}, row {number}"
            if topic == "per":
                per |= dict.fromkeys(listed_words(row, "words", where), chosen(Kind, row.get("kind"), where))
            elif topic == "dimensions":
                dimensions |= dict.fromkeys(listed_words(row, "units", where), needed(row, "dimension", where))
            else:
                found = words.setdefault(needed(row, "language", where), {})
                found.setdefault(Cue(topic), []).extend(listed_words(row, "words", where))
    cues = {language: {cue: as_expression(found) for cue, found in topics.items()} for language, topics in words.items()}
    return CheckRules(cues, per, dimensions)
