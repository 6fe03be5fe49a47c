"""Harm told in other ways than "five people were killed": after a colon, by an apposition, by what was lost, by a verb that falls apart."""

from __future__ import annotations

import pytest

from tests.reading.sentence_tools import claims_in, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Killed since Saturday: 149.", [("casualties", "killed", "person", 149, 149)]),
        ("The army lost 23 men when shells fell on the ridge.", [("casualties", "killed", "man", 23, 23)]),
        ("The dead, seven in all, were buried after the bombing.", [("casualties", "killed", "person", 7, 7)]),
        ("Of the 49 soldiers 33 are missing.", [("force", None, "combatant", 49, 49), ("casualties", "missing", "combatant", 33, 33)]),
        ("A teacher, the youngest of the dead, was hit when shells struck Beit Hanoun.", [("casualties", "killed", "person", 1, 1)]),
        ("The driver did not survive the ambush.", [("casualties", "killed", "person", 1, 1)]),
        (
            "A drone killed Colonel Ivan Petrov and two of his aides.",
            [("casualties", "killed", "man", 1, 1), ("casualties", "killed", "person", 2, 2)],
        ),
        (
            "Six were killed by a single mortar round, and three in the suburbs.",
            [("casualties", "killed", "person", 6, 6), ("munitions", None, None, 1, 1), ("casualties", "killed", "person", 3, 3)],
        ),
        (
            "A soldier was killed and another seriously wounded in the shelling.",
            [("casualties", "killed", "combatant", 1, 1), ("casualties", "injured", "combatant", 1, 1)],
        ),
    ],
)
def test_english(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De chauffeur overleefde de hinderlaag niet.", [("casualties", "killed", "person", 1, 1)]),
        ("Strijders namen elf dorpelingen in gijzeling.", [("casualties", "detained", "person", 11, 11)]),
        ("De rebellen houden 25 agenten gevangen.", [("casualties", "detained", "person", 25, 25)]),
        ("Nog acht mensen liepen scherfwonden op.", [("casualties", "injured", "person", 8, 8)]),
        ("De inslag werd negen schoolkinderen fataal.", [("casualties", "killed", "child", 9, 9)]),
        ("Het leger verloor naar eigen zeggen drie soldaten.", [("casualties", "killed", "combatant", 3, 3)]),
        (
            "Gedood: vierentwintig militairen. Gewond: dertien.",
            [("casualties", "killed", "combatant", 24, 24), ("casualties", "injured", "person", 13, 13)],
        ),
        (
            "Het ziekenhuis nam 28 gewonden op, van wie er later negen overleden.",
            [("casualties", "injured", "person", 28, 28), ("casualties", "killed", "person", 9, 9)],
        ),
        (
            "De raket trof hun huis en doodde Ahmad, zijn twee zonen en een dochter.",
            [("casualties", "killed", "person", 2, 2), ("casualties", "killed", "person", 1, 1)],
        ),
    ],
)
def test_dutch(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [claim for claim in told(text, "nl") if claim[0] == "casualties"] == expected


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("Militants attacked the base. The army denied it at first. It said nine soldiers were killed.", "The army"),
        ("Nine people were killed, by the reckoning of the Red Cross.", "Red Cross"),
        ("Aid agencies guess that 4,000 people have been killed.", "Aid agencies"),
        ("Kotor said that 19 of its citizens had been killed.", "Kotor"),
    ],
)
def test_whose_count_it_is(text: str, origin: str) -> None:
    (claim,) = [claim for claim in claims_in(text) if claim.harm is not None]
    assert claim.said_by and origin in (claim.said_by[-1].name or "") + claim.said_by[-1].text


def test_a_place_that_counts_does_not_speak() -> None:
    (claim,) = [claim for claim in claims_in("Aleppo saw 40 people killed on Friday.") if claim.harm is not None]
    assert not claim.said_by
