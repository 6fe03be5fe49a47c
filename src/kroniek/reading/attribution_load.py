"""Loads `attribution.yaml` of a language."""

from __future__ import annotations

from kroniek.reading.attribution.rules import AttributionRules


def load_attribution_rules(language: str) -> AttributionRules:
    """The rules of attribution of one language ("en", "nl"). Raises RulesError where the file breaks its own form."""
    raise NotImplementedError(language)
