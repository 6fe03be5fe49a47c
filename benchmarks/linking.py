"""Measures linking at scale: pairs and B³ against the truth, time and memory, over ever more reports, and the time to propose and score
pairs by Kroniek and by Splink; writes benchmarks/LINKING.md.

`python benchmarks/linking.py [--sizes 500,5000,50000]`. Each size runs in a process of its own, for its peak memory.
"""

from __future__ import annotations

import platform
import resource
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.by_size import measured_apart, sizes_asked, written_by
from benchmarks.linking_corpus import reports
from benchmarks.origins_gold import b_cubed, main_incidents
from kroniek.cli.making import codebook_named, made_by
from kroniek.cluster.splink_pairs import proposed_by_splink
from kroniek.incidents import assess as assessing
from kroniek.incidents.blocking import LikenessOf, Pair, Proposer, proposed
from kroniek.incidents.link import link
from kroniek.incidents.profile import Profile
from kroniek.provenance.trace import trace
from kroniek.reading.load import load_rules
from kroniek.reading.reader import read

RESULTS = Path(__file__).resolve().parent / "LINKING.md"
SIZES = (500, 5_000, 50_000)
_MEASURES = ("pair precision", "pair recall", "pair F1", "B³ precision", "B³ recall", "B³ F1", "reading s", "linking s", "MB")
_PROPOSING = ("pairs", "pairs s", "by Splink s")
_EXPLAINING = ("would change s", "hinges s")
_COLUMNS = (*_MEASURES, *_PROPOSING, *_EXPLAINING)


def main() -> None:
    """Measure, print and write; with `--one SIZE` measure one size and print it as JSON."""
    sizes = sizes_asked(__doc__, SIZES, measure)
    if not sizes:
        return
    lines = [
        "# Linking at scale",
        "",
        written_by("linking.py", sizes, platform.python_version()),
        "",
        "Made-up reports (`benchmarks/linking_corpus.py`): fifteen events a day over fifty towns, most in a few of them, one to",
        "nine reports an event, a quarter in Dutch, tolls that rise, one in ten a follow-up of months later. Events of one town,",
        "day and toll are hard to tell apart for anybody. Seconds are the processor's, linking with provenance and coding; the pairs",
        "proposed and scored are a part of it, timed by themselves, and then once more by Splink on DuckDB, which finds the same scores;",
        "so are the sentences on what would change a grade, and on the claims that a range hangs on.",
        "",
        "| reports | events | " + " | ".join(_COLUMNS) + " |",
        "|---" * (len(_COLUMNS) + 2) + "|",
    ]
    for size in sizes:
        found = measured_apart(__file__, size)
        lines.append(f"| {size} | {found['events']:g} | " + " | ".join(f"{found[name]:.10g}" for name in _COLUMNS) + " |")
        print(lines[-1], flush=True)
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


def measure(size: int) -> dict[str, float]:
    """The figures of one size."""
    made = reports(size)
    truth = {document.id: event for document, event in made}
    rules = load_rules()
    before = time.process_time()
    readings = [read(document, rules) for document, _ in made]
    read_in = time.process_time() - before
    codebook = codebook_named("airwars")
    ours, splinks = Timed(proposed), Timed(proposed_by_splink)
    explaining = {"would change s": _timed("would_change"), "hinges s": _timed("hinges_of")}
    before = time.process_time()
    found = main_incidents(assessing.assess(readings, codebook, made_by(codebook), trace(readings), propose=ours))
    linked_in = time.process_time() - before
    labels = {id: found.get(id, id) for id in truth}
    figures = dict(zip(_MEASURES, (*_pairs(truth, labels), *b_cubed(truth, labels)), strict=False))
    rounded = {name: round(value, 3) for name, value in figures.items()}
    events = len(set(truth.values()))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    link(sorted(readings, key=lambda reading: reading.document.id), codebook, propose=splinks)
    if ours.scores.keys() != splinks.scores.keys() or any(abs(splinks.scores[pair] - score) > 1e-6 for pair, score in ours.scores.items()):
        raise SystemExit("Splink does not score the same pairs alike")
    proposing = dict(zip(_PROPOSING, (len(ours.scores), round(ours.seconds, 1), round(splinks.seconds, 1)), strict=True))
    seconds = {"reading s": round(read_in, 1), "linking s": round(linked_in, 1)}
    explained = {name: round(sum(spent), 1) for name, spent in explaining.items()}
    return {**rounded, **seconds, **proposing, **explained, "events": events, "MB": round(memory)}


def _timed(step: str) -> list[float]:
    """Times a step of assessing from now on: the processor's seconds of each call."""
    done, spent = getattr(assessing, step), list[float]()

    def timed(*given: object) -> object:
        before = time.process_time()
        try:
            return done(*given)
        finally:
            spent.append(time.process_time() - before)

    setattr(assessing, step, timed)
    return spent


class Timed:
    """A proposer of pairs, with the processor's seconds that it took and what it found."""

    def __init__(self, propose: Proposer) -> None:
        self._propose = propose
        self.seconds = 0.0
        self.scores: dict[Pair, float] = {}

    def __call__(self, profiles: Sequence[Profile], of: LikenessOf) -> Mapping[Pair, float]:
        """The scores of the pairs."""
        before = time.process_time()
        self.scores = dict(self._propose(profiles, of))
        self.seconds = time.process_time() - before
        return self.scores


def _pairs(truth: Mapping[str, str], labels: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of reports."""
    given, wanted = _together(Counter(labels.values())), _together(Counter(truth.values()))
    right = _together(Counter((truth[id], labels[id]) for id in truth))
    precision, recall = right / given if given else 1.0, right / wanted if wanted else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def _together(sizes: Counter[str] | Counter[tuple[str, str]]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())


if __name__ == "__main__":
    main()
