"""What a number in words may be in truth, and how it is written in a finding."""

from __future__ import annotations

import math
from decimal import Decimal

from kroniek.model.claim import Bound, Claim, Quantity
from kroniek.model.interval import CountRange, Number

# "about" may be off by a factor of two before anything is made of it: no handbook says how far it reaches
_ABOUT = 2
# small numbers are counted, larger ones are rounded to their last digit that is not 0
_COUNTED_BELOW = 100
_MILLION = 1_000_000


def possible(quantity: Quantity) -> CountRange:
    """What the true number may be, given the words: rounded to its last digit, open where a bound is open, wide where it is "about"."""
    low, high = quantity.low, quantity.high
    if quantity.malformed or quantity.bound is Bound.VAGUE or (low is None and high is None):
        return CountRange(None, None)
    if quantity.bound is Bound.ABOUT:
        return CountRange(None if low is None else low / _ABOUT, None if high is None else high * _ABOUT)
    if quantity.bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        return CountRange(low, None)
    if quantity.bound is Bound.AT_MOST:
        return CountRange(None, high)
    return CountRange(None if low is None else rounded(low).low, None if high is None else rounded(high).high)


def rounded(number: Number) -> CountRange:
    """All numbers that are written as this one when they are rounded to its last digit that is not 0; whole ones below 100 are counted."""
    if number == 0 or (number < _COUNTED_BELOW and float(number).is_integer()):
        return CountRange(number, number)
    sign, digits, exponent = Decimal(repr(number)).normalize().as_tuple()
    if not isinstance(exponent, int) or sign:
        return CountRange(number, number)
    half = float(Decimal(1).scaleb(exponent)) / 2
    # just below a power of ten numbers are rounded ten times as finely: 96 is not written as 100
    below = half / 10 if digits == (1,) else half
    return CountRange(number - below, number + half)


def nearest_unit(number: Number) -> CountRange:
    """All numbers that are written as this one when they are rounded to whole units, or to the digits written behind the point."""
    exponent = Decimal(repr(number)).normalize().as_tuple().exponent
    half = float(Decimal(1).scaleb(min(0, exponent if isinstance(exponent, int) else 0))) / 2
    return CountRange(max(0, number - half), number + half)


def nominal(claim: Claim) -> Number | None:
    """The number as written; the middle of a range; None where there is none."""
    low, high = claim.quantity.low, claim.quantity.high
    if low is not None and high is not None:
        return low if low == high else (low + high) / 2
    return low if low is not None else high


def added(ranges: list[CountRange]) -> CountRange:
    """All together; a lower bound that is not known is 0 here, an upper one stays unknown."""
    high: Number | None = 0
    for one in ranges:
        high = None if high is None or one.high is None else high + one.high
    return CountRange(sum(one.low or 0 for one in ranges), high)


def written(number: Number, unit: str | None = None) -> str:
    """A number for a person to read: 2,200 million USD, 3,008, 7.7 minutes."""
    return f"{_digits(number)} {unit}" if unit else _digits(number)


def in_one_scale(numbers: list[Number]) -> tuple[list[str], str]:
    """Numbers that are added up, all in millions where all are so large, and the word for that scale ("" or "million")."""
    if all(abs(number) >= _MILLION for number in numbers):
        return [_plain(number / _MILLION) for number in numbers], "million"
    return [_plain(number) for number in numbers], ""


def _digits(number: Number) -> str:
    if abs(number) >= _MILLION:
        return f"{_plain(number / _MILLION)} million"
    return _plain(number)


def _plain(number: Number) -> str:
    if math.isclose(number, round(number), abs_tol=1e-9):
        return f"{round(number):,}"
    if abs(number) >= 100:
        return f"{number:,.0f}"
    return f"{number:,.1f}".removesuffix(".0") if abs(number) >= 1 else f"{number:.2g}"
