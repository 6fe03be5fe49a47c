"""An incident that another desk coded and that was read from its table: a record with where it stood, and no claims of ours under it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kroniek.model.claim import Accuracy
from kroniek.model.incident import GradeValue, HarmRanges, IncidentDate, StrikeStatus


@dataclass(frozen=True, slots=True)
class ImportedParty:
    """A party as the table names it; `id` is that of the parties' list, None where it is not known there."""

    name: str
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPlace:
    """Where it was: words of the table, degrees in WGS 84. `country` is ISO 3166 alpha-2, or the table's word where it is none known.

    `accuracy` is the table's own code, `code` of `scheme`, on Kroniek's scale, and never more exact than that.
    """

    name: str | None = None
    province: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    accuracy: Accuracy | None = None
    scheme: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedIncident:
    """One row of a desk's table. What the table leaves out is None or empty: not known, which is not 0.

    `id` is the desk and the row's own id in its table, joined by a colon, so that it is the same at every import; `line` is where the row
    stands, from 1. `grade_words` and `status_words` are what the table says where that is none of the values known. `named` is the number
    of victims whose names the desk has, `sources` of its sources. `published` and `modified` are days of the desk's record, not of the
    incident. `doubts` are codes of what is not to be trusted: `date_implausible` (kept as written), `point_dropped`, `reversed_range`.
    `fields` are the cells of the row as they were.
    """

    id: str
    desk: str
    line: int
    title: str
    code: str | None
    when: IncidentDate | None
    place: ImportedPlace
    belligerents: tuple[ImportedParty, ...]
    strike_type: tuple[str, ...]
    strike_status: StrikeStatus | None
    status_words: str | None
    grade: GradeValue | None
    grade_words: str | None
    killed: HarmRanges
    injured: HarmRanges
    named: int | None
    sources: int | None
    published: date | None
    modified: date | None
    doubts: tuple[str, ...]
    fields: Mapping[str, str]
