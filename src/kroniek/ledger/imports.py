"""Incidents that other desks coded: kept beside the assessed ones, each with the row of the file that it came from.

Importing the same file twice changes nothing. A file in which a row reads differently adds that row and puts its incident in place of
the one before; the row before stays. Nothing is taken away because a later file does not hold it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import sqlalchemy as sa

from kroniek.contracts.records import unstructure
from kroniek.ledger import events
from kroniek.ledger.records import json_text, plain, sha256, structured
from kroniek.ledger.schema import imported_file, imported_incident, imported_row
from kroniek.ledger.store import Ledger
from kroniek.model.imported_incident import ImportedIncident

_LOT = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedFile:
    """The file of an import: what it is called, the hash of its bytes, and whose it is by which map."""

    name: str
    sha256: str
    desk: str
    map: str
    map_sha256: str


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What an import did to the ledger."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0

    @property
    def incidents(self) -> int:
        """How many incidents the file holds."""
        return self.new + self.changed + self.unchanged


@dataclass(frozen=True, slots=True)
class StoredImport:
    """An imported incident with the hash of the file that its row stands in."""

    incident: ImportedIncident
    file_sha256: str


def import_incidents(ledger: Ledger, file: ImportedFile, incidents: Iterable[ImportedIncident]) -> ImportSummary:
    """Keep the incidents, all of them or, where anything fails, none. Raises LedgerError."""
    summary = ImportSummary()
    at = events.now()
    with ledger.write() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(sa.text("LOCK TABLE imported_row IN EXCLUSIVE MODE"))  # two imports would number rows alike
        for lot in _lots(incidents):
            summary = _keep(connection, file, lot, summary)
        if summary.new or summary.changed:
            _tell(connection, file, summary, at)
    return summary


def _lots(incidents: Iterable[ImportedIncident]) -> Iterator[list[ImportedIncident]]:
    iterator = iter(incidents)
    while lot := list(islice(iterator, _LOT)):
        yield lot


def _keep(connection: sa.Connection, file: ImportedFile, lot: Sequence[ImportedIncident], summary: ImportSummary) -> ImportSummary:
    before = _known(connection, [plain(one.id) or "" for one in lot])
    number = connection.execute(sa.select(sa.func.coalesce(sa.func.max(imported_row.c.number), 0))).scalar_one()
    rows: list[dict[str, Any]] = []
    made: list[dict[str, Any]] = []
    new = changed = 0
    for one in lot:
        fields, row = json_text(dict(one.fields)), imported_incident_row(one)
        known = before.get(row["id"])
        same_fields = known is not None and known["fields_sha256"] == sha256(fields)
        if known is not None and same_fields and _same(row["record"], known["record"]):
            continue
        if same_fields and known is not None:
            at = known["row_number"]
        else:
            number += 1
            at = number
            rows.append(
                {
                    "number": at,
                    "incident_id": row["id"],
                    "file_sha256": file.sha256,
                    "line": one.line,
                    "fields_sha256": sha256(fields),
                    "fields": fields,
                }
            )
        made.append({**row, "row_number": at, "map_sha256": file.map_sha256})
        new, changed = new + (known is None), changed + (known is not None)
    if rows:
        connection.execute(imported_row.insert(), rows)
    if made:
        connection.execute(imported_incident.delete().where(imported_incident.c.id.in_([row["id"] for row in made])))
        connection.execute(imported_incident.insert(), made)
    return ImportSummary(summary.new + new, summary.changed + changed, summary.unchanged + len(lot) - len(made))


def _same(record: str, known: str) -> bool:
    """Whether two records tell the same, wherever their rows stand: a row that only moved is not another row."""
    return record == known or _record(replace(imported_incident_of(record), line=imported_incident_of(known).line)) == known


def _known(connection: sa.Connection, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    found = connection.execute(
        sa.select(imported_incident.c.id, imported_incident.c.row_number, imported_incident.c.record, imported_row.c.fields_sha256)
        .join(imported_row, imported_row.c.number == imported_incident.c.row_number)
        .where(imported_incident.c.id.in_(ids))
    )
    return {row["id"]: dict(row) for row in found.mappings()}


def _tell(connection: sa.Connection, file: ImportedFile, summary: ImportSummary, at: str) -> None:
    key = sa.and_(imported_file.c.sha256 == file.sha256, imported_file.c.map_sha256 == file.map_sha256)
    if connection.execute(sa.select(imported_file.c.sha256).where(key)).scalar() is None:
        connection.execute(
            imported_file.insert().values(
                sha256=file.sha256,
                map_sha256=file.map_sha256,
                name=plain(file.name),
                map=file.map,
                desk=file.desk,
                imported_at=at,
            )
        )
    events.append(
        connection, "imported", file.name, file.sha256, at,
        desk=file.desk, map=file.map, map_sha256=file.map_sha256, new=summary.new, changed=summary.changed,
    )  # fmt: skip


def imported_incident_row(one: ImportedIncident) -> dict[str, Any]:
    """The columns of `imported_incident` that the incident itself tells."""
    return {
        "id": plain(one.id),
        "desk": one.desk,
        "title": plain(one.title),
        "start_day": None if one.when is None else one.when.start,
        "grade": None if one.grade is None else one.grade.value,
        "record": _record(one),
    }


def _record(one: ImportedIncident) -> str:
    # the cells are kept with the row
    return json_text(unstructure(replace(one, fields={})))


def imported_incident_of(record: str) -> ImportedIncident:
    """The imported incident that was stored. Raises LedgerError where it is of another form."""
    found: ImportedIncident = structured(record, ImportedIncident, "imported incident")
    return found


def imported_incidents(connection: sa.Connection) -> Iterator[StoredImport]:
    """All imported incidents, by id, without the cells of their rows."""
    found = connection.execute(
        sa.select(imported_incident.c.record, imported_row.c.file_sha256)
        .join(imported_row, imported_row.c.number == imported_incident.c.row_number)
        .order_by(imported_incident.c.id)
    )
    for record, file_sha256 in found:
        yield StoredImport(imported_incident_of(record), file_sha256)


def row_of(connection: sa.Connection, id: str) -> dict[str, Any] | None:
    """The row under an imported incident: its `fields` as JSON, `line`, `file_sha256`; None where there is no such incident."""
    found = connection.execute(
        sa.select(imported_row)
        .join(imported_incident, imported_row.c.number == imported_incident.c.row_number)
        .where(imported_incident.c.id == id)
    ).mappings()
    row = found.one_or_none()
    return None if row is None else dict(row)
