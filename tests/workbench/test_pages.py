"""The pages over a real ledger: what they show, where they lead, and what they do when something is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from kroniek.errors import DocumentError
from kroniek.ledger.assessment import replace_incidents
from kroniek.ledger.store import Ledger
from kroniek.ledger.write import store
from kroniek.reading.result import Reading
from kroniek.workbench.evidence import card
from kroniek.workbench.words import document_address
from tests.workbench.builders import COURIER, claim, document, fill, incident, sample, whole_block
from tests.workbench.served import served


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with served(str(sample(tmp_path_factory.mktemp("ledger") / "x.ledger"))) as made:
        yield made


def text_of(page: str) -> str:
    """The words of a page, without markup."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).replace("&#39;", "'").split())


def test_the_list_shows_incidents_without_place_or_date(client: httpx.Client) -> None:
    page = text_of(client.get("/").text)
    assert "14 of 14 incidents" in page
    assert "Somewhere, some day" in page and "date not stated" in page and "place not stated" in page


def test_the_list_says_not_stated_apart_from_zero(client: httpx.Client) -> None:
    rows = re.findall(r"<tr role=\"row\" data-stop>.*?</tr>", client.get("/").text, re.DOTALL)
    bakery = next(text_of(row) for row in rows if "Bakery" in row)
    assert "9–12 not stated Contested Contested 1 2" in bakery


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("grade=contested", "1 of 14"),
        ("grade=ungraded", "1 of 14"),
        ("country=UA", "12 of 14"),
        ("belligerent=army", "1 of 14"),
        ("q=bakery", "1 of 14"),
        ("q=spokesman+denied", "1 of 14"),
        ("from=2020-01-05&to=2020-01-06", "2 of 14"),
        ("from=2020-01-06&to=2020-01-05", "2 of 14"),
        ("q=bakery&grade=weak", "0 of 14"),
    ],
)
def test_filters(client: httpx.Client, query: str, shown: str) -> None:
    assert f"{shown} incidents" in text_of(client.get(f"/?{query}").text)


def test_a_filter_that_matches_nothing_says_how_to_go_on(client: httpx.Client) -> None:
    page = client.get("/?q=zzz&grade=nonsense").text
    assert "No incident matches all of these filters" in page and 'href="/">clear all filters' in page


@pytest.mark.parametrize("query", ["from=yesterday", "sort=upside", "page=-1", "page=٣", "page=99999999999", "from=0000-00-00"])
def test_values_not_understood_are_named_and_left_out(client: httpx.Client, query: str) -> None:
    answer = client.get(f"/?{query}")
    assert answer.status_code == 200 and "14 of 14 incidents" in text_of(answer.text) and "class=\"notice\"" in answer.text


def test_facets_carry_counts(client: httpx.Client) -> None:
    page = client.get("/").text
    assert re.search(r'<option value="weak">[^<]*\(12\)', page)


def test_pages_of_a_long_list(tmp_path: Path) -> None:
    path = fill(tmp_path / "x.ledger", [], [incident(f"i{number:03}", f"Incident {number:03}") for number in range(120)])
    with served(str(path)) as client:
        page = client.get("/?sort=title&page=2").text
        assert "51 to 100 on this page" in page and "Incident 050" in page and "Incident 049" not in page
        assert "/?sort=title&amp;page=3" in page
        assert "There is no page 9" in client.get("/?page=9").text


def test_an_incident_shows_ranges_grade_and_evidence(client: httpx.Client) -> None:
    html = client.get("/incidents/inc-1").text
    page = text_of(html)
    assert "9–12" in page and "rules: highest credible ceiling" in page
    assert "not stated" in page and "Contested" in page
    assert "Shown here because the workbench is private" in page and "أمل درويش" in page
    assert '<td>0</td>' in html, "an age of nought is not the same as no age"
    assert re.search(r'<mark class="[^"]*\bfigure\b[^"]*">nine</mark>', html)
    assert "A second strike followed at dusk." in page, "the sentence after the evidence gives context"
    assert "Tel Nour Press “the Tel Nour Press”, outlet" in page and "the town's hospital witness, origin" in page
    assert "place ambiguous" in page and "The groups exceed the total." in page


