"""The word lists of named victims, loaded from a language's `names.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Relation:
    """A noun for a relative or kind of person: `gender` male, female or None; `child` True, False or None; `plural`; `each` how many one is."""

    gender: str | None
    child: bool | None
    plural: bool


@dataclass(frozen=True, slots=True)
class PeopleRules:
    """All lists of one language; every set holds lower-case tokens."""

    language: str
    nouns: Mapping[str, Relation]
