"""What a check found: a value with the claims that it speaks of, never a line in a log."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check has to say. `kind` is a stable code, `text` a sentence, `claims` the ids spoken of."""

    severity: Severity
    kind: str
    text: str
    claims: tuple[str, ...] = ()
