"""Holding a ledger against itself: every hash recomputed, every quoted word looked up where it is said to stand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from kroniek.errors import LedgerError
from kroniek.ledger import events
from kroniek.ledger.decisions import decision_sha256
from kroniek.ledger.imports import imported_incident_of, imported_incident_row
from kroniek.ledger.records import claim_of, claim_row, document_of, incident_of, incident_row, report_row, sha256
from kroniek.ledger.schema import (
    claim,
    decision,
    event,
    imported_incident,
    imported_row,
    incident,
    incident_claim,
    incident_document,
    metadata,
    reading,
    report,
    version,
)
from kroniek.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Check:
    """One kind of check: what was looked at, how many, and what is broken, one line each."""

    name: str
    count: int
    problems: tuple[str, ...]


def verify(ledger: Ledger) -> tuple[Check, ...]:
    """Every check, each over the whole ledger as it is at one moment. Raises LedgerError where the database cannot be read at all."""
    with ledger.read() as connection:
        checks: list[Check] = []
        for name, look in _CHECKS:
            count, problems = 0, []
            for problem in look(connection):
                count += 1
                if problem is not None:
                    problems.append(problem)
            checks.append(Check(name, count, tuple(problems)))
        return tuple(checks)


_Findings = Iterator[str | None]
"""For each thing looked at what is wrong with it, or None."""


def _database(connection: sa.Connection) -> _Findings:
    if connection.dialect.name != "sqlite":
        connection.execute(sa.text("SELECT 1"))  # PostgreSQL watches over its own files and foreign keys
        yield None
        return
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        yield None if line == "ok" else f"database: {line}"
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"table {row[0]}, row {row[1]}: names a row of {row[2]} that is not there"


def _tables(connection: sa.Connection) -> _Findings:
    present = set(sa.inspect(connection).get_table_names())
    for name in sorted(metadata.tables):
        yield None if name in present else f"table {name}: is missing"


def _versions(connection: sa.Connection) -> _Findings:
    captured = {(row.subject, row.version) for row in connection.execute(sa.select(event).where(event.c.kind == "captured"))}
    for row in connection.execute(sa.select(version).order_by(version.c.number)):
        name = f"report {row.report_id!r}, version {row.sha256[:12]}"
        if sha256(row.text) != row.sha256:
            yield f"{name}: its text is not the one that was captured"
        elif len(row.text.decode("utf-8", "surrogatepass")) != row.length:
            yield f"{name}: its length is not {row.length}"
        elif (row.report_id, row.sha256) not in captured:
            yield f"{name}: the evidence log does not tell of its capture"
        else:
            yield None


def _reports(connection: sa.Connection) -> _Findings:
    rows = connection.execute(
        sa.select(report, version.c.text)
        .select_from(
            report.outerjoin(version, sa.and_(version.c.report_id == report.c.id, version.c.sha256 == report.c.current_version))
        )
        .order_by(report.c.id)
    ).mappings()
    for row in rows:
        yield _report_problem(dict(row))


def _report_problem(row: dict[str, Any]) -> str | None:
    name = f"report {row['id']!r}"
    text = row.pop("text")
    if text is None:
        return f"{name}: its current version is not in the ledger"
    if sha256(row["record"]) != row["record_sha256"]:
        return f"{name}: its record is not the one that was captured"
    if sha256(text) != row["current_version"]:
        return None  # told of with the versions
    try:
        expected = report_row(document_of(row["record"], text, row["raw_sha256"]), row["record"])
    except LedgerError as error:
        return f"{name}: {error}"
    return _difference(name, expected, row)


def _difference(name: str, expected: dict[str, Any], row: dict[str, Any]) -> str | None:
    wrong = [column for column, value in expected.items() if row[column] != value]
    return f"{name}: column {wrong[0]} is not what its record says" if wrong else None


def _claims(connection: sa.Connection) -> _Findings:
    texts = _Texts(connection)
    current = {row.report_id: row.version for row in connection.execute(sa.select(reading.c.report_id, reading.c.version))}
    for row in connection.execute(sa.select(claim).order_by(claim.c.report_id, claim.c.position)).mappings():
        name = f"report {row['report_id']!r}, claim {row['id']}"
        try:
            expected = claim_row(row["position"], claim_of(row["record"]))
        except LedgerError as error:
            yield f"{name}: {error}"
            continue
        text = texts.of(row["report_id"], row["version"])
        if text is None or current.get(row["report_id"]) != row["version"]:
            yield f"{name}: rests on a version that is not the one that was read"
            continue
        yield _difference(name, expected, dict(row)) or _misquoted(name, json.loads(row["record"]), text)


class _Texts:
    """The text of the version asked last; claims come report by report."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._key: tuple[str, str] | None = None
        self._text: str | None = None

    def of(self, report_id: str, sha: str) -> str | None:
        if self._key != (report_id, sha):
            found = sa.select(version.c.text).where(version.c.report_id == report_id, version.c.sha256 == sha)
            text = self._connection.execute(found).scalar()
            self._key, self._text = (report_id, sha), None if text is None else text.decode("utf-8", "surrogatepass")
        return self._text


