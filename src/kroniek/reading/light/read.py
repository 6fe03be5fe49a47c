"""Reads the blocks of a report that are in a language with light rules: sentences, claims, places, the first day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from kroniek.gazetteer.index import Gazetteer, PlaceMatch
from kroniek.model.claim import (
    Accuracy,
    Bound,
    Claim,
    ContextSpan,
    Harm,
    Kind,
    Method,
    PartyMention,
    PlaceMention,
    Quantity,
    TimeMention,
    Victim,
    Victims,
)
from kroniek.model.report import Block, Document
from kroniek.model.span import Span, Words, words_at
from kroniek.parties.index import Parties
from kroniek.reading.claim_ids import mint
from kroniek.reading.claims import block_reference
from kroniek.reading.light.dates import light_times, part_of_date
from kroniek.reading.light.figures import LightDraft, drafts_of
from kroniek.reading.light.names import listed_victims
from kroniek.reading.light.places import matches_of, places_of
from kroniek.reading.light.rules import LightRules
from kroniek.reading.light.weights import weighed_words
from kroniek.reading.light.words import LightSentence, light_sentences
from kroniek.reading.report_clues import MethodClue
from kroniek.reading.result import PartOfDate

_WIDE = (Accuracy.COUNTRY, Accuracy.PROVINCE)
_SENTENCES_FOR_PLACE = 3
_CHARACTERS_FOR_YEAR = 5_000
_OPENING = 240  # characters of a report without paragraphs that still open it
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_RULE = "light"
_NEAR = 4  # tokens between a belligerent and a word of strikes


@dataclass(frozen=True, slots=True)
class LightReading:
    """What was read of all blocks in such languages, in the order of the text."""

    claims: tuple[Claim, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    parties: tuple[PartyMention, ...] = ()
    methods: tuple[MethodClue, ...] = ()
    first_sentence_end: int = 0
    first_paragraph_end: int = 0
    words: tuple[tuple[str, float], ...] = ()
    undated: PartOfDate | None = None
    victims: tuple[Victim, ...] = ()


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence with what it tells of the setting."""

    block: Block
    sentence: LightSentence
    rules: LightRules
    matches: tuple[PlaceMatch, ...]
    times: tuple[TimeMention, ...]
    parties: tuple[PartyMention, ...]
    places: tuple[PlaceMention, ...] = ()
    actor: PartyMention | None = None
    method: tuple[Method, int, int] | None = None


def read_lightly(
    document: Document, blocks: Sequence[Block], rules: Mapping[str, LightRules], gazetteer: Gazetteer, parties: Parties
) -> LightReading | None:
    """What the blocks in such languages tell; None where there are none."""
    lightly = [block for block in blocks if block.language in rules]
    year = _year_told(document.text) if lightly else None
    told = [
        _told(document, block, sentence, rules[block.language], gazetteer, parties, year)
        for block in lightly
        for sentence in light_sentences(document.text, block.start, block.end, rules[block.language])
    ]
    if not told:
        return None
    countries = _countries(told, parties)
    settled = [_settled(document.text, each, countries) for each in told]
    claims = _claims(document, settled)
    paragraph = next((each.sentence.end for each in settled if each.sentence.start - settled[0].sentence.start > _OPENING), None)
    return LightReading(
        claims=claims,
        places=tuple(place for each in settled for place in each.places if place.accuracy is not Accuracy.COUNTRY),
        times=tuple(time for each in settled for time in each.times),
        parties=tuple(party for each in settled for party in each.parties),
        methods=tuple(clue for number, each in enumerate(settled) for clue in _methods(document.text, each, number)),
        first_sentence_end=settled[0].sentence.end,
        first_paragraph_end=paragraph or settled[-1].sentence.end,
        undated=None if any(each.times for each in settled) else _undated(settled),
        words=weighed_words([(each.sentence, each.rules) for each in settled]),
        victims=tuple(
            victim for block in lightly for victim in listed_victims(document.text, block.start, block.end, rules[block.language])
        ),
    )


