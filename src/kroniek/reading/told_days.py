"""Days reckoned from a day told before: "a day earlier", "the next morning", "the raid came a day after rebels killed nine"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from kroniek.model.interval import Precision
from kroniek.reading.dates import TimeFound
from kroniek.reading.dates.found import TimeKind
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon
from kroniek.reading.strike_words import is_attack, is_strike

_DAYS = (Precision.DAY, Precision.PART_OF_DAY, Precision.MINUTE)
_MOMENT = TimeKind.MOMENT
_TO_COMING = 5
_LONGEST_SHIFT = 6  # days: further off nobody counts days


def is_known(time: TimeFound) -> bool:
    """Whether it tells days, of something that happened."""
    return time.start_day is not None and time.end_day is not None and time.kind in ("moment", "period")


def is_of_days(time: TimeFound) -> bool:
    """Whether it is told as exactly as a day."""
    return time.precision in _DAYS


def with_told_days(
    sentence: Sentence, earlier: Sequence[Sentence], lexicon: Lexicon, offset: int | None
) -> Sequence[TimeFound]:
    """The times of what a sentence tells, with the days of those that are told from a day before them.

    `offset` is the figure that asks: "a day after" is the time of what follows it alone; None asks for no such.
    """
    times = sentence.event_times
    if not any(time.shift is not None for time in times):
        return times
    return [_reckoned(sentence, time, earlier, lexicon, offset) if time.shift is not None else time for time in times]


def _reckoned(
    sentence: Sentence, time: TimeFound, earlier: Sequence[Sentence], lexicon: Lexicon, offset: int | None
) -> TimeFound:
    shift = time.shift or 0
    if not time.anaphoric:  # a length of time: "a day after", "two days after"
        if offset is None or offset < time.end or not _comes_after(sentence, time, lexicon):
            return time
        shift = -shift
    elif shift > 0 and _is_aftermath(sentence, time, offset, lexicon):
        return time
    if abs(shift) > _LONGEST_SHIFT:
        return time
    base = _day_before(sentence, time.start, earlier)
    published = sentence.block.published
    if base is None and shift < 0 and published is not None:
        base = published, published
    if base is None or not all(1 <= day.toordinal() + shift <= date.max.toordinal() for day in base):
        return time  # nothing to reckon from, or a day that no calendar has
    days = timedelta(days=shift)
    first, last = (base[0], base[1]) if shift == 0 else (base[0] + days,) * 2 if shift < 0 else (base[1] + days,) * 2
    precision = Precision.PART_OF_DAY if time.part_of_day is not None else Precision.DAY
    return replace(time, start_day=first, end_day=last, precision=precision, kind=_MOMENT, anaphoric=False)



def after_another(sentence: Sentence, lexicon: Lexicon) -> int | None:
    """The token "after" of "Saturday's blasts came two weeks after more than 350 people were killed", None where there is none."""
    tokens, words = sentence.tokens, lexicon.words("after_it")
    if not any(token.lower in words for token in tokens):
        return None
    for at in range(3, len(tokens)):
        if tokens[at].lower in words and tokens[at - 1].lower in lexicon.words("periods"):
            near = tokens[max(0, at - _TO_COMING) : at - 1]
            if any(token.lower in lexicon.words("comes") for token in near):
                return at
    return None


def _comes_after(sentence: Sentence, time: TimeFound, lexicon: Lexicon) -> bool:
    """ "The strike came two days after ...": said of the event, not of how long somebody lived."""
    first, after = sentence.token_at(time.start), sentence.token_at(time.end)
    tokens = sentence.tokens
    follows = after < len(tokens) and tokens[after].lower in lexicon.words("after_it")
    before = first - 1
    while before > 0 and tokens[before].lower in lexicon.words("just"):
        before -= 1
    if not follows or before < 0:
        return False
    # "on 9 August, one day after planes had killed 34"
    dated = tokens[before].text == "," and any(one.end == tokens[before - 1].end and is_known(one) for one in sentence.times)
    return dated or tokens[before].lower in lexicon.words("comes")


def _is_aftermath(sentence: Sentence, time: TimeFound, offset: int | None, lexicon: Lexicon) -> bool:
    """Whether the later day tells of no new attack: people found or counted then ("two days later the ministry put it at nine")."""
    tokens = sentence.tokens
    if not any(_is_new_attack(sentence, at, lexicon) for at in range(len(tokens))):
        return True
    if any(token.lower in lexicon.words("aftermath") for token in tokens) or sentence.marks.has("toll"):
        return True
    if offset is None:
        return False
    first, last = sentence.token_at(min(time.start, offset)), sentence.token_at(max(time.end, offset))
    words = lexicon.words("speaks"), lexicon.words("tallying")
    return any(token.lower in names for token in tokens[first:last] for names in words)


def _is_new_attack(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """A verb of attack, or an attack that the words do not speak of as known: "a raid", not "the raid"."""
    if is_attack(sentence.tokens[at].lower, lexicon):
        return True
    return is_strike(sentence, at) and not (at and sentence.tokens[at - 1].lower in lexicon.words("known_before"))


def _day_before(sentence: Sentence, at: int, earlier: Sequence[Sentence]) -> tuple[date, date] | None:
    """The last day told before code point `at`: in the sentence whatever it tells of, before it that of an event rather than of words;
    else the day on which somebody tells it."""
    found = _last([time for time in sentence.times if time.end <= at])
    for before in reversed(earlier):
        if found is not None:
            break
        found = _last(before.event_times) or _last(before.times)
    return found or _last([time for time in sentence.times if time in sentence.said_times])


def _last(times: Sequence[TimeFound]) -> tuple[date, date] | None:
    days = [time for time in times if is_of_days(time) and time.start_day is not None and time.end_day is not None and time.kind == _MOMENT]
    return (days[-1].start_day, days[-1].end_day) if days else None  # type: ignore[return-value]
