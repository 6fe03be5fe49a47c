"""What one incident rests on: the readings of its reports, with what people decided on their claims, and where the claims come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from kroniek.ledger.decided import decided_readings
from kroniek.ledger.person_decisions import rulings_on_people
from kroniek.ledger.provenance import chains_of
from kroniek.ledger.queries import follow
from kroniek.ledger.store import Ledger
from kroniek.model.incident import Incident
from kroniek.model.provenance import Telling
from kroniek.model.ruling import PersonRuling
from kroniek.provenance.trace import Provenance
from kroniek.reading.result import Reading


@dataclass(frozen=True, slots=True)
class IncidentEvidence:
    """An incident, the readings of its reports by id, the chains of its claims, and what people decided on named victims."""

    incident: Incident
    readings: Mapping[str, Reading]
    provenance: Provenance
    people: tuple[PersonRuling, ...] = ()


def evidence_of_incident(ledger: Ledger, id: str) -> IncidentEvidence | None:
    """The evidence of the incident of that id, or of the one that it went into; None where there is none."""
    with ledger.read() as connection:
        return _evidence(connection, id)


def _evidence(connection: sa.Connection, id: str) -> IncidentEvidence | None:
    found = follow(connection, id)
    if found is None:
        return None
    ids = tuple(dict.fromkeys(one.id for one in found.documents))
    readings = {one.document.id: one for one in decided_readings(connection, ids)}
    wanted = frozenset(found.claims)
    tellings = [Telling(document, claim.id) for document, one in readings.items() for claim in one.claims if claim.id in wanted]
    chains = {chain.telling: chain for chain in chains_of(connection, tellings)}
    provenance = Provenance(publications={}, citations={}, chains=chains, publication_of={})
    return IncidentEvidence(found, readings, provenance, rulings_on_people(connection, ids))
