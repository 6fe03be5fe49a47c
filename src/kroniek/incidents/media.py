"""Photos and videos of an incident: each distinct one once, and the origins that they add."""

from __future__ import annotations

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.link import Cluster
from kroniek.model.incident import IncidentMedia, Origin

_RULE = "distinct_media"


def media_of(cluster: Cluster) -> tuple[IncidentMedia, ...]:
    """Distinct photos and videos, by the hash of their bytes, else by address, with the reports that show them."""
    shown: dict[tuple[str, str | None, str | None], set[str]] = {}
    for reading in cluster.readings:
        for item in reading.document.media:
            key = (item.type, None if item.sha256 else item.url, item.sha256)
            shown.setdefault(key, set()).add(reading.document.id)
    order = sorted(shown, key=lambda key: (key[0], key[2] or "", key[1] or ""))
    return tuple(IncidentMedia(key[0], key[1], key[2], tuple(sorted(shown[key]))) for key in order)


def media_origins(media: tuple[IncidentMedia, ...], codebook: Codebook) -> tuple[Origin, ...]:
    """The origins that photos and videos add under the codebook: one for all that the very same reports show, since several pictures
    in one report come from one hand. An item without the hash of its bytes adds none: two addresses may hold one picture."""
    return added_by_media(media) if codebook.has(_RULE) else ()


def added_by_media(media: tuple[IncidentMedia, ...]) -> tuple[Origin, ...]:
    """The origins that photos and videos add where a codebook has the rule."""
    by_reports: dict[tuple[str, ...], list[IncidentMedia]] = {}
    for item in media:
        if item.sha256 is not None:
            by_reports.setdefault(item.documents, []).append(item)
    return tuple(Origin(_named(items), documents) for documents, items in sorted(by_reports.items()))


def _named(items: list[IncidentMedia]) -> str:
    """ "photo 3fa9c1d2", "photo 3fa9c1d2 and 2 more": the first signs of the hash tell it from others."""
    first = items[0]
    more = f" and {len(items) - 1} more" if len(items) > 1 else ""
    return f"{first.type} {(first.sha256 or '')[:8]}{more}"
