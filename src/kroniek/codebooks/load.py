"""Reads a codebook from its YAML file, the packaged ones by name."""

from __future__ import annotations

import hashlib
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from kroniek.codebooks.codebook import Codebook, Rule
from kroniek.errors import RulesError
from kroniek.model.interval import Number

_LARGEST = 1_000_000


def packaged_codebooks() -> tuple[str, ...]:
    """The names of the codebooks in the package, sorted."""
    folder = resources.files("kroniek.codebooks")
    return tuple(sorted(item.name.removesuffix(".yaml") for item in folder.iterdir() if item.name.endswith(".yaml")))


def load_codebook(name: str) -> Codebook:
    """The packaged codebook of that name, or the one in the YAML file of that path.

    Raises RulesError for an unknown name, a file that cannot be read, and a row of another form.
    """
    if name in packaged_codebooks():
        return parse_codebook((resources.files("kroniek.codebooks") / f"{name}.yaml").read_bytes(), name)
    path = Path(name)
    if path.suffix not in (".yaml", ".yml"):
        raise RulesError(f"no codebook is called {name!r}; there are {', '.join(packaged_codebooks())}, or name a .yaml file")
    try:
        return parse_codebook(path.read_bytes(), name)
    except OSError as problem:
        raise RulesError(f"codebook {name}: cannot be read ({problem.strerror})") from problem


def parse_codebook(data: bytes, name: str) -> Codebook:
    """The codebook in the bytes of a YAML file; `name` is for messages. Raises RulesError, naming the row."""
    if len(data) > _LARGEST:
        raise RulesError(f"codebook {name}: larger than {_LARGEST} bytes")
    try:
        record = yaml.load(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders
    except yaml.YAMLError as problem:
        raise RulesError(f"codebook {name}: not YAML ({str(problem).splitlines()[0]})") from problem
    if not isinstance(record, dict) or not isinstance(record.get("rules"), list):
        raise RulesError(f"codebook {name}: must be a mapping with a list of rules")
    sources = record.get("sources") or {}
    rules: dict[str, Rule] = {}
    for number, row in enumerate(record["rules"], start=1):
        rule = _rule(row, sources, f"codebook {name}, rule {number}")
        if rule.id in rules:
            raise RulesError(f"codebook {name}, rule {number}: {rule.id!r} stands twice")
        rules[rule.id] = rule
    return Codebook(
        id=str(record.get("id", name)),
        name=str(record.get("name", name)),
        version=str(record.get("version", "1")),
        sha256=hashlib.sha256(data).hexdigest(),
        rules=rules,
        parties={str(party): str(label) for party, label in (record.get("parties") or {}).items()},
    )


def _rule(row: Any, sources: dict[str, str], where: str) -> Rule:
    if not isinstance(row, dict):
        raise RulesError(f"{where}: must be a mapping")
    unknown = sorted(set(row) - {"id", "says", "values", "words", "source"})
    if unknown:
        raise RulesError(f"{where}: unknown key {unknown[0]!r}")
    for key in ("id", "says", "source"):
        if not isinstance(row.get(key), str) or not row[key]:
            raise RulesError(f"{where}: {key!r} is missing")
    values: dict[str, Number | tuple[str, ...]] = {}
    for key, value in (row.get("values") or {}).items():
        if isinstance(value, list):
            values[str(key)] = tuple(str(item) for item in value)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            values[str(key)] = value
        else:
            raise RulesError(f"{where}: value {key!r} must be a number or a list")
    words = tuple(str(word) for word in row.get("words") or ())
    return Rule(row["id"], row["says"], str(sources.get(row["source"], row["source"])), values, words)
