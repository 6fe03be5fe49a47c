from dataclasses import replace

from kroniek.model.claim import Bound, Flow, Group, Kind, Quantity, Stance, Victims
from kroniek.model.provenance import Drift, Telling
from kroniek.model.span import Words
from kroniek.provenance.drift import changes, ladder, said
from tests.builders import IDLIB, claim
from tests.provenance.making import chain_of, report, traced


def _drifts(before: object, after: object) -> list[Drift]:
    return [change.drift for change in changes(before, after)]  # type: ignore[arg-type]


def test_nothing_changed() -> None:
    assert not _drifts(claim(12), claim(12))


def test_each_thing_that_can_change() -> None:
    told = claim(12)
    assert _drifts(told, claim(21)) == [Drift.NUMBER]
    assert _drifts(claim(12, None, bound=Bound.MORE_THAN), told) == [Drift.BOUND]
    assert _drifts(told, replace(told, victims=Victims(Group.COMBATANT))) == [Drift.VICTIMS]
    assert _drifts(told, replace(told, place=IDLIB)) == [Drift.PLACE]
    assert _drifts(claim(12, actor="russia"), claim(12, actor="syria")) == [Drift.ACTOR]
    assert _drifts(claim(12, said_by="Airwars"), told) == [Drift.SOURCE]
    money = replace(claim(12, kind=Kind.MONEY, harm=None, group=None), flow=Flow.BUDGETED)
    assert _drifts(money, replace(money, flow=Flow.PAID)) == [Drift.TENSE]
    assert _drifts(
        replace(money, quantity=Quantity(12, 12, Bound.EXACT, "USD")), replace(money, quantity=Quantity(12, 12, Bound.EXACT, "EUR"))
    ) == [Drift.UNIT]


def test_a_dropped_hedge_and_an_added_one() -> None:
    alleged = replace(claim(12), stance=Stance.ALLEGED, hedges=(Words("reportedly", 3, 13),))
    dropped = next(changes(alleged, claim(12)))
    assert (dropped.drift, dropped.text) == (Drift.HEDGE, "hedge: “reportedly” was dropped")
    assert next(changes(claim(12), alleged)).text == "hedge: “reportedly” was added"


def test_quantities_in_words() -> None:
    assert said(Quantity(10, None, Bound.MORE_THAN)) == "more than 10"
    assert said(Quantity(10_000, 20_000, Bound.RANGE)) == "10,000 to 20,000"
    assert said(Quantity(None, None, Bound.VAGUE)) == "no number"
    assert said(Quantity(None, None, Bound.EXACT, malformed=True)) == "malformed"


def test_a_ladder_runs_from_the_origin_to_the_last_copy() -> None:
    wire = report("wire", "More than 75 percent of Raqqa has allegedly been destroyed by the bombing.", "Harbour Wire", 2)
    blog = report(
        "blog", "Harbour Wire schrijft dat 75 procent van Raqqa is verwoest door de bombardementen.", "De Grutto", 3, language="nl"
    )
    provenance = traced(wire, blog)
    told = {Telling(reading.document.id, one.id): one for reading in (wire, blog) for one in reading.claims}
    found = ladder(chain_of(provenance, blog, "75"), told, provenance.publications)
    assert [rung.name for rung in found.rungs] == ["Harbour Wire", "De Grutto"]
    assert [change.drift for change in found.rungs[1].changes] == [Drift.BOUND, Drift.HEDGE]
    assert found.rungs[0].words.text == wire.document.text[found.rungs[0].words.start : found.rungs[0].words.end]
