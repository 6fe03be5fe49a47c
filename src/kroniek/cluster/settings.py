"""The table of features as Splink settings that depend on no data: JSON that a linker on DuckDB or Spark takes as it is.

Comparisons are SQL over one function (`kroniek.cluster.level_function`), which the linker's database is to be given; what blocks is SQL
alone. Nothing is trained: the levels weigh what `kroniek.cluster.levels` lists.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from splink import SettingsCreator, block_on
from splink.blocking_rule_library import CustomRule
from splink.comparison_level_library import CustomLevel, ElseLevel
from splink.comparison_library import CustomComparison
from splink.internals.comparison_level_creator import ComparisonLevelCreator

from kroniek.cluster.level_function import FUNCTION, digits_of
from kroniek.cluster.levels import LEVELS, OF_ANY_SCORE

Dialect = Literal["duckdb", "spark"]
_BLOCKING = (
    block_on("keys", arrays_to_explode=["keys"]),
    CustomRule("l.years = r.years and (l.coarse or r.coarse)", arrays_to_explode=["years"]),
)
_EVEN = 0.5  # the chance beforehand that adds nothing to the weights


def settings_json(dialect: Dialect) -> str:
    """The settings for tables of `kroniek.cluster.records`, with profiles: JSON, the same at every call."""
    features = _features()
    made = settings_of(comparison for _, comparison in features).create_settings_dict(sql_dialect_str=dialect)
    for (name, _), comparison in zip(features, made["comparisons"], strict=True):
        comparison["comparison_description"] = name  # Splink writes that it is a custom one
        comparison["comparison_levels"][-1]["label_for_charts"] = f"{name}: nothing told, or nothing learnt from it"
    # without a name every linker would draw one of its own
    return json.dumps({**made, "linker_uid": "kroniek"}, indent=1, sort_keys=True) + "\n"


def settings_of(comparisons: Iterable[CustomComparison]) -> SettingsCreator:
    """Settings with these comparisons, and with what proposes a pair."""
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[*comparisons],
        blocking_rules_to_generate_predictions=[*_BLOCKING],
        probability_two_random_records_match=_EVEN,
        retain_matching_columns=False,
    )


def comparison_of(name: str, column: str, conditions: Sequence[str], weights: Sequence[float]) -> CustomComparison:
    """A comparison with a level for each condition in SQL, and one for what is left; `weights` are those of the levels in turn."""
    levels = [
        CustomLevel(condition, label_for_charts=f"{name} {weight:+g}") for condition, weight in zip(conditions, weights[:-1], strict=True)
    ]
    configured: list[ComparisonLevelCreator | dict[str, Any]] = []
    for level, weight in zip([*levels, ElseLevel()], weights, strict=True):
        # a level weighs the logarithm to base 2 of m over u
        m, u = (1.0, 2.0**-weight) if weight > 0 else (2.0**weight, 1.0)
        configured.append(level.configure(m_probability=m, u_probability=u, fix_m_probability=True, fix_u_probability=True))
    return CustomComparison(configured, output_column_name=column, comparison_description=name)


def _features() -> list[tuple[str, CustomComparison]]:
    """Each feature, or digit of one, by name with its comparison."""
    features: dict[str, tuple[float, ...]] = {name: (*scores, 0.0) for name, scores in LEVELS.items()}
    for name in OF_ANY_SCORE:
        # the level of a digit is the digit itself, so what is listed first is that it is not set
        features |= {digit: (0.0, weight) for digit, weight in digits_of(name).items()}
    found = []
    for number, (name, weights) in enumerate(features.items()):
        conditions = [f"{FUNCTION}(profile_l, profile_r, '{name}') = {level}" for level in range(len(weights) - 1)]
        found.append((name, comparison_of(name, f"feature_{number}", conditions, weights)))
    return found
