import random
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from kroniek.codebooks.load import load_codebook
from kroniek.incidents.assess import assess
from kroniek.model.claim import Group, Harm, PlaceMention, Stance
from kroniek.model.incident import GradeValue, Incident, MadeBy, StrikeStatus
from kroniek.model.report import Document
from kroniek.reading.load import load_rules
from kroniek.reading.reader import read
from kroniek.reading.result import Reading
from tests.builders import IDLIB, RAQQA, claim, on, reading

AIRWARS = load_codebook("airwars")
MADE_BY = MadeBy("0.1.0", "airwars", AIRWARS.sha256, "0" * 64)


def one(*readings: Reading) -> Incident:
    incidents = assess(readings, AIRWARS, MADE_BY)
    assert len(incidents) == 1
    return incidents[0]


def test_title_is_built_from_the_data() -> None:
    assert one(reading(claim(3, actor="ypg"))).title == "Raqqa, 14 August 2017: harm alleged"


def test_reports_of_one_origin_are_weak_and_two_origins_fair() -> None:
    repeats = [reading(claim(4, document=d, said_by="Agency", actor="ypg"), document=d) for d in "abc"]
    weak = one(*repeats)
    assert weak.grade.value is GradeValue.WEAK
    assert weak.strike_status is StrikeStatus.SINGLE_SOURCE
    assert [(origin.name, origin.documents) for origin in weak.origins] == [("Agency", ("a", "b", "c"))]
    assert "A second independent origin would make this Fair." in weak.grade.would_change
    fair = one(*repeats, reading(claim(4, document="d", said_by="Monitor", actor="ypg"), document="d"))
    assert fair.grade.value is GradeValue.FAIR


def test_an_injured_only_incident_is_an_incident_with_killed_null() -> None:
    incident = one(reading(claim(3, harm=Harm.INJURED, actor="ypg")))
    assert incident.killed.civilian is None
    assert incident.injured.civilian is not None


def test_a_concession_confirms() -> None:
    conceded = claim(4, document="b", actor="us-led-coalition", said_by="Coalition", stance=Stance.CONCEDED)
    incident = one(reading(claim(6, document="a", actor="us-led-coalition"), document="a"), reading(conceded, document="b"))
    assert incident.grade.value is GradeValue.CONFIRMED
    assert conceded.id in " ".join(incident.grade.why)
    assert incident.strike_status is StrikeStatus.DECLARED
    assert incident.killed.civilian is not None
    assert (incident.killed.civilian.low, incident.killed.civilian.high) == (4, 6)
    assert [set(conflict.claims) for conflict in incident.conflicts] == [{claim(6, document="a", actor="us-led-coalition").id, conceded.id}]


def test_whom_a_desk_counts_as_a_combatant_is_no_civilian() -> None:
    text = (
        "On August 1, 2024, two members of the Nofal family were killed in an alleged airstrike on Nuseirat by the Israeli military.\n\n"
        "We have changed his status from civilian to militant. All sources attributed the strike to the Israeli military."
    )
    incident = one(read(Document(id="a", text=text, language="en"), load_rules()))
    assert incident.killed.civilian is not None
    assert (incident.killed.civilian.low, incident.killed.civilian.high) == (1, 1)


def test_combatants_alone_are_discounted() -> None:
    assert one(reading(claim(9, group=Group.COMBATANT))).grade.value is GradeValue.DISCOUNTED


def test_parts_that_exceed_the_whole_are_found() -> None:
    whole = claim(3, actor="ypg")
    children, women = claim(2, group=Group.CHILD, at=50, part_of=whole.id), claim(2, group=Group.WOMAN, at=60, part_of=whole.id)
    same_sentence = [replace(part, evidence=whole.evidence) for part in (children, women)]
    (finding,) = one(reading(whole, *same_sentence)).checks
    assert (finding.kind, finding.value, finding.documents) == ("parts_exceed_maximum", 1, ("a",))
    assert finding.claims == (children.id, women.id)
    # a later sentence may tell of the same children by name
    assert not one(reading(whole, children, women)).checks


def test_a_lightly_read_text_of_a_strike_alone_makes_an_incident_with_null_ranges() -> None:
    post = Document(id="post", text="غارة جوية على مدينة إدلب صباح اليوم", language="ar", published_day=date(2019, 5, 5))
    made = one(read(post, load_rules()))
    every = (made.killed, made.injured, made.missing, made.detained, made.displaced)
    assert all(getattr(harm, name) is None for harm in every for name in ("civilian", "combatant", "undetermined", "child", "total"))


def test_a_text_read_in_full_that_alleges_no_harm_makes_no_incident() -> None:
    told = read(Document(id="post", text="Two airstrikes hit Idlib on 4 May 2019.", language="en"), load_rules())
    assert [claim.harm for claim in told.claims] == [None]
    assert assess([told], AIRWARS, MADE_BY) == ()


def test_no_harm_no_incident() -> None:
    assert assess([reading()], AIRWARS, MADE_BY) == ()


def _told(day: int, low: int, number: int) -> Reading:
    name = f"d{number}"
    return reading(claim(low, document=name, time=on(date(2017, 8, 14) + timedelta(days=day))), document=name)


@settings(max_examples=150, deadline=None)
@given(
    told=st.lists(st.tuples(st.integers(0, 7), st.sampled_from([2, 5])), min_size=5, max_size=9), chance=st.randoms(use_true_random=False)
)
def test_where_many_reports_fit_each_other_alike_their_order_changes_nothing(told: list[tuple[int, int]], chance: random.Random) -> None:
    """Reports of one town on days that follow each other fit in chains, many pairs alike: which of them are joined first must not hang on
    the order in which they came. Without the sorting in `assess` and `link` this fails."""
    readings = [_told(day, low, number) for number, (day, low) in enumerate(told)]
    shuffled = list(readings)
    chance.shuffle(shuffled)
    assert assess(readings, AIRWARS, MADE_BY) == assess(shuffled, AIRWARS, MADE_BY)


@settings(max_examples=40, deadline=None)
@given(
    told=st.lists(
        st.tuples(
            st.integers(0, 30),
            st.sampled_from([RAQQA, IDLIB]),
            st.integers(0, 2),
            st.sampled_from(list(Harm)),
            st.sampled_from([Group.CIVILIAN, Group.CHILD, Group.COMBATANT, None]),
            st.sampled_from([None, "One", "Two"]),
        ),
        max_size=8,
    ),
    seed=st.integers(0, 1000),
)
def test_any_order_gives_the_same_incidents(
    told: list[tuple[int, PlaceMention, int, Harm, Group | None, str | None]], seed: int
) -> None:
    readings = []
    for number, (low, place, day, harm, group, speaker) in enumerate(told):
        name = f"d{number % 5}-{number}"
        when = on(date(2017, 8, 14) + timedelta(days=day))
        one_claim = claim(low, document=name, place=place, time=when, harm=harm, group=group, said_by=speaker)
        readings.append(reading(one_claim, document=name, places=(place,)))
    shuffled = list(readings)
    random.Random(seed).shuffle(shuffled)
    incidents = assess(readings, AIRWARS, MADE_BY)
    assert incidents == assess(shuffled, AIRWARS, MADE_BY)
    mains = [document.id for incident in incidents for document in incident.documents if document.main]
    assert len(mains) == len(set(mains))
    for incident in incidents:
        for ranges in (incident.killed, incident.injured):
            if ranges.civilian is not None:
                assert (ranges.civilian.low or 0) <= (ranges.civilian.high or 0)
