"""A codebook for a terminal and as a record."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import date
from typing import Any

from kroniek.codebooks.catalogue import Catalogue
from kroniek.codebooks.codebook import Codebook, Value
from kroniek.codebooks.markdown import parameters

_WIDTH = 110


def codebook_lines(codebook: Codebook, catalogue: Catalogue) -> Iterator[str]:
    """The rules by step of the work, each with its parameters and source on lines of their own."""
    yield f"{codebook.name} ({codebook.id}, version {codebook.version}, sha256 {codebook.sha256})"
    yield from textwrap.wrap(codebook.about, _WIDTH)
    for step, heading in catalogue.steps.items():
        rules = [rule for id, rule in codebook.rules.items() if catalogue.rules[id].step == step]
        if rules:
            yield ""
            yield heading
        for rule in rules:
            yield from _lines(rule.id, rule.says, parameters(rule).replace("\\|", "|"), rule.citation)
    if codebook.notes:
        yield ""
        yield "Not computed"
    for note in codebook.notes:
        yield from _lines(note.id, note.says, "", note.citation)


def _lines(id: str, says: str, given: str, citation: str) -> Iterator[str]:
    yield f"  {id}"
    for text in (says, given, f"source: {citation}"):
        yield from textwrap.wrap(text, _WIDTH, initial_indent="      ", subsequent_indent="      ")


def codebook_record(codebook: Codebook) -> dict[str, Any]:
    """The codebook as plain JSON values."""
    return {
        "id": codebook.id,
        "name": codebook.name,
        "version": codebook.version,
        "sha256": codebook.sha256,
        "about": codebook.about,
        "rules": [
            {
                "id": rule.id,
                "says": rule.says,
                "values": {name: _plain(value) for name, value in rule.values.items()},
                "words": list(rule.words),
                "source": rule.citation,
            }
            for rule in codebook.rules.values()
        ],
        "notes": [{"id": note.id, "says": note.says, "source": note.citation} for note in codebook.notes],
    }


def listed_record(codebook: Codebook) -> dict[str, Any]:
    """The codebook in a list of them: what it is, and how many rules it has."""
    return {"schema": 1, **codebook_record(codebook), "rules": len(codebook.rules), "notes": len(codebook.notes)}


def _plain(value: Value) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else value
