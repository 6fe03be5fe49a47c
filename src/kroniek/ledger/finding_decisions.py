"""What people decided on findings: accepted, dismissed or explained.

Such a decision is a row beside those on claims: it hangs on the words of the finding's first claim, with the finding's id as its value,
and that id stays the same as long as the sentences under the finding do. So it is there again after every rebuild.
"""

from __future__ import annotations

from kroniek.errors import LedgerError
from kroniek.ledger import queries
from kroniek.ledger.decisions import FINDING, add, decisions
from kroniek.ledger.queries import claims_of_document
from kroniek.ledger.store import Ledger
from kroniek.ledger.views import StoredDecision, StoredFinding
from kroniek.model.claim import Claim
from kroniek.model.decision import DecisionKind

ON_FINDINGS = (DecisionKind.ACCEPT, DecisionKind.DISMISS, DecisionKind.EXPLAIN)


def decide_on_finding(ledger: Ledger, kind: DecisionKind, *, finding: str, reason: str, made_by: str) -> StoredDecision:
    """Add one decision on a finding of the last build, named by its id. A later one takes its place; none is lost.

    Raises LedgerError where there is no such finding, it rests on no claim, or the kind is none for findings, or there is no reason or
    name; nothing is stored then.
    """
    if kind not in ON_FINDINGS:
        raise LedgerError(f"a finding cannot be decided on by {kind.value}; by these: {', '.join(ON_FINDINGS)}")
    if not reason.strip() or not made_by.strip():
        raise LedgerError("a decision needs a reason and the name of who made it")
    with ledger.write() as connection:
        stored = next((one for one in queries.findings(connection) if one.finding.id == finding), None)
        if stored is None:
            raise LedgerError(f"the checks find nothing called {finding!r} now")
        claims = [claim for id in stored.finding.documents for claim in claims_of_document(connection, id)]
        first = _first(stored, claims)
        if first is None:
            raise LedgerError(f"the finding {finding!r} rests on no claim that the ledger holds")
        return add(connection, kind, first, FINDING, finding, stored.incident, reason, made_by)


def _first(stored: StoredFinding, claims: list[Claim]) -> Claim | None:
    """The first of the finding's claims that the ledger holds."""
    return next((claim for id in stored.finding.claims for claim in claims if claim.id == id), None)


def decisions_on_findings(ledger: Ledger) -> dict[str, tuple[StoredDecision, ...]]:
    """All decisions on findings, by the finding's id, in the order of making: the last one holds."""
    found: dict[str, tuple[StoredDecision, ...]] = {}
    for one in decisions(ledger, on_findings=True):
        id = one.decision.value or ""
        found[id] = (*found.get(id, ()), one)
    return found
