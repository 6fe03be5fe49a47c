"""What went wrong on whole Dutch reports of agencies, papers and broadcasters, each with a sentence written for it."""

from __future__ import annotations

from datetime import date

import pytest

from kroniek.model.claim import Harm, Stance
from tests.reading.sentence_tools import claims_in


def test_who_tells_of_children_among_the_dead_is_none_of_them() -> None:
    (claim,) = claims_in("Artsen melden aan een zender dat er veel kinderen onder de doden zijn.", "nl")
    assert claim.victims is not None and claim.victims.group == "child" and claim.said_by[0].text == "Artsen"


def test_gunmen_who_fall_upon_a_village_have_not_fallen() -> None:
    assert [claim for claim in claims_in("In Mali vielen schutters woensdag twee dorpen binnen.", "nl") if claim.harm] == []


def test_a_militia_is_no_person() -> None:
    text = "Bij de aanval zijn zeker 47 burgers en aanhangers van een regeringsgetrouwe militie om het leven gekomen."
    assert [claim.quantity.low for claim in claims_in(text, "nl")] == [47]


def test_each_of_a_list_told_with_one_counts_one() -> None:
    text = "Negen burgers zijn omgekomen in het dorp Dara, vijf in Tafra, één in Melh en nog één in Sarda."
    assert [(claim.quantity.low, claim.harm) for claim in claims_in(text, "nl")] == [(n, Harm.KILLED) for n in (9, 5, 1, 1)]


def test_people_stuck_under_rubble_are_missing_and_not_detained() -> None:
    (claim,) = claims_in("Er zouden nog vijf mensen vastzitten onder het puin.", "nl")
    assert claim.harm is Harm.MISSING


def test_what_is_not_known_of_one_denies_nothing_of_the_rest() -> None:
    text = "Volgens de waakhond zijn zeven mensen, onder wie iemand die nog niet bekend is, overleden door de bommen."
    assert {claim.stance for claim in claims_in(text, "nl")} == {Stance.ASSERTED}


def test_a_count_since_a_war_began_goes_on_to_the_day_of_the_report() -> None:
    (claim,) = claims_in("Sinds de start van het conflict in 2011 zijn 5000 mensen overleden.", "nl", date(2022, 7, 22))
    assert claim.time is not None and (claim.time.start_day, claim.time.end_day) == (date(2011, 1, 1), date(2022, 7, 22))


def test_the_eighth_time_since_a_month_is_not_when_people_were_hurt() -> None:
    text = (
        "Afgelopen nacht is Kyiv aangevallen. Dat is de achtste keer sinds oktober. In de stad is de stroom uitgevallen. "
        "Zes mensen zijn gewond."
    )
    (claim,) = [claim for claim in claims_in(text, "nl", date(2023, 3, 9)) if claim.harm]
    assert claim.time is not None and claim.time.start_day >= date(2023, 3, 8) and claim.scope == "incident"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Twaalf mensen zijn omgekomen bij een aanval op het Indonesische ziekenhuis in de Gazastrook.", "Gazastrook"),
        ("In het noorden van Burkina Faso, bij de grens met Mali, zijn tien mensen gedood.", "Burkina Faso"),
        ("De strijd tussen Israël en Hezbollah heeft in Libanon 72 mensen het leven gekost. Ook vielen er 500 gewonden.", "Libanon"),
    ],
)
def test_the_place_is_where_it_was(text: str, place: str) -> None:
    told = claims_in(text, "nl")[-1]
    assert told.place is not None and told.place.text == place


def test_an_attack_told_as_earlier_is_not_laid_to_the_rest() -> None:
    text = (
        "Het bombardement trof een schoolbus in Sa'dah. Er vielen 51 doden. De regering spreekt van een operatie tegen de Houthi's. "
        "Die hadden kort daarvoor een raket afgevuurd op het zuiden. Daardoor raakten elf mensen gewond."
    )
    actors = {claim.quantity.low: claim.actor for claim in claims_in(text, "nl") if claim.harm}
    assert actors[51] is None and actors[11] is not None and actors[11].id == "houthis"


def test_the_town_of_a_dateline_is_nobody() -> None:
    text = "TEL AVIV (ANP) - Zeker drie mensen zijn omgekomen door raketaanvallen."
    assert [claim.quantity.low for claim in claims_in(text, "nl")] == [3]


def test_cattle_is_no_people() -> None:
    text = "Toen kwamen twee militanten om het leven. De aanvallers maakten ook 1200 stuks vee buit."
    assert [claim.quantity.low for claim in claims_in(text, "nl") if claim.harm] == [2]


def test_those_among_the_dead_of_a_number_are_counted() -> None:
    text = "Bij de elf doden bevinden zich twee hotelbewakers en drie burgers."
    assert [(claim.quantity.low, claim.quantity.bound, claim.harm) for claim in claims_in(text, "nl")] == [
        (number, "exact", Harm.KILLED) for number in (11, 2, 3)
    ]


