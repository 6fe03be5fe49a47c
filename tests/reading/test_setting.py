"""Where and by whom: places that no list knows, the actor, accidents and crimes."""

from __future__ import annotations

from datetime import date

import pytest

from kroniek.model.claim import Claim, Method, PlaceMention, Scope
from kroniek.model.report import Document
from kroniek.reading.load import load_rules
from kroniek.reading.reader import read
from tests.reading.sentence_tools import claims_in


def place_in(text: str, language: str = "en") -> PlaceMention | None:
    return claims_in(text, language)[-1].place


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Shells killed four people in the village of Deir Hafa on Sunday.", "en", "Deir Hafa"),
        ("An air strike near Tal Karsuf killed nine civilians.", "en", "Tal Karsuf"),
        ("Three boys died at the al-Wurud camp on Monday.", "en", "al-Wurud"),
        ("A bomb on the market of Kessouba killed seven people.", "en", "Kessouba"),
        ("Warplanes killed two farmers north of Vysoke Pole.", "en", "Vysoke Pole"),
        ("The air raid on Qasr Dimna killed six people.", "en", "Qasr Dimna"),
        ("In het gehucht Vysoke Pole kwamen vier mensen om.", "nl", "Vysoke Pole"),
        ("Bij Tal Karsuf zijn drie burgers gedood.", "nl", "Tal Karsuf"),
        ("Op de markt van Kessouba vielen zeven doden.", "nl", "Kessouba"),
        ("In de belegerde havenstad Brezany vielen vier doden.", "nl", "Brezany"),
        ("In het Syrische Qasr Dimna zijn vijf mensen gedood.", "nl", "Qasr Dimna"),
    ],
)
def test_a_place_that_no_list_knows_keeps_its_words(text: str, language: str, name: str) -> None:
    place = place_in(text, language)
    assert place is not None and place.unresolved and place.id is None
    assert place.text == name and text[place.start : place.end] == name
    assert "place_unresolved" in claims_in(text, language)[-1].doubts


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Four people were killed in March, the ministry said.", "en"),
        ("Four people were killed, according to posts on Twitter and in Facebook groups.", "en"),
        ("Nine people were killed, a doctor at Save the Children said.", "en"),
        ("Six men were killed in Operation Desert Lynx.", "en"),
        ("Village Strike Kills Nine People in Market Panic", "en"),
        ("Er vielen vijf doden in het Parlement van gisteren.", "nl"),
        ("In Maart vielen er vier doden.", "nl"),
    ],
)
def test_what_is_no_place_gives_none(text: str, language: str) -> None:
    assert all(claim.place is None or not claim.place.unresolved for claim in claims_in(text, language))


def test_where_somebody_speaks_is_not_where_it_happened() -> None:
    claims = claims_in("Two bombs hit a market in Raqqa on Monday. The ministry in Baghdad said eleven people were killed.")
    assert _names(claims)[-1] == "Raqqa"
    claims = claims_in("Bij Raqqa viel maandag een bom. Zeven gewonden zijn naar Bagdad gebracht.", "nl")
    assert _names(claims)[-1] == "Raqqa"


def test_a_headline_s_figure_takes_the_place_told_right_after_it() -> None:
    assert _names(claims_in("Nine people were killed. The bombs fell in Raqqa."))[0] == "Raqqa"


def _names(claims: tuple[Claim, ...]) -> list[str | None]:
    return [claim.place.name if claim.place else None for claim in claims if claim.harm is not None]


def methods_in(text: str, language: str) -> set[str | None]:
    return {claim.method and claim.method.value for claim in claims_in(text, language) if claim.harm is not None}


