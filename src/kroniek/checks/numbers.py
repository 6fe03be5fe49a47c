"""Numbers that cannot be read as one, and one number told in two units of the same measure."""

from __future__ import annotations

from collections.abc import Iterator

from kroniek.checks.amounts import nominal, written
from kroniek.checks.making import finding, quoted
from kroniek.checks.material import Material, Told, is_said
from kroniek.checks.rules import CheckRules
from kroniek.model.claim import Claim
from kroniek.model.finding import Finding, Outcome, Severity
from kroniek.model.interval import Number

MALFORMED = "malformed_number"
TWO_UNITS = "two_units"
_GROUP = 3


def malformed(told: Told) -> Iterator[Finding]:
    """One finding for each number whose separators do not stand where thousands end."""
    for claim in told.claims:
        could_be = _readings(claim.figure.text) if claim.quantity.malformed and claim.figure else []
        if could_be:
            may = " or ".join(written(number) for number in could_be)
            text = f"{quoted(claim)} is not a well-formed number; {may} may be meant: nothing is reckoned with it."
            yield finding(MALFORMED, Outcome.CANNOT_BE_CHECKED, text, (claim,), severity=Severity.WARNING)


def _readings(figure: str) -> list[Number]:
    """What may be meant: one digit too many in the last group, or a separator too many. Nothing for what is a day or a time on the clock
    (03.08.24, 0'40) rather than a count: a count begins with another digit than 0, and one of its groups is of three digits or more."""
    numbers = [word for word in figure.split() if any(sign.isdecimal() for sign in word)]
    groups = numbers[0].strip(",.").replace(".", ",").split(",") if len(numbers) == 1 else []
    if len(groups) < 2 or not all(group.isdecimal() for group in groups) or groups[0].startswith("0") or max(map(len, groups)) < _GROUP:
        return []
    digits, spare = "".join(groups), len(groups[-1]) - _GROUP
    return [*([int(digits[:-spare])] if spare > 0 else []), int(digits)]


def two_units(told: Told, material: Material, rules: CheckRules, done: set[str]) -> Iterator[Finding]:
    """The same number of the same thing in two units, in one publication or in two of one story. `done` are ids of findings made."""
    own = list(_measured(told, rules))
    if not own:
        return
    story = [material.told[id] for id in material.story_of(told.publication.id) if id in material.told]
    others = [claim for other in story for claim in _measured(other, rules)]
    for number, claim in enumerate(own):
        for other in [*own[number + 1 :], *others]:
            if nominal(claim) == nominal(other) and claim.quantity.unit != other.quantity.unit and _one_thing(claim, other, rules):
                where = "" if other.document == claim.document else f" in {material.publication(other).name}"
                text = (
                    f"{written(nominal(claim) or 0)} stands here in {claim.quantity.unit} ({quoted(claim)}) and in "
                    f"{other.quantity.unit} ({quoted(other)}){where}: both cannot be right."
                )
                one = finding(TWO_UNITS, Outcome.DOES_NOT_ADD_UP, text, (claim, other))
                if one.id not in done:
                    done.add(one.id)
                    yield one


def _measured(told: Told, rules: CheckRules) -> Iterator[Claim]:
    for claim in told.claims:
        if claim.quantity.unit in rules.dimensions and nominal(claim) and is_said(claim):
            yield claim


def _one_thing(first: Claim, second: Claim, rules: CheckRules) -> bool:
    """Whether both measure one thing: the same dimension, kind and place, or the same flow of money in the same time."""
    units = (first.quantity.unit or "", second.quantity.unit or "")
    if rules.dimensions[units[0]] != rules.dimensions[units[1]] or first.kind is not second.kind:
        return False
    if first.place is None or second.place is None or first.place.id is None or first.place.id != second.place.id:
        return False
    # two payers may each pay as much: only what the same party does in the same way is one thing
    actors = {party.id or party.text for party in (first.actor, second.actor) if party is not None}
    times = [time for time in (first.time, second.time) if time is not None]
    apart = len(times) == 2 and (times[0].end_day < times[1].start_day or times[1].end_day < times[0].start_day)
    return len(actors) < 2 and first.flow is second.flow and not apart
