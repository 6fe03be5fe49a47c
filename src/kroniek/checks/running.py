"""Totals that fall: the same origin first says "at least 50" of an incident, later 30.

A toll that rises is news; one that falls was revised, or two things are counted. Either way a person should see it. Totals are held
against each other in the order of the days on which they were published, and only where the words leave no room: the later maximum is
below the earlier minimum.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kroniek.checks.amounts import possible
from kroniek.checks.making import finding, quoted
from kroniek.checks.material import Material, is_said
from kroniek.model.claim import Claim, Group, Harm, Kind, Scope
from kroniek.model.finding import Finding, Outcome
from kroniek.model.incident import Incident
from kroniek.model.provenance import Telling

KIND = "falling_total"
_HARMS = frozenset({Harm.KILLED, Harm.INJURED})
_Key = tuple[str, Harm, Group | None, str | None]


def falling(incident: Incident, material: Material) -> Iterator[Finding]:
    """One finding for each origin whose total of one harm and group fell, the first and the lowest later one."""
    told: dict[_Key, list[tuple[date, Claim]]] = {}
    for claim in _totals(incident, material):
        chain = material.chain(claim)
        # where a publication is the last that is known, its day is that of the saying; a total copied later is no later total
        origin = chain.origin
        publication = material.publication(claim)
        if publication.published is not None and claim.harm is not None and origin.name:
            group = claim.victims.group if claim.victims else None
            affiliation = claim.victims.affiliation if claim.victims else None
            told.setdefault((chain.key, claim.harm, group, affiliation), []).append((publication.published, claim))
    for key in sorted(told, key=str):
        yield from _fallen(told[key], incident, material)


def _totals(incident: Incident, material: Material) -> Iterator[Claim]:
    members = tuple(dict.fromkeys(incident.claims))
    main = {part.id for part in incident.documents if part.main}
    for document in sorted(main):
        for id in members:
            claim = material.claims.get(Telling(document, id))
            if claim is not None and claim.kind is Kind.CASUALTIES and claim.harm in _HARMS and _is_total(claim):
                yield claim


def _is_total(claim: Claim) -> bool:
    return claim.scope is Scope.INCIDENT and claim.part_of is None and is_said(claim) and not claim.people


def _fallen(told: Sequence[tuple[date, Claim]], incident: Incident, material: Material) -> Iterator[Finding]:
    """The largest total of each day, held against those of later days."""
    largest: dict[date, Claim] = {}
    for day, claim in told:
        held = largest.get(day)
        if held is None or _size(claim) > _size(held):
            largest[day] = claim
    days = sorted(largest)
    for number, day in enumerate(days):
        first = possible(largest[day].quantity)
        for later in days[number + 1 :]:
            second = possible(largest[later].quantity)
            if first.low is not None and second.high is not None and second.high < first.low:
                yield _finding((day, largest[day]), (later, largest[later]), incident, material)
                return


def _finding(first: tuple[date, Claim], second: tuple[date, Claim], incident: Incident, material: Material) -> Finding:
    origin = material.chain(first[1]).origin.name
    harm = "" if first[1].harm is None else f" {first[1].harm.value}"
    fewer = (possible(first[1].quantity).low or 0) - (possible(second[1].quantity).high or 0)
    text = (
        f"{origin} is given for {quoted(first[1])}{harm} on {first[0].isoformat()}, "
        f"and for {quoted(second[1])} on {second[0].isoformat()}: the total fell."
    )
    return finding(KIND, Outcome.DOES_NOT_ADD_UP, text, (first[1], second[1]), value=fewer, incident=incident.id)


def _size(claim: Claim) -> float:
    told = possible(claim.quantity)
    return float(max(told.low or 0, told.high or 0))
