"""Totals from one row per incident: never a sum over a join, so nobody is counted twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kroniek.codebooks.codebook import Codebook
from kroniek.errors import UsageError
from kroniek.model.interval import Number, Precision

NOBODY_NAMED = "Unknown"
"""The belligerent of an incident that names none, as the list of parties calls it."""
TOGETHER = "together"


class Dimension(StrEnum):
    """By what totals are split. By `belligerent` an incident of two stands under each; by `belligerents` once, under all as its record
    lists them ("A, B"); by `belligerent_set` once, under all in alphabetical order, so that "B, A" is the same."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    BELLIGERENT = "belligerent"
    BELLIGERENTS = "belligerents"
    BELLIGERENT_SET = "belligerent_set"
    PLACE = "place"
    PROVINCE = "province"
    COUNTRY = "country"
    GRADE = "grade"
    CODEBOOK = "codebook"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Stated:
    """What one incident states of a number; None for a bound that is not stated, which is not 0."""

    low: Number | None = None
    high: Number | None = None

    @property
    def nothing(self) -> bool:
        """Whether neither bound is stated."""
        return self.low is None and self.high is None


NOTHING = Stated()


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRow:
    """One incident as totals need it. `codebook` is that of Kroniek's assessment, or the desk whose record it is.

    `day` is its first day, no more exact than `precision`. `belligerents` and `belligerent_ids` (None where the list of parties has none)
    go side by side. `grade` and `status` are values of the model, or a desk's own words. `killed`, `injured` and the others
    are of those that are counted (civilians, or all people). `published` and `modified` are days of a desk's record.
    """

    id: str
    codebook: str = ""
    day: date | None = None
    precision: Precision = Precision.DAY
    belligerents: tuple[str, ...] = ()
    belligerent_ids: tuple[str | None, ...] = ()
    place: str | None = None
    province: str | None = None
    country: str | None = None
    grade: str | None = None
    status: str | None = None
    killed: Stated = NOTHING
    injured: Stated = NOTHING
    children: Stated = NOTHING
    women: Stated = NOTHING
    men: Stated = NOTHING
    named: int | None = None
    published: date | None = None
    modified: date | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """Stated bounds added up: no confidence interval. `unstated` counts incidents that state neither bound and so add nothing,
    `no_maximum` those that state a minimum alone, and add nothing to `high`, `no_minimum` those that state a maximum alone."""

    low: Number
    high: Number
    unstated: int
    no_maximum: int
    no_minimum: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """One total: `key` in the order of the dimensions asked ("" for not known), and what it adds up.

    `shared` counts the incidents that stand under another key too, since they have several belligerents. `named` adds victims named.
    """

    key: tuple[str, ...]
    incidents: int
    shared: int
    killed: Sum
    injured: Sum
    children: Sum
    women: Sum
    men: Sum
    named: int


@dataclass(frozen=True, slots=True)
class Table:
    """Totals by some dimensions, sorted by key, and `overall`, in which each incident counts once whatever the dimensions."""

    by: tuple[Dimension, ...]
    totals: tuple[Total, ...]
    overall: Total


def tabulate(rows: Iterable[IncidentRow], by: Sequence[Dimension] = ()) -> Table:
    """Totals per combination of the dimensions, and of all.

    Raises UsageError where an incident's id comes twice, or a dimension is asked for twice.
    """
    every = _once(rows)
    return Table(tuple(by), _totals(every, by), _total((), every, frozenset()))


def totals(rows: Iterable[IncidentRow], by: Sequence[Dimension] = ()) -> tuple[Total, ...]:
    """Totals per combination of the dimensions, sorted by key; with none, one total of all (none where there are no rows).

    Raises UsageError where an incident's id comes twice: a total counts each incident once.
    """
    return _totals(_once(rows), by)


def _once(rows: Iterable[IncidentRow]) -> list[IncidentRow]:
    every = list(rows)
    seen: set[str] = set()
    for row in every:
        if row.id in seen:
            raise UsageError(f"incident {row.id} stands twice among the rows to be totalled")
        seen.add(row.id)
    return every


