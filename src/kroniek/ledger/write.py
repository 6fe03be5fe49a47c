"""Putting reports, their versions and what was read of them into the ledger, each within the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from kroniek.errors import DocumentError
from kroniek.ledger import events
from kroniek.ledger.readings import rest_of_reading
from kroniek.ledger.records import block_row, claim_row, document_record, json_text, plain, report_row, sha256
from kroniek.ledger.schema import block, claim, reading, report, version
from kroniek.ledger.search import index_text
from kroniek.model.report import Document
from kroniek.reading.result import Reading

_LONGEST_ID = 1_000


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger knows of a report: hashes of its current text, raw bytes and record, and what read it, with which outcome."""

    version: str
    raw_sha256: str | None
    record_sha256: str
    read_version: str | None
    read_record_sha256: str | None
    reader_sha256: str | None
    error: str | None

    def is_current(self, document: Document, reader_sha256: str) -> bool:
        """Whether the very same report was read by the very same rules."""
        return (
            self.same_report(document)
            and (self.read_version, self.read_record_sha256) == (self.version, self.record_sha256)
            and self.reader_sha256 == reader_sha256
        )

    def same_report(self, document: Document) -> bool:
        """Whether text and everything known of the report are as they were."""
        return self.version == document.version and self.record_sha256 == sha256(json_text(document_record(document)))


def check_storable(document: Document) -> None:
    """Raises DocumentError where the id is one that no database can tell apart from others."""
    if len(document.id) > _LONGEST_ID or plain(document.id) != document.id:
        raise DocumentError(document.origin or document.id[:80], f"its id is longer than {_LONGEST_ID} characters or no proper text")


def known(connection: sa.Connection, ids: Sequence[str]) -> dict[str, Known]:
    """What the ledger knows of these reports; ids that it does not know are left out."""
    rows = connection.execute(
        sa.select(
            report.c.id,
            report.c.current_version,
            report.c.raw_sha256,
            report.c.record_sha256,
            reading.c.version,
            reading.c.record_sha256.label("read_record_sha256"),
            reading.c.reader_sha256,
            reading.c.error,
        )
        .select_from(report.outerjoin(reading, reading.c.report_id == report.c.id))
        .where(report.c.id.in_(ids))
    )
    return {row[0]: Known(*row[1:]) for row in rows}


def store(connection: sa.Connection, document: Document, outcome: Reading | DocumentError, reader_sha256: str) -> None:
    """Keep the report, its version where it is a new one, and what was read of it in place of what was read before."""
    store_report(connection, document)
    failed = isinstance(outcome, DocumentError)
    _forget_reading(connection, document.id)
    connection.execute(
        reading.insert().values(
            report_id=document.id,
            version=document.version,
            record_sha256=sha256(json_text(document_record(document))),
            reader_sha256=reader_sha256,
            error=plain(outcome.reason) if isinstance(outcome, DocumentError) else None,
            claims=0 if isinstance(outcome, DocumentError) else len(outcome.claims),
            record="{}" if isinstance(outcome, DocumentError) else rest_of_reading(outcome),
        )
    )
    if not failed and isinstance(outcome, Reading):
        blocks = [block_row(document.id, document.version, place, one) for place, one in enumerate(outcome.blocks)]
        _insert(connection, block, blocks)
        _insert(connection, claim, [claim_row(place, one) for place, one in enumerate(outcome.claims)])


def store_report(connection: sa.Connection, document: Document) -> None:
    """Keep the report as it is now, and its text as a version of its own where it was not seen before; log what is new."""
    at = events.now()
    record = json_text(document_record(document))
    before = known(connection, [document.id]).get(document.id)
    row = report_row(document, record)
    if before is None:
        number = connection.execute(sa.select(sa.func.coalesce(sa.func.max(report.c.number), 0) + 1)).scalar_one()
        connection.execute(report.insert().values(number=number, **row))
    elif not before.same_report(document) or before.raw_sha256 != document.raw_sha256:
        connection.execute(report.update().where(report.c.id == document.id).values(**row))
    else:
        return
    _store_version(connection, document, at)
    events.append(
        connection, "captured", document.id, document.version, at, raw_sha256=document.raw_sha256, record_sha256=row["record_sha256"]
    )


def _store_version(connection: sa.Connection, document: Document, at: str) -> None:
    same = sa.and_(version.c.report_id == document.id, version.c.sha256 == document.version)
    if connection.execute(sa.select(version.c.number).where(same)).scalar() is not None:
        return
    added = connection.execute(
        version.insert().values(
            report_id=document.id,
            sha256=document.version,
            raw_sha256=document.raw_sha256,
            text=document.text.encode("utf-8", "surrogatepass"),
            length=len(document.text),
            captured_at=at,
        )
    )
    key = added.inserted_primary_key
    if key is not None:
        index_text(connection, key[0], f"{document.title or ''}\n{document.text}")


def _forget_reading(connection: sa.Connection, report_id: str) -> None:
    for table in (claim, block, reading):
        connection.execute(table.delete().where(table.c.report_id == report_id))


def _insert(connection: sa.Connection, table: sa.Table, rows: Iterable[dict[str, object]]) -> None:
    every = list(rows)
    if every:
        connection.execute(table.insert(), every)
