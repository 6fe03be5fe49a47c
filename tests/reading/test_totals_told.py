"""Totals of wars, and other events that a report calls to mind: neither is the incident that it tells of."""

from __future__ import annotations

from datetime import date

import pytest

from kroniek.model.claim import Scope
from tests.reading.sentence_tools import claims_in


def scopes(text: str, language: str = "en") -> list[str]:
    return [claim.scope.value for claim in claims_in(text, language, date(2024, 5, 16)) if claim.harm is not None]


@pytest.mark.parametrize(
    "text",
    [
        "The offensive has killed 80 people.",
        "The war, which broke out in the north, has killed 80 people.",
        "Missiles at cities across Ukraine, including a strike on a clinic, killed nine people in two air strikes on Monday.",
        "The rights office has now verified 691 civilian deaths.",
        "Northern bombs have killed some 200 people since the quake.",
        "Shelling killed nine people in the province over the past 24 hours.",
        "Missile strikes across Ukraine killed nine people on Monday.",
    ],
)
def test_totals(text: str) -> None:
    assert scopes(text) == ["aggregate"]


@pytest.mark.parametrize(
    "text",
    [
        "A strike on Monday killed nine people, the deadliest of the war.",
        "Nine people displaced by the war were killed on Monday.",
        "A strike on Tallan, the deadliest since the truce, has killed nine people.",
        "On Monday 2,700 people were wounded at the fence.",
        "A raid killed nine people across the street on Monday.",
    ],
)
def test_no_totals(text: str) -> None:
    assert set(scopes(text)) == {"incident"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A strike on Tallan killed four people on Monday. Rescuers dug on. On 3 January, a raid killed 39 in Kessa.", "en"),
        ("A strike on Tallan killed four people on Monday. Rescuers dug on. In March a raid on Kessa killed nine people.", "en"),
        ("Bij een aanval op Tallan vielen maandag vier doden. Er wordt gezocht. In maart doodde een aanval in Kessa negen mensen.", "nl"),
    ],
)
def test_another_event(text: str, language: str) -> None:
    assert scopes(text, language) == ["incident", "background"]


def test_what_an_inquiry_is_about_is_no_other_event() -> None:
    text = "Soldiers executed at least 208 people, the group said in an investigation released on Tuesday. The army killed 161 on 3 March."
    assert scopes(text) == ["incident", "incident"]
    time = claims_in(text, day=date(2024, 5, 16))[0].time
    assert time is not None and time.start_day == date(2024, 3, 3)


def test_what_the_attack_followed_is_another_event() -> None:
    text = "A raid killed four people in Tallan on Tuesday. It came a day after nine people were killed in strikes on Kessa."
    assert scopes(text) == ["incident", "background"]


def test_damage_of_a_day_is_of_the_incident() -> None:
    (claim,) = claims_in("A missile demolished 72 flats in Tallan on Monday.")
    assert claim.scope is Scope.INCIDENT


def test_a_total_that_goes_on() -> None:
    text = "Settlers carried out 800 attacks since October. This included the killing of 30 people and the injury of 500 others."
    assert scopes(text) == ["aggregate", "aggregate"]


def test_what_was_weeks_before_has_not_the_day_of_what_came() -> None:
    (claim,) = [claim for claim in claims_in("Saturday's blasts came two weeks after 350 people were killed in Kessa.") if claim.harm]
    assert (claim.scope, claim.time) == (Scope.BACKGROUND, None)


def test_an_attack_with_an_adjective_of_last_month_is_another_event() -> None:
    text = "A bomb in Tallan killed four people on Monday. Rescuers dug on. A horrific attack last month on a clinic in Kessa killed 24."
    assert scopes(text) == ["incident", "background"]
