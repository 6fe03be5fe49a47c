"""Reads one report: text to blocks, sentences, figures, claims; and the clues and names of the whole.

A pure function of the document and the rules: the same text gives the same claims with the same ids, in any process.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from kroniek.made import replace
from kroniek.model.claim import Accuracy, Claim, Harm, Kind, PartyMention, PlaceMention, Victim
from kroniek.model.report import Block, Document, Voice
from kroniek.model.span import Span
from kroniek.reading.accusations import accusations_of
from kroniek.reading.blocks import split_blocks
from kroniek.reading.citations import cited_sources
from kroniek.reading.claims import Surroundings, agree_on_scope, block_reference, claims_of
from kroniek.reading.facts import Sentence
from kroniek.reading.gapping import can_stand_for
from kroniek.reading.light.read import LightReading, read_lightly
from kroniek.reading.opening import opening_time
from kroniek.reading.peace import with_peaceful_methods
from kroniek.reading.people.find import find_people
from kroniek.reading.people.model import PeopleFound
from kroniek.reading.report_clues import ReportClues, report_clues
from kroniek.reading.result import Reading
from kroniek.reading.rules import ReadingRules
from kroniek.reading.sentences import sentences
from kroniek.reading.setting import places_of
from kroniek.reading.sole_attacker import with_sole_attacker
from kroniek.reading.subject import is_of_conflict
from kroniek.text.tokens import TokenisedText

_SENTENCES_FOR_COUNTRIES = 80
_SENTENCES_ABOVE = 2
_ONWARD = 4  # sentences after a figure in which somebody may be blamed for what it tells
_SENTENCES_BELOW = 2
_BLOCKS_BELOW = 3
# a file of many thousand posts has as many headlines; the one that a block stands under is near
_HEADLINES_BACK = 200
_CHARACTERS_FOR_YEAR = 5_000
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def read(document: Document, rules: ReadingRules, *, whole: bool = True) -> Reading:
    """Everything that the rules find in the document; of a text without any word of conflict, harm, arms or money no figure is a claim.

    With `whole=False` only blocks and claims are given: the clues of the whole text, which assessment needs, are left out.
    """
    blocks = split_blocks(document, rules.blocks)
    tokenised = TokenisedText(document.text)
    by_block = [(block, _sentences_of(document, block, rules, tokenised)) for block in blocks]
    everything = [sentence for _, found in by_block for sentence in found]
    countries = _countries(everything[:_SENTENCES_FOR_COUNTRIES])
    if countries and rules.parties.has_own_words(countries[0]):
        by_block = [(block, [sentence.in_country(countries[0]) for sentence in found]) for block, found in by_block]
        everything = [sentence for _, found in by_block for sentence in found]
    places = [Span(match.start, match.end) for sentence in everything for match in sentence.places]
    people = find_people([sentence.passage for sentence in everything], rules.people, excluded=places) if everything else PeopleFound()
    claims = agree_on_scope(_claims(document, by_block, countries, people.victims, rules))
    claims = with_peaceful_methods(claims, everything, rules)
    set_aside = 0
    if claims and not is_of_conflict(everything, claims):
        claims, set_aside = [], len(claims)
    light = read_lightly(document, blocks, rules.light, rules.gazetteer, rules.parties)
    if light is not None:
        claims = sorted([*claims, *light.claims], key=lambda claim: claim.evidence.start)
    if not whole:
        return Reading(document=document, blocks=blocks, claims=tuple(claims), people=people, set_aside=set_aside)
    reading = replace(_whole(document, blocks, tuple(claims), people, everything, countries, tokenised, rules), set_aside=set_aside)
    return reading if light is None else _with_light(reading, light)


def _with_light(reading: Reading, light: LightReading) -> Reading:
    """The reading with what the blocks tell that were read lightly."""
    clues = reading.clues
    if not clues.first_sentence_end:
        clues = replace(clues, first_sentence_end=light.first_sentence_end, first_paragraph_end=light.first_paragraph_end)
    return replace(
        reading,
        opening_time=reading.opening_time or next(iter(light.times), None),
        places=tuple(sorted([*reading.places, *light.places], key=lambda place: place.start or 0)),
        parties=tuple(sorted([*reading.parties, *light.parties], key=lambda party: party.start or 0)),
        clues=replace(clues, methods=(*clues.methods, *light.methods)),
        words=light.words,
        undated=light.undated,
        people=replace(reading.people, victims=tuple(sorted((*reading.people.victims, *light.victims), key=lambda one: one.start))),
    )


def _sentences_of(document: Document, block: Block, rules: ReadingRules, tokenised: TokenisedText) -> list[Sentence]:
    """The sentences of a block; none where no lexicon knows its language."""
    if block.language not in rules.lexicons:
        return []
    hint = document.published_day.year if document.published_day is not None else _first_year(document.text)
    return [
        Sentence(document.text, span.start, span.end, block, rules, hint, tokenised=tokenised)
        for span in sentences(document.text, block.start, block.end, rules.sentences)
    ]


def _first_year(text: str) -> int | None:
    """The first year that an undated text tells: days told without a year are of that year."""
    found = _YEAR.search(text, 0, _CHARACTERS_FOR_YEAR)
    return None if found is None else int(found.group())


def _countries(found: Sequence[Sentence]) -> tuple[str, ...]:
    """The countries that the text speaks of, the most often named first: places of one name are told apart by them."""
    counted: Counter[str] = Counter()
    for sentence in found:
        for match in sentence.places:
            countries = {place.country for place in match.candidates}
            if len(countries) == 1:
                counted[match.candidates[0].country] += 1
    return tuple(country for country, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def _claims(
    document: Document,
    by_block: Sequence[tuple[Block, list[Sentence]]],
    countries: tuple[str, ...],
    victims: tuple[Victim, ...],
    rules: ReadingRules,
) -> list[Claim]:
    version, seen, claims = document.version, Counter[str](), list[Claim]()
    headlines: list[tuple[Block, list[Sentence]]] = []
    for at, (block, found) in enumerate(by_block):
        below = _below(block, by_block[at + 1 : at + 1 + _BLOCKS_BELOW])
        if block.voice is Voice.HEADLINE:
            headlines.append((block, found))
        above = _above(block, headlines)
        before: Claim | None = None
        last: Claim | None = None
        previous: list[Claim] = []
        reference = block_reference(block)
        of_block: list[Claim] = []
        for number, sentence in enumerate(found):
            around = Surroundings(
                document, version, reference, block, found[max(0, number - 8) : number], [*found[number + 1 : number + 3], *below][:2],
                found[number + 1 : number + 1 + _ONWARD], above, countries, block.publisher or document.publisher, victims,
            )  # fmt: skip
            made = claims_of(sentence, around, rules, before, seen, last, previous)
            before = _whole_told(made) or before
            last = next((claim for claim in reversed(made) if can_stand_for(claim)), last)
            previous = made or previous
            of_block.extend(made)
        claims.extend(with_sole_attacker(of_block, found, countries, rules))
    return claims


def _above(block: Block, headlines: Sequence[tuple[Block, list[Sentence]]]) -> list[Sentence]:
    """The last two sentences of the headlines that a block stands under."""
    above: list[Sentence] = []
    for head, said in islice(reversed(headlines), _HEADLINES_BACK):
        if head.id != block.id and _heads(head, block):
            above = [*said, *above][-_SENTENCES_ABOVE:]
            if len(above) == _SENTENCES_ABOVE:
                break
    return above


def _below(block: Block, following: Sequence[tuple[Block, list[Sentence]]]) -> list[Sentence]:
    """The first two sentences that stand under a headline."""
    if block.voice is not Voice.HEADLINE:
        return []
    return next((found[:_SENTENCES_BELOW] for other, found in following if other.voice is not Voice.HEADLINE and found), [])


def _heads(head: Block, block: Block) -> bool:
    return head.parent in (block.id, block.parent) or (head.end <= block.start and head.published == block.published)


def _whole_told(made: Sequence[Claim]) -> Claim | None:
    """The total that a next sentence's parts ("among them were ...") belong to: of the killed where there are any, else the last told."""
    totals = [claim for claim in made if _is_total(claim)]
    killed = [claim for claim in totals if claim.harm is Harm.KILLED and claim.figure is not None]
    return killed[-1] if killed else (totals[-1] if totals else None)


