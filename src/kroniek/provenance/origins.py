"""The origin of a claim: the first party in its chain of attribution. Reports that share an origin are one source."""

from __future__ import annotations

from collections.abc import Iterable

from kroniek.model.claim import Claim
from kroniek.model.incident import Origin
from kroniek.model.report import Document
from kroniek.text.fold import fold


def origin_name(claim: Claim, document: Document) -> tuple[str, str]:
    """The origin's key (a party id, or the folded name: one party spelt twice is one) and its name for display.

    The last of `said_by`, else the block's publisher or author, else the document's publisher or author, else its id.
    """
    if claim.said_by:
        last = claim.said_by[-1]
        name = last.name or last.text
        return (last.id or _key(name)), name
    for publisher in (claim.block.publisher, claim.block.author, document.publisher, document.author):
        if publisher:
            return _key(publisher), publisher
    return f"document:{document.id}", document.id


def origins(claims: Iterable[Claim], documents: dict[str, Document]) -> tuple[Origin, ...]:
    """The independent origins of claims, by key, each with the documents that rest on it, sorted."""
    names: dict[str, str] = {}
    resting: dict[str, set[str]] = {}
    for claim in claims:
        key, name = origin_name(claim, documents[claim.document])
        names[key] = min(name, names.get(key, name))
        resting.setdefault(key, set()).add(claim.document)
    return tuple(Origin(names[key], tuple(sorted(resting[key]))) for key in sorted(names))


def _key(name: str) -> str:
    return "".join(sign for sign in fold(name) if sign.isalnum()) or name
