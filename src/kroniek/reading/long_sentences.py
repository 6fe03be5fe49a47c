"""Sentences that no person writes, cut where it does least harm, so that the time to read a text grows no faster than the text.

What is found in a sentence is weighed against the rest of that sentence, which costs the square of its length. The longest
sentences of real reports, lists of strikes without a stop, hold some 250 tokens.
"""

from __future__ import annotations

from kroniek.model.span import Span
from kroniek.text.tokens import Token, tokenise

MOST_TOKENS = 400
_FEWEST_TOKENS = 200
_STRONG = frozenset({";", "|", "•", "·"})


def cut_long(text: str, span: Span) -> list[Span]:
    """The sentence itself, or its pieces of `MOST_TOKENS` at most; together they hold every token of it."""
    if span.end - span.start <= MOST_TOKENS:  # a token is a character at least
        return [span]
    tokens = tokenise(text, span.start, span.end)
    pieces: list[Span] = []
    first = 0
    while len(tokens) - first > MOST_TOKENS:
        after = _cut(tokens, first)
        pieces.append(Span(tokens[first].start if pieces else span.start, tokens[after - 1].end))
        first = after
    # the end of the span, not of the last token: what is no token (a lone combining sign) stays in
    pieces.append(Span(tokens[first].start if pieces else span.start, span.end))
    return pieces


def _cut(tokens: list[Token], first: int) -> int:
    """The token before which to cut: after the last sign that divides, else at the last space, else anywhere."""
    window = range(first + MOST_TOKENS, first + _FEWEST_TOKENS, -1)
    for signs in (_STRONG, frozenset({","})):
        for at in window:
            if tokens[at - 1].text in signs:
                return at
    return next((at for at in window if tokens[at].start > tokens[at - 1].end), first + MOST_TOKENS)
