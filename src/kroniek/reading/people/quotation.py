"""Which words of a sentence stand within quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.text.tokens import Token


def inside_quotes(tokens: Sequence[Token]) -> list[bool]:
    """For each token whether it, or the mark that it is, stands within double quotation marks."""
    inside, flags = False, []
    for token in tokens:
        if token.text == "“" or (token.text == '"' and not inside):
            inside = True
            flags.append(True)
        elif token.text == "”" or (token.text == '"' and inside):
            flags.append(True)
            inside = False
        else:
            flags.append(inside)
    return flags
