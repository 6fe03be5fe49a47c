"""How a desk's table of incidents is read: which column holds what. A map is data (YAML), so that another desk's table needs no Python.

    id, desk, name, source   what the map is called, whose records they are, and where the meaning of the columns is told
    format, records          csv, or json with the way to the list of records ("*" goes through a list)
    needs                    columns (or keys) by which a file is known to be of this form; without them it is not read
    dates                    forms of days, as Python's strptime; ISO days are always read
    earliest                 a day before which no incident of this desk can have been
    zero_is_unknown          a 0 in a number says "not known", as does a point at 0, 0
    fields                   what an incident has, each with its column: a name, or a mapping with
        column | columns     one column, or several whose values are put together
        separator            several values in one cell; `inner`: the key of each value in a list (json)
        values               the table's words, and what they are here; others are kept as words and told
        scheme               a scheme of precision (incidents/precision.yaml)
        leave_out            values that begin with one of these words are no party
        form                 `unix`: seconds since 1970
    ranges                   harm, group: [column of the minimum, column of the maximum]
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kroniek.model.claim import Harm

FIELDS = (
    "id", "code", "start", "end", "date_precision", "part_of_day", "place", "province", "country", "lat", "lon", "valid_point",
    "accuracy", "belligerents", "strike_type", "strike_status", "grade", "named", "sources", "published", "modified",
)  # fmt: skip
"""What an incident can have. Only `id` must be mapped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldMap:
    """Where one field is, and how its cell is read; see the module."""

    columns: tuple[str, ...]
    separator: str | None = None
    inner: str | None = None
    values: Mapping[str, str] | None = None
    scheme: str | None = None
    leave_out: tuple[str, ...] = ()
    unix: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentMap:
    """One form of table. `sha256` is of the map's file; `ranges` are the columns of minimum and maximum by harm and group."""

    id: str
    desk: str
    name: str
    source: str
    sha256: str
    format: Literal["csv", "json"]
    records: tuple[str, ...]
    needs: tuple[str, ...]
    dates: tuple[str, ...]
    earliest: date
    zero_is_unknown: bool
    fields: Mapping[str, FieldMap]
    ranges: Mapping[Harm, Mapping[str, tuple[str, str]]]
