"""Strikes and munitions that belligerents declare or are said to have used, per month, party and place: each figure once.

Ten reports of one origin tell a figure once. Where origins differ the total is the range of what they tell. A total of the month stands
over what was told day by day; the two are never added up, nor are places that lie in one another.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kroniek.model.claim import Claim, Kind, SpeakerRole, Stance
from kroniek.model.interval import CountRange, Number, Precision

KINDS = (Kind.STRIKES, Kind.MUNITIONS)
_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class OriginOf:
    """The origin of a claim: `key` is the same for all claims that go back to it."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class ToldBy:
    """What one origin tells of a month: its number, and the claims that tell it."""

    name: str
    low: Number | None
    high: Number | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActTotal:
    """Strikes or munitions of one party at one place in one month ("2017-08").

    `low` and `high` are what the origins tell, None for a bound that nobody tells; `days` the days of the month that they speak of, and
    `per_day` and `minutes_apart` the rates that follow. `change` is the change from the month before in percent, least and most, None
    where that month is not told. `by_day` is True where the month is added up from shorter periods, and may so be incomplete.
    """

    kind: Kind
    month: str
    party_id: str | None
    party: str
    place: str | None
    country: str | None
    low: Number | None
    high: Number | None
    days: int
    by_day: bool
    change: tuple[float | None, float | None] | None
    origins: tuple[ToldBy, ...]
    documents: tuple[str, ...]

    @property
    def per_day(self) -> tuple[float | None, float | None]:
        """How many a day, least and most."""
        return tuple(None if bound is None else bound / self.days for bound in (self.low, self.high))  # type: ignore[return-value]

    @property
    def minutes_apart(self) -> tuple[float | None, float | None]:
        """Minutes from one to the next on average, least and most."""
        return tuple(_MINUTES * self.days / bound if bound else None for bound in (self.high, self.low))  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class ActTotals:
    """The totals by month, party and place; and how many figures could not be placed, for want of a period or of a party."""

    totals: tuple[ActTotal, ...]
    without_period: int
    without_party: int


_Origins = Mapping[tuple[str, str], OriginOf]


@dataclass(frozen=True, slots=True)
class _Figure:
    """One figure of one origin over one period."""

    start: date
    end: date
    whole_month: bool
    origin: OriginOf
    range: CountRange
    claim: Claim


def act_totals(claims: Iterable[Claim], kind: Kind, origins: _Origins) -> ActTotals:
    """The totals of one kind. `origins` are by document and id of the claim; a claim that it lacks is its document's own."""
    groups: dict[tuple[str, str, str, str], list[_Figure]] = {}
    names: dict[tuple[str, str, str, str], tuple[str | None, str, str | None, str | None]] = {}
    no_period = no_party = 0
    for claim in sorted((claim for claim in claims if _is_act(claim, kind)), key=lambda claim: (claim.document, claim.id)):
        party, time = _party(claim), claim.time
        if time is None or (time.start_day.year, time.start_day.month) != (time.end_day.year, time.end_day.month):
            no_period += 1
        elif party is None:
            no_party += 1
        else:
            place = claim.place
            where = ((place.name or place.country or place.text) if place else None, place.country if place else None)
            key = (time.start_day.isoformat()[:7], party[0] or party[1], where[1] or "", where[0] or "")
            names.setdefault(key, (*party, *where))
            groups.setdefault(key, []).append(_figure(claim, origins))
    made = {key: _total(kind, key[0], names[key], figures) for key, figures in groups.items()}
    return ActTotals(tuple(_compared(key, made) for key in sorted(made)), no_period, no_party)


def _is_act(claim: Claim, kind: Kind) -> bool:
    amount = claim.quantity
    return (
        claim.kind is kind
        and claim.stance not in (Stance.DENIED, Stance.QUESTIONED)
        and claim.part_of is None
        and amount.per is None
        and not amount.malformed
        and (amount.low is not None or amount.high is not None)
    )


