"""Reads the lexicons of clues, one a language."""

from __future__ import annotations

from importlib import resources
from typing import Any

import yaml

from kroniek.errors import RulesError
from kroniek.model.claim import Method
from kroniek.reading.report_clues import ACT_OF_COUNTING, ClueKind, ClueRules, StatementRule
from kroniek.text.phrases import PhraseIndex

ANY_METHOD = "group:any_method"
_GROUPS = ("method", "general", "group", "thing", "media", "count")


def load_clues(languages: tuple[str, ...] = ("en", "nl")) -> dict[str, ClueRules]:
    """The clue lexicons of the packaged languages that have one. Raises RulesError, naming the row."""
    found: dict[str, ClueRules] = {}
    for language in languages:
        file = resources.files("kroniek.reading.languages") / language / "clues.yaml"
        if file.is_file():
            found[language] = parse_clues(file.read_bytes(), f"{language}/clues.yaml")
    return found


def parse_clues(data: bytes, name: str) -> ClueRules:
    """The lexicon in the bytes of a YAML file; `name` is for messages. Raises RulesError, naming the row."""
    try:
        record = yaml.load(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders
    except yaml.YAMLError as problem:
        raise RulesError(f"{name}: not YAML ({str(problem).splitlines()[0]})") from problem
    if not isinstance(record, dict):
        raise RulesError(f"{name}: must be a mapping")
    labels: dict[str, list[str]] = {}
    for number, row in enumerate(record.get("phrases") or (), start=1):
        for word in _words(row, f"{name}, phrases row {number}"):
            labels.setdefault(word, []).append(row["label"])
    index: PhraseIndex[tuple[str, ...]] = PhraseIndex()
    counting: PhraseIndex[tuple[str, ...]] = PhraseIndex()
    for word, given in labels.items():
        counts = tuple(label for label in dict.fromkeys(given) if label.startswith("count:"))
        every = [label for label in dict.fromkeys(given) if label not in counts or label == ACT_OF_COUNTING]
        if counts:
            counting.add(word, counts)
        if not every:
            continue
        if any(label.startswith(("method:", "general:")) for label in every):
            every.append(ANY_METHOD)
        index.add(word, tuple(every))
    known = {label.partition(":")[2] for given in labels.values() for label in given if label.startswith("group:")} | {"any_method"}
    statements = tuple(
        _statement(row, known, f"{name}, statements row {number}") for number, row in enumerate(record.get("statements") or (), start=1)
    )
    not_people = record.get("not_people") or []
    if not isinstance(not_people, list):
        raise RulesError(f"{name}: not_people must be a list of words")
    return ClueRules(
        index,
        statements,
        counting,
        _numbers(record.get("numbers") or {}, name, "numbers"),
        _numbers(record.get("people") or {}, name, "people"),
        frozenset(str(word) for word in not_people),
    )


def _numbers(rows: Any, name: str, key: str) -> dict[str, int]:
    if not isinstance(rows, dict) or not all(isinstance(value, int) and not isinstance(value, bool) for value in rows.values()):
        raise RulesError(f"{name}: {key} must be words with whole numbers")
    return {str(word): value for word, value in rows.items()}


def _words(row: Any, where: str) -> list[str]:
    if not isinstance(row, dict) or not isinstance(row.get("label"), str) or not isinstance(row.get("words"), list):
        raise RulesError(f"{where}: needs a label and a list of words")
    if not row.get("source"):
        raise RulesError(f"{where}: needs a source")
    group, _, value = row["label"].partition(":")
    if group not in _GROUPS or not value:
        raise RulesError(f"{where}: unknown label {row['label']!r}")
    if group in ("method", "general") and value not in set(Method):
        raise RulesError(f"{where}: unknown means of attack {value!r}")
    words = [str(word) for word in row["words"]]
    if not all(word.strip() for word in words):
        raise RulesError(f"{where}: an empty phrase")
    return words


def _statement(row: Any, known: set[str], where: str) -> StatementRule:
    if not isinstance(row, dict) or not {"id", "kind", "all_of"} <= set(row):
        raise RulesError(f"{where}: needs id, kind and all_of")
    if row["kind"] not in set(ClueKind):
        raise RulesError(f"{where}: unknown kind {row['kind']!r}")
    for group in [*row["all_of"], *(row.get("none_of") or [])]:
        if group not in known:
            raise RulesError(f"{where}: unknown group {group!r}")
    return StatementRule(
        id=str(row["id"]),
        kind=ClueKind(row["kind"]),
        all_of=tuple(row["all_of"]),
        none_of=tuple(row.get("none_of") or ()),
        within=row.get("within"),
        ordered=bool(row.get("ordered", False)),
    )
