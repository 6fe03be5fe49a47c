"""What two reports of an event are compared by: the places, days, counts, parties and names that each tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date as calendar_day
from datetime import timedelta

from kroniek.gazetteer.naming import fold_word
from kroniek.incidents.conflict import tells_of_conflict
from kroniek.incidents.parts import LONGEST_INCIDENT, Part
from kroniek.incidents.places import EXACTNESS, exactness
from kroniek.incidents.telling_words import rarest
from kroniek.model.claim import Accuracy, Claim, Group, Method, PlaceMention
from kroniek.model.incident import IncidentDate
from kroniek.model.interval import Number
from kroniek.reading.result import PartOfDate, Reading
from kroniek.text.fold import fold
from kroniek.text.sound import consonants

_WORD = re.compile(r"[^\W_]+")
LEAST_EXACT = EXACTNESS[Accuracy.DISTRICT]  # a province or country alone joins nothing
_WHOLE = (None, Group.CIVILIAN, Group.PERSON)
_LEAST_LETTERS = 4
_LEAST_CONSONANTS = 4
_MOST_WORDS = 12  # the rarest words of a text read lightly, of which two texts must share one
RARITIES = ((12, 1.6), (30, 1.3), (10**9, 0.9))
"""What a place in common weighs where so many texts tell of it at most."""
TELLING = 5  # a total from here on is seldom shared by chance within one place

Total = tuple[str, Number, Number | None]
"""Harm, low and high of a count of all people harmed so."""
Count = tuple[str, str, Number]
"""Harm, group and number of a count of some of them, or of fighters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What one part of a report tells of its event.

    `claimed` are keys of the places that its claims tell of harm at, local ones only: an id, or folded words of a place that no list
    knows; `mentioned` those of all places in the report. `actors` are coalitions in place of their members; `names` folded names of
    victims, `named` the totals that only names make. `countries` are those of the claims' places, `around` of all places in the report;
    `telling` words are names that tell one event from another; `spelt` the folded names of the local places that its claims tell of;
    `sounds` how these names sound, `unknown_sounds` those of them that no list knows;
    `things` the categories of what was hit. `armed` tells that the report itself speaks of war, `rough` that it tells no closer time than
    a month.
    `words` are the telling words of a text read lightly (`light`), `rarity`
    what a place that few such texts tell of weighs, by its key, `undated` what they tell of their day where that is no date.
    `methods` are the means of harm.
    """

    document: str
    place: PlaceMention | None
    claimed: frozenset[str]
    mentioned: frozenset[str]
    countries: frozenset[str]
    date: IncidentDate | None
    published: calendar_day | None
    actors: frozenset[str]
    totals: frozenset[Total]
    counts: frozenset[Count]
    names: frozenset[str]
    around: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    assessor: str | None = None
    named: frozenset[Total] = frozenset()
    spelt: frozenset[str] = frozenset()
    sounds: frozenset[str] = frozenset()
    unknown_sounds: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    armed: bool = True
    rough: bool = False
    words: Mapping[str, float] = field(default_factory=dict)
    light: bool = False
    rarity: Mapping[str, float] = field(default_factory=dict)
    undated: PartOfDate | None = None
    methods: frozenset[Method] = frozenset()

    @property
    def is_coarse(self) -> bool:
        """Whether only a month, a year or a long period is told."""
        return self.date is not None and self.date.end - self.date.start > LONGEST_INCIDENT


def profile(
    part: Part, members: Mapping[str, str], reading: Reading | None = None, telling: frozenset[str] = frozenset(),
    words: Mapping[str, float] | None = None,
) -> Profile:
    """The profile of a part of `reading`; `members` maps a party to the coalition that it acts in, `telling` its telling names."""
    told = [claim.place for claim in part.claims if claim.place is not None]
    every = [*told, *(reading.places if reading is not None else ()), *([part.place] if part.place else [])]
    countries = {place.country for place in told if place.country} or {place.country for place in every if place.country}
    local = [*told, *([part.place] if part.place else [])]
    return Profile(
        document=part.document,
        place=part.place if part.place is not None and exactness(part.place) <= LEAST_EXACT else None,
        claimed=_keys(local),
        mentioned=_keys(every),
        countries=frozenset(countries),
        around=frozenset(place.country for place in every if place.country),
        telling=telling,
        date=part.date,
        published=_published(part, reading),
        actors=frozenset(members.get(claim.actor.id, claim.actor.id) for claim in part.claims if claim.actor and claim.actor.id),
        totals=frozenset(total for claim in part.claims if (total := _total(claim)) is not None),
        counts=frozenset(count for claim in part.claims if (count := _count(claim)) is not None),
        names=frozenset(name for victim in part.people if len(name := fold(victim.text)) > 1 and " " in name),
        assessor=part.assessor,
        spelt=_spelt(local),
        sounds=_sounds(local),
        unknown_sounds=_sounds(place for place in local if place.unresolved or place.lat is None),
        things=frozenset(thing.category for thing in reading.clues.infrastructure) if reading is not None else frozenset(),
        armed=reading is None or tells_of_conflict(reading),
        rough=part.rough,
        named=frozenset(total for claim in part.claims if claim.figure is None and claim.people and (total := _total(claim)) is not None),
        words=words or {},
        light=words is not None,
        methods=frozenset(claim.method for claim in part.claims if claim.method is not None),
        undated=reading.undated if reading is not None and part.date is None else None,
    )


def with_rarity(profiles: Sequence[Profile]) -> list[Profile]:
    """The profiles of texts read lightly with what each of their places weighs: a town that is struck every week tells little."""
    often = Counter(key for told in profiles if told.light for key in told.claimed)
    weights = {key: next(weight for most, weight in RARITIES if number <= most) for key, number in often.items()}
    return [replace(told, rarity={key: weights[key] for key in sorted(told.claimed)}) if told.light else told for told in profiles]


def _published(part: Part, reading: Reading | None) -> calendar_day | None:
    day = next((claim.block.published for claim in part.claims if claim.block.published), None)
    return day or (reading.document.published_day if reading is not None else None)


def _keys(places: Iterable[PlaceMention]) -> frozenset[str]:
    """Local places by id, or by the folded words of those that no list knows."""
    keys = set()
    for place in places:
        if place.unresolved or place.lat is None:
            words = "".join(fold_word(word) for word in _WORD.findall(place.text))
            if words:
                keys.add(f"~{words}")
        elif exactness(place) <= LEAST_EXACT:
            keys.add(place.id or f"~{fold(place.text)}")
    return frozenset(keys)


def _spelt(places: Iterable[PlaceMention]) -> frozenset[str]:
    """The folded names of local places as they are written: one that the lists take for two places, or know in one report only."""
    local = [place.text for place in places if place.unresolved or place.lat is None or exactness(place) <= LEAST_EXACT]
    names = (" ".join(word for word in fold(text).replace("-", " ").split() if len(word) >= _LEAST_LETTERS) for text in local)
    return frozenset(name for name in names if name)


def _sounds(places: Iterable[PlaceMention]) -> frozenset[str]:
    """How the names of local places sound, of those with enough consonants to tell one from another."""
    return frozenset(sound for name in _spelt(places) if len(sound := consonants(name.replace(" ", ""))) >= _LEAST_CONSONANTS)


def _total(claim: Claim) -> Total | None:
    low = claim.quantity.low
    group = claim.victims.group if claim.victims else None
    if claim.harm is None or claim.part_of is not None or low is None or group not in _WHOLE:
        return None
    return claim.harm.value, low, claim.quantity.high


def _count(claim: Claim) -> Count | None:
    group = claim.victims.group if claim.victims else None
    if claim.harm is None or claim.quantity.low is None or (group in _WHOLE and claim.part_of is None):
        return None
    return claim.harm.value, Group.PERSON.value if group in _WHOLE or group is None else group.value, claim.quantity.low


def blocks(told: Profile) -> Iterator[tuple[str, ...]]:
    """The keys that two profiles must share one of to be compared at all: a day in a country, at a place or one that sounds like it, or
    with a telling total, a place with a telling total, a place or a total in a year where only that is told, a victim's name."""
    tolls = sorted({(harm, low) for harm, low, _ in told.totals if low >= TELLING})
    for day in days_of(told):
        for where in (*sorted(told.around), *sorted(told.claimed)) or ("",):
            yield "day", where, str(day)
        for harm, low in tolls:
            yield "toll", harm, str(low), str(day)
        for sound in sorted(told.sounds):
            yield "sound", sound, str(day)
    for total in sorted(told.totals, key=str):
        if total[1] >= TELLING:
            for place in sorted(told.claimed):
                yield "total", place, total[0], str(total[1])
    if told.date is not None:
        for year in range(told.date.start.year, min(told.date.end.year, told.date.start.year + 1) + 1):
            for where in (*sorted(told.claimed), *(f"={harm} {low}" for harm, low in tolls)):
                yield ("coarse" if told.is_coarse else "year"), where, str(year)
    for name in sorted(told.names):
        yield "name", name
    for word in rarest(told.words, _MOST_WORDS):
        yield "word", word


def days_of(told: Profile) -> range:
    """The days told, one before and one after, as numbers, since the calendar ends in the year 9999; none where only a period is told."""
    if told.date is None or told.is_coarse:
        return range(0)
    return range(told.date.start.toordinal() - 1, told.date.end.toordinal() + 2)


def days_apart(first: IncidentDate, second: IncidentDate) -> int:
    """Days between the two; 0 where they share one, or where a night stands beside the next day."""
    if first.start <= second.end and second.start <= first.end:
        return 0
    earlier, later = (first, second) if first.start < second.start else (second, first)
    apart = later.start - earlier.end
    if apart == timedelta(days=1) and (earlier.part_of_day in NIGHTS or later.part_of_day in MORNINGS):
        return 0
    return apart.days


NIGHTS = frozenset({"night", "evening"})
MORNINGS = frozenset({"night", "dawn"})
