"""`kroniek reconcile` as a person runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from kroniek.contracts.schemas import schema
from tests.cli.conftest import Kroniek
from tests.source_tree import PROJECT

AIRWARS = PROJECT / "samples" / "tables" / "airwars.csv"
AUGUST = ("--from", "2017-08-01", "--to", "2017-08-31", "--province", "Raqqa")


def test_a_published_total_beside_the_incidents(kroniek: Kroniek) -> None:
    ran = kroniek("reconcile", AIRWARS, "--published", "at least 11", "--published-on", "2017-09-05", "--said-by", "A monitor", *AUGUST)
    text = ran.output.decode()
    assert ran.status == 0 and "Published: at least 11" in text
    assert "Confirmed with Fair, the grades that are totalled together, are 2 incidents and 10 to 12 killed" in text
    assert "the minimum is 1 less than the published figure of at least 11 (A monitor, 2017-09-05)" in text
    assert "What this cannot tell" in text


def test_the_incidents_can_be_listed_one_by_one(kroniek: Kroniek) -> None:
    text = kroniek("reconcile", AIRWARS, "--published", "at least 11", "--list", *AUGUST).output.decode()
    (at,) = (number for number, line in enumerate(text.splitlines()) if line.startswith("Incident "))
    rows = text.splitlines()[at + 2 : text.splitlines().index("", at)]
    assert len(rows) == 4 and all(row.startswith("airwars:TS90") for row in rows)
    least = [int(row.split()[-1].split("–")[0].replace("-", "0")) for row in rows]
    assert least == sorted(least, reverse=True) and sum(least) == 22
    assert kroniek("reconcile", AIRWARS, "--published", "11", "--list", "--json").status == 2


def test_json_is_findings(kroniek: Kroniek) -> None:
    lines = kroniek("reconcile", AIRWARS, "--published", "99", "--json").output.splitlines()
    findings = [json.loads(line) for line in lines]
    for finding in findings:
        Draft202012Validator(schema("finding")).validate(finding)
    assert {"published_above_incidents": "warning"}.items() <= {one["kind"]: one["severity"] for one in findings}.items()


def test_totals_that_reports_tell_against_a_ledger_s_incidents(kroniek: Kroniek, tmp_path: Path) -> None:
    report = tmp_path / "total.txt"
    words = "In August 2017 at least 31 civilians were killed in Raqqa by U.S.-led Coalition airstrikes, according to the Valley Monitor."
    report.write_text(words)
    assert kroniek("build", report, "--jobs", "1").status == 0
    kroniek("import", "airwars", AIRWARS)
    text = kroniek("reconcile").output.decode()
    assert "at least 31 civilians killed, Raqqa, 2017-08-01 to 2017-08-31" in text and "in total.txt" in text
    assert "all incidents of that province are held against it" in text and "Imported from airwars" in text
    assert "4 incidents known here add up to 22 to 36" in text


def test_nothing_to_reconcile_is_told(kroniek: Kroniek) -> None:
    kroniek("import", "airwars", AIRWARS)
    assert "Nothing to reconcile" in kroniek("reconcile").output.decode()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((str(AIRWARS),), "give --published"),
        ((str(AIRWARS), "--published", "dozens"), "no total"),
        ((str(AIRWARS), "--published", "9-3"), "no total"),
        ((str(AIRWARS), "--published", "9", "--published-on", "today"), "no day of the form"),
        (("--province", "Raqqa"), "give --published"),
    ],
)
def test_misuse_is_told_in_words(kroniek: Kroniek, arguments: tuple[str, ...], words: str) -> None:
    ran = kroniek("reconcile", *arguments)
    assert (ran.status, len(ran.errors)) == (2, 1) and words in ran.errors[0]
