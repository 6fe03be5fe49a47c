"""Which claims of many reports speak of one event, whatever the order of the reports."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.assessments import assessor_of
from kroniek.incidents.likeness import blocks, likeness, profile
from kroniek.incidents.parts import Part, parts_of
from kroniek.incidents.places import exactness
from kroniek.incidents.posts import post_of
from kroniek.model.claim import Claim, PlaceMention, Victim
from kroniek.model.incident import IncidentDate
from kroniek.model.interval import Precision
from kroniek.reading.result import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """All that the reports say of one event. `possibly_same` are the ids of clusters that one of its reports would fit too."""

    id: str
    parts: tuple[Part, ...]
    readings: tuple[Reading, ...]
    place: PlaceMention | None
    date: IncidentDate | None
    possibly_same: tuple[str, ...] = ()

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
    parts = [part for reading in readings for part in parts_of(reading, assessor_of(reading, codebook))]
    parts.sort(key=_anchor)
    by_document = {reading.document.id: reading for reading in readings}
    groups, rivals = _joined(parts, coalitions(codebook))
    ids = [_cluster_id([parts[number] for number in group]) for group in groups]
    clusters = []
    for at, group in enumerate(groups):
        members = sorted((parts[number] for number in group), key=lambda part: (part.document, not part.main, _anchor(part)))
        documents = list(dict.fromkeys(part.document for part in members))
        clusters.append(
            Cluster(
                id=ids[at],
                parts=tuple(members),
                readings=tuple(_reading_for(by_document[document], members) for document in documents),
                place=_best_place(members),
                date=_best_date(members),
                possibly_same=tuple(sorted(ids[other] for other in rivals.get(at, ()))),
            )
        )
    return tuple(sorted(clusters, key=lambda cluster: cluster.id))


def _reading_for(reading: Reading, members: Sequence[Part]) -> Reading:
    """The report as far as it speaks of this event: of a file of posts, the one post."""
    post = next((part.post for part in members if part.document == reading.document.id and part.post is not None), None)
    return reading if post is None else post_of(reading, post)


def _anchor(part: Part) -> tuple[str, str, str, str]:
    day = part.date.start.isoformat() if part.date else ""
    return (day, (part.place.id or part.place.text) if part.place else "", min(claim.id for claim in part.claims), part.document)


def _cluster_id(parts: Sequence[Part]) -> str:
    anchor = min(_anchor(part) for part in parts)
    # Reports of the very same text share their claims' ids, so a claim names one incident only together with its report.
    return "inc-" + hashlib.sha256(f"{anchor[2]}\n{anchor[3]}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _joined(parts: Sequence[Part], members: Mapping[str, str]) -> tuple[list[list[int]], dict[int, set[int]]]:
    """Groups of parts by number: the firmest pairs first, and only where every member of both groups fits with every other.

    Also, for each group, the groups that one of its parts fits with while another does not.
    """
    profiles = [profile(part, members) for part in parts]
    blocked: dict[tuple[str, ...], list[int]] = {}
    for number, told in enumerate(profiles):
        for key in blocks(told):
            blocked.setdefault(key, []).append(number)
    pairs: dict[tuple[int, int], float] = {}
    for key in sorted(blocked):
        together = blocked[key]
        for at, first in enumerate(together):
            for second in together[at + 1 :]:
                if (first, second) not in pairs:
                    pairs[first, second] = likeness(profiles[first], profiles[second])
    group_of = list(range(len(parts)))
    groups: dict[int, list[int]] = {number: [number] for number in group_of}
    for (first, second), score in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        one, two = group_of[first], group_of[second]
        if score <= 0 or one == two:
            continue
        if all(likeness(profiles[a], profiles[b]) > 0 for a in groups[one] for b in groups[two]):
            keep, drop = min(one, two), max(one, two)
            for member in groups.pop(drop):
                group_of[member] = keep
                groups[keep].append(member)
    order = {key: at for at, key in enumerate(sorted(groups))}
    rivals: dict[int, set[int]] = {}
    for (first, second), score in pairs.items():
        one, two = order[group_of[first]], order[group_of[second]]
        if score > 0 and one != two:
            rivals.setdefault(one, set()).add(two)
            rivals.setdefault(two, set()).add(one)
    return [groups[key] for key in sorted(groups)], rivals


def coalitions(codebook: Codebook) -> dict[str, str]:
    """Members of coalitions and the coalition that they act in, by id."""
    if not codebook.has("coalition_members"):
        return {}
    listed = codebook.rule("coalition_members").values
    return {member: coalition for coalition, members in listed.items() if isinstance(members, tuple) for member in members}


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
