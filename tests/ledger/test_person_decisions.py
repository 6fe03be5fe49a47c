"""Decisions on named victims, by the real reader and codebook, on both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from kroniek.cli.build import build_rules
from kroniek.codebooks.load import load_codebook
from kroniek.errors import LedgerError
from kroniek.incidents.recode import recode
from kroniek.ledger.build import BuildRules, build
from kroniek.ledger.decisions import decisions
from kroniek.ledger.evidence import evidence_of_incident
from kroniek.ledger.incident_decisions import merge
from kroniek.ledger.person_decisions import not_same_person, people_decided, same_person
from kroniek.ledger.store import Ledger
from kroniek.ledger.verify import verify
from kroniek.model.incident import Incident
from kroniek.model.ruling import NameAt
from tests.ledger.making import document

WHEN = "in an airstrike on Raqqa on 14 August 2017"
LIST = f"Ahmad Hussein, Layla Haddad and Ahmed Al-Hussain were killed {WHEN}, residents said."
FIRST = document("a", LIST)
SECOND = document("b", f"Leila Hadad, 34, a teacher, was killed {WHEN}, the local council said.")
REPORTS = [FIRST, SECOND]


@pytest.fixture(scope="module")
def rules() -> BuildRules:
    return build_rules("airwars", 1)


@pytest.fixture
def built(ledger: Ledger, rules: BuildRules) -> Iterator[Ledger]:
    build(ledger, REPORTS, rules)
    yield ledger


def _incident(ledger: Ledger) -> Incident:
    (found,) = ledger.incidents().rows
    return found


def _at(ledger: Ledger, name: str) -> NameAt:
    (found,) = [one.at for one in people_decided(ledger, _incident(ledger)).named if one.victim.text == name]
    return found


def _decide(ledger: Ledger, one: str, other: str, same: bool = True) -> None:
    decide = same_person if same else not_same_person
    decide(ledger, _incident(ledger).id, _at(ledger, one), _at(ledger, other), reason="the same photo", made_by="Ada")


def _people(ledger: Ledger) -> list[str]:
    return [one.text for one in _incident(ledger).people]


def _killed(ledger: Ledger) -> tuple[object, object]:
    coded = _incident(ledger).killed.civilian
    assert coded is not None
    return coded.low, coded.high


def test_one_person_makes_one_row_and_counts_once_and_so_at_every_build(built: Ledger, rules: BuildRules) -> None:
    assert _people(built) == ["Ahmad Hussein", "Layla Haddad", "Ahmed Al-Hussain", "Leila Hadad"]
    assert _killed(built)[1] == 3
    _decide(built, "Ahmad Hussein", "Ahmed Al-Hussain")
    _decide(built, "Layla Haddad", "Leila Hadad")
    build(built, list(reversed(REPORTS)), rules)
    assert _people(built) == ["Ahmad Hussein", "Leila Hadad"]
    assert _incident(built).people[1].names == {"en": "Leila Hadad", "en-x-also": "Layla Haddad"}
    assert _killed(built)[1] == 2
    build(built, [document("c", f"A civilian was killed {WHEN}, a monitor said.")], rules)
    assert _people(built) == ["Ahmad Hussein", "Leila Hadad"]


def test_the_last_decision_wins(built: Ledger, rules: BuildRules) -> None:
    _decide(built, "Ahmad Hussein", "Ahmed Al-Hussain")
    build(built, REPORTS, rules)
    assert len(_people(built)) == 3
    _decide(built, "Ahmed Al-Hussain", "Ahmad Hussein", same=False)
    build(built, REPORTS, rules)
    assert len(_people(built)) == 4
    assert [one.same for one in people_decided(built, _incident(built)).rulings] == [True, False]


def test_a_decision_follows_the_names_into_a_new_version_and_is_asked_again_where_one_is_gone(built: Ledger, rules: BuildRules) -> None:
    _decide(built, "Ahmad Hussein", "Ahmed Al-Hussain")
    longer = f"Update of the list of the dead.\n\nAhmad Hussein, Layla Haddad, Omar Nasser and Ahmed Al-Hussain were killed {WHEN}."
    build(built, [document("a", longer)], rules)
    assert _people(built)[:3] == ["Ahmad Hussein", "Layla Haddad", "Omar Nasser"] and "Ahmed Al-Hussain" not in _people(built)
    assert [one.ask_again for one in decisions(built)] == [False]
    build(built, [document("a", f"Ahmad Hussein and Layla Haddad were killed {WHEN}, residents said.")], rules)
    assert [one.ask_again for one in decisions(built)] == [True]
    assert people_decided(built, _incident(built)).rulings == ()


def test_a_decision_stays_with_its_names_when_incidents_are_merged(ledger: Ledger, rules: BuildRules) -> None:
    later = document("c", "Layla Haddad was killed in an airstrike on Raqqa on 29 August 2017, residents said.")
    build(ledger, [FIRST, later], rules)
    one, other = sorted(ledger.incidents().rows, key=lambda found: found.documents[0].id)
    merge(ledger, one.id, other.id, reason="r", made_by="Ada")
    found = people_decided(ledger, one)
    names = {named.victim.text: named.at for named in found.named if named.at.document == "a"}
    same_person(ledger, one.id, names["Ahmad Hussein"], names["Ahmed Al-Hussain"], reason="r", made_by="Ada")
    build(ledger, [FIRST, later], rules)
    assert len(people_decided(ledger, _incident(ledger)).rulings) == 1
    assert _people(ledger) == ["Ahmad Hussein", "Layla Haddad"]


def test_other_desks_codes_count_one_person_too(built: Ledger, rules: BuildRules) -> None:
    _decide(built, "Ahmad Hussein", "Ahmed Al-Hussain")
    build(built, REPORTS, rules)
    evidence = evidence_of_incident(built, _incident(built).id)
    assert evidence is not None
    again = recode(evidence.incident, evidence.readings, evidence.provenance, load_codebook("airwars"), evidence.people)
    assert (again.people, again.killed) == (evidence.incident.people, evidence.incident.killed)


def test_what_cannot_be_decided_is_refused_and_not_stored(built: Ledger, rules: BuildRules) -> None:
    build(built, [document("c", f"Ahmad Hussein was killed {WHEN}, a monitor said.")], rules)
    id, nobody = _incident(built).id, NameAt("a", 0, 3)
    twice = [one.at for one in people_decided(built, _incident(built)).named if one.victim.text == "Ahmad Hussein"]
    layla = _at(built, "Layla Haddad")
    refused: list[tuple[Callable[[], object], str]] = [
        (lambda: same_person(built, "inc-unknown", twice[0], layla, reason="r", made_by="m"), "no incident"),
        (lambda: same_person(built, id, nobody, layla, reason="r", made_by="m"), "names no victim at 0 to 3"),
        (lambda: not_same_person(built, id, layla, NameAt("x", 0, 3), reason="r", made_by="m"), "names no victim"),
        (lambda: same_person(built, id, twice[0], twice[1], reason="r", made_by="m"), "written alike"),
        (lambda: not_same_person(built, id, layla, layla, reason="r", made_by="m"), "written alike"),
        (lambda: same_person(built, id, twice[0], layla, reason=" ", made_by="m"), "needs a reason"),
        (lambda: same_person(built, id, twice[0], layla, reason="r", made_by=""), "needs a reason"),
    ]
    for decide, words in refused:
        with pytest.raises(LedgerError, match=words):
            decide()
    assert decisions(built) == ()


def test_decisions_on_people_are_in_the_evidence_log_and_hold_no_name(built: Ledger) -> None:
    _decide(built, "Ahmad Hussein", "Ahmed Al-Hussain")
    checked = {check.name: (check.count, check.problems) for check in verify(built)}
    assert checked["decisions"] == (1, ())
    (stored,) = decisions(built, incident=_incident(built).id)
    assert stored.claim is None
    assert "Hussein" not in (stored.decision.value or "")