def _party(claim: Claim) -> tuple[str | None, str] | None:
    """Id and name of the party whose acts these are: the one named as acting, else the belligerent that speaks."""
    if claim.actor is not None:
        return claim.actor.id, claim.actor.name or claim.actor.text
    speaker = next((one for one in claim.said_by if one.role is SpeakerRole.BELLIGERENT), None)
    return (speaker.id, speaker.name or speaker.text) if speaker else None


def _figure(claim: Claim, origins: _Origins) -> _Figure:
    time = claim.time
    if time is None:
        raise ValueError("a figure without a period")
    own = OriginOf(claim.document, claim.block.publisher or claim.document)
    whole = time.precision is Precision.MONTH or (time.start_day.day == 1 and time.end_day.day == _length(time.start_day))
    origin = origins.get((claim.document, claim.id), own)
    return _Figure(time.start_day, time.end_day, whole, origin, claim.quantity.range, claim)


def _length(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _total(
    kind: Kind, month: str, names: tuple[str | None, str, str | None, str | None], figures: Sequence[_Figure]
) -> ActTotal:
    whole = [figure for figure in figures if figure.whole_month]
    used = whole or _apart(figures)
    added = _hull([figure.range for figure in whole]) if whole else _added(used)
    days = _length(used[0].start) if whole else len({figure.start.toordinal() + n for figure in used for n in range(_span(figure))})
    return ActTotal(
        kind=kind,
        month=month,
        party_id=names[0],
        party=names[1],
        place=names[2],
        country=names[3],
        low=added.low,
        high=added.high,
        days=days,
        by_day=not whole,
        change=None,
        origins=_by_origin(used),
        documents=tuple(sorted({figure.claim.document for figure in used})),
    )


def _span(figure: _Figure) -> int:
    return (figure.end - figure.start).days + 1


def _hull(ranges: Sequence[CountRange]) -> CountRange:
    """What rival figures of one thing leave open: from the least told to the most, open above where the most is an "at least"."""
    lows = [one.low for one in ranges if one.low is not None]
    highs = [one.high for one in ranges if one.high is not None]
    most = max((*lows, *highs), default=None)
    return CountRange(min((*lows, *highs)) if lows else None, most if most in highs else None)


def _apart(figures: Sequence[_Figure]) -> list[_Figure]:
    """Figures of periods that do not overlap, the longest periods first: a week's total stands over the days in it."""
    taken: list[tuple[date, date]] = []
    for start, end in sorted({(figure.start, figure.end) for figure in figures}, key=lambda days: (days[0] - days[1], days)):
        if all(end < other_start or other_end < start for other_start, other_end in taken):
            taken.append((start, end))
    return [figure for figure in figures if (figure.start, figure.end) in taken]


def _added(figures: Sequence[_Figure]) -> CountRange:
    """What distinct periods add up to, in each the range of what its origins tell."""
    total: CountRange | None = None
    for days in sorted({(figure.start, figure.end) for figure in figures}):
        told = _hull([figure.range for figure in figures if (figure.start, figure.end) == days])
        total = told if total is None else total + told
    return total or CountRange(None, None)


def _by_origin(figures: Sequence[_Figure]) -> tuple[ToldBy, ...]:
    found: dict[str, list[_Figure]] = {}
    for figure in figures:
        found.setdefault(figure.origin.key, []).append(figure)
    told = []
    for key in sorted(found):
        own = found[key]
        range = _added(own)
        told.append(ToldBy(min(one.origin.name for one in own), range.low, range.high, tuple(sorted({one.claim.id for one in own}))))
    return tuple(told)


def _compared(key: tuple[str, str, str, str], made: Mapping[tuple[str, str, str, str], ActTotal]) -> ActTotal:
    """The total with its change from the month before, where both are of a whole month."""
    total, before = made[key], made.get((_month_before(key[0]), *key[1:]))
    if before is None or total.by_day or before.by_day:
        return total
    return replace(total, change=(_percent(total.low, before.high), _percent(total.high, before.low)))


def _month_before(month: str) -> str:
    year, number = int(month[:4]), int(month[5:])
    return f"{year - 1:04d}-12" if number == 1 else f"{year:04d}-{number - 1:02d}"


def _percent(now: Number | None, before: Number | None) -> float | None:
    return None if now is None or not before else 100 * (now - before) / before
