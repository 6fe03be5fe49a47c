from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kroniek.errors import DocumentError, LedgerError
from kroniek.ledger.assessment import Assessed
from kroniek.ledger.build import BuildRules, build
from kroniek.ledger.lock import build_lock
from kroniek.ledger.store import Ledger
from kroniek.model.incident import Incident
from kroniek.model.report import Document
from kroniek.provenance.trace import trace
from kroniek.reading.result import Reading
from tests.ledger.making import RULES, assess, document, dump, read_all

A = document("a", "3 killed in Qana.")
B = document("b", "5 killed in Qana. 2 killed in Raqqa.")
C = document("c", "7 killed in Mosul.")


def counting(read: list[str]) -> BuildRules:
    """The toy rules, noting which reports are read."""

    def watch(documents: Iterator[Document]) -> Iterator[Document]:
        for one in documents:
            read.append(one.id)
            yield one

    return replace(RULES, read_all=lambda documents: read_all(watch(iter(documents))))


def test_only_what_is_new_or_changed_is_read(ledger: Ledger) -> None:
    read: list[str] = []
    rules = counting(read)
    first = build(ledger, [A, B], rules)
    assert first.sentence() == "2 reports: 2 new, 0 changed, 0 unchanged; 3 claims; 2 incidents"
    changed = replace(B, text="6 killed in Qana.")
    read.clear()
    second = build(ledger, [A, changed, C], rules)
    assert read == ["b", "c"]
    assert second.sentence() == "3 reports: 1 new, 1 changed, 1 unchanged; 3 claims; 2 incidents"
    read.clear()
    assert build(ledger, [A, changed, C], rules).unchanged == 3
    assert read == []


def test_what_is_known_of_a_report_counts_as_much_as_its_text(ledger: Ledger) -> None:
    build(ledger, [A], RULES)
    read: list[str] = []
    summary = build(ledger, [replace(A, publisher="Other")], counting(read))
    assert (summary.changed, read) == (1, ["a"])
    stored = ledger.document("a")
    assert stored is not None
    assert stored.document.publisher == "Other"
    assert len(stored.versions) == 1


def test_where_a_report_lies_and_its_raw_bytes_are_no_change(ledger: Ledger) -> None:
    build(ledger, [A], RULES)
    read: list[str] = []
    assert build(ledger, [replace(A, origin="elsewhere.txt", raw_sha256="f" * 64)], counting(read)).unchanged == 1
    assert read == []
    stored = ledger.document("a")
    assert stored is not None
    assert stored.document.raw_sha256 == "f" * 64


def test_every_version_is_kept(ledger: Ledger) -> None:
    texts = ["3 killed in Qana.", "4 killed in Qana.", "3 killed in Qana."]
    for text in texts:
        build(ledger, [replace(A, text=text)], RULES)
    stored = ledger.document("a")
    assert stored is not None
    assert [row.current for row in stored.versions] == [True, False]
    assert [ledger.version_text("a", row.sha256) for row in stored.versions] == texts[:2]
    assert [claim.version for claim in ledger.claims_of_document("a")] == [stored.version]


def test_reports_no_longer_given_stay(ledger: Ledger) -> None:
    build(ledger, [A, B], RULES)
    assert build(ledger, [C], RULES).incidents == 3
    assert ledger.counts().reports == 3


def test_new_rules_read_everything_again_even_what_is_no_longer_given(ledger: Ledger) -> None:
    build(ledger, [A, B], RULES)
    read: list[str] = []
    rules = replace(counting(read), reader_sha256="another")
    summary = build(ledger, [A], rules)
    assert read == ["a", "b"]
    assert summary.sentence() == "1 report: 0 new, 0 changed, 1 unchanged (2 read again by new rules); 3 claims; 2 incidents"


def test_failures_are_told_each_time_and_take_nothing_along(ledger: Ledger) -> None:
    bad = document("bad", "UNREADABLE")
    missing = DocumentError("gone.pdf", "holds no text")
    for expected in ((1, 0), (0, 1)):
        told: list[DocumentError] = []
        summary = build(ledger, [A, missing, bad], RULES, on_failure=told.append)
        assert (summary.new, summary.unchanged) == expected
        assert (summary.failed, [str(error) for error in told]) == (2, ["gone.pdf: holds no text", "bad: cannot be read"])
    assert ledger.claims_of_document("a")


def test_a_report_that_fails_after_a_change_keeps_no_old_claims(ledger: Ledger) -> None:
    build(ledger, [A], RULES)
    build(ledger, [replace(A, text="UNREADABLE")], RULES)
    assert ledger.counts().claims == 0
    assert ledger.counts().incidents == 0
    stored = ledger.document("a")
    assert stored is not None
    assert (stored.error, len(stored.versions)) == ("cannot be read", 2)


