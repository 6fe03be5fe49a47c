"""A finding from the claims that it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kroniek.model.claim import Claim
from kroniek.model.finding import Finding, Outcome, Severity, claim_key, finding_id
from kroniek.model.interval import Number

_DIGITS = 6


def finding(
    kind: str,
    outcome: Outcome,
    text: str,
    claims: Sequence[Claim],
    *,
    severity: Severity | None = None,
    value: Number | None = None,
    unit: str | None = None,
    incident: str | None = None,
    also: Iterable[Claim] = (),
) -> Finding:
    """A finding about `claims`; `also` are claims that its text names but that its id does not rest on, such as what was found upstream.

    What does not add up is a warning unless another `severity` is given, all else a note.
    """
    named = [*claims, *also]
    return Finding(
        severity=severity or (Severity.WARNING if outcome is Outcome.DOES_NOT_ADD_UP else Severity.NOTE),
        kind=kind,
        text=text,
        claims=tuple(dict.fromkeys(claim.id for claim in named)),
        outcome=outcome,
        value=_rounded(value),
        unit=unit,
        documents=tuple(dict.fromkeys(claim.document for claim in named)),
        incident=incident,
        id=finding_id(kind, (claim_key(claim) for claim in claims)),
    )


def _rounded(value: Number | None) -> Number | None:
    """Six significant digits: what comes of a division is no more exact than that."""
    if value is None or isinstance(value, int):
        return value
    short = float(f"{value:.{_DIGITS}g}")
    return int(short) if short.is_integer() else short


def quoted(claim: Claim) -> str:
    """The figure's words in quotation marks."""
    return f"“{claim.figure.text}”" if claim.figure else f"“{claim.evidence.text}”"
