"""Reports as they come in, their versions, and the blocks of one voice that they consist of."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kroniek.made import quickly_made
from kroniek.model.span import Span


@dataclass(frozen=True, slots=True)
class Media:
    """A photo, video or sound that a report shows, with the hash of its bytes where known."""

    type: str
    url: str | None = None
    sha256: str | None = None


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report as captured: plain text (already taken from its HTML or PDF) and what is known of it.

    `published` is an ISO 8601 date or moment as given; `published_day` the local day. `origin` is where the
    text was found (a path, or a line of a file), for messages only.
    """

    id: str
    text: str
    language: str | None = None
    published: str | None = None
    published_day: date | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    title: str | None = None
    captured: str | None = None
    platform: str | None = None
    links: tuple[str, ...] = ()
    media: tuple[Media, ...] = ()
    private_source: bool = False
    origin: str | None = None
    raw_sha256: str | None = None

    @property
    def version(self) -> str:
        """SHA-256 of the text read, in hex: the name of this version."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


class Voice(StrEnum):
    """Whose words a block is in."""

    AUTHOR = "author"
    REPUBLISHED = "republished"
    QUOTATION = "quotation"
    HEADLINE = "headline"
    CAPTION = "caption"


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of a version's text in one voice. `parent` is the id of the block that it stands in or quotes from.

    Blocks of one document do not overlap and come in the order of the text. `published` is the day on which the
    words of the block were published: relative dates in it ("last week") are reckoned from that day.
    `speaker` is the party whose words a quotation is, where the introduction to it names one ("From Airwars' report:").
    """

    id: str
    voice: Voice
    language: str
    start: int
    end: int
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    title: str | None = None
    parent: str | None = None
    speaker: Span | None = None

    @property
    def span(self) -> Span:
        """Where the block stands."""
        return Span(self.start, self.end)
