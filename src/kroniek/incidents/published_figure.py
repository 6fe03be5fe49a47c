"""What a desk publishes of ranges: a best number between the bounds, one number in place of two, and its own figure of the killed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace

from kroniek.codebooks.codebook import Codebook
from kroniek.model.incident import CodedRange, HarmRanges
from kroniek.model.interval import Number

GROUPS = tuple(field.name for field in fields(HarmRanges))
_EVERYBODY = frozenset({"civilian", "combatant", "undetermined"})


def with_best(coded: HarmRanges, resting: HarmRanges) -> HarmRanges:
    """The ranges, each with the minimum of `resting` as its best number: the ranges of the figures that the reports rest on
    themselves, without rivals that they only quote."""

    def best(group: str, one: CodedRange) -> CodedRange:
        rests: CodedRange | None = getattr(resting, group)
        number = one.low if rests is None or rests.low is None else rests.low
        if number is not None and one.high is not None:
            number = min(number, one.high)
        if number is not None and one.low is not None:
            number = max(number, one.low)
        return replace(one, best=number, rules=tuple(dict.fromkeys((*one.rules, "best_estimate"))))

    return _each(coded, best)


def with_one_figure(coded: HarmRanges) -> HarmRanges:
    """The ranges with the minimum for a maximum, by the claims that set it."""

    def lowest(_group: str, one: CodedRange) -> CodedRange:
        if one.low == one.high:
            return one
        return replace(one, high=one.low, high_claims=one.low_claims, rules=tuple(dict.fromkeys((*one.rules, "single_figure"))))

    return _each(coded, lowest)


def _each(coded: HarmRanges, change: Callable[[str, CodedRange], CodedRange]) -> HarmRanges:
    told = {group: one for group in GROUPS if (one := getattr(coded, group)) is not None}
    return replace(coded, **{group: change(group, one) for group, one in told.items()})


def published(ranges: HarmRanges, codebook: Codebook) -> CodedRange | None:
    """The desk's own figure: the groups that it counts together, None where nothing is said of them."""
    counted = frozenset(codebook.rule("groups_counted").words)
    if counted >= _EVERYBODY:
        return ranges.total
    found = [one for group in GROUPS if group in counted and (one := getattr(ranges, group)) is not None]
    if len(found) < 2:
        return found[0] if found else None
    return CodedRange(
        _sum([one.low for one in found]),
        _sum([one.high for one in found]),
        tuple(claim for one in found for claim in one.low_claims),
        tuple(claim for one in found for claim in one.high_claims),
        tuple(dict.fromkeys(rule for one in found for rule in one.rules)),
        _sum([one.best for one in found]),
    )


def _sum(numbers: list[Number | None]) -> Number | None:
    return None if any(number is None for number in numbers) else sum(number or 0 for number in numbers)
