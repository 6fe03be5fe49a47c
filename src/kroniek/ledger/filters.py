"""Filters of incidents and reports as conditions on the tables."""

from __future__ import annotations

import sqlalchemy as sa

from kroniek.ledger.schema import incident, incident_belligerent, incident_claim, incident_document, reading, report, version
from kroniek.ledger.search import query_words, versions_with
from kroniek.ledger.views import UNGRADED, DocumentFilter, IncidentFilter

Condition = sa.ColumnElement[bool]


def incident_conditions(dialect: str, wanted: IncidentFilter) -> list[Condition]:
    """The conditions on `incident`, all of which must hold."""
    conditions: list[Condition] = []
    if wanted.text is not None and (words := query_words(wanted.text)):
        conditions.append(sa.or_(_incident_words(words), _documents_hold(dialect, words)))
    if wanted.grade is not None:
        conditions.append(incident.c.grade.is_(None) if wanted.grade == UNGRADED else incident.c.grade == wanted.grade)
    if wanted.belligerent is not None:
        party = incident_belligerent
        is_party = sa.or_(party.c.party_id == wanted.belligerent, party.c.name == wanted.belligerent)
        conditions.append(incident.c.id.in_(sa.select(party.c.incident_id).where(is_party)))
    if wanted.country is not None:
        conditions.append(incident.c.country == wanted.country)
    if wanted.from_day is not None:
        conditions.append(incident.c.end_day >= wanted.from_day)
    if wanted.to_day is not None:
        conditions.append(incident.c.start_day <= wanted.to_day)
    if wanted.document is not None:
        listed = sa.select(incident_document.c.incident_id).where(incident_document.c.report_id == wanted.document)
        conditions.append(incident.c.id.in_(listed))
    if wanted.claim is not None:
        conditions.append(incident.c.id.in_(sa.select(incident_claim.c.incident_id).where(incident_claim.c.claim_id == wanted.claim)))
    if wanted.codebook is not None:
        conditions.append(incident.c.codebook == wanted.codebook)
    return conditions


def _incident_words(words: tuple[str, ...]) -> Condition:
    whole = [incident.c.words.contains(f" {word} ", autoescape=True) for word in words[:-1]]
    return sa.and_(*whole, incident.c.words.contains(f" {words[-1]}", autoescape=True))


def _documents_hold(dialect: str, words: tuple[str, ...]) -> Condition:
    holding = sa.select(report.c.id).join(version, _is_current()).where(versions_with(dialect, words))
    return incident.c.id.in_(sa.select(incident_document.c.incident_id).where(incident_document.c.report_id.in_(holding)))


def _is_current() -> Condition:
    return sa.and_(version.c.report_id == report.c.id, version.c.sha256 == report.c.current_version)


def document_conditions(dialect: str, wanted: DocumentFilter) -> list[Condition]:
    """The conditions on `report` joined with its current `version` and its `reading`, all of which must hold."""
    conditions: list[Condition] = []
    if wanted.text is not None and (words := query_words(wanted.text)):
        conditions.append(versions_with(dialect, words))
    if wanted.publisher is not None:
        conditions.append(report.c.publisher == wanted.publisher)
    if wanted.language is not None:
        conditions.append(report.c.language == wanted.language)
    if wanted.from_day is not None:
        conditions.append(report.c.published_day >= wanted.from_day)
    if wanted.to_day is not None:
        conditions.append(report.c.published_day <= wanted.to_day)
    if wanted.incident is not None:
        named = sa.select(incident_document.c.report_id).where(incident_document.c.incident_id == wanted.incident)
        conditions.append(report.c.id.in_(named))
    if wanted.failed is not None:
        conditions.append(reading.c.error.is_not(None) if wanted.failed else reading.c.error.is_(None))
    return conditions


def documents_joined() -> sa.Join:
    """Reports with their current version and their reading (missing where a kill came between)."""
    return report.join(version, _is_current()).outerjoin(reading, reading.c.report_id == report.c.id)
