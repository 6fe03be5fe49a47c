from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from kroniek.cli.build import build_rules
from kroniek.errors import LedgerError
from kroniek.ledger.build import BuildRules, build
from kroniek.ledger.decisions import decisions
from kroniek.ledger.incident_decisions import grade, keep_apart, merge, split
from kroniek.ledger.store import Ledger
from kroniek.ledger.verify import verify
from kroniek.model.incident import GradeValue, Incident
from kroniek.model.provenance import Telling
from tests.ledger.making import document

FIRST = document("a", "Four civilians were killed in an airstrike on Raqqa on 14 August 2017, residents said.")
SECOND = document("b", "An airstrike on Raqqa on 14 August 2017 killed four civilians, the local council said.")
LATER = document("c", "Nine civilians were killed in an airstrike on Raqqa on 29 August 2017, residents said.")
REPORTS = [FIRST, SECOND, LATER]


@pytest.fixture(scope="module")
def rules() -> BuildRules:
    return build_rules("airwars", 1)


@pytest.fixture
def built(ledger: Ledger, rules: BuildRules) -> Iterator[Ledger]:
    build(ledger, REPORTS, rules)
    yield ledger


def _incidents(ledger: Ledger) -> dict[frozenset[str], Incident]:
    return {frozenset(part.id for part in one.documents): one for one in ledger.incidents().rows}


def _groups(ledger: Ledger) -> list[list[str]]:
    return sorted(sorted(ids) for ids in _incidents(ledger))


def _of(ledger: Ledger, *ids: str) -> Incident:
    return _incidents(ledger)[frozenset(ids)]


def test_a_merge_survives_a_rebuild_and_the_old_id_leads_on(built: Ledger, rules: BuildRules) -> None:
    one, other = _of(built, "a", "b"), _of(built, "c")
    merge(built, one.id, other.id, reason="the same strike, by the photo", made_by="Ada")
    build(built, REPORTS, rules)
    assert _groups(built) == [["a", "b", "c"]]
    found = built.incident(other.id)
    assert found is not None
    assert found.id == _of(built, "a", "b", "c").id


def test_a_merge_and_a_build_from_scratch_come_to_the_same(built: Ledger, rules: BuildRules) -> None:
    merge(built, _of(built, "a", "b").id, _of(built, "c").id, reason="r", made_by="Ada")
    build(built, list(reversed(REPORTS)), rules)
    more = document("d", "An airstrike on Raqqa on 29 August 2017 killed nine civilians, a monitor said.")
    build(built, [more], rules)
    assert _groups(built) == [["a", "b", "c", "d"]]


def test_a_split_parts_reports_and_a_merge_after_it_undoes_it(built: Ledger, rules: BuildRules) -> None:
    incident = _of(built, "a", "b")
    chosen = [Telling("b", claim.id) for claim in built.claims_of_document("b")]
    split(built, incident.id, chosen, reason="two strikes", made_by="Ada")
    build(built, REPORTS, rules)
    assert _groups(built) == [["a"], ["b"], ["c"]]
    merge(built, _of(built, "a").id, _of(built, "b").id, reason="one after all", made_by="Ada")
    build(built, REPORTS, rules)
    assert _groups(built) == [["a", "b"], ["c"]]


def test_what_is_kept_apart_stays_so_when_a_report_comes_that_fits_both(ledger: Ledger, rules: BuildRules) -> None:
    elsewhere = document("b", "An airstrike on Idlib on 14 August 2017 killed four civilians, the local council said.")
    build(ledger, [FIRST, elsewhere], rules)
    keep_apart(ledger, _of(ledger, "a").id, _of(ledger, "b").id, reason="two strikes", made_by="Ada")
    both = "Four civilians were killed in an airstrike on 14 August 2017 on Raqqa, residents said."
    build(ledger, [document("d", both), document("b", (elsewhere.text or "") + " Raqqa mourned.")], rules)
    assert [one.ask_again for one in decisions(ledger)] == [False]
    assert all(not {"a", "b"} <= set(group) for group in _groups(ledger))


def test_a_grade_holds_with_the_codebooks_own_beside_it_until_it_is_taken_back(built: Ledger, rules: BuildRules) -> None:
    incident = _of(built, "c")
    own = incident.grade.value
    grade(built, incident.id, GradeValue.DISCOUNTED, reason="they were fighters", made_by="Ada")
    build(built, REPORTS, rules)
    decided = _of(built, "c").grade
    assert (decided.value, decided.by_codebook, decided.decision) == (GradeValue.DISCOUNTED, own, 1)
    assert "they were fighters" not in " ".join(decided.why)  # reasons are the desk's own, and grades are published
    grade(built, incident.id, None, reason="back", made_by="Ada")
    build(built, REPORTS, rules)
    assert _of(built, "c").grade.value == own
    assert _of(built, "c").grade.decision is None


def test_a_decision_follows_its_sentence_into_a_new_version_and_is_asked_again_where_it_is_gone(built: Ledger, rules: BuildRules) -> None:
    merge(built, _of(built, "a", "b").id, _of(built, "c").id, reason="r", made_by="Ada")
    build(built, [document("c", "Update. " + (LATER.text or ""))], rules)
    assert _groups(built) == [["a", "b", "c"]]
    assert [one.ask_again for one in decisions(built)] == [False]
    build(built, [document("c", "Eleven soldiers were killed in Idlib on 2 May 2018.")], rules)
    assert [one.ask_again for one in decisions(built)] == [True]
    assert ["c"] in _groups(built)


def test_what_cannot_be_decided_is_refused_and_not_stored(built: Ledger) -> None:
    incident = _of(built, "a", "b")
    everything = [Telling(claim.document, claim.id) for id in ("a", "b") for claim in built.claims_of_document(id)]
    refused: list[tuple[Callable[[], object], str]] = [
        (lambda: merge(built, incident.id, incident.id, reason="r", made_by="m"), "one incident already"),
        (lambda: merge(built, incident.id, "inc-unknown", reason="r", made_by="m"), "no incident"),
        (lambda: keep_apart(built, "inc-unknown", incident.id, reason="r", made_by="m"), "no incident"),
        (lambda: split(built, incident.id, everything, reason="r", made_by="m"), "leave some"),
        (lambda: split(built, incident.id, [], reason="r", made_by="m"), "choose some"),
        (lambda: split(built, incident.id, [Telling("a", "x")], reason="r", made_by="m"), "holds no claim"),
        (lambda: grade(built, incident.id, GradeValue.FAIR, reason=" ", made_by="m"), "needs a reason"),
    ]
    for decide, words in refused:
        with pytest.raises(LedgerError, match=words):
            decide()
    assert decisions(built) == ()


def test_decisions_on_incidents_are_in_the_evidence_log(built: Ledger) -> None:
    grade(built, _of(built, "c").id, GradeValue.FAIR, reason="r", made_by="Ada")
    checked = {check.name: (check.count, check.problems) for check in verify(built)}
    assert checked["decisions"] == (1, ())
    assert [one.decision.value for one in decisions(built, incident=_of(built, "c").id)] == ["fair"]
