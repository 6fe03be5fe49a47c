"""Whether what two reports say is of one event: a table of features, each with what it weighs and why, and what shows two events.

A feature weighs for or against; a clash decides. The weights are judgements, tried on the project's own gold (`benchmarks/gold/origins`):
a place and a day in common make one event unless something speaks against it; the same place named beside another needs a figure in
common too; a country and a day alone join nothing but a rare total.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from kroniek.incidents.parts import LONGEST_INCIDENT
from kroniek.incidents.places import can_be_same
from kroniek.incidents.profile import Profile, days_apart
from kroniek.incidents.telling_words import in_common
from kroniek.model.claim import Harm, Method
from kroniek.model.incident import IncidentDate
from kroniek.model.interval import Number, Precision
from kroniek.reading.result import PartOfDate

LEAST = 2.8
"""From this score on two parts are of one event."""
DIGITS = 9
"""Scores are rounded to so many digits: what is left of a sum of decimal fractions after them comes of the order of adding."""

_RIVALS_SHARE = 10  # a total from here on in two reports that accuse different parties shows them to speak of one event
_MOST_DAYS = 3
_POST = timedelta(days=1)
_SOON = 10  # days after which a post on an event gets rare
_SOME_LATER, _LATE, _LONG_LATER = -1.0, -1.5, -4.0
_SAME_WEEKDAY, _NEXT_WEEKDAY, _OTHER_WEEKDAY = 1.0, -0.7, -3.0
_OTHER_DAY_OF_YEAR = -4.0
_LEAP_YEAR = 2024
_OTHER_TOTAL = -0.3
_OTHER_METHOD = -0.7
_OPEN_METHODS = frozenset({Method.AIRSTRIKE_OR_ARTILLERY, Method.UNKNOWN})
_TOGETHER = 3
_MOST_BY_NAMES = 1.2
_LONG_AFTER = 30
_BY_FEW_WORDS, _BY_WORDS, _MOST_BY_WORDS = 11.5, 4.35, 3.1
_LEAST_SHARE = 0.01
_MOST_PUT_RIGHT = 1.5
_RISEN = 0.4
_OPPOSITE = frozenset({frozenset({"morning", "evening"}), frozenset({"morning", "afternoon"}), frozenset({"dawn", "evening"}),
                       frozenset({"afternoon", "night"}), frozenset({"noon", "evening"}), frozenset({"noon", "night"})})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Weights:
    """What places and days weigh. `days_apart` are those of one, two and three days."""

    one_place: float
    named_place: float
    written_place: float
    both_named: float
    same_country: float
    other_place: float
    other_country: float
    same_day: float
    overlap: float
    days_apart: tuple[float, float, float]


_IN_FULL = _Weights(2.0, 1.5, 1.0, 0.7, 0.3, -1.0, -2.0, 1.5, 1.2, (-0.4, -0.8, -1.2))
# Posts read lightly nearly all tell of one country and name many of its places; six in ten tell no day, so that one that is near tells
# much. A logistic regression over the pairs of either half of the incidents of real posts gave these, alike in both; they are rounded.
_LIGHTLY = _Weights(1.3, 0.9, 0.9, 0.1, -0.4, -0.9, -0.4, 2.0, 2.0, (1.3, 0.8, 0.3))


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that was compared: how much it weighs, in words why; `clash` where it shows two events whatever else is alike."""

    name: str
    score: float
    detail: str
    clash: bool = False


@dataclass(frozen=True, slots=True)
class Likeness:
    """All features that told anything, and their sum."""

    features: tuple[Feature, ...]
    clash: bool
    """Whether a feature shows two events."""
    score: float
    """The sum of the weights; 0 for two events."""

    @property
    def fits(self) -> bool:
        """Whether the two are of one event."""
        return self.score >= LEAST


def likeness(first: Profile, second: Profile) -> Likeness:
    """How alike two parts of reports are."""
    found: list[Feature] = []
    for compare in _FEATURES:
        feature = compare(first, second)
        if feature is not None:
            found.append(feature)
            if feature.clash:
                break
    clash = any(feature.clash for feature in found)
    return Likeness(tuple(found), clash, 0.0 if clash else round(sum(feature.score for feature in found), DIGITS))


def _report(first: Profile, second: Profile) -> Feature | None:
    if first.document == second.document:
        return Feature("report", 0.0, "two events of one report", clash=True)
    if first.assessor is not None and first.assessor == second.assessor:
        # a desk keeps one record an incident: two of its own assessments are of two
        return Feature("report", 0.0, "two assessments of one desk", clash=True)
    return None


