"""Readings into the ledger and back, whole: assessing what the ledger holds equals assessing what was just read."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import fields
from typing import Any

import sqlalchemy as sa

from kroniek.contracts.records import unstructure
from kroniek.ledger.filters import documents_joined
from kroniek.ledger.records import block_of, claim_of, document_of, json_text, sha256, structured
from kroniek.ledger.schema import block, claim, reading, report, version
from kroniek.model.report import Document
from kroniek.reading.result import Reading

_IN_TABLES = frozenset({"document", "blocks", "claims"})


def rest_of_reading(read: Reading) -> str:
    """What a reading holds beside document, blocks and claims, as JSON."""
    return json_text({field.name: unstructure(getattr(read, field.name)) for field in fields(read) if field.name not in _IN_TABLES})


def stored_readings(connection: sa.Connection, ids: Collection[str] | None = None) -> Iterator[Reading]:
    """The readings of all reports that could be read, or of these, sorted by id, as they were read: no decision is applied yet."""
    wanted = (
        sa.select(report.c.id, report.c.record, report.c.raw_sha256, version.c.text, reading.c.record.label("rest"))
        .select_from(documents_joined())
        .where(reading.c.error.is_(None), reading.c.version == report.c.current_version)
        .order_by(report.c.id)
    )
    for row in connection.execute(wanted if ids is None else wanted.where(report.c.id.in_(ids))):
        yield _reading(connection, row)


def _reading(connection: sa.Connection, row: sa.Row[Any, Any, Any, Any, Any]) -> Reading:
    blocks = connection.execute(sa.select(block.c.record).where(block.c.report_id == row.id).order_by(block.c.position)).scalars()
    claims = connection.execute(sa.select(claim.c.record).where(claim.c.report_id == row.id).order_by(claim.c.position)).scalars()
    # The rest is read with the form of the whole, so that a field added to it later needs nothing here.
    rest: Reading = structured(json_text({**json.loads(row.rest), "document": {"id": row.id, "text": ""}}), Reading, "reading")
    values = {field.name: getattr(rest, field.name) for field in fields(rest)}
    return Reading(
        **{
            **values,
            "document": document_of(row.record, row.text, row.raw_sha256),
            "blocks": tuple(block_of(record) for record in blocks),
            "claims": tuple(claim_of(record) for record in claims),
        }
    )


def documents_read_otherwise(connection: sa.Connection, reader_sha256: str) -> tuple[str, ...]:
    """The ids of reports that were last read by other code or rules than these, sorted."""
    rows = connection.execute(sa.select(reading.c.report_id).where(reading.c.reader_sha256 != reader_sha256).order_by(reading.c.report_id))
    return tuple(rows.scalars())


def stored_document(connection: sa.Connection, id: str) -> Document:
    """A report as it was captured last."""
    row = connection.execute(
        sa.select(report.c.record, report.c.raw_sha256, version.c.text).select_from(documents_joined()).where(report.c.id == id)
    ).one()
    return document_of(row.record, row.text, row.raw_sha256)


def data_sha256(connection: sa.Connection) -> str:
    """The hash of everything that was read: each report's id, version and record, and what read it."""
    rows = connection.execute(
        sa.select(report.c.id, report.c.current_version, report.c.record_sha256, reading.c.reader_sha256)
        .select_from(report.join(reading, reading.c.report_id == report.c.id))
        .order_by(report.c.id)
    )
    return sha256(json_text([list(row) for row in rows]))
