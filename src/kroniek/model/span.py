"""Places in a text, in Unicode code points of the untouched text."""

from __future__ import annotations

from dataclasses import dataclass

from kroniek.made import quickly_made


@quickly_made
@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`start` up to and without `end`. Raises ValueError for a span that runs backwards or before the text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether they share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether `other` lies within this one."""
        return self.start <= other.start and other.end <= self.end


@quickly_made
@dataclass(frozen=True, slots=True)
class Words:
    """Words as written and where they stand: `text == whole[start:end]`."""

    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.start, self.end)


def words_at(text: str, start: int, end: int) -> Words:
    """The words of `text` at `start` to `end`."""
    return Words(text[start:end], start, end)
