from __future__ import annotations

import gzip
from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

from kroniek.capture.limits import Limits
from tests.capture.conftest import Gather, pdf

PAGE = b"<html><body><article><p>At least nine civilians were killed.</p></article></body></html>"
Answer = tuple[str, str, str, bytes]


def _warc(path: Path, *answers: Answer, encoding: str | None = None) -> Path:
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=path.suffix == ".gz")
        for url, status, content_type, body in answers:
            fields = [("Content-Type", content_type), *([("Content-Encoding", encoding)] if encoding else [])]
            headers = StatusAndHeaders(status, fields, protocol="HTTP/1.1")
            record = writer.create_warc_record(
                url, "response", payload=BytesIO(body), http_headers=headers, warc_headers_dict={"WARC-Date": "2017-08-14T10:00:00Z"}
            )
            writer.write_record(record)
    return path


def test_pages_texts_and_pdfs(tmp_path: Path, gather: Gather) -> None:
    for name in ("a.warc", "a.warc.gz"):
        path = _warc(
            tmp_path / name,
            ("https://a.example/1", "200 OK", "text/html; charset=utf-8", PAGE),
            ("https://a.example/2", "200 OK", "text/plain", "Één gedood.\r\n".encode()),
            ("https://a.example/3", "404 Not Found", "text/html", PAGE),
            ("https://a.example/4", "200 OK", "image/png", b"\x89PNG"),
            ("https://a.example/5", "200 OK", "application/pdf", pdf("Two were injured.")),
        )
        got = gather(path)
        assert got.errors == []
        assert [(item.id, item.text) for item in got.documents] == [
            ("https://a.example/1", "At least nine civilians were killed."),
            ("https://a.example/2", "Één gedood.\r\n"),
            ("https://a.example/5", "Two were injured."),
        ]
        assert {(item.url == item.id, item.captured) for item in got.documents} == {(True, "2017-08-14T10:00:00Z")}


def test_a_record_that_is_too_large_costs_itself(tmp_path: Path, gather: Gather) -> None:
    path = _warc(
        tmp_path / "a.warc.gz",
        ("https://a.example/1", "200 OK", "text/plain", b"nine killed " * 1000),
        ("https://a.example/2", "200 OK", "text/plain", b"Two killed."),
    )
    got = gather(path, limits=Limits(file_bytes=5000))
    assert [(error.name, error.reason.split(",")[0]) for error in got.errors] == [("https://a.example/1", "larger than 5")]
    assert [item.text for item in got.documents] == ["Two killed."]


def test_a_decompression_bomb_is_not_unpacked(tmp_path: Path, gather: Gather) -> None:
    headers = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Type: application/http\r\n"
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"
    endless = 300 * 1024 * 1024
    body = BytesIO()
    with gzip.GzipFile(fileobj=body, mode="wb") as stream:
        stream.write(headers + b"Content-Length: %d\r\n\r\n" % endless + answer)
        for _ in range(endless // (1024 * 1024)):
            stream.write(bytes(1024 * 1024))
    (tmp_path / "bomb.warc.gz").write_bytes(body.getvalue())
    got = gather(tmp_path / "bomb.warc.gz", limits=Limits(file_bytes=1024 * 1024))
    assert got.documents == []
    assert "decompression bomb" in got.errors[-1].reason


def test_a_bomb_inside_a_record(tmp_path: Path, gather: Gather) -> None:
    path = _warc(
        tmp_path / "a.warc", ("https://a.example/1", "200 OK", "text/plain", gzip.compress(bytes(50 * 1024 * 1024))), encoding="gzip"
    )
    assert gather(path, limits=Limits(file_bytes=1024 * 1024)).error.reason.startswith("larger than 1 MB")


def test_endless_headers(tmp_path: Path, gather: Gather) -> None:
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(b"WARC/1.0\r\n" + b"A: b\r\n" * 1_000_000))
    (tmp_path / "b.warc").write_bytes(b"WARC/1.0\r\nX: " + b"x" * 3_000_000)
    for error in gather(tmp_path).errors:
        assert error.reason == "damaged web archive, the rest of it is not read: holds headers of more than a megabyte"


def test_damage_costs_what_stands_behind_it(tmp_path: Path, gather: Gather) -> None:
    path = _warc(
        tmp_path / "a.warc.gz",
        ("https://a.example/1", "200 OK", "text/plain", b"Nine killed."),
        ("https://a.example/2", "200 OK", "text/plain", bytes(range(1, 128)) * 2000),
    )
    whole = {item.version for item in gather(path).documents}
    data = bytearray(path.read_bytes())
    for at in range(len(data) - 30, len(data) - 10):  # the end of what the second record holds
        damaged = data.copy()
        damaged[at] ^= 0xFF
        path.write_bytes(damaged)
        got = gather(path)
        assert got.documents[0].text == "Nine killed."
        assert {item.version for item in got.documents} <= whole  # never a text that differs from what was captured
        assert len(got.errors) >= 1


def test_a_byte_that_was_changed_is_noticed(tmp_path: Path, gather: Gather) -> None:
    path = _warc(
        tmp_path / "a.warc",
        ("https://a.example/1", "200 OK", "text/plain", b"Nine civilians were killed."),
        ("https://a.example/2", "200 OK", "text/plain", b"Two were injured."),
    )
    path.write_bytes(path.read_bytes().replace(b"Nine civ", b"Five civ"))
    got = gather(path)
    assert [item.id for item in got.documents] == ["https://a.example/2"]
    assert [(error.name, error.reason.split(":")[0]) for error in got.errors] == [("https://a.example/1", "altered or damaged")]


def test_what_is_no_archive_at_all(tmp_path: Path, gather: Gather) -> None:
    (tmp_path / "a.warc").write_bytes(b"Nine civilians were killed.\n")
    (tmp_path / "b.warc").write_bytes(b"")
    got = gather(tmp_path)
    assert [Path(error.name).name for error in got.errors] == ["a.warc", "b.warc"]
