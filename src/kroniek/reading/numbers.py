"""Numbers as written: digits with either thousands and decimal sign, and number words of English and Dutch.

A number that follows no convention ("20,0000") is malformed: flagged, never repaired.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kroniek.made import quickly_made
from kroniek.model.interval import Number
from kroniek.reading.lexicon import Lexicon, Marks
from kroniek.text.tokens import Token, TokenKind

_SPACES = "\u00a0\u202f'’"
_SHORT_SCALES = {
    "k": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "mln": 1_000_000,
    "bn": 1_000_000_000,
    "mld": 1_000_000_000,
    "b": 1_000_000_000,
}
_MOST_WORDS = 12
# No report counts so many of anything; beyond it a float is no longer exact, and soon a database's integer too small.
LARGEST = 10**15
_MOST_DIGITS = 40
_MOST_LEADING_DIGITS = 3


@quickly_made
@dataclass(frozen=True, slots=True)
class NumberFound:
    """A number at tokens `first` to `last`; `value` is None where it is malformed. `scale` is its written multiplier."""

    first: int
    last: int
    value: Number | None
    malformed: bool = False
    digits: bool = False
    scale: int = 1


def read_digits(text: str, thousands: str, decimal: str) -> tuple[Number | None, bool]:
    """The value of digits in a language's convention, and whether they are malformed (then None).

    The other language's convention is understood where it cannot be mistaken: "5,775" and "2.2" in a Dutch text are read
    as Dutch (5.775 and malformed-free 2.2), since three digits after the sign group thousands and one or two are decimals.
    What is longer than any number of a report is malformed.
    """
    if len(text) > _MOST_DIGITS:
        return None, True
    plain = text
    for space in _SPACES:
        if space in plain:
            if not re.fullmatch(r"\d{1,3}(?:[\u00a0\u202f'’]\d{3})+(?:[.,]\d+)?", text):
                return None, True
            plain = plain.replace(space, "")
    if plain.isdigit():
        return int(plain), False
    group, point = re.escape(thousands), re.escape(decimal)
    if re.fullmatch(rf"\d{{1,3}}(?:{group}\d{{3}})+(?:{point}\d{{1,3}})?", plain):
        return _number(plain.replace(thousands, "").replace(decimal, ".")), False
    if re.fullmatch(rf"\d+{point}\d{{1,3}}", plain):
        return _number(plain.replace(decimal, ".")), False
    if re.fullmatch(rf"\d+{group}\d{{1,2}}", plain):
        return _number(plain.replace(thousands, ".")), False
    if re.fullmatch(rf"\d{{1,3}}(?:{point}\d{{3}}){{2,}}", plain):
        return int(plain.replace(decimal, "")), False
    return None, True


def _number(text: str) -> Number:
    value = float(text)
    return int(value) if value.is_integer() else value


def read_number(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, index: int) -> NumberFound | None:
    """The number that begins at token `index`, with the multiplier after it, or None. From `LARGEST` on it is malformed."""
    found = _read(tokens, marks, lexicon, index)
    found = None if found is None else past_repeat(tokens, found)
    if found is not None and found.value is not None and found.value >= LARGEST:
        return replace(found, value=None, malformed=True, scale=1)
    return found


def past_repeat(tokens: Sequence[Token], found: NumberFound) -> NumberFound:
    """ "Three (3) terrorists": the digits in brackets only repeat the word, and the noun stands behind them."""
    at = found.last + 1
    if found.digits or found.value is None or at + 2 >= len(tokens) or (tokens[at].text, tokens[at + 2].text) != ("(", ")"):
        return found
    repeated = tokens[at + 1].text == str(found.value)
    return replace(found, last=at + 2) if repeated else found


def _read(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, index: int) -> NumberFound | None:
    token = tokens[index]
    if token.kind is TokenKind.NUMBER:
        return _from_digits(tokens, marks, lexicon, index)
    if token.kind is TokenKind.WORD:
        if lexicon.language == "nl":
            value = dutch_number(token.lower)
            if value is not None:
                return _scaled(marks, NumberFound(index, index, value))
        return _from_words(tokens, marks, index)
    return None


def _spaced_groups(tokens: Sequence[Token], index: int) -> int:
    """The last token of a number whose thousands an ordinary space sets apart ("200 000", "1 250 000"), else `index`.

    One group alone must be "000": in "on 5 May 12 300 men" nothing tells that two numbers are one.
    """
    if len(tokens[index].text) > _MOST_LEADING_DIGITS or not tokens[index].text.isdecimal() or tokens[index].text.startswith("0"):
        return index
    last = index
    while last + 1 < len(tokens) and _is_group(tokens[last + 1]) and tokens[last + 1].start == tokens[last].end + 1:
        last += 1
    return last if last > index + 1 or (last > index and tokens[last].text == "000") else index


def _is_group(token: Token) -> bool:
    return len(token.text) == _MOST_LEADING_DIGITS and token.text.isdecimal()


def _from_digits(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, index: int) -> NumberFound:
    spaced = _spaced_groups(tokens, index)
    if spaced > index:
        joined = int("".join(token.text for token in tokens[index : spaced + 1]))
        return _scaled(marks, NumberFound(index, spaced, joined, digits=True))
    value, malformed = read_digits(tokens[index].text, lexicon.thousands, lexicon.decimal)
    if malformed:
        return NumberFound(index, index, None, malformed=True, digits=True)
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if value is not None and following is not None and following.start == tokens[index].end and following.lower in _SHORT_SCALES:
        scale = _SHORT_SCALES[following.lower]
        return NumberFound(index, index + 1, _times(value, scale), digits=True, scale=scale)
    # "1,484 miljard" has a decimal sign where "5.775 bommen" has a thousands sign: before a multiplier one group of three is a fraction
    scale_mark = marks.at("scale", index + 1)
    if scale_mark is not None and (scale_mark.entry.value or 0) >= 1_000_000 and re.fullmatch(r"\d{1,3}[.,]\d{3}", tokens[index].text):
        value = _number(tokens[index].text.replace(",", "."))
    return _scaled(marks, NumberFound(index, index, value, digits=True))


def _scaled(marks: Marks, found: NumberFound) -> NumberFound:
    """The same with the multipliers that follow ("2.2 billion", "twee miljoen")."""
    last, value, scale = found.last, found.value, found.scale
    while value is not None and value < LARGEST and (mark := marks.at("scale", last + 1)) is not None and mark.entry.value is not None:
        multiplier = int(mark.entry.value)
        if (multiplier == 12 and value > 11) or (multiplier == 100 and value >= 100):  # "nearly 100 hundred percent" only repeats itself
            break
        value, scale, last = _times(value, multiplier), scale * multiplier, mark.last
    return NumberFound(found.first, last, value, digits=found.digits, scale=scale)


def _times(value: Number, scale: int) -> Number:
    product = round(value * scale, 6)
    return int(product) if float(product).is_integer() else product


def _from_words(tokens: Sequence[Token], marks: Marks, index: int) -> NumberFound | None:
    """English number words: "two hundred and fifty", "twenty-one", "a dozen", "half a million"."""
    half = marks.at("half", index)
    if half is not None:
        scale = marks.at("scale", half.last + 1)
        if scale is None or scale.entry.value is None or scale.entry.value < 12:
            return None
        part = 0.5 if half.entry.value is None else half.entry.value
        return NumberFound(index, scale.last, _times(part, int(scale.entry.value)), scale=int(scale.entry.value))
    if marks.at("article", index) is not None:
        scale = marks.at("scale", index + 1)
        if scale is None or scale.entry.value is None:
            return None
        return _words_from(tokens, marks, index + 1, index)
    return _words_from(tokens, marks, index, index)


def _words_from(tokens: Sequence[Token], marks: Marks, start: int, first: int) -> NumberFound | None:
    total: Number = 0
    current: Number = 0
    at, last, seen, scale = start, -1, False, 1
    while at < min(len(tokens), start + _MOST_WORDS):
        number, multiplier = marks.at("number", at), marks.at("scale", at)
        if number is not None and number.entry.value is not None:
            value = number.entry.value
            hundreds = marks.at("scale", number.last + 1)
            # "four thousand five hundred"
            goes_on = current == 0 and total >= 1000 and hundreds is not None and hundreds.entry.value == 100
            if seen and not goes_on and not _may_follow(current, value):
                break
            current += value
            seen, last, at = True, number.last, number.last + 1
        elif multiplier is not None and multiplier.entry.value is not None:
            if not seen and start == first and multiplier.entry.value != 12 and at == start:
                return None  # a bare "hundred" or "million" is part of a vague word
            value = int(multiplier.entry.value)
            current = (current or 1) * value
            scale = max(scale, value)
            if value >= 1000:
                total, current = total + current, 0
            seen, last, at = True, multiplier.last, multiplier.last + 1
        elif seen and tokens[at].lower in ("and", "-", "‑") and at + 1 < len(tokens) and _joins(marks, tokens, at, current, total):
            at += 1
        else:
            break
    return NumberFound(first, last, total + current, scale=scale) if seen else None


def _may_follow(current: Number, value: Number) -> bool:
    """Whether "twenty" may be followed by "one", "hundred" by "fifty"."""
    if current >= 100 and current % 100 == 0:
        return value < 100
    return 20 <= current % 100 <= 90 and current % 10 == 0 and 1 <= value <= 9


def _joins(marks: Marks, tokens: Sequence[Token], at: int, current: Number, total: Number) -> bool:
    """Whether "and" or a hyphen here stands inside a number: "two hundred and fifty", "twenty-one"."""
    number = marks.at("number", at + 1)
    if number is None or number.entry.value is None:
        return False
    if tokens[at].lower == "and":
        return (current >= 100 and current % 100 == 0 and number.entry.value < 100) or (current == 0 and total >= 1000)
    return tokens[at].start == tokens[at - 1].end and _may_follow(current, number.entry.value)


_DUTCH_ONES = {
    "een": 1, "één": 1, "eén": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
}  # fmt: skip
_DUTCH_TEENS = {
    "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17,
    "achttien": 18, "negentien": 19,
}  # fmt: skip
_DUTCH_TENS = {"twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80, "negentig": 90}
_LONGEST_DUTCH_NUMBER = 45
ROUGHLY = "tal"
"""The ending of Dutch numbers that are about right: \"een vijftigtal\"."""


