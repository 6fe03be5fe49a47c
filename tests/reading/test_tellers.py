"""Who tells of the dead is not counted among them, and whose men did it is not who says it."""

from __future__ import annotations

import pytest

from kroniek.model.claim import Kind
from tests.reading.attribution.told import speakers_of
from tests.reading.sentence_tools import claims_in

TOLD = [
    ("Witnesses and medics told AFP that at least 15 people were killed when a drone struck the market.", "en", [15]),
    ("The White Helmets, a volunteer rescue group, said on social media that 16 people were killed.", "en", [16]),
    ("A local government official, Abdu Saleh, told Reuters that 16 people were killed.", "en", [16]),
    ("Two diplomats briefed on the matter said thirteen soldiers had been killed.", "en", [13]),
    ("Artsen en bewoners zeggen dat er vijftien mensen zijn gedood.", "nl", [15]),
]


@pytest.mark.parametrize(("text", "language", "counted"), TOLD)
def test_who_tells_is_not_counted(text: str, language: str, counted: list[int]) -> None:
    assert [claim.quantity.low for claim in claims_in(text, language) if claim.kind is Kind.CASUALTIES] == counted


def test_a_wounded_man_who_speaks_is_still_wounded() -> None:
    claims = [claim for claim in claims_in("Three wounded men said 12 people were killed.", "en") if claim.kind is Kind.CASUALTIES]
    assert [claim.quantity.low for claim in claims] == [3, 12]


@pytest.mark.parametrize(
    ("text", "figure", "language", "teller"),
    [
        ("The army said rescuers had recovered 16 bodies from the rubble.", "16", "en", "The army"),
        ("The charity said its teams treated 54 wounded people.", "54", "en", "The charity"),
        ("Hulpverleners haalden vijf lichamen onder het puin vandaan, meldt de reddingsdienst.", "vijf", "nl", "de reddingsdienst"),
    ],
)
def test_what_others_did_is_told_by_who_says_it(text: str, figure: str, language: str, teller: str) -> None:
    assert [one.text for one in speakers_of(text, figure, language)] == [teller]


def test_rivals_with_one_verb_each_keep_their_own_number() -> None:
    text = "Het ministerie houdt het op acht doden, artsen spreken van dertien."
    assert [one.text for one in speakers_of(text, "acht", "nl")] == ["Het ministerie"]
    assert [one.text for one in speakers_of(text, "dertien", "nl")] == ["artsen"]


def test_a_denial_does_not_reach_into_what_the_writer_adds() -> None:
    text = "The army denied bombing the northern town of Sarmada, where 13 people were killed on Friday."
    assert speakers_of(text, "13", "en") == ()


def test_the_day_of_a_dateline_is_no_day_of_the_event() -> None:
    text = "NAIROBI, Feb 16 (Reuters) - At least 13 people died on Sunday in a drone strike, a doctor said."
    claim = next(claim for claim in claims_in(text, "en") if claim.quantity.low == 13)
    assert claim.time is not None
    assert claim.time.text == "on Sunday" or "Sunday" in claim.time.text
