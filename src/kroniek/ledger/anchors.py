"""What a decision hangs on: the words of a claim in a version of a report, not an id that a rebuild could change."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from typing import Any

import sqlalchemy as sa

from kroniek.ledger.records import json_text, sha256
from kroniek.ledger.schema import report, version
from kroniek.model.claim import Claim
from kroniek.model.span import Span


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words of one claim, or of a name. `start` and `end` are the figure's, or the sentence's where no figure is written."""

    report_id: str
    version: str
    start: int
    end: int
    evidence_start: int
    evidence_end: int
    evidence_sha256: str
    claim_kind: str | None
    claim_harm: str | None
    claim_id: str | None


def key_of(claim: Claim) -> Span:
    """The words that tell a claim from others in its sentence: its figure, or the sentence where no figure is written."""
    return claim.evidence.span if claim.figure is None else claim.figure.span


def anchor_of(claim: Claim) -> Anchor:
    """The words that a claim stands on."""
    key = key_of(claim)
    return Anchor(
        report_id=claim.document,
        version=claim.version,
        start=key.start,
        end=key.end,
        evidence_start=claim.evidence.start,
        evidence_end=claim.evidence.end,
        evidence_sha256=sha256(claim.evidence.text),
        claim_kind=claim.kind.value,
        claim_harm=None if claim.harm is None else claim.harm.value,
        claim_id=claim.id,
    )


def anchor_of_name(document: str, version: str, text: str, start: int, end: int) -> Anchor:
    """A name from `start` to `end` in a version's text: nothing around it need stay for the decision to hold."""
    return Anchor(document, version, start, end, start, end, sha256(text[start:end]), None, None, None)


def anchor_in(row: Any) -> Anchor:
    """The words that a row of `decision` hangs on."""
    return Anchor(*(getattr(row, field.name) for field in fields(Anchor)))


def claim_at(anchor: Anchor, claims: Iterable[Claim]) -> Claim | None:
    """The claim that a decision speaks of, among those of the report as it is read now; None where none is it beyond doubt."""
    offset, length = anchor.start - anchor.evidence_start, anchor.end - anchor.start
    same_words = [
        claim
        for claim in claims
        if (key_of(claim).start - claim.evidence.start, key_of(claim).end - key_of(claim).start) == (offset, length)
        and sha256(claim.evidence.text) == anchor.evidence_sha256
    ]
    # A sentence may stand twice (a headline and its repeat): the one in its old place is meant, else the nearest to it.
    same_words.sort(key=lambda claim: (claim.version != anchor.version, abs(claim.evidence.start - anchor.evidence_start)))
    same_place = [claim for claim in same_words if claim.evidence.start == same_words[0].evidence.start]
    for claim in same_place:
        if claim.id == anchor.claim_id:
            return claim
    kind = (anchor.claim_kind, anchor.claim_harm)
    alike = [claim for claim in same_place if (claim.kind.value, claim.harm and claim.harm.value) == kind]
    if len(alike) == 1:
        return alike[0]
    return same_place[0] if len(same_place) == 1 else None


def words_gone(connection: sa.Connection, anchor: Anchor) -> bool:
    """Whether the sentence that a decision was made under stands no more in the report as it is now."""
    current = connection.execute(sa.select(report.c.current_version).where(report.c.id == anchor.report_id)).scalar()
    if current == anchor.version:
        return False
    texts = {
        sha: text.decode("utf-8", "surrogatepass")
        for sha, text in connection.execute(
            sa.select(version.c.sha256, version.c.text).where(
                version.c.report_id == anchor.report_id, version.c.sha256.in_([current, anchor.version])
            )
        )
    }
    return texts[anchor.version][anchor.evidence_start : anchor.evidence_end] not in texts[current]


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides of a decision that joins or parts incidents or named victims: the words of the claims of each, or the names."""

    these: tuple[Anchor, ...]
    those: tuple[Anchor, ...]

    def text(self) -> str:
        """As a decision's value keeps them."""
        return json_text({"these": [asdict(one) for one in self.these], "those": [asdict(one) for one in self.those]})

    def gone(self, connection: sa.Connection) -> bool:
        """Whether of one side no sentence stands any more."""
        return any(all(words_gone(connection, one) for one in side) for side in (self.these, self.those))


def sides_of(value: str | None) -> Sides:
    """The sides in a decision's value; none where it holds none, and the decision is then to be made again."""
    try:
        record: Any = json.loads(value or "")
        return Sides(tuple(Anchor(**one) for one in record["these"]), tuple(Anchor(**one) for one in record["those"]))
    except (ValueError, TypeError, KeyError):
        return Sides((), ())
