from __future__ import annotations

import json
from dataclasses import replace

import pytest

from kroniek.errors import LedgerError
from kroniek.ledger.build import build
from kroniek.ledger.decisions import decide, decisions
from kroniek.ledger.store import Ledger
from kroniek.ledger.verify import verify
from kroniek.model.decision import DecisionKind
from tests.ledger.making import RULES, document

TEXT = "3 killed in Qana. 5 killed in Qana."
REPORT = document("a", TEXT)


def made(ledger: Ledger, kind: DecisionKind, place: int, field: str = "claim", value: str | None = None) -> int:
    claim = ledger.claims_of_document("a")[place]
    stored = decide(ledger, kind, document="a", claim=claim.id, field=field, value=value, reason="seen the film", made_by="Ada")
    assert stored.claim == claim.id
    assert stored.decision.version == claim.version
    return stored.number


def killed(ledger: Ledger) -> tuple[object, object]:
    (incident,) = ledger.incidents().rows
    assert incident.killed.civilian is not None
    return incident.killed.civilian.low, incident.killed.civilian.high


@pytest.fixture
def built(ledger: Ledger) -> Ledger:
    build(ledger, [REPORT], RULES)
    return ledger


def test_a_rejected_claim_counts_no_more_until_it_is_accepted_again(built: Ledger) -> None:
    assert killed(built) == (3, 5)
    made(built, DecisionKind.REJECT, 1)
    build(built, [REPORT], RULES)
    assert killed(built) == (3, 3)
    assert len(built.claims_of_document("a")) == 2  # what the machine read stays as it was read
    made(built, DecisionKind.ACCEPT, 1)
    build(built, [REPORT], RULES)
    assert killed(built) == (3, 5)


def test_the_last_correction_of_a_field_holds(built: Ledger) -> None:
    whole = {"low": 7, "high": 7, "bound": "exact", "unit": None, "per": None, "malformed": False}
    made(built, DecisionKind.CORRECT, 1, "quantity.low", "4")
    made(built, DecisionKind.CORRECT, 1, "quantity", json.dumps(whole))
    build(built, [REPORT], RULES)
    assert killed(built) == (3, 7)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("id", "x", "cannot be corrected"),
        ("evidence.text", "other words", "cannot be corrected"),
        ("harm", "resurrected", "cannot be"),
        ("quantity.low", "many", "no number"),
        ("quantity.low", "9", "above high"),
        ("quantity.size", "9", "no field"),
        ("actor.name", "Somebody", "correct it as a whole"),
    ],
)
def test_a_correction_that_cannot_be_is_refused_and_not_stored(built: Ledger, field: str, value: str, words: str) -> None:
    claim = built.claims_of_document("a")[0]
    with pytest.raises(LedgerError, match=words):
        decide(built, DecisionKind.CORRECT, document="a", claim=claim.id, field=field, value=value, reason="r", made_by="m")
    assert decisions(built) == ()


def test_a_decision_needs_a_reason_a_name_and_a_claim(built: Ledger) -> None:
    claim = built.claims_of_document("a")[0].id
    for reason, name, id in (("", "m", claim), ("r", " ", claim), ("r", "m", "none")):
        with pytest.raises(LedgerError):
            decide(built, DecisionKind.REJECT, document="a", claim=id, reason=reason, made_by=name)


def test_a_decision_follows_its_words_into_a_new_version(built: Ledger) -> None:
    made(built, DecisionKind.REJECT, 1)
    longer = replace(REPORT, text="A new first line. " + TEXT)
    build(built, [longer], RULES)
    assert killed(built) == (3, 3)
    (one,) = decisions(built, document="a")
    assert not one.ask_again
    assert one.claim == built.claims_of_document("a")[1].id
    assert decisions(built, claim=one.claim or "") == (one,)
    assert decisions(built, incident=built.incidents().rows[0].id) == ()  # the rejected claim is none of its claims


def test_where_the_words_changed_it_is_asked_again(built: Ledger) -> None:
    made(built, DecisionKind.REJECT, 1)
    build(built, [replace(REPORT, text="3 killed in Qana. 6 killed in Qana.")], RULES)
    assert killed(built) == (3, 6)
    (one,) = decisions(built)
    assert one.ask_again
    assert one.claim is None
    build(built, [REPORT], RULES)  # the old words are back
    assert killed(built) == (3, 3)
    assert not decisions(built)[0].ask_again


def test_the_same_sentence_twice_only_the_one_meant_is_decided(ledger: Ledger) -> None:
    twice = document("a", "3 killed in Qana. Then: 3 killed in Qana.")
    build(ledger, [twice], RULES)
    made(ledger, DecisionKind.REJECT, 1)
    build(ledger, [twice], RULES)
    (incident,) = ledger.incidents().rows
    assert incident.claims == (ledger.claims_of_document("a")[0].id,)


@pytest.mark.parametrize("kind", [DecisionKind.MERGE, DecisionKind.SPLIT, DecisionKind.GRADE, DecisionKind.DISMISS])
def test_what_is_not_of_a_claim_is_not_decided_on_one(built: Ledger, kind: DecisionKind) -> None:
    with pytest.raises(LedgerError, match="only"):
        decide(built, kind, document="a", claim=built.claims_of_document("a")[0].id, reason="r", made_by="m")
    assert decisions(built) == ()


def test_decisions_are_in_the_evidence_log(built: Ledger) -> None:
    made(built, DecisionKind.ACCEPT, 0)
    checked = {check.name: (check.count, check.problems) for check in verify(built)}
    assert checked["decisions"] == (1, ())
    assert checked["events in the evidence log"] == (2, ())