@pytest.mark.parametrize("id", ["x" * 2000, "half \ud800", "nul \0"])
def test_an_id_that_cannot_be_kept_is_a_failure_of_that_report(ledger: Ledger, id: str) -> None:
    summary = build(ledger, [replace(A, id=id), B], RULES)
    assert (summary.failed, summary.new) == (1, 1)


def test_a_merge_leaves_a_forward(ledger: Ledger) -> None:
    build(ledger, [B], RULES)
    before = {row.place.text: row.id for row in ledger.incidents().rows if row.place}
    build(ledger, [A], RULES)  # the toy incident at Qana is now named after report a
    moved = ledger.incident(before["Qana"])
    assert moved is not None
    assert moved.id != before["Qana"]
    assert set(moved.claims) > set()
    assert ledger.forwards(before["Qana"]) == (moved.id,)
    assert ledger.forwards(moved.id) == ()
    still = ledger.incident(before["Raqqa"])
    assert still is not None
    assert still.id == before["Raqqa"]


def test_a_split_forwards_to_where_most_claims_went(ledger: Ledger) -> None:
    texts = "1 killed in Qana. 2 killed in Qana. 3 killed in Raqqa."
    one = document("one", texts)
    build(ledger, [one], replace(RULES, assess=lambda readings, _: Assessed(_single(readings), trace(readings))))
    (whole,) = ledger.incidents().rows
    build(ledger, [one], replace(RULES, assess_sha256="split"))
    moved = ledger.incident(whole.id)
    assert moved is not None
    assert moved.title == "Airstrike at Qana"
    assert len(ledger.forwards(whole.id)) == 2


def _single(readings: Sequence[Reading]) -> tuple[Incident, ...]:
    made = assess(readings)
    claims = tuple(claim for one in made for claim in one.claims)
    return (replace(made[0], id="whole", claims=claims),)


def test_a_vanished_incident_without_claims_anywhere_is_gone(ledger: Ledger) -> None:
    build(ledger, [A], RULES)
    (old,) = ledger.incidents().rows
    build(ledger, [replace(A, text="Nothing.")], RULES)
    assert ledger.incident(old.id) is None
    assert ledger.forwards(old.id) == ()


def test_two_builds_at_once(ledger: Ledger, location: str) -> None:
    with build_lock(ledger), Ledger.open(location) as second, pytest.raises(LedgerError, match="another build is at work"):
        build(second, [A], RULES)
    build(ledger, [A], RULES)


def test_readers_read_on_while_one_writes(ledger: Ledger, location: str) -> None:
    build(ledger, [A], RULES)
    with Ledger.open(location) as other, ledger.write() as connection:
        connection.exec_driver_sql("UPDATE report SET title = 'changed'")
        assert other.document("a") is not None
        assert other.documents().rows[0].title == "Title of a"


_HARMS, _PLACES = st.sampled_from(["killed", "injured"]), st.sampled_from(["Qana", "Raqqa", "Mosul"])
_TEXT = st.lists(st.builds("{} {} in {}.".format, st.integers(0, 99), _HARMS, _PLACES), max_size=4).map(" ".join)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(_TEXT, min_size=1, max_size=6), older=st.lists(_TEXT, max_size=6), data=st.data())
def test_in_any_order_and_any_number_of_builds_the_ledger_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], older: list[str], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("order")
    documents = [document(f"d{number}", text) for number, text in enumerate(texts)]
    before = [document(f"d{number}", text) for number, text in enumerate(older[: len(texts)])]
    shuffled = data.draw(st.permutations(documents))
    cut = data.draw(st.integers(0, len(documents)))
    with Ledger.open(str(folder / "once"), create=True) as once, Ledger.open(str(folder / "often"), create=True) as often:
        build(once, documents, RULES)
        build(often, before, RULES)  # earlier versions of some
        build(often, shuffled[:cut], RULES)
        build(often, shuffled[cut:], RULES)
        if cut < len(documents):
            build(often, shuffled, RULES)
        assert dump(often) == dump(once)


def test_a_build_that_breaks_off_loses_nothing(tmp_path: Path) -> None:
    documents = [document(f"d{number}", f"{number} killed in Qana.") for number in range(200)]

    def breaking() -> Iterator[Document]:
        yield from documents[:150]
        raise KeyboardInterrupt

    with Ledger.open(str(tmp_path / "l"), create=True) as ledger:
        with pytest.raises(KeyboardInterrupt):
            build(ledger, breaking(), RULES)
        kept = ledger.counts().reports
        assert kept >= 64
        summary = build(ledger, documents, RULES)
        assert summary.unchanged == kept
        assert summary.new == 200 - kept
    with Ledger.open(str(tmp_path / "clean"), create=True) as clean, Ledger.open(str(tmp_path / "l")) as ledger:
        build(clean, documents, RULES)
        assert dump(ledger) == dump(clean)
