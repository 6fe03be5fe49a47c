"""Decisions on named victims: two names are one person's, or are not. They hang on the names in the texts, and survive every rebuild."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

import sqlalchemy as sa

from kroniek.errors import LedgerError
from kroniek.incidents.people import Named, name_key
from kroniek.ledger.anchors import Anchor, Sides, anchor_of_name, sides_of
from kroniek.ledger.decisions import PERSON, add_at, check_signed, numbered
from kroniek.ledger.filters import documents_joined
from kroniek.ledger.queries import incident_by_id
from kroniek.ledger.records import json_text, sha256, structured
from kroniek.ledger.schema import decision, reading, report, version
from kroniek.ledger.store import Ledger
from kroniek.ledger.views import StoredDecision
from kroniek.model.claim import Victim
from kroniek.model.decision import DecisionKind
from kroniek.model.incident import Incident
from kroniek.model.ruling import NameAt, PersonRuling
from kroniek.reading.people.model import PeopleFound


@dataclass(frozen=True, slots=True)
class PeopleDecided:
    """Whom the reports of an incident name, what people decided on them, and the same as it is stored, by the decision's number."""

    named: tuple[Named, ...]
    rulings: tuple[PersonRuling, ...]
    stored: dict[int, StoredDecision]


def same_person(ledger: Ledger, incident: str, one: NameAt, other: NameAt, *, reason: str, made_by: str) -> StoredDecision:
    """Decide that two named victims of an incident are one person; it counts from the next build on.

    Raises LedgerError where the incident is unknown, its reports do not name a victim there, both are one already by their name, or
    no reason or name is given; nothing is stored then.
    """
    return _decide(ledger, DecisionKind.SAME_PERSON, incident, one, other, reason, made_by)


def not_same_person(ledger: Ledger, incident: str, one: NameAt, other: NameAt, *, reason: str, made_by: str) -> StoredDecision:
    """Decide that two named victims of an incident are two people, however alike their names. Raises LedgerError as `same_person`."""
    return _decide(ledger, DecisionKind.NOT_SAME_PERSON, incident, one, other, reason, made_by)


def _decide(
    ledger: Ledger, kind: DecisionKind, identity: str, one: NameAt, other: NameAt, reason: str, made_by: str
) -> StoredDecision:
    check_signed(reason, made_by)
    with ledger.write() as connection:
        found = incident_by_id(connection, identity)
        if found is None:
            raise LedgerError(f"the ledger holds no incident {identity!r} now")
        texts = _Texts(connection)
        victims = {named.at: named.victim for named in _named(texts, found)}
        for at in (one, other):
            if at not in victims:
                raise LedgerError(f"{identity} names no victim at {at.start} to {at.end} of the report {at.document!r} now")
        if name_key(victims[one].text) == name_key(victims[other].text):
            raise LedgerError("both are written alike and stand in one row already; choose two names")
        anchors = [texts.anchor(at) for at in sorted((one, other), key=lambda at: (at.document, at.start, at.end))]
        sides = Sides((anchors[0],), (anchors[1],))
        return add_at(connection, kind, anchors[0], PERSON, sides.text(), identity, reason, made_by)


def rulings_on_people(connection: sa.Connection, documents: Collection[str] | None = None) -> tuple[PersonRuling, ...]:
    """All decisions on named victims whose two names still stand, or those on names in these reports, in the order of making."""
    return _rulings(_Texts(connection), connection, documents)


def _rulings(texts: _Texts, connection: sa.Connection, documents: Collection[str] | None) -> tuple[PersonRuling, ...]:
    wanted = decision.c.field == PERSON
    if documents is not None:
        wanted = sa.and_(wanted, decision.c.report_id.in_(sorted(documents)))
    rows = connection.execute(sa.select(decision).where(wanted).order_by(decision.c.number)).all()
    found = []
    for row in rows:
        sides = sides_of(row.value)
        one, other = texts.first(sides.these), texts.first(sides.those)
        if one is not None and other is not None and one != other:
            found.append(PersonRuling(row.number, one, other, row.kind == DecisionKind.SAME_PERSON.value))
    return tuple(found)


def people_decided(ledger: Ledger, incident: Incident) -> PeopleDecided:
    """Whom the reports of an incident name now, and what was decided on them, whichever incident they were of then."""
    with ledger.read() as connection:
        texts = _Texts(connection)
        named = _named(texts, incident)
        here = {one.at for one in named}
        about = _rulings(texts, connection, {one.at.document for one in named})
        rulings = tuple(one for one in about if one.one in here and one.other in here)
        stored = {one.number: one for one in numbered(connection, [ruling.decision for ruling in rulings])}
    return PeopleDecided(named, rulings, stored)


def _named(texts: _Texts, incident: Incident) -> tuple[Named, ...]:
    """Every mention of those who stand in the incident's rows, by report: a report may name victims of another event too."""
    keys = {name_key(name) for row in incident.people for name in (row.text, *row.names.values())}
    documents = sorted({one.id for one in incident.documents})
    found = [Named(NameAt(document, each.start, each.end), each) for document in documents for each in texts.victims(document)]
    return tuple(one for one in found if name_key(one.victim.text) in keys)


@dataclass(frozen=True, slots=True)
class _Text:
    version: str
    text: str
    victims: tuple[Victim, ...]


class _Texts:
    """The current texts of reports and whom they name, each read once."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._read: dict[str, _Text | None] = {}

    def victims(self, document: str) -> tuple[Victim, ...]:
        """The named victims of a report as it is read now; none where it could not be read."""
        found = self._of(document)
        return () if found is None else found.victims

    def anchor(self, at: NameAt) -> Anchor:
        """What a decision on the name hangs on."""
        found = self._of(at.document)
        if found is None:
            raise LedgerError(f"the report {at.document!r} could not be read; build it first")
        return anchor_of_name(at.document, found.version, found.text, at.start, at.end)

    def first(self, anchors: Iterable[Anchor]) -> NameAt | None:
        """Where the first of the names stands now that still does."""
        return next((at for anchor in anchors if (at := self._at(anchor)) is not None), None)

    def _at(self, anchor: Anchor) -> NameAt | None:
        """The name in its old place, else the nearest of the same letters, else the one name that stands there as it is read now."""
        found = self._of(anchor.report_id)
        if found is None:
            return None
        alike = [one for one in found.victims if sha256(found.text[one.start : one.end]) == anchor.evidence_sha256]
        if not alike and found.version == anchor.version:
            alike = [one for one in found.victims if one.start < anchor.end and anchor.start < one.end]
            if len(alike) > 1:
                return None
        nearest = min(alike, key=lambda one: (abs(one.start - anchor.start), one.start), default=None)
        return None if nearest is None else NameAt(anchor.report_id, nearest.start, nearest.end)

    def _of(self, document: str) -> _Text | None:
        if document not in self._read:
            self._read[document] = self._load(document)
        return self._read[document]

    def _load(self, document: str) -> _Text | None:
        row = self._connection.execute(
            sa.select(report.c.current_version, version.c.text, reading.c.record)
            .select_from(documents_joined())
            .where(report.c.id == document, reading.c.error.is_(None), reading.c.version == report.c.current_version)
        ).one_or_none()
        if row is None:
            return None
        people: PeopleFound = structured(json_text(json.loads(row.record)["people"]), PeopleFound, "people")
        return _Text(row.current_version, row.text.decode("utf-8", "surrogatepass"), people.victims)
