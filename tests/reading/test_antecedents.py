"""Numbers without a noun, and parts of those told before, read by what their words point to."""

from __future__ import annotations

import pytest

from tests.reading.sentence_tools import told

MUNITIONS = ("munitions", None, None)
KILLED = ("casualties", "killed")
INJURED = ("casualties", "injured")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het leger schoot negentig raketten af, waarvan er volgens Kyiv zestig neerkwamen.", [(*MUNITIONS, 90, 90), (*MUNITIONS, 60, 60)]),
        ("Van de vijftig drones haalde de luchtmacht er 41 neer.", [(*MUNITIONS, 50, 50), (*MUNITIONS, 41, 41)]),
        ("De luchtmacht haalde 33 van de 40 drones neer.", [(*MUNITIONS, 33, 33), (*MUNITIONS, 40, 40)]),
        ("Er kwamen acht raketten neer. Twee daarvan troffen een flat.", [(*MUNITIONS, 8, 8), (*MUNITIONS, 2, 2)]),
        (
            "Bij de beschieting vielen twee doden. Het gaat om een vrouw en een jongen.",
            [(*KILLED, "person", 2, 2), (*KILLED, "woman", 1, 1), (*KILLED, "child", 1, 1)],
        ),
        (
            "Niemand in het busje overleefde de aanval. Het waren er vijf.",
            [(*KILLED, "person", 5, 5)],
        ),
        ("Een soldaat werd gedood, drie anderen raakten gewond.", [(*KILLED, "combatant", 1, 1), (*INJURED, "combatant", 3, 3)]),
        ("Er vielen tien doden en twintig gewonden, onder wie vier kinderen.", [
            (*KILLED, "person", 10, 10), (*INJURED, "person", 20, 20), (*INJURED, "child", 4, 4),
        ]),
        ("Een gewonde arts en drie dode kinderen werden gevonden.", [(*INJURED, "medical", 1, 1), (*KILLED, "child", 3, 3)]),
        ("Er viel een dode.", [(*KILLED, "person", 1, 1)]),
        ("Een moeder van drie kwam om.", [(*KILLED, "woman", 1, 1)]),
        ("Het dodental steeg met vier, tot twaalf.", [(*KILLED, "person", 4, 4), (*KILLED, "person", 12, 12)]),
        ("Een echtpaar kwam om.", [(*KILLED, "person", 2, 2)]),
        ("Hoeveel burgers kwamen om?", []),
    ],
)  # fmt: skip
def test_dutch_numbers_that_point_back(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "nl") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The air force shot down 33 of the 40 drones.", [(*MUNITIONS, 33, 33), (*MUNITIONS, 40, 40)]),
        ("Russia fired 30 missiles; 21 were intercepted.", [(*MUNITIONS, 30, 30), (*MUNITIONS, 21, 21)]),
        ("Six civilians died and four were wounded.", [(*KILLED, "civilian", 6, 6), (*INJURED, "civilian", 4, 4)]),
        ("A mother of three was killed.", [(*KILLED, "woman", 1, 1)]),
    ],
)
def test_english_numbers_that_point_back(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text) == expected
