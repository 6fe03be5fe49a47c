"""Deaths per dyad and year: below the threshold, reached, or not to be told, and the bounds never more certain than what is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kroniek.codebooks.load import load_codebook
from kroniek.incidents.assess import assess
from kroniek.incidents.dyads import Event, dyad_years, event_of
from kroniek.model.claim import Claim, Group, PartyMention, Stance, Victims
from kroniek.model.dyad import DyadStatus, DyadYear
from kroniek.model.incident import CodedRange, MadeBy
from tests.builders import DAY, claim, on, reading

UCDP = load_codebook("ucdp")
MADE_BY = MadeBy("0", "ucdp", UCDP.sha256, "0" * 64)
NAMES = {"ypg": "YPG", "turkish-military": "Turkish Military"}


def event(id: str, *attackers: str, at: tuple[str, ...] = (), year: int | None = 2018, low: int = 0, high: int | None = 0) -> Event:
    years = None if year is None else (year, year)
    return Event(id=id, attackers=attackers, aimed_at=at, years=years, killed=CodedRange(low, high, best=low))


def of(*events: Event) -> dict[tuple[str, ...], DyadYear]:
    """The rows by their sides; for events of one year."""
    return {tuple(side.id for side in row.sides): row for row in dyad_years(events, UCDP, NAMES)}


def test_both_ways_of_attack_are_one_dyad_and_are_added_up() -> None:
    (row,) = dyad_years((event("a", "ypg", at=("turkish-military",), low=12, high=12),
                         event("b", "turkish-military", at=("ypg",), low=13, high=20)), UCDP, NAMES)  # fmt: skip
    assert [side.name for side in row.sides] == ["Turkish Military", "YPG"]
    assert (row.low, row.best, row.high, row.status, row.incidents) == (25, 25, 32, DyadStatus.REACHED, ("a", "b"))


def test_years_are_apart() -> None:
    rows = dyad_years((event("a", "x", at=("y",), low=20, high=20), event("b", "x", at=("y",), year=2019, low=20, high=20)), UCDP, NAMES)
    assert [(row.year, row.status) for row in rows] == [(2018, DyadStatus.BELOW), (2019, DyadStatus.BELOW)]


def test_an_attack_of_which_the_aim_is_not_told_may_be_of_any_dyad_of_the_attacker() -> None:
    rows = of(event("a", "x", at=("y",), low=10, high=10), event("b", "x", low=40, high=40))
    assert (rows["x", "y"].low, rows["x", "y"].high, rows["x", "y"].possible) == (10, 50, ("b",))
    assert rows["x", "y"].status is DyadStatus.CANNOT_BE_TOLD
    assert rows["x", "y"].why == ("Of 1 incident it is not told whom the attack was aimed at.",)
    assert rows["x",].status is DyadStatus.CANNOT_BE_TOLD  # 40 dead, and no dyad that they are of


def test_few_deaths_are_below_whoever_the_other_side_was() -> None:
    assert of(event("a", "x", low=3, high=24))["x",].status is DyadStatus.BELOW
    assert of(event("a", "x", low=3, high=25))["x",].status is DyadStatus.CANNOT_BE_TOLD


def test_an_attack_laid_to_two_parties_is_surely_of_neither() -> None:
    rows = of(event("a", "x", "z", at=("y",), low=40, high=40))
    assert {row.status for row in rows.values()} == {DyadStatus.CANNOT_BE_TOLD}
    assert {(row.low, row.high, row.incidents) for row in rows.values()} == {(0, 40, ())}
    assert rows["x", "y"].why == ("Of 1 incident several parties are said to be the attacker.",)


def test_without_an_upper_figure_nothing_is_below() -> None:
    row = of(event("a", "x", at=("y",), low=3, high=None))["x", "y"]
    assert (row.high, row.status, row.why) == (None, DyadStatus.CANNOT_BE_TOLD, ("Of 1 incident no upper figure is told.",))


def test_an_incident_without_a_date_may_be_of_any_year() -> None:
    dated, undated = event("a", "x", at=("y",), low=20, high=20), event("b", "x", at=("y",), year=None, low=20, high=20)
    rows = dyad_years((dated, undated), UCDP, NAMES)
    assert [(row.year, row.low, row.high, row.status) for row in rows] == [
        (2018, 20, 40, DyadStatus.CANNOT_BE_TOLD), (None, 20, 20, DyadStatus.BELOW),
    ]  # fmt: skip


def test_one_over_the_new_year_is_surely_of_neither() -> None:
    over = replace(event("a", "x", at=("y",), low=30, high=30), years=(2018, 2019))
    rows = dyad_years((over,), UCDP, NAMES)
    assert [(row.year, row.low, row.high, row.why) for row in rows] == [
        (2018, 0, 30, ("Of 1 incident the year is not told.",)), (2019, 0, 30, ("Of 1 incident the year is not told.",)),
    ]  # fmt: skip


PARTIES = st.sampled_from(["v", "w", "x", "y"])
BOUNDS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted)


@st.composite
def events(draw: st.DrawFn) -> list[Event]:
    made = []
    for number in range(draw(st.integers(0, 6))):
        attackers = draw(st.sets(PARTIES, min_size=1, max_size=2))
        aimed_at = draw(st.sets(PARTIES, max_size=2)) - attackers
        low, high = draw(BOUNDS)
        year = draw(st.sampled_from([2017, 2018, None]))
        most = draw(st.sampled_from([high, None]))
        made.append(event(f"e{number}", *sorted(attackers), at=tuple(sorted(aimed_at)), year=year, low=low, high=most))
    return made


@given(events())
def test_an_incident_is_surely_of_one_row_at_most_and_bounds_hold(told: list[Event]) -> None:
    rows = dyad_years(told, UCDP, NAMES)
    sure = [id for row in rows for id in row.incidents]
    assert len(sure) == len(set(sure))
    assert sum(row.low for row in rows) <= sum(one.killed.low or 0 for one in told)
    for row in rows:
        assert row.high is None or row.low <= row.high
        assert row.why and not set(row.incidents) & set(row.possible)
        assert (row.status is DyadStatus.BELOW) == (row.high is not None and row.high < row.threshold)
        assert row.status is not DyadStatus.REACHED or (row.low >= row.threshold and len(row.sides) == 2 and row.year is not None)


@given(events(), st.randoms())
def test_the_order_of_the_incidents_changes_nothing(told: list[Event], chance: object) -> None:
    mixed = list(told)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert dyad_years(mixed, UCDP, NAMES) == dyad_years(told, UCDP, NAMES)


@given(events(), st.data())
def test_what_is_settled_is_never_undone_by_telling_more(told: list[Event], data: st.DataObject) -> None:
    """Whichever of the attackers and sides that an incident leaves open is the one: a dyad that was below or had reached it stays so."""
    settled = {}
    for row in dyad_years(told, UCDP, NAMES):
        if len(row.sides) == 2 and row.year is not None and row.status is not DyadStatus.CANNOT_BE_TOLD:
            settled[tuple(side.id for side in row.sides), row.year] = row.status
    known = []
    for one in told:
        attacker = data.draw(st.sampled_from(one.attackers))
        others = one.aimed_at or tuple(party for party in ("v", "w", "x", "y") if party != attacker)
        year = one.years[0] if one.years else data.draw(st.sampled_from([2017, 2018]))
        known.append(replace(one, attackers=(attacker,), aimed_at=(data.draw(st.sampled_from(others)),), years=(year, year)))
    for row in dyad_years(known, UCDP, NAMES):
        before = settled.get((tuple(side.id for side in row.sides), row.year)) if row.year is not None else None
        assert before is None or row.status is before


def fighters(low: int, of: str, **more: object) -> Claim:
    told = claim(low, group=Group.COMBATANT, **more)  # type: ignore[arg-type]
    return replace(told, victims=Victims(Group.COMBATANT, of))


def told_of(*claims: Claim) -> Event | None:
    (incident,) = assess([reading(*claims)], UCDP, MADE_BY)
    return event_of(incident, claims, UCDP)


def test_the_side_of_fighters_laid_to_the_attacker_as_killed_is_the_other_side() -> None:
    made = told_of(fighters(9, "ypg", actor="turkish-military"))
    assert made is not None
    assert (made.attackers, made.aimed_at, made.years, made.killed.low) == (("turkish-military",), ("ypg",), (2018 - 1, 2017), 9)


@pytest.mark.parametrize(
    "told",
    [
        fighters(2, "ypg", actor="ypg"),
        fighters(2, "islamic-state", actor="turkish-military", stance=Stance.DENIED),
        fighters(2, "islamic-state"),
        replace(fighters(2, "islamic-state", actor="turkish-military"), harm=None),
    ],
    ids=["the attacker's own", "denied", "laid to nobody", "not killed"],
)
def test_other_fighters_tell_no_side(told: Claim) -> None:
    first = claim(4, actor="turkish-military", at=100)
    made = told_of(first)
    assert made is not None
    (incident,) = assess([reading(first)], UCDP, MADE_BY)
    again = event_of(incident, (first, told), UCDP)
    assert again is not None and again.aimed_at == ()


def test_a_target_that_a_person_coded_is_the_other_side_and_a_member_acts_for_its_coalition() -> None:
    coded = replace(claim(4, actor="us-military"), target=PartyMention(text="IS", start=0, end=2, id="islamic-state", name="Islamic State"))
    made = told_of(coded)
    assert made is not None and (made.attackers, made.aimed_at) == (("us-led-coalition",), ("islamic-state",))


def test_what_the_desk_does_not_enter_is_no_event() -> None:
    assert told_of(claim(4)) is None  # nobody is named


def test_the_order_of_reports_changes_no_sum() -> None:
    readings = [
        reading(fighters(9, "ypg", actor="turkish-military", document=name, time=on(date(2017, 8, day))), document=name)
        for name, day in (("a", 14), ("b", 15), ("c", 29))
    ]
    found = set()
    for mixed in permutations(readings):
        claims = {one.id: one for each in mixed for one in each.claims}
        made = [event_of(one, [claims[id] for id in one.claims], UCDP) for one in assess(mixed, UCDP, MADE_BY)]
        found.add(dyad_years([one for one in made if one is not None], UCDP, NAMES))
    assert len(found) == 1 and DAY.start_day.year == 2017
