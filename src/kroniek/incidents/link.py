"""Which claims of many reports speak of one event, whatever the order of the reports."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.assessments import assessor_of
from kroniek.incidents.blocking import Proposer, proposed
from kroniek.incidents.likeness import LEAST, Likeness, likeness
from kroniek.incidents.parts import Part, parts_of
from kroniek.incidents.places import exactness
from kroniek.incidents.posts import post_of
from kroniek.incidents.profile import Profile, profile, with_rarity
from kroniek.incidents.rulings import Bonds, bonds, divided
from kroniek.incidents.telling_names import telling_names
from kroniek.incidents.telling_words import telling_words
from kroniek.model.claim import Claim, PlaceMention
from kroniek.model.incident import IncidentDate
from kroniek.model.interval import Precision
from kroniek.model.ruling import Rulings
from kroniek.reading.result import Reading

_LEAST_ON_THE_WHOLE = 2.0
_LEAST_FOR_ONE, _AHEAD = 1.8, 0.5  # a lone report joins a group from here on, where no other comes so near


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
    def main_readings(self) -> tuple[Reading, ...]:
        """The readings of the reports that are chiefly about it."""
        mains = {part.document for part in self.parts if part.main}
        return tuple(reading for reading in self.readings if reading.document.id in mains)


def link(
    readings: Sequence[Reading], codebook: Codebook, rulings: Rulings | None = None, propose: Proposer = proposed
) -> tuple[Cluster, ...]:
    """The events that the readings (sorted by document id) speak of. Reports of accidents, disasters and crimes make none.

    What people decided is of one event, or is not, is so, whatever the likeness. `propose` finds and scores the pairs.
    """
    decided = rulings or Rulings()
    parts = _parts(readings, codebook, decided)
    by_document = {reading.document.id: reading for reading in readings}
    groups, rivals = _joined(_profiles(parts, readings, codebook), bonds(parts, decided), propose)
    ids = [_cluster_id([parts[number] for number in group]) for group in groups]
    clusters = []
    for at, group in enumerate(groups):
        others = tuple(sorted(ids[other] for other in rivals.get(at, ())))
        clusters.append(cluster_of(ids[at], [parts[number] for number in group], by_document, others))
    return tuple(sorted(clusters, key=lambda cluster: cluster.id))


def profiles_of(readings: Sequence[Reading], codebook: Codebook, rulings: Rulings | None = None) -> list[Profile]:
    """What the parts of the readings are compared by: the profiles that `link` hands to `propose`, in the same order."""
    return _profiles(_parts(readings, codebook, rulings or Rulings()), readings, codebook)


def _parts(readings: Sequence[Reading], codebook: Codebook, decided: Rulings) -> list[Part]:
    codebook.rule("incident")
    parts = divided((part for reading in readings for part in parts_of(reading, assessor_of(reading, codebook))), decided)
    return sorted(parts, key=_anchor)


def _profiles(parts: Sequence[Part], readings: Sequence[Reading], codebook: Codebook) -> list[Profile]:
    by_document = {reading.document.id: reading for reading in readings}
    members_of = coalitions(codebook)
    telling = {id: telling_names(by_document[id]) for id in dict.fromkeys(part.document for part in parts)}
    words = telling_words(readings)
    told = [profile(part, members_of, by_document[part.document], telling[part.document], words.get(part.document)) for part in parts]
    return with_rarity(told)


def cluster_of(id: str, parts: Sequence[Part], readings: Mapping[str, Reading], possibly_same: tuple[str, ...] = ()) -> Cluster:
    """The event that these parts of the readings (by document) tell of."""
    members = sorted(parts, key=lambda part: (part.document, not part.main, _anchor(part)))
    documents = list(dict.fromkeys(part.document for part in members))
    return Cluster(
        id=id,
        parts=tuple(members),
        readings=tuple(_reading_for(readings[document], members) for document in documents),
        place=_best_place(members),
        date=_best_date(members),
        possibly_same=possibly_same,
    )


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


def _joined(profiles: Sequence[Profile], held: Bonds, propose: Proposer) -> tuple[list[list[int]], dict[int, set[int]]]:
    """Groups of parts by number: the firmest pairs first, and only where no member of one group clashes with a member of the other and
    they are alike on the whole: chains of pairs that fit one by one end in groups that do not. What people hold together begins so.

    Also, for each group, the groups that one of its parts fits with while another does not.
    """
    known = _Pairs(profiles, held)
    pairs = propose(profiles, known.of)
    group_of = [together[0] for together in held.together]
    groups: dict[int, list[int]] = {together[0]: list(together) for together in held.together}
    apart: dict[int, set[int]] = {}
    for (first, second), score in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        one, two = group_of[first], group_of[second]
        if one == two or score < LEAST or two in apart.get(one, ()):
            continue
        if known.clash(groups[one], groups[two]):
            # groups that clash once clash for good, however they grow
            apart.setdefault(one, set()).add(two)
            apart.setdefault(two, set()).add(one)
        elif known.alike(groups[one], groups[two]):
            keep, drop = min(one, two), max(one, two)
            for member in groups.pop(drop):
                group_of[member] = keep
                groups[keep].append(member)
            for other in apart.pop(drop, set()):
                apart[other].discard(drop)
                apart[other].add(keep)
                apart.setdefault(keep, set()).add(other)
    _take_in(groups, group_of, pairs, known)
    order = {key: at for at, key in enumerate(sorted(groups))}
    rivals: dict[int, set[int]] = {}
    for (first, second), score in pairs.items():
        one, two = order[group_of[first]], order[group_of[second]]
        if score >= LEAST and one != two and not held.parted(first, second):
            rivals.setdefault(one, set()).add(two)
            rivals.setdefault(two, set()).add(one)
    return [groups[key] for key in sorted(groups)], rivals


def _take_in(groups: dict[int, list[int]], group_of: list[int], pairs: Mapping[tuple[int, int], float], known: _Pairs) -> None:
    """Lone parts join the group that they are most alike on the whole, where no other group comes near it: a short report may fit no single
    other firmly and yet all of them well. All are held against the groups as these stood before, so that their order changes nothing."""
    near: dict[int, set[int]] = {}
    for first, second in pairs:
        for one, other in ((first, second), (second, first)):
            if len(groups[group_of[one]]) == 1 and len(groups[group_of[other]]) > 1:
                near.setdefault(one, set()).add(group_of[other])
    chosen: list[tuple[int, int]] = []
    for lone in sorted(near):
        alike = sorted((-known.average([lone], groups[key]), key) for key in sorted(near[lone]) if not known.clash([lone], groups[key]))
        if alike and -alike[0][0] >= _LEAST_FOR_ONE and (len(alike) == 1 or alike[1][0] - alike[0][0] >= _AHEAD):
            chosen.append((lone, alike[0][1]))
    for lone, key in chosen:
        if not known.clash([lone], groups[key]):  # with another that was taken in: two events of one report
            groups.pop(group_of[lone])
            groups[key].append(lone)
            group_of[lone] = key


class _Pairs:
    """The likeness of pairs, each worked out once. Parts that people hold together are versions of one event: the likest counts for all."""

    def __init__(self, profiles: Sequence[Profile], held: Bonds) -> None:
        self._profiles = profiles
        self._held = held
        self._known: dict[tuple[int, int], Likeness] = {}

    def of(self, first: int, second: int) -> Likeness:
        """The likeness of two parts by number."""
        key = (first, second) if first < second else (second, first)
        found = self._known.get(key)
        if found is None:
            together = self._held.together
            found = self._known[key] = max(
                (likeness(self._profiles[one], self._profiles[other]) for one in together[key[0]] for other in together[key[1]]),
                key=lambda like: (not like.clash, like.score),
            )
        return found

    def clash(self, ones: Sequence[int], others: Sequence[int]) -> bool:
        """Whether a member of one group and one of the other cannot be of one event."""
        return any(self._held.parted(one, other) or self.of(one, other).clash for one in ones for other in others)

    def alike(self, ones: Sequence[int], others: Sequence[int]) -> bool:
        """Whether two groups are alike on the whole."""
        return self.average(ones, others) >= _LEAST_ON_THE_WHOLE

    def average(self, ones: Sequence[int], others: Sequence[int]) -> float:
        """The average likeness of all pairs between two groups."""
        return sum(self.of(one, other).score for one in ones for other in others) / (len(ones) * len(others))


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
