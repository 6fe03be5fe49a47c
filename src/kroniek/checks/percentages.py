"""Rises and falls in percent: the figure that they start from, told or implied.

From V after a change of p percent the base is V / (1 + p/100), or V / (1 - p/100) after a fall; p is rounded to the digits that are
written. Where the words tell the base too ("from 3,000 to 5,775"), the three are held against each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kroniek.checks.amounts import nearest_unit, nominal, possible, written
from kroniek.checks.making import finding, quoted
from kroniek.checks.material import Sentence, Told, end_of, is_said, start_of
from kroniek.checks.rules import CheckRules, Cue
from kroniek.model.claim import Bound, Claim, Kind
from kroniek.model.finding import Finding, Outcome
from kroniek.model.interval import CountRange, Number

KIND = "percentage"
_WHOLE = 100
_NEAR = 60
_OPENING = 25
_VALUES = frozenset({
    Kind.CASUALTIES, Kind.STRIKES, Kind.MISSIONS, Kind.MUNITIONS, Kind.TARGETS, Kind.FORCE, Kind.PEOPLE, Kind.MONEY,
    Kind.VEHICLES, Kind.DISPLACEMENT, Kind.AREA,
})  # fmt: skip
_AFTER_RISE = {Bound.AT_LEAST: "at most ", Bound.MORE_THAN: "less than ", Bound.AT_MOST: "at least "}
_AFTER_FALL = {Bound.AT_LEAST: "at least ", Bound.MORE_THAN: "more than ", Bound.AT_MOST: "at most "}
# a change told "about" or with no number says too little of what was before
_OPEN = frozenset({Bound.VAGUE, Bound.ABOUT})


def percentages(told: Told, rules: CheckRules) -> Iterator[Finding]:
    """What there is to say of the percentages of change in one publication."""
    for number, sentence in enumerate(told.sentences):
        for change in sentence.claims:
            if change.kind is Kind.CHANGE and change.quantity.unit == "percent" and nominal(change) is not None and is_said(change):
                yield from _checked(change, told.sentences, number, rules)


def _checked(change: Claim, sentences: Sequence[Sentence], number: int, rules: CheckRules) -> Iterator[Finding]:
    sentence = sentences[number]
    rises = _rises(change, sentence, rules)
    if rises is None:
        return
    value, base = _value_and_base(change, sentences, number, rules)
    if value is None:
        text = f"The change of {quoted(change)} cannot be checked: the figure that it led to is not told beside it."
        yield finding(KIND, Outcome.CANNOT_BE_CHECKED, text, (change,))
        return
    told, percent = nominal(value), nominal(change)
    factor = _factor(change, rises)
    if told is None or percent is None or factor is None or not factor.low:
        return
    word = "rise" if rises else "fall"
    one = told / (1 + percent / _WHOLE) if rises else told / (1 - percent / _WHOLE)
    if base is not None:
        yield _against_base(change, value, base, factor, word, one)
    elif change.quantity.bound not in _OPEN:
        when = f" ({change.compared_to.text})" if change.compared_to and change.compared_to.text else ""
        so = (_AFTER_RISE if rises else _AFTER_FALL).get(change.quantity.bound, "about ")
        text = f"A {word} of {quoted(change)} to {quoted(value)} implies {so}{written(round(one), value.quantity.unit)} before{when}."
        yield finding(KIND, Outcome.IMPLIED, text, (change, value), value=round(one), unit=value.quantity.unit)


def _against_base(change: Claim, value: Claim, base: Claim, factor: CountRange, word: str, one: Number) -> Finding:
    could_be = possible(base.quantity) * factor
    claims = (change, value, base)
    told = f"A {word} of {quoted(change)} from {quoted(base)} to {quoted(value)}"
    if could_be.overlaps(possible(value.quantity)):
        return finding(KIND, Outcome.CONSISTENT, f"{told} adds up.", claims, value=round(one), unit=value.quantity.unit)
    start, end = nominal(base) or 0, nominal(value) or 0
    real = abs(end - start) / start * _WHOLE
    way = "rise" if end >= start else "fall"
    text = f"{told} does not add up: from {written(start)} to {written(end)} is a {way} of {written(real)}%."
    return finding(KIND, Outcome.DOES_NOT_ADD_UP, text, claims, value=real, unit="percent")


def _factor(change: Claim, rises: bool) -> CountRange | None:
    """How many times the base the new figure is. None where a fall is of all or more."""
    told = change.quantity
    low = None if told.low is None else nearest_unit(told.low).low
    high = None if told.high is None else nearest_unit(told.high).high
    if told.bound is Bound.ABOUT:
        low, high = possible(told).low, possible(told).high
    if rises:
        return CountRange(1 + (low or 0) / _WHOLE, None if high is None else 1 + high / _WHOLE)
    if (low or 0) >= _WHOLE:
        return None
    return CountRange(0 if high is None else max(0.0, 1 - high / _WHOLE), 1 - (low or 0) / _WHOLE)


def _rises(change: Claim, sentence: Sentence, rules: CheckRules) -> bool | None:
    """Whether it went up, by the word nearest to the percentage; None where no word says which."""
    before, behind = sentence.before(change)[-_NEAR:], sentence.after(change)[:_NEAR]
    nearest: list[tuple[int, bool]] = []
    for cue, up in ((Cue.RISE, True), (Cue.FALL, False)):
        nearest += [(len(before) - found.end, up) for found in rules.find(cue, sentence.language, before)]
        nearest += [(found.start, up) for found in rules.find(cue, sentence.language, behind)]
    return min(nearest)[1] if nearest else None


def _value_and_base(change: Claim, sentences: Sequence[Sentence], number: int, rules: CheckRules) -> tuple[Claim | None, Claim | None]:
    """The figure after the change, and the one before it where it is told; both of one kind."""
    sentence = sentences[number]
    others = [claim for claim in sentence.claims if claim.kind in _VALUES and nominal(claim) and claim.part_of is None]
    base = next((claim for claim in others if _starts_from(claim, sentence, rules)), None)
    values = [claim for claim in others if claim is not base and (base is None or _alike(claim, base))]
    if base is not None:
        return (values[0], base) if len(values) == 1 else (None, None)
    # "5,775 were fired, a rise of 92%" and "a rise of 92%, to 5,775": nothing else may stand between
    before = [claim for claim in values if end_of(claim) <= start_of(change)]
    if before and not _figure_between(before[-1], change, sentence):
        return before[-1], None
    after = [claim for claim in values if start_of(claim) >= end_of(change)]
    if after and not _figure_between(change, after[0], sentence) and _leads_to(change, after[0], sentence):
        return after[0], None
    opening = sentence.before(change)[: _OPENING * 2]
    if not before and number and any(found.start == 0 for found in rules.find(Cue.SAME_FIGURE, sentence.language, opening.lstrip(" “\"'"))):
        said = [claim for claim in sentences[number - 1].claims if claim.kind in _VALUES and nominal(claim)]
        return (said[0], None) if len(said) == 1 else (None, None)
    return None, None


def _starts_from(claim: Claim, sentence: Sentence, rules: CheckRules) -> bool:
    """Whether "from" or "compared with" stands right before the figure."""
    before = sentence.before(claim)[-_OPENING:].rstrip()
    return any(found.end == len(before) for found in rules.find(Cue.BASE, sentence.language, before))


def _leads_to(change: Claim, value: Claim, sentence: Sentence) -> bool:
    """Whether "to" stands right before the figure: a rise of 92% to 5,775."""
    return sentence.between(change, value).rstrip().endswith((" to", " naar", " tot"))


def _alike(first: Claim, second: Claim) -> bool:
    return (first.kind, first.harm, first.quantity.unit) == (second.kind, second.harm, second.quantity.unit)


def _figure_between(first: Claim, second: Claim, sentence: Sentence) -> bool:
    return any(end_of(first) <= start_of(one) and end_of(one) <= start_of(second) for one in sentence.claims if one.figure)
