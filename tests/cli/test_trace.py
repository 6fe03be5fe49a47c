from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Kroniek

WIRE = """31 March 2021
By Harbour Wire

At least 42 civilians were killed in air strikes on Raqqa on Monday, the Syrian Observatory for Human Rights said.
"""
PAPER = "In Raqqa 42 civilians were killed on Monday, Harbour Wire reported."


@pytest.fixture
def two(tmp_path: Path) -> Path:
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "wire.txt").write_text(WIRE)
    (tmp_path / "two" / "paper.txt").write_text(PAPER)
    return tmp_path / "two"


def test_reports_are_traced_among_themselves(kroniek: Kroniek, two: Path) -> None:
    ran = kroniek("trace", two)
    assert (ran.status, ran.errors) == (0, [])
    shown = ran.output.decode()
    assert "chain   paper.txt <- Harbour Wire <- Syrian Observatory for Human Rights" in shown
    assert "changed: bound: “At least 42” became “42”" in shown


def test_a_claim_or_a_report_of_a_ledger(kroniek: Kroniek, two: Path) -> None:
    assert kroniek("build", two, "--ledger", "a.ledger").status == 0
    report = kroniek("trace", "paper.txt", "--ledger", "a.ledger").output.decode()
    assert "chain   paper.txt <- Harbour Wire <- Syrian Observatory for Human Rights" in report
    claim = report.partition("[")[2].partition("]")[0]
    alone = kroniek("trace", claim, "--ledger", "a.ledger").output.decode()
    assert alone.startswith(f"[{claim}] 42")
    assert "origin  Syrian Observatory for Human Rights" in alone


def test_trace_says_what_the_incident_counts_a_claim_under(kroniek: Kroniek, tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    told = "Air raids killed {} people in Idlib on 9 March 2021, {} said."
    (tmp_path / "one" / "a.txt").write_text("10 March 2021\n\n" + told.format(12, "the White Helmets"))
    (tmp_path / "one" / "b.txt").write_text("11 March 2021\n\n" + told.format(14, "the civil defence in Idlib"))
    (tmp_path / "one" / "c.txt").write_text("11 March 2021\n\n" + told.format(14, "the Syrian Observatory for Human Rights"))
    kroniek("build", "one", "--ledger", "a.ledger")
    shown = kroniek("trace", "one").output.decode()
    assert shown == "".join(kroniek("trace", name, "--ledger", "a.ledger").output.decode() for name in ("a.txt", "b.txt", "c.txt"))
    assert "counted as Syria Civil Defence (White Helmets) in" in shown
    assert "one source with a.txt" in shown
    same = "Both go back to Syria Civil Defence (White Helmets) (one office told in two ways): they count as one source."
    assert same in shown
    ids = [row.partition("]")[0][1:] for row in shown.splitlines() if row.startswith("[")]
    other = "the other to Syrian Observatory for Human Rights: they count as two sources."
    two = f"One goes back to Syria Civil Defence (White Helmets), {other}"
    pairs = kroniek("trace", *ids, "--ledger", "a.ledger").output.decode().splitlines()[-3:]
    assert [row.partition(": ")[2] for row in pairs] == [same, two, two]


def test_an_id_that_is_not_there(kroniek: Kroniek, two: Path) -> None:
    kroniek("build", two, "--ledger", "a.ledger")
    ran = kroniek("trace", "nothing", "--ledger", "a.ledger")
    assert ran.status == 2
    assert "no claim or report of that id" in ran.errors[0]


def test_a_report_cannot_drive_the_terminal(kroniek: Kroniek, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nine \x1b[31mcivilians\x07 were killed in Raqqa\x1b]0;title\x07, an official said.")
    assert not set(kroniek("trace", "a.txt").output) & {0x1B, 0x07}


def test_shared_words_are_listed_for_paths_as_for_a_ledger(kroniek: Kroniek, tmp_path: Path) -> None:
    (tmp_path / "two").mkdir()
    for name in ("one", "other"):
        (tmp_path / "two" / f"{name}.txt").write_text(PAPER)
    assert "exact from one.txt: " in kroniek("trace", "two").output.decode()
    kroniek("build", "two", "--ledger", "a.ledger")
    assert "exact from one.txt: " in kroniek("trace", "other.txt", "--ledger", "a.ledger").output.decode()
