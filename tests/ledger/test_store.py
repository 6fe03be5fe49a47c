from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from kroniek.errors import LedgerError
from kroniek.ledger import schema
from kroniek.ledger.build import build
from kroniek.ledger.store import Ledger
from kroniek.ledger.views import UNGRADED, DocumentFilter, IncidentFilter, Sort
from tests.ledger.making import RULES, document, read

REPORTS = [
    document("a", "3 killed in Qana. Named: Amal Khoury.", published_day=date(2017, 3, 1)),
    document("b", "5 killed in Qana. 2 injured in Raqqa. Één école.", publisher="Agency", published_day=date(2017, 4, 1)),
    document("c", "UNREADABLE"),
    document("d", "Nothing of the kind.", published_day=None, private_source=True),
]


@pytest.fixture
def full(ledger: Ledger) -> Ledger:
    build(ledger, REPORTS, RULES)
    return ledger


def test_counts(full: Ledger) -> None:
    counts = full.counts()
    assert (counts.reports, counts.versions, counts.claims, counts.incidents, counts.findings) == (4, 4, 3, 2, 2)
    assert counts.unreadable == 1


def test_documents_come_back_as_they_went_in(full: Ledger) -> None:
    for report in REPORTS:
        stored = full.document(report.id)
        assert stored is not None
        assert stored.document == report
        assert stored.version == report.version
        assert [row.current for row in stored.versions] == [True]
    failed = full.document("c")
    assert failed is not None
    assert failed.error == "cannot be read"
    assert full.document("z") is None


def test_claims_and_blocks_come_back_as_they_were_read(full: Ledger) -> None:
    reading = read(REPORTS[1])
    assert full.claims_of_document("b") == reading.claims
    stored = full.document("b")
    assert stored is not None
    assert stored.blocks == reading.blocks
    ids = [reading.claims[1].id, reading.claims[0].id, "no such id"]
    assert full.claims(ids) == (reading.claims[1], reading.claims[0])


def test_two_reports_of_one_text_keep_their_own_claims(ledger: Ledger) -> None:
    build(ledger, [document("x", "3 killed in Qana."), document("y", "3 killed in Qana.")], RULES)
    claims = ledger.claims(ledger.incidents().rows[0].claims)
    assert [claim.document for claim in claims] == ["x", "y"]


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        (IncidentFilter(), ["Qana", "Raqqa"]),
        (IncidentFilter(grade="fair"), ["Qana"]),
        (IncidentFilter(grade=UNGRADED), []),
        (IncidentFilter(belligerent="p1"), ["Qana", "Raqqa"]),
        (IncidentFilter(belligerent="Coalition", country="SY"), ["Raqqa"]),
        (IncidentFilter(belligerent="Russia"), []),
        (IncidentFilter(from_day=date(2017, 3, 15), to_day=date(2017, 5, 1)), ["Qana", "Raqqa"]),
        (IncidentFilter(to_day=date(2017, 3, 15)), ["Qana"]),
        (IncidentFilter(document="a"), ["Qana"]),
        (IncidentFilter(codebook="other"), []),
        (IncidentFilter(text="airstrike raq"), ["Raqqa"]),
        (IncidentFilter(text="amal khoury"), ["Qana"]),
        (IncidentFilter(text="een ECOLE"), ["Qana", "Raqqa"]),
        (IncidentFilter(text="nothing of the kind"), []),
        (IncidentFilter(text='" OR * (%_'), []),
        (IncidentFilter(text="  ... "), ["Qana", "Raqqa"]),
    ],
)
def test_filters(full: Ledger, wanted: IncidentFilter, places: list[str]) -> None:
    page = full.incidents(wanted, Sort.TITLE)
    assert [row.place and row.place.text for row in page.rows] == places
    assert page.total == len(places)


def test_order_and_pages(full: Ledger) -> None:
    assert [row.title[-5:] for row in full.incidents(sort=Sort.NEWEST).rows] == ["Raqqa", " Qana"]
    assert [row.title[-5:] for row in full.incidents(sort=Sort.MOST_KILLED).rows] == [" Qana", "Raqqa"]
    second = full.incidents(sort=Sort.OLDEST, limit=1, offset=1)
    assert (len(second.rows), second.total) == (1, 2)


def test_facets(full: Ledger) -> None:
    facets = full.facets(IncidentFilter(country="SY"))
    assert [(row.value, row.count) for row in facets.country] == [("LB", 1), ("SY", 1)]
    assert [(row.value, row.count) for row in facets.grade] == [("weak", 1)]
    assert [(row.value, row.label, row.count) for row in facets.belligerent] == [("p1", "Coalition", 1)]
    assert [(row.value, row.count) for row in facets.month] == [("2017-04", 1)]


