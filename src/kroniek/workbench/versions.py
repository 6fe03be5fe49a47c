"""Who says what of one incident: rival versions side by side, what is denied and conceded included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kroniek.incidents.versions import side_by_side
from kroniek.model.claim import Claim
from kroniek.model.incident import Origin
from kroniek.provenance.names import name_key
from kroniek.workbench import words
from kroniek.workbench.evidence import Card

_MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One figure of one speaker. `number` is that of its claim on the incident's page; None for a denial, which stands in no incident.

    `speaker` is the origin under which the incident counts who says it, else the first party in the claim's own words; `told_by` is the
    one whose text it is, "" where that is the speaker.
    """

    speaker: str
    told_by: str
    figure: str
    counts: str
    stance: str
    number: int | None
    claim: str
    address: str


def versions(cards: Sequence[Card], denied: Sequence[Claim], origins: Sequence[Origin] = ()) -> tuple[Version, ...]:
    """The rows of the table: by kind of harm, then by speaker, then as they stand on the page; denials last within a harm. At most 200.

    One origin has one name, however the reports call it: `origins` are those of the incident.
    """
    numbers = {(card.claim.document, card.claim.id): card.number for card in cards}

    def speaker(claim: Claim) -> str:
        return _speaker(claim, origins, counted=(claim.document, claim.id) in numbers)

    ordered = side_by_side([card.claim for card in cards], denied, speaker)
    return tuple(_version(claim, numbers.get((claim.document, claim.id)), speaker(claim)) for claim in ordered[:_MOST])


def _version(claim: Claim, number: int | None, speaker: str) -> Version:
    own = words.own_voice(claim)
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


def _speaker(claim: Claim, origins: Sequence[Origin], *, counted: bool) -> str:
    """The origin that the speaker is: the one of that name, else the only one on which the report rests. What stands in no incident (a
    denial) is of nobody whom the incident counts, unless by name."""
    if not claim.said_by:
        return words.own_voice(claim)
    last = claim.said_by[-1]
    name = last.name or last.text
    alike = next((one.name for one in origins if name_key(one.name) in (name_key(name), name_key(last.text))), None)
    if alike is not None:
        return alike
    resting = [one.name for one in origins if claim.document in one.documents]
    return resting[0] if counted and len(resting) == 1 else name
