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
        ("A glider came down in a field near Bergen, killing its pilot and a passenger.", "en"),
        ("Two cyclists were struck by a van and died at the scene.", "en"),
        ("Officers arrested three men over a raid on a jeweller's shop.", "en"),
        ("A girl of 15 was shot in a street fight in Lyon.", "en"),
        ("De hittegolf kostte in Nederland en Duitsland zeker negentig bejaarden het leven.", "nl"),
        ("The heatwave killed at least 90 elderly people in Germany.", "en"),
        ("In een Chileense mijn kwamen zeven mijnwerkers om het leven.", "nl"),
        ("Seven miners were killed when a mine collapsed in Peru.", "en"),
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
        "Two soldiers died when their helicopter crashed near Gao.",
        "The Russian army drowned four prisoners in a river.",
        "Three farmers were killed when they drove over a mine near Izium.",
    ],
)
def test_a_means_of_war_or_a_belligerent_is_conflict(text: str) -> None:
    assert tells_of_conflict(reading_of(text))
