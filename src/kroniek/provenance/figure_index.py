"""Claims by where they are told and by their number, so that the same figure is found without comparing every claim with every other."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from kroniek.model.claim import Claim
from kroniek.model.interval import Number

MOST_LOOKED_AT = 60
"""Of so many claims with one number in one place, the nearest before the day asked for are compared; more share it by chance."""

_UNDATED = 0


class FigureIndex:
    """Built once, then asked. A scope is a publication, a report, or all that one source put out, or is named for."""

    def __init__(self) -> None:
        self._told: dict[tuple[str, str, Number | None], list[tuple[int, str, int, Claim]]] = {}
        self._sorted = True

    def add(self, scope: str, name: str, claim: Claim, published: date | None) -> None:
        """Add a claim told in `name` (of the kind `scope`) on a day."""
        self._sorted = False
        day = published.toordinal() if published else _UNDATED
        for number in _numbers(claim):
            self._told.setdefault((scope, name, number), []).append((day, claim.document, claim.evidence.start, claim))

    def like(self, scope: str, name: str, claim: Claim, until: date | None = None) -> list[Claim]:
        """Claims with a number of this one, told there until that day; the last told first, those of one report as in the text."""
        self._sort()
        found: list[tuple[int, str, int, Claim]] = []
        for number in _numbers(claim):
            told = self._told.get((scope, name, number), [])
            end = len(told) if until is None else bisect_right(told, until.toordinal(), key=lambda row: row[0])
            found += told[max(0, end - MOST_LOOKED_AT) : end]
        found.sort(key=lambda row: (-row[0], row[1], row[2], row[3].id))
        return [claim for _, _, _, claim in found]

    def _sort(self) -> None:
        if not self._sorted:
            for told in self._told.values():
                told.sort(key=lambda row: (row[0], row[1], row[2], row[3].id))
            self._sorted = True


def _numbers(claim: Claim) -> tuple[Number | None, ...]:
    """The numbers as written, each once; None for one that has none (vague, malformed)."""
    low, high = claim.quantity.low, claim.quantity.high
    if low is None and high is None:
        return (None,)
    return tuple(dict.fromkeys(number for number in (low, high) if number is not None))
