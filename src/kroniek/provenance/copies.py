"""Near copies: proposed by bands of MinHash signatures, decided by the shingles themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kroniek.provenance.postings import Numbers, Postings, Wanted, group_sizes, pairs_within
from kroniek.provenance.rules import ReuseRules
from kroniek.provenance.shingles import shingles
from kroniek.provenance.wordings import Wording

_NEIGHBOURS = 3  # in a crowd each wording is compared with so many before it, and with the first
# A signature of 128 slots misses an index of 0.3 by 0.04 (one standard deviation), so that this loses hardly any near copy.
_LEAST_ESTIMATE = 0.2

Pairs = Numbers  # two columns: the numbers of two wordings


@dataclass(frozen=True, slots=True)
class Likeness:
    """Shared shingles of all that either has (`jaccard`), of the shorter's (`contained`); the shorter's over the longer's (`lengths`)."""

    jaccard: float
    contained: float
    lengths: float


def likeness(first: Wording, second: Wording) -> Likeness:
    """The exact likeness of two wordings; all zero where one has no shingle."""
    one, two = shingles(first.codes), shingles(second.codes)
    short, long = sorted((len(one), len(two)))
    if not short:
        return Likeness(0.0, 0.0, 0.0)
    shared = len(np.intersect1d(one, two, assume_unique=True))
    return Likeness(shared / (short + long - shared), shared / short, short / long)


def is_near(first: Wording, second: Wording, like: Likeness, rules: ReuseRules) -> bool:
    """Whether two wordings are near copies of each other."""
    if min(len(first.codes), len(second.codes)) < rules.least_words:
        return False
    return like.jaccard >= rules.near or (like.contained >= rules.contained and like.lengths >= rules.near_length)


def band_pairs(bands: Postings, wanted: Wanted, rules: ReuseRules) -> list[Pairs]:
    """Pairs of wordings that meet in a band. `wanted` takes two positions in `bands` and keeps of them those worth a look (a mask)."""
    sizes = group_sizes(bands.keys)
    small = np.nonzero(sizes <= rules.crowd)[0]
    found = [_numbers(bands, small[one], small[two], wanted) for one, two in pairs_within(bands.keys[small], rules.crowd)]
    crowded = np.nonzero(sizes > rules.crowd)[0]
    keys = bands.keys[crowded]
    found += [_numbers(bands, crowded[one], crowded[two], wanted) for one, two in pairs_within(keys, _NEIGHBOURS)]
    first = np.searchsorted(keys, keys, "left")
    others = np.nonzero(np.arange(len(keys)) - first > _NEIGHBOURS)[0]
    found.append(_numbers(bands, crowded[first[others]], crowded[others], wanted))
    return found


def _numbers(bands: Postings, one: Numbers, two: Numbers, wanted: Wanted) -> Pairs:
    kept = wanted(one, two)
    pairs = np.column_stack((bands.wordings[one[kept]], bands.wordings[two[kept]])).astype(np.int64)
    return np.unique(pairs, axis=0) if len(pairs) else pairs


def is_likely(first: Wording, second: Wording) -> bool:
    """Whether the signatures are alike enough that the shingles may be."""
    return int(np.count_nonzero(first.signature == second.signature)) >= _LEAST_ESTIMATE * len(first.signature)


def meet_in_band(one: int, two: int, wordings: Sequence[Wording], bands: Postings, rules: ReuseRules) -> bool:
    """Whether two wordings, by number, meet in a band and look alike: what `band_pairs` and `is_likely` find, asked of one pair."""
    one, two = min(one, two), max(one, two)
    if not is_likely(wordings[one], wordings[two]):
        return False
    for key in np.intersect1d(wordings[one].bands, wordings[two].bands):
        holders = bands.holders(key)
        if len(holders) <= rules.crowd:
            return True
        at, after = np.searchsorted(holders, one), np.searchsorted(holders, two)
        if at == 0 or after - at <= _NEIGHBOURS:
            return True
    return False
