"""Checks short reports as `kroniek check` does."""

from __future__ import annotations

from datetime import date

from kroniek.checks.check import check
from kroniek.checks.load import load_check_rules
from kroniek.cli.making import made_by
from kroniek.codebooks.load import load_codebook
from kroniek.incidents.assess import assess
from kroniek.model.finding import Finding
from kroniek.model.report import Document
from kroniek.provenance.trace import trace
from kroniek.reading.load import load_rules
from kroniek.reading.reader import read
from kroniek.reading.result import Reading


def report(text: str, id: str = "a", publisher: str | None = "The Ledger Post", day: int = 1) -> Reading:
    """The reading of a report published on a day of March 2021."""
    published = date(2021, 3, day)
    return read(
        Document(id=id, text=text, publisher=publisher, published=published.isoformat(), published_day=published), load_rules()
    )


def checked(*readings: Reading, every: bool = False) -> tuple[Finding, ...]:
    """All findings on the reports."""
    codebook = load_codebook("airwars")
    parties = load_rules().parties
    provenance = trace(readings, parties)
    incidents = assess(readings, codebook, made_by(codebook), provenance)
    return check(readings, provenance, incidents, load_check_rules(), parties, every=every)


def found(text: str, kind: str, *, every: bool = False) -> list[Finding]:
    """The findings of one kind on one text."""
    return [finding for finding in checked(report(text), every=every) if finding.kind == kind]
