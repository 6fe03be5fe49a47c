"""Totals as text, JSON Lines and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kroniek.cli.failures import one_line
from kroniek.codebooks.codebook import Codebook
from kroniek.contracts.records import SCHEMA, line
from kroniek.incidents.totals import Dimension, IncidentRow, Sum, Table, Total
from kroniek.incidents.totals_rows import Counted
from kroniek.model.interval import Number
from kroniek.publish.export import cell, csv_row
from kroniek.publish.totals_text import MEASURES, added, shown_key, total_lines
from kroniek.workbench.countries import country_name


def text(
    tables: Mapping[str, Table], rows: Mapping[str, Sequence[IncidentRow]], counted: Counted, codebook: Codebook, undated: Mapping[str, int]
) -> Iterator[str]:
    """The tables for a person, each with what it does not tell by itself."""
    if not any(table.overall.incidents for table in tables.values()):
        yield "No incidents" + (" fit these filters.\n" if tables else " here; `kroniek build` or `kroniek import` brings some in.\n")
        return
    for name, table in tables.items():
        told = total_lines(name, table, rows[name], counted, codebook, undated.get(name, 0))
        yield f"{told.name}\n\n"
        shown = [[*_named(keys, table.by), *numbers] for keys, numbers in told.rows]
        yield from aligned([*told.keys, *told.numbers], shown, len(told.keys))
        yield "\n"
        for sentence in told.summary:
            yield one_line(sentence) + "\n"
        yield "\n"
    if len(tables) > 1:
        yield "The sources stand apart: two desks record the same events, and adding them up would count people twice.\n"
    yield "A range is the sum of what is stated at least and at most, no confidence interval.\n"


def _named(keys: Sequence[str], by: Sequence[Dimension]) -> list[str]:
    """The keys, countries by name."""
    return [country_name(key) if one is Dimension.COUNTRY else key for key, one in zip(keys, by, strict=True)]


def grade_table(table: Table, counted: Counted) -> Iterator[str]:
    """The killed of a table alone, with a last row for all."""
    heads = [*(one.value.capitalize() for one in table.by), "Incidents", f"{counted.value.capitalize()} killed", "Not stated"]
    rows = [[*(shown_key(key, by) for key, by in zip(total.key, table.by, strict=True)), *_killed(total)] for total in table.totals]
    rows.append([*("All" if not place else "" for place in range(len(table.by))), *_killed(table.overall)])
    yield from aligned(heads, rows, len(table.by))


def _killed(total: Total) -> list[str]:
    return [f"{total.incidents:,}", added(total.killed, total.incidents), f"{total.killed.unstated:,}"]


def aligned(heads: Sequence[str], rows: Sequence[Sequence[str]], keys: int) -> Iterator[str]:
    """The rows under their heads, the first `keys` columns to the left, numbers to the right; words of reports made safe to print."""
    shown = [[one_line(word) for word in row] for row in (heads, *rows)]
    widths = [max(len(row[column]) for row in shown) for column in range(len(heads))]
    for row in (shown[0], ["-" * width for width in widths], *shown[1:]):
        left = [word.ljust(width) for word, width in zip(row[:keys], widths, strict=False)]
        right = [word.rjust(width) for word, width in zip(row[keys:], widths[keys:], strict=True)]
        yield "  ".join((*left, *right)).rstrip() + "\n"


def json_lines(source: str, counted: Counted, table: Table) -> Iterator[str]:
    """One total a line, in the form of the contract; the last line of a source is of all its incidents, each once."""
    for total, overall in (*((one, False) for one in table.totals), (table.overall, True)):
        keys = {} if overall else {name.value: key or None for name, key in zip(table.by, total.key, strict=True)}
        yield line(total_record(source, counted, total, keys, overall=overall)) + "\n"


def total_record(source: str, counted: Counted, total: Total, keys: Mapping[str, str | None], *, overall: bool) -> dict[str, Any]:
    """One total in the form of the contract."""
    return {
        "schema": SCHEMA,
        "source": source,
        "of": counted.value,
        "overall": overall,
        "by": dict(keys),
        "incidents": total.incidents,
        "shared": total.shared,
        **{measure: _sum_record(getattr(total, measure), total.incidents) for measure in MEASURES},
        "named": total.named,
    }


def _sum_record(total: Sum, incidents: int) -> dict[str, Any]:
    low, high = stated_bounds(total, incidents)
    counts = {"unstated": total.unstated, "no_maximum": total.no_maximum, "no_minimum": total.no_minimum}
    return {"low": low, "high": high, **counts}


def stated_bounds(total: Sum, incidents: int) -> tuple[Number | None, Number | None]:
    """The bounds of a sum over so many incidents; None for one that no incident states, which is not 0."""
    stated = incidents - total.unstated
    return (total.low if stated > total.no_minimum else None), (total.high if stated > total.no_maximum else None)


def csv_lines(tables: Mapping[str, Table], by: Sequence[Dimension]) -> Iterator[str]:
    """The totals of every source as CSV, without the overall one, so that a column can be added up."""
    bounds = [f"{measure}_{bound}" for measure in MEASURES for bound in ("low", "high")]
    others = [f"{measure}_unstated" for measure in MEASURES[1:]]
    yield csv_row(["source", *by, "incidents", "shared", "unstated", "no_maximum", *bounds, "named", "no_minimum", *others])
    for source, table in tables.items():
        for total in table.totals:
            numbers: list[Number | None] = [total.incidents, total.shared, total.killed.unstated, total.killed.no_maximum]
            numbers += [bound for measure in MEASURES for bound in stated_bounds(getattr(total, measure), total.incidents)]
            numbers += [total.named, total.killed.no_minimum, *(getattr(total, measure).unstated for measure in MEASURES[1:])]
            yield csv_row([cell(value) for value in (source, *(key or None for key in total.key), *numbers)])
