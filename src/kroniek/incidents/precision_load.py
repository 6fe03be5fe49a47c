"""Reads `precision.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from kroniek.errors import RulesError
from kroniek.incidents.precision import Crosswalk, Level, Precisions
from kroniek.rules.load import rule_file, sourced_rows, sources_of

_FILE = "precision.yaml"
_SIZES = {"place": "metres", "time": "days"}


@cache
def load_precisions() -> Precisions:
    """The crosswalks of the package, read once a process. Raises RulesError that names the row that breaks the form."""
    return build_precisions(rule_file("kroniek.incidents", _FILE))


def build_precisions(content: Any) -> Precisions:
    """The crosswalks of the rows. Raises RulesError for a row without a known source or size, or out of order."""
    sources = sources_of(content, _FILE)
    found = {what: _crosswalk(what, content.get(what) or {}, sources) for what in _SIZES}
    return Precisions(found["place"], found["time"])


def _crosswalk(what: str, schemes: dict[str, Any], sources: Mapping[str, Any]) -> Crosswalk:
    made: dict[str, tuple[Level, ...]] = {}
    for name, rows in schemes.items():
        levels: list[Level] = []
        for number, row in enumerate(sourced_rows(rows, sources, f"{_FILE}: {what}, {name}"), 1):
            where = f"{_FILE}: {what}, {name}, row {number}"
            level = _level(row, _SIZES[what], where)
            if levels and not level.holds(levels[-1]):
                raise RulesError(f"{where}: more exact than the row above it")
            if any(level.code == other.code for other in levels):
                raise RulesError(f"{where}: {level.code!r} stands twice")
            levels.append(level)
        made[name] = tuple(levels)
    return Crosswalk(what, made)


def _level(row: Mapping[str, Any], size: str, where: str) -> Level:
    value = row.get(size)
    if size not in row or not (value is None or (isinstance(value, int) and value > 0)) or not isinstance(row.get("code"), str):
        raise RulesError(f"{where}: needs a `code` in quotes and `{size}`, a whole number or null")
    return Level(row["code"], value, str(row.get("says", "")), row["source"], row.get("target", True) is not False)
