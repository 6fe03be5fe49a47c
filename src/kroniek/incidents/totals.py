"""Totals from one row per incident: never a sum over a join, so nobody is counted twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kroniek.codebooks.codebook import Codebook
from kroniek.errors import UsageError
from kroniek.model.incident import CodedRange, GradeValue, Incident
from kroniek.model.interval import Number


class Dimension(StrEnum):
    """By what totals are split."""

    MONTH = "month"
    BELLIGERENTS = "belligerents"
    PROVINCE = "province"
    GRADE = "grade"


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRow:
    """One incident as totals need it. `month` is "2017-08"; `belligerents` are names joined by ", " in the incident's order.

    Bounds are None where nothing is stated: that adds 0 to a total, and is counted in `unstated`.
    """

    id: str
    month: str | None
    belligerents: str
    province: str | None
    grade: GradeValue | None
    killed_low: Number | None
    killed_high: Number | None
    injured_low: Number | None
    injured_high: Number | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """One total: `key` in the order of the dimensions asked, and what it adds up. Ranges are sums of bounds, no confidence intervals."""

    key: tuple[str, ...]
    incidents: int
    unstated: int
    killed_low: Number
    killed_high: Number
    injured_low: Number
    injured_high: Number


def incident_row(incident: Incident) -> IncidentRow:
    """The row of an assessed incident: civilians killed and injured."""
    place, date = incident.place, incident.date
    killed, injured = incident.killed.civilian, incident.injured.civilian
    return IncidentRow(
        id=incident.id,
        month=f"{date.start.year:04d}-{date.start.month:02d}" if date else None,
        belligerents=", ".join(party.name for party in incident.belligerents),
        province=place.admin1 if place else None,
        grade=incident.grade.value,
        killed_low=_low(killed),
        killed_high=_high(killed),
        injured_low=_low(injured),
        injured_high=_high(injured),
    )


def _low(coded: CodedRange | None) -> Number | None:
    return coded.low if coded else None


def _high(coded: CodedRange | None) -> Number | None:
    return coded.high if coded else None


def totals(rows: Iterable[IncidentRow], by: Sequence[Dimension] = ()) -> tuple[Total, ...]:
    """Totals per combination of the dimensions, sorted by key; with none, one total of all (none where there are no rows).

    Raises UsageError where an incident's id comes twice: a total counts each incident once.
    """
    groups: dict[tuple[str, ...], list[IncidentRow]] = {}
    seen: set[str] = set()
    for row in rows:
        if row.id in seen:
            raise UsageError(f"incident {row.id} stands twice among the rows to be totalled")
        seen.add(row.id)
        groups.setdefault(tuple(_key(row, dimension) for dimension in by), []).append(row)
    return tuple(_total(key, groups[key]) for key in sorted(groups))


def headline(rows: Iterable[IncidentRow], codebook: Codebook) -> dict[str, Total]:
    """The total of the grades that the codebook takes together (key "together"), and of each other grade by its name ("" for none)."""
    together = set(codebook.rule("totals_together").words)
    groups: dict[str, list[IncidentRow]] = {}
    for row in sorted(rows, key=lambda row: row.id):
        grade = row.grade.value if row.grade else ""
        groups.setdefault("together" if grade in together else grade, []).append(row)
    return {name: totals(groups[name])[0] for name in sorted(groups)}


def _key(row: IncidentRow, dimension: Dimension) -> str:
    value = {
        Dimension.MONTH: row.month,
        Dimension.BELLIGERENTS: row.belligerents,
        Dimension.PROVINCE: row.province,
        Dimension.GRADE: row.grade.value if row.grade else None,
    }[dimension]
    return value or ""


def _total(key: tuple[str, ...], rows: Sequence[IncidentRow]) -> Total:
    return Total(
        key=key,
        incidents=len(rows),
        unstated=sum(row.killed_low is None and row.killed_high is None for row in rows),
        killed_low=sum(row.killed_low or 0 for row in rows),
        killed_high=sum(row.killed_high or row.killed_low or 0 for row in rows),
        injured_low=sum(row.injured_low or 0 for row in rows),
        injured_high=sum(row.injured_high or row.injured_low or 0 for row in rows),
    )
