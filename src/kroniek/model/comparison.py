"""One incident as several desks would code it, and why they differ."""

from __future__ import annotations

from dataclasses import dataclass

from kroniek.model.incident import CodedRange, DeskCode, Entry, Grade, IncidentDate, StrikeStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """What one codebook makes of it. `killed` is the desk's own figure, of the groups `counted`; None where nothing that counts is told.

    `codebook` is the codebook's id, `name` the desk's.
    """

    codebook: str
    name: str
    entry: Entry
    counted: tuple[str, ...]
    killed: CodedRange | None
    grade: Grade
    strike_status: StrikeStatus | None
    codes: tuple[DeskCode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The codings side by side, in the order in which the codebooks were asked for, and sentences on where they differ from the first.

    `place` is its name, None where it is not known; `accuracy` how exact it is.
    """

    incident: str
    title: str
    date: IncidentDate | None
    place: str | None
    accuracy: str | None
    codings: tuple[Coding, ...]
    differences: tuple[str, ...]
