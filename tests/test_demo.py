"""The demonstration from end to end: the sample reports become a ledger in which what is on record about the events can be found again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kroniek.cli.main import app
from kroniek.ledger.store import Ledger
from kroniek.model.claim import Claim, Kind, Scope
from kroniek.model.incident import CodedRange, GradeValue, Incident, StrikeStatus
from tests.source_tree import PROJECT

REPORTS = PROJECT / "samples" / "reports"
PEACEFUL = ("recept-erwtensoep.txt", "football-harlow-vale.txt")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger that `make demo` makes."""
    path = tmp_path_factory.mktemp("demo") / "demo.ledger"
    done = CliRunner().invoke(app, ["build", str(REPORTS), "--ledger", str(path), "--jobs", "1"])
    assert done.exit_code == 0, done.output
    return path


@pytest.fixture(scope="module")
def ledger(built: Path) -> Iterator[Ledger]:
    with Ledger.open(str(built)) as opened:
        yield opened


def _of(ledger: Ledger, beginning: str) -> list[Incident]:
    """The incidents that a report whose name begins so is chiefly about."""
    return [
        incident
        for incident in ledger.incidents().rows
        if any(document.main and document.id.startswith(beginning) for document in incident.documents)
    ]


def _claims(ledger: Ledger, document: str) -> tuple[Claim, ...]:
    return ledger.claims_of_document(document)


def _holds(coded: CodedRange | None, number: int) -> bool:
    return coded is not None and (coded.low or 0) <= number and (coded.high is None or number <= coded.high)


def test_every_report_is_in_the_ledger(ledger: Ledger) -> None:
    items = len((REPORTS / "feed.jsonl").read_text(encoding="utf-8").splitlines())
    counts = ledger.counts()
    assert counts.reports == len(list(REPORTS.iterdir())) - 1 + items
    assert counts.unreadable == 0
    assert counts.incidents > 0


def test_who_and_when_are_known_of_each(ledger: Ledger) -> None:
    """Of each report on an event some block knows who published or wrote it, and when."""
    for row in ledger.documents().rows:
        if row.id in PEACEFUL:
            continue
        stored = ledger.document(row.id)
        assert stored
        assert any(block.published for block in stored.blocks), row.id
        assert any(block.publisher or block.author for block in stored.blocks), row.id


@pytest.mark.parametrize("document", PEACEFUL)
def test_a_text_without_harm_gives_no_incident(ledger: Ledger, document: str) -> None:
    assert not [incident for incident in ledger.incidents().rows if document in {one.id for one in incident.documents}]
    assert not [claim for claim in _claims(ledger, document) if claim.harm or claim.kind not in {Kind.OTHER, Kind.PEOPLE}]


@pytest.mark.parametrize("document", PEACEFUL)
def test_a_text_without_harm_gives_no_claim(ledger: Ledger, document: str) -> None:
    assert not _claims(ledger, document)


def test_five_outlets_with_one_origin_are_one_source(ledger: Ledger) -> None:
    (incident,) = _of(ledger, "raqqa-2017-08-2")
    telling = {document.id for document in incident.documents if document.id.startswith("raqqa-2017-08-2")}
    assert len(telling) == 5
    assert [origin.name for origin in incident.origins] == ["Syrian Observatory for Human Rights"]
    assert _holds(incident.killed.civilian, 42)
    assert _holds(incident.killed.child, 19)


def test_an_army_that_concedes_makes_it_confirmed(ledger: Ledger) -> None:
    incidents = _of(ledger, "mosul-2017-05-25")
    assert [incident.grade.value for incident in incidents] == [GradeValue.CONFIRMED]
    assert _holds(incidents[0].killed.civilian, 105)


def test_rival_versions_stand_side_by_side(ledger: Ledger) -> None:
    (incident,) = _of(ledger, "kramatorsk-")
    assert len([document for document in incident.documents if document.id.startswith("kramatorsk-")]) == 4
    assert incident.strike_status is StrikeStatus.CONTESTED
    assert {"Russian Military", "Ukrainian Military"} <= {belligerent.name for belligerent in incident.belligerents}


