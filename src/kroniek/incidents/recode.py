"""The same evidence by another codebook: an incident that is assessed already, coded again from the reports that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.assess import coded
from kroniek.incidents.assessments import assessor_of
from kroniek.incidents.compare import compared
from kroniek.incidents.link import Cluster, cluster_of
from kroniek.incidents.media import added_by_media, media_origins
from kroniek.incidents.parts import parts_of
from kroniek.incidents.people import by_report, rulings_in
from kroniek.model.comparison import Comparison
from kroniek.model.incident import Incident
from kroniek.model.ruling import PersonRuling
from kroniek.provenance.trace import Provenance
from kroniek.reading.result import Reading


def compare(
    incident: Incident,
    readings: Mapping[str, Reading],
    provenance: Provenance,
    codebooks: tuple[Codebook, ...],
    rulings: Sequence[PersonRuling] = (),
    shown: Callable[[Incident], Incident] = lambda coded: coded,
) -> Comparison:
    """The incident as each of the codebooks codes it. `readings` are those of its reports by id, with what people decided on their claims,
    `rulings` what they decided on its named victims.

    Which reports speak of it, and where they come from, stays as it is. `shown` is what may be shown of each coding: all of it, or for
    the public less.
    """
    return compared([(shown(recode(incident, readings, provenance, codebook, rulings)), codebook) for codebook in codebooks])


def recode(
    incident: Incident,
    readings: Mapping[str, Reading],
    provenance: Provenance,
    codebook: Codebook,
    rulings: Sequence[PersonRuling] = (),
) -> Incident:
    """The incident as the codebook codes it, from the same claims, reports and origins; unchanged where none of its reports is there."""
    cluster = _cluster(incident, readings, codebook)
    if cluster is None:
        return incident
    media = frozenset(added_by_media(incident.media))
    independent = (*(one for one in incident.origins if one not in media), *media_origins(incident.media, codebook))
    made_by = replace(incident.made_by, codebook=codebook.id, codebook_sha256=codebook.sha256)
    standing = frozenset(one.id for one in incident.related)
    return coded(cluster, independent, codebook, made_by, provenance, standing, rulings_in(cluster, by_report(rulings)))


def _cluster(incident: Incident, readings: Mapping[str, Reading], codebook: Codebook) -> Cluster | None:
    wanted = frozenset(incident.claims)
    parts = []
    for id in dict.fromkeys(one.id for one in incident.documents):
        if id not in readings:
            continue
        for part in parts_of(readings[id], assessor_of(readings[id], codebook)):
            claims = tuple(claim for claim in part.claims if claim.id in wanted)
            if claims:
                parts.append(replace(part, claims=claims))
    return cluster_of(incident.id, parts, readings, tuple(one.id for one in incident.related)) if parts else None
