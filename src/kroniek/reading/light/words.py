"""Tokens of a language that is read lightly, and which phrases of its lists stand where.

A token's `text` is the word without stretching signs and without the signs that writers break words with against filters; `lower` is the
form under which the lists know it; `start` and `end` are those of the untouched text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kroniek.gazetteer.naming import fold_word
from kroniek.reading.lexicon import Mark
from kroniek.reading.light.rules import LightRules
from kroniek.text.tokens import Token, TokenKind

_ENDS = frozenset(".!?؟؛;…")
_LONGEST = 80  # tokens of a sentence: posts often have no full stop at all
_OPAQUE = frozenset({"#", "_", "@", '"', "“", "”", "«", "»", "'"})


@dataclass(frozen=True, slots=True)
class LightSentence:
    """A sentence: its tokens, the phrases of the lists by category and first token, and the parties named."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    marks: dict[str, dict[int, Mark]]
    parties: tuple[tuple[int, int, str], ...]

    def at(self, category: str, index: int) -> Mark | None:
        """The phrase of a category that begins at a token."""
        return self.marks.get(category, {}).get(index)

    def all(self, category: str) -> list[Mark]:
        """All phrases of a category, in the order of the text."""
        return [self.marks[category][at] for at in sorted(self.marks.get(category, {}))]


def light_tokens(text: str, start: int, end: int, rules: LightRules) -> list[Token]:
    """The tokens of a stretch. Signs that only tie or mark words ("#", "_", quotation marks) are left out."""
    found = []
    for match in rules.word.finditer(text, start, end):
        raw = match.group()
        first = raw[0]
        if first.isdecimal():
            kind, shape = TokenKind.NUMBER, raw
        elif first.isalpha():
            kind, shape = TokenKind.WORD, raw.translate(rules.dropped)
            if not shape:
                continue
        elif first in _OPAQUE:
            continue
        else:
            kind, shape = TokenKind.SIGN, raw
        folded = fold_word(shape) if kind is TokenKind.WORD else shape
        lower = rules.stem(folded) if kind is TokenKind.WORD else shape
        found.append(Token(shape, lower, match.start(), match.end(), kind, folded))
    return found


def light_sentences(text: str, start: int, end: int, rules: LightRules) -> list[LightSentence]:
    """The sentences of a block: up to a full stop or the end of a line, and no longer than a reader's breath."""
    tokens = light_tokens(text, start, end, rules)
    return [_sentence(tuple(tokens[first:last]), rules) for first, last in _stretches(text, tokens)]


def _stretches(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    first = 0
    for at, token in enumerate(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        line = after is not None and "\n" in text[token.end : after.start]
        stop = token.kind is TokenKind.SIGN and token.text in _ENDS and (after is None or after.start > token.end)
        if after is None or line or stop or at - first >= _LONGEST:
            yield first, at + 1
            first = at + 1


def _sentence(tokens: tuple[Token, ...], rules: LightRules) -> LightSentence:
    marks: dict[str, dict[int, Mark]] = {}
    parties: list[tuple[int, int, str]] = []
    past: dict[str, int] = {}
    party_past = -1
    for at, token in enumerate(tokens):
        for words, entries in rules.phrases.get(token.lower, ()):
            if not _stands(tokens, at, words):
                continue
            for entry in entries:
                if past.get(entry.category, -1) < at:
                    last = at + len(words) - 1
                    past[entry.category] = last
                    marks.setdefault(entry.category, {})[at] = Mark(at, last, entry)
        if at > party_past:
            for words, party in rules.parties.get(token.lower, ()):
                if _stands(tokens, at, words):
                    party_past = at + len(words) - 1
                    parties.append((at, party_past, party))
                    break
    return LightSentence(tokens[0].start, tokens[-1].end, tokens, marks, tuple(parties))


def _stands(tokens: Sequence[Token], at: int, words: Sequence[str]) -> bool:
    if at + len(words) > len(tokens):
        return False
    return all(tokens[at + number].lower == word or tokens[at + number].folded == word for number, word in enumerate(words) if number)
