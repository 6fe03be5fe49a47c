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


def test_for_the_public_names_and_private_sources_are_hidden(kroniek: Kroniek, tmp_path: Path) -> None:
    reports = [
        {"id": "open", "text": "Five people were killed in an airstrike on Hawija on 3 June 2015.", "published": "2015-06-04"},
        {
            "id": "secret", "text": "Nine people were killed in an airstrike on Hawija on 3 June 2015, among them Amal Khoury.",
            "publisher": "Quiet Courier", "published": "2015-06-03", "private_source": True,
        },
        {
            "id": "alone", "text": "Four people were killed in shelling of Qana on 9 May 2016.", "publisher": "Quiet Courier",
            "published": "2016-05-10", "private_source": True,
        },
    ]  # fmt: skip
    (tmp_path / "r.jsonl").write_text("".join(json.dumps(one) + "\n" for one in reports), encoding="utf-8")
    assert kroniek("build", "r.jsonl", "--ledger", "x.ledger").status == 0
    assert "Quiet Courier" in kroniek("compare", "x.ledger").output.decode()
    for source in ("x.ledger", "r.jsonl"):
        for form in ((), ("--json",)):
            ran = kroniek("compare", source, "--public", *form)
            told = ran.output.decode()
            assert ran.status == 0 and "Hawija" in told
            assert not any(word in told for word in ("Quiet", "Khoury", "Qana"))
