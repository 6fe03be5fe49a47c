"""Tables that are no plain UTF-8 with commas: refused in plain words, or read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kroniek.capture.incident_table import read_incident_table
from kroniek.capture.table_text import checked_text, separator_of
from kroniek.errors import DocumentError

ROWS = "id;killed_min;killed_max\nx1;1;2\n"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        ("id,n\n1,Mos\u00fbl\n".encode("latin-1"), "not valid UTF-8, from about byte 10; save it as UTF-8"),
        ("id,n\n".encode("utf-16"), "UTF-16"),
        (b"id,n\n1,\0\n", "byte 7 is zero"),
        ("id,n\n1,\u00fb".encode()[:-1], "not valid UTF-8, at its end"),
    ],
)
def test_what_is_no_table_in_utf_8_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(content)
    with pytest.raises(DocumentError, match=words):
        checked_text(path, "table.csv")
    (error,) = read_incident_table(str(path))
    assert isinstance(error, DocumentError) and words in str(error)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_semicolons_and_tabs_separate_too(tmp_path: Path, separator: str) -> None:
    path = tmp_path / "table.csv"
    path.write_text(ROWS.replace(";", separator))
    with path.open() as file:
        assert separator_of(file) == separator
    assert [getattr(one, "id", one) for one in read_incident_table(str(path))] == ["x1"]


def test_a_quoted_name_of_a_column_does_not_count(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text('"a;b;c;d",n\n')
    with path.open() as file:
        assert separator_of(file) == ","
