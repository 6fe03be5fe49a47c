"""Where sentences begin and end, in code points of the untouched text.

One pass over the text stops at every run of full stops, question and exclamation marks and at every line break, and decides
there. A run of dots ("toe.......") is one stop. Wrapped lines are told from lines that stand alone by the width of their paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kroniek.model.span import Span
from kroniek.reading.long_sentences import cut_long

_CLOSERS = "\"'”’»›)\\]}“"
# A run starts with a stop and takes every stop and closing sign after it, so that no character is looked at twice.
_STOP = re.compile(
    rf"(?P<run>[.!?…؟。][.!?…؟。{_CLOSERS}]*)(?:\[\d{{1,3}}\]){{0,5}}"
    r"|(?P<line>[\n\r\f\u2028\u2029]\s*)"
)
_SPACES = re.compile(r"\s+")
_AFTER = re.compile(r"(?P<openers>[\"'“”„‘’«‹(\[{*_—–-]{0,6}[ \u00a0]?)(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?|\d+)?")
_DUTCH_ELISION = re.compile(r"['’`‘][stkn] [A-Z]")
_BULLET = re.compile(r"(?:[-*•·▪►◦●#>]|\d{1,2}[.)]|\([a-z0-9]{1,2}\))[ \t\u00a0]")
_DOTTED = re.compile(r"(?:[^\W\d_]\.){1,6}[^\W\d_]")
_LOOK_BACK = 24
_WIDEST_WRAP = 130
_NARROWEST_WRAP = 40


@dataclass(frozen=True, slots=True)
class SentenceRules:
    """Words that decide about a full stop, in lower case and without their last full stop ("e.g", "mr").

    `never_end`: titles and the like, always followed by more. `before_number`: end unless a digit follows ("No. 5").
    `before_starter`: end only before a word that often starts a sentence ("in the U.S. The"). `before_capital`: end before any
    capital that is not in `no_start` ("at 3 p.m. Planes", not "at 3 p.m. Monday"). `starters`: words that often start a
    sentence. `unfinished`: words that never end a line that stands alone ("of", "met").
    """

    never_end: frozenset[str] = frozenset()
    before_number: frozenset[str] = frozenset()
    before_starter: frozenset[str] = frozenset()
    before_capital: frozenset[str] = frozenset()
    no_start: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    unfinished: frozenset[str] = frozenset()


def sentences(text: str, start: int, end: int, rules: SentenceRules) -> list[Span]:
    """The sentences of `text[start:end]`, in order; together they hold every character that is not white space.

    One that is longer than people write is cut into pieces (see `long_sentences`).
    """
    spans: list[Span] = []
    lines = _Paragraph(text, start, end)
    begin = start
    for match in _STOP.finditer(text, start, end):
        at = match.end()
        if match.lastgroup == "line":
            cut = match.start()
            ends = _line_ends(text, match.start(), at, begin, end, lines, rules)
        else:
            cut = at
            ends = _stop_ends(text, match.start("run"), match.end("run"), at, begin, end, rules)
        if ends:
            _add(spans, text, begin, cut)
            begin = cut
    _add(spans, text, begin, end)
    return spans


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    words = text[start:end]
    stripped = words.strip()
    if stripped:
        first = start + len(words) - len(words.lstrip())
        spans.extend(cut_long(text, Span(first, first + len(stripped))))


def _stop_ends(text: str, first: int, last: int, after: int, begin: int, end: int, rules: SentenceRules) -> bool:
    """Whether the stop `text[first:last]` ends a sentence; `after` is past any reference mark."""
    if after >= end:
        return True
    dots = text.count(".", first, last) + 3 * text.count("…", first, last)
    following = text[after]
    if not following.isspace():
        return dots >= 4 and following.isupper()
    before = text[first - 1] if first > begin else "\n"
    if dots >= 2 and before in "([" and text[last - 1] in ")]":
        return False  # "[...]" stands for words left out
    spaces = _SPACES.match(text, after, end)
    next_at = spaces.end() if spaces else after
    broken = _has_break(text, after, next_at)
    single = text[first:last] == "."
    if single and not broken and first - begin <= 4 and text[begin:first].strip().isdigit():
        return False  # "1. The first" numbers a line
    found = _AFTER.match(text, next_at, end)
    word = (found and found.group("word")) or ""
    if single and not broken and (decided := _abbreviation_ends(text, first, begin, word, rules)) is not None:
        return decided
    if single and broken and _word_before(text, first, begin) in rules.never_end:
        return text.count("\n", after, next_at) > 1
    if broken:
        return True
    if word and word[0].islower():
        opened = bool(found and found.group("openers").strip("*_—–-([{ \u00a0"))
        return (opened and dots >= 4) or _DUTCH_ELISION.match(text, next_at, end) is not None
    return True


def _has_break(text: str, start: int, end: int) -> bool:
    return any(sign in text[start:end] for sign in "\n\r\f\u2028\u2029")


def _word_before(text: str, at: int, begin: int) -> str:
    """The letters and dots right before `at`, in lower case."""
    first = at
    lowest = max(begin, at - _LOOK_BACK)
    while first > lowest and (text[first - 1].isalpha() or text[first - 1] == "."):
        first -= 1
    return text[first:at].lower()


def _abbreviation_ends(text: str, at: int, begin: int, word: str, rules: SentenceRules) -> bool | None:
    """Whether the single full stop at `at` ends a sentence though it stands after an abbreviation; None after any other word."""
    before = _word_before(text, at, begin)
    if not before:
        return None
    if before in rules.never_end:
        return False
    if before in rules.before_number:
        return False if word[:1].isdigit() else None
    if before in rules.before_capital:
        return bool(word) and word[0].isupper() and word.lower() not in rules.no_start
    initial = len(before) == 1 and text[at - 1].isupper()
    if before in rules.before_starter or initial or _DOTTED.fullmatch(before):
        return word[:1].isupper() and word.lower() in rules.starters
    return None


class _Paragraph:
    """The lines between two blank lines: whether they are wrapped is worked out once for each paragraph."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._limit = text, end
        self.start = self.end = start
        self.wrapped = False

    def at(self, place: int) -> _Paragraph:
        """The paragraph that holds `place`."""
        if not self.start <= place < self.end:
            first = max(self._text.rfind("\n\n", self.end, place) + 2, self.end)
            last = self._text.find("\n\n", place, self._limit)
            self.start, self.end = first, self._limit if last < 0 else last
            widths = [len(line.strip()) for line in self._text[self.start : self.end].strip().split("\n")]
            self.wrapped = is_wrapped(widths)
        return self


def is_wrapped(widths: list[int]) -> bool:
    """Whether lines look broken at a fixed width: three or more, none too wide, all but the last nearly as wide as the widest."""
    widest = max(widths)
    return len(widths) > 2 and _NARROWEST_WRAP <= widest <= _WIDEST_WRAP and min(widths[:-1]) * 4 >= widest * 3


def _line_ends(text: str, first: int, after: int, begin: int, end: int, lines: _Paragraph, rules: SentenceRules) -> bool:
    """Whether the line break `text[first:after]` ends a sentence."""
    if after >= end:
        return True
    breaks = text[first:after].replace("\r\n", "\n")
    if sum(breaks.count(sign) for sign in "\n\r\f\u2028\u2029") > 1:
        return True
    last = text[max(begin, first - 40) : first].rstrip()
    if not last or _BULLET.match(text, after, end):
        return True
    if last[-1] in ",-–—(‐" or text[after].islower():
        return False
    if last[-1] in ":;!?…":
        return True
    if last.split()[-1].lower() in rules.unfinished:
        return False
    if last[-1] == "." and _word_before(text, first - 1, begin) in rules.never_end:
        return False
    return not lines.at(first).wrapped
