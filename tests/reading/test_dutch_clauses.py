"""Dutch clauses: who does the harm is no victim, verbs that fall apart or stand last, clauses between number and noun, other words."""

from __future__ import annotations

import pytest

from tests.reading.sentence_tools import claims_in, told

TOLD = [
    # a clause with a participle between number and noun
    ("Zestien door Rusland afgevuurde raketten sloegen in.", [("munitions", None, None, 16, 16)]),
    ("Twee bij de aanval gedode artsen werkten in Aleppo.", [("casualties", "killed", "medical", 2, 2)]),
    ("Het leger spreekt van 19 gedode PKK-strijders en vier gewonde Turkse soldaten.",
     [("casualties", "killed", "combatant", 19, 19), ("casualties", "injured", "combatant", 4, 4)]),
    ("In de kerk werden dertig onthoofde mensen aangetroffen.", [("casualties", "killed", "person", 30, 30)]),
    # who does it is no victim
    ("De vier schutters zijn door veiligheidstroepen gedood.", [("casualties", "killed", "combatant", 4, 4)]),
    ("Een man zou door een sluipschutter zijn gedood.", [("casualties", "killed", "man", 1, 1)]),
    ("Bij een aanval van gewapende mannen kwamen dertien patiënten om.", [("casualties", "killed", "person", 13, 13)]),
    ("Gisteren meldde de VN dat rebellen drie kinderen hebben geëxecuteerd.", [("casualties", "killed", "child", 3, 3)]),
    ("Volgens Israël hebben zijn militairen twee mannen gedood.", [("casualties", "killed", "man", 2, 2)]),
    ("In mei ontvoerden extremisten zo'n tweehonderd schoolmeisjes.", [("casualties", "detained", "child", 200, 200)]),
    ("Bij gevechten tussen soldaten kwamen elf burgers om.", [("casualties", "killed", "civilian", 11, 11)]),
    ("Daar zijn volgens hulpverleners twaalf burgers omgekomen.", [("casualties", "killed", "civilian", 12, 12)]),
    ("Vier gewonden zijn behandeld in het ziekenhuis.", [("casualties", "injured", "person", 4, 4)]),
    ("Eind mei stierven 31 mensen, burgers en militieleden, bij een hinderlaag.", [("casualties", "killed", "person", 31, 31)]),
    # verbs that fall apart, stand last or far off
    ("In Ardamata moordden milities meer dan 800 mensen uit.", [("casualties", "killed", "person", 800, None)]),
    ("Het ministerie meldde dat de strijd 72 mensen in Libanon het leven heeft gekost.", [("casualties", "killed", "person", 72, 72)]),
    ("Zeker drie mensen zijn naar het ziekenhuis gebracht na de aanval.", [("casualties", "injured", "person", 3, None)]),
    ("Het leger doodde in de nacht van zondag op maandag bij luchtaanvallen op tentenkampen ten westen van de stad minstens 21 vrouwen.",
     [("casualties", "killed", "woman", 21, None)]),
    ("Hamas ontvoerde die dag 251 mensen naar Gaza.", [("casualties", "detained", "person", 251, 251)]),
    ("Bij de aanval zijn 56 ontheemden gedood.", [("casualties", "killed", "person", 56, 56)]),
    ("Zo'n 102 worden nog steeds vermist.", [("casualties", "missing", "person", 102, 102)]),
    # trades that no list holds
    ("Door vuur kwamen negen hoefsmeders om bij de grens.", [("casualties", "killed", "person", 9, 9)]),
    # numbers
    ("Anderhalf miljoen mensen zijn op de vlucht.", [("displacement", "displaced", "person", 1_500_000, 1_500_000)]),
    ("Het dodental ligt veel hoger, minstens twintig.", [("casualties", "killed", "person", 20, None)]),
    ("In het kamp 120 mensen gedood.", [("casualties", "killed", "person", 120, 120)]),
    ("Vorig jaar steeg het totale aantal Palestijnse doden op de Westoever tot 29.", [("casualties", "killed", "person", 29, 29)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_dutch_clauses(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "nl") == expected


def test_a_name_that_belongs_to_a_building_or_to_who_is_cited_is_no_victim() -> None:
    for text in (
        "Bij de aanslag op de Omar Haddad-moskee kwamen zondag vijf mensen om het leven.",
        "Volgens de coördinator voor Jemen, Omar Haddad, zijn er 31 burgers omgekomen en raakten twaalf anderen gewond.",
    ):
        assert not [claim for claim in claims_in(text, "nl") if claim.people]


@pytest.mark.parametrize(
    "text",
    [
        "Al-Shabaab bestormde een hotel. De groep eiste de aanslag in de hoofdstad op. Er vielen negen doden.",
        "Vorige week eiste al-Shabaab de verantwoordelijkheid op. Er vielen negen doden.",
    ],
)
def test_a_claim_of_responsibility_in_two_parts(text: str) -> None:
    claim = claims_in(text, "nl")[-1]
    assert claim.actor is not None
    assert claim.actor.id == "al-shabaab"


MORE = [
    ("Door luchtaanvallen in het noordwesten zijn zeker vijftien burgers omgekomen.", [("casualties", "killed", "civilian", 15, None)]),
    ("Het dodental van de luchtaanval in de nacht van woensdag op donderdag op de hoofdstad Kyiv is opgelopen tot dertien.",
     [("casualties", "killed", "person", 13, 13)]),
    ("Zeker 40.000 Tigrayers zijn naar buurland Soedan gevlucht.", [("displacement", "displaced", "person", 40_000, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MORE)
def test_dutch_words_that_look_like_others(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "nl") == expected


def test_hours_in_words_are_no_figures() -> None:
    assert told("Om kwart over drie sloeg een granaat in; acht mensen kwamen om.", "nl") == [("casualties", "killed", "person", 8, 8)]
