"""What the reader gives back of one report."""

from __future__ import annotations

from dataclasses import dataclass, field

from kroniek.made import quickly_made
from kroniek.model.claim import Claim, PartyMention, PlaceMention, TimeMention
from kroniek.model.report import Block, Document
from kroniek.reading.citation_rules import CitedSource
from kroniek.reading.people.model import PeopleFound
from kroniek.reading.report_clues import ReportClues


@dataclass(frozen=True, slots=True)
class PartOfDate:
    """What a text tells of its day that makes no date yet: a day and month without a year, a weekday (0 is Monday), or both."""

    month: int | None = None
    day: int | None = None
    weekday: int | None = None


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One report as read: its blocks and claims, named victims, and clues of the whole text, all in the order of the text.

    `parties` are the belligerents that the text names, `places` the places in it that are known, `opening_time` its first day.
    `cited` are the sources that it names anywhere. `set_aside` counts figures of a text that is not about conflict, which are no claims.
    `words` are those of the beginning of a text read lightly, without proclitics, each with its weight: they tell events apart where
    names have no capitals. `undated` is what such a text tells of its day where that makes no date.
    """

    document: Document
    blocks: tuple[Block, ...] = ()
    claims: tuple[Claim, ...] = ()
    people: PeopleFound = field(default_factory=PeopleFound)
    opening_time: TimeMention | None = None
    places: tuple[PlaceMention, ...] = ()
    parties: tuple[PartyMention, ...] = ()
    clues: ReportClues = field(default_factory=ReportClues)
    cited: tuple[CitedSource, ...] = ()
    set_aside: int = 0
    words: tuple[tuple[str, float], ...] = ()
    undated: PartOfDate | None = None
