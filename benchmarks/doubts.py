"""Cases where the expert coding itself looks wrong, and the expert-coded rows with the corrected reading in place of the coded one.

A score against these stands beside the raw score, never in its place. `coding_doubts*.yaml` hold one case a row: set, id, measure,
coded and read as [low, high], and the reason in our own words.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parent
# the measures that a case can be about, and the field of the coded rows that each is told in
FIELDS = {
    "killed": "killed", "injured": "injured", "children killed": "children", "women killed": "women", "men killed": "men",
}  # fmt: skip


def doubts() -> list[dict[str, Any]]:
    """All cases, by file and row."""
    found: list[dict[str, Any]] = []
    for file in sorted(FOLDER.glob("coding_doubts*.yaml")):
        record = yaml.safe_load(file.read_text(encoding="utf-8"))
        found += record.get("rows") or record.get("doubts") or []
    return found


def corrected_rows(name: str, coded: bytes) -> bytes | None:
    """The coded rows (JSON Lines) of a set with the corrected readings; None where no case is about the set.

    Raises ValueError where a case names a measure that there is not, or what it calls coded is not what the row holds.
    """
    cases = [case for case in doubts() if case["set"] == name]
    if not cases:
        return None
    rows = [json.loads(line) for line in coded.splitlines() if line.strip()]
    by_id = {row["id"]: row for row in rows}
    for case in cases:
        field, row = FIELDS.get(case["measure"]), by_id.get(case["id"])
        if field is None:
            raise ValueError(f"{case['id']}: no such measure: {case['measure']}")
        if row is None:
            continue  # of a part of the set that is not here
        if [row[f"{field}_min"], row[f"{field}_max"]] != case["coded"]:
            raise ValueError(f"{case['id']}, {case['measure']}: coded {[row[f'{field}_min'], row[f'{field}_max']]}, not {case['coded']}")
        row[f"{field}_min"], row[f"{field}_max"] = case["read"]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
