"""The rows of a ledger for totals: assessed incidents and each desk's imported ones, always apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import sqlalchemy as sa

from kroniek.incidents.declared_acts import OriginOf
from kroniek.incidents.totals import IncidentRow
from kroniek.incidents.totals_rows import Counted, imported_row, incident_row
from kroniek.ledger.assessment import ASSESSED_FROM
from kroniek.ledger.imports import StoredImport, imported_incidents
from kroniek.ledger.schema import chain, event, imported_incident, incident
from kroniek.ledger.schema import ledger as ledger_table
from kroniek.ledger.store import Ledger

ASSESSED = "assessed"
"""The name of the source that holds Kroniek's own assessments; every other is the desk of imported records."""


def imported_counts(ledger: Ledger) -> dict[str, int]:
    """How many incidents were imported from each desk, by name."""
    desk = imported_incident.c.desk
    with ledger.read() as connection:
        found = connection.execute(sa.select(desk, sa.func.count()).group_by(desk).order_by(desk)).all()
    return {row[0]: row[1] for row in found}


Watch = Callable[[Iterable[StoredImport]], Iterable[StoredImport]]
"""Is given the imported incidents as they are read, and gives them on: for a progress bar."""


def incident_rows(ledger: Ledger, counted: Counted = Counted.CIVILIANS, watch: Watch = iter) -> dict[str, tuple[IncidentRow, ...]]:
    """The rows by source, `ASSESSED` first, then desks by name. Never add up over sources: two desks record the same events."""
    found: dict[str, list[IncidentRow]] = {}
    for assessed in ledger.incidents().rows:
        found.setdefault(ASSESSED, []).append(incident_row(assessed, counted))
    return {**{source: tuple(rows) for source, rows in found.items()}, **imported_rows(ledger, counted, watch)}


def imported_rows(ledger: Ledger, counted: Counted = Counted.CIVILIANS, watch: Watch = iter) -> dict[str, tuple[IncidentRow, ...]]:
    """The rows of imported incidents by desk."""
    with ledger.read() as connection:
        imported = [stored.incident for stored in watch(imported_incidents(connection))]
    found: dict[str, list[IncidentRow]] = {}
    for one in sorted(imported, key=lambda one: (one.desk, one.id)):
        found.setdefault(one.desk, []).append(imported_row(one, counted))
    return {desk: tuple(rows) for desk, rows in found.items()}


def rows_state(ledger: Ledger) -> tuple[object, ...]:
    """What changes whenever `incident_rows` would give something else: the last build, and the last import."""
    with ledger.read() as connection:
        built = connection.execute(sa.select(ledger_table.c.value).where(ledger_table.c.key == ASSESSED_FROM)).scalar()
        told = connection.execute(sa.select(sa.func.max(event.c.number)).where(event.c.kind == "imported")).scalar()
        incidents = connection.execute(sa.select(sa.func.count()).select_from(incident)).scalar()
    return built, told, incidents


def origins_of_claims(connection: sa.Connection) -> dict[tuple[str, str], OriginOf]:
    """The origin of each claim, by report and id, as of the last build."""
    found = connection.execute(sa.select(chain.c.report_id, chain.c.claim_id, chain.c.origin_key, chain.c.origin_name))
    return {(report, claim): OriginOf(key, name) for report, claim, key, name in found}
