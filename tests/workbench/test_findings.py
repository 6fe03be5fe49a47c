"""Deciding on a finding in the browser's way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from kroniek.ledger.finding_decisions import decisions_on_findings
from kroniek.ledger.store import Ledger
from tests.workbench.builders import sample
from tests.workbench.served import served

PAGE = "/findings/finding-1"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[tuple[httpx.Client, Path]]:
    path = sample(tmp_path / "x.ledger")
    with served(str(path)) as client:
        yield client, path


def form(client: httpx.Client, **given: str) -> dict[str, str]:
    token = re.search(r'name="token" value="([^"]+)"', client.get(PAGE).text)
    assert token
    return {"token": token.group(1), "kind": "dismiss", "reason": "One child is told twice", "made_by": "M. V.", **given}


def kinds(path: Path) -> list[str]:
    with Ledger.open(str(path)) as ledger:
        return [made.decision.kind.value for made in decisions_on_findings(ledger).get("finding-1", ())]


def test_the_list_leads_to_the_form(desk: tuple[httpx.Client, Path]) -> None:
    client, _ = desk
    assert f'href="{PAGE}"' in client.get("/findings").text
    page = client.get(PAGE).text
    assert "The groups exceed the total." in page
    assert all(f'value="{kind}"' in page for kind in ("accept", "dismiss", "explain"))


@pytest.mark.parametrize(("kind", "shown"), [("accept", "Accepted"), ("dismiss", "Dismissed"), ("explain", "Explained")])
def test_a_decision_is_stored_and_shown(desk: tuple[httpx.Client, Path], kind: str, shown: str) -> None:
    client, path = desk
    answer = client.post(PAGE, data=form(client, kind=kind))
    assert answer.status_code == 200 and shown in answer.text and "One child is told twice" in answer.text
    listed = client.get("/findings").text
    assert shown in listed and "Decide again" in listed
    assert kinds(path) == [kind]
    assert shown not in client.get("/incidents/inc-1").text, "a decision on a finding is none on its claim"


@pytest.mark.parametrize(
    ("given", "status"),
    [({"token": "wrong"}, 403), ({"kind": "reject"}, 422), ({"kind": ""}, 422), ({"reason": " "}, 422), ({"made_by": ""}, 422)],
)
def test_what_is_refused_stores_nothing(desk: tuple[httpx.Client, Path], given: dict[str, str], status: int) -> None:
    client, path = desk
    answer = client.post(PAGE, data=form(client, **given))
    assert answer.status_code == status and "content-security-policy" in answer.headers
    assert not kinds(path)


def test_another_site_cannot_post(desk: tuple[httpx.Client, Path]) -> None:
    client, path = desk
    assert client.post(PAGE, data=form(client), headers={"Origin": "https://evil.example"}).status_code == 403
    assert not kinds(path)


def test_a_finding_that_is_not_there(desk: tuple[httpx.Client, Path]) -> None:
    client, _ = desk
    assert client.get("/findings/finding-9").status_code == 404
    assert client.post("/findings/finding-9", data=form(client)).status_code == 404
