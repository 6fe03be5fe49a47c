"""Totals against the figures that they are said to be the sum of, and the addend that is missing.

A total is a figure that a word calls one ("the total", "samen"); its addends are the figures of the same thing and unit told just before:
in the same sentence, else in the sentence before. A total of money that is more than its addends lacks one: what it must be is looked
for in the other publications of the story. Counts are held to a sum only where the words add them up ("together"), since "a total of 12"
is told beside examples as often as beside a full list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kroniek.checks.amounts import added, in_one_scale, nominal, possible, written
from kroniek.checks.making import finding, quoted
from kroniek.checks.material import Material, Sentence, Told, end_of, is_said, start_of
from kroniek.checks.rules import CheckRules, Cue
from kroniek.model.claim import Bound, Claim, Kind
from kroniek.model.finding import Finding, Outcome
from kroniek.model.interval import CountRange, Number

KIND = "sum"
# how far from the word for a total its figure stands, and how far from the addends, in code points
_NEAR = 100
_NEXT = 400
_LEAST_ADDENDS = 2
_MOST_ADDENDS = 12
# sums that no word announces are told of only where chance does not make them
_RARE = 100
_LARGE = 1_000_000
_COUNTS = frozenset({Kind.CASUALTIES, Kind.STRIKES, Kind.MISSIONS, Kind.MUNITIONS, Kind.TARGETS, Kind.FORCE, Kind.PEOPLE, Kind.VEHICLES,
                     Kind.DISPLACEMENT, Kind.DOCUMENTS, Kind.AREA})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Sum:
    total: Claim
    addends: tuple[Claim, ...]
    cue: Cue
    sentence: Sentence

    @property
    def unit(self) -> str | None:
        return self.addends[0].quantity.unit


def sums(told: Told, material: Material, rules: CheckRules) -> Iterator[Finding]:
    """What there is to say of the totals of one publication."""
    for number in range(len(told.sentences)):
        announced = _announced(told.sentences, number, rules)
        if announced is not None:
            yield from _checked(announced, told, material)
        else:
            yield from _unannounced(told.sentences, number)


def _announced(sentences: Sequence[Sentence], number: int, rules: CheckRules) -> _Sum | None:
    """The first figure of the sentence that a word calls a total, with the figures before it."""
    sentence = sentences[number]
    if rules.has(Cue.RUNNING, sentence.language, sentence.text):
        return None
    for total in sentence.claims:
        cue = _cue_at(total, sentence, rules)
        if cue is None or nominal(total) is None:
            continue
        addends = _addends(total, sentences, number)
        if cue is Cue.UNNUMBERED and total.kind in _COUNTS:
            continue  # "killed together with her children" adds up nobody
        if len(addends) >= _LEAST_ADDENDS:
            return _Sum(total, addends, cue, sentence)
    return None


def _cue_at(total: Claim, sentence: Sentence, rules: CheckRules) -> Cue | None:
    """The word that calls the figure a total, just before it with no other figure between, or right behind it."""
    ends = [end_of(other) - sentence.start for other in sentence.claims if start_of(other) < start_of(total)]
    before = sentence.before(total)
    first = max([0, *ends, len(before) - _NEAR])
    for cue in (Cue.UNNUMBERED, Cue.SUM, Cue.TOTAL):
        if rules.has(cue, sentence.language, before[first:]):
            return cue
    behind = sentence.after(total)[:_NEAR].split(",")[0]
    nearest = next((end for end in (start_of(other) - end_of(total) for other in sentence.claims) if end > 0), _NEAR)
    for cue in (Cue.SUM, Cue.TOTAL):
        if any(found.start <= len(" in ") for found in rules.find(cue, sentence.language, behind[:nearest])):
            return cue
    return None


def _addends(total: Claim, sentences: Sequence[Sentence], number: int) -> tuple[Claim, ...]:
    own = [claim for claim in sentences[number].claims if end_of(claim) <= start_of(total) and _adds_up_to(claim, total)]
    if len(own) >= _LEAST_ADDENDS:
        return _of_one_unit(own)
    if number == 0 or sentences[number].start - sentences[number - 1].end > _NEXT:
        return ()
    before = [claim for claim in sentences[number - 1].claims if _adds_up_to(claim, total)]
    return _of_one_unit([*before, *own])


def _of_one_unit(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    alike = len({claim.quantity.unit for claim in claims}) == 1 and len({(claim.kind, claim.harm) for claim in claims}) == 1
    distinct = {start_of(claim) for claim in claims}
    return tuple(claims) if alike and len(distinct) == len(claims) <= _MOST_ADDENDS else ()


def _adds_up_to(claim: Claim, total: Claim) -> bool:
    """Whether the claim can be a part of the total: the same thing in the same unit, said by somebody, and no part of another figure."""
    if not is_said(claim) or claim.part_of is not None or nominal(claim) == nominal(total):
        return False
    if claim.kind is Kind.MONEY:
        same_unit = claim.quantity.unit == total.quantity.unit and total.kind is Kind.MONEY
        # "2.2 billion" with its currency left out, just after sums of money
        bare = total.kind is Kind.OTHER and total.quantity.unit is None and (nominal(total) or 0) >= _LARGE
        return same_unit or bare
    return claim.kind in _COUNTS and (claim.kind, claim.harm, claim.quantity.unit) == (total.kind, total.harm, total.quantity.unit)


def _checked(one: _Sum, told: Told, material: Material) -> Iterator[Finding]:
    numbers = [number for number in (nominal(claim) for claim in one.addends) if number is not None]
    total = nominal(one.total)
    claims = (*one.addends, one.total)
    if len(numbers) < len(one.addends) or total is None:
        text = f"The total {quoted(one.total)} cannot be checked: {_listed([quoted(claim) for claim in one.addends])} are not all numbers."
        yield finding(KIND, Outcome.CANNOT_BE_CHECKED, text, claims)
        return
    parts, whole = added([possible(claim.quantity) for claim in one.addends]), possible(one.total.quantity)
    if one.cue is Cue.UNNUMBERED:
        if sum(numbers) < total:
            yield _lacking(one, numbers, total, told, material)
    elif parts.overlaps(whole):
        text = f"{_equation(numbers, total, one.unit)}, as told."
        if not possible(one.total.quantity).holds(sum(numbers)):
            open_ones = [quoted(claim) for claim in claims if claim.quantity.bound is not Bound.EXACT]
            text = f"{_equation(numbers, sum(numbers), one.unit)}, and {written(total, one.unit)} can be true beside {_listed(open_ones)}."
        yield finding(KIND, Outcome.CONSISTENT, text, claims, value=total, unit=one.unit)
    elif one.total.kind in _COUNTS and one.cue is not Cue.SUM:
        return
    elif sum(numbers) > total:
        over = sum(numbers) - total
        text = f"{_not_equal(numbers, total, one.unit)}: the parts are {written(over, one.unit)} more than the total."
        yield finding(KIND, Outcome.DOES_NOT_ADD_UP, text, claims, value=over, unit=one.unit)
    else:
        yield _lacking(one, numbers, total, told, material)


def _lacking(one: _Sum, numbers: Sequence[Number], total: Number, told: Told, material: Material) -> Finding:
    """The total is more than its addends: by how much, and where a figure of that size is told."""
    lacking = total - sum(numbers)
    left = possible(one.total.quantity) - added([possible(claim.quantity) for claim in one.addends])
    source = None if left is None else _found_elsewhere(one, lacking, left, told, material)
    where = "." if source is None else f", and {_where(source, lacking, told, material)}."
    claims = (*one.addends, one.total)
    also = () if source is None else (source,)
    if one.cue is Cue.UNNUMBERED:
        text = (
            f"{_equation(numbers, sum(numbers), one.unit)}; for the total of {written(total, one.unit)} the amount that is named "
            f"without a number must be about {written(lacking, one.unit)}{where}"
        )
        return finding(KIND, Outcome.IMPLIED, text, claims, value=lacking, unit=one.unit, also=also)
    text = f"{_not_equal(numbers, total, one.unit)}: {written(lacking, one.unit)} is missing here{where}"
    return finding(KIND, Outcome.DOES_NOT_ADD_UP, text, claims, value=lacking, unit=one.unit, also=also)


def _found_elsewhere(one: _Sum, lacking: Number, left: CountRange, told: Told, material: Material) -> Claim | None:
    """The claim of the story, outside this publication, whose number is nearest to what is missing, within what rounding allows."""
    unit, kind = one.unit, one.addends[0].kind
    best: tuple[float, str, int, Claim] | None = None
    for id in material.story_of(told.publication.id):
        other = material.told.get(id)
        for claim in () if other is None else other.claims:
            number = nominal(claim)
            if number is None or claim.kind is not kind or claim.quantity.unit != unit or not is_said(claim) or not left.holds(number):
                continue
            rank = (abs(number - lacking), id, start_of(claim), claim)
            if best is None or rank[:3] < best[:3]:
                best = rank
    return None if best is None else best[3]


def _where(source: Claim, lacking: Number, told: Told, material: Material) -> str:
    publication = material.publication(source)
    day, own = publication.published, told.publication.published
    way = "upstream" if day is None or own is None or day <= own else "elsewhere"
    dated = f" of {day.isoformat()}" if day else ""
    exact = "is found" if nominal(source) == lacking else "what fits it is found"
    return f"{exact} {way} in {publication.name}{dated}: {quoted(source)}"


def _unannounced(sentences: Sequence[Sentence], number: int) -> Iterator[Finding]:
    """Figures of one sentence that add up to one told just before, though no word says so."""
    sentence = sentences[number]
    before = sentences[number - 1].claims if number and sentence.start - sentences[number - 1].end <= _NEXT else ()
    for total in before:
        whole = nominal(total)
        if whole is None or whole < _RARE or total.quantity.low != total.quantity.high:
            continue
        addends = _of_one_unit([claim for claim in sentence.claims if _adds_up_to(claim, total)])
        numbers = [one for one in (nominal(claim) for claim in addends) if one is not None]
        if len(addends) >= _LEAST_ADDENDS and len(numbers) == len(addends) and sum(numbers) == whole:
            text = f"{_equation(numbers, whole, addends[0].quantity.unit)}, as told."
            yield finding(KIND, Outcome.CONSISTENT, text, (*addends, total), value=whole, unit=addends[0].quantity.unit)
            return


def _equation(numbers: Sequence[Number], result: Number, unit: str | None) -> str:
    *parts, whole = in_one_scale([*numbers, result])[0]
    return " ".join(word for word in (f"{' + '.join(parts)} = {whole}", in_one_scale([*numbers, result])[1], unit) if word)


def _not_equal(numbers: Sequence[Number], total: Number, unit: str | None) -> str:
    *parts, whole, told = in_one_scale([*numbers, sum(numbers), total])[0]
    scale = in_one_scale([*numbers, sum(numbers), total])[1]
    return " ".join(word for word in (f"{' + '.join(parts)} = {whole}", scale, unit) if word) + f", not {told}"


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
