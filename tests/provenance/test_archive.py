"""The archive that the project starts from: every republished article found, one origin for one figure, and what drifted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kroniek.model.claim import Kind
from kroniek.model.provenance import Drift, Telling
from kroniek.model.report import Document
from kroniek.provenance.drift import ladder
from kroniek.provenance.trace import Provenance
from kroniek.reading.load import load_rules
from kroniek.reading.reader import read
from kroniek.reading.result import Reading
from tests.provenance.making import traced

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def archive(shared: Path) -> tuple[Reading, Provenance]:
    record = json.loads((shared / "archive" / "docs.jsonl").read_text(encoding="utf-8").splitlines()[0])
    reading = read(Document(id=record["id"], text=record["text"]), load_rules())
    return reading, traced(reading)


def test_every_republished_article_with_outlet_day_and_cited_parties(archive: tuple[Reading, Provenance]) -> None:
    _, provenance = archive
    found = [
        (
            one.publisher,
            one.published and one.published.isoformat(),
            {citation.party or citation.name for citation in provenance.citations[one.id]},
        )
        for one in provenance.publications.values()
        if one.host is not None
    ]
    assert [(publisher and publisher.upper().replace("-", ""), day) for publisher, day, _ in found] == [
        ("ANTIMEDIA", "2017-10-03"), ("ZERO HEDGE", "2017-09-13"), ("ANTIMEDIA", "2017-06-21"),
    ]  # fmt: skip
    cited = [parties for _, _, parties in found]
    assert {"airwars", "al-jazeera"} <= cited[0]
    assert {"occrp", "birn", "foreign-policy", "balkan-insight"} <= cited[1]
    assert {"quartz", "independent", "military-times", "sputnik"} <= cited[2]


def test_the_three_statements_of_one_total_have_one_origin(archive: tuple[Reading, Provenance]) -> None:
    reading, provenance = archive
    told = [claim for claim in reading.claims if claim.kind is Kind.CASUALTIES and claim.quantity.low == 433]
    assert len(told) == 3
    assert {provenance.chains[Telling(claim.document, claim.id)].key for claim in told} == {"airwars"}


def test_what_drifted_on_the_way_to_the_blog(archive: tuple[Reading, Provenance]) -> None:
    reading, provenance = archive
    told = {Telling(claim.document, claim.id): claim for claim in reading.claims}
    drifts: dict[tuple[Kind, object], set[Drift]] = {}
    for telling, chain in provenance.chains.items():
        for rung in ladder(chain, told, provenance.publications).rungs:
            for change in rung.changes:
                drifts.setdefault((told[telling].kind, told[telling].quantity.low), set()).add(change.drift)
    assert {Drift.BOUND, Drift.HEDGE} <= drifts[Kind.DESTRUCTION, 75]
    assert Drift.BOUND in drifts[Kind.RATIO, 10]
