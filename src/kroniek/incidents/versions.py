"""Who says what of one incident, in the order of a table: rival versions side by side, what is denied and conceded included."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from kroniek.model.claim import Claim, Harm, Scope, Stance

_HARMS = {harm: place for place, harm in enumerate(Harm)}


def denials(claims: Iterable[Claim], held: Sequence[str]) -> tuple[Claim, ...]:
    """The denials of harm among the claims of an incident's own reports; `held` are the ids of the claims of the incident."""
    known = frozenset(held)
    return tuple(
        claim
        for claim in claims
        if claim.stance is Stance.DENIED and claim.harm is not None and claim.scope is Scope.INCIDENT and claim.id not in known
    )


def side_by_side(claims: Sequence[Claim], denied: Sequence[Claim], speaker: Callable[[Claim], str]) -> tuple[Claim, ...]:
    """The claims of harm, by kind of harm, then by speaker, then as they are given; denials that no incident holds last within a harm."""
    every = [*((claim, False) for claim in claims if claim.harm is not None), *((claim, True) for claim in denied)]
    ordered = sorted(enumerate(every), key=lambda told: (_harm(told[1][0]), told[1][1], speaker(told[1][0]).casefold(), told[0]))
    return tuple(claim for _, (claim, _denied) in ordered)


def _harm(claim: Claim) -> int:
    return _HARMS[claim.harm] if claim.harm is not None else len(_HARMS)
