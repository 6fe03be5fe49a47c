"""Counting: how many incidents each filter would leave, and how much the ledger holds."""

from __future__ import annotations

from dataclasses import replace

import sqlalchemy as sa

from kroniek.ledger import schema
from kroniek.ledger.filters import incident_conditions
from kroniek.ledger.schema import incident, incident_belligerent
from kroniek.ledger.views import UNGRADED, Counts, Facets, FacetValue, IncidentFilter


def facets(connection: sa.Connection, wanted: IncidentFilter) -> Facets:
    """Counts for each filter, with all the other filters applied: what choosing another value would give."""
    return Facets(
        grade=_by_count(_counts(connection, incident.c.grade, replace(wanted, grade=None)), UNGRADED),
        belligerent=_belligerents(connection, replace(wanted, belligerent=None)),
        country=_by_count(_counts(connection, incident.c.country, replace(wanted, country=None)), None),
        month=_by_value(_counts(connection, incident.c.month, replace(wanted, from_day=None, to_day=None))),
    )


def _counts(connection: sa.Connection, column: sa.Column[str], wanted: IncidentFilter) -> dict[str | None, int]:
    conditions = incident_conditions(connection.dialect.name, wanted)
    found = connection.execute(sa.select(column, sa.func.count()).where(*conditions).group_by(column))
    return {row[0]: row[1] for row in found}


def _by_count(counts: dict[str | None, int], unknown: str | None) -> tuple[FacetValue, ...]:
    named = {value if value is not None else unknown: count for value, count in counts.items()}
    rows = [FacetValue(value, value, count) for value, count in named.items() if value is not None]
    return tuple(sorted(rows, key=lambda row: (-row.count, row.value)))


def _by_value(counts: dict[str | None, int]) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(value, value, count) for value, count in sorted((v, c) for v, c in counts.items() if v is not None))


def _belligerents(connection: sa.Connection, wanted: IncidentFilter) -> tuple[FacetValue, ...]:
    party = incident_belligerent
    value = sa.func.coalesce(party.c.party_id, party.c.name)
    conditions = incident_conditions(connection.dialect.name, wanted)
    found = connection.execute(
        sa.select(value, sa.func.min(party.c.name), sa.func.count(party.c.incident_id.distinct()))
        .join(incident, incident.c.id == party.c.incident_id)
        .where(*conditions)
        .group_by(value)
    )
    rows = [FacetValue(value, label, count) for value, label, count in found]
    return tuple(sorted(rows, key=lambda row: (-row.count, row.label, row.value)))


def counts(connection: sa.Connection) -> Counts:
    """How much the ledger holds."""
    unread = sa.select(sa.func.count()).select_from(schema.reading).where(schema.reading.c.error.is_not(None))
    return Counts(
        reports=_count(connection, schema.report),
        versions=_count(connection, schema.version),
        claims=_count(connection, schema.claim),
        incidents=_count(connection, schema.incident),
        findings=_count(connection, schema.finding),
        decisions=_count(connection, schema.decision),
        unreadable=connection.execute(unread).scalar_one(),
    )


def _count(connection: sa.Connection, table: sa.Table) -> int:
    return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
