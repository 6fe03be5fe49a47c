"""Children, women, men and trades: the range of one group in one report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.figures import CodedFigure
from kroniek.incidents.parts import Part
from kroniek.incidents.report_range import named_count
from kroniek.incidents.statements import stretched
from kroniek.model.claim import Bound, Group, Harm
from kroniek.model.incident import CodedRange
from kroniek.model.interval import Number
from kroniek.reading.people.model import group_of
from kroniek.reading.report_clues import ReportClues


@dataclass(frozen=True, slots=True)
class _Told:
    """What one sentence tells of the group."""

    start: int
    low: Number
    high: Number
    written: bool
    at_most: bool
    claims: tuple[str, ...]
    rules: tuple[str, ...]


def group_range(
    figures: Sequence[CodedFigure],
    part: Part,
    harm: Harm,
    group: Group,
    clues: ReportClues,
    everybody: CodedRange | None,
    codebook: Codebook,
) -> CodedRange | None:
    """What one report says of the group; None where it says nothing of it. No part is larger than `everybody`.

    What the opening tells is the floor, the highest figure the ceiling; names raise the floor where the opening gives no number.
    Where only later sentences speak of the group, names tell more than they do: of men told later most are onlookers.
    """
    most = everybody.high if everybody is not None and everybody.high is not None else float("inf")
    told = [each for each in _sentences([f for f in figures if f.group is group]) if each.low <= most]
    named = min(_named(part, harm, group, codebook), most)
    by_name = CodedRange(_at_most_all(named, everybody), named, rules=(_rule_of_names(codebook),)) if named else None
    if group is Group.CHILD and codebook.has("highest_ceiling"):
        by_name = _raised(by_name, [each for each in told if each.written and not each.at_most and each.high <= most])
    opening = [each for each in told if each.start < clues.first_paragraph_end]
    if not opening and (not told or (named and (group is Group.MAN or not any(each.written for each in told)))):
        return by_name
    if not any(each.written for each in opening) and _all_named(part, harm, everybody, codebook):
        return by_name  # everybody has a name: the names tell the group
    anchor = next((each for each in opening if each.written), None) or (opening[0] if opening else max(told, key=lambda each: each.low))
    exact = clues.assesses and "exact" in anchor.rules and codebook.has("assessed_figure")  # its author has weighed what the sources tell
    counted = anchor.written and anchor in opening and (group is Group.MAN or exact)
    top = anchor if counted else max(told, key=lambda each: (min(each.high, most), -each.start))
    low, high = anchor.low, max(anchor.low, min(max(top.high, named if group is Group.CHILD else 0), most))
    rules = dict.fromkeys((*anchor.rules, *top.rules))
    if group is Group.CHILD and codebook.has("named_floor") and low < (aged := _aged_children(part, harm)) <= most:
        low, high = aged, max(high, aged)
        rules["named_floor"] = None
    if counted and exact:
        rules["assessed_figure"] = None
    if not anchor.written or anchor.at_most or not opening:
        later = max(each.low for each in told)
        if named > max(low, later):
            rules[_rule_of_names(codebook)] = None
        low = max(low, later, named)
        low, high = _at_most_all(low, everybody), max(high, low)
    return CodedRange(low, high, anchor.claims, top.claims, tuple(rules))


def _aged_children(part: Part, harm: Harm) -> int:
    """How many are named whose age, as told, makes them children."""
    return sum(victim.harm is harm and victim.age is not None and victim.child is True for victim in part.people)


def _rule_of_names(codebook: Codebook) -> str:
    """The rule by which names count."""
    return "named_floor" if codebook.has("named_floor") or not codebook.has("named_count") else "named_count"


def _raised(by_name: CodedRange | None, written: Sequence[_Told]) -> CodedRange | None:
    """The range of names with the highest number of children that a source writes: who is young is not always told beside a name."""
    top = max(written, key=lambda each: (each.high, -each.start), default=None)
    if by_name is None or top is None or top.high <= (by_name.high or 0):
        return by_name
    return replace(by_name, high=top.high, high_claims=top.claims, rules=(*by_name.rules, "highest_ceiling"))


def _at_most_all(low: Number, everybody: CodedRange | None) -> Number:
    """No more of a group are certain than of everybody."""
    return low if everybody is None or everybody.low is None else min(low, everybody.low)


def _all_named(part: Part, harm: Harm, everybody: CodedRange | None, codebook: Codebook) -> bool:
    """Whether exactly as many people are named as were harmed, and more than one."""
    return everybody is not None and everybody.low is not None and everybody.low > 1 and named_count(part, harm, codebook) == everybody.low


def _sentences(figures: Sequence[CodedFigure]) -> list[_Told]:
    """Sentence by sentence: the first number written; where none is, the single people of the group added, a plural last."""
    by_sentence: dict[int, list[CodedFigure]] = {}
    for figure in figures:
        by_sentence.setdefault(figure.place[0], []).append(figure)
    return [_told(start, by_sentence[start]) for start in sorted(by_sentence)]


def _told(start: int, figures: Sequence[CodedFigure]) -> _Told:
    figures = stretched(figures)
    written = [figure for figure in figures if figure.written]
    single = [figure for figure in figures if not figure.vague and not figure.written]
    chosen = written[:1] or single or list(figures[:1])
    return _Told(
        start,
        sum(figure.low for figure in chosen),
        sum(figure.high for figure in chosen),
        bool(written),
        any(figure.claim.quantity.bound is Bound.AT_MOST for figure in chosen),
        tuple(figure.claim.id for figure in chosen),
        tuple(dict.fromkeys(rule for figure in chosen for rule in figure.rules)),
    )


def _named(part: Part, harm: Harm, group: Group, codebook: Codebook) -> int:
    each = int(codebook.number("relatives_plural", "each"))
    named = sum(victim.harm is harm and group_of(victim) is group for victim in part.people)
    counted = (relative for relative in part.relatives if relative.harm is harm and relative.group is group)
    return named + sum(each if relative.count is None else relative.count for relative in counted)
