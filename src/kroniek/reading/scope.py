"""Whether a claim is of one incident, a total over more, or beside the story."""

from __future__ import annotations

from kroniek.model.claim import Kind, Scope, TimeMention
from kroniek.model.interval import Precision
from kroniek.reading.lexicon import Marks

# Kinds that only ever sum up or describe a state; a budget or an area is no incident.
_NEVER_INCIDENT = frozenset({Kind.CHANGE, Kind.RATIO, Kind.RATE, Kind.AREA, Kind.MONEY, Kind.DESTRUCTION, Kind.FORCE})
_DAYS_OF_ONE_INCIDENT = 3


def scope_of(kind: Kind, time: TimeMention | None, marks: Marks, index: int) -> tuple[Scope, str]:
    """The scope of a figure at token `index`, and the rule that decided.

    A day's strikes near one place are an incident; a month's, a campaign's, "in total since" are aggregates.
    """
    if kind in _NEVER_INCIDENT:
        return Scope.AGGREGATE, "scope:kind"
    if time is not None and not time.inferred and time.precision in (Precision.MONTH, Precision.YEAR):
        return Scope.AGGREGATE, "scope:long-time"
    if time is not None and (time.end_day - time.start_day).days >= _DAYS_OF_ONE_INCIDENT:
        return Scope.AGGREGATE, "scope:long-time"
    if any(abs(mark.first - index) <= 25 for mark in marks.all("aggregate")):
        return Scope.AGGREGATE, "scope:words"
    if time is not None and time.precision in (Precision.MONTH, Precision.YEAR, Precision.WEEK):
        return Scope.AGGREGATE, "scope:inferred-time"
    if marks.has("background"):
        return Scope.BACKGROUND, "scope:background"
    return Scope.INCIDENT, "scope:incident"
