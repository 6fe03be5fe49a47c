"""What assessment takes from one report's reading."""

from __future__ import annotations

from dataclasses import dataclass

from kroniek.model.claim import Claim, PartyMention, PlaceMention, TimeMention, Victim
from kroniek.model.report import Block, Document
from kroniek.reading.report_clues import ReportClues


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One report: its claims, named victims, and document-level clues, all in the order of the text."""

    document: Document
    blocks: tuple[Block, ...] = ()
    claims: tuple[Claim, ...] = ()
    people: tuple[Victim, ...] = ()
    relatives: int = 0
    opening_time: TimeMention | None = None
    places: tuple[PlaceMention, ...] = ()
    parties: tuple[PartyMention, ...] = ()
    clues: ReportClues = ReportClues()


Reading = Evidence
