"""Numbers whose noun or verb was told before; and numbers that look so and are none."""

from __future__ import annotations

import pytest

from tests.reading.sentence_tools import told

CASES = [
    (
        "Shelling of Kherson killed three civilians on Monday and two on Tuesday.",
        [("casualties", "killed", "civilian", 3, 3), ("casualties", "killed", "civilian", 2, 2)],
    ),
    (
        "A missile hit the station in Sumy, wounding 30 people. Four have since died.",
        [("casualties", "injured", "person", 30, 30), ("casualties", "killed", "person", 4, 4)],
    ),
    (
        "Warplanes carried out 35 raids on Sunday, compared with 12 on Saturday.",
        [("strikes", None, None, 35, 35), ("strikes", None, None, 12, 12)],
    ),
    (
        "Of the 60 drones launched by Russia, 48 were shot down.",
        [("munitions", None, None, 60, 60), ("munitions", None, None, 48, 48)],
    ),
    (
        "The army said five of its soldiers were killed and three seriously wounded.",
        [("casualties", "killed", "combatant", 5, 5), ("casualties", "injured", "combatant", 3, 3)],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_number_without_noun_counts_what_was_counted_before(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Snipers killed two boys, aged nine and 11, in Taiz.",
        "A father of four and a boy of 11 were killed in Taiz.",
        "Thirteen of those killed were under 18.",
        "The blast killed Sami Haddad (924300650) in Homs.",
    ],
)
def test_ages_families_and_identity_numbers_are_no_counts(text: str) -> None:
    assert not {4, 9, 11, 18, 924300650} & {low for kind, *_, low, _ in told(text) if kind == "casualties"}


def test_others_share_the_side_but_not_the_sex_of_those_before() -> None:
    assert told("A strike killed two women and wounded three others in Gaza.")[1] == ("casualties", "injured", "person", 3, 3)
