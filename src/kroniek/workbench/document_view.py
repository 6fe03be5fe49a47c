"""What a document's page shows: the whole text in its blocks, every claim marked, and the claims beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kroniek.ledger.views import StoredDocument
from kroniek.model.claim import Claim
from kroniek.model.incident import Incident
from kroniek.model.report import Block
from kroniek.model.span import Span
from kroniek.workbench.evidence import PART, Card, brief
from kroniek.workbench.marking import Mark, Segment, segments


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the text in one voice; `block` is None for what stands between blocks."""

    block: Block | None
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """All that the page of one document shows. `part` of `parts`, both from 1; `cards` are the claims of this part."""

    document: StoredDocument
    stretches: tuple[Stretch, ...]
    cards: tuple[Card, ...]
    part: int
    parts: int
    claims: int
    incidents: tuple[Incident, ...]
    incidents_of: Mapping[str, tuple[Incident, ...]]


def document_view(document: StoredDocument, claims: Iterable[Claim], incidents: Iterable[Incident], part: int) -> DocumentView:
    """The page of a document; a part that does not exist becomes the last."""
    text, known, found = document.text, tuple(claims), tuple(incidents)
    parts = max(1, -(-len(text) // PART))
    part = max(1, min(part, parts))
    window = Span((part - 1) * PART, min(len(text), part * PART))
    here = [claim for claim in known if claim.version == document.version and window.start <= _place(claim) < max(window.end, 1)]
    marks = [mark for mark in _marks(known, document.version) if mark.start <= window.end and mark.end >= window.start]
    return DocumentView(
        document=document,
        stretches=tuple(_stretches(text, document.blocks, marks, window)),
        cards=tuple(brief(number, claim) for number, claim in enumerate(here, 1)),
        part=part,
        parts=parts,
        claims=len(known),
        incidents=found,
        incidents_of=_incidents_of(found),
    )


def _place(claim: Claim) -> int:
    return claim.figure.start if claim.figure else claim.evidence.start


def _marks(claims: Iterable[Claim], version: str) -> list[Mark]:
    """Evidence and figure only: on a whole page more would hide the text. `mention` is where a link to the claim leads.

    A sentence is marked once however many figures it holds: a table without full stops may hold thousands.
    """
    marks: list[Mark] = []
    sentences: set[Span] = set()
    for claim in claims:
        if claim.version != version:
            continue
        if claim.evidence.span not in sentences:
            sentences.add(claim.evidence.span)
            marks.append(Mark(claim.evidence.start, claim.evidence.end, "evidence", claim.id))
        marks.append(Mark(_place(claim), _place(claim), "mention", claim.id))
        if claim.figure is not None:
            marks.append(Mark(claim.figure.start, claim.figure.end, "figure", claim.id))
    return marks


def _stretches(text: str, blocks: Iterable[Block], marks: list[Mark], window: Span) -> Iterable[Stretch]:
    at = window.start
    for block in sorted(blocks, key=lambda block: (block.start, block.end)):
        start, end = max(block.start, at), min(block.end, window.end)
        if start >= end:
            continue
        yield from _stretch(None, text, marks, Span(at, start))
        yield from _stretch(block, text, marks, Span(start, end))
        at = end
    yield from _stretch(None, text, marks, Span(at, max(at, window.end)))


def _stretch(block: Block | None, text: str, marks: list[Mark], span: Span) -> Iterable[Stretch]:
    """The stretch without the empty lines around it; nothing where it is blank."""
    words = span.of(text)
    if words.strip():
        start = span.start + len(words) - len(words.lstrip())
        yield Stretch(block, segments(text, marks, Span(start, start + len(words.strip()))))


def _incidents_of(incidents: Iterable[Incident]) -> dict[str, tuple[Incident, ...]]:
    found: dict[str, tuple[Incident, ...]] = {}
    for incident in incidents:
        for claim in incident.claims:
            found[claim] = (*found.get(claim, ()), incident)
    return found
