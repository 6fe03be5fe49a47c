"""Whatever is sent to the workbench gets an answer that is no fault of its own; and eight readers read on while a build writes."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.test_build import kroniek, write_reports
from tests.workbench.builders import nasty
from tests.workbench.served import served

ROUTES = ("/", "/documents", "/incidents/", "/documents/", "/claims/", "/decide", "/findings", "/about", "/static/", "/nothing")
NAMES = ("q", "grade", "belligerent", "country", "publisher", "language", "failed", "from", "to", "sort", "page", "part", "id", "version",
         "document", "claim", "")  # fmt: skip
VALUES = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ['"', "' OR 1=1 --", "%", "_", "*", 'a" OR "b', "NEAR(a b)", "-a", "a*", "NOT", "title:x", "(", "\x00", "\ufffe", "../../etc",
         "..%2f..%2fetc", "9" * 400, "-1", "0", "1e9", "٣", "9999-12-31", "0001-01-01", "-0001-01-01", "2017-W01-1", "a " * 3_000, "👨‍👩‍👧",
         "\u202e", "\r\nX-Evil: 1", "<script>", "é" * 500]
    ),
)  # fmt: skip
# what no route answers with, unless it is broken: 500 and up
BROKEN = 500


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with served(str(nasty(tmp_path_factory.mktemp("ledger") / "x.ledger"))) as made:
        yield made


def ask(client: httpx.Client, route: str, tail: str, query: list[tuple[str, str]]) -> None:
    parts = "&".join(f"{quote(name, safe='')}={quote(value, safe='', errors='replace')}" for name, value in query)
    path = route + quote(tail, safe="/", errors="replace")
    answer = client.get(path + (f"?{parts}" if parts else ""))
    assert answer.status_code < BROKEN, (path, parts)
    assert "x-evil" not in answer.headers
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


QUERIES = st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=4)
quick = settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=60)
many = settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=2_000)


@quick
@given(route=st.sampled_from(ROUTES), tail=VALUES, query=QUERIES)
def test_any_address_is_answered(client: httpx.Client, route: str, tail: str, query: list[tuple[str, str]]) -> None:
    ask(client, route, tail, query)


@pytest.mark.soak
@many
@given(route=st.sampled_from(ROUTES), tail=VALUES, query=QUERIES)
def test_any_address_is_answered_many_times(
    client: httpx.Client, route: str, tail: str, query: list[tuple[str, str]], record_property: Callable[[str, object], None]
) -> None:
    record_property("counts", "2,000 addresses")
    ask(client, route, tail, query)


@quick
@given(
    fields=st.dictionaries(st.sampled_from(["document", "claim", "token", "kind", "field", "value", "reason", "made_by", "x"]), VALUES),
    origin=st.one_of(st.none(), st.sampled_from(["http://[", "null", "http://evil", "://", "http://a:b:c", "é"])),
)
def test_any_form_is_answered(client: httpx.Client, fields: dict[str, str], origin: str | None) -> None:
    plain = {name: value.encode("utf-8", "replace").decode() for name, value in fields.items()}
    answer = client.post("/decide", data=plain, headers={} if origin is None else {b"Origin": origin.encode()})
    assert answer.status_code in (403, 404, 422)


@pytest.mark.parametrize("origin", ["http://[", "http://[::1", "http://a]b"])
def test_an_origin_that_is_none_is_refused(client: httpx.Client, origin: str) -> None:
    answer = client.post("/decide", data={"document": "x", "claim": "y", "token": "z"}, headers={"Origin": origin})
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "request_bytes",
    [b"GET / HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\nHost: [\r\n\r\n", b"\x16\x03\x01\x02",
     b"GET /%ff%fe HTTP/1.1\r\nHost: localhost\r\n\r\n",
     b"GET /static/..%2f..%2fapp.py HTTP/1.1\r\nHost: localhost\r\n\r\n", b"GET /static/../app.py HTTP/1.1\r\nHost: localhost\r\n\r\n",
     b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", b"BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n",
     b"POST /decide HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=\r\nContent-Length: 5\r\n\r\nabcde",
     b"POST /decide HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 5\r\n\r\n--x\r\n",
     b"POST /decide HTTP/1.1\r\nHost: localhost\r\nContent-Length: 999999999999\r\n\r\n"],
)  # fmt: skip
def test_requests_that_no_browser_makes(client: httpx.Client, request_bytes: bytes) -> None:
    with socket.create_connection((client.base_url.host, client.base_url.port or 80), timeout=10) as connection:
        connection.sendall(request_bytes)
        connection.shutdown(socket.SHUT_WR)
        answer = b""
        while piece := connection.recv(65_536):
            answer += piece
    assert not answer.startswith(b"HTTP/1.1 5")
    assert b"def create_app" not in answer
    assert client.get("/about").status_code == 200


def read_while_building(folder: Path, readers: int, reports: int, builds: int) -> int:
    """How many pages `readers` were given while so many builds changed the ledger; none may be a failure."""
    write_reports(folder / "in", reports)
    assert kroniek(folder, "build", "in", "--ledger", "l.ledger").returncode == 0
    done, troubles, counts = threading.Event(), list[str](), [0] * readers

    def read(number: int, base: httpx.URL) -> None:
        paths = ("/", "/documents", "/?q=raqqa", f"/documents/r{number}", "/findings", "/about", "/?sort=most_killed&page=2")
        with httpx.Client(base_url=base, trust_env=False, follow_redirects=True, timeout=60) as client:
            while not done.is_set():
                path = paths[counts[number] % len(paths)]
                try:
                    answer = client.get(path)
                except httpx.HTTPError as error:
                    troubles.append(f"{path}: {error!r}")
                    return
                if answer.status_code != 200:
                    troubles.append(f"{path}: {answer.status_code}")
                counts[number] += 1

    with served(str(folder / "l.ledger")) as client:
        threads = [threading.Thread(target=read, args=(number, client.base_url)) for number in range(readers)]
        for thread in threads:
            thread.start()
        try:
            for number in range(builds):
                write_reports(folder / "in", reports, changed=(number + 1) * reports // builds)
                command = [sys.executable, "-m", "kroniek.cli.main", "build", "in", "--ledger", "l.ledger", "--jobs", "1"]
                built = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=600)
                assert built.returncode == 0, built.stderr
        finally:
            done.set()
            for thread in threads:
                thread.join()
    assert not troubles
    assert all(counts)
    assert kroniek(folder, "verify", "--ledger", "l.ledger").returncode == 0
    return sum(counts)


def test_readers_during_a_build(tmp_path: Path) -> None:
    read_while_building(tmp_path, readers=3, reports=40, builds=1)


@pytest.mark.soak
def test_eight_readers_during_builds(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    pages = read_while_building(tmp_path, readers=8, reports=400, builds=3)
    record_property("counts", f"8 readers, 3 builds of 400 reports, {pages:,} pages")


def test_two_builds_at_once(tmp_path: Path) -> None:
    """One is told that the other is at work, or comes after it; the ledger is whole."""
    write_reports(tmp_path / "in", 100)
    command = [sys.executable, "-m", "kroniek.cli.main", "build", "in", "--ledger", "l.ledger", "--jobs", "1"]
    both = [subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    for build in both:
        _, errors = build.communicate(timeout=300)
        assert build.returncode == 0 or "another" in errors, errors
        assert "Traceback" not in errors
    assert {build.returncode for build in both} & {0}
    assert kroniek(tmp_path, "verify", "--ledger", "l.ledger").returncode == 0
