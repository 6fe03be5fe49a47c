"""Who says what of one incident: rival versions side by side, what is denied and conceded included."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kroniek.model.claim import Claim, Harm, Scope, Stance
from kroniek.workbench import words
from kroniek.workbench.evidence import Card

_MOST = 200
_HARMS = {harm: place for place, harm in enumerate(Harm)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One figure of one speaker. `number` is that of its claim on the incident's page; None for a denial, which stands in no incident.

    `speaker` is the first party in the claim's own words, `told_by` the one whose text it is, "" where that is the speaker.
    """

    speaker: str
    told_by: str
    figure: str
    counts: str
    stance: str
    number: int | None
    claim: str
    address: str


def denials(claims: Iterable[Claim], held: Sequence[str]) -> tuple[Claim, ...]:
    """The denials of harm among the claims of an incident's own reports; `held` are the ids of the claims of the incident."""
    known = frozenset(held)
    return tuple(
        claim
        for claim in claims
        if claim.stance is Stance.DENIED and claim.harm is not None and claim.scope is Scope.INCIDENT and claim.id not in known
    )


def versions(cards: Sequence[Card], denied: Sequence[Claim]) -> tuple[Version, ...]:
    """The rows of the table: by kind of harm, then by speaker, then as they stand on the page; denials last within a harm. At most 200."""
    told = [(card.claim, card.number) for card in cards if card.claim.harm is not None]
    every: list[tuple[Claim, int | None]] = [*told, *((claim, None) for claim in denied)]
    ordered = sorted(every, key=lambda pair: (_harm(pair[0]), pair[1] is None, _speaker(pair[0]).casefold(), pair[1] or 0, pair[0].id))
    return tuple(_version(claim, number) for claim, number in ordered[:_MOST])


def _harm(claim: Claim) -> int:
    return _HARMS[claim.harm] if claim.harm is not None else len(_HARMS)


def _version(claim: Claim, number: int | None) -> Version:
    own = words.own_voice(claim)
    speaker = _speaker(claim)
    return Version(
        speaker=speaker,
        told_by="" if speaker == own else own,
        figure=words.quantity(claim.quantity),
        counts=words.what(claim),
        stance=claim.stance.value,
        number=number,
        claim=claim.id,
        address=words.claim_address(claim.id),
    )


def _speaker(claim: Claim) -> str:
    if not claim.said_by:
        return words.own_voice(claim)
    last = claim.said_by[-1]
    return last.name or last.text
