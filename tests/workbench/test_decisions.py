"""Deciding on a claim in the browser's way: the form, its token, and what the ledger holds afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from kroniek.ledger.decisions import decisions
from kroniek.ledger.store import Ledger
from tests.workbench.builders import COURIER, sample
from tests.workbench.served import served

CLAIM = "a" * 40


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[tuple[httpx.Client, Path]]:
    path = sample(tmp_path / "x.ledger")
    with served(str(path)) as client:
        yield client, path


def form(client: httpx.Client, **given: str) -> dict[str, str]:
    page = client.get("/decide", params={"document": COURIER, "claim": CLAIM}).text
    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token
    return {"document": COURIER, "claim": CLAIM, "token": token.group(1), "reason": "Read again", "made_by": "M. V.", **given}


def test_a_correction_is_stored_and_shown(desk: tuple[httpx.Client, Path]) -> None:
    client, path = desk
    answer = client.post("/decide", data=form(client, kind="correct", field="quantity.low", value="8"))
    assert answer.status_code == 200 and "Corrected" in answer.text and "Read again" in answer.text
    assert "Corrected" in client.get("/incidents/inc-1").text
    with Ledger.open(str(path)) as ledger:
        made = decisions(ledger)
    assert [(one.decision.field, one.decision.value, one.claim) for one in made] == [("quantity.low", "8", CLAIM)]


@pytest.mark.parametrize("kind", ["accept", "reject"])
def test_accepting_and_rejecting(desk: tuple[httpx.Client, Path], kind: str) -> None:
    client, path = desk
    assert client.post("/decide", data=form(client, kind=kind, field="harm", value="ignored")).status_code == 200
    with Ledger.open(str(path)) as ledger:
        assert [(one.decision.kind, one.decision.field) for one in decisions(ledger)] == [(kind, "claim")]


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"kind": "accept", "token": "wrong"}, 403),
        ({"kind": "accept", "token": ""}, 403),
        ({"kind": ""}, 422),
        ({"kind": "merge"}, 422),
        ({"kind": "accept", "reason": "  "}, 422),
        ({"kind": "accept", "made_by": ""}, 422),
        ({"kind": "correct", "field": "version", "value": "x"}, 422),
        ({"kind": "correct", "field": "harm", "value": "annoyed"}, 422),
        ({"kind": "correct", "field": "quantity.low", "value": "-3"}, 422),
        ({"kind": "accept", "claim": "none"}, 404),
    ],
)
def test_what_is_refused_stores_nothing(desk: tuple[httpx.Client, Path], given: dict[str, str], status: int) -> None:
    client, path = desk
    answer = client.post("/decide", data=form(client, **given))
    assert answer.status_code == status and "content-security-policy" in answer.headers
    with Ledger.open(str(path)) as ledger:
        assert not decisions(ledger)


def test_another_site_cannot_post(desk: tuple[httpx.Client, Path]) -> None:
    client, path = desk
    answer = client.post("/decide", data=form(client, kind="accept"), headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403
    with Ledger.open(str(path)) as ledger:
        assert not decisions(ledger)


def test_a_form_with_fields_missing_gives_a_page(desk: tuple[httpx.Client, Path]) -> None:
    client, _ = desk
    for answer in (client.post("/decide", data={}), client.get("/decide")):
        assert answer.status_code == 422 and "<h1>" in answer.text