def test_of_whom_many_were_killed_are_not_all_killed() -> None:
    text = "De woordvoerder stelde dat er twintig strijders in het gebouw waren, van wie er velen zouden zijn gedood."
    assert [claim.harm for claim in claims_in(text, "nl") if claim.quantity.low == 20] == [None]


def test_that_all_attackers_died_tells_nothing_of_the_guests() -> None:
    text = "Volgens de politie konden honderd mensen uit het hotel gered worden. Alle aanvallers werden gedood."
    assert [claim.harm for claim in claims_in(text, "nl") if claim.quantity.low == 100] == [None]


@pytest.mark.parametrize(
    ("text", "count", "speakers"),
    [
        ("Daar werd volgens de autoriteiten het kamp Dara getroffen. Daarbij vielen negentig doden.", 90, ["de autoriteiten"]),
        ("Drie burgers zijn omgekomen. Dat meldt persbureau Belga op basis van lokale artsen.", 3, ["persbureau Belga", "lokale artsen"]),
        ("Sinds het geweld in de niet-erkende enclave is opgelaaid, zijn 280 militairen omgekomen.", 280, []),
        ("De burgerbescherming meldt vijf doden. Er gaan ook berichten rond van tien doden.", 10, []),
        ("In Jemen zijn drie kinderen gedood. Dat blijkt uit het Save the Children rapport van vandaag.", 3, ["Save the Children"]),
    ],
)
def test_who_tells_in_whole_reports(text: str, count: int, speakers: list[str]) -> None:
    (claim,) = [claim for claim in claims_in(text, "nl") if claim.quantity.low == count]
    assert [speaker.name or speaker.text for speaker in claim.said_by] == speakers


@pytest.mark.parametrize(
    ("text", "count", "actor"),
    [
        ("Sinds het begin van de oorlog na een aanval van Hamas op Israël, zijn 5000 Palestijnen omgekomen.", 5000, None),
        ("Als vergelding voor een aanval van Hezbollah bombardeerde Israël een dorp. Twaalf mensen kwamen om.", 12, "israeli-military"),
        ("Er zijn twaalf raketten uit Iran ingeslagen, meldt het Israëlische leger.", 12, "iranian-military"),
        ("Gewapende mannen bestormden een hotel. Twaalf mensen kwamen om. De aanval is opgeëist door al-Shabaab.", 12, "al-shabaab"),
        ("Al-Shabaab bestormde een hotel. Ook kwamen twaalf terroristen om.", 12, None),
        ("Volgens de Israëlische krijgsmacht zijn tien raketten neergekomen op het land.", 10, None),
    ],
)
def test_who_did_it_in_whole_reports(text: str, count: int, actor: str | None) -> None:
    (claim,) = [claim for claim in claims_in(text, "nl") if claim.quantity.low == count]
    assert (None if claim.actor is None else claim.actor.id) == actor


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Het aantal gedode Israëlische soldaten komt daarmee op 56.", 56),
        ("Het aantal militairen dat om het leven is gekomen, is opgelopen tot 105.", 105),
    ],
)
def test_a_toll_told_with_the_people_it_counts(text: str, count: int) -> None:
    (claim,) = [claim for claim in claims_in(text, "nl") if claim.quantity.low == count]
    assert (claim.harm, claim.said_by) == (Harm.KILLED, ())
    assert claim.victims is not None and claim.victims.group == "combatant"


def test_who_is_told_does_not_tell() -> None:
    text = "Bij de aanval zijn twintig burgers gedood. Dat hebben lokale bronnen maandag aan het Franse persbureau AFP laten weten."
    (claim,) = claims_in(text, "nl")
    assert [speaker.text for speaker in claim.said_by] == ["lokale bronnen"]


def test_whoever_claims_the_attack_sent_the_bomber() -> None:
    text = (
        "Bij een explosie in Kerman zijn 84 mensen omgekomen. IS heeft donderdag de verantwoordelijkheid voor de aanslag opgeëist. "
        "De explosie was het werk van een zelfmoordterrorist."
    )
    (claim,) = claims_in(text, "nl")
    assert claim.actor is not None and claim.actor.id == "islamic-state"


def test_who_backs_a_group_is_no_place() -> None:
    text = "Bij een aanval van de door Iran gesteunde militie in Jordanië zijn drie mensen gedood. Vier anderen raakten gewond."
    assert {claim.place.text for claim in claims_in(text, "nl") if claim.place is not None} == {"Jordanië"}


def test_people_whose_verb_is_told_once() -> None:
    """The verb is that of those before, but where another may stand between nothing is taken over."""
    text = "Bij de aanval op de veerboot kwamen 49 burgers om, bij de aanval op een basis in Bamba vijftien militairen."
    assert [(claim.quantity.low, claim.harm) for claim in claims_in(text, "nl")] == [(49, Harm.KILLED), (15, Harm.KILLED)]
    other = "Er kwamen drie mensen om, in de kelder schuilden vijf kinderen."
    assert [claim.harm for claim in claims_in(other, "nl")] == [Harm.KILLED, None]
