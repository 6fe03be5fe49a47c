"""Cutting a text where marks begin and end, so that overlapping marks can be shown without ever losing a character."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kroniek.model.span import Span

# A sentence's end as a reader sees it: good enough to choose how much context to show, never used to read a claim.
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]?\s|\n\s*\n")


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Words to mark, in code points: what they are to the claim (`role`) and the claim's id (`key`)."""

    start: int
    end: int
    role: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under one and the same set of marks. `beginning` are those whose first character stands here."""

    text: str
    start: int
    end: int
    marks: tuple[Mark, ...] = ()
    beginning: tuple[Mark, ...] = ()

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles of the marks that cover it, each once, in order of name."""
        return tuple(sorted({mark.role for mark in self.marks}))

    @property
    def keys(self) -> tuple[str, ...]:
        """The claims whose marks cover it, each once, in order of the marks."""
        return tuple(dict.fromkeys(mark.key for mark in self.marks if mark.key))


def segments(text: str, marks: Iterable[Mark], within: Span | None = None) -> tuple[Segment, ...]:
    """`text` (or the part `within`) cut at every edge of a mark; joined together the segments are that text again.

    Marks that reach over the edge are clipped; one that lies outside is left out. A mark without length covers nothing but still
    `begins` at its place, so that an anchor can stand there.
    """
    window = Span(0, len(text)) if within is None else Span(min(within.start, len(text)), min(within.end, len(text)))
    clipped = sorted(_clip(marks, window, len(text)), key=_outermost_first)
    edges = sorted({window.start, window.end, *(mark.start for mark in clipped), *(mark.end for mark in clipped)})
    cut: list[Segment] = []
    open_marks: list[Mark] = []
    position = 0
    for number, start in enumerate(edges):
        end = edges[number + 1] if number + 1 < len(edges) else start
        open_marks = [mark for mark in open_marks if mark.end > start]
        beginning: list[Mark] = []
        while position < len(clipped) and clipped[position].start == start:
            beginning.append(clipped[position])
            position += 1
        open_marks += [mark for mark in beginning if mark.end > start]
        if end > start or beginning:
            cut.append(Segment(text[start:end], start, end, tuple(open_marks), tuple(beginning)))
    return tuple(cut)


def _clip(marks: Iterable[Mark], window: Span, whole: int) -> list[Mark]:
    kept: list[Mark] = []
    for mark in marks:
        if mark.start == mark.end:
            # at the very edge it belongs to what comes after, so that it stands once where a text is shown in parts
            if window.start <= mark.start < window.end or mark.start == window.end == whole:
                kept.append(mark)
            continue
        start, end = max(mark.start, window.start), min(mark.end, window.end)
        if start < end:
            kept.append(Mark(start, end, mark.role, mark.key))
    return kept


def _outermost_first(mark: Mark) -> tuple[int, int, str, str]:
    return mark.start, -mark.end, mark.role, mark.key


def surroundings(text: str, core: Span, reach: int = 320) -> Span:
    """`core` with the sentence before and the one after it, each at most `reach` characters, cut at a word's edge."""
    start, end = _before(text, core.start, reach), _after(text, core.end, reach)
    while start < core.start and text[start].isspace():
        start += 1
    while end > core.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _before(text: str, start: int, reach: int) -> int:
    """Where the sentence before `start` begins."""
    floor = max(0, start - reach)
    # the end of the sentence before stands directly before `start`; the one before that is where to begin
    last = start - 1
    while last > floor and not text[last - 1].isalnum():
        last -= 1
    ends = [match.end() for match in _SENTENCE_END.finditer(text, floor, last)]
    if ends:
        return min(ends[-1], start)
    if floor == 0:
        return 0
    space = text.find(" ", floor, start)
    return start if space < 0 else space + 1


def _after(text: str, end: int, reach: int) -> int:
    """Where the sentence after `end` stops."""
    ceiling = min(len(text), end + reach)
    first = end
    while first < ceiling and not text[first].isalnum():
        first += 1
    match = _SENTENCE_END.search(text, first, ceiling)
    if match:
        return max(end, match.start() + len(match.group().rstrip()))
    if ceiling == len(text):
        return ceiling
    space = text.rfind(" ", end, ceiling)
    return end if space < 0 else space
