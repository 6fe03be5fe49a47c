"""Reads short reports as the reader does, and traces them."""

from __future__ import annotations

from datetime import date

from kroniek.model.claim import Claim
from kroniek.model.provenance import Chain, Telling
from kroniek.model.report import Document
from kroniek.provenance.edges import ReuseEdge
from kroniek.provenance.trace import Provenance, trace
from kroniek.reading.load import load_rules
from kroniek.reading.reader import read
from kroniek.reading.result import Reading


def report(id: str, text: str, publisher: str | None = None, day: int = 1, *, language: str | None = None, url: str | None = None,
           links: tuple[str, ...] = ()) -> Reading:  # fmt: skip
    """The reading of a report published on a day of March 2021."""
    document = Document(
        id=id, text=text, publisher=publisher, published=f"2021-03-{day:02}", published_day=date(2021, 3, day), language=language, url=url,
        links=links,
    )  # fmt: skip
    return read(document, load_rules())


def traced(*readings: Reading, reuse: tuple[ReuseEdge, ...] = ()) -> Provenance:
    """The provenance of the reports, with the list of parties."""
    return trace(readings, load_rules().parties, reuse)


def claim_of(reading: Reading, figure: str) -> Claim:
    """The claim whose figure or sentence holds these words."""
    return next(claim for claim in reading.claims if figure in (claim.figure.text if claim.figure else claim.evidence.text))


def chain_of(provenance: Provenance, reading: Reading, figure: str) -> Chain:
    """The chain of that claim."""
    return provenance.chains[Telling(reading.document.id, claim_of(reading, figure).id)]


def names(chain: Chain) -> list[str]:
    """Who tells it, the last copy first."""
    return [step.name for step in chain.steps]
