"""Which words of a report tell its event from others, where no capital shows a name: all but the commonest, places' names most of all."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.reading.light.rules import LightRules
from kroniek.reading.light.words import LightSentence
from kroniek.text.tokens import TokenKind

_OPENING = 250  # characters in which a report says what happened
_LOOKED_AT = 1_200
_OPENS = 1.5
_IN_PLACE = 2.0
_SHORTEST = 2
_MOST = 200


def weighed_words(told: Sequence[tuple[LightSentence, LightRules]]) -> tuple[tuple[str, float], ...]:
    """Words and numbers of the report's beginning, folded and without proclitics, each once with what it weighs, in the order of the text.

    A word of the opening weighs 1.5, one after "village", "town", "near" twice as much as another.
    """
    found: dict[str, float] = {}
    begin = told[0][0].start if told else 0
    for sentence, rules in told:
        if sentence.start - begin > _LOOKED_AT or len(found) >= _MOST:
            break
        common = rules.words("common")
        placed = -1
        for at, token in enumerate(sentence.tokens):
            if sentence.at("place_noun", at) is not None:
                placed = at + 1
            if token.kind is TokenKind.SIGN or token.lower in common or token.folded in common:
                continue
            word = _number(token.text) if token.kind is TokenKind.NUMBER else token.lower
            if token.kind is TokenKind.WORD and len(word) < _SHORTEST:
                continue
            weight = (_OPENS if token.start - begin <= _OPENING else 1.0) * (_IN_PLACE if at == placed else 1.0)
            found[word] = max(found.get(word, 0.0), weight)
    return tuple(found.items())[:_MOST]


def _number(digits: str) -> str:
    """The same digits whichever script they are in."""
    return str(int(digits)) if digits.isdecimal() and len(digits) < 10 else digits
