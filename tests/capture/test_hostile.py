"""Files of any bytes: each becomes a document or one plain line that says why not, and none takes another along."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kroniek.capture.collect import collect
from kroniek.errors import DocumentError
from kroniek.model.report import Document
from tests.capture.conftest import SMALL, pdf

PLAIN = (".txt", ".md", "", ".jsonl", ".ndjson", ".warc", ".warc.gz", ".docx")
RECORD = json.dumps({"id": "a", "text": "Nine civilians were killed.", "published": "2017-03-01", "links": ["x"]}).encode()
WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/\r\nContent-Type: application/http;msgtype=response\r\n"
    b"WARC-Record-ID: <urn:uuid:0>\r\nContent-Length: 83\r\n\r\n"
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>Nine civilians were killed.</p></html>\r\n\r\n"
)
SEEDS = (RECORD, WARC, gzip.compress(WARC), b"WARC/1.0\r\n", b"\xff\xfe",
         b"\xef\xbb\xbf", b"\x1f\x8b", b"{", b"\0", b'{"id":"', b"\xed\xa0\x80")  # fmt: skip


def hold(folder: Path) -> None:
    """Every file gives documents with text, or an error of one line."""
    for item in collect([str(folder)], limits=SMALL):
        if isinstance(item, DocumentError):
            assert item.reason
            assert "\n" not in item.reason
        else:
            assert isinstance(item, Document)
            assert item.text.strip()
            item.text.encode("utf-8")


def some_bytes() -> st.SearchStrategy[bytes]:
    return st.lists(st.one_of(st.sampled_from(SEEDS), st.binary(max_size=80)), max_size=6).map(b"".join)


def write(folder: Path, data: bytes, ending: str) -> Path:
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    (folder / f"x{ending}").write_bytes(data)
    return folder


@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=60)
@given(data=some_bytes(), ending=st.sampled_from(PLAIN[:5]))
def test_any_bytes_under_any_name(tmp_path: Path, data: bytes, ending: str) -> None:
    hold(write(tmp_path / "in", data, ending))


def changed(data: bytes, chance: random.Random) -> bytes:
    """A few bytes of it other, missing or doubled."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(made) or 1)
        made[at : at + chance.choice((0, 1, 1, 40))] = bytes(chance.randrange(256) for _ in range(chance.choice((0, 1, 1, 8))))
    return bytes(made)


def damaged_files(folder: Path, count: int) -> None:
    """Pages, PDFs and web archives that are nearly whole, in one folder, read in one go."""
    chance = random.Random(20170317)
    page = b"<html><title>Strike</title><body><article>" + b"<p>Nine civilians were killed in Raqqa.</p>" * 5 + b"</article></body></html>"
    whole = {".html": page, ".pdf": pdf("Nine civilians were killed"), ".warc": WARC, ".warc.gz": gzip.compress(WARC), ".jsonl": RECORD * 2}
    for number in range(count):
        ending = tuple(whole)[number % len(whole)]
        (folder / f"{number:05}{ending}").write_bytes(changed(whole[ending], chance))
    hold(folder)


def test_damaged_files(tmp_path: Path) -> None:
    damaged_files(tmp_path, 50)


@pytest.mark.soak
def test_damaged_files_many_times(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    record_property("counts", "2,000 damaged pages, PDFs, archives and records")
    damaged_files(tmp_path, 2_000)
