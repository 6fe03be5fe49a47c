"""What assessment takes from one report's reading."""

from __future__ import annotations

from kroniek.reading.result import Reading

Evidence = Reading

__all__ = ["Evidence", "Reading"]
