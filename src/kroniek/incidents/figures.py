"""One claim's figure as a codebook reads it: words become numbers here, with the rules that did it."""

from __future__ import annotations

from dataclasses import dataclass

from kroniek.codebooks.codebook import Codebook
from kroniek.model.claim import Bound, Claim, Group, Harm, Stance
from kroniek.model.interval import Number
from kroniek.reading.amounts import OPEN_ABOVE
from kroniek.text.fold import fold

WHOLE_GROUPS = frozenset({Group.CIVILIAN, Group.PERSON, Group.OTHER, None})
_UNSAID = frozenset({Stance.DENIED, Stance.QUESTIONED})


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedFigure:
    """A claim's figure in numbers. `vague` where only words like "several" gave it; `order` is its claim's among the report's claims."""

    claim: Claim
    order: int = 0
    low: Number
    high: Number
    rules: tuple[str, ...]
    vague: bool = False
    unclear: bool = False

    @property
    def group(self) -> Group | None:
        """Whom it counts."""
        return self.claim.victims.group if self.claim.victims else None

    @property
    def whole(self) -> bool:
        """Whether it counts people at large, not a part of them such as children or somebody's relatives."""
        return self.group in WHOLE_GROUPS and self.claim.part_of is None and "kin" not in self.claim.rules

    @property
    def own(self) -> bool:
        """Whether the author says it in their own voice."""
        return not self.claim.said_by

    @property
    def written(self) -> bool:
        """Whether a number stands there, and not only somebody's name or "a woman"."""
        return self.claim.figure is not None and not self.vague

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in its document."""
        figure = self.claim.figure
        return (self.claim.evidence.start, figure.start if figure else self.claim.evidence.start)


def coded_figure(claim: Claim, order: int, harm: Harm, codebook: Codebook) -> CodedFigure | None:
    """The claim's figure for `harm`, None where it says nothing of it, denies it, or is malformed."""
    if claim.harm not in (harm, Harm.HARMED) or claim.stance in _UNSAID or claim.quantity.malformed:
        return None
    if claim.figure is None and claim.people and claim.quantity.high == 0:
        return None  # people decided that everybody whom it names is counted beside it
    if claim.harm is Harm.HARMED and harm not in (Harm.KILLED, Harm.INJURED):
        return None
    numbers = _numbers(claim, codebook)
    if numbers is None:
        return None
    low, high, rule, vague = numbers
    rules = [rule]
    if claim.harm is Harm.HARMED:
        low = codebook.number("harm_unclear", "low")
        rules.append("harm_unclear")
    unclear = claim.harm is Harm.HARMED
    return CodedFigure(claim=claim, order=order, low=low, high=max(low, high), rules=tuple(rules), vague=vague, unclear=unclear)


def _numbers(claim: Claim, codebook: Codebook) -> tuple[Number, Number, str, bool] | None:
    """Low, high, the rule, and whether it was vague."""
    quantity = claim.quantity
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        words = fold(claim.figure.text) if claim.figure else ""
        rule = codebook.rule_of_word(words) or codebook.rule("plural")
        both = codebook.range(rule.id)
        return both.low or 0, both.high or 0, rule.id, True
    if low is None:
        assert high is not None  # noqa: S101 - for the type checker: one of both is known
        return min(codebook.number("at_most", "low"), high), high, "at_most", False
    if high is None:
        if quantity.bound is Bound.MORE_THAN:
            return low, low + codebook.number("more_than", "add"), "more_than", False
        return low, low, "at_least", False
    if OPEN_ABOVE in claim.rules:
        high += codebook.number("more_than", "add")
    rule_id = "range" if low != high else "about" if quantity.bound is Bound.ABOUT else "exact"
    return low, high, rule_id, False
