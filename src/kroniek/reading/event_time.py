"""When: the time that a sentence, or the sentences around it, tell of a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from kroniek.model.claim import TimeMention
from kroniek.model.interval import Precision
from kroniek.model.span import Span
from kroniek.reading.actors import is_wide, place_ids
from kroniek.reading.dates import TimeFound
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon
from kroniek.reading.told_days import is_known, is_of_days, with_told_days
from kroniek.reading.whose_time import is_of_something_else, is_ranked_within, is_since

_SENTENCES_BACK = 4
_ALTERNATIVE = 6  # words between "23 October" and "24 October"
_BEFORE_MAIN = timedelta(days=5)
_TOLD_SOON = timedelta(days=3)
_RECENT = timedelta(days=10)


def time_of(
    sentence: Sentence, earlier: Sequence[Sentence], offset: int, lexicon: Lexicon, later: Sequence[Sentence] = ()
) -> TimeMention | None:
    """The time of a figure at `offset`: the nearest told in the sentence, else the last told before it in the block.

    "In that month" is the month told before; a time that something is only held against ("than in July") or that the sentence tells of
    something else is not the figure's. Where none is told at all, a day in the sentences that follow (`later`) will do: headlines and
    first words seldom tell it.
    """
    times = with_told_days(sentence, earlier, lexicon, offset)
    told = [time for time in times if not is_of_something_else(sentence, time, offset, lexicon)] if times else []
    here = [time for time in told if is_known(time) or _points_back(time)]
    nearest = min(here, key=lambda time: distance(time.start, time.end, offset), default=None)
    nearest = _told_behind(sentence, here, nearest, offset, lexicon) if len(here) > 1 and nearest is not None else nearest
    if nearest is not None and is_known(nearest):
        first = next((time for time in here if is_known(time) and _is_alternative(sentence, time, nearest, lexicon)), nearest)
        mention, last = _time_mention(sentence, first, None), _time_mention(sentence, nearest, None)
        if first is nearest:
            return mention
        words = sentence.text[first.start : nearest.end]
        return replace(mention, text=words, end=last.end, end_day=last.end_day, part_of_day=None)
    known = [time for time in here if is_known(time)]
    if known and not earlier:
        return _time_mention(sentence, known[0], None)
    found = _told_before(earlier, nearest, lexicon)
    if found is not None:
        before, time = found
        said = _time_of_saying([sentence]) if time.precision in (Precision.MONTH, Precision.YEAR) else None
        return said or _time_mention(before, time, Span(time.start, time.end))
    said = _time_of_saying([sentence, *reversed(earlier[-_SENTENCES_BACK:])])
    return _day_after(sentence, later, said, lexicon) or said


def _told_behind(sentence: Sentence, here: Sequence[TimeFound], nearest: TimeFound, offset: int, lexicon: Lexicon) -> TimeFound:
    """ "Nine died on Monday and six on Tuesday": the day behind the figure, where the nearer one before it closes what came before."""
    behind = next((time for time in here if time.start > offset and is_known(time)), None)
    if nearest.end > offset or behind is None or not is_known(nearest):
        return nearest
    figure, ended, begins = sentence.token_at(offset), sentence.token_at(nearest.end), sentence.token_at(behind.start)
    linked = any(token.lower in lexicon.words("conjunctions") for token in sentence.tokens[ended:figure])
    counted = any(sentence.marks.at("number", at) is not None or sentence.tokens[at].text.isdecimal() for at in range(ended - 1))
    apart = any(token.lower in lexicon.words("conjunctions") or token.text == "," for token in sentence.tokens[figure:begins])
    return behind if linked and counted and not apart else nearest


def _told_before(earlier: Sequence[Sentence], anaphor: TimeFound | None, lexicon: Lexicon) -> tuple[Sentence, TimeFound] | None:
    """The last time told in the sentences before, which "that month" must fit.

    Some sentences back, a time long before the latest day told ("a raid in March killed nine") was that of another event.
    """
    size = len(earlier)
    for at in [*range(size - 1, max(-1, size - 1 - _SENTENCES_BACK), -1), *range(min(1, size))]:
        before = earlier[at]
        if not before.event_times:
            continue
        times = with_told_days(before, earlier[:at], lexicon, None)
        known = [time for time in times if is_known(time) and (anaphor is None or _fits(anaphor, time))]
        known = [time for time in known if not is_of_something_else(before, time, None, lexicon)]
        known = [time for time in known if not is_since(before, time.start, None, lexicon)] or [
            time for time in known if _is_recent(before, time)
        ]
        known = [time for time in known if not is_ranked_within(before, time, lexicon)]
        if known and not (at < size - 1 and _is_long_before(known[-1], earlier[:size])):
            return before, known[-1]
    return None


def _is_recent(sentence: Sentence, time: TimeFound) -> bool:
    """Whether the time is no day of long before the words came out."""
    published = sentence.block.published
    return published is None or time.end_day is None or not is_of_days(time) or (published - time.end_day) <= _RECENT


def _is_long_before(time: TimeFound, sentences: Sequence[Sentence]) -> bool:
    """Whether the sentences tell a day of something that happened long after a time."""
    days = [one.end_day for sentence in sentences for one in sentence.event_times if is_of_days(one) and one.end_day is not None]
    single = time.kind == "moment" and time.precision is not Precision.YEAR
    return single and time.end_day is not None and bool(days) and max(days) - time.end_day > _BEFORE_MAIN


def _is_alternative(sentence: Sentence, first: TimeFound, second: TimeFound, lexicon: Lexicon) -> bool:
    """Whether two days are told of which one is meant: "on the night of 23 October or the early morning of 24 October"."""
    if first.end >= second.start or not is_of_days(first) or not is_of_days(second):
        return False
    between = sentence.tokens[sentence.token_at(first.end) : sentence.token_at(second.start)]
    words = [token.lower for token in between if token.lower != ","]
    apart = (first.end_day or date.max) < (second.start_day or date.min)
    return apart and 0 < len(words) <= _ALTERNATIVE and words[0] in lexicon.words("alternatives")


def _day_after(sentence: Sentence, later: Sequence[Sentence], said: TimeMention | None, lexicon: Lexicon) -> TimeMention | None:
    """The day that a sentence after the first ones tells: "..., the ministry said on Sunday. A drone hit the car late on Saturday."

    `said` is the day on which somebody told of it; a day after that, or long before, is that of something else, as is another attack's.
    """
    for after in later:
        days = [time for time in after.event_times if is_known(time) and is_of_days(time)]
        days = [time for time in days if not is_since(after, time.start, None, lexicon)]
        if not days:
            continue
        if said is not None and not _leads_up_to(days[0], said, sentence, lexicon):
            return None
        if said is not None and not _can_be_of_one(sentence, after, lexicon):
            return None
        return _time_mention(after, days[0], Span(days[0].start, days[0].end))
    return None


def _leads_up_to(time: TimeFound, said: TimeMention, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether news of the day can have come out then; an inquiry tells of what was long ago."""
    if time.end_day is None or time.end_day > said.end_day:
        return False
    soon = said.start_day - time.end_day <= _TOLD_SOON
    return soon or any(token.lower in lexicon.words("inquiries") for token in sentence.tokens)


