"""Rows for totals: of assessed incidents, of other desks' records, and which of them are wanted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kroniek.incidents.totals import NOBODY_NAMED, NOTHING, IncidentRow, Stated
from kroniek.model.claim import Claim
from kroniek.model.imported_incident import ImportedIncident
from kroniek.model.incident import CodedRange, GradeValue, HarmRanges, Incident, StrikeStatus
from kroniek.model.interval import Precision
from kroniek.text.fold import fold


class Counted(StrEnum):
    """Whom `killed` and `injured` of a row count."""

    CIVILIANS = "civilians"
    PEOPLE = "people"
    COMBATANTS = "combatants"


_PROVINCE = re.compile(r"\b(?:governorate|province|provincie|gouvernement|gouvernoraat)\b")
_ARTICLE = re.compile(r"^(?:al|ar|as|ad|ash|an|at|az|el|er) ")
_GROUPS = {Counted.CIVILIANS: "civilian", Counted.PEOPLE: "total", Counted.COMBATANTS: "combatant"}


def incident_row(incident: Incident, counted: Counted = Counted.CIVILIANS) -> IncidentRow:
    """The row of an assessed incident."""
    place, when = incident.place, incident.date
    return IncidentRow(
        id=incident.id,
        codebook=incident.made_by.codebook,
        day=when.start if when else None,
        precision=when.precision if when else Precision.DAY,
        belligerents=tuple(party.name for party in incident.belligerents),
        belligerent_ids=tuple(party.id for party in incident.belligerents),
        place=(place.name or place.text) if place else None,
        province=place.admin1 if place else None,
        country=place.country if place else None,
        grade=incident.grade.value.value if incident.grade.value else None,
        status=incident.strike_status.value if incident.strike_status else None,
        killed=_stated(getattr(incident.killed, _GROUPS[counted])),
        injured=_stated(getattr(incident.injured, _GROUPS[counted])),
        children=_stated(incident.killed.child),
        women=_stated(incident.killed.woman),
        men=_stated(incident.killed.man),
        named=len(incident.people),
    )


def imported_row(incident: ImportedIncident, counted: Counted = Counted.CIVILIANS) -> IncidentRow:
    """The row of another desk's record; its `codebook` is the desk."""
    return IncidentRow(
        id=incident.id,
        codebook=incident.desk,
        day=incident.when.start if incident.when else None,
        precision=incident.when.precision if incident.when else Precision.DAY,
        belligerents=tuple(party.name for party in incident.belligerents),
        belligerent_ids=tuple(party.id for party in incident.belligerents),
        place=incident.place.name,
        province=incident.place.province,
        country=incident.place.country,
        grade=_word(incident.grade, incident.grade_words),
        status=_word(incident.strike_status, incident.status_words),
        killed=_group(incident.killed, counted),
        injured=_group(incident.injured, counted),
        children=_stated(incident.killed.child),
        women=_stated(incident.killed.woman),
        men=_stated(incident.killed.man),
        named=incident.named,
        published=incident.published,
        modified=incident.modified,
        doubts=incident.doubts,
    )


def _group(ranges: HarmRanges, counted: Counted) -> Stated:
    return _stated(getattr(ranges, _GROUPS[counted]))


def _stated(coded: CodedRange | None) -> Stated:
    return Stated(coded.low, coded.high) if coded else NOTHING


def _word(value: GradeValue | StrikeStatus | None, words: str | None) -> str | None:
    return value.value if value else words or None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFilter:
    """Which rows; an empty list lets all through, names are compared without case and accents, a belligerent also by its id.

    Days are inclusive and held against an incident's first day; with one, incidents without a date are left out.
    """

    from_day: date | None = None
    to_day: date | None = None
    belligerents: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()

    def chosen(self, rows: Iterable[IncidentRow]) -> tuple[IncidentRow, ...]:
        """The rows that are wanted, in their order."""
        return tuple(row for row in rows if self._lets(row))

    def lets_claim(self, claim: Claim) -> bool:
        """Whether a claim is wanted by its party, place and period; grades and statuses do not bear on it."""
        time, place = claim.time, claim.place
        if self.from_day is not None and (time is None or time.start_day < self.from_day):
            return False
        if self.to_day is not None and (time is None or time.end_day > self.to_day):
            return False
        parties = [word for one in (claim.actor, *claim.said_by) if one is not None for word in (one.id, one.name)]
        return (
            _among(parties, self.belligerents)
            and _among((place.name if place else None,), self.places)
            and _among((place.admin1 if place else None,), self.provinces, province_key)
            and _among((place.country if place else None,), self.countries)
        )

    def _lets(self, row: IncidentRow) -> bool:
        if self.from_day is not None and (row.day is None or row.day < self.from_day):
            return False
        if self.to_day is not None and (row.day is None or row.day > self.to_day):
            return False
        parties = (*(row.belligerents or (NOBODY_NAMED,)), *(id for id in row.belligerent_ids if id))
        return (
            _among(parties, self.belligerents)
            and _among((row.place,), self.places)
            and _among((row.province,), self.provinces, province_key)
            and _among((row.country,), self.countries)
            and _among((row.grade or "ungraded",), self.grades)
            and _among((row.status,), self.statuses)
        )


def province_key(words: str) -> str:
    """What names of one province have alike ("Ar Raqqah governorate", "Raqqa"): no article, no word for province, no last h."""
    bare = _PROVINCE.sub(" ", fold(words).replace("-", " ")).strip()
    bare = _ARTICLE.sub("", bare) or bare
    return bare[:-1] if bare.endswith("ah") else bare


def _among(told: Iterable[str | None], wanted: tuple[str, ...], key: Callable[[str], str] = fold) -> bool:
    if not wanted:
        return True
    keys = {key(one) for one in wanted}
    return any(one is not None and key(one) in keys for one in told)
