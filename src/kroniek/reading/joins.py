"""The harm that a clause tells of one phrase, and the rule that found it."""

from __future__ import annotations

from dataclasses import dataclass

from kroniek.model.claim import Harm
from kroniek.reading.cues import Cue


@dataclass(frozen=True, slots=True)
class Join:
    """The harm of one phrase and the rule that found it; `cue` is None where the phrase's own noun tells it."""

    harm: Harm | None
    rule: str
    cue: Cue | None = None
    negated: bool = False
