"""The questions that a ledger answers, each over one connection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from kroniek.ledger.filters import document_conditions, documents_joined, incident_conditions
from kroniek.ledger.records import block_of, claim_of, document_of, finding_of, incident_of
from kroniek.ledger.schema import block, claim, finding, incident, incident_document, incident_forward, reading, report, version
from kroniek.ledger.search import first_place, query_words, versions_with
from kroniek.ledger.views import (
    DocumentFilter,
    DocumentPage,
    DocumentRow,
    IncidentFilter,
    IncidentPage,
    SearchHit,
    Sort,
    StoredDocument,
    StoredFinding,
    VersionRow,
)
from kroniek.model.claim import Claim
from kroniek.model.incident import Incident

_MOST_PARAMETERS = 500
_AROUND = 90
_MOST_FORWARDS = 100
_SEVERITIES = ("error", "warning", "note")

_ORDERS: dict[Sort, tuple[sa.ColumnElement[object], ...]] = {
    Sort.NEWEST: (incident.c.start_day.desc().nulls_last(),),
    Sort.OLDEST: (incident.c.start_day.asc().nulls_last(),),
    Sort.MOST_KILLED: (incident.c.killed_low.desc().nulls_last(), incident.c.killed_high.desc().nulls_last()),
    Sort.MOST_ORIGINS: (incident.c.origins.desc(),),
    Sort.TITLE: (incident.c.title.asc(),),
}


def incidents(connection: sa.Connection, wanted: IncidentFilter, sort: Sort, limit: int | None, offset: int) -> IncidentPage:
    """One page of the incidents that the filter lets through."""
    conditions = incident_conditions(connection.dialect.name, wanted)
    total = connection.execute(sa.select(sa.func.count()).select_from(incident).where(*conditions)).scalar_one()
    page = sa.select(incident.c.record).where(*conditions).order_by(*_ORDERS[sort], incident.c.id).limit(limit).offset(offset)
    return IncidentPage(tuple(incident_of(record) for record in connection.execute(page).scalars()), total)


def incident_by_id(connection: sa.Connection, id: str) -> Incident | None:
    """The incident of this very id."""
    record = connection.execute(sa.select(incident.c.record).where(incident.c.id == id)).scalar()
    return None if record is None else incident_of(record)


def follow(connection: sa.Connection, id: str) -> Incident | None:
    """The incident, or the one that most of its claims are in now."""
    asked = {id}
    for _ in range(_MOST_FORWARDS):
        found = incident_by_id(connection, id)
        if found is not None:
            return found
        onward = [new for new in forwards(connection, id) if new not in asked]
        if not onward:
            return None
        id = onward[0]
        asked.add(id)
    return None


def forwards(connection: sa.Connection, id: str) -> tuple[str, ...]:
    """Where the claims of a vanished incident went at the last build that moved them, most claims first."""
    if incident_by_id(connection, id) is not None:
        return ()
    moved = incident_forward
    last = sa.select(sa.func.max(moved.c.made_at)).where(moved.c.old_id == id).scalar_subquery()
    found = sa.select(moved.c.new_id).where(moved.c.old_id == id, moved.c.made_at == last, moved.c.new_id.is_not(None))
    return tuple(connection.execute(found.order_by(moved.c.claims.desc(), moved.c.new_id)).scalars())


def claims(connection: sa.Connection, ids: Sequence[str]) -> tuple[Claim, ...]:
    """Claims in the order of the ids."""
    found: dict[str, list[Claim]] = {}
    for some in in_lots(dict.fromkeys(ids)):
        rows = connection.execute(sa.select(claim.c.id, claim.c.record).where(claim.c.id.in_(some)).order_by(claim.c.report_id))
        for id, record in rows:
            found.setdefault(id, []).append(claim_of(record))
    return tuple(one for id in dict.fromkeys(ids) for one in found.get(id, ()))


def in_lots(ids: Iterable[str]) -> Iterator[list[str]]:
    """Ids in lots that fit one statement."""
    every = list(ids)
    for first in range(0, len(every), _MOST_PARAMETERS):
        yield every[first : first + _MOST_PARAMETERS]


def claims_of_document(connection: sa.Connection, id: str) -> tuple[Claim, ...]:
    """The claims of a report's current version."""
    rows = connection.execute(sa.select(claim.c.record).where(claim.c.report_id == id).order_by(claim.c.position))
    return tuple(claim_of(record) for record in rows.scalars())


