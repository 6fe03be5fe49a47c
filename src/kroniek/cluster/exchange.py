"""What goes out to a cluster and what comes back: the records and settings as files, and the scored pairs as a proposer for `link`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyarrow.parquet as pq  # type: ignore[import-untyped]

from kroniek.cluster.levels import CLASH
from kroniek.cluster.records import records_with_profiles
from kroniek.cluster.settings import Dialect, settings_json
from kroniek.errors import UsageError
from kroniek.incidents.blocking import LikenessOf, Pair, Proposer
from kroniek.incidents.likeness import DIGITS
from kroniek.incidents.profile import Profile

RECORDS = "records.parquet"
_COLUMNS = ("unique_id_l", "unique_id_r", "match_weight")


def write_exchange(profiles: Sequence[Profile], folder: Path) -> None:
    """Writes the records and the settings for DuckDB and Spark into the folder, which is made where there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    pq.write_table(records_with_profiles(profiles), folder / RECORDS)
    dialects: tuple[Dialect, ...] = ("duckdb", "spark")
    for dialect in dialects:
        (folder / f"settings.{dialect}.json").write_text(settings_json(dialect), encoding="utf-8")


def scored_pairs(path: Path) -> Proposer:
    """The pairs that Splink scored, from one Parquet file or a folder of them, to hand to `link` or `assess` as `propose`.

    Raises UsageError where it holds no pairs of Splink's form, or, when asked, pairs of other profiles than those at hand.
    """
    table = pq.read_table(path)
    if any(column not in table.column_names for column in _COLUMNS):
        raise UsageError(f"{path}: holds no pairs that Splink scored: it needs the columns {', '.join(_COLUMNS)}")
    rows = sorted(zip(*(table.column(column).to_pylist() for column in _COLUMNS), strict=True))
    found: dict[Pair, float] = {(one, other): 0.0 if weight < CLASH / 2 else round(weight, DIGITS) for one, other, weight in rows}

    def propose(profiles: Sequence[Profile], _of: LikenessOf) -> dict[Pair, float]:
        if any(other >= len(profiles) for _, other in found):
            raise UsageError(f"{path}: holds pairs of other reports than these; write the records anew and score them again")
        return found

    return propose
