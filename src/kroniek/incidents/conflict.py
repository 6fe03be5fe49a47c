"""Whether a report tells of armed conflict at all: harm by accident, disaster or crime makes no incident.

Words for a means of war ("aircraft", "raid", "struck", "shot") and the names of countries stand in peaceful reports too. Where all harm
told came by accident, disaster or crime, they make no conflict; a belligerent that acts, combatants, and figures of arms do.
"""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.model.claim import Claim, Group, Kind, Method, Stance
from kroniek.reading.result import Reading

_PEACEFUL = frozenset({Method.ACCIDENT, Method.DISASTER, Method.CRIME})
_ARMED_KINDS = frozenset({Kind.STRIKES, Kind.MUNITIONS, Kind.MISSIONS, Kind.FORCE, Kind.TARGETS})


def tells_of_conflict(reading: Reading) -> bool:
    """Whether the report names a belligerent, a means of war, or figures of arms and forces.

    Where accident, disaster or crime did all the harm, only what its claims tell of a belligerent, combatants or arms does.
    """
    if _harms_in_peace(reading.claims):
        return any(_is_armed(claim) and not _is_doubtful(claim) for claim in reading.claims)
    if reading.parties or any(clue.method not in _PEACEFUL for clue in reading.clues.methods):
        return True
    return any(_is_armed(claim) for claim in reading.claims)


def _harms_in_peace(claims: Sequence[Claim]) -> bool:
    """Whether the report tells of harm, all of it by accident, disaster or crime."""
    methods = {claim.method for claim in claims if claim.harm is not None}
    return bool(methods) and methods <= _PEACEFUL


def _is_doubtful(claim: Claim) -> bool:
    """Whether nothing but a word that is also said in peace makes a claim an armed one: "two blasts", "shot ... jailed for 18 years"."""
    if claim.actor is not None or claim.stance is Stance.CONCEDED or claim.harm is not None:
        return False
    return claim.kind not in _ARMED_KINDS or (claim.kind is Kind.STRIKES and (claim.method is None or claim.method in _PEACEFUL))


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
