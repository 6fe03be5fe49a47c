"""Claims that disagree, and ranges whose parts exceed the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kroniek.model.claim import Claim, Group, Harm, Kind, Scope, Stance
from kroniek.model.finding import Finding, Severity
from kroniek.model.incident import Conflict, HarmRanges
from kroniek.model.interval import CountRange

_MOST_RANGES = 200
_MOST_CONFLICTS = 1_000
_WHOLE = (None, Group.CIVILIAN, Group.PERSON)


def conflicts_of(claims: Sequence[Claim]) -> tuple[Conflict, ...]:
    """Pairs of claims whose totals of the killed cannot both be true, one pair per two different ranges.

    The first pairs only where there are more than anybody reads: their number grows with the square of the ranges.
    """
    totals = [(claim.id, claim.quantity.range) for claim in claims if _is_total(claim)]
    found: list[Conflict] = []
    firsts: set[CountRange] = set()
    for number, (first, told) in enumerate(totals):
        if told in firsts:
            continue
        if len(firsts) == _MOST_RANGES:
            break
        firsts.add(told)
        others = {told}
        for second, other in totals[number + 1 :]:
            if other not in others:
                others.add(other)
                if not told.overlaps(other):
                    found.append(Conflict((first, second), "the number of people killed"))
                    if len(found) == _MOST_CONFLICTS:
                        return tuple(found)
    return tuple(found)


def _is_total(claim: Claim) -> bool:
    return (
        claim.kind is Kind.CASUALTIES
        and claim.harm is Harm.KILLED
        and claim.scope is Scope.INCIDENT
        and claim.part_of is None
        and claim.stance not in (Stance.DENIED, Stance.QUESTIONED)
        and (claim.victims.group if claim.victims else None) in _WHOLE
        and (claim.quantity.low is not None or claim.quantity.high is not None)
    )


def checks_of(harms: Mapping[Harm, HarmRanges]) -> tuple[Finding, ...]:
    """A finding where the minima of children, women and men together exceed the total's minimum or maximum."""
    found: list[Finding] = []
    for harm, ranges in harms.items():
        parts = [part for part in (ranges.child, ranges.woman, ranges.man) if part is not None and part.low]
        whole = ranges.total
        if not parts or whole is None:
            continue
        added = sum(part.low or 0 for part in parts)
        claims = tuple(dict.fromkeys(claim for part in parts for claim in part.low_claims))
        if whole.high is not None and added > whole.high:
            text = f"Children, women and men {harm} are at least {added} together, more than the total's maximum of {whole.high}."
            found.append(Finding(Severity.ERROR, "parts_exceed_maximum", text, claims))
        elif whole.low is not None and added > whole.low:
            text = f"Children, women and men {harm} are at least {added} together, more than the total's minimum of {whole.low}."
            found.append(Finding(Severity.WARNING, "parts_exceed_minimum", text, claims))
    return tuple(found)
