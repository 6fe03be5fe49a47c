"""Ledgers where nothing can be written: a read-only medium, an archive, a folder of somebody else."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kroniek.errors import LedgerError
from kroniek.ledger.connect import engine_for_reading, url_of
from tests.cli.conftest import COMMAND, Kroniek, Ran

_SETPRIV = shutil.which("setpriv")
# the superuser may write where the file's mode forbids it, until that right is dropped
_BOUND = [str(_SETPRIV), "--bounding-set=-dac_override"] if os.geteuid() == 0 else []
pytestmark = pytest.mark.skipif(
    os.geteuid() == 0 and _SETPRIV is None, reason="THE SUPERUSER CAN WRITE EVERYWHERE, AND THERE IS NO setpriv TO DROP THAT RIGHT"
)


def _bound(folder: Path, *arguments: str | Path) -> Ran:
    """The command run by somebody who may not write where the modes of files forbid it."""
    done = subprocess.run([*_BOUND, *COMMAND, *map(str, arguments)], capture_output=True, cwd=folder, timeout=120, check=False)
    return Ran(done.returncode, done.stdout, done.stderr.decode().splitlines())


@pytest.fixture
def archive(kroniek: Kroniek, reports: Path, tmp_path: Path) -> Iterator[Path]:
    """A folder with a ledger, neither of which can be written."""
    folder = tmp_path / "archive 100%?#"
    folder.mkdir()
    assert kroniek("build", reports, "--ledger", folder / "a.ledger", "--jobs", "1").status == 0
    (folder / "a.ledger.lock").unlink(missing_ok=True)
    (folder / "a.ledger").chmod(0o444)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)


@pytest.mark.parametrize(
    "arguments",
    [
        ("incidents", "--ledger"), ("totals", "--ledger"), ("verify", "--ledger"), ("export", "--ledger"), ("check", "--ledger"),
        ("compare", "--ledger"), ("reconcile", "--ledger"), ("trace", "a", "--ledger"), ("report", "--ledger"),
    ],
)  # fmt: skip
def test_what_reads_reads_it_and_says_that_it_cannot_be_written(archive: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "desk").mkdir()
    named = [tmp_path / "reports" / "a.txt" if one == "a" else one for one in arguments]
    if arguments[0] == "trace":
        ids = _bound(tmp_path, "export", "--ledger", archive / "a.ledger", "--what", "claims", "--private").output.decode()
        named[1] = ids.split('"id":"')[1].split('"')[0]
    before = sorted(archive.iterdir())
    ran = _bound(tmp_path / "desk", *named, archive / "a.ledger")
    assert ran.status == 0, ran.errors
    assert len(ran.errors) == 1 and "cannot be written" in ran.errors[0] and "a.ledger" in ran.errors[0]
    assert sorted(archive.iterdir()) == before


@pytest.mark.parametrize("command", ["build", "import"])
def test_what_writes_says_what_is_wrong_and_what_to_do(archive: Path, tmp_path: Path, reports: Path, command: str) -> None:
    table = Path(__file__).resolve().parents[2] / "samples" / "tables" / "acled.csv"
    arguments: list[str | Path] = ["build", reports, "--jobs", "1"] if command == "build" else ["import", "acled", table]
    ran = _bound(tmp_path, *arguments, "--ledger", archive / "a.ledger")
    assert ran.status == 1 and ran.output == b""
    assert "can only be read here" in ran.errors[-1] and "copy it to a folder" in ran.errors[-1]


def test_changes_that_stand_beside_the_file_are_never_passed_over(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "live")) as writer:
        writer.execute("PRAGMA journal_mode = WAL")
        writer.execute("CREATE TABLE one (word TEXT)")
        writer.commit()
        folder = tmp_path / "copy"
        folder.mkdir()
        for name in ("live", "live-wal"):
            shutil.copy(tmp_path / name, folder / name)
    code = (
        "import sys; from kroniek.errors import LedgerError; from kroniek.ledger.connect import engine_for_reading, url_of\n"
        "try: engine_for_reading(url_of(sys.argv[1]))\nexcept LedgerError as error: print(error)"
    )
    folder.chmod(0o555)
    try:
        done = subprocess.run([*_BOUND, COMMAND[0], "-c", code, str(folder / "live")], capture_output=True, text=True, check=True)
    finally:
        folder.chmod(0o755)
    assert "its last changes stand in live-wal" in done.stdout and "copy both files" in done.stdout


def test_a_log_that_another_program_keeps_open_is_read(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "live")) as writer:
        writer.execute("PRAGMA journal_mode = WAL")
        writer.execute("CREATE TABLE one (word TEXT)")
        writer.execute("INSERT INTO one VALUES ('kept')")
        writer.commit()
        with engine_for_reading(url_of(str(tmp_path / "live"))).connect() as connection:
            assert connection.exec_driver_sql("SELECT word FROM one").scalar() == "kept"
            with pytest.raises(Exception, match="readonly"):
                connection.exec_driver_sql("DELETE FROM one")


def test_a_file_that_is_no_database_is_told_as_ever(tmp_path: Path) -> None:
    from kroniek.ledger.store import Ledger

    (tmp_path / "x").write_bytes(b"not a ledger at all, and longer than a heading of a hundred bytes would be " * 4)
    engine_for_reading(url_of(str(tmp_path / "x"))).dispose()
    with pytest.raises(LedgerError, match="not a ledger"):
        Ledger.open(str(tmp_path / "x"))
