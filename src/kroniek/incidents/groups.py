"""Children, women, men and trades: the range of one group in one report."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.figures import CodedFigure
from kroniek.incidents.link import Part
from kroniek.model.claim import Group, Harm
from kroniek.model.incident import CodedRange
from kroniek.reading.people.model import group_of


def group_range(figures: Sequence[CodedFigure], part: Part, harm: Harm, group: Group, codebook: Codebook) -> CodedRange | None:
    """What one report says of the group; None where it says nothing of it."""
    mine = [figure for figure in figures if figure.group is group]
    explicit = [figure for figure in mine if not figure.vague] or mine
    named = _named(part, harm, group, codebook)
    if not explicit:
        return CodedRange(named, named, rules=("named_floor",)) if named else None
    first = next((figure for figure in explicit if figure.own), explicit[0])
    highest = max(explicit, key=lambda figure: (figure.high, -figure.order))
    rules = tuple(dict.fromkeys([*first.rules, *highest.rules]))
    return CodedRange(first.low, max(highest.high, first.low), (first.claim.id,), (highest.claim.id,), rules)


def _named(part: Part, harm: Harm, group: Group, codebook: Codebook) -> int:
    each = int(codebook.number("relatives_plural", "each"))
    named = sum(victim.harm is harm and group_of(victim) is group for victim in part.people)
    counted = (relative for relative in part.relatives if relative.harm is harm and relative.group is group)
    return named + sum(each if relative.count is None else relative.count for relative in counted)
