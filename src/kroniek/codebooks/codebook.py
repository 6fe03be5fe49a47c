"""A desk's written rules: how words become numbers, ranges and a grade. Data, with a citation for each row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kroniek.errors import RulesError
from kroniek.model.interval import CountRange, Number


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `says` in words, `values` its parameters (numbers, or lists of ids), `words` the words that it reads."""

    id: str
    says: str
    citation: str
    values: Mapping[str, Number | tuple[str, ...]]
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Codebook:
    """A desk's rules by id, and the SHA-256 of the file that they were read from. `parties` are names by id of those that it lists."""

    id: str
    name: str
    version: str
    sha256: str
    rules: Mapping[str, Rule]
    parties: Mapping[str, str]

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

    def range(self, rule: str) -> CountRange:
        """The range of a rule with parameters `low` and `high`."""
        return CountRange(self.number(rule, "low"), self.number(rule, "high"))

    def rule_of_word(self, words: str) -> Rule | None:
        """The first rule with a range one of whose words stands in `words` (folded, word by word), None where none does."""
        padded = f" {words} "
        for rule in self.rules.values():
            if "low" in rule.values and any(f" {word} " in padded for word in rule.words):
                return rule
        return None
