"""A mine of miners, Dutch "mijn" for my, and what is shot down."""

from __future__ import annotations

import pytest

from kroniek.model.claim import Claim, Method
from kroniek.model.report import Document
from kroniek.reading.load import load_rules
from kroniek.reading.reader import read


def claims_of(text: str, language: str) -> tuple[Claim, ...]:
    return read(Document(id="x", text=text, language=language), load_rules()).claims


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nine miners died when a mine flooded near Harare.", "en"),
        ("Six people died in an illegal gold mine near Kolwezi.", "en"),
        ("In de mijn werden twintig kompels gedood door gas.", "nl"),
        ("Vier mensen kwamen om, las ik in mijn krant.", "nl"),
        ("Mijn twee buren werden gedood.", "nl"),
    ],
)
def test_it_is_no_landmine(text: str, language: str) -> None:
    assert all(claim.method is not Method.LANDMINE for claim in claims_of(text, language))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Two shepherds were killed when they stepped on a mine near Hama.", "en"),
        ("Bij Marib reed een busje op een mijn; vijf mensen kwamen om.", "nl"),
        ("Vijf mensen werden gedood door een oude mijn bij Marib.", "nl"),
        ("Twee kinderen raakten gewond door mijnen in Mosul.", "nl"),
    ],
)
def test_it_is_a_landmine(text: str, language: str) -> None:
    assert any(claim.method is Method.LANDMINE for claim in claims_of(text, language))


def test_what_is_shot_down_was_not_shot_by_small_arms() -> None:
    told = claims_of("Forty missiles were fired at Kharkiv, and nine of them were shot down.", "en")
    assert [claim.quantity.low for claim in told] == [40, 9]
    assert all(claim.method is not Method.SMALL_ARMS for claim in told)


def test_people_are_shot_by_small_arms() -> None:
    (told,) = claims_of("Three men were shot dead near Nablus.", "en")
    assert told.method is Method.SMALL_ARMS
