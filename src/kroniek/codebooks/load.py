"""Reads a codebook from its YAML file, the packaged ones by name, and the catalogue of rules that it is held against."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from kroniek.codebooks.catalogue import Catalogue, KnownRule, Need, Type, Words
from kroniek.codebooks.codebook import Codebook, Note, Rule, Value
from kroniek.codebooks.form import problems
from kroniek.errors import RulesError

_LARGEST = 1_000_000
_CATALOGUE = "catalogue"


def packaged_codebooks() -> tuple[str, ...]:
    """The names of the codebooks in the package, sorted."""
    folder = resources.files("kroniek.codebooks")
    names = (item.name.removesuffix(".yaml") for item in folder.iterdir() if item.name.endswith(".yaml"))
    return tuple(sorted(name for name in names if name != _CATALOGUE))


def load_codebook(name: str) -> Codebook:
    """The packaged codebook of that name, or the one in the YAML file of that path.

    Raises RulesError for an unknown name, a file that cannot be read, and a row of another form.
    """
    return parse_codebook(codebook_bytes(name), name)


def codebook_bytes(name: str) -> bytes:
    """The file of the packaged codebook of that name, or of that path. Raises RulesError as `load_codebook`."""
    if name in packaged_codebooks():
        return (resources.files("kroniek.codebooks") / f"{name}.yaml").read_bytes()
    path = Path(name)
    if path.suffix not in (".yaml", ".yml"):
        raise RulesError(f"no codebook is called {name!r}; there are {', '.join(packaged_codebooks())}, or name a .yaml file")
    try:
        return path.read_bytes()
    except OSError as problem:
        raise RulesError(f"codebook {name}: cannot be read ({problem.strerror})") from problem


def parse_codebook(data: bytes, name: str) -> Codebook:
    """The codebook in the bytes of a YAML file; `name` is for messages. Raises RulesError, naming the row and what to do."""
    record = parse_yaml(data, name)
    wrong = problems(record, load_catalogue())
    if wrong:
        more = f" (and {len(wrong) - 1} more; `kroniek codebook check` lists them)" if len(wrong) > 1 else ""
        first = wrong[0]
        raise RulesError(f"codebook {name}{', ' if first.row else ': '}{first}{more}")
    sources: Mapping[str, str] = record.get("sources") or {}
    rules = [_rule(row, sources) for row in record["rules"]]
    notes = [Note(row["id"], row["says"], sources.get(row["source"], row["source"])) for row in record.get("notes") or ()]
    return Codebook(
        id=record.get("id", name),
        name=record.get("name", name),
        version=record.get("version", "1"),
        sha256=hashlib.sha256(data).hexdigest(),
        rules={rule.id: rule for rule in rules},
        parties=dict(record.get("parties") or {}),
        about=record.get("about", ""),
        notes=tuple(notes),
    )


def parse_yaml(data: bytes, name: str) -> Any:
    """What the YAML of a codebook holds. Raises RulesError where it is too large or no YAML."""
    if len(data) > _LARGEST:
        raise RulesError(f"codebook {name}: larger than {_LARGEST} bytes")
    try:
        return yaml.load(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError) as problem:
        # a day such as 2020-13-45 is a ValueError
        mark = getattr(problem, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark is not None else ""
        raise RulesError(f"codebook {name}{where}: not YAML ({str(problem).splitlines()[0]})") from problem


def _rule(row: Mapping[str, Any], sources: Mapping[str, str]) -> Rule:
    values: dict[str, Value] = {key: tuple(value) if isinstance(value, list) else value for key, value in (row.get("values") or {}).items()}
    return Rule(row["id"], row["says"], sources.get(row["source"], row["source"]), values, tuple(row.get("words") or ()))


@cache
def load_catalogue() -> Catalogue:
    """The rules that the coding knows, from the package. Raises RulesError where its file breaks its form."""
    record = parse_yaml((resources.files("kroniek.codebooks") / f"{_CATALOGUE}.yaml").read_bytes(), _CATALOGUE)
    rules = [_known(row) for row in record["rules"]]
    unknown = [rule.id for rule in rules if rule.step not in record["steps"]]
    if unknown or len({rule.id for rule in rules}) < len(rules):
        raise RulesError(f"{_CATALOGUE}.yaml: a rule stands twice or at no step: {', '.join(unknown)}")
    return Catalogue(record["steps"], {rule.id: rule for rule in rules})


def _known(row: Mapping[str, Any]) -> KnownRule:
    def types(key: str) -> dict[str, Type]:
        return {name: Type(kind) for name, kind in (row.get(key) or {}).items()}

    try:
        return KnownRule(
            id=row["id"],
            step=row["step"],
            need=Need(row["need"]),
            does=row["does"],
            values=types("values"),
            options=types("options"),
            others=Type(row["others"]) if "others" in row else None,
            words=Words(row.get("words", "none")),
            choose=row.get("choose"),
        )
    except (KeyError, ValueError) as problem:
        raise RulesError(f"{_CATALOGUE}.yaml: rule {row.get('id')!r}: {problem}") from problem


def as_json(value: Any) -> Any:
    """A codebook's record with days as text, as its JSON Schema reads it."""
    if isinstance(value, dict):
        return {key: as_json(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_json(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value
