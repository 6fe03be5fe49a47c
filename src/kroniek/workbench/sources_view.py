"""The picture of who feeds whom: sources on the left, those who have it from them to the right, lines as thick as claims are many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kroniek.model.claim import Claim
from kroniek.model.provenance import Ladder
from kroniek.provenance.graph import Feed, Graph, Outlet

MOST_DRAWN = 36
_COLUMN, _ROW, _WIDTH, _HEIGHT, _MARGIN = 280, 46, 200, 32, 12
_LONGEST_NAME = 27
_THICKEST = 9.0


@dataclass(frozen=True, slots=True)
class Box:
    """One outlet as drawn: its corner in pixels, and its name as far as it fits."""

    outlet: Outlet
    x: int
    y: int
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Line:
    """One feed as drawn: a curve, and how thick."""

    feed: Feed
    path: str
    width: float
    source: str
    taker: str


@dataclass(frozen=True, slots=True)
class Picture:
    """What the page draws; `left_out` outlets do not fit."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class FeedRow:
    """One feed with names in place of keys."""

    feed: Feed
    source: str
    taker: str


@dataclass(frozen=True, slots=True)
class LadderRow:
    """A ladder with the claim that it ends in."""

    ladder: Ladder
    claim: Claim | None


def picture(graph: Graph) -> Picture:
    """The outlets most claims go through, in columns by how far they are from the source."""
    tied = {key for feed in graph.feeds for key in (feed.source, feed.taker)}
    weight = dict.fromkeys(tied, 0)
    for feed in graph.feeds:
        weight[feed.source] += feed.claims
        weight[feed.taker] += feed.claims
    drawn = sorted((one for one in graph.outlets if one.key in tied), key=lambda one: (-weight[one.key], one.key))[:MOST_DRAWN]
    columns: dict[int, list[Outlet]] = {}
    for one in drawn:
        columns.setdefault(one.level, []).append(one)
    boxes: dict[str, Box] = {}
    for column, level in enumerate(sorted(columns)):
        for row, one in enumerate(columns[level]):
            boxes[one.key] = Box(one, _MARGIN + column * _COLUMN, _MARGIN + row * _ROW, _short(one.name), _kind(one))
    most = max((feed.claims for feed in graph.feeds), default=1)
    lines = tuple(
        Line(feed, _curve(boxes[feed.source], boxes[feed.taker]), 1 + (_THICKEST - 1) * feed.claims / most, *_names(feed, graph))
        for feed in graph.feeds
        if feed.source in boxes and feed.taker in boxes
    )
    tallest = max((len(column) for column in columns.values()), default=0)
    width = 2 * _MARGIN + max(0, len(columns) - 1) * _COLUMN + _WIDTH
    return Picture(width, 2 * _MARGIN + tallest * _ROW, tuple(boxes.values()), lines, len(tied) - len(drawn))


def feed_rows(graph: Graph) -> tuple[FeedRow, ...]:
    """The feeds with the names of both ends."""
    return tuple(FeedRow(feed, *_names(feed, graph)) for feed in graph.feeds)


def _names(feed: Feed, graph: Graph) -> tuple[str, str]:
    names = {one.key: one.name for one in graph.outlets}
    return names[feed.source], names[feed.taker]


def _kind(one: Outlet) -> str:
    if one.only_repeats:
        return "repeats"
    return "both" if one.repeated and one.first_hand else "starts"


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def _curve(source: Box, taker: Box) -> str:
    """A path from the right side of the source to the left side of the taker; backwards where they stand in one column."""
    x, y = source.x + _WIDTH, source.y + _HEIGHT // 2
    to_x, to_y = taker.x, taker.y + _HEIGHT // 2
    bend = max(40, abs(to_x - x) // 2)
    return f"M{x} {y}C{x + bend} {y} {to_x - bend} {to_y} {to_x} {to_y}"


def ladders_that_changed(ladders: Sequence[LadderRow], most: int = 100) -> tuple[LadderRow, ...]:
    """The ladders on which something changed, those with most changes first."""
    changed = [row for row in ladders if any(rung.changes for rung in row.ladder.rungs)]
    changed.sort(key=lambda row: -sum(len(rung.changes) for rung in row.ladder.rungs))
    return tuple(changed[:most])
