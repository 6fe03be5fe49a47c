"""Strikes and munitions per month and party: each figure once, ranges where origins differ, nothing added up twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kroniek.incidents.declared_acts import ActTotal, OriginOf, act_totals
from kroniek.model.claim import Bound, Claim, Kind, PartyMention, PlaceMention, Quantity, SpeakerMention, SpeakerRole, Stance, TimeMention
from kroniek.model.interval import Precision
from tests.builders import claim

RAQQA = PlaceMention(text="Raqqa", name="Raqqa", id="raqqa", country="SY", admin1="Raqqa")
COALITION = PartyMention(text="the coalition", id="us-led-coalition", name="U.S.-led Coalition")


def days(first: date, last: date) -> TimeMention:
    whole = first.day == 1 and (last - first).days > 26
    return TimeMention(text="then", start_day=first, end_day=last, precision=Precision.MONTH if whole else Precision.DAY)


AUGUST = days(date(2017, 8, 1), date(2017, 8, 31))
JULY = days(date(2017, 7, 1), date(2017, 7, 31))


def told(document: str, low: int | None, high: int | None = -1, **more: object) -> Claim:
    bound = Bound.AT_LEAST if high is None else Bound.AT_MOST if low is None else Bound.EXACT
    values: dict[str, object] = {
        "id": f"c-{document}", "kind": Kind.MUNITIONS, "harm": None, "victims": None, "actor": COALITION, "place": RAQQA, "time": AUGUST,
        "quantity": Quantity(low, low if high == -1 else high, bound), **more,
    }  # fmt: skip
    return replace(claim(1, document=document), **values)  # type: ignore[arg-type]


def one(*claims: Claim, **origins: str) -> ActTotal:
    known = {(document, f"c-{document}"): OriginOf(name, name) for document, name in origins.items()}
    (total,) = act_totals(claims, Kind.MUNITIONS, known).totals
    return total


def test_ten_reports_of_one_origin_tell_a_figure_once() -> None:
    total = one(told("a", 5775), told("b", 5775), told("c", 5775), a="cmd", b="cmd", c="cmd")
    assert (total.low, total.high, total.month, total.party, total.place) == (5775, 5775, "2017-08", "U.S.-led Coalition", "Raqqa")
    assert [(origin.name, origin.claims) for origin in total.origins] == [("cmd", ("c-a", "c-b", "c-c"))]
    assert total.documents == ("a", "b", "c")


def test_rates_follow_from_the_days_of_the_month() -> None:
    total = one(told("a", 5775))
    assert [round(rate or 0, 1) for rate in total.per_day] == [186.3, 186.3]
    assert [round(minutes or 0, 1) for minutes in total.minutes_apart] == [7.7, 7.7]


def test_where_origins_differ_the_total_is_their_range() -> None:
    total = one(told("a", 100), told("b", 130), told("c", 120, None), a="x", b="y", c="z")
    assert (total.low, total.high, len(total.origins)) == (100, 130, 3)
    assert (one(told("a", 100), told("b", 150, None)).high, one(told("a", None, 50), told("b", 100, None)).low) == (None, 50)


def test_the_change_from_the_month_before() -> None:
    claims = [told("a", 5775), told("b", 3008, time=JULY), told("c", 9, time=days(date(2017, 5, 1), date(2017, 5, 31)))]
    totals = act_totals(claims, Kind.MUNITIONS, {}).totals
    assert [total.month for total in totals] == ["2017-05", "2017-07", "2017-08"]
    assert totals[1].change is None and totals[2].change is not None
    assert [round(bound or 0) for bound in totals[2].change] == [92, 92]


def test_days_are_added_up_and_a_total_of_the_month_stands_over_them() -> None:
    first, second = days(date(2017, 8, 3), date(2017, 8, 3)), days(date(2017, 8, 4), date(2017, 8, 4))
    week = days(date(2017, 8, 3), date(2017, 8, 9))
    by_day = [told("a", 3, time=first), told("b", 3, time=first), told("c", 4, time=second)]
    total = one(*by_day, a="x", b="x", c="x")
    assert (total.low, total.high, total.by_day, total.days, total.change) == (7, 7, True, 2, None)
    assert one(*by_day, told("d", 20, time=week)).low == 20  # the days lie in the week
    assert one(*by_day, told("d", 90)).low == 90


def test_a_declaring_belligerent_is_the_party_where_none_is_named() -> None:
    speaker = SpeakerMention(text="the ministry", id="russia", name="Russia", role=SpeakerRole.BELLIGERENT)
    assert one(told("a", 9, actor=None, said_by=(speaker,))).party == "Russia"


@pytest.mark.parametrize(
    ("more", "counts"),
    [
        ({"stance": Stance.DENIED}, (0, 0)),
        ({"part_of": "x"}, (0, 0)),
        ({"kind": Kind.STRIKES}, (0, 0)),
        ({"quantity": Quantity(None, None, Bound.VAGUE)}, (0, 0)),
        ({"quantity": Quantity(8, 8, Bound.EXACT, unit="minute", per="munition")}, (0, 0)),
        ({"time": None}, (1, 0)),
        ({"time": days(date(2017, 7, 1), date(2017, 8, 31))}, (1, 0)),
        ({"actor": None}, (0, 1)),
    ],
)
def test_what_is_no_total_of_a_month(more: dict[str, object], counts: tuple[int, int]) -> None:
    found = act_totals([replace(told("a", 9), **more)], Kind.MUNITIONS, {})  # type: ignore[arg-type]
    assert found.totals == () and (found.without_period, found.without_party) == counts


FIGURES = st.lists(
    st.tuples(st.integers(1, 28), st.integers(0, 5), st.integers(0, 50), st.sampled_from("xyz")), min_size=1, max_size=8
).map(
    lambda cells: [
        (told(f"d{n}", low, time=days(date(2017, 8, day), date(2017, 8, min(31, day + more)))), who)
        for n, (day, more, low, who) in enumerate(cells)
    ]
)


@given(figures=FIGURES, data=st.data())
def test_repeating_a_figure_or_changing_the_order_changes_no_total(figures: list[tuple[Claim, str]], data: st.DataObject) -> None:
    origins = {(claim.document, claim.id): OriginOf(who, who) for claim, who in figures}
    claims = [claim for claim, _ in figures]
    made = act_totals(claims, Kind.MUNITIONS, origins)
    assert act_totals(data.draw(st.permutations(claims)), Kind.MUNITIONS, origins) == made
    copies = [replace(claim, document=f"{claim.document}-copy") for claim in claims]
    repeated = act_totals([*claims, *copies], Kind.MUNITIONS, origins | {(f"{d}-copy", id): who for (d, id), who in origins.items()})
    assert [(total.low, total.high, len(total.origins)) for total in repeated.totals] == [
        (total.low, total.high, len(total.origins)) for total in made.totals
    ]
