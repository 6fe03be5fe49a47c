"""People told with a lesser harm who are dead by the same words, what the dead were, and parts told as fractions."""

from __future__ import annotations

import pytest

from tests.reading.sentence_tools import claims_in, told


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Seven men were abducted and executed.", "en", ("killed", "man", 7)),
        ("Seven men were abducted and later found dead.", "en", ("killed", "man", 7)),
        ("Seven men were taken from their homes and executed.", "en", ("killed", "man", 7)),
        ("Four people were injured and died in hospital.", "en", ("killed", "person", 4)),
        ("The bodies of five missing fishermen were found.", "en", ("killed", "person", 5)),
        ("Gunmen abducted and then killed seven men.", "en", ("killed", "man", 7)),
        ("Zeven mannen werden ontvoerd en later gedood.", "nl", ("killed", "man", 7)),
        ("De lichamen van vijf vermiste vissers spoelden aan.", "nl", ("killed", "person", 5)),
    ],
)
def test_the_worst_that_befell_them_is_told(text: str, language: str, expected: tuple[str, str, int]) -> None:
    assert [(claim[1], claim[2], claim[3]) for claim in told(text, language)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seven men were abducted and two were killed.", [("detained", 7), ("killed", 2)]),
        ("Five people were wounded and one was killed.", [("injured", 5), ("killed", 1)]),
        ("A man was wounded, and his son was killed.", [("injured", 1), ("killed", 1)]),
        ("More than 1,000 people were injured and killed.", [("harmed", 1000)]),
    ],
)
def test_other_people_keep_their_own_harm(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(claim[1], claim[3]) for claim in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Two of the dead were children.", "en", [("child", 2)]),
        ("Fourteen of the 22 people killed were children.", "en", [("child", 14), ("person", 22)]),
        ("Five of the 12 people wounded were soldiers.", "en", [("combatant", 5), ("person", 12)]),
        ("Twee van de doden waren kinderen.", "nl", [("child", 2)]),
    ],
)
def test_what_the_dead_were_is_no_further_count(text: str, language: str, expected: list[tuple[str, int]]) -> None:
    assert [(claim[2], claim[3]) for claim in told(text, language)] == expected


def test_women_among_the_dead_are_still_told_of() -> None:
    assert ("casualties", "killed", "person", None, None) in told("Among the 22 dead were women and children.")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Two thirds of the dead were women.", "en"),
        ("One in four of the 80 wounded was a child.", "en"),
        ("Twee derde van de doden was vrouw.", "nl"),
    ],
)
def test_a_fraction_counts_nobody(text: str, language: str) -> None:
    assert not [claim for claim in told(text, language) if claim[0] == "casualties" and claim[3] in (1, 2, 4)]


def test_six_of_nine_is_no_fraction() -> None:
    assert [claim[3] for claim in told("Zes van de negen gewonden verkeren in kritieke toestand.", "nl")] == [6, 9]


def test_both_his_parents_are_two() -> None:
    assert told("Both his parents were killed.") == [("casualties", "killed", "person", 2, 2)]


@pytest.mark.parametrize(
    ("text", "language", "figure"),
    [
        ("Het aantal doden is verdubbeld tot 48.", "nl", 48),
        ("Het dodental groeide tot 48.", "nl", 48),
    ],
)
def test_a_toll_that_rose_to_a_number_is_that_number(text: str, language: str, figure: int) -> None:
    assert [(claim.quantity.low, claim.quantity.high) for claim in claims_in(text, language)] == [(figure, figure)]


@pytest.mark.parametrize(
    ("text", "language"),
    [("At least 100 homes were burned.", "en"), ("Honderd huizen werden in brand gestoken.", "nl")],
)
def test_burned_homes_are_destruction(text: str, language: str) -> None:
    assert [claim.kind.value for claim in claims_in(text, language)] == ["destruction"]


def test_who_lost_soldiers_did_not_kill_them() -> None:
    lost = claims_in("The Israeli army said it had killed 20 fighters and lost three soldiers.")[-1]
    assert lost.quantity.low == 3
    assert lost.actor is None
