"""How ranges, dates and codes read in a report."""

from __future__ import annotations

from kroniek.incidents.totals import Sum
from kroniek.model.claim import Bound, Claim, Quantity
from kroniek.model.incident import CodedRange, IncidentDate
from kroniek.model.interval import Number, Precision

NOTHING_SAID = "nothing said"
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def number(value: Number) -> str:
    """With thousands apart: 5,775 or 2.5."""
    return f"{value:,}" if isinstance(value, int) or not value.is_integer() else f"{int(value):,}"


def span(low: Number | None, high: Number | None) -> str:
    """A range in words: "3 to 5", "at least 3", "up to 5", "3"."""
    if low is None and high is None:
        return "not known"
    if low is None or high is None:
        return f"at least {number(low)}" if low is not None else f"up to {number(high or 0)}"
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def added(total: Sum, incidents: int) -> str:
    """A sum over so many incidents in words: nothing said where none states a number, and no upper end below the lower one."""
    if total.unstated == incidents:
        return NOTHING_SAID
    return span(total.low, None if total.high < total.low else total.high)


def coded(range: CodedRange | None) -> str:
    """A codebook's range in words; nothing said is not 0."""
    return NOTHING_SAID if range is None else span(range.low, range.high)


def quantity(amount: Quantity) -> str:
    """A quantity as written: "more than 100", "about 20", "vague"."""
    if amount.malformed:
        return "malformed"
    before = {Bound.MORE_THAN: "more than ", Bound.ABOUT: "about "}.get(amount.bound, "")
    if amount.low is None and amount.high is None:
        words = "no number (vague)"
    elif amount.bound is Bound.MORE_THAN and amount.low is not None:
        words = number(amount.low)
    else:
        words = span(amount.low, amount.high)
    return f"{before}{words}" + (f" {amount.unit}" if amount.unit else "") + (f" per {amount.per}" if amount.per else "")


def what(claim: Claim) -> str:
    """What a claim counts: "civilian killed", "munitions"."""
    if claim.harm is None:
        return code(claim.kind.value)
    return f"{code(claim.victims.group.value)} {claim.harm.value}" if claim.victims is not None else claim.harm.value


def code(value: str) -> str:
    """A code as words."""
    return value.replace("_", " ")


def day(date: IncidentDate | None) -> str:
    """When, as exactly as it is told."""
    if date is None:
        return "date not known"
    if date.precision is Precision.MONTH:
        return f"{_MONTHS[date.start.month - 1]} {date.start.year}"
    if date.precision is Precision.YEAR:
        return str(date.start.year)
    words = date.start.isoformat() if date.start == date.end else f"{date.start.isoformat()} to {date.end.isoformat()}"
    return f"{words}, {code(date.part_of_day)}" if date.part_of_day else words
