"""The closing line of `make test` counts what happened."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from tests.source_tree import PROJECT


@pytest.fixture(scope="module")
def check() -> ModuleType:
    specification = importlib.util.spec_from_file_location("check", PROJECT / "tools" / "check.py")
    assert specification and specification.loader
    module = importlib.util.module_from_spec(specification)
    import sys

    sys.modules["check"] = module
    specification.loader.exec_module(module)
    return module


def _report(folder: Path, **counts: int) -> Path:
    attributes = " ".join(f'{name}="{count}"' for name, count in counts.items())
    path = folder / "pytest.xml"
    path.write_text(f"<testsuites><testsuite {attributes}/></testsuites>")
    return path


@pytest.mark.parametrize(
    ("status", "counts", "expected"),
    [
        (0, {"tests": 10, "failures": 0, "errors": 0, "skipped": 2}, "8 passed, 0 failed, 2 skipped"),
        (1, {"tests": 10, "failures": 3, "errors": 1, "skipped": 0}, "6 passed, 4 failed, 0 skipped"),
        (2, {"tests": 10, "failures": 0, "errors": 0, "skipped": 0}, "10 passed, 1 failed, 0 skipped"),
        (5, {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}, "0 passed, 1 failed, 0 skipped"),
        (1, {"tests": 4, "failures": 0, "errors": 0, "skipped": 0}, "4 passed, 1 failed, 0 skipped"),
    ],
)
def test_the_count_is_true(check: ModuleType, tmp_path: Path, status: int, counts: dict[str, int], expected: str) -> None:
    assert str(check.tests(_report(tmp_path, **counts), status)) == expected


def test_what_is_marked_as_failing_is_told_apart(check: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "pytest.xml"
    cases = '<testcase/><testcase><skipped type="pytest.xfail"/></testcase><testcase><skipped type="pytest.skip"/></testcase>'
    path.write_text(f'<testsuites><testsuite tests="3" failures="0" errors="0" skipped="2">{cases}</testsuite></testsuites>')
    assert str(check.tests(path, 0)) == "1 passed, 0 failed, 1 skipped, 1 not right yet and marked so"


def test_no_report_is_a_failure(check: ModuleType, tmp_path: Path) -> None:
    assert str(check.tests(tmp_path / "absent.xml", 0)) == "0 passed, 1 failed, 0 skipped"


def test_a_check_counts_as_one(check: ModuleType) -> None:
    assert str(check.one(0) + check.one(2)) == "1 passed, 1 failed, 0 skipped"
