"""By what means, by whom, and how firmly it is laid to them: strike type, belligerents and strike status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.link import Cluster
from kroniek.model.claim import Method, Stance
from kroniek.model.incident import Belligerent, BelligerentStatus, StrikeStatus, StrikeType
from kroniek.reading.report_clues import ClueKind

_TYPES: dict[Method, StrikeType] = {
    Method.AIRSTRIKE: StrikeType.AIRSTRIKE,
    Method.MISSILE: StrikeType.AIRSTRIKE,
    Method.DRONE_STRIKE: StrikeType.DRONE_STRIKE,
    Method.ARTILLERY: StrikeType.ARTILLERY,
    Method.AIRSTRIKE_OR_ARTILLERY: StrikeType.AIRSTRIKE_OR_ARTILLERY,
    Method.NAVAL_BOMBARDMENT: StrikeType.NAVAL_BOMBARDMENT,
    Method.GROUND_OPERATION: StrikeType.GROUND_OPERATION,
    Method.SMALL_ARMS: StrikeType.GROUND_OPERATION,
    Method.EXECUTION: StrikeType.GROUND_OPERATION,
    Method.IED: StrikeType.IED,
    Method.LANDMINE: StrikeType.IED,
}


def strike_types_of(cluster: Cluster, codebook: Codebook) -> tuple[StrikeType, ...]:
    """The means of attack told in the openings of the reports, else by their claims."""
    found: list[StrikeType] = []
    for reading in cluster.main_readings or cluster.readings:
        found += [_TYPES[clue.method] for clue in reading.clues.methods if clue.paragraph == 0 and clue.method in _TYPES and not clue.general]
    if not found:
        found = [_TYPES[claim.method] for claim in cluster.claims if claim.method in _TYPES]
    return tuple(kind for kind in StrikeType if kind in found)


def strike_status_of(cluster: Cluster, codebook: Codebook) -> StrikeStatus | None:
    """How firmly it is laid to a party."""
    kinds = {clue.kind for reading in cluster.readings for clue in reading.clues.statements}
    if kinds & {ClueKind.DECLARED, ClueKind.CONCEDED}:
        return StrikeStatus.DECLARED
    if ClueKind.CALLED_CONTESTED in kinds or ClueKind.NOBODY_NAMED in kinds:
        return StrikeStatus.CONTESTED
    if ClueKind.CALLED_SINGLE in kinds or ClueKind.ONE_ATTRIBUTES in kinds:
        return StrikeStatus.SINGLE_SOURCE
    return StrikeStatus.LIKELY


def belligerents_of(cluster: Cluster, status: StrikeStatus | None, codebook: Codebook) -> tuple[Belligerent, ...]:
    """The parties it is laid to; where nobody names one, the parties that the codebook lists for that country."""
    votes: Counter[str] = Counter()
    names: dict[str, str] = {}
    conceded: set[str] = set()
    for claim in cluster.claims:
        if claim.actor and claim.actor.id and claim.actor.name:
            votes[claim.actor.id] += 1
            names[claim.actor.id] = claim.actor.name
            if claim.stance is Stance.CONCEDED:
                conceded.add(claim.actor.id)
    return tuple(
        Belligerent(party, names[party], BelligerentStatus.CONCEDED if party in conceded else BelligerentStatus.SUSPECTED)
        for party in sorted(votes)
    )


def infrastructure_of(cluster: Cluster) -> tuple[str, ...]:
    """The categories of what was hit, told in the openings of the reports, sorted."""
    found = {clue.category for reading in cluster.main_readings for clue in reading.clues.infrastructure if clue.paragraph == 0}
    return tuple(sorted(found))


def parties_sorted(parties: Sequence[str]) -> tuple[str, ...]:
    """Party ids, each once, sorted."""
    return tuple(sorted(set(parties)))
