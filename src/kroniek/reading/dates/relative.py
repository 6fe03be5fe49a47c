"""Times reckoned from the day on which the words were published: "last week", "two days ago", "afgelopen woensdag"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from kroniek.model.interval import Precision
from kroniek.reading.dates.found import TimeKind
from kroniek.reading.dates.items import Item
from kroniek.reading.dates.pieces import (
    Piece,
    Slot,
    add_days,
    add_months,
    month_of,
    stamp,
    week_of,
    weekend_before,
    year_of,
)

_STEPS = {"L": -1, "H": 0, "X": 1}
_PRECISIONS = {
    "minute": Precision.DAY,
    "hour": Precision.DAY,
    "day": Precision.DAY,
    "weekend": Precision.DAY,
    "week": Precision.WEEK,
    "month": Precision.MONTH,
    "year": Precision.YEAR,
    "decade": Precision.YEAR,
}
_HOURS_IN_DAY = 24
_YEARS_IN_DECADE = 10
_MIDWEEK = 2


def relative_piece(first: int, last: int, days: tuple[date, date] | None, precision: Precision, kind: TimeKind = TimeKind.MOMENT) -> Piece:
    """A piece reckoned from the anchor; `days` is None where there is no anchor or the words are too vague."""
    piece = Piece(slot=Slot.DAY, first=first, last=last, precision=precision, relative=True, kind=kind)
    if days is not None:
        piece.lo, piece.hi = stamp(days[0]), stamp(days[1])
    return piece


def fixed_day(first: int, item: Item, anchor: date | None) -> Piece:
    """ "yesterday", "last night", "vanochtend"."""
    day = None if anchor is None else add_days(anchor, int(item.value))
    piece = relative_piece(first, first, None if day is None else (day, day), Precision.DAY)
    piece.part = item.part
    return piece


def weekday_piece(first: int, last: int, items: Sequence[Item], anchor: date | None) -> Piece:
    """A weekday, alone or after last, this, next; a bare one is the latest that the anchor has seen."""
    item = items[last]
    weekday, part = item.value if item.symbol == "Q" else (item.value, None)
    days = None
    if anchor is not None:
        back = (anchor.weekday() - weekday) % 7
        symbol = items[first].symbol
        if symbol == "X":
            day = add_days(anchor, 7 - back)
        elif symbol == "L" and back == 0:
            day = add_days(anchor, -7)
        else:
            day = add_days(anchor, -back)
        days = (day, day)
    piece = relative_piece(first, last, days, Precision.DAY)
    piece.slot, piece.weekday, piece.part, piece.sure = Slot.WEEKDAY, weekday, part, item.sure
    return piece


def unit_piece(first: int, last: int, items: Sequence[Item], anchor: date | None) -> Piece:
    """ "last week", "vorige maand", "this year", "the past month"."""
    how, unit = items[last - 1], str(items[last].value)
    days = None
    if anchor is not None:
        if how.symbol == "L" and (how.value == "past" or unit in ("day", "hour", "minute")):
            days = _rolling(anchor, unit, 1)
        else:
            days = _calendar(anchor, unit, _STEPS[how.symbol])
    return relative_piece(first, last, days, _PRECISIONS[unit], TimeKind.PERIOD)


def begun_piece(first: int, last: int, items: Sequence[Item], anchor: date | None) -> Piece | None:
    """ "The start of the year", "begin van de maand": the day on which the anchor's own began."""
    if items[first].value != "early" or items[last].value not in ("week", "month", "year"):
        return None
    days = None if anchor is None else _calendar(anchor, str(items[last].value), 0)
    return relative_piece(first, last, None if days is None else (days[0], days[0]), Precision.DAY)


def weekend_piece(first: int, anchor: date | None) -> Piece:
    """ "over the weekend": the one that is, or else the last one."""
    days = None
    if anchor is not None:
        days = week_of(anchor) if anchor.weekday() >= 5 else None
        days = (add_days(days[1], -1), days[1]) if days else weekend_before(anchor)
    return relative_piece(first, first, days, Precision.DAY, TimeKind.PERIOD)


