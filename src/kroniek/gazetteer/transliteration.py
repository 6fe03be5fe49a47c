"""Meets spellings of one Arabic name in Latin letters: "Khan Younis", "Khan Yunes"; "Nusayrat", "Nuseirat".

A skeleton is no transcription: it only leaves out what writers do not agree on. It is tried after the exact name, and only for
places in countries whose names are Arabic.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Replacement:
    """A regular expression and what it becomes, applied to a folded word."""

    pattern: re.Pattern[str]
    by: str


class Transliteration:
    """The table of `transliteration.yaml`: `replacements` run in order; `countries` are those it is used for.

    `shortest` is the least number of letters a skeleton needs before it may stand for a name: two or three letters fit too much.
    """

    def __init__(self, replacements: Sequence[Replacement], countries: frozenset[str], shortest: int) -> None:
        self._replacements = tuple(replacements)
        self.countries = countries
        self.shortest = shortest
        self._known: dict[str, str] = {}

    def skeleton(self, key: str) -> str | None:
        """The skeleton of a folded name, or None where too little of it remains or it is not in Latin letters."""
        words = [self._word(word) for word in key.split(" ")]
        joined = " ".join(words)
        return joined if len(joined) >= self.shortest and key.isascii() else None

    def _word(self, word: str) -> str:
        known = self._known.get(word)
        if known is None:
            known = word
            for replacement in self._replacements:
                known = replacement.pattern.sub(replacement.by, known)
            if len(self._known) < 200_000:
                self._known[word] = known
        return known
