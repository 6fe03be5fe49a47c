"""A number with its noun, in English."""

from __future__ import annotations


def counted(number: float, noun: str) -> str:
    """ "1 report", "2 reports"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