def counted_piece(first: int, last: int, items: Sequence[Item], anchor: date | None) -> Piece:
    """ "the past two weeks", "de afgelopen vijf jaar", "the next three days"."""
    how = next(item for item in items[first : last + 1] if item.symbol in "LX")
    unit, number = str(items[last].value), items[last - 1].value
    days = None
    if anchor is not None and number is not None:
        days = _rolling(anchor, unit, int(number))
        if how.symbol == "X":
            days = (anchor, anchor + (anchor - days[0]))
    return relative_piece(first, last, days, _PRECISIONS[unit], TimeKind.PERIOD)


def ago_piece(first: int, last: int, items: Sequence[Item], anchor: date | None) -> Piece:
    """ "two days ago", "een maand geleden"."""
    unit, number = str(items[last - 1].value), items[first].value
    days = None
    if anchor is not None and number is not None:
        days = _back(anchor, unit, int(number))
    return relative_piece(first, last, days, _PRECISIONS[unit])


def month_piece(first: int, last: int, items: Sequence[Item], anchor: date | None) -> Piece:
    """ "last September", "afgelopen augustus": the latest that was over, or the next one to come."""
    month = int(items[last].value)
    days = None
    if anchor is not None:
        symbol = items[first].symbol
        year = anchor.year
        if symbol == "X":
            year += month <= anchor.month
        elif symbol == "L":
            year -= month >= anchor.month
        days = month_of(date(min(max(year, 1), 9999), month, 1))
    return relative_piece(first, last, days, Precision.MONTH)


def relative_year(how: Item, anchor: date | None) -> int | None:
    """The year of "last year", "dit jaar"."""
    return None if anchor is None else anchor.year + _STEPS[how.symbol]


def _rolling(anchor: date, unit: str, number: int) -> tuple[date, date]:
    """So many units up to and with the anchor."""
    if unit in ("minute", "hour"):
        hours = number if unit == "hour" else 0
        return add_days(anchor, -max(1, hours // _HOURS_IN_DAY)), anchor
    if unit in ("month", "year", "decade"):
        months = number * {"month": 1, "year": 12, "decade": 12 * _YEARS_IN_DECADE}[unit]
        first = add_months(anchor, -months)
        return add_days(first, min(anchor.day, (month_of(first)[1]).day) - 1), anchor
    return add_days(anchor, -number * (7 if unit in ("week", "weekend") else 1)), anchor


def _calendar(anchor: date, unit: str, step: int) -> tuple[date, date]:
    """The calendar's own week, month or year, so many steps from the anchor's."""
    if unit == "weekend":
        saturday = weekend_before(anchor)[0]
        ahead = 7 if step > 0 or (step == 0 and anchor.weekday() >= _MIDWEEK) else 0
        return add_days(saturday, ahead), add_days(saturday, ahead + 1)
    if unit == "week":
        return week_of(add_days(anchor, 7 * step))
    if unit == "month":
        return month_of(add_months(anchor, step))
    if unit == "year":
        return year_of(anchor.year + step)
    if unit == "decade":
        return year_of(anchor.year + step * _YEARS_IN_DECADE)[0], anchor
    return add_days(anchor, step), add_days(anchor, step)


def _back(anchor: date, unit: str, number: int) -> tuple[date, date]:
    """The day, week, month or year so many units before the anchor."""
    if unit == "month":
        return month_of(add_months(anchor, -number))
    if unit in ("year", "decade"):
        return year_of(anchor.year - number * (_YEARS_IN_DECADE if unit == "decade" else 1))
    if unit in ("week", "weekend"):
        return week_of(add_days(anchor, -7 * number))
    days = number if unit == "day" else (number // _HOURS_IN_DAY if unit == "hour" else 0)
    return add_days(anchor, -days), add_days(anchor, -days)


def later_piece(first: int, last: int, items: Sequence[Item]) -> Piece:
    """ "two days later", "the night before": reckoned from a time told before; in days where the words tell how many."""
    piece = Piece(slot=Slot.TOLD, first=first, last=last, anaphoric=True, part=items[last].part)
    if items[last].symbol == "K":
        piece.shift = items[last].value
    elif items[last - 1].value == "day" and items[first].value is not None and items[last].sure:
        piece.shift = int(items[first].value) * int(items[last].value)
    return piece


def unit_precision(unit: Any) -> Precision:
    """How exact a time told in the unit is."""
    return _PRECISIONS.get(str(unit), Precision.DAY)
