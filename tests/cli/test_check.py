"""`kroniek check` on reports, on a ledger and on tables of coded incidents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from kroniek.contracts.schemas import schema
from kroniek.ledger.incident_decisions import merge
from kroniek.ledger.store import Ledger
from tests.cli.conftest import Kroniek

MONEY = (
    "The army budgeted $90 million for shells and $60 million for rifles in 2018. The total, $190 million, is for weapons. "
    "Airstrikes on Homs increased by 40% in May."
)
DEADLY = "An airstrike on Idlib killed 12 civilians, including 7 children and 6 women."


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "money.txt").write_text(MONEY)
    (folder / "deadly.txt").write_text(DEADLY)
    return folder


def test_findings_gravest_first_and_their_count(kroniek: Kroniek, texts: Path) -> None:
    ran = kroniek("check", texts, "--jobs", "1")
    assert (ran.status, ran.errors) == (0, [])
    lines = ran.output.decode().splitlines()
    assert lines[0].startswith("error    deadly.txt: Children, women and men killed are at least 13 together")
    assert lines[1] == "warning  money.txt: 90 + 60 = 150 million USD, not 190: 40 million USD is missing here. [sum]"
    assert lines[2:] == ["1 error, 1 warning, 0 notes"]
    assert kroniek("check", texts / "money.txt", texts / "deadly.txt", "--jobs", "2").output == ran.output


def test_what_cannot_be_checked_is_told_when_asked(kroniek: Kroniek, texts: Path) -> None:
    lines = kroniek("check", texts, "--all").output.decode().splitlines()
    assert any("cannot be checked" in line for line in lines)
    assert lines[-1] == "1 error, 1 warning, 1 note"


def test_json_lines_keep_the_contract(kroniek: Kroniek, texts: Path) -> None:
    output = texts.parent / "findings.jsonl"
    ran = kroniek("check", texts, "--json", "--output", output)
    assert (ran.status, ran.output) == (0, b"")
    records = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    validator = Draft202012Validator(schema("finding"))
    assert [error.message for record in records for error in validator.iter_errors(record)] == []
    assert [(record["outcome"], record["value"], record["unit"]) for record in records] == [
        ("does_not_add_up", 1, None), ("does_not_add_up", 40_000_000, "USD"),
    ]  # fmt: skip
    read = {json.loads(line)["id"] for line in kroniek("read", texts).output.splitlines()}
    assert all(set(record["claims"]) <= read for record in records)


@pytest.mark.parametrize("named", [("demo.ledger",), ("--ledger", "demo.ledger")])
def test_a_ledger(kroniek: Kroniek, texts: Path, named: tuple[str, ...]) -> None:
    assert kroniek("build", texts, "--ledger", "demo.ledger").status == 0
    ran = kroniek("check", *named)
    assert (ran.status, ran.errors) == (0, [])
    assert ran.output == kroniek("check", texts).output


def test_a_table_of_incidents(kroniek: Kroniek, tmp_path: Path) -> None:
    table = tmp_path / "incidents.csv"
    table.write_text("id,killed_min,killed_max,children_min,women_min\na,3,5,2,2\nb,3,5,3,3\nc,3,5,1,1\nd,x,5,1,1\n")
    ran = kroniek("check", table)
    assert ran.status == 1
    assert ran.errors == [f"kroniek: {table}, line 5: d: killed_min is 'x', which is no whole number"]
    assert ran.output.decode().splitlines() == [
        "warning  a: Children, women and men killed are at least 4 together, more than the total's minimum of 3. [parts_exceed_minimum]",
        "error    b: Children, women and men killed are at least 6 together, more than the total's maximum of 5. [parts_exceed_maximum]",
        "1 error, 1 warning, 0 notes",
    ]


@pytest.mark.parametrize("arguments", [(), ("a.txt", "--ledger", "b.ledger"), ("--ledger", "b.ledger"), ("a.txt", "--codebook", "odd")])
def test_misuse(kroniek: Kroniek, arguments: tuple[str, ...]) -> None:
    (kroniek.folder / "a.txt").write_text(DEADLY)
    ran = kroniek("check", *arguments)
    assert ran.status in (1, 2)
    assert ran.output == b""
    assert len(ran.errors) == 1


def test_a_report_that_cannot_be_read_leaves_the_others(kroniek: Kroniek, texts: Path) -> None:
    ran = kroniek("check", texts, texts / "absent.txt")
    assert ran.status == 1
    assert len(ran.errors) == 1
    assert ran.output == kroniek("check", texts).output


@pytest.mark.shared
def test_the_incidents_whose_groups_exceed_their_totals(kroniek: Kroniek, shared: Path) -> None:
    ran = kroniek("check", shared / "incidents_syria.csv", "--json")
    assert (ran.status, ran.errors) == (0, [])
    killed = [record for record in map(json.loads, ran.output.splitlines()) if "men killed" in record["text"]]
    assert len({record["documents"][0] for record in killed}) == 558
    assert sum(record["kind"] == "parts_exceed_maximum" for record in killed) == 48


def test_a_ledger_is_checked_by_the_incidents_that_people_made_of_it(kroniek: Kroniek, tmp_path: Path) -> None:
    reports, ledger = tmp_path / "reports", tmp_path / "x.ledger"
    reports.mkdir()
    (reports / "early.txt").write_text("An airstrike on Idlib on 2 May 2018 killed 12 civilians, residents said.")
    (reports / "late.txt").write_text(DEADLY.replace("killed", "on 20 May 2018 killed"))
    assert kroniek("build", reports, "--ledger", ledger).status == 0
    with Ledger.open(str(ledger)) as opened:
        one, other = (incident.id for incident in opened.incidents().rows)
        merge(opened, one, other, reason="one attack", made_by="Ada")
    assert kroniek("build", reports, "--ledger", ledger).status == 0
    with Ledger.open(str(ledger)) as opened:
        assert len(opened.incidents().rows) == 1
        stored = sorted((found.finding.id, found.finding.incident) for found in opened.findings())
    records = [json.loads(line) for line in kroniek("check", ledger, "--json").output.decode().splitlines()]
    assert records
    assert sorted((record["id"], record["incident"]) for record in records) == stored
