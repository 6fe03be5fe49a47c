"""Joins pieces: two ends to a period, a weekday to its date, a part of the day and a clock time to their day."""

from __future__ import annotations

import re

from kroniek.model.interval import Precision
from kroniek.reading.dates.atoms import Sentence
from kroniek.reading.dates.found import TimeKind
from kroniek.reading.dates.pieces import DAYS_IN_WEEK, Piece, Slot, Stamp, add_days, stamp

_TO = re.compile(r"-|r|,?&|i")
_TO_DAY = re.compile(r"[-r&]?[-r&i]")
# What may stand between two pieces of one moment: "3 October, at dawn", "the night of 3 October", "dinsdag om 14.30 uur".
_GLUE = re.compile(r"(?:,?[oib]{0,2}t?i?|\(|-)$")
_MOST_GLUE = 4


def join_periods(sentence: Sentence, pieces: list[Piece]) -> list[Piece]:
    """Pieces with "June 2014 to March 2015", "between now and 2022", "van maandag op dinsdag" made one."""
    joined: list[Piece] = []
    for piece in pieces:
        period = _period(sentence, joined[-1], piece) if joined else None
        if period is not None:
            joined[-1] = period
        else:
            joined.append(piece)
    return joined


def _period(sentence: Sentence, left: Piece, right: Piece) -> Piece | None:
    between = sentence.symbols[left.last + 1 : right.first]
    if not between or len(between) > 2 or _TO.fullmatch(between.replace("t", "")) is None:
        return _night_into(sentence, left, right) if between == "&r" else None
    if between == "r" and left.slot is Slot.PART:
        return _night_into(sentence, left, right)
    opened = sentence.before(left.first - (sentence.before(left.first) == "t")) in ("b", "o")
    if left.slot is Slot.WEEKDAY and right.slot is Slot.WEEKDAY:
        return _weekdays(sentence, left, right, between, opened)
    if left.slot is Slot.NOW or right.slot is Slot.NOW:
        return _with_now(sentence, left, right)
    if left.slot is not Slot.DAY or right.slot is not Slot.DAY or "i" in between or left.joined:
        return None
    if left.lo is None or right.hi is None or left.precision is None or right.precision is None:
        return None
    if "&" in between and not (opened or (left.precision is right.precision and right.precision in (Precision.MONTH, Precision.YEAR))):
        return None
    if left.relative != right.relative and left.lo.year is None:
        return None
    lo = _completed(left.lo, right.lo or right.hi)
    first, last = lo.first(), right.hi.last()
    if first is not None and last is not None and first > last:
        if left.lo.year is not None:
            return None
        lo = lo._replace(year=(lo.year or 1) - 1)
    precision = max(left.precision, right.precision, key=_COARSE.index)
    return Piece(
        slot=Slot.DAY,
        first=left.first,
        last=right.last,
        lo=lo,
        hi=right.hi,
        precision=precision,
        relative=left.relative or right.relative,
        sure=_both_sure(left, right, between, opened),
        joined=True,
        kind=TimeKind.PERIOD,
    )


_COARSE = [Precision.MINUTE, Precision.PART_OF_DAY, Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.YEAR]


def _both_sure(left: Piece, right: Piece, between: str, opened: bool) -> bool:
    """Two years with a dash or after "between" are sure of each other; else one of them must be sure by itself."""
    years = left.precision is Precision.YEAR and right.precision is Precision.YEAR
    return left.sure or (right.sure and not years) or (years and (opened or between == "-"))


def _completed(left: Stamp, right: Stamp) -> Stamp:
    """The left end with the year of the right where it has none: "from 30 September to 2 October 2015"."""
    return left if left.year is not None else left._replace(year=right.year)


def _night_into(sentence: Sentence, left: Piece, right: Piece) -> Piece | None:
    """ "Overnight into Wednesday", "Tuesday night and into Wednesday": the night between two days."""
    if sentence.before(left.first) in ("W", "Q"):
        return None  # "from Friday evening until Sunday": its own two ends
    if left.slot is not Slot.PART or left.part not in ("night", "evening") or right.slot is not Slot.WEEKDAY or right.hi is None:
        return None
    end = right.hi.last()
    if end is None:
        return None
    return Piece(
        slot=Slot.DAY, first=left.first, last=right.last, lo=stamp(add_days(end, -1)), hi=right.hi, precision=Precision.DAY,
        part="night", relative=True, kind=TimeKind.MOMENT,
    )  # fmt: skip


def _weekdays(sentence: Sentence, left: Piece, right: Piece, between: str, opened: bool) -> Piece | None:
    following = left.weekday is not None and right.weekday == (left.weekday + 1) % DAYS_IN_WEEK and right.part is None
    if "&" in between and not opened and not following:
        return None
    overnight = "i" in between
    part = left.part or right.part
    if overnight and not (opened and sentence.rules.language == "nl"):
        return None
    piece = Piece(
        slot=Slot.DAY,
        first=left.first,
        last=right.last,
        precision=Precision.DAY,
        relative=True,
        part=part,
        kind=TimeKind.MOMENT if overnight else TimeKind.PERIOD,
    )
    if right.hi is not None and left.weekday is not None and right.weekday is not None:
        end = right.hi.last()
        if end is not None:
            piece.lo, piece.hi = stamp(add_days(end, -((right.weekday - left.weekday) % 7))), right.hi
    return piece


