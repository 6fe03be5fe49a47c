"""By what means: the strike types of one event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.link import Cluster
from kroniek.model.claim import Method
from kroniek.model.incident import StrikeType
from kroniek.reading.report_clues import MethodClue

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
_FROM_AFAR = frozenset({StrikeType.AIRSTRIKE, StrikeType.DRONE_STRIKE, StrikeType.ARTILLERY})


def strike_types_of(cluster: Cluster, codebook: Codebook) -> tuple[StrikeType, ...]:
    """The means of attack, in the order of StrikeType; empty where no report tells of an attack."""
    readings = cluster.main_readings or cluster.readings
    found: set[StrikeType] = set()
    for reading in readings:
        found |= _of_report(reading.clues.methods)
    if not found or found == {StrikeType.UNKNOWN}:
        found = {_TYPES[claim.method] for claim in cluster.claims if claim.method in _TYPES} or found
    if {StrikeType.AIRSTRIKE, StrikeType.ARTILLERY} <= found and codebook.has("means_differ"):
        found = found - {StrikeType.AIRSTRIKE, StrikeType.ARTILLERY} | {StrikeType.AIRSTRIKE_OR_ARTILLERY}
    if found & {StrikeType.AIRSTRIKE, StrikeType.ARTILLERY}:
        found.discard(StrikeType.AIRSTRIKE_OR_ARTILLERY)
    if StrikeType.DRONE_STRIKE in found and codebook.has("drone_is_airstrike") and StrikeType.AIRSTRIKE_OR_ARTILLERY not in found:
        found.add(StrikeType.AIRSTRIKE)
    return tuple(kind for kind in StrikeType if kind in found)


def _of_report(clues: Sequence[MethodClue]) -> set[StrikeType]:
    """What one report tells: its first sentence that names a means; where that leaves it open, the rest of the report."""
    this_event = [clue for clue in clues if not clue.other_event and clue.method in _TYPES]
    opening = [clue for clue in this_event if clue.sentence == 0]
    told = _types(clue for clue in opening if not clue.general)
    if told:
        return told
    rest = _types(clue for clue in this_event if not clue.general) & _FROM_AFAR
    if rest:
        return rest
    loose = [clue for clue in opening if clue.general] or [clue for clue in this_event if clue.paragraph == 0 and clue.general]
    if loose:
        return _open(_types(loose))
    return _types(clue for clue in this_event if not clue.general) or _open(_types(this_event))


def _open(types: set[StrikeType]) -> set[StrikeType]:
    """Of words that leave the means open the loosest counts: a bombing that is also called a strike stays open."""
    if StrikeType.AIRSTRIKE_OR_ARTILLERY in types:
        return {StrikeType.AIRSTRIKE_OR_ARTILLERY}
    return types


def _types(clues: Iterable[MethodClue]) -> set[StrikeType]:
    return {_TYPES[clue.method] for clue in clues}
