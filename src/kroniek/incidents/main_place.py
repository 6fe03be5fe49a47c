"""Which of the places in a report is the place of its main event."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kroniek.incidents.places import EXACTNESS, exactness, kilometres
from kroniek.model.claim import Accuracy, Claim, PlaceMention, PlaceRole
from kroniek.reading.result import Reading
from kroniek.reading.scope import ELSEWHERE

# A place so far from every other place of the opening is taken for a namesake, as of a family's name.
_MOST_LOCAL = 300
_OUTLIER_KILOMETRES = 50.0
_DATELINE = re.compile(r"(?:,[^-–—()\n]{0,40})?[ \u00a0]?(?:\([^()\n]{1,60}\))?[ \u00a0]?[-–—]{1,2}[ \u00a0]")
_FAR = 1000  # signs: some paragraphs
_LEAST_LOCAL = EXACTNESS[Accuracy.DISTRICT]
_REGIONS = frozenset({Accuracy.PROVINCE, Accuracy.COUNTRY})


def main_place(reading: Reading, claims: Sequence[Claim]) -> PlaceMention | None:
    """The most exact place of the first sentence, else of the first paragraph, of the claims, of the text; at equal exactness the first."""
    text = reading.document.text
    known = [place for place in reading.places if place.start is not None and place.role is PlaceRole.AT and not in_dateline(text, place)]
    kept = _without_outliers([place for place in known if not place.unresolved])
    told = [
        claim.place for claim in claims
        if claim.place is not None and not in_dateline(text, claim.place) and ELSEWHERE not in claim.rules
    ]  # fmt: skip
    first_sentence = [place for place in kept if (place.start or 0) < reading.clues.first_sentence_end]
    first_paragraph = [place for place in kept if (place.start or 0) < reading.clues.first_paragraph_end]
    first = _first_of_harm(told)
    tiers = (first_sentence, first_paragraph, told, kept)
    for places in tiers:
        local = [place for place in places if exactness(place) <= _LEAST_LOCAL]
        if first is not None and first.unresolved and (places is kept or (places is told and _only_far_behind(first, local))):
            return first
        if local:
            return min(local, key=lambda place: (exactness(place), place.start if place.start is not None else 0))
    for places in (*tiers, known):
        if places:
            return min(places, key=lambda place: (exactness(place), place.start if place.start is not None else 0))
    return None


def _first_of_harm(told: Sequence[PlaceMention]) -> PlaceMention | None:
    """The first place that harm is told at and that is no region, known or not."""
    return next((place for place in told if place.unresolved or exactness(place) <= _LEAST_LOCAL), None)


def _only_far_behind(first: PlaceMention, local: Sequence[PlaceMention]) -> bool:
    """Whether all these places are told paragraphs after the first, as where a report ends with another attack."""
    begins = _start(first)
    return bool(local) and all(_start(place) > begins + _FAR for place in local)


def _start(place: PlaceMention) -> int:
    return place.start if place.start is not None else place.from_.start if place.from_ is not None else 0


def in_dateline(text: str, place: PlaceMention) -> bool:
    """Whether the place only says where a report was filed: "KYIV (Agency) - Nine people ..."."""
    if place.start is None or place.end is None:
        return False
    line = text.rfind("\n", 0, place.start) + 1
    return not text[line : place.start].strip() and _DATELINE.match(text, place.end) is not None


def _without_outliers(places: Sequence[PlaceMention]) -> list[PlaceMention]:
    local = list({(place.id, place.lat, place.lon): place for place in places if place.accuracy not in _REGIONS}.values())
    if len(local) > _MOST_LOCAL:
        return list(places)  # a text of hundreds of places has no outliers, and each would be held against each
    outliers = {(place.id, place.lat, place.lon) for place in local if _is_outlier(place, local)}
    return [place for place in places if place.accuracy in _REGIONS or (place.id, place.lat, place.lon) not in outliers]


def _is_outlier(place: PlaceMention, others: Sequence[PlaceMention]) -> bool:
    """Whether other places are named and all of them lie far away."""
    distances = [apart for other in others if other.id != place.id and (apart := kilometres(place, other)) is not None]
    return len(distances) > 0 and min(distances) > _OUTLIER_KILOMETRES and len({other.id for other in others}) > 1