def test_the_reasons_name_claims_of_the_page(client: httpx.Client) -> None:
    page = client.get("/incidents/inc-1").text
    why = re.search(r"<h3>Why</h3>.*?</ul>", page, re.DOTALL)
    assert why and text_of(why.group()) == "Why Claim 1 says nine, which claim 3 denies."
    assert 'href="#claim-' + "a" * 40 in why.group()


def test_every_claim_leads_to_its_mention(client: httpx.Client) -> None:
    page = client.get("/incidents/inc-1").text
    address = f"/documents/{quote(COURIER, safe='')}#claim-{'a' * 40}"
    assert address in page
    assert client.get("/claims/" + "a" * 40, follow_redirects=False).headers["location"] == address
    document = client.get(address)
    assert document.status_code == 200 and f'id="claim-{"a" * 40}"' in document.text


def test_a_document_shows_its_whole_text_with_all_claims(client: httpx.Client) -> None:
    html = client.get(f"/documents/{quote(COURIER, safe='')}").text
    words = re.search(r'<div class="words"[^>]*>(.*?)</div>', html, re.DOTALL)
    assert words and "An army spokesman denied" in words.group(1) and html.count('class="mention"') == 2
    assert "SHA-256" in html and "shown here" in html and "Bakery in Tel Nour" in html


@pytest.mark.parametrize("identity", [".", "..", "a/../b", "/etc/x", "x/", "a//b", "ünï ☃", "a?b=c", "a#b", "%2F", "a+b c", "'\"<>"])
def test_any_id_of_a_document_can_be_asked_for(tmp_path: Path, identity: str) -> None:
    report = document(identity, "Nothing happened here.")
    path = fill(tmp_path / "x.ledger", [Reading(document=report, blocks=(whole_block(report),))], [])
    with served(str(path)) as client:
        assert "Nothing happened here." in client.get(document_address(identity)).text


