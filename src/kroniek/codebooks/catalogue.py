"""The rules that the coding knows, with what each needs: what a codebook is held against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Need(StrEnum):
    """Whether nothing can be coded without the rule, or a desk may leave it out."""

    REQUIRED = "required"
    OPTIONAL = "optional"


class Words(StrEnum):
    """Whether a rule reads words of reports."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    NONE = "none"


class Type(StrEnum):
    """What a parameter is; catalogue.yaml tells of each."""

    COUNT = "count"
    SHARE = "share"
    CODE = "code"
    DAY = "day"
    NAMES = "names"
    COUNTRIES = "countries"
    NAME = "name"


TYPE_IN_WORDS: Mapping[Type, str] = {
    Type.COUNT: "a number of 0 or more",
    Type.SHARE: "a number from 0 to 1",
    Type.CODE: "a whole number",
    Type.DAY: "a day as YYYY-MM-DD",
    Type.NAMES: "a list of words",
    Type.COUNTRIES: 'a list of country codes of two letters ("NO" in quotes)',
    Type.NAME: "one word or name",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownRule:
    """One rule that the coding knows. `values` must be given, `options` may be, `others` is the type under any other key.

    Of the rules with the same `choose` a codebook has exactly one.
    """

    id: str
    step: str
    need: Need
    does: str
    values: Mapping[str, Type] = field(default_factory=dict)
    options: Mapping[str, Type] = field(default_factory=dict)
    others: Type | None = None
    words: Words = Words.NONE
    choose: str | None = None

    def type_of(self, parameter: str) -> Type | None:
        """The type of a parameter, None where the rule has none of that name."""
        return self.values.get(parameter) or self.options.get(parameter) or self.others


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All rules by id, in the order of the work; `steps` are its headings by id."""

    steps: Mapping[str, str]
    rules: Mapping[str, KnownRule]

    def required(self) -> tuple[str, ...]:
        """The ids of the rules without which nothing can be coded."""
        return tuple(rule.id for rule in self.rules.values() if rule.need is Need.REQUIRED)

    def choices(self) -> dict[str, tuple[str, ...]]:
        """For each choice that a codebook must make, the rules that it chooses from."""
        found: dict[str, list[str]] = {}
        for rule in self.rules.values():
            if rule.choose is not None:
                found.setdefault(rule.choose, []).append(rule.id)
        return {choice: tuple(rules) for choice, rules in found.items()}
