"""Words that make a count of people a total of a war or a campaign, and days that make it that of another event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from kroniek.model.claim import Kind, TimeMention
from kroniek.model.interval import Precision
from kroniek.reading.actors import place_ids
from kroniek.reading.dates import TimeFound
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon

_THOUSANDS = {Kind.CASUALTIES: 1000, Kind.MUNITIONS: 1000, Kind.STRIKES: 100}
_FEWEST_TALLIED = 20
_FROM_PERFECT = 4
_FROM_LATEST = 4
_OPENING = 4
_BESIDE_TOTAL = 8  # tokens from "deadliest" to "of the war"
_EARLIER_EVENT = timedelta(days=5)
_FEWEST_BEFORE = 2  # sentences: what is told right after the first words is as likely the event itself
_DAYS = (Precision.DAY, Precision.PART_OF_DAY, Precision.MINUTE)


def is_many(kind: Kind, low: float) -> bool:
    """Whether so many are counted that no day of one place has them, where none is told."""
    return low >= _THOUSANDS.get(kind, float("inf"))


def is_of_another_event(
    time: TimeMention, sentence: Sentence, earlier: Sequence[Sentence], lexicon: Lexicon, *, single: bool
) -> bool:
    """Whether the sentence's own time is long before the day that the report tells before it: "In March a raid on Tallan killed nine".

    `single`: the sentence tells of one attack; a month or a year without one is that of a total.
    """
    latest = _latest_day([time for one in earlier for time in one.event_times])
    if latest is None and (time.precision not in _DAYS or _is_elsewhere(sentence, earlier)):
        latest = _latest_day([time for one in earlier for time in one.times])
    if latest is None or len(earlier) < _FEWEST_BEFORE:
        return False
    if time.precision in _DAYS:
        return latest - time.end_day > _EARLIER_EVENT
    if not single:
        return False
    return time.end_day < latest or any(token.lower in lexicon.words("others") for token in sentence.tokens)


def _is_register(sentence: Sentence, lexicon: Lexicon) -> bool:
    """ "Published its list of nearly 7,000 names": a register of the dead, whatever day it came out."""
    words = [token.lower for token in sentence.tokens]
    return any(word in lexicon.words("lists") for word in words) and any(word in lexicon.words("names_of_people") for word in words)


def _latest_day(times: Sequence[TimeFound]) -> date | None:
    return max((time.end_day for time in times if time.precision in _DAYS and time.end_day is not None), default=None)


def _is_elsewhere(sentence: Sentence, earlier: Sequence[Sentence]) -> bool:
    """Whether a sentence names places, and none that the ones before name."""
    here = place_ids(sentence) | _unknown(sentence)
    return bool(here) and not any(here & (place_ids(one) | _unknown(one)) for one in earlier)


def _unknown(sentence: Sentence) -> set[str]:
    return {span.of(sentence.text) for span in sentence.unknown_places}


def told_as_total(
    sentence: Sentence, time: TimeMention | None, lexicon: Lexicon, *, one_strike: bool, low: float | None
) -> str | None:
    """The rule by which the people that a sentence counts are those of more than one attack, or None.

    `time` is the sentence's own; `one_strike`: it speaks of one known attack.
    """
    if low is not None and is_many(Kind.CASUALTIES, low) and _is_register(sentence, lexicon):
        return "scope:register"
    if _is_of_last_hours(time, lexicon):
        return "scope:last-hours"
    if time is not None or one_strike:
        return "scope:across" if _is_across(sentence, lexicon) else None
    perfect = [at for at, token in enumerate(sentence.tokens) if token.lower in lexicon.words("perfect")]
    if not perfect:
        return None
    if _since_an_event(sentence, lexicon):
        return "scope:since-event"
    if low is not None and low >= _FEWEST_TALLIED and _has_tallied(sentence, perfect, lexicon):
        return "scope:tally"
    return "scope:war-total" if _war_has(sentence, perfect, lexicon) or _series_has(sentence, lexicon) else None


def _is_of_last_hours(time: TimeMention | None, lexicon: Lexicon) -> bool:
    """ "In the past 24 hours", "over the past day": a day's toll over a region."""
    if time is None or (time.end_day - time.start_day).days != 1 or time.precision is not Precision.DAY:
        return False
    return any(word in lexicon.words("last_hours") for word in time.text.lower().split())


def _is_across(sentence: Sentence, lexicon: Lexicon) -> bool:
    """ "Strikes across Ukraine killed nine": several attacks, told over a country or a region."""
    words = lexicon.words("across")
    if not any(token.lower in words for token in sentence.tokens):
        return False
    return any(mark.entry.kind is Kind.STRIKES and mark.entry.plural for mark in sentence.marks.all("thing"))


def _since_an_event(sentence: Sentence, lexicon: Lexicon) -> bool:
    """ "Have killed 200 since the quake": a time told by what began it; not "the deadliest since the truce"."""
    tokens, words = sentence.tokens, lexicon.words("since")
    for at, token in enumerate(tokens[:-1]):
        if token.lower in words and (tokens[at + 1].lower in lexicon.words("determiners") or tokens[at + 1].text[0].isupper()):
            return not is_beside_total(sentence, at, lexicon)
    return False


def _has_tallied(sentence: Sentence, perfect: Sequence[int], lexicon: Lexicon) -> bool:
    """ "Has now verified 691 deaths", "has lost 498 soldiers"."""
    words = lexicon.words("tallied")
    return any(token.lower in words for at in perfect for token in sentence.tokens[at + 1 : at + 1 + _FROM_PERFECT])


def _war_has(sentence: Sentence, perfect: Sequence[int], lexicon: Lexicon) -> bool:
    """ "The offensive has killed 80 people"."""
    tokens, words = sentence.tokens, lexicon.words("wars")
    if any(at > 0 and tokens[at - 1].lower in words for at in perfect):
        return True
    opens = next((at for at, token in enumerate(tokens[:_OPENING]) if token.lower in words), None)
    if opens is None or opens + 1 >= len(tokens) or tokens[opens + 1].text != ",":
        return False  # "The war, which erupted in April, has killed"
    return any(tokens[at - 1].text == "," for at in perfect if at > opens + 1)


def _series_has(sentence: Sentence, lexicon: Lexicon) -> bool:
    """ "The recent attacks have killed 82 people", "a wave of raids has killed"; not "the latest in a series of raids"."""
    tokens = sentence.tokens
    if not any(mark.entry.kind is Kind.STRIKES and mark.entry.plural for mark in sentence.marks.all("thing")):
        return False
    told = [at for at, token in enumerate(tokens) if token.lower in lexicon.words("series")]
    return any(not any(token.lower in lexicon.words("ranking") for token in tokens[max(0, at - _FROM_LATEST) : at]) for at in told)


def is_beside_total(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether words of a long time stand for a record or for what people fled: "the deadliest of the war", "displaced by the war"."""
    tokens = sentence.tokens
    if at and tokens[at - 1].lower in lexicon.words("fled_from"):
        return True
    return any(token.lower in lexicon.words("records") for token in tokens[max(0, at - _BESIDE_TOTAL) : at])
