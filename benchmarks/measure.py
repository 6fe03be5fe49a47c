"""Measures accuracy and speed anew and writes them to `benchmarks/RESULTS.md`: `make bench`, or `python benchmarks/measure.py`.

`--no-speed` leaves speed out, `--documents N` sets how many documents memory is measured over.
"""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.origins_gold import origins_gold_names, score_origins
from benchmarks.own_gold import gold_names, score_gold
from benchmarks.shared import PROJECT, SETS, is_there, score_both
from benchmarks.speed import measure_speed
from kroniek import __version__

RESULTS = Path(__file__).resolve().parent / "RESULTS.md"
_MARK = "<!-- measured below this line by benchmarks/measure.py; notes stand above it -->"


def main() -> int:
    """Measure and write; always 0: the gate judges, not this."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-speed", action="store_true")
    parser.add_argument("--documents", type=int, default=20_000)
    arguments = parser.parse_args()
    lines = [
        _MARK,
        "",
        f"Measured {date.today().isoformat()} on Kroniek {__version__}, commit {_commit()}, Python {platform.python_version()}, two cores.",
        "",
    ]
    for one in SETS:
        if is_there(one):
            print(f"scoring {one.name} ...", file=sys.stderr)
            raw, corrected = score_both(one)
            how = f"`kroniek {one.command}` on its documents, then `../shared/eval/score.py {one.name}`"
            lines += _table(f"Expert-coded set: {one.name}", raw, how)
            if corrected is not None:
                changed = {name: value for name, value in corrected.items() if value != raw.get(name)}
                told = "Readings of `coding_doubts*.yaml` in place of the coded ones; only measures that differ. The raw score holds."
                lines += _table(f"Expert-coded set: {one.name}, against the corrected reading", changed, told)
        else:
            lines += [f"NOT MEASURED: THE EXPERT-CODED SET {one.name.upper()} IS NOT BESIDE THE PROJECT", ""]
    for name in gold_names():
        lines += _table(f"The project's own gold: {name}", score_gold(name), f"`benchmarks/gold/{name}.jsonl`")
    for name in origins_gold_names():
        lines += _table(f"The project's own gold: {name}", score_origins(name), f"`kroniek assess` on `benchmarks/gold/{name}.jsonl`")
    if not arguments.no_speed:
        print("timing ...", file=sys.stderr)
        lines += _table(
            "Speed and memory",
            measure_speed(arguments.documents),
            "`benchmarks/speed.py`; compare the ratios, absolute figures are this machine's",
        )
    before = RESULTS.read_text(encoding="utf-8").split(_MARK)[0] if RESULTS.exists() else _HEAD
    RESULTS.write_text(before + "\n".join(lines).rstrip() + "\n", encoding="utf-8")
    print(f"written: {RESULTS.relative_to(PROJECT)}")
    return 0


_HEAD = """# Results

Every figure on this page is printed by `make bench` (`python benchmarks/measure.py`). Floors that `make test` holds are in `floors.yaml`.

"""


def _table(title: str, figures: dict[str, float], how: str) -> list[str]:
    return [
        f"## {title}",
        "",
        how,
        "",
        "| measure | value |",
        "|---|---|",
        *(f"| {name} | {value:g} |" for name, value in figures.items()),
        "",
    ]


def _commit() -> str:
    said = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=PROJECT, capture_output=True, text=True, check=False)
    return said.stdout.strip() or "unknown"


if __name__ == "__main__":
    sys.exit(main())
