"""From every claim back to the first party who could know, over as many reports as the ledger holds of the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kroniek.model.claim import Claim, SpeakerMention
from kroniek.model.provenance import Chain, Citation, Passing, Publication, Step, Telling
from kroniek.model.report import Voice
from kroniek.provenance.edges import ReuseEdge, ReuseKind, SharedSpan
from kroniek.provenance.figure_index import FigureIndex
from kroniek.provenance.names import without_stray_quotes
from kroniek.provenance.publications import Publications
from kroniek.provenance.same_claim import LEAST, is_telling, sameness
from kroniek.provenance.sources import KeyOf, Sources
from kroniek.provenance.speakers import in_full

_MOST_STEPS = 12
_MOST_KNOWN = 200
_MOST_IN_COPY = 500
_MOST_COPIED = 12
_KINDS = (ReuseKind.EXACT, ReuseKind.NEAR, ReuseKind.PASSAGE, ReuseKind.TRANSLATED)
# the scopes of the index of figures
_IN_REPORT, _IN_PUBLICATION, _BY_SOURCE, _NAMING = "report", "publication", "source", "naming"
_Found = tuple[Passing, Claim, str]


class Tellers:
    """All claims by publication, and the ways by which they can have come from one to the next."""

    def __init__(
        self, claims: Mapping[str, Sequence[Claim]], publications: Mapping[str, Publications], sources: Sources, reuse: Iterable[ReuseEdge],
        key: KeyOf,
    ) -> None:  # fmt: skip
        """`claims` and `publications` are by report id; `reuse` says which reports share words."""
        self._key = key
        self._sources = sources
        self._publications = {one.id: one for found in publications.values() for one in found.found}
        self._at: dict[Telling, Publication] = {}
        self._told = FigureIndex()
        self._known: dict[str, dict[tuple[str | None, str], SpeakerMention]] = {}
        self._guests: dict[str, list[Publication]] = {}
        for document in sorted(claims):
            own = publications[document]
            for claim in claims[document]:
                self._add(claim, own.of_block.get(claim.block.id, own.found[0]))
            for one in own.found:
                if one.host is not None:
                    self._guests.setdefault(one.host, []).append(one)
        self._reuse: dict[str, list[ReuseEdge]] = {}
        for edge in sorted(reuse, key=lambda edge: (_KINDS.index(edge.kind), -edge.share, edge.pair)):
            known = self._reuse.setdefault(edge.later, [])
            if len(known) < _MOST_COPIED:
                known.append(edge)
        self._read = {document: tuple(told) for document, told in claims.items()}

    def _add(self, claim: Claim, publication: Publication) -> None:
        day = publication.published
        self._at[Telling(claim.document, claim.id)] = publication
        self._told.add(_IN_REPORT, claim.document, claim, day)
        self._told.add(_IN_PUBLICATION, publication.id, claim, day)
        for name in dict.fromkeys(self._key(name, None) for name in (publication.publisher, publication.author) if name):
            self._told.add(_BY_SOURCE, name, claim, day)
        known = self._known.setdefault(publication.id, {})
        for speaker in claim.said_by:
            self._told.add(_NAMING, self._key(speaker.name or speaker.text, speaker.id), claim, day)
            if speaker.id is not None and len(known) < _MOST_KNOWN:
                known.setdefault((speaker.id, speaker.text), speaker)

    def chain(self, claim: Claim) -> Chain:
        """The chain of one claim."""
        telling = Telling(claim.document, claim.id)
        steps = self._steps(claim, frozenset())
        host = self._publications.get(self._at[telling].host or "")
        if host is not None:
            outlet = Step(name=host.name, key=self._key(host.name, None), publication=host.id, why=f"{host.name} republishes it.")
            why = f"{host.name} republishes the {_named(self._at[telling])}."
            steps = (outlet, replace(steps[0], how=Passing.REPUBLISHED, why=why), *steps[1:])
        last = steps[-1]
        return Chain(telling=telling, steps=steps, key=last.key)

    def publication_of(self, telling: Telling) -> Publication:
        """The publication that tells a claim."""
        return self._at[telling]

    def _steps(self, claim: Claim, seen: frozenset[Telling]) -> tuple[Step, ...]:
        telling = Telling(claim.document, claim.id)
        publication = self._at[telling]
        own = Step(
            name=publication.name, key=self._key(publication.name, None), publication=publication.id, telling=telling, words=claim.evidence,
            why=f"{publication.name} tells it.",
        )  # fmt: skip
        if len(seen) >= _MOST_STEPS:
            return (own,)
        return (own, *self._before(claim, publication, seen | {telling}))

    def _before(self, claim: Claim, publication: Publication, seen: frozenset[Telling]) -> tuple[Step, ...]:
        if claim.said_by:
            return self._said(claim, publication, seen)
        within = self._in_own_text(claim, publication, seen)
        if within is not None:
            how, other, why = within
            rest = self._steps(other, seen)
            return (replace(rest[1], why=f"{why} {rest[1].why}"), *rest[2:]) if len(rest) > 1 else ()
        found = self._copied(claim, publication, seen) or self._hosted(claim, publication, seen) or self._cited(claim, publication, seen)
        if found is None:
            return ()
        how, other, why = found
        rest = self._steps(other, seen)
        return (replace(rest[0], how=how, why=why), *rest[1:])

    def _said(self, claim: Claim, publication: Publication, seen: frozenset[Telling]) -> tuple[Step, ...]:
        """The speakers in turn; where one of them published it and the ledger holds that, the way goes on from there."""
        known = tuple(self._known[publication.id].values())
        steps: list[Step] = []
        for number, mention in enumerate(claim.said_by):
            speaker = in_full(mention, known)
            step = self._spoken(speaker, mention, steps[-1].name if steps else publication.name)
            own = self._published_by(speaker, claim, publication, seen)
            if own is None:
                steps.append(step)
                continue
            rest = self._steps(own, seen)
            told = replace(rest[0], how=Passing.SAID, party=speaker.id, why=f"{step.why} It stands in {rest[0].publication}.")
            if len(rest) > 1 or number == len(claim.said_by) - 1:
                return (*steps, told, *rest[1:])
            steps.append(told)
        return tuple(steps)

    def _spoken(self, speaker: SpeakerMention, mention: SpeakerMention, teller: str) -> Step:
        name = without_stray_quotes(speaker.name or speaker.text)
        words = f" (“{mention.text}”)" if mention.text != name else ""
        why = f"{teller} names {name} for it{words}."
        return Step(name=name, key=self._key(name, speaker.id), how=Passing.SAID, party=speaker.id, why=why)

    def _published_by(self, speaker: SpeakerMention, claim: Claim, publication: Publication, seen: frozenset[Telling]) -> Claim | None:
        return self._from_source(self._key(speaker.name or speaker.text, speaker.id), claim, publication, seen)

    def _from_source(self, key: str, claim: Claim, publication: Publication, seen: frozenset[Telling]) -> Claim | None:
        """The same claim in what a source had put out until then, other than in this very publication."""
        others = self._told.like(_BY_SOURCE, key, claim, publication.published)
        return _best_of(claim, [other for other in others if self._publication(other).id != publication.id], seen)

    def _publication(self, claim: Claim) -> Publication:
        return self._at[Telling(claim.document, claim.id)]

    def _in_own_text(self, claim: Claim, publication: Publication, seen: frozenset[Telling]) -> _Found | None:
        """The same figure elsewhere in the same text, with somebody named for it."""
        others = self._told.like(_IN_PUBLICATION, publication.id, claim)
        is_headline = claim.block.voice is Voice.HEADLINE
        best = _best_of(
            claim, [other for other in others if other.block.voice is not Voice.HEADLINE and (other.said_by or is_headline)], seen
        )
        if best is None or not (is_headline or is_telling(claim)):
            return None
        if is_headline:
            return Passing.HEADLINE, best, "The headline tells what the text under it tells."
        return Passing.SAID, best, "The same text names a source for the figure elsewhere."

    def _copied(self, claim: Claim, publication: Publication, seen: frozenset[Telling]) -> _Found | None:
        """The claim of an earlier report whose words this one has, or which it tells in another language; its number may have changed."""
        for edge in self._reuse.get(publication.document, ()):
            spans = [span for span in edge.spans if span.later.overlaps(claim.evidence.span)]
            if not spans:
                continue
            alike = self._told.like(_IN_REPORT, edge.earlier, claim)
            best = _best_of(claim, alike, seen) or self._changed(claim, spans, self._read.get(edge.earlier, ())[:_MOST_IN_COPY], seen)
            if best is not None:
                earlier = self._at[Telling(best.document, best.id)]
                if edge.kind is ReuseKind.TRANSLATED:
                    return Passing.TRANSLATED, best, f"The same is told in another language in the earlier {_named(earlier)}."
                return Passing.COPIED, best, f"The same words stand in the earlier {_named(earlier)} ({edge.detail})."
        return None

    def _changed(self, claim: Claim, spans: Sequence[SharedSpan], others: Sequence[Claim], seen: frozenset[Telling]) -> Claim | None:
        """The claim that stands in the same copied words with another number: the only one of its kind whose number is told no more."""
        told = {one.quantity for one in self._read[claim.document]}
        there = [
            other
            for other in others
            if Telling(other.document, other.id) not in seen
            and any(span.earlier.overlaps(other.evidence.span) for span in spans)
            and (other.kind, other.harm, other.quantity.unit) == (claim.kind, claim.harm, claim.quantity.unit)
            and (other.part_of is None) == (claim.part_of is None)
            and other.quantity not in told
        ]
        return there[0] if len(there) == 1 else None

    def _hosted(self, claim: Claim, publication: Publication, seen: frozenset[Telling]) -> _Found | None:
        guests = self._guests.get(publication.id, ())
        best = _best_of(claim, [other for one in guests for other in self._told.like(_IN_PUBLICATION, one.id, claim)], seen)
        if best is None:
            return None
        return Passing.REPUBLISHED, best, f"{publication.name} republishes the {_named(self._publication(best))}, which tells it."

    def _cited(self, claim: Claim, publication: Publication, seen: frozenset[Telling]) -> _Found | None:
        for citation in self._sources.citations.get(publication.id, ()):
            best = self._in_cited(citation, claim, publication, seen) or self._laid_to(citation, claim, publication, seen)
            if best is not None:
                verb = "links to" if citation.how is Passing.LINKED else "names"
                return citation.how, best, f"{publication.name} {verb} the {_named(self._publication(best))}, which tells it."
        return None

    def _in_cited(self, citation: Citation, claim: Claim, publication: Publication, seen: frozenset[Telling]) -> Claim | None:
        """The same claim in the publication cited, where that is known, else in what the source cited had put out until then."""
        if citation.cited is None:
            return self._from_source(self._key(citation.name, citation.party), claim, publication, seen)
        until = None if self._publications[citation.cited].host == publication.id else publication.published
        return _best_of(claim, self._told.like(_IN_PUBLICATION, citation.cited, claim, until), seen)

    def _laid_to(self, citation: Citation, claim: Claim, publication: Publication, seen: frozenset[Telling]) -> Claim | None:
        """The same claim in an earlier publication that names the source cited here: the source's own words are not in the ledger."""
        if not is_telling(claim):
            return None
        others = self._told.like(_NAMING, self._key(citation.name, citation.party), claim, publication.published)
        return _best_of(claim, [other for other in others if self._publication(other).id != publication.id], seen)


def _best_of(claim: Claim, others: Sequence[Claim], seen: frozenset[Telling]) -> Claim | None:
    best: tuple[float, Claim] | None = None
    for other in others:
        if Telling(other.document, other.id) in seen:
            continue
        same = sameness(claim, other)
        if same is not None and same.score >= LEAST and (best is None or same.score > best[0]):
            best = (same.score, other)
    return None if best is None else best[1]


def _named(publication: Publication) -> str:
    day = f" of {publication.published.isoformat()}" if publication.published else ""
    return f"text of {publication.name}{day}"
