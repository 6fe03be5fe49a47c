"""Two accounts in one sentence have each their own teller; what a teller is, or who runs a body, is told of nobody else."""

from __future__ import annotations

import pytest

from tests.reading.sentence_tools import claims_in


@pytest.mark.parametrize(
    ("text", "language", "first", "second"),
    [
        ("Volgens het leger kwamen drie mensen om, volgens bewoners acht.", "nl", "het leger", "bewoners"),
        ("Volgens de VN zijn er 300 doden, volgens de regering 120.", "nl", "de VN", "de regering"),
        ("According to the UN 300 people died, according to the government 120.", "en", "the UN", "the government"),
        ("The UN says 300 have died, the government 120.", "en", "UN", "the government"),
        ("The army reported three dead, residents eight.", "en", "The army", "residents"),
        ("Het leger meldt drie doden, bewoners acht.", "nl", "Het leger", "bewoners"),
    ],
)
def test_each_amount_has_its_teller(text: str, language: str, first: str, second: str) -> None:
    assert [[speaker.text for speaker in claim.said_by] for claim in claims_in(text, language)] == [[first], [second]]


def test_a_body_that_passes_on_another_is_a_chain() -> None:
    (claim,) = claims_in("According to Reuters, according to the army, 12 people died.")
    assert [speaker.text for speaker in claim.said_by] == ["Reuters", "the army"]


def test_somebody_in_between_is_no_teller_of_the_second_amount() -> None:
    claims = claims_in("The UN says the army lost 300 men, the rebels 120.")
    assert {speaker.text for claim in claims for speaker in claim.said_by} == {"UN"}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("“We buried 14 people today,” said Omar, a gravedigger.", [14]),
        ("The strike killed five people, according to Ali, a doctor at the hospital.", [5]),
        ("According to Ali, a doctor was killed.", [1]),
        ("A strike killed Ali, a doctor, and two nurses, the ministry said.", [1, 2]),
    ],
)
def test_what_a_teller_is_counts_nobody(text: str, figures: list[int]) -> None:
    assert [claim.quantity.low for claim in claims_in(text)] == figures


@pytest.mark.parametrize(
    ("text", "language", "actor"),
    [
        ("Hamas-run health officials said 34 Palestinians had been killed.", "en", None),
        ("Functionarissen van het door Hamas geleide ministerie zeggen dat 34 mensen zijn gedood.", "nl", None),
        ("A Saudi-led coalition air strike killed 12 civilians in Yemen.", "en", "Saudi-led coalition"),
        ("An attack by the Iran-backed Houthis killed three sailors.", "en", "Houthis"),
    ],
)
def test_who_runs_a_body_is_no_actor(text: str, language: str, actor: str | None) -> None:
    (claim,) = claims_in(text, language)
    assert (None if claim.actor is None else claim.actor.text) == actor


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Reuters kon het dodental van 18 niet bevestigen.", []),
        ("Het leger bevestigt niet dat er 18 doden zijn.", []),
        ("Het ministerie bevestigt 18 doden.", ["Het ministerie"]),
    ],
)
def test_who_cannot_confirm_tells_nothing(text: str, speakers: list[str]) -> None:
    (claim,) = claims_in(text, "nl")
    assert [speaker.text for speaker in claim.said_by] == speakers


def test_a_speaker_told_more_of_behind_the_verb_speaks() -> None:
    (claim,) = claims_in("“They killed my brother,” said a woman who gave her name as Fatima.")
    assert [speaker.text for speaker in claim.said_by] == ["a woman"]
