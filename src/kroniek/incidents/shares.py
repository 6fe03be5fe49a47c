"""Children, women and men are parts of one whole: what the whole leaves for each, and for the men what the others leave."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from kroniek.codebooks.codebook import Codebook
from kroniek.model.incident import CodedRange
from kroniek.model.interval import Number

_MOST_UNNAMED = 2
"""How many more or fewer men names may tell than the rest: beyond that too many are unknown to say who they were."""


@dataclass(frozen=True, slots=True)
class Shares:
    """The ranges of children, women and men among civilians harmed; None where nothing is said of a group."""

    child: CodedRange | None
    woman: CodedRange | None
    man: CodedRange | None


def shares(whole: CodedRange | None, told: Shares, written: Collection[str], codebook: Codebook) -> Shares:
    """The three ranges with ceilings that leave room for what is told of the other two, and men as the rest of a closed whole.

    `written` are the ids of claims with a number in their words: names alone neither limit the others nor say who the rest are.
    """
    if whole is None or whole.high is None or not codebook.has("parts_of_whole"):
        return told
    if told.man is not None and _leave_men(told, written):
        rest = (whole.low or 0) - _low(told.child) - _low(told.woman)
        if rest > 0 and abs(rest - _low(told.man)) <= _MOST_UNNAMED and rest != _low(told.man):
            told = replace(told, man=replace(told.man, low=rest, high=rest, rules=(*told.man.rules, "parts_of_whole")))
    child, woman, man = (_low(each) if each is not None and _in_words(each, written) else 0 for each in (told.child, told.woman, told.man))
    return Shares(
        _within(told.child, whole.high - woman - man),
        _within(told.woman, whole.high - child - man),
        _within(told.man, whole.high - child - woman),
    )


def _leave_men(told: Shares, written: Collection[str]) -> bool:
    """Whether women are counted in words and exactly, and children too where there are any."""
    women, children = told.woman, told.child
    if women is None or "at_least" in women.rules or not _in_words(women, written):
        return False
    return children is None or _in_words(children, written)


def _in_words(coded: CodedRange, written: Collection[str]) -> bool:
    return _is_closed(coded) and bool(coded.low_claims) and all(claim in written for claim in coded.low_claims)


def _is_closed(coded: CodedRange) -> bool:
    return coded.low == coded.high


def _low(coded: CodedRange | None) -> Number:
    return coded.low or 0 if coded is not None else 0


def _within(coded: CodedRange | None, most: Number) -> CodedRange | None:
    """The range with a ceiling of `most`, as far as its own floor allows."""
    if coded is None or coded.high is None or coded.high <= most:
        return coded
    return replace(coded, high=max(coded.low or 0, most), rules=tuple(dict.fromkeys((*coded.rules, "parts_of_whole"))))
