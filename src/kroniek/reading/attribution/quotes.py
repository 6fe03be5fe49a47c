"""Quotation marks over several sentences: whether one is open, and whether a sentence begins or ends inside one.

A straight mark opens where a space stands before it and none after it. A single one closes only after a sign or before one, for it may
be an apostrophe ("the residents' homes", "'s nachts").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kroniek.reading.passage import Passage

_OPENING = "“„«"
_CLOSING = "”»"
_SINGLE = "'‘’"
_ANY = re.compile(f"[{_OPENING}{_CLOSING}{_SINGLE}\"]")
_BEFORE_OPENING = frozenset(" \u00a0\n\t([-–—:")
_SIGNS = frozenset(".,;:!?…")
_CLIPPED = frozenset({"s", "t", "n", "k", "m"})  # 's nachts, 't, 'n


def open_quotes(passages: Sequence[Passage]) -> bool:
    """Whether a quotation is open after these sentences.

    The first sentences may stand in the middle of a quotation, so a mark that closes nothing is passed over.
    """
    depth, single = 0, False
    for passage in passages:
        words = passage.words
        for match in _ANY.finditer(words):
            at, sign = match.start(), match.group()
            if sign in _SINGLE:
                single = _opens_single(words, at) or (single and words[at + 1 : at + 2].isalpha())
            elif sign in _OPENING or (sign == '"' and _opens(words, at)):
                depth += 1
            else:
                depth = max(0, depth - 1)
    return depth > 0 or single


def begins_quoted(words: str) -> bool:
    """Whether the words begin with an opening mark."""
    return words[:1] in (*_OPENING, '"') or (words[:1] in ("'", "‘") and _opens_single(words, 0))


def closes_quote(words: str) -> bool:
    """Whether a quotation ends in the words."""
    if any(sign in words for sign in _CLOSING + '"'):
        return True
    return any(sign in _SINGLE and _closes_single(words, at) and not _opens_single(words, at) for at, sign in enumerate(words))


def _opens(words: str, at: int) -> bool:
    return (at == 0 or words[at - 1] in _BEFORE_OPENING) and words[at + 1 : at + 2].strip() != ""


def _opens_single(words: str, at: int) -> bool:
    """Whether a single mark opens: before a word that is none of the clipped ones."""
    if words[at] == "’" or not _opens(words, at):
        return False
    return not (words[at + 1] in _CLIPPED and not words[at + 2 : at + 3].isalpha())


def _closes_single(words: str, at: int) -> bool:
    """Whether a single mark closes: a sign stands on one side of it, or the sentence ends."""
    after = words[at + 1 : at + 2]
    return at > 0 and (words[at - 1] in _SIGNS or after in _SIGNS or after == "")
