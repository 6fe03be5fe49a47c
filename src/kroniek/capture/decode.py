"""From bytes to text, without altering a character: line ends stay as they are."""

from __future__ import annotations

import codecs
import re

_UTF16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# where HTML says which encoding it is in; browsers look no further than 1,024 bytes
_HTML_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_HTML_CHARSET_WITHIN = 1024


def decode_text(data: bytes) -> str:
    """The text of a plain file: UTF-8, or UTF-16 where a byte order mark says so; the mark is no part of the text.

    Bytes that are not UTF-8 are refused and not guessed at: in evidence, a wrong guess at an encoding changes names.

    Raises ValueError with a reason in plain words.
    """
    for mark, encoding in _UTF16:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, "UTF-16", len(mark))
    if b"\x00" in data:
        raise ValueError(f"binary data, not text (a zero byte at byte {data.index(0):,})")
    skipped = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    return _strict(data[skipped:], "utf-8", "UTF-8", skipped)


def _strict(data: bytes, encoding: str, name: str, skipped: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start + skipped
        raise ValueError(
            f"not valid {name}: byte 0x{data[error.start]:02x} at byte {at:,} (save it as UTF-8, then read it again)"
        ) from None


def decode_html(data: bytes, declared: str | None = None) -> str:
    """The source of a web page, as a browser would decode it: byte order mark, `declared` by the server, the page's own
    meta element, UTF-8, and Windows-1252 where it is not that. Bytes that do not fit become U+FFFD, as in a browser."""
    for mark, encoding in (*_UTF16, (codecs.BOM_UTF8, "utf-8")):
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    named = _HTML_CHARSET.search(data[:_HTML_CHARSET_WITHIN])
    for label in (declared, named[1].decode("ascii") if named else None):
        codec = _codec(label)
        if codec:
            return data.decode(codec, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("windows-1252", "replace")


def _codec(label: str | None) -> str | None:
    """Python's name of an encoding of text; None for one that it does not know or that is none of text."""
    if label is None:
        return None
    try:
        codec = codecs.lookup(label)
        b"a".decode(codec.name)
    except (LookupError, UnicodeError):
        return None
    if codec.name.startswith("utf-16"):  # a page whose meta element could be read is not in UTF-16
        return "utf-8"
    return "windows-1252" if codec.name in {"iso8859-1", "ascii"} else codec.name
