"""Measures text reuse: precision and recall of planted copies, time and memory over ever more reports; writes benchmarks/REUSE.md.

`python benchmarks/reuse.py [--sizes 10000,30000,100000]`. Each size runs in a process of its own, for its peak memory.
"""

from __future__ import annotations

import json
import platform
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.by_size import measured_apart, sizes_asked, written_by
from benchmarks.reuse_corpus import library
from benchmarks.shared import SHARED
from kroniek.model.report import Document
from kroniek.provenance.edges import ReuseEdge, ReuseKind
from kroniek.provenance.index import ReuseIndex
from kroniek.provenance.reuse import find_reuse

RESULTS = Path(__file__).resolve().parent / "REUSE.md"
SOURCES = SHARED / "data" / "dev" / "incident_sources.jsonl"
SIZES = (10_000, 30_000, 100_000)
MORE = 1_000  # reports that are added to the finished index, to time one small batch
_KINDS = (ReuseKind.EXACT, ReuseKind.NEAR, ReuseKind.PASSAGE)


def main() -> None:
    """Measure, print and write; with `--one SIZE` measure one size and print it as JSON."""
    sizes = sizes_asked(__doc__, SIZES, measure)
    if not sizes:
        return
    lines = ["# Text reuse", "", written_by("reuse.py", sizes, platform.python_version()), ""]
    lines += made_up(sizes)
    lines += expert_coded()
    RESULTS.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")
    print("\n".join(lines))


def made_up(sizes: Sequence[int]) -> list[str]:
    """The table over made-up libraries."""
    lines = [
        "## Made-up reports of 2 kB with copies planted",
        "",
        "In each hundred reports two are exact copies, three near copies (a tenth of the words changed) and four quote 25 words of another",
        f"report (`benchmarks/reuse_corpus.py`). `{MORE} more` is one batch added to the finished index. Seconds are the processor's,",
        "all on one core. Memory is the whole process's peak, the reports themselves included.",
        "",
        "| reports | seconds | a report, ms | MiB | " + " | ".join(f"{kind} P | {kind} R" for kind in _KINDS) + f" | {MORE} more, s |",
        "|---:" * (5 + 2 * len(_KINDS)) + "|",
    ]
    for size in sizes:
        row = measured_apart(__file__, size)
        rates = " | ".join(f"{row[kind][which]:.4f}" for kind in _KINDS for which in ("precision", "recall"))
        speed = f"{row['seconds']:.1f} | {1000 * row['seconds'] / size:.2f} | {row['mebibytes']:.0f}"
        lines.append(f"| {size:,} | {speed} | {rates} | {row['more']:.1f} |")
    return [*lines, ""]


def measure(size: int) -> dict[str, object]:
    """Seconds, peak memory in MiB, and precision and recall of each kind, over a library of so many reports."""
    one = library(size + MORE)
    begun = time.process_time()
    _, index = find_reuse(one.documents[:size], ReuseIndex())
    seconds = time.process_time() - begun
    figures: dict[str, object] = {"seconds": seconds}
    begun = time.process_time()
    _, index = find_reuse(one.documents[size:], index)
    figures["more"] = time.process_time() - begun
    for kind in _KINDS:
        found = {(min(edge.pair), max(edge.pair)) for edge in index.edges() if edge.kind is kind}
        truth = {pair for pair, how in one.planted.items() if how is kind}
        figures[kind] = {"precision": len(found & truth) / max(1, len(found)), "recall": len(found & truth) / max(1, len(truth))}
    figures["mebibytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return figures


def expert_coded() -> list[str]:
    """The table over the groups of same words in the set of incident sources beside the project."""
    title = ["## Expert-coded set: incident sources", ""]
    if not SOURCES.exists():
        return [*title, "SKIPPED: THE EXPERT-CODED SET OF INCIDENT SOURCES IS NOT BESIDE THE PROJECT"]
    sources = {
        source["source_id"]: source
        for line in SOURCES.read_text(encoding="utf-8").splitlines()
        for source in json.loads(line)["sources"]
    }
    _, index = find_reuse([Document(id=name, text=source["text"]) for name, source in sorted(sources.items())], ReuseIndex())
    edges = index.edges()
    lines = [
        *title,
        f"{len(sources):,} posts, most of them Arabic and short. The truth is computed too (`exact_group`, `near_group`), by other rules.",
        "Pairs of posts in one group; ours are the posts that edges join.",
        "",
        "| groups | pairs | found | precision | recall |",
        "|---|---:|---:|---:|---:|",
    ]
    for name, field, kinds in (("exact", "exact_group", (ReuseKind.EXACT,)), ("near", "near_group", (ReuseKind.EXACT, ReuseKind.NEAR))):
        truth = _pairs(_grouped((source_id, source[field]) for source_id, source in sources.items()))
        found = _pairs(_joined(edge for edge in edges if edge.kind in kinds))
        right = len(truth & found)
        lines.append(f"| {name} | {len(truth)} | {len(found)} | {right / max(1, len(found)):.3f} | {right / max(1, len(truth)):.3f} |")
    counts = Counter(edge.kind.value for edge in edges)
    return [*lines, "", "Edges: " + ", ".join(f"{counts[kind]} {kind}" for kind in sorted(counts)) + "."]


def _grouped(rows: Iterable[tuple[str, str]]) -> list[list[str]]:
    groups: dict[str, list[str]] = {}
    for name, group in rows:
        groups.setdefault(group, []).append(name)
    return list(groups.values())


def _joined(edges: Iterable[ReuseEdge]) -> list[list[str]]:
    leader: dict[str, str] = {}

    def lead(name: str) -> str:
        while leader.setdefault(name, name) != name:
            name = leader[name]
        return name

    for edge in edges:
        leader[lead(edge.later)] = lead(edge.earlier)
    return _grouped((name, lead(name)) for name in list(leader))


def _pairs(groups: Iterable[Sequence[str]]) -> set[tuple[str, str]]:
    return {(min(one, two), max(one, two)) for group in groups for at, one in enumerate(group) for two in group[at + 1 :]}


if __name__ == "__main__":
    main()
