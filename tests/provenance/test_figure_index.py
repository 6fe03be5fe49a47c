from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kroniek.provenance.figure_index import MOST_LOOKED_AT, FigureIndex
from tests.builders import claim

DAYS = st.one_of(st.none(), st.dates(date(2020, 1, 1), date(2020, 1, 9)))


@given(st.lists(st.tuples(st.integers(1, 4), DAYS), max_size=30), st.integers(1, 4), DAYS, st.randoms())
def test_finds_the_same_number_until_a_day_in_any_order(
    told: list[tuple[int, date | None]], asked: int, until: date | None, random: object
) -> None:
    rows = [(claim(number, document=f"d{at:02}"), day) for at, (number, day) in enumerate(told)]
    first, second = FigureIndex(), FigureIndex()
    for one, day in rows:
        first.add("source", "wire", one, day)
    random.shuffle(rows)  # type: ignore[attr-defined]
    for one, day in rows:
        second.add("source", "wire", one, day)
    found = first.like("source", "wire", claim(asked, document="new"), until)
    assert found == second.like("source", "wire", claim(asked, document="new"), until)
    expected = {f"d{at:02}" for at, (number, day) in enumerate(told) if number == asked and (until is None or day is None or day <= until)}
    assert {one.document for one in found} == expected
    assert not first.like("source", "other", claim(asked), until)


def test_of_many_only_the_nearest_are_looked_at() -> None:
    index = FigureIndex()
    for day in range(1, 29):
        for at in range(10):
            index.add("source", "wire", claim(7, document=f"d{day:02}-{at}"), date(2020, 2, day))
    found = index.like("source", "wire", claim(7, document="new"), date(2020, 2, 20))
    assert len(found) == MOST_LOOKED_AT
    assert found[0].document.startswith("d20") and found[-1].document.startswith("d15")


def test_claims_without_a_number_meet_their_like() -> None:
    index = FigureIndex()
    index.add("source", "wire", claim(None, None), None)
    index.add("source", "wire", claim(3), None)
    assert [one.quantity.low for one in index.like("source", "wire", claim(None, None, document="b"))] == [None]
