"""What strikes did: "seven strikes engaged three tactical units; destroyed a fighting position and two vehicles"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kroniek.model.claim import Kind
from kroniek.model.interval import Number
from kroniek.reading.lexicon import Lexicon, Mark, Marks
from kroniek.reading.phrases import NounPhrase
from kroniek.text.tokens import Token, TokenKind

_LONGEST_OBJECT = 10


@dataclass(frozen=True, slots=True)
class TargetPhrase:
    """Something hit: tokens `first` to `last`, how many, the verb's effect, and the words of the object.

    `phrase` is the index of the counted phrase it is, None where the amount is implied ("a bunker").
    """

    first: int
    last: int
    count: Number
    effect: str
    object_first: int
    phrase: int | None


def find_targets(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrases: Sequence[NounPhrase]) -> list[TargetPhrase]:
    """The objects of the verbs of effect in a sentence whose subject is strikes or aircraft."""
    if not marks.has("effect") or not marks.has("strike_subject"):
        return []
    verbs = [mark for mark in marks.all("effect") if _is_active(marks, mark)]
    found: list[TargetPhrase] = []
    for number, verb in enumerate(verbs):
        end = _region_end(tokens, marks, verb.last + 1, verbs[number + 1].first if number + 1 < len(verbs) else len(tokens), phrases)
        found.extend(_objects(tokens, marks, lexicon, verb, end, phrases))
    return found


def _is_active(marks: Marks, mark: Mark) -> bool:
    """A verb of effect after its subject: not "was destroyed"; somewhere before it stand strikes."""
    if marks.ending("be", mark.first - 1) is not None:
        return False
    return any(subject.last < mark.first for subject in marks.all("strike_subject"))


def _region_end(tokens: Sequence[Token], marks: Marks, start: int, limit: int, phrases: Sequence[NounPhrase]) -> int:
    for at in range(start, limit):
        if tokens[at].text in (".", "”", "“", ":", '"'):
            return at
        if marks.at("boundary", at) is not None:
            return at
    for phrase in phrases:
        if start < phrase.first < limit and phrase.head is not None and phrase.head.kind is Kind.STRIKES:
            return phrase.first
    return limit


def _objects(
    tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, verb: Mark, end: int, phrases: Sequence[NounPhrase]
) -> list[TargetPhrase]:
    starts = {phrase.first: number for number, phrase in enumerate(phrases)}
    found: list[TargetPhrase] = []
    at = verb.last + 1
    while at < end:
        number = starts.get(at)
        if number is not None and _opens(tokens, lexicon, at, verb):
            phrase = phrases[number]
            amount_end = phrase.amount.last if phrase.amount is not None else phrase.first
            last = _object_last(tokens, amount_end + 1, end)
            of_people = phrase.subset and any(one.is_people for one in phrases[:number])  # "wounded five soldiers, four of them badly"
            if phrase.low is not None and phrase.low == phrase.high and not of_people:
                found.append(TargetPhrase(phrase.first, last, phrase.low, verb.entry.effect or "", amount_end + 1, number))
            at = max(last, amount_end) + 1
        elif marks.at("article", at) is not None and _opens(tokens, lexicon, at, verb):
            last = _object_last(tokens, at + 1, end)
            found.append(TargetPhrase(at, last, 1, verb.entry.effect or "", at + 1, None))
            at = last + 1
        else:
            at += 1
    return found


def _opens(tokens: Sequence[Token], lexicon: Lexicon, at: int, verb: Mark) -> bool:
    """Whether an object can begin here: right after the verb, a comma or a conjunction."""
    return at == verb.last + 1 or tokens[at - 1].text in (",", ";") or tokens[at - 1].lower in lexicon.words("conjunctions")


def _object_last(tokens: Sequence[Token], start: int, end: int) -> int:
    at = start
    while at < min(end, start + _LONGEST_OBJECT):
        token = tokens[at]
        if token.text in (",", ";", "(") or token.lower in ("and", "en") or (token.kind is TokenKind.NUMBER and at > start):
            break
        at += 1
    return max(start, at) - 1
