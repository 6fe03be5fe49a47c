"""The sample reports: invented tellings of documented events, each marked as such, in all the forms that Kroniek takes in."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

import pypdf
import pytest

from tests.source_tree import PROJECT

REPORTS = PROJECT / "samples" / "reports"
SOURCES = (PROJECT / "samples" / "SOURCES.md").read_text(encoding="utf-8")
DEMONSTRATION = ("written for Kroniek's demonstration", "geschreven voor de demonstratie van Kroniek")
# Real outlets and agencies may be named as the record has it, but none may stand as the one that publishes a sample.
REAL_OUTLETS = re.compile(
    r"\b(Reuters|AFP|Associated Press|New York Times|Washington Post|Guardian|BBC|CNN|Al Jazeera|NRC|NOS|Volkskrant|Trouw"
    r"|Telegraaf|TASS|SANA)\b"
)
FILES = sorted(REPORTS.iterdir())


def _text(path: Path) -> str:
    if path.suffix == ".pdf":
        return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    return path.read_text(encoding="utf-8")


def test_there_are_enough_in_every_form() -> None:
    assert len(FILES) >= 26
    assert {path.suffix for path in FILES} == {".txt", ".html", ".pdf", ".jsonl"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_says_that_it_was_written_for_the_demonstration(path: Path) -> None:
    pieces = path.read_text(encoding="utf-8").splitlines() if path.suffix == ".jsonl" else [_text(path)]
    for piece in pieces:
        assert any(words in piece for words in DEMONSTRATION), piece[:80]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_is_listed_with_its_source(path: Path) -> None:
    beginnings = re.findall(r"`([a-z0-9-]+-)`", SOURCES)
    assert path.name == "feed.jsonl" or any(path.name.startswith(beginning) for beginning in beginnings)


def test_every_listed_event_has_a_sample() -> None:
    for beginning in re.findall(r"`([a-z0-9-]+-)`", SOURCES):
        assert any(path.name.startswith(beginning) for path in FILES), beginning


@pytest.mark.parametrize("path", [path for path in FILES if path.suffix in {".txt", ".pdf"}], ids=lambda path: path.name)
def test_no_real_outlet_is_made_to_publish_one(path: Path) -> None:
    head = "\n".join(_text(path).splitlines()[:2])
    assert not REAL_OUTLETS.search(head), head


@pytest.mark.parametrize("path", [path for path in FILES if path.suffix == ".html"], ids=lambda path: path.name)
def test_each_page_names_its_invented_outlet_and_date(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    site = re.search(r'property="og:site_name" content="([^"]+)"', page)
    published = re.search(r'property="article:published_time" content="(\d{4}-\d\d-\d\d)', page)
    assert site and published
    assert not REAL_OUTLETS.search(site[1])
    assert f"{site[1]} is an invented outlet" in page
    assert published[1] in path.name


def test_the_feed_is_in_the_form_of_the_contract() -> None:
    known = {"id", "text", "title", "publisher", "language", "published"}
    items = [json.loads(line) for line in (REPORTS / "feed.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len({item["id"] for item in items}) == len(items) >= 4
    assert all(set(item) == known for item in items)


def test_five_outlets_tell_what_one_monitor_said() -> None:
    telling = [path for path in FILES if path.name.startswith("raqqa-2017-08-2")]
    assert len(telling) == 5
    assert all("42" in _text(path) and re.search(r"Observator", _text(path)) for path in telling)


def test_the_sum_holds_upstream_and_not_downstream() -> None:
    upstream = _text(REPORTS / "heron-2019-03-11-upstream.html")
    downstream = _text(REPORTS / "heron-2019-03-14-downstream.txt")
    assert 310 + 145 + 275 == 730
    assert all(f"{part}" in upstream for part in (310, 145, 275, 730))
    assert "310" not in downstream and all(f"{part}" in downstream for part in (145, 275, 730))


def test_the_pdf_is_what_its_generator_writes() -> None:
    specification = importlib.util.spec_from_file_location("make_pdf", PROJECT / "samples" / "make_pdf.py")
    assert specification and specification.loader
    generator = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(generator)
    assert generator.REPORT.read_bytes() == generator.pdf()
