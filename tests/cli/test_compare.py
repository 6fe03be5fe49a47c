from __future__ import annotations

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from kroniek.contracts.schemas import schema
from tests.cli.conftest import Kroniek


def test_the_table_shows_every_desk_and_why(kroniek: Kroniek, reports: Path) -> None:
    ran = kroniek("compare", reports, "--jobs", "1")
    told = ran.output.decode()
    assert (ran.status, ran.errors) == (0, [])
    for name in ("Airwars", "UCDP GED", "ACLED", "Iraq Body Count"):
        assert name in told
    assert "(rule groups_counted)" in told or "(rule covers)" in told
    assert told.splitlines()[-1].endswith(("incident", "incidents"))


def test_lines_of_json_keep_their_schema_and_a_ledger_gives_the_same(kroniek: Kroniek, reports: Path) -> None:
    from_paths = kroniek("compare", reports, "--json")
    rows = [json.loads(line) for line in from_paths.output.splitlines()]
    validator = Draft202012Validator(schema("comparison"))
    assert rows and [error.message for row in rows for error in validator.iter_errors(row)] == []
    assert kroniek("build", reports, "--ledger", "x.ledger").status == 0
    from_ledger = [json.loads(line) for line in kroniek("compare", "x.ledger", "--json").output.splitlines()]
    assert sorted(from_ledger, key=lambda row: row["incident"]) == sorted(rows, key=lambda row: row["incident"])
    one = kroniek("compare", "--ledger", "x.ledger", "--json", "--incident", rows[0]["incident"])
    assert [json.loads(line)["incident"] for line in one.output.splitlines()] == [rows[0]["incident"]]
    assert kroniek("compare", "--ledger", "x.ledger", "--incident", "inc-none").status == 2


def test_two_codebooks_at_least(kroniek: Kroniek, reports: Path) -> None:
    assert kroniek("compare", reports, "--codebooks", "airwars").status == 2
    assert kroniek("compare", reports, "--codebooks", "airwars,airwars").status == 2
    assert kroniek("compare", reports, "--codebooks", "airwars,nonsense").status == 2
    assert kroniek("compare").status == 2


def test_nothing_to_compare_is_said(kroniek: Kroniek, tmp_path: Path) -> None:
    (tmp_path / "recipe.txt").write_text("Peel the potatoes and boil them until soft.")
    ran = kroniek("compare", "recipe.txt")
    assert (ran.status, ran.output.decode()) == (0, "no incident; are there reports of harm among the paths?\n")
