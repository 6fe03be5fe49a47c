"""Imported incidents in a real ledger: once is enough, nothing is mixed, and a tampered row is found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from kroniek.errors import LedgerError
from kroniek.ledger import schema
from kroniek.ledger.imports import ImportedFile, ImportSummary, import_incidents, imported_incidents, row_of
from kroniek.ledger.store import Ledger
from kroniek.ledger.verify import verify
from kroniek.model.imported_incident import ImportedIncident, ImportedParty, ImportedPlace
from kroniek.model.incident import CodedRange, GradeValue, HarmRanges, IncidentDate, StrikeStatus
from kroniek.model.interval import Precision

FILE = ImportedFile(name="table.csv", sha256="a" * 64, desk="desk", map="desk", map_sha256="m" * 64)


def incident(number: int, killed: int | None = 3, line: int | None = None) -> ImportedIncident:
    day = date(2017, 8, 3)
    return ImportedIncident(
        id=f"desk:x{number}", desk="desk", line=line or number + 1, title=f"x{number}", code=f"x{number}",
        when=IncidentDate(day, day, Precision.DAY), place=ImportedPlace(name="Tel Nour", province="Raqqa", country="SY"),
        belligerents=(ImportedParty("North", "north"),), strike_type=("Airstrike",), strike_status=StrikeStatus.LIKELY,
        status_words=None, grade=GradeValue.FAIR, grade_words=None, killed=HarmRanges(civilian=CodedRange(killed, killed)),
        injured=HarmRanges(), named=0, sources=None, published=day, modified=None, doubts=(),
        fields={"nr": f"x{number}", "killed": "" if killed is None else str(killed), "note": "\ud83d\ude00 \x00"},
    )  # fmt: skip


def snapshot(ledger: Ledger) -> list[list[tuple[object, ...]]]:
    tables = (schema.imported_file, schema.imported_row, schema.imported_incident, schema.event)
    with ledger.read() as connection:
        return [[tuple(row) for row in connection.execute(sa.select(table).order_by(*table.primary_key.columns))] for table in tables]


def kept(ledger: Ledger) -> Sequence[ImportedIncident]:
    with ledger.read() as connection:
        return [one.incident for one in imported_incidents(connection)]


def test_the_same_file_twice_changes_nothing(ledger: Ledger) -> None:
    incidents = [incident(number) for number in range(1, 1000)]
    assert import_incidents(ledger, FILE, incidents) == ImportSummary(999, 0, 0)
    before = snapshot(ledger)
    assert import_incidents(ledger, FILE, incidents) == ImportSummary(0, 0, 999)
    assert snapshot(ledger) == before
    assert {one.id for one in kept(ledger)} == {one.id for one in incidents}
    assert kept(ledger)[0] == replace(incidents[0], fields={})
    assert ledger.counts().incidents == 0  # never among the assessed


def test_a_changed_row_replaces_its_incident_and_the_row_before_stays(ledger: Ledger) -> None:
    import_incidents(ledger, FILE, [incident(1), incident(2)])
    later = replace(FILE, sha256="b" * 64)
    assert import_incidents(ledger, later, [incident(2, 7), incident(1, line=9), incident(3)]) == ImportSummary(1, 1, 1)
    with ledger.read() as connection:
        row = row_of(connection, "desk:x2")
        rows = connection.execute(sa.select(sa.func.count()).select_from(schema.imported_row)).scalar_one()
        first = row_of(connection, "desk:x1")
    assert row is not None and (row["file_sha256"], row["line"], '"killed":"7"' in row["fields"]) == ("b" * 64, 3, True)
    assert first is not None and first["file_sha256"] == FILE.sha256
    assert rows == 4


def test_the_same_rows_by_another_map_make_no_new_rows(ledger: Ledger) -> None:
    import_incidents(ledger, FILE, [incident(1)])
    other = replace(FILE, map_sha256="n" * 64)
    assert import_incidents(ledger, other, [replace(incident(1), grade=GradeValue.WEAK)]) == ImportSummary(0, 1, 0)
    assert [len(rows) for rows in snapshot(ledger)] == [2, 1, 1, 2]
    assert kept(ledger)[0].grade is GradeValue.WEAK


def test_an_import_that_fails_leaves_nothing(ledger: Ledger) -> None:
    def broken() -> object:
        yield incident(1)
        raise LedgerError("stopped")

    with pytest.raises(LedgerError, match="stopped"):
        import_incidents(ledger, FILE, broken())  # type: ignore[arg-type]
    assert snapshot(ledger) == [[], [], [], []]


def test_rows_are_never_altered_and_a_forged_record_is_found(ledger: Ledger) -> None:
    import_incidents(ledger, FILE, [incident(1), incident(2)])
    assert not [check.problems for check in verify(ledger) if check.problems]
    with pytest.raises((LedgerError, DBAPIError), match="append-only"), ledger.write() as connection:
        connection.execute(schema.imported_row.update().values(fields="{}"))
    with ledger.write() as connection:
        connection.execute(schema.imported_incident.update().where(schema.imported_incident.c.id == "desk:x1").values(grade="confirmed"))
    (problems,) = [check.problems for check in verify(ledger) if check.problems]
    assert problems == ("imported incident desk:x1: column grade is not what its record says",)
