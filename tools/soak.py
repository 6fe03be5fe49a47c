"""Run the soak tests at their full counts and write what came of them to benchmarks/SOAK.md."""

from __future__ import annotations

import platform
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
PAGE = PROJECT / "benchmarks" / "SOAK.md"
COMMAND = ("-m", "pytest", "-m", "soak", "-n", "2", "-o", "junit_family=xunit1", "--hypothesis-seed=0")


def main() -> int:
    """The exit status of pytest."""
    begun = datetime.now(UTC)
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder) / "results.xml"
        done = subprocess.run([sys.executable, *COMMAND, f"--junitxml={results}"], cwd=PROJECT, check=False)  # noqa: S603
        if not results.exists():
            return done.returncode or 1
        rows = _rows(ElementTree.parse(results))  # noqa: S314 - written by the line above
    minutes = (datetime.now(UTC) - begun).total_seconds() / 60
    PAGE.write_text(_page(rows, begun, minutes, done.returncode), encoding="utf-8")
    print(f"{PAGE.relative_to(PROJECT)} written")
    return done.returncode


def _rows(tree: ElementTree.ElementTree[ElementTree.Element]) -> list[str]:
    """One row a test, all its parameters together."""
    by_test: dict[str, list[ElementTree.Element]] = defaultdict(list)
    for case in tree.iter("testcase"):
        by_test[f"{case.get('file') or case.get('classname')}: {(case.get('name') or '').partition('[')[0]}"].append(case)
    rows = []
    for test, cases in sorted(by_test.items()):
        failed = [case for case in cases if case.find("failure") is not None or case.find("error") is not None]
        counts = list(dict.fromkeys(each.get("value") or "" for case in cases for each in case.iter("property")))
        seconds = sum(float(case.get("time") or 0) for case in cases)
        outcome = "held" if not failed else "FAILED: " + ", ".join(str(case.get("name")) for case in failed)
        rows.append(f"| `{test}` | {'; '.join(counts)} | {len(cases)} | {seconds:,.0f} | {outcome} |")
    return rows


def _page(rows: list[str], begun: datetime, minutes: float, status: int) -> str:
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=PROJECT, capture_output=True, text=True, check=False)  # noqa: S607
    lines = [
        "# Soak tests",
        "",
        "Written by `make soak`, which runs the tests under the marker `soak` at their full counts.",
        "",
        f"- When: {begun:%Y-%m-%d %H:%M} UTC, {minutes:.0f} minutes",
        f"- Version: {commit.stdout.strip() or 'not known'}; Python {platform.python_version()}",
        f"- Command: `python {' '.join(COMMAND)}`",
        f"- Outcome: {'all held' if status == 0 else 'SOME FAILED'}",
        "",
        "| test | counts | runs | seconds | outcome |",
        "| --- | --- | ---: | ---: | --- |",
        *rows,
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
