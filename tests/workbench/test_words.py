"""Words for ranges, dates and quantities: never more than was said."""

from __future__ import annotations

from datetime import date

import pytest

from kroniek.model.claim import Bound, PlaceMention, Quantity
from kroniek.model.incident import CodedRange
from kroniek.model.interval import Precision
from kroniek.workbench import words


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "not stated"),
        (CodedRange(0, 0), "0"),
        (CodedRange(None, None), "mentioned, no number"),
        (CodedRange(3, None), "at least 3"),
        (CodedRange(None, 3), "up to 3"),
        (CodedRange(0, 3), "0–3"),
        (CodedRange(1484.0, 2200000), "1,484–2,200,000"),
    ],
)
def test_a_range(value: CodedRange | None, said: str) -> None:
    assert words.coded(value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Quantity(433, None, Bound.AT_LEAST), "at least 433"),
        (Quantity(100, None, Bound.MORE_THAN), "more than 100"),
        (Quantity(None, 8, Bound.AT_MOST), "up to 8"),
        (Quantity(5, 5, Bound.ABOUT), "about 5"),
        (Quantity(6, 9, Bound.RANGE), "6–9"),
        (Quantity(6, 9, Bound.ABOUT), "about 6–9"),
        (Quantity(6, 9, Bound.AT_LEAST), "at least 6–9"),
        (Quantity(None, None, Bound.VAGUE), "no number given"),
        (Quantity(None, None, Bound.EXACT, malformed=True), "not a readable number"),
        (Quantity(8, 8, Bound.EXACT, "minute", "munition"), "8 minutes per munition"),
        (Quantity(2.5, 2.5, Bound.EXACT, "EUR"), "2.5 EUR"),
    ],
)
def test_a_quantity(value: Quantity, said: str) -> None:
    assert words.quantity(value) == said


@pytest.mark.parametrize(
    ("start", "end", "precision", "said"),
    [
        (date(2017, 8, 1), date(2017, 8, 1), Precision.DAY, "1 August 2017"),
        (date(2017, 8, 1), date(2017, 8, 31), Precision.MONTH, "August 2017"),
        (date(2017, 1, 1), date(2017, 12, 31), Precision.YEAR, "2017"),
        (date(2017, 8, 1), date(2017, 9, 2), Precision.WEEK, "1 August 2017 – 2 September 2017"),
    ],
)
def test_a_period_is_no_more_exact_than_it_was_told(start: date, end: date, precision: Precision, said: str) -> None:
    assert words.days(start, end, precision) == said


def test_a_place_keeps_its_words_where_it_is_not_known() -> None:
    assert words.place(PlaceMention(text="the old mill", unresolved=True)) == "“the old mill” (unresolved: not found in the gazetteer)"
    assert words.place(PlaceMention(text="Raqqa", name="Raqqa", admin1="Raqqa", country="SY")) == "Raqqa, Syria"
    assert words.place(None) == "place not stated"


@pytest.mark.parametrize(("tag", "told"), [("ar", "rtl"), ("ar-SY", "rtl"), ("nl", "ltr"), (None, "auto"), ('x" onclick="', "auto")])
def test_the_direction_of_a_language(tag: str | None, told: str) -> None:
    assert words.direction(tag) == told
