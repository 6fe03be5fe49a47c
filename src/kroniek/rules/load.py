"""Reads a rule file of the package: YAML with `sources` at the top and rows that each name one of them.

What is wrong is told in one form: the file, the row, what is wrong, what to do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from importlib import resources
from typing import Any, TypeVar

import yaml

from kroniek.errors import RulesError

Choice = TypeVar("Choice", bound=StrEnum)
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def rule_file(package: str, name: str) -> dict[str, Any]:
    """The file `name` of a package, as a mapping. Raises RulesError where there is none, or it is no YAML or no mapping."""
    file = resources.files(package).joinpath(name)
    if not file.is_file():
        raise RulesError(f"{name}: there is no such rule file in {package}")
    try:
        content = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader, in C where there is one
    except (yaml.YAMLError, UnicodeDecodeError, ValueError) as error:  # a day such as 2020-13-45 is a ValueError
        raise RulesError(f"{name}: is no YAML: {error}") from error
    if not isinstance(content, dict):
        raise RulesError(f"{name}: must hold a mapping of topics to rows")
    return content


def sources_of(content: Any, name: str) -> Mapping[str, Any]:
    """The sources at the top of a file's content. Raises RulesError where there are none."""
    if not isinstance(content, dict) or not isinstance(content.get("sources"), dict):
        raise RulesError(f"{name}: needs a mapping with `sources` at the top")
    sources: Mapping[str, Any] = content["sources"]
    return sources


def sourced_rows(rows: Any, sources: Mapping[str, Any], where: str) -> list[dict[str, Any]]:
    """The rows of a list, each a mapping with a source of the file; `where` is the file and topic. None for no list is no row.

    Raises RulesError that names the first row of another form, and what to do.
    """
    if rows is None:
        return []
    if not isinstance(rows, list):
        raise RulesError(f"{where}: must be a list of rows")
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict) or row.get("source") not in sources:
            known = ", ".join(str(source) for source in sources)
            raise RulesError(f"{where}, row {number}: no `source` of the `sources` above; name one of them ({known}), or add one there")
    return rows


def listed_words(row: Mapping[str, Any], key: str, where: str) -> Sequence[str]:
    """The words of a row. Raises RulesError where they are no list of text."""
    words = row.get(key)
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise RulesError(f"{where}: `{key}` must be a list of words; put yes, no, on, off and numbers in quotes")
    return words


def needed(row: Mapping[str, Any], key: str, where: str) -> str:
    """The text that a row must hold. Raises RulesError where it is missing or no text."""
    value = row.get(key)
    if not isinstance(value, str):
        raise RulesError(f"{where}: needs `{key}`, a text; put yes, no, on, off and numbers in quotes")
    return value


def chosen(kind: type[Choice], value: Any, where: str) -> Choice:
    """The value as one of an enumeration. Raises RulesError that lists what there is."""
    try:
        return kind(value)
    except ValueError as error:
        raise RulesError(f"{where}: {value!r} is none of {', '.join(kind)}") from error
