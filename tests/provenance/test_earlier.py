"""References of a weblog to its own earlier posts."""

from __future__ import annotations

from kroniek.model.provenance import Citation
from kroniek.provenance.load import load_roles
from kroniek.provenance.trace import Provenance, trace
from kroniek.reading.load import load_rules
from kroniek.reading.result import Reading
from tests.provenance.making import report

FIRST = report("first", "Vijftien burgers zijn gedood in Mosul op 17 juni, aldus Airwars.", "Weblog Stilte", 2, language="nl")
SECOND = report("second", "Tien mensen raakten gewond in Raqqa op 18 juni, aldus Airwars.", "Weblog Stilte", 4, language="nl")


def _traced(*readings: Reading) -> Provenance:
    return trace(readings, load_rules().parties, (), load_roles())


def _cited(readings: Provenance, name: str) -> list[Citation]:
    return [one for one in readings.citations[name] if one.name == "Weblog Stilte"]


def test_a_reference_with_a_day_is_to_the_post_of_that_day() -> None:
    day = FIRST.document.published_day
    assert day is not None
    months = load_roles().earlier.months[day.month - 1]
    later = report("later", f"Er komt een onderzoek. * Zie: Mosul, {day.day} {months[-1]}.", "Weblog Stilte", 9, language="nl")
    found = _cited(_traced(FIRST, SECOND, later), "later")
    assert [(one.cited, one.words.text if one.words else None) for one in found] == [("first", "* Zie")]


def test_the_previous_post_is_the_last_one_and_another_publishers_is_none() -> None:
    later = report("later", "Wie wil weten waar het begon: zie het vorige bericht.", "Weblog Stilte", 9, language="nl")
    other = report("other", "Wie wil weten waar het begon: zie het vorige bericht.", "Ander Weblog", 9, language="nl")
    found = _traced(FIRST, SECOND, later, other)
    assert [one.cited for one in _cited(found, "later")] == ["second"]
    assert not _cited(found, "other")


def test_a_figure_goes_back_to_the_source_of_the_earlier_post() -> None:
    text = "Eerder schreef ik over Mosul. In Mosul zijn op 17 juni vijftien burgers gedood."
    later = report("later", text, "Weblog Stilte", 9, language="nl")
    found = _traced(FIRST, SECOND, later)
    chain = next(chain for telling, chain in found.chains.items() if telling.document == "later" and len(chain.steps) > 1)
    assert chain.key == "airwars"
