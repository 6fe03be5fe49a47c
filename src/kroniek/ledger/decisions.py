"""What people decided: added, never altered, and laid over the machine's claims at every build.

A decision hangs on words, not on an id that a rebuild could change: the version's span, and the hash of the sentence around it.
In a new version it holds where that sentence still stands; where it does not, the decision is marked to be asked again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

import sqlalchemy as sa

from kroniek.errors import LedgerError
from kroniek.ledger import events
from kroniek.ledger.anchors import Anchor, anchor_in, anchor_of, claim_at, sides_of, words_gone
from kroniek.ledger.corrections import corrected, without
from kroniek.ledger.queries import claims_of_document
from kroniek.ledger.records import decision_of, json_text, plain, sha256
from kroniek.ledger.schema import decision, incident_claim
from kroniek.ledger.store import Ledger
from kroniek.ledger.views import StoredDecision
from kroniek.model.claim import Claim
from kroniek.model.decision import DecisionKind

_ON_CLAIMS = frozenset({DecisionKind.ACCEPT, DecisionKind.CORRECT, DecisionKind.REJECT})
ON_PEOPLE = frozenset({DecisionKind.SAME_PERSON, DecisionKind.NOT_SAME_PERSON})
"""What is decided on two named victims of an incident."""
_WITH_SIDES = frozenset(kind.value for kind in (DecisionKind.MERGE, DecisionKind.SPLIT, *ON_PEOPLE))
_ON_FINDINGS = frozenset({DecisionKind.DISMISS, DecisionKind.EXPLAIN})
WHOLE_CLAIM = "claim"
"""As `field`: the decision is on the claim as a whole."""

FINDING = "finding"
"""As `field`: the decision is on a finding, whose id is the `value`; the claim is the first that it speaks of."""

PERSON = "person"
"""As `field`: the decision is on two named victims, whose names are the two sides in the `value`."""

_Row = Any


def decide(
    ledger: Ledger,
    kind: DecisionKind,
    *,
    document: str,
    claim: str,
    field: str = WHOLE_CLAIM,
    value: str | None = None,
    reason: str,
    made_by: str,
) -> StoredDecision:
    """Add one decision on a claim of a report's current version; it counts from the next build on.

    `field` and `value` are those of a correction (see `corrections`). Raises LedgerError where there is no such claim, no reason or
    name is given, the value is none that the field can have, or the kind is not one of a claim; nothing is stored then.
    """
    check_signed(reason, made_by)
    if kind in _ON_FINDINGS:
        raise LedgerError(f"only a finding can be decided on by {kind.value}")
    if kind not in _ON_CLAIMS:
        raise LedgerError(f"only an incident can be decided on by {kind.value}")
    with ledger.write() as connection:
        found = next((one for one in claims_of_document(connection, document) if one.id == claim), None)
        if found is None:
            raise LedgerError(f"the report {document!r} holds no claim {claim!r} now")
        field = field if kind is DecisionKind.CORRECT else WHOLE_CLAIM
        if kind is DecisionKind.CORRECT:
            corrected(found, field, value)
        return add(connection, kind, found, field, value, None, reason, made_by)


def check_signed(reason: str, made_by: str) -> None:
    """Raises LedgerError where a decision has no reason, or nobody's name under it."""
    if not reason.strip() or not made_by.strip():
        raise LedgerError("a decision needs a reason and the name of who made it")


def add(
    connection: sa.Connection,
    kind: DecisionKind,
    claim: Claim,
    field: str,
    value: str | None,
    incident: str | None,
    reason: str,
    made_by: str,
) -> StoredDecision:
    """Store a decision that was found to be sound, and give it back as it is stored."""
    return add_at(connection, kind, anchor_of(claim), field, value, incident, reason, made_by)


def add_at(
    connection: sa.Connection,
    kind: DecisionKind,
    anchor: Anchor,
    field: str,
    value: str | None,
    incident: str | None,
    reason: str,
    made_by: str,
) -> StoredDecision:
    """As `add`, of a decision on words that need be no claim's."""
    at = events.now()
    row = {
        "incident_id": incident,
        "kind": kind.value,
        "field": field,
        "value": plain(value),
        "reason": plain(reason),
        "made_by": plain(made_by),
        "made_at": at,
        **asdict(anchor),
    }
    added = connection.execute(decision.insert().values(**row)).inserted_primary_key
    number: int = added[0] if added is not None else 0
    hashed = decision_sha256({"number": number, **row})
    events.append(connection, "decided", anchor.report_id, anchor.version, at, decision=number, decision_sha256=hashed)
    return _stored(connection, decision.c.number == number)[0]


