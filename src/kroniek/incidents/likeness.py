"""Whether what two reports say can be one event, and how firmly: place, day, actor, figures, names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kroniek.incidents.parts import LONGEST_INCIDENT, Part
from kroniek.incidents.places import EXACTNESS, can_be_same, exactness
from kroniek.model.claim import Accuracy, Claim, Group, Harm, PlaceMention
from kroniek.model.incident import IncidentDate
from kroniek.model.interval import Number
from kroniek.text.fold import fold

_LEAST_EXACT = EXACTNESS[Accuracy.DISTRICT]  # a province or country alone joins nothing
_WHOLE = (None, Group.CIVILIAN, Group.PERSON)
_TELLING = 5  # a total from here on is seldom shared by chance within one place
_RIVALS_SHARE = 10  # a total from here on in two reports that accuse different parties shows them to speak of one event
_NIGHTS = frozenset({"night", "evening"})
_MORNINGS = frozenset({"night", "dawn"})

Total = tuple[str, Number, Number | None]


@dataclass(frozen=True, slots=True)
class Profile:
    """What two parts are compared by. `actors` are coalitions in place of their members; `names` are folded names of victims,
    `named` the totals that only names make."""

    document: str
    place: PlaceMention | None
    date: IncidentDate | None
    actors: frozenset[str]
    totals: frozenset[Total]
    names: frozenset[str]
    assessor: str | None = None
    named: frozenset[Total] = frozenset()


def profile(part: Part, members: Mapping[str, str]) -> Profile:
    """The profile of a part; `members` maps a party to the coalition that it acts in."""
    return Profile(
        part.document,
        part.place if part.place is not None and exactness(part.place) <= _LEAST_EXACT else None,
        part.date,
        frozenset(members.get(claim.actor.id, claim.actor.id) for claim in part.claims if claim.actor and claim.actor.id),
        frozenset(total for claim in part.claims if (total := _total(claim)) is not None),
        frozenset(name for victim in part.people if len(name := fold(victim.text)) > 1 and " " in name),
        part.assessor,
        frozenset(total for claim in part.claims if claim.figure is None and claim.people and (total := _total(claim)) is not None),
    )


def _total(claim: Claim) -> Total | None:
    low = claim.quantity.low
    group = claim.victims.group if claim.victims else None
    if claim.harm is None or claim.part_of is not None or low is None or group not in _WHOLE:
        return None
    return claim.harm.value, low, claim.quantity.high


def blocks(told: Profile) -> Iterator[tuple[str, ...]]:
    """The keys that two profiles must share one of to be compared at all: a day, a place with a telling total, a victim's name."""
    if told.date is not None and told.date.end - told.date.start <= LONGEST_INCIDENT:
        for day in range(-1, (told.date.end - told.date.start).days + 2):
            yield "day", str(told.date.start.toordinal() + day)  # a number, since the calendar ends in the year 9999
    for total in sorted(told.totals, key=str):
        if told.place is not None and total[1] >= _TELLING:
            yield "total", told.place.id or told.place.text, *map(str, total)
    for name in sorted(told.names):
        yield "name", name


def likeness(first: Profile, second: Profile) -> float:
    """Above 0 where both can be one event: higher for the same place, a shared day, figure, name or actor.

    Where one of them has no day, only a shared victim's name, or the same place with a telling total, will do.
    """
    if first.document == second.document or first.place is None or second.place is None:
        return 0.0
    if first.assessor is not None and first.assessor == second.assessor:
        return 0.0  # a desk keeps one record an incident: two of its own assessments are of two
    same_place = first.place.id is not None and first.place.id == second.place.id
    if _actors_clash(first, second) and not (same_place and any(total[1] >= _RIVALS_SHARE for total in first.totals & second.totals)):
        return 0.0  # rivals may lay one event to each other
    rising = same_place and first.date is not None and second.date is not None
    if _harm_clashes(first, second, rising=rising) or not can_be_same(first.place, second.place):
        return 0.0
    shared_names = len(first.names & second.names)
    shared_totals = first.totals & second.totals
    if first.date is None or second.date is None:
        if not shared_names and not (same_place and any(total[1] >= _TELLING for total in shared_totals)):
            return 0.0
    elif not days_fit(first.date, second.date):
        return 0.0
    same_day = first.date is not None and second.date is not None and first.date.start == second.date.start
    return 1.0 + same_place + same_day + bool(shared_totals) + bool(shared_names) + bool(first.actors & second.actors)


def days_fit(first: IncidentDate, second: IncidentDate) -> bool:
    """The same day, a period that holds the other, or a night beside the next day."""
    if first.start <= second.end and second.start <= first.end:
        return True
    earlier, later = sorted((first, second), key=_start)
    next_to = later.start - earlier.end == timedelta(days=1)
    return next_to and (earlier.part_of_day in _NIGHTS or later.part_of_day in _MORNINGS)


def _start(when: IncidentDate) -> date:
    return when.start


def _actors_clash(first: Profile, second: Profile) -> bool:
    """Whether both are laid to somebody, and to different ones."""
    return bool(first.actors) and bool(second.actors) and not first.actors & second.actors


def _harm_clashes(first: Profile, second: Profile, *, rising: bool) -> bool:
    """Whether the figures of the killed are too far apart for one event: more than three times as many and more than ten more.

    With `rising`, at the very same place, "at least nine" leaves room for any higher number. Names alone are some of the killed.
    """
    a = [low for harm, low, _ in first.totals - first.named if harm == Harm.KILLED.value]
    b = [low for harm, low, _ in second.totals - second.named if harm == Harm.KILLED.value]
    if rising and a and b:
        fewer = min((first, second), key=lambda told: max(low for harm, low, _ in told.totals - told.named if harm == Harm.KILLED.value))
        if all(high is None for harm, _, high in fewer.totals if harm == Harm.KILLED.value):
            return False
    if not a or not b or (max(a) >= min(b) and max(b) >= min(a)):
        return False
    small, large = min(max(a), max(b)), max(min(a), min(b))
    return large > 3 * small and large - small > 10
