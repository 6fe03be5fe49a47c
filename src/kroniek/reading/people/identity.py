"""Whether two names as written are one person, tolerant to transliteration."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kroniek.reading.people.rules import PeopleRules
from kroniek.text.fold import fold
from kroniek.text.tokens import TokenKind, tokenise

_VOWELS = re.compile(r"[aeiouyw]")
_SUNG = re.compile(r"ou|oo|[aeiouy]")
_SERVANT = re.compile(r"abd[aeiu]l-?(?!l?ah$)(?=.{4})")  # "Abdelmajid" is "Abdul Majeed" in one word; "Abdullah" is a name of its own
_REPEATED = re.compile(r"(.)\1+")
# Spellings of one sound in the Latin letters of Arabic, Persian, Kurdish and Slavic names (usage of news agencies).
_SAME_SOUND = (
    ("kh", "x"), ("gh", "g"), ("sh", "s"), ("ch", "s"), ("th", "t"), ("dh", "d"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("c", "k"),
    ("z", "s"), ("v", "f"), ("j", "g"),
)  # fmt: skip
_LEAST_SHARED = 2
_AGES_APART = 3
_FULL = 3


@lru_cache(maxsize=50_000)
def skeleton(name: str) -> str:
    """The consonants that spellings share: Mohammed, Muhammad and Mohamad have one; so have Tariq and Tareq."""
    plain = fold(name)
    for pair, sound in _SAME_SOUND:
        plain = plain.replace(pair, sound)
    head, rest = plain[:1], plain[1:]
    bare = _VOWELS.sub("", rest)
    bare = bare[:-1] if bare.endswith("h") else bare
    head = "a" if head in "aeiou" and head else ("" if head in "yw" else head)
    return _REPEATED.sub(r"\1", head + bare) or plain


@lru_cache(maxsize=50_000)
def sung(name: str) -> tuple[str, bool, bool]:
    """What tells apart given names of the same consonants: the first vowel (Mahmoud, Mohammed), a last "a" (Samir, Samira), a last "i"
    (Hamed, Hamdi)."""
    plain = fold(name)
    vowels = _SUNG.findall(plain)
    first = "" if not vowels else ("u" if vowels[0] in ("o", "u", "ou", "oo") else "a")
    return first, plain.endswith(("a", "ah", "eh")), plain.endswith(("i", "y", "ee"))


def other_given_name(one: str, other: str) -> bool:
    """Whether two given names, alike in their consonants, are two names."""
    return sung(one) != sung(other)


def name_key(name: str, rules: PeopleRules) -> tuple[str, ...]:
    """The skeletons of a name's parts: "al" and titles left out, "Abu X" and "Abdul X" taken as one part."""
    words = [token.text for token in tokenise(name) if token.kind is TokenKind.WORD]
    parts: list[str] = []
    prefix = ""
    for word in words:
        lower = word.lower().removesuffix("'s").removesuffix("’s")
        if rules.has("titles", lower) and not parts:
            continue
        if rules.has("surname_links", lower) or len(lower) == 1:
            continue
        if rules.has("fathers", lower):
            prefix = "" if lower in ("bin", "ibn", "bint") else "+"
            continue
        servant = _SERVANT.match(lower)
        parts.append("+" + skeleton(lower[servant.end() :]) if servant is not None else prefix + skeleton(lower))
        prefix = ""
    return tuple(parts)


def same_person(one: Sequence[str], other: Sequence[str], age: int | None = None, other_age: int | None = None) -> bool:
    """Whether two keys can be one person: one holds the other in order from the same given name, or both ends agree.

    Ages more than three years apart tell namesakes apart, a common thing in families.
    """
    if not one or not other:
        return False
    if age is not None and other_age is not None and abs(age - other_age) > _AGES_APART:
        return False
    if not _alike(one[0], other[0]):
        return False
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) == 1:
        return True
    if _other_father(short, long):
        return False
    if _within(short, long):
        return True
    ends = _alike(short[-1], long[-1])
    shared = sum(any(_alike(part, word) for word in long) for part in short)
    return ends and (len(short) <= _LEAST_SHARED or shared >= len(short) - 1)


def _other_father(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether two full names tell two fathers: the second part of a name of three and more is the father's given name.

    The shorter of two may leave the father out, not name another.
    """
    if len(short) < _FULL or _alike(short[1], long[1]):
        return False
    return len(short) == len(long) or not any(_alike(short[1], part) for part in long[2:])


def _within(short: Sequence[str], long: Sequence[str]) -> bool:
    at = 0
    for part in short:
        while at < len(long) and not _alike(part, long[at]):
            at += 1
        if at == len(long):
            return False
        at += 1
    return True


def _alike(one: str, other: str) -> bool:
    """Same skeleton, or one of four letters or more that differs by a single letter."""
    one, other = one.lstrip("+"), other.lstrip("+")
    if one == other:
        return True
    if min(len(one), len(other)) < 3 or abs(len(one) - len(other)) > 1 or one[:1] != other[:1]:
        return False
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return len(short) >= 4 and sum(a != b for a, b in zip(short, long, strict=True)) <= 1
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
