"""The page of totals: what its address asks for, the rows of the ledger, and the tables that it shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from threading import Lock

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.totals import NOBODY_NAMED, Dimension, IncidentRow, tabulate
from kroniek.incidents.totals_rows import Counted, RowFilter
from kroniek.ledger.store import Ledger
from kroniek.ledger.totals import incident_rows, rows_state
from kroniek.ledger.views import UNGRADED, FacetValue
from kroniek.publish.totals_text import TotalLines, source_name, total_lines
from kroniek.workbench.address import day_in, in_order, words_in

MOST_ROWS = 1_000
"""Rows of one table on the page; the command shows all."""
SPLITS: dict[str, tuple[Dimension, ...]] = {
    "grade": (Dimension.GRADE,),
    "month": (Dimension.MONTH,),
    "year": (Dimension.YEAR,),
    "belligerent": (Dimension.BELLIGERENT,),
    "belligerents": (Dimension.BELLIGERENT_SET,),
    "province": (Dimension.PROVINCE,),
    "country": (Dimension.COUNTRY,),
    "status": (Dimension.STATUS,),
    "month_grade": (Dimension.MONTH, Dimension.GRADE),
    "belligerent_grade": (Dimension.BELLIGERENT, Dimension.GRADE),
    "province_grade": (Dimension.PROVINCE, Dimension.GRADE),
}
SPLIT_NAMES = {
    "grade": "Grade",
    "month": "Month",
    "year": "Year",
    "belligerent": "Belligerent, an incident of two under each",
    "belligerents": "Belligerents together",
    "province": "Province",
    "country": "Country",
    "status": "Strike status",
    "month_grade": "Month and grade",
    "belligerent_grade": "Belligerent and grade",
    "province_grade": "Province and grade",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalsAsked:
    """What the page was asked for. `troubles` are sentences on values that were not understood, and so not used."""

    by: str = "grade"
    of: Counted = Counted.CIVILIANS
    source: str = ""
    belligerent: str = ""
    province: str = ""
    country: str = ""
    grade: str = ""
    from_day: date | None = None
    to_day: date | None = None
    troubles: tuple[str, ...] = ()

    @property
    def filtered(self) -> bool:
        """Whether anything narrows what is totalled."""
        return any((self.source, self.belligerent, self.province, self.country, self.grade, self.from_day, self.to_day))

    def rows(self) -> RowFilter:
        """The same for rows."""
        return RowFilter(
            from_day=self.from_day,
            to_day=self.to_day,
            belligerents=(self.belligerent,) if self.belligerent else (),
            provinces=(self.province,) if self.province else (),
            countries=(self.country,) if self.country else (),
            grades=(self.grade,) if self.grade else (),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalsPage:
    """The tables of each source, and what can be chosen: by value, with how many incidents have it."""

    tables: tuple[TotalLines, ...]
    sources: tuple[FacetValue, ...]
    belligerents: tuple[FacetValue, ...]
    provinces: tuple[FacetValue, ...]
    countries: tuple[FacetValue, ...]
    grades: tuple[FacetValue, ...]
    incidents: int


@dataclass(slots=True)
class KeptRows:
    """The rows of a ledger, read again only when the ledger has changed."""

    _lock: Lock = field(default_factory=Lock)
    _state: tuple[object, ...] = ()
    _rows: dict[Counted, dict[str, tuple[IncidentRow, ...]]] = field(default_factory=dict)

    def of(self, ledger: Ledger, counted: Counted) -> dict[str, tuple[IncidentRow, ...]]:
        """The rows by source. Raises LedgerError."""
        with self._lock:
            state = (ledger.name, *rows_state(ledger))
            if state != self._state:
                self._rows, self._state = {}, state
            if counted not in self._rows:
                self._rows[counted] = incident_rows(ledger, counted)
            return self._rows[counted]


def totals_asked(parameters: Mapping[str, str]) -> TotalsAsked:
    """What the address asks for; whatever is not understood is named in `troubles` and left out."""
    troubles: list[str] = []
    by, of = words_in(parameters, "by") or "grade", words_in(parameters, "of") or Counted.CIVILIANS
    if by not in SPLITS:
        troubles.append(f"“{by}” is nothing that totals can be split by here, so they are split by grade.")
        by = "grade"
    if of not in set(Counted):
        troubles.append(f"Nobody is counted as “{of}”, so civilians are counted.")
        of = Counted.CIVILIANS
    got = TotalsAsked(
        by=by,
        of=Counted(of),
        source=words_in(parameters, "source"),
        belligerent=words_in(parameters, "belligerent"),
        province=words_in(parameters, "province"),
        country=words_in(parameters, "country"),
        grade=words_in(parameters, "grade"),
        from_day=day_in(parameters, "from", troubles),
        to_day=day_in(parameters, "to", troubles),
    )
    first, last = in_order(got.from_day, got.to_day, troubles)
    return replace(got, from_day=first, to_day=last, troubles=tuple(troubles))


def totals_page(rows: Mapping[str, tuple[IncidentRow, ...]], asked: TotalsAsked, codebook: Codebook) -> TotalsPage:
    """The tables of the sources that have incidents left, and the values to choose from."""
    every = [row for some in rows.values() for row in some]
    wanted, tables = asked.rows(), []
    for source, some in rows.items():
        chosen = wanted.chosen(some) if asked.source in ("", source) else ()
        if chosen:
            undated = sum(row.day is None for row in some) if asked.from_day or asked.to_day else 0
            table = tabulate(chosen, SPLITS[asked.by])
            tables.append(total_lines(source, table, chosen, asked.of, codebook, undated))
    return TotalsPage(
        tables=tuple(tables),
        sources=tuple(FacetValue(source, source_name(source), len(some)) for source, some in rows.items()),
        belligerents=_facet(name for row in every for name in dict.fromkeys(row.belligerents or (NOBODY_NAMED,))),
        provinces=_facet(row.province for row in every),
        countries=_facet(row.country for row in every),
        grades=_facet(row.grade or UNGRADED for row in every),
        incidents=len(every),
    )


def _facet(values: Iterable[str | None]) -> tuple[FacetValue, ...]:
    counted = Counter(value for value in values if value)
    return tuple(FacetValue(value, value, count) for value, count in sorted(counted.items(), key=lambda item: (-item[1], item[0])))
