"""A file with several dated posts, taken apart: what is known of one post is not known of another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Protocol, TypeVar

from kroniek.model.span import Span
from kroniek.reading.people.model import PeopleFound
from kroniek.reading.report_clues import ReportClues
from kroniek.reading.result import Reading


class _Placed(Protocol):
    @property
    def start(self) -> int | None:
        """Where it stands."""


Item = TypeVar("Item", bound=_Placed)


def has_posts(reading: Reading) -> bool:
    """Whether the report's claims stand in blocks of more than one day of publication."""
    return len({claim.block.published for claim in reading.claims}) > 1


def post_of(reading: Reading, published: date | None) -> Reading:
    """The reading of one post: claims, clues, names, places and parties of the blocks published on that day."""
    spans = [block.span for block in reading.blocks if block.published == published]
    clues = reading.clues
    return replace(
        reading,
        claims=tuple(claim for claim in reading.claims if claim.block.published == published),
        people=PeopleFound(_within(reading.people.victims, spans), _within(reading.people.relatives, spans)),
        opening_time=None,
        places=_within(reading.places, spans),
        parties=_within(reading.parties, spans),
        clues=ReportClues(
            methods=_within(clues.methods, spans),
            statements=_within(clues.statements, spans),
            infrastructure=_within(clues.infrastructure, spans),
            media=_within(clues.media, spans),
        ),
    )


def _within(items: Iterable[Item], spans: list[Span]) -> tuple[Item, ...]:
    return tuple(item for item in items if item.start is not None and any(span.start <= item.start < span.end for span in spans))
