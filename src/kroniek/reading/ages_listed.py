"""Ages told behind several people: "two boys, 11 and 14", "three sisters (4, 7 and 9)"."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.reading.lexicon import Lexicon, Marks
from kroniek.text.tokens import Token, TokenKind

_OLDEST = 115
_MOST_DIGITS = 3
_OPENS = frozenset({",", "(", "–", "—"})


def is_in_list_of_ages(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int) -> bool:
    """Whether the digits at token `at` are one of as many ages as people are counted right before the list."""
    first = at
    while first > 1 and _joins(tokens, lexicon, first - 1) and _is_age(tokens[first - 2]):
        first -= 2
    if first < 2 or tokens[first - 1].text not in _OPENS:
        return False
    noun = marks.ending("person", first - 2) or marks.ending("relative", first - 2)
    if noun is None or not noun.entry.plural or noun.first == 0:
        return False
    last = at
    while last + 2 < len(tokens) and _joins(tokens, lexicon, last + 1) and _is_age(tokens[last + 2]):
        last += 2
    counted = _value(tokens, marks, noun.first - 1)
    closes = last + 1 >= len(tokens) or tokens[last + 1].kind is TokenKind.SIGN
    return closes and _is_age(tokens[at]) and counted == (last - first) // 2 + 1


def _joins(tokens: Sequence[Token], lexicon: Lexicon, at: int) -> bool:
    return tokens[at].text == "," or tokens[at].lower in lexicon.words("conjunctions")


def _is_age(token: Token) -> bool:
    return token.kind is TokenKind.NUMBER and token.text.isdecimal() and len(token.text) <= _MOST_DIGITS and int(token.text) <= _OLDEST


def _value(tokens: Sequence[Token], marks: Marks, at: int) -> object:
    """The number that the token is, in digits or as a word; None where it is none."""
    mark = marks.at("number", at)
    if mark is not None:
        return mark.entry.value
    return int(tokens[at].text) if _is_age(tokens[at]) else None
