"""The word lists of named victims, loaded from a language's `names.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kroniek.reading.people.given_names import GivenNames

_FAMILY = ("spouses", "offspring", "grandchildren")


@dataclass(frozen=True, slots=True)
class Relation:
    """A noun for a relative or kind of person: `gender` male, female or None; `child` True where the noun says so; `plural`."""

    gender: str | None
    child: bool | None
    plural: bool


@dataclass(frozen=True, slots=True)
class PeopleRules:
    """All lists of one language; every set holds lower-case tokens. What each is for stands in `names.yaml`.

    `particles` maps a verb to the particle without which it is no word of harm ("kwam" ... "om"). `verb_final` is True where the
    participle stands at the end of its clause ("werd bij de aanval gedood").
    """

    language: str
    kin: Mapping[str, Relation]
    numbers: Mapping[str, int]
    words: Mapping[str, frozenset[str]]
    trigger_words: frozenset[str]
    particles: Mapping[str, str]
    verb_final: bool
    past_tense_ending: str
    given_names: GivenNames
    family: frozenset[str] = field(init=False, repr=False, compare=False)
    """The words of `spouses`, `offspring` and `grandchildren`."""
    opening: frozenset[str] = field(init=False, repr=False, compare=False)
    """Small words at which the mention of a person can begin."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "family", frozenset[str]().union(*(self.words[name] for name in _FAMILY)))
        object.__setattr__(self, "opening", self.words["surname_links"] | self.words["possessives"])

    def has(self, name: str, word: str) -> bool:
        """Whether the list `name` holds the word."""
        return word in self.words[name]
