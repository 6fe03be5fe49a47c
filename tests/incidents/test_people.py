"""Named victims, one row each, as people decided: what stands in an incident, and what the counts that rest on names make of it."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kroniek.codebooks.load import load_codebook
from kroniek.incidents.assess import assess
from kroniek.incidents.people import Named, persons
from kroniek.incidents.recode import recode
from kroniek.incidents.totals_rows import incident_row
from kroniek.model.claim import Harm, Method, Victim
from kroniek.model.incident import Incident, MadeBy
from kroniek.model.report import Document
from kroniek.model.ruling import NameAt, PersonRuling, Rulings
from kroniek.provenance.trace import trace
from kroniek.reading.load import load_rules
from kroniek.reading.people.model import PeopleFound
from kroniek.reading.reader import read
from kroniek.reading.result import Reading
from tests.builders import claim, reading, victim

AIRWARS = load_codebook("airwars")
MADE_BY = MadeBy("0.1.0", "airwars", AIRWARS.sha256, "0" * 64)
STRIKE = "in an airstrike on Raqqa on 14 August 2017, residents said."


def _read(name: str, text: str) -> Reading:
    return read(Document(id=name, text=text, published_day=date(2017, 8, 15), publisher=f"Paper {name}", language="en"), load_rules())


def _at(reading: Reading, name: str) -> NameAt:
    (found,) = [one for one in reading.people.victims if one.text == name]
    return NameAt(reading.document.id, found.start, found.end)


def _ruled(number: int, one: NameAt, other: NameAt, same: bool = True) -> PersonRuling:
    return PersonRuling(number, one, other, same)


def _one(readings: list[Reading], *rulings: PersonRuling) -> Incident:
    (incident,) = assess(readings, AIRWARS, MADE_BY, rulings=Rulings(people=rulings))
    return incident


def _killed(incident: Incident) -> tuple[object, object]:
    coded = incident.killed.civilian
    return (None, None) if coded is None else (coded.low, coded.high)


LIST = _read("a", f"Ahmad Hussein, Layla Haddad and Ahmed Al-Hussain were killed {STRIKE}")
LATER = _read("a", f"Several civilians were killed {STRIKE}\n\nThe dead were named as Ahmad Hussein, Layla Haddad and Ahmed al-Hussain.")
WRITTEN = _read("a", f"Two civilians were killed {STRIKE}\n\nAhmad Hussein, Layla Haddad and Ahmed al-Hussain were among the dead.")


@pytest.mark.parametrize(("told", "before", "after"), [(LIST, (3, 3), (2, 2)), (LATER, (3, 3), (2, 2)), (WRITTEN, (3, 3), (2, 2))])
def test_counts_that_rest_on_names_count_one_person_once(told: Reading, before: object, after: object) -> None:
    names = [one.text for one in told.people.victims]
    assert len(names) == 3
    assert _killed(_one([told])) == before
    decided = _one([told], _ruled(1, _at(told, names[0]), _at(told, names[2])))
    assert _killed(decided) == after
    assert [one.text for one in decided.people] == names[:2]
    assert incident_row(decided).named == 2
    assert _killed(_one([told], _ruled(1, _at(told, names[0]), _at(told, names[2]), same=False))) == before


def test_a_written_number_stays_as_it_is() -> None:
    told = _read("a", f"Five civilians were killed {STRIKE}\n\nAhmad Hussein, Layla Haddad and Ahmed al-Hussain were among the dead.")
    decided = _one([told], _ruled(1, _at(told, "Ahmad Hussein"), _at(told, "Ahmed al-Hussain")))
    assert _killed(decided) == _killed(_one([told])) == (5, 5)


def test_names_of_two_reports_make_one_row_with_both_spellings() -> None:
    one = _read("a", f"Ahmad Hussein was killed {STRIKE}")
    other = _read("b", f"Ahmed Al-Hussain, 34, was killed {STRIKE}")
    assert len(_one([one, other]).people) == 2
    ruling = _ruled(1, _at(one, "Ahmad Hussein"), _at(other, "Ahmed Al-Hussain"))
    (row,) = _one([one, other], ruling).people
    assert (row.text, row.age) == ("Ahmed Al-Hussain", 34), "the fuller row is kept"
    assert row.names == {"en": "Ahmed Al-Hussain", "en-x-also": "Ahmad Hussein"}
    assert _one([other, one], ruling) == _one([one, other], ruling)


def test_other_codebooks_see_one_person_too() -> None:
    ruling = _ruled(1, _at(LIST, "Ahmad Hussein"), _at(LIST, "Ahmed Al-Hussain"))
    incident = _one([LIST], ruling)
    assert recode(incident, {"a": LIST}, trace([LIST]), AIRWARS, [ruling]) == incident


def _mentions(*people: Victim) -> list[Named]:
    return [Named(NameAt("a", at * 100, at * 100 + 9), one) for at, one in enumerate(people)]


def test_what_only_the_other_row_knows_is_kept_and_death_beats_injury() -> None:
    hurt = replace(victim("Ahmad Hussein"), harm=Harm.INJURED, age=30, gender="male", occupation="baker")
    dead = replace(victim("Ahmed Hussain"), harm=Harm.KILLED, age=31, child=False)
    named = _mentions(hurt, dead)
    (person,) = persons(named, [_ruled(1, named[0].at, named[1].at)])
    assert person.row.text == "Ahmad Hussein"
    assert (person.row.age, person.row.harm, person.row.child) == (30, Harm.KILLED, False)
    assert person.at == named[0].at and person.names == (named[0].at, named[1].at)


def test_spellings_in_other_scripts_keep_their_language() -> None:
    latin = replace(victim("Ahmad Hussein"), names={"en": "Ahmad Hussein"})
    arabic = replace(victim("أحمد حسين"), names={"ar": "أحمد حسين"})
    third = replace(victim("Ahmed Husain"), names={"en": "Ahmed Husain"})
    named = _mentions(latin, arabic, third, replace(victim("A. Hussein"), names={"en": "A. Hussein"}))
    (person,) = persons(named, [_ruled(at, named[0].at, named[at].at) for at in (1, 2, 3)])
    assert person.row.names == {
        "en": "Ahmad Hussein", "ar": "أحمد حسين", "en-x-also": "Ahmed Husain", "en-x-also2": "A. Hussein",
    }  # fmt: skip


def test_namesakes_in_one_report_stay_two() -> None:
    father, son = replace(victim("Ahmad Hussein"), start=0, end=13), replace(victim("Ahmad Hussein"), start=23, end=36)
    spelt = replace(victim("Ahmed Hussain"), start=60, end=73)
    told = reading(claim(None, None, words="civilians", method=Method.AIRSTRIKE), people=PeopleFound((father, son, spelt)))
    before, after = _one([told]), _one([told], _ruled(1, NameAt("a", 0, 13), NameAt("a", 60, 73)))
    assert _killed(before)[0] == 3
    assert _killed(after)[0] == 2


def test_a_decision_on_names_that_are_not_there_changes_nothing() -> None:
    gone = _ruled(1, NameAt("a", 0, 13), NameAt("a", 900, 905))
    assert _one([LIST], gone) == _one([LIST])
    assert _one([LIST], _ruled(1, NameAt("x", 0, 1), NameAt("y", 0, 1))) == _one([LIST])


_NAMES = ("Ahmad Hussein", "Ahmed Hussain", "Layla Haddad", "Leila Hadad", "Omar Nasser")
_DECIDED = st.lists(st.tuples(st.booleans(), st.integers(0, 4), st.integers(0, 4)), max_size=7)


@settings(max_examples=80, deadline=None)
@given(_DECIDED, st.integers(0, 99))
def test_the_last_decision_holds_and_nobody_is_lost(decided: list[tuple[bool, int, int]], seed: int) -> None:
    named = _mentions(*map(victim, _NAMES))
    rulings = [_ruled(number, named[one].at, named[other].at, same) for number, (same, one, other) in enumerate(decided) if one != other]
    found = persons(named, rulings)
    assert sorted(at.start for person in found for at in person.names) == [one.at.start for one in named]
    spelt = {name for person in found for name in person.row.names.values()}
    assert spelt == set(_NAMES)
    shuffled = rulings[:]
    random.Random(seed).shuffle(shuffled)
    assert persons(named, shuffled) == found
    if rulings:
        last = rulings[-1]
        together = any({last.one, last.other} <= set(person.names) for person in found)
        assert together is last.same
