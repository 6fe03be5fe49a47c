"""Runs every check of `make test` in turn, to the end even where one fails, and closes with one line: N passed, N failed, N skipped.

The line counts pytest's tests and each other check (ruff, mypy, the accuracy gate) as one. It is also left in build/closing-line.txt.
"""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

PROJECT = Path(__file__).resolve().parent.parent
BUILD = PROJECT / "build"
REPORT = BUILD / "pytest.xml"
GATE = PROJECT / "benchmarks" / "gate.py"
WORKERS = "2"
TYPED = ("src", "tests", "benchmarks", "tools", "samples")
# pytest's exit statuses that mean it got to its end: all passed, some failed
RAN_TO_ITS_END = (0, 1)


@dataclass(frozen=True, slots=True)
class Count:
    """How many checks passed, failed, were skipped, and failed as their marks say they do (pytest's xfail)."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    known: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped, self.known + other.known)

    def __str__(self) -> str:
        known = f", {self.known} not right yet and marked so" if self.known else ""
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped{known}"


def run(title: str, *arguments: str) -> int:
    """Run one check with this Python, its output passed through; its exit status."""
    print(f"\n== {title} ==", flush=True)
    begun = time.monotonic()
    status = subprocess.run([sys.executable, *arguments], cwd=PROJECT, stdin=subprocess.DEVNULL, check=False).returncode  # noqa: S603
    print(f"== {title}: {'passed' if status == 0 else 'FAILED'} in {time.monotonic() - begun:.0f} s ==", flush=True)
    return status


def one(status: int) -> Count:
    """A check that passes or fails as a whole."""
    return Count(passed=1) if status == 0 else Count(failed=1)


def tests(report: Path, status: int) -> Count:
    """What pytest counted in its JUnit report; one failure more where it did not get to its end."""
    if not report.exists():
        return Count(failed=1)
    suites = ElementTree.parse(report).getroot().iter("testsuite")  # noqa: S314 - pytest wrote it a moment ago
    counted = Count()
    for suite in suites:
        known = len(suite.findall("testcase/skipped[@type='pytest.xfail']"))  # pytest counts these among the skipped
        total, skipped = int(suite.get("tests", "0")), int(suite.get("skipped", "0"))
        failed = int(suite.get("failures", "0")) + int(suite.get("errors", "0"))
        counted += Count(max(0, total - failed - skipped), failed, skipped - known, known)
    broken_off = status not in RAN_TO_ITS_END or (status == 1 and counted.failed == 0)
    return counted + Count(failed=1) if broken_off else counted


def main() -> int:
    """Run all checks; 0 where none failed."""
    BUILD.mkdir(exist_ok=True)
    REPORT.unlink(missing_ok=True)
    counted = one(run("ruff", "-m", "ruff", "check", "."))
    counted += one(run("mypy", "-m", "mypy", *(folder for folder in TYPED if any((PROJECT / folder).rglob("*.py")))))
    if GATE.exists():
        counted += one(run("accuracy gate", str(GATE.relative_to(PROJECT))))
    else:
        print("\nSKIPPED: THE ACCURACY GATE (benchmarks/gate.py IS ABSENT)")
        counted += Count(skipped=1)
    status = run("pytest", "-m", "pytest", "-n", WORKERS, "--dist", "loadfile", f"--junitxml={REPORT}")
    counted += tests(REPORT, status)
    closing = str(counted)
    (BUILD / "closing-line.txt").write_text(closing + "\n", encoding="utf-8")
    print(f"\nruff, mypy, accuracy gate and tests together:\n{closing}", flush=True)
    return 1 if counted.failed else 0


if __name__ == "__main__":
    sys.exit(main())
