"""What the child process hands back: plain values that travel as JSON, so that nothing it sends can run code."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """The text taken out of one HTML or PDF, and what it says of itself; `published` is ISO 8601."""

    text: str
    title: str | None = None
    author: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    links: tuple[str, ...] = ()


def to_message(result: Extracted | str) -> bytes:
    """The result, or the reason why there is none, as bytes."""
    message = {"error": result} if isinstance(result, str) else asdict(result)
    return json.dumps(message).encode("ascii")


def from_message(message: bytes) -> Extracted | str:
    """The result or the reason in bytes of `to_message`."""
    fields = json.loads(message)
    if "error" in fields:
        return str(fields["error"])
    return Extracted(**{**fields, "links": tuple(fields["links"])})
