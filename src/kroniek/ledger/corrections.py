"""Corrected fields of a claim: which ones a person may correct, and a claim with one of them changed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from cattrs.errors import BaseValidationError

from kroniek.contracts.records import claim_from_record, claim_record
from kroniek.errors import LedgerError
from kroniek.model.claim import Claim

CORRECTABLE = (
    "kind", "quantity", "harm", "victims", "effect", "object", "actor", "target", "flow", "method", "place", "time", "said_by",
    "stance", "scope", "part_of", "people",
)  # fmt: skip
"""Fields of the contract that a decision may change, whole or one level down ("quantity.low"). What was captured is not among them."""

_EMPTY: dict[str, dict[str, Any]] = {"victims": {"group": None, "affiliation": None}}


def value_of(text: str | None) -> Any:
    """The value that a decision gives: JSON, or plain words where it is none. None is "not known"."""
    if text is None:
        return None
    try:
        return json.loads(text)
    except ValueError:
        return text


def corrected(claim: Claim, field: str, value: str | None) -> Claim:
    """The claim with one field changed. Raises LedgerError for a field that cannot be, or a value that the contract does not know."""
    top, _, inner = field.partition(".")
    if top not in CORRECTABLE:
        raise LedgerError(f"{field!r} cannot be corrected; these can: {', '.join(CORRECTABLE)}")
    record = claim_record(claim)
    if not inner:
        record[top] = value_of(value)
    else:
        part = record[top] if isinstance(record[top], dict) else dict(_EMPTY.get(top, {}))
        if part and inner not in part:
            raise LedgerError(f"{field!r}: {top} has no field {inner!r}")
        if not part:
            raise LedgerError(f"{field!r}: nothing is known of {top} here; correct it as a whole")
        record[top] = {**part, inner: value_of(value)}
    try:
        return _sound(claim_from_record(record))
    except (BaseValidationError, KeyError, TypeError, ValueError) as error:
        raise LedgerError(f"{field} cannot be {value!r}: {_reason(error)}") from error


def _sound(claim: Claim) -> Claim:
    for bound in (claim.quantity.low, claim.quantity.high):
        if bound is not None and (isinstance(bound, bool) or not isinstance(bound, int | float)):
            raise ValueError(f"{bound!r} is no number")
    claim.quantity.range  # noqa: B018 - raises ValueError for a range that is none
    return claim


def _reason(error: BaseException) -> str:
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return " ".join(str(error).split()) or type(error).__name__


def without(claims: Iterable[Claim], rejected: frozenset[str]) -> tuple[Claim, ...]:
    """The claims without the rejected ones; parts of a rejected one stand on their own."""
    kept = (claim for claim in claims if claim.id not in rejected)
    return tuple(replace(claim, part_of=None) if claim.part_of in rejected else claim for claim in kept)
