"""From how much on two reports count as sharing words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseRules:
    """Every threshold of finding reuse; an index keeps the rules that it was made with.

    `least_words`: shorter texts are neither exact nor near copies. `near`: the least Jaccard index of two texts' shingles (runs of three
    words) for near copies; or, where the shorter has `near_length` of the longer's shingles or more, the least part of its shingles that
    the longer holds, `contained`. `passage_words`: the fewest words in a row that make a passage. `common`: a fingerprint in more
    wordings than this is boilerplate and finds nothing. `crowd`: of more wordings in one band only neighbours are compared.
    `days_apart`: the most days between a report and its retelling in another language.
    """

    least_words: int = 5
    near: float = 0.45
    contained: float = 0.85
    near_length: float = 0.3
    passage_words: int = 16
    common: int = 24
    crowd: int = 24
    days_apart: int = 7
