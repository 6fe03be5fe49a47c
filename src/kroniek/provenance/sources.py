"""What each publication cites: hosts and guests, sources named anywhere in the text, links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kroniek.model.provenance import Citation, Passing, Publication
from kroniek.model.report import Voice
from kroniek.model.span import Words
from kroniek.parties.index import Parties
from kroniek.provenance.earlier import EarlierPosts, by_voice, references, refers
from kroniek.provenance.names import name_key, words_of
from kroniek.provenance.publications import Publications
from kroniek.reading.result import Reading
from kroniek.text.fold import fold
from kroniek.text.tokens import tokenise

KeyOf = Callable[[str, str | None], str]
"""From a name and its party id, where known, to the key that all its spellings share."""

_MOST_WORDS_OF_NAME = 12
_LEAST_POSTS = 2


def key_by(parties: Parties | None) -> KeyOf:
    """How names become keys: the id of the party that the whole name means, else its letters."""
    known: dict[str, str] = {}

    def key(name: str, party: str | None) -> str:
        if party is not None:
            return party
        if name not in known:
            known[name] = _party_of(name, parties) or name_key(name)
        return known[name]

    return key


def _party_of(name: str, parties: Parties | None) -> str | None:
    """The party whose name this is: every word of it, articles apart."""
    if parties is None or len(name.split()) > _MOST_WORDS_OF_NAME:
        return None
    for words in (name, name.replace("_", " ").title()):
        for match in parties.scan(tokenise(words)):
            if match.how == "name" and words_of(words[match.start : match.end]) == words_of(words):
                return match.party.id
    return None


@dataclass(frozen=True, slots=True)
class Sources:
    """What each publication cites, by its id."""

    citations: Mapping[str, tuple[Citation, ...]]


def sources_of(
    readings: Sequence[Reading], publications: Mapping[str, Publications], key: KeyOf, earlier: EarlierPosts | None = None
) -> Sources:
    """All that the reports cite. `publications` is by report id; `earlier` has the words for an earlier post of the same publisher."""
    every = sorted((one for found in publications.values() for one in found.found), key=lambda one: (one.published or date.max, one.id))
    by_url = {_plain_url(one.url): one for one in reversed(every) if one.url}
    citations: dict[str, list[Citation]] = {one.id: [] for one in every}
    for reading in readings:
        for citation in _citations(reading, publications[reading.document.id], key, by_url):
            citations[citation.publication].append(citation)
    if earlier is not None:
        texts = {reading.document.id: reading.document.text for reading in readings}
        for citation in _own_posts(every, texts, earlier):
            citations[citation.publication].append(citation)
    return Sources({id: tuple(found) for id, found in citations.items()})


def _own_posts(every: Sequence[Publication], texts: Mapping[str, str], known: EarlierPosts) -> Iterable[Citation]:
    """What publications refer to of their own publisher's or author's earlier ones."""
    voices = by_voice(every)
    for one in every:
        own = voices.get(fold(one.publisher or one.author or ""), [])
        if one.published is None or len(own) < _LEAST_POSTS or not refers(texts[one.document], known):
            continue
        before = [other for other in own if other.published is not None and other.published < one.published]
        for reference in references(one, texts[one.document], before, known):
            words = Words(texts[one.document][reference.start : reference.end], reference.start, reference.end)
            cited = reference.post.id if reference.post is not None else None
            yield Citation(publication=one.id, how=Passing.CITED, name=one.name, words=words, cited=cited)


def _citations(reading: Reading, own: Publications, key: KeyOf, by_url: Mapping[str, Publication]) -> Iterable[Citation]:
    yield from _hosted(own)
    seen: set[tuple[str, str]] = set()
    for source in reading.cited:
        publication = own.of_block.get(source.block)
        if publication is None:
            continue
        named = key(source.name, source.party)
        mine = {key(name, None) for name in (publication.publisher, publication.author) if name}
        if named not in mine and (publication.id, named) not in seen:
            seen.add((publication.id, named))
            how = Passing.REPUBLISHED if source.credit else Passing.CITED
            yield Citation(publication=publication.id, how=how, name=source.name, words=source.words, party=source.party)
    for block in reading.blocks:
        publication = own.of_block.get(block.id)
        if block.voice is Voice.QUOTATION and block.speaker is not None and publication is not None:
            text = block.speaker.of(reading.document.text)
            named = key(text, None)
            if (publication.id, named) not in seen:
                seen.add((publication.id, named))
                yield Citation(publication=publication.id, how=Passing.QUOTED, name=text)
    for url in dict.fromkeys(reading.document.links):
        target = by_url.get(_plain_url(url))
        if target is None or target.document != reading.document.id:
            cited = None if target is None else target.id
            yield Citation(
                publication=own.found[0].id, how=Passing.LINKED, name=target.name if target else _host(url), url=url, cited=cited
            )


def _hosted(own: Publications) -> Iterable[Citation]:
    for one in own.found:
        if one.host is not None:
            yield Citation(publication=one.host, how=Passing.REPUBLISHED, name=one.name, cited=one.id)


def _plain_url(url: str) -> str:
    """An address without scheme, "www.", fragment and last slash."""
    plain = url.partition("#")[0].partition("://")[2] or url
    return plain.removeprefix("www.").rstrip("/").lower()


def _host(url: str) -> str:
    return _plain_url(url).partition("/")[0]
