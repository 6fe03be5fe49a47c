"""By whom: the party to which the words of a report lay an attack, in the figure's sentence or around it."""

from __future__ import annotations

import pytest

from tests.reading.sentence_tools import claims_in

ENGLISH = [
    # accused or named elsewhere
    ("Six villagers died in a strike on Maarzita. Residents blame the Syrian army.", "syrian-regime"),
    ("Shells killed four children in Kherson on Friday. The governor blamed Russia.", "russian-military"),
    ("A strike on a wedding tent killed nine guests. Three local sources named the US-led coalition as responsible.", "us-led-coalition"),
    ("A missile killed two fishermen off Hodeidah. The attack was attributed to the Saudi-led coalition.", "saudi-led-coalition"),
    ("Five herders were killed near Afrin. Responsibility was laid to Turkey.", "turkish-military"),
    ("Shelling on Idlib killed seven people, and monitors pointed to Syrian government forces.", "syrian-regime"),
    ("Two medics died in a raid for which Sudan's army is suspected.", "sudanese-armed-forces"),
    ("The Taliban claimed responsibility. Eleven guards were killed at the gate.", "taliban"),
    # own declarations
    ("The Coalition declared 44 strikes in May.", "us-led-coalition"),
    ("The French army said it had carried out 31 strikes since January.", "french-military"),
    ("Hezbollah claimed the attack. Four soldiers were wounded.", "hezbollah"),
    # an attack told around it, taken up again
    ("Israeli strike on Tyre kills three\n\nThe raid hit a café on the seafront. Three people died and nine were hurt.", "israeli-military"),  # noqa: E501
    ("Turkish jets crossed the border at dawn. The bombardment left eleven people dead.", "turkish-military"),
    ("Russia launched missiles at Odesa overnight. It was the heaviest attack in weeks. Eight residents died.", "russian-military"),
    ("Rockets from Hamas hit Ashkelon. One woman was killed there.", "palestinian-militants"),
    ("Hezbollah kept its word. A rocket it fired at dawn wounded six people in Safed.", "hezbollah"),
    # grammar
    ("Ukraine has lost nine soldiers to Russian artillery fire in Bakhmut.", "russian-military"),
    ("Fourteen mourners were killed in a Saudi-led coalition air raid on Sanaa.", "saudi-led-coalition"),
    ("Two boys were shot dead in Jenin, at a crossing near the camp's northern gate, by Israeli troops.", "israeli-military"),
    ("Houthi missiles killed five sailors.", "houthis"),
    ("Israel wanted to kill a commander in Khan Younis. Doctors there counted 40 dead.", "israeli-military"),
    ("Israeli soldiers shot two Palestinian men dead near Nablus.", "israeli-military"),
]
DUTCH = [
    ("Bij een aanval op Maarzita kwamen zes dorpelingen om. Bewoners beschuldigen het Syrische leger.", "syrian-regime"),
    ("Granaten doodden vrijdag vier kinderen in Cherson. De gouverneur wijst naar Rusland.", "russian-military"),
    ("Een raket doodde twee vissers bij Hodeida. De aanval wordt toegeschreven aan de door Saoedi-Arabië geleide coalitie.", "saudi-led-coalition"),  # noqa: E501
    ("Vijf herders kwamen om bij Afrin. Volgens drie bronnen zit Turkije achter de aanval.", "turkish-military"),
    ("De Taliban eisten de aanslag op. Elf bewakers werden gedood bij de poort.", "taliban"),
    ("Negen doden bij inslag in flat in Charkiv. Oekraïne houdt Rusland verantwoordelijk.", "russian-military"),
    ("Het Franse leger meldt sinds januari 31 luchtaanvallen te hebben uitgevoerd.", "french-military"),
    ("De Koerden melden zes doden, nadat Turkije Afrin had gebombardeerd.", "turkish-military"),
    ("Israëlisch bombardement op Tyrus\n\nDe aanval trof een café aan de boulevard. Drie mensen kwamen om en negen raakten gewond.", "israeli-military"),  # noqa: E501
    ("Turkse straaljagers staken bij zonsopgang de grens over. Bij het bombardement vielen elf doden.", "turkish-military"),
    ("Rusland heeft vannacht raketten op Odesa afgevuurd. Het was de zwaarste aanval in weken. Acht bewoners kwamen om.", "russian-military"),  # noqa: E501
    ("Israëlische militairen zijn Jenin binnengevallen. Daarbij werden vijf Palestijnen gedood.", "israeli-military"),
    ("In Bachmoet sneuvelden negen soldaten door Russisch artillerievuur.", "russian-military"),
    ("Houthi-raketten kostten vijf zeelieden het leven.", "houthis"),
    ("Israël wilde in Khan Younis een commandant uitschakelen. Artsen telden er veertig doden.", "israeli-military"),
    ("Twee jongens werden in Jenin, bij een controlepost aan de noordrand van het kamp, door Israëlische militairen doodgeschoten.", "israeli-military"),  # noqa: E501
    ("Bij Turkse beschietingen van het dorp kwamen vier mannen om.", "turkish-military"),
    ("Rusland zegt dat Oekraïne twee raketten gebruikte. In Belgorod kwamen twintig mensen om.", "ukrainian-military"),
    ("Hezbollah zegt twintig raketten op Haifa te hebben afgevuurd. Het Israëlische leger telde er vijfentwintig. Zes mensen raakten gewond.", "hezbollah"),  # noqa: E501
    ("Ankara spreekt van een succes. Met twintig toestellen bestookte het zaterdag negentig doelen bij Afrin.", "turkish-military"),
    ("Turkije houdt Syrië verantwoordelijk en heeft honderd doelen bestookt.", "turkish-military"),
    ("Bij de aanval op Kramatorsk, die Kyiv aan Rusland toeschrijft, vielen tien doden.", "russian-military"),
]
BARE = [
    ("The army's guns opened up on the town, where ten civilians were killed.", "en", "army"),
    ("Troops shot dead five men in the old city on Tuesday.", "en", "Troops"),
    ("Twelve shoppers died in an air raid. Residents blame the army.", "en", "army"),
    ("Government helicopters dropped barrel bombs on the market. Nine people died.", "en", "Government helicopters"),
    ("Regeringstroepen beschoten de markt. Negen mensen kwamen om.", "nl", "Regeringstroepen"),
    ("Het leger bombardeerde de markt. Er vielen negen doden.", "nl", "leger"),
]
NOBODY = [
    ("Nine people were killed in a blast. The Israeli army denied any role.", "en"),
    ("Nine people were killed in Kharkiv. Russia said it was investigating.", "en"),
    ("Nine soldiers were killed, the Ukrainian army said.", "en"),
    ("The Israeli army counted nine rockets.", "en"),
    ("Four Turkish soldiers were killed. Two farmers also died.", "en"),
    ("The army found nine bodies in a grave.", "en"),
    ("Nine people died in an attack on the army.", "en"),
    ("Residents do not blame Turkey for the strike that killed nine people.", "en"),
    ("Bij een explosie kwamen negen mensen om. Het Israëlische leger ontkent elke betrokkenheid.", "nl"),
    ("Negen militairen sneuvelden, meldt het Oekraïense leger.", "nl"),
    ("Het leger vond negen lichamen in een graf.", "nl"),
    ("Bij een aanval op het leger kwamen negen mensen om.", "nl"),
    ("Het Turkse leger telde negen raketten.", "nl"),
]