def _totals(rows: Sequence[IncidentRow], by: Sequence[Dimension]) -> tuple[Total, ...]:
    if len(set(by)) < len(by):
        raise UsageError(f"totals by {', '.join(by)}: a dimension stands twice")
    groups: dict[tuple[str, ...], list[IncidentRow]] = {}
    shared: set[str] = set()
    for row in rows:
        keys = _keys(row, by)
        for key in keys:
            groups.setdefault(key, []).append(row)
        if len(keys) > 1:
            shared.add(row.id)
    return tuple(_total(key, groups[key], shared) for key in sorted(groups))


def headline(rows: Iterable[IncidentRow], codebook: Codebook) -> dict[str, Total]:
    """The total of the grades that the codebook takes together (key "together"), and of each other grade by its name ("" for none)."""
    rule = codebook.rules.get("totals_together")
    together = set(rule.words) if rule else set()
    groups: dict[str, list[IncidentRow]] = {}
    for row in sorted(rows, key=lambda row: row.id):
        groups.setdefault(TOGETHER if row.grade in together else row.grade or "", []).append(row)
    return {name: totals(groups[name])[0] for name in sorted(groups)}


def period(row: IncidentRow, wanted: Dimension) -> str | None:
    """The row's day, month or year, never finer than its date is known: of a month that is known alone, the day is "2017-08"."""
    if row.day is None:
        return None
    length = {Dimension.DAY: 10, Dimension.MONTH: 7, Dimension.YEAR: 4}[wanted]
    known = {Precision.MONTH: 7, Precision.YEAR: 4}.get(row.precision, 10)
    return row.day.isoformat()[: min(length, known)]


_KEYS: Mapping[Dimension, Callable[[IncidentRow], str | None]] = {
    Dimension.DAY: lambda row: period(row, Dimension.DAY),
    Dimension.MONTH: lambda row: period(row, Dimension.MONTH),
    Dimension.YEAR: lambda row: period(row, Dimension.YEAR),
    Dimension.BELLIGERENTS: lambda row: ", ".join(row.belligerents) or NOBODY_NAMED,
    Dimension.BELLIGERENT_SET: lambda row: ", ".join(sorted(set(row.belligerents))) or NOBODY_NAMED,
    Dimension.PLACE: lambda row: row.place,
    Dimension.PROVINCE: lambda row: row.province,
    Dimension.COUNTRY: lambda row: row.country,
    Dimension.GRADE: lambda row: row.grade,
    Dimension.CODEBOOK: lambda row: row.codebook,
    Dimension.STATUS: lambda row: row.status,
}


def _keys(row: IncidentRow, by: Sequence[Dimension]) -> list[tuple[str, ...]]:
    """The keys that the row stands under: one, or one for each of its belligerents where these are told apart."""
    keys: list[tuple[str, ...]] = [()]
    for dimension in by:
        if dimension is Dimension.BELLIGERENT:
            values = list(dict.fromkeys(row.belligerents)) or [NOBODY_NAMED]
        else:
            values = [_KEYS[dimension](row) or ""]
        keys = [(*key, value) for key in keys for value in values]
    return keys


def _total(key: tuple[str, ...], rows: Sequence[IncidentRow], shared: Iterable[str]) -> Total:
    elsewhere = shared if isinstance(shared, set | frozenset) else set(shared)
    return Total(
        key=key,
        incidents=len(rows),
        shared=sum(row.id in elsewhere for row in rows),
        killed=_sum([row.killed for row in rows]),
        injured=_sum([row.injured for row in rows]),
        children=_sum([row.children for row in rows]),
        women=_sum([row.women for row in rows]),
        men=_sum([row.men for row in rows]),
        named=sum(row.named or 0 for row in rows),
    )


def _sum(stated: Sequence[Stated]) -> Sum:
    return Sum(
        low=sum(one.low or 0 for one in stated),
        high=sum(one.high or 0 for one in stated),
        unstated=sum(one.nothing for one in stated),
        no_maximum=sum(one.low is not None and one.high is None for one in stated),
        no_minimum=sum(one.low is None and one.high is not None for one in stated),
    )
