"""A piece of a date while it is put together, and the calendar that it is reckoned on."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from kroniek.model.interval import Precision
from kroniek.reading.dates.found import TimeKind

DAYS_IN_WEEK = 7


class Slot(IntEnum):
    """What a piece tells of a moment; pieces of different slots join to one."""

    DAY = 0
    WEEKDAY = 1
    PART = 2
    CLOCK = 3
    LENGTH = 4
    TOLD = 5
    NOW = 6


class Stamp(NamedTuple):
    """A day, month or year as told; None is what the words leave out."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def first(self) -> date | None:
        """Its first day, None without a year or where the calendar has no such day."""
        return self._date(self.day or 1, self.month or 1)

    def last(self) -> date | None:
        """Its last day."""
        month = self.month or 12
        if self.year is None:
            return None
        return self._date(self.day or calendar.monthrange(self.year, month)[1], month)

    def _date(self, day: int, month: int) -> date | None:
        if self.year is None:
            return None
        try:
            return date(self.year, month, day)
        except ValueError:
            return None


@dataclass(slots=True, kw_only=True)
class Piece:
    """Items `first` to `last` (inclusive) read as one slot. `sure` is false for words that tell a time only beside another,
    `within` names the part of it that is meant ("late" last month), `joined` is true of a period made of two pieces,
    `shift` is how many days from a day told before."""

    slot: Slot
    first: int
    last: int
    lo: Stamp | None = None
    hi: Stamp | None = None
    precision: Precision | None = None
    part: str | None = None
    minute: str | None = None
    weekday: int | None = None
    relative: bool = False
    anaphoric: bool = False
    sure: bool = True
    kind: TimeKind = TimeKind.MOMENT
    within: str | None = None
    joined: bool = False
    shift: int | None = None


def stamp(day: date) -> Stamp:
    """The stamp of a known day."""
    return Stamp(day.year, day.month, day.day)


def add_months(day: date, months: int) -> date:
    """The first day of the month so many months on."""
    number = day.year * 12 + day.month - 1 + months
    number = min(max(number, 12), 9999 * 12 + 11)
    return date(number // 12, number % 12 + 1, 1)


def add_days(day: date, days: int) -> date:
    """The day so many days on, held within the calendar that Python knows."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def week_of(day: date) -> tuple[date, date]:
    """Monday to Sunday of the week that holds the day."""
    monday = add_days(day, -day.weekday())
    return monday, add_days(monday, DAYS_IN_WEEK - 1)


def month_of(day: date) -> tuple[date, date]:
    """First to last day of the month that holds the day."""
    return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])


def year_of(year: int) -> tuple[date, date]:
    """First to last day of a year."""
    year = min(max(year, 1), 9999)
    return date(year, 1, 1), date(year, 12, 31)


def weekend_before(day: date) -> tuple[date, date]:
    """The last Saturday and Sunday that were wholly over on the day."""
    sunday = add_days(day, -day.weekday() - 1)
    return add_days(sunday, -1), sunday
