"""Loads `names.yaml` of a language."""

from __future__ import annotations

from kroniek.reading.people.rules import PeopleRules


def load_people_rules(language: str) -> PeopleRules:
    """The rules of named victims of one language ("en", "nl"). Raises RulesError where the file breaks its own form."""
    raise NotImplementedError(language)
