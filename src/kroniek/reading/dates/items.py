"""Tokens to items: each gets the one-letter symbol of what it can be in a date.

Beside the symbols of the lexicon (see `rules.SYMBOLS`): d a day's number, D one with an ordinal suffix, Y a year, T a clock time,
N a date in figures, B a decade ("the 1990s"), n another small number, x any other word, and the signs , - ( ) as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from kroniek.reading.dates.rules import DateRules, Entry
from kroniek.text.tokens import Token, TokenKind

_ISO_CLOCK = r"(?:[T ](?P<clock>\d{2}:\d{2})(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?"
_ISO = rf"(?P<iso>(?<![\w./-])(?P<y>\d{{4}})-(?P<m>\d{{1,2}})-(?P<d>\d{{1,2}})(?![\d-]){_ISO_CLOCK})"
_FIGURES = r"(?P<fig>(?<![\w./-])(?P<a>\d{1,2})(?P<s>[-/.])(?P<b>\d{1,2})(?P=s)(?P<c>\d{4}|(?<=/)\d{2})(?![\w/-])(?!\.\d))"
_NUMERIC = re.compile(f"{_ISO}|{_FIGURES}", re.ASCII)
_DOTTED_CLOCK = re.compile(r"([01]?\d|2[0-3])\.([0-5]\d)", re.ASCII)
_SIGNS = {",": ",", "-": "-", "–": "-", "—": "-", "‑": "-", "‒": "-", "(": "(", ")": ")", "[": "(", "]": ")"}
_YEARS = range(1900, 2100)
_COMPACT_HOURS = 4
_LONGEST_PHRASE = 8  # tokens


class Item(NamedTuple):
    """One symbol of the sentence, code points `start` to `end`; `sure` is false where it alone tells no date."""

    symbol: str
    start: int
    end: int
    value: Any = None
    sure: bool = True
    part: str | None = None
    text: str = ""


class NumericDate(NamedTuple):
    """A date in figures: the readings that the calendar allows, the likelier first, and the clock time behind it."""

    readings: tuple[date, ...]
    clock: str | None


def worth_reading(tokens: Sequence[Token], rules: DateRules) -> bool:
    """Whether anything here can be part of a date: a cheap look before the dear one."""
    triggers = rules.triggers
    lowers = [token[1] for token in tokens]
    if not triggers.isdisjoint(lowers):
        return True
    number, past = TokenKind.NUMBER, len(tokens)
    for at, lower in enumerate(lowers):
        if tokens[at][4] is number:
            text = tokens[at].text
            if (len(text) == 4 and text[0] in "12") or "." in text or (at and tokens[at - 1].text in ":/-'’‘"):
                return True
            if at + 1 < past and tokens[at + 1].text in ":/-":
                return True
        elif lower[-1] == "s" and (lower[:-2] in triggers if lower[-2:] == "'s" else lower == "s" and at and tokens[at - 1].text in "'’‘"):
            return True
    return False


def make_items(text: str, tokens: Sequence[Token], rules: DateRules) -> list[Item]:
    """The items of a sentence, in order."""
    numeric = {match.start(): match for match in _NUMERIC.finditer(text, tokens[0].start, tokens[-1].end)}
    items: list[Item] = []
    at, lexicon, new = 0, rules.lexicon, tuple.__new__
    while at < len(tokens):
        token = tokens[at]
        match = numeric.get(token.start) if numeric else None
        item, used = None, 1
        lower = token.lower
        if match is None and token.kind is TokenKind.WORD and (lower if lower[-2:] != "'s" else lower[:-2]) not in lexicon:
            # most words: told from the rest first, and made without the constructor of the class
            items.append(new(Item, ("x", token.start, token.end, None, True, None, lower)))
            at += 1
            continue
        if match is not None and (days := _readings(match, rules)):
            while at + used < len(tokens) and tokens[at + used].start < match.end():
                used += 1
            item = Item("N", token.start, match.end(), NumericDate(days, match["clock"]))
        elif token.kind is TokenKind.NUMBER:
            item, used = _number(tokens, at, rules)
        elif (found := _phrase(tokens, at, rules)) is not None:
            item, used = _entry_item(tokens, at, found)
        if item is None:
            symbol = _SIGNS.get(token.text, ".") if token.kind is TokenKind.SIGN else "x"
            item = Item(symbol, token.start, token.end, text=token.lower)
        items.append(item)
        at += used
    return items


def _readings(match: re.Match[str], rules: DateRules) -> tuple[date, ...]:
    if match["iso"]:
        orders = [(int(match["y"]), int(match["m"]), int(match["d"]))]
    else:
        first, second, year = int(match["a"]), int(match["b"]), int(match["c"])
        year += 2000 if len(match["c"]) == 2 else 0
        month_first = rules.month_first_slash if match["s"] == "/" else rules.month_first
        orders = [(year, first, second), (year, second, first)]
        if not month_first:
            orders.reverse()
    days = [day for order in orders if order[0] in _YEARS and (day := _day(*order)) is not None]
    return tuple(dict.fromkeys(days))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _phrase(tokens: Sequence[Token], at: int, rules: DateRules) -> Entry | None:
    """The longest phrase of the lexicon that begins here."""
    words: tuple[str, ...] | None = None
    for entry in rules.lexicon.get(_plain(tokens[at].lower), ()):
        size = len(entry.words)
        if size > 1:
            if words is None:
                words = tuple([later.lower for later in tokens[at : at + _LONGEST_PHRASE]])
            if words[: size - 1] != entry.words[:-1] or len(words) < size or _plain(words[size - 1]) != entry.words[-1]:
                continue
        if (entry.capital or entry.short) and not tokens[at].text[0].isupper() and not (entry.short and _beside_number(tokens, at)):
            continue
        return entry
    return None


def _plain(lower: str) -> str:
    """A word without its genitive: "Monday's strike", "yesterday's raid"."""
    return lower.removesuffix("'s")


def _beside_number(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number stands before or after: "2 okt", "okt. 2"."""
    near = tokens[max(0, at - 1) : at + 3]
    return any(token.kind is TokenKind.NUMBER for token in near)


