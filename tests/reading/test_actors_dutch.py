"""Who did it in Dutch copy: states that are places, attributes that lay nothing to anybody, verbs in two words, claims of attacks."""

from __future__ import annotations

import pytest

from tests.reading.sentence_tools import claims_in

DONE = [
    ("Bij een aanval door Rusland zijn twaalf mensen gedood in Charkiv.", "russian-military"),
    ("Bij een raketaanval van Rusland op Charkiv zijn twaalf mensen gedood.", "russian-military"),
    ("Bij een aanval die wordt toegeschreven aan de paramilitaire groep RSF zijn twaalf mensen gedood in El Fasher, Soedan.",
     "rapid-support-forces"),
    ("Twaalf mensen kwamen om bij een aanslag in Kabul. Terreurgroep Islamitische Staat (IS) eist de aanslag op.", "islamic-state"),
    ("Zeker twaalf mensen kwamen om door luchtaanvallen op het paleis in Sanaa. De bombardementen werden uitgevoerd door de militaire "
     "coalitie onder leiding van Saudi-Arabië.", "saudi-led-coalition"),
    ("In Borno zijn twaalf boeren gedood. Strijders van Boko Haram vielen hun dorp binnen.", "boko-haram"),
    ("Boko Haram viel een dorp in Borno aan. De strijders doodden twaalf boeren.", "boko-haram"),
    ("De regering spreekt van een operatie tegen de Houthi's. Die hadden kort daarvoor een raket afgevuurd. Daardoor raakten twaalf mensen "
     "gewond.", "houthis"),
    ("In El Obeid, Soedan, zijn twaalf burgers gedood. Achter de aanval zou de RSF zitten.", "rapid-support-forces"),
    ("Bij luchtaanvallen van de Russische luchtmacht op de door rebellen beheerste provincie Idlib zijn twaalf burgers gedood.",
     "russian-military"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "party"), DONE)
def test_who_did_it(text: str, party: str) -> None:
    (claim,) = [claim for claim in claims_in(text, "nl") if claim.quantity.low == 12]
    assert claim.actor is not None and claim.actor.id == party


@pytest.mark.parametrize(
    "text",
    [
        "Bij luchtaanvallen op door rebellen gecontroleerd gebied in de provincie Idlib zijn twaalf burgers gedood.",
        "Bij een aanslag in het door Turkije gesteunde gebied bij Afrin zijn twaalf burgers gedood.",
        "Bij het bombardement van Gaza zijn twaalf burgers gedood.",
    ],
)
def test_what_only_describes_a_place_lays_nothing_to_anybody(text: str) -> None:
    (claim,) = [claim for claim in claims_in(text, "nl") if claim.quantity.low == 12]
    assert claim.actor is None


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Twaalf Amerikaanse militairen kwamen om in Kabul. Achttien Amerikaanse militairen raakten gewond.", None),
        ("Twaalf mensen kwamen om. ISIS-K, de Afghaanse tak van Islamitische Staat, heeft de aanslag opgeëist.", "islamic-state"),
        ("Twaalf mensen kwamen om. IS zegt achter de aanslagen te zitten.", "islamic-state"),
        ("Twaalf mensen kwamen om. Het leger zegt dat IS achter de aanval zit.", "islamic-state"),
    ],
)
def test_who_claims_it_and_whom_it_befell(text: str, actor: str | None) -> None:
    (claim,) = [claim for claim in claims_in(text, "nl") if claim.quantity.low == 12]
    assert (None if claim.actor is None else claim.actor.id) == actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("In Hodeida, in Jemen, kwamen negen mensen om bij een luchtaanval. Israël bevestigt de aanval.", "israeli-military"),
        ("In Hodeida, in Jemen, kwamen negen mensen om bij een luchtaanval. Israël bevestigt de aanval niet.", None),
        ("In Tyrus werd een auto geraakt. Negen mensen kwamen om. Israël zegt dat een Hezbollah-commandant het doelwit was.",
         "israeli-military"),
        ("Het leger van Israël viel Jenin binnen. Negen mensen werden gedood.", "israeli-military"),
        ("Bij gevechten met de taliban kwamen negen mensen om door een granaat van de opstandelingen.", "taliban"),
    ],
)  # fmt: skip
def test_who_confirms_it_and_whose_men_they_are(text: str, actor: str | None) -> None:
    (claim,) = [claim for claim in claims_in(text, "nl") if claim.quantity.low == 9]
    assert (None if claim.actor is None else claim.actor.id) == actor
