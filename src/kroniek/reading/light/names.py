"""Named victims of a text that is read lightly: only those listed under a heading, numbered or one a dash.

"Names of the martyrs: 1- ... 2- ..." is a form of its own in posts, and a sure one. A name in a sentence is not read: without capitals or a
grammar nothing tells it from other words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kroniek.model.claim import Harm, Victim
from kroniek.reading.light.rules import LightRules
from kroniek.reading.light.words import light_tokens
from kroniek.text.tokens import Token, TokenKind

_HEADING = 3  # words after "names" within which it is told whose
_FAR, _BETWEEN = 40, 14  # tokens from the heading to the first name, and from one name to the next
_FEWEST, _MOST = 2, 5  # words of a name
_DASHES = frozenset("-–—•▪*●")
_AFTER_NUMBER = _DASHES | frozenset(".):/")
_DIGITS = 3  # of a number in a list, or of an age
_OLDEST, _ADULT = 110, 18


@dataclass(frozen=True, slots=True)
class _Item:
    """A name in a list: its tokens, and the number of the token after it."""

    tokens: tuple[Token, ...]
    after: int


def listed_victims(text: str, start: int, end: int, rules: LightRules) -> list[Victim]:
    """The victims whom a stretch of text lists by name, in its order. Runs in time linear to the text."""
    if not rules.names or not any(word in text for word in rules.names.written_openers):
        return []
    tokens = light_tokens(text, start, end, rules)
    found: list[Victim] = []
    at = 0
    while at < len(tokens):
        harm, after = _heading(tokens, at, rules)
        if harm is None:
            at += 1
            continue
        items = list(_numbered(text, tokens, after, rules)) or list(_dashed(text, tokens, after, rules))
        found += [_victim(text, tokens, item, harm, rules) for item in items]
        at = max(after, items[-1].after if items else after)
    return found


def _heading(tokens: Sequence[Token], at: int, rules: LightRules) -> tuple[Harm | None, int]:
    """The harm of those listed and the token after the heading; None where no heading begins here."""
    names = rules.names
    if names is not None and tokens[at].folded in names.openers:
        for number in range(at + 1, min(at + 1 + _HEADING, len(tokens))):
            for harm, words in ((Harm.KILLED, names.killed), (Harm.INJURED, names.injured)):
                if tokens[number].folded in words:
                    return harm, number + 1
    return None, at + 1


def _numbered(text: str, tokens: Sequence[Token], at: int, rules: LightRules) -> Iterator[_Item]:
    """Names after 1, 2, 3 and so on."""
    wanted, limit = 1, at + _FAR
    while at < min(limit, len(tokens)):
        token = tokens[at]
        if _number(token) != wanted:
            at += 1
            continue
        first = at + 1
        while first < len(tokens) and tokens[first].kind is TokenKind.SIGN and tokens[first].text in _AFTER_NUMBER:
            first += 1
        item = _name(text, tokens, first, rules)
        if item is None:
            at += 1
            continue
        yield item
        wanted, at, limit = wanted + 1, item.after, item.after + _BETWEEN


def _number(token: Token) -> int | None:
    """A short whole number in the digits of any script."""
    whole = token.kind is TokenKind.NUMBER and token.text.isdecimal() and len(token.text) <= _DIGITS
    return int(token.text) if whole else None


def _dashed(text: str, tokens: Sequence[Token], at: int, rules: LightRules) -> list[_Item]:
    """Names after a dash each; none where there is only one, which may be a dash of a sentence."""
    found: list[_Item] = []
    limit = at + _BETWEEN
    while at < min(limit, len(tokens)):
        item = None
        if tokens[at].kind is TokenKind.SIGN and tokens[at].text in _DASHES:
            item = _name(text, tokens, at + 1, rules)
        if item is None:
            at += 1
            continue
        found.append(item)
        at, limit = item.after, item.after + _BETWEEN
    return found if len(found) >= _FEWEST else []


def _name(text: str, tokens: Sequence[Token], at: int, rules: LightRules) -> _Item | None:
    """The words of a name from this token on: up to a sign, number, line end or word that is no part of it."""
    names, first = rules.names, at
    if names is None:
        return None
    while first < len(tokens) and tokens[first].folded in names.titles:
        first += 1
    last = first
    while last < len(tokens) and last - first < _MOST and tokens[last].kind is TokenKind.WORD and tokens[last].folded not in names.stops:
        if last > first and "\n" in text[tokens[last - 1].end : tokens[last].start]:
            break
        last += 1
    return _Item(tuple(tokens[first:last]), last) if last - first >= _FEWEST else None


def _victim(text: str, tokens: Sequence[Token], item: _Item, harm: Harm, rules: LightRules) -> Victim:
    start, end = item.tokens[0].start, item.tokens[-1].end
    age = _age(tokens, item.after, rules)
    return Victim(
        text=text[start:end],
        start=start,
        end=end,
        names={rules.language: " ".join(token.text for token in item.tokens)},
        age=age,
        harm=harm,
        child=None if age is None else age < _ADULT,
    )


def _age(tokens: Sequence[Token], at: int, rules: LightRules) -> int | None:
    """A number of years right after the name: "10 years", "the age 10"."""
    names = rules.names
    if names is None:
        return None
    while at < len(tokens) and tokens[at].kind is TokenKind.SIGN and tokens[at].text in ",،(:-":
        at += 1
    told = at < len(tokens) and tokens[at].folded in names.ages
    at += told
    age = _number(tokens[at]) if at < len(tokens) else None
    years = at + 1 < len(tokens) and tokens[at + 1].folded in names.years
    return age if age is not None and (told or years) and age <= _OLDEST else None
