from __future__ import annotations

import pytest

from kroniek.incidents.conflict import tells_of_conflict
from kroniek.model.report import Document
from kroniek.reading.load import load_rules
from kroniek.reading.reader import read
from kroniek.reading.result import Reading


def reading_of(text: str, language: str = "en") -> Reading:
    return read(Document(id="x", text=text, language=language), load_rules())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A school bus plunged into a gorge in Kerala, killing 24.", "en"),
        ("Lightning killed nine farmers on Sunday.", "en"),
        ("Vijf kinderen liepen lichte verwondingen op toen een springkussen omwaaide.", "nl"),
    ],
)
def test_harm_in_peace_is_no_conflict(text: str, language: str) -> None:
    reading = reading_of(text, language)
    assert any(claim.harm is not None for claim in reading.claims)
    assert not tells_of_conflict(reading)


@pytest.mark.parametrize(
    "text",
    [
        "An airstrike killed 24 people.",
        "Israeli forces killed two men.",
        "Five died, the Houthis said.",
        "Nine civilians died in a strike on Raqqa.",
    ],
)
def test_a_means_of_war_or_a_belligerent_is_conflict(text: str) -> None:
    assert tells_of_conflict(reading_of(text))
