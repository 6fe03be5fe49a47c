"""What one sentence of a report says of how many: its figures put together, so that a report is read statement by statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kroniek.incidents.figures import CodedFigure
from kroniek.model.claim import Bound, Group
from kroniek.model.incident import CodedRange
from kroniek.model.interval import Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The figures of one sentence for one harm and one speaker. `vague` where only words like "several" were said."""

    start: int
    low: Number
    high: Number
    own: bool
    vague: bool
    unclear: bool
    at_most: bool
    claims: tuple[str, ...]
    rules: tuple[str, ...]

    @property
    def explicit(self) -> bool:
        """Whether a number was said."""
        return not self.vague

    @property
    def range(self) -> CodedRange:
        """The same as a range with its reasons."""
        return CodedRange(self.low, self.high, self.claims, self.claims, self.rules)


def statements(figures: Sequence[CodedFigure]) -> list[Statement]:
    """The statements of one report on all of its people, in the order of the text; figures of parts of a whole are left out."""
    by_sentence: dict[tuple[int, str], list[CodedFigure]] = {}
    for figure in figures:
        if figure.claim.part_of is None and figure.group is not Group.COMBATANT:
            by_sentence.setdefault((figure.place[0], _speaker(figure)), []).append(figure)
    return [_together(by_sentence[key]) for key in sorted(by_sentence)]


def _speaker(figure: CodedFigure) -> str:
    return "|".join(speaker.text for speaker in figure.claim.said_by)


def _together(figures: Sequence[CodedFigure]) -> Statement:
    """Groups told side by side are added; a number beats a vague word, people at large beat their kinds."""
    clear = [figure for figure in figures if not figure.unclear] or list(figures)
    explicit = [figure for figure in clear if not figure.vague]
    wholes = [figure for figure in explicit if figure.whole]
    parts = [figure for figure in explicit if not figure.whole]
    if wholes:
        chosen = _different(wholes)
    elif parts:
        chosen = parts
    else:
        vague = [figure for figure in clear if figure.whole] or clear
        chosen = [max(vague, key=lambda figure: (figure.high, -figure.place[1]))]
    first = chosen[0]
    rules = dict.fromkeys(rule for figure in chosen for rule in figure.rules)
    if len(chosen) > 1:
        rules["groups_added"] = None
    return Statement(
        start=first.place[0],
        low=sum(figure.low for figure in chosen),
        high=sum(figure.high for figure in chosen),
        own=first.own,
        vague=first.vague,
        unclear=first.unclear,
        at_most=any(figure.claim.quantity.bound is Bound.AT_MOST for figure in chosen),
        claims=tuple(figure.claim.id for figure in chosen),
        rules=tuple(rules),
    )


def _different(wholes: Sequence[CodedFigure]) -> list[CodedFigure]:
    """Figures of people at large in one sentence: said twice they are one, told side by side of several families they are added."""
    if len(wholes) > 1 and all(figure.claim.object is None for figure in wholes) and _side_by_side(wholes):
        return list(wholes)
    return [wholes[0]]


def _side_by_side(wholes: Sequence[CodedFigure]) -> bool:
    return all(figure.claim.quantity.bound in (Bound.EXACT, Bound.AT_LEAST) for figure in wholes)


def highest(found: Iterable[Statement]) -> Statement | None:
    """The statement with the highest upper bound; the earliest among equals."""
    return max(found, key=lambda statement: (statement.high, -statement.start), default=None)
