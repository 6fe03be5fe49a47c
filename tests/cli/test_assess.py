from __future__ import annotations

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from kroniek.contracts.schemas import schema
from tests.cli.conftest import Kroniek


def test_incidents_one_a_line(kroniek: Kroniek, reports: Path) -> None:
    ran = kroniek("assess", reports, "--jobs", "1")
    assert (ran.status, ran.errors) == (0, [])
    incidents = [json.loads(line) for line in ran.output.splitlines()]
    assert incidents
    validator = Draft202012Validator(schema("incident"))
    assert [error.message for incident in incidents for error in validator.iter_errors(incident)] == []
    for incident in incidents:
        assert incident["made_by"]["codebook"] == "airwars"
    assert kroniek("assess", reports, "--codebook", "airwars", "--jobs", "2").output == ran.output


def test_the_order_of_reports_changes_nothing(kroniek: Kroniek, reports: Path) -> None:
    files = [reports / name for name in ("a.txt", "b.txt", "c.html")]
    assert kroniek("assess", *files).output == kroniek("assess", *reversed(files)).output


def test_an_unknown_codebook_is_misuse(kroniek: Kroniek, reports: Path) -> None:
    ran = kroniek("assess", reports, "--codebook", "nonsense")
    assert (ran.status, ran.output, len(ran.errors)) == (2, b"", 1)
    assert "nonsense" in ran.errors[0]
