"""Between the values of the model and the rows of the tables."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from cattrs.errors import BaseValidationError

from kroniek.contracts.records import (
    claim_from_record,
    claim_record,
    finding_from_record,
    incident_from_record,
    incident_record,
    structure,
    unstructure,
)
from kroniek.errors import LedgerError
from kroniek.ledger.search import searchable
from kroniek.model.claim import Claim
from kroniek.model.decision import Decision, DecisionKind
from kroniek.model.finding import Finding
from kroniek.model.incident import Incident
from kroniek.model.report import Block, Document

_FORM_ERRORS = (BaseValidationError, AttributeError, KeyError, TypeError, ValueError)


def json_text(value: object) -> str:
    """JSON in one line and one form; lone surrogates and NUL, which no database takes as text, are written as escapes."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return text


def sha256(text: str | bytes) -> str:
    """SHA-256 in hex, of text as UTF-8 (as versions are hashed)."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text).hexdigest()


def plain(text: str | None) -> str | None:
    """Text as a column to search by can hold it; the exact text is in the record."""
    if text is None:
        return None
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")


def document_record(document: Document) -> dict[str, Any]:
    """What is known of a report but its text; also without where it was found on this machine and the hash of the raw bytes,
    which no reading rests on."""
    record: dict[str, Any] = unstructure(replace(document, text="", origin=None, raw_sha256=None))
    return record


def report_row(document: Document, record: str) -> dict[str, Any]:
    """The columns of `report`, without its number."""
    return {
        "id": document.id,
        "current_version": document.version,
        "record_sha256": sha256(record),
        "publisher": plain(document.publisher),
        "author": plain(document.author),
        "url": plain(document.url),
        "title": plain(document.title),
        "language": plain(document.language),
        "published": plain(document.published),
        "published_day": document.published_day,
        "captured": plain(document.captured),
        "platform": plain(document.platform),
        "raw_sha256": document.raw_sha256,
        "private_source": document.private_source,
        "links": json_text(document.links),
        "media": json_text(unstructure(document.media)),
        "record": record,
    }


def document_of(record: str, text: bytes, raw_sha256: str | None) -> Document:
    """The report that was stored, with the text of a version."""
    document: Document = structured(record, Document, "report")
    return replace(document, text=text.decode("utf-8", "surrogatepass"), raw_sha256=raw_sha256)


def block_row(report_id: str, version: str, position: int, block: Block) -> dict[str, Any]:
    """The columns of `block`."""
    return {
        "report_id": report_id,
        "position": position,
        "id": plain(block.id),
        "version": version,
        "voice": block.voice.value,
        "language": block.language,
        "publisher": plain(block.publisher),
        "published": block.published,
        "start": block.start,
        "end": block.end,
        "record": json_text(unstructure(block)),
    }


def block_of(record: str) -> Block:
    """The block that was stored."""
    block: Block = structured(record, Block, "block")
    return block


def claim_row(position: int, claim: Claim) -> dict[str, Any]:
    """The columns of `claim`."""
    place, time = claim.place, claim.time
    return {
        "report_id": claim.document,
        "id": claim.id,
        "position": position,
        "version": claim.version,
        "kind": claim.kind.value,
        "harm": None if claim.harm is None else claim.harm.value,
        "scope": claim.scope.value,
        "stance": claim.stance.value,
        "place_name": None if place is None else plain(place.name or place.text),
        "country": None if place is None else plain(place.country),
        "lat": None if place is None else place.lat,
        "lon": None if place is None else place.lon,
        "start_day": None if time is None else time.start_day,
        "end_day": None if time is None else time.end_day,
        "low": claim.quantity.low,
        "high": claim.quantity.high,
        "evidence_start": claim.evidence.start,
        "evidence_end": claim.evidence.end,
        "record": json_text(claim_record(claim)),
    }


def claim_of(record: str) -> Claim:
    """The claim that was stored."""
    try:
        return claim_from_record(json.loads(record))
    except _FORM_ERRORS as error:
        raise LedgerError(f"the ledger holds a claim that this version cannot read: {error}") from error


def incident_row(incident: Incident) -> dict[str, Any]:
    """The columns of `incident`."""
    place, day, killed = incident.place, incident.date, incident.killed.civilian
    names = [incident.title, incident.strike_type, [party.name for party in incident.belligerents]]
    if place is not None:
        names += [place.name or "", place.text, place.country or "", place.admin1 or ""]
    names.append([name for person in incident.people for name in (person.text, *person.names.values())])
    words = " ".join(word for name in names for word in ([name] if isinstance(name, str) else name))
    return {
        "id": incident.id,
        "codebook": incident.made_by.codebook,
        "codebook_sha256": incident.made_by.codebook_sha256,
        "title": plain(incident.title),
        "start_day": None if day is None else day.start,
        "end_day": None if day is None else day.end,
        "month": None if day is None else day.start.isoformat()[:7],
        "place_name": None if place is None else plain(place.name or place.text),
        "country": None if place is None else plain(place.country),
        "lat": None if place is None else place.lat,
        "lon": None if place is None else place.lon,
        "grade": None if incident.grade.value is None else incident.grade.value.value,
        "strike_status": None if incident.strike_status is None else incident.strike_status.value,
        "killed_low": None if killed is None else killed.low,
        "killed_high": None if killed is None else killed.high,
        "origins": len(incident.origins),
        "words": f" {searchable(words)} ",
        "record": json_text(incident_record(incident)),
    }


def incident_of(record: str) -> Incident:
    """The incident that was stored."""
    try:
        return incident_from_record(json.loads(record))
    except _FORM_ERRORS as error:
        raise LedgerError(f"the ledger holds an incident that this version cannot read: {error}") from error


def finding_of(row: Mapping[str, Any]) -> Finding:
    """The finding that was stored."""
    try:
        return finding_from_record(json.loads(row["record"]))
    except _FORM_ERRORS as error:
        raise LedgerError(f"the ledger holds a finding that this version cannot read: {error}") from error


def decision_of(row: Mapping[str, Any]) -> Decision:
    """The decision in a row of `decision`."""
    return Decision(
        kind=DecisionKind(row["kind"]),
        version=row["version"],
        start=row["start"],
        end=row["end"],
        field=row["field"],
        value=row["value"],
        reason=row["reason"],
        made_by=row["made_by"],
        made_at=row["made_at"],
        evidence_sha256=row["evidence_sha256"],
    )


def structured(record: str, kind: type[Any], name: str) -> Any:
    """The value of the model in a stored record; `name` is for the message. Raises LedgerError where it is of another form."""
    try:
        return structure(json.loads(record), kind)
    except _FORM_ERRORS as error:
        raise LedgerError(f"the ledger holds a {name} that this version cannot read: {error}") from error
