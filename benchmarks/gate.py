"""The accuracy gate: fails when a figure drops below its floor in `floors.yaml`. A floor is never lowered.

It measures the project's own gold always, and the expert-coded sets where they lie beside the project.
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.origins_gold import origins_gold_names, score_origins
from benchmarks.own_gold import gold_names, score_gold
from benchmarks.shared import SETS, is_there, score

FLOORS = Path(__file__).resolve().parent / "floors.yaml"


def main() -> int:
    """Hold every floor; 1 where one fails, 0 otherwise."""
    floors: dict[str, dict[str, float]] = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    failed = held = 0
    shared = {one.name: one for one in SETS}
    for name, measures in floors.items():
        if name in shared:
            if not is_there(shared[name]):
                print(f"SKIPPED: THE EXPERT-CODED SET {name.upper()} IS NOT BESIDE THE PROJECT; {len(measures)} FLOORS WERE NOT CHECKED")
                continue
            figures = score(shared[name])
        elif name in gold_names():
            figures = score_gold(name)
        elif name in origins_gold_names():
            figures = score_origins(name)
        else:
            print(f"FAILED: {name}: floors without gold")
            failed += 1
            continue
        for measure, floor in measures.items():
            value = figures.get(measure)
            ok = value is not None and value >= floor
            held, failed = held + ok, failed + (not ok)
            print(f"{'held  ' if ok else 'FAILED'} {name}: {measure}: {value} (floor {floor})")
    links = shared["links"]
    if links.name not in floors and is_there(links):
        for measure, value in score(links).items():
            print(f"no floor {links.name}: {measure}: {value}")
    for name in origins_gold_names():
        if name not in floors:
            for measure, value in score_origins(name).items():
                print(f"no floor {name}: {measure}: {value}")
    print(f"accuracy gate: {held} floors held, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
