"""The reader as a whole: offsets, ids, determinism, neutrality, peaceful texts."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kroniek.model.claim import Claim, ContextSpan, Scope, Victim
from kroniek.model.report import Document
from kroniek.model.span import Words
from kroniek.reading.load import load_rules
from kroniek.reading.reader import read
from tests.reading.sentence_tools import claims_in

PIECES = (
    "At least 12 civilians, including three children, were killed near Raqqa on 5 October 2024, according to Airwars.",
    "Bij een luchtaanval op Charkiv zijn dinsdag zeker vijf burgers gedood, meldt de burgemeester.",
    "......", "\n\n", " ", "\u00a0", "“", "’", "5,775", "20,0000 people", "(24)", "— ", "e\u0301", "🚑",
    "On Oct. 2, near Raqqa, 23 strikes engaged",
    "women and children were killed and injured", "$2.2 billion", "قُتل", "killed", "twee miljoen euro", "\r\n", "<b>", "1.",
)  # fmt: skip


def spans_of(claim: Claim) -> list[tuple[str, int, int]]:
    words: list[Words | ContextSpan | Victim] = [claim.evidence, *claim.hedges, *claim.context, *claim.people]
    words += [claim.figure] if claim.figure else []
    mentions = [claim.actor, claim.target, claim.place, claim.object, *claim.places, *claim.said_by]
    spans = [(one.text, one.start, one.end) for one in words]
    spans += [(one.text, one.start, one.end) for one in mentions if one is not None and one.start is not None and one.end is not None]
    return spans


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_every_span_points_at_its_words(text: str) -> None:
    for claim in read(Document(id="x", text=text), load_rules()).claims:
        for words, start, end in spans_of(claim):
            assert text[start:end] == words
        assert claim.figure is None or claim.evidence.start <= claim.figure.start < claim.figure.end <= claim.evidence.end


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join))
def test_reading_twice_gives_the_same_claims_and_no_id_twice(text: str) -> None:
    document = Document(id="x", text=text)
    first, second = read(document, load_rules()).claims, read(document, load_rules()).claims
    assert first == second
    assert len({claim.id for claim in first}) == len(first)


def test_ids_do_not_depend_on_the_document_s_name() -> None:
    text = PIECES[0]
    one = read(Document(id="one", text=text), load_rules()).claims
    other = read(Document(id="other", text=text), load_rules()).claims
    assert [claim.id for claim in one] == [claim.id for claim in other]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Russian forces killed twelve civilians in Kherson, the mayor said.", "Russian", "Ukrainian"),
        ("An Israeli airstrike killed a woman and her child, according to medics.", "Israeli", "Russian"),
        ("Airwars said the Coalition killed at least five people.", "the Coalition", "Hamas"),
        ("The Taliban denied that its fighters killed nine villagers.", "The Taliban", "The Houthis"),
    ],
)
def test_swapping_the_parties_swaps_names_only(text: str, one: str, other: str) -> None:
    first, second = claims_in(text), claims_in(text.replace(one, other))
    assert [neutral(claim) for claim in first] == [neutral(claim) for claim in second]


def neutral(claim: Claim) -> tuple[object, ...]:
    """Everything that may not depend on who is named."""
    return (
        claim.kind, claim.harm, claim.quantity, claim.victims and claim.victims.group, claim.stance, claim.scope, claim.method,
        claim.actor is None, len(claim.said_by), claim.part_of is None, len(claim.hedges), claim.rules,
    )  # fmt: skip


def test_a_month_s_total_is_an_aggregate_and_a_day_s_strike_an_incident() -> None:
    assert claims_in("At least 433 civilians were killed in Raqqa in August 2024.")[0].scope is Scope.AGGREGATE
    assert claims_in("At least 43 civilians were killed in Raqqa on 5 August 2024.")[0].scope is Scope.INCIDENT


def test_place_time_actor_and_method_of_a_plain_sentence() -> None:
    (claim,) = claims_in("On 5 October 2024 an Israeli airstrike killed nine people in Deir al-Balah.")
    assert claim.place is not None and claim.place.name is not None and "Deir al" in claim.place.name
    assert claim.time is not None and str(claim.time.start_day) == "2024-10-05"
    assert claim.actor is not None and claim.actor.id == "israeli-military"
    assert claim.method == "airstrike"


def test_a_place_told_in_the_sentence_before_is_inferred_and_says_from_where() -> None:
    text = "The market of Hajin was hit on Monday. Six people were killed."
    (claim,) = [claim for claim in claims_in(text) if claim.harm == "killed"]
    assert claim.place is not None and claim.place.inferred and claim.place.from_ is not None
    assert claim.place.from_.of(text) == "Hajin"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Heat the oven to 200 degrees. Beat 3 eggs with 250 g of sugar and bake for 40 minutes.", "en"),
        ("Verwarm de oven voor op 180 graden. Klop 3 eieren los met 250 gram suiker en bak 40 minuten.", "nl"),
        ("The home side won 3-1 after two late goals; 40,000 fans watched.", "en"),
    ],
)
def test_a_peaceful_text_claims_no_harm(text: str, language: str) -> None:
    assert [claim for claim in claims_in(text, language) if claim.harm is not None] == []


def test_a_language_without_a_lexicon_gives_no_claims() -> None:
    assert claims_in("Au moins douze civils ont été tués dans une frappe aérienne sur la ville, selon le maire de la commune.", "fr") == ()


def test_the_text_is_never_altered() -> None:
    text = "Zeker  12 burgers\u00a0zijn gedood........ aldus Airwars."
    reading = read(Document(id="x", text=text, language="nl"), load_rules())
    assert reading.document.text == text
    assert re.sub(r"\s", "", reading.claims[0].evidence.text).startswith("Zeker12burgers")


def test_the_version_is_in_the_id() -> None:
    one = read(Document(id="x", text=PIECES[0]), load_rules()).claims
    other = read(replace(Document(id="x", text=PIECES[0]), text=PIECES[0] + " "), load_rules()).claims
    assert {claim.id for claim in one}.isdisjoint(claim.id for claim in other)
