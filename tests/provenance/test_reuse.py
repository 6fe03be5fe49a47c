"""Reuse over many reports: kinds, directions, boilerplate, and the same index whatever the order and the batches."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kroniek.errors import DocumentError
from kroniek.model.report import Document
from kroniek.provenance.edges import ReuseEdge, ReuseKind
from kroniek.provenance.index import ReuseIndex
from kroniek.provenance.reuse import find_reuse
from kroniek.provenance.rules import ReuseRules
from kroniek.provenance.wordings import folded_words

QUOTATION = (
    "We counted every body that was carried out of the cellar that night, and nobody who was there will ever forget "
    "what the street looked like in the morning"
)
MARKET = (
    "Three shells landed on the covered market in the old town shortly after noon prayers on Friday. Shopkeepers said that the first "
    "hit a bakery, the second a tea house across the lane. Rescuers dug through the rubble until dusk. The mayor spoke of eleven dead "
    "and said that the toll could rise, since the wounded had been brought to four clinics, two of which could not be reached by telephone."
)
FOOTER = "Sign up for our free morning newsletter and read the news from the whole region every day before breakfast in your own mailbox"
BRIDGE = (
    "Engineers reopened the northern bridge to light traffic after six weeks of repairs. Farmers had been forced to take a detour of "
    "forty kilometres to sell their tomatoes. The governor thanked the volunteers who had brought sand and steel by boat."
)
HOSPITAL = (
    "Doctors at the district hospital ran out of anaesthetics during the weekend, its director wrote in a letter to aid agencies. "
    "Generators have fuel for nine days. A convoy promised in spring never came, and the laboratory closed in June."
)


def report(name: str, text: str, day: int | None = 1) -> Document:
    return Document(id=name, text=text, published_day=None if day is None else date(2024, 3, 1) + timedelta(days=day))


def edges_of(*documents: Document, rules: ReuseRules | None = None) -> tuple[ReuseEdge, ...]:
    return find_reuse(documents, ReuseIndex(rules=rules or ReuseRules()))[1].edges()


def kinds(edges: Sequence[ReuseEdge]) -> list[tuple[str, str, str]]:
    return [(edge.kind.value, edge.earlier, edge.later) for edge in edges]


def test_an_exact_copy_differs_in_case_signs_and_spaces_only() -> None:
    (edge,) = edges_of(report("b", MARKET, 2), report("a", "  " + MARKET.upper().replace(".", " ...\n"), 3))
    assert (edge.kind, edge.earlier, edge.later, edge.directed, edge.share) == (ReuseKind.EXACT, "b", "a", True, 1.0)
    assert edge.spans[0].earlier.of(MARKET) == MARKET[:-1]


def test_of_many_exact_copies_each_hangs_on_the_first() -> None:
    edges = edges_of(*(report(name, MARKET, day) for name, day in (("d", 4), ("a", 2), ("c", 1), ("b", 3))))
    assert kinds(edges) == [("exact", "c", "a"), ("exact", "c", "b"), ("exact", "c", "d")]


def test_a_near_copy_has_some_words_changed() -> None:
    changed = MARKET.replace("Friday", "Monday").replace("mayor", "governor").replace("dusk", "midnight").replace("bakery", "butcher")
    (edge,) = edges_of(report("old", MARKET, 1), report("new", changed, 2), report("other", BRIDGE, 1))
    assert (edge.kind, edge.earlier, edge.later) == (ReuseKind.NEAR, "old", "new")
    assert 0.8 < edge.share < 1
    assert "near copy" in edge.detail


def test_one_shared_quotation_in_two_other_articles_is_found() -> None:
    assert 25 <= len(folded_words(QUOTATION)) <= 30
    words = " ".join(QUOTATION.split()[:25])
    first, second = f"{MARKET} “{words}”, a neighbour said. {MARKET[:90]}", f"{HOSPITAL} ‘{words.upper()}’ -- {BRIDGE}"
    (edge,) = edges_of(report("p", first, 5), report("q", second, 4))
    assert (edge.kind, edge.earlier, edge.later) == (ReuseKind.PASSAGE, "q", "p")
    (span,) = edge.spans
    assert span.earlier.of(second) == words.upper()
    assert span.later.of(first) == words
    assert "25 words in a row" in edge.detail


def test_a_short_phrase_in_common_is_no_passage() -> None:
    phrase = " ".join(QUOTATION.split()[:12])
    assert edges_of(report("p", f"{MARKET} {phrase}."), report("q", f"{HOSPITAL} {phrase}.")) == ()


def test_equal_or_unknown_days_give_no_direction() -> None:
    for one, two in ((3, 3), (None, 3), (None, None)):
        (edge,) = edges_of(report("a", MARKET, one), report("b", MARKET, two))
        assert not edge.directed
    (edge,) = edges_of(report("a", MARKET, None), report("b", MARKET, 9))
    assert (edge.earlier, edge.later) == ("b", "a")


def test_what_many_reports_say_is_boilerplate_and_near_copies_are_still_found() -> None:
    numbers = ["one", "two", "three", "four", "five", "six", "seven"]
    bodies = [f"Story {word} tells of {' and '.join(f'{word} {other}' for other in numbers)}" for word in numbers]
    reports = [report(f"r{number}", f"{body}. {FOOTER}", number) for number, body in enumerate(bodies)]
    changed = MARKET.replace("Friday", "Monday").replace("mayor", "governor")
    copies = [report("m1", f"{MARKET} {FOOTER}", 1), report("m2", f"{changed} {FOOTER}", 2)]
    few = edges_of(*reports[:3], rules=ReuseRules(common=4))
    assert kinds(few) == [("passage", "r0", "r1"), ("passage", "r0", "r2"), ("passage", "r1", "r2")]
    assert kinds(edges_of(*reports, *copies, rules=ReuseRules(common=4))) == [("near", "m1", "m2")]


def test_edges_that_rested_on_boilerplate_are_withdrawn() -> None:
    index = ReuseIndex(rules=ReuseRules(common=2))
    first, index = find_reuse([report("a", f"{MARKET} {FOOTER}", 1), report("b", f"{BRIDGE} {FOOTER}", 2)], index)
    assert kinds(first.edges) == [("passage", "a", "b")]
    second, index = find_reuse([report("c", f"{HOSPITAL} {FOOTER}", 3)], index)
    assert second.edges == ()
    assert second.withdrawn == (("a", "b"),)
    assert index.edges() == ()


def test_an_earlier_copy_that_turns_up_late_takes_the_others_over() -> None:
    near = MARKET.replace("Friday", "Monday").replace("mayor", "governor")
    first, index = find_reuse([report("b", MARKET, 2), report("n", near, 4)], ReuseIndex())
    second, index = find_reuse([report("a", MARKET, 1)], index)
    assert kinds(first.edges) == [("near", "b", "n")]
    assert second.withdrawn == (("b", "n"),)
    assert kinds(index.edges()) == [("exact", "a", "b"), ("near", "a", "n")]


def test_a_known_report_is_passed_over_and_an_id_with_another_text_is_an_error() -> None:
    _, index = find_reuse([report("a", MARKET)], ReuseIndex())
    change, again = find_reuse([report("a", MARKET), report("a", MARKET)], index)
    assert change.edges == ()
    assert again == index
    with pytest.raises(DocumentError, match="known with another text"):
        find_reuse([report("a", BRIDGE)], index)
    with pytest.raises(DocumentError, match="known with another text"):
        find_reuse([report("x", BRIDGE), report("x", MARKET)], index)


def test_texts_without_words_share_nothing() -> None:
    assert edges_of(report("a", ""), report("b", " ... "), report("c", "🔴"), report("d", "Yes."), report("e", "yes")) == ()


def test_progress_tells_how_far_it_is() -> None:
    told: list[tuple[str, int, int]] = []
    find_reuse([report("a", MARKET), report("b", MARKET + " More.")], ReuseIndex(), progress=lambda *step: told.append(step))
    assert told == [("reading words", 1, 2), ("reading words", 2, 2), ("comparing reports", 1, 1)]


SENTENCES = [
    *(sentence.strip() for text in (MARKET, BRIDGE, HOSPITAL) for sentence in text.split(".") if sentence.strip()),
    QUOTATION,
    "Share this article with your friends and follow us for more news about the region and its people every day of the week",
]
few_words = ReuseRules(common=2, crowd=2, passage_words=12)


@st.composite
def libraries(draw: st.DrawFn) -> list[Document]:
    texts = draw(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=0, max_size=5).map(". ".join), min_size=1, max_size=12))
    days = draw(st.lists(st.one_of(st.none(), st.integers(0, 3)), min_size=len(texts), max_size=len(texts)))
    return [report(f"d{number}", text, day) for number, (text, day) in enumerate(zip(texts, days, strict=True))]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_order_and_any_batches_give_the_same(data: st.DataObject) -> None:
    documents = data.draw(libraries())
    whole, index = find_reuse(documents, ReuseIndex(rules=few_words))
    assert whole.edges == index.edges()
    shuffled = data.draw(st.permutations(documents))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(documents)), max_size=4)))
    stored: dict[tuple[str, str], ReuseEdge] = {}
    grown = ReuseIndex(rules=few_words)
    for begin, end in zip([0, *cuts], [*cuts, len(documents)], strict=True):
        change, grown = find_reuse(shuffled[begin:end], grown)
        assert all(pair in stored for pair in change.withdrawn)
        for pair in change.withdrawn:
            del stored[pair]
        stored |= {edge.pair: edge for edge in change.edges}
    assert grown == index
    assert tuple(stored[pair] for pair in sorted(stored)) == index.edges()


@settings(max_examples=150, deadline=None)
@given(libraries())
def test_spans_hold_the_same_words_in_both_reports(documents: list[Document]) -> None:
    texts = {document.id: document.text for document in documents}
    days = {document.id: document.published_day for document in documents}
    for edge in find_reuse(documents, ReuseIndex(rules=few_words))[1].edges():
        assert (days[edge.earlier] or date.max, edge.earlier) <= (days[edge.later] or date.max, edge.later)
        assert 0 < edge.share <= 1
        assert edge.spans
        for span in edge.spans:
            earlier, later = span.earlier.of(texts[edge.earlier]), span.later.of(texts[edge.later])
            assert folded_words(earlier) == folded_words(later) != []
            assert earlier == earlier.strip()
            if edge.kind is ReuseKind.PASSAGE:
                assert len(folded_words(earlier)) >= few_words.passage_words


def test_the_ends_of_boilerplate_are_boilerplate_too() -> None:
    """The words before a footer decide which of its first words are a fingerprint: each choice is rare, the footer is not."""
    words = ("river", "school", "field", "tower", "market", "harbour", "valley", "bridge", "garden", "mill", "square", "chapel", "barn")
    texts = [" ".join(f"{word}{number}" for word in words[: 4 + number % 9]) + f" {FOOTER}" for number in range(60)]
    reports = [report(f"r{number:02}", text) for number, text in enumerate(texts)]
    edges = edges_of(*reports, rules=ReuseRules(common=24, near=0.95, contained=1))
    assert [edge for edge in edges if edge.kind is ReuseKind.PASSAGE] == []


def test_a_lost_space_between_lines_leaves_an_exact_copy() -> None:
    lines = MARKET.replace(". ", ".\n\n"), MARKET.replace("noon. ", "noon").replace("rubble until", "rubbleuntil")
    (edge,) = edges_of(report("a", lines[0], 1), report("b", lines[1], 2))
    assert edge.kind is ReuseKind.EXACT
    assert "all letters are the same" in edge.detail


def test_words_beside_boilerplate_shared_by_chance_make_no_passage() -> None:
    beside = ("north", "south", "south")
    reports = [report(f"r{number:02}", f"{HOSPITAL[:number]} {number} {beside[number % 3]} {FOOTER}") for number in range(9)]
    edges = edges_of(*reports, rules=ReuseRules(common=6, near=0.99, contained=1))
    assert [edge for edge in edges if edge.kind is ReuseKind.PASSAGE] == []


def test_filtered_spellings_of_arabic_are_one_word() -> None:
    assert folded_words("الطيـ.ـران الحـر.بي") == folded_words("الطيران الحربي")
    assert folded_words("وقال. ثم") == ["وقال", "ثم"]


def test_a_flood_of_one_template_hangs_together_without_comparing_all() -> None:
    posts = [report(f"p{number:03}", f"{MARKET} Siren {number} of district {number % 7} sounded.", number % 5) for number in range(100)]
    edges = edges_of(*posts)
    joined = {"p000"}
    while more := {name for edge in edges if joined & set(edge.pair) for name in edge.pair} - joined:
        joined |= more
    assert len(joined) == 100
    assert len(edges) < 100 * 99 / 2 / 2
