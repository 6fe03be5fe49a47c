"""The day on which a report came out, from what its record says of it."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime, tzinfo

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_YEAR = re.compile(r"(\d{4})", re.ASCII)


def published_day(published: str, zone: tzinfo | None = None) -> date:
    """The local day of an ISO 8601 date, moment, month or year.

    A moment with a zone is converted to `zone` first. Where no zone is known, which is the rule, since a report does not
    say where its reader sits, the day is the one that the publisher wrote down: "2017-08-14T23:30:00+03:00" is 14 August,
    and a moment in UTC keeps its day in UTC. A moment without a zone is local already.

    A month or year gives its last day: the report tells of days before it came out, so that "on 20 August" in a report of
    2017-08 is of that year. Readers of weekdays must look at the length of `published`.

    Raises ValueError for anything else.
    """
    words = published.strip()
    if match := _DAY.fullmatch(words):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := _MONTH.fullmatch(words):
        year, month = int(match[1]), int(match[2])
        if not 1 <= month <= 12 or year < 1:
            raise ValueError(f"not a month: {published!r}")
        return date(year, month, calendar.monthrange(year, month)[1])
    if match := _YEAR.fullmatch(words):
        return date(int(match[1]), 12, 31)
    moment = datetime.fromisoformat(words)
    if zone is not None and moment.tzinfo is not None:
        moment = moment.astimezone(zone)
    return moment.date()
