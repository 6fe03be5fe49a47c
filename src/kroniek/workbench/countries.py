"""Names of countries for display, from `countries.csv`: an ISO 3166 alpha-2 code each."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from kroniek.text.fold import fold


@cache
def _names() -> dict[str, str]:
    rows = files("kroniek.workbench").joinpath("countries.csv").read_text("utf-8").splitlines()
    return {row["code"]: row["name"] for row in csv.DictReader(rows)}


def country_name(code: str) -> str:
    """The country's name, or the code itself where there is none for it."""
    return _names().get(code, code)


@cache
def country_codes() -> dict[str, str]:
    """The code of each country by its name, folded."""
    return {fold(name): code for code, name in _names().items()}
