from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from kroniek.capture.versions import bytes_sha256, text_sha256
from kroniek.model.report import Document


@given(st.text())
def test_a_text_is_named_as_its_document_names_it(text: str) -> None:
    assert text_sha256(text) == Document(id="x", text=text).version


def test_bytes() -> None:
    assert bytes_sha256(b"a\r\n") == hashlib.sha256(b"a\r\n").hexdigest()
