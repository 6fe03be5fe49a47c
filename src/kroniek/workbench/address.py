"""What stands in the address of a page: words and days, made safe; whatever is not understood is told in a sentence and left out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

_LONGEST = 200


def words_in(parameters: Mapping[str, str], name: str) -> str:
    """The words of a parameter, empty where it is not there."""
    return parameters.get(name, "").replace("\x00", "").strip()[:_LONGEST]


def day_in(parameters: Mapping[str, str], name: str, troubles: list[str]) -> date | None:
    """The day of a parameter, None where it is not there; `troubles` is told of what is no day."""
    value = words_in(parameters, name)
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        troubles.append(f"“{value}” is no date of the form 2017-08-31, so that filter was left out.")
        return None


def in_order(first: date | None, last: date | None, troubles: list[str]) -> tuple[date | None, date | None]:
    """The two days, the earlier first; `troubles` is told where they were swapped."""
    if first and last and first > last:
        troubles.append(f"The first day ({first}) is after the last ({last}), so they were swapped.")
        return last, first
    return first, last
