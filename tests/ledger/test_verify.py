"""A ledger that somebody tampered with is found out, whatever was changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from kroniek.ledger.build import build
from kroniek.ledger.decisions import decide
from kroniek.ledger.store import Ledger
from kroniek.ledger.verify import verify
from kroniek.model.decision import DecisionKind
from tests.ledger.making import RULES, document

REPORTS = [document("a", "3 killed in Qana. Named: Amal Khoury."), document("b", "5 killed in Qana. 2 injured in Raqqa.")]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Ledger.open(str(tmp_path / "l"), create=True) as ledger:
        build(ledger, REPORTS, RULES)
        claim = ledger.claims_of_document("a")[0].id
        decide(ledger, DecisionKind.ACCEPT, document="a", claim=claim, reason="r", made_by="m")
    return tmp_path / "l"


def problems(path: Path) -> list[str]:
    with Ledger.open(str(path)) as ledger:
        return [problem for check in verify(ledger) for problem in check.problems]


def test_a_whole_ledger(ledger: Ledger) -> None:
    build(ledger, REPORTS, RULES)
    build(ledger, [document("a", "4 killed in Qana.")], RULES)
    checks = verify(ledger)
    assert [check.problems for check in checks] == [()] * len(checks)
    counts = {check.name: check.count for check in checks}
    assert (counts["versions"], counts["reports"], counts["claims"], counts["incidents"]) == (3, 2, 3, 2)


def _sql(statement: str) -> Callable[[sqlite3.Connection], object]:
    return lambda connection: connection.execute(statement)


TAMPERINGS = {
    "a word of a text": (
        _sql("UPDATE version SET text = CAST('4 killed in Qana. Named: Amal Khoury.' AS BLOB) WHERE report_id = 'a'"),
        "not the one",
    ),
    "the length": (_sql("UPDATE version SET length = 1"), "length"),
    "a version is gone": (_sql("DELETE FROM version WHERE report_id = 'a'"), "current version is not in the ledger"),
    "a figure in a claim": (_sql("UPDATE claim SET low = 1 WHERE report_id = 'a'"), "column low"),
    "a quote": (_sql("UPDATE claim SET record = replace(record, '3 killed', '1 killed')"), "do not stand at"),
    "offsets": (_sql("UPDATE claim SET record = replace(record, '\"start\":0', '\"start\":1')"), "evidence_start"),
    "no record": (_sql("UPDATE claim SET record = '{}'"), "cannot read"),
    "the publisher": (_sql("UPDATE report SET publisher = 'Other'"), "column publisher"),
    "the record of a report": (_sql("UPDATE report SET record = replace(record, 'Paper', 'Other')"), "record is not the one"),
    "a grade": (_sql("UPDATE incident SET grade = 'confirmed'"), "column grade"),
    "a claim is gone": (_sql("DELETE FROM claim WHERE report_id = 'a'"), "not in the ledger"),
    "a reason": (_sql("UPDATE decision SET reason = 'other'"), "decision 1: is not as it was made"),
    "a decision is gone": (_sql("DELETE FROM decision"), "decision 1: is missing"),
    "an event": (_sql("UPDATE event SET record = replace(record, 'captured', 'decided') WHERE number = 1"), "event 1"),
    "an event is gone": (_sql("DELETE FROM event WHERE number = 2"), "event 2: missing"),
    "the first event is gone": (_sql("DELETE FROM event WHERE number = 1"), "event 1: missing"),
    "the last event is gone": (_sql("DELETE FROM event WHERE number = 3"), "does not tell of it"),
    "an event's column": (_sql("UPDATE event SET subject = 'z' WHERE number = 1"), "event 1"),
    "a foreign key": (_sql("UPDATE incident_document SET report_id = 'z' WHERE report_id = 'a'"), "not there"),
    "a table is gone": (_sql("DROP TABLE incident_forward"), "table incident_forward: is missing"),
}


@pytest.mark.parametrize("name", sorted(TAMPERINGS))
def test_tampering_is_found(path: Path, name: str) -> None:
    assert problems(path) == []
    tamper, words = TAMPERINGS[name]
    connection = sqlite3.connect(path)
    for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    tamper(connection)
    connection.commit()
    connection.close()
    found = problems(path)
    assert any(words in problem for problem in found), found


def test_a_flipped_byte_in_the_file(path: Path) -> None:
    data = bytearray(path.read_bytes())
    at = data.index(b"3 killed in Qana. Named")
    data[at] ^= 0x01
    path.write_bytes(data)
    assert any("not the one that was captured" in problem or "do not stand" in problem for problem in problems(path))
