"""The gold is what its README says: locators stand once, amounts agree with bounds, words of lists are of the lists."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from kroniek.model.claim import Bound, Group, Harm, Kind, Method, Scope

GOLD = Path(__file__).resolve().parents[2] / "benchmarks" / "gold"
NEWS = {
    "dutch_news_kept": 60, "dutch_news": 60, "english_news_kept": 40, "english_news": 40, "fresh_dutch": 30, "fresh_english": 30,
    "unread_dutch": 36, "unread_english": 36,
}  # fmt: skip
PEACEFUL = {"peaceful_dutch": 150, "peaceful_english": 150}
Row = dict[str, Any]


def rows(name: str) -> list[Row]:
    return [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("name", "fewest"), [*NEWS.items(), *PEACEFUL.items()])
def test_ids_and_texts_are_unique_and_enough(name: str, fewest: int) -> None:
    read = rows(name)
    assert len(read) >= fewest
    assert len({row["id"] for row in read}) == len(read)
    assert len({row["text"] for row in read}) == len(read)
    assert {row["language"] for row in read} == {"nl" if "dutch" in name else "en"}


def test_no_report_is_in_two_files() -> None:
    read = [row for name in (*NEWS, *PEACEFUL) for row in rows(name)]
    assert len({row["id"] for row in read}) == len(read)
    assert len({row["text"] for row in read}) == len(read)


@pytest.mark.parametrize("name", NEWS)
def test_locators_stand_once_and_never_overlap(name: str) -> None:
    for row in rows(name):
        spans = []
        for figure in row["figures"]:
            assert row["text"].count(figure["locator"]) == 1, (row["id"], figure["locator"])
            start = row["text"].index(figure["locator"])
            spans.append((start, start + len(figure["locator"])))
        ordered = sorted(spans)
        assert all(left[1] <= right[0] for left, right in pairwise(ordered)), row["id"]


@pytest.mark.parametrize("name", NEWS)
def test_words_of_lists_are_of_the_lists(name: str) -> None:
    for row in rows(name):
        assert row["figures"], row["id"]
        assert date.fromisoformat(row["published"])
        for figure in row["figures"]:
            assert Kind(figure["kind"])
            assert Bound(figure["bound"])
            assert "scope" not in figure or Scope(figure["scope"])
            assert figure["harm"] is None or Harm(figure["harm"])
            assert figure["victims"] is None or Group(figure["victims"])
            assert (figure["kind"] in ("casualties", "displacement")) == (figure["harm"] is not None), (row["id"], figure["locator"])


@pytest.mark.parametrize("name", NEWS)
def test_events_have_a_scope(name: str) -> None:
    events = ("casualties", "strikes", "missions", "munitions", "targets", "displacement")
    for row in rows(name):
        assert all("scope" in figure for figure in row["figures"] if figure["kind"] in events), row["id"]


@pytest.mark.parametrize("name", NEWS)
def test_amounts_agree_with_their_bounds(name: str) -> None:
    for row in rows(name):
        for figure in row["figures"]:
            assert _agrees(figure), (row["id"], figure["locator"])


def _agrees(figure: Row) -> bool:
    low, high = figure["low"], figure["high"]
    if figure.get("malformed"):
        return low is None and high is None
    match Bound(figure["bound"]):
        case Bound.VAGUE:
            return low is None and high is None
        case Bound.AT_LEAST | Bound.MORE_THAN:
            return low is not None and high is None
        case Bound.AT_MOST:
            return low is None and high is not None
        case Bound.RANGE:
            return low is not None and high is not None and low < high
        case Bound.EXACT | Bound.ABOUT:
            return low is not None and low == high


@pytest.mark.parametrize("name", NEWS)
def test_what_is_told_stands_in_the_text(name: str) -> None:
    for row in rows(name):
        for figure in row["figures"]:
            assert (figure.get("origin") or "") in row["text"], (row["id"], figure["origin"])
            assert "place" not in figure or figure["place"] in row["text"], (row["id"], figure["place"])
            if "start" in figure:
                assert date.fromisoformat(figure["start"]) <= date.fromisoformat(figure["end"]), row["id"]


@pytest.mark.parametrize("name", PEACEFUL)
def test_peaceful_texts_have_no_figures(name: str) -> None:
    for row in rows(name):
        assert row["figures"] == []
        assert row["method"] is None or Method(row["method"]) in (Method.ACCIDENT, Method.DISASTER, Method.CRIME)
        assert row.get("peaceful") == row["method"]
