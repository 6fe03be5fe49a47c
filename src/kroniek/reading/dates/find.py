"""Finds the dates and times of a sentence, and reckons them out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kroniek.model.interval import Precision
from kroniek.reading.dates.atoms import Sentence, read_atoms
from kroniek.reading.dates.combine import join_moments, join_periods, widen
from kroniek.reading.dates.found import TimeFound, TimeKind
from kroniek.reading.dates.items import make_items, worth_reading
from kroniek.reading.dates.pieces import Piece, Slot, Stamp, add_days
from kroniek.reading.dates.rules import DateRules
from kroniek.text.tokens import Token

_DAYS_AHEAD = 3  # a date so little after the anchor is taken for the same year: zones, and posts dated a day early
_THIRD = 10
_BESIDE = 2  # items: a date and the next are one list
_EXACT = (Precision.DAY, Precision.PART_OF_DAY, Precision.MINUTE)


def find_times(
    text: str, tokens: Sequence[Token], rules: DateRules, anchor: date | None, year_hint: int | None = None
) -> list[TimeFound]:
    """Every date and time that the tokens of one sentence tell, in order, none overlapping another.

    Relative ones are reckoned from `anchor`, the day on which the words were published. A date without a year takes the year of
    a fuller date in the sentence, else the latest that the anchor has seen, else `year_hint`; without any it `needs_anchor`.
    """
    if not tokens or not worth_reading(tokens, rules):
        return []
    items = make_items(text, tokens, rules)
    sentence = Sentence(items, "".join(item.symbol for item in items), rules, anchor)
    pieces = join_periods(sentence, read_atoms(sentence))
    widen(sentence, pieces)
    pieces = [piece for piece in join_periods(sentence, join_moments(sentence, pieces)) if piece.sure]
    _fill_years(pieces, anchor, year_hint)
    found = [_found(sentence, piece) for piece in pieces]
    starts = [token.start for token in tokens]
    return [_compared(time, tokens, bisect_left(starts, time.start), rules) for time in found]


def opening_day(found: Sequence[TimeFound]) -> TimeFound | None:
    """The first day among the times found that the words tell by its date, or None."""
    for time in found:
        if not time.relative and time.start_day is not None and time.precision in _EXACT:
            return time
    return None


def _fill_years(pieces: list[Piece], anchor: date | None, year_hint: int | None) -> None:
    """Give each date without a year the likeliest."""
    told = [piece.lo.year if piece.lo is not None and not piece.relative else None for piece in pieces]
    later = next((year for year in told if year is not None), None)
    seen: int | None = None
    for number, (piece, year) in enumerate(zip(pieces, told, strict=True)):
        if year is not None and piece.precision is not Precision.YEAR:
            seen = year
        if piece.lo is None or piece.hi is None:
            continue
        if piece.hi.year is None:
            after = pieces[number + 1] if number + 1 < len(pieces) else None
            beside = told[number + 1] if after is not None and after.first - piece.last <= _BESIDE else None
            chosen = seen or beside or _latest_year(piece.lo, anchor) or year_hint or later
            piece.lo, piece.hi = _in_year(piece.lo, piece.hi, chosen)


def _latest_year(lo: Stamp, anchor: date | None) -> int | None:
    """The year in which the date last began, seen from the anchor."""
    if anchor is None:
        return None
    first = Stamp(anchor.year, lo.month, min(lo.day or 1, 28)).first()
    return anchor.year - 1 if first is not None and first > add_days(anchor, _DAYS_AHEAD) else anchor.year


def _in_year(lo: Stamp, hi: Stamp, year: int | None) -> tuple[Stamp, Stamp]:
    if year is None:
        return lo, hi
    runs_over = lo.month is not None and hi.month is not None and lo.month > hi.month
    return lo._replace(year=year), hi._replace(year=year + 1 if runs_over else year)


def _found(sentence: Sentence, piece: Piece) -> TimeFound:
    """The piece as a time found; a date that no calendar has ("31 June 2016") keeps its words and tells no day."""
    start, end = sentence.items[piece.first].start, sentence.items[piece.last].end
    first = piece.lo.first() if piece.lo is not None else None
    last = piece.hi.last() if piece.hi is not None else None
    known = first is not None and last is not None and first <= last
    time = TimeFound(
        start=start,
        end=end,
        start_day=first if known else None,
        end_day=last if known else None,
        precision=_precision(piece),
        part_of_day=piece.part,
        minute=piece.minute,
        relative=piece.relative,
        needs_anchor=_needs_anchor(sentence, piece, known),
        anaphoric=piece.anaphoric or piece.slot in (Slot.PART, Slot.CLOCK),
        kind=piece.kind,
        shift=piece.shift,
    )
    return _narrowed(time, piece.within, sentence.anchor) if piece.within else time


def _needs_anchor(sentence: Sentence, piece: Piece, known: bool) -> bool:
    """Whether a day is missing only because there was nothing to reckon it from."""
    if known or piece.slot not in (Slot.DAY, Slot.WEEKDAY):
        return False
    return piece.lo.year is None if piece.lo is not None else sentence.anchor is None


def _precision(piece: Piece) -> Precision | None:
    if piece.minute is not None and piece.precision in (Precision.DAY, None):
        return Precision.MINUTE
    if piece.part is not None and piece.precision in (Precision.DAY, None):
        return Precision.PART_OF_DAY
    return piece.precision


def _narrowed(time: TimeFound, within: str, anchor: date | None) -> TimeFound:
    """ "early", "mid", "late" take a part of a month or year; on a day they are its morning or evening."""
    first, last = time.start_day, time.end_day
    if time.precision is Precision.DAY and within in ("early", "late"):
        return replace(time, part_of_day="morning" if within == "early" else "evening", precision=Precision.PART_OF_DAY)
    if first is None or last is None:
        return time
    if anchor is not None and first <= anchor <= last and within in ("earlier", "later"):
        return replace(time, start_day=anchor if within == "later" else first, end_day=anchor if within == "earlier" else last)
    if within == "week":
        return replace(time, end_day=add_days(first, 6)) if first == last else time
    if within == "week_to":
        return replace(time, start_day=add_days(last, -6)) if first == last else time
    if time.precision not in (Precision.MONTH, Precision.YEAR):
        return time
    third = _THIRD if time.precision is Precision.MONTH else (last - first).days // 3
    half = (last - first).days // 2
    ends = {
        "early": (first, add_days(first, third - 1)),
        "mid": (add_days(first, third), add_days(first, 2 * third - 1)),
        "late": (add_days(first, 2 * third), last),
        "first_week": (first, add_days(first, 6)),
        "last_week": (add_days(last, -6), last),
        "first_half": (first, add_days(first, half)),
        "second_half": (add_days(first, half + 1), last),
    }
    return replace(time, start_day=ends[within][0], end_day=ends[within][1]) if within in ends else time


def _compared(time: TimeFound, tokens: Sequence[Token], at: int, rules: DateRules) -> TimeFound:
    """The same as a comparison where words like "compared to" stand right before it; `at` is its first token."""
    words = [token.lower for token in tokens[max(0, at - 6) : at] if token.lower not in ("the", "de", "het")]
    for phrase in rules.compared:
        if len(words) >= len(phrase) and tuple(words[-len(phrase) :]) == phrase:
            return replace(time, kind=TimeKind.COMPARISON)
    return time