def _can_be_of_one(sentence: Sentence, after: Sentence, lexicon: Lexicon) -> bool:
    """Whether a later sentence can tell of the same attack: it speaks of no other one, and of no other town."""
    if any(token.lower in lexicon.words("others") for token in after.tokens):
        return False
    here, there = place_ids(sentence), place_ids(after)
    return not here or not there or bool(here & there) or is_wide(sentence) or is_wide(after)


def _time_of_saying(sentences: Sequence[Sentence]) -> TimeMention | None:
    """Where no time of the event is told: the day on which it was said, as inferred."""
    for sentence in sentences:
        of_saying = sentence.said_times
        said = next((time for time in sentence.times if time in of_saying and is_known(time)), None) if of_saying else None
        if said is not None:
            return _time_mention(sentence, said, Span(said.start, said.end))
    return None


def _points_back(time: TimeFound) -> bool:
    return time.anaphoric and time.precision in (Precision.MONTH, Precision.YEAR, Precision.WEEK, Precision.DAY)


def _fits(anaphor: TimeFound, time: TimeFound) -> bool:
    """Whether "that month" can mean this time: it is told as exactly."""
    return anaphor.precision == time.precision


def _time_mention(sentence: Sentence, time: TimeFound, inferred_from: Span | None) -> TimeMention:
    assert time.start_day is not None and time.end_day is not None  # noqa: S101 - only known times come here
    return TimeMention(
        text=sentence.text[time.start : time.end],
        start=None if inferred_from else time.start,
        end=None if inferred_from else time.end,
        inferred=inferred_from is not None,
        from_=inferred_from,
        start_day=time.start_day,
        end_day=time.end_day,
        precision=time.precision or Precision.DAY,
        part_of_day=time.part_of_day,
        minute=time.minute,
    )


def distance(start: int, end: int, offset: int) -> int:
    """Code points between a stretch of text and `offset`; 0 inside it."""
    return start - offset if start >= offset else max(0, offset - end)
