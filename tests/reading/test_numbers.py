from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kroniek.reading.numbers import dutch_number, read_digits


@pytest.mark.parametrize(
    ("text", "thousands", "decimal", "value"),
    [
        ("5,775", ",", ".", 5775),
        ("5.775", ".", ",", 5775),
        ("2.2", ",", ".", 2.2),
        ("2,2", ".", ",", 2.2),
        ("2.2", ".", ",", 2.2),
        ("1,234,567", ",", ".", 1_234_567),
        ("12.500.000", ".", ",", 12_500_000),
        ("12.500.000", ",", ".", 12_500_000),
        ("10\u00a0000", ",", ".", 10_000),
        ("433", ",", ".", 433),
        ("3.5", ",", ".", 3.5),
    ],
)
def test_digits_of_either_convention(text: str, thousands: str, decimal: str, value: float) -> None:
    assert read_digits(text, thousands, decimal) == (value, False)


@pytest.mark.parametrize("text", ["20,0000", "1,23,456", "12,3456", "5.5.5", "1\u00a00"])
def test_a_number_that_follows_no_convention_is_malformed_and_never_repaired(text: str) -> None:
    assert read_digits(text, ",", ".") == (None, True)
    assert read_digits(text, ".", ",") == (None, True)


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_digits_give_their_number_back(number: int) -> None:
    assert read_digits(f"{number:,}", ",", ".") == (number, False)
    assert read_digits(f"{number:,}".replace(",", "."), ".", ",") == (number, False)


@given(st.text(alphabet="0123456789.,' \u00a0", min_size=1, max_size=30))
def test_whatever_the_signs_digits_are_read_or_malformed(text: str) -> None:
    if any(sign.isdigit() for sign in text):
        value, malformed = read_digits(text.strip(), ",", ".")
        assert malformed == (value is None)


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("zeventig", 70),
        ("eenentwintig", 21),
        ("tweeëndertig", 32),
        ("honderd", 100),
        ("honderdvijftig", 150),
        ("tweehonderdvijftig", 250),
        ("duizend", 1000),
        ("vijfentwintigduizend", 25_000),
        ("driehonderdduizend", 300_000),
        ("duizendeneen", 1001),
        ("een", None),
        ("honderden", None),
        ("burger", None),
        ("tienen", None),
    ],
)
def test_dutch_numbers_of_one_word(word: str, value: int | None) -> None:
    assert dutch_number(word) == value
