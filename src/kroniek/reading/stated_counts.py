"""What an assessment itself says it has counted: "the injury range has been put at 2-7", "a minimum of five deaths was recorded".

A pure function over the labelled phrases of one sentence (labels `count:...` of `languages/<language>/clues.yaml`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kroniek.model.claim import Harm
from kroniek.model.interval import Number

_MOST_BETWEEN = 80  # characters from the word that announces a figure to the figure
_BESIDE = 30  # characters behind a figure within which a word such as "children" tells that it counts only a part
_BEFORE = 45  # and before it
_BOUNDS = {"floor": "low", "least": "low", "ceiling": "high", "most": "high"}
_JOINTS = re.compile(r"[\s-]*(?:and|or|to|/)?[\s-]*")
_BREAK = re.compile(r",|\b(?:and|but|while)\b")
_RANGE = re.compile(r"\s?(?:-|–|—|‑)\s?|\s(?:to|and)\s")
_DIGITS = re.compile(r"(?<![\w.,:/@#-])\d{1,4}(?![\w:/]|[.,]\d)")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A phrase of the sentence, `start` to `end` in the text, and the name after "count:" in its label."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class StatedCount:
    """A figure that the author says was counted for `harms`: `low` and `high`, None for the bound that it leaves open."""

    harms: tuple[Harm, ...]
    low: Number | None
    high: Number | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Figure:
    start: int
    end: int
    low: int
    high: int


def stated_counts(text: str, start: int, end: int, labelled: Sequence[Labelled], numbers: Mapping[str, int]) -> list[StatedCount]:
    """The figures that the sentence at `start` to `end` says were counted; none where it does not speak of the desk's own counting."""
    names = {each.name for each in labelled}
    if "act" not in names or not names & {"coding", "floor", "ceiling"} or "partial" in names:
        return []
    harms = _joined_harms(text, [each for each in labelled if each.name in ("killed", "injured")])
    found: list[StatedCount] = []
    past, of_a_part = start, False
    for figure in _figures(text, start, end, numbers):
        since = [each for each in labelled if past <= each.start and each.end <= figure.start]
        after = [each for each in labelled if figure.end <= each.start]
        of_a_part = _counts_a_part(text, figure, labelled) or (of_a_part and not any(each.name in ("killed", "injured") for each in since))
        if not of_a_part and _announced(figure, since, after) and not _of_a_source(since):
            low, high = _bounds(figure, since)
            found.append(StatedCount(_harm_of(text, figure, harms), low, high, text[start:end].strip(), start, end))
        past = figure.end
    return found


def _figures(text: str, start: int, end: int, numbers: Mapping[str, int]) -> list[_Figure]:
    """Numbers and ranges of numbers, in digits or in words, in the order of the text."""
    singles: list[_Figure] = []
    for match in _DIGITS.finditer(text, start, end):
        singles.append(_Figure(match.start(), match.end(), int(match.group()), int(match.group())))
    for match in re.finditer(r"(?<![\w-])[a-z]+(?:-[a-z]+)?(?!\w)", text[start:end]):
        value = numbers.get(match.group())
        if value is not None:
            singles.append(_Figure(start + match.start(), start + match.end(), value, value))
    # the second number of "2-7" stands right behind a dash, which a number of its own does not
    for match in re.finditer(r"(?<=\d[-–—‑])\d{1,4}(?!\w)", text[start:end]):
        singles.append(_Figure(start + match.start(), start + match.end(), int(match.group()), int(match.group())))
    singles.sort(key=lambda figure: figure.start)
    found: list[_Figure] = []
    for figure in singles:
        last = found[-1] if found else None
        if last is not None and last.low == last.high and figure.low >= last.low and _RANGE.fullmatch(text[last.end : figure.start]):
            found[-1] = _Figure(last.start, figure.end, last.low, figure.high)
        else:
            found.append(figure)
    return found


def _announced(figure: _Figure, before: Sequence[Labelled], after: Sequence[Labelled]) -> bool:
    """Whether a word of counting stands before the figure, or right behind it ("a 12-24 range")."""
    words = {each.name for each in before if figure.start - each.end <= _MOST_BETWEEN}
    counted = "verb" in words and (figure.low != figure.high or "least" in words)
    leads = bool(words & {"coding", "floor", "ceiling"}) or words >= {"act", "most"} or counted  # "could therefore be as high as"
    return leads or any(each.name == "coding" and each.start - figure.end <= _BESIDE for each in after if figure.low != figure.high)


def _of_a_source(before: Sequence[Labelled]) -> bool:
    """Whether the figure is told of a source: "though one source put the toll at 35", with no word of the desk's own in between."""
    source = max((each.start for each in before if each.name == "source"), default=-1)
    return source >= 0 and not any(each.name == "act" and each.start > source for each in before)


def _counts_a_part(text: str, figure: _Figure, labelled: Sequence[Labelled]) -> bool:
    """Whether a word such as "children" stands near the figure; behind it only up to a comma."""
    near = (each for each in labelled if each.name == "part")
    return any(
        (0 <= each.start - figure.end <= _BESIDE and "," not in text[figure.end : each.start]) or 0 <= figure.start - each.end <= _BEFORE
        for each in near
    )


def _bounds(figure: _Figure, before: Sequence[Labelled]) -> tuple[Number | None, Number | None]:
    """A range is both bounds; a single number is the bound that the words before it name, else both."""
    if figure.end - figure.start > 2 and figure.low != figure.high:
        return figure.low, figure.high
    named = [_BOUNDS[each.name] for each in before if each.name in _BOUNDS]
    if not named or len(set(named)) > 1:
        return figure.low, figure.high
    return (figure.low, None) if named[0] == "low" else (None, figure.high)


def _joined_harms(text: str, words: Sequence[Labelled]) -> list[tuple[tuple[Harm, ...], int, int]]:
    """The words of harm, with those told as one ("killed and injured") joined."""
    found: list[tuple[tuple[Harm, ...], int, int]] = []
    for word in sorted(words, key=lambda each: each.start):
        harm = Harm.KILLED if word.name == "killed" else Harm.INJURED
        if found and _JOINTS.fullmatch(text[found[-1][2] : word.start]):
            harms = tuple(dict.fromkeys((*found[-1][0], harm)))
            found[-1] = (harms, found[-1][1], word.end)
        else:
            found.append(((harm,), word.start, word.end))
    return found


def _harm_of(text: str, figure: _Figure, harms: Sequence[tuple[tuple[Harm, ...], int, int]]) -> tuple[Harm, ...]:
    """The harm told nearest to the figure, one across a comma or conjunction last; without any word of harm the killed are meant."""

    def distance(told: tuple[tuple[Harm, ...], int, int]) -> tuple[bool, int, int]:
        _, start, end = told
        between = text[end : figure.start] if end <= figure.start else text[figure.end : start]
        return _BREAK.search(between) is not None, len(between), start

    return min(harms, key=distance)[0] if harms else (Harm.KILLED,)
