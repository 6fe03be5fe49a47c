"""The origin of a claim: the first party in its chain of attribution. Reports that share an origin are one source."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kroniek.model.claim import Claim, SpeakerMention
from kroniek.model.incident import Origin
from kroniek.model.provenance import Chain, Citation, Telling
from kroniek.model.report import Document
from kroniek.provenance.introduced import introduced
from kroniek.provenance.names import ARTICLES, name_key
from kroniek.provenance.roles import tellers
from kroniek.provenance.speakers import in_full
from kroniek.provenance.united import NAMED_ALIKE, United
from kroniek.provenance.uniting import unite
from kroniek.provenance.voices import Strength, Voice, Voices, voice
from kroniek.provenance.voices import in_full as in_full_voice
from kroniek.text.fold import fold

_NAME = 2  # capitalised words that make a name, whatever small words stand with them


@dataclass(frozen=True, slots=True)
class Counted:
    """The origins of some claims, and which claim is counted under which. `name_of` lacks the claims that a report tells in its own voice
    beside a source that it names: they add none."""

    origins: tuple[Origin, ...]
    name_of: Mapping[Telling, str]
    voice_of: Mapping[Telling, tuple[str, str]]
    united: United

    def why_together(self, first: Telling, second: Telling) -> str:
        """A plain sentence on why two claims share an origin or do not."""
        one, two = self.name_of.get(first), self.name_of.get(second)
        if one is None or two is None:
            silent = first if one is None else second
            return f"{silent.document} tells its claim in its own voice and names a source for others: it adds no source."
        if one != two:
            return f"One goes back to {one}, the other to {two}: they count as two sources."
        node, other = self.voice_of[first], self.voice_of[second]
        reasons = [why for why in self.united.why(node, other) if why != NAMED_ALIKE]
        if not reasons and self.united.head(node) != self.united.head(other):
            reasons = ["one name told in full and in part"]
        because = f" ({'; '.join(reasons)})" if reasons else ""
        return f"Both go back to {one}{because}: they count as one source."


def origin_name(claim: Claim, document: Document, known: Sequence[SpeakerMention] = ()) -> tuple[str, str]:
    """The origin's key (a party id, or the folded name: one party spelt twice is one) and its name for display.

    The last of `said_by`, else the block's publisher or author, else the document's publisher or author, else its id. `known` are the
    speakers of the document that the list of parties knows: a short name ("the Observatory") stands for the one that it is a part of.
    """
    if claim.said_by:
        last = claim.said_by[-1]
        full = in_full(last, known)
        name = full.name or full.text
        return (full.id or name_key(name)), name
    return _own_voice(claim, document)


def _own_voice(claim: Claim, document: Document) -> tuple[str, str]:
    """Key and name of the block's publisher or author, else the document's, else its id."""
    for publisher in (claim.block.publisher, claim.block.author, document.publisher, document.author):
        if publisher:
            return name_key(publisher), publisher
    return f"document:{document.id}", document.id


def origin_of_part(claims: Sequence[Claim], resting: Sequence[Claim], document: Document) -> str:
    """The key of the origin of `resting`, some of the claims of one report: what its author tells in their own voice rests on the one
    source that the report names for its other claims, where that is one."""
    known = _known(claims)
    named = {origin_name(claim, document, known)[0] for claim in claims if claim.said_by}
    own = {origin_name(claim, document, known)[0] for claim in resting if claim.said_by}
    if own:
        return min(own)
    return next(iter(named)) if len(named) == 1 else origin_name(claims[0] if not resting else resting[0], document, known)[0]


def origins(
    claims: Iterable[Claim],
    documents: Mapping[str, Document],
    chains: Mapping[Telling, Chain] | None = None,
    voices: Voices | None = None,
    cited: Mapping[str, Sequence[Citation]] | None = None,
) -> tuple[Origin, ...]:
    """The independent origins of claims, by key, each with the documents that rest on it, sorted.

    `chains` follow each claim over the reports that told it before; without them a claim's own words decide. `voices` is the table of
    who speaks by an office or for a body; without it only the spelling of names unites them.
    `cited` is what each publication names anywhere.

    An outlet that names its source is no second source: its own voice is an origin only where it names nobody for any of the claims,
    and not where it only repeats the numbers of an earlier report that does.
    """
    return counted(claims, documents, chains, voices, cited).origins


def counted(
    claims: Iterable[Claim],
    documents: Mapping[str, Document],
    chains: Mapping[Telling, Chain] | None = None,
    voices: Voices | None = None,
    cited: Mapping[str, Sequence[Citation]] | None = None,
) -> Counted:
    """The same with what each claim is counted under, and why."""
    by_document: dict[str, list[Claim]] = {}
    for claim in claims:
        by_document.setdefault(claim.document, []).append(claim)
    table = voices or Voices()
    named: dict[str, set[str]] = {}
    for citation in (one for found in (cited or {}).values() for one in found if one.party is not None):
        named.setdefault(citation.publication.partition("#")[0], set()).add(str(citation.party))
    acting = {id for mine in by_document.values() for claim in mine for id in _parties_of(claim)}
    spoken = [
        (in_full_voice(one, frozenset(named.get(id, ())), table), mine)
        for id in sorted(by_document)
        for one, mine in _voices_of(by_document[id], documents[id], chains or {}, table, acting | named.get(id, set()))
    ]
    told = _once([one for one, _ in spoken])
    texts = {id: documents[id].text for id in by_document}
    days = {id: _published(mine, documents[id]) for id, mine in by_document.items()}
    publishers = {id: documents[id].publisher or "" for id in by_document}
    united = unite(told, texts, days, table, {id: frozenset(parties) for id, parties in named.items()}, publishers)
    nodes = {Telling(claim.document, claim.id): one.node for one, mine in spoken for claim in mine}
    adding: set[tuple[str, str]] = set()
    names: dict[str, str] = {}
    resting: dict[str, set[str]] = {}
    for document in sorted(by_document):
        mine = [one for one in told if one.document == document]
        for one in [one for one in mine if one.strength is not Strength.OWN or _rests_on_another(one, united)] or mine:
            key = united.key(one.node)
            adding.add(one.node)
            names[key] = united.name(one.node)
            resting.setdefault(key, set()).add(document)
    same = _same_persons(names)
    merged: dict[str, set[str]] = {}
    for key in sorted(names):
        merged.setdefault(same[key], set()).update(resting[key])
    found = tuple(Origin(names[key], tuple(sorted(merged[key]))) for key in sorted(merged))
    held = {telling: names[same[united.key(node)]] for telling, node in nodes.items() if node in adding}
    return Counted(found, held, nodes, united)


def _rests_on_another(one: Voice, united: United) -> bool:
    """Whether what a report tells in its own voice is what another report has somebody for."""
    return any(other.document != one.document and other.strength is not Strength.OWN for other in united.members(one.node))


def _once(told: Sequence[Voice]) -> list[Voice]:
    """Each voice of a report once, with all its figures."""
    kept: dict[tuple[str, str], Voice] = {}
    for one in told:
        held = kept.get(one.node)
        kept[one.node] = one if held is None else replace(held, figures=held.figures | one.figures, via=held.via | one.via)
    return [kept[node] for node in sorted(kept)]


def _voices_of(
    claims: Sequence[Claim], document: Document, chains: Mapping[Telling, Chain], table: Voices, acting: Collection[str]
) -> list[tuple[Voice, tuple[Claim, ...]]]:
    """The voices of one report, by key, each with its claims: whom they rest on, and its own where it names nobody for a claim."""
    known = _known(claims)
    found: dict[tuple[str, bool], tuple[str, list[Claim]]] = {}
    for claim in claims:
        key, name = _origin(claim, document, known, chains)
        rests = _rests(claim, chains)
        if rests and table.roles.is_nobody(name):
            key, name, rests = *_own_voice(claim, document), False
        elif fold(name) in table.roles.itself:
            key, name = _paper(claim, document, chains)
        together = tellers(name, table.roles) if rests else ()
        for each in together or (name,):
            found.setdefault((name_key(each) if together else key, not rests), (each, []))[1].append(claim)
    told: dict[str, Voice] = {}
    spoken: dict[str, list[Claim]] = {}
    for (key, own), (name, mine) in sorted(found.items(), key=lambda item: (item[0][1], item[0][0])):
        one = introduced(voice(document.id, key, name, mine, own, table), document.text, table, acting)
        held = told.get(one.key)
        told[one.key] = one if held is None else replace(held, figures=held.figures | one.figures, via=held.via | one.via)
        spoken.setdefault(one.key, []).extend(mine)
    return [(told[key], tuple(spoken[key])) for key in sorted(told)]


def _parties_of(claim: Claim) -> list[str]:
    """The ids of the parties that speak in a claim or are said to have done it."""
    ids = [speaker.id for speaker in claim.said_by] + [claim.actor.id if claim.actor is not None else None]
    return [id for id in ids if id is not None]


def _rests(claim: Claim, chains: Mapping[Telling, Chain]) -> bool:
    """Whether the claim rests on somebody: it names them, or came from another report."""
    chain = chains.get(Telling(claim.document, claim.id))
    return bool(claim.said_by) or (chain is not None and not chain.first_hand)


def _origin(claim: Claim, document: Document, known: Sequence[SpeakerMention], chains: Mapping[Telling, Chain]) -> tuple[str, str]:
    chain = chains.get(Telling(claim.document, claim.id))
    if chain is None or chain.first_hand:
        return origin_name(claim, document, known)
    return chain.key, chain.origin.name


def _paper(claim: Claim, document: Document, chains: Mapping[Telling, Chain]) -> tuple[str, str]:
    """Key and name of the paper that calls itself "this newspaper": the last but one of the chain."""
    chain = chains.get(Telling(claim.document, claim.id))
    return _own_voice(claim, document) if chain is None or chain.first_hand else (chain.steps[-2].key, chain.steps[-2].name)


def _known(claims: Sequence[Claim]) -> list[SpeakerMention]:
    return [speaker for claim in claims for speaker in claim.said_by if speaker.id is not None]


def _published(claims: Sequence[Claim], document: Document) -> date | None:
    return next((claim.block.published for claim in claims if claim.block.published), document.published_day)


def _same_persons(names: Mapping[str, str]) -> dict[str, str]:
    """Each key with the key that it goes under: the governor of a region told with his office and by his name alone is one."""
    proper = {key: _proper(name) for key, name in names.items()}
    same = {key: key for key in names}
    for key in sorted(names, key=lambda key: (len(proper[key]), key)):
        others = [other for other in sorted(names) if other != key and same[other] == other]
        fuller = [other for other in others if proper[key] and proper[key] <= proper[other]]
        words = [word for word in names[key].replace(",", " ").split() if fold(word) not in ARTICLES]
        if fuller and (len(proper[key]) >= _NAME or len(words) == len(proper[key])):  # "authorities of Gaza" are no "Gaza ministry"
            same[key] = max(fuller, key=lambda other: (len(proper[other]), other))
    return same


def _proper(name: str) -> frozenset[str]:
    """The capitalised words of a name, its first word left out where it is an article."""
    words = name.replace(",", " ").replace(".", " ").split()
    return frozenset(fold(word) for word in words if word[0].isupper() and fold(word) not in ARTICLES)
