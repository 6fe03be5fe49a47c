"""A claim's id: a hash of its version, its evidence, its figure, its kind and its harm, and an ordinal among claims of all these."""

from __future__ import annotations

import hashlib
from collections import Counter

from kroniek.model.claim import Harm, Kind
from kroniek.model.span import Words

_ID_LENGTH = 24


def mint(version: str, evidence: Words, figure: Words | None, kind: Kind, harm: Harm | None, seen: Counter[str]) -> str:
    """The id of a claim; `seen` counts the claims of one key, for their ordinals."""
    span = "-" if figure is None else f"{figure.start}:{figure.end}"
    key = f"{version}|{evidence.start}:{evidence.end}|{span}|{kind}|{harm or '-'}"
    ordinal = seen[key]
    seen[key] += 1
    return "c" + hashlib.sha256(f"{key}|{ordinal}".encode()).hexdigest()[:_ID_LENGTH]
