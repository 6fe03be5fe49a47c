"""What an incident's page and its row in the list show, worked out from the incident and its claims."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields

from kroniek.ledger.views import StoredDocument
from kroniek.model.claim import Claim
from kroniek.model.finding import Severity
from kroniek.model.incident import CodedRange, HarmRanges, Incident
from kroniek.workbench import words
from kroniek.workbench.evidence import Card, cards
from kroniek.workbench.people_view import PeopleView
from kroniek.workbench.versions import Version, versions

HARMS = ("killed", "injured", "missing", "detained", "displaced")
GROUPS = tuple(one.name for one in fields(HarmRanges))
_ALWAYS = ("civilian", "total")
_PLURALS = {
    "civilian": "civilians",
    "combatant": "combatants",
    "undetermined": "status undetermined",
    "child": "children",
    "woman": "women",
    "man": "men",
    "medical": "medical workers",
    "journalist": "journalists",
    "aid_worker": "aid workers",
    "total": "all together",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One range in the table: its words, whether anything is said at all, and the numbers of the claims and the rules behind it."""

    said: str
    stated: bool
    low_claims: tuple[tuple[int, str], ...] = ()
    high_claims: tuple[tuple[int, str], ...] = ()
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RangeRow:
    """One group of people, with a cell for each harm that the table has."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence; `number` and `claim` where it names a claim of this page."""

    text: str
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Dispute:
    """Claims that disagree about one thing, each once, and which of them disagree with which (numbers on the page)."""

    about: str
    cards: tuple[Card, ...]
    pairs: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentView:
    """All that the page of one incident shows."""

    incident: Incident
    cards: tuple[Card, ...]
    harms: tuple[str, ...]
    rows: tuple[RangeRow, ...]
    why: tuple[tuple[Piece, ...], ...]
    would_change: tuple[tuple[Piece, ...], ...]
    findings: tuple[tuple[Severity, tuple[Piece, ...]], ...]
    conflicts: tuple[Dispute, ...]
    documents: Mapping[str, StoredDocument]
    hinges: tuple[tuple[Piece, ...], ...] = ()
    entry: tuple[tuple[Piece, ...], ...] = ()
    versions: tuple[Version, ...] = ()
    people: PeopleView = field(default_factory=PeopleView)


def incident_view(
    incident: Incident,
    claims: Iterable[Claim],
    documents: Mapping[str, StoredDocument],
    denied: Sequence[Claim] = (),
    people: PeopleView | None = None,
) -> IncidentView:
    """The page of an incident. `claims` are those of the incident that the ledger holds, `documents` by id, `denied` the denials of harm
    in its reports, `people` what is to be decided on its named victims."""
    made = cards(claims, documents, bounds_set(incident))
    by_id: dict[str, Card] = {}
    for card in made:
        by_id.setdefault(card.claim.id, card)
    numbers = {identity: card.number for identity, card in by_id.items()}
    harms = tuple(harm for harm in HARMS if harm in HARMS[:2] or _stated(getattr(incident, harm)))
    return IncidentView(
        incident=incident,
        cards=made,
        harms=harms,
        rows=_rows(incident, harms, numbers),
        why=tuple(pieces(sentence, numbers) for sentence in incident.grade.why),
        would_change=tuple(pieces(sentence, numbers) for sentence in incident.grade.would_change),
        findings=tuple((finding.severity, pieces(finding.text, numbers)) for finding in incident.checks),
        conflicts=_disputes(incident, by_id),
        documents=documents,
        hinges=tuple(pieces(hinge.text, numbers) for hinge in incident.hinges),
        entry=tuple(pieces(sentence, numbers) for sentence in incident.entry.why),
        versions=versions(made, denied, incident.origins),
        people=people or PeopleView(),
    )


def _disputes(incident: Incident, by_id: Mapping[str, Card]) -> tuple[Dispute, ...]:
    """The conflicts by what they are about: of three rival figures each is shown once, not in three pairs."""
    pairs: dict[str, list[tuple[Card, Card]]] = {}
    for conflict in incident.conflicts:
        one, two = (by_id.get(identity) for identity in conflict.claims)
        if one is not None and two is not None:
            pairs.setdefault(conflict.about, []).append((one, two) if one.number <= two.number else (two, one))
    return tuple(
        Dispute(
            about,
            tuple(sorted({card.number: card for pair in found for card in pair}.values(), key=lambda card: card.number)),
            tuple(sorted((one.number, two.number) for one, two in found)),
        )
        for about, found in pairs.items()
    )


def _stated(ranges: HarmRanges) -> bool:
    return any(getattr(ranges, group) is not None for group in GROUPS)


def _rows(incident: Incident, harms: tuple[str, ...], numbers: Mapping[str, int]) -> tuple[RangeRow, ...]:
    rows: list[RangeRow] = []
    for group in GROUPS:
        found: list[CodedRange | None] = [getattr(getattr(incident, harm), group) for harm in harms]
        if group in _ALWAYS or any(value is not None for value in found):
            rows.append(RangeRow(words.sentence(_PLURALS[group]), tuple(_cell(value, numbers) for value in found)))
    return tuple(rows)


def _cell(value: CodedRange | None, numbers: Mapping[str, int]) -> Cell:
    if value is None:
        return Cell(words.NOT_STATED, stated=False)
    return Cell(words.coded(value), True, _numbered(value.low_claims, numbers), _numbered(value.high_claims, numbers), value.rules)


def _numbered(claims: tuple[str, ...], numbers: Mapping[str, int]) -> tuple[tuple[int, str], ...]:
    return tuple(sorted((numbers[identity], identity) for identity in dict.fromkeys(claims) if identity in numbers))


def bounds_set(incident: Incident) -> dict[str, tuple[str, ...]]:
    """For each claim that sets a bound: which ones, in words ("the minimum of civilians killed")."""
    found: dict[str, list[str]] = {}
    for harm in HARMS:
        for group in GROUPS:
            value: CodedRange | None = getattr(getattr(incident, harm), group)
            if value is None:
                continue
            for identity in dict.fromkeys((*value.low_claims, *value.high_claims)):
                ends = [end for end, setters in (("minimum", value.low_claims), ("maximum", value.high_claims)) if identity in setters]
                people = "all people" if group == "total" else _PLURALS[group]
                found.setdefault(identity, []).append(f"{' and '.join(ends)} of {people} {harm}")
    return {identity: tuple(bounds) for identity, bounds in found.items()}


def pieces(sentence: str, numbers: Mapping[str, int]) -> tuple[Piece, ...]:
    """The sentence with each id of a claim on this page replaced by its number there, to be linked."""
    if not numbers:
        return (Piece(sentence),)
    pattern = re.compile(r"\b([Cc]laim )?(" + "|".join(re.escape(identity) for identity in sorted(numbers, reverse=True)) + r")\b")
    cut: list[Piece] = []
    at = 0
    for match in pattern.finditer(sentence):
        said, identity = match.group(1) or "claim ", match.group(2)
        cut += [Piece(sentence[at : match.start()]), Piece(f"{said}{numbers[identity]}", identity)]
        at = match.end()
    cut.append(Piece(sentence[at:]))
    return tuple(piece for piece in cut if piece.text)
