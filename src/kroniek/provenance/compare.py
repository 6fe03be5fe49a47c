"""Decides what two wordings have in common, and tells it as an edge between the reports that stand for them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from kroniek.model.span import Span
from kroniek.provenance.copies import is_near, likeness, meet_in_band
from kroniek.provenance.edges import ReuseEdge, ReuseKind, SharedSpan, is_directed, publication_order
from kroniek.provenance.index import ReuseIndex
from kroniek.provenance.passages import Run, common_runs, passages, seeds
from kroniek.provenance.shingles import FINGERPRINT_WORDS
from kroniek.provenance.wordings import Carrier, Word, Wording, words_of

_RUN_OF_NEAR_COPY = 4  # words in a row that a near copy is said to share; shorter runs are chance
_MOST_SPANS = 100
_WORDS_QUOTED = 5


def compare(one: int, two: int, index: ReuseIndex) -> ReuseEdge | None:
    """The edge between two wordings, by number, or None where they share too little. The same for any order of the two."""
    earlier, later = sorted((index.wordings[one], index.wordings[two]), key=_order)
    seeded = seeds(earlier, later, index.marks, index.rules)
    if not len(seeded) and not meet_in_band(one, two, index.wordings, index.bands, index.rules):
        return None
    like = likeness(earlier, later)
    near = is_near(earlier, later, like, index.rules)
    if not near and not len(seeded):
        return None
    runs = common_runs(earlier.codes, later.codes, _RUN_OF_NEAR_COPY if near else FINGERPRINT_WORDS)
    runs = runs if near else passages(runs, earlier, seeded, index.rules)
    if not runs:
        return None
    words = words_of_report(earlier.first.text), words_of_report(later.first.text)
    runs = [run for run in runs if _really_same(run, words)]
    share = _share(runs, len(words[1]))
    if not near:
        return _edge(ReuseKind.PASSAGE, earlier.first, later.first, runs, words, share, _passages_told(runs, words[1], share))
    if _letters(words[0]) == _letters(words[1]):
        detail = "exact copy: all letters are the same, in the same order; spaces between words are not"
        return _edge(ReuseKind.EXACT, earlier.first, later.first, runs, words, share, detail)
    detail = f"near copy: {like.jaccard:.0%} of the runs of three words of both stand in both; {share:.0%} of the later report's words"
    return _edge(ReuseKind.NEAR, earlier.first, later.first, runs, words, share, detail)


def exact_edges(wording: Wording) -> list[ReuseEdge]:
    """An edge from the first report with this wording to each of the others."""
    first = wording.first
    words = words_of_report(first.text)
    return [
        _edge(
            ReuseKind.EXACT, first, other, [Run(0, 0, len(words))], (words, words_of_report(other.text)), 1.0,
            f"exact copy: all {len(words)} words are the same, in the same order",
        )
        for other in wording.carriers[1:]
    ]  # fmt: skip


@lru_cache(maxsize=4096)
def words_of_report(text: str) -> tuple[Word, ...]:
    """The words of a text; those last asked for are kept, since one report is compared with many."""
    return tuple(words_of(text))


def _really_same(run: Run, words: tuple[Sequence[Word], Sequence[Word]]) -> bool:
    """Whether the words themselves are the same, and not their codes by a rare chance."""
    first, second = words[0][run.first : run.first + run.words], words[1][run.second : run.second + run.words]
    return [word.folded for word in first] == [word.folded for word in second]


def _letters(words: Sequence[Word]) -> str:
    return "".join(word.folded for word in words)


def _order(wording: Wording) -> tuple[object, ...]:
    return publication_order(wording.first.day, wording.first.document)


def _share(runs: Sequence[Run], words: int) -> float:
    """The part of the second text's words that stand in any of the runs."""
    covered = after = 0
    for begin, end in sorted((run.second, run.second + run.words) for run in runs):
        covered += max(0, end - max(begin, after))
        after = max(after, end)
    return round(covered / words, 4) if words else 0.0


def _passages_told(runs: Sequence[Run], words: Sequence[Word], share: float) -> str:
    longest = max(runs, key=lambda run: (run.words, -run.second))
    opening = " ".join(word.folded for word in words[longest.second : longest.second + _WORDS_QUOTED])
    many = f"{len(runs)} passages, the longest of" if len(runs) > 1 else "a passage of"
    return f"{many} {longest.words} words in a row (“{opening} …”); {share:.0%} of the later report's words"


def _edge(
    kind: ReuseKind,
    earlier: Carrier,
    later: Carrier,
    runs: Sequence[Run],
    words: tuple[Sequence[Word], Sequence[Word]],
    share: float,
    detail: str,
) -> ReuseEdge:
    longest = sorted(runs, key=lambda run: (-run.words, run))[:_MOST_SPANS]
    spans = tuple(
        sorted(SharedSpan(_span(words[0], run.first, run.words), _span(words[1], run.second, run.words)) for run in longest if run.words)
    )
    return ReuseEdge(kind, earlier.document, later.document, is_directed(earlier.day, later.day), spans, share, detail)


def _span(words: Sequence[Word], first: int, count: int) -> Span:
    return Span(words[first].start, words[first + count - 1].end)
