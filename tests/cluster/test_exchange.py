"""What goes to a cluster and comes back: settings as JSON that a linker loads, and the same pairs, scores and events from them."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("splink", reason="THE OPTIONAL PACKAGES FOR LINKING AT SCALE (kroniek[scale]) ARE ABSENT")

import duckdb
import pyarrow.parquet as pq  # type: ignore[import-untyped]
from splink import Linker
from splink.backends.duckdb import DuckDBAPI

from kroniek.cluster.exchange import RECORDS, scored_pairs, write_exchange
from kroniek.cluster.level_function import FUNCTION, digits_of, level
from kroniek.cluster.levels import CLASH, LEVELS
from kroniek.cluster.profile_text import profile_from_text, profile_text
from kroniek.cluster.settings import Dialect, settings_json
from kroniek.errors import UsageError
from kroniek.incidents.blocking import proposed
from kroniek.incidents.likeness import likeness
from kroniek.incidents.link import link, profiles_of
from kroniek.incidents.profile import RARITIES, Profile
from tests.cluster.test_splink_pairs import AIRWARS, of, profiles, samples

LEAST = 1e-6


def by_splink_on_duckdb(folder: Path) -> Path:
    """The files of the folder, and nothing else, handed to Splink: where it wrote the pairs."""
    with duckdb.connect(":memory:") as connection:
        connection.create_function(FUNCTION, level, ["VARCHAR", "VARCHAR", "VARCHAR"], "INTEGER")
        table = DuckDBAPI(connection=connection).register(pq.read_table(folder / RECORDS))
        told = json.loads((folder / "settings.duckdb.json").read_text(encoding="utf-8"))
        linker = Linker(table, told, log_level=logging.ERROR)
        linker.inference.predict(warning_mode="never").as_duckdbpyrelation().write_parquet(str(folder / "pairs.parquet"))
    return folder / "pairs.parquet"


def test_the_settings_loaded_back_give_the_same_pairs_scores_and_events(tmp_path: Path) -> None:
    told = samples()
    compared = profiles_of(told, AIRWARS)
    write_exchange(compared, tmp_path)
    propose = scored_pairs(by_splink_on_duckdb(tmp_path))
    ours, theirs = proposed(compared, of(compared)), propose(compared, of(compared))
    assert len(ours) > 20
    assert theirs == pytest.approx(ours, abs=LEAST)
    assert link(told, AIRWARS, propose=propose) == link(told, AIRWARS)


@settings(max_examples=5, deadline=None)
@given(st.lists(profiles, min_size=2, max_size=10))
def test_random_profiles_are_scored_alike(tmp_path_factory: pytest.TempPathFactory, told: list[Profile]) -> None:
    folder = tmp_path_factory.mktemp("exchange")
    write_exchange(told, folder)
    assert scored_pairs(by_splink_on_duckdb(folder))(told, of(told)) == pytest.approx(proposed(told, of(told)), abs=LEAST)


@settings(max_examples=300, deadline=None)
@given(profiles, profiles)
def test_levels_weigh_what_the_features_score(first: Profile, second: Profile) -> None:
    one, other = profile_text(first), profile_text(second)
    weighed = sum((*scores, 0.0)[level(one, other, name)] for name, scores in LEVELS.items())
    weighed += sum(weight * level(one, other, digit) for digit, weight in digits_of("words").items())
    found = likeness(first, second)
    assert weighed < CLASH / 2 if found.clash else weighed == pytest.approx(found.score, abs=LEAST)


@given(profiles)
def test_a_profile_comes_back_from_its_text(told: Profile) -> None:
    text = profile_text(told)
    assert profile_from_text(text) == told
    assert text.isascii() and profile_text(profile_from_text(text)) == text


def test_what_a_place_of_few_texts_weighs_is_among_the_levels() -> None:
    assert {weight for _, weight in RARITIES} <= set(LEVELS["place"])


def test_settings_depend_on_no_data_and_are_plain_json() -> None:
    dialects: tuple[Dialect, ...] = ("duckdb", "spark")
    for dialect in dialects:
        told = settings_json(dialect)
        assert told == settings_json(dialect)
        found = json.loads(told)
        assert [one["comparison_description"] for one in found["comparisons"]][: len(LEVELS)] == list(LEVELS)
        assert {rule["sql_dialect"] for rule in found["blocking_rules_to_generate_predictions"]} == {dialect}
    assert "`keys`" in settings_json("spark")


def test_a_score_without_a_level_is_an_error_and_no_other_weight(monkeypatch: pytest.MonkeyPatch) -> None:
    told = profiles_of(samples(), AIRWARS)
    monkeypatch.setattr("kroniek.cluster.level_function.LEVELS", {**LEVELS, "day": (9.0,)})
    with pytest.raises(UsageError, match="'day' scores"):
        for one in told[1:]:
            level(profile_text(told[0]) + " ", profile_text(one), "day")
    with pytest.raises(UsageError, match="no feature is called 'colour'"):
        level(profile_text(told[0]), profile_text(told[1]), "colour")


def test_pairs_of_other_reports_or_no_pairs_are_refused(tmp_path: Path) -> None:
    told = profiles_of(samples(), AIRWARS)
    write_exchange(told, tmp_path)
    with pytest.raises(UsageError, match="needs the columns unique_id_l"):
        scored_pairs(tmp_path / RECORDS)
    propose = scored_pairs(by_splink_on_duckdb(tmp_path))
    with pytest.raises(UsageError, match="pairs of other reports"):
        propose(told[:3], of(told[:3]))