def _is_total(claim: Claim) -> bool:
    return claim.kind is Kind.CASUALTIES and claim.part_of is None and claim.harm is not None


def _whole(
    document: Document,
    blocks: tuple[Block, ...],
    claims: tuple[Claim, ...],
    people: PeopleFound,
    found: Sequence[Sentence],
    countries: tuple[str, ...],
    tokenised: TokenisedText,
    rules: ReadingRules,
) -> Reading:
    parties = _belligerents(found, rules)
    language = blocks[0].language if blocks else document.language or "en"
    clues = report_clues(document.text, rules.clues, language, parties, tokenised) if found else ReportClues()
    laid = [clue for sentence in found for clue in accusations_of(sentence, rules.attribution[sentence.language], rules.parties)]
    clues = replace(clues, statements=(*clues.statements, *laid))
    return Reading(
        document=document, blocks=blocks, claims=claims, people=people, opening_time=opening_time(found, rules.lexicons),
        places=_places(found, countries), parties=parties, clues=clues, cited=cited_sources(found, rules.citations),
    )  # fmt: skip


def _belligerents(found: Sequence[Sentence], rules: ReadingRules) -> tuple[PartyMention, ...]:
    named: list[PartyMention] = []
    for sentence in found:
        for match in sentence.parties:
            acts = rules.parties.belligerent_of(match.party)
            if acts is not None:
                named.append(
                    PartyMention(text=sentence.text[match.start : match.end], start=match.start, end=match.end, id=acts.id, name=acts.name)
                )
    return tuple(named)


def _places(found: Sequence[Sentence], countries: tuple[str, ...]) -> tuple[PlaceMention, ...]:
    return tuple(place for sentence in found for place in places_of(sentence, countries) if place.accuracy is not Accuracy.COUNTRY)