def _told(
    document: Document, block: Block, sentence: LightSentence, rules: LightRules, gazetteer: Gazetteer, parties: Parties, year: int | None
) -> _Told:
    """What the sentence alone tells; `year` is the one year that the text tells."""
    anchor = block.published or document.published_day
    times = tuple(light_times(document.text, sentence, anchor, year))
    named = _belligerents(document.text, sentence, parties)
    return _Told(block, sentence, rules, tuple(matches_of(sentence, gazetteer, rules)), times, named)


def _settled(text: str, told: _Told, countries: tuple[str, ...]) -> _Told:
    places = places_of(text, told.sentence, told.matches, countries, told.rules)
    methods = told.sentence.all("method") or told.sentence.all("strike_method")
    method = None
    if methods and methods[0].entry.method is not None:
        tokens = told.sentence.tokens
        method = (methods[0].entry.method, tokens[methods[0].first].start, tokens[methods[0].last].end)
    return replace(told, places=places, actor=_actor(told), method=method)


def _methods(text: str, told: _Told, number: int) -> list[MethodClue]:
    if told.method is None:
        return []
    method, start, end = told.method
    general = method is Method.AIRSTRIKE_OR_ARTILLERY
    return [
        MethodClue(
            method=method, text=text[start:end], start=start, end=end, paragraph=min(number, 1), sentence=number, general=general
        )
    ]


def _undated(settled: Sequence[_Told]) -> PartOfDate | None:
    part = part_of_date([each.sentence for each in settled])
    return None if part is None else PartOfDate(*part)


def _year_told(text: str) -> int | None:
    """The one year that the text tells; None where it tells none or several."""
    found = {int(match.group()) for match in _YEAR.finditer(text, 0, _CHARACTERS_FOR_YEAR)}
    return found.pop() if len(found) == 1 else None


