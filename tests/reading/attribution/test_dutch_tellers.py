"""Who is said to tell of a count in Dutch copy: verbs in two parts, offices, relative clauses, hearsay that goes on."""

from __future__ import annotations

import pytest

from tests.reading.sentence_tools import claims_in

SAID = [
    ("Bij een beschieting in Cherson zijn twaalf mensen gedood. Dat heeft de gouverneur verklaard.", 12, "de gouverneur"),
    ("Bij een aanval op een dorp zijn twaalf mensen gedood. Dat werd vernomen bij Moussa Sarr, bestuurder van het district.", 12, "Sarr"),
    ("Daar maakten de autoriteiten zondag melding van twintig doden.", 20, "de autoriteiten"),
    ("Op een persconferentie had de woordvoerder het over acht doden.", 8, "de woordvoerder"),
    ("Het ministerie komt inmiddels op acht doden uit.", 8, "Het ministerie"),
    ("De gouverneurs van Charkiv en Soemy melden dat in hun regio's drie vrouwen zijn gedood.", 3, "De gouverneurs van Charkiv"),
    ("Zeven mensen kwamen om bij aanvallen in Idlib, aldus de in Londen gevestigde waakhond.", 7, "waakhond"),
    ("In het ziekenhuis zijn later twee jongens gestorven, aldus hun familie.", 2, "hun familie"),
    ("In het ziekenhuis zijn later twee jongens gestorven, aldus zijn familie.", 2, "zijn familie"),
    ("Bij de raketaanval vielen dertig doden, meldt de provincie zondag.", 30, "de provincie"),
    ("In Idlib verloor een hulporganisatie drie medewerkers, zo schrijft ze op haar website.", 3, "hulporganisatie"),
    ("De toestand is ernstig, zegt de politie, die ook 67 gewonden meldt.", 67, "de politie"),
    ("De artsen op het plein: meer dan honderd doden.", 100, "De artsen op het plein"),
    ("Volgens Al Jazeera is het gebouw geraakt. Het ministerie in Gaza, dat door Hamas wordt geleid, meldt ook dertig gewonden.",
     30, "Het ministerie in Gaza"),
    ("Volgens de burgemeester vielen er vijf doden. In de wijk Saltivka zouden twaalf mensen gewond zijn geraakt.", 12, "de burgemeester"),
    ("Volgens de burgemeester vielen er vijf doden. Ook raakten twaalf mensen gewond. Dat meldt de gouverneur.", 12, "de gouverneur"),
    ("Het crisisbureau meldt een toename van de burgerdoden. In het eerste kwartaal ging het om 340 burgers.", 340, "Het crisisbureau"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "count", "speaker"), SAID)
def test_the_one_who_tells_is_found(text: str, count: int, speaker: str) -> None:
    told = [claim for claim in claims_in(text, "nl") if claim.quantity.low == count]
    assert told and told[0].said_by, [claim.quantity for claim in told]
    assert speaker in told[0].said_by[-1].text


def test_what_a_group_says_to_be_is_not_its_word_on_the_rest() -> None:
    """ "Een groep die gelieerd zegt te zijn met": the media of the next sentence told of the dead."""
    text = "Minstens 27 mensen zijn gedood bij een aanval van een groep die verbonden zegt te zijn met IS. Dat melden Congolese media."
    (claim,) = [claim for claim in claims_in(text, "nl") if claim.quantity.low == 27]
    assert [speaker.text for speaker in claim.said_by] == ["Congolese media"]


def test_a_verb_without_its_other_part_is_no_verb_of_saying() -> None:
    """ "Kwam" tells only with "op" or "uit op": who came somewhere tells of no dead, and its day is that of the dead."""
    (claim,) = claims_in("De burgemeester kwam zondag naar het plein waar acht mensen zijn gedood.", "nl")
    assert claim.said_by == ()


@pytest.mark.parametrize(
    ("text", "count", "speaker"),
    [
        ("De gezondheidsautoriteiten in de door Hamas bestuurde enclave melden twaalf doden.", 12, "De gezondheidsautoriteiten"),
        ("De politie meldt twaalf doden, een arts zeven.", 7, "een arts"),
        ("De gouverneur zegt dat er twaalf doden zijn, terwijl het ministerie er zeven telt.", 7, "het ministerie"),
        ("Volgens de politie kwamen twaalf mensen om. Ook stierf dinsdag een tweede leraar aan zijn verwondingen.", 12, "de politie"),
        ("Het ziekenhuis behandelde in het kamp 160 gewonden.", 160, "Het ziekenhuis"),
    ],
)
def test_who_tells_past_what_stands_between(text: str, count: int, speaker: str) -> None:
    told = [claim for claim in claims_in(text, "nl") if claim.quantity.low == count]
    assert told and told[0].said_by and speaker in told[0].said_by[-1].text


def test_what_a_relative_clause_tells_ends_with_it() -> None:
    text = "Bij een aanval op een school die volgens de autoriteiten dienst doet als schuilplaats zijn tien mensen gedood."
    (claim,) = claims_in(text, "nl")
    assert claim.said_by == ()


def test_an_office_that_is_told_to_be_recognised_says_nothing() -> None:
    text = "Bij een luchtaanval van de Libische internationaal erkende regering raakten in mei twee mensen gewond."
    (claim,) = [claim for claim in claims_in(text, "nl") if claim.quantity.low == 2]
    assert claim.said_by == ()
