"""Reads maps of tables of incidents: those of the package, and a desk's own. A value of another form is an error that names its key."""

from __future__ import annotations

import hashlib
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from kroniek.capture.incident_map import FIELDS, FieldMap, IncidentMap
from kroniek.errors import RulesError
from kroniek.incidents.precision_load import load_precisions
from kroniek.model.claim import Harm
from kroniek.model.incident import HarmRanges

_LARGEST = 1_000_000
_EARLIEST = date(1946, 1, 1)
_GROUPS = frozenset(HarmRanges.__slots__)
_HARMS = (Harm.KILLED, Harm.INJURED)
_Column = Annotated[str, Field(min_length=1, max_length=200)]
_Strict = ConfigDict(strict=True, extra="forbid", frozen=True)


def _word(value: object) -> object:
    return "yes" if value is True else "no" if value is False else value  # YAML takes the words yes and no for truth values


class _Cell(BaseModel):
    model_config = _Strict
    column: _Column | None = None
    columns: list[_Column] = []
    separator: str | None = Field(default=None, min_length=1, max_length=10)
    inner: _Column | None = None
    values: dict[str, Annotated[str, BeforeValidator(_word)]] | None = None
    scheme: str | None = None
    leave_out: list[_Column] = []
    form: Literal["unix"] | None = None


class _File(BaseModel):
    model_config = _Strict
    id: str = Field(pattern=r"^[a-z0-9_-]{1,60}$")
    desk: str = Field(pattern=r"^[a-z0-9_-]{1,60}$")
    name: str
    source: str = Field(min_length=1)
    format: Literal["csv", "json"]
    records: list[_Column] = []
    needs: list[_Column] = Field(min_length=1)
    dates: list[str] = []
    earliest: date = _EARLIEST
    zero_is_unknown: bool = False
    fields: dict[str, _Column | _Cell]
    ranges: dict[str, dict[str, list[_Column]]]


@cache
def packaged_maps() -> tuple[IncidentMap, ...]:
    """The maps of the package, by name of their files. Raises RulesError."""
    folder = files("kroniek.capture.incident_maps")
    names = sorted(item.name for item in folder.iterdir() if item.name.endswith(".yaml"))
    return tuple(parse_map((folder / name).read_bytes(), name) for name in names)


def load_map(name: str) -> IncidentMap:
    """The map of the package of that id, or the one in a .yaml file. Raises RulesError."""
    known = {one.id: one for one in packaged_maps()}
    if name in known:
        return known[name]
    path = Path(name)
    if path.suffix not in (".yaml", ".yml"):
        raise RulesError(f"no map of a table is called {name!r}; there are {', '.join(sorted(known))}, or name a .yaml file")
    try:
        return parse_map(path.read_bytes(), name)
    except OSError as error:
        raise RulesError(f"map {name}: cannot be read ({error.strerror})") from error


def parse_map(data: bytes, name: str) -> IncidentMap:
    """The map in the bytes of a YAML file; `name` is for messages. Raises RulesError that names the key."""
    if len(data) > _LARGEST:
        raise RulesError(f"map {name}: larger than {_LARGEST} bytes")
    try:
        content = yaml.load(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders
    except yaml.YAMLError as error:
        raise RulesError(f"map {name}: not YAML ({str(error).splitlines()[0]})") from error
    try:
        told = _File.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        raise RulesError(f"map {name}: {'.'.join(str(part) for part in first['loc'])}: {first['msg']}") from None
    return IncidentMap(
        id=told.id,
        desk=told.desk,
        name=told.name,
        source=told.source,
        sha256=hashlib.sha256(data).hexdigest(),
        format=told.format,
        records=tuple(told.records),
        needs=tuple(told.needs),
        dates=tuple(told.dates),
        earliest=told.earliest,
        zero_is_unknown=told.zero_is_unknown,
        fields=_fields(told.fields, f"map {name}"),
        ranges=_ranges(told.ranges, f"map {name}"),
    )


def _fields(told: dict[str, str | _Cell], where: str) -> dict[str, FieldMap]:
    if "id" not in told:
        raise RulesError(f"{where}: `fields` has no `id`: without one a row cannot be found again at the next import")
    found: dict[str, FieldMap] = {}
    for field, cell in told.items():
        if field not in FIELDS:
            raise RulesError(f"{where}: an incident has no field {field!r}; there are {', '.join(FIELDS)}")
        found[field] = _field(_Cell(column=cell) if isinstance(cell, str) else cell, f"{where}: {field}")
    return found


def _field(cell: _Cell, where: str) -> FieldMap:
    columns = (*((cell.column,) if cell.column else ()), *cell.columns)
    if not columns:
        raise RulesError(f"{where}: names no column")
    precisions = load_precisions()
    schemes = precisions.time if where.endswith("date_precision") else precisions.place
    if cell.scheme is not None and cell.scheme not in schemes.schemes:
        raise RulesError(f"{where}: no scheme of precision is called {cell.scheme!r}; there are {', '.join(sorted(schemes.schemes))}")
    return FieldMap(
        columns=columns,
        separator=cell.separator,
        inner=cell.inner,
        values=cell.values,
        scheme=cell.scheme,
        leave_out=tuple(cell.leave_out),
        unix=cell.form == "unix",
    )


def _ranges(told: dict[str, dict[str, list[str]]], where: str) -> dict[Harm, dict[str, tuple[str, str]]]:
    found: dict[Harm, dict[str, tuple[str, str]]] = {}
    for harm, groups in told.items():
        if harm not in _HARMS:
            raise RulesError(f"{where}: ranges: {harm!r} is neither killed nor injured")
        for group, columns in groups.items():
            if group not in _GROUPS or len(columns) != 2:
                raise RulesError(
                    f"{where}: ranges: {harm}, {group}: needs [column of the minimum, column of the maximum], and a group of "
                    f"{', '.join(sorted(_GROUPS))}"
                )
            found.setdefault(Harm(harm), {})[group] = (columns[0], columns[1])
    return found
