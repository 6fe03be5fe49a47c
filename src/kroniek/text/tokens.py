"""Words, numbers and signs of a text with their offsets in code points.

The text is never normalised: a non-breaking space, a curly quote or a run of dots keeps its place.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
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
# What is neither word nor number is a sign.
_TOKEN = re.compile(
    r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u064b-\u0652])*(?:['’ʼ‘`](?=[^\W\d_])(?:[^\W\d_]|[\u0300-\u036f])+)*"
    r"|\d+(?:[.,\u00a0\u202f'’]\d+)*"
    r"|[^\s]"
)
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "`": "'"})
_UNBROKEN = ("\u00a0", "\u202f")
_MOST_SHAPES = 1 << 15
_MOST_PIECES = 1 << 14
_LONGEST_KEPT = 40  # characters: what is longer, such as an address, seldom comes again


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, with offsets into the whole `text`."""
    stretch = text if start == 0 and end is None else text[start:end]
    if stretch.isalpha():  # a word of a list
        lower, kind, folded = _shape(stretch)
        return [Token(stretch, lower, start, start + len(stretch), kind, folded)]
    # no token holds white space but a number with spaces that do not break: a stretch with one of these is one piece
    whole = any(space in stretch for space in _UNBROKEN)
    new, pieces, find = tuple.__new__, _pieces, text.find  # a token is made for every word read: no constructor, no match object
    tokens: list[Token] = []
    add, past = tokens.append, start
    for piece in [stretch] if whole else stretch.split():
        begin = find(piece, past)  # only white space stands between
        past = begin + len(piece)
        for words, lower, first, last, kind, folded in _cut(piece) if whole else pieces[piece]:
            add(new(Token, (words, lower, begin + first, begin + last, kind, folded)))
    return tokens


def _cut(piece: str) -> tuple[tuple[str, str, int, int, TokenKind, str], ...]:
    """The tokens of a piece of text, as `Token` has them, with offsets into the piece."""
    found: list[tuple[str, str, int, int, TokenKind, str]] = []
    past = 0
    for words in _TOKEN.findall(piece):
        begin = piece.find(words, past)
        past = begin + len(words)
        lower, kind, folded = _shape(words)
        found.append((words, lower, begin, past, kind, folded))
    return tuple(found)


class _Pieces(dict[str, tuple[tuple[str, str, int, int, TokenKind, str], ...]]):
    """What stands between white space, cut into tokens: most of it is a word, or a word and a sign, and texts repeat their words."""

    __slots__ = ()

    def __missing__(self, piece: str) -> tuple[tuple[str, str, int, int, TokenKind, str], ...]:
        cut = _cut(piece)
        if len(piece) <= _LONGEST_KEPT:
            if len(self) >= _MOST_PIECES:
                self.clear()
            self[piece] = cut
        return cut


_pieces = _Pieces()


class TokenisedText:
    """A text's tokens, read once, of which those of any stretch are cut out: its sentences are split in more than one way."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens: list[Token] | None = None
        self._starts: list[int] = []
        self._cuts: dict[tuple[int, int], tuple[Token, ...]] = {}

    def within(self, start: int, end: int) -> tuple[Token, ...]:
        """The same tokens as `tokenise(text, start, end)` gives, also where the stretch cuts a word; the very same tuple for the same
        tokens, so that what was found out about them is found again."""
        tokens = self._tokens
        if tokens is None:
            tokens = self._tokens = tokenise(self._text)
            self._starts = [token.start for token in tokens]
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        cut = (first > 0 and tokens[first - 1].end > start) or (last > first and tokens[last - 1].end > end)
        if cut:
            return tuple(tokenise(self._text, start, end))
        known = self._cuts.get((first, last))
        if known is None:
            known = self._cuts[(first, last)] = tuple(tokens[first:last])
        return known


def is_abbreviating(tokens: Sequence[Token], at: int) -> bool:
    """Whether the full stop at `at` is part of an abbreviation ("U.S. soldiers", "9 p.m. on"): a single letter stands right before it."""
    if at == 0 or tokens[at].text != ".":
        return False
    before = tokens[at - 1]
    return before.end == tokens[at].start and len(before.text) == 1 and before.kind is TokenKind.WORD


def ends_clause(tokens: Sequence[Token], at: int) -> bool:
    """A semicolon, or a full stop that is no part of "U.S." or "p.m."."""
    return tokens[at].text == ";" or (tokens[at].text == "." and not is_abbreviating(tokens, at))


def after_initials(tokens: Sequence[Token], at: int) -> int:
    """Past an abbreviation of letters and full stops that begins at `at` ("U.S.", "U.N.-"), else `at` itself."""
    end = at
    while end + 1 < len(tokens) and is_abbreviating(tokens, end + 1) and (end == at or tokens[end].start == tokens[end - 1].end):
        end += 2
    return end if end > at + 2 else at


@lru_cache(maxsize=_MOST_SHAPES)
def _shape(words: str) -> tuple[str, TokenKind, str]:
    """What does not depend on where a token stands: its lower case, its kind and its folded form. Texts repeat their words."""
    first = words[0]
    kind = TokenKind.NUMBER if first.isdecimal() else TokenKind.WORD if first.isalnum() else TokenKind.SIGN
    lower = words.lower()
    if words.isascii():
        return lower, kind, lower if "'" not in lower else fold(lower)
    return lower.translate(_APOSTROPHES), kind, fold(words)
