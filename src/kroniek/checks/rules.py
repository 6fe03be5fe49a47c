"""The words by which a text holds its own figures against each other, and where they stand in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kroniek.model.claim import Kind


class Cue(StrEnum):
    """What a word tells of the figures beside it; the rows of `words.yaml`."""

    SUM = "sum"
    TOTAL = "total"
    UNNUMBERED = "unnumbered"
    RUNNING = "running"
    RISE = "rise"
    FALL = "fall"
    BASE = "base"
    SAME_FIGURE = "same_figure"
    TIMES = "times"


@dataclass(frozen=True, slots=True)
class Found:
    """A cue at code points `start` to `end` of the words looked through."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CheckRules:
    """`cues` are expressions by language and cue; `per` the kind of thing by language and word; `dimensions` what each unit measures."""

    cues: Mapping[str, Mapping[Cue, re.Pattern[str]]]
    per: Mapping[str, Kind]
    dimensions: Mapping[str, str]

    def find(self, cue: Cue, language: str, words: str) -> Iterator[Found]:
        """Where the cue stands in the words, in their order."""
        expression = self.cues.get(language, {}).get(cue)
        if expression is not None:
            for match in expression.finditer(words):
                yield Found(match.start(), match.end())

    def has(self, cue: Cue, language: str, words: str) -> bool:
        """Whether it stands there."""
        return next(self.find(cue, language, words), None) is not None


def as_expression(words: list[str]) -> re.Pattern[str]:
    """One expression for all the words, the longest first, whole words only; its time is linear in the text."""
    listed = "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE)
