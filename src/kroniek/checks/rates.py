"""Rates against totals and periods: a total over a period is one every so many minutes, and the words may say otherwise.

One every m minutes over a period of d days makes d * 1,440 / m in all. The rate is rounded to the whole units that are written.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from kroniek.checks.amounts import nearest_unit, nominal, possible, written
from kroniek.checks.making import finding, quoted
from kroniek.checks.material import Material, Told, end_of, is_said, start_of
from kroniek.checks.rules import CheckRules
from kroniek.model.claim import Bound, Claim, Kind, TimeMention
from kroniek.model.finding import Finding, Outcome
from kroniek.model.interval import CountRange, Number, Precision

KIND = "rate"
_MINUTES: dict[str, Number] = {"second": 1 / 60, "minute": 1, "hour": 60, "day": 1_440, "week": 10_080}
_PERIODS = frozenset({Precision.WEEK, Precision.MONTH, Precision.YEAR})
_FIRED = (Kind.MUNITIONS, Kind.STRIKES)
_NEAR = 300
_LEAST_DAYS = 2
_LEAST_TOTAL = 10


def rates(told: Told, material: Material, rules: CheckRules) -> Iterator[Finding]:
    """What there is to say of the rates of one publication."""
    done: set[tuple[str, Number | None, Number | None]] = set()
    for rate in told.claims:
        if rate.kind is not Kind.RATE or rate.quantity.unit not in _MINUTES or nominal(rate) is None or not is_said(rate):
            continue
        key = (rate.quantity.unit, rate.quantity.low, rate.quantity.high)
        if key not in done:
            done.add(key)
            yield from _checked(rate, told, material, rules)


def _checked(rate: Claim, told: Told, material: Material, rules: CheckRules) -> Iterator[Finding]:
    totals = _totals(rate, told, material, rules)
    if not totals:
        told_rate = f"The rate of one {rate.quantity.per or 'thing'} every {_every(rate)}"
        text = f"{told_rate} cannot be checked: no total over a period is told with it."
        yield finding(KIND, Outcome.CANNOT_BE_CHECKED, text, (rate,))
        return
    total, time = totals[0]
    days = (time.end_day - time.start_day).days + 1
    unit = rate.quantity.unit or "minute"
    length = days * _MINUTES["day"] / _MINUTES[unit]
    whole = nominal(total) or 1
    real = length / whole
    every = CountRange(length, length) / possible(total.quantity)
    text = f"{quoted(total)} in {days} days ({time.text}) is one every {written(_short(real))} {unit}s"
    if every.overlaps(_range(rate)):
        text = f"{text}: one every {_every(rate)} fits that."
        yield finding(KIND, Outcome.CONSISTENT, text, (rate, total), value=_short(real), unit=unit)
    else:
        yield finding(KIND, Outcome.DOES_NOT_ADD_UP, f"{text}, not one every {_every(rate)}.", (rate, total), value=_short(real), unit=unit)


def _totals(rate: Claim, told: Told, material: Material, rules: CheckRules) -> list[tuple[Claim, TimeMention]]:
    """Totals over a period that the rate can be of: of the thing that it counts, or, where it names none ("that is one every eight
    minutes"), what was fired just before it. None where two of them differ."""
    kind = rules.per.get((rate.quantity.per or "").rpartition(" ")[2].lower())
    kinds = _FIRED if rate.quantity.per is None else () if kind is None else (kind,)
    found: list[tuple[Claim, TimeMention]] = []
    for claim in told.claims:
        if claim.kind not in kinds or (nominal(claim) or 0) < _LEAST_TOTAL or claim.part_of is not None or not is_said(claim):
            continue
        if rate.quantity.per is None and not 0 <= start_of(rate) - end_of(claim) <= _NEAR:
            continue
        time = _period(claim, told, material)
        if time is not None and _same_place(rate, claim) and _same_time(rate, time):
            found.append((claim, time))
    return found if len({nominal(claim) for claim, _ in found}) == 1 else []


def _period(total: Claim, told: Told, material: Material) -> TimeMention | None:
    """The period of a total: by its own words, by those of its number elsewhere in the text, or where its chain leads."""
    steps = [step.publication for step in material.chain(total).steps if step.publication is not None]
    others = [material.told[id] for id in dict.fromkeys(steps) if id in material.told]
    same = [claim for one in (told, *others) for claim in one.claims if claim.kind is total.kind and nominal(claim) == nominal(total)]
    return next((claim.time for claim in (total, *same) if claim.time is not None and _is_period(claim.time)), None)


def _is_period(time: TimeMention) -> bool:
    return time.precision in _PERIODS and (time.end_day - time.start_day).days + 1 >= _LEAST_DAYS


def _same_place(rate: Claim, total: Claim) -> bool:
    if rate.place is None or total.place is None or rate.place.id is None or total.place.id is None:
        return True
    return rate.place.id == total.place.id


def _same_time(rate: Claim, time: TimeMention) -> bool:
    """Whether the rate can be of that period; only a time in the rate's own sentence says that it is of another."""
    own = rate.time
    if own is None or own.start is None or not rate.evidence.start <= own.start < rate.evidence.end:
        return True
    return not (own.end_day < time.start_day or time.end_day < own.start_day)


def _range(rate: Claim) -> CountRange:
    """How far apart two of them can be."""
    quantity = rate.quantity
    if quantity.bound is Bound.ABOUT:
        return possible(quantity)
    if quantity.bound not in (Bound.EXACT, Bound.RANGE):
        # at least one munition, or at most every 8 minutes: the words may bound either, so that neither side is closed
        return CountRange(None, None)
    low = None if quantity.low is None else nearest_unit(quantity.low).low
    high = None if quantity.high is None else nearest_unit(quantity.high).high
    return CountRange(low, high)


def _every(rate: Claim) -> str:
    number = nominal(rate) or 0
    unit = rate.quantity.unit or "minute"
    return f"{written(number)} {unit}s" if number != 1 else unit


def _short(number: float) -> Number:
    """Two digits are as exact as such a rate is told."""
    if number >= 100:
        return round(number)
    return round(number, 1) if number >= 1 else round(number, 1 - math.floor(math.log10(number)))
