"""A table of coded incidents, whole and broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from kroniek.capture.incident_table import is_incident_table, read_incident_table
from kroniek.errors import DocumentError
from kroniek.model.claim import Harm
from kroniek.model.incident import CodedRange
from kroniek.model.incident_record import IncidentRecord

HEADING = "id,code,date,place_en,killed_min,killed_max,children_min,children_max,children_injured_min\n"


def table(folder: Path, text: str | bytes) -> list[IncidentRecord | DocumentError]:
    path = folder / "incidents.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(read_incident_table(str(path)))


def test_ranges_with_what_is_not_stated_left_out(tmp_path: Path) -> None:
    (record,) = table(tmp_path, "\ufeff" + HEADING + 'x1,C1,2017-08-01,"Raqqa, Old City",3,5,2,,1\n')
    assert isinstance(record, IncidentRecord)
    assert (record.id, record.line, record.title) == ("x1", 2, "C1, 2017-08-01, Raqqa, Old City")
    killed, injured = record.harms[Harm.KILLED], record.harms[Harm.INJURED]
    assert (killed.total, killed.child, killed.woman) == (CodedRange(3, 5), CodedRange(2, None), None)
    assert (injured.total, injured.child) == (None, CodedRange(1, None))


def test_a_broken_row_names_its_line_and_the_others_are_read(tmp_path: Path) -> None:
    rows = (
        "x1,,,,3,5,,,\n"
        "x2,,,,three,5,,,\n"
        ",,,,3,5,,,\n"
        "x1,,,,3,5,,,\n"
        "x3,,,,3\n"
        "\n"
        "x4,,,,-3,5,,,\n"
        "x5,,,,9999999999,5,,,\n"
        "x6,,,,2.0,2,,,\n"
    )
    found = table(tmp_path, HEADING + rows)
    assert [one.id if isinstance(one, IncidentRecord) else one.name.rpartition("line ")[2] for one in found] == [
        "x1", "3", "4", "5", "6", "8", "9", "x6",
    ]  # fmt: skip
    reasons = [one.reason for one in found if isinstance(one, DocumentError)]
    assert "killed_min is 'three', which is no whole number" in reasons[0]
    assert reasons[1:4] == ["no id", "the id x1 stands in an earlier line too", "5 cells, where the heading has 9"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"", "the file is empty"),
        (b"name,number\nx,1\n", "no column id or killed_min or killed_max"),
        (b"id,killed_min,killed_max,id\n", "two of one name"),
    ],
)
def test_what_is_no_table_of_incidents(tmp_path: Path, text: bytes, words: str) -> None:
    (error,) = table(tmp_path, text)
    assert isinstance(error, DocumentError)
    assert words in error.reason


def test_a_broken_quote_breaks_one_row_only(tmp_path: Path) -> None:
    found = table(tmp_path, HEADING + 'x2,,,,1,1,,,\nx4,"a"b,,,1,1,,,\nx5,,,,1,1,,,\n')
    assert [one.id if isinstance(one, IncidentRecord) else "error" for one in found] == ["x2", "error", "x5"]


def test_bytes_that_are_no_text_are_an_error(tmp_path: Path) -> None:
    (error,) = table(tmp_path, HEADING.encode() + b"x1,,,\xff,1,1,,,\n")
    assert isinstance(error, DocumentError) and "not valid UTF-8" in error.reason


def test_a_cell_without_end_is_an_error(tmp_path: Path) -> None:
    found = table(tmp_path, HEADING + 'x1,"' + "a" * 200_000 + '",,,1,1,,,\nx2,,,,1,1,,,\n')
    assert isinstance(found[0], DocumentError)


def test_a_file_that_is_not_there() -> None:
    (error,) = read_incident_table("nowhere.csv")
    assert isinstance(error, DocumentError)
    assert error.reason == "no such file or folder"
    assert is_incident_table("A.CSV")
    assert not is_incident_table("a.jsonl")
