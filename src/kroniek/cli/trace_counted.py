"""Under which origin of its incident a claim is counted, and why it shares that with another's: what `kroniek trace` says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from typing import TYPE_CHECKING

from kroniek.model.provenance import Telling

if TYPE_CHECKING:
    from kroniek.ledger.store import Ledger
    from kroniek.model.claim import Claim
    from kroniek.model.incident import Incident
    from kroniek.model.provenance import Chain, Citation
    from kroniek.model.report import Document
    from kroniek.provenance.origins import Counted
    from kroniek.provenance.voices import Voices

_MOST_NAMED = 5
_MOST_PAIRS = 20


@dataclass(frozen=True, slots=True)
class CountedIn:
    """An incident and how the claims of its reports are counted in it."""

    title: str
    counted: Counted

    def rows(self, telling: Telling) -> Iterator[str]:
        """The origin of one claim in the incident, the other reports that rest on it, and in a sentence why."""
        name = self.counted.name_of.get(telling)
        if name is None:
            yield f"   counted in “{self.title}”: adds no source, since its report names one for other figures"
            return
        fellows = [other for other, its in self.counted.name_of.items() if its == name and other.document != telling.document]
        reports = sorted({other.document for other in fellows})
        more = f" and {len(reports) - _MOST_NAMED} more" if len(reports) > _MOST_NAMED else ""
        with_ = f", one source with {', '.join(reports[:_MOST_NAMED])}{more}" if reports else ""
        yield f"   counted as {name} in “{self.title}”{with_}"
        if fellows:
            yield f"           {self.counted.why_together(min(fellows), telling)}"


def counted_in(
    incidents: Iterable[Incident],
    claims: Mapping[Telling, Claim],
    documents: Mapping[str, Document],
    chains: Mapping[Telling, Chain],
    voices: Voices,
    citations: Mapping[str, Sequence[Citation]],
) -> dict[Telling, CountedIn]:
    """Each claim of the incidents with how it is counted there; `citations` by publication."""
    from kroniek.provenance.origins import counted

    found: dict[Telling, CountedIn] = {}
    for incident in incidents:
        reports = [one.id for one in incident.documents]
        tellings = [Telling(report, id) for report in dict.fromkeys(reports) for id in incident.claims if Telling(report, id) in claims]
        cited = {id: citations.get(id, ()) for id in reports}
        own = {report: documents[report] for report in reports}
        here = CountedIn(incident.title, counted([claims[telling] for telling in tellings], own, chains, voices, cited))
        found |= dict.fromkeys(tellings, here)
    return found


def counted_of_ledger(opened: Ledger, incidents: Iterable[Incident]) -> dict[Telling, CountedIn]:
    """The same from a ledger."""
    from kroniek.parties.load import load_parties
    from kroniek.provenance.load import load_roles
    from kroniek.provenance.voices import voices_of

    every = tuple(incidents)
    names = sorted({one.id for incident in every for one in incident.documents})
    stored = {name: document.document for name in names if (document := opened.document(name)) is not None}
    claims = {Telling(name, claim.id): claim for name in stored for claim in opened.claims_of_document(name)}
    chains = {chain.telling: chain for name in stored for chain in opened.chains_of_document(name)}
    citations: dict[str, list[Citation]] = {}
    for citation in opened.citations_of(names):
        citations.setdefault(citation.publication, []).append(citation)
    return counted_in(every, claims, stored, chains, voices_of(load_roles(), load_parties()), citations)


def pairs_in_words(tellings: Sequence[Telling], counted: Mapping[Telling, CountedIn]) -> Iterator[str]:
    """For claims that were asked for together, in a sentence whether those of one incident are one source, and why."""
    for first, second in islice(combinations(tellings, 2), _MOST_PAIRS):
        here = counted.get(first)
        if here is not None and here is counted.get(second):
            yield f"[{first.claim}] and [{second.claim}]: {here.counted.why_together(first, second)}"
