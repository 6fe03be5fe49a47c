"""The first day that a text tells of what happened."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from kroniek.model.claim import TimeMention
from kroniek.model.span import Span
from kroniek.reading.dates import TimeFound, opening_day
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon
from kroniek.reading.told_days import is_of_days
from kroniek.reading.whose_time import is_since

_LONG_BEFORE = timedelta(days=7)

Found = tuple[Sentence, TimeFound]


def opening_time(found: Sequence[Sentence], lexicons: Mapping[str, Lexicon]) -> TimeMention | None:
    """By its date, else by a weekday; else the day on which it was said, inferred.

    A date since which something lasts is none, nor is one of long before where a weekday is told ahead of it: "killed on Monday ... the
    attack of 7 October".
    """
    dated = _first(found, lexicons, lambda sentence: sentence.event_times, opening_day)
    weekday = _first(found, lexicons, lambda sentence: sentence.event_times, _day_of)
    told = weekday if dated is None or (weekday is not None and _is_long_before(dated, weekday)) else dated
    if told is not None:
        return _mention(*told, is_said=False)
    said = _first(found, lexicons, lambda sentence: sentence.times, _day_of)
    return None if said is None else _mention(*said, is_said=True)


def _first(
    found: Sequence[Sentence],
    lexicons: Mapping[str, Lexicon],
    times: Callable[[Sentence], Sequence[TimeFound]],
    choose: Callable[[Sequence[TimeFound]], TimeFound | None],
) -> Found | None:
    for sentence in found:
        lasting = lexicons[sentence.language]
        day = choose([time for time in times(sentence) if not is_since(sentence, time.start, None, lasting)])
        if day is not None and day.start_day is not None and day.end_day is not None and day.precision is not None:
            return sentence, day
    return None


def _is_long_before(dated: Found, weekday: Found) -> bool:
    """Whether the date stands behind the weekday and is of more than a week before it."""
    first, second = dated[1], weekday[1]
    if first.end_day is None or second.start_day is None or first.start < second.end:
        return False
    return second.start_day - first.end_day > _LONG_BEFORE


def _mention(sentence: Sentence, day: TimeFound, *, is_said: bool) -> TimeMention:
    assert day.start_day is not None and day.end_day is not None and day.precision is not None  # noqa: S101 - only such are chosen
    return TimeMention(
        text=sentence.text[day.start : day.end], start=None if is_said else day.start, end=None if is_said else day.end,
        inferred=is_said, from_=Span(day.start, day.end) if is_said else None, start_day=day.start_day, end_day=day.end_day,
        precision=day.precision, part_of_day=day.part_of_day, minute=day.minute,
    )  # fmt: skip


def _day_of(times: Sequence[TimeFound]) -> TimeFound | None:
    """The first day, told by a date or a weekday."""
    return next((time for time in times if time.start_day is not None and is_of_days(time) and time.kind == "moment"), None)
