"""Nothing that a report brings along becomes markup, and nobody but the reader's own browser gets in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from kroniek.workbench.app import create_app
from kroniek.workbench.security import PostTokens, host_of
from kroniek.workbench.words import web_address
from tests.workbench.builders import NASTY, nasty, sample
from tests.workbench.served import served

PAGES = (
    "/",
    f"/?q={quote(NASTY)}&grade={quote(NASTY)}&country={quote(NASTY)}&from={quote(NASTY)}&sort={quote(NASTY)}",
    f"/incidents/{quote('inc/' + NASTY, safe='')}",
    f"/incidents/{quote(NASTY, safe='')}",
    "/documents",
    f"/documents?q={quote(NASTY)}&publisher={quote(NASTY)}",
    f"/documents/{quote('doc/' + NASTY, safe='')}",
    f"/documents/{quote(NASTY, safe='')}",
    f"/claims/{'f' * 40}",
    "/findings",
    f"/totals?by={quote(NASTY)}&belligerent={quote(NASTY)}&province={quote(NASTY)}&from={quote(NASTY)}",
    "/totals?by=belligerent",
    "/about",
)


class Elements(HTMLParser):
    """All start tags of a page with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with served(str(nasty(tmp_path_factory.mktemp("ledger") / "x.ledger"))) as made:
        yield made


@pytest.mark.parametrize("path", PAGES)
def test_words_of_a_report_never_become_markup(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (200, 404)
    page = Elements()
    page.feed(answer.text)
    assert [attributes for tag, attributes in page.found if tag == "script"] == [{"src": "/static/keys.js", "defer": None}]
    assert not [tag for tag, _ in page.found if tag in ("img", "iframe", "object", "embed", "style", "svg", "base")]
    for _, attributes in page.found:
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        for name in ("href", "src", "action"):
            value = attributes.get(name)
            assert value is None or value.startswith(("/", "#")), value


def test_the_words_are_there_as_words(client: httpx.Client) -> None:
    html = client.get(f"/documents/{quote('doc/' + NASTY, safe='')}").text
    assert "&lt;script&gt;window.hacked=1" in html
    assert "javascript:alert(3) \ufffd \ufffd end." in html, "signs that no browser shows are replaced"


@pytest.mark.parametrize("path", [*PAGES, "/static/style.css", "/static/none", "/nothing"])
def test_every_answer_carries_the_headers(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy and "base-uri 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "", "[::1", "evil@127.0.0.1"])
def test_another_name_is_refused(client: httpx.Client, host: str) -> None:
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code in (400, 421) and "Incidents" not in answer.text
    assert answer.status_code == 400 or "content-security-policy" in answer.headers


@pytest.mark.parametrize("host", ["localhost:1", "127.0.0.1", "[::1]:8642", "LOCALHOST"])
def test_names_of_this_machine_are_let_in(client: httpx.Client, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


def test_a_fault_shows_nothing_of_the_inside(tmp_path: Path) -> None:
    app = create_app(str(tmp_path / "secret-name.ledger"))

    def fails() -> None:
        raise RuntimeError("the inside")

    app.add_api_route("/fails", fails)
    with served("", app) as client:
        answer = client.get("/fails")
    assert answer.status_code == 500 and "a fault in Kroniek" in answer.text
    assert "the inside" not in answer.text and "Traceback" not in answer.text and "default-src" in answer.headers["content-security-policy"]


def test_no_page_names_anything_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> None:
    with served(str(sample(tmp_path_factory.mktemp("ledger") / "x.ledger"))) as client:
        for path in ("/", "/incidents/inc-1", "/documents/agency-7", "/findings", "/about", "/static/style.css", "/static/keys.js"):
            body = client.get(path).text
            assert not re.search(r"(?:src|href|url|import)\s*[=(]?\s*[\"']?(?:https?:)?//", body)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", " javascript:alert(1)", "java\nscript:x", "data:text/html,x", "//x", "http:", "file:///etc", "http://["]
)
def test_only_web_addresses_become_links(address: str) -> None:
    assert web_address(address) is None


def test_a_token_fits_only_its_own_server() -> None:
    tokens = PostTokens()
    assert tokens.fits(tokens.value, "http://127.0.0.1:1", "127.0.0.1:1") and tokens.fits(tokens.value, None, "127.0.0.1:1")
    assert not tokens.fits(tokens.value, "http://evil.example", "127.0.0.1:1")
    assert not tokens.fits("", None, "127.0.0.1:1") and not tokens.fits("é", None, "127.0.0.1:1")


def test_the_host_of_a_header() -> None:
    assert [host_of(header) for header in ("a:1", "[::1]:2", "", "[", "a@b")] == ["a", "::1", "", "", ""]
