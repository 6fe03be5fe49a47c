"""Children, women and men are parts of one whole: what the whole leaves for each, and for the men what the others leave."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from kroniek.codebooks.codebook import Codebook
from kroniek.model.incident import CodedRange
from kroniek.model.interval import Number

_MOST_UNNAMED = 5
"""How many more or fewer men names may tell than the rest: beyond that too many are unknown to say who they were."""


@dataclass(frozen=True, slots=True)
class Shares:
    """The ranges of children, women and men among civilians harmed; None where nothing is said of a group."""

    child: CodedRange | None
    woman: CodedRange | None
    man: CodedRange | None


def shares(whole: CodedRange | None, told: Shares, written: Collection[str], named: int, codebook: Codebook) -> Shares:
    """The three ranges with ceilings that leave room for what is told of the other two, and men as the rest of a closed whole.

    `written` are the ids of claims with a number in their words: names alone neither limit the others nor say who the rest are, unless
    everybody is named (`named` people) and the group of a single one is not told: most of those are men.
    """
    if whole is None or whole.high is None or not codebook.has("parts_of_whole"):
        return told
    rest = (whole.low or 0) - _low(told.child) - _low(told.woman)
    missing = rest - _low(told.man)
    counted = told.man is not None and rest > 0 and 0 < abs(missing) <= _MOST_UNNAMED and _leave_men(told, written)
    if counted or (missing == 1 and named == whole.low and _is_closed(whole) and _all_closed(told)):
        told = replace(told, man=_rest(told.man, rest))
    child, woman, man = (_low(each) if each is not None and _in_words(each, written) else 0 for each in (told.child, told.woman, told.man))
    return Shares(
        _within(told.child, whole.high - woman - man),
        _within(told.woman, whole.high - child - man),
        _within(told.man, whole.high - child - woman),
    )


def _rest(men: CodedRange | None, rest: Number) -> CodedRange:
    """The range of men that are the rest of a whole."""
    if men is None:
        return CodedRange(rest, rest, rules=("parts_of_whole",))
    return replace(men, low=rest, high=rest, rules=tuple(dict.fromkeys((*men.rules, "parts_of_whole"))))


def _all_closed(told: Shares) -> bool:
    return all(each is None or _is_closed(each) for each in (told.child, told.woman, told.man))


def _leave_men(told: Shares, written: Collection[str]) -> bool:
    """Whether women are counted in words and exactly, and of the children, where there are any, the least."""
    women, children = told.woman, told.child
    if women is None or "at_least" in women.rules or not _in_words(women, written):
        return False
    return children is None or _least_in_words(children, written)


def _in_words(coded: CodedRange, written: Collection[str]) -> bool:
    return _is_closed(coded) and _least_in_words(coded, written)


def _least_in_words(coded: CodedRange, written: Collection[str]) -> bool:
    return bool(coded.low_claims) and all(claim in written for claim in coded.low_claims)


def _is_closed(coded: CodedRange) -> bool:
    return coded.low == coded.high


def _low(coded: CodedRange | None) -> Number:
    return coded.low or 0 if coded is not None else 0


def _within(coded: CodedRange | None, most: Number) -> CodedRange | None:
    """The range with a ceiling of `most`, as far as its own floor allows."""
    if coded is None or coded.high is None or coded.high <= most:
        return coded
    return replace(coded, high=max(coded.low or 0, most), rules=tuple(dict.fromkeys((*coded.rules, "parts_of_whole"))))
