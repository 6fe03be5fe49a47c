"""Words, numbers and signs of a text with their offsets in code points.

The text is never normalised: a non-breaking space, a curly quote or a run of dots keeps its place.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from kroniek.text.fold import fold


class TokenKind(IntEnum):
    """What a token is made of."""

    WORD = 0
    NUMBER = 1
    SIGN = 2


class Token(NamedTuple):
    """One token: `lower` is the text in lower case with curly apostrophes made straight, `folded` without accents and apostrophes."""

    text: str
    lower: str
    start: int
    end: int
    kind: TokenKind
    folded: str


# A word keeps combining marks and inner apostrophes between letters ("Khuza’a", "auto's"), not hyphens: "U.S.-led" is U . S . - led.
_TOKEN = re.compile(
    r"(?P<word>[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u064b-\u0652])*(?:['’ʼ‘`](?=[^\W\d_])(?:[^\W\d_]|[\u0300-\u036f])+)*)"
    r"|(?P<number>\d+(?:[.,\u00a0\u202f'’]\d+)*)"
    r"|(?P<sign>[^\s])"
)
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "`": "'"})
# by the number of the group that matched
_KINDS = (TokenKind.SIGN, TokenKind.WORD, TokenKind.NUMBER, TokenKind.SIGN)


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, with offsets into the whole `text`."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        words = match.group()
        lower = words.lower()
        begin, after = match.span()
        if words.isascii():
            folded = lower if "'" not in lower else fold(lower)
        else:
            lower = lower.translate(_APOSTROPHES)
            folded = fold(words)
        tokens.append(Token(words, lower, begin, after, _KINDS[match.lastindex or 0], folded))
    return tokens
