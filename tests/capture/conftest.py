from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pytest

from kroniek.capture.collect import collect
from kroniek.capture.limits import Limits
from kroniek.capture.notes import Note
from kroniek.errors import DocumentError
from kroniek.model.report import Document

SMALL = Limits(extract_seconds=5, extract_memory_bytes=1024 * 1024 * 1024)


class Collected:
    """All that came of some paths."""

    def __init__(self, paths: Sequence[str], limits: Limits, stdin: bytes) -> None:
        self.notes: list[Note] = []
        self.items = list(collect(paths, limits=limits, stdin=BytesIO(stdin), notes=self.notes.append))
        self.documents = [item for item in self.items if isinstance(item, Document)]
        self.errors = [item for item in self.items if isinstance(item, DocumentError)]

    @property
    def document(self) -> Document:
        assert len(self.items) == 1, self.items
        return self.documents[0]

    @property
    def error(self) -> DocumentError:
        assert len(self.items) == 1, self.items
        return self.errors[0]


Gather = Callable[..., Collected]


@pytest.fixture
def gather() -> Gather:
    def run(*paths: Path | str, limits: Limits = SMALL, stdin: bytes = b"") -> Collected:
        return Collected([str(path) for path in paths], limits, stdin)

    return run


def pdf(*pages: str, encrypt: str = "") -> bytes:
    """A small PDF written by hand, a line of text a page; an empty one draws nothing."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for words in pages:
        stream = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET" if words else ""
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
            f"/Contents {len(objects)} 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    return out + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {encrypt} >>\nstartxref\n{table}\n%%EOF\n".encode()


# the standard security handler with keys that no empty password opens
LOCKED = f"/ID [<{'00' * 16}> <{'00' * 16}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'11' * 32}> /U <{'22' * 32}> >>"
