"""Totals as text, JSON Lines and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kroniek.capture.incident_import import DATE_IMPLAUSIBLE
from kroniek.cli.failures import one_line
from kroniek.codebooks.codebook import Codebook
from kroniek.contracts.records import SCHEMA, line
from kroniek.incidents.totals import TOGETHER, Dimension, IncidentRow, Sum, Table, Total, headline
from kroniek.incidents.totals_rows import Counted
from kroniek.ledger.totals import ASSESSED
from kroniek.publish.export import cell
from kroniek.workbench.words import added, sentence

_MEASURES = ("killed", "injured", "children", "women", "men")
_HEADS = {"children": "Children killed", "women": "Women killed", "men": "Men killed"}
_NOT_KNOWN = "-"


def text(
    tables: Mapping[str, Table], rows: Mapping[str, Sequence[IncidentRow]], counted: Counted, codebook: Codebook, undated: Mapping[str, int]
) -> Iterator[str]:
    """The tables for a person, each with what it does not tell by itself."""
    if not any(table.overall.incidents for table in tables.values()):
        yield "No incidents" + (" fit these filters.\n" if tables else " here; `kroniek build` or `kroniek import` brings some in.\n")
        return
    for name, table in tables.items():
        yield f"{source_name(name)}\n\n"
        yield from aligned(_heads(table.by, counted), [_cells(total, table.by) for total in table.totals], len(table.by))
        yield "\n"
        for told in (*_summary(table, rows[name], counted, codebook), *_notes(table, rows[name], undated.get(name, 0))):
            yield one_line(told) + "\n"
        yield "\n"
    if len(tables) > 1:
        yield "The sources stand apart: two desks record the same events, and adding them up would count people twice.\n"
    yield "A range is the sum of what is stated at least and at most, no confidence interval.\n"


def source_name(source: str) -> str:
    """What a source is called."""
    return "Assessed by Kroniek" if source == ASSESSED else f"Imported from {source}"


def grade_table(table: Table, counted: Counted) -> Iterator[str]:
    """The killed of a table alone, with a last row for all."""
    heads = [*(sentence(one) for one in table.by), "Incidents", f"{counted.value.capitalize()} killed", "not stated"]
    rows = [[*(_shown(key, by) for key, by in zip(total.key, table.by, strict=True)), *_killed(total)] for total in table.totals]
    rows.append([*("All" if not place else "" for place in range(len(table.by))), *_killed(table.overall)])
    yield from aligned(heads, rows, len(table.by))


def _killed(total: Total) -> list[str]:
    return [f"{total.incidents:,}", added(total.killed, total.incidents) or _NOT_KNOWN, f"{total.killed.unstated:,}"]


def _heads(by: Sequence[Dimension], counted: Counted) -> list[str]:
    whom = counted.value.capitalize()
    named = [_HEADS.get(measure, f"{whom} {measure}") for measure in _MEASURES]
    return [*(sentence(one) for one in by), "Incidents", named[0], "not stated", *named[1:], "Named"]


def _cells(total: Total, by: Sequence[Dimension]) -> list[str]:
    keys = [one_line(_shown(key, dimension)) for key, dimension in zip(total.key, by, strict=True)]
    sums = [added(getattr(total, measure), total.incidents) or _NOT_KNOWN for measure in _MEASURES]
    return [*keys, f"{total.incidents:,}", sums[0], f"{total.killed.unstated:,}", *sums[1:], f"{total.named:,}"]


def _shown(key: str, dimension: Dimension) -> str:
    if not key:
        return _NOT_KNOWN
    return sentence(key) if dimension in (Dimension.GRADE, Dimension.STATUS) else key


def aligned(heads: list[str], rows: list[list[str]], keys: int) -> Iterator[str]:
    """The rows under their heads, the first `keys` columns to the left, numbers to the right."""
    widths = [max(len(row[column]) for row in (heads, *rows)) for column in range(len(heads))]
    for row in (heads, ["-" * width for width in widths], *rows):
        left = [word.ljust(width) for word, width in zip(row[:keys], widths, strict=False)]
        right = [word.rjust(width) for word, width in zip(row[keys:], widths[keys:], strict=True)]
        yield "  ".join((*left, *right)).rstrip() + "\n"


def _summary(table: Table, rows: Sequence[IncidentRow], counted: Counted, codebook: Codebook) -> Iterator[str]:
    grades = headline(rows, codebook)
    rule = codebook.rules.get("totals_together")
    if rule and TOGETHER in grades and len(rule.words) > 1:
        names = " and ".join(word.capitalize() for word in rule.words)
        yield f"{names} together ({codebook.name}): {_sentence(grades[TOGETHER], counted)}."
    yield f"All, each incident counted once: {_sentence(table.overall, counted)}."


def _sentence(total: Total, counted: Counted) -> str:
    killed = added(total.killed, total.incidents)
    told = f"{killed} {counted.value} killed" if killed else f"no number of {counted.value} killed is stated"
    return f"{total.incidents:,} {_incidents(total.incidents)}, {told}"


def _incidents(number: int) -> str:
    return "incident" if number == 1 else "incidents"


def _notes(table: Table, rows: Sequence[IncidentRow], undated: int) -> Iterator[str]:
    overall = table.overall
    if Dimension.BELLIGERENT in table.by:
        several = sum(len(set(row.belligerents)) > 1 for row in rows)
        if several:
            yield f"Counted under more than one belligerent: {several:,} {_incidents(several)}, so the rows add up to more than all."
    if unstated := overall.killed.unstated:
        yield f"No number killed is stated: {unstated:,} {_incidents(unstated)}, which add nothing; that is not 0."
    if no_maximum := overall.killed.no_maximum:
        yield f"Only a minimum is stated: {no_maximum:,} {_incidents(no_maximum)}, which add nothing to the upper end."
    doubtful = sum(DATE_IMPLAUSIBLE in row.doubts for row in rows)
    if doubtful:
        yield f"A date that cannot be right: {doubtful:,} {_incidents(doubtful)}, under the date as it is written."
    if undated:
        yield f"Left out for want of a date, since days were asked for: {undated:,} {_incidents(undated)}."


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
        **{measure: _sum_record(getattr(total, measure)) for measure in _MEASURES},
        "named": total.named,
    }


def _sum_record(total: Sum) -> dict[str, Any]:
    return {"low": total.low, "high": total.high, "unstated": total.unstated, "no_maximum": total.no_maximum}


def csv_lines(tables: Mapping[str, Table], by: Sequence[Dimension]) -> Iterator[str]:
    """The totals of every source as CSV, without the overall one, so that a column can be added up."""
    from kroniek.publish.export import csv_row

    bounds = [f"{measure}_{bound}" for measure in _MEASURES for bound in ("low", "high")]
    yield csv_row(["source", *by, "incidents", "shared", "unstated", "no_maximum", *bounds, "named"])
    for source, table in tables.items():
        for total in table.totals:
            numbers = [total.incidents, total.shared, total.killed.unstated, total.killed.no_maximum]
            numbers += [getattr(getattr(total, measure), bound) for measure in _MEASURES for bound in ("low", "high")]
            yield csv_row([cell(value) for value in (source, *(key or None for key in total.key), *numbers, total.named)])
