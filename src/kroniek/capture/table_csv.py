"""A table of CSV: its heading, and its rows one after the other, each with the line that it stands in."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from kroniek.capture.table_text import separator_of
from kroniek.errors import DocumentError

_MOST_COLUMNS = 500


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: where it stands, from 1 (the line of a CSV file, the number of the record in JSON), and its cells by column."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class CsvTable:
    """The columns, and the rows in their order, or in the place of one why it cannot be read."""

    columns: tuple[str, ...]
    rows: Iterator[TableRow | DocumentError]


@contextmanager
def csv_table(path: Path, name: str) -> Iterator[CsvTable]:
    """The table in a file that is UTF-8 (`checked_text` says so), to be read while the file is open; `name` is for messages.

    Raises DocumentError where its heading cannot be read, OSError where the file cannot.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(_from_start(file), delimiter=separator_of(file), strict=True)
        try:
            columns = tuple(next(reader, []))
        except csv.Error as error:
            raise DocumentError(f"{name}, line 1", f"not CSV: {error}") from error
        if len(columns) > _MOST_COLUMNS or len(set(columns)) < len(columns):
            raise DocumentError(name, f"more than {_MOST_COLUMNS} columns, or two of one name")
        yield CsvTable(columns, _rows(reader, columns, name))


def _from_start(file: TextIO) -> Iterator[str]:
    file.seek(0)
    yield from file


def _rows(reader: Iterator[list[str]], columns: tuple[str, ...], name: str) -> Iterator[TableRow | DocumentError]:
    while True:
        line = getattr(reader, "line_num", 1) + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield DocumentError(f"{name}, line {line}", f"not CSV: {error}")
            continue
        if len(cells) == len(columns):
            yield TableRow(line, dict(zip(columns, cells, strict=True)))
        elif cells:
            yield DocumentError(f"{name}, line {line}", f"{len(cells)} cells, where the heading has {len(columns)}")