_MOST_KEPT = 1 << 15


@lru_cache(maxsize=_MOST_KEPT)
def dutch_number(word: str) -> int | None:
    """A Dutch number written as one word ("eenentwintig", "tweehonderdvijftig", "driehonderdduizend"), else None.

    "een" alone is the article and gives None; "honderd" and "duizend" alone are numbers (100, 1000).
    """
    if word in ("een", "honderden", "duizenden") or len(word) > _LONGEST_DUTCH_NUMBER:
        return None
    return _dutch_thousands(word.removesuffix(ROUGHLY))


class _Telling(dict[str, bool]):
    """Whether words in lower case are digits or a Dutch number in words: every word of a text is asked about, and words come again."""

    __slots__ = ()

    def __missing__(self, word: str) -> bool:
        if len(self) >= _MOST_KEPT:
            self.clear()
        telling = self[word] = word[0].isdecimal() or (word[0].isalnum() and dutch_number(word) is not None)
        return telling


TELLS_DUTCH_NUMBER: Mapping[str, bool] = _Telling()


def _dutch_thousands(word: str) -> int | None:
    before, found, after = word.partition("duizend")
    if not found:
        return _dutch_hundreds(word)
    thousands = 1 if not before else _dutch_hundreds(before)
    rest = 0 if not after else _dutch_hundreds(after.removeprefix("en"))
    return None if thousands is None or rest is None else thousands * 1000 + rest


def _dutch_hundreds(word: str) -> int | None:
    before, found, after = word.partition("honderd")
    if not found:
        return _dutch_tens(word)
    hundreds = 1 if not before else _dutch_tens(before)
    rest = 0 if not after else _dutch_tens(after.removeprefix("en"))
    return None if hundreds is None or rest is None else hundreds * 100 + rest


def _dutch_tens(word: str) -> int | None:
    for table in (_DUTCH_ONES, _DUTCH_TEENS, _DUTCH_TENS):
        if word in table:
            return table[word]
    for ones, value in _DUTCH_ONES.items():
        for joint in ("en", "ën"):
            tens = _DUTCH_TENS.get(word.removeprefix(ones + joint)) if word.startswith(ones + joint) else None
            if tens is not None:
                return tens + value
    return None
