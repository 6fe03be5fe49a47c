"""The rows of a desk's table, one after the other, each with the line that it stands in: CSV with a heading, or a list in JSON.

The file is hashed first, so that every record can name the very bytes that it came from. A row that cannot be read becomes an error that
names its line, and the others are read.
"""

from __future__ import annotations

import csv
import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kroniek.capture.incident_map import IncidentMap
from kroniek.capture.table_text import checked_text, separator_of
from kroniek.capture.walk import printable, reason_of
from kroniek.errors import DocumentError

_MOST_COLUMNS = 500
_LARGEST_JSON = 300_000_000


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: where it stands, from 1 (the line of a CSV file, the number of the record in JSON), and its cells by column."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A file that a map fits. `columns` are its heading, or the keys of its first record."""

    path: str
    sha256: str
    map: IncidentMap
    columns: tuple[str, ...]


def open_table(path: str, maps: Sequence[IncidentMap]) -> Table:
    """The file with the map that fits it best: its needed columns are there, and most of its others.

    Raises DocumentError where the file cannot be read or no map fits it.
    """
    name = printable(path)
    try:
        digest, first = checked_text(Path(path), name)
        is_json = first.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")
        fits: list[tuple[int, str, IncidentMap, tuple[str, ...]]] = []
        content = _json(Path(path), name) if is_json else None
        heading = () if is_json else _heading(Path(path), name)
        for one in maps:
            if (one.format == "json") is is_json:
                columns = tuple(next(iter(_found(content, one.records)), {})) if is_json else heading
                if set(one.needs) <= set(columns):
                    known = {column for field in one.fields.values() for column in field.columns}
                    fits.append((-len(known & set(columns)), one.id, one, columns))
    except OSError as error:
        raise DocumentError(name, reason_of(error)) from error
    if not fits:
        raise DocumentError(name, _unfit(maps, heading, is_json=is_json))
    best = min(fits, key=lambda fit: fit[:2])
    return Table(path, digest, best[2], best[3])


def _unfit(maps: Sequence[IncidentMap], heading: Sequence[str], *, is_json: bool) -> str:
    form = "json" if is_json else "csv"
    lacking = [f"{one.id} needs {', '.join(name for name in one.needs if name not in heading)}" for one in maps if one.format == form]
    return f"no table of incidents that is known here ({'; '.join(lacking) or f'no map reads {form}'}); name a map of your own with --map"


def rows_of(table: Table) -> Iterator[TableRow | DocumentError]:
    """The rows of the table in their order, or in their place why one cannot be read."""
    name = printable(table.path)
    try:
        if table.map.format == "json":
            content = _json(Path(table.path), name)
            for number, record in enumerate(_found(content, table.map.records), 1):
                yield TableRow(number, {str(key): _cell(value) for key, value in record.items()})
            return
        separator = separator_of(Path(table.path))
        with Path(table.path).open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
            yield from _csv_rows(csv.reader(file, delimiter=separator, strict=True), name)
    except OSError as error:
        yield DocumentError(name, reason_of(error))


def _heading(path: Path, name: str) -> tuple[str, ...]:
    separator = separator_of(path)
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        try:
            heading = tuple(next(csv.reader(file, delimiter=separator, strict=True), []))
        except csv.Error as error:
            raise DocumentError(f"{name}, line 1", f"not CSV: {error}") from error
    if len(heading) > _MOST_COLUMNS or len(set(heading)) < len(heading):
        raise DocumentError(name, f"more than {_MOST_COLUMNS} columns, or two of one name")
    return heading


def _csv_rows(reader: Iterator[list[str]], name: str) -> Iterator[TableRow | DocumentError]:
    heading = next(reader, [])
    while True:
        line = getattr(reader, "line_num", 1) + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield DocumentError(f"{name}, line {line}", f"not CSV: {error}")
            continue
        if not cells:
            continue
        if len(cells) == len(heading):
            yield TableRow(line, {column: shown_words(cell) for column, cell in zip(heading, cells, strict=True)})
        else:
            yield DocumentError(f"{name}, line {line}", f"{len(cells)} cells, where the heading has {len(heading)}")


def shown_words(cell: str) -> str:
    """The cell; bytes that are not UTF-8 are written as \\xNN."""
    return cell if cell.isascii() else os.fsencode(cell).decode("utf-8", "backslashreplace")


def _json(path: Path, name: str) -> Any:
    if path.stat().st_size > _LARGEST_JSON:
        raise DocumentError(name, f"larger than {_LARGEST_JSON:,} bytes")
    try:
        return json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise DocumentError(name, f"not JSON: {error}") from error


def _found(content: Any, way: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The records at the end of the way; what is of another form is passed over."""
    if not way:
        yield from (record for record in (content if isinstance(content, list) else []) if isinstance(record, dict))
    elif way[0] == "*":
        for part in content if isinstance(content, list) else []:
            yield from _found(part, way[1:])
    elif isinstance(content, dict) and way[0] in content:
        yield from _found(content[way[0]], way[1:])


_SURROGATE = re.compile("[\ud800-\udfff]")


def _cell(value: Any) -> str:
    text = "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
    return _SURROGATE.sub("\ufffd", text)
