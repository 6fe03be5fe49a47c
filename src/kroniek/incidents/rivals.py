"""The lowest figure that a report quotes beside its own, for a desk that counts it as the minimum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.statements import Statement
from kroniek.model.incident import CodedRange

_RULE = "lowest_floor"


def with_lowest(coded: CodedRange, anchor: Statement, explicit: Sequence[Statement], codebook: Codebook) -> CodedRange:
    """The range with the lowest rival total as its minimum; unchanged without the rule `lowest_floor`.

    A rival is a written total of another speaker than the one that the report rests on. One below the rule's `share` of that counts
    only some of the people.
    """
    if not codebook.has(_RULE) or anchor.vague:
        return coded
    least = anchor.low * codebook.number(_RULE, "share")
    rivals = [
        each for each in explicit if each.written and each.total and each.speaker != anchor.speaker and least <= each.low < (coded.low or 0)
    ]
    lowest = min(rivals, key=lambda each: (each.low, each.start), default=None)
    if lowest is None:
        return coded
    rules = tuple(dict.fromkeys((*coded.rules, *lowest.rules, _RULE)))
    return replace(coded, low=lowest.low, low_claims=lowest.claims, rules=rules)
