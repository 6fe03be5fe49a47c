"""What changed in a claim on its way from the origin to the last copy: one rung a telling, earliest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kroniek.model.claim import Bound, Claim, Kind, Quantity, Stance
from kroniek.model.provenance import Chain, Change, Drift, Ladder, Publication, Rung, Telling

_ACTS = frozenset({Kind.CASUALTIES, Kind.STRIKES, Kind.MUNITIONS, Kind.TARGETS, Kind.MISSIONS})
_SURE = frozenset({Stance.ASSERTED, Stance.CONCEDED})
_BOUNDS = {
    Bound.EXACT: "exactly", Bound.AT_LEAST: "at least", Bound.MORE_THAN: "more than", Bound.AT_MOST: "up to", Bound.ABOUT: "about",
    Bound.RANGE: "a range", Bound.VAGUE: "no number",
}  # fmt: skip


def ladder(chain: Chain, claims: Mapping[Telling, Claim], publications: Mapping[str, Publication]) -> Ladder:
    """The tellings of a chain as a ladder; steps whose own words the ledger does not hold are left out."""
    told = [step for step in reversed(chain.steps) if step.telling is not None and step.telling in claims]
    rungs: list[Rung] = []
    before: Claim | None = None
    for step in told:
        assert step.telling is not None  # noqa: S101 - filtered above
        claim = claims[step.telling]
        publication = publications[step.publication or claim.document]
        rungs.append(
            Rung(
                telling=step.telling,
                publication=publication.id,
                name=publication.name,
                published=publication.published,
                words=claim.figure or claim.evidence,
                said=said(claim.quantity),
                changes=() if before is None else tuple(changes(before, claim)),
            )
        )
        before = claim
    return Ladder(origin=chain.origin.name, key=chain.key, rungs=tuple(rungs))


def said(quantity: Quantity) -> str:
    """A quantity in words: "more than 10", "2,200,000,000 USD"."""
    numbers = sorted({number for number in (quantity.low, quantity.high) if number is not None})
    written = " to ".join(f"{number:,}" for number in numbers) or ("malformed" if quantity.malformed else "no number")
    bound = "" if quantity.bound in (Bound.EXACT, Bound.RANGE, Bound.VAGUE) else f"{_BOUNDS[quantity.bound]} "
    return f"{bound}{written}" + (f" {quantity.unit}" if quantity.unit else "")


def changes(before: Claim, after: Claim) -> Iterator[Change]:
    """Everything that the later telling says otherwise than the earlier one, the number first."""
    yield from _of_quantity(before, after)
    yield from _of_doubt(before, after)
    for drift, one, two in (
        (Drift.KIND, before.kind.value, after.kind.value),
        (Drift.HARM, before.harm and before.harm.value, after.harm and after.harm.value),
        (Drift.VICTIMS, _victims(before), _victims(after)),
        (Drift.TENSE, before.flow and before.flow.value, after.flow and after.flow.value),
        (Drift.ACTOR, _actor(before), _actor(after)),
    ):
        if one and two and one != two:
            yield Change(drift, one, two, f"{drift.value}: “{one}” became “{two}”")
    yield from _of_place(before, after)
    yield from _of_time(before, after)
    if before.said_by and not after.said_by:
        source = before.said_by[-1].name or before.said_by[-1].text
        yield Change(Drift.SOURCE, source, "", f"source: {source} is no longer named")


def _of_quantity(before: Claim, after: Claim) -> Iterator[Change]:
    one, two = before.quantity, after.quantity
    numbers = [{number for number in (each.low, each.high) if number is not None} for each in (one, two)]
    if numbers[0] and numbers[1] and not numbers[0] & numbers[1]:
        yield Change(Drift.NUMBER, said(one), said(two), f"number: {said(one)} became {said(two)}")
    elif one.bound is not two.bound or one.malformed != two.malformed:
        yield Change(Drift.BOUND, said(one), said(two), f"bound: “{_figure(before)}” became “{_figure(after)}”")
    if one.unit and two.unit and one.unit != two.unit:
        yield Change(Drift.UNIT, one.unit, two.unit, f"unit: {one.unit} became {two.unit}")


def _of_doubt(before: Claim, after: Claim) -> Iterator[Change]:
    if before.stance is after.stance and bool(before.hedges) == bool(after.hedges):
        return
    hedge = ", ".join(words.text for words in before.hedges)
    if before.stance not in _SURE and after.stance in _SURE:
        told = f"“{hedge}”" if hedge else before.stance.value
        yield Change(Drift.HEDGE, hedge or before.stance.value, "", f"hedge: {told} was dropped")
    elif before.stance in _SURE and after.stance not in _SURE:
        added = ", ".join(words.text for words in after.hedges) or after.stance.value
        yield Change(Drift.HEDGE, "", added, f"hedge: “{added}” was added")
    elif before.stance is not after.stance:
        yield Change(Drift.HEDGE, before.stance.value, after.stance.value, f"stance: {before.stance.value} became {after.stance.value}")


def _of_place(before: Claim, after: Claim) -> Iterator[Change]:
    one, two = before.place, after.place
    if one is None or two is None or one.inferred or two.inferred or one.id is None or two.id is None or one.id == two.id:
        return
    yield Change(Drift.PLACE, one.name or one.text, two.name or two.text, f"place: {one.name or one.text} became {two.name or two.text}")


def _of_time(before: Claim, after: Claim) -> Iterator[Change]:
    one, two = before.time, after.time
    if one is None or two is None or one.inferred or two.inferred:
        return
    if one.start_day > two.end_day or two.start_day > one.end_day:
        yield Change(Drift.TIME, one.text, two.text, f"time: “{one.text}” became “{two.text}”")


def _figure(claim: Claim) -> str:
    return claim.figure.text if claim.figure else said(claim.quantity)


def _victims(claim: Claim) -> str | None:
    if claim.victims is None:
        return None
    return claim.victims.group.value + (f" of {claim.victims.affiliation}" if claim.victims.affiliation else "")


def _actor(claim: Claim) -> str | None:
    """The party's name, else the words; None where it was only inferred, which is no telling, and where nothing was done."""
    if claim.actor is None or claim.actor.inferred or claim.kind not in _ACTS:
        return None
    return claim.actor.name or claim.actor.text
