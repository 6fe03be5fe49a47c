"""Totals that reports tell of a place and a period ("at least 433 civilians in Raqqa in August"), each once however many repeat it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kroniek.incidents.reconcile import Published
from kroniek.incidents.told_period import period_of
from kroniek.incidents.totals_rows import Counted, RowFilter
from kroniek.model.claim import Accuracy, Claim, Group, Harm, Kind, PlaceMention, PlaceRole, Scope, Stance
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


@dataclass(frozen=True, slots=True, order=True)
class _Key:
    """What makes two claims tell one total. `places` are the ids or codes of the places that it is of, `party` whom it is laid to."""

    first: date
    last: date
    places: tuple[str, ...]
    counted: str
    low: str
    high: str
    bound: str
    party: str


def told_totals(claims: Iterable[Claim]) -> tuple[ToldTotal, ...]:
    """The totals of people killed over a period and a place that can be held against incidents, by period and place.

    A figure told twice of one place, period and party is one total with several claims; its day is the first that it was told on. Where
    a report that lays it to a party tells it again without (its headline), that is the same total.
    """
    groups: dict[_Key, list[Claim]] = {}
    for claim in claims:
        if (key := _key(claim)) is not None:
            groups.setdefault(key, []).append(claim)
    _join_unlaid(groups)
    return tuple(_told(key, sorted(groups[key], key=_order)) for key in sorted(groups))


def _join_unlaid(groups: dict[_Key, list[Claim]]) -> None:
    """Puts claims that name no party with those of the one party to whom the same report lays the same figure."""
    for key in [key for key in sorted(groups) if not key.party]:
        laid = [other for other in sorted(groups) if other.party and replace(other, party="") == key]
        kept = []
        for claim in groups.pop(key):
            told = [other for other in laid if any(one.document == claim.document for one in groups[other])]
            if len(told) == 1:
                groups[told[0]].append(claim)
            else:
                kept.append(claim)
        if kept:
            groups[key] = kept


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


def _key(claim: Claim) -> _Key | None:
    """None for a claim that is no total that can be held against incidents."""
    period = period_of(claim) if _is_total(claim) else None
    if period is None:
        return None
    quantity, group = claim.quantity, claim.victims.group if claim.victims else None
    return _Key(
        first=period[0],
        last=period[1],
        places=tuple(dict.fromkeys(place.id or place.country or "" for place in _places(claim))),
        counted=_COUNTED[group].value,
        low=str(quantity.low),
        high=str(quantity.high),
        bound=quantity.bound.value,
        party=(claim.actor.id or claim.actor.name or "") if claim.actor else "",
    )


def _places(claim: Claim) -> tuple[PlaceMention, ...]:
    """The place of the total, and beside a country or a province the others of its kind that it was told of ("in Syria and Iraq")."""
    if claim.place is None:
        return ()
    alike = claim.place.accuracy in (Accuracy.COUNTRY, Accuracy.PROVINCE)
    others = [place for place in claim.places if alike and place.accuracy is claim.place.accuracy and place.role is PlaceRole.AT]
    found = {(place.id, place.country, place.name): place for place in (claim.place, *others)}
    return tuple(found.values())


def _order(claim: Claim) -> tuple[str, str, str]:
    return (claim.block.published.isoformat() if claim.block.published else "9999", claim.document, claim.id)


def _told(key: _Key, claims: Sequence[Claim]) -> ToldTotal:
    laid = next((claim for claim in claims if claim.actor), claims[0])
    days = [claim.block.published for claim in claims if claim.block.published is not None]
    published = Published(
        low=laid.quantity.low,
        high=laid.quantity.high,
        bound=laid.quantity.bound,
        said_by=", ".join(dict.fromkeys(_origins(claims))) or None,
        on=min(days, default=None),
        claims=tuple(claim.id for claim in claims),
        documents=tuple(dict.fromkeys(claim.document for claim in claims)),
        key="\n".join(sorted(claim_key(claim) for claim in claims)),
    )
    places = _places(laid)
    wanted, whole = _wanted(laid, key, places)
    party = f", laid to {laid.actor.name or laid.actor.text}" if laid.actor else ""
    where = " and ".join(place.name or place.country or place.text for place in places)
    says = f"{published.words} {key.counted} killed, {where}, {key.first} to {key.last}{party}"
    return ToldTotal(published, wanted, Counted(key.counted), says, whole)


def _origins(claims: Sequence[Claim]) -> list[str]:
    """Who told it first, where that is named; else who published it."""
    named = [names[-1] for claim in claims if (names := [one.name or one.text for one in claim.said_by if one.name or one.text])]
    return named or [claim.block.publisher for claim in claims if claim.block.publisher]


def _wanted(claim: Claim, key: _Key, places: Sequence[PlaceMention]) -> tuple[RowFilter, bool]:
    actor, place = claim.actor, places[0]
    parties = tuple(dict.fromkeys(word for word in (actor.id, actor.name) if word)) if actor else ()
    if place.accuracy is Accuracy.COUNTRY or place.admin1 is None:
        countries = tuple(dict.fromkeys(one.country for one in places if one.country))
        return RowFilter(from_day=key.first, to_day=key.last, belligerents=parties, countries=countries), False
    provinces = tuple(dict.fromkeys(one.admin1 for one in places if one.admin1))
    whole = place.accuracy is not Accuracy.PROVINCE
    return RowFilter(from_day=key.first, to_day=key.last, belligerents=parties, provinces=provinces), whole
