"""A claim beside its evidence: the sentence in its surroundings, the figure marked, and who said it, back to the origin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kroniek.ledger.views import StoredDocument
from kroniek.model.claim import Claim, Mention
from kroniek.model.span import Span
from kroniek.workbench import words
from kroniek.workbench.marking import Mark, Segment, segments, surroundings

PART = 150_000
"""Code points of a text on one page: a browser lays out more only slowly."""
_LONGEST_SHOWN = 3_000
"""Code points of evidence shown beside a claim; the rest is on the document's page."""
_ROLES = frozenset({"speaker", "time", "place", "actor"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One step of the chain of attribution: what to call the speaker, the words in the text, the role."""

    name: str
    written: str | None
    role: str
    inferred: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One claim as the incident's page shows it. `number` is its place on the page, `sets` the bounds that it sets."""

    number: int
    claim: Claim
    document: StoredDocument | None
    segments: tuple[Segment, ...]
    chain: tuple[Link, ...]
    sets: tuple[str, ...]
    details: tuple[tuple[str, str], ...]
    address: str

    @property
    def says(self) -> str:
        """The quantity as written."""
        return words.quantity(self.claim.quantity)

    @property
    def counts(self) -> str:
        """What the figure counts."""
        return words.what(self.claim)

    @property
    def sentence(self) -> tuple[Segment, ...]:
        """The evidence alone, marked."""
        return segments(self.claim.evidence.text, _moved(self.claim))

    @property
    def elsewhere(self) -> tuple[tuple[str, str], ...]:
        """Words that the claim rests on but that stand outside the stretch shown: (role, words)."""
        if not self.segments:
            return ()
        start, end = self.segments[0].start, self.segments[-1].end
        return tuple((span.role, span.text) for span in self.claim.context if span.end <= start or span.start >= end)


def marks_of(claim: Claim) -> list[Mark]:
    """All words to mark for a claim: evidence, figure, speakers, time, place, actor, hedges, names."""
    marks = [Mark(claim.evidence.start, claim.evidence.end, "evidence", claim.id)]
    if claim.figure is not None:
        marks.append(Mark(claim.figure.start, claim.figure.end, "figure", claim.id))
    for speaker in claim.said_by:
        marks += _mention(speaker, "speaker", claim.id)
    marks += [Mark(span.start, span.end, span.role if span.role in _ROLES else "context", claim.id) for span in claim.context]
    for mention, role in ((claim.place, "place"), (claim.time, "time"), (claim.actor, "actor")):
        if mention is not None:
            marks += _mention(mention, role, claim.id)
    marks += [Mark(hedge.start, hedge.end, "hedge", claim.id) for hedge in claim.hedges]
    marks += [Mark(person.start, person.end, "victim", claim.id) for person in claim.people]
    return list(dict.fromkeys(marks))


def _mention(mention: Mention, role: str, key: str) -> list[Mark]:
    if mention.start is None or mention.end is None or mention.inferred:
        return []
    return [Mark(mention.start, mention.end, role, key)]


def cards(claims: Iterable[Claim], documents: Mapping[str, StoredDocument], sets: Mapping[str, tuple[str, ...]]) -> tuple[Card, ...]:
    """The claims as cards: first those that set a bound, in the order of `sets`, then the others in the order given."""
    places = {identity: place for place, identity in enumerate(sets)}
    ordered = sorted(claims, key=lambda claim: places.get(claim.id, len(places)))
    return tuple(card(number, claim, documents.get(claim.document), sets.get(claim.id, ())) for number, claim in enumerate(ordered, 1))


def card(number: int, claim: Claim, document: StoredDocument | None, sets: tuple[str, ...] = ()) -> Card:
    """One claim beside its evidence in `document`, or its own words alone where that version is not at hand."""
    return Card(
        number=number,
        claim=claim,
        document=document,
        segments=shown(claim, document),
        chain=tuple(link(speaker) for speaker in claim.said_by),
        sets=sets,
        details=details(claim),
        address=mention_address(claim),
    )


def brief(number: int, claim: Claim) -> Card:
    """One claim for the list beside a text that is shown whole: without a text of its own."""
    return Card(
        number=number,
        claim=claim,
        document=None,
        segments=(),
        chain=tuple(link(speaker) for speaker in claim.said_by),
        sets=(),
        details=details(claim),
        address=mention_address(claim),
    )


def link(speaker: Mention) -> Link:
    """A speaker as one step of the chain."""
    name = words.party(speaker)
    return Link(
        name=name,
        written=speaker.text if speaker.text != name else None,
        role=words.plain(getattr(speaker, "role", "other")),
        inferred=speaker.inferred,
    )


def shown(claim: Claim, document: StoredDocument | None) -> tuple[Segment, ...]:
    """The evidence with the sentence before and after it, within the block, marked."""
    evidence = claim.evidence.span
    if document is None or claim.version != document.version or claim.evidence.text != evidence.of(document.text):
        return segments(claim.evidence.text, _moved(claim))
    window = surroundings(document.text, evidence)
    if claim.block.start <= evidence.start and evidence.end <= claim.block.end:
        window = Span(max(window.start, claim.block.start), min(window.end, claim.block.end))
    if window.end - window.start > _LONGEST_SHOWN:
        core = claim.figure.span if claim.figure else Span(evidence.start, evidence.start)
        window = Span(max(evidence.start, core.start - _LONGEST_SHOWN // 2), min(evidence.end, core.end + _LONGEST_SHOWN // 2))
    return segments(document.text, marks_of(claim), window)


def _moved(claim: Claim) -> list[Mark]:
    """The marks of a claim, in offsets of its evidence alone."""
    shift, length = claim.evidence.start, len(claim.evidence.text)
    moved = [Mark(mark.start - shift, mark.end - shift, mark.role, mark.key) for mark in marks_of(claim)]
    return [mark for mark in moved if mark.start >= 0 and mark.end <= length]


def details(claim: Claim) -> tuple[tuple[str, str], ...]:
    """What else is known of the claim, as pairs of a label and words; what is unknown is left out."""
    pairs: list[tuple[str, str | None]] = [
        ("Where", words.place(claim.place) if claim.place else None),
        ("When", _when(claim)),
        ("Done by", _party_words(claim.actor)),
        ("Done to", _party_words(claim.target)),
        ("Means", words.plain(claim.method) if claim.method else None),
        ("Effect", words.plain(claim.effect) if claim.effect else None),
        ("Hit or used", claim.object.text if claim.object else None),
        ("Affiliation", claim.victims.affiliation if claim.victims else None),
        ("Flow", words.plain(claim.flow) if claim.flow else None),
        ("Parties", "; ".join(f"{words.plain(part.role)}: {words.party(part)}" for part in claim.parties) or None),
        ("Compared to", claim.compared_to.text if claim.compared_to else None),
        ("Scope", words.plain(claim.scope) if claim.scope != "incident" else None),
    ]
    return tuple((label, value) for label, value in pairs if value)


def _when(claim: Claim) -> str | None:
    if claim.time is None:
        return None
    said = words.days(claim.time.start_day, claim.time.end_day, claim.time.precision, claim.time.part_of_day, claim.time.minute)
    return f"{said} (inferred)" if claim.time.inferred else said


def _party_words(mention: Mention | None) -> str | None:
    if mention is None:
        return None
    said = words.party(mention)
    return f"{said} (inferred)" if mention.inferred else said


def mention_address(claim: Claim) -> str:
    """The document's page, at this claim's mention, on the part of the text that holds it."""
    start = claim.figure.start if claim.figure else claim.evidence.start
    return words.document_address(claim.document, claim=claim.id, part=start // PART + 1)
