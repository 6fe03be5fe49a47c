"""What a person decided: append-only, and kept apart from whatever the machine made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DecisionKind(StrEnum):
    """What was decided."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    MERGE = "merge"
    SPLIT = "split"
    GRADE = "grade"
    DISMISS = "dismiss"
    """Of a finding: it is wrong, or matters nothing."""
    EXPLAIN = "explain"
    """Of a finding: it is right, and this is why."""
    SAME_PERSON = "same_person"
    """Of two named victims of an incident: they are one person."""
    NOT_SAME_PERSON = "not_same_person"
    """Of two named victims of an incident: they are two, however alike the names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision. It hangs on a version's span and a field, not on an id that a rebuild could change.

    `evidence_sha256` is the hash of the words that stood under it, so that it is asked again only where they changed.
    """

    kind: DecisionKind
    version: str
    start: int
    end: int
    field: str
    value: str | None
    reason: str
    made_by: str
    made_at: str
    evidence_sha256: str
