"""`kroniek totals` as a person runs it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from kroniek.cli.import_ import import_rules
from kroniek.contracts.schemas import schema
from tests.cli.conftest import Kroniek
from tests.source_tree import PROJECT

TABLES = PROJECT / "samples" / "tables"
AIRWARS = TABLES / "airwars.csv"


def test_a_table_by_grade_with_what_is_not_stated(kroniek: Kroniek) -> None:
    ran = kroniek("totals", AIRWARS)
    text = ran.output.decode()
    assert ran.status == 0 and "Imported from airwars" in text
    assert ["Fair", "1", "6–8", "0"] in [line.split()[:4] for line in text.splitlines()]
    assert "Confirmed and Fair together (Airwars): 2 incidents, 10–12 civilians killed." in text
    assert "All, each incident counted once: 4 incidents, 22–36 civilians killed." in text
    assert "No number killed is stated: 1 incident" in text


def test_an_incident_of_two_belligerents_is_told_and_counted_once_over_all(kroniek: Kroniek) -> None:
    text = kroniek("totals", AIRWARS, "--by", "belligerent").output.decode()
    assert "Counted under more than one belligerent: 1 incident" in text and "4 incidents, 22–36" in text
    lines = [json.loads(line) for line in kroniek("totals", AIRWARS, "--by", "belligerent", "--json").output.splitlines()]
    told = {line["by"].get("belligerent"): (line["incidents"], line["shared"], line["killed"]["low"]) for line in lines}
    assert told == {"Russian Military": (1, 1, 12), "U.S.-led Coalition": (4, 1, 22), None: (4, 0, 22)}
    listed = csv.DictReader(io.StringIO(kroniek("totals", AIRWARS, "--by", "belligerents", "--csv").output.decode()))
    assert [row["belligerents"] for row in listed] == ["Russian Military, U.S.-led Coalition", "U.S.-led Coalition"]


@pytest.mark.parametrize("by", ["none", "month,grade", "day", "country,province,place,status,codebook", "year,belligerent_set"])
def test_json_keeps_to_its_contract(kroniek: Kroniek, by: str) -> None:
    validator = Draft202012Validator(schema("total"))
    lines = [json.loads(line) for line in kroniek("totals", *sorted(TABLES.glob("*.csv"))[:3], "--by", by, "--json").output.splitlines()]
    assert lines
    for line in lines:
        validator.validate(line)
    for source in {line["source"] for line in lines}:
        whole = [line["incidents"] for line in lines if line["source"] == source and line["overall"]]
        parts = [line["incidents"] for line in lines if line["source"] == source and not line["overall"]]
        assert whole == [sum(parts)]


def test_a_ledger_keeps_desks_and_its_own_incidents_apart(kroniek: Kroniek, reports: Path) -> None:
    assert kroniek("build", reports, "--jobs", "1").status == 0
    for name in ("airwars.csv", "acled.csv"):
        kroniek("import", "incidents", TABLES / name)
    lines = [json.loads(line) for line in kroniek("totals", "--json", "--by", "none").output.splitlines()]
    assert [line["source"] for line in lines if line["overall"]] == ["assessed", "acled", "airwars"]
    people = kroniek("totals", "kroniek.ledger", "--source", "acled", "--of", "people", "--json").output.splitlines()
    assert json.loads(people[-1])["killed"] == {"low": 10, "high": 10, "unstated": 1, "no_maximum": 0, "no_minimum": 0}
    assert "two desks record the same events" in kroniek("totals").output.decode()
    assert kroniek("totals", "--source", "ucdp").status == 2


def test_reports_are_assessed_and_totalled(kroniek: Kroniek, reports: Path) -> None:
    ran = kroniek("totals", reports, "--by", "none", "--json", "--jobs", "1")
    assert ran.status == 0 and json.loads(ran.output.splitlines()[-1])["source"] == "assessed"


def test_filters(kroniek: Kroniek) -> None:
    def count(*options: str) -> int:
        return int(json.loads(kroniek("totals", AIRWARS, "--by", "none", "--json", *options).output.splitlines()[-1])["incidents"])

    assert count("--from", "2017-08-04", "--to", "2017-08-21") == 2
    assert count("--belligerent", "US-led coalition", "--grade", "Fair", "--grade", "confirmed") == 2
    assert count("--status", "single source") == 1
    assert count("--country", "Syria", "--province", "raqqa") == 4
    assert count("--country", "IQ") == 0


def test_nothing_to_total_is_told(kroniek: Kroniek) -> None:
    assert "No incidents fit these filters" in kroniek("totals", AIRWARS, "--country", "IQ").output.decode()
    kroniek("import", "airwars", AIRWARS)
    assert kroniek("totals", "--country", "IQ").status == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--by", "size"), "totals cannot be split so"),
        (("--by", "grade,grade"), "the same twice"),
        (("--of", "dogs"), "nothing is counted by that name"),
        (("--of", "strikes"), "a table of incidents tells of none"),
        (("--of", "munitions", "--by", "grade"), "told by month, party and place"),
        (("--from", "August"), "no day of the form"),
        (("--from", "2017-09-01", "--to", "2017-08-01"), "is after"),
        (("--json", "--csv"), "not both"),
        (("--map", "nothing"), "no map of a table"),
        (("--codebook", "nothing"), "no codebook is called"),
        (("--ledger", "x.ledger"), "either paths or one ledger"),
        (("reports",), "of two kinds"),
    ],
)
def test_misuse_is_told_in_words(kroniek: Kroniek, arguments: tuple[str, ...], words: str) -> None:
    ran = kroniek("totals", AIRWARS, *arguments)
    assert (ran.status, len(ran.errors)) == (2, 1) and words in ran.errors[0]


def test_munitions_and_strikes_that_reports_tell(kroniek: Kroniek, tmp_path: Path) -> None:
    folder = tmp_path / "declared"
    folder.mkdir()
    (folder / "a.txt").write_text("In August 2017 the U.S.-led Coalition fired 620 munitions at Raqqa, the Coalition said.")
    (folder / "b.txt").write_text("The U.S.-led Coalition fired 310 munitions at Raqqa in July 2017, the Coalition said.")
    text = kroniek("totals", folder, "--of", "munitions", "--jobs", "1").output.decode()
    row = next(line for line in text.splitlines() if line.startswith("2017-08"))
    assert row.split()[-6:] == ["620", "20.0", "72.0", "min", "+100%", "1", "1"][-6:]
    (tmp_path / "l").mkdir()
    assert kroniek("build", folder, "--ledger", "l/x.ledger", "--jobs", "1").status == 0
    lines = [json.loads(line) for line in kroniek("totals", "l/x.ledger", "--of", "munitions", "--json").output.splitlines()]
    for line in lines:
        Draft202012Validator(schema("declared")).validate(line)
    assert [(line["month"], line["low"], line["change_percent"]) for line in lines][-1] == ("2017-08", 620, {"low": 100, "high": 100})
    assert kroniek("totals", "l/x.ledger", "--of", "munitions", "--csv", "--country", "IQ").output.decode().count("\n") == 1
    assert "No report here tells" in kroniek("totals", "l/x.ledger", "--of", "strikes").output.decode()


def test_what_no_incident_states_is_empty_and_not_nought(kroniek: Kroniek, tmp_path: Path) -> None:
    table = tmp_path / "small.csv"
    heading = "code,date,country,belligerent,grading,killed_min,killed_max,injured_min,injured_max"
    table.write_text(f"id,{heading}\n1,a1,2017-08-03,Syria,North,fair,,4,,\n2,a2,2017-08-04,Syria,North,fair,,,,\n")
    arguments = ("totals", table, "--map", _small_map(tmp_path), "--by", "country")
    first = json.loads(kroniek(*arguments, "--json").output.splitlines()[0])
    assert first["killed"] == {"low": None, "high": 4, "unstated": 1, "no_maximum": 0, "no_minimum": 1}
    assert first["injured"] == {"low": None, "high": None, "unstated": 2, "no_maximum": 0, "no_minimum": 0}
    Draft202012Validator(schema("total")).validate(first)
    (listed,) = csv.DictReader(io.StringIO(kroniek(*arguments, "--csv").output.decode()))
    assert (listed["injured_low"], listed["injured_unstated"], listed["killed_high"], listed["no_minimum"]) == ("", "2", "4", "1")
    text = kroniek(*arguments).output.decode()
    assert "Syria" in text and "Only a maximum is stated: 1 incident, which adds nothing to the lower end." in text


def _small_map(folder: Path) -> Path:
    path = folder / "small.yaml"
    path.write_text(
        "id: small\ndesk: small\nname: A small desk\nsource: its own\nformat: csv\nneeds: [id, killed_min]\n"
        "fields: {id: id, code: code, start: date, country: country, belligerents: belligerent, province: province, "
        "grade: {column: grading, values: {fair: fair}}}\n"
        "ranges:\n  killed: {civilian: [killed_min, killed_max]}\n  injured: {civilian: [injured_min, injured_max]}\n"
    )
    return path


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [("--grade", "fiar", "did you mean fair?"), ("--belligerent", "Nobody", "there are"), ("--province", "Raqa", "did you mean Raqqa?")],
)
def test_a_filter_that_fits_nothing_here_is_told(kroniek: Kroniek, option: str, value: str, words: str) -> None:
    ran = kroniek("totals", AIRWARS, option, value)
    told = [line for line in ran.errors if f"{option} {value}" in line]
    assert ran.status == 0 and len(told) == 1 and words in told[0]


@pytest.mark.parametrize("name", ["Ar Raqqah governorate", "raqqa", "Ar-Raqqah"])
def test_a_province_goes_by_its_other_spellings(kroniek: Kroniek, name: str) -> None:
    assert kroniek("totals", AIRWARS, "--province", name).output == kroniek("totals", AIRWARS, "--province", "Raqqa").output


def test_a_file_that_is_not_there_is_told_once(kroniek: Kroniek) -> None:
    ran = kroniek("totals", "nothere.csv")
    assert ran.status == 1 and not ran.output


def test_a_party_goes_by_the_name_that_another_desk_has_for_it() -> None:
    party = import_rules().party
    assert party("Global Coalition Against Daesh") == "us-led-coalition" == party("U.S.-led Coalition")
    assert party("Protesters against the Global Coalition") is None


def test_odd_rows_of_a_table_are_told_once_a_kind(kroniek: Kroniek, tmp_path: Path) -> None:
    heading = "id,date,killed_min,killed_max,belligerents,grading\n"
    rows = [f"x{number},2017-08-0{number},5,3,Russia,Fair\n" for number in range(1, 6)] + ["x9,,1,1,Russia,Fine\n"]
    (tmp_path / "t.csv").write_text(heading + "".join(rows))
    ran = kroniek("totals", "t.csv")
    assert ran.status == 0 and ran.errors == [
        "kroniek: t.csv: 1 row with a grade or status that is not known; it is kept as words (line 7; --verbose tells each)",
        "kroniek: t.csv: 5 rows with a minimum above its maximum; both are kept as they stand (line 2, 3, 4 ...; --verbose tells each)",
        "kroniek: t.csv: 1 row with no date (line 7; --verbose tells each)",
    ]
    every = kroniek("totals", "t.csv", "--verbose")
    assert len(every.errors) == 6 and "line 2: airwars:x1: killed_min is 5, more than killed_max, 3" in every.errors[0]
    assert every.output == ran.output
