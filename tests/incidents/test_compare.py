from __future__ import annotations

from kroniek.codebooks.load import load_codebook
from kroniek.incidents.assess import assess
from kroniek.incidents.compare import figure_in_words
from kroniek.incidents.recode import compare, recode
from kroniek.model.claim import Group, Harm
from kroniek.model.comparison import Comparison
from kroniek.model.incident import EntryValue, MadeBy
from kroniek.provenance.trace import trace
from kroniek.reading.result import Reading
from tests.builders import claim, reading

BOOKS = tuple(load_codebook(name) for name in ("airwars", "ucdp", "acled", "ibc"))
MADE_BY = MadeBy("0.1.0", "airwars", BOOKS[0].sha256, "0" * 64)


def compared(*readings: Reading) -> Comparison:
    provenance = trace(readings)
    (incident,) = assess(readings, BOOKS[0], MADE_BY, provenance)
    return compare(incident, {one.document.id: one for one in readings}, provenance, BOOKS)


def _killed(comparison: Comparison) -> dict[str, str]:
    return {coding.codebook: figure_in_words(coding.killed) for coding in comparison.codings}


def test_four_desks_on_one_incident() -> None:
    fighters = claim(5, group=Group.COMBATANT, at=500)
    told = compared(reading(claim(20, actor="ypg"), claim(14, at=300, said_by="Ministry", actor="ypg"), fighters))
    assert _killed(told) == {"airwars": "20 killed", "ucdp": "19 to 25 killed, best 25", "acled": "19 killed", "ibc": "14 to 20 killed"}
    assert [coding.entry.value for coding in told.codings] == [
        EntryValue.ENTERED, EntryValue.ENTERED, EntryValue.ENTERED, EntryValue.NOT_ENTERED,
    ]  # fmt: skip


def test_differences_name_the_rules() -> None:
    told = compared(reading(claim(20, actor="ypg"), claim(14, at=300, said_by="Ministry", actor="ypg")))
    acled = next(sentence for sentence in told.differences if sentence.startswith("ACLED has"))
    assert acled.startswith("ACLED has 14 killed, Airwars 20 killed.")
    for rule in ("groups_counted", "lowest_floor"):
        assert f"(rule {rule})" in acled
    assert any(sentence.startswith("ACLED gives no grade, Airwars Weak.") for sentence in told.differences)
    assert any("UCDP GED would write date_prec 1 (rule date_precision), where_prec 1" in sentence for sentence in told.differences)
    entry = next(sentence for sentence in told.differences if sentence.startswith("Iraq Body Count does not enter it"))
    assert "It happened in SY." in entry and "(rule covers)" in entry


def test_a_rule_with_other_parameters_explains_a_difference() -> None:
    from kroniek.model.claim import Bound

    told = compared(reading(claim(None, None, bound=Bound.VAGUE, words="dozens", actor="ypg")))
    assert any("ACLED: Dozens is 12. (rule dozens)" in sentence for sentence in told.differences)


def test_an_incident_that_a_desk_does_not_count_says_so() -> None:
    told = compared(reading(claim(9, harm=Harm.INJURED, actor="ypg")))
    assert _killed(told)["ucdp"] == "nothing that counts"
    assert any(sentence.startswith("UCDP GED does not enter it:") and "(rule least_deaths)" in sentence for sentence in told.differences)


def test_coding_again_by_the_same_codebook_changes_nothing() -> None:
    readings = [
        reading(claim(4, document="a", said_by="Agency", actor="ypg"), document="a"),
        reading(claim(6, document="b", said_by="Monitor", actor="ypg"), claim(2, document="b", group=Group.CHILD, at=200), document="b"),
    ]
    provenance = trace(readings)
    for incident in assess(readings, BOOKS[0], MADE_BY, provenance):
        assert recode(incident, {one.document.id: one for one in readings}, provenance, BOOKS[0]) == incident


def test_coding_again_is_what_the_codebook_would_have_made() -> None:
    readings = [
        reading(claim(4, document="a", said_by="Agency", actor="ypg"), document="a"),
        reading(claim(7, document="b", said_by="Monitor", actor="ypg", group=Group.PERSON), document="b"),
    ]
    provenance = trace(readings)
    (first,) = assess(readings, BOOKS[0], MADE_BY, provenance)
    for book in BOOKS[1:]:
        again = recode(first, {one.document.id: one for one in readings}, provenance, book)
        (alone,) = assess(readings, book, MadeBy("0.1.0", book.id, book.sha256, "0" * 64), provenance)
        assert again == alone
