"""Hashes of runs of words: shingles for the likeness of whole texts, winnowed fingerprints for passages, MinHash signatures."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import rensa  # type: ignore[import-untyped, unused-ignore]
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from kroniek.provenance.wordings import Codes, Hashes, Places

SHINGLE_WORDS = 3  # of ten words one changed leaves 73% of the threes standing, of the fives 59%
FINGERPRINT_WORDS = 8
SIGNATURE_SLOTS = 128
BAND_SLOTS = 3  # 42 bands of 3: a pair that shares half its shingles meets in a band with a chance of 0.996
BANDS = SIGNATURE_SLOTS // BAND_SLOTS

_SEED = 42
_MULTIPLIER = 0x9E3779B97F4A7C15
_WORD_MASK = (1 << 64) - 1


def hashes_of_runs(codes: Codes, words: int) -> Hashes:
    """A 64-bit hash for each run of so many words, in the order of the text; empty where the text is shorter."""
    count = len(codes) - words + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    wide = codes.astype(np.uint64)
    summed = np.zeros(count, dtype=np.uint64)
    factor = 1
    for at in range(words):
        factor = factor * _MULTIPLIER & _WORD_MASK
        summed += wide[at : at + count] * np.uint64(factor)
    return _mixed(summed)


def shingles(codes: Codes) -> Hashes:
    """The set of a text's shingles, sorted."""
    return np.unique(hashes_of_runs(codes, SHINGLE_WORDS))


def fingerprints(codes: Codes, passage_words: int) -> tuple[Hashes, Places]:
    """The winnowed fingerprints of a text, sorted, each once, and the number of the word that each begins at.

    Two texts that share `passage_words` words in a row share a fingerprint within them (Schleimer, Wilkerson, Aiken 2003, "Winnowing:
    local algorithms for document fingerprinting": of every window of hashes the least is kept).
    """
    hashes = hashes_of_runs(codes, FINGERPRINT_WORDS)
    window = passage_words - FINGERPRINT_WORDS + 1
    if len(hashes) < window:
        return np.empty(0, dtype=np.uint64), np.empty(0, dtype=np.uint32)
    least = sliding_window_view(hashes, window).argmin(axis=1) + np.arange(len(hashes) - window + 1)
    chosen = np.unique(least)
    kept, first = np.unique(hashes[chosen], return_index=True)
    return kept, chosen[first].astype(np.uint32)


def signatures(sets: Sequence[Hashes]) -> NDArray[np.uint32]:
    """The MinHash signature of each set of hashes, one a row; a row of an empty set says nothing."""
    if not sets:
        return np.empty((0, SIGNATURE_SLOTS), dtype=np.uint32)
    offsets = np.zeros(len(sets) + 1, dtype=np.uint64)
    np.cumsum([len(one) for one in sets], out=offsets[1:])
    matrix = rensa.RMinHash.digest_matrix_from_flat_token_hashes(np.concatenate(sets), offsets, SIGNATURE_SLOTS, _SEED)
    return np.asarray(matrix.to_rows(), dtype=np.uint32).reshape(len(sets), SIGNATURE_SLOTS)


def bands(signature: NDArray[np.uint32]) -> Hashes:
    """The hashes of a signature's bands, sorted; the number of the band is in the hash."""
    rows = signature[: BANDS * BAND_SLOTS].reshape(BANDS, BAND_SLOTS).astype(np.uint64)
    summed = np.arange(1, BANDS + 1, dtype=np.uint64) * np.uint64(_MULTIPLIER)
    for at in range(BAND_SLOTS):
        summed = _mixed(summed + rows[:, at])
    return np.sort(summed)


def _mixed(values: Hashes) -> Hashes:
    """Each value with its bits mixed (the finaliser of SplitMix64, Steele, Lea, Flood 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
