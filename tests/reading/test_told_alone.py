"""Counts of the dead told without their noun, as a fragment, behind a colon or a noun of counting; and where none is meant."""

from __future__ import annotations

import pytest

from kroniek.model.claim import Harm
from tests.reading.sentence_tools import claims_in, told


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Jets bombed the ferry at Koral. Seventy, says the harbour master.", 70),
        ("Jets bombed the ferry at Koral. “More than 70,” said Ilir Hoxha, who runs the port.", 70),
        ("The elders were shelled on the bridge: about 65, a council in Dorf claims.", 65),
        ("It was the bloodiest night since spring: 41, the governor said.", 41),
        ("A shell hit the bakery. The mayor read out the number: 14.", 14),
        ("A shell hit the bakery. The mayor's list runs to 14 names.", 14),
        ("The alliance admits 120 civilian deaths; our own minimum is 800.", 800),
        ("Nobody knows how many died in the raid; it may be sixty.", 60),
        ("The gunboat fired on the raft. The doctor gave up counting at 20.", 20),
        ("Counted in the ward: dead, 15; hurt, 22.", 15),
        ("Fifteen died at the well. The coalition would own up to four.", 4),
    ],
)
def test_a_number_alone_counts_the_dead(text: str, low: int) -> None:
    assert low in [claim.quantity.low for claim in claims_in(text) if claim.harm is not None and claim.harm.value == "killed"]


@pytest.mark.parametrize(
    "text",
    [
        "The price of bread has doubled, says the miller: 40, up from 20.",
        "Jets bombed the depot. The drone count stands at 40.",
        "Sixty shells fell on the town; the number of tanks is 12.",
        "The committee met on Tuesday. Forty, says the clerk.",
    ],
)
def test_a_number_alone_counts_nobody_where_no_harm_is_told_or_things_are_counted(text: str) -> None:
    assert not [claim for claim in claims_in(text) if claim.harm is not None]


def test_the_parts_of_a_number_alone_share_its_harm() -> None:
    assert told("Jets bombed the ferry. Ninety, says the mayor: 60 children, 15 women and 15 men.") == [
        ("casualties", "killed", "person", 90, 90),
        ("casualties", "killed", "child", 60, 60),
        ("casualties", "killed", "woman", 15, 15),
        ("casualties", "killed", "man", 15, 15),
    ]


@pytest.mark.parametrize("opening", ["Of those killed,", "Of the dead,"])
def test_what_opens_with_the_dead_counts_parts_of_them(opening: str) -> None:
    found = told(f"{opening} 61 were men, 48 women and 12 boys.")
    assert all(harm == "killed" for _, harm, *_ in found)
    assert [(group, low) for _, _, group, low, _ in found] == [("man", 61), ("woman", 48), ("child", 12)]


def test_the_homes_of_those_killed_are_no_part_of_them() -> None:
    assert all(harm is None for _, harm, group, *_ in told("Nine guards stood at the doors of those killed.") if group == "combatant")


def test_ages_behind_several_people_are_no_figures() -> None:
    assert told("Shelling killed two boys, 11 and 14.") == [("casualties", "killed", "child", 2, 2)]


def test_a_part_that_died_tells_nothing_of_its_whole() -> None:
    found = told("The hospital took in 300 patients, and 41 of these died.")
    assert [(harm, low) for _, harm, _, low, _ in found] == [(None, 300), ("killed", 41)]


def test_nobody_who_knows_is_nobody_killed() -> None:
    assert 0 not in [low for *_, low, _ in told("Nobody knows how many died.")]
    assert [low for *_, low, _ in told("No one was hurt in the second attack.")] == [0]


def test_thousands_and_hundreds_in_words_are_one_number() -> None:
    assert told("Four thousand five hundred people fled the camp.") == [("displacement", "displaced", "person", 4500, 4500)]


def test_a_part_is_told_by_whoever_told_the_whole() -> None:
    claims = claims_in("The Red Cross counted 40 dead; ten of them were children. Four were nurses.")
    assert [[speaker.text for speaker in claim.said_by] for claim in claims] == [["The Red Cross"]] * 3


def test_a_part_of_a_number_alone_is_its_part_where_its_own_words_tell_the_harm_too() -> None:
    claims = claims_in("A bomb fell on the mill. The result was this: at least 56, eleven of them children, dead in one raid.")
    assert [(claim.quantity.low, claim.part_of is not None) for claim in claims if claim.harm is not None] == [(56, False), (11, True)]


def test_over_behind_bombs_is_where_they_fell() -> None:
    assert [low for *_, low, high in told("Jets dropped bombs over two schools.") if high is None and low == 2] == []


def test_a_rival_count_right_after_a_toll_is_of_the_dead() -> None:
    text = "SANA schrijft dat er 27 mensen zijn omgekomen. Het Observatorium heeft het over 21 burgers, onder wie negen kinderen."
    assert [claim.harm for claim in claims_in(text, "nl") if claim.quantity.low in (21, 9)] == [Harm.KILLED, Harm.KILLED]
