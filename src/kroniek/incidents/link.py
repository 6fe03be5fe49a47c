"""Which claims speak of one event: first within a report, then across reports, whatever their order."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.main_place import main_place
from kroniek.incidents.places import EXACTNESS, can_be_same, exactness
from kroniek.model.claim import Accuracy, Claim, Group, Kind, Method, PlaceMention, Scope, Stance, TimeMention, Victim
from kroniek.model.incident import IncidentDate
from kroniek.model.interval import Precision
from kroniek.reading.people.model import RelativeCount
from kroniek.reading.result import Reading

_HARM_KINDS = (Kind.CASUALTIES, Kind.DISPLACEMENT)
_DAYS = (Precision.DAY, Precision.PART_OF_DAY, Precision.MINUTE)
_NO_CONFLICT = (Method.ACCIDENT, Method.DISASTER, Method.CRIME)
_WHOLE = (None, Group.CIVILIAN, Group.PERSON)
_LEAST_EXACT = EXACTNESS[Accuracy.DISTRICT]  # a province or country alone joins nothing
_LONGEST_INCIDENT = timedelta(days=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one report says of one event. `main` where the report is chiefly about it."""

    document: str
    main: bool
    claims: tuple[Claim, ...]
    place: PlaceMention | None
    date: IncidentDate | None
    people: tuple[Victim, ...] = ()
    relatives: tuple[RelativeCount, ...] = ()

    @property
    def actors(self) -> frozenset[str]:
        """The parties that the claims lay it to."""
        return frozenset(claim.actor.id for claim in self.claims if claim.actor and claim.actor.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """All that the reports say of one event."""

    id: str
    parts: tuple[Part, ...]
    readings: tuple[Reading, ...]
    place: PlaceMention | None
    date: IncidentDate | None

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all parts, by document, in the order of the text."""
        return tuple(claim for part in self.parts for claim in part.claims)

    @property
    def people(self) -> tuple[Victim, ...]:
        """Named victims of all parts."""
        return tuple(victim for part in self.parts for victim in part.people)

    @property
    def main_readings(self) -> tuple[Reading, ...]:
        """The readings of the reports that are chiefly about it."""
        mains = {part.document for part in self.parts if part.main}
        return tuple(reading for reading in self.readings if reading.document.id in mains)


def link(readings: Sequence[Reading], codebook: Codebook) -> tuple[Cluster, ...]:
    """The events that the readings (sorted by document id) speak of. Reports of accidents, disasters and crimes make none."""
    codebook.rule("incident")
    parts = [part for reading in readings for part in parts_of(reading)]
    parts.sort(key=_anchor)
    by_document = {reading.document.id: reading for reading in readings}
    clusters = []
    for group in _joined(parts, coalitions(codebook)):
        members = sorted(group, key=lambda part: (part.document, not part.main, _anchor(part)))
        documents = list(dict.fromkeys(part.document for part in members))
        clusters.append(
            Cluster(
                id=_cluster_id(members),
                parts=tuple(members),
                readings=tuple(by_document[document] for document in documents),
                place=_best_place(members),
                date=_best_date(members),
            )
        )
    return tuple(sorted(clusters, key=lambda cluster: cluster.id))


# --- within one report -----------------------------------------------------------------------------------------------


def parts_of(reading: Reading) -> list[Part]:
    """The events that one report speaks of: the one it opens with (`main`), and others at another day or place."""
    claims = [claim for claim in reading.claims if _counts(claim)]
    if not claims:
        return []
    opening = _opening_time(reading, claims)
    groups: dict[tuple[str, str], list[Claim]] = {}
    by_id = {claim.id: claim for claim in claims}
    for claim in claims:
        whole = by_id.get(claim.part_of or "", claim)
        groups.setdefault(_other_event(whole, opening), []).append(claim)
    ours = ("", "") if ("", "") in groups else max(sorted(groups), key=lambda key: len(groups[key]))
    found = []
    for key in sorted(groups):
        is_main = key == ours
        members = tuple(groups[key])
        when = opening if is_main and opening is not None else _first_time(members)
        found.append(
            Part(
                document=reading.document.id,
                main=is_main,
                claims=members,
                place=main_place(reading, members) if is_main else _first_place(members),
                date=_incident_date(when),
                people=reading.people.victims if is_main else (),
                relatives=reading.people.relatives if is_main else (),
            )
        )
    return found


def _counts(claim: Claim) -> bool:
    return (
        claim.kind in _HARM_KINDS
        and claim.harm is not None
        and claim.scope is Scope.INCIDENT
        and claim.method not in _NO_CONFLICT
        and claim.stance is not Stance.DENIED
        and not (claim.quantity.low == 0 and claim.quantity.high == 0)
    )


def _opening_time(reading: Reading, claims: Sequence[Claim]) -> TimeMention | None:
    """The day that the first harm of the opening is told with, else the text's first day, else any claim's."""
    for claim in claims:
        time = claim.time
        if time is not None and not time.inferred and time.precision in _DAYS and claim.evidence.start < reading.clues.first_paragraph_end:
            return time
    return reading.opening_time if reading.opening_time is not None else _first_time(claims)


def _first_time(claims: Sequence[Claim]) -> TimeMention | None:
    return next((claim.time for claim in claims if claim.time is not None), None)


def _first_place(claims: Sequence[Claim]) -> PlaceMention | None:
    places = [claim.place for claim in claims if claim.place is not None]
    return min(places, key=exactness) if places else None


def _other_event(claim: Claim, opening: TimeMention | None) -> tuple[str, str]:
    """("", "") for the event that the report opens with, else a key of the day and place told for this claim itself."""
    time = claim.time
    if time is None or time.inferred or opening is None or time.end_day - time.start_day > _LONGEST_INCIDENT:
        return ("", "")
    if time.start_day <= opening.end_day + timedelta(days=1) and opening.start_day <= time.end_day + timedelta(days=1):
        return ("", "")
    place = claim.place
    return (time.start_day.isoformat(), (place.id or place.text) if place else "")


def _incident_date(time: TimeMention | None) -> IncidentDate | None:
    if time is None:
        return None
    return IncidentDate(time.start_day, time.end_day, time.precision, time.part_of_day)


# --- across reports --------------------------------------------------------------------------------------------------


def _anchor(part: Part) -> tuple[str, str, str]:
    day = part.date.start.isoformat() if part.date else ""
    return (day, (part.place.id or part.place.text) if part.place else "", min(claim.id for claim in part.claims))


def _cluster_id(parts: Sequence[Part]) -> str:
    anchor = min(_anchor(part) for part in parts)
    return "inc-" + hashlib.sha256(anchor[2].encode()).hexdigest()[:16]


def _joined(parts: Sequence[Part], members: Mapping[str, str]) -> list[list[Part]]:
    """Groups of parts: the firmest pairs first, and only where every member of both groups fits with every other."""
    days: dict[date, list[int]] = {}
    for number, part in enumerate(parts):
        for day in _days(part):
            days.setdefault(day, []).append(number)
    pairs: dict[tuple[int, int], float] = {}
    for day in sorted(days):
        that_day = days[day]
        for at, first in enumerate(that_day):
            for second in that_day[at + 1 :]:
                if (first, second) not in pairs:
                    score = likeness(parts[first], parts[second], members)
                    if score > 0:
                        pairs[first, second] = score
    group_of = list(range(len(parts)))
    groups: dict[int, list[int]] = {number: [number] for number in group_of}
    for (first, second), _ in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        one, two = group_of[first], group_of[second]
        if one == two:
            continue
        if all(likeness(parts[a], parts[b], members) > 0 for a in groups[one] for b in groups[two]):
            keep, drop = min(one, two), max(one, two)
            for member in groups.pop(drop):
                group_of[member] = keep
                groups[keep].append(member)
    return [[parts[number] for number in groups[key]] for key in sorted(groups)]


def coalitions(codebook: Codebook) -> dict[str, str]:
    """Members of coalitions and the coalition that they act in, by id."""
    if not codebook.has("coalition_members"):
        return {}
    listed = codebook.rule("coalition_members").values
    return {member: coalition for coalition, members in listed.items() if isinstance(members, tuple) for member in members}


def _days(part: Part) -> list[date]:
    if part.date is None or part.date.end - part.date.start > _LONGEST_INCIDENT:
        return []
    span = (part.date.end - part.date.start).days + 1
    return [part.date.start + timedelta(days=day) for day in range(-1, span + 1)]


def likeness(first: Part, second: Part, members: Mapping[str, str]) -> float:
    """Above 0 where both can be one event: higher for a nearer place, a shared day, a shared figure, a shared actor."""
    if first.document == second.document or first.place is None or second.place is None:
        return 0.0
    near = can_be_same(first.place, second.place)
    if not near or max(exactness(first.place), exactness(second.place)) > _LEAST_EXACT:
        return 0.0
    if not _days_fit(first, second) or _actors_clash(first, second, members) or _harm_clashes(first, second):
        return 0.0
    score = 1.0
    score += first.place.id is not None and first.place.id == second.place.id
    score += _same_day(first, second)
    score += bool(_totals(first) & _totals(second))
    score += bool(first.actors & second.actors)
    return score


def _same_day(first: Part, second: Part) -> bool:
    return first.date is not None and second.date is not None and first.date.start == second.date.start


def _days_fit(first: Part, second: Part) -> bool:
    """The same day, a period that holds the other, or a night beside the next day."""
    a, b = first.date, second.date
    if a is None or b is None:
        return False
    if a.start <= b.end and b.start <= a.end:
        return True
    earlier, later = (a, b) if a.start <= b.start else (b, a)
    nights = {"night", "evening"}
    return later.start - earlier.end == timedelta(days=1) and (earlier.part_of_day in nights or later.part_of_day in {"night", "dawn"})


def _actors_clash(first: Part, second: Part, members: Mapping[str, str]) -> bool:
    """Whether both are laid to somebody, and to different ones; a coalition and its members are no different ones."""
    if not first.actors or not second.actors:
        return False
    one = {members.get(party, party) for party in first.actors}
    return not one & {members.get(party, party) for party in second.actors}


def _totals(part: Part) -> frozenset[tuple[str, object, object]]:
    return frozenset(
        (claim.harm.value, claim.quantity.low, claim.quantity.high)
        for claim in part.claims
        if claim.harm and claim.part_of is None and claim.quantity.low is not None and group_of_claim(claim) in _WHOLE
    )


def group_of_claim(claim: Claim) -> Group | None:
    """Whom the claim counts, None where it does not say."""
    return claim.victims.group if claim.victims else None


def _harm_clashes(first: Part, second: Part) -> bool:
    """Whether the figures of the killed are too far apart for one event: no rival count is three times another and ten more."""
    a = [low for harm, low, _ in sorted(_totals(first), key=str) if harm == "killed" and isinstance(low, int | float)]
    b = [low for harm, low, _ in sorted(_totals(second), key=str) if harm == "killed" and isinstance(low, int | float)]
    if not a or not b:
        return False
    if max(a) >= min(b) and max(b) >= min(a):
        return False
    small, large = min(max(a), max(b)), max(min(a), min(b))
    return large > 3 * small and large - small > 10


def _best_place(parts: Sequence[Part]) -> PlaceMention | None:
    """The most exact place told; among equals the one told most often, then by its name."""
    places = [part.place for part in parts if part.place is not None]
    if not places:
        return None
    counts = Counter(place.id or place.text for place in places)
    return min(places, key=lambda place: (exactness(place), -counts[place.id or place.text], place.id or place.text, place.start or 0))


def _best_date(parts: Sequence[Part]) -> IncidentDate | None:
    """The most exact date told; among equals the one told most often, then the earliest."""
    dates = [part.date for part in parts if part.date is not None]
    if not dates:
        return None
    counts = Counter((when.start, when.end) for when in dates)
    rank = list(Precision)

    def order(when: IncidentDate) -> tuple[int, int, date, int]:
        return (when.end - when.start).days, -counts[when.start, when.end], when.start, rank.index(when.precision)

    return min(dates, key=order)
