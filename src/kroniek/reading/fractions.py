"""Parts told as fractions: "two thirds of the dead", "one in four of the wounded". They count nobody by themselves."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.reading.lexicon import Lexicon, Marks
from kroniek.text.tokens import Token, TokenKind

_MOST_PARTS = 1_000


def fraction_unit(tokens: Sequence[Token], lexicon: Lexicon, last: int) -> str | None:
    """The unit behind a number that ends at `last`: "thirds" in "two thirds of"; None where it is no fraction."""
    at = last + 1
    if at < len(tokens) and tokens[at].text in "-‑":
        at += 1
    known = at < len(tokens) and tokens[at].lower in lexicon.words("fraction_units")
    of = at + 1 < len(tokens) and tokens[at + 1].lower in lexicon.words("of") | lexicon.words("prepositions")
    return tokens[at].lower if known and (of or at + 1 >= len(tokens) or tokens[at + 1].kind is TokenKind.SIGN) else None


def one_in(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, first: int, last: int) -> int | None:
    """The token of "four" in "one in four of the wounded", "een op de vier gewonden", where `first` to `last` is "one"; else None.

    Somebody must be counted behind it: "killed one in 2014" and "one in three attacks" are none.
    """
    at = last + 1
    if at >= len(tokens) or tokens[at].lower not in lexicon.words("ratio_joins"):
        return None
    at += 1
    at += at < len(tokens) and tokens[at].lower in lexicon.words("ratio_articles")
    parts, whole = _value(tokens, marks, first), _value(tokens, marks, at) if at < len(tokens) else None
    if parts is None or whole is None or not parts < whole <= _MOST_PARTS or at + 1 >= len(tokens):
        return None
    after = at + 1
    of = tokens[after].lower in lexicon.words("of")
    people = any(marks.at(name, after) is not None for name in ("person", "relative", "person_modifier", "harm_noun", "be"))
    return at if of or people else None


def is_second_of_one_in(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, first: int) -> bool:
    """Whether the number at `first` is "four" in "one in four"."""
    at = first - 1
    at -= at > 0 and tokens[at].lower in lexicon.words("ratio_articles")
    return at > 0 and tokens[at].lower in lexicon.words("ratio_joins") and one_in(tokens, marks, lexicon, at - 1, at - 1) == first


def _value(tokens: Sequence[Token], marks: Marks, at: int) -> int | None:
    if tokens[at].text.isdecimal() and len(tokens[at].text) < 4:
        return int(tokens[at].text)
    number = marks.at("number", at)
    if number is None and marks.at("article", at) is not None:
        return 1
    return None if number is None or not isinstance(number.entry.value, int) else number.entry.value
