"""Days told in a language that is read lightly: a day and a month, numbers between strokes, a weekday, today and yesterday."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from kroniek.model.claim import TimeMention
from kroniek.model.interval import Precision
from kroniek.reading.light.words import LightSentence
from kroniek.text.tokens import Token, TokenKind

_STROKES = frozenset({"/", "-", "\\", "."})
_MOST_BETWEEN = 3
_YEARS = range(1990, 2100)
_DAYS_AHEAD = timedelta(days=3)  # posts are dated a day early now and then
_WEEK = 7
_LEAP_YEAR = 2024
_DOTTED = re.compile(r"(\d{1,4})\.(\d{1,2})\.(\d{2,4})")


def light_times(text: str, sentence: LightSentence, anchor: date | None, year_hint: int | None) -> list[TimeMention]:
    """The days told in a sentence, in the order of the text. A day without a year is the last such day up to `anchor`, the day of
    publication; without that it is of `year_hint`, the one year that the text tells, where the weekday beside it is that of the
    day in that year; without either it is left out."""
    found = [*_with_month(sentence, anchor, year_hint), *_numeric(sentence), *_told(sentence, anchor)]
    taken: list[TimeMention] = []
    for first, last, day in sorted(found, key=lambda one: (one[0], -one[1])):
        start, end = sentence.tokens[first].start, sentence.tokens[last].end
        if taken and (taken[-1].end or 0) > start:
            continue
        taken.append(TimeMention(text=text[start:end], start=start, end=end, start_day=day, end_day=day, precision=Precision.DAY))
    return taken


def numbers_of_dates(sentence: LightSentence) -> set[int]:
    """The tokens that are days, months and years: they count nothing."""
    taken = {at for first, last, _ in [*_months(sentence), *_numeric(sentence)] for at in range(first, last + 1)}
    taken.update(at for at, token in enumerate(sentence.tokens) if token.kind is TokenKind.NUMBER and _DOTTED.fullmatch(token.text))
    return taken


def _with_month(sentence: LightSentence, anchor: date | None, hint: int | None) -> Iterator[tuple[int, int, date]]:
    for first, last, (day, month, year) in _months(sentence):
        told = _date(year or _year_of(day, month, anchor, hint), month, day)
        if told is not None and (year is not None or anchor is not None or _weekday_beside(sentence, first) in (None, told.weekday())):
            yield first, last, told


def part_of_date(sentences: Sequence[LightSentence]) -> tuple[int, int, int | None] | tuple[None, None, int] | None:
    """The first month and day that the sentences tell, with the weekday beside it; else the first weekday; None where neither is told."""
    for sentence in sentences:
        for first, _, (day, month, year) in _months(sentence):
            if year is None and _date(_LEAP_YEAR, month, day) is not None:
                return month, day, _weekday_beside(sentence, first)
    weekdays = [mark for sentence in sentences for mark in sentence.all("weekday")]
    return (None, None, int(weekdays[0].entry.value or 0)) if weekdays else None


def _weekday_beside(sentence: LightSentence, first: int) -> int | None:
    """The weekday told right before a day and month: "Thursday 5 October"."""
    near = [mark for mark in sentence.all("weekday") if 0 < first - mark.last <= _MOST_BETWEEN]
    return int(near[-1].entry.value or 0) if near else None


def _months(sentence: LightSentence) -> list[tuple[int, int, tuple[int, int, int | None]]]:
    """ "5 October", "4 July/July 2023": first and last token; the day, the month and the year where it is told."""
    found = []
    for mark in sentence.all("month"):
        at = _back_over(sentence, mark.first)
        day = _number(sentence.tokens[at]) if at >= 0 else None
        if day is None or not 1 <= day <= 31:
            continue
        last = mark.last
        after = _on_over(sentence, last)
        twice = sentence.at("month", after)
        if twice is not None:
            last, after = twice.last, _on_over(sentence, twice.last)
        year = _number(sentence.tokens[after]) if after < len(sentence.tokens) else None
        told = year if year is not None and year in _YEARS else None
        found.append((at, last if told is None else after, (day, int(mark.entry.value or 0), told)))
    return found


def _back_over(sentence: LightSentence, first: int) -> int:
    """The token before `first`, small words and strokes passed over."""
    at = first - 1
    while at >= 0 and first - at <= _MOST_BETWEEN and sentence.at("between", at) is not None:
        at -= 1
    return at


def _on_over(sentence: LightSentence, last: int) -> int:
    at = last + 1
    while at < len(sentence.tokens) and at - last <= _MOST_BETWEEN and sentence.at("between", at) is not None:
        at += 1
    return at


def _numeric(sentence: LightSentence) -> Iterator[tuple[int, int, date]]:
    """ "30-11-2022", "2022/11/30", "4.7.2023": the day before the month, unless only the other way makes a day."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if token.kind is not TokenKind.NUMBER:
            continue
        dotted = _DOTTED.fullmatch(token.text)
        if dotted is not None:
            day = _ordered(*(int(part) for part in dotted.groups()))
            if day is not None:
                yield at, at, day
        elif at + 4 < len(tokens) and tokens[at + 1].text in _STROKES and tokens[at + 3].text in _STROKES:
            parts = [_number(tokens[at + step]) for step in (0, 2, 4)]
            told = [part for part in parts if part is not None]
            day = _ordered(*told) if len(told) == len(parts) else None
            if day is not None:
                yield at, at + 4, day


def _ordered(first: int, second: int, third: int) -> date | None:
    if first in _YEARS:
        return _date(first, second, third) or _date(first, third, second)
    year = third + 2000 if third < 100 else third
    return (_date(year, second, first) or _date(year, first, second)) if year in _YEARS else None


def _told(sentence: LightSentence, anchor: date | None) -> Iterator[tuple[int, int, date]]:
    """ "Today", "yesterday", "on Thursday", reckoned from the day of publication."""
    if anchor is None:
        return
    for mark in sentence.all("day_told"):
        yield mark.first, mark.last, anchor + timedelta(days=int(mark.entry.value or 0))
    for mark in sentence.all("weekday"):
        yield mark.first, mark.last, anchor - timedelta(days=(anchor.weekday() - int(mark.entry.value or 0)) % _WEEK)


def _year_of(day: int, month: int, anchor: date | None, hint: int | None) -> int | None:
    if anchor is None:
        return hint
    this = _date(anchor.year, month, day)
    return anchor.year if this is not None and this <= anchor + _DAYS_AHEAD else anchor.year - 1


def _number(token: Token) -> int | None:
    return int(token.text) if token.kind is TokenKind.NUMBER and token.text.isdecimal() and len(token.text) <= 4 else None


def _date(year: int | None, month: int, day: int) -> date | None:
    try:
        return None if year is None else date(year, month, day)
    except ValueError:
        return None
