"""Totals in words, for the terminal, the report and the workbench alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kroniek.capture.incident_import import DATE_IMPLAUSIBLE
from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.totals import TOGETHER, Dimension, IncidentRow, Stated, Sum, Table, Total, headline
from kroniek.incidents.totals_rows import Counted
from kroniek.ledger.totals import ASSESSED
from kroniek.model.interval import Number

MEASURES = ("killed", "injured", "children", "women", "men")
NOT_KNOWN = "-"
_HEADS = {"children": "Children killed", "women": "Women killed", "men": "Men killed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalLines:
    """One source's table: its name, the heads of the key columns and of the numbers, the rows of both, and sentences below it."""

    name: str
    keys: tuple[str, ...]
    numbers: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    summary: tuple[str, ...]


def total_lines(
    source: str, table: Table, rows: Sequence[IncidentRow], counted: Counted, codebook: Codebook, undated: int = 0
) -> TotalLines:
    """The table of a source in words. `undated` is how many incidents were left out for want of a date."""
    return TotalLines(
        name=source_name(source),
        keys=tuple(_sentence(one.value) for one in table.by),
        numbers=("Incidents", *_heads(counted)),
        rows=tuple((_keys(total, table.by), _numbers(total)) for total in table.totals),
        summary=(*_summary(table, rows, counted, codebook), *_notes(table, rows, undated)),
    )


def source_name(source: str) -> str:
    """What a source is called."""
    return "Assessed by Kroniek" if source == ASSESSED else f"Imported from {source}"


def added(total: Sum, incidents: int) -> str:
    """A sum over so many incidents as one range; no upper end below the lower one; "-" where none of them states a number."""
    if total.unstated == incidents:
        return NOT_KNOWN
    if total.high < total.low:
        return f"at least {_number(total.low)}"
    return _number(total.low) if total.low == total.high else f"{_number(total.low)}–{_number(total.high)}"


def stated_words(stated: Stated) -> str:
    """What one incident states of a number: "3", "3-5" with a dash, "at least 3", "at most 5"; "-" where it states none."""
    low, high = stated.low, stated.high
    if low is None or high is None:
        return NOT_KNOWN if stated.nothing else f"at least {_number(low)}" if low is not None else f"at most {_number(high or 0)}"
    return _number(low) if low == high else f"{_number(low)}–{_number(high)}"


def shown_key(key: str, dimension: Dimension) -> str:
    """A key of a total in words."""
    if not key:
        return NOT_KNOWN
    return _sentence(key) if dimension in (Dimension.GRADE, Dimension.STATUS) else key


def _number(value: Number) -> str:
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"


def _sentence(code: str) -> str:
    words = code.replace("_", " ")
    return words[:1].upper() + words[1:]


def _heads(counted: Counted) -> tuple[str, ...]:
    killed, *others = (_HEADS.get(measure, f"{_sentence(counted.value)} {measure}") for measure in MEASURES)
    return (killed, "Not stated", *others, "Named")


def _keys(total: Total, by: Sequence[Dimension]) -> tuple[str, ...]:
    return tuple(shown_key(key, dimension) for key, dimension in zip(total.key, by, strict=True))


def _numbers(total: Total) -> tuple[str, ...]:
    killed, *others = (added(getattr(total, measure), total.incidents) for measure in MEASURES)
    return (f"{total.incidents:,}", killed, f"{total.killed.unstated:,}", *others, f"{total.named:,}")


def _summary(table: Table, rows: Sequence[IncidentRow], counted: Counted, codebook: Codebook) -> Iterator[str]:
    grades = headline(rows, codebook)
    rule = codebook.rules.get("totals_together")
    if rule and TOGETHER in grades and len(rule.words) > 1:
        names = " and ".join(word.capitalize() for word in rule.words)
        yield f"{names} together ({codebook.name}): {_told(grades[TOGETHER], counted)}."
    yield f"All, each incident counted once: {_told(table.overall, counted)}."


def _told(total: Total, counted: Counted) -> str:
    killed = added(total.killed, total.incidents)
    told = f"no number of {counted.value} killed is stated" if killed == NOT_KNOWN else f"{killed} {counted.value} killed"
    return f"{_incidents(total.incidents)}, {told}"


def _incidents(number: int) -> str:
    return f"{number:,} incident{'' if number == 1 else 's'}"


def _adding(number: int) -> str:
    return f"{_incidents(number)}, which {'adds' if number == 1 else 'add'}"


def _notes(table: Table, rows: Sequence[IncidentRow], undated: int) -> Iterator[str]:
    overall = table.overall
    several = sum(len(set(row.belligerents)) > 1 for row in rows)
    if Dimension.BELLIGERENT in table.by and several:
        yield f"Counted under more than one belligerent: {_incidents(several)}, so the rows add up to more than all."
    if unstated := overall.killed.unstated:
        yield f"No number killed is stated: {_adding(unstated)} nothing; that is not 0."
    if no_maximum := overall.killed.no_maximum:
        yield f"Only a minimum is stated: {_adding(no_maximum)} nothing to the upper end."
    if no_minimum := overall.killed.no_minimum:
        yield f"Only a maximum is stated: {_adding(no_minimum)} nothing to the lower end."
    if doubtful := sum(DATE_IMPLAUSIBLE in row.doubts for row in rows):
        yield f"A date that cannot be right: {_incidents(doubtful)}, under the date as it is written."
    if undated:
        yield f"Left out for want of a date, since days were asked for: {_incidents(undated)}."
