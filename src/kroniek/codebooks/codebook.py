"""A desk's written rules: how words become numbers, ranges and a grade. Data, with a citation for each row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from kroniek.errors import RulesError
from kroniek.model.interval import CountRange, Number

Value = Number | str | date | tuple[str, ...]
"""A parameter of a rule: a number, one word, a day, or a list of words."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `says` in words, `values` its parameters, `words` the words that it reads."""

    id: str
    says: str
    citation: str
    values: Mapping[str, Value]
    words: tuple[str, ...] = ()

    @property
    def is_of_words(self) -> bool:
        """Whether it turns a vague word into a range."""
        return "low" in self.values and "high" in self.values


@dataclass(frozen=True, slots=True)
class Note:
    """What the desk does that no part of the coding can do: shown, never computed."""

    id: str
    says: str
    citation: str


@dataclass(frozen=True, slots=True)
class Codebook:
    """A desk's rules by id, and the SHA-256 of the file that they were read from. `parties` are names by id of those that it lists."""

    id: str
    name: str
    version: str
    sha256: str
    rules: Mapping[str, Rule]
    parties: Mapping[str, str]
    about: str = ""
    notes: tuple[Note, ...] = ()

    def rule(self, rule: str) -> Rule:
        """The rule of that id. Raises RulesError where the codebook has none."""
        found = self.rules.get(rule)
        if found is None:
            raise RulesError(f"codebook {self.id}: it has no rule {rule!r}")
        return found

    def has(self, rule: str) -> bool:
        """Whether the codebook has the rule: a desk drops a rule by leaving out its row."""
        return rule in self.rules

    def number(self, rule: str, parameter: str) -> Number:
        """A parameter of a rule. Raises RulesError where it is absent or no number."""
        value = self.rule(rule).values.get(parameter)
        if not isinstance(value, int | float):
            raise RulesError(f"codebook {self.id}, rule {rule!r}: {parameter!r} must be a number")
        return value

    def names(self, rule: str, parameter: str) -> tuple[str, ...]:
        """A parameter that lists ids, empty where the rule does not give it."""
        found = self.rules.get(rule)
        value = found.values.get(parameter, ()) if found else ()
        return value if isinstance(value, tuple) else ()

    def day(self, rule: str, parameter: str) -> date | None:
        """A parameter that is a day, None where the rule does not give it."""
        value = self.rule(rule).values.get(parameter)
        return value if isinstance(value, date) else None

    def word(self, rule: str, parameter: str) -> str:
        """A parameter that is one word or name. Raises RulesError where it is absent or no text."""
        value = self.rule(rule).values.get(parameter)
        if not isinstance(value, str):
            raise RulesError(f"codebook {self.id}, rule {rule!r}: {parameter!r} must be text")
        return value

    def range(self, rule: str) -> CountRange:
        """The range of a rule with parameters `low` and `high`."""
        return CountRange(self.number(rule, "low"), self.number(rule, "high"))

    def rule_of_word(self, words: str) -> Rule | None:
        """The first rule with a range, in the order of the file, one of whose words stands in `words` (folded, word by word); None
        where none does."""
        padded = f" {words} "
        for rule in self.rules.values():
            if rule.is_of_words and any(f" {word} " in padded for word in rule.words):
                return rule
        return None

    def vague_rules(self) -> frozenset[str]:
        """The ids of the rules that turn a vague word into a range."""
        return frozenset(rule.id for rule in self.rules.values() if rule.is_of_words)

    def without(self, *rules: str) -> Codebook:
        """The same codebook without these rules."""
        return replace(self, rules={id: rule for id, rule in self.rules.items() if id not in rules})

    def in_country(self, country: str | None) -> Codebook:
        """The codebook as it counts in a country (an ISO 3166 code): a plural may count for more where there is war."""
        if not self.has("plural_at_war") or country not in self.names("plural_at_war", "countries"):
            return self
        war = self.rule("plural_at_war")
        plural = replace(self.rule("plural"), values={"low": self.number(war.id, "low"), "high": self.number(war.id, "high")})
        return replace(self, rules={**self.rules, "plural": plural})
