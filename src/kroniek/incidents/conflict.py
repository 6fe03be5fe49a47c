"""Whether a report tells of armed conflict at all: harm by accident, disaster or crime makes no incident."""

from __future__ import annotations

from kroniek.model.claim import Claim, Group, Kind, Method, Stance
from kroniek.reading.result import Reading

_PEACEFUL = frozenset({Method.ACCIDENT, Method.DISASTER, Method.CRIME})
_ARMED_KINDS = frozenset({Kind.STRIKES, Kind.MUNITIONS, Kind.MISSIONS, Kind.FORCE, Kind.TARGETS})


def tells_of_conflict(reading: Reading) -> bool:
    """Whether the report names a belligerent, a means of war, or figures of arms and forces."""
    if reading.parties or any(clue.method not in _PEACEFUL for clue in reading.clues.methods):
        return True
    return any(_is_armed(claim) for claim in reading.claims)


def _is_armed(claim: Claim) -> bool:
    """Whether a claim is laid to a belligerent, conceded by one, of combatants, of civilians, or of a means of war.

    People are called civilians beside those who fight; those of an accident, disaster or crime carry that method.
    """
    if claim.kind in _ARMED_KINDS or claim.actor is not None or claim.stance is Stance.CONCEDED:
        return True
    group = claim.victims.group if claim.victims else None
    if claim.method is None:
        return group in (Group.CIVILIAN, Group.COMBATANT)
    return group is Group.COMBATANT or claim.method not in _PEACEFUL