def _weights(first: Profile, second: Profile) -> _Weights:
    return _LIGHTLY if first.light and second.light else _IN_FULL


def _place(first: Profile, second: Profile) -> Feature | None:
    weights = _weights(first, second)
    both = first.claimed & second.claimed
    if both:
        # "~" stands before a place that no list knows: too small to be in one, and so seldom named for anything else
        rare = any(key.startswith("~") for key in both)
        if first.light and second.light:
            return Feature("place", max(first.rarity[key] for key in both), f"both tell of {min(both)}")
        return Feature("place", 2.5 if rare else weights.one_place, f"both tell of {min(both)}")
    if first.place is not None and second.place is not None and can_be_same(first.place, second.place):
        return Feature("place", weights.one_place, "places that can be one")
    named = (first.claimed & second.mentioned) | (second.claimed & first.mentioned)
    if named:
        return Feature("place", weights.named_place, f"one tells of {min(named)}, the other names it")
    spelt = first.spelt & second.spelt
    if spelt:
        return Feature("place", weights.named_place, f"both tell of a place written {min(spelt)}")
    sounds = (first.unknown_sounds & second.sounds) | (first.sounds & second.unknown_sounds)
    if sounds and not (first.countries and second.countries and not first.countries & second.countries):
        return Feature("place", weights.written_place, "both tell of a place that sounds alike")
    names = {name for one, other in ((first, second), (second, first)) for name in one.spelt if other.telling.issuperset(name.split())}
    if names:
        return Feature("place", weights.written_place, f"one tells of a place written {min(names)}, the other writes that name")
    if first.countries and second.countries and not first.countries & second.countries:
        return Feature("place", weights.other_country, "different countries")
    if first.place is not None and second.place is not None:
        return Feature("place", weights.other_place if first.countries & second.countries else weights.other_country, "different places")
    if not first.countries & second.countries:
        return None
    both = first.mentioned & second.mentioned
    if both:
        return Feature("place", weights.both_named, f"both name {min(both)}")
    return Feature("place", weights.same_country, "the same country")


def _day(first: Profile, second: Profile) -> Feature | None:
    if first.date is None or second.date is None:
        return None
    weights, apart = _weights(first, second), days_apart(first.date, second.date)
    if apart > _MOST_DAYS:
        if first.light and second.light and (_is_reckoned(first.date) or _is_reckoned(second.date)):
            later = _SOME_LATER if apart <= _SOON else _LATE if apart <= _LONG_AFTER else _LONG_LATER
            return Feature("day", later, f"published {apart} days apart")
        if _is_own_day(first if first.date.start > second.date.start else second, apart):
            return Feature("day", -1.3, "one may tell the day of the report for that of the event")
        if apart <= _LONG_AFTER and (_is_reckoned(first.date) or _is_reckoned(second.date)):
            return Feature("day", -1.0, "one tells no day: it was reckoned from publication")
        return Feature("day", 0.0, f"{apart} days apart", clash=True)
    parts = frozenset(part for part in (first.date.part_of_day, second.date.part_of_day) if part)
    same = first.date.start == second.date.start and first.date.end == second.date.end
    if apart == 0 and same and parts in _OPPOSITE:
        return Feature("day", -1.5, f"{' and '.join(sorted(parts))} of one day")
    if apart == 0:
        coarse = first.is_coarse or second.is_coarse
        score = 0.7 if coarse else weights.same_day if same else weights.overlap
        return Feature("day", score, "the same day" if same else "days that overlap")
    return Feature("day", weights.days_apart[apart - 1], f"{apart} day{'' if apart == 1 else 's'} apart")


def _calendar(first: Profile, second: Profile) -> Feature | None:
    """A day and month, or a weekday, of texts read lightly of which one at least tells no year."""
    one, two = _days_of(first), _days_of(second)
    if (first.date is not None and second.date is not None) or not one or not two:
        return None
    if one[0].day is not None and two[0].day is not None:
        apart = min(_apart_in_year(a, b) for a in one for b in two)
        if apart <= _MOST_DAYS:
            return Feature("calendar", 1.5 if apart == 0 else -0.4 * (apart - 1), f"{apart} days apart in the year")
        return Feature("calendar", _OTHER_DAY_OF_YEAR, f"{apart} days apart in the year")
    weekdays = [(a.weekday, b.weekday) for a in one for b in two if a.weekday is not None and b.weekday is not None]
    if not weekdays:
        return None
    apart = min(min((a - b) % 7, (b - a) % 7) for a, b in weekdays)
    return Feature("calendar", _SAME_WEEKDAY if apart == 0 else _OTHER_WEEKDAY if apart > 1 else _NEXT_WEEKDAY, f"weekdays {apart} apart")


