"""What one report makes of how many civilians were harmed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.assessments import is_assessment
from kroniek.incidents.figures import CodedFigure
from kroniek.incidents.parts import Part
from kroniek.incidents.rivals import with_lowest
from kroniek.incidents.stated import with_stated
from kroniek.incidents.statements import Statement, highest, statements
from kroniek.model.claim import Group, Harm
from kroniek.model.incident import CodedRange
from kroniek.model.interval import Number
from kroniek.reading.report_clues import ClueKind
from kroniek.reading.result import Reading
from kroniek.text.fold import fold

_MOST_BEYOND = 2


def report_range(figures: Sequence[CodedFigure], part: Part, harm: Harm, reading: Reading, codebook: Codebook) -> CodedRange | None:
    """The range of one report: what its author says first is the floor, the highest figure in it the ceiling; then the names, and what
    a desk says itself that it counted."""
    return with_stated(_read(figures, part, harm, reading, codebook), harm, reading, codebook)


def _read(figures: Sequence[CodedFigure], part: Part, harm: Harm, reading: Reading, codebook: Codebook) -> CodedRange | None:
    """The range that the report's figures and names give."""
    clues = reading.clues
    found = _without_left_out(statements(figures), reading, codebook)
    if harm is Harm.KILLED and _says_none(found, reading, codebook):
        return None
    if codebook.has("civilian_status") and _only_combatants(figures, found, clues.first_paragraph_end):
        return None
    clear = [statement for statement in found if not statement.unclear]
    opens_unclear = any(statement.own and statement.start < clues.first_paragraph_end for statement in found)
    if not clear and (opens_unclear or not _other_harm_is_clear(part, harm)):
        clear = found
    vague = _vague([statement for statement in clear if statement.vague])
    explicit = [statement for statement in clear if statement.explicit]
    named = named_count(part, harm, codebook)
    opening_word = _vague([each for each in clear if each.vague and each.own and each.start < clues.first_paragraph_end])
    word = _word(opening_word, vague, explicit) if _uncounted(harm, codebook) else opening_word
    if not explicit or _only_details(explicit, word, clues.first_paragraph_end):
        return _floor_of_names(word if explicit else vague, named, codebook)
    anchor = _anchor(explicit, clues.first_paragraph_end)
    assessed = anchor.own and anchor.total and is_assessment(reading, codebook) and codebook.has("assessed_figure")
    top = anchor if assessed and anchor.closed else highest([each for each in explicit if each.total or _sums_up(each, anchor)]) or anchor
    rules = dict.fromkeys(anchor.rules)
    if assessed:
        rules["assessed_figure"] = None
    if top is not anchor:
        rules.update(dict.fromkeys((*top.rules, "highest_ceiling")))
    if vague is not None:
        rules["explicit_beats_vague"] = None
    low = anchor.low if not anchor.at_most else _least(anchor, explicit, figures, codebook)
    if assessed and "more_than" in anchor.rules:
        low += codebook.number("more_than", "add")  # its author has weighed the sources: at least one more is meant
    coded = with_lowest(CodedRange(low, max(top.high, low), anchor.claims, top.claims, tuple(rules)), anchor, explicit, codebook)
    if not anchor.closed and not anchor.at_most and anchor.written:
        coded = _raised(coded, None if top.written and top.high > anchor.high else vague)
    elif coded.high == 1 and _uncounted(harm, codebook):
        coded = _raised(coded, vague)
    more = _also_told(explicit, figures, anchor, clues.first_paragraph_end, codebook)
    if more and (coded.high or 0) < anchor.high + more:
        coded = replace(coded, high=anchor.high + more, rules=tuple(dict.fromkeys((*coded.rules, "also_told"))))
    if assessed:
        # its author has counted the names already; under "up to N" they tell how many are certain
        return _floor_of_names(coded, min(named, int(anchor.high)), codebook) if anchor.at_most else coded
    return _floor_of_names(coded, named, codebook)


def _without_left_out(found: Sequence[Statement], reading: Reading, codebook: Codebook) -> list[Statement]:
    """The statements without those of whom the sentence after says that the desk has not counted them."""
    left_out = [clue for clue in reading.clues.statements if clue.kind is ClueKind.LEFT_OUT]
    out = [(clue.since, clue.start) for clue in left_out if clue.since >= reading.clues.first_paragraph_end]
    if not out or not codebook.has("stated_count") or not is_assessment(reading, codebook):
        return list(found)
    return [each for each in found if not any(start <= each.start < end for start, end in out)]


def _says_none(found: Sequence[Statement], reading: Reading, codebook: Codebook) -> bool:
    """Whether an assessment opens with the word that no source tells of deaths, and tells of none itself there."""
    if not codebook.has("stated_count") or not is_assessment(reading, codebook):
        return False
    end = reading.clues.first_paragraph_end
    said = any(clue.kind is ClueKind.NONE_KILLED and clue.start < end for clue in reading.clues.statements)
    return said and not any(statement.own and statement.start < end for statement in found)


def _only_combatants(figures: Sequence[CodedFigure], found: Sequence[Statement], opening_end: int) -> bool:
    """Whether the author opens with combatants alone and nobody counts more people than those: others' totals are of the same dead."""
    opening = [figure for figure in figures if figure.own and figure.place[0] < opening_end and figure.group is Group.COMBATANT]
    if not opening or any(statement.own and statement.start < opening_end for statement in found):
        return False
    return all(not statement.vague and statement.high <= max(figure.high for figure in opening) for statement in found)


