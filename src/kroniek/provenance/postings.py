"""Which wordings hold a key (a fingerprint, a band), as sorted arrays: a value that grows by batches and is never changed in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kroniek.provenance.wordings import Hashes, Places

Numbers = NDArray[np.int64]
Wanted = Callable[[Numbers, Numbers], NDArray[np.bool_]]  # of two positions in postings, whether the pair is worth a look
_CHUNK = 1_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """`keys` in rising order; beside each the number of a wording that holds it, and the number of the word that it begins at."""

    keys: Hashes
    wordings: NDArray[np.int32]
    places: Places

    def counts(self, keys: Hashes) -> Numbers:
        """How many wordings hold each of the keys."""
        return np.searchsorted(self.keys, keys, "right") - np.searchsorted(self.keys, keys, "left")

    def holders(self, key: np.uint64) -> NDArray[np.int32]:
        """The numbers of the wordings that hold a key, rising."""
        return np.sort(self.wordings[np.searchsorted(self.keys, key, "left") : np.searchsorted(self.keys, key, "right")])

    def renumbered(self, numbers: NDArray[np.int32]) -> Postings:
        """The same where wording n is now wording `numbers[n]`."""
        return Postings(self.keys, numbers[self.wordings] if len(self.wordings) else self.wordings, self.places)

    def with_more(self, more: Postings) -> Postings:
        """Both together."""
        at = np.searchsorted(self.keys, more.keys, "right")
        return Postings(
            np.insert(self.keys, at, more.keys),
            np.insert(self.wordings, at, more.wordings),
            np.insert(self.places, at, more.places),
        )

    def of_keys(self, keys: Hashes) -> Postings:
        """The part with these keys, which are sorted and each there once; by key, then by wording."""
        first, after = np.searchsorted(self.keys, keys, "left"), np.searchsorted(self.keys, keys, "right")
        lengths = after - first
        chosen = np.repeat(first - (np.cumsum(lengths) - lengths), lengths) + np.arange(lengths.sum())
        return _sorted(self.keys[chosen], self.wordings[chosen], self.places[chosen])


def no_postings() -> Postings:
    """Nothing held by nothing."""
    return Postings(np.empty(0, dtype=np.uint64), np.empty(0, dtype=np.int32), np.empty(0, dtype=np.uint32))


def postings_of(rows: list[tuple[int, Hashes, Places]]) -> Postings:
    """The postings of wordings given by number, keys and places."""
    if not rows:
        return no_postings()
    numbers = np.repeat(np.array([number for number, _, _ in rows], dtype=np.int32), [len(keys) for _, keys, _ in rows])
    return _sorted(np.concatenate([keys for _, keys, _ in rows]), numbers, np.concatenate([places for _, _, places in rows]))


def _sorted(keys: Hashes, wordings: NDArray[np.int32], places: Places) -> Postings:
    order = np.lexsort((wordings, keys))
    return Postings(keys[order], wordings[order], places[order])


def group_sizes(keys: Hashes) -> Numbers:
    """For each of the sorted keys, how often it stands there."""
    return np.searchsorted(keys, keys, "right") - np.searchsorted(keys, keys, "left")


def pairs_within(keys: Hashes, farthest: int) -> Iterator[tuple[Numbers, Numbers]]:
    """Where two of the sorted keys are the same, at most `farthest` apart: positions of the first and the second, in chunks."""
    alive: Numbers = np.arange(len(keys), dtype=np.int64)
    for distance in range(1, farthest + 1):
        alive = alive[alive + distance < len(keys)]
        alive = alive[keys[alive] == keys[alive + distance]]
        if not len(alive):
            return
        for begin in range(0, len(alive), _CHUNK):
            part = alive[begin : begin + _CHUNK]
            yield part, part + distance
