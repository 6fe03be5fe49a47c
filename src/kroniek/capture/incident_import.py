"""From a row of a desk's table to an incident, by the desk's map. One bad cell is told and left out; its neighbours stay."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum

from kroniek.capture.incident_map import FieldMap, IncidentMap
from kroniek.capture.table_csv import TableRow
from kroniek.capture.table_rows import Table, rows_of
from kroniek.capture.walk import printable
from kroniek.errors import DocumentError
from kroniek.incidents.precision import Precisions
from kroniek.model.claim import Accuracy, Harm
from kroniek.model.imported_incident import ImportedIncident, ImportedParty, ImportedPlace
from kroniek.model.incident import CodedRange, GradeValue, HarmRanges, IncidentDate, StrikeStatus
from kroniek.model.interval import Precision

DATE_IMPLAUSIBLE = "date_implausible"
POINT_DROPPED = "point_dropped"
REVERSED_RANGE = "reversed_range"
_CLOCK_ZERO = date(1970, 1, 1)  # what a computer makes of a day that nobody filled in
_MOST_DIGITS = 9
_LONGEST_ID = 200
_SHOWN = 40
_THOUSANDS = re.compile("[0-9]{1,3}(?:[,. ][0-9]{3}){1,4}")


@dataclass(frozen=True, slots=True)
class ImportRules:
    """What the rows are read with: `today`, after which nothing can have happened, the crosswalk of precision, and two look-ups.

    `country` gives the ISO code of a country's name, `party` the id of a party's name, None for one that is not known.
    """

    today: date
    precisions: Precisions
    country: Callable[[str], str | None]
    party: Callable[[str], str | None]


class Oddity(StrEnum):
    """What can be odd about a row, in words that follow "rows with"."""

    WORD = "a grade or status that is not known; it is kept as words"
    NO_DATE = "no date"
    NO_DAY = "a day that is none"
    IMPLAUSIBLE = "a date that cannot be right; it is kept as it stands, and marked"
    ENDS_BEFORE = "a last day before the first; it is left out"
    PRECISION = "a precision of the date that is no code; it is taken for a year"
    ACCURACY = "an accuracy of the place that is no code"
    POINT = "a point that cannot be right; it is not used"
    REVERSED = "a minimum above its maximum; both are kept as they stand"
    NUMBER = "a number that is none; it is left out"


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """An incident, and a sentence for each cell that could not be used as it was, with the kinds of these."""

    incident: ImportedIncident
    told: tuple[str, ...]
    oddities: tuple[Oddity, ...] = ()


def read_incidents(table: Table, rules: ImportRules) -> Iterator[ImportedRow | DocumentError]:
    """The incidents of the table in its order, or in their place why a row is none: it has no id, or one that stands above already."""
    name = printable(table.path)
    seen: dict[str, int] = {}
    for row in rows_of(table):
        if isinstance(row, DocumentError):
            yield row
            continue
        where = f"{name}, line {row.line}" if table.map.format == "csv" else f"{name}, record {row.line}"
        id = _words(row, table.map.fields["id"])
        if not id or len(id) > _LONGEST_ID:
            yield DocumentError(where, "no id" if not id else f"an id longer than {_LONGEST_ID} characters")
        elif id in seen:
            yield DocumentError(where, f"the id {id} stands in line {seen[id]} too")
        else:
            seen[id] = row.line
            yield _Reader(table.map, rules, row).incident(id)


class _Reader:
    """Reads one row, and gathers what it has to tell of it."""

    def __init__(self, map: IncidentMap, rules: ImportRules, row: TableRow) -> None:
        self._map, self._rules, self._row = map, rules, row
        self._told: list[tuple[Oddity, str]] = []
        self._doubts: list[str] = []

    def incident(self, id: str) -> ImportedRow:
        code, place_name = self._one("code"), self._one("place")
        day, status, grade = self._date(), self._status(), self._grade()
        made = ImportedIncident(
            id=f"{self._map.desk}:{id}",
            desk=self._map.desk,
            line=self._row.line,
            title=", ".join(words for words in (code or id, day.start.isoformat() if day else None, place_name) if words),
            code=code,
            when=day,
            place=self._place(place_name),
            belligerents=self._belligerents(),
            strike_type=self._many("strike_type"),
            strike_status=status[0],
            status_words=status[1],
            grade=grade[0],
            grade_words=grade[1],
            killed=self._ranges(Harm.KILLED),
            injured=self._ranges(Harm.INJURED),
            named=self._count("named"),
            sources=self._count("sources"),
            published=self._day("published"),
            modified=self._day("modified"),
            doubts=(),
            fields=self._row.cells,
        )
        told = tuple(dict.fromkeys(sentence for _, sentence in self._told))
        oddities = tuple(dict.fromkeys(oddity for oddity, _ in self._told))
        return ImportedRow(replace(made, doubts=tuple(dict.fromkeys(self._doubts))), told, oddities)

    def _tell(self, oddity: Oddity, sentence: str) -> None:
        self._told.append((oddity, sentence))

    def _one(self, field: str) -> str | None:
        mapped = self._map.fields.get(field)
        return (_words(self._row, mapped) or None) if mapped else None

    def _many(self, field: str) -> tuple[str, ...]:
        mapped = self._map.fields.get(field)
        return _values(self._row, mapped) if mapped else ()

    def _coded(self, field: str) -> tuple[str | None, str | None]:
        """The value that the map gives for the cell, or None and the words where it knows none."""
        words, mapped = self._one(field), self._map.fields.get(field)
        if words is None or mapped is None:
            return None, None
        value = (mapped.values or {}).get(words)
        if value is None:
            self._tell(Oddity.WORD, f"{field} is {_short(words)}, which is none of those known; it is kept as words")
        return value, None if value is not None else words

    def _status(self) -> tuple[StrikeStatus | None, str | None]:
        value, words = self._coded("strike_status")
        return (StrikeStatus(value) if value in set(StrikeStatus) else None), words

    def _grade(self) -> tuple[GradeValue | None, str | None]:
        value, words = self._coded("grade")
        return (GradeValue(value) if value in set(GradeValue) else None), words

    def _day(self, field: str) -> date | None:
        words, mapped = self._one(field), self._map.fields.get(field)
        if words is None or mapped is None:
            return None
        day = _unix(words) if mapped.unix else _day(words, self._map.dates)
        if day is None:
            self._tell(Oddity.NO_DAY, f"{field} is {_short(words)}, which is no day")
        return day

    def _date(self) -> IncidentDate | None:
        start, end = self._day("start"), self._day("end")
        if start is None:
            if self._one("start") is None and "start" in self._map.fields:
                self._tell(Oddity.NO_DATE, "no date")
            return None
        if start == _CLOCK_ZERO or start < self._map.earliest or start > self._rules.today:
            self._doubts.append(DATE_IMPLAUSIBLE)
            self._tell(Oddity.IMPLAUSIBLE, f"the date {start} cannot be right; it is kept as it stands, and marked")
        if end is not None and end < start:
            self._tell(Oddity.ENDS_BEFORE, f"the last day, {end}, is before the first, {start}; it is left out")
            end = None
        return IncidentDate(start, end or start, self._precision(), self._one("part_of_day"))

    def _precision(self) -> Precision:
        words, mapped = self._one("date_precision"), self._map.fields.get("date_precision")
        if words is None or mapped is None or mapped.scheme is None:
            return Precision.DAY
        level = self._rules.precisions.time.translate(mapped.scheme, words, "kroniek")
        if level is None:
            code = f"{_short(words)}, no code of {mapped.scheme}"
            self._tell(Oddity.PRECISION, f"the precision of the date is {code}; it is taken for a year")
            return Precision.YEAR
        return Precision(level.code)

    def _place(self, name: str | None) -> ImportedPlace:
        country = self._one("country")
        lat, lon = self._point()
        words, mapped = self._one("accuracy"), self._map.fields.get("accuracy")
        scheme = mapped.scheme if mapped else None
        level = self._rules.precisions.place.translate(scheme, words, "kroniek") if words and scheme else None
        if words and scheme and self._rules.precisions.place.level(scheme, words) is None:
            self._tell(Oddity.ACCURACY, f"the accuracy of the place is {_short(words)}, no code of {scheme}")
        return ImportedPlace(
            name=name,
            province=self._one("province"),
            country=(self._rules.country(country) or country) if country else None,
            lat=lat,
            lon=lon,
            accuracy=Accuracy(level.code) if level else None,
            scheme=scheme if words else None,
            code=words,
        )

    def _point(self) -> tuple[float | None, float | None]:
        """The point, or nothing where it is missing or cannot be right; a point that is dropped is told."""
        words = (self._one("lat"), self._one("lon"))
        if words == (None, None):
            return None, None
        lat, lon = (_degrees(word) for word in words)
        reason = None
        if lat is None or lon is None or not (-90 <= lat <= 90 and -180 <= lon <= 180):
            reason = "is nowhere on earth"
        elif (lat, lon) == (0, 0):
            if self._map.zero_is_unknown:
                return None, None
            reason = "is the zero of the globe"
        elif self._is_invalid():
            reason = "is marked as not valid by the table itself"
        if reason is None:
            return lat, lon
        self._doubts.append(POINT_DROPPED)
        self._tell(Oddity.POINT, f"the point {words[0] or '-'}, {words[1] or '-'} {reason}; it is not used")
        return None, None

    def _is_invalid(self) -> bool:
        mapped, words = self._map.fields.get("valid_point"), self._one("valid_point")
        return bool(mapped and mapped.values and words is not None and mapped.values.get(words) == "no")

    def _belligerents(self) -> tuple[ImportedParty, ...]:
        names = dict.fromkeys(self._many("belligerents"))
        return tuple(ImportedParty(name, self._rules.party(name)) for name in names)

    def _ranges(self, harm: Harm) -> HarmRanges:
        found: dict[str, CodedRange] = {}
        for group, (low, high) in self._map.ranges.get(harm, {}).items():
            told = CodedRange(self._number(low), self._number(high))
            if told.low is None and told.high is None:
                continue
            if self._map.zero_is_unknown and not told.low and not told.high:
                continue
            if told.low is not None and told.high is not None and told.low > told.high:
                self._doubts.append(REVERSED_RANGE)
                self._tell(Oddity.REVERSED, f"{low} is {told.low}, more than {high}, {told.high}; both are kept as they stand")
            found[group] = told
        return HarmRanges(**found)

    def _count(self, field: str) -> int | None:
        mapped = self._map.fields.get(field)
        return self._number(mapped.columns[0]) if mapped else None

    def _number(self, column: str) -> int | None:
        words = self._row.cells.get(column, "").strip()
        if not words:
            return None
        digits = words.removesuffix(".0")
        if not (digits.isascii() and digits.isdigit()) or len(digits) > _MOST_DIGITS:
            self._tell(Oddity.NUMBER, f"{column} is {_short(words)}, {_wrong_number(digits)}; it is left out")
            return None
        return int(digits)


def _wrong_number(words: str) -> str:
    if words[:1] in ("-", "\u2212") and words[1:].isdigit():
        return "which is less than nothing"
    if words.isascii() and words.isdigit():
        return f"which is too large, with more than {_MOST_DIGITS} digits"
    if _THOUSANDS.fullmatch(words):
        return "which has a separator in it; write the digits alone"
    return "which is no whole number"


def _values(row: TableRow, mapped: FieldMap) -> tuple[str, ...]:
    found: list[str] = []
    for column in mapped.columns:
        cell = row.cells.get(column, "")
        if mapped.inner is not None:
            found += _inner(cell, mapped.inner)
        else:
            found += cell.split(mapped.separator) if mapped.separator else [cell]
    words = [" ".join(one.split()) for one in found]
    return tuple(one for one in words if one and not one.startswith(mapped.leave_out or ("\0",)))


def _inner(cell: str, key: str) -> list[str]:
    try:
        content = json.loads(cell) if cell else []
    except ValueError:
        return []
    return [str(item[key]) for item in content if isinstance(item, dict) and key in item] if isinstance(content, list) else []


def _words(row: TableRow, mapped: FieldMap) -> str:
    return ", ".join(_values(row, mapped))


def _degrees(words: str | None) -> float | None:
    try:
        return float(words) if words is not None else None
    except ValueError:
        return None


def _unix(words: str) -> date | None:
    if not words.isdigit() or len(words) > 11:
        return None
    return datetime.fromtimestamp(int(words), UTC).date()


def _day(words: str, forms: tuple[str, ...]) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        pass
    for form in forms:
        try:
            return datetime.strptime(words, form).date()
        except ValueError:
            continue
    return None


def _short(words: str) -> str:
    return repr(words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…")
