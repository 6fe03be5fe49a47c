import random
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from kroniek.codebooks.load import load_codebook
from kroniek.incidents.link import link
from kroniek.incidents.parts import parts_of
from kroniek.incidents.rulings import bonds, divided
from kroniek.model.provenance import Telling
from kroniek.model.ruling import NotSame, Rulings, Same
from kroniek.reading.result import Reading
from tests.builders import claim, on, reading

AIRWARS = load_codebook("airwars")
DAY = date(2017, 8, 14)


def _told(name: str, killed: int = 4, days: int = 0) -> Reading:
    return reading(claim(killed, document=name, time=on(DAY + timedelta(days=days))), document=name)


def _at(told: Reading, place: int = 0) -> Telling:
    return Telling(told.document.id, told.claims[place].id)


def _groups(readings: list[Reading], rulings: Rulings) -> list[set[str]]:
    clusters = link(sorted(readings, key=lambda one: one.document.id), AIRWARS, rulings)
    return sorted(({part.document for part in cluster.parts} for cluster in clusters), key=sorted)


def test_what_people_hold_together_is_one_incident_whatever_the_days() -> None:
    early, late = _told("a"), _told("b", days=9)
    assert _groups([early, late], Rulings()) == [{"a"}, {"b"}]
    assert _groups([early, late], Rulings(same=(Same(1, (_at(early), _at(late))),))) == [{"a", "b"}]


def test_a_report_that_fits_either_version_joins_what_people_merged() -> None:
    early, late, more = _told("a"), _told("b", days=9), _told("c", days=9)
    assert _groups([early, late, more], Rulings(same=(Same(1, (_at(early), _at(late))),))) == [{"a", "b", "c"}]


def test_what_people_hold_apart_stays_apart_with_what_joins_either() -> None:
    one, other, third = _told("a"), _told("b"), _told("c")
    assert _groups([one, other, third], Rulings()) == [{"a", "b", "c"}]
    parted = _groups([one, other, third], Rulings(not_same=(NotSame(1, (_at(one),), (_at(other),)),)))
    assert len(parted) == 2
    assert not any({"a", "b"} <= group for group in parted)


def test_those_held_apart_are_not_called_possibly_the_same() -> None:
    one, other = _told("a"), _told("b")
    clusters = link([one, other], AIRWARS, Rulings(not_same=(NotSame(1, (_at(one),), (_at(other),)),)))
    assert [cluster.possibly_same for cluster in clusters] == [(), ()]


def test_of_two_decisions_the_later_wins() -> None:
    one, other = _told("a"), _told("b")
    pair = _at(one), _at(other)
    apart_then_one = Rulings(same=(Same(2, pair),), not_same=(NotSame(1, pair[:1], pair[1:]),))
    one_then_apart = Rulings(same=(Same(1, pair),), not_same=(NotSame(2, pair[:1], pair[1:]),))
    assert _groups([one, other], apart_then_one) == [{"a", "b"}]
    assert _groups([one, other], one_then_apart) == [{"a"}, {"b"}]


def test_a_split_after_a_merge_takes_out_only_what_it_names() -> None:
    told = [_told(name, days=9 * at) for at, name in enumerate("abc")]
    merged = Same(1, tuple(map(_at, told)))
    out = NotSame(2, (_at(told[2]),), (_at(told[0]), _at(told[1])))
    assert _groups(told, Rulings(same=(merged,), not_same=(out,))) == [{"a", "b"}, {"c"}]


def test_claims_of_one_report_can_be_parted() -> None:
    told = reading(claim(4, document="a"), claim(9, document="a", at=60), document="a")
    parts = parts_of(told)
    assert len(parts) == 1
    pieces = divided(parts, Rulings(not_same=(NotSame(1, (_at(told, 1),), (_at(told, 0),)),)))
    assert [[one.id for one in piece.claims] for piece in pieces] == [[told.claims[0].id], [told.claims[1].id]]
    assert [piece.main for piece in pieces] == [True, False]


def test_parts_of_a_whole_go_with_their_whole() -> None:
    whole = claim(9, document="a", at=60)
    part = replace(claim(2, document="a", at=90), part_of=whole.id)
    told = reading(claim(4, document="a"), whole, part, document="a")
    pieces = divided(parts_of(told), Rulings(not_same=(NotSame(1, (_at(told, 1),), (_at(told, 0),)),)))
    assert {one.id for one in pieces[1].claims} == {whole.id, part.id}


def test_a_decision_on_claims_that_are_gone_changes_nothing() -> None:
    one, other = _told("a"), _told("b")
    gone = Telling("a", "no such claim")
    assert _groups([one, other], Rulings(not_same=(NotSame(1, (gone,), (_at(other),)),))) == [{"a", "b"}]


_NUMBERS = st.lists(st.integers(0, 5), min_size=1, max_size=3, unique=True)
_DECIDED = st.lists(st.tuples(st.booleans(), _NUMBERS, _NUMBERS), max_size=6)


@settings(max_examples=60, deadline=None)
@given(_DECIDED, st.integers(0, 99))
def test_the_last_decision_always_holds_and_order_changes_nothing(decided: list[tuple[bool, list[int], list[int]]], seed: int) -> None:
    told = [_told(name, days=(at % 3) * 5) for at, name in enumerate("abcdef")]
    same: list[Same] = []
    not_same: list[NotSame] = []
    for number, (joins, ones, others) in enumerate(decided, start=1):
        these, those = tuple(_at(told[at]) for at in ones), tuple(_at(told[at]) for at in others if at not in ones)
        if joins:
            same.append(Same(number, (*these, *those)))
        elif those:
            not_same.append(NotSame(number, these, those))
    rulings = Rulings(same=tuple(same), not_same=tuple(not_same))
    shuffled = told[:]
    random.Random(seed).shuffle(shuffled)
    other = Rulings(same=tuple(reversed(same)), not_same=tuple(reversed(not_same)))
    groups = _groups(told, rulings)
    assert groups == _groups(shuffled, other)
    every: list[Same | NotSame] = [*same, *not_same]
    last = max(every, key=lambda one: one.decision, default=None)
    group_of = {name: at for at, group in enumerate(groups) for name in group}
    if isinstance(last, Same):
        assert len({group_of[one.document] for one in last.claims}) == 1
    elif last is not None:
        assert not {group_of[one.document] for one in last.these} & {group_of[one.document] for one in last.those}


def test_bonds_of_no_decision_are_of_each_part_alone() -> None:
    parts = parts_of(_told("a"))
    assert bonds(parts, Rulings()).together == ((0,),)