def decision_sha256(row: dict[str, Any]) -> str:
    """The hash of a decision's row, as the evidence log keeps it."""
    return sha256(json_text(dict(sorted(row.items()))))


def decisions(
    ledger: Ledger, *, document: str | None = None, claim: str | None = None, incident: str | None = None, on_findings: bool = False
) -> tuple[StoredDecision, ...]:
    """Decisions in the order that they were made: all, or those on a report, a claim (by its id now), an incident or its claims.

    Those on findings are left out, or with `on_findings` are the only ones.
    """
    with ledger.read() as connection:
        condition = decision.c.field == FINDING if on_findings else decision.c.field != FINDING
        if document is not None:
            condition = sa.and_(condition, decision.c.report_id == document)
        found = _stored(connection, condition)
        if incident is not None:
            listed = sa.select(incident_claim.c.claim_id).where(incident_claim.c.incident_id == incident)
            members = frozenset(connection.execute(listed).scalars())
            found = tuple(one for one in found if one.incident == incident or one.claim in members)
    return tuple(one for one in found if claim is None or one.claim == claim)


def numbered(connection: sa.Connection, numbers: Sequence[int]) -> tuple[StoredDecision, ...]:
    """The decisions of these numbers, in the order that they were made."""
    return _stored(connection, decision.c.number.in_(numbers)) if numbers else ()


def _stored(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> tuple[StoredDecision, ...]:
    rows = connection.execute(sa.select(decision).where(condition).order_by(decision.c.number)).all()
    claims = {id: claims_of_document(connection, id) for id in sorted({row.report_id for row in rows})}
    gone = {row.number: _gone(connection, row) for row in rows}
    stored = []
    for row in rows:
        on_claim = not gone[row.number] and row.field != PERSON
        found = claim_at(anchor_in(row), claims[row.report_id]) if on_claim else None
        stored.append(
            StoredDecision(
                number=row.number,
                decision=decision_of(dict(row._mapping)),
                document=row.report_id,
                incident=row.incident_id,
                claim=None if found is None else found.id,
                ask_again=gone[row.number],
            )
        )
    return tuple(stored)


def _gone(connection: sa.Connection, row: _Row) -> bool:
    return sides_of(row.value).gone(connection) if row.kind in _WITH_SIDES else words_gone(connection, anchor_in(row))


class Replay:
    """All decisions on claims, ready to be laid over readings. Made once a build, from one connection."""

    def __init__(self, connection: sa.Connection) -> None:
        on_claims = sa.and_(decision.c.kind.in_(sorted(kind.value for kind in _ON_CLAIMS)), decision.c.field != FINDING)
        rows = connection.execute(sa.select(decision).where(on_claims).order_by(decision.c.number)).all()
        self._rows: dict[str, list[_Row]] = {}
        for row in rows:
            self._rows.setdefault(row.report_id, []).append(row)

    def over(self, document: str, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        """The claims with what people decided: corrected, or left out. The last decision on a field holds."""
        rejected: dict[str, bool] = {}
        fields: dict[str, dict[str, _Row]] = {}
        for row in self._rows.get(document, ()):
            found = claim_at(anchor_in(row), claims)
            if found is None:
                continue
            if row.kind == DecisionKind.CORRECT.value:
                fields.setdefault(found.id, {})[row.field] = row
            else:
                rejected[found.id] = row.kind == DecisionKind.REJECT.value
        changed = [_with_corrections(claim, fields.get(claim.id, {})) for claim in claims]
        return without(changed, frozenset(id for id, out in rejected.items() if out))


def _with_corrections(claim: Claim, rows: dict[str, _Row]) -> Claim:
    for row in sorted(rows.values(), key=lambda one: int(one.number)):
        claim = corrected(claim, row.field, row.value)
        claim = replace(claim, rules=(*claim.rules, f"decision:{row.number}"))
    return claim


def last_decision(connection: sa.Connection) -> int:
    """The number of the last decision, 0 where there is none."""
    last: int = connection.execute(sa.select(sa.func.coalesce(sa.func.max(decision.c.number), 0))).scalar_one()
    return last
