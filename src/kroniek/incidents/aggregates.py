"""Totals that reports tell of a place and a period ("at least 433 civilians in Raqqa in August"), each once however many repeat it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kroniek.incidents.reconcile import Published
from kroniek.incidents.totals_rows import Counted, RowFilter
from kroniek.model.claim import Accuracy, Claim, Group, Harm, Kind, PlaceMention, Scope, Stance
from kroniek.model.finding import claim_key

_COUNTED = {
    None: Counted.PEOPLE,
    Group.PERSON: Counted.PEOPLE,
    Group.CIVILIAN: Counted.CIVILIANS,
    Group.COMBATANT: Counted.COMBATANTS,
}


@dataclass(frozen=True, slots=True)
class ToldTotal:
    """A total of people killed that reports tell: `wanted` are the incidents that it would be of, `says` where, when and by whom in words.

    `whole_province` tells that the place is in a province and that all incidents of the province are held against it.
    """

    published: Published
    wanted: RowFilter
    counted: Counted
    says: str
    whole_province: bool


def told_totals(claims: Iterable[Claim]) -> tuple[ToldTotal, ...]:
    """The totals of people killed over a period and a place that can be held against incidents, by period and place.

    A figure told twice of one place, period and party is one total with several claims; its day is the first that it was told on.
    """
    groups: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        if _is_total(claim):
            groups.setdefault(_key(claim), []).append(claim)
    return tuple(_told(key, sorted(groups[key], key=_order)) for key in sorted(groups))


def _is_total(claim: Claim) -> bool:
    return (
        claim.kind is Kind.CASUALTIES
        and claim.harm is Harm.KILLED
        and claim.scope is Scope.AGGREGATE
        and claim.stance not in (Stance.DENIED, Stance.QUESTIONED)
        and claim.part_of is None
        and claim.quantity.per is None
        and (claim.quantity.low is not None or claim.quantity.high is not None)
        and (claim.victims.group if claim.victims else None) in _COUNTED
        and claim.place is not None
        and (claim.place.id is not None or claim.place.country is not None)
        and claim.time is not None
    )


def _key(claim: Claim) -> tuple[str, ...]:
    place, time, quantity = claim.place, claim.time, claim.quantity
    group = claim.victims.group if claim.victims else None
    return (
        time.start_day.isoformat() if time else "",
        time.end_day.isoformat() if time else "",
        (place.id or place.country or "") if place else "",
        (claim.actor.id or claim.actor.name or "") if claim.actor else "",
        _COUNTED[group].value,
        str(quantity.low),
        str(quantity.high),
        quantity.bound.value,
    )


def _order(claim: Claim) -> tuple[str, str, str]:
    return (claim.block.published.isoformat() if claim.block.published else "9999", claim.document, claim.id)


def _told(key: tuple[str, ...], claims: Sequence[Claim]) -> ToldTotal:
    first = claims[0]
    days = [claim.block.published for claim in claims if claim.block.published is not None]
    speakers = [name for claim in claims if (name := _origin(claim)) is not None]
    counted = _COUNTED[first.victims.group if first.victims else None]
    published = Published(
        low=first.quantity.low,
        high=first.quantity.high,
        bound=first.quantity.bound,
        said_by=", ".join(dict.fromkeys(speakers)) or None,
        on=min(days, default=None),
        claims=tuple(claim.id for claim in claims),
        documents=tuple(dict.fromkeys(claim.document for claim in claims)),
        key="\n".join(sorted(claim_key(claim) for claim in claims)),
    )
    place = first.place or PlaceMention(text="")
    wanted, whole = _wanted(first, place)
    party = f", laid to {first.actor.name or first.actor.text}" if first.actor else ""
    says = f"{published.words} {counted.value} killed, {place.name or place.country or place.text}, {key[0]} to {key[1]}{party}"
    return ToldTotal(published, wanted, counted, says, whole)


def _origin(claim: Claim) -> str | None:
    named = [speaker.name or speaker.text for speaker in claim.said_by if speaker.name or speaker.text]
    return named[-1] if named else claim.block.publisher


def _wanted(claim: Claim, place: PlaceMention) -> tuple[RowFilter, bool]:
    actor = claim.actor
    parties = tuple(dict.fromkeys(word for word in (actor.id, actor.name) if word)) if actor else ()
    first, last = (claim.time.start_day, claim.time.end_day) if claim.time else (None, None)
    if place.accuracy is Accuracy.COUNTRY or place.admin1 is None:
        countries = (place.country,) if place.country else ()
        return RowFilter(from_day=first, to_day=last, belligerents=parties, countries=countries), False
    provinces = (place.admin1,)
    return RowFilter(from_day=first, to_day=last, belligerents=parties, provinces=provinces), place.accuracy is not Accuracy.PROVINCE
