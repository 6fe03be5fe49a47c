"""Reads a table of coded incidents: CSV with a heading, one incident a row, as Airwars' public incidents are tabled.

`id` is needed, and `killed_min` and `killed_max`; `injured_min`, `children_min` and so on are read where they are there. An empty cell is
"not stated". The table is read row by row; a row that cannot be read becomes an error that names its line, and the others are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kroniek.capture.table_csv import TableRow, csv_table
from kroniek.capture.table_text import checked_text
from kroniek.capture.walk import printable, reason_of
from kroniek.errors import DocumentError
from kroniek.model.claim import Harm
from kroniek.model.incident import CodedRange, HarmRanges
from kroniek.model.incident_record import IncidentRecord

_NEEDED = ("id", "killed_min", "killed_max")
_MOST_DIGITS = 9
_TITLE = ("code", "date", "place_en")
# by harm and group: what the columns of its range are called, before _min and _max
_COLUMNS: dict[Harm, dict[str, str]] = {
    Harm.KILLED: {"total": "killed", "child": "children", "woman": "women", "man": "men"},
    Harm.INJURED: {"total": "injured", "child": "children_injured", "woman": "women_injured", "man": "men_injured"},
}


def is_incident_table(path: str) -> bool:
    """Whether the file is taken for a table of incidents, by its name."""
    return path.lower().endswith(".csv")


def read_incident_table(path: str) -> Iterator[IncidentRecord | DocumentError]:
    """The incidents of the table, in its order, or in their place why a row cannot be read."""
    name = printable(path)
    try:
        checked_text(Path(path), name)
        with csv_table(Path(path), name) as table:
            missing = [column for column in _NEEDED if column not in table.columns]
            if missing:
                raise DocumentError(name, f"no table of incidents: it has no column {' or '.join(missing)}")
            seen: set[str] = set()
            for row in table.rows:
                yield row if isinstance(row, DocumentError) else _record(row, name, seen)
    except OSError as error:
        yield DocumentError(name, reason_of(error))
    except DocumentError as error:
        yield error


def _record(told: TableRow, name: str, seen: set[str]) -> IncidentRecord | DocumentError:
    where, row = f"{name}, line {told.line}", told.cells
    id = _words(row["id"])
    if not id:
        return DocumentError(where, "no id")
    if id in seen:
        return DocumentError(where, f"the id {id} stands in an earlier line too")
    seen.add(id)
    try:
        harms = {harm: _ranges(row, columns) for harm, columns in _COLUMNS.items()}
    except ValueError as error:
        return DocumentError(where, f"{id}: {error}")
    title = ", ".join(words for words in (_words(row.get(column, "")) for column in _TITLE) if words)
    return IncidentRecord(id=id, line=told.line, title=title, harms=harms)


def _ranges(row: Mapping[str, str], columns: Mapping[str, str]) -> HarmRanges:
    return HarmRanges(**{group: _range(row, column) for group, column in columns.items()})


def _range(row: Mapping[str, str], column: str) -> CodedRange | None:
    """A range of the row; None where neither bound is stated. Raises ValueError that names the column."""
    low, high = (_number(row.get(f"{column}_{bound}", ""), f"{column}_{bound}") for bound in ("min", "max"))
    return None if low is None and high is None else CodedRange(low, high)


def _number(cell: str, column: str) -> int | None:
    digits = cell.strip()
    if not digits:
        return None
    digits = digits.removesuffix(".0")
    if not (digits.isascii() and digits.isdigit()) or len(digits) > _MOST_DIGITS:
        raise ValueError(f"{column} is {_words(cell)[:40]!r}, which is no whole number")
    return int(digits)


def _words(cell: str) -> str:
    """The cell on one line."""
    return " ".join(cell.split())
