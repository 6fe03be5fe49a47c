"""The index of all wordings met so far: a value; more reports give a new one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from kroniek.model.report import Document
from kroniek.provenance.edges import ReuseEdge, publication_order
from kroniek.provenance.postings import Postings, no_postings, postings_of
from kroniek.provenance.retellings import RetellingIndex
from kroniek.provenance.rules import ReuseRules
from kroniek.provenance.shingles import bands, fingerprints, shingles, signatures
from kroniek.provenance.wordings import Carrier, Codes, Wording, codes_of, digest_of, folded_words

Marked = NDArray[np.bool_]
_AT_ONCE = 500  # wordings whose signatures are made together


@dataclass(frozen=True, slots=True, eq=False)
class ReuseIndex:
    """What finding reuse knows of the reports so far.

    `wordings` are sorted by digest, `documents` says which wording (its digest) a report carries; `marks` and `bands` tell which
    wordings, by their number in that order, hold a fingerprint or a band. `copied` are the edges of shared words by pair, `retold` what is
    known of claims told in more than one language. Two indexes are equal where they know the same, however it came in.
    """

    rules: ReuseRules = field(default_factory=ReuseRules)
    wordings: tuple[Wording, ...] = ()
    documents: Mapping[str, bytes] = field(default_factory=dict)
    marks: Postings = field(default_factory=no_postings)
    bands: Postings = field(default_factory=no_postings)
    copied: Mapping[tuple[str, str], ReuseEdge] = field(default_factory=dict)
    retold: RetellingIndex = field(default_factory=RetellingIndex)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ReuseIndex):
            return NotImplemented
        return (
            self.rules == other.rules
            and self.documents == other.documents
            and [wording.carriers for wording in self.wordings] == [wording.carriers for wording in other.wordings]
            and self.copied == other.copied
            and self.retold == other.retold
        )

    __hash__ = None  # type: ignore[assignment]

    def wording(self, digest: bytes) -> Wording:
        """The wording with this digest. Raises IndexError where there is none."""
        return self.wordings[bisect_left(self.wordings, digest, key=lambda wording: wording.digest)]

    def edge(self, pair: tuple[str, str]) -> ReuseEdge | None:
        """What is known of two reports, the earlier first: shared words go before a translation."""
        return self.copied.get(pair) or self.retold.edges.get(pair)

    def edges(self) -> tuple[ReuseEdge, ...]:
        """All edges, sorted by pair."""
        pairs = sorted({*self.copied, *self.retold.edges})
        return tuple(edge for pair in pairs if (edge := self.edge(pair)) is not None)


@dataclass(frozen=True, slots=True, eq=False)
class Growth:
    """An index that took in more reports and has not looked for edges yet.

    By number of wording, `added` marks those that are new, `fresh` these and those that another report now stands for;
    `grown` are the digests of the wordings that more reports carry than before.
    """

    index: ReuseIndex
    added: Marked
    fresh: Marked
    grown: tuple[bytes, ...]


def grow(index: ReuseIndex, documents: Sequence[Document], progress: Callable[[int], None]) -> Growth:
    """Take in documents whose ids the index does not know, each id once. `progress` gets how many are done."""
    carried: dict[bytes, list[Carrier]] = {}
    new: dict[bytes, Codes] = {}
    known = {wording.digest: wording for wording in index.wordings}
    for number, document in enumerate(documents, 1):
        words = folded_words(document.text)
        digest = digest_of(words)
        carried.setdefault(digest, []).append(Carrier(document.id, document.published_day, document.text))
        if digest not in known and digest not in new:
            new[digest] = codes_of(words)
        progress(number)
    fresh = {wording.digest: wording for wording in _sketched(new, index.rules)}
    replaced = set(fresh)
    for digest, carriers in carried.items():
        before = known.get(digest) or fresh[digest]
        together = tuple(sorted((*before.carriers, *carriers), key=lambda one: publication_order(one.day, one.document)))
        if digest in known and together[0] != before.first:
            replaced.add(digest)
        known[digest] = replace(before, carriers=together)
    digests = sorted(known)
    grown = _with_postings(index, tuple(known[digest] for digest in digests), fresh)
    belongs = {document: digest for digest, carriers in carried.items() for document in (carrier.document for carrier in carriers)}
    return Growth(
        replace(grown, documents={**index.documents, **belongs}),
        np.array([digest in fresh for digest in digests], dtype=np.bool_),
        np.array([digest in replaced for digest in digests], dtype=np.bool_),
        tuple(sorted(carried)),
    )


def _with_postings(index: ReuseIndex, wordings: tuple[Wording, ...], fresh: Mapping[bytes, Wording]) -> ReuseIndex:
    """The index with these wordings in place of its own; the fresh ones' keys are put among those that it holds."""
    numbers = {wording.digest: number for number, wording in enumerate(wordings)}
    renumber = np.array([numbers[wording.digest] for wording in index.wordings], dtype=np.int32)
    rows = [(number, wording) for number, wording in enumerate(wordings) if wording.digest in fresh]
    return replace(
        index,
        wordings=wordings,
        marks=index.marks.renumbered(renumber).with_more(postings_of([(n, one.fingerprints, one.places) for n, one in rows])),
        bands=index.bands.renumbered(renumber).with_more(
            postings_of([(n, one.bands, np.zeros(len(one.bands), dtype=np.uint32)) for n, one in rows])
        ),
    )


def _sketched(new: Mapping[bytes, Codes], rules: ReuseRules) -> Iterator[Wording]:
    """Each new wording with its hashes, carried by nobody yet."""
    items = list(new.items())
    for begin in range(0, len(items), _AT_ONCE):
        part = items[begin : begin + _AT_ONCE]
        sets = [shingles(codes) for _, codes in part]
        for (digest, codes), one, signature in zip(part, sets, signatures(sets), strict=True):
            marks, places = fingerprints(codes, rules.passage_words)
            has_bands = len(one) > 0 and len(codes) >= rules.least_words
            keys = bands(signature) if has_bands else np.empty(0, dtype=np.uint64)
            yield Wording(digest, codes, signature.copy(), keys, marks, places, ())