_EDGES = (("start", "end"), ("words_start", "words_end"))


def _misquoted(name: str, record: Any, text: str, field: str = "") -> str | None:
    """The first words in the record that do not stand in the text where the record says."""
    if isinstance(record, list):
        return next((found for item in record if (found := _misquoted(name, item, text, field))), None)
    if not isinstance(record, dict):
        return None
    words = record.get("text")
    for edges in _EDGES:
        start, end = (record.get(edge) for edge in edges)
        if isinstance(words, str) and isinstance(start, int) and isinstance(end, int) and text[start:end] != words:
            return f"{name}: the words of {field or 'the claim'} do not stand at {start} to {end}"
    return next((found for key, value in record.items() if (found := _misquoted(name, value, text, key))), None)


def _incidents(connection: sa.Connection) -> _Findings:
    claims = set(connection.execute(sa.select(claim.c.id)).scalars())
    listed: dict[str, list[str]] = {}
    for id, claim_id in connection.execute(
        sa.select(incident_claim.c.incident_id, incident_claim.c.claim_id).order_by(incident_claim.c.position)
    ):
        listed.setdefault(id, []).append(claim_id)
    reports: dict[str, list[str]] = {}
    for id, report_id in connection.execute(
        sa.select(incident_document.c.incident_id, incident_document.c.report_id).order_by(incident_document.c.position)
    ):
        reports.setdefault(id, []).append(report_id)
    for row in connection.execute(sa.select(incident).order_by(incident.c.id)).mappings():
        yield _incident_problem(dict(row), listed.get(row["id"], []), reports.get(row["id"], []), claims)


def _incident_problem(row: dict[str, Any], listed: list[str], reports: list[str], claims: set[str]) -> str | None:
    name = f"incident {row['id']}"
    try:
        one = incident_of(row["record"])
    except LedgerError as error:
        return f"{name}: {error}"
    if listed != list(dict.fromkeys(one.claims)) or reports != [part.id for part in one.documents]:
        return f"{name}: its list of claims or reports is not the one of its record"
    gone = [id for id in listed if id not in claims]
    if gone:
        return f"{name}: rests on a claim that is not in the ledger ({gone[0]})"
    return _difference(name, incident_row(one), row)


def _decisions(connection: sa.Connection) -> _Findings:
    logged: dict[int, str] = {}
    for record in connection.execute(sa.select(event.c.record).where(event.c.kind == "decided")).scalars():
        told = json.loads(record)
        logged[told["decision"]] = told["decision_sha256"]
    for row in connection.execute(sa.select(decision).order_by(decision.c.number)).mappings():
        expected = logged.pop(row["number"], None)
        if expected is None:
            yield f"decision {row['number']}: the evidence log does not tell of it"
        else:
            yield None if decision_sha256(dict(row)) == expected else f"decision {row['number']}: is not as it was made"
    for number in sorted(logged):
        yield f"decision {number}: is missing"


def _events(connection: sa.Connection) -> _Findings:
    broken = list(events.broken_links(connection))
    whole = connection.execute(sa.select(sa.func.count()).select_from(event)).scalar_one() - len(broken)
    yield from broken
    yield from [None] * max(0, whole)
    captured = sa.select(event.c.subject, event.c.version).where(event.c.kind == "captured").distinct()
    present = {(row.report_id, row.sha256) for row in connection.execute(sa.select(version.c.report_id, version.c.sha256))}
    for subject, sha in connection.execute(captured.order_by(event.c.subject, event.c.version)):
        if (subject, sha) not in present:
            yield f"report {subject!r}, version {sha[:12]}: was captured and is missing"


def _imported(connection: sa.Connection) -> _Findings:
    told = set(connection.execute(sa.select(event.c.version).where(event.c.kind == "imported")).scalars())
    rows = sa.select(imported_incident, imported_row.c.fields, imported_row.c.fields_sha256, imported_row.c.file_sha256)
    joined = imported_incident.outerjoin(imported_row, imported_row.c.number == imported_incident.c.row_number)
    for row in connection.execute(rows.select_from(joined).order_by(imported_incident.c.id)).mappings():
        yield _imported_problem(dict(row), told)


def _imported_problem(row: dict[str, Any], told: set[str]) -> str | None:
    name = f"imported incident {row['id']}"
    if row["fields"] is None:
        return f"{name}: its row is not in the ledger"
    if sha256(row["fields"]) != row["fields_sha256"]:
        return f"{name}: its row is not the one that was imported"
    if row["file_sha256"] not in told:
        return f"{name}: the evidence log does not tell of the import of its file"
    try:
        expected = imported_incident_row(imported_incident_of(row["record"]))
    except LedgerError as error:
        return f"{name}: {error}"
    return _difference(name, expected, row)


_CHECKS: tuple[tuple[str, Callable[[sa.Connection], _Findings]], ...] = (
    ("tables", _tables),
    ("database", _database),
    ("events in the evidence log", _events),
    ("versions", _versions),
    ("reports", _reports),
    ("claims", _claims),
    ("incidents", _incidents),
    ("decisions", _decisions),
    ("imported incidents", _imported),
)
