"""Claims that disagree, and ranges whose parts exceed the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kroniek.model.claim import Bound, Claim, Group, Harm, Kind, Scope, Stance
from kroniek.model.finding import Finding, Severity, claim_key, finding_id
from kroniek.model.incident import CodedRange, Conflict, HarmRanges
from kroniek.model.interval import CountRange

_MOST_RANGES = 200
_MOST_CONFLICTS = 1_000
_WRITTEN = {Bound.EXACT, Bound.RANGE, Bound.AT_LEAST}
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


def checks_of(
    harms: Mapping[Harm, HarmRanges], claims: Sequence[Claim] = (), *, incident: str | None = None, record: str | None = None
) -> tuple[Finding, ...]:
    """A finding where the minima of children, women and men together exceed the total's minimum or maximum.

    `record` names the record that the ranges are of. Or `claims` are those that they rest on and `incident` is its id: then only numbers
    that stand in the text as parts of that very total count. Names, plurals and words for one person are a codebook's reckoning, in which
    one victim may be told twice.
    """
    found: list[Finding] = []
    known = {claim.id: claim for claim in claims}
    for harm, ranges in harms.items():
        whole = ranges.total
        groups = [part for part in (ranges.child, ranges.woman, ranges.man) if part is not None and part.low]
        parts = [part for part in groups if whole is not None and (record is not None or _is_told_part(part, whole, known))]
        if not parts or whole is None:
            continue
        added = sum(part.low or 0 for part in parts)
        if whole.high is not None and added > whole.high:
            severity, kind, bound, limit = Severity.ERROR, "parts_exceed_maximum", "maximum", whole.high
        elif whole.low is not None and added > whole.low:
            severity, kind, bound, limit = Severity.WARNING, "parts_exceed_minimum", "minimum", whole.low
        else:
            continue
        named = tuple(dict.fromkeys(id for part in parts for id in part.low_claims))
        keys = [claim_key(known[id]) for id in named if id in known]
        documents = tuple(dict.fromkeys(known[id].document for id in named if id in known)) if record is None else (record,)
        found.append(
            Finding(
                severity=severity,
                kind=kind,
                text=f"Children, women and men {harm} are at least {added} together, more than the total's {bound} of {limit}.",
                claims=named,
                value=added - limit,
                documents=documents,
                incident=incident,
                id=finding_id(kind, [harm.value, *(keys if record is None else (record,))]),
            )
        )
    return tuple(found)


def _is_told_part(part: CodedRange, whole: CodedRange, claims: Mapping[str, Claim]) -> bool:
    """Whether the part's minimum is one written number, told as a part of the one written number that is the total."""
    if len(part.low_claims) != 1 or len(whole.low_claims) != 1:
        return False
    told, total = claims.get(part.low_claims[0]), claims.get(whole.low_claims[0])
    if told is None or total is None or told.figure is None or total.figure is None or told.part_of != total.id:
        return False
    if not {told.quantity.bound, total.quantity.bound} <= _WRITTEN:
        return False
    if told.evidence.start != total.evidence.start or told.figure.start < total.figure.end:
        return False  # what a later sentence tells by name or kinship counts some of them again
    return told.quantity.low == part.low and whole.high in (total.quantity.high, None)
