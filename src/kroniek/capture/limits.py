"""How much of one document is read before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Limits on one document. A document beyond one is refused with a line that names the limit, never cut short.

    `file_bytes`: bytes of one file, one line of JSON Lines, or one record of a web archive.
    `text_characters`: code points of the text of one document, after it was taken from its HTML or PDF.
    `extract_seconds`: processor time for taking the text out of one HTML or PDF; by the clock three times as much.
    `extract_memory_bytes`: address space of the child process that does so.
    `unpacked_ratio`: how many times its own size a compressed web archive may unpack to (pages reach ten or twenty).
    """

    file_bytes: int = 50 * _MEGABYTE
    text_characters: int = 5_000_000
    extract_seconds: int = 20
    extract_memory_bytes: int = 2048 * _MEGABYTE
    unpacked_ratio: int = 200


def size_in_words(size: int) -> str:
    """A number of bytes as a person would say it."""
    return f"{size / _MEGABYTE:,.0f} MB" if size >= _MEGABYTE else f"{size:,} bytes"
