"""Deciding whether two named victims are one person: the pages, the form, its token, and what the ledger holds afterwards."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from kroniek.cli.build import build_rules
from kroniek.errors import LedgerError
from kroniek.ledger.build import build
from kroniek.ledger.decisions import decisions
from kroniek.ledger.store import Ledger
from kroniek.model.ruling import NameAt
from kroniek.workbench.people_view import name_of, name_text
from tests.ledger.making import document
from tests.workbench.served import served

Desk = tuple[httpx.Client, Path]
REPORT = document(
    "town/a",
    "Ahmad Hussein, Layla Haddad and Ahmed Al-Hussain were killed in an airstrike on Raqqa on 14 August 2017, residents said.",
)


def named_ledger(path: Path) -> Path:
    """A ledger of one incident that names three, two of whom may be one."""
    with Ledger.open(str(path), create=True) as ledger:
        build(ledger, [REPORT], build_rules("airwars", 1))
    return path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return named_ledger(tmp_path_factory.mktemp("ledger") / "x.ledger").read_bytes()


@pytest.fixture
def desk(tmp_path: Path, made: bytes) -> Iterator[Desk]:
    path = tmp_path / "x.ledger"
    path.write_bytes(made)
    with served(str(path)) as client:
        yield client, path


def _incident(path: Path) -> str:
    with Ledger.open(str(path)) as ledger:
        return ledger.incidents().rows[0].id


def _page(desk: Desk) -> str:
    client, path = desk
    return client.get(f"/incidents/{_incident(path)}").text


def _form(desk: Desk, **given: str) -> dict[str, str]:
    (address,) = set(re.findall(r'href="(/decide-person[^"]+)"', _page(desk)))
    page = desk[0].get(html.unescape(address)).text
    hidden = {name: html.unescape(value) for name, value in re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page)}
    assert set(hidden) == {"token", "incident", "one", "other"}
    return {**hidden, "reason": "One photo", "made_by": "M. V.", **given}


def _kinds(path: Path) -> list[str]:
    with Ledger.open(str(path)) as ledger:
        return [one.decision.kind.value for one in decisions(ledger)]


def test_both_names_are_shown_where_their_report_has_them(desk: Desk) -> None:
    (address,) = set(re.findall(r'href="(/decide-person[^"]+)"', _page(desk)))
    page = desk[0].get(html.unescape(address)).text
    assert "Are these one person?" in page
    assert page.count('<mark class="victim">') == 2
    assert "Title of town/a" in page


@pytest.mark.parametrize(
    ("what", "kind", "words"), [("same", "same_person", "The same person"), ("not_same", "not_same_person", "Not the same person")]
)
def test_a_decision_is_stored_shown_and_the_pair_offered_no_more(desk: Desk, what: str, kind: str, words: str) -> None:
    client, path = desk
    assert "Possibly the same person" in _page(desk)
    answer = client.post("/decide-person", data=_form(desk, what=what))
    assert answer.status_code == 200 and "Decided on named victims" in answer.text
    assert words in answer.text and "One photo" in answer.text
    assert "Possibly the same person" not in answer.text
    assert _kinds(path) == [kind]
    with Ledger.open(str(path)) as ledger:
        build(ledger, [REPORT], build_rules("airwars", 1))
        assert len(ledger.incidents().rows[0].people) == (2 if what == "same" else 3)
    page = _page(desk)
    assert "Possibly the same person" not in page and "Decided on named victims" in page


def test_the_later_decision_holds_and_the_earlier_says_so(desk: Desk) -> None:
    client, path = desk
    client.post("/decide-person", data=_form(desk, what="same"))
    answer = client.post("/decide-person", data=_form(desk, what="not_same"))
    assert answer.text.count("a later decision took its place") == 1
    assert _kinds(path) == ["same_person", "not_same_person"]


@pytest.mark.parametrize(
    ("given", "status", "words"),
    [
        ({"what": "same", "token": "wrong"}, 403, "nothing was stored"),
        ({"what": ""}, 422, "choose what you decide"),
        ({"what": "perhaps"}, 422, "choose what you decide"),
        ({"what": "same", "reason": " "}, 422, "needs a reason"),
        ({"what": "same", "made_by": " "}, 422, "needs a reason"),
        ({"what": "same", "other": "town%2Fa 0 3"}, 404, ""),
        ({"what": "same", "one": "town%2Fa x y"}, 404, ""),
        ({"what": "same", "incident": "inc-unknown"}, 404, ""),
    ],
)
def test_what_is_refused_stores_nothing_and_says_why(desk: Desk, given: dict[str, str], status: int, words: str) -> None:
    client, path = desk
    answer = client.post("/decide-person", data=_form(desk, **given))
    assert answer.status_code == status
    assert words in answer.text
    assert not _kinds(path)


def test_one_name_is_no_pair(desk: Desk) -> None:
    client, path = desk
    form = _form(desk, what="same")
    answer = client.post("/decide-person", data={**form, "other": form["one"]})
    assert answer.status_code == 422 and "written alike" in answer.text
    assert not _kinds(path)


@pytest.mark.parametrize("text", ["", "a", "a 1", "a 1 x", " 1 2", "a -1 2", "a ١ ٢", "a 1 2 3", "a " + "1" * 50 + " 2"])
def test_what_is_no_place_of_a_name(text: str) -> None:
    with pytest.raises(LedgerError, match="no place of a name"):
        name_of(text)


@pytest.mark.parametrize("document", ["a", "town/a b", "№ 1#a%2F&b", "é\ufffd"])
def test_a_place_of_a_name_survives_a_form(document: str) -> None:
    at = NameAt(document, 3, 17)
    assert name_of(name_text(at)) == at
