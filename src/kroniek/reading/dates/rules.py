"""The words of one language that tell dates and times."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateRules:
    """The date words of one language."""

    language: str
