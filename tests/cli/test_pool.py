from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kroniek.cli.pool import Item, process
from kroniek.errors import DocumentError, RulesError
from kroniek.model.report import Document
from tests.cli.standins import prepare_counting, prepare_failing, prepare_process


def _documents(*texts: str) -> list[Item]:
    return [Document(id=f"d{number}", text=text) for number, text in enumerate(texts)]


def _plain(results: Iterator[tuple[str, int] | DocumentError]) -> list[object]:
    return [(item.name, item.reason) if isinstance(item, DocumentError) else item for item in results]


def test_the_same_for_any_number_of_processes() -> None:
    items = _documents(*("x" * (number % 7) for number in range(150)))
    items.insert(40, DocumentError("broken.txt", "not valid UTF-8"))
    items[90] = Document(id="refused", text="refuse")
    items[91] = Document(id="bug", text="bug")
    alone = _plain(process(items, 1, prepare_counting))
    assert len(alone) == len(items)
    assert alone[40] == ("broken.txt", "not valid UTF-8")
    assert alone[90] == ("refused", "refused")
    assert alone[91] == ("bug", "a bug in kroniek: ZeroDivisionError: a bug\nof two lines (run with --debug for more)")
    assert alone == _plain(process(items, 2, prepare_counting)) == _plain(process(items, 3, prepare_counting))


def test_a_bug_carries_its_traceback() -> None:
    for jobs in (1, 2):
        results = list(process(_documents("bug", *["x"] * 40), jobs, prepare_counting))
        assert isinstance(results[0], DocumentError)
        assert "standins.py" in results[0].__notes__[0]


def test_few_documents_start_no_process() -> None:
    assert set(process(_documents("a", "b"), 4, prepare_process)) == {os.getpid()}
    assert os.getpid() not in set(process(_documents(*["a"] * 40), 2, prepare_process))


def test_a_document_that_kills_its_process_costs_itself() -> None:
    texts = ["x"] * 100
    texts[5] = texts[6] = texts[70] = "die"
    results = _plain(process(_documents(*texts), 2, prepare_counting))
    reason = "ended the process that read it (out of memory?)"
    assert results == [(f"d{number}", reason if text == "die" else 1) for number, text in enumerate(texts)]


def test_time_is_limited() -> None:
    for jobs in (1, 2):
        results = _plain(process(_documents("sleep", *["x"] * 40), jobs, prepare_counting, seconds=1))
        assert results[0] == ("d0", "took longer than 1 seconds to read")
        assert results[1:] == [(f"d{number}", 1) for number in range(1, 41)]


def test_word_lists_that_do_not_load_end_it_all() -> None:
    for jobs in (1, 2):
        with pytest.raises(RulesError, match=r"harm\.yaml, row 3"):
            list(process(_documents(*["x"] * 40), jobs, prepare_failing))


def test_nothing_is_loaded_where_there_is_nothing_to_read() -> None:
    assert list(process([], 2, prepare_failing)) == []
    assert _plain(process([DocumentError("a", "b")], 2, prepare_failing)) == [("a", "b")]


def test_documents_are_taken_in_as_they_are_needed() -> None:
    """Else a million documents would stand in memory before the first was handed out."""
    taken = 0

    def documents() -> Iterator[Item]:
        nonlocal taken
        while True:
            taken += 1
            yield Document(id=f"d{taken}", text="x" * 200_000)

    results = process(documents(), 2, prepare_counting)
    for _ in range(20):
        next(results)
    assert taken <= 20 + 2 * 3 + 2
    results.close()  # type: ignore[attr-defined]


def test_leaving_early_ends_the_processes() -> None:
    before = set(multiprocessing.active_children())
    results = process(_documents(*["x"] * 32, *["sleep"] * 100), 2, prepare_counting)
    assert next(results) == ("d0", 1)
    started = set(multiprocessing.active_children()) - before
    assert started
    results.close()  # type: ignore[attr-defined]
    until = time.monotonic() + 10
    while any(_runs(child.pid) for child in started) and time.monotonic() < until:
        time.sleep(0.05)
    assert not [child for child in started if _runs(child.pid)]


def _runs(pid: int | None) -> bool:
    """Asked of the system, since the pool's own thread waits for the same process."""
    state = Path(f"/proc/{pid}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"
