"""Cases of doubtful coding: each is well formed, true to the coded rows, and quotes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.doubts import FIELDS, corrected_rows, doubts


def test_every_case_is_whole() -> None:
    cases = doubts()
    assert len(cases) >= 20
    for case in cases:
        assert case["measure"] in FIELDS, case
        assert case["coded"] != case["read"], case
        assert len(case["reason"]) > 20 and "“" not in case["reason"], case
        low, high = case["read"]
        assert low is None or high is None or low <= high, case
    keys = [(case["set"], case["id"], case["measure"]) for case in cases]
    assert len(keys) == len(set(keys))


def test_rows_without_a_case_stay_as_they_are() -> None:
    assert corrected_rows("strikes", b"") is None


@pytest.mark.shared
def test_cases_say_what_is_coded(shared: Path) -> None:
    coded = (shared / "dev" / "narratives_gaza.jsonl").read_bytes()
    rows = corrected_rows("narratives", coded)
    assert rows is not None
    before = {row["id"]: row for row in map(json.loads, coded.splitlines())}
    changed = [row["id"] for row in map(json.loads, rows.splitlines()) if row != before[row["id"]]]
    assert 0 < len(changed) <= len({case["id"] for case in doubts()})
