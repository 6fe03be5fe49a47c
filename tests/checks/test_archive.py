"""The archive that the project starts from: the budget that does not add up, the rate that does, the base that is implied."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kroniek.model.finding import Finding, Outcome
from kroniek.model.report import Document
from kroniek.reading.load import load_rules
from kroniek.reading.reader import read
from kroniek.reading.result import Reading
from tests.checks.making import checked, report

pytestmark = pytest.mark.shared

# told in words of our own; the archive itself only says "costs already made"
SOURCE = (
    "A joint investigation followed the weapons to Syria. The Department of Defense has budgeted $584 million for it in 2017 and 2018. "
    "The Pentagon has spent more than $700 million on Soviet-style arms and ammunition since the programme began."
)


@pytest.fixture(scope="module")
def archive(shared: Path) -> Reading:
    record = json.loads((shared / "archive" / "docs.jsonl").read_text(encoding="utf-8").splitlines()[0])
    return read(Document(id=record["id"], text=record["text"]), load_rules())


@pytest.fixture(scope="module")
def findings(archive: Reading) -> tuple[Finding, ...]:
    return checked(archive)


def of(findings: tuple[Finding, ...], kind: str) -> list[Finding]:
    return [finding for finding in findings if finding.kind == kind]


def test_the_budget_does_not_add_up_where_it_is_quoted(findings: tuple[Finding, ...]) -> None:
    (wrong,) = [finding for finding in of(findings, "sum") if finding.outcome is Outcome.DOES_NOT_ADD_UP]
    assert wrong.text == "584 + 900 = 1,484 million USD, not 2,200: 716 million USD is missing here."
    assert wrong.value == 716_000_000


def test_the_blog_names_what_is_missing_without_a_number(findings: tuple[Finding, ...]) -> None:
    (implied,) = [finding for finding in of(findings, "sum") if finding.outcome is Outcome.IMPLIED]
    assert implied.value == 716_000_000


def test_the_missing_addend_is_found_upstream(archive: Reading) -> None:
    source = report(SOURCE, "investigation", "Organized Crime and Corruption Reporting Project", 1)
    early = Document(
        id="investigation", text=source.document.text, publisher=source.document.publisher, published="2017-09-12", title="The pipeline"
    )
    found = of(checked(archive, read(early, load_rules())), "sum")
    texts = [finding.text for finding in found]
    assert all("what fits it is found upstream in Organized Crime and Corruption Reporting Project" in text for text in texts), texts
    assert all("“more than $700 million”" in text for text in texts)
    assert [finding.documents for finding in found] == [("archive", "investigation")] * 2


def test_the_rate_adds_up_in_both_languages(findings: tuple[Finding, ...]) -> None:
    assert [(finding.outcome, finding.value) for finding in of(findings, "rate")] == [(Outcome.CONSISTENT, 7.7)] * 2


def test_the_implied_base(findings: tuple[Finding, ...]) -> None:
    assert sorted(finding.value or 0 for finding in of(findings, "percentage")) == [3_008, 3_008, 5_500]


def test_the_malformed_number_the_ratio_and_the_density(findings: tuple[Finding, ...]) -> None:
    (malformed,) = of(findings, "malformed_number")
    assert "20,000 or 200,000" in malformed.text
    assert [finding.value for finding in of(findings, "ratio")] == [578]
    assert [finding.value for finding in of(findings, "density")] == [144.4, 144.4]


def test_nothing_else_is_said(findings: tuple[Finding, ...]) -> None:
    assert len(findings) == 11
