"""The page of one incident as other desks would code it, over a ledger that was built from the project's own sample reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

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


def test_an_incident_leads_to_the_other_desks(client: httpx.Client) -> None:
    first = re.search(r'href="(/incidents/[^"]+)"', client.get("/").text)
    assert first is not None
    leads = re.search(r'href="(/compare/[^"]+)"', client.get(first.group(1)).text)
    assert leads is not None
    page = client.get(leads.group(1))
    assert page.status_code == 200
    words = text_of(page.text)
    for desk in ("Airwars", "UCDP GED", "ACLED", "Iraq Body Count"):
        assert desk in words
    assert "Iraq Body Count does not enter it: It happened in SY." in words
    assert "(rule covers)" in words and "where_prec" in words


def test_no_such_incident(client: httpx.Client) -> None:
    assert client.get("/compare/inc-none").status_code == 404


def test_the_page_of_an_incident_tells_who_says_what(client: httpx.Client) -> None:
    page = client.get("/").text
    addresses = list(dict.fromkeys(re.findall(r'href="(/incidents/[^"]+)"', page)))
    pages = [text_of(client.get(address).text) for address in addresses]
    assert pages and all("Who says what" in words for words in pages)
    assert any("Syrian Observatory for Human Rights" in words.partition("Who says what")[2] for words in pages)
