"""Totals: each incident once, whatever they are split by, and what is not stated told apart from nought."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kroniek.codebooks.load import load_codebook
from kroniek.errors import UsageError
from kroniek.incidents.totals import NOTHING, Dimension, IncidentRow, Stated, Sum, headline, period, tabulate, totals
from kroniek.incidents.totals_rows import RowFilter
from kroniek.model.interval import Precision

AIRWARS = load_codebook("airwars")
BOUNDS = st.none() | st.integers(0, 50)
STATED = st.builds(Stated, BOUNDS, BOUNDS)
def row(number: int = 1, **more: object) -> IncidentRow:
    return IncidentRow(id=f"inc-{number}", **more)  # type: ignore[arg-type]


ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "day": st.none() | st.dates(date(2017, 7, 30), date(2017, 9, 2)),
            "precision": st.sampled_from([Precision.DAY, Precision.MONTH, Precision.YEAR]),
            "belligerents": st.lists(st.sampled_from(["A", "B", "C"]), max_size=3).map(tuple),
            "province": st.sampled_from([None, "North", "South"]),
            "grade": st.sampled_from([None, "confirmed", "fair", "weak", "contested, discounted"]),
            "killed": STATED,
            "injured": STATED,
            "named": st.none() | st.integers(0, 9),
        }
    ),
    max_size=30,
).map(lambda cells: [row(number, **cell) for number, cell in enumerate(cells)])
BY = st.lists(st.sampled_from(Dimension), unique=True)


def added(rows: list[IncidentRow], of: Callable[[IncidentRow], Stated]) -> Sum:
    stated = [of(one) for one in rows]
    return Sum(
        low=sum(one.low for one in stated if one.low is not None),
        high=sum(one.high for one in stated if one.high is not None),
        unstated=sum(one == NOTHING for one in stated),
        no_maximum=sum(one.high is None for one in stated if one.low is not None),
        no_minimum=sum(one.low is None for one in stated if one.high is not None),
    )


@given(rows=ROWS, by=BY)
def test_the_overall_total_counts_each_incident_once_whatever_it_is_split_by(rows: list[IncidentRow], by: list[Dimension]) -> None:
    overall = tabulate(rows, by).overall
    assert (overall.incidents, overall.shared) == (len(rows), 0)
    assert overall.killed == added(rows, lambda one: one.killed)
    assert overall.injured == added(rows, lambda one: one.injured)
    assert overall.named == sum(one.named or 0 for one in rows)


@given(rows=ROWS, by=BY.filter(lambda by: Dimension.BELLIGERENT not in by))
def test_every_split_but_by_belligerent_adds_up_to_the_whole(rows: list[IncidentRow], by: list[Dimension]) -> None:
    table = tabulate(rows, by)
    for measure in ("killed", "injured", "children"):
        for field in ("low", "high", "unstated", "no_maximum", "no_minimum"):
            assert sum(getattr(getattr(one, measure), field) for one in table.totals) == getattr(getattr(table.overall, measure), field)
    assert sum(one.incidents for one in table.totals) == len(rows)
    assert all(one.shared == 0 for one in table.totals)
    assert len({one.key for one in table.totals}) == len(table.totals)


@given(rows=ROWS, by=BY.filter(lambda by: Dimension.BELLIGERENT not in by))
def test_by_belligerent_an_incident_stands_under_each_and_the_table_says_so(rows: list[IncidentRow], by: list[Dimension]) -> None:
    table = tabulate(rows, [*by, Dimension.BELLIGERENT])
    for total in table.totals:
        own = [one for one in rows if (total.key[-1] in one.belligerents) or (total.key[-1] == "Unknown" and not one.belligerents)]
        if not by:
            assert total.incidents == len(own)
            assert total.killed == added(own, lambda one: one.killed)
            assert total.shared == sum(len(set(one.belligerents)) > 1 for one in own)
    twice = sum(total.incidents for total in table.totals) - table.overall.incidents
    assert twice == sum(max(0, len(set(one.belligerents)) - 1) for one in rows)


@given(rows=ROWS, by=BY, data=st.data())
def test_the_order_of_incidents_changes_nothing(rows: list[IncidentRow], by: list[Dimension], data: st.DataObject) -> None:
    assert tabulate(data.draw(st.permutations(rows)), by) == tabulate(rows, by)


@given(rows=ROWS)
def test_grades_are_apart_and_confirmed_and_fair_together(rows: list[IncidentRow]) -> None:
    found = headline(rows, AIRWARS)
    assert sum(total.incidents for total in found.values()) == len(rows)
    together = [one for one in rows if one.grade in ("confirmed", "fair")]
    assert found["together"].killed == added(together, lambda one: one.killed) if together else "together" not in found


def test_listed_belligerents_and_the_set_of_them() -> None:
    rows = [row(1, belligerents=("B", "A"), killed=Stated(2, 3)), row(2, belligerents=("A", "B"), killed=Stated(4, 5)), row(3)]
    listed, as_a_set = (
        {total.key[0]: total.killed.low for total in totals(rows, [by])} for by in (Dimension.BELLIGERENTS, Dimension.BELLIGERENT_SET)
    )
    assert listed == {"A, B": 4, "B, A": 2, "Unknown": 0}
    assert as_a_set == {"A, B": 6, "Unknown": 0}


def test_an_incident_or_a_dimension_twice_is_an_error() -> None:
    with pytest.raises(UsageError, match="inc-1"):
        tabulate([row(), row()])
    with pytest.raises(UsageError, match="stands twice"):
        tabulate([row()], [Dimension.GRADE, Dimension.GRADE])


def test_not_stated_is_counted_apart_from_nought() -> None:
    stated = [NOTHING, Stated(0, 0), Stated(1, 2), Stated(5, None), Stated(None, 7)]
    rows = [row(number, killed=killed) for number, killed in enumerate(stated)]
    assert tabulate(rows).overall.killed == Sum(low=6, high=9, unstated=1, no_maximum=1, no_minimum=1)


@pytest.mark.parametrize(
    ("precision", "day", "month", "year"),
    [
        (Precision.DAY, "2017-08-01", "2017-08", "2017"),
        (Precision.MONTH, "2017-08", "2017-08", "2017"),
        (Precision.YEAR, "2017", "2017", "2017"),
    ],
)
def test_a_day_is_never_told_more_exactly_than_it_is_known(precision: Precision, day: str, month: str, year: str) -> None:
    one = row(day=date(2017, 8, 1), precision=precision)
    assert [period(one, wanted) for wanted in (Dimension.DAY, Dimension.MONTH, Dimension.YEAR)] == [day, month, year]


def test_filters_take_names_without_case_and_accents_and_ids_of_parties() -> None:
    coalition = {"belligerents": ("U.S.-led Coalition",), "belligerent_ids": ("us-led-coalition",)}
    rows = [
        row(1, day=date(2017, 8, 1), province="Ḥalab", grade="fair", **coalition),
        row(2, day=date(2017, 8, 31), belligerents=("Group",), belligerent_ids=(None,), province="Raqqa"),
        row(3),
    ]

    def chosen(wanted: RowFilter) -> list[str]:
        return [one.id for one in wanted.chosen(rows)]

    assert chosen(RowFilter()) == ["inc-1", "inc-2", "inc-3"]
    assert chosen(RowFilter(belligerents=("us-led-coalition", "GROUP"))) == ["inc-1", "inc-2"]
    assert chosen(RowFilter(belligerents=("Unknown",))) == ["inc-3"]
    assert chosen(RowFilter(provinces=("halab",))) == ["inc-1"]
    assert chosen(RowFilter(grades=("Fair",))) == ["inc-1"]
    assert chosen(RowFilter(grades=("ungraded",))) == ["inc-2", "inc-3"]
    assert chosen(RowFilter(from_day=date(2017, 8, 2))) == ["inc-2"]
    assert chosen(RowFilter(to_day=date(2017, 8, 1))) == ["inc-1"]
