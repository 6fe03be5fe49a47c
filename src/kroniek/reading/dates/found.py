"""What the search for dates and times finds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kroniek.made import quickly_made
from kroniek.model.interval import Precision


class TimeKind(StrEnum):
    """What the words tell: a moment, a period, only a length of time, or a time that something is held against."""

    MOMENT = "moment"
    PERIOD = "period"
    DURATION = "duration"
    COMPARISON = "comparison"


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class TimeFound:
    """Words that tell a time, `text[start:end]`. `start_day` and `end_day` are inclusive; None where they cannot be known.

    `part_of_day` is one of night, dawn, morning, noon, afternoon, evening; `minute` the clock time "HH:MM".
    `relative`: reckoned from the anchor ("yesterday"); `needs_anchor`: would be, but there was none, or the year is missing.
    `anaphoric`: refers to a time told before ("in that month"); `shift`: so many days from a day told before ("a day earlier" is -1), or
    of a length of time ("two days") how many days it has.
    """

    start: int
    end: int
    start_day: date | None = None
    end_day: date | None = None
    precision: Precision | None = None
    part_of_day: str | None = None
    minute: str | None = None
    relative: bool = False
    needs_anchor: bool = False
    anaphoric: bool = False
    kind: TimeKind = TimeKind.MOMENT
    shift: int | None = None