def document(connection: sa.Connection, id: str) -> StoredDocument | None:
    """A report with its current text, blocks and history."""
    row = connection.execute(
        sa.select(report.c.record, report.c.current_version, report.c.raw_sha256, version.c.text, reading.c.error)
        .select_from(documents_joined())
        .where(report.c.id == id)
    ).one_or_none()
    if row is None:
        return None
    blocks = connection.execute(sa.select(block.c.record).where(block.c.report_id == id).order_by(block.c.position)).scalars()
    return StoredDocument(
        document=document_of(row.record, row.text, row.raw_sha256),
        version=row.current_version,
        blocks=tuple(block_of(record) for record in blocks),
        versions=_history(connection, id, row.current_version),
        error=row.error,
    )


def _history(connection: sa.Connection, id: str, current: str) -> tuple[VersionRow, ...]:
    columns = (version.c.sha256, version.c.raw_sha256, version.c.captured_at, version.c.length)
    rows = connection.execute(sa.select(*columns).where(version.c.report_id == id).order_by(version.c.number))
    return tuple(VersionRow(row.sha256, row.raw_sha256, row.captured_at, row.length, row.sha256 == current) for row in rows)


def version_text(connection: sa.Connection, id: str, sha256: str) -> str | None:
    """The text of any version of a report."""
    text = connection.execute(sa.select(version.c.text).where(version.c.report_id == id, version.c.sha256 == sha256)).scalar()
    return None if text is None else text.decode("utf-8", "surrogatepass")


def documents(connection: sa.Connection, wanted: DocumentFilter, limit: int | None, offset: int) -> DocumentPage:
    """One page of the reports that the filter lets through."""
    conditions = document_conditions(connection.dialect.name, wanted)
    joined = documents_joined()
    total = connection.execute(sa.select(sa.func.count()).select_from(joined).where(*conditions)).scalar_one()
    every = version.alias()
    versions = sa.select(sa.func.count()).where(every.c.report_id == report.c.id).scalar_subquery()
    incidents = sa.select(sa.func.count()).where(incident_document.c.report_id == report.c.id).scalar_subquery()
    page = (
        sa.select(
            report,
            reading.c.error,
            sa.func.coalesce(reading.c.claims, 0).label("claims"),
            versions.label("versions"),
            incidents.label("incidents"),
        )
        .select_from(joined)
        .where(*conditions)
        .order_by(report.c.published_day.desc().nulls_last(), report.c.id)
        .limit(limit)
        .offset(offset)
    )
    return DocumentPage(tuple(_document_row(row) for row in connection.execute(page)), total)


def _document_row(row: sa.Row[Any]) -> DocumentRow:
    return DocumentRow(
        id=row.id,
        title=row.title,
        publisher=row.publisher,
        author=row.author,
        url=row.url,
        language=row.language,
        published_day=row.published_day,
        version=row.current_version,
        private_source=row.private_source,
        versions=row.versions,
        claims=row.claims,
        incidents=row.incidents,
        error=row.error,
    )


def search(connection: sa.Connection, text: str, limit: int) -> tuple[SearchHit, ...]:
    """Reports whose current text or title holds all the words."""
    words = query_words(text)
    if not words:
        return ()
    found = connection.execute(
        sa.select(report.c.id, report.c.title, report.c.current_version, version.c.text)
        .select_from(documents_joined())
        .where(versions_with(connection.dialect.name, words))
        .order_by(report.c.published_day.desc().nulls_last(), report.c.id)
        .limit(limit)
    )
    return tuple(_hit(row, words) for row in found)


def _hit(row: sa.Row[Any, Any, Any, Any], words: tuple[str, ...]) -> SearchHit:
    text = row.text.decode("utf-8", "surrogatepass")
    start, end = first_place(text, words) or (0, 0)
    return SearchHit(
        document=row.id,
        version=row.current_version,
        title=row.title,
        start=start,
        end=end,
        before=text[max(0, start - _AROUND) : start],
        words=text[start:end],
        after=text[end : end + _AROUND],
    )


def findings(connection: sa.Connection) -> tuple[StoredFinding, ...]:
    """All findings, errors first."""
    order = sa.case({severity: place for place, severity in enumerate(_SEVERITIES)}, value=finding.c.severity)
    rows = connection.execute(sa.select(finding).order_by(order, finding.c.position)).mappings()
    return tuple(StoredFinding(finding_of(dict(row)), row["incident_id"]) for row in rows)
