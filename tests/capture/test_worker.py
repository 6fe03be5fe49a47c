from __future__ import annotations

import os
import signal

import pytest

from kroniek.capture import worker
from kroniek.capture.extracted import Extracted
from kroniek.capture.limits import Limits
from kroniek.capture.worker import Extractor
from tests.capture.conftest import SMALL, pdf

PAGE = "<html><body><p>Nine civilians were killed.</p></body></html>"


def test_one_child_serves_all_and_ends_with_the_last() -> None:
    with Extractor(SMALL) as extractor:
        assert isinstance(extractor.html(PAGE), Extracted)
        process = extractor._process
        assert process is not None
        assert isinstance(extractor.pdf(pdf("Nine killed")), Extracted)
        assert extractor._process is process
    assert process.poll() == 0


def test_a_child_that_died_costs_one_document() -> None:
    with Extractor(SMALL) as extractor:
        extractor.html(PAGE)
        assert extractor._process is not None
        os.kill(extractor._process.pid, signal.SIGSEGV)
        extractor._process.wait()
        assert "crash" in str(extractor.html(PAGE))
        assert isinstance(extractor.html(PAGE), Extracted)


def test_processor_time_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    """A million list items take trafilatura far longer than a second. The limit by the clock, which a busy machine could meet first,
    is put out of the way."""
    monkeypatch.setattr(worker, "_CLOCK_TO_PROCESSOR", 300)
    slow = "<html><body>" + "<p>Nine <b>killed</b> <i>a</i></p><ul><li>x</li></ul>" * 400_000 + "</body></html>"
    with Extractor(Limits(extract_seconds=1)) as extractor:
        answer = extractor.html(slow)
        assert isinstance(answer, str)
        assert "more than 1 seconds of processor time" in answer
        assert isinstance(extractor.html(PAGE), Extracted)


def test_memory_is_limited() -> None:
    with Extractor(Limits(extract_memory_bytes=400 * 1024 * 1024)) as extractor:
        answer = extractor.html("<html><body>" + "<p>Nine killed</p>" * 2_000_000 + "</body></html>")
        assert isinstance(answer, str)
        assert isinstance(extractor.html(PAGE), Extracted)


@pytest.mark.parametrize("tag", ["div", "b", "table", "blockquote", "ul", "a", "font"])
def test_a_million_nested_tags(tag: str) -> None:
    with Extractor(SMALL) as extractor:
        for page in (f"<{tag}>" * 1_000_000, f"<{tag}>" * 1_000_000 + "Nine killed" + f"</{tag}>" * 1_000_000):
            answer = extractor.html(page)
            assert isinstance(answer, str) or "Nine killed" in answer.text
        assert isinstance(extractor.html(PAGE), Extracted)
