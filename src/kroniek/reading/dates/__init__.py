"""Everything in a text that reads as a date or a time, in days of the place."""

from kroniek.reading.dates.find import find_times, opening_day
from kroniek.reading.dates.found import TimeFound, TimeKind
from kroniek.reading.dates.rules import DateRules

__all__ = ["DateRules", "TimeFound", "TimeKind", "find_times", "opening_day"]
