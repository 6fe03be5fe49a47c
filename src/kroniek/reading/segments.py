"""A text as segments: lines that stand alone, and paragraphs whose lines are wrapped at a fixed width."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kroniek.made import quickly_made
from kroniek.reading.sentences import is_wrapped

_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n\s*|\f")
_LINE = re.compile(r"[^\n\r\f\u2028\u2029]+")
_PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "\n": " ", "\r": " "})
_STOPS = ".!?…:;,"


@quickly_made
@dataclass(frozen=True, slots=True)
class Segment:
    """Code points `start` to `end` without white space around; `paragraph` counts the paragraphs, `alone` is true of the only one
    in its. `plain` is the text with every odd space made a plain one, of the same length."""

    start: int
    end: int
    paragraph: int
    alone: bool
    plain: str


def segments(text: str) -> list[Segment]:
    """The segments of a text in order; together they hold every character that is not white space."""
    found: list[Segment] = []
    begin, number = 0, 0
    for match in _PARAGRAPH_END.finditer(text):
        number += _paragraph(text, begin, match.start(), number, found)
        begin = match.end()
    _paragraph(text, begin, len(text), number, found)
    return found


def _paragraph(text: str, start: int, end: int, number: int, found: list[Segment]) -> int:
    """Add one paragraph's segments; 1 where there were any."""
    lines = []
    for match in _LINE.finditer(text, start, end):
        line = match.group()
        stripped = line.strip()
        if stripped:
            first = match.start() + len(line) - len(line.lstrip())
            lines.append((first, first + len(stripped)))
    if not lines:
        return 0
    spans = _joined(text, lines)
    found.extend(Segment(first, last, number, len(spans) == 1, text[first:last].translate(_PLAIN)) for first, last in spans)
    return 1


def _joined(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines with those that go on in the next joined to it."""
    if len(lines) == 1:
        return lines
    if is_wrapped([last - first for first, last in lines]):
        return [(lines[0][0], lines[-1][1])]
    spans = [lines[0]]
    for first, last in lines[1:]:
        if text[first].islower() and text[spans[-1][1] - 1] not in ".!?…:;":
            spans[-1] = (spans[-1][0], last)
        else:
            spans.append((first, last))
    return spans


def ends_open(words: str) -> bool:
    """Whether the words end without any stop, as headlines do; a run of dots counts as none."""
    bare = words.rstrip("\"'”’»)] \u00a0")
    if bare.endswith(("...", "…")):
        return True
    return bool(bare) and bare[-1] not in _STOPS
