"""The same settings on Spark, where that is installed: on this machine alone, but by the same engine as on many."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

pytest.importorskip("splink", reason="THE OPTIONAL PACKAGES FOR LINKING AT SCALE (kroniek[scale]) ARE ABSENT")

from splink import Linker

from kroniek.cluster.exchange import RECORDS, scored_pairs, write_exchange
from kroniek.cluster.level_function import FUNCTION, level
from kroniek.incidents.blocking import proposed
from kroniek.incidents.link import profiles_of
from tests.cluster.test_splink_pairs import AIRWARS, of, samples


def test_the_same_pairs_and_scores(tmp_path: Path) -> None:
    sql = pytest.importorskip("pyspark.sql", reason="SPARK IS ABSENT: THAT IT FINDS THE SAME PAIRS IS NOT TESTED")
    backend = pytest.importorskip("splink.backends.spark")
    compared = profiles_of(samples(), AIRWARS)
    write_exchange(compared, tmp_path)
    spark = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        spark.sparkContext.setCheckpointDir(str(tmp_path / "checkpoints"))
        spark.udf.register(FUNCTION, level, "int")
        api = backend.SparkAPI(spark_session=spark, register_udfs_automatically=False)
        table = api.register(spark.read.parquet(str(tmp_path / RECORDS)))
        told = json.loads((tmp_path / "settings.spark.json").read_text(encoding="utf-8"))
        scored = Linker(table, told, log_level=logging.ERROR).inference.predict(warning_mode="never").as_spark_dataframe()
        scored.select("unique_id_l", "unique_id_r", "match_weight").write.parquet(str(tmp_path / "pairs"))
    finally:
        spark.stop()
    assert scored_pairs(tmp_path / "pairs")(compared, of(compared)) == pytest.approx(proposed(compared, of(compared)), abs=1e-6)