def test_a_merged_incident_leads_to_the_new_one(tmp_path: Path) -> None:
    path = fill(tmp_path / "x.ledger", [], [incident("old", "Old", claims=("a",)), incident("other", "Other", claims=("b",))])
    with Ledger.open(str(path)) as ledger, ledger.write() as connection:
        replace_incidents(connection, [incident("other", "Other", claims=("a", "b"))])
    with served(str(path)) as client:
        answer = client.get("/incidents/old", follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (308, "/incidents/other")


@pytest.mark.parametrize("path", ["/incidents/none", "/documents/none", "/claims/none", "/nothing", "/incidents/%00", "/static/none.css"])
def test_what_is_not_there_gives_a_helpful_page(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404 and "not in this ledger" in answer.text and 'href="/documents"' in answer.text


def test_no_ledger_yet_and_then_one(tmp_path: Path) -> None:
    path = tmp_path / "x.ledger"
    with served(str(path)) as client:
        answer = client.get("/")
        assert answer.status_code == 503 and "kroniek build FOLDER" in answer.text
        sample(path)
        assert "14 of 14 incidents" in text_of(client.get("/").text)
        path.unlink()
        for beside in tmp_path.iterdir():
            beside.unlink()
        fill(path, [], [incident("new", "A new ledger")])
        assert "A new ledger" in client.get("/").text


def test_an_empty_ledger_says_what_to_do(tmp_path: Path) -> None:
    with served(str(fill(tmp_path / "x.ledger", [], []))) as client:
        assert "This ledger holds no incident yet" in client.get("/").text
        assert "This ledger holds no report yet" in client.get("/documents").text
        assert client.get("/findings").status_code == client.get("/about").status_code == 200


def test_a_file_that_is_no_ledger(tmp_path: Path) -> None:
    path = tmp_path / "x.ledger"
    path.write_text("a shopping list")
    with served(str(path)) as client:
        answer = client.get("/")
        assert answer.status_code == 503 and "Traceback" not in answer.text


def test_findings_and_about(client: httpx.Client) -> None:
    assert "The groups exceed the total." in client.get("/findings").text
    about = client.get("/about").text
    assert "A range is not a confidence interval" in about and "c" * 64 in about
    assert "2 of 2 documents" in text_of(client.get("/documents").text)


def test_an_old_version_shows_the_words_of_the_claim_alone(tmp_path: Path) -> None:
    report = document("a", "Before. Nine were killed. After.")
    old = claim(report, "x", "Nine were killed.", "Nine", 9, 9)
    assert "".join(segment.text for segment in card(1, old, None).segments) == "Nine were killed."


def test_a_long_text_comes_in_parts_and_a_mention_leads_to_its_part(tmp_path: Path) -> None:
    report = document("long", "Nothing here. " * 20_000 + "Nine civilians were killed. The end.")
    late = claim(report, "x" * 40, "Nine civilians were killed.", "Nine", 9, 9)
    path = fill(tmp_path / "x.ledger", [Reading(document=report, blocks=(whole_block(report),), claims=(late,))], [])
    with served(str(path)) as client:
        assert "Part 1 of 2" in client.get("/documents/long").text
        answer = client.get("/claims/" + "x" * 40)
        assert answer.url.path == "/documents/long" and answer.url.query == b"part=2"
        assert '<a href="#about-' in answer.text and "The end." in answer.text
        assert "Part 2 of 2" in client.get("/documents/long?part=99").text
        assert "Part 1 of 2" in client.get("/documents/long?part=x").text


def test_one_endless_sentence_full_of_figures_is_still_shown(tmp_path: Path) -> None:
    sentence = " ".join(f"{number} killed," for number in range(2_000))
    report = document("table", sentence)
    found = [claim(report, f"{number:040}", sentence, f"{number} killed", number, number) for number in range(0, 2_000, 2)]
    path = fill(tmp_path / "x.ledger", [Reading(document=report, blocks=(whole_block(report),), claims=tuple(found))], [])
    with served(str(path)) as client:
        html = client.get("/documents/table").text
    assert html.count('class="mention"') == 1_000 and len(html) < 3_000_000


def test_words_written_from_the_right_are_set_so(tmp_path: Path) -> None:
    report = document("ar", "قتل تسعة مدنيين في القصف.", language="ar", title="قصف")
    found = claim(report, "x" * 40, "قتل تسعة مدنيين في القصف.", "تسعة", 9, 9)
    case = incident("i", "A strike", claims=(found.id,))
    path = fill(tmp_path / "x.ledger", [Reading(document=report, blocks=(whole_block(report),), claims=(found,))], [case])
    with served(str(path)) as client:
        for address in ("/documents/ar", "/incidents/i"):
            assert re.search(r'lang="ar" dir="rtl">.*<mark class="evidence figure">', client.get(address).text, re.DOTALL)


def test_reports_that_could_not_be_read_can_be_listed(tmp_path: Path) -> None:
    path = fill(tmp_path / "x.ledger", [Reading(document=document("fine", "Nothing."))], [])
    with Ledger.open(str(path)) as ledger, ledger.write() as connection:
        store(connection, document("broken", ""), DocumentError("broken", "it holds no text"), "r" * 64)
    with served(str(path)) as client:
        assert "1 could not be read" in client.get("/documents").text
        page = client.get("/documents?failed=1").text
        assert "1 of 2 documents" in page and "Not read: it holds no text" in page
        assert "could not be read" in client.get("/documents/broken").text


@pytest.mark.parametrize("identity", ["a/b", ".."])
def test_an_earlier_version_can_still_be_read(tmp_path: Path, identity: str) -> None:
    old, new = document(identity, "The minister signed it."), document(identity, "It was signed.")
    path = fill(tmp_path / "x.ledger", [Reading(document=old), Reading(document=new, blocks=(whole_block(new),))], [])
    with served(str(path)) as client:
        page = client.get(document_address(identity)).text
        assert "It was signed." in page and "minister" not in page
        earlier = re.search(r'href="([^"]*version=[^"]*)"', page)
        assert earlier
        assert "The minister signed it." in client.get(earlier.group(1).replace("&amp;", "&")).text
        assert client.get(document_address(identity), params={"id": identity, "version": "none"}).status_code == 404
