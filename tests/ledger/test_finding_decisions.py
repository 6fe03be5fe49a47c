"""Decisions on findings: kept beside the others, and there again after every rebuild."""

from __future__ import annotations

import pytest

from kroniek.errors import LedgerError
from kroniek.ledger.build import build
from kroniek.ledger.decisions import decide, decisions
from kroniek.ledger.finding_decisions import decide_on_finding, decisions_on_findings
from kroniek.ledger.store import Ledger
from kroniek.ledger.verify import verify
from kroniek.model.decision import DecisionKind
from tests.ledger.making import RULES, document

TEXT = "3 killed in Qana. 5 killed in Qana."


@pytest.fixture
def built(ledger: Ledger) -> Ledger:
    build(ledger, [document("a", TEXT)], RULES)
    return ledger


def on(ledger: Ledger, kind: DecisionKind, reason: str = "seen the film") -> str:
    (stored,) = ledger.findings()
    made = decide_on_finding(ledger, kind, finding=stored.finding.id, reason=reason, made_by="Ada")
    assert (made.decision.kind, made.decision.value, made.claim) == (kind, stored.finding.id, stored.finding.claims[0])
    return stored.finding.id


def test_a_decision_survives_rebuilds_and_other_words_around_it(built: Ledger) -> None:
    id = on(built, DecisionKind.DISMISS)
    build(built, [document("a", TEXT)], RULES)
    build(built, [document("a", "7 injured in Tyre. " + TEXT)], RULES)
    now = {stored.finding.id for stored in built.findings()}
    assert id in now
    (made,) = decisions_on_findings(built)[id]
    assert (made.decision.kind, made.decision.reason, made.ask_again) == (DecisionKind.DISMISS, "seen the film", False)
    assert not [problem for check in verify(built) for problem in check.problems]


def test_where_the_words_are_gone_it_is_asked_again(built: Ledger) -> None:
    id = on(built, DecisionKind.EXPLAIN)
    build(built, [document("a", "4 killed in Qana. 5 killed in Qana.")], RULES)
    assert id not in {stored.finding.id for stored in built.findings()}
    assert [made.ask_again for made in decisions_on_findings(built)[id]] == [True]


def test_later_decisions_are_added_and_none_is_lost(built: Ledger) -> None:
    on(built, DecisionKind.ACCEPT)
    id = on(built, DecisionKind.DISMISS, "counted twice")
    assert [made.decision.kind for made in decisions_on_findings(built)[id]] == [DecisionKind.ACCEPT, DecisionKind.DISMISS]


def test_it_decides_nothing_on_the_claim(built: Ledger) -> None:
    claim = built.claims_of_document("a")[0]
    decide(built, DecisionKind.REJECT, document="a", claim=claim.id, reason="no", made_by="Ada")
    on(built, DecisionKind.ACCEPT)
    build(built, [document("a", TEXT)], RULES)
    (incident,) = built.incidents().rows
    assert incident.claims == (built.claims_of_document("a")[1].id,), "accepting a finding does not accept a claim that was rejected"
    assert [made.decision.kind for made in decisions(built)] == [DecisionKind.REJECT]


@pytest.mark.parametrize(
    ("kind", "finding", "reason", "made_by", "words"),
    [
        (DecisionKind.REJECT, None, "x", "Ada", "cannot be decided on by reject"),
        (DecisionKind.ACCEPT, "nothing", "x", "Ada", "find nothing called 'nothing'"),
        (DecisionKind.ACCEPT, None, " ", "Ada", "needs a reason"),
        (DecisionKind.ACCEPT, None, "x", "", "needs a reason"),
    ],
)
def test_what_is_refused_stores_nothing(
    built: Ledger, kind: DecisionKind, finding: str | None, reason: str, made_by: str, words: str
) -> None:
    id = built.findings()[0].finding.id if finding is None else finding
    with pytest.raises(LedgerError, match=words):
        decide_on_finding(built, kind, finding=id, reason=reason, made_by=made_by)
    assert not decisions_on_findings(built)


def test_a_claim_cannot_be_dismissed(built: Ledger) -> None:
    with pytest.raises(LedgerError, match="only a finding"):
        decide(built, DecisionKind.DISMISS, document="a", claim=built.claims_of_document("a")[0].id, reason="x", made_by="Ada")


def test_findings_come_back_whole(built: Ledger) -> None:
    (stored,) = built.findings()
    assert stored.finding.documents == ("a",)
    assert stored.finding.id.startswith("finding-")
