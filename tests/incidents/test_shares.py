from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kroniek.codebooks.load import load_codebook
from kroniek.incidents.shares import Shares, shares
from kroniek.model.incident import CodedRange

AIRWARS = load_codebook("airwars")
COUNT = st.integers(0, 40)


def told(low: int, high: int | None = None, claim: str = "") -> CodedRange:
    return CodedRange(low, low if high is None else high, (claim,) if claim else (), (), ())


def test_the_rest_of_a_counted_whole_are_men() -> None:
    before = Shares(told(6, claim="a"), told(3, claim="b"), told(2))
    after = shares(told(12), before, {"a", "b"}, 0, AIRWARS)
    assert after.man is not None
    assert (after.man.low, after.man.high, after.man.rules) == (3, 3, ("parts_of_whole",))


def test_where_only_the_least_of_the_children_is_written_the_rest_are_men_too() -> None:
    after = shares(told(12), Shares(told(4, 6, "a"), told(3, claim="b"), told(2)), {"a", "b"}, 0, AIRWARS)
    assert after.man is not None
    assert (after.man.low, after.man.high) == (5, 5)


def test_where_everybody_is_named_the_one_of_whom_nothing_is_told_is_a_man() -> None:
    before = Shares(told(2), told(3), told(1))
    after = shares(told(7), before, set(), 7, AIRWARS)
    assert after.man is not None
    assert (after.man.low, after.man.high, after.man.rules) == (2, 2, ("parts_of_whole",))
    assert shares(told(7), before, set(), 6, AIRWARS) == before  # somebody without a name is missing
    assert shares(told(8), before, set(), 8, AIRWARS) == before  # of two nothing is told
    assert shares(told(7, 9), before, set(), 7, AIRWARS) == before


def test_names_alone_do_not_say_who_the_rest_are() -> None:
    before = Shares(told(6, claim="a"), told(3), told(2))
    assert shares(told(12), before, {"a"}, 0, AIRWARS) == before


def test_at_least_so_many_women_leave_the_rest_open() -> None:
    women = replace(told(3, claim="b"), rules=("at_least",))
    before = Shares(told(6, claim="a"), women, told(2))
    assert shares(told(12), before, {"a", "b"}, 0, AIRWARS) == before


def test_too_many_unnamed_leave_the_rest_open() -> None:
    before = Shares(None, told(3, claim="b"), told(2))
    assert shares(told(12), before, {"b"}, 0, AIRWARS) == before


def test_a_ceiling_leaves_room_for_what_is_told_of_the_others() -> None:
    after = shares(told(4), Shares(told(2, 3), told(2, claim="b"), None), {"b"}, 0, AIRWARS)
    assert after.child is not None
    assert (after.child.low, after.child.high) == (2, 2)


@given(COUNT, COUNT, COUNT, COUNT, COUNT)
def test_floors_of_children_and_women_stand_and_no_range_is_upside_down(whole: int, child: int, more: int, woman: int, man: int) -> None:
    before = Shares(told(child, child + more, "a"), told(woman, claim="b"), told(man))
    after = shares(told(whole), before, {"a", "b"}, 0, AIRWARS)
    assert after.child is not None and after.woman is not None and after.man is not None
    assert (after.child.low, after.woman.low) == (child, woman)
    for each in (after.child, after.woman, after.man):
        assert (each.low or 0) <= (each.high or 0)
