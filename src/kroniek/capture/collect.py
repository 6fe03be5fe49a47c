"""Files, folders, web archives and standard input to documents, one at a time, in an order that never changes."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import tzinfo
from typing import BinaryIO

from kroniek.capture.decode import decode_html, decode_text
from kroniek.capture.extracted import Extracted
from kroniek.capture.limits import Limits, size_in_words
from kroniek.capture.lines import bounded_lines
from kroniek.capture.notes import Note, Notes, ignore
from kroniek.capture.published import published_day
from kroniek.capture.versions import bytes_sha256, text_sha256
from kroniek.capture.walk import Found, printable, reason_of, walk
from kroniek.capture.worker import Extractor
from kroniek.errors import DocumentError
from kroniek.model.report import Document

STANDARD_INPUT = "-"
_LINES = (".jsonl", ".ndjson")
_ARCHIVES = (".warc", ".warc.gz")
_PAGES = (".html", ".htm", ".xhtml")
_TEXTS = (".txt", ".md")
_REPORTS = (*_TEXTS, *_PAGES, ".pdf", *_LINES, *_ARCHIVES)
_TABLES = (".csv", ".tsv", ".json")
_START = 1024  # bytes that tell a page or a PDF without the ending of its name
_PDF_MARK = b"%PDF-"
_PAGE_MARKS = (b"<!doctype html", b"<html")

Item = Document | DocumentError


def collect(
    paths: Sequence[str],
    *,
    limits: Limits | None = None,
    stdin: BinaryIO | None = None,
    notes: Notes = ignore,
    zone: tzinfo | None = None,
) -> Iterator[Item]:
    """Every document that `paths` stand for, or the reason why it cannot be read; nothing is held but the one at hand.

    A path is a file, a folder, or `-` for JSON Lines on `stdin`. The id of a file is its path below the folder that was given, so
    that one folder gives the same ids from wherever it is read; of a line, its field id; of a page in a web archive, its
    address. A second document with an id already read is left out with a note where its text is the same, else it is an error.
    In a folder only files that are reports by their names, and pages and PDFs of any name, are taken; a note counts the others.
    `zone` is the time zone that a `published` with a zone is converted to (see `published_day`).
    """
    with Extractor(limits or Limits()) as extractor:
        collector = _Collector(limits or Limits(), extractor, notes, zone)
        yield from _once(_all(paths, collector, stdin), notes)


def _all(paths: Sequence[str], collector: _Collector, stdin: BinaryIO | None) -> Iterator[Item]:
    for path in paths:
        if path == STANDARD_INPUT:
            yield from collector.lines(stdin or sys.stdin.buffer, "standard input")
            continue
        left_out: Counter[str] = Counter()
        for found in walk(path, collector.notes):
            if isinstance(found, DocumentError):
                yield found
            elif found.asked or _is_report(found):
                yield from collector.file(found)
            else:
                left_out[printable(found.path.suffix.lower()) or "without an ending"] += 1
        if left_out:
            collector.notes(Note(printable(path), _told(left_out)))


def _is_report(found: Found) -> bool:
    """Whether a file of a folder is taken for a report: a table, a script or settings read as prose would make incidents of cells."""
    if found.path.name.lower().endswith(_REPORTS):
        return True
    if found.path.suffix.lower() in _TABLES:
        return False
    try:
        with found.path.open("rb") as stream:
            return _kind("", stream.read(_START)) != "text"
    except OSError:
        return False


def _told(left_out: Counter[str]) -> str:
    """What a person should know of the files of a folder that were left out."""
    count = left_out.total()
    endings = ", ".join(f"{ending} {left_out[ending]}" for ending in sorted(left_out))
    advice = "`kroniek import` reads a table" if any(ending in _TABLES for ending in left_out) else "name one by itself to read it as text"
    what = "1 file that is no report by its name" if count == 1 else f"{count} files that are no reports by their names"
    return f"left out {what} ({endings}); {advice}"


def _once(items: Iterator[Item], notes: Notes) -> Iterator[Item]:
    """Each id once; see `collect`."""
    seen: dict[str, str] = {}
    for item in items:
        if isinstance(item, Document):
            name, before = item.origin or item.id, seen.get(item.id)
            if before == item.version:
                notes(Note(name, f"left out: the same text with the id {item.id!r} was read before"))
                continue
            if before is not None:
                yield DocumentError(name, f"left out: another text with the id {item.id!r} was read before")
                continue
            seen[item.id] = item.version
        yield item


class _Collector:
    """What one file, line or record becomes."""

    def __init__(self, limits: Limits, extractor: Extractor, notes: Notes, zone: tzinfo | None) -> None:
        self.notes = notes
        self._limits = limits
        self._extractor = extractor
        self._zone = zone

    def file(self, found: Found) -> Iterator[Item]:
        """The documents of one file: one, or many where it is a collection."""
        name = found.path.name.lower()
        try:
            if not found.size:
                yield DocumentError(found.name, "the file is empty")
            elif name.endswith(_TABLES):
                yield DocumentError(found.name, _no_report(name, found.name))
            elif name.endswith(_LINES):
                with found.path.open("rb") as stream:
                    yield from self.lines(stream, found.name)
            elif name.endswith(_ARCHIVES):
                yield from self._archive(found)
            else:
                yield self._single(found)
        except OSError as error:
            yield DocumentError(found.name, reason_of(error))

    def lines(self, stream: BinaryIO, name: str) -> Iterator[Item]:
        """The documents of JSON Lines."""
        limit = self._limits.file_bytes
        for number, line in bounded_lines(stream, limit):
            where = f"{name}:{number}"
            if line is None:
                yield DocumentError(where, f"a line of more than {size_in_words(limit)}")
            else:
                yield self._line(line, where)

    def _line(self, line: bytes, where: str) -> Item:
        # pydantic takes a tenth of a second to load, which a folder of plain files need not pay
        from kroniek.capture.record import document_of, parse_record

        try:
            record = parse_record(line)
        except ValueError as error:
            return DocumentError(where, str(error))
        if record.text is not None:
            text: str | DocumentError = self._text(record.text, where)
            if isinstance(text, DocumentError):
                return text
            return document_of(record, text, where, self.notes, self._zone, bytes_sha256(line))
        page = record.html or ""
        taken = self._extractor.html(page, record.url)
        if isinstance(taken, str):
            return DocumentError(where, taken)
        own = {key: value for key in ("title", "author", "published", "publisher", "url") if (value := getattr(taken, key))}
        own["links"] = list(taken.links)
        record = record.model_copy(update={key: value for key, value in own.items() if not getattr(record, key)})
        return document_of(record, taken.text, where, self.notes, self._zone, text_sha256(page))

    def _single(self, found: Found) -> Item:
        """A file that is one document."""
        limit = self._limits.file_bytes
        if found.size > limit:
            return DocumentError(found.name, f"too large: {size_in_words(found.size)}, the limit is {size_in_words(limit)}")
        with found.path.open("rb") as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:  # it grew, or its size was not told
            return DocumentError(found.name, f"too large: the limit is {size_in_words(limit)}")
        kind = _kind(found.path.name.lower(), data)
        if kind == "text":
            try:
                text = self._text(decode_text(data), found.name)
            except ValueError as error:
                known = found.path.suffix.lower() in _TEXTS
                return DocumentError(found.name, str(error) if known else f"not a report: {error}")
            if isinstance(text, DocumentError):
                return text
            return Document(id=found.id, text=text, origin=found.name, raw_sha256=bytes_sha256(data))
        taken = self._extractor.pdf(data) if kind == "pdf" else self._extractor.html(decode_html(data))
        return self._taken(taken, found.id, found.name, data)

    def _archive(self, found: Found) -> Iterator[Item]:
        """The pages of a web archive."""
        from kroniek.capture.warc import captures  # warcio is slow to load and seldom needed

        for capture in captures(found.path, found.name, self._limits):
            if isinstance(capture, DocumentError):
                yield capture
                continue
            where = f"{found.name}: {capture.url}"
            if capture.kind == "text":
                try:
                    taken: Extracted | str = Extracted(text=decode_text(capture.data))
                except ValueError as error:
                    taken = str(error)
            elif capture.kind == "pdf":
                taken = self._extractor.pdf(capture.data)
            else:
                taken = self._extractor.html(decode_html(capture.data, capture.charset), capture.url)
            yield self._taken(taken, capture.url, where, capture.data, url=capture.url, captured=capture.captured)

    def _taken(
        self, taken: Extracted | str, identifier: str, name: str, data: bytes, *, url: str | None = None, captured: str | None = None
    ) -> Item:
        """The document of a text that was taken out of a page, a PDF or a record."""
        if isinstance(taken, str):
            return DocumentError(name, taken)
        text = self._text(taken.text, name)
        if isinstance(text, DocumentError):
            return text
        return Document(
            id=identifier,
            text=text,
            published=taken.published,
            published_day=published_day(taken.published) if taken.published else None,
            publisher=taken.publisher,
            author=taken.author,
            url=url or taken.url,
            title=taken.title,
            captured=captured,
            links=taken.links,
            origin=name,
            raw_sha256=bytes_sha256(data),
        )

    def _text(self, text: str, name: str) -> str | DocumentError:
        """The text untouched, or why it is none."""
        if not text.strip():
            return DocumentError(name, "holds no text")
        if len(text) > self._limits.text_characters:
            return DocumentError(name, f"too long: {len(text):,} characters, the limit is {self._limits.text_characters:,}")
        return text


def _no_report(name: str, shown: str) -> str:
    """Why a table is not read as prose, and what reads it."""
    lines = "; reports as JSON go one a line into a .jsonl file" if name.endswith(".json") else ""
    return f"looks like a table, not a report; `kroniek import incidents {shown}` reads a table of incidents{lines}"


def _kind(name: str, data: bytes) -> str:
    """Text, page or PDF, by the end of its name, else by how it begins."""
    if name.endswith(_PAGES):
        return "html"
    start = data[:_START].lstrip().lower()
    if name.endswith(".pdf") or start.startswith(_PDF_MARK.lower()):
        return "pdf"
    if not name.endswith(_TEXTS) and start.startswith(_PAGE_MARKS):
        return "html"
    return "text"
