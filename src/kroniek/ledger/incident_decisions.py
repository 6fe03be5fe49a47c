"""Decisions on incidents: two are one, one is two, or a grade. They name claims by their words, so that they survive every rebuild."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from kroniek.errors import LedgerError
from kroniek.ledger.anchors import Anchor, Sides, anchor_in, anchor_of, claim_at, sides_of
from kroniek.ledger.decisions import WHOLE_CLAIM, add, check_signed
from kroniek.ledger.person_decisions import rulings_on_people
from kroniek.ledger.queries import claims_of_document
from kroniek.ledger.schema import decision, incident, incident_claim, incident_document
from kroniek.ledger.store import Ledger
from kroniek.ledger.views import StoredDecision
from kroniek.model.claim import Claim
from kroniek.model.decision import DecisionKind
from kroniek.model.incident import GradeValue
from kroniek.model.provenance import Telling
from kroniek.model.ruling import DecidedGrade, NotSame, Rulings, Same

GRADE = "grade"
"""As `field`: the decision is on the grade of the incident that holds the claim."""

ON_INCIDENTS = frozenset({DecisionKind.MERGE, DecisionKind.SPLIT, DecisionKind.GRADE})
"""What is decided on an incident, not on a claim of it."""


def merge(ledger: Ledger, one: str, other: str, *, reason: str, made_by: str) -> StoredDecision:
    """Decide that two incidents are one, whatever their reports have in common; it counts from the next build on.

    Raises LedgerError where an incident is unknown, both are the same one, or no reason or name is given; nothing is stored then.
    """
    return _between(ledger, DecisionKind.MERGE, one, other, reason, made_by)


def keep_apart(ledger: Ledger, one: str, other: str, *, reason: str, made_by: str) -> StoredDecision:
    """Decide that two incidents are two, however alike reports still to come make them. Raises LedgerError as `merge` does."""
    return _between(ledger, DecisionKind.SPLIT, one, other, reason, made_by)


def _between(ledger: Ledger, kind: DecisionKind, one: str, other: str, reason: str, made_by: str) -> StoredDecision:
    check_signed(reason, made_by)
    with ledger.write() as connection:
        these, those = _claims_of(connection, one), _claims_of(connection, other)
        if one == other:
            raise LedgerError(f"{one} is one incident already; name another")
        return _add(connection, kind, one, these, those, reason, made_by)


def split(ledger: Ledger, identity: str, claims: Iterable[Telling], *, reason: str, made_by: str) -> StoredDecision:
    """Decide that these claims of an incident are of another event than its other claims; it counts from the next build on.

    Raises LedgerError where the incident is unknown or does not hold a claim, where none or all of its claims are named, or where no
    reason or name is given; nothing is stored then.
    """
    check_signed(reason, made_by)
    with ledger.write() as connection:
        held = _claims_of(connection, identity)
        named = frozenset(claims)
        unknown = sorted(named - {Telling(claim.document, claim.id) for claim in held}, key=lambda one: (one.document, one.claim))
        if unknown:
            raise LedgerError(f"{identity} holds no claim {unknown[0].claim!r} of the report {unknown[0].document!r}")
        these = [claim for claim in held if Telling(claim.document, claim.id) in named]
        those = [claim for claim in held if Telling(claim.document, claim.id) not in named]
        if not these or not those:
            raise LedgerError("choose some of the incident's claims, and leave some: those chosen become another event")
        return _add(connection, DecisionKind.SPLIT, identity, these, those, reason, made_by)


def grade(ledger: Ledger, identity: str, value: GradeValue | None, *, reason: str, made_by: str) -> StoredDecision:
    """Decide the grade of an incident; None gives it back to the codebook. It counts from the next build on.

    Raises LedgerError where the incident is unknown or no reason or name is given; nothing is stored then.
    """
    check_signed(reason, made_by)
    with ledger.write() as connection:
        first = _claims_of(connection, identity)[0]
        return add(connection, DecisionKind.GRADE, first, GRADE, value.value if value else None, identity, reason, made_by)


def _add(
    connection: sa.Connection,
    kind: DecisionKind,
    identity: str,
    these: Sequence[Claim],
    those: Sequence[Claim],
    reason: str,
    made_by: str,
) -> StoredDecision:
    sides = Sides(tuple(map(anchor_of, these)), tuple(map(anchor_of, those)))
    return add(connection, kind, these[0], WHOLE_CLAIM, sides.text(), identity, reason, made_by)


def _claims_of(connection: sa.Connection, identity: str) -> list[Claim]:
    """The claims of an incident, by report, in the order of the text."""
    if connection.execute(sa.select(incident.c.id).where(incident.c.id == identity)).scalar() is None:
        raise LedgerError(f"the ledger holds no incident {identity!r} now")
    listed = sa.select(incident_claim.c.claim_id).where(incident_claim.c.incident_id == identity)
    ids = frozenset(connection.execute(listed).scalars())
    reports = sa.select(incident_document.c.report_id).where(incident_document.c.incident_id == identity)
    documents = sorted(set(connection.execute(reports).scalars()))
    found = [claim for document in documents for claim in claims_of_document(connection, document) if claim.id in ids]
    if not found:
        raise LedgerError(f"the ledger holds none of the claims of {identity} now; build it first")
    return found


def rulings_of(connection: sa.Connection) -> Rulings:
    """All decisions on incidents and their named victims, as linking and grading take them. Those whose words are gone on one side say
    nothing."""
    rows = connection.execute(
        sa.select(decision).where(decision.c.kind.in_(sorted(kind.value for kind in ON_INCIDENTS))).order_by(decision.c.number)
    ).all()
    finder = _Finder(connection)
    same: list[Same] = []
    not_same: list[NotSame] = []
    grades: list[DecidedGrade] = []
    for row in rows:
        if row.kind == DecisionKind.GRADE.value:
            value = GradeValue(row.value) if row.value else None
            grades += [DecidedGrade(row.number, one, value) for one in finder.all((anchor_in(row),))]
            continue
        sides = sides_of(row.value)
        these, those = finder.all(sides.these), finder.all(sides.those)
        if these and those and row.kind == DecisionKind.MERGE.value:
            same.append(Same(row.number, (*these, *those)))
        elif these and those:
            not_same.append(NotSame(row.number, these, those))
    return Rulings(tuple(same), tuple(not_same), tuple(grades), rulings_on_people(connection))


class _Finder:
    """Finds claims by their words, reading the claims of each report once."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._claims: dict[str, tuple[Claim, ...]] = {}

    def all(self, anchors: Iterable[Anchor]) -> tuple[Telling, ...]:
        """Those that still stand."""
        found = []
        for anchor in anchors:
            if anchor.report_id not in self._claims:
                self._claims[anchor.report_id] = tuple(claims_of_document(self._connection, anchor.report_id))
            claim = claim_at(anchor, self._claims[anchor.report_id])
            if claim is not None:
                found.append(Telling(claim.document, claim.id))
        return tuple(dict.fromkeys(found))
