"""Who had it from whom: publications, what they cite, and the chain of every claim back to the first party who could know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kroniek.model.span import Words


class Passing(StrEnum):
    """How words or figures came from one teller to the next."""

    SAID = "said"
    """The claim names the one who says it."""
    REPUBLISHED = "republished"
    """The whole article stands in another's publication."""
    HEADLINE = "headline"
    """A headline tells what the text under it tells."""
    QUOTED = "quoted"
    """A block of quotation with its source named above it."""
    CITED = "cited"
    """The source is named elsewhere in the same text."""
    LINKED = "linked"
    """The text links to it."""
    COPIED = "copied"
    """The same words stand in an earlier report."""
    TRANSLATED = "translated"
    """The same claims stand in an earlier report in another language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """One text by one publisher. A report is one publication; a file of posts, or a post with an article in it, is several.

    `id` is the report's id, with "#1", "#2" ... for those after the first; `host` is the publication that this one stands in, where it
    was republished. `start` and `end` are code points of the report's text, from the first block to the last.
    """

    id: str
    document: str
    publisher: str | None
    author: str | None
    published: date | None
    title: str | None
    url: str | None
    start: int
    end: int
    host: str | None = None

    @property
    def name(self) -> str:
        """What to call it: its publisher, its author, or the report's id."""
        return self.publisher or self.author or self.document


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One source that a publication names or links to. `words` stand in the report's text; None for a link or what the metadata tell.

    `party` is the id in the list of parties, `cited` the id of a known publication, each None where there is none.
    """

    publication: str
    how: Passing
    name: str
    words: Words | None = None
    party: str | None = None
    url: str | None = None
    cited: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Telling:
    """One claim as one report tells it. Reports of the very same text share their claims' ids, so the report names it too."""

    document: str
    claim: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One who tells, and how it came from them to the step before. `telling` is their own words where the ledger holds them.

    `key` is the same for every spelling of the name.
    """

    name: str
    key: str
    how: Passing | None = None
    party: str | None = None
    publication: str | None = None
    telling: Telling | None = None
    words: Words | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """A claim's way back: the first step is the publication that tells it, the last the first party who could know.

    `key` is the same for all chains with that origin, however it is spelt.
    """

    telling: Telling
    steps: tuple[Step, ...]
    key: str

    @property
    def origin(self) -> Step:
        """The first party who could know, as far as the texts tell."""
        return self.steps[-1]

    @property
    def first_hand(self) -> bool:
        """Whether the publication names nobody: its own reporting, as far as the texts tell."""
        return len(self.steps) == 1


class Drift(StrEnum):
    """What changed from one telling to the next."""

    NUMBER = "number"
    BOUND = "bound"
    HEDGE = "hedge"
    UNIT = "unit"
    VICTIMS = "victims"
    HARM = "harm"
    PLACE = "place"
    ACTOR = "actor"
    TIME = "time"
    TENSE = "tense"
    KIND = "kind"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed, with the words before and after."""

    drift: Drift
    before: str
    after: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One telling on the ladder from the origin to the last copy, and what changed since the one above."""

    telling: Telling
    publication: str
    name: str
    published: date | None
    words: Words
    said: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """One claim followed along its chain, earliest first. `origin` is the first party who could know."""

    origin: str
    key: str
    rungs: tuple[Rung, ...]
