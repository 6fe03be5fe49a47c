"""Totals and the addends that they lack."""

from __future__ import annotations

import pytest

from kroniek.model.finding import Finding, Outcome, Severity
from tests.checks.making import checked, found, report

ADDENDS = "The army budgeted $90 million for shells and $60 million for rifles in 2018."
UPSTREAM = (
    "The army paid 90 million dollars for shells in 2017, the audit office reports. It had paid 60 million dollars for rifles in 2016. "
    "Weapons worth 40 million dollars were shipped in 2015."
)


def sums(text: str) -> list[Finding]:
    return found(text, "sum")


@pytest.mark.parametrize(
    "text",
    [
        "The ministry budgeted $90 million for shells and $60 million for rifles in 2018. The total, $150 million, is for weapons.",
        "Het leger betaalde 90 miljoen dollar voor granaten en 60 miljoen dollar voor geweren. Samen is dat 150 miljoen dollar.",
        "The programme for arms cost 150 million dollars. It paid 90 million dollars in 2017 and 60 million dollars in 2018.",
    ],
)
def test_a_sum_that_adds_up(text: str) -> None:
    (finding,) = sums(text)
    assert (finding.outcome, finding.severity, finding.value, finding.unit) == (Outcome.CONSISTENT, Severity.NOTE, 150_000_000, "USD")
    assert "90 + 60 = 150 million USD" in finding.text


def test_a_missing_addend_is_told_by_how_much() -> None:
    (finding,) = sums(f"{ADDENDS} The total, $190 million, is for weapons.")
    assert finding.text == "90 + 60 = 150 million USD, not 190: 40 million USD is missing here."
    assert (finding.outcome, finding.severity, finding.value) == (Outcome.DOES_NOT_ADD_UP, Severity.WARNING, 40_000_000)
    assert len(finding.claims) == 3


def test_parts_above_the_total() -> None:
    (finding,) = sums(f"{ADDENDS} The total, $120 million, is for weapons.")
    assert finding.text == "90 + 60 = 150 million USD, not 120: the parts are 30 million USD more than the total."


def test_the_missing_addend_is_found_upstream() -> None:
    source = report(UPSTREAM, "source", "Audit Gazette", 1)
    later = report(
        "The Audit Gazette reports that the army paid 90 million dollars for shells and 60 million dollars for rifles. "
        "The total, 190 million dollars, is for weapons.",
        "later", "The Ledger Post", 5,
    )  # fmt: skip
    (finding,) = [one for one in checked(source, later) if one.kind == "sum"]
    assert finding.text == (
        "90 + 60 = 150 million USD, not 190: 40 million USD is missing here, "
        "and is found upstream in Audit Gazette of 2021-03-01: “40 million dollars”."
    )
    assert finding.documents == ("later", "source")
    assert len(finding.claims) == 4
    alone = [one for one in checked(later) if one.kind == "sum"]
    assert [one.id for one in alone] == [finding.id], "a decision on it holds whether or not the source is in the ledger"


def test_a_report_that_is_not_of_the_story_gives_no_addend() -> None:
    other = report("The ministry paid 40 million dollars for helicopters, the army said.", "other", "Elsewhere Times", 1)
    later = report("The army paid $90 million for shells and $60 million for rifles. The total, $190 million, is for weapons.", "later")
    (finding,) = [one for one in checked(other, later) if one.kind == "sum"]
    assert finding.documents == ("later",)


def test_an_addend_that_is_named_without_a_number_is_implied() -> None:
    (finding,) = sums(
        "Het leger betaalde 90 miljoen dollar voor granaten en 60 miljoen dollar voor geweren. "
        "Samen met de eerdere uitgaven komt dat op 190 miljoen dollar aan wapens."
    )
    assert (finding.outcome, finding.value) == (Outcome.IMPLIED, 40_000_000)
    assert "must be about 40 million USD" in finding.text


@pytest.mark.parametrize(
    "text",
    [
        # open and approximate addends leave room
        "The army budgeted at least $90 million for shells and $60 million for rifles in 2018. The total, $190 million, is for weapons.",
        "The army budgeted about $90 million for shells and $60 million for rifles in 2018. The total, $190 million, is for weapons.",
        "The army budgeted $90 million for shells and $60 million for rifles in 2018. The total, more than $140 million, is for weapons.",
        # rounded to one digit
        "The army budgeted $900 million for shells and $584 million for rifles in 2018. The total, $1.5 billion, is for weapons.",
    ],
)  # fmt: skip
def test_words_that_leave_room_raise_no_alarm(text: str) -> None:
    assert [finding.outcome for finding in sums(text)] == [Outcome.CONSISTENT]


@pytest.mark.parametrize(
    "text",
    [
        # examples beside a total, a running total, people killed together with others, other currencies
        "Five men and four women were killed in the strike. A total of 12 people were killed.",
        "Three people were killed on Monday and four on Tuesday, bringing the total to 300 killed in the shelling.",
        "A father was killed together with his five children in an airstrike.",
        "The army paid $90 million for shells and 60 million euros for rifles. The total, $190 million, is for weapons.",
    ],
)
def test_what_is_no_sum_is_let_be(text: str) -> None:
    assert not sums(text)
