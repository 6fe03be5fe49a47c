"""Whether a codebook keeps its form: every problem with its row and what to do about it, and the JSON Schema that says the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from kroniek.codebooks.catalogue import TYPE_IN_WORDS, Catalogue, KnownRule, Type, Words

TOP = ("id", "name", "version", "about", "sources", "parties", "notes", "rules")
ROW = ("id", "says", "values", "words", "source")
NOTE = ("id", "says", "source")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, in one sentence that says what to do; `row` names the row ("rule 3 (plural)"), None for the whole file."""

    row: str | None
    text: str

    def __str__(self) -> str:
        return self.text if self.row is None else f"{self.row}: {self.text}"


def problems(record: Any, catalogue: Catalogue) -> list[Problem]:
    """Everything in the record that breaks the form of a codebook, in the order of the file; empty where it keeps it."""
    if not isinstance(record, dict) or not isinstance(record.get("rules"), list):
        return [Problem(None, "must be a mapping with a list of rules; begin from `kroniek codebook new`")]
    found = [Problem(None, f"unknown key {key!r}; there are {', '.join(TOP)}") for key in record if key not in TOP]
    found += _headings(record)
    ids: list[str] = []
    for number, row in enumerate(record["rules"], start=1):
        name = row.get("id") if isinstance(row, dict) else None
        where = f"rule {number}" + (f" ({name})" if isinstance(name, str) and name else "")
        found += [Problem(where, text) for text in _row(row, catalogue)]
        if isinstance(name, str):
            if name in ids:
                found.append(Problem(where, f"{name!r} stands twice; take one of the rows out"))
            ids.append(name)
    notes = record.get("notes", [])
    for number, row in enumerate(notes if isinstance(notes, list) else (), start=1):
        found += [Problem(f"note {number}", text) for text in _texts(row, NOTE)]
    missing = [rule for rule in catalogue.required() if rule not in ids]
    found += [Problem(None, f"rule {rule!r} is missing, and nothing can be coded without it; add its row") for rule in missing]
    for rules in catalogue.choices().values():
        chosen = [rule for rule in rules if rule in ids]
        if len(chosen) != 1:
            words = "none is there; add one" if not chosen else f"{' and '.join(chosen)} are there; keep one"
            found.append(Problem(None, f"exactly one of the rules {', '.join(rules)} is needed: {words}"))
    return found


def _headings(record: Mapping[str, Any]) -> Iterator[Problem]:
    for key in ("id", "name", "version", "about"):
        if key in record and not (isinstance(record[key], str) and record[key]):
            yield Problem(None, f"{key!r} must be text; put it in quotes")
    for key in ("sources", "parties"):
        value = record.get(key, {})
        if not (isinstance(value, dict) and all(isinstance(part, str) for pair in value.items() for part in pair)):
            yield Problem(None, f"{key!r} must be texts by name; put the names in quotes")
    if not isinstance(record.get("notes", []), list):
        yield Problem(None, "'notes' must be a list of rows")


def _texts(row: Any, keys: tuple[str, ...]) -> Iterator[str]:
    """What is wrong with a row's keys and with those that are text."""
    if not isinstance(row, dict):
        yield "must be a mapping of id, says and source"
        return
    for key in row:
        if key not in keys:
            yield f"unknown key {key!r}; there are {', '.join(keys)}"
    for key in ("id", "says", "source"):
        if key not in row:
            yield f"{key!r} is missing" + ("; say where the rule comes from" if key == "source" else "")
        elif not isinstance(row[key], str) or not row[key].strip():
            yield f"{key!r} must be text; put it in quotes"


def _row(row: Any, catalogue: Catalogue) -> Iterator[str]:
    yield from _texts(row, ROW)
    if not isinstance(row, dict) or not isinstance(row.get("id"), str):
        return
    known = catalogue.rules.get(row["id"])
    if known is None:
        near = get_close_matches(row["id"], list(catalogue.rules), 1)
        meant = f"did you mean {near[0]!r}? Else" if near else "no part of the coding reads it:"
        yield f"no rule is called {row['id']!r}; {meant} put it under `notes`"
        return
    yield from _values(row.get("values", {}), known)
    yield from _words(row.get("words", []), known)


def _values(values: Any, known: KnownRule) -> Iterator[str]:
    if not isinstance(values, dict):
        yield "'values' must be a mapping of parameters"
        return
    for parameter, kind in known.values.items():
        if parameter not in values:
            yield f"parameter {parameter!r} is missing; give {TYPE_IN_WORDS[kind]}"
    for parameter, value in values.items():
        if not isinstance(parameter, str):
            yield f"parameter {parameter!r} must be a word; put it in quotes"
            continue
        wanted = known.type_of(parameter)
        if wanted is None:
            listed = ", ".join((*known.values, *known.options)) or "none"
            yield f"it has no parameter {parameter!r}; there are: {listed}"
        elif not fits(value, wanted):
            yield f"parameter {parameter!r} must be {TYPE_IN_WORDS[wanted]}, not {value!r}"
    low, high = values.get("low"), values.get("high")
    if isinstance(low, int | float) and isinstance(high, int | float) and low > high:
        yield f"'low' ({low}) is above 'high' ({high})"


