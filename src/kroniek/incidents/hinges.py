"""What a range hangs on: the claim that alone sets a bound, and what the range would be without it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.coding import code_harms
from kroniek.incidents.link import Cluster
from kroniek.incidents.published_figure import published
from kroniek.model.claim import Harm
from kroniek.model.incident import CodedRange, HarmRanges, Hinge


def hinges_of(cluster: Cluster, killed: HarmRanges, codebook: Codebook) -> tuple[Hinge, ...]:
    """For the desk's own figure of the killed: each claim that alone sets a bound, where the range is another without it.

    The incident is coded again without the claim, as if the report had not made it; names stay.
    """
    return tuple(_found(cluster, killed, codebook))


def _found(cluster: Cluster, killed: HarmRanges, codebook: Codebook) -> Iterator[Hinge]:
    now = published(killed, codebook)
    if now is None or len(cluster.claims) < 2:
        return
    setters: dict[str, list[str]] = {}
    for bound, claims in (("low", now.low_claims), ("high", now.high_claims)):
        if len(set(claims)) == 1:
            setters.setdefault(claims[0], []).append(bound)
    for claim, bounds in setters.items():
        rest = without_claim(cluster, claim)
        then = published(code_harms(rest, Harm.KILLED, codebook), codebook) if rest is not None else None
        if then is None or (then.low, then.high) != (now.low, now.high):
            yield Hinge(claim, tuple(bounds), then.low if then else None, then.high if then else None, _words(claim, bounds, then))


def without_claim(cluster: Cluster, claim: str) -> Cluster | None:
    """The event without one claim; None where no claim is left."""
    parts = tuple(replace(part, claims=tuple(one for one in part.claims if one.id != claim)) for part in cluster.parts)
    left = tuple(part for part in parts if part.claims)
    if not left:
        return None
    documents = {part.document for part in left}
    return replace(cluster, parts=left, readings=tuple(reading for reading in cluster.readings if reading.document.id in documents))


def _words(claim: str, bounds: list[str], then: CodedRange | None) -> str:
    names = {"low": "minimum", "high": "maximum"}
    ends = " and the ".join(names[bound] for bound in bounds)
    if then is None:
        rest = "no number would be left"
    elif then.low == then.high:
        rest = f"it would be {then.low}"
    else:
        rest = f"it would be {'not known' if then.low is None else then.low} to {'not known' if then.high is None else then.high}"
    return f"Claim {claim} alone sets the {ends} of the killed; without it {rest}."
