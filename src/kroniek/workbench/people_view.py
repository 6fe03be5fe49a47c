"""Named victims of an incident who may be one person: the pairs that wait for a decision, and what was decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from kroniek.errors import LedgerError
from kroniek.incidents.people import persons
from kroniek.incidents.same_people import possibly_same
from kroniek.incidents.same_people_load import load_name_rules
from kroniek.ledger.person_decisions import PeopleDecided
from kroniek.ledger.views import StoredDecision, StoredDocument
from kroniek.model.claim import Victim
from kroniek.model.ruling import NameAt
from kroniek.model.span import Span
from kroniek.workbench.marking import Mark, Segment, segments, surroundings

_LONGEST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two named victims who may be one, how alike the names are, why, and where to decide."""

    first: str
    second: str
    score: float
    detail: tuple[str, ...]
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedPair:
    """What was decided on two names, and where to decide again. `holds` is not so where a later decision took its place."""

    first: str
    second: str
    stored: StoredDecision
    holds: bool
    address: str


@dataclass(frozen=True, slots=True)
class PeopleView:
    """The pairs that nobody has decided on yet, likeliest first, and the decisions in the order that they were made."""

    pairs: tuple[Pair, ...] = ()
    decided: tuple[DecidedPair, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NameCard:
    """A name in its surroundings."""

    victim: Victim
    document: StoredDocument
    segments: tuple[Segment, ...]


def people_view(incident: str, found: PeopleDecided) -> PeopleView:
    """What the page of an incident shows: decisions count here at once, in the ranges from the next build on."""
    rows = persons(found.named, found.rulings)
    person_of = {at: number for number, person in enumerate(rows) for at in person.names}
    apart = {_pair(person_of[one.one], person_of[one.other]) for one in found.rulings if not one.same}
    by_text = {person.row.text: (number, person) for number, person in enumerate(rows)}
    pairs = []
    for pair in possibly_same([person.row for person in rows], load_name_rules()):
        (one, first), (other, second) = by_text[pair.first.text], by_text[pair.second.text]
        if _pair(one, other) not in apart:
            address = decide_person_address(incident, first.at, second.at)
            pairs.append(
                Pair(first=pair.first.text, second=pair.second.text, score=pair.score, detail=pair.detail, address=address)
            )
    return PeopleView(tuple(pairs), _decided(incident, found, person_of))


def _decided(incident: str, found: PeopleDecided, person_of: Mapping[NameAt, int]) -> tuple[DecidedPair, ...]:
    names = {one.at: one.victim.text for one in found.named}
    return tuple(
        DecidedPair(
            first=names[one.one],
            second=names[one.other],
            stored=found.stored[one.decision],
            holds=(person_of[one.one] == person_of[one.other]) is one.same,
            address=decide_person_address(incident, one.one, one.other),
        )
        for one in found.rulings
    )


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def name_card(at: NameAt, victim: Victim, document: StoredDocument) -> NameCard:
    """The name with what stands around it in the report."""
    window = surroundings(document.text, Span(at.start, at.end))
    cut = segments(document.text, [Mark(at.start, at.end, "victim", "name")], window)
    return NameCard(victim=victim, document=document, segments=cut)


def decide_person_address(incident: str, one: NameAt, other: NameAt) -> str:
    """The page on which a person decides whether two names are one victim's."""
    told = (quote(value, safe="") for value in (incident, name_text(one), name_text(other)))
    return "/decide-person?incident={}&one={}&other={}".format(*told)


def name_text(at: NameAt) -> str:
    """A place of a name as a form sends it: report, start and end."""
    return f"{quote(at.document, safe='', errors='replace')} {at.start} {at.end}"


def name_of(text: str) -> NameAt:
    """The place that `name_text` wrote. Raises LedgerError where the text is of another form."""
    document, _, offsets = text.partition(" ")
    start, _, end = offsets.partition(" ")
    if not (document and start.isascii() and start.isdigit() and end.isascii() and end.isdigit()) or len(offsets) > _LONGEST:
        raise LedgerError(f"{text[:_LONGEST]!r} is no place of a name")
    return NameAt(unquote(document), int(start), int(end))