def _days_of(told: Profile) -> tuple[PartOfDate, ...]:
    """What is known of the day: the part of a date that is told, or the days of a date of a few days."""
    if told.undated is not None:
        return (told.undated,)
    if told.date is None or told.date.end - told.date.start > _POST:
        return ()
    return tuple(PartOfDate(day.month, day.day, day.weekday()) for day in dict.fromkeys((told.date.start, told.date.end)))


def _apart_in_year(one: PartOfDate, two: PartOfDate) -> int:
    """Days between two days of the year, over New Year where that is less."""
    first, second = (date(_LEAP_YEAR, part.month or 1, part.day or 1).toordinal() for part in (one, two))
    apart = abs(first - second)
    return min(apart, 366 - apart)


def _is_reckoned(when: IncidentDate) -> bool:
    """Whether no day is told: the week up to publication, or to the day on which it was said."""
    return when.precision is Precision.WEEK and when.end - when.start in (LONGEST_INCIDENT, _POST)


def _is_own_day(told: Profile, apart: int) -> bool:
    """Whether the day told is that of the report itself, as where an inquiry into something of long ago came out that day.

    Within a month of the other only the very day: most reports of yesterday's attack come out the day after.
    """
    if told.date is None or told.published is None:
        return False
    return abs((told.published - told.date.end).days) <= (1 if apart > _LONG_AFTER else 0)


def _totals(first: Profile, second: Profile) -> Feature | None:
    shared = _shared(first, second, Harm.KILLED)
    if shared:
        most = max(shared)
        return Feature("killed", _weight(most), f"both tell of {most:g} killed")
    one, two = _killed(first), _killed(second)
    if not one or not two:
        return None
    if _far_apart(first, second, one, two) and not _some_shared(first, second):
        return Feature("killed", 0.0, f"{max(one):g} and {max(two):g} killed", clash=True)
    earlier, later = (first, second) if _order(first) <= _order(second) else (second, first)
    # a toll rises, and falls only a little where it is put right
    before, after = max(_killed(earlier)), max(_killed(later))
    overlap = max(one) >= min(two) and max(two) >= min(one)
    if first.light and second.light and not overlap:
        return Feature("killed", _OTHER_TOTAL, f"{max(one):g} and {max(two):g} killed")
    grown = before >= _TOGETHER and before < after <= before * _MOST_PUT_RIGHT and first.published != second.published
    score = _RISEN if grown else 0.0 if overlap or after * _MOST_PUT_RIGHT >= before else -0.5
    return Feature("killed", score, f"{max(one):g} and {max(two):g} killed")


def _some_shared(first: Profile, second: Profile) -> bool:
    """Whether both count the same ten and more of some group: an official toll beside a higher one that disputes it."""
    return any(number >= _RIVALS_SHARE for _, _, number in first.counts & second.counts)


def _order(told: Profile) -> tuple[str, str]:
    return (told.published.isoformat() if told.published else "", told.document)


def _killed(told: Profile) -> list[Number]:
    """The totals of the killed that are told; names alone are some of the killed."""
    return [low for harm, low, _ in told.totals - told.named if harm == Harm.KILLED.value]


def _shared(first: Profile, second: Profile, harm: Harm) -> list[Number]:
    return sorted(_told(first, harm) & _told(second, harm))


def _told(told: Profile, harm: Harm) -> set[Number]:
    """The totals of a harm; of the killed also those killed or injured, where it is not said which."""
    kinds = {harm.value, Harm.HARMED.value} if harm is Harm.KILLED else {harm.value}
    return {number for kind, low, high in told.totals if kind in kinds for number in (low, high) if number is not None}


def _weight(number: Number) -> float:
    """What a shared total weighs: the larger, the rarer."""
    return 2.0 if number >= 20 else 1.5 if number >= 10 else 1.25 if number >= 5 else 1.0 if number >= 3 else 0.15


def _far_apart(first: Profile, second: Profile, one: list[Number], two: list[Number]) -> bool:
    """Whether the figures of the killed are too far apart for one event: more than three times as many and more than ten more.

    At the very same place and on days that are told, "at least nine" leaves room for any higher number.
    """
    same_place = first.place is not None and second.place is not None and first.place.id is not None and first.place.id == second.place.id
    if same_place and first.date is not None and second.date is not None:
        fewer = first if max(one) <= max(two) else second
        if all(high is None for harm, _, high in fewer.totals if harm == Harm.KILLED.value):
            return False
    if max(one) >= min(two) and max(two) >= min(one):
        return False
    small, large = min(max(one), max(two)), max(min(one), min(two))
    return large > 3 * small and large - small > 10


