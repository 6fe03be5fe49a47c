"""What the ledger answers: frozen values that the workbench, the report and the exports are made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kroniek.model.decision import Decision
from kroniek.model.finding import Finding
from kroniek.model.incident import Incident
from kroniek.model.report import Block, Document

UNGRADED = "ungraded"
"""As `IncidentFilter.grade`: incidents that the codebook gave no grade."""


class Sort(StrEnum):
    """The order of a list of incidents; ties go by id. Unknown dates and counts come last."""

    NEWEST = "newest"
    OLDEST = "oldest"
    MOST_KILLED = "most_killed"
    MOST_ORIGINS = "most_origins"
    TITLE = "title"


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentFilter:
    """Which incidents; None lets all through.

    `text` is words that title, place, parties, names or a report's text must hold, all of them, the last one perhaps unfinished.
    `grade` is a grade's value or `UNGRADED`; `belligerent` a party's id or name; `country` as the gazetteer gives it; days are
    inclusive and let through whatever overlaps them; `document` a report's id; `claim` a claim's id; `codebook` a codebook's id.
    """

    text: str | None = None
    grade: str | None = None
    belligerent: str | None = None
    country: str | None = None
    from_day: date | None = None
    to_day: date | None = None
    document: str | None = None
    claim: str | None = None
    codebook: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFilter:
    """Which reports; None lets all through. `failed` True: only those that could not be read."""

    text: str | None = None
    publisher: str | None = None
    language: str | None = None
    from_day: date | None = None
    to_day: date | None = None
    incident: str | None = None
    failed: bool | None = None


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """One page of incidents, and how many there are in all."""

    rows: tuple[Incident, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A report as a list shows it. `versions`, `claims` and `incidents` are counts; `error` says why it could not be read."""

    id: str
    title: str | None
    publisher: str | None
    author: str | None
    url: str | None
    language: str | None
    published_day: date | None
    version: str
    private_source: bool
    versions: int
    claims: int
    incidents: int
    error: str | None


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """One page of reports, and how many there are in all."""

    rows: tuple[DocumentRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version of a report: its SHA-256, when it was first captured (ISO 8601, UTC), its length in code points."""

    sha256: str
    raw_sha256: str | None
    captured_at: str
    length: int
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocument:
    """A report with its current text, its blocks in the order of the text, and all versions, oldest first."""

    document: Document
    version: str
    blocks: tuple[Block, ...]
    versions: tuple[VersionRow, ...]
    error: str | None

    @property
    def id(self) -> str:
        """The report's id."""
        return self.document.id

    @property
    def text(self) -> str:
        """The text of the current version, untouched: offsets of claims point into it."""
        return self.document.text


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value to filter by, how it is shown, and how many incidents have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """Counts of incidents for each value of a filter, the other filters applied. Months are YYYY-MM, oldest first; others by count."""

    grade: tuple[FacetValue, ...]
    belligerent: tuple[FacetValue, ...]
    country: tuple[FacetValue, ...]
    month: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a ledger holds. `unreadable` counts reports whose text could not be read."""

    reports: int
    versions: int
    claims: int
    incidents: int
    findings: int
    decisions: int
    unreadable: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """A report whose current text holds the words, with the first place: `before` + `words` + `after` stand in the text there."""

    document: str
    version: str
    title: str | None
    start: int
    end: int
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class StoredFinding:
    """A finding, and the incident that it was found in (None: it speaks of reports or of the whole ledger)."""

    finding: Finding
    incident: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDecision:
    """A decision, numbered in the order of making. `ask_again`: the words that it was made under are no longer in the report."""

    number: int
    decision: Decision
    document: str | None
    incident: str | None
    claim: str | None
    ask_again: bool
