"""Who looks into a report has not said it; who is set off after a clause has; no speaker is a whole clause."""

from __future__ import annotations

import pytest

from tests.reading.attribution.told import speakers_of
from tests.reading.sentence_tools import claims_in


@pytest.mark.parametrize(
    ("text", "figure", "language"),
    [
        ("The army would look into reports that nine civilians died in Homs.", "nine", "en"),
        ("The army said it would look into reports that nine civilians died in Homs.", "nine", "en"),
        ("The Taliban had seen no evidence of it, he said, but would look into reports that as many as 31 civilians died.", "31", "en"),
        ("The Coalition is investigating claims that nine civilians were killed in Homs.", "nine", "en"),
        ("Het leger gaat berichten onderzoeken dat negen burgers zijn omgekomen.", "negen", "nl"),
        ("Het leger onderzoekt meldingen dat negen burgers zijn omgekomen.", "negen", "nl"),
    ],
)
def test_who_looks_into_reports_has_not_said_what_they_tell(text: str, figure: str, language: str) -> None:
    assert speakers_of(text, figure, language) == ()


def test_what_is_looked_into_is_alleged() -> None:
    (claim,) = [c for c in claims_in("The army is investigating reports that nine civilians died.", "en") if c.figure is not None]
    assert claim.stance.value == "alleged"


def test_a_party_set_off_after_its_clause_is_the_speaker() -> None:
    text = "OSLO - The army fired 775 shells into Homs in May, the monitoring group Airwars reports on the basis of the army's own figures."
    assert [one.text for one in speakers_of(text, "775", "en")] == ["the monitoring group Airwars"]


def test_whose_figures_are_named_within_a_clause_does_not_make_the_clause_a_speaker() -> None:
    text = "The army fired 775 shells into Homs in May, and then published on the basis of the army's own figures."
    assert not any("fired" in one.text for one in speakers_of(text, "775", "en"))