@pytest.mark.parametrize(
    ("text", "language", "method"),
    [
        ("Two teenagers were killed when their quad bike hit a tree.", "en", "accident"),
        ("Three workers were killed in a blast at a sugar mill.", "en", "accident"),
        ("The light aircraft came down in a field. Its pilot and two passengers were killed.", "en", "accident"),
        ("A sinkhole swallowed a bus stop in Lima, killing two commuters.", "en", "disaster"),
        ("Five people were shot dead at a bowling alley; the gunman took his own life.", "en", "crime"),
        ("Bij een ziekenhuisbrand in Peru stierven twaalf mensen.", "nl", "accident"),
        ("Zware regen kostte in Brazilië 54 mensen het leven.", "nl", "disaster"),
        ("Een man van 40 is doodgeslagen voor zijn flat.", "nl", "crime"),
    ],
)
def test_accidents_disasters_and_crimes_in_a_peaceful_text(text: str, language: str, method: str) -> None:
    assert methods_in(text, language) == {method}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A fire broke out after the strike. It killed four people.", "en"),
        ("An explosion of unknown cause at a factory killed four people in Idlib.", "en"),
        ("Rockets hit a petrol station, killing three people.", "en"),
        ("The rebels said a fire killed three people.", "en"),
        ("Gunmen on motorcycles killed twelve villagers near a factory.", "en"),
        ("Bij een explosie in een fabriek in Bagdad vielen vier doden.", "nl"),
        ("Door de brand na de luchtaanval kwamen drie mensen om.", "nl"),
        ("Een autobom bij een tankstation doodde negen mensen.", "nl"),
    ],
)
def test_a_report_of_war_tells_of_no_accident(text: str, language: str) -> None:
    assert not methods_in(text, language) & {"accident", "disaster", "crime"}


def actor_of(text: str, language: str, harm: str | None = "killed") -> str | None:
    claims = [claim for claim in claims_in(text, language) if (claim.harm and claim.harm.value) == harm]
    return claims[-1].actor.id if claims[-1].actor else None


@pytest.mark.parametrize(
    ("text", "language", "actor"),
    [
        ("Israeli shelling killed nine people in Rafah.", "en", "israeli-military"),
        ("The killing of twelve civilians by the Taliban was condemned.", "en", "taliban"),
        ("Russia bombed a school in Kharkiv on Monday. Nine people were killed, the mayor said.", "en", "russian-military"),
        ("Turkey's air force hit a convoy. Four men were killed.", "en", "turkish-military"),
        ("Hezbollah said it had fired at a post and killed two soldiers.", "en", "hezbollah"),
        ("Zaterdag bombardeerde Rusland een school in Charkiv. Negen mensen kwamen om.", "nl", "russian-military"),
        ("Het Israëlische leger heeft maandag een flat in Gaza beschoten. Er vielen zes doden.", "nl", "israeli-military"),
        ("Het Turkse leger zegt 25 strijders te hebben gedood.", "nl", "turkish-military"),
        ("Bij beschietingen van het Turkse leger zijn drie burgers gedood.", "nl", "turkish-military"),
        ("Vier doden in Charkiv. Russische drones troffen maandag een flat.", "nl", "russian-military"),
    ],
)
def test_who_did_it(text: str, language: str, actor: str) -> None:
    assert actor_of(text, language) == actor


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nine people were killed in a blast, according to the Israeli army.", "en"),
        ("Eleven people were killed when munitions stored by ISIS blew up.", "en"),
        ("At an aid site backed by Russia nine people were killed.", "en"),
        ("Volgens Oekraïne zijn negen mensen gedood.", "nl"),
        ("Er vielen in heel Oekraïne negen doden.", "nl"),
        ("Vier Turkse militairen zijn gesneuveld. Ook kwamen er twee burgers om.", "nl"),
    ],
)
def test_who_is_only_named_did_not_do_it(text: str, language: str) -> None:
    assert actor_of(text, language) is None


def test_an_attack_told_of_elsewhere_is_not_this_one_s() -> None:
    assert actor_of("Israel bombed Gaza City on Monday. In Raqqa a mine killed three people.", "en") is None


def test_a_headline_takes_the_day_told_below_it() -> None:
    claim = claims_in("Nine dead in Kharkiv\n\nOn Monday a missile hit a flat in Kharkiv. Nine people were killed.")[0]
    assert claim.time is not None and claim.time.inferred and claim.time.start_day.isoformat() == "2024-10-07"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("On the night of Monday, 23 October 2023 or the early morning of Tuesday, 24 October 2023, seven people were killed.", "en"),
        ("In de nacht van 23 oktober 2023 of de ochtend van 24 oktober 2023 kwamen zeven mensen om bij een luchtaanval.", "nl"),
    ],
)  # fmt: skip
def test_one_day_or_the_other_is_from_the_first_to_the_second(text: str, language: str) -> None:
    time = claims_in(text, language)[0].time
    assert time is not None
    assert (time.start_day, time.end_day) == (date(2023, 10, 23), date(2023, 10, 24))


def test_an_alleged_strike_is_nobodys_word_on_its_day() -> None:
    told = claims_in("On 23 October 2023 an alleged airstrike killed four people.", "en")[0].time
    said = claims_in("On 23 October 2023 the ministry alleged that four people were killed.", "en")[0].time
    assert told is not None and said is not None
    assert (told.inferred, said.inferred) == (False, True)


