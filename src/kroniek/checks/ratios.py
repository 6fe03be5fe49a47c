"""Ratios: "more than ten times" of a figure implies what the other figure is at most.

Where V is r times the base, the base is V / r; "more than r times" bounds it from above.
"""

from __future__ import annotations

from collections.abc import Iterator

from kroniek.checks.amounts import nominal, possible, written
from kroniek.checks.making import finding, quoted
from kroniek.checks.material import Sentence, Told, end_of, is_said, start_of
from kroniek.checks.rules import CheckRules, Cue
from kroniek.model.claim import Bound, Claim, Kind
from kroniek.model.finding import Finding, Outcome
from kroniek.model.interval import CountRange

KIND = "ratio"
_BEHIND = 40
_VALUES = frozenset({
    Kind.CASUALTIES, Kind.STRIKES, Kind.MISSIONS, Kind.MUNITIONS, Kind.TARGETS, Kind.FORCE, Kind.MONEY, Kind.VEHICLES,
    Kind.AREA, Kind.DISPLACEMENT,
})  # fmt: skip
_WORDS = {Bound.AT_LEAST: "at most", Bound.MORE_THAN: "fewer than", Bound.AT_MOST: "at least", Bound.EXACT: "about", Bound.ABOUT: "about"}


def ratios(told: Told, rules: CheckRules) -> Iterator[Finding]:
    """What there is to say of the ratios of one publication."""
    for sentence in told.sentences:
        for ratio in sentence.claims:
            if ratio.kind is Kind.RATIO and (nominal(ratio) or 0) > 1 and is_said(ratio):
                yield _checked(ratio, sentence, rules)


def _checked(ratio: Claim, sentence: Sentence, rules: CheckRules) -> Finding:
    value = _value(ratio, sentence)
    number, times = (None, None) if value is None else (nominal(value), nominal(ratio))
    behind = sentence.after(ratio)[:_BEHIND]
    word = _WORDS.get(ratio.quantity.bound)
    if value is None or not number or not times or word is None or rules.has(Cue.FALL, sentence.language, behind):
        text = f"{_told(ratio, rules, sentence)} cannot be checked: neither of the two figures is told beside it."
        return finding(KIND, Outcome.CANNOT_BE_CHECKED, text, (ratio,))
    unit = value.quantity.unit
    base = number / times
    others = [claim for claim in sentence.claims if claim is not value and _alike(claim, value) and start_of(claim) > end_of(ratio)]
    if len(others) == 1 and nominal(others[0]):
        return _against(ratio, value, others[0], rules, sentence)
    text = f"{_told(ratio, rules, sentence)} and {quoted(value)} imply {word} {written(round(base), unit)} for what it is held against."
    return finding(KIND, Outcome.IMPLIED, text, (ratio, value), value=round(base), unit=unit)


def _against(ratio: Claim, value: Claim, base: Claim, rules: CheckRules, sentence: Sentence) -> Finding:
    """Both figures are told: do they stand to each other as the words say?"""
    times = possible(ratio.quantity) if ratio.quantity.bound is not Bound.EXACT else CountRange(*_loose(nominal(ratio) or 1))
    real = (nominal(value) or 0) / (nominal(base) or 1)
    told = f"{_told(ratio, rules, sentence)} for {quoted(value)} against {quoted(base)}"
    if (possible(value.quantity) / possible(base.quantity)).overlaps(times):
        return finding(KIND, Outcome.CONSISTENT, f"{told} adds up.", (ratio, value, base), value=real)
    text = f"{told} does not add up: it is {written(real)} times."
    return finding(KIND, Outcome.DOES_NOT_ADD_UP, text, (ratio, value, base), value=real)


def _loose(times: float) -> tuple[float, float]:
    """A ratio is told in whole numbers: "ten times" is anything that rounds to ten, and an eighth off is no matter."""
    return min(times - 0.5, times * 7 / 8), max(times + 0.5, times * 9 / 8)


def _value(ratio: Claim, sentence: Sentence) -> Claim | None:
    """The figure just before the ratio, with no other between."""
    before = [claim for claim in sentence.claims if end_of(claim) <= start_of(ratio) and claim.figure]
    return before[-1] if before and before[-1].kind in _VALUES and is_said(before[-1]) else None


def _told(ratio: Claim, rules: CheckRules, sentence: Sentence) -> str:
    found = next(rules.find(Cue.TIMES, sentence.language, sentence.after(ratio)[:12]), None)
    figure = ratio.figure.text if ratio.figure else written(nominal(ratio) or 0)
    return f"“{figure}{sentence.after(ratio)[: found.end]}”" if found else f"“{figure}” times"


def _alike(first: Claim, second: Claim) -> bool:
    return (first.kind, first.harm, first.quantity.unit) == (second.kind, second.harm, second.quantity.unit)
