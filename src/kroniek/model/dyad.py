"""Two sides of an armed conflict in one calendar year, and whether their deaths reach a desk's threshold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kroniek.model.interval import Number


class DyadStatus(StrEnum):
    """Whether the deaths of a dyad in a year reach the threshold, among the incidents at hand."""

    BELOW = "below"
    REACHED = "reached"
    CANNOT_BE_TOLD = "cannot_be_told"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a dyad: a party's id (its words where no list has it) and name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DyadYear:
    """The deaths of one dyad in one calendar year, of all who were killed: an interval, no confidence interval.

    `sides` are in the order of their ids, which tells nothing of who attacked; one alone where it is not told whom its attacks were aimed
    at. `year` is None where it is not known. `low` and `best` add up the incidents of which both sides and the year are told (`incidents`),
    `high` these and all that may be of the dyad in that year (`possible`); `best` is None where the codebook has none, `high` where an
    incident has no upper figure. `why` gives the reasons for the status in sentences.
    """

    codebook: str
    sides: tuple[Side, ...]
    year: int | None
    threshold: Number
    low: Number
    best: Number | None
    high: Number | None
    status: DyadStatus
    why: tuple[str, ...]
    incidents: tuple[str, ...]
    possible: tuple[str, ...]
