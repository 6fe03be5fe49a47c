"""What a person should know about a document that was read all the same, or left out with reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """`name` is the file or line that the person gave, `text` one line in plain words. A note is no failure."""

    name: str
    text: str


Notes = Callable[[Note], None]


def ignore(_note: Note) -> None:
    """For callers that show no notes."""
