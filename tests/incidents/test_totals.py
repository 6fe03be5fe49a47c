import pytest
from hypothesis import given
from hypothesis import strategies as st

from kroniek.codebooks.load import load_codebook
from kroniek.errors import UsageError
from kroniek.incidents.totals import Dimension, IncidentRow, headline, totals
from kroniek.model.incident import GradeValue

AIRWARS = load_codebook("airwars")


def row(number: int, month: str | None, parties: str, grade: GradeValue | None, killed: tuple[int, int] | None) -> IncidentRow:
    low, high = killed if killed else (None, None)
    return IncidentRow(
        id=f"inc-{number}", month=month, belligerents=parties, province=None, grade=grade,
        killed_low=low, killed_high=high, injured_low=None, injured_high=None,
    )


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["2017-08", "2017-09", None]),
        st.sampled_from(["A", "A, B", "B"]),
        st.sampled_from([*GradeValue, None]),
        st.none() | st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: (min(pair), max(pair))),
    ),
    max_size=30,
).map(lambda cells: [row(number, *cell) for number, cell in enumerate(cells)])


@given(rows=ROWS, by=st.lists(st.sampled_from(Dimension), unique=True))
def test_every_split_adds_up_to_the_whole(rows: list[IncidentRow], by: list[Dimension]) -> None:
    parts = totals(rows, by)
    assert sum(part.incidents for part in parts) == len(rows)
    assert sum(part.killed_low for part in parts) == sum(r.killed_low or 0 for r in rows)
    assert sum(part.killed_high for part in parts) == sum(r.killed_high or 0 for r in rows)
    assert len({part.key for part in parts}) == len(parts)


@given(rows=ROWS)
def test_grades_are_apart_and_confirmed_and_fair_together(rows: list[IncidentRow]) -> None:
    found = headline(rows, AIRWARS)
    assert sum(total.incidents for total in found.values()) == len(rows)
    together = [r for r in rows if r.grade in (GradeValue.CONFIRMED, GradeValue.FAIR)]
    assert found["together"].killed_low == sum(r.killed_low or 0 for r in together) if together else "together" not in found


def test_an_incident_twice_is_an_error() -> None:
    same = row(1, "2017-08", "A", GradeValue.FAIR, (1, 2))
    with pytest.raises(UsageError, match="inc-1"):
        totals([same, same])


def test_not_stated_adds_nothing_and_is_counted() -> None:
    (total,) = totals([row(1, "2017-08", "A", GradeValue.FAIR, None), row(2, "2017-08", "A", GradeValue.FAIR, (1, 2))])
    assert (total.incidents, total.unstated, total.killed_low, total.killed_high) == (2, 1, 1, 2)
