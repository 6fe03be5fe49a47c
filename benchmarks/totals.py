"""Import, totals, reconciliation and report of 8,114 coded incidents: how long each takes, and whether the totals are right.

    python -m benchmarks.totals

It reads the expert-coded data beside the project, and says so in capitals where that is absent.
"""

from __future__ import annotations

import csv
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.shared import SHARED

TABLE = SHARED / "data" / "incidents_syria.csv"
MONTHLY = SHARED / "data" / "monthly_totals_syria.csv"
AUGUST = ("--from", "2017-08-01", "--to", "2017-08-31", "--province", "Raqqa", "--belligerent", "US-led Coalition")
PUBLISHED = ("--published", "at least 433", "--published-on", "2017-09-05", "--said-by", "Airwars")
_SUMS = ("killed", "injured", "children", "women")


def run(folder: Path, *arguments: str) -> tuple[str, str]:
    """The output of a command, and a line on how long it took: by the clock, and of the processor."""
    clock, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, "-m", "kroniek.cli.main", *arguments], cwd=folder, capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done.stdout, f"{time.perf_counter() - clock:6.1f} s by the clock, {processor:5.1f} s of the processor"


def made(output: str) -> dict[tuple[str, ...], tuple[float, ...]]:
    """The totals that the command printed, by month, belligerents, province and grade."""
    found = {}
    for total in (json.loads(line) for line in output.splitlines()):
        if not total["overall"]:
            # what no incident states is null here, and 0 in the makers' table; a grade that no list knows keeps its case here
            sums = [total[name][bound] or 0 for name in _SUMS for bound in ("low", "high")]
            *others, grade = (key or "" for key in total["by"].values())
            found[*others, grade.lower()] = (total["incidents"], *sums, total["named"])
    return found


def expected() -> dict[tuple[str, ...], tuple[float, ...]]:
    """The totals that the makers of the data computed."""
    with MONTHLY.open(encoding="utf-8-sig", newline="") as file:
        return {
            (row["month"], row["belligerents"], row["governorate_norm"], row["grading"].lower()): (
                float(row["n_incidents"]),
                *(float(row[f"{name}_{bound}"]) for name in _SUMS for bound in ("min", "max")),
                float(row["n_victims"]),
            )
            for row in csv.DictReader(file)
        }


def main() -> None:
    """Print the figures."""
    if not TABLE.exists():
        print("THE EXPERT-CODED TABLE IS NOT BESIDE THE PROJECT: NOTHING WAS MEASURED")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for what, arguments in (
            ("import", ("import", "incidents", str(TABLE))),
            ("import again", ("import", "incidents", str(TABLE))),
            ("totals by grade", ("totals",)),
            ("report", ("report",)),
        ):
            print(f"{what:<24}{run(folder, *arguments)[1]}")
        output, took = run(folder, "totals", "--by", "month,belligerents,province,grade", "--json")
        print(f"{'1,767 totals':<24}{took}")
        found, wanted = made(output), expected()
        same = sum(found.get(key) == numbers for key, numbers in wanted.items())
        print(f"monthly totals the same: {same:,} of {len(wanted):,}; others found: {len(found.keys() - wanted.keys())}")
        output, took = run(folder, "reconcile", *PUBLISHED, *AUGUST)
        print(f"{'reconcile':<24}{took}\n\n{output}")


if __name__ == "__main__":
    main()
