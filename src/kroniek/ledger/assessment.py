"""Making the incidents again from all readings and decisions, and putting them in place of the old ones in one transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from kroniek.contracts.records import finding_record
from kroniek.ledger import events
from kroniek.ledger.decided import decided_readings
from kroniek.ledger.decisions import last_decision
from kroniek.ledger.incident_decisions import rulings_of
from kroniek.ledger.provenance import replace_provenance
from kroniek.ledger.readings import data_sha256
from kroniek.ledger.records import incident_row, json_text, plain, sha256
from kroniek.ledger.schema import (
    finding,
    incident,
    incident_belligerent,
    incident_claim,
    incident_document,
    incident_forward,
    report,
)
from kroniek.ledger.schema import ledger as ledger_table
from kroniek.ledger.store import Ledger
from kroniek.model.finding import Finding
from kroniek.model.incident import Incident
from kroniek.model.ruling import Rulings
from kroniek.provenance.trace import Provenance
from kroniek.reading.result import Reading


@dataclass(frozen=True, slots=True)
class Assessed:
    """What is made of all readings: the incidents, who had what from whom, and what the checks found, gravest first."""

    incidents: Sequence[Incident]
    provenance: Provenance
    findings: Sequence[Finding] = ()


Assess = Callable[[Sequence[Reading], Rulings], Assessed]
"""From readings, and what people decided of incidents, to incidents and their provenance, the codebook already chosen."""

ASSESSED_FROM = "assessed_from"
"""Under this key the ledger says what its incidents were made from."""


def reassess(ledger: Ledger, assess: Assess, rules_sha256: str) -> None:
    """Make all incidents again, unless nothing that they rest on has changed.

    `rules_sha256` stands for the code, codebook and settings that `assess` works by. Only whoever holds the build lock may call it:
    nothing is locked while it thinks, so that people can go on deciding; what they decide meanwhile counts at the next build.
    """
    with ledger.read() as connection:
        made_from = sha256(json_text([rules_sha256, data_sha256(connection), last_decision(connection)]))
        if connection.execute(sa.select(ledger_table.c.value).where(ledger_table.c.key == ASSESSED_FROM)).scalar() == made_from:
            return
        readings, rulings = list(decided_readings(connection)), rulings_of(connection)
    made = assess(readings, rulings)
    with ledger.write() as connection:
        replace_incidents(connection, made.incidents)
        replace_findings(connection, made.findings)
        replace_provenance(connection, made.provenance)
        connection.execute(ledger_table.delete().where(ledger_table.c.key == ASSESSED_FROM))
        connection.execute(ledger_table.insert().values(key=ASSESSED_FROM, value=made_from))


def replace_incidents(connection: sa.Connection, made: Sequence[Incident]) -> None:
    """Put these incidents in place of all that are there, and say of each id that vanishes where its claims went."""
    before = _members(connection)
    for table in (finding, incident_belligerent, incident_claim, incident_document, incident):
        connection.execute(table.delete())
    _insert(connection, incident, [incident_row(one) for one in made])
    _insert(connection, incident_belligerent, [row for one in made for row in _belligerents(one)])
    _insert(
        connection,
        incident_claim,
        [{"incident_id": one.id, "position": place, "claim_id": id} for one in made for place, id in enumerate(dict.fromkeys(one.claims))],
    )
    _insert(
        connection,
        incident_document,
        [
            {"incident_id": one.id, "position": place, "report_id": part.id, "main": part.main}
            for one in made
            for place, part in enumerate(one.documents)
        ],
    )
    _forward(connection, before, made)


def replace_findings(connection: sa.Connection, made: Sequence[Finding]) -> None:
    """Put these findings in place of all that are there. Each belongs to an incident, or to the first report that it speaks of."""
    connection.execute(finding.delete())
    incidents = frozenset(connection.execute(sa.select(incident.c.id)).scalars())
    reports = frozenset(connection.execute(sa.select(report.c.id)).scalars())
    rows: list[dict[str, object]] = []
    for place, one in enumerate(made):
        rows.append(
            {
                "position": place,
                "id": one.id,
                "incident_id": one.incident if one.incident in incidents else None,
                "report_id": next((id for id in one.documents if id in reports), None),
                "severity": one.severity.value,
                "kind": one.kind,
                "outcome": one.outcome.value,
                "record": json_text(finding_record(one)),
            }
        )
    _insert(connection, finding, rows)


def _belligerents(one: Incident) -> list[dict[str, object]]:
    return [
        {"incident_id": one.id, "position": place, "party_id": party.id, "name": plain(party.name), "status": party.status.value}
        for place, party in enumerate(one.belligerents)
    ]


_Members = dict[str, tuple[frozenset[str], frozenset[str]]]


def _members(connection: sa.Connection) -> _Members:
    """The claims and the main reports of each incident."""
    claims: dict[str, set[str]] = {id: set() for id in connection.execute(sa.select(incident.c.id)).scalars()}
    reports: dict[str, set[str]] = {id: set() for id in claims}
    for id, claim_id in connection.execute(sa.select(incident_claim.c.incident_id, incident_claim.c.claim_id)):
        claims[id].add(claim_id)
    main = sa.select(incident_document.c.incident_id, incident_document.c.report_id).where(incident_document.c.main.is_(True))
    for id, report_id in connection.execute(main):
        reports[id].add(report_id)
    return {id: (frozenset(claims[id]), frozenset(reports[id])) for id in claims}


def _forward(connection: sa.Connection, before: _Members, made: Sequence[Incident]) -> None:
    """Forwarding records for every id that is no more: to where its claims are, or its reports where those were read anew."""
    now = {one.id for one in made}
    of_claim: dict[str, list[str]] = {}
    of_report: dict[str, list[str]] = {}
    for one in made:
        for id in dict.fromkeys(one.claims):
            of_claim.setdefault(id, []).append(one.id)
        for part in one.documents:
            if part.main:
                of_report.setdefault(part.id, []).append(one.id)
    at = events.now()
    rows: list[dict[str, object]] = []
    for old in sorted(set(before) - now):
        claims, reports = before[old]
        went = Counter(new for id in sorted(claims) for new in of_claim.get(id, ()))
        went = went or Counter(new for id in sorted(reports) for new in of_report.get(id, ()))
        went_to: list[tuple[str | None, int]] = [*went.items()] or [(None, 0)]
        rows += [{"old_id": old, "new_id": new, "claims": count, "made_at": at} for new, count in went_to]
    _insert(connection, incident_forward, rows)


def _insert(connection: sa.Connection, table: sa.Table, rows: Sequence[dict[str, object]]) -> None:
    if rows:
        connection.execute(table.insert(), list(rows))
