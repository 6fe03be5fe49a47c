"""What would change a grade is true: reports that make the change really give the grade that the sentence names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kroniek.codebooks.load import load_codebook, packaged_codebooks
from kroniek.incidents.assess import assess
from kroniek.incidents.coding import code_harms
from kroniek.incidents.counterfactuals import would_change
from kroniek.incidents.grading import Case, grade_of
from kroniek.incidents.link import Cluster
from kroniek.incidents.parts import parts_of
from kroniek.model.claim import Claim, Group, Harm, Method, Stance
from kroniek.model.incident import GradeValue, Incident, MadeBy
from kroniek.provenance.origins import origins
from kroniek.reading.result import Reading
from tests.builders import claim, reading

AIRWARS = load_codebook("airwars")
MADE_BY = MadeBy("0.1.0", "airwars", AIRWARS.sha256, "0" * 64)
WORDS = {value.value.capitalize(): value for value in GradeValue}


def one(*readings: Reading, codebook: str = "airwars") -> Incident:
    (found,) = assess(readings, load_codebook(codebook), MADE_BY)
    return found


def case_of(*readings: Reading) -> Case:
    """The reports as told of one event, whether or not linking would join them."""
    parts = tuple(part for each in readings for part in parts_of(each))
    cluster = Cluster(id="inc-1", parts=parts, readings=readings, place=parts[0].place, date=parts[0].date)
    found = origins(cluster.claims, {each.document.id: each.document for each in readings})
    return Case(cluster, code_harms(cluster, Harm.KILLED, AIRWARS), found)


def _report(
    name: str, low: int, who: str | None, actor: str | None, group: Group = Group.CIVILIAN, stance: Stance = Stance.ASSERTED
) -> Reading:
    told = claim(low, document=name, said_by=who, actor=actor, group=group, stance=stance, method=Method.AIRSTRIKE)
    return reading(told, document=name)


_REPORTS = st.lists(
    st.tuples(st.integers(1, 9), st.sampled_from(["Agency", "Monitor", "Ministry"]), st.sampled_from(["ypg", "ypg", "fsa", None])),
    min_size=1,
    max_size=4,
)


def _promised(sentences: tuple[str, ...], begins: str) -> GradeValue | None:
    """The grade that the sentence beginning so promises."""
    for sentence in sentences:
        if sentence.startswith(begins):
            return WORDS[sentence.rpartition(" would make this ")[2].rstrip(".")]
    return None


@settings(max_examples=120, deadline=None)
@given(_REPORTS)
def test_reports_that_make_the_change_give_the_grade_that_is_named(rows: list[tuple[int, str, str | None]]) -> None:
    reports = [_report(f"d{number}", low, who, actor) for number, (low, who, actor) in enumerate(rows)]
    case = case_of(*reports)
    now, sentences = grade_of(case, AIRWARS).value, would_change(case, AIRWARS)
    laid = sorted({actor for _, _, actor in rows if actor})
    low = rows[0][0]
    tried = {
        ("A second independent", "A third independent", "A fourth independent", "An independent origin"): _report(
            "new", low, "Hospital", laid[0] if laid else None
        ),
        ("A belligerent's concession",): _report("new", low, "Command", laid[0] if laid else None, stance=Stance.CONCEDED),
        ("A report that lays it to another party",): _report("new", low, "Agency", "another-party"),
        ("An independent report that names",): _report("new", low, "Hospital", "another-party"),
    }
    for beginnings, added in tried.items():
        for begins in beginnings:
            promised = _promised(sentences, begins)
            if promised is not None:
                assert grade_of(case_of(*reports, added), AIRWARS).value is promised, (begins, sentences)
    assert all(WORDS[sentence.rpartition(" ")[2].rstrip(".")] is not now for sentence in sentences)


def test_a_weak_incident_needs_another_origin() -> None:
    weak = one(_report("a", 4, "Agency", "ypg"), _report("b", 4, "Agency", "ypg"))
    assert weak.grade.value is GradeValue.WEAK
    assert weak.grade.would_change == (
        "A second independent origin would make this Fair.",
        "A belligerent's concession of the harm would make this Confirmed.",
        "A report that lays it to another party would make this Contested.",
        "Evidence that all of the killed were combatants would make this Discounted.",
    )


def test_a_fair_incident_hangs_on_its_weakest_origin_where_there_are_two() -> None:
    reports = [_report("a", 4, "Agency", "ypg"), _report("b", 4, "Monitor", "ypg")]
    assert "Leaving out Agency would make this Weak." in one(*reports).grade.would_change
    assert one(reports[1]).grade.value is GradeValue.WEAK
    third = _report("c", 4, "Ministry", "ypg")
    assert not any("Leaving out" in sentence for sentence in one(*reports, third).grade.would_change)


def test_a_contested_incident_names_the_attribution_that_contests_it() -> None:
    reports = [_report(name, 4, who, "ypg") for name, who in (("a", "Agency"), ("b", "Monitor"))]
    case = case_of(*reports, _report("c", 4, "Ministry", "fsa"))
    assert grade_of(case, AIRWARS).value is GradeValue.CONTESTED
    assert "Leaving out what lays it to Fsa would make this Fair." in would_change(case, AIRWARS)
    assert grade_of(case_of(*reports), AIRWARS).value is GradeValue.FAIR


def test_a_confirmed_incident_tells_what_a_withdrawal_would_make() -> None:
    found = one(_report("a", 4, "Agency", "ypg"), _report("b", 4, "Command", "ypg", stance=Stance.CONCEDED))
    assert found.grade.value is GradeValue.CONFIRMED
    assert "A withdrawal of what was conceded would make this Fair." in found.grade.would_change


def test_combatants_and_a_civilian() -> None:
    found = one(_report("a", 4, "Agency", "ypg", Group.COMBATANT))
    assert found.grade.value is GradeValue.DISCOUNTED
    assert "A report of a civilian killed would make this Weak." in found.grade.would_change


def test_a_codebook_that_asks_for_three_origins_says_so() -> None:
    rule = AIRWARS.rule("grade_fair")
    strict = replace(AIRWARS, rules={**AIRWARS.rules, "grade_fair": replace(rule, values={"origins": 3})})
    (found,) = assess([_report("a", 4, "Agency", "ypg")], strict, MADE_BY)
    assert found.grade.would_change[0] == "2 more independent origins would make this Fair."


def test_the_reasons_name_the_rule_and_the_claims() -> None:
    found = one(_report("a", 4, "Agency", "ypg"), _report("b", 6, "Monitor", "ypg"))
    assert "(rule grade_fair)" in found.grade.why[0]
    assert all(claim in found.grade.why[1] for claim in found.claims)


@pytest.mark.parametrize("name", packaged_codebooks())
def test_a_desk_without_grades_tells_of_entering_only(name: str) -> None:
    found = one(_report("a", 4, "Agency", None), codebook=name)
    if name == "ucdp":
        assert "An independent report that names the attacker would let this enter." in found.grade.would_change
    if name == "acled":
        assert found.grade.would_change == ()


def _told(low: int, at: int, who: str | None = None) -> Claim:
    return claim(low, at=at, said_by=who, actor="ypg")


def test_a_claim_that_alone_sets_the_maximum() -> None:
    lowest, highest = _told(4, 0), _told(9, 300, "Agency")
    (hinge, other) = sorted(one(reading(lowest, highest)).hinges, key=lambda hinge: hinge.bounds, reverse=False)
    assert (hinge.claim, hinge.bounds, hinge.low, hinge.high) == (highest.id, ("high",), 4, 4)
    assert hinge.text == f"Claim {highest.id} alone sets the maximum of the killed; without it it would be 4."
    assert (other.claim, other.bounds, other.low, other.high) == (lowest.id, ("low",), 9, 9)


def test_what_two_claims_tell_hangs_on_neither() -> None:
    reports = [_report("a", 4, "Agency", "ypg"), _report("b", 4, "Monitor", "ypg")]
    assert one(*reports).hinges == ()


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 20), st.sampled_from([None, "One", "Two"])), min_size=2, max_size=5))
def test_coding_without_the_claim_gives_the_range_that_is_named(rows: list[tuple[int, str | None]]) -> None:
    claims = [_told(low, number * 200, who) for number, (low, who) in enumerate(rows)]
    for hinge in one(reading(*claims)).hinges:
        rest = one(reading(*(each for each in claims if each.id != hinge.claim))).killed.civilian
        assert rest is not None
        assert (rest.low, rest.high) == (hinge.low, hinge.high)