def actors_in(text: str, language: str) -> list[str | None]:
    return [None if claim.actor is None else claim.actor.id or claim.actor.text for claim in claims_in(text, language)]


@pytest.mark.parametrize(("text", "actor"), ENGLISH)
def test_whom_english_words_lay_an_attack_to(text: str, actor: str) -> None:
    found = actors_in(text, "en")
    assert found and set(found) == {actor}


@pytest.mark.parametrize(("text", "actor"), DUTCH)
def test_whom_dutch_words_lay_an_attack_to(text: str, actor: str) -> None:
    found = actors_in(text, "nl")
    assert found and set(found) == {actor}


@pytest.mark.parametrize(("text", "language", "actor"), BARE)
def test_an_army_of_which_nobody_says_whose_it_is_keeps_its_words(text: str, language: str, actor: str) -> None:
    found = actors_in(text, language)
    assert found and set(found) == {actor}


@pytest.mark.parametrize(("text", "language"), NOBODY)
def test_nobody_is_made_an_attacker(text: str, language: str) -> None:
    assert set(actors_in(text, language)) == {None}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Pakistan's air force struck the valley, killing nine people.", "pakistani-military"),
        ("Nine people were killed when Myanmar's armed forces bombed a village.", "myanmar-military"),
        ("JNIM, an al-Qaeda affiliate, killed nine soldiers.", "jnim"),
        ("A bomb killed nine people. The Tehreek-e-Taliban Pakistan, or TTP, claimed responsibility.", "pakistani-taliban"),
        ("The Russia-Ukraine war has killed 80 people.", None),
        ("Nine people were killed in a tent camp. The war was triggered by a Hamas attack on Israel in 2023.", None),
    ],
)
def test_armies_of_states_groups_in_apposition_and_names_of_wars(text: str, actor: str | None) -> None:
    told = claims_in(text)[0].actor
    assert (None if told is None else told.id) == actor


@pytest.mark.parametrize("who", ["Afghan police", "Pakistani police", "the Afghan army", "Iraqi officials"])
def test_whose_the_police_are_that_speak_did_nothing(who: str) -> None:
    (claim,) = [claim for claim in claims_in(f"A bomb ripped through a mosque, killing 12 worshippers, {who} said.") if claim.harm]
    assert claim.actor is None
