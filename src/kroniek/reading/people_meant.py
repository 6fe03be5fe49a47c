"""How many people a sentence of a desk's own accounting means: "three of whom", "his status", "these two", "they".

A pure function over the words of the sentence and of those before it in its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

_MOST = 30
_WORD = re.compile(r"(?<![\w-])[a-z]+(?!\w|-\w)")
_NEXT = re.compile(r"[\s-]+([a-z]+)")
_NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,5}"
# a line of at least two names; each step consumes a capital, so that it stays linear
_LIST = re.compile(rf"(?<!\w){_NAME}(?:, {_NAME}){{0,20}},? (?:and|en|or|of) [A-Z]")
_BETWEEN = re.compile(r",? (?:and|en|or|of) |, ")


def people_meant(
    sentence: str,
    at: int,
    told: Mapping[str, int],
    before: Sequence[str],
    numbers: Mapping[str, int],
    not_people: Collection[str],
) -> int | None:
    """How many people the sentence speaks of; None where it does not say.

    `at` is where in it their status is told; `told` are its words that mean a number of people ("his" 1, "both" 2; "they" 0, which
    points back), with that number; `before` are the sentences before it in its paragraph; `numbers` are the language's words of number,
    `not_people` words behind a number that make it count something else ("years", "sources").
    """
    counted = _counted(sentence, numbers, not_people)
    if counted:
        return min(counted, key=lambda each: (each[0] > at, abs(each[0] - at)))[1]
    if any(told.values()):
        return max(told.values())
    if listed := _listed(sentence):
        return listed
    for earlier in reversed(before if told else ()):
        if listed := _listed(earlier):
            return listed
        counted = _counted(earlier, numbers, not_people)
        if counted:
            return counted[-1][1]
    return None


def _listed(sentence: str) -> int:
    """The length of the longest line of names; 0 where there is none."""
    return max((len(_BETWEEN.split(match.group())) for match in _LIST.finditer(sentence)), default=0)


def _counted(sentence: str, numbers: Mapping[str, int], not_people: Collection[str]) -> list[tuple[int, int]]:
    """Words of number that count people, with where they stand; "one" is as often a pronoun."""
    found = []
    sentence = sentence[:1].lower() + sentence[1:]
    for match in _WORD.finditer(sentence):
        value = numbers.get(match.group(), 0)
        after = _NEXT.match(sentence, match.end())
        if 1 < value <= _MOST and not (after and after.group(1) in not_people):
            found.append((match.start(), value))
    return found
