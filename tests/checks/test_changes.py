"""Percentages, rates, ratios and densities."""

from __future__ import annotations

import pytest

from kroniek.model.finding import Outcome
from tests.checks.making import found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The coalition fired 5,775 munitions at Raqqa in August, a 92% increase from July.", 3_008),
        ("De coalitie gooide 5.775 bommen op Raqqa, een stijging van 92% ten opzichte van juli.", 3_008),
        ("Aircraft dropped 400 bombs on Homs in May. This figure is 25% higher than in April.", 320),
        ("Aircraft dropped 300 bombs on Homs in May, a 25% decrease from April.", 400),
        ("The number of strikes rose by 50 percent, to 600 airstrikes in May.", 400),
    ],
)
def test_the_figure_before_a_change_is_implied(text: str, value: int) -> None:
    (finding,) = found(text, "percentage")
    assert (finding.outcome, finding.value) == (Outcome.IMPLIED, value)
    assert f"about {value:,} before" in finding.text


def test_a_change_told_with_both_figures() -> None:
    (right,) = found("Airstrikes on Homs rose by 50% from 400 strikes in April to 600 strikes in May.", "percentage")
    assert right.outcome is Outcome.CONSISTENT
    (wrong,) = found("Airstrikes on Homs rose by 90% from 400 strikes in April to 600 strikes in May.", "percentage")
    assert wrong.outcome is Outcome.DOES_NOT_ADD_UP
    assert wrong.value == 50
    assert "is a rise of 50%" in wrong.text


def test_a_change_without_its_figure_cannot_be_checked() -> None:
    text = "Airstrikes on Homs increased by 40% in May, the monitor said."
    assert not found(text, "percentage")
    assert [finding.outcome for finding in found(text, "percentage", every=True)] == [Outcome.CANNOT_BE_CHECKED]


@pytest.mark.parametrize(
    ("rate", "outcome"), [("8", Outcome.CONSISTENT), ("two", Outcome.DOES_NOT_ADD_UP), ("about 8", Outcome.CONSISTENT)]
)
def test_a_rate_against_a_total_over_a_period(rate: str, outcome: Outcome) -> None:
    text = f"Raqqa was hit by one munition every {rate} minutes. The coalition fired 5,775 munitions at Raqqa in August 2017, it said."
    (finding,) = found(text, "rate")
    assert (finding.outcome, finding.value, finding.unit) == (outcome, 7.7, "minute")
    assert "in 31 days" in finding.text


def test_a_rate_told_right_behind_its_total() -> None:
    text = "The coalition fired 5,775 bombs and missiles into Raqqa in August 2017. That is about one every eight minutes."
    assert [finding.outcome for finding in found(text, "rate")] == [Outcome.CONSISTENT]


def test_a_rate_without_a_total_or_with_two_cannot_be_checked() -> None:
    alone = "Raqqa was hit by one munition every 8 minutes, the monitor said."
    two = alone + " The coalition fired 5,775 munitions at Raqqa in August 2017. It fired 3,008 munitions at Raqqa in July 2017."
    for text in (alone, two):
        assert not found(text, "rate")
        assert [finding.outcome for finding in found(text, "rate", every=True)] == [Outcome.CANNOT_BE_CHECKED]


def test_a_ratio_bounds_what_it_is_held_against() -> None:
    text = "Those 5,775 munitions fired at Raqqa were more than ten times the number released in all of Afghanistan in August."
    (finding,) = found(text, "ratio")
    assert (finding.outcome, finding.value) == (Outcome.IMPLIED, 578)
    assert "fewer than 578" in finding.text


def test_a_density_is_implied() -> None:
    text = "Raqqa covers 40 square kilometres. The coalition fired 5,775 munitions at Raqqa in August 2017, the monitor said."
    (finding,) = found(text, "density")
    assert finding.value == 144.4
    assert "munitions per km2" in finding.text