def test_documents_filtered(full: Ledger) -> None:
    assert [row.id for row in full.documents().rows] == ["b", "c", "a", "d"]
    assert [row.id for row in full.documents(DocumentFilter(failed=True)).rows] == ["c"]
    assert [row.id for row in full.documents(DocumentFilter(publisher="Agency")).rows] == ["b"]
    assert [row.id for row in full.documents(DocumentFilter(text="kind")).rows] == ["d"]
    (row,) = full.documents(DocumentFilter(from_day=date(2017, 3, 15))).rows
    assert (row.claims, row.versions, row.incidents, row.error) == (2, 1, 2, None)


def test_search_gives_the_place_in_the_text(full: Ledger) -> None:
    (hit,) = full.search("een éco")
    text = REPORTS[1].text
    assert text[hit.start : hit.end] == hit.words
    assert hit.words in ("Één", "école")
    assert hit.before + hit.words + hit.after in text
    assert full.search("eco een") == ()  # only the last word may be unfinished
    assert full.search("") == ()


def test_odd_texts_are_kept_to_the_letter(ledger: Ledger) -> None:
    odd = document("odd", "nul \0 half \ud800 3 killed in Qana. \U0001f600", title="t\0\udfff")
    build(ledger, [odd], RULES)
    stored = ledger.document("odd")
    assert stored is not None
    assert stored.document == odd
    assert ledger.claims_of_document("odd") == read(odd).claims


def test_a_text_larger_than_an_index_row(ledger: Ledger) -> None:
    text = " ".join(f"word{number}" for number in range(20_000))
    build(ledger, [document("long", text)], RULES)
    assert [hit.words for hit in ledger.search("word3 word19999")] == ["word3"]


@pytest.mark.parametrize("table", schema.APPEND_ONLY)
def test_append_only_tables_refuse_change(ledger: Ledger, table: str) -> None:
    build(ledger, REPORTS, RULES)
    build(ledger, [document("a", "1 killed in Mosul."), document("b", "")], RULES)
    with ledger.write() as connection:
        connection.execute(
            schema.incident_forward.insert().values(old_id="old", new_id=None, claims=0, made_at="2026"),
        )
        connection.execute(
            schema.imported_row.insert().values(number=1, incident_id="desk:1", file_sha256="f", line=2, fields_sha256="s", fields="{}")
        )
        connection.execute(
            schema.decision.insert().values(
                kind="accept", version="v", start=0, end=1, field="claim", reason="r", made_by="m", made_at="2026",
                evidence_sha256="e", evidence_start=0, evidence_end=1,
            )
        )  # fmt: skip
    key = next(iter(schema.metadata.tables[table].primary_key)).name
    for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET {key} = {key}"):
        with pytest.raises(LedgerError, match="append-only"), ledger.write() as connection:
            connection.execute(sa.text(statement))


def test_sqlite_replace_cannot_slip_past(tmp_path: Path) -> None:
    with Ledger.open(str(tmp_path / "l"), create=True) as ledger:
        build(ledger, REPORTS, RULES)
        with pytest.raises(LedgerError, match="append-only"), ledger.write() as connection:
            connection.exec_driver_sql("INSERT OR REPLACE INTO event SELECT * FROM event")


def test_open_again(location: str) -> None:
    with Ledger.open(location, create=True) as first:
        build(first, REPORTS, RULES)
    with Ledger.open(location) as again, Ledger.open(location, create=True) as twice:
        assert again.counts() == twice.counts()
        assert again.counts().reports == 4


def test_another_version_is_refused(location: str) -> None:
    with Ledger.open(location, create=True) as ledger, ledger.write() as connection:
        connection.execute(schema.ledger.update().values(value="99"))
    with pytest.raises(LedgerError, match="version 99"):
        Ledger.open(location)


def test_an_empty_database_is_no_ledger(location: str) -> None:
    if "://" not in location:
        sqlite3.connect(location).execute("PRAGMA user_version = 1").connection.close()
        Path(location).touch()
    with pytest.raises(LedgerError, match="no ledger"):
        Ledger.open(location)


def test_what_is_no_ledger(tmp_path: Path) -> None:
    text = tmp_path / "text"
    text.write_text("no database " * 500)
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE someone_elses (a)")
    connection.close()
    cases = {
        str(text): "not a ledger",
        str(tmp_path): "folder",
        str(tmp_path / "none" / "x"): "does not exist",
        str(other): "other tables",
        "mysql://a@b/c": "cannot hold a ledger",
        "postgresql://who:secret@localhost:1/none": "refused",
        "no url://a:b:c": "not a database URL",
    }
    for place, words in cases.items():
        with pytest.raises(LedgerError, match=words) as raised:
            Ledger.open(place, create=True)
        assert "secret" not in str(raised.value)
    with pytest.raises(LedgerError, match="there is no ledger here"):
        Ledger.open(str(tmp_path / "missing"))


def test_sqlite_url(tmp_path: Path) -> None:
    Ledger.open(f"sqlite:///{tmp_path}/by-url.ledger", create=True).close()
    Ledger.open(str(tmp_path / "by-url.ledger")).close()
