"""Retellings in another language: what the claims of both must have in common, and that likeness of words decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kroniek.model.claim import Bound, Claim, Harm
from kroniek.model.report import Document
from kroniek.provenance.edges import ReuseEdge, ReuseKind
from kroniek.provenance.index import ReuseIndex
from kroniek.provenance.reuse import find_reuse
from kroniek.provenance.rules import ReuseRules
from kroniek.reading.load import load_rules
from kroniek.reading.reader import read
from kroniek.reading.rules import ReadingRules
from tests.builders import IDLIB, RAQQA, claim, on

DAY = date(2017, 8, 14)


def report(name: str, language: str, day: date | None = DAY, text: str | None = None) -> Document:
    return Document(id=name, text=text or f"{name} {language}", language=language, published_day=day)


def edges(english: Sequence[Claim], dutch: Sequence[Claim], **days: date | None) -> tuple[ReuseEdge, ...]:
    documents = [report("e", "en", days.get("en", DAY)), report("n", "nl", days.get("nl", date(2017, 8, 15)))]
    return find_reuse(documents, ReuseIndex(), {"e": english, "n": dutch})[1].edges()


def test_the_same_number_harm_victims_and_place_in_another_language() -> None:
    (edge,) = edges([claim(433, at=50)], [claim(433, at=10)])
    assert (edge.kind, edge.earlier, edge.later, edge.directed, edge.share) == (ReuseKind.TRANSLATED, "e", "n", True, 1.0)
    assert [(span.earlier.start, span.later.start) for span in edge.spans] == [(50, 10)]
    assert "433 killed" in edge.detail


@pytest.mark.parametrize(
    "other",
    [
        claim(43),
        claim(434),
        claim(433, place=IDLIB),
        claim(433, place=None),
        claim(433, harm=Harm.INJURED),
        claim(433, group=None),
        claim(433, time=on(date(2016, 1, 1))),
    ],
)
def test_another_number_place_harm_group_or_day_is_no_retelling(other: Claim) -> None:
    assert edges([claim(433)], [other]) == ()


def test_a_small_number_alone_shows_nothing_but_two_claims_do() -> None:
    assert edges([claim(3)], [claim(3)]) == ()
    assert len(edges([claim(3), claim(9, harm=Harm.INJURED)], [claim(3), claim(9, harm=Harm.INJURED)])) == 1


def test_more_contradictions_than_matches_are_no_retelling() -> None:
    english = [claim(3), claim(9, harm=Harm.INJURED)]
    assert edges(english, [claim(3), claim(8, harm=Harm.INJURED)]) == ()


def test_a_report_that_counts_mostly_other_things_is_no_retelling() -> None:
    others = [claim(number, harm=Harm.DETAINED, place=replace(IDLIB, id=f"place{number}")) for number in range(30, 36)]
    assert edges([claim(433)], [claim(433), *others]) == ()


def test_a_bound_lost_on_the_way_is_told() -> None:
    (edge,) = edges([claim(75, None, bound=Bound.MORE_THAN)], [claim(75)])
    assert "75 killed, more_than and then exact" in edge.detail


def test_reports_weeks_apart_or_in_one_language_are_not_compared() -> None:
    assert edges([claim(433)], [claim(433)], nl=date(2017, 9, 30)) == ()
    assert edges([claim(433)], [claim(433)], nl=None) == ()
    both = {"a": [claim(433)], "b": [claim(433)]}
    assert find_reuse([report("a", "en"), report("b", "en")], ReuseIndex(), both)[1].edges() == ()


def test_on_the_same_day_neither_is_known_to_be_first() -> None:
    (edge,) = edges([claim(433)], [claim(433)], nl=DAY)
    assert not edge.directed


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_any_order_and_any_batches_give_the_same(data: st.DataObject) -> None:
    harms, places = st.sampled_from([Harm.KILLED, Harm.INJURED]), st.sampled_from([RAQQA, IDLIB])
    told = st.lists(st.builds(claim, st.sampled_from([5, 43, 433]), harm=harms, place=places), max_size=3)
    languages, days = st.sampled_from(["en", "nl"]), st.dates(date(2017, 8, 10), date(2017, 8, 24))
    count = data.draw(st.integers(1, 8))
    documents = [report(f"d{number}", data.draw(languages), data.draw(days)) for number in range(count)]
    claims = {document.id: data.draw(told) for document in documents}
    rules = ReuseRules(common=2)
    whole = find_reuse(documents, ReuseIndex(rules=rules), claims)[1]
    shuffled = data.draw(st.permutations(documents))
    cut = data.draw(st.integers(0, count))
    first, index = find_reuse(shuffled[:cut], ReuseIndex(rules=rules), claims)
    second, index = find_reuse(shuffled[cut:], index, claims)
    assert index == whole
    stored = {edge.pair: edge for edge in first.edges}
    stored = {pair: edge for pair, edge in stored.items() if pair not in second.withdrawn} | {edge.pair: edge for edge in second.edges}
    assert tuple(stored[pair] for pair in sorted(stored)) == index.edges()


ENGLISH = (
    "At least 433 civilians were killed in Raqqa in August 2017, the monitoring group said on Friday. "
    "Another 270 people were injured in the city."
)
DUTCH = "Zeker 433 burgers zijn in augustus 2017 in Raqqa gedood, meldde de waarnemingsgroep vrijdag. In de stad raakten 270 mensen gewond."


@lru_cache(maxsize=1)
def reading_rules() -> ReadingRules:
    return load_rules()


def as_read(english: str, dutch: str) -> tuple[ReuseEdge, ...]:
    documents = [report("e", "en", date(2017, 9, 1), english), report("n", "nl", date(2017, 9, 2), dutch)]
    claims = {document.id: read(document, reading_rules()).claims for document in documents}
    return find_reuse(documents, ReuseIndex(), claims)[1].edges()


def test_a_dutch_report_of_an_english_one_as_they_are_read() -> None:
    (edge,) = as_read(ENGLISH, DUTCH)
    assert (edge.kind, edge.earlier, edge.later) == (ReuseKind.TRANSLATED, "e", "n")
    assert edge.spans[0].earlier.of(ENGLISH).startswith("At least 433")
    assert edge.spans[0].later.of(DUTCH).startswith("Zeker 433")


def test_a_figure_with_a_digit_less_is_another_report() -> None:
    assert as_read(ENGLISH, DUTCH.replace("433", "43").replace("270", "27")) == ()
