"""From readings to incidents: link what speaks of one event, then let a codebook code and grade it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.blocking import Proposer, proposed
from kroniek.incidents.coding import code_harms
from kroniek.incidents.conflict import tells_of_conflict
from kroniek.incidents.counterfactuals import would_change
from kroniek.incidents.describe import title_of
from kroniek.incidents.desk_codes import desk_codes
from kroniek.incidents.entry import Evidence, entry_of
from kroniek.incidents.findings import checks_of, conflicts_of
from kroniek.incidents.grading import Case, grade_of
from kroniek.incidents.hinges import hinges_of
from kroniek.incidents.link import Cluster, link
from kroniek.incidents.means import strike_types_of
from kroniek.incidents.media import media_of, media_origins
from kroniek.incidents.people import by_report, counted_once, named_in, persons, rulings_in
from kroniek.incidents.rulings import regraded
from kroniek.incidents.strikes import belligerents_of, infrastructure_of, strike_status_of
from kroniek.model.claim import Harm
from kroniek.model.incident import Incident, IncidentDocument, MadeBy, Origin, Relation, RelationType
from kroniek.model.provenance import Citation, Telling
from kroniek.model.ruling import PersonRuling, Rulings
from kroniek.provenance.origins import origins
from kroniek.provenance.trace import Provenance, trace
from kroniek.reading.result import Reading


def assess(
    readings: Sequence[Reading],
    codebook: Codebook,
    made_by: MadeBy,
    provenance: Provenance | None = None,
    rulings: Rulings | None = None,
    propose: Proposer = proposed,
) -> tuple[Incident, ...]:
    """The incidents that the reports speak of, as `codebook` assesses them, sorted by id.

    `provenance` is that of the readings, made here where it is not given; `rulings` are what people decided, and win; `propose` finds and
    scores the pairs of reports. The order of `readings` changes nothing. Reports that tell of no conflict are left out, unless others do
    that tell of the same event; so are those that allege no harm, but for texts read lightly (`kroniek.reading.light`) that tell of a
    strike: where no report that counts joins them they make an incident without figures, every range of which is None.
    """
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    traced = provenance or trace(ordered)
    decided = rulings or Rulings()
    firm = frozenset(reading.document.id for reading in ordered if tells_of_conflict(reading))
    clusters = [cluster for cluster in link(ordered, codebook, decided, propose) if _stands(cluster, firm)]
    standing = frozenset(cluster.id for cluster in clusters)
    of_people = by_report(decided.people)
    incidents = []
    for cluster in clusters:
        made = _incident(cluster, codebook, made_by, traced, standing, rulings_in(cluster, of_people))
        incidents.append(regraded(made, _held(cluster), decided.grades) if decided.grades else made)
    return tuple(sorted(incidents, key=lambda incident: incident.id))


def _stands(cluster: Cluster, firm: frozenset[str]) -> bool:
    """Whether one of its reports tells of conflict, and of this event more closely than by the month."""
    return any(part.document in firm and not part.rough for part in cluster.parts)


def _held(cluster: Cluster) -> frozenset[Telling]:
    return frozenset(Telling(part.document, claim.id) for part in cluster.parts for claim in part.claims)


def _incident(
    cluster: Cluster,
    codebook: Codebook,
    made_by: MadeBy,
    provenance: Provenance,
    standing: frozenset[str],
    rulings: Sequence[PersonRuling],
) -> Incident:
    documents = {reading.document.id: reading.document for reading in cluster.readings}
    cited = _cited(documents, provenance)
    told = origins(cluster.claims, documents, provenance.chains, provenance.voices, cited)
    return coded(cluster, (*told, *media_origins(media_of(cluster), codebook)), codebook, made_by, provenance, standing, rulings)


def coded(
    cluster: Cluster,
    independent: tuple[Origin, ...],
    codebook: Codebook,
    made_by: MadeBy,
    provenance: Provenance,
    standing: frozenset[str],
    rulings: Sequence[PersonRuling] = (),
) -> Incident:
    """One event as the codebook codes and grades it. `independent` are its origins, `standing` the ids of events that there are,
    `rulings` what people decided on its named victims."""
    people = tuple(person.row for person in persons(named_in(cluster), rulings))
    cluster = counted_once(cluster, rulings)
    claims = cluster.claims
    harms = {harm: code_harms(cluster, harm, codebook) for harm in (Harm.KILLED, Harm.INJURED, Harm.MISSING, Harm.DETAINED, Harm.DISPLACED)}
    types = strike_types_of(cluster, codebook)
    status = strike_status_of(cluster, codebook, independent)
    parties = belligerents_of(cluster, status, codebook)
    case = Case(cluster, harms[Harm.KILLED], independent)
    return Incident(
        id=cluster.id,
        title=title_of(cluster.place, cluster.date, types),
        made_by=made_by,
        documents=tuple(IncidentDocument(part.document, part.main) for part in cluster.parts),
        date=cluster.date,
        place=cluster.place,
        belligerents=parties,
        strike_type=types,
        strike_status=status.value,
        infrastructure=infrastructure_of(cluster),
        media=media_of(cluster),
        killed=harms[Harm.KILLED],
        injured=harms[Harm.INJURED],
        missing=harms[Harm.MISSING],
        detained=harms[Harm.DETAINED],
        displaced=harms[Harm.DISPLACED],
        people=people,
        grade=replace(grade_of(case, codebook, status, parties), would_change=would_change(case, codebook)),
        origins=independent,
        claims=tuple(claim.id for claim in claims),
        conflicts=conflicts_of(claims),
        related=tuple(Relation(other, RelationType.POSSIBLY_SAME) for other in cluster.possibly_same if other in standing),
        checks=checks_of(harms, claims, incident=cluster.id),
        entry=entry_of(
            Evidence(killed=harms[Harm.KILLED], place=cluster.place, date=cluster.date, parties=parties, origins=independent), codebook
        ),
        codes=desk_codes(cluster, independent, provenance, codebook),
        hinges=hinges_of(cluster, harms[Harm.KILLED], codebook),
    )


def _cited(documents: Iterable[str], provenance: Provenance) -> dict[str, tuple[Citation, ...]]:
    """What these reports name anywhere, each in its first publication."""
    return {id: provenance.citations.get(id, ()) for id in documents}
