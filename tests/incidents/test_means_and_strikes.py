from dataclasses import replace

import pytest

from kroniek.codebooks.load import load_codebook
from kroniek.incidents.assess import assess
from kroniek.incidents.main_place import in_dateline
from kroniek.model.claim import PlaceMention, SpeakerMention
from kroniek.model.incident import Incident, MadeBy, StrikeStatus, StrikeType
from kroniek.model.report import Document
from kroniek.reading.clues_load import load_clues
from kroniek.reading.report_clues import report_clues
from kroniek.reading.result import Reading
from tests.builders import RAQQA, claim, reading

AIRWARS = load_codebook("airwars")
CLUES = load_clues()
GAZA = replace(RAQQA, text="Gaza", name="Gaza", id="gaza", country="PS", admin1=None, lat=31.5, lon=34.47)


def assessed(text: str, *, language: str = "en", place: PlaceMention = RAQQA, actor: str | None = None) -> Incident:
    told = replace(claim(3, actor=actor, place=place), said_by=(SpeakerMention(text="Source", start=0, end=1, name="Source"),))
    second = replace(told, id="claim-other", said_by=(SpeakerMention(text="Other", start=0, end=1, name="Other"),))
    base = reading(told, second, clues=report_clues(text, CLUES, language), places=(place,))
    one = Reading(document=Document(id="a", text=text), claims=base.claims, clues=base.clues, places=base.places)
    incidents = assess([one], AIRWARS, MadeBy("", "", "", ""))
    assert len(incidents) == 1
    return incidents[0]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Three died in an airstrike.", {StrikeType.AIRSTRIKE}),
        ("Three died in a drone strike.", {StrikeType.DRONE_STRIKE, StrikeType.AIRSTRIKE}),
        ("Three died in artillery shelling.", {StrikeType.ARTILLERY}),
        ("Three died in a bombing.", {StrikeType.AIRSTRIKE_OR_ARTILLERY}),
        ("Three died in a bombing. Witnesses saw warplanes.", {StrikeType.AIRSTRIKE}),
        ("Three died in a bombing. Some saw warplanes, others heard artillery.", {StrikeType.AIRSTRIKE_OR_ARTILLERY}),
        ("Three died in an airstrike or artillery strike.", {StrikeType.AIRSTRIKE_OR_ARTILLERY}),
        ("A sniper killed three.", {StrikeType.GROUND_OPERATION}),
        ("Three died in an airstrike. An earlier attack with mortars is another incident.", {StrikeType.AIRSTRIKE}),
    ],
)
def test_means_of_attack(text: str, types: set[StrikeType]) -> None:
    assert set(assessed(text).strike_type) == types


def test_no_means_told_is_no_means() -> None:
    assert assessed("Three people died.", actor="ypg").strike_type == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Three died in an airstrike.", StrikeStatus.LIKELY),
        ("Three died in an airstrike. The army confirmed the strike.", StrikeStatus.DECLARED),
        ("Three died in an airstrike. Only one source attributed the strike to the army.", StrikeStatus.SINGLE_SOURCE),
        ("Three died in a bombing. None of the sources named the perpetrator.", StrikeStatus.CONTESTED),
    ],
)
def test_strike_status(text: str, status: StrikeStatus) -> None:
    assert assessed(text, actor="us-led-coalition").strike_status is status


def test_where_nobody_is_named_the_parties_at_war_there_are_listed() -> None:
    incident = assessed("Three died in a bombing. None of the sources named the perpetrator.", place=GAZA)
    assert [party.name for party in incident.belligerents] == ["Israeli Military", "Palestinian Militants"]
    assert assessed("Three died in a bombing. None of the sources named the perpetrator.").belligerents == ()


def test_people_of_contested_status_leave_the_minimum_or_come_on_top() -> None:
    incident = assessed("Three died in an airstrike.\n\nThe status of one man as a militant is contested.")
    assert incident.killed.combatant is not None and incident.killed.civilian is not None
    assert (incident.killed.combatant.low, incident.killed.combatant.high) == (0, 1)
    assert (incident.killed.civilian.low, incident.killed.civilian.high) == (3, 4)


@pytest.mark.parametrize(
    ("sentence", "low", "high"),
    [
        ("Two daughters have been counted in the maximum toll.", 3, 5),
        ("Given the ambiguity around his militant status, he was excluded from the lower toll.", 2, 3),
        ("The civilian status of two of them is contested, and they were excluded from the minimum toll.", 1, 3),
        ("We have not attributed contested civilian status to either man.", 3, 3),
    ],
)
def test_a_desk_says_whom_it_counts_apart(sentence: str, low: int, high: int) -> None:
    incident = assessed(f"Three died in an airstrike.\n\n{sentence} All sources attributed the strike to the army.")
    assert incident.killed.civilian is not None
    assert (incident.killed.civilian.low, incident.killed.civilian.high) == (low, high)


def test_a_date_line_is_no_place_of_an_event() -> None:
    text = "Headline\n\nKYIV, April 8 (Agency) - Nine people died in Kramatorsk - all of them civilians."
    kyiv = PlaceMention(text="KYIV", start=10, end=14)
    at = text.index("Kramatorsk")
    assert in_dateline(text, kyiv)
    assert not in_dateline(text, PlaceMention(text="Kramatorsk", start=at, end=at + 10))
