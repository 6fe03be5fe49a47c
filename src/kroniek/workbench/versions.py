"""Who says what of one incident: rival versions side by side, what is denied and conceded included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kroniek.incidents.versions import side_by_side
from kroniek.model.claim import Claim
from kroniek.workbench import words
from kroniek.workbench.evidence import Card

_MOST = 200


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


def versions(cards: Sequence[Card], denied: Sequence[Claim]) -> tuple[Version, ...]:
    """The rows of the table: by kind of harm, then by speaker, then as they stand on the page; denials last within a harm. At most 200."""
    numbers = {(card.claim.document, card.claim.id): card.number for card in cards}
    ordered = side_by_side([card.claim for card in cards], denied, _speaker)
    return tuple(_version(claim, numbers.get((claim.document, claim.id))) for claim in ordered[:_MOST])


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