def _countries(told: Sequence[_Told], parties: Parties) -> tuple[str, ...]:
    """The countries of the text, the most often named first; its parties' own where no place tells them."""
    counted: Counter[str] = Counter()
    for each in told:
        for match in each.matches:
            if len({place.country for place in match.candidates}) == 1:
                counted[match.candidates[0].country] += 1
    named = [parties.by_id(party) for each in told for _, _, party in each.sentence.parties]
    homes = Counter(party.country for party in named if party is not None and party.country)
    counted.update({country: 1 for country in homes if country not in counted})
    return tuple(country for country, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def _belligerents(text: str, sentence: LightSentence, parties: Parties) -> tuple[PartyMention, ...]:
    found = []
    for first, last, party_id in sentence.parties:
        party = parties.by_id(party_id)
        acts = None if party is None else parties.belligerent_of(party)
        if acts is not None:
            start, end = sentence.tokens[first].start, sentence.tokens[last].end
            found.append(PartyMention(text=text[start:end], start=start, end=end, id=acts.id, name=acts.name))
    return tuple(found)


def _actor(told: _Told) -> PartyMention | None:
    """The belligerent that stands beside a word of strikes; the first, where several do."""
    sentence = told.sentence
    strikes = [mark.first for name in ("strike", "method") for mark in sentence.all(name)]
    for party in told.parties:
        at = next(number for number, token in enumerate(sentence.tokens) if token.start == party.start)
        if any(abs(strike - at) <= _NEAR for strike in strikes):
            return party
    return None


def _claims(document: Document, settled: Sequence[_Told]) -> tuple[Claim, ...]:
    """The claims of all sentences. A report without any count of harm that tells of strikes makes one claim of strikes, uncounted."""
    claims: list[Claim] = []
    seen: Counter[str] = Counter()
    for number, each in enumerate(settled):
        total: Claim | None = None
        for draft in drafts_of(each.sentence):
            claim = _claim(document, settled, number, draft, seen)
            if draft.is_part and total is not None:
                claim = replace(claim, part_of=total.id)
            elif draft.kind is Kind.CASUALTIES:
                total = claim
            claims.append(claim)
    if not any(claim.harm is not None for claim in claims):
        by_words = ((name, number) for name in ("strike", "method") for number in range(len(settled)))
        struck = next(((number, marks[0]) for name, number in by_words if (marks := settled[number].sentence.all(name))), None)
        if struck is not None:
            uncounted = Quantity(None, None, Bound.VAGUE, "strike")
            claims.append(_claim(document, settled, struck[0], LightDraft(struck[1].first, Kind.STRIKES, uncounted), seen))
    return tuple(claims)


def _claim(document: Document, settled: Sequence[_Told], number: int, draft: LightDraft, seen: Counter[str]) -> Claim:
    told, text = settled[number], document.text
    tokens = told.sentence.tokens
    evidence = words_at(text, told.sentence.start, told.sentence.end)
    figure: Words | None = None
    if draft.first is not None and draft.last is not None:
        figure = words_at(text, tokens[draft.first].start, tokens[draft.last].end)
    place, time = _place_of(settled, number, tokens[draft.where].start), _time_of(settled, number)
    actor = told.actor or next((_inferred(each.actor) for each in settled[:number] if each.actor is not None), None)
    method = told.method or next((each.method for each in settled if each.method is not None), None)
    spans = [(place and place.from_, "place"), (time and time.from_, "time"), (actor and actor.from_, "actor")]
    return Claim(
        id=mint(document.version, evidence, figure, draft.kind, draft.harm, seen),
        document=document.id,
        version=document.version,
        block=block_reference(told.block),
        figure=figure,
        evidence=evidence,
        context=tuple(ContextSpan(text=span.of(text), start=span.start, end=span.end, role=role) for span, role in spans if span),
        kind=draft.kind,
        quantity=draft.quantity,
        harm=draft.harm,
        victims=Victims(draft.group) if draft.group is not None else None,
        actor=actor,
        method=method[0] if method is not None else None,
        place=place,
        places=told.places,
        time=time,
        doubts=("harm_unclear",) if draft.harm is Harm.HARMED else (),
        rules=(_RULE,),
    )


def _place_of(settled: Sequence[_Told], number: int, offset: int) -> PlaceMention | None:
    """The nearest local place of the sentence, else of the sentences before it, then after it; else any place of these."""
    here = settled[number].places
    local = [place for place in here if place.accuracy not in _WIDE]
    if local:
        return min(local, key=lambda place: (abs((place.start or 0) - offset), place.start or 0))
    around = [*reversed(settled[max(0, number - _SENTENCES_FOR_PLACE) : number]), *settled[number + 1 : number + 1 + _SENTENCES_FOR_PLACE]]
    for each in around:
        local = [place for place in each.places if place.accuracy not in _WIDE]
        if local:
            return _inferred(local[0])
    provinces = [place for place in here if place.accuracy is not Accuracy.COUNTRY]
    if provinces or here:
        return (provinces or list(here))[0]
    return next((_inferred(each.places[0]) for each in around if each.places), None)


def _time_of(settled: Sequence[_Told], number: int) -> TimeMention | None:
    """The first day of the sentence, else the last told before it, else the first told after it."""
    if settled[number].times:
        return settled[number].times[0]
    before = next((each.times[-1] for each in reversed(settled[:number]) if each.times), None)
    after = next((each.times[0] for each in settled[number + 1 :] if each.times), None)
    told = before or after
    return None if told is None else _inferred(told)


Mentioned = TypeVar("Mentioned", PlaceMention, TimeMention, PartyMention)


def _inferred(mention: Mentioned) -> Mentioned:
    """The same as told elsewhere in the report."""
    if mention.start is None or mention.end is None:
        return mention
    return replace(mention, start=None, end=None, inferred=True, from_=Span(mention.start, mention.end))
