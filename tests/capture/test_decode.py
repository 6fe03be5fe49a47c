from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kroniek.capture.decode import decode_html, decode_text


@given(st.text(alphabet=st.characters(exclude_characters="\x00\ufeff", exclude_categories=["Cs"])))
def test_text_comes_through_unaltered(text: str) -> None:
    assert decode_text(text.encode()) == text
    assert decode_text(codecs.BOM_UTF8 + text.encode()) == text
    assert decode_text(codecs.BOM_UTF16_LE + text.encode("utf-16-le")) == text
    assert decode_text(codecs.BOM_UTF16_BE + text.encode("utf-16-be")) == text


def test_line_ends_stay() -> None:
    assert decode_text(b"a\r\nb\rc\n") == "a\r\nb\rc\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"abc \xff def", r"not valid UTF-8: byte 0xff at byte 4"),
        (codecs.BOM_UTF8 + b"abc \xff", r"byte 0xff at byte 7"),
        (b"cut off \xe2\x82", r"byte 0xe2 at byte 8"),
        ("één".encode("windows-1252"), r"not valid UTF-8: byte 0xe9 at byte 0"),
        (b"PK\x03\x04\x00\x00", r"binary data, not text \(a zero byte at byte 4\)"),
        (codecs.BOM_UTF16_LE + b"a\x00b", r"not valid UTF-16"),
        (b"\xed\xa0\x80", r"not valid UTF-8"),  # half a surrogate pair
    ],
)
def test_what_is_not_text_is_refused_with_the_place(data: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        decode_text(data)


@pytest.mark.parametrize(
    ("data", "declared"),
    [
        ("<p>één</p>".encode(), None),
        ("<p>één</p>".encode("windows-1252"), None),
        (codecs.BOM_UTF8 + "<p>één</p>".encode(), "latin-1"),
        ("<p>één</p>".encode("utf-16"), None),
        ("<p>één</p>".encode("latin-1"), "iso-8859-1"),
        ("<p>één</p>".encode(), "no-such-encoding"),
        ("<p>één</p>".encode(), "base64"),  # a codec of Python, but not of text
    ],
)
def test_a_page_is_decoded_as_a_browser_would(data: bytes, declared: str | None) -> None:
    assert decode_html(data, declared) == "<p>één</p>"


def test_a_page_that_names_its_own_encoding() -> None:
    page = '<meta charset="windows-1251"><p>Удар</p>'
    assert decode_html(page.encode("windows-1251")) == page
    assert decode_html(page.encode("utf-8"), "utf-8") == page  # what the server says goes before
