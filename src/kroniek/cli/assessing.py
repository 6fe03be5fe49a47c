"""From readings to incidents: who had what from whom, then what the codebook makes of it. One way for every command."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kroniek.codebooks.codebook import Codebook
    from kroniek.ledger.assessment import Assessed
    from kroniek.model.incident import MadeBy
    from kroniek.provenance.trace import Provenance
    from kroniek.reading.result import Reading


def provenance_of(readings: Sequence[Reading]) -> Provenance:
    """Who had what from whom."""
    from kroniek.parties.load import load_parties
    from kroniek.provenance.trace import trace

    return trace(readings, load_parties())


def assessed(readings: Sequence[Reading], codebook: Codebook, made_by: MadeBy) -> Assessed:
    """The incidents of the readings, and their provenance."""
    from kroniek.incidents.assess import assess
    from kroniek.ledger.assessment import Assessed

    provenance = provenance_of(readings)
    return Assessed(assess(readings, codebook, made_by, provenance), provenance)
