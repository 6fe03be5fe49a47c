"""What a report or export is made from, taken out of a ledger once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kroniek.incidents.totals import IncidentRow
from kroniek.incidents.totals_rows import Counted
from kroniek.incidents.versions import denials
from kroniek.ledger.decided import decided_readings
from kroniek.ledger.store import Ledger
from kroniek.ledger.totals import imported_rows
from kroniek.ledger.views import Counts, Sort, StoredFinding
from kroniek.model.claim import Claim, Victim
from kroniek.model.incident import Incident
from kroniek.model.report import Document
from kroniek.publish.load import name_particles
from kroniek.publish.redact import PublicRules, Redactor
from kroniek.reading.result import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A ledger's incidents, newest first; its reports and claims by id; its findings; and who may be named of them in public.

    `imported` are other desks' incidents by desk, with who is counted; totals of them alone are published. `denied` are the denials of harm
    by report.
    """

    incidents: tuple[Incident, ...]
    documents: dict[str, Document]
    claims: dict[str, tuple[Claim, ...]]
    findings: tuple[StoredFinding, ...]
    counts: Counts
    data_sha256: str
    redactor: Redactor
    imported: Mapping[str, tuple[Counted, tuple[IncidentRow, ...]]] = field(default_factory=dict)
    denied: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)

    @property
    def public_incidents(self) -> tuple[Incident, ...]:
        """The incidents that may be published: one told by private sources alone would point at them by its day and place."""
        return tuple(filter(self.redactor.is_published, self.incidents))

    def claims_of(self, incident: Incident) -> tuple[Claim, ...]:
        """The incident's claims in its order, those of reports that are not its own left out."""
        own = {part.id for part in incident.documents}
        found = [claim for id in incident.claims for claim in self.claims.get(id, ())]
        return tuple(claim for claim in found if claim.document in own or not own)

    def denied_of(self, incident: Incident) -> tuple[Claim, ...]:
        """The denials of harm in the incident's own reports that no claim of it is."""
        return denials((claim for part in incident.documents if part.main for claim in self.denied.get(part.id, ())), incident.claims)


def gather(ledger: Ledger, rules: PublicRules) -> Material:
    """Everything that is published of a ledger, its claims as people decided on them."""
    with ledger.read() as connection:
        readings = tuple(decided_readings(connection))
    incidents = ledger.incidents(sort=Sort.NEWEST).rows
    claims: dict[str, tuple[Claim, ...]] = {}
    for reading in readings:
        for claim in reading.claims:
            claims[claim.id] = (*claims.get(claim.id, ()), claim)
    return Material(
        incidents=incidents,
        documents={reading.document.id: reading.document for reading in readings},
        claims=claims,
        findings=ledger.findings(),
        counts=ledger.counts(),
        data_sha256=ledger.data_sha256(),
        redactor=redactor_of(rules, readings, incidents),
        imported=_imported(ledger),
        denied={reading.document.id: denials(reading.claims, ()) for reading in readings},
    )


def _imported(ledger: Ledger) -> dict[str, tuple[Counted, tuple[IncidentRow, ...]]]:
    """Each desk's rows, of civilians; of all people where the desk tells of no civilians."""
    found = {desk: (Counted.CIVILIANS, rows) for desk, rows in imported_rows(ledger).items()}
    silent = [desk for desk, (_, rows) in found.items() if all(row.killed.nothing for row in rows)]
    people = imported_rows(ledger, Counted.PEOPLE) if silent else {}
    return {**found, **{desk: (Counted.PEOPLE, people[desk]) for desk in silent}}


def redactor_of(rules: PublicRules, readings: Sequence[Reading], incidents: Sequence[Incident]) -> Redactor:
    """What hides names in public, made from all the reports and incidents that are published of."""
    open_claims = {claim.id for reading in readings if not reading.document.private_source for claim in reading.claims}
    return Redactor(
        rules,
        victims=list(_victims(readings, incidents)),
        speakers=[(claim.document, speaker) for one in readings for claim in one.claims for speaker in claim.said_by],
        private_documents=[reading.document for reading in readings if reading.document.private_source],
        public_names=_public_names(readings, incidents),
        particles=name_particles(),
        private_claims={claim.id for reading in readings for claim in reading.claims} - open_claims,
    )


def _victims(readings: Sequence[Reading], incidents: Sequence[Incident]) -> Iterator[Victim]:
    for reading in readings:
        yield from reading.people.victims
        for claim in reading.claims:
            yield from claim.people
    for incident in incidents:
        yield from incident.people


def _public_names(readings: Sequence[Reading], incidents: Sequence[Incident]) -> frozenset[str]:
    """Places and parties of the lists, as the lists write them: names of theirs are not taken for a victim's."""
    names: set[str | None] = set()
    for reading in readings:
        for claim in reading.claims:
            names.update(place.name for place in (claim.place, *claim.places) if place is not None and place.id)
            parties = (claim.actor, claim.target, *claim.said_by, *claim.parties)
            names.update(party.name for party in parties if party is not None and party.id)
            names.add(None if reading.document.private_source else claim.block.publisher)
    for incident in incidents:
        names.update(party.name for party in incident.belligerents)
        names.add(incident.place.name if incident.place is not None and incident.place.id else None)
    return frozenset(name for name in names if name)
