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
