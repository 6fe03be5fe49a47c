"""Which of the places in a report is the place of its main event."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.incidents.evidence import Reading
from kroniek.incidents.places import exactness
from kroniek.model.claim import Claim, PlaceMention

_OPENING = 600


def main_place(reading: Reading, claims: Sequence[Claim]) -> PlaceMention | None:
    """The most exact place in the opening of the text; else of the claims; else the first in the text."""
    opening = [place for place in reading.places if place.start is not None and place.start < _OPENING]
    told = [claim.place for claim in claims if claim.place is not None]
    for places in (opening, told, list(reading.places)):
        if places:
            return min(places, key=exactness)
    return None
