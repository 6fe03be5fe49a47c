"""Pages, texts and PDFs out of a web archive (WARC, compressed or not), without trusting what it says of its own sizes."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]
from warcio.bufferedreaders import ChunkedDataException, DecompressingBufferedReader  # type: ignore[import-untyped]
from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]
from warcio.statusandheaders import StatusAndHeadersParserException  # type: ignore[import-untyped]

from kroniek.capture.limits import Limits, size_in_words
from kroniek.errors import DocumentError

_HEADER_BYTES = 1024 * 1024
_KINDS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "application/pdf": "pdf"}
_OK = "200"
# what warcio raises on damaged bytes; headers that it takes for granted are None or short then, which ends in errors of any kind
_DAMAGED = (
    ArchiveLoadFailed, StatusAndHeadersParserException, ChunkedDataException, zlib.error, EOFError, OSError, ValueError, TypeError,
    AttributeError, LookupError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Capture:
    """One answer of a server: `kind` is html, text or pdf; `captured` the moment, ISO 8601; `charset` as the server declared."""

    url: str
    kind: str
    charset: str | None
    captured: str | None
    data: bytes


class _GuardedReader(DecompressingBufferedReader):  # type: ignore[misc]  # warcio has no types
    """warcio's reader, which by itself unpacks without end and reads header lines of any length."""

    def __init__(self, stream: BinaryIO, unpacked_limit: int, ratio: int) -> None:
        super().__init__(stream)
        self._unpacked_limit = unpacked_limit
        self._ratio = ratio
        self._header_bytes = 0

    def _process_read(self, data: bytes) -> None:
        super()._process_read(data)
        if self.num_read > self._unpacked_limit:
            raise ArchiveLoadFailed(f"unpacks to more than {self._ratio} times its size (a decompression bomb?)")

    def read(self, length: int | None = None) -> bytes:
        self._header_bytes = 0
        data: bytes = super().read(length)
        return data

    def readline(self, length: int | None = None) -> bytes:
        line: bytes = super().readline(min(length or _HEADER_BYTES, _HEADER_BYTES))
        self._header_bytes += len(line)
        if self._header_bytes > _HEADER_BYTES:
            raise ArchiveLoadFailed("holds headers of more than a megabyte")
        return line


def captures(path: Path, name: str, limits: Limits) -> Iterator[Capture | DocumentError]:
    """Every page, text and PDF that a server answered with (status 200), in the order of the file.

    A record that is too large costs that record; a damaged file costs what stands behind the damage.
    """
    with path.open("rb") as stream:
        records = ArchiveIterator(stream, check_digests=True)
        limit = limits.file_bytes + path.stat().st_size * limits.unpacked_ratio
        records.reader = _GuardedReader(stream, limit, limits.unpacked_ratio)
        while True:
            complaints = io.StringIO()  # warcio tells of damage on standard error only
            try:
                with redirect_stderr(complaints):
                    item = _next_capture(records, name, limits)
            except StopIteration:
                return
            except _DAMAGED as error:
                yield DocumentError(name, f"damaged web archive, the rest of it is not read: {_first_line(error)}")
                return
            if complaints.getvalue() and item is not None:
                where = item.url if isinstance(item, Capture) else item.name
                item = DocumentError(where, f"damaged in {name}: {' '.join(complaints.getvalue().split())[:200]}")
            if item is not None:
                yield item


def _next_capture(records: Any, name: str, limits: Limits) -> Capture | DocumentError | None:
    """The next record, None where it is no report. Raises StopIteration at the end."""
    record = next(records)
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != _OK:
        return None
    content_type, _, parameters = (headers.get_header("Content-Type") or "").partition(";")
    kind = _KINDS.get(content_type.strip().lower())
    url = record.rec_headers.get_header("WARC-Target-URI")
    if kind is None or not url:
        return None
    data = record.content_stream().read(limits.file_bytes + 1)
    if len(data) > limits.file_bytes:
        return DocumentError(url, f"larger than {size_in_words(limits.file_bytes)}, in {name}")
    records.read_to_end()  # only there are the checksums of the compressed record and of its contents held against it
    if getattr(record.raw_stream, "limit", 0) > 0:
        return DocumentError(url, f"damaged: cut short in {name}")
    if any("failed" in problem for problem in record.digest_checker.problems):
        return DocumentError(url, f"altered or damaged: its bytes are not those that its digest in {name} was made of")
    _, _, charset = parameters.lower().partition("charset=")
    charset = charset.split(";")[0].strip(" \"'") or None
    return Capture(url, kind, charset, record.rec_headers.get_header("WARC-Date"), data)


def _first_line(error: Exception) -> str:
    lines = str(error).split("\n")
    return next((line.strip() for line in lines if line.strip()), type(error).__name__)
