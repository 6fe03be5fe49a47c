from __future__ import annotations

from pathlib import Path

import pytest

from kroniek.cli.explain import quantity_in_words
from kroniek.model.claim import Bound, Quantity
from tests.cli.conftest import Kroniek


def test_every_figure_with_its_rules(kroniek: Kroniek, reports: Path) -> None:
    ran = kroniek("explain", reports / "a.txt")
    shown = ran.output.decode()
    assert (ran.status, ran.errors) == (0, [])
    assert "a.txt: " in shown
    for part in ("nine", "killed", "civilian", "rules", "said by"):
        assert part in shown


def test_a_document_cannot_drive_the_terminal(kroniek: Kroniek, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nine \x1b[31mcivilians\x07 were killed in Raqqa\x1b]0;title\x07, an official said.")
    assert not set(kroniek("explain", "a.txt").output) & {0x1B, 0x07}


def test_a_document_that_cannot_be_read(kroniek: Kroniek) -> None:
    ran = kroniek("explain", "missing.txt")
    assert (ran.status, ran.errors) == (1, ["kroniek: missing.txt: no such file or folder"])


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(433, None, Bound.AT_LEAST), "at least 433"),
        (Quantity(100, None, Bound.MORE_THAN), "more than 100"),
        (Quantity(None, 20, Bound.AT_MOST), "at most 20"),
        (Quantity(10_000, 20_000, Bound.RANGE), "10,000 to 20,000"),
        (Quantity(2.2e9, 2.2e9, Bound.EXACT, unit="EUR"), "2,200,000,000.0 EUR"),
        (Quantity(8, 8, Bound.EXACT, unit="minute", per="munition"), "8 minute per munition"),
        (Quantity(None, None, Bound.VAGUE), "vague"),
        (Quantity(0, 0, Bound.EXACT), "0"),
        (Quantity(None, None, Bound.EXACT, malformed=True), "malformed, not read as a number"),
    ],
)
def test_quantities_in_words(quantity: Quantity, words: str) -> None:
    assert quantity_in_words(quantity) == words
