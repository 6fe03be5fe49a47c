"""What a check found: a value with the claims that it speaks of, never a line in a log."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kroniek.model.claim import Claim
from kroniek.model.interval import Number


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Outcome(StrEnum):
    """What came of holding figures against each other."""

    CONSISTENT = "consistent"
    """They can all be true."""
    IMPLIED = "implied"
    """They tell a figure that is not written; `value` is that figure."""
    CANNOT_BE_CHECKED = "cannot_be_checked"
    """Something is missing; the text says what."""
    DOES_NOT_ADD_UP = "does_not_add_up"
    """They cannot all be true as they are told; `value` is by how much, where that is one number."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check has to say. `kind` is a stable code, `text` a sentence, `claims` the ids spoken of.

    `documents` are the reports (or records) that they stand in, `incident` the incident that it is about, if it is about one. `value` is
    in `unit`. `id` is the same at every build as long as the words under it are the same (`finding_id`), so that decisions can name it.
    """

    severity: Severity
    kind: str
    text: str
    claims: tuple[str, ...] = ()
    outcome: Outcome = Outcome.DOES_NOT_ADD_UP
    value: Number | None = None
    unit: str | None = None
    documents: tuple[str, ...] = ()
    incident: str | None = None
    id: str = ""


def claim_key(claim: Claim) -> str:
    """What a claim is in its report, whatever stands elsewhere in that report: its sentence, where in it the figure is, and its kind."""
    words = claim.figure or claim.evidence
    sentence = hashlib.sha256(claim.evidence.text.encode("utf-8", "surrogatepass")).hexdigest()
    harm = "" if claim.harm is None else claim.harm.value
    return "\n".join((claim.document, sentence, str(words.start - claim.evidence.start), claim.kind.value, harm))


def finding_id(kind: str, keys: Iterable[str]) -> str:
    """The id of a finding of this kind about the things with these keys, in any order."""
    told = json.dumps([kind, *sorted(set(keys))], ensure_ascii=False)
    return "finding-" + hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]
