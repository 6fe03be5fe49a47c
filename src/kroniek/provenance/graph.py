"""Who feeds whom: from the chains of claims to sources, takers, and how much and how fast passed between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from kroniek.model.provenance import Chain, Publication, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One who tells or is named. `first_hand`: claims that it tells without naming anybody; `repeated`: claims that it has from others;
    `origin_of`: claims of others that go back to it; `level`: 0 for a source that has nothing from others, higher the farther down."""

    key: str
    name: str
    first_hand: int
    repeated: int
    origin_of: int
    level: int

    @property
    def only_repeats(self) -> bool:
        """Whether nothing that it tells is its own reporting, as far as the texts tell."""
        return self.repeated > 0 and self.first_hand == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """Claims that passed from `source` to `taker` (keys). `days`: half of them took at most so many; None where no day is known."""

    source: str
    taker: str
    claims: int
    hows: tuple[str, ...]
    days: int | None


@dataclass(frozen=True, slots=True)
class Graph:
    """Outlets by how many claims they are the origin of, then told; feeds by how many claims passed."""

    outlets: tuple[Outlet, ...]
    feeds: tuple[Feed, ...]


class _Counts:
    __slots__ = ("first_hand", "level", "names", "origin_of", "repeated")

    def __init__(self) -> None:
        self.names: dict[str, int] = {}
        self.first_hand = self.repeated = self.origin_of = self.level = 0

    @property
    def name(self) -> str:
        """The name used most often; of equals the first by the alphabet."""
        return min(self.names, key=lambda name: (-self.names[name], name))


def graph_of(chains: Iterable[Chain], publications: Mapping[str, Publication]) -> Graph:
    """The graph of these chains. Their order changes nothing."""
    outlets: dict[str, _Counts] = {}
    passed: dict[tuple[str, str], list[tuple[str, int | None]]] = {}
    for chain in chains:
        steps = _without_repeats(chain.steps)
        for number, step in enumerate(steps):
            counts = outlets.setdefault(step.key, _Counts())
            counts.names[step.name] = counts.names.get(step.name, 0) + 1
            counts.level = max(counts.level, len(steps) - 1 - number)
        told, origin = outlets[steps[0].key], outlets[steps[-1].key]
        if len(steps) == 1:
            told.first_hand += 1
        else:
            told.repeated += 1
            origin.origin_of += 1
        for taker, source in pairwise(steps):
            how = source.how.value if source.how else ""
            passed.setdefault((source.key, taker.key), []).append((how, _days(source, taker, publications)))
    ordered = sorted(outlets.items(), key=lambda item: (-item[1].origin_of, -item[1].first_hand - item[1].repeated, item[0]))
    return Graph(
        tuple(
            Outlet(
                key=key, name=counts.name, first_hand=counts.first_hand, repeated=counts.repeated, origin_of=counts.origin_of,
                level=counts.level,
            )
            for key, counts in ordered
        ),
        tuple(
            Feed(
                source=source, taker=taker, claims=len(passings), hows=tuple(sorted({how for how, _ in passings if how})),
                days=_middle([days for _, days in passings if days is not None]),
            )
            for (source, taker), passings in sorted(passed.items(), key=lambda item: (-len(item[1]), item[0]))
        ),
    )  # fmt: skip


def _without_repeats(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The steps without one who stands there twice in a row (an outlet that takes over from itself)."""
    return tuple(step for number, step in enumerate(steps) if number == 0 or step.key != steps[number - 1].key)


def _days(source: Step, taker: Step, publications: Mapping[str, Publication]) -> int | None:
    one = publications.get(source.publication or "")
    two = publications.get(taker.publication or "")
    if one is None or two is None or one.published is None or two.published is None:
        return None
    return max(0, (two.published - one.published).days)


def _middle(days: list[int]) -> int | None:
    return median_low(days) if days else None
