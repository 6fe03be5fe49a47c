"""What one report makes of how many civilians were harmed."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.figures import CodedFigure
from kroniek.incidents.link import Part
from kroniek.incidents.statements import Statement, highest, statements
from kroniek.model.claim import Harm
from kroniek.model.incident import CodedRange
from kroniek.reading.report_clues import ReportClues


def report_range(figures: Sequence[CodedFigure], part: Part, harm: Harm, clues: ReportClues, codebook: Codebook) -> CodedRange | None:
    """The range of one report: what its author says first is the floor, the highest figure in it the ceiling; then the names."""
    found = statements(figures)
    clear = [statement for statement in found if not statement.unclear] or found
    explicit = [statement for statement in clear if statement.explicit]
    named = named_count(part, harm, codebook)
    if not explicit:
        return _floor_of_names(_vague(clear), named, codebook)
    anchor = _anchor(explicit, clues.first_paragraph_end)
    top = highest(explicit) or anchor
    rules = dict.fromkeys(anchor.rules)
    if top is not anchor:
        rules.update(dict.fromkeys((*top.rules, "highest_ceiling")))
    if len(explicit) < len(clear):
        rules["explicit_beats_vague"] = None
    coded = CodedRange(anchor.low, max(top.high, anchor.low), anchor.claims, top.claims, tuple(rules))
    if anchor.own and clues.assesses and not anchor.at_most:
        return coded  # its author has counted the names already
    return _floor_of_names(coded, named, codebook)


def _anchor(explicit: Sequence[Statement], opening_end: int) -> Statement:
    """The statement that the report rests on: a written number of the author in the opening; else of anybody there; else one person or
    group told there without a number; else a number told later, the author's first."""
    opening = [statement for statement in explicit if statement.start < opening_end]
    choices = (
        [statement for statement in opening if statement.own and statement.written],
        [statement for statement in opening if statement.written],
        [statement for statement in opening if statement.own],
        opening,
        [statement for statement in explicit if statement.own and statement.written],
        [statement for statement in explicit if statement.written],
    )
    return next((choice[0] for choice in choices if choice), explicit[0])


def _vague(found: Sequence[Statement]) -> CodedRange | None:
    if not found:
        return None
    first = found[0]
    top = highest(found) or first
    rules = tuple(dict.fromkeys((*first.rules, *(top.rules if top is not first else ()))))
    return CodedRange(first.low, max(top.high, first.low), first.claims, top.claims, rules)


def named_count(part: Part, harm: Harm, codebook: Codebook) -> int:
    """How many people are named with this harm, or told of as somebody's relatives: a plural without a number counts by the codebook."""
    each = int(codebook.number("relatives_plural", "each"))
    named = sum(victim.harm is harm for victim in part.people)
    return named + sum(each if relative.count is None else relative.count for relative in part.relatives if relative.harm is harm)


def _floor_of_names(coded: CodedRange | None, named: int, codebook: Codebook) -> CodedRange | None:
    if named == 0 or not codebook.has("named_floor"):
        return coded
    if coded is None:
        return CodedRange(named, named, rules=("named_floor",))
    if named <= (coded.low or 0):
        return coded
    rules = tuple(dict.fromkeys((*coded.rules, "named_floor")))
    return CodedRange(named, max(coded.high or 0, named), coded.low_claims, coded.high_claims, rules)
