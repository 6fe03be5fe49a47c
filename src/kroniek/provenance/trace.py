"""The provenance of all claims of a set of reports: publications, citations and chains."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kroniek.model.provenance import Chain, Citation, Publication, Telling
from kroniek.parties.index import Parties
from kroniek.provenance.chains import Tellers
from kroniek.provenance.edges import ReuseEdge
from kroniek.provenance.publications import publications_of
from kroniek.provenance.roles import Roles
from kroniek.provenance.sources import key_by, sources_of
from kroniek.provenance.voices import Voices, voices_of
from kroniek.reading.result import Reading


@dataclass(frozen=True, slots=True)
class Provenance:
    """Publications by id, the citations of each, the chain of every claim, and which reports share words."""

    publications: Mapping[str, Publication]
    citations: Mapping[str, tuple[Citation, ...]]
    chains: Mapping[Telling, Chain]
    publication_of: Mapping[Telling, str]
    reuse: tuple[ReuseEdge, ...] = ()
    voices: Voices = field(default_factory=Voices)

    def why_together(self, first: Telling, second: Telling) -> str:
        """A plain sentence on why two claims share an origin or do not."""
        one, two = self.chains[first], self.chains[second]
        if one.key == two.key:
            return f"Both go back to {one.origin.name}: they count as one source."
        return f"One goes back to {one.origin.name}, the other to {two.origin.name}: they count as two sources."


def trace(
    readings: Sequence[Reading], parties: Parties | None = None, reuse: Iterable[ReuseEdge] = (), roles: Roles | None = None
) -> Provenance:
    """The provenance of the reports; `reuse` says which of them share words, `roles` who speaks by an office. The order changes nothing."""
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    publications = {reading.document.id: publications_of(reading) for reading in ordered}
    key = key_by(parties)
    sources = sources_of(ordered, publications, key, (roles or Roles()).earlier)
    claims = {reading.document.id: reading.claims for reading in ordered}
    edges = tuple(sorted(reuse, key=lambda edge: edge.pair))
    tellers = Tellers(claims, publications, sources, edges, key)
    chains = {Telling(claim.document, claim.id): tellers.chain(claim) for reading in ordered for claim in reading.claims}
    return Provenance(
        {one.id: one for found in publications.values() for one in found.found},
        sources.citations,
        chains,
        {telling: tellers.publication_of(telling).id for telling in chains},
        edges,
        voices_of(roles or Roles(), parties) if parties is not None else Voices(roles or Roles()),
    )
