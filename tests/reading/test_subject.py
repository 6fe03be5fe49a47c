from __future__ import annotations

import pytest

from kroniek.model.report import Document
from kroniek.reading.load import load_rules
from kroniek.reading.reader import read
from kroniek.reading.result import Reading


def _reading(text: str, language: str) -> Reading:
    return read(Document(id="x", text=text, language=language), load_rules())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Beat three eggs. Add 200 grams of sugar. Stir it well. Bake the cake for forty minutes.", "en"),
        ("De ploeg won met 4-2. Er waren 1.300 toeschouwers. Het regende. Ze staat nu op 17 punten uit twaalf wedstrijden.", "nl"),
    ],
)
def test_a_text_without_a_word_of_conflict_gives_no_claim(text: str, language: str) -> None:
    reading = _reading(text, language)
    assert reading.claims == ()
    assert reading.set_aside > 0


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("About 4,000 people slept in the station. It was cold. It rained. Nobody was killed.", "en", 4000),
        ("The company paid 31 million dollars. It was late. It rained. It was cold.", "en", 31_000_000),
        ("In het dorp wonen 900 mensen. Het regende. Het was koud. De troepen trokken zich terug, zei de NAVO.", "nl", 900),
    ],
)
def test_one_word_of_it_keeps_every_figure(text: str, language: str, number: int) -> None:
    reading = _reading(text, language)
    assert number in {claim.quantity.low for claim in reading.claims}
    assert reading.set_aside == 0


def test_a_few_sentences_are_too_short_to_tell() -> None:
    assert _reading("Forty people came.", "en").claims
