"""When it happened: which of the days that a report tells is a figure's own."""

from __future__ import annotations

from datetime import date

import pytest

from kroniek.model.claim import Claim
from tests.reading.sentence_tools import claims_in

THURSDAY = date(2024, 5, 16)


def days(claim: Claim) -> tuple[int, int] | None:
    """The first and the last day of May that a claim tells."""
    return None if claim.time is None else (claim.time.start_day.day, claim.time.end_day.day)


def days_in(text: str, language: str = "en") -> list[tuple[int, int] | None]:
    return [days(claim) for claim in claims_in(text, language, THURSDAY) if claim.harm is not None]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("A strike on Tuesday killed 12 people. A day earlier, shelling had wounded four in Marwa.", "en", [(14, 14), (13, 13)]),
        ("A strike on Tuesday killed 12 people. The next morning a raid killed two.", "en", [(14, 14), (15, 15)]),
        ("A strike on Tuesday killed 12 people. The next morning two more died.", "en", [(14, 14), (14, 14)]),
        ("Shells killed nine on Tuesday evening. On the same day, two medics died near Kessa.", "en", [(14, 14), (14, 14)]),
        ("A raid killed six people on Monday. That night two others died.", "en", [(13, 13), (13, 13)]),
        ("Op dinsdag kwamen twaalf mensen om. Een dag eerder vielen er vier gewonden in Marwa.", "nl", [(14, 14), (13, 13)]),
        ("The raid came a day after rebels killed four people in Marwa, officials said on Tuesday.", "en", [(13, 13)]),
        ("Two days later the ministry said that nine people had been killed in Monday's raid.", "en", [(13, 13)]),
        ("Trucks brought 500 people a day before May.", "en", []),
    ],
)
def test_a_day_reckoned_from_one_told_before(text: str, language: str, expected: list[tuple[int, int] | None]) -> None:
    assert days_in(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A strike overnight into Wednesday killed 12 people in Tallan.", (14, 15)),
        ("Shelling on Tuesday and Wednesday killed 12 people in Tallan.", (14, 15)),
        ("This morning's raid on Tallan killed 12 people.", (16, 16)),
        ("Twelve people have been killed in Tallan since the truce collapsed on Friday.", (10, 16)),
    ],
)
def test_days_in_the_words_of_agencies(text: str, expected: tuple[int, int]) -> None:
    assert days_in(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The death toll of Monday's strike on Tallan rose to 12 on Wednesday.",
        "Twelve people were killed in Tallan, which has been under siege since March, in a strike on Monday.",
        "After no fighting in the past 20 days, a strike killed 12 people in Tallan on Monday.",
        "A strike killed 12 people on Monday, the deadliest in Tallan since April.",
        "Twelve people were killed in a strike on Tallan, officials said on Tuesday. The missile hit a market on Monday evening.",
        "Twelve people were killed in a strike on Monday. In March a raid on Kessa killed nine. Rescuers dug in Tallan. A boy died too.",
    ],
)
def test_a_time_of_something_else_is_not_the_figures(text: str) -> None:
    found = [claim for claim in claims_in(text, "en", THURSDAY) if claim.harm is not None and claim.quantity.low != 9]
    assert found and all(days(claim) == (13, 13) for claim in found)


def test_another_attack_of_the_day_before_does_not_date_what_was_said() -> None:
    text = "Twelve people were killed in a strike on Tallan, officials said on Tuesday. Another strike killed four in Kessa on Monday."
    assert days_in(text) == [(14, 14), (13, 13)]


@pytest.mark.parametrize(
    "text",
    [
        "The death toll of a strike on Tallan on Monday rose to 12, according to the emergency services on Wednesday.",
        "TALLAN | Agency | A strike on Kessa killed nine people on Monday.",
    ],
)
def test_the_day_of_the_source_and_of_the_dateline(text: str) -> None:
    assert days_in(text) == [(13, 13)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Between the afternoon of 12 May and 10:30 on 14 May, 102 people were killed by shells in Tallan.", [(12, 14)]),
        ("In the week to 12 May, shelling killed nine people in Tallan.", [(6, 12)]),
        ("Hospitals received 63 wounded people, 41 of them on 14 May.", [None, (14, 14)]),
        ("Shelling has killed nine people since the start of the month.", [(1, 16)]),
        ("Families dug in Tallan on 14 May, one day after planes killed nine people there.", [(13, 13)]),
    ],
)
def test_days_in_the_words_of_aid_bodies(text: str, expected: list[tuple[int, int] | None]) -> None:
    assert days_in(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine people were killed in Tallan on Monday and six in Kessa on Tuesday.", [(13, 13), (14, 14)]),
        ("On Tuesday nine people were killed in Tallan; six others were wounded.", [(14, 14), (14, 14)]),
        ("From Friday evening until Sunday morning, shells killed nine people in Tallan.", [(10, 12)]),
        ("The raid on Tallan, the third this week, killed nine people.", [None]),
    ],
)
def test_whose_day_it_is(text: str, expected: list[tuple[int, int] | None]) -> None:
    assert days_in(text) == expected