def _sums_up(statement: Statement, anchor: Statement) -> bool:
    """Whether another source's number of somebody's relatives counts everybody: no fewer than the author counts, and not many more."""
    one = statement.written and not statement.own and len(statement.claims) == 1
    return one and anchor.low <= statement.low <= _MOST_BEYOND * anchor.low


def _also_told(
    explicit: Sequence[Statement], figures: Sequence[CodedFigure], anchor: Statement, opening_end: int, codebook: Codebook
) -> Number:
    """How many people without a name the opening tells of beside the number that the report rests on: "a woman was also killed"."""
    if not anchor.total or not codebook.has("also_told"):
        return 0
    words = codebook.rule("also_told").words
    claims = {figure.claim.id: figure.claim for figure in figures}
    more: Number = 0
    for statement in explicit:
        told = [claims[claim] for claim in statement.claims]
        unnamed = not statement.written and all(claim.figure is None and not claim.people for claim in told)
        if unnamed and anchor.start < statement.start < opening_end:
            sentence = f" {fold(told[0].evidence.text)} "
            more += statement.low if any(f" {word} " in sentence for word in words) else 0
    return more


def _uncounted(harm: Harm, codebook: Codebook) -> bool:
    return harm is Harm.INJURED and codebook.has("injured_uncounted")


def _word(
    opening_word: CodedRange | None, vague: CodedRange | None, explicit: Sequence[Statement]
) -> CodedRange | None:
    """Of the injured the word that lower numbers do not beat: the author's in the opening, up to a stronger one told later. Where the
    opening has none that means a number, the strongest, unless the author writes "at least N"."""
    if opening_word is not None and "plural" not in opening_word.rules:
        return _with_rule(_raised(opening_word, vague))
    if vague is None or "plural" in vague.rules or any(each.own and each.written and not each.closed for each in explicit):
        return opening_word
    return _with_rule(vague)


def _with_rule(coded: CodedRange) -> CodedRange:
    return replace(coded, rules=tuple(dict.fromkeys((*coded.rules, "injured_uncounted"))))


def _raised(coded: CodedRange, vague: CodedRange | None) -> CodedRange:
    """The ceiling over "at least N": a vague word that means more, where nobody gives a higher number."""
    if vague is None or (vague.high or 0) <= (coded.high or 0):
        return coded
    rules = tuple(dict.fromkeys((*coded.rules, *vague.rules, "highest_ceiling")))
    return CodedRange(coded.low, vague.high, coded.low_claims, vague.high_claims, rules)


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


def _least(anchor: Statement, explicit: Sequence[Statement], figures: Sequence[CodedFigure], codebook: Codebook) -> Number:
    """The floor under "up to N": the lowest number that another source writes, and never less than the parts told of it. A source that
    gives a small share of N counts only some of them."""
    share = codebook.number("at_most", "share")
    others = [
        each.low + (codebook.number("more_than", "add") if "more_than" in each.rules else 0)
        for each in explicit
        if each is not anchor and each.written and not each.at_most and anchor.high * share <= each.low <= anchor.high
    ]
    parts = sum(figure.low for figure in figures if figure.claim.part_of in anchor.claims and not figure.vague)
    return max(anchor.low, min(others, default=0), min(parts, anchor.high))


def _other_harm_is_clear(part: Part, harm: Harm) -> bool:
    """Whether the report tells without doubt of injured, so that its "casualties" need not be killed; and the other way round."""
    other = Harm.INJURED if harm is Harm.KILLED else Harm.KILLED
    return any(claim.harm is other for claim in part.claims)


def _only_details(explicit: Sequence[Statement], opening_word: CodedRange | None, opening_end: int) -> bool:
    """Whether the author opens with a vague word and no number, and every number later is below what that word means: they then count
    some of the people and do not beat the word."""
    if opening_word is None or any(statement.written and statement.start < opening_end for statement in explicit):
        return False
    return max(statement.high for statement in explicit) < (opening_word.low or 0)


def _vague(found: Sequence[Statement]) -> CodedRange | None:
    """The strongest of the vague words: "dozens" beats "several" for the same thing."""
    top = highest(found)
    return None if top is None else CodedRange(top.low, top.high, top.claims, top.claims, top.rules)


def named_count(part: Part, harm: Harm, codebook: Codebook) -> int:
    """How many people are named with this harm, or told of as somebody's relatives: a plural without a number counts by the codebook."""
    each = int(codebook.number("relatives_plural", "each"))
    named = sum(victim.harm is harm for victim in part.people)
    return named + sum(each if relative.count is None else relative.count for relative in part.relatives if relative.harm is harm)


def _floor_of_names(coded: CodedRange | None, named: int, codebook: Codebook) -> CodedRange | None:
    if named == 0:
        return coded
    if coded is None:
        rule = next((rule for rule in ("named_floor", "named_count") if codebook.has(rule)), None)
        return CodedRange(named, named, rules=(rule,)) if rule else None
    if not codebook.has("named_floor"):
        return coded
    if named <= (coded.low or 0):
        return coded
    rules = tuple(dict.fromkeys((*coded.rules, "named_floor")))
    return CodedRange(named, max(coded.high or 0, named), coded.low_claims, coded.high_claims, rules)
