from __future__ import annotations

from pathlib import Path

import pytest

from kroniek.cli.output import writing
from kroniek.errors import UsageError


def test_a_file_is_there_only_when_all_of_it_is(tmp_path: Path) -> None:
    target = tmp_path / "claims.jsonl"
    target.write_text("of last week")
    with pytest.raises(KeyboardInterrupt), writing(target) as write:
        write("half")
        raise KeyboardInterrupt
    assert target.read_text() == "of last week"
    with writing(target) as write:
        write("één\n")
        write("twee\n")
    assert target.read_bytes() == "één\ntwee\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["claims.jsonl"]


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"), writing(tmp_path / "no" / "file"):
        raise AssertionError("never gets here")
    with pytest.raises(UsageError, match="cannot be written"), writing(tmp_path):
        pass
