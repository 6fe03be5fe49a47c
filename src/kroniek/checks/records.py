"""Checks of incidents that somebody else coded: the same held against their ranges as against Kroniek's own."""

from __future__ import annotations

from collections.abc import Iterator

from kroniek.incidents.findings import checks_of
from kroniek.model.finding import Finding, Severity, finding_id
from kroniek.model.incident_record import IncidentRecord

REVERSED = "reversed_range"


def check_record(record: IncidentRecord) -> Iterator[Finding]:
    """What the ranges of one record say of each other: groups that exceed their total, and minima above their maxima."""
    for harm, ranges in record.harms.items():
        for group in ("total", "child", "woman", "man"):
            told = getattr(ranges, group)
            if told is not None and told.low is not None and told.high is not None and told.low > told.high:
                yield Finding(
                    severity=Severity.ERROR,
                    kind=REVERSED,
                    text=f"The minimum of {harm.value} ({group}) is {told.low}, more than its maximum of {told.high}.",
                    value=told.low - told.high,
                    documents=(record.id,),
                    id=finding_id(REVERSED, (record.id, harm.value, group)),
                )
    yield from checks_of(record.harms, record=record.id)
