"""What finding reuse gives back: edges from an earlier report to a later one with the same words, or the same in another language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kroniek.model.span import Span


class ReuseKind(StrEnum):
    """How a report is like another: word for word, for the greater part, in a passage, or told in another language."""

    EXACT = "exact"
    NEAR = "near"
    PASSAGE = "passage"
    TRANSLATED = "translated"


@dataclass(frozen=True, slots=True, order=True)
class SharedSpan:
    """The same words in both reports, or for a translation the sentences of one claim: code points of each untouched text."""

    earlier: Span
    later: Span


@dataclass(frozen=True, slots=True)
class ReuseEdge:
    """What `later` has in common with `earlier`, two ids of reports; there is one edge at most for a pair.

    `directed` is False where neither is known to have been first (the same day, or a day unknown): they are then in the order of their
    ids. `share` is the part of the later report's words (for a translation: of its counted claims) found in the earlier, 0 to 1.
    `detail` says in words what was found. An edge says that words are shared, not that one took them from the other: both may have a third.
    """

    kind: ReuseKind
    earlier: str
    later: str
    directed: bool
    spans: tuple[SharedSpan, ...]
    share: float
    detail: str

    @property
    def pair(self) -> tuple[str, str]:
        """The key of the edge: the two ids."""
        return self.earlier, self.later


@dataclass(frozen=True, slots=True)
class ReuseChange:
    """What a batch of reports changed: `edges` new or other than before, and pairs `withdrawn`, both sorted by pair.

    Edges are withdrawn where words prove to be boilerplate only after many reports, or a still earlier copy of the same text turns up.
    """

    edges: tuple[ReuseEdge, ...]
    withdrawn: tuple[tuple[str, str], ...] = ()


def publication_order(day: date | None, identity: str) -> tuple[bool, date, str]:
    """Sorts reports by the day of publication, then by id; those without a day come last."""
    return day is None, day or date.min, identity


def is_directed(first: date | None, second: date | None) -> bool:
    """Whether it is known which of two reports was published first."""
    return first is not None and second is not None and first != second
