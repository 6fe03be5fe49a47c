"""What people decided about incidents, as linking and grading take it: which claims are of one event, which are not, and a grade.

Also which named victims are one person, and which are not.
"""

from __future__ import annotations

from dataclasses import dataclass

from kroniek.model.incident import GradeValue
from kroniek.model.provenance import Telling


@dataclass(frozen=True, slots=True)
class Same:
    """A person decided that these claims are of one event. `decision` is the number of the decision."""

    decision: int
    claims: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class NotSame:
    """A person decided that no claim of `these` is of one event with a claim of `those`."""

    decision: int
    these: tuple[Telling, ...]
    those: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class DecidedGrade:
    """A person gave the incident that holds `claim` this grade; None takes an earlier such decision back."""

    decision: int
    claim: Telling
    value: GradeValue | None


@dataclass(frozen=True, slots=True)
class NameAt:
    """Where a report names a victim: the offsets of the name in its text, as its reading has them."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PersonRuling:
    """A person decided that these two names are of one victim (`same`), or of two. `decision` is the number of the decision."""

    decision: int
    one: NameAt
    other: NameAt
    same: bool


@dataclass(frozen=True, slots=True)
class Rulings:
    """All such decisions, in any order: their numbers tell which was made last, and the last one wins."""

    same: tuple[Same, ...] = ()
    not_same: tuple[NotSame, ...] = ()
    grades: tuple[DecidedGrade, ...] = ()
    people: tuple[PersonRuling, ...] = ()
