from __future__ import annotations

import pytest

from tests.reading.sentence_tools import claims_in


@pytest.mark.parametrize(
    ("text", "language", "kind", "unit"),
    [
        ("The coalition fired 5,775 bombs and missiles at the city.", "en", "munitions", None),
        ("The jets flew 55 combat sorties.", "en", "missions", None),
        ("The army carried out eight strikes near Raqqa.", "en", "strikes", None),
        ("The ministry budgeted $584 million for it.", "en", "money", "USD"),
        ("De begroting telt 584 miljoen euro.", "nl", "money", "EUR"),
        ("Raqqa covers approximately 40 square kilometers.", "en", "area", "km2"),
        ("Het is een gebied van 40 vierkante kilometer.", "nl", "area", "km2"),
        ("That is a 92% increase from July.", "en", "change", "percent"),
        ("Dat was een stijging van 92% ten opzichte van juli.", "nl", "change", "percent"),
        ("More than 75 percent of the city has been destroyed.", "en", "destruction", "percent"),
        ("Intussen ligt 75% van de stad in puin.", "nl", "destruction", "percent"),
        ("They fired ten times the number of shells of last year.", "en", "ratio", None),
        ("Seven documents were altered.", "en", "documents", None),
    ],
)
def test_the_kind_of_a_figure(text: str, language: str, kind: str, unit: str | None) -> None:
    claim = claims_in(text, language)[0]
    assert (claim.kind, claim.quantity.unit) == (kind, unit)


def test_a_rate_keeps_its_unit_and_what_comes_once_in_it() -> None:
    (rate,) = claims_in("Bombs fell at the rate of one air-delivered munition every 8 minutes.")
    assert (rate.kind, rate.quantity.low, rate.quantity.high, rate.quantity.unit, rate.quantity.per) == ("rate", 8, 8, "minute", "munition")


def test_budgeted_and_spent_are_told_apart() -> None:
    budgeted = claims_in("The department has budgeted $584 million for the programme.")[0]
    spent = claims_in("The department has spent $584 million on the programme.")[0]
    assert (budgeted.flow, spent.flow) == ("budgeted", "paid")


def test_what_nobody_can_classify_is_other_and_not_lost() -> None:
    claims = claims_in("The plant planned to make 1,250 widgets.")
    assert [claim.kind for claim in claims] == ["other"]


def test_targets_carry_what_was_done_to_them() -> None:
    claims = claims_in("Near Hajin, two strikes engaged three tactical units and destroyed a bunker and four vehicles.")
    assert [(claim.kind, claim.effect, claim.quantity.low) for claim in claims] == [
        ("strikes", None, 2),
        ("targets", "engaged", 3),
        ("targets", "destroyed", 1),
        ("targets", "destroyed", 4),
    ]


def test_weapons_used_on_missions_are_strikes() -> None:
    claims = claims_in("De toestellen vlogen 9 missies. Bij 4 werden wapens ingezet.", "nl")
    assert [(claim.kind, claim.quantity.low) for claim in claims] == [("missions", 9), ("strikes", 4)]
