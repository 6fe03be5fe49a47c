"""What one sentence of a report says of how many: its figures put together, so that a report is read statement by statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kroniek.incidents.figures import CodedFigure
from kroniek.model.claim import Bound, Group
from kroniek.model.interval import Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The figures of one sentence for one harm and one speaker. `vague` where only words like "several" were said,
    `written` where a number stands there and not only names or "a woman", `total` where it does not count somebody's relatives,
    `speaker` whom its author names for it, "" for the author's own voice."""

    start: int
    low: Number
    high: Number
    own: bool
    vague: bool
    unclear: bool
    written: bool
    total: bool
    at_most: bool
    claims: tuple[str, ...]
    rules: tuple[str, ...]
    speaker: str = ""

    @property
    def explicit(self) -> bool:
        """Whether a number was said."""
        return not self.vague

    @property
    def closed(self) -> bool:
        """Whether a number or a range was written that leaves nothing open above: not "at least"."""
        return self.written and "at_least" not in self.rules and "more_than" not in self.rules


def statements(figures: Sequence[CodedFigure]) -> list[Statement]:
    """The statements of one report on all of its people, in the order of the text; figures of parts of a whole are left out."""
    by_sentence: dict[tuple[int, str], list[CodedFigure]] = {}
    for figure in sorted(figures, key=lambda figure: figure.order):
        if figure.claim.part_of is None and figure.group is not Group.COMBATANT:
            by_sentence.setdefault((figure.place[0], _speaker(figure)), []).append(figure)
    return [_together(by_sentence[key]) for key in sorted(by_sentence)]


def _weakest(figures: Sequence[CodedFigure], otherwise: Number) -> Number:
    """The floor of the least vague word written of people at large: "one source said several, another dozens" is from 2 on."""
    return min((figure.low for figure in figures if figure.vague and figure.whole and figure.claim.figure is not None), default=otherwise)


def _speaker(figure: CodedFigure) -> str:
    return "|".join(speaker.text for speaker in figure.claim.said_by)


def _together(figures: Sequence[CodedFigure]) -> Statement:
    """Groups told side by side are added; a number beats a vague word, people at large beat their kinds."""
    clear = stretched([figure for figure in figures if not figure.unclear] or figures)
    vague = [figure for figure in clear if figure.vague and figure.whole] or [figure for figure in clear if figure.vague]
    strongest = max(vague, key=lambda figure: (figure.high, -figure.order), default=None)
    chosen = _whole(clear)
    rival = _highest_rival(clear, chosen)
    if not chosen:
        chosen = _parts([figure for figure in clear if not figure.vague])
        if strongest is not None and (not chosen or sum(figure.low for figure in chosen) < strongest.low):
            chosen = [strongest]  # "others, among them a woman": the woman is one of the several
    first = chosen[0]
    low = sum(figure.low for figure in chosen)
    rules = dict.fromkeys(rule for figure in chosen for rule in figure.rules)
    if len(chosen) > 1:
        rules["groups_added"] = None
    if chosen == [strongest] and _weakest(clear, low) < low:
        low = _weakest(clear, low)
        rules.update(dict.fromkeys(rule for figure in clear if figure.vague and figure.low == low for rule in figure.rules))
    return Statement(
        start=first.place[0],
        low=low,
        high=max(sum(figure.high for figure in chosen), rival),
        own=first.own,
        vague=all(figure.vague for figure in chosen),
        unclear=first.unclear,
        written=any(figure.written for figure in chosen),
        total=any(figure.written and "kin" not in figure.claim.rules for figure in chosen),
        at_most=any(figure.claim.quantity.bound is Bound.AT_MOST for figure in chosen),
        claims=tuple(figure.claim.id for figure in chosen),
        rules=tuple(rules),
        speaker=_speaker(first),
    )


def _whole(figures: Sequence[CodedFigure]) -> list[CodedFigure]:
    """The number of people at large, with those told singly before it ("a father and four others"); what follows it are details."""
    at = next((number for number, figure in enumerate(figures) if figure.written and figure.whole), None)
    if at is None:
        return []
    if "toll" in figures[at].claim.rules:
        return [figures[at]]  # "two more died, bringing the toll to 14"
    added = "in_addition" in figures[at].claim.rules
    before = [
        figure
        for figure in figures[:at]
        if not figure.vague and not figure.written and figure.own and (added or "named" not in figure.claim.rules)
    ]
    after = []
    for figure in figures[at + 1 :]:
        if "coordinated" not in figure.claim.rules or not figure.written or not figure.whole:
            break
        after.append(figure)
    return [*before, figures[at], *after]


def _highest_rival(figures: Sequence[CodedFigure], chosen: Sequence[CodedFigure]) -> Number:
    """The highest of the other numbers of people in the sentence: "one agency counted four, others five"; 0 without one."""
    rivals = [figure.high for figure in figures if figure.written and figure.whole and figure not in chosen]
    return max(rivals, default=0) if chosen else 0


def _parts(figures: Sequence[CodedFigure]) -> list[CodedFigure]:
    """Women, children and single people told side by side; where the first is the sum of the rest, they only break it down."""
    if len(figures) > 1 and figures[0].low == sum(figure.low for figure in figures[1:]) and figures[0].low > 1:
        return [figures[0]]
    return list(figures)


def stretched(figures: Sequence[CodedFigure]) -> list[CodedFigure]:
    """The same, with "at least nine and up to fifteen" of one group in one sentence as one figure from nine to fifteen."""
    found: list[CodedFigure] = []
    for figure in figures:
        if found and _stretches(found[-1], figure):
            found[-1] = replace(found[-1], high=figure.high, rules=("range",))
        else:
            found.append(figure)
    return found


def _stretches(first: CodedFigure, second: CodedFigure) -> bool:
    same = first.group is second.group and first.claim.part_of == second.claim.part_of
    bounds = first.claim.quantity.bound is Bound.AT_LEAST and second.claim.quantity.bound in (Bound.AT_MOST, Bound.MORE_THAN)
    return same and bounds and second.high >= first.low


def highest(found: Iterable[Statement]) -> Statement | None:
    """The statement with the highest upper bound; the earliest among equals."""
    return max(found, key=lambda statement: (statement.high, -statement.start), default=None)
