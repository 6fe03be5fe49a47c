"""The days that a told total is of: "in August" is a month, "since 14 August" runs to the day on which the total was told."""

from __future__ import annotations

import re
from datetime import date

from kroniek.model.claim import Claim, TimeMention

_SINCE = re.compile(r"\b(?:ever since|since|sinds|sedert)\b", re.IGNORECASE)
_TOLD_SINCE = "scope:since"
_FURTHEST = 80
_CLAUSE_ENDS = ",;:."


def period_of(claim: Claim) -> tuple[date, date] | None:
    """The first and the last day of the total; None where the words leave one of them open.

    An open period ("since X") ends on the day that it was told, as does one that the telling falls in: a total holds nothing of later.
    A single day that the words do not tell, but that was taken over from elsewhere, is the day of one event and no period of a total.
    """
    time, told = claim.time, claim.block.published
    if time is None:
        return None
    if _is_open(claim, time):
        return (time.start_day, told) if told is not None and told >= time.start_day and not time.inferred else None
    if time.inferred and time.start_day == time.end_day:
        return None
    if told is not None and time.start_day <= told < time.end_day:
        return time.start_day, told
    return time.start_day, time.end_day


def _is_open(claim: Claim, time: TimeMention) -> bool:
    if time.start is None:
        return _TOLD_SINCE in claim.rules
    before = claim.evidence.text[: max(time.start - claim.evidence.start, 0)]
    found = list(_SINCE.finditer(before, max(len(before) - _FURTHEST, 0)))
    return bool(found) and not any(mark in before[found[-1].end() :] for mark in _CLAUSE_ENDS)
