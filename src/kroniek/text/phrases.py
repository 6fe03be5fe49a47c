"""Finds many phrases (places, parties) in one pass over a text's tokens, the longest first.

Phrases are compared word by word, folded; between two words of a phrase there may stand only spaces, hyphens and full stops,
not commas: "al-Tanf", "Al Tanf" and "al Tanf" are one phrase, "Homs, Hama" is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from kroniek.text.fold import fold
from kroniek.text.tokens import Token, TokenKind, tokenise

Value = TypeVar("Value")
_LINKS = frozenset({"-", ".", "‑", "–", "/", "'", "’"})
_MOST_SIGNS_BETWEEN = 2


class PhraseMatch(NamedTuple, Generic[Value]):
    """A phrase found: code points `start` to `end`, tokens `first` to `last` (inclusive), and its value."""

    start: int
    end: int
    first: int
    last: int
    value: Value


class _Node(Generic[Value]):
    __slots__ = ("exact", "next", "value")

    def __init__(self) -> None:
        self.next: dict[str, _Node[Value]] = {}
        self.value: Value | None = None
        self.exact: dict[tuple[str, ...], Value] | None = None


class PhraseIndex(Generic[Value]):
    """A set of phrases, each with a value. A phrase added twice keeps its first value.

    With `exact=True` the phrase must stand in the very letters given ("IS", "US", "SANA"), case included.
    """

    def __init__(self) -> None:
        self._root: _Node[Value] = _Node()
        self._last: tuple[Sequence[Token], list[PhraseMatch[Value]]] = ((), [])

    def add(self, phrase: str, value: Value, *, exact: bool = False) -> None:
        """Add one phrase. Raises ValueError where it holds no word."""
        self._last = ((), [])
        words = [token for token in tokenise(phrase) if token.kind is not TokenKind.SIGN]
        if not words:
            raise ValueError(f"a phrase without a word: {phrase!r}")
        node = self._root
        for word in words:
            node = node.next.setdefault(fold(word.text), _Node())
        if exact:
            node.exact = node.exact or {}
            node.exact.setdefault(tuple(word.text for word in words), value)
        elif node.value is None:
            node.value = value

    def scan(self, tokens: Sequence[Token]) -> Sequence[PhraseMatch[Value]]:
        """All phrases in the tokens, the longest at each place, none overlapping another, in the order of the text."""
        if self._last[0] is tokens:
            return self._last[1]  # asked again of the same sentence
        found = self._scan(tokens)
        if isinstance(tokens, tuple):
            self._last = (tokens, found)
        return found

    def _scan(self, tokens: Sequence[Token]) -> list[PhraseMatch[Value]]:
        found: list[PhraseMatch[Value]] = []
        root = self._root.next
        _, words, distinct = _words_of(tokens)
        if root.keys().isdisjoint(distinct):
            return found
        past, most, sign = -1, len(words) - 1, TokenKind.SIGN
        for at, node in enumerate(map(root.get, words)):
            if node is None or at <= past:
                continue
            # most first words ("the", "a") are followed by another word than any phrase goes on with
            goes_on = at < most and (words[at + 1] in node.next or tokens[at + 1][4] is sign)
            if not goes_on and node.value is None and node.exact is None:
                continue
            match = self._longest(tokens, at, node)
            if match is not None:
                found.append(match)
                past = match.last
        return found

    def _longest(self, tokens: Sequence[Token], first: int, node: _Node[Value]) -> PhraseMatch[Value] | None:
        best: PhraseMatch[Value] | None = None
        words, at = [tokens[first].text], first
        current: _Node[Value] | None = node
        while current is not None:
            value = current.value if current.exact is None else current.exact.get(tuple(words), current.value)
            if value is not None:
                best = PhraseMatch(tokens[first].start, tokens[at].end, first, at, value)
            after = next_word(tokens, at) if current.next else None
            if after is None:
                break
            current = current.next.get(tokens[after].folded)
            words.append(tokens[after].text)
            at = after
        return best


_MOST_KEPT = 512
_kept: dict[int, tuple[Sequence[Token], list[str], set[str]]] = {}


def _words_of(tokens: Sequence[Token]) -> tuple[Sequence[Token], list[str], set[str]]:
    """The tokens, their folded words, and each of these once. A sentence is scanned for a dozen sets of phrases, and looked back at by
    those after it: it is made once for all.

    Only a tuple is remembered, since a list may have changed meanwhile; and with it the tuple itself, so that no other takes its number.
    """
    known = _kept.get(id(tokens))
    if known is not None and known[0] is tokens:
        return known
    words = [token[5] for token in tokens]
    made = (tokens, words, set(words))
    if isinstance(tokens, tuple):
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        _kept[id(tokens)] = made
    return made


def next_word(tokens: Sequence[Token], at: int) -> int | None:
    """The index of the next word, where only linking signs stand between."""
    for after in range(at + 1, min(at + 2 + _MOST_SIGNS_BETWEEN, len(tokens))):
        token = tokens[after]
        if token.kind is not TokenKind.SIGN:
            return after
        if token.text not in _LINKS:
            return None
    return None