def _entry_item(tokens: Sequence[Token], at: int, entry: Entry) -> tuple[Item, int]:
    used = len(entry.words)
    last = tokens[at + used - 1]
    end = last.end
    if entry.symbol == "M" and entry.short and at + used < len(tokens):
        dot = tokens[at + used]
        if dot.text == "." and dot.start == end:
            used, end = used + 1, dot.end
    return Item(entry.symbol, tokens[at].start, end, entry.value, entry.sure, entry.part, " ".join(entry.words)), used


def _number(tokens: Sequence[Token], at: int, rules: DateRules) -> tuple[Item | None, int]:
    """A number as clock time, day, year, decade or plain small number; None for any other."""
    token = tokens[at]
    clock = _clock(tokens, at, rules)
    if clock is not None:
        return clock
    if not token.text.isascii() or not token.text.isdigit() or len(token.text) > _COMPACT_HOURS:
        return None, 1
    value, size = int(token.text), len(token.text)
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    joined = after is not None and after.start == token.end and after.kind is TokenKind.WORD
    if size == 4 and value in _YEARS:
        if joined and after is not None and after.lower == "s":
            return Item("B", token.start, after.end, value), 2
        return (None, 1) if joined else (Item("Y", token.start, token.end, value), 1)
    if size <= 2 and 1 <= value <= 31:
        if joined and after is not None and after.lower in rules.ordinal_suffixes:
            return Item("D", token.start, after.end, value), 2
        return (None, 1) if joined else (Item("d", token.start, token.end, value), 1)
    return (Item("n", token.start, token.end, value), 1) if size <= 3 and not joined else (None, 1)


def _clock(tokens: Sequence[Token], at: int, rules: DateRules) -> tuple[Item, int] | None:
    """A clock time that begins here: "12:58", "3:46 PM", "3 am", "om 14.30 uur", "0300 hrs", "14u30"."""
    token = tokens[at]
    texts = [later.text for later in tokens[at : at + 5]]
    hour, minute, used, certain = -1, 0, 1, False
    dotted = _DOTTED_CLOCK.fullmatch(token.text)
    if dotted:
        hour, minute = int(dotted[1]), int(dotted[2])
    elif token.text.isascii() and token.text.isdigit() and len(token.text) <= 2:
        hour = int(token.text)
        if len(texts) > 2 and texts[1] in ":u" and len(texts[2]) == 2 and texts[2].isdigit() and tokens[at + 2].start == token.end + 1:
            minute, used, certain = int(texts[2]), 3, True
            if texts[3:4] == [":"] and len(texts) > 4 and tokens[at + 4].start == tokens[at + 2].end + 1:
                used = 5
    elif token.text.isascii() and token.text.isdigit() and len(token.text) == _COMPACT_HOURS:
        hour, minute = int(token.text[:2]), int(token.text[2:])
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    after = _phrase(tokens, at + used, rules) if at + used < len(tokens) else None
    if after is not None and after.symbol == "h" and hour <= 12:
        hour = hour % 12 + (12 if after.value == "pm" else 0)
        used, certain = used + len(after.words), True
    elif after is not None:
        word = tokens[at + used].lower
        cued = at > 0 and tokens[at - 1].lower in rules.clock_cues
        compact = len(token.text) == _COMPACT_HOURS and token.text.isdigit()
        if (word in rules.oclock and not compact and (dotted or certain or cued or word == "o'clock")) or (
            word in rules.compact_hours and compact and cued
        ):
            used, certain = used + len(after.words), True
    if not certain or hour > 23:
        return None
    zone = _phrase(tokens, at + used, rules) if at + used < len(tokens) else None
    if zone is not None and zone.symbol == "z":
        used += len(zone.words)
    return Item("T", token.start, tokens[at + used - 1].end, f"{hour:02d}:{minute:02d}"), used
