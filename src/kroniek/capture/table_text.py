"""The text of a table: that it is UTF-8, and what its cells are separated by."""

from __future__ import annotations

import codecs
import hashlib
import re
from pathlib import Path
from typing import TextIO

from kroniek.errors import DocumentError

_BLOCK = 1 << 20
_LONGEST_HEADING = 1 << 20
_QUOTED = re.compile('"[^"]*"')
_SEPARATORS = ",;\t"


def checked_text(path: Path, name: str) -> tuple[str, bytes]:
    """The SHA-256 of the file and its first bytes. Raises DocumentError where it is empty or no UTF-8, OSError where it cannot be read."""
    digest, first, before = hashlib.sha256(), b"", 0
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            if not first and block.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                raise DocumentError(name, "written in UTF-16; save it as UTF-8")
            first = first or block
            digest.update(block)
            if (zero := block.find(b"\0")) >= 0:
                raise DocumentError(name, f"no text: byte {before + zero} is zero; save the table as CSV in UTF-8")
            try:
                decoder.decode(block)
            except UnicodeDecodeError as error:
                raise DocumentError(name, f"not valid UTF-8, from about byte {before + error.start}; save it as UTF-8") from error
            before += len(block)
    if not first.strip():
        raise DocumentError(name, "the file is empty")
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise DocumentError(name, "not valid UTF-8, at its end; save it as UTF-8") from error
    return digest.hexdigest(), first


def separator_of(file: TextIO) -> str:
    """What separates the cells: the comma, semicolon or tab that the heading has most of, the comma where it has none of them.

    `file` stands at its beginning, and is left behind its first line.
    """
    heading = _QUOTED.sub("", file.readline(_LONGEST_HEADING))
    return max(_SEPARATORS, key=heading.count)
