"""The codes that a desk writes beside its figures: how exact date and place are, how clear the event is, who reported it first."""

from __future__ import annotations

from collections.abc import Iterator

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.link import Cluster
from kroniek.model.claim import SpeakerRole
from kroniek.model.incident import DeskCode, IncidentDate, Origin
from kroniek.model.interval import Precision
from kroniek.model.provenance import Chain, Telling
from kroniek.provenance.trace import Provenance

_LONGEST_CLEAR = 6
_DAYS = (Precision.MINUTE, Precision.PART_OF_DAY, Precision.DAY)


def desk_codes(cluster: Cluster, origins: tuple[Origin, ...], provenance: Provenance, codebook: Codebook) -> tuple[DeskCode, ...]:
    """The codes of the codebook, in the order of its rules that give one; empty where it has none."""
    return tuple(_codes(cluster, origins, provenance, codebook))


def _codes(cluster: Cluster, origins: tuple[Origin, ...], provenance: Provenance, codebook: Codebook) -> Iterator[DeskCode]:
    if codebook.has("date_precision") and cluster.date is not None:
        yield _code(codebook, "date_precision", _date_code(cluster.date, codebook))
    accuracy = cluster.place.accuracy if cluster.place else None
    if codebook.has("place_precision") and accuracy is not None:
        yield _code(codebook, "place_precision", int(codebook.number("place_precision", accuracy.value)))
    if codebook.has("event_clarity"):
        yield _code(codebook, "event_clarity", 1 if _is_clear(cluster) else 2)
    if codebook.has("first_reporter") and (first := _first_reporter(cluster, origins, provenance)) is not None:
        yield _code(codebook, "first_reporter", first)
    if codebook.has("primary_witnesses") and (witnesses := _witnesses(cluster)):
        yield _code(codebook, "primary_witnesses", "; ".join(witnesses))


def _code(codebook: Codebook, rule: str, value: int | str) -> DeskCode:
    return DeskCode(codebook.word(rule, "called"), value, rule)


def _date_code(when: IncidentDate, codebook: Codebook) -> int:
    """By the precision told; two to six days told as days have a code of their own where the desk has one."""
    several = when.precision in _DAYS and when.end > when.start
    if several and "days" in codebook.rule("date_precision").values:
        return int(codebook.number("date_precision", "days"))
    return int(codebook.number("date_precision", when.precision.value))


def _is_clear(cluster: Cluster) -> bool:
    """Whether a report is chiefly about the event, and tells of days and not of a month."""
    when = cluster.date
    short = when is not None and (when.end - when.start).days <= _LONGEST_CLEAR
    return short and any(part.main for part in cluster.parts)


def _first_reporter(cluster: Cluster, origins: tuple[Origin, ...], provenance: Provenance) -> str | None:
    """The origin of the claim in the earliest report; of several on one day the first by name."""
    documents = {reading.document.id: reading.document for reading in cluster.readings}
    told: list[tuple[str, str]] = []
    for claim in cluster.claims:
        chain: Chain | None = provenance.chains.get(Telling(claim.document, claim.id))
        if chain is not None:
            day = claim.block.published or documents[claim.document].published_day
            told.append((day.isoformat() if day else "9999", chain.origin.name))
    if told:
        return min(told)[1]
    return origins[0].name if origins else None


def _witnesses(cluster: Cluster) -> list[str]:
    """The witnesses whom claims quote, each once, sorted."""
    found = {speaker.name or speaker.text for claim in cluster.claims for speaker in claim.said_by if speaker.role is SpeakerRole.WITNESS}
    return sorted(found)
