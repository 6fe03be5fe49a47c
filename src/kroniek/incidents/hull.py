"""Ranges of several reports on one incident put together: rival versions stand side by side, a raised count replaces the older."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from datetime import date

from kroniek.model.incident import CodedRange

_BESIDE = frozenset({"highest_ceiling", "groups_added"})


@dataclass(frozen=True, slots=True)
class Told:
    """What one report makes of a number: its range, the origin that the range rests on, the day of the report, and whether the
    range rests on names alone."""

    coded: CodedRange
    origin: str
    published: date | None
    named_only: bool = False


def hull(told: Sequence[Told], vague: Set[str]) -> CodedRange | None:
    """The lowest floor and the highest ceiling of the reports. `vague` are the rules that turn a vague word into a range.

    A number beats a vague word, clear harm beats "killed or injured", and a count that its origin has raised later is replaced. "Up to N"
    and lists of names do not lower the floor that another report gives; more names than that raise it.
    """
    if not told:
        return None
    rules: dict[str, None] = {}
    kept = _without(told, lambda one: _is_vague(one, vague), "explicit_beats_vague", rules)
    kept = [one for one in kept if not _is_unclear(one)] or kept
    kept = _newest(kept, rules)
    told_in_words = [one for one in kept if not one.named_only]
    floors = [one for one in told_in_words if "at_most" not in one.coded.rules] or told_in_words
    names = max((one for one in kept if one.named_only), key=lambda one: one.coded.low or 0, default=None)
    lowest = min((one.coded for one in floors or kept), key=lambda coded: (coded.low or 0, coded.low_claims))
    if names is not None and (names.coded.low or 0) > (lowest.low or 0):
        lowest = names.coded
    highest = max((one.coded for one in kept), key=lambda coded: (coded.high or 0, coded.high_claims))
    all_rules = dict.fromkeys([*lowest.rules, *highest.rules, *(["highest_ceiling"] if lowest is not highest else []), *rules])
    return CodedRange(lowest.low, highest.high, lowest.low_claims, highest.high_claims, tuple(all_rules))


def _is_vague(one: Told, vague: Set[str]) -> bool:
    return bool(one.coded.rules) and set(one.coded.rules) <= vague | _BESIDE


def _is_unclear(one: Told) -> bool:
    return "harm_unclear" in one.coded.rules


def _without(told: Sequence[Told], is_weak: Callable[[Told], bool], rule: str, rules: dict[str, None]) -> list[Told]:
    """Without the weak ones, where there is one that is not."""
    strong = [one for one in told if not is_weak(one)]
    if not strong or len(strong) == len(told):
        return list(told)
    rules[rule] = None
    return strong


def _newest(told: Sequence[Told], rules: dict[str, None]) -> list[Told]:
    """Without counts that the same origin has raised in a later report."""
    kept = [one for one in told if not any(_replaces(other, one) for other in told)]
    if len(kept) < len(told):
        rules["newest_count"] = None
    return kept


def _replaces(newer: Told, older: Told) -> bool:
    days = newer.published is not None and older.published is not None and newer.published > older.published
    raised = (newer.coded.low or 0) >= (older.coded.low or 0)
    return days and raised and newer.origin == older.origin and not newer.named_only