def fits(value: Any, kind: Type) -> bool:
    """Whether a value read from YAML is of the type."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if kind is Type.COUNT:
        return number and 0 <= value < float("inf")
    if kind is Type.SHARE:
        return number and 0 <= value <= 1
    if kind is Type.CODE:
        return number and isinstance(value, int) and value >= 0
    if kind is Type.DAY:
        return type(value) is date  # a date with a time of day is none
    if kind is Type.NAME:
        return isinstance(value, str) and bool(value.strip())
    listed = isinstance(value, list) and bool(value) and all(isinstance(item, str) and item for item in value)
    return listed and (kind is Type.NAMES or all(len(item) == 2 and item.isascii() and item.isupper() for item in value))


def _words(words: Any, known: KnownRule) -> Iterator[str]:
    if not isinstance(words, list):
        yield "'words' must be a list"
    elif words and known.words is Words.NONE:
        yield "it reads no words; take 'words' out"
    elif not words and known.words is Words.REQUIRED:
        yield "'words' is missing; list the words that it reads"
    else:
        yield from _listed(words)


def _listed(words: list[Any]) -> Iterator[str]:
    for word in words:
        if not isinstance(word, str) or not word.strip():
            yield f"word {word!r} must be text; put it in quotes"


def json_schema(catalogue: Catalogue) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a codebook's file, made from the catalogue. Days are text there, as JSON has none."""
    text = {"type": "string", "minLength": 1}
    required = [{"contains": {"properties": {"id": {"const": rule}}}} for rule in catalogue.required()]
    choices: list[dict[str, Any]] = [
        {"contains": {"properties": {"id": {"enum": list(rules)}}}, "minContains": 1, "maxContains": 1}
        for rules in catalogue.choices().values()
    ]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:kroniek:schema:codebook:1",
        "title": "A codebook",
        "description": "A desk's written rules: how words become numbers, ranges and a grade. Closed: a rule that the coding does not "
        "know belongs under `notes`.",
        "type": "object",
        "properties": {
            "id": text,
            "name": text,
            "version": text,
            "about": text,
            "sources": {"type": "object", "additionalProperties": {"type": "string"}},
            "parties": {"type": "object", "additionalProperties": {"type": "string"}},
            "notes": {"type": "array", "items": _closed({"id": text, "says": text, "source": text}, ["id", "says", "source"])},
            "rules": {
                "type": "array",
                "items": {"oneOf": [{"$ref": f"#/$defs/{rule}"} for rule in catalogue.rules]},
                "allOf": [*required, *choices],
            },
        },
        "required": ["rules"],
        "additionalProperties": False,
        "$defs": {rule.id: _rule_schema(rule) for rule in catalogue.rules.values()},
    }


def _closed(properties: Mapping[str, Any], required: list[str]) -> dict[str, Any]:
    return {"type": "object", "properties": dict(properties), "required": required, "additionalProperties": False}


def _rule_schema(rule: KnownRule) -> dict[str, Any]:
    text = {"type": "string", "minLength": 1}
    properties: dict[str, Any] = {"id": {"const": rule.id}, "says": text, "source": text}
    required = ["id", "says", "source"]
    values = _closed({name: _type_schema(kind) for name, kind in (*rule.values.items(), *rule.options.items())}, list(rule.values))
    if rule.others is not None:
        values["additionalProperties"] = _type_schema(rule.others)
    if rule.values or rule.options or rule.others:
        properties["values"] = values
    if rule.values:
        required.append("values")
    if rule.words is not Words.NONE:
        properties["words"] = {"type": "array", "items": text, **({"minItems": 1} if rule.words is Words.REQUIRED else {})}
    if rule.words is Words.REQUIRED:
        required.append("words")
    return {"description": rule.does, **_closed(properties, required)}


def _type_schema(kind: Type) -> dict[str, Any]:
    if kind is Type.COUNT:
        return {"type": "number", "minimum": 0}
    if kind is Type.SHARE:
        return {"type": "number", "minimum": 0, "maximum": 1}
    if kind is Type.CODE:
        return {"type": "integer", "minimum": 0}
    if kind is Type.DAY:
        return {"type": "string", "format": "date"}
    if kind is Type.NAME:
        return {"type": "string", "minLength": 1}
    item = {"type": "string", "minLength": 1} if kind is Type.NAMES else {"type": "string", "pattern": "^[A-Z]{2}$"}
    return {"type": "array", "items": item, "minItems": 1}
