"""What single lines look like: date lines, headlines, dates in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from kroniek.reading.block_rules import BlockRules, first_match
from kroniek.reading.dates import DateRules, find_times, opening_day
from kroniek.reading.introductions import quoted_whole
from kroniek.reading.language import vote
from kroniek.reading.segments import Segment, ends_open
from kroniek.text.tokens import Token, TokenKind, tokenise

_LONGEST_DATE_LINE = 80
_LONGEST_HEADLINE = 180
_LONGEST_POST_HEADLINE = 260
_BRACKETED = re.compile(r"\[(\d{4}-\d{2}-\d{2})\][ ]*")
_URL = re.compile(r"https?://|www\.", re.IGNORECASE)


class Lines:
    """The segments of a document with what was found out about each, worked out when first asked for."""

    def __init__(self, found: Sequence[Segment], rules: BlockRules, anchor: date | None) -> None:
        self.segments = found
        self._rules, self._anchor = rules, anchor
        self._dates: dict[int, date | None] = {}
        self._languages: dict[int, str | None] = {}

    def language(self, number: int) -> str | None:
        """The language that the segment's own words decide for."""
        if number not in self._languages:
            self._languages[number] = vote(self.segments[number].plain, self._rules.stop_words)
        return self._languages[number]

    def date_line(self, number: int) -> date | None:
        """The day that the segment tells, where it tells nothing else."""
        if number not in self._dates:
            self._dates[number] = self._read_date(self.segments[number].plain)
        return self._dates[number]

    def _read_date(self, plain: str) -> date | None:
        if len(plain) > _LONGEST_DATE_LINE or not any(sign.isdigit() for sign in plain):
            return None
        tokens = tokenise(plain)
        for rules in self._rules.dates:
            if any(_stands_alone(tokens, at, rules) and token.lower not in self._rules.date_line_words for at, token in enumerate(tokens)):
                continue
            found = find_times(plain, tokens, rules, self._anchor)
            day = opening_day(found)
            if day is None:
                continue
            rest = [
                token
                for token in tokens
                if token.kind is not TokenKind.SIGN
                and not any(time.start <= token.start < time.end for time in found)
                and token.lower not in self._rules.date_line_words
            ]
            if not rest:
                return day.start_day
        return None

    def is_headline(self, number: int, *, lenient: bool = False) -> bool:
        """Whether the segment reads as a headline; `lenient` right under a date line, where only length and a full stop count."""
        segment = self.segments[number]
        plain = segment.plain
        longest = _LONGEST_POST_HEADLINE if lenient else _LONGEST_HEADLINE
        if not 3 < len(plain) <= longest or self.date_line(number) is not None:
            return False
        if plain.endswith((":", ",", ";")) or (plain.endswith(".") and not plain.endswith("..")):
            return False
        if number + 1 >= len(self.segments):
            return False
        if lenient:
            return segment.alone or self.segments[number + 1].paragraph == segment.paragraph
        rules = self._rules
        others = (rules.footnotes, rules.credits, rules.captions, rules.outlet_bylines, rules.author_bylines)
        if any(first_match(patterns, plain) for patterns in others) or quoted_whole(plain) or _URL.search(plain):
            return False
        return (ends_open(plain) or plain.endswith("?")) and not plain[0].islower() and ". " not in plain

    def opens_post(self, number: int) -> bool:
        """Whether a date line opens a post: its headline comes after it, while an article's stands before it."""
        if self.date_line(number) is None:
            return False
        if number == 0:
            return len(self.segments) > 1
        if not self.segments[number].alone:
            return False
        following = number + 1
        if following >= len(self.segments) or self.date_line(following) is not None:
            return False
        next_plain = self.segments[following].plain
        if first_match(self._rules.outlet_bylines, next_plain) or first_match(self._rules.author_bylines, next_plain):
            return False
        headed = self.is_headline(number - 1) and not (number >= 2 and self.date_line(number - 2) is not None)
        return not headed or (self.is_headline(following, lenient=True) and self.segments[number - 1].plain.endswith(("..", "!")))


def _stands_alone(tokens: Sequence[Token], at: int, rules: DateRules) -> bool:
    """Whether the token is a word that can be no part of a date: a cheap look before dates are read."""
    token = tokens[at]
    joined = at > 0 and tokens[at - 1].end == token.start
    return token.kind is TokenKind.WORD and not joined and not rules.words.intersection((token.lower, token.lower.removesuffix("'s")))


def bracketed_date(plain: str) -> tuple[date, int] | None:
    """The day in brackets that opens a statement, and where the statement begins."""
    match = _BRACKETED.match(plain)
    if match is None:
        return None
    try:
        return date.fromisoformat(match[1]), match.end()
    except ValueError:
        return None