def _others(first: Profile, second: Profile) -> Feature | None:
    """Other counts in common: injured, children, medics."""
    injured = _shared(first, second, Harm.INJURED)
    counts = [number for _, _, number in first.counts & second.counts if number > 1]
    score = (_weight(max(injured)) / 2 if injured else 0.0) + min(1.5, sum(0.75 if number >= 10 else 0.5 for number in counts))
    if score and max(_shared(first, second, Harm.KILLED), default=0) >= _TOGETHER and max([*injured, *counts]) >= _TOGETHER:
        score += 0.8  # two figures that agree are seldom chance, wherever the places are said to be
    return Feature("counts", score, f"{len(injured) + len(counts)} more counts in common") if score else None


def _telling(first: Profile, second: Profile) -> Feature | None:
    """Names in common that no list need know. They only support: a president's name is in every report of a war.

    Those of victims are compared as such, and count no second time here.
    """
    victims = {word for name in first.names & second.names for word in name.split()}
    shared = (first.telling & second.telling) - victims
    if not shared:
        return None
    return Feature("telling names", min(_MOST_BY_NAMES, 0.6 * len(shared)), ", ".join(sorted(shared)[:3]))


def _things(first: Profile, second: Profile) -> Feature | None:
    """One kind of thing hit: a school, a market. It only supports, and tells nothing of days apart: such attacks are repeated."""
    shared = first.things & second.things
    if not shared or first.date is None or second.date is None or days_apart(first.date, second.date):
        return None
    return Feature("things hit", 0.7, min(shared))


def _firmness(first: Profile, second: Profile) -> Feature | None:
    """A report that speaks of no war by itself needs more than place and day; one that tells only the month a figure in common."""
    if first.armed == second.armed and not first.rough and not second.rough:
        return None
    figures = max([*_shared(first, second, Harm.KILLED), *(number for _, _, number in first.counts & second.counts)], default=0)
    if (first.rough or second.rough) and figures < _TOGETHER:
        return Feature("firmness", 0.0, "one tells only the month, and no figure of the other's", clash=True)
    return Feature("firmness", -1.0, "one tells too little by itself to be of an event of war")


def _words(first: Profile, second: Profile) -> Feature | None:
    """Rare words in common, of texts read lightly."""
    if not first.words or not second.words:
        return None
    share = in_common(first.words, second.words)
    if share < _LEAST_SHARE:
        return None
    score = min(_MOST_BY_WORDS, _BY_FEW_WORDS * share, _BY_WORDS * math.sqrt(share))  # the first words in common tell the most
    return Feature("words", score, f"{share:.0%} of the telling words in common")


def _actors(first: Profile, second: Profile) -> Feature | None:
    if not first.actors or not second.actors:
        return None
    if first.actors & second.actors:
        if first.light and second.light:
            return None  # nearly all of them lay what they tell of to the one power that bombs there
        return Feature("actor", 0.5, f"both lay it to {min(first.actors & second.actors)}")
    if any(number >= _RIVALS_SHARE for number in _shared(first, second, Harm.KILLED)):
        return Feature("actor", 0.0, "laid to different parties, with one total")  # rivals may lay one event to each other
    lightly = first.light or second.light  # there a party is known by nearness alone
    return Feature("actor", -1.0 if lightly else -2.0, "laid to different parties")


def _looking_back(first: Profile, second: Profile) -> Feature | None:
    """A report of long after tells roughly when: an inquiry, an anniversary, a court case."""
    if first.date is None or second.date is None or not first.claimed & second.claimed or days_apart(first.date, second.date):
        return None
    late = [told for told in (first, second) if told.published and told.date and (told.published - told.date.end).days >= _LONG_AFTER]
    return Feature("looking back", 0.5, "told long after") if late else None


def _methods(first: Profile, second: Profile) -> Feature | None:
    """Means of harm, of texts read lightly: the same are told of nearly everywhere, others speak for two events."""
    one, two = first.methods - _OPEN_METHODS, second.methods - _OPEN_METHODS
    if not one or not two or not (first.light and second.light):
        return None
    return None if one & two else Feature("method", _OTHER_METHOD, "different means")


def _names(first: Profile, second: Profile) -> Feature | None:
    shared = first.names & second.names
    return Feature("names", 3.0, f"{len(shared)} victims of one name") if shared else None


_FEATURES: tuple[Callable[[Profile, Profile], Feature | None], ...] = (
    _report,
    _place,
    _day,
    _calendar,
    _totals,
    _others,
    _telling,
    _things,
    _firmness,
    _actors,
    _methods,
    _names,
    _words,
    _looking_back,
)
