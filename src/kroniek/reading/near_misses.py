"""What nearly was read otherwise: for each claim the words that could have told its harm, speaker, place or time and were not taken, and
the numbers of the text that became no figure, each with the reason.

It is worked out anew for a person who asks (`kroniek explain`), so that reading itself stays fast.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kroniek.model.claim import Claim, Harm
from kroniek.model.report import Block
from kroniek.model.span import Span, Words
from kroniek.reading.cues import Cue, find_cues
from kroniek.reading.exclusions import is_age, is_match_result, is_no_figure
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon
from kroniek.reading.result import Reading
from kroniek.reading.rules import ReadingRules
from kroniek.reading.sentences import sentences
from kroniek.text.tokens import TokenKind

_MOST_SHOWN = 8


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A rule that nearly fired: its name, the words that it would have gone by, and what held it back."""

    rule: str
    words: Words
    why: str


@dataclass(frozen=True, slots=True)
class NearMisses:
    """By claim id; and the numbers of the text that became no figure."""

    of_claim: Mapping[str, tuple[NearMiss, ...]]
    numbers: tuple[NearMiss, ...]


def near_misses(reading: Reading, rules: ReadingRules) -> NearMisses:
    """All near misses of a report that was read by these rules."""
    blocks = {block.id: block for block in reading.blocks}
    read: dict[tuple[str, int], Sentence] = {}
    of_claim: dict[str, tuple[NearMiss, ...]] = {}
    for claim in reading.claims:
        block = blocks[claim.block.id]
        key = (block.id, claim.evidence.start)
        sentence = read.setdefault(key, Sentence(reading.document.text, claim.evidence.start, claim.evidence.end, block, rules))
        of_claim[claim.id] = tuple(_of_claim(claim, sentence, rules.lexicons[block.language]))[:_MOST_SHOWN]
    numbers = tuple(miss for block in reading.blocks for miss in _numbers(reading, block, rules))
    return NearMisses(of_claim, numbers)


def _of_claim(claim: Claim, sentence: Sentence, lexicon: Lexicon) -> Iterator[NearMiss]:
    yield from _harm(claim, sentence, lexicon)
    yield from _speakers(claim, sentence)
    yield from _places(claim, sentence)
    yield from _times(claim, sentence)


def _harm(claim: Claim, sentence: Sentence, lexicon: Lexicon) -> Iterator[NearMiss]:
    """Words of another harm in the sentence."""
    at = sentence.token_at(claim.figure.start if claim.figure else claim.evidence.start)
    for cue in find_cues(sentence.tokens, sentence.marks, lexicon, []):
        if cue.harm is None or cue.harm is claim.harm or claim.victims is None or claim.harm is Harm.HARMED:
            continue
        yield NearMiss(f"harm:{cue.harm.value}", sentence.span_of(cue.first, cue.last), _between(sentence, at, cue))


def _between(sentence: Sentence, at: int, cue: Cue) -> str:
    """What stands between a figure and a word of harm."""
    first, last = (at, cue.first) if at <= cue.first else (cue.last, at)
    for index in range(first + 1, last):
        if sentence.tokens[index].text in (";", ":"):
            return f"a “{sentence.tokens[index].text}” stands between"
        if sentence.marks.at("boundary", index) is not None:
            return f"another clause begins with “{sentence.tokens[index].text}”"
    return f"it stands {last - first} words away and belongs to other words"


def _speakers(claim: Claim, sentence: Sentence) -> Iterator[NearMiss]:
    """Parties named in the sentence that are not taken for the one who says it."""
    taken = {(one.start, one.end) for one in (*claim.said_by, *((claim.actor,) if claim.actor else ()))}
    for match in sentence.parties:
        if (match.start, match.end) in taken or any(match.party.id == one.id for one in claim.said_by):
            continue
        acts = claim.actor is not None and claim.actor.id == match.party.belligerent_id
        if match.how != "adjective" and not acts:
            yield NearMiss(
                "speaker", sentence.span_of(match.first, match.last), "no word of saying, citing or telling ties it to the figure"
            )


def _places(claim: Claim, sentence: Sentence) -> Iterator[NearMiss]:
    """Other places of the sentence, and others of the same name."""
    place = claim.place
    for match in sentence.places:
        words = sentence.span_of(match.first, match.last)
        if place is not None and (place.start, place.end) == (match.start, match.end):
            others = [one for one in match.candidates if one.id != place.id][:2]
            for other in others:
                yield NearMiss("place:name", words, f"could also be {other.name} ({other.accuracy.value}), {other.country}")
        else:
            yield NearMiss(
                "place:nearest", words, "another place stands nearer to the figure" if place is not None else "not where it happened"
            )


def _times(claim: Claim, sentence: Sentence) -> Iterator[NearMiss]:
    """Other times of the sentence."""
    for time in sentence.times:
        if time.start_day is None or (claim.time is not None and (claim.time.start, claim.time.end) == (time.start, time.end)):
            continue
        words = Words(sentence.text[time.start : time.end], time.start, time.end)
        said = time in sentence.said_times
        yield NearMiss("time", words, "the day on which it was said, not of what happened" if said else "another time stands nearer")


def _numbers(reading: Reading, block: Block, rules: ReadingRules) -> Iterator[NearMiss]:
    """Numbers in digits that are part of no figure."""
    if block.language not in rules.lexicons:
        return
    figures = [claim.figure.span for claim in reading.claims if claim.figure is not None]
    text = reading.document.text
    for span in sentences(text, block.start, block.end, rules.sentences):
        sentence = Sentence(text, span.start, span.end, block, rules)
        for index, token in enumerate(sentence.tokens):
            if token.kind is TokenKind.NUMBER and not _is_read(Span(token.start, token.end), figures):
                why = _reason(sentence, index, rules.lexicons[block.language])
                yield NearMiss("number", sentence.span_of(index, index), why)


def _is_read(number: Span, figures: Sequence[Span]) -> bool:
    return any(figure.overlaps(number) for figure in figures)


def _reason(sentence: Sentence, index: int, lexicon: Lexicon) -> str:
    if index in sentence.closed:
        return "part of a date, a clock time or an address"
    if is_age(sentence.tokens, index, index, lexicon):
        return "an age"
    if is_match_result(sentence.tokens, index, index):
        return "the result of a match"
    if is_no_figure(sentence.tokens, index, index, lexicon):
        return "names or orders something: a weapon, a number plate, an ordinal, a paragraph"
    return "counts nothing that the word lists know"
