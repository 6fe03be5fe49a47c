"""Intervals for counts and for dates, with arithmetic that never claims to know more than was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Number = int | float


@dataclass(frozen=True, slots=True)
class CountRange:
    """A count known to lie between `low` and `high`, both inclusive; None is "not known", never 0.

    "At least 433" is `CountRange(433, None)`. A range is not a confidence interval.

    Raises ValueError when `low` is above `high` or either is negative.
    """

    low: Number | None
    high: Number | None

    def __post_init__(self) -> None:
        for bound in (self.low, self.high):
            if bound is not None and bound < 0:
                raise ValueError(f"a count cannot be negative: {bound}")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} is above high {self.high}")

    def __add__(self, other: CountRange) -> CountRange:
        """Both together, where nobody is counted twice; an unknown bound stays unknown."""
        low = None if self.low is None and other.low is None else (self.low or 0) + (other.low or 0)
        high = None if self.high is None or other.high is None else self.high + other.high
        return CountRange(low, high)

    def __sub__(self, other: CountRange) -> CountRange | None:
        """What is left when `other`, a part of this, is taken away; None where it is surely larger than this."""
        if self.high is not None and other.low is not None and other.low > self.high:
            return None
        low = None if self.low is None or other.high is None else max(0, self.low - other.high)
        high = None if self.high is None else self.high - (other.low or 0)
        return CountRange(low, high)

    def __mul__(self, other: CountRange) -> CountRange:
        """So many times the other; an unknown bound stays unknown."""
        low = None if self.low is None or other.low is None else self.low * other.low
        high = None if self.high is None or other.high is None else self.high * other.high
        return CountRange(low, high)

    def __truediv__(self, other: CountRange) -> CountRange:
        """This shared out over the other; a bound that would be divided by nothing or by an unknown number is unknown."""
        low = None if self.low is None or not other.high else self.low / other.high
        high = None if self.high is None or not other.low else self.high / other.low
        return CountRange(low, high)

    def holds(self, number: Number) -> bool:
        """Whether the count can be this number."""
        return (self.low is None or self.low <= number) and (self.high is None or number <= self.high)

    def hull(self, other: CountRange) -> CountRange:
        """The smallest range that holds both: rival statements of one thing. Unknown bounds yield to known ones."""
        lows = [bound for bound in (self.low, other.low) if bound is not None]
        highs = [bound for bound in (self.high, other.high) if bound is not None]
        return CountRange(min(lows, default=None), max(highs, default=None))

    def overlaps(self, other: CountRange) -> bool:
        """Whether one true count could satisfy both."""
        return not (
            (self.high is not None and other.low is not None and self.high < other.low)
            or (other.high is not None and self.low is not None and other.high < self.low)
        )


class Precision(StrEnum):
    """How exactly a moment is told."""

    MINUTE = "minute"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class DateRange:
    """Days local to the place, `start` to `end` inclusive. Raises ValueError when they are the wrong way round."""

    start: date
    end: date
    precision: Precision

    def __post_init__(self) -> None:
        if self.start > self.end:
            raise ValueError(f"start {self.start} is after end {self.end}")

    def overlaps(self, other: DateRange) -> bool:
        """Whether one day lies in both."""
        return self.start <= other.end and other.start <= self.end
