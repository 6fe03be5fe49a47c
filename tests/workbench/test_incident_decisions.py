"""Deciding on an incident in the browser's way: the form, its token, and what the ledger holds afterwards."""

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

Desk = tuple[httpx.Client, Path]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    path = sample(tmp_path / "x.ledger")
    with served(str(path)) as client:
        yield client, path


def _form(client: httpx.Client, **given: str) -> dict[str, str]:
    page = client.get("/decide-incident", params={"incident": "inc-1"}).text
    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token
    return {"incident": "inc-1", "token": token.group(1), "reason": "Read again", "made_by": "M. V.", **given}


def _kinds(path: Path) -> list[tuple[str, str | None]]:
    with Ledger.open(str(path)) as ledger:
        return [(one.decision.kind.value, one.incident) for one in decisions(ledger)]


def test_a_grade_is_stored_and_shown_on_the_incident(desk: Desk) -> None:
    client, path = desk
    answer = client.post("/decide-incident", data=_form(client, what="grade", grade="discounted"))
    assert answer.status_code == 200 and "Decided on this incident" in answer.text and "Read again" in answer.text
    assert _kinds(path) == [("grade", "inc-1")]


def test_ticked_claims_are_split_off(desk: Desk) -> None:
    client, path = desk
    page = client.get("/decide-incident", params={"incident": "inc-1"}).text
    ticks = re.findall(r'name="claims" value="([^"]+)"', page)
    assert len(ticks) == 3
    assert client.post("/decide-incident", data=_form(client, what="split", claims=ticks[0])).status_code == 200
    assert _kinds(path) == [("split", "inc-1")]


def test_incidents_near_in_time_are_offered_to_merge_with(desk: Desk) -> None:
    client, _ = desk
    page = client.get("/decide-incident", params={"incident": "inc-3"}).text
    assert "near in time" in page and "inc-4" in page
    assert "No other incident lies near it" in client.get("/decide-incident", params={"incident": "inc-2"}).text


@pytest.mark.parametrize(
    ("given", "status", "words"),
    [
        ({"what": "grade", "grade": "fair", "token": "wrong"}, 403, "nothing was stored"),
        ({"what": ""}, 422, "choose what you decide"),
        ({"what": "merge"}, 422, "name the other incident"),
        ({"what": "merge", "other": "inc-unknown"}, 422, "holds no incident"),
        ({"what": "merge", "other": "inc-1"}, 422, "one incident already"),
        ({"what": "apart", "other": "inc-1"}, 422, "one incident already"),
        ({"what": "split"}, 422, "choose some"),
        ({"what": "split", "claims": f"{COURIER} unknown"}, 422, "holds no claim"),
        ({"what": "grade", "grade": "splendid"}, 422, "is no grade"),
        ({"what": "grade", "grade": "fair", "reason": " "}, 422, "needs a reason"),
        ({"what": "grade", "incident": "inc-unknown"}, 404, "404"),
    ],
)
def test_what_is_refused_stores_nothing_and_says_why(desk: Desk, given: dict[str, str], status: int, words: str) -> None:
    client, path = desk
    answer = client.post("/decide-incident", data=_form(client, **given))
    assert answer.status_code == status
    assert status == 404 or words in answer.text
    assert not _kinds(path)
