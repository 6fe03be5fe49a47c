"""The evidence log: what was captured and decided, each row hashed together with the row before.

Whoever alters, drops or slips in a row later has to alter every hash after it; `kroniek verify` recomputes them, and a copy of the
last hash kept elsewhere (a print-out will do) shows even that.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from kroniek.ledger.records import json_text, plain, sha256
from kroniek.ledger.schema import event

BEGINNING = "0" * 64
"""What stands for the hash before the first row."""


def now() -> str:
    """This moment in UTC, ISO 8601, to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def link_sha256(previous: str, record: str) -> str:
    """The hash of a row: over the hash of the row before and its own record."""
    return sha256(f"kroniek event 1\n{previous}\n{record}")


def append(connection: sa.Connection, kind: str, subject: str, version: str | None, at: str, **more: Any) -> None:
    """Add one row. In a transaction that writes."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("LOCK TABLE event IN EXCLUSIVE MODE"))  # two writers would take the same place in the chain
    last = connection.execute(sa.select(event.c.number, event.c.sha256).order_by(event.c.number.desc()).limit(1)).one_or_none()
    number, previous = (1, BEGINNING) if last is None else (last.number + 1, last.sha256)
    record = json_text({"number": number, "kind": kind, "subject": subject, "version": version, "at": at, **more})
    connection.execute(
        event.insert().values(
            number=number,
            kind=kind,
            subject=plain(subject),
            version=version,
            at=at,
            record=record,
            previous=previous,
            sha256=link_sha256(previous, record),
        )
    )


def broken_links(connection: sa.Connection) -> Iterator[str]:
    """What is wrong with the chain, one line each; nothing where it is whole."""
    previous, expected = BEGINNING, 1
    for row in connection.execute(sa.select(event).order_by(event.c.number)):
        if row.number != expected:
            yield f"event {expected}: missing from the evidence log"
        elif row.previous != previous:
            yield f"event {row.number}: does not follow from the event before it"
        if row.sha256 != link_sha256(row.previous, row.record):
            yield f"event {row.number}: its record is not the one that was hashed"
        elif not _tells_the_same(row):
            yield f"event {row.number}: its columns are not those of its record"
        previous, expected = row.sha256, row.number + 1


def _tells_the_same(row: sa.Row[Any]) -> bool:
    try:
        record = json.loads(row.record)
    except ValueError:
        return False
    columns = {"number": row.number, "kind": row.kind, "version": row.version, "at": row.at, "subject": row.subject}
    return isinstance(record, dict) and {**record, "subject": plain(record.get("subject"))}.items() >= columns.items()
