"""Groups within a total: children, women and men cannot be more than all.

A part is a claim that the words make one ("including seven children"), in the sentence of its total and behind it: what a later sentence
tells of victims by name or kinship counts some of them again. More than the total's maximum does not add up; more than its
minimum only shows that the minimum is too low.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from kroniek.checks.amounts import possible, written
from kroniek.checks.making import finding, quoted
from kroniek.checks.material import Told, end_of, is_said, start_of
from kroniek.model.claim import Bound, Claim, Group, Kind
from kroniek.model.finding import Finding, Outcome, Severity
from kroniek.model.interval import Number

KIND = "parts"
_APART = (Group.CHILD, Group.WOMAN, Group.MAN)
_GROUPS = frozenset({*_APART, Group.MEDICAL, Group.JOURNALIST, Group.AID_WORKER})


def parts(told: Told) -> Iterator[Finding]:
    """What there is to say of the groups within totals of one publication; nothing where they can all be true."""
    claims = {claim.id: claim for claim in told.claims}
    held: dict[str, list[Claim]] = {}
    for claim in claims.values():
        total = claims.get(claim.part_of or "")
        if total is not None and is_said(claim) and _is_told_part(claim, total):
            held.setdefault(claim.part_of or "", []).append(claim)
    for id, found in held.items():
        total = claims[id]
        end = _other_count(total, claims.values())
        fitting = [
            part
            for part in found
            if (part.kind, part.harm, part.quantity.unit) == (total.kind, total.harm, total.quantity.unit) and start_of(part) < end
        ]
        yield from _checked(total, fitting)


def _other_count(total: Claim, claims: Iterable[Claim]) -> float:
    """Where the next count of people in the sentence begins that is no group within the total: what follows it may be parts of that one."""
    return min(
        (
            start_of(claim)
            for claim in claims
            if claim.figure and claim.kind is Kind.CASUALTIES and start_of(claim) >= end_of(total) and not _is_told_part(claim, total)
        ),
        default=math.inf,
    )


def _is_told_part(part: Claim, total: Claim) -> bool:
    """Whether both numbers are written, in one sentence, the total first: "among them a woman" may be told twice of one woman."""
    group = part.victims.group if part.victims else None
    if group not in _GROUPS or part.figure is None or total.figure is None:
        return False
    return part.evidence.start == total.evidence.start and part.figure.start >= total.figure.end


def _checked(total: Claim, found: list[Claim]) -> Iterator[Finding]:
    """The largest claim of each group that shuts out the others, together; and every part on its own."""
    largest: dict[Group, Claim] = {}
    for part in found:
        group = part.victims.group if part.victims else None
        if group in _APART and (group not in largest or _low(part) > _low(largest[group])):
            largest[group] = part
    together = [largest[group] for group in _APART if group in largest]
    alone = max(found, key=_low, default=None)
    exceeding = together if sum(_low(part) for part in together) > (0 if alone is None else _low(alone)) else [alone] if alone else []
    if not exceeding:
        return
    added, whole = sum(_low(part) for part in exceeding), possible(total.quantity)
    named = " and ".join(quoted(part) for part in exceeding)
    if whole.high is not None and added > whole.high:
        text = f"{named} are at least {written(added)} together, more than the total's maximum of {written(whole.high)} ({quoted(total)})."
        value = added - whole.high
        yield finding(KIND, Outcome.DOES_NOT_ADD_UP, text, (*exceeding, total), severity=Severity.ERROR, value=value)
    elif whole.low is not None and added > whole.low and total.quantity.bound is not Bound.ABOUT:
        text = f"{named} are at least {written(added)} together, more than the total's minimum of {written(whole.low)} ({quoted(total)})."
        yield finding(KIND, Outcome.DOES_NOT_ADD_UP, text, (*exceeding, total), value=added - whole.low)


def _low(claim: Claim) -> Number:
    return possible(claim.quantity).low or 0
