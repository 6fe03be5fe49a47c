"""What the checks look at: each publication's sentences with their claims, and which publications tell one story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kroniek.checks.amounts import nominal
from kroniek.model.claim import Claim, Stance
from kroniek.model.interval import Number
from kroniek.model.provenance import Chain, Publication, Telling
from kroniek.model.report import Voice
from kroniek.parties.index import Parties
from kroniek.provenance.sources import key_by
from kroniek.provenance.trace import Provenance
from kroniek.reading.result import Reading

_UNSAID = (Stance.DENIED, Stance.QUESTIONED)
# a number shared by two publications that only name each other ties their stories from here on
_TELLING = 100
_MOST_OF_ONE_NAME = 50


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence that holds figures: where it stands, its words, its language, and its claims in their order."""

    start: int
    end: int
    text: str
    language: str
    claims: tuple[Claim, ...]

    def before(self, claim: Claim) -> str:
        """The words of the sentence before the claim's figure."""
        return self.text[: max(0, start_of(claim) - self.start)]

    def after(self, claim: Claim) -> str:
        """The words of the sentence behind the claim's figure."""
        return self.text[max(0, end_of(claim) - self.start) :]

    def between(self, first: Claim, second: Claim) -> str:
        """The words between two figures."""
        return self.text[max(0, end_of(first) - self.start) : max(0, start_of(second) - self.start)]


@dataclass(frozen=True, slots=True)
class Told:
    """A publication with what it tells; headlines apart, since they only repeat it."""

    publication: Publication
    sentences: tuple[Sentence, ...]

    @property
    def claims(self) -> Iterator[Claim]:
        """All its claims, in the order of the text."""
        for sentence in self.sentences:
            yield from sentence.claims


def start_of(claim: Claim) -> int:
    """Where the figure begins, or the sentence where none is written."""
    return (claim.figure or claim.evidence).start


def end_of(claim: Claim) -> int:
    """Where the figure ends, or where the sentence begins where none is written."""
    return claim.figure.end if claim.figure else claim.evidence.start


def is_said(claim: Claim) -> bool:
    """Whether somebody says so: neither denied nor questioned."""
    return claim.stance not in _UNSAID


class Material:
    """All publications of a set of reports, their stories and chains."""

    def __init__(self, readings: Sequence[Reading], provenance: Provenance, parties: Parties | None = None) -> None:
        """`provenance` is that of the readings; `parties` tell which names are one outlet's. The order of the readings changes nothing."""
        self._provenance = provenance
        self._key = key_by(parties)
        self.claims: dict[Telling, Claim] = {
            Telling(claim.document, claim.id): claim
            for reading in sorted(readings, key=lambda one: one.document.id)
            for claim in reading.claims
        }
        gathered: dict[str, list[Claim]] = {}
        for telling, claim in self.claims.items():
            gathered.setdefault(provenance.publication_of[telling], []).append(claim)
        self.told: dict[str, Told] = {
            id: Told(provenance.publications[id], _sentences(claims)) for id, claims in sorted(gathered.items())
        }

    def chain(self, claim: Claim) -> Chain:
        """The claim's way back to its origin."""
        return self._provenance.chains[Telling(claim.document, claim.id)]

    def publication(self, claim: Claim) -> Publication:
        """The publication that tells it."""
        return self._provenance.publications[self._provenance.publication_of[Telling(claim.document, claim.id)]]

    def story_of(self, publication: str) -> tuple[str, ...]:
        """The other publications that tell the same story, by id: those that it hosts, cites, copies or has claims from, and so on from
        them. One that is only named must share a number as well."""
        return tuple(other for other in self._stories.get(publication, ()) if other != publication)

    @cached_property
    def _stories(self) -> Mapping[str, tuple[str, ...]]:
        root = {id: id for id in self._provenance.publications}

        def find(id: str) -> str:
            while root[id] != id:
                root[id] = root[root[id]]
                id = root[id]
            return id

        for one, other in self._ties():
            first, second = sorted((find(one), find(other)))
            root[second] = first
        members: dict[str, list[str]] = {}
        for id in sorted(root):
            members.setdefault(find(id), []).append(id)
        return {id: tuple(found) for found in members.values() for id in found}

    def _ties(self) -> Iterator[tuple[str, str]]:
        publications = self._provenance.publications
        for telling, chain in self._provenance.chains.items():
            for step in chain.steps:
                if step.publication is not None:
                    yield self._provenance.publication_of[telling], step.publication
        telling_of: dict[tuple[str, Number], list[str]] = {}
        for one in publications.values():
            if one.host is not None:
                yield one.id, one.host
            for name in dict.fromkeys(self._key(name, None) for name in (one.publisher, one.author) if name):
                for number in self._numbers(one.id):
                    telling_of.setdefault((name, number), []).append(one.id)
        for id, citations in self._provenance.citations.items():
            for citation in citations:
                if citation.cited is not None:
                    yield id, citation.cited
                    continue
                name = self._key(citation.name, citation.party)
                for number in self._numbers(id):
                    for other in telling_of.get((name, number), ())[:_MOST_OF_ONE_NAME]:
                        yield id, other

    def _numbers(self, publication: str) -> list[Number]:
        """The numbers of a publication that are so large that two texts hardly share them by chance, smallest first."""
        told = self.told.get(publication)
        found = (nominal(claim) for claim in told.claims) if told is not None else iter(())
        return sorted({number for number in found if number is not None and number >= _TELLING})


def _sentences(claims: Sequence[Claim]) -> tuple[Sentence, ...]:
    held: dict[tuple[int, int], list[Claim]] = {}
    for claim in claims:
        if claim.block.voice is not Voice.HEADLINE:
            held.setdefault((claim.evidence.start, claim.evidence.end), []).append(claim)
    return tuple(
        Sentence(start, end, found[0].evidence.text, found[0].block.language, tuple(sorted(found, key=lambda one: (start_of(one), one.id))))
        for (start, end), found in sorted(held.items())
    )
