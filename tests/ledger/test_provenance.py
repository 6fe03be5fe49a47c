"""Provenance goes into a ledger and comes back as it was, and a build from scratch equals one in steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kroniek.ledger.assessment import Assessed
from kroniek.ledger.build import build
from kroniek.ledger.store import Ledger
from kroniek.model.provenance import Telling
from kroniek.model.ruling import Rulings
from kroniek.model.span import Span
from kroniek.provenance.edges import ReuseEdge, ReuseKind, SharedSpan
from kroniek.provenance.trace import trace
from kroniek.reading.result import Reading
from tests.ledger.making import RULES, document, read

FIRST = document("first", "3 killed in Qana. 40 killed in Raqqa.", publisher="Harbour Wire", url="https://harbour.example/first")
SECOND = document("second", "40 killed in Raqqa.", publisher="Post", links=("https://harbour.example/first", "https://other.example/x"))


def test_it_comes_back_as_it_went_in(ledger: Ledger) -> None:
    build(ledger, [FIRST], RULES)
    build(ledger, [SECOND], RULES)
    whole = trace([read(FIRST), read(SECOND)])
    assert {one.id: one for one in ledger.publications()} == whole.publications
    assert list(ledger.citations_of(("second",))) == list(whole.citations["second"])
    kept = {chain.telling: chain for id in ("first", "second") for chain in ledger.chains_of_document(id)}
    assert kept == whole.chains


def test_chains_are_given_in_the_order_asked(ledger: Ledger) -> None:
    build(ledger, [FIRST, SECOND], RULES)
    asked = [Telling(claim.document, claim.id) for id in ("second", "first") for claim in ledger.claims_of_document(id)]
    assert [chain.telling for chain in ledger.chains([*asked, Telling("first", "unknown")])] == asked


def test_a_report_that_goes_takes_its_chains_along(ledger: Ledger) -> None:
    build(ledger, [document("first", "3 killed in Qana.")], RULES)
    build(ledger, [document("first", "Nothing is told.")], RULES)
    assert not ledger.chains_of_document("first")


def test_shared_words_are_kept_and_replaced(ledger: Ledger) -> None:
    edge = ReuseEdge(ReuseKind.PASSAGE, "first", "second", True, (SharedSpan(Span(0, 9), Span(4, 13)),), 0.5, "two words in a row")

    def sharing(readings: Sequence[Reading], _: Rulings) -> Assessed:
        return Assessed((), trace(readings, None, [edge]))

    build(ledger, [FIRST, SECOND], replace(RULES, assess=sharing))
    assert ledger.reuse_of("first") == ledger.reuse_of("second") == (edge,)
    assert ledger.reuse_of("third") == ()
    build(ledger, [FIRST, SECOND], replace(RULES, assess_sha256="n" * 64))
    assert ledger.reuse_of("first") == ()
