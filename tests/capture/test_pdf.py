from __future__ import annotations

from kroniek.capture.extracted import Extracted
from kroniek.capture.pdf import extract_pdf
from tests.capture.conftest import LOCKED, pdf


def test_the_text_of_all_pages() -> None:
    found = extract_pdf(pdf("Nine civilians were killed.", "Two were injured."), 1000)
    assert isinstance(found, Extracted)
    assert found.text == "Nine civilians were killed.\n\nTwo were injured."


def test_a_scan_holds_no_text() -> None:
    assert extract_pdf(pdf("", ""), 1000) == "the PDF holds no text (a scan?)"


def test_a_locked_one() -> None:
    assert extract_pdf(pdf("Nine killed", encrypt=LOCKED), 1000) == "the PDF is locked with a password"


def test_a_damaged_one_costs_a_line() -> None:
    whole = pdf("Nine killed")
    for data in (b"%PDF-1.4", b"%PDF-1.7\n" + b"\xff" * 1000, whole[:40], b"\x00" * 100):
        found = extract_pdf(data, 1000)
        assert isinstance(found, str)
        assert "PDF" in found


def test_too_many_characters() -> None:
    assert extract_pdf(pdf("Nine civilians", "Ten civilians"), 20) == "the PDF holds more than 20 characters of text"
