"""Passages: the same words in a row inside different texts, proposed by fingerprints that few texts share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kroniek.provenance.postings import Numbers, Postings, Wanted, group_sizes, pairs_within
from kroniek.provenance.rules import ReuseRules
from kroniek.provenance.shingles import FINGERPRINT_WORDS, fingerprints, hashes_of_runs
from kroniek.provenance.wordings import Codes, Hashes, Wording

_MOST_PLACES = 8  # of a run that stands in a text many times so many places are tried: a text of one word said over and over stays quick
_MOST_BEFORE = 200  # a run begins where its first eight words do, or within the run before it: so far back it is looked for


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """The same words in a row: numbers of the first words in both texts, and how many."""

    first: int
    second: int
    words: int


@dataclass(frozen=True, slots=True)
class FlatCodes:
    """The codes of many wordings one after another, with a 0 between two; where each begins."""

    codes: Codes
    begins: NDArray[np.int64]


def flat_codes(wordings: Sequence[Wording]) -> FlatCodes:
    """All codes in one array. It begins and ends with a 0, which is no word's code."""
    gap = np.zeros(1, dtype=np.uint32)
    lengths = np.array([len(wording.codes) + 1 for wording in wordings], dtype=np.int64)
    parts = [gap, *(part for wording in wordings for part in (wording.codes, gap))]
    return FlatCodes(np.concatenate(parts), 1 + np.cumsum(lengths) - lengths)


def passage_pairs(marks: Postings, flat: FlatCodes, wanted: Wanted, rules: ReuseRules) -> list[Numbers]:
    """Pairs of wordings that share a passage about a fingerprint that is not common. `wanted` is as for `band_pairs`."""
    rare = np.nonzero(group_sizes(marks.keys) <= rules.common)[0]
    found = []
    for one, two in pairs_within(marks.keys[rare], rules.common):
        kept = wanted(rare[one], rare[two])
        here, there = rare[one[kept]], rare[two[kept]]
        first = flat.begins[marks.wordings[here]] + marks.places[here]
        second = flat.begins[marks.wordings[there]] + marks.places[there]
        long = _long_enough(flat.codes, first, second, rules.passage_words)
        pairs = np.column_stack((marks.wordings[here[long]], marks.wordings[there[long]])).astype(np.int64)
        found.append(np.unique(pairs, axis=0) if len(pairs) else pairs)
    return found


def _long_enough(codes: Codes, first: Numbers, second: Numbers, words: int) -> NDArray[np.bool_]:
    """Whether the words about each two places are the same for so many words in a row."""
    lengths = np.zeros(len(first), dtype=np.int64)
    for step, sign in ((0, 1), (1, -1)):  # from the place itself to the right, then to the left
        alive = np.nonzero(lengths < words)[0] if step == 0 else np.nonzero((lengths >= FINGERPRINT_WORDS) & (lengths < words))[0]
        here, there = first[alive] + sign * step, second[alive] + sign * step
        for _ in range(words):
            same = (codes[here] == codes[there]) & (codes[here] != 0)
            alive, here, there = alive[same], here[same], there[same]
            if not len(alive):
                break
            lengths[alive] += 1
            here, there = here + sign, there + sign
    return lengths >= words


def seeds(first: Wording, second: Wording, marks: Postings, rules: ReuseRules) -> Hashes:
    """The fingerprints that are not common and stand within a passage of both: what `passage_pairs` finds, asked of one pair."""
    shared = np.intersect1d(first.fingerprints, second.fingerprints, assume_unique=True)
    rare = shared[marks.counts(shared) <= rules.common]
    if not len(rare):
        return rare
    flat = flat_codes((first, second))
    places = first.places[np.searchsorted(first.fingerprints, rare)].astype(np.int64)
    others = second.places[np.searchsorted(second.fingerprints, rare)].astype(np.int64)
    return rare[_long_enough(flat.codes, flat.begins[0] + places, flat.begins[1] + others, rules.passage_words)]


def common_runs(first: Codes, second: Codes, words: int) -> list[Run]:
    """The runs of at least so many words that both texts have, each as long as it goes on, in the order of the first text.

    Where a run stands in the second text more than once, the place where it goes on farthest is taken, then the first.
    """
    hashes, others = hashes_of_runs(first, words), hashes_of_runs(second, words)
    places = _places(others, np.isin(others, hashes))
    one, two = first.tolist(), second.tolist()
    runs: set[Run] = set()
    done = 0
    for at in np.nonzero(np.isin(hashes, others))[0].tolist():
        if at < done:
            continue
        after, place = max((_same_after(one, two, at, place), -place) for place in places[int(hashes[at])])
        if after >= words:
            before = _same_before(one, two, at, -place)
            runs.add(Run(at - before, -place - before, before + after))
            done = at + after - words + 1
    return sorted(runs)


def _places(hashes: Hashes, wanted: NDArray[np.bool_]) -> dict[int, list[int]]:
    places: dict[int, list[int]] = {}
    for at in np.nonzero(wanted)[0].tolist():
        known = places.setdefault(int(hashes[at]), [])
        if len(known) < _MOST_PLACES:
            known.append(at)
    return places


def _same_after(first: Sequence[int], second: Sequence[int], at: int, place: int) -> int:
    """How many words are the same from these two on."""
    most = min(len(first) - at, len(second) - place)
    return next((step for step in range(most) if first[at + step] != second[place + step]), most)


def _same_before(first: Sequence[int], second: Sequence[int], at: int, place: int) -> int:
    """How many words are the same before these two."""
    most = min(at, place, _MOST_BEFORE)
    return next((step for step in range(most) if first[at - step - 1] != second[place - step - 1]), most)


def passages(runs: Sequence[Run], first: Wording, seeded: Hashes, rules: ReuseRules) -> list[Run]:
    """The runs that are long enough and are not boilerplate: more than half of a run's own fingerprints are seeds.

    A run's own fingerprints are those that its words alone select. At its ends the words around it select others, in few texts each,
    which says nothing of how common the run is; and a word more that two texts share by chance makes no passage of their footer.
    """
    return [run for run in runs if run.words >= rules.passage_words and _mostly_seeds(run, first, seeded, rules)]


def _mostly_seeds(run: Run, first: Wording, seeded: Hashes, rules: ReuseRules) -> bool:
    own, _ = fingerprints(first.codes[run.first : run.first + run.words], rules.passage_words)
    return 2 * int(np.isin(own, seeded).sum()) > len(own)
