"""The search itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from kroniek.model.interval import Precision
from kroniek.reading.dates.found import TimeFound
from kroniek.reading.dates.rules import DateRules
from kroniek.text.tokens import Token

_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")


def find_times(
    text: str, tokens: Sequence[Token], rules: DateRules, anchor: date | None, year_hint: int | None = None
) -> list[TimeFound]:
    """Every date and time that the tokens tell, in order, none overlapping another."""
    if not tokens:
        return []
    found = []
    for match in _ISO.finditer(text, tokens[0].start, tokens[-1].end):
        day = date.fromisoformat(match.group())
        found.append(TimeFound(start=match.start(), end=match.end(), start_day=day, end_day=day, precision=Precision.DAY))
    return found


def opening_day(found: Sequence[TimeFound]) -> TimeFound | None:
    """The first absolute day among the times found, or None."""
    for time in found:
        if not time.relative and time.start_day is not None and time.precision in (Precision.DAY, Precision.PART_OF_DAY, Precision.MINUTE):
            return time
    return None
