"""The constructions that carry who did it: idioms of attack, epithets before a name, peoples with their article, armed men of no state."""

from __future__ import annotations

import pytest

from kroniek.parties.load import load_parties
from kroniek.text.tokens import tokenise
from tests.reading.sentence_tools import claims_in

LAID = [
    # idioms of attack
    ("De RSF opende het vuur op een moskee; 33 gelovigen kwamen om.", "nl", "rapid-support-forces"),
    ("Omdat het Israëlische leger het vuur opende, vielen er elf doden.", "nl", "israeli-military"),
    ("Het leger van Myanmar liet bommen vallen op een klooster. Daarbij kwamen negen monniken om.", "nl", "myanmar-military"),
    ("Hamas fighters opened fire on a bus stop; three commuters were killed.", "en", "palestinian-militants"),
    ("Moskou vuurde 41 kruisraketten af.", "nl", "russian-military"),
    ("Kyiv zegt met drones een fabriek te hebben getroffen. Twee arbeiders kwamen om.", "nl", "ukrainian-military"),
    # what stands between the preposition and the name
    ("Bij een droneaanval van de paramilitaire RSF zijn zeventien burgers gedood.", "nl", "rapid-support-forces"),
    ("Door een bomaanslag van de extremistische beweging Boko Haram vielen elf doden.", "nl", "boko-haram"),
    ("Zes dorpelingen werden gedood door vermoedelijke strijders van al-Shabaab.", "nl", "al-shabaab"),
    ("Strijders van Hamas vielen het dorp binnen en doodden negen bewoners.", "nl", "palestinian-militants"),
    ("Eleven traders died in a raid by the militant group Boko Haram.", "en", "boko-haram"),
    # peoples with their article
    ("Met raketten bestookten de Russen woensdag Soemy. Er vielen vier doden.", "nl", "russian-military"),
    ("The Russians shelled the market, and four women were killed.", "en", "russian-military"),
    # attributive clauses
    ("Zestien door Rusland afgevuurde raketten sloegen in.", "nl", "russian-military"),
    # armed men of no state
    ("Gewapende mannen hebben negentien herders doodgeschoten.", "nl", "Gewapende mannen"),
    ("Jihadisten hebben zeker vijftien boeren gedood.", "nl", "Jihadisten"),
    ("Rebellen van Codra hebben zeker dertig boeren vermoord.", "nl", "Codra"),
    ("Gunmen attacked the village and killed nineteen herders.", "en", "Gunmen"),
    # said of somebody
    ("Rusland wordt verantwoordelijk gehouden voor de inslag waarbij acht mensen stierven.", "nl", "russian-military"),
]
NOT_LAID = [
    ("Door een aanval op Hamas kwamen negen buren om.", "nl"),
    ("Het dorp is in handen van de Houthi-rebellen. Er vielen negen doden.", "nl"),
    ("Sinds het uitbreken van het geweld tussen Hamas en Israël zijn zeker negentig mensen gedood.", "nl"),
    ("Bij een legerbasis sneuvelden negen soldaten. Het leger doodde daarna jihadisten.", "nl"),
]


@pytest.mark.parametrize(("text", "language", "actor"), LAID)
def test_a_construction_lays_the_attack_to_somebody(text: str, language: str, actor: str) -> None:
    found = [None if claim.actor is None else claim.actor.id or claim.actor.text for claim in claims_in(text, language)]
    assert found and set(found) == {actor}


@pytest.mark.parametrize(("text", "language"), NOT_LAID)
def test_who_stands_near_is_not_made_the_attacker(text: str, language: str) -> None:
    assert claims_in(text, language)[0].actor is None


def test_whom_fighters_belong_to_did_not_kill_them() -> None:
    claims = claims_in("Het Israëlische leger zegt dat het zes strijders van de Islamitische Jihad heeft gedood.", "nl")
    assert [claim.actor.id for claim in claims if claim.actor] == ["israeli-military"]


def test_another_states_ministry_of_defence_is_not_the_dutch_one() -> None:
    parties = load_parties()
    assert not parties.scan(tokenise("het Nigerese ministerie van Defensie"), "nl")
    named = parties.scan(tokenise("het Nederlandse ministerie van Defensie"), "nl")
    assert [match.party.id for match in named] == ["dutch-ministry-of-defence"]


def test_armed_groups_are_where_they_fight() -> None:
    claim = claims_in("In het oosten vluchten mensen. Rebellen van M23 in Goma doodden negen bewoners.", "nl")[-1]
    assert claim.place is not None
    assert claim.place.name == "Goma"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Soldaten uit Eritrea hebben in Aksum zevenhonderd mannen vermoord.", "eritrean-military"),
        ("In de nacht, meldt Kyiv, stuurde Moskou 117 drones op de stad af.", "russian-military"),
        ("Door vuur van Turkse houwitsers kwamen bij Afrin elf mensen om.", "turkish-military"),
        ("Vier vissers kwamen om, elf werden gered door een Frans fregat.", None),
    ],
)
def test_who_sends_who_says_and_who_saves(text: str, actor: str | None) -> None:
    claim = claims_in(text, "nl")[0]
    assert (None if claim.actor is None else claim.actor.id) == actor
