"""Pairs of reports proposed and scored by Splink on DuckDB, in memory: the same pairs and scores as by `incidents/blocking.py`.

Splink blocks by the keys of `records.py`; each pair's features are worked out once, in Python; Splink then finds the level of each
comparison and adds up the weights. No other module knows Splink and DuckDB, which come with the optional `kroniek[scale]`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa  # type: ignore[import-untyped]
from duckdb.func import PythonUDFType
from splink import Linker
from splink.backends.duckdb import DuckDBAPI
from splink.comparison_library import CustomComparison

from kroniek.cluster.comparisons import Comparison, comparisons_of
from kroniek.cluster.levels import CLASH
from kroniek.cluster.records import records
from kroniek.cluster.settings import comparison_of, settings_of
from kroniek.incidents.blocking import LikenessOf, Pair
from kroniek.incidents.likeness import DIGITS
from kroniek.incidents.profile import Profile

_Numbers = npt.NDArray[np.int64]

_ALONE: dict[str, str | bool | int | float | list[str]] = {
    # nothing is loaded from elsewhere, and no file is read or written
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "enable_external_access": False,
}


def proposed_by_splink(profiles: Sequence[Profile], of: LikenessOf) -> dict[Pair, float]:
    """The scores of all pairs that share a key; 0 for those that clash. To hand to `link` or `assess` as `propose`."""
    with duckdb.connect(":memory:", config=_ALONE) as connection:
        api = DuckDBAPI(connection=connection)
        table = api.register(records(profiles))
        blocking = Linker(table, settings_of([]), log_level=logging.ERROR)
        blocked = blocking.inference.compute_blocked_pairs_for_predict()
        pairs = blocked.as_duckdbpyrelation().project("join_key_l, join_key_r").order("join_key_l, join_key_r").fetchnumpy()
        first, second = (np.asarray(pairs[side], dtype=np.int64) for side in ("join_key_l", "join_key_r"))
        compared = comparisons_of([of(one, other) for one, other in zip(first.tolist(), second.tolist(), strict=True)])
        if not compared:
            return dict.fromkeys(zip(first.tolist(), second.tolist(), strict=True), 0.0)
        known = first * len(profiles) + second
        for number, comparison in enumerate(compared):
            connection.create_function(
                _function(number), _finding(known, len(profiles), comparison), ["BIGINT", "BIGINT"], "UTINYINT", type=PythonUDFType.ARROW
            )
        settings = settings_of([_comparison(number, one) for number, one in enumerate(compared)])
        scoring = Linker(table, settings, log_level=logging.ERROR)
        scoring.table_management.register_blocked_pairs_for_predict(blocked)
        scored = scoring.inference.predict(warning_mode="never").as_duckdbpyrelation()
        rows = scored.project("unique_id_l, unique_id_r, match_weight").order("unique_id_l, unique_id_r").fetchall()
    return {(one, other): 0.0 if weight < CLASH / 2 else round(weight, DIGITS) for one, other, weight in rows}


def _function(number: int) -> str:
    return f"level_of_{number}"


def _finding(known: _Numbers, count: int, comparison: Comparison) -> Callable[[pa.Array, pa.Array], pa.Array]:
    """What tells the levels of many pairs at once; `known` are the numbers of all pairs, ascending, as first times `count` plus second."""

    def levels_of(first: pa.Array, second: pa.Array) -> pa.Array:
        wanted = first.to_numpy() * count + second.to_numpy()
        return pa.array(comparison.levels[np.searchsorted(known, wanted)])

    return levels_of


def _comparison(number: int, comparison: Comparison) -> CustomComparison:
    """The levels but the last by their number, the last for what is left; one more, that no pair has, where there is one only."""
    weights = comparison.weights if len(comparison.weights) > 1 else (*comparison.weights, 0.0)
    conditions = [f"{_function(number)}(unique_id_l, unique_id_r) = {level}" for level in range(len(weights) - 1)]
    return comparison_of(comparison.name, f"feature_{number}", conditions, weights)
