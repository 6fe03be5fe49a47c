"""Loads the lexicon of a language from `numerals.yaml`, `harm.yaml`, `things.yaml`, `grammar.yaml`, `peace.yaml` and `setting.yaml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from itertools import product
from typing import Any

import yaml

from kroniek.errors import RulesError
from kroniek.model.claim import Bound, Flow, Group, Harm, Kind, Method
from kroniek.reading.attribution_load import read_language_file
from kroniek.reading.lexicon import Entry, Lexicon, build_lexicon
from kroniek.text.tokens import tokenise

_FILES = ("numerals.yaml", "harm.yaml", "things.yaml", "grammar.yaml", "peace.yaml", "setting.yaml")
_SURVIVED = "survived"


@cache
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of one language ("en", "nl"). Raises RulesError that names the file and row at fault."""
    entries: list[tuple[str, Entry]] = []
    lists: dict[str, frozenset[str]] = {}
    compounds: dict[str, Group | None] = {}
    splits: dict[str, tuple[tuple[tuple[str, ...], Harm], ...]] = {}
    signs = {"thousands": ",", "decimal": "."}
    for name in _FILES:
        data = read_language_file(language, name)
        where = f"{language}/{name}"
        signs.update({key: str(data[key]) for key in signs if key in data})
        for number, row in enumerate(data.get("rows", ()), 1):
            try:
                check_row(row, data.get("sources", {}))
                match row["category"]:
                    case "compound_first":
                        compounds.update({word: _enum(Group, row.get("group")) for word in row["words"]})
                    case "split_verb":
                        particle = tuple(token.lower for token in tokenise(row["particle"]))
                        splits.update({word: (*splits.get(word, ()), (particle, Harm(row["harm"]))) for word in row["words"]})
                    case "list":
                        lists[row["name"]] = lists.get(row["name"], frozenset()) | {str(word) for word in row["words"]}
                    case _:
                        entries.extend(entries_of(row))
            except (KeyError, TypeError, ValueError) as error:
                raise RulesError(f"{where}, row {number}: {error}") from error
    return build_lexicon(language, signs["thousands"], signs["decimal"], entries, lists, compounds, splits)


def load_theatres() -> frozenset[str]:
    """Countries at war, ISO 3166 alpha-2. Raises RulesError where the file is no such list."""
    data = yaml.safe_load(resources.files("kroniek.reading").joinpath("theatres.yaml").read_text(encoding="utf-8"))
    if not isinstance(data, dict) or not data.get("source") or not all(isinstance(one, str) for one in data.get("countries") or [None]):
        raise RulesError("theatres.yaml: needs a source and a list of countries, each in quotation marks where YAML reads it otherwise")
    return frozenset(data["countries"])


def check_row(row: Mapping[str, Any], sources: Mapping[str, str]) -> None:
    """Raises ValueError or TypeError where a row has no known source or a word that is no text."""
    if row["source"] not in sources:
        raise ValueError(f"its source {row['source']!r} is not among the file's sources")
    for word in (*row.get("words", ()), *(word for part in row.get("combine", ()) for word in part)):
        if not isinstance(word, str):
            raise TypeError(f"{word!r} is no word; put it in quotation marks")


def entries_of(row: Mapping[str, Any]) -> Iterator[tuple[str, Entry]]:
    """The phrases of a row, each with what it means."""
    survived = row.get("harm") == _SURVIVED
    common: dict[str, Any] = {
        "category": row["category"],
        "bound": _enum(Bound, row.get("bound")),
        "harm": None if survived else _enum(Harm, row.get("harm")),
        "survived": survived,
        "group": _enum(Group, row.get("group")),
        "use": row.get("use"),
        "kind": _enum(Kind, row.get("kind")),
        "method": _enum(Method, row.get("method")),
        "flow": _enum(Flow, row.get("flow")),
        "effect": row.get("effect"),
    }
    for phrase in combined(row.get("combine", ())):
        yield phrase, Entry(**common)
    words = row.get("words", ())
    if isinstance(words, Mapping):
        for word, unit in words.items():
            yield str(word), Entry(**common, unit=unit)
    else:
        for word in words:
            yield word, Entry(**common)
    for word, value in row.get("values", {}).items():
        yield str(word), Entry(**common, value=value)
    for name, plural in (("one", False), ("many", True)):
        for word in row.get(name, ()):
            yield word, Entry(**common, plural=plural)


def combined(parts: Sequence[Sequence[str]]) -> Iterator[str]:
    """Every phrase that takes one word of each part in turn: [[suffered, had], ["", minor], [burns]] gives four. "" leaves a part out."""
    if parts:
        for words in product(*parts):
            yield " ".join(word for word in words if word)


def _enum(kind: Any, value: Any) -> Any:
    return None if value is None else kind(value)
