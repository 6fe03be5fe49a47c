"""The pages of who feeds whom, over a ledger that was built from the project's own sample reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from kroniek.capture.collect import collect
from kroniek.cli.build import build_rules
from kroniek.ledger.build import build
from kroniek.ledger.store import Ledger
from tests.conftest import PROJECT
from tests.workbench.served import served
from tests.workbench.test_pages import text_of


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    place = str(tmp_path_factory.mktemp("ledger") / "x.ledger")
    reports = [str(path) for path in sorted((PROJECT / "samples" / "reports").glob("raqqa-*"))]
    with Ledger.open(place, create=True) as ledger:
        build(ledger, collect(reports), build_rules("airwars", 1))
    with served(place) as made:
        yield made


def test_who_feeds_whom_over_the_whole_ledger(client: httpx.Client) -> None:
    page = client.get("/sources").text
    words = text_of(page)
    assert "Syrian Observatory for Human Rights" in words and "only repeats" in words
    assert page.count('<path class="feed"') >= 3
    assert "Syrian Observatory for Human Rights to Meridian Wire" in page


def test_an_incident_leads_to_its_sources_and_ladders(client: httpx.Client) -> None:
    first = re.search(r'href="(/incidents/[^"]+)"', client.get("/").text)
    assert first is not None
    incident = client.get(first.group(1)).text
    leads = re.search(r'href="(/sources/[^"]+)"', incident)
    assert leads is not None
    page = client.get(leads.group(1))
    assert page.status_code == 200
    assert "Who had it from whom" in text_of(page.text)


def test_no_such_incident(client: httpx.Client) -> None:
    assert client.get("/sources/inc-none").status_code == 404


def test_an_empty_ledger_says_what_to_do(tmp_path: Path) -> None:
    Ledger.open(str(tmp_path / "y.ledger"), create=True).close()
    with served(str(tmp_path / "y.ledger")) as made:
        assert "kroniek build" in text_of(made.get("/sources").text)
