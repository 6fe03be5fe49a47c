"""Densities: what was fired at a place, or the strikes on it, over the area that the same text gives that place."""

from __future__ import annotations

from collections.abc import Iterator

from kroniek.checks.amounts import nominal, written
from kroniek.checks.making import finding, quoted
from kroniek.checks.material import Told, is_said
from kroniek.model.claim import Claim, Kind
from kroniek.model.finding import Finding, Outcome

KIND = "density"
_FIRED = (Kind.MUNITIONS, Kind.STRIKES)
_LEAST = 100


def densities(told: Told) -> Iterator[Finding]:
    """One finding for each place whose area is told beside a large number of munitions or strikes on it."""
    areas: dict[str, Claim] = {}
    fired: dict[tuple[str, Kind], Claim] = {}
    for claim in told.claims:
        place, number = claim.place, nominal(claim)
        if place is None or place.id is None or not number or not is_said(claim):
            continue
        if claim.kind is Kind.AREA:
            areas.setdefault(place.id, claim)
        elif claim.kind in _FIRED and number >= _LEAST and claim.part_of is None:
            held = fired.get((place.id, claim.kind))
            if held is None or (nominal(held) or 0) < number:
                fired[place.id, claim.kind] = claim
    for id, kind in sorted(fired):
        claim, area = fired[id, kind], areas.get(id)
        if area is None or area.place is None:
            continue
        unit = area.quantity.unit or "unit of area"
        value = (nominal(claim) or 0) / (nominal(area) or 1)
        if value < 1:
            continue  # a front or a country: nobody thinks of it as a density
        name = area.place.name or area.place.text
        text = f"{quoted(claim)} on the {quoted(area)} {unit} of {name} imply about {written(round(value, 1))} {kind.value} per {unit}."
        yield finding(KIND, Outcome.IMPLIED, text, (claim, area), value=round(value, 1), unit=f"per {unit}")
