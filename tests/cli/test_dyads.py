"""`kroniek dyads`: deaths per dyad and year, from reports and from a ledger, as text and as data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from kroniek.contracts.schemas import schema
from tests.cli.conftest import Kroniek

REPORTS = [
    {"id": "a", "text": "The Turkish military killed 19 YPG fighters in an airstrike near Afrin on 3 February 2018."},
    {"id": "b", "text": "The Turkish military killed 9 YPG fighters in shelling near Manbij on 3 March 2018."},
    {"id": "c", "text": "A Russian airstrike killed 4 civilians in Idlib on 13 June 2018."},
    {"id": "d", "text": "An airstrike killed 40 civilians in Raqqa on 13 July 2018."},
]


@pytest.fixture
def told(tmp_path: Path) -> str:
    (tmp_path / "told.jsonl").write_text("".join(json.dumps(one) + "\n" for one in REPORTS), encoding="utf-8")
    return "told.jsonl"


def test_each_dyad_and_year_says_below_reached_or_cannot_be_told(kroniek: Kroniek, told: str) -> None:
    ran = kroniek("dyads", told)
    lines = ran.output.decode().splitlines()
    assert (ran.status, ran.errors) == (0, [])
    (reached,) = (line.split() for line in lines if line.startswith("2018  Turkish Military - YPG"))
    assert reached[-5:] == ["reached", "28", "28", "2", "0"]
    (below,) = (line.split() for line in lines if line.startswith("2018  Russian Military - side not told"))
    assert below[-5:] == ["below", "4", "4", "1", "0"]
    assert lines[-1] == "1 incident that UCDP GED does not enter is not among them; `kroniek compare` tells why."


def test_lines_of_json_keep_their_schema_and_a_ledger_gives_the_same(kroniek: Kroniek, told: str) -> None:
    rows = [json.loads(line) for line in kroniek("dyads", told, "--json").output.splitlines()]
    validator = Draft202012Validator(schema("dyad"))
    assert len(rows) == 2 and [error.message for row in rows for error in validator.iter_errors(row)] == []
    assert kroniek("build", told, "--ledger", "x.ledger").status == 0
    from_ledger = [json.loads(line) for line in kroniek("dyads", "--ledger", "x.ledger", "--json").output.splitlines()]
    assert from_ledger == rows
    assert kroniek("dyads", "x.ledger", "--output", "d.jsonl", "--json").status == 0


def test_a_codebook_without_the_threshold_and_nothing_named_are_refused(kroniek: Kroniek, told: str) -> None:
    refused = kroniek("dyads", told, "--codebook", "airwars")
    assert refused.status == 2 and "no rule deaths_in_year" in refused.errors[0]
    assert kroniek("dyads").status == 2


def test_nothing_to_add_up_is_said(kroniek: Kroniek, tmp_path: Path) -> None:
    (tmp_path / "recipe.txt").write_text("Peel the potatoes and boil them until soft.")
    told = kroniek("dyads", "recipe.txt").output.decode()
    assert told == "no incident that UCDP GED enters; are there reports of harm among the paths?\n"