def _with_now(sentence: Sentence, left: Piece, right: Piece) -> Piece | None:
    other = right if left.slot is Slot.NOW else left
    if other.slot is not Slot.DAY or other.lo is None or other.hi is None:
        return None
    piece = Piece(slot=Slot.DAY, first=left.first, last=right.last, precision=other.precision, relative=True, kind=TimeKind.PERIOD)
    if sentence.anchor is not None:
        now = stamp(sentence.anchor)
        piece.lo, piece.hi = (now, other.hi) if left.slot is Slot.NOW else (other.lo, now)
    return piece


def widen(sentence: Sentence, pieces: list[Piece]) -> None:
    """Take in the words before a piece that narrow or stretch it: "late last month", "the week of 14 October", "eind 2016"."""
    taken = -1
    for piece in pieces:
        before, taken = taken, piece.last
        if piece.slot not in (Slot.DAY, Slot.WEEKDAY):
            continue
        at = piece.first - 1
        while at >= 0 and sentence.symbols[at] in "otir-" and piece.first - at <= 2:
            at -= 1
        if at <= before:
            continue
        item = sentence.items[at]
        if item.symbol == "e":
            piece.within, piece.sure, piece.first = str(item.value), True, at
        elif item.symbol == "k" and piece.relative and at == piece.first - 1:
            piece.within, piece.first = "later" if item.value > 0 else "earlier", at
        elif item.symbol == "U" and item.value == "week" and sentence.symbols[at + 1] in "ob" and piece.precision is Precision.DAY:
            piece.within, piece.precision, piece.kind, piece.first = "week", Precision.WEEK, TimeKind.PERIOD, at
        elif item.symbol == "U" and item.value == "week" and sentence.symbols[at + 1] == "r" and piece.precision is Precision.DAY:
            piece.within, piece.precision, piece.kind, piece.first = "week_to", Precision.WEEK, TimeKind.PERIOD, at


def join_moments(sentence: Sentence, pieces: list[Piece]) -> list[Piece]:
    """Pieces of one moment made one: "around 3:46 PM on Tuesday, October 3", "dinsdagavond 3 oktober"."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and _fits(sentence, joined[-1], piece):
            joined[-1] = _together(joined[-1], piece)
        else:
            joined.append(piece)
    return joined


def _fits(sentence: Sentence, left: Piece, right: Piece) -> bool:
    between = sentence.symbols[left.last + 1 : right.first]
    if len(between) > _MOST_GLUE or _GLUE.match(between) is None:
        return False
    slots = {left.slot, right.slot}
    if Slot.LENGTH in slots or Slot.NOW in slots or Slot.TOLD in slots:
        return False
    if slots == {Slot.DAY, Slot.WEEKDAY}:
        day = left if left.slot is Slot.DAY else right
        if left.slot is not Slot.WEEKDAY:
            return False
        if day.relative:  # "Tuesday last week"
            return day.precision is Precision.WEEK and "," not in between
        return day.precision is Precision.DAY and "b" not in between
    if Slot.CLOCK in slots:
        other = left if right.slot is Slot.CLOCK else right
        within_day = other.slot is not Slot.DAY or other.precision in (Precision.DAY, Precision.PART_OF_DAY)
        return other.minute is None and within_day and "-" not in between
    if Slot.PART in slots:
        other = left if right.slot is Slot.PART else right
        again = other.part is not None and not (other is left and not between)  # "the early hours of Tuesday morning" is one
        return not again and other.slot is not Slot.PART and other.precision in (Precision.DAY, None) and between not in (",", "-", "(")
    return False


def _together(left: Piece, right: Piece) -> Piece:
    """Both as one piece; a date beats its weekday, a day beats a mere part of one."""
    day = min(left, right, key=lambda piece: (piece.slot, piece.first))
    other = right if day is left else left
    merged = Piece(
        slot=day.slot,
        first=left.first,
        last=right.last,
        lo=day.lo,
        hi=day.hi,
        precision=day.precision,
        part=day.part or other.part,
        minute=day.minute or other.minute,
        weekday=day.weekday if day.weekday is not None else other.weekday,
        relative=day.relative,
        sure=True,
        kind=day.kind,
        within=day.within or other.within,
    )
    if day.precision is Precision.WEEK and other.weekday is not None:
        merged.precision, merged.kind = Precision.DAY, TimeKind.MOMENT
        if day.lo is not None and (monday := day.lo.first()) is not None:
            merged.lo = merged.hi = stamp(add_days(monday, other.weekday))
    return merged
