"""The rows of a desk's table, one after the other, each with the line that it stands in: CSV with a heading, or a list in JSON.

The file is hashed first, so that every record can name the very bytes that it came from. A row that cannot be read becomes an error that
names its line, and the others are read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kroniek.capture.incident_map import IncidentMap
from kroniek.capture.table_csv import TableRow, csv_table
from kroniek.capture.table_text import checked_text
from kroniek.capture.walk import printable, reason_of
from kroniek.errors import DocumentError

_LARGEST_JSON = 300_000_000
_MOST_SHOWN = 8
_LONGEST_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Table:
    """A file that a map fits. `columns` are its heading, or the keys of its first record; `content` is what a file of JSON holds."""

    path: str
    sha256: str
    map: IncidentMap
    columns: tuple[str, ...]
    content: Any = field(default=None, repr=False, compare=False)


def open_table(path: str, maps: Sequence[IncidentMap]) -> Table:
    """The file with the map that fits it best: its needed columns are there, and most of its others.

    Raises DocumentError where the file cannot be read or no map fits it.
    """
    name = printable(path)
    try:
        digest, first = checked_text(Path(path), name)
        if first.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
            content = _json(Path(path), name)
            columns = {one.id: _keys(content, one) for one in maps if one.format == "json"}
        else:
            content = None
            with csv_table(Path(path), name) as table:
                columns = {one.id: table.columns for one in maps if one.format == "csv"}
    except OSError as error:
        raise DocumentError(name, reason_of(error)) from error
    tried = [one for one in maps if one.id in columns]
    fitting = [one for one in tried if set(one.needs) <= set(columns[one.id])]
    if not fitting:
        raise _unfit(name, tried, columns, is_json=content is not None)
    best = min(fitting, key=lambda one: (-len(_read_by(one) & set(columns[one.id])), one.id))
    return Table(path, digest, best, columns[best.id], content)


def _read_by(one: IncidentMap) -> set[str]:
    return {column for field in one.fields.values() for column in field.columns}


def _keys(content: Any, one: IncidentMap) -> tuple[str, ...]:
    return tuple(next(iter(_found(content, one.records)), {}))


def _unfit(name: str, maps: Sequence[IncidentMap], columns: Mapping[str, tuple[str, ...]], *, is_json: bool) -> DocumentError:
    """What the table has, what the nearest form needs besides, which forms there are, and what to do."""
    advice = "mend it, or tell how your columns are read with --map FILE.yaml"
    if not maps:
        return DocumentError(name, f"no map here reads {'JSON' if is_json else 'CSV'}; {advice}")
    lacking = {one.id: [column for column in one.needs if column not in columns[one.id]] for one in maps}
    nearest = min(maps, key=lambda one: (len(lacking[one.id]) / len(one.needs), one.id))
    held = columns[nearest.id]
    shown = ", ".join(column[:_LONGEST_SHOWN] for column in held[:_MOST_SHOWN]) + (" ..." if len(held) > _MOST_SHOWN else "")
    has = f"{'the first record' if is_json else 'the heading'} has {shown}"
    if not held:
        has = f"it has no list of records at {' / '.join(nearest.records) or 'its beginning'}"
    reason = (
        f"no table of incidents that is known here: {has}; the nearest form, {nearest.id}, also needs {', '.join(lacking[nearest.id])}; "
        f"known forms are {', '.join(sorted(lacking))}; {advice}"
    )
    return DocumentError(name if is_json else f"{name}, line 1", reason)


def rows_of(table: Table) -> Iterator[TableRow | DocumentError]:
    """The rows of the table in their order, or in their place why one cannot be read."""
    if table.map.format == "json":
        for number, record in enumerate(_found(table.content, table.map.records), 1):
            yield TableRow(number, {str(key): _cell(value) for key, value in record.items()})
        return
    name = printable(table.path)
    try:
        with csv_table(Path(table.path), name) as opened:
            yield from opened.rows
    except OSError as error:
        yield DocumentError(name, reason_of(error))
    except DocumentError as error:  # the file is another since it was opened
        yield error


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
