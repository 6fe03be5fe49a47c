"""What a number may be in truth: intervals that hold the truth never raise an alarm."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kroniek.checks.amounts import added, in_one_scale, nearest_unit, nominal, possible, rounded, written
from kroniek.model.claim import Bound, Quantity
from kroniek.model.interval import CountRange
from tests.builders import claim

TRUTHS = st.integers(1, 10**11)


@st.composite
def told(draw: st.DrawFn, truth: int) -> Quantity:
    """Words that an honest reporter could use of a true number."""
    way = draw(st.sampled_from(["exact", "rounded", "at_least", "more_than", "at_most", "about", "range", "vague", "malformed"]))
    smaller, larger = draw(st.integers(0, truth)), draw(st.integers(truth, truth * 3))
    if way == "rounded" and truth >= 100:
        digits = draw(st.integers(1, len(str(truth))))
        near = int(float(f"{truth:.{digits - 1}e}"))
        return Quantity(near, near, Bound.EXACT)
    if way == "at_least":
        return Quantity(smaller, None, Bound.AT_LEAST)
    if way == "more_than":
        return Quantity(max(0, truth - 1 - draw(st.integers(0, truth))), None, Bound.MORE_THAN)
    if way == "at_most":
        return Quantity(None, larger, Bound.AT_MOST)
    if way == "about":
        near = draw(st.integers(math.ceil(truth / 2), truth * 2))
        return Quantity(near, near, Bound.ABOUT)
    if way == "range":
        return Quantity(smaller, larger, Bound.RANGE)
    if way in ("vague", "malformed"):
        return Quantity(None, None, Bound.VAGUE, malformed=way == "malformed")
    return Quantity(truth, truth, Bound.EXACT)


@given(TRUTHS.flatmap(lambda truth: st.tuples(st.just(truth), told(truth))))
def test_whatever_the_words_the_truth_is_possible(case: tuple[int, Quantity]) -> None:
    truth, words = case
    assert possible(words).holds(truth), (truth, words, possible(words))


@given(st.lists(TRUTHS, min_size=1, max_size=6), st.data())
def test_a_true_sum_never_raises_an_alarm(truths: list[int], data: st.DataObject) -> None:
    parts = [data.draw(told(truth)) for truth in truths]
    assert added([possible(part) for part in parts]).overlaps(possible(data.draw(told(sum(truths)))))


@given(TRUTHS, TRUTHS, st.data())
def test_a_part_of_a_whole_leaves_a_rest_that_holds_the_truth(first: int, second: int, data: st.DataObject) -> None:
    rest = possible(data.draw(told(first + second))) - possible(data.draw(told(first)))
    assert rest is not None
    assert rest.holds(second)


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.data())
def test_products_and_shares_hold_the_truth(first: int, second: int, data: st.DataObject) -> None:
    one, two = possible(data.draw(told(first))), possible(data.draw(told(second)))
    product, share = one * two, one / two
    assert product.holds(first * second)
    assert share.low is None or share.low <= first / second * (1 + 1e-12)
    assert share.high is None or first / second * (1 - 1e-12) <= share.high


def test_what_is_surely_larger_leaves_nothing() -> None:
    assert CountRange(3, 5) - CountRange(6, None) is None
    assert CountRange(None, 5) - CountRange(None, 9) == CountRange(None, 5)
    assert CountRange(4, 8) / CountRange(0, None) == CountRange(None, None)


@pytest.mark.parametrize(
    ("number", "low", "high"),
    [(12, 12, 12), (5_775, 5_774.5, 5_775.5), (900_000_000, 850_000_000, 950_000_000), (2_200_000_000, 2_150_000_000, 2_250_000_000),
     (100, 95, 150), (7.5, 7.45, 7.55), (0, 0, 0)],
)  # fmt: skip
def test_how_far_rounding_reaches(number: float, low: float, high: float) -> None:
    told = rounded(number)
    assert told.low == pytest.approx(low)
    assert told.high == pytest.approx(high)


def test_a_rate_is_rounded_to_whole_units() -> None:
    assert nearest_unit(8) == CountRange(7.5, 8.5)
    assert nearest_unit(7.7).holds(7.74)


def test_how_amounts_are_written() -> None:
    assert [written(number) for number in (716_000_000, 3_008, 7.73, 0.125, 2_250_000)] == [
        "716 million", "3,008", "7.7", "0.12", "2.2 million",
    ]  # fmt: skip
    assert written(716_000_000, "USD") == "716 million USD"
    assert in_one_scale([584_000_000, 2_200_000_000]) == (["584", "2,200"], "million")
    assert in_one_scale([584_000_000, 12]) == (["584,000,000", "12"], "")


def test_the_number_that_is_told() -> None:
    assert nominal(claim(10, 20, bound=Bound.RANGE)) == 15
    assert nominal(claim(10, None, bound=Bound.AT_LEAST)) == 10
    assert nominal(claim(None, None, bound=Bound.VAGUE)) is None
