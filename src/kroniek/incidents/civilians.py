"""Who counts as a civilian: what a codebook makes of people of whom nobody says whether they fought."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kroniek.codebooks.codebook import Codebook
from kroniek.model.claim import Claim, Group
from kroniek.model.incident import CodedRange
from kroniek.model.interval import Number

_APART = "status_unknown_apart"
_MAXIMUM = "status_unknown_maximum"


@dataclass(frozen=True, slots=True)
class ByStatus:
    """Those who are not told of as combatants: the civilians, and the people of whom it is not known. None where there are none."""

    civilian: CodedRange | None
    undetermined: CodedRange | None


def by_status(
    everybody: CodedRange | None, groups: Mapping[Group, CodedRange | None], claims: Iterable[Claim], codebook: Codebook
) -> ByStatus:
    """`everybody` not told of as a combatant, divided. `groups` are the ranges of those told of as civilians, children and so on;
    `claims` are those of the incident.

    Without a rule that says otherwise all of them are civilians. A bound that rests on claims of civilians is one of civilians.
    """
    rule = next((rule for rule in (_APART, _MAXIMUM) if codebook.has(rule)), None)
    if everybody is None or rule is None:
        return ByStatus(everybody, None)
    said = frozenset(codebook.names(rule, "said"))
    told = {claim.id for claim in claims if claim.victims is not None and claim.victims.group.value in said}
    part = _told_of(groups, said)
    low, low_claims = everybody.low, everybody.low_claims
    if not _all_in(everybody.low_claims, told):
        low, low_claims = (min(part.low or 0, everybody.low or 0), part.low_claims) if part else (0, ())
    if rule == _MAXIMUM:
        rules = everybody.rules if low_claims == everybody.low_claims else (*everybody.rules, rule)
        return ByStatus(replace(everybody, low=low, low_claims=low_claims, rules=tuple(dict.fromkeys(rules))), None)
    high, high_claims = everybody.high, everybody.high_claims
    if not _all_in(everybody.high_claims, told):
        high, high_claims = (_least(part.high, everybody.high), part.high_claims) if part else (0, ())
        high = high if high is None else max(high, low or 0)
    if (low, high) == (everybody.low, everybody.high) and (part is not None or told):
        return ByStatus(everybody, None)
    rules = tuple(dict.fromkeys((*(part.rules if part else everybody.rules), rule)))
    civilian = CodedRange(low, high, low_claims, high_claims, rules) if high or high is None else None
    return ByStatus(civilian, _rest(everybody, low, high, rule))


def _all_in(claims: tuple[str, ...], told: set[str]) -> bool:
    return bool(claims) and all(claim in told for claim in claims)


def _told_of(groups: Mapping[Group, CodedRange | None], said: frozenset[str]) -> CodedRange | None:
    """The largest of the groups whose name alone says that they are civilians: they may be the same people."""
    found = [coded for group in Group if group.value in said and (coded := groups.get(group)) is not None]
    if not found:
        return None
    lowest = max(found, key=lambda coded: coded.low or 0)
    highest = max(found, key=lambda coded: coded.high or 0)
    rules = tuple(dict.fromkeys((*lowest.rules, *highest.rules)))
    return CodedRange(lowest.low, highest.high, lowest.low_claims, highest.high_claims, rules)


def _rest(everybody: CodedRange, low: Number | None, high: Number | None, rule: str) -> CodedRange | None:
    """Everybody without `low` to `high` of them; None where that leaves nobody."""
    most = None if everybody.high is None else everybody.high - (low or 0)
    least = 0 if high is None else max(0, (everybody.low or 0) - high)
    if most is not None and most <= 0:
        return None
    rules = tuple(dict.fromkeys((*everybody.rules, rule)))
    return CodedRange(least, most, everybody.low_claims, everybody.high_claims, rules)


def _least(first: Number | None, second: Number | None) -> Number | None:
    return second if first is None else first if second is None else min(first, second)