def test_the_period_among_whose_attacks_one_is_ranked_is_not_its_time() -> None:
    text = ("Bij een aanval op een winkel zijn donderdag 51 doden gevallen. Het is een van de dodelijkste aanvallen van de afgelopen "
            "maanden. In het dorp zijn volgens de politie 49 mensen gedood.")  # fmt: skip
    document = Document(id="a", text=text, language="nl", published="2024-05-17", published_day=date(2024, 5, 17))
    told = [claim for claim in read(document, load_rules()).claims if claim.quantity.low == 49]
    assert [claim.scope for claim in told] == [Scope.INCIDENT]
    assert [claim.time.start_day for claim in told if claim.time is not None] == [date(2024, 5, 16)]


def test_so_far_of_one_day_is_its_toll_and_of_a_year_a_total() -> None:
    rules = load_rules()
    day = Document(id="a", text="A rocket hit a market on Monday. So far 23 people were killed, the mayor said.", language="en",
                   published="2024-05-17", published_day=date(2024, 5, 17))  # fmt: skip
    year = Document(id="a", text="A rocket hit a market on Monday. So far this year 230 people were killed, the mayor said.", language="en",
                    published="2024-05-17", published_day=date(2024, 5, 17))  # fmt: skip
    assert [claim.scope for claim in read(day, rules).claims if claim.quantity.low == 23] == [Scope.INCIDENT]
    assert [claim.scope for claim in read(year, rules).claims if claim.quantity.low == 230] == [Scope.AGGREGATE]


def test_words_on_who_tells_a_count_do_not_make_it_a_total() -> None:
    text = "Bommen troffen maandag de markt. Veertig anderen raakten gewond, meldt een groep die het geweld in de oorlog bijhoudt."
    document = Document(id="a", text=text, language="nl", published="2024-05-17", published_day=date(2024, 5, 17))
    assert [claim.scope for claim in read(document, load_rules()).claims if claim.quantity.low == 40] == [Scope.INCIDENT]


def test_who_investigates_a_bomb_makes_it_no_crime() -> None:
    text = "A bomb hit a store in Balakliia on Thursday and killed seven people, prosecutors said."
    assert [claim.method for claim in claims_in(text, "en") if claim.harm is not None] == [None]


def test_the_day_since_which_a_war_lasts_is_not_the_day_of_the_report() -> None:
    text = ("At least 45 people were killed in an attack on a camp in Rafah, the health ministry said on Monday.\n\nThe ministry put its "
            "overall toll at 36,050, with 81,026 wounded since Oct. 7.")  # fmt: skip
    reading = read(Document(id="a", text=text, language="en", published="2024-05-27", published_day=date(2024, 5, 27)), load_rules())
    assert reading.opening_time is not None and reading.opening_time.start_day == date(2024, 5, 27)


def test_a_weekday_in_the_opening_goes_before_a_date_of_long_ago() -> None:
    text = "A rocket killed four people in Sderot on Tuesday.\n\nThe war began with the attack of 7 October 2023."
    reading = read(Document(id="a", text=text, language="en", published="2024-05-29", published_day=date(2024, 5, 29)), load_rules())
    assert reading.opening_time is not None and reading.opening_time.start_day == date(2024, 5, 28)


def test_a_disease_that_somebody_was_treated_for_is_not_what_killed_those_after_it() -> None:
    text = ("A drone strike on a clinic killed 11 people on Sunday. Most had been waiting for a measles vaccination, he said. "
            "Two villagers put the death toll at 15.")  # fmt: skip
    assert [claim.method for claim in claims_in(text, "en") if claim.quantity.low == 15] == [Method.DRONE_STRIKE]


def test_a_crash_in_which_people_died_is_no_act_of_the_war_told_before() -> None:
    text = "An air strike killed four people on Sunday. Six others died when a bus crashed. Their funeral is on Monday."
    assert [claim.method for claim in claims_in(text, "en") if claim.quantity.low == 6][:1] == [Method.ACCIDENT]


def test_what_it_was_not_is_no_means() -> None:
    told = claims_in("The bombing of the market was no accident. Twenty-seven people were killed.", "en")
    assert [claim.method for claim in told if claim.quantity.low == 27] == [None]


def test_one_of_the_biggest_tolls_counts_nobody() -> None:
    assert claims_in("It was one of the biggest civilian death tolls in any Russian strike, the mayor said.", "en") == ()
