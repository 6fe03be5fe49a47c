"""How much two reports say the same words, the rarer the word the more: for texts whose names have no capitals to be told by.

A word counts by how few of the reports at hand have it. So that a handful of reports is not judged by each other alone, all are
counted as if so many more had been read that have none of their words.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from kroniek.reading.result import Reading

_UNSEEN = 50
_RARITY = 1.5
_NOTHING: Mapping[str, float] = {}


def telling_words(readings: Sequence[Reading]) -> dict[str, Mapping[str, float]]:
    """By document, the words with their shares in it: of each document the squares of the shares add up to 1."""
    often: Counter[str] = Counter()
    read = 0
    for reading in readings:
        if reading.words:
            read += 1
            often.update(word for word, _ in reading.words)
    return {reading.document.id: _shares(reading, often, read + _UNSEEN) for reading in readings if reading.words}


def _shares(reading: Reading, often: Mapping[str, int], read: int) -> Mapping[str, float]:
    weighed = {word: weight * math.log(read / often[word]) ** _RARITY for word, weight in reading.words if often[word] > 1}
    length = math.sqrt(math.fsum(weight * weight for weight in weighed.values()))
    return {word: weighed[word] / length for word in sorted(weighed)} if length else _NOTHING


def in_common(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    """From 0, not a word in common, to 1, the same words."""
    if len(second) < len(first):
        first, second = second, first
    return math.fsum(share * second[word] for word, share in first.items() if word in second)


def rarest(shares: Mapping[str, float], most: int) -> tuple[str, ...]:
    """The words with the greatest shares."""
    return tuple(sorted(sorted(shares), key=lambda word: -shares[word])[:most])
