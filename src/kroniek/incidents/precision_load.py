"""Reads `precision.yaml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from kroniek.errors import RulesError
from kroniek.incidents.precision import Crosswalk, Level, Precisions

_FILE = "precision.yaml"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SIZES = {"place": "metres", "time": "days"}


@cache
def load_precisions() -> Precisions:
    """The crosswalks of the package, read once a process. Raises RulesError that names the row that breaks the form."""
    try:
        content = yaml.load(files("kroniek.incidents").joinpath(_FILE).read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise RulesError(f"{_FILE}: {error}") from error
    return build_precisions(content)


def build_precisions(content: Any) -> Precisions:
    """The crosswalks of the rows. Raises RulesError for a row without a known source or size, or out of order."""
    if not isinstance(content, dict) or not isinstance(content.get("sources"), dict):
        raise RulesError(f"{_FILE}: needs a mapping with `sources` at the top")
    found = {what: _crosswalk(what, content.get(what) or {}, content["sources"]) for what in _SIZES}
    return Precisions(found["place"], found["time"])


def _crosswalk(what: str, schemes: dict[str, Any], sources: dict[str, str]) -> Crosswalk:
    made: dict[str, tuple[Level, ...]] = {}
    for name, rows in schemes.items():
        levels: list[Level] = []
        for number, row in enumerate(rows, 1):
            where = f"{_FILE}: {what}, {name}, row {number}"
            level = _level(row, _SIZES[what], sources, where)
            if levels and not level.holds(levels[-1]):
                raise RulesError(f"{where}: more exact than the row above it")
            if any(level.code == other.code for other in levels):
                raise RulesError(f"{where}: {level.code!r} stands twice")
            levels.append(level)
        made[name] = tuple(levels)
    return Crosswalk(what, made)


def _level(row: Any, size: str, sources: dict[str, str], where: str) -> Level:
    if not isinstance(row, dict) or row.get("source") not in sources:
        raise RulesError(f"{where}: no `source` of the `sources` above")
    value = row.get(size)
    if size not in row or not (value is None or (isinstance(value, int) and value > 0)) or not isinstance(row.get("code"), str):
        raise RulesError(f"{where}: needs a `code` in quotes and `{size}`, a whole number or null")
    return Level(row["code"], value, str(row.get("says", "")), row["source"], row.get("target", True) is not False)
