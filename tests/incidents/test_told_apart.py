"""Reports of one event that name the place, the day or the war each in another way."""

from __future__ import annotations

from datetime import date

from kroniek.codebooks.load import load_codebook
from kroniek.incidents.assess import assess
from kroniek.incidents.telling_names import telling_names
from kroniek.model.incident import MadeBy
from kroniek.model.report import Document
from kroniek.reading.load import load_rules
from kroniek.reading.reader import read
from kroniek.reading.result import Reading

AIRWARS = load_codebook("airwars")
MADE_BY = MadeBy("0", "airwars", "0", "0")
AIR_RAID = "A jet bombed a monastery near Kyauk Htan in the Ledawgyi hills on Thursday, killing 23 people, a monk said."


def _read(name: str, text: str, published: str, language: str = "en") -> Reading:
    day = date.fromisoformat(published)
    return read(Document(id=name, text=text, language=language, published=published, published_day=day), load_rules())


def _documents(*readings: Reading) -> list[list[str]]:
    return sorted(sorted({each.id for each in incident.documents}) for incident in assess(readings, AIRWARS, MADE_BY))


def test_a_toll_and_a_name_that_no_list_knows_tie_reports_without_a_known_place() -> None:
    one = _read("one", AIR_RAID, "2024-05-10")
    two = _read("two", "De luchtmacht heeft in de Ledawgyi-heuvels een klooster gebombardeerd. Er zijn 23 doden.", "2024-05-10", "nl")
    other = _read("other", "Een straaljager bombardeerde een klooster bij Mawlu. Er zijn 23 doden.", "2024-05-19", "nl")
    assert _documents(one, two, other) == [["one", "two"], ["other"]]


def test_a_report_that_speaks_of_no_war_joins_the_one_that_does_and_makes_no_incident_alone() -> None:
    raid = _read("raid", "An air strike on a house in Raqqa on Monday killed 12 people and injured seven, doctors said.", "2017-08-14")
    rubble = _read("rubble", "Rescuers searched a house in Raqqa that collapsed on Monday. Twelve people died.", "2017-08-15")
    crash = _read("crash", "Three people died on Monday in Raqqa in a house that collapsed.", "2017-08-15")
    assert _documents(raid, rubble) == [["raid", "rubble"]]
    assert _documents(raid, crash) == [["raid"]]
    assert _documents(rubble) == []


def test_a_report_of_long_after_that_tells_only_the_month_joins_by_its_figure() -> None:
    raid = _read("raid", "An air strike on a house in Raqqa on Monday killed 37 civilians, doctors said.", "2017-08-14")
    inquiry = _read("inquiry", "In August of 2017 the American army killed 37 civilians in Raqqa, a commission found.", "2017-12-01")
    campaign = _read("campaign", "In August of 2017 the American army killed 433 civilians in Raqqa, a commission found.", "2017-12-01")
    assert _documents(raid, inquiry) == [["inquiry", "raid"]]
    assert _documents(raid, campaign) == [["raid"]]
    assert _documents(inquiry) == []


def test_a_word_that_only_begins_sentences_is_no_telling_name() -> None:
    found = telling_names(_read("one", f"{AIR_RAID} Villagers fled to the Ledawgyi hills.", "2024-05-10"))
    assert "ledawgyi" in found
    assert not found & {"villagers", "a"}


def test_two_attacks_on_one_town_told_the_day_after_stay_two() -> None:
    first = _read("a", "An airstrike on the market of Raqqa killed 24 civilians on Thursday, residents said.", "2017-08-04")
    later = _read("b", "An airstrike on the market of Raqqa killed 24 civilians on Monday, residents said.", "2017-08-15")
    assert _documents(first, later) == [["a"], ["b"]]


def test_a_separate_attack_elsewhere_on_the_same_day_is_another_event() -> None:
    store = _read("store", "A bomb hit a store in Balakliia on Thursday and killed seven people, prosecutors said.\n\nIt was a busy day. "
                  "Elsewhere, in Horlivka, four people were killed by shelling, the mayor said.", "2025-03-20")  # fmt: skip
    stop = _read("stop", "In Horlivka zijn donderdag vier mensen gedood door beschietingen, meldt de burgemeester.", "2025-03-21", "nl")
    main = _read("main", "Zeven mensen zijn donderdag gedood bij een aanval op een winkel in Balaklija.", "2025-03-20", "nl")
    joined = _documents(store, stop, main)
    assert ["main", "store"] in joined
    assert ["stop", "store"] in joined or ["stop"] in joined
    assert ["main", "stop", "store"] not in joined


def test_a_place_that_no_list_knows_is_one_in_two_spellings() -> None:
    one = _read("one", "A bomb hit a farm in Zarichkovets in Ukraine on Thursday and killed seven people and wounded 23.", "2025-03-20")
    words = "Bij een Russische luchtaanval op een boerderij in het Oekraïense Zaritsjkovets zijn donderdag acht doden gevallen."
    two = _read("two", words, "2025-03-21", "nl")
    assert _documents(one, two) == [["one", "two"]]


def test_an_official_toll_beside_a_much_higher_one_is_of_one_event() -> None:
    first = _read("first", "Gunmen killed 11 soldiers in an ambush near Djibo on Saturday, the government said. A resident said 15 "
                  "drivers were killed.", "2022-10-16")
    more = _read("more", "An internal note speaks of 60 dead in Saturday's ambush near Djibo. The government said 11 soldiers were killed.",
                 "2022-10-18")  # fmt: skip
    assert _documents(first, more) == [["first", "more"]]


def test_counts_of_a_sentence_with_the_toll_are_of_its_event_whatever_the_sentence_before_told() -> None:
    text = ("The Israeli army named six men whom it had killed in Saturday's air strike on a school in Nuseirat. One of them took part in "
            "the attack on Be'eri on October 7.\n\nThe civil defence said that the number of dead had reached 16, after two people were "
            "dug out.")  # fmt: skip
    names = _read("names", text, "2024-09-01")
    assert _documents(names) == [["names"]]