def test_a_total_of_a_month_is_no_incident(ledger: Ledger) -> None:
    claims = [claim for claim in _claims(ledger, "raqqa-2017-09-20-august-total.html") if claim.quantity.low == 433]
    assert claims
    assert all(claim.scope is Scope.AGGREGATE for claim in claims)
    assert not [incident for incident in ledger.incidents().rows if {claim.id for claim in claims} & set(incident.claims)]


def test_money_is_read_and_makes_no_incident(ledger: Ledger) -> None:
    claims = _claims(ledger, "heron-2019-03-11-upstream.html")
    money = {claim.quantity.low for claim in claims if claim.kind is Kind.MONEY}
    assert {730_000_000, 310_000_000, 96_000_000} <= money
    assert not _of(ledger, "heron-")


def test_amounts_in_a_row_share_their_currency(ledger: Ledger) -> None:
    claims = _claims(ledger, "heron-2019-03-11-upstream.html")
    assert {145_000_000, 275_000_000} <= {claim.quantity.low for claim in claims if claim.kind is Kind.MONEY}


def test_a_misprint_is_flagged_and_not_repaired(ledger: Ledger) -> None:
    (misprint,) = [claim for claim in _claims(ledger, "heron-2019-03-14-downstream.txt") if claim.figure and claim.figure.text == "20,0000"]
    assert misprint.quantity.malformed
    assert misprint.quantity.low is None


def test_tens_of_dead_have_no_number(ledger: Ledger) -> None:
    vague = [claim for claim in _claims(ledger, "sanaa-2016-10-08-tientallen.txt") if claim.figure and "ientallen" in claim.figure.text]
    assert vague
    assert all(claim.quantity.low is None and claim.quantity.high is None for claim in vague)


def test_named_victims_are_listed(ledger: Ledger) -> None:
    names = {victim.text for claim in _claims(ledger, "mosul-2017-04-02-family.txt") for victim in claim.people}
    assert any("Samir Talaat al-Varun" in name for name in names)
    assert any("Dalia al-Varun" in name for name in names)


def test_the_table_shows_them(built: Path, ledger: Ledger) -> None:
    shown = CliRunner().invoke(app, ["incidents", "--ledger", str(built)])
    assert shown.exit_code == 0
    assert f"{ledger.counts().incidents} incidents" in shown.output


def test_a_second_build_reads_nothing_again(built: Path) -> None:
    before = CliRunner().invoke(app, ["incidents", "--ledger", str(built)]).output
    done = CliRunner().invoke(app, ["build", str(REPORTS), "--ledger", str(built), "--jobs", "1"])
    assert done.exit_code == 0
    assert CliRunner().invoke(app, ["incidents", "--ledger", str(built)]).output == before


def test_claims_of_the_demonstration_point_at_their_words(ledger: Ledger) -> None:
    for row in ledger.documents().rows:
        stored = ledger.document(row.id)
        assert stored
        for claim in _claims(ledger, row.id):
            words = [claim.evidence, *claim.hedges, *([claim.figure] if claim.figure else [])]
            spans = [(one.start, one.end, one.text) for one in words] + [(one.start, one.end, one.text) for one in claim.context]
            assert all(stored.text[start:end] == text for start, end, text in spans), (row.id, claim.evidence.text)


def test_figures_are_held_against_each_other(ledger: Ledger) -> None:
    """The blog's budget lacks an addend that the report it goes back to tells; its malformed number is no number."""
    texts = {stored.finding.documents[0]: stored.finding.text for stored in ledger.findings() if stored.finding.kind == "sum"}
    assert texts["heron-2019-03-14-downstream.txt"] == (
        "145 + 275 = 420 million USD, not 730: 310 million USD is missing here, "
        "and is found upstream in The Balance Sheet of 2019-03-11: “310 million dollars”."
    )
    assert texts["heron-2019-03-11-upstream.html"] == "310 + 145 + 275 = 730 million USD, as told."
    rates = [stored.finding.value for stored in ledger.findings() if stored.finding.kind == "rate"]
    assert rates and set(rates) == {7.7}
    assert any("“20,0000”" in stored.finding.text for stored in ledger.findings())
