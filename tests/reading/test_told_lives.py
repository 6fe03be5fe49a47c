"""Harm told by a construction rather than by a verb of harm: lives that an attack cost, results of a verb, "as did", "found ..., dead"."""

from __future__ import annotations

import pytest

from tests.reading.sentence_tools import told


@pytest.mark.parametrize(
    ("text", "harm", "low"),
    [
        ("A mine on the track cost two shepherds their lives.", "killed", 2),
        ("The mob hacked six farmers to death.", "killed", 6),
        ("The guards beat two prisoners to death.", "killed", 2),
        ("The blast blew three porters to pieces.", "killed", 3),
        ("Masked men dragged four teachers away.", "detained", 4),
        ("The driver died, as did two passengers.", "killed", 2),
        ("A guard was wounded, and so were two cleaners.", "injured", 2),
        ("Her two daughters were found under the stairs, dead.", "killed", 2),
        ("Twenty pupils died and with them two teachers.", "killed", 2),
        ("Shells killed a family of six.", "killed", 6),
        ("At least 12 may have been killed.", "killed", 12),
        ("Fifty are feared to have drowned in the raid.", "killed", 50),
        ("The other sixty, he added, must be presumed dead.", "killed", 60),
        ("He is one of 17 reporters killed there this year.", "killed", 17),
        ("It brought to 57 the number of nurses killed since January.", "killed", 57),
        ("The morgue held 38 men.", "killed", 38),
    ],
)
def test_a_construction_tells_the_harm(text: str, harm: str, low: int) -> None:
    assert (harm, low) in [(one, count) for _, one, _, count, _ in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The bus took 14 passengers to the border.",
        "The roof cost two families their savings.",
        "As did the mayor, two councillors spoke at the rally.",
        "Two were hurt, and a ward with eleven babies was moved.",
    ],
)
def test_no_harm_is_read_where_the_construction_is_another(text: str) -> None:
    assert [count for _, harm, _, count, _ in told(text) if harm is not None and count != 2] == []


def test_the_office_of_one_of_the_dead_may_have_an_attribute() -> None:
    assert ("killed", 1) in [(harm, low) for _, harm, _, low, _ in told("The mayor of the town was among those killed.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells killed a student leader.", ("killed", 1)),
        ("It was a mistake that cost twenty-nine people, the mayor said.", ("killed", 29)),
        ("The militia is holding 19 reporters.", ("detained", 19)),
        ("Medics at the clinic treated 41 people after the raid.", ("injured", 41)),
    ],
)
def test_more_ways_of_being_harmed(text: str, expected: tuple[str, int]) -> None:
    assert expected in [(harm, low) for _, harm, _, low, _ in told(text)]


def test_the_victims_are_those_told_of_before() -> None:
    found = told("Nine people were killed in the bar. Seven of the victims were waiters.")
    assert ("killed", 7) in [(harm, low) for _, harm, _, low, _ in found]


def test_injuries_of_which_somebody_died_are_nobody_else() -> None:
    assert [(harm, low) for _, harm, _, low, _ in told("Three succumbed to injuries.")] == [("killed", 3)]


def test_a_part_under_age_is_of_children() -> None:
    found = told("The raid killed 29 people, twenty of them under 16.")
    assert ("killed", "child", 20) in [(harm, group, low) for _, harm, group, low, _ in found]
