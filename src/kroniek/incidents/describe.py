"""An incident's title, built from its data in plain words, without a judgement."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.model.claim import PlaceMention
from kroniek.model.incident import IncidentDate, StrikeType
from kroniek.model.interval import Precision

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WORDS = {
    StrikeType.AIRSTRIKE: "airstrike",
    StrikeType.DRONE_STRIKE: "drone strike",
    StrikeType.ARTILLERY: "artillery",
    StrikeType.AIRSTRIKE_OR_ARTILLERY: "airstrike or artillery",
    StrikeType.NAVAL_BOMBARDMENT: "naval bombardment",
    StrikeType.GROUND_OPERATION: "ground operation",
    StrikeType.IED: "explosive device",
    StrikeType.UNKNOWN: "harm alleged",
}


def title_of(place: PlaceMention | None, date: IncidentDate | None, types: Sequence[StrikeType]) -> str:
    """For instance "Raqqa, 14 August 2017: airstrike"."""
    where = "Place unknown" if place is None else place.name or f"{place.text} (unresolved)"
    what = ", ".join(_WORDS[kind] for kind in types) or _WORDS[StrikeType.UNKNOWN]
    return f"{where}, {date_in_words(date)}: {what}"


def date_in_words(date: IncidentDate | None) -> str:
    """The date as its precision allows: "14 August 2017", "August 2017", "2017", "1 to 7 August 2017"."""
    if date is None:
        return "date unknown"
    start, end = date.start, date.end
    month = f"{_MONTHS[start.month - 1]} {start.year}"
    if date.precision is Precision.YEAR:
        return str(start.year)
    if date.precision is Precision.MONTH:
        return month
    if start == end:
        return f"{start.day} {month}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {end.day} {month}"
    return f"{start.day} {month} to {end.day} {_MONTHS[end.month - 1]} {end.year}"
