"""The origin of a claim: the first party in its chain of attribution. Reports that share an origin are one source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kroniek.model.claim import Claim, SpeakerMention, SpeakerRole
from kroniek.model.incident import Origin
from kroniek.model.report import Document
from kroniek.text.fold import fold

_ARTICLES = frozenset({"the", "a", "an", "de", "het", "een"})


def origin_name(claim: Claim, document: Document, known: Sequence[SpeakerMention] = ()) -> tuple[str, str]:
    """The origin's key (a party id, or the folded name: one party spelt twice is one) and its name for display.

    The last of `said_by`, else the block's publisher or author, else the document's publisher or author, else its id. `known` are the
    speakers of the document that the list of parties knows: a short name ("the Observatory") stands for the one that it is a part of.
    """
    if claim.said_by:
        last = claim.said_by[-1]
        full = _fuller(last, known) if last.id is None else last
        name = full.name or full.text
        return (full.id or _key(name)), name
    for publisher in (claim.block.publisher, claim.block.author, document.publisher, document.author):
        if publisher:
            return _key(publisher), publisher
    return f"document:{document.id}", document.id


def origins(claims: Iterable[Claim], documents: Mapping[str, Document]) -> tuple[Origin, ...]:
    """The independent origins of claims, by key, each with the documents that rest on it, sorted.

    An outlet that names its source is no second source: its own voice is an origin only where it names nobody for any of the claims.
    """
    by_document: dict[str, list[Claim]] = {}
    for claim in claims:
        by_document.setdefault(claim.document, []).append(claim)
    names: dict[str, str] = {}
    resting: dict[str, set[str]] = {}
    for document in sorted(by_document):
        mine = by_document[document]
        known = [speaker for claim in mine for speaker in claim.said_by if speaker.id is not None]
        for claim in [claim for claim in mine if claim.said_by] or mine:
            key, name = origin_name(claim, documents[document], known)
            names[key] = min(name, names.get(key, name))
            resting.setdefault(key, set()).add(document)
    return tuple(Origin(names[key], tuple(sorted(resting[key]))) for key in sorted(names))


def _fuller(speaker: SpeakerMention, known: Sequence[SpeakerMention]) -> SpeakerMention:
    """The known speaker whose name holds all words of the short one; for a bare "monitor" the only monitor known."""
    words = _words(speaker.text)
    for other in known:
        if words and (words <= _words(other.text) or words <= _words(other.name or "")):
            return other
    monitors = {other.id: other for other in known if other.role is SpeakerRole.MONITOR}
    if speaker.role is SpeakerRole.MONITOR and len(monitors) == 1:
        return next(iter(monitors.values()))
    return speaker


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in fold(name).replace("-", " ").split() if word not in _ARTICLES)


def _key(name: str) -> str:
    words = [word for word in fold(name).split() if word not in _ARTICLES]
    return "".join(sign for sign in "".join(words) if sign.isalnum()) or name
