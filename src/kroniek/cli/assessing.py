"""From readings to incidents: who had what from whom, then what the codebook makes of it. One way for every command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kroniek.codebooks.codebook import Codebook
    from kroniek.ledger.assessment import Assessed
    from kroniek.model.incident import MadeBy
    from kroniek.model.ruling import Rulings
    from kroniek.provenance.trace import Provenance
    from kroniek.reading.result import Reading


OnStep = Callable[[str, int, int], None]
"""Told the name of a step, how much of it is done, and of how much."""


def provenance_of(readings: Sequence[Reading], on_step: OnStep | None = None) -> Provenance:
    """Who had what from whom: what the texts name, and what words they share."""
    from kroniek.parties.load import load_parties
    from kroniek.provenance.index import ReuseIndex
    from kroniek.provenance.load import load_roles
    from kroniek.provenance.reuse import find_reuse
    from kroniek.provenance.trace import trace

    claims = {reading.document.id: reading.claims for reading in readings}
    show = on_step or (lambda _step, _done, _all: None)
    change, _ = find_reuse((reading.document for reading in readings), ReuseIndex(), claims, show)
    return trace(readings, load_parties(), change.edges, load_roles())


def assessed(
    readings: Sequence[Reading],
    codebook: Codebook,
    made_by: MadeBy,
    on_step: OnStep | None = None,
    *,
    every: bool = False,
    rulings: Rulings | None = None,
) -> Assessed:
    """The incidents of the readings, their provenance, and what the checks find; with `every` also what cannot be checked.

    `rulings` are what people decided about incidents.
    """
    from kroniek.checks.check import check
    from kroniek.checks.load import load_check_rules
    from kroniek.incidents.assess import assess
    from kroniek.ledger.assessment import Assessed
    from kroniek.parties.load import load_parties

    provenance = provenance_of(readings, on_step)
    incidents = assess(readings, codebook, made_by, provenance, rulings)
    findings = check(readings, provenance, incidents, load_check_rules(), load_parties(), every=every)
    return Assessed(incidents, provenance, findings)
