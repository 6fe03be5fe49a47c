"""Finds which reports share words, over many reports, without comparing each with each."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from kroniek.errors import DocumentError
from kroniek.model.claim import Claim
from kroniek.model.report import Document
from kroniek.provenance.compare import compare, exact_edges
from kroniek.provenance.copies import band_pairs, is_likely
from kroniek.provenance.edges import ReuseChange, ReuseEdge
from kroniek.provenance.index import Growth, Marked, ReuseIndex, grow
from kroniek.provenance.passages import flat_codes, passage_pairs
from kroniek.provenance.postings import Numbers, Postings, group_sizes, pairs_within
from kroniek.provenance.retellings import find_retellings
from kroniek.provenance.wordings import Hashes, digest_of, folded_words

Progress = Callable[[str, int, int], None]
PairId = tuple[str, str]
Pair = tuple[int, int]  # the numbers of two wordings, the lower first
Edges = dict[PairId, ReuseEdge]

READING, COMPARING = "reading words", "comparing reports"  # the steps that `progress` is told of


def _silent(_step: str, _done: int, _all: int) -> None:
    """For those who do not watch."""


def find_reuse(
    documents: Iterable[Document],
    index: ReuseIndex,
    claims: Mapping[str, Sequence[Claim]] | None = None,
    progress: Progress = _silent,
) -> tuple[ReuseChange, ReuseIndex]:
    """What more reports share with each other and with those of the index: the changed edges, and the new index.

    `claims` are the claims of reports by id; where given, retellings in another language are found too. `progress` is told the step
    (`READING`, `COMPARING`), how many reports or pairs of it are done, and of how many. In any order and in any batches the same reports
    give the same index; the edges of all batches, each without those that a later one withdrew, are `index.edges()`.

    A report with an id and words that are known is passed over. Raises DocumentError where an id comes again with other words.
    """
    new = _unknown(documents, index)
    growth = grow(index, new, lambda done: progress(READING, done, len(new)))
    copied = _copied(growth, index, progress)
    retold = find_retellings(new, claims or {}, index.retold, index.rules)
    after = replace(growth.index, copied=copied, retold=retold)
    return _change(index, after), after


def _unknown(documents: Iterable[Document], index: ReuseIndex) -> list[Document]:
    """The documents that are new, sorted by id. Raises DocumentError where an id comes again with other words."""
    new: dict[str, Document] = {}
    for document in documents:
        known = index.documents.get(document.id)
        if document.id in new:
            known = digest_of(folded_words(new[document.id].text))
        if known is None:
            new[document.id] = document
        elif known != digest_of(folded_words(document.text)):
            raise DocumentError(document.id, "the id is known with another text: give each version an id of its own")
    return [new[name] for name in sorted(new)]


def _change(before: ReuseIndex, after: ReuseIndex) -> ReuseChange:
    """The difference between the edges of two indexes."""
    pairs = sorted({*before.copied, *before.retold.edges, *after.copied, *after.retold.edges})
    changed: list[ReuseEdge] = []
    withdrawn: list[PairId] = []
    for pair in pairs:
        old, new = before.edge(pair), after.edge(pair)
        if new is None:
            withdrawn.append(pair)
        elif new is not old and new != old:
            changed.append(new)
    return ReuseChange(tuple(changed), tuple(withdrawn))


def _copied(growth: Growth, before: ReuseIndex, progress: Progress) -> Edges:
    """The edges of shared words after the growth."""
    index = growth.index
    edges = _still_standing(growth, before)
    pairs = sorted({*_new_pairs(growth), *_shaken_pairs(growth, edges)})
    for number, (one, two) in enumerate(pairs, 1):
        edge = compare(one, two, index)
        first, second = index.wordings[one].first.document, index.wordings[two].first.document
        edges.pop((first, second), None)
        edges.pop((second, first), None)
        if edge is not None:
            edges[edge.pair] = edge
        progress(COMPARING, number, len(pairs))
    for digest in growth.grown:
        wording = index.wording(digest)
        if len(wording.codes) >= index.rules.least_words:
            edges.update({edge.pair: edge for edge in exact_edges(wording)})
    return edges


def _still_standing(growth: Growth, before: ReuseIndex) -> Edges:
    """The edges so far, without those of wordings that another report now stands for: these are made anew."""
    led_by_another = itertools.compress(growth.index.wordings, growth.fresh & ~growth.added)
    outdated = {before.wording(wording.digest).first.document for wording in led_by_another}
    if not outdated:
        return dict(before.copied)
    return {pair: edge for pair, edge in before.copied.items() if outdated.isdisjoint(pair)}


def _new_pairs(growth: Growth) -> Iterator[Pair]:
    """The pairs with a fresh wording that share words enough to be compared."""
    index = growth.index
    fresh = list(itertools.compress(index.wordings, growth.fresh))
    if not fresh:
        return
    marks = index.marks.of_keys(np.unique(np.concatenate([wording.fingerprints for wording in fresh])))
    bands = index.bands.of_keys(np.unique(np.concatenate([wording.bands for wording in fresh])))
    met: set[Pair] = set()
    for pairs in band_pairs(bands, _with_one_of(growth.fresh, bands), index.rules):
        met.update(itertools.starmap(_pair, pairs.tolist()))
    yield from (pair for pair in met if is_likely(index.wordings[pair[0]], index.wordings[pair[1]]))
    for pairs in passage_pairs(marks, flat_codes(index.wordings), _with_one_of(growth.fresh, marks), index.rules):
        yield from itertools.starmap(_pair, pairs.tolist())


def _pair(one: int, two: int) -> Pair:
    return (one, two) if one < two else (two, one)


def _with_one_of(fresh: Marked, postings: Postings) -> Callable[[Numbers, Numbers], Marked]:
    """Of positions in the postings, whether one of the two is of a fresh wording."""
    of_fresh = fresh[postings.wordings]
    return lambda one, two: of_fresh[one] | of_fresh[two]


def _shaken_pairs(growth: Growth, edges: Edges) -> Iterator[Pair]:
    """The pairs with an edge that may have rested on a fingerprint that is common by now, or on a band that is crowded by now."""
    index, added = growth.index, list(itertools.compress(growth.index.wordings, growth.added))
    if not added:
        return
    marks = _old_part(index.marks, np.unique(np.concatenate([one.fingerprints for one in added])), growth.added, index.rules.common)
    bands = _old_part(index.bands, np.unique(np.concatenate([one.bands for one in added])), growth.added, index.rules.crowd)
    rare = np.nonzero(group_sizes(marks.keys) <= index.rules.common)[0]
    pairs = [
        np.column_stack((marks.wordings[rare[one]], marks.wordings[rare[two]])).astype(np.int64)
        for one, two in pairs_within(marks.keys[rare], index.rules.common)
    ]
    pairs += band_pairs(bands, lambda one, _two: np.ones(len(one), dtype=np.bool_), index.rules)
    for one, two in sorted({_pair(one, two) for part in pairs for one, two in part.tolist()}):
        first, second = index.wordings[one].first.document, index.wordings[two].first.document
        if (first, second) in edges or (second, first) in edges:
            yield one, two


def _old_part(postings: Postings, keys: Hashes, added: Marked, most: int) -> Postings:
    """Of keys that more than `most` wordings hold now, those wordings that were there before."""
    touched = postings.of_keys(keys[postings.counts(keys) > most])
    old = ~added[touched.wordings]
    return Postings(touched.keys[old], touched.wordings[old], touched.places[old])
