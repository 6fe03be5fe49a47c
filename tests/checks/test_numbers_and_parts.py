"""Malformed numbers, one number in two units, groups above their total, totals that fall."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kroniek.checks.check import check
from kroniek.checks.load import load_check_rules
from kroniek.checks.records import check_record
from kroniek.incidents.findings import checks_of
from kroniek.model.claim import Harm
from kroniek.model.finding import Finding, Outcome, Severity, claim_key, finding_id
from kroniek.model.incident import CodedRange, HarmRanges
from kroniek.model.incident_record import IncidentRecord
from tests.checks.making import checked, found, report


def test_a_malformed_number_is_shown_with_what_may_be_meant() -> None:
    (finding,) = found("They used as many as 20,0000 civilians as human shields in Raqqa.", "malformed_number")
    assert (finding.outcome, finding.severity) == (Outcome.CANNOT_BE_CHECKED, Severity.WARNING)
    assert "20,000 or 200,000 may be meant" in finding.text


def test_days_and_clock_times_are_no_malformed_numbers() -> None:
    text = "Three people were killed in an airstrike on 03.08.24. The video shows the strike at 0’40 and 0’55."
    assert not found(text, "malformed_number")


@pytest.mark.parametrize(
    ("text", "alarm"),
    [
        ("Five square kilometres of Raqqa were flattened. Five hectares of Raqqa were flattened, the monitor said.", True),
        ("Five square kilometres of Raqqa were flattened. Six hectares of Raqqa were flattened, the monitor said.", False),
        ("Five square kilometres of Raqqa were flattened. Five hectares of Mosul were flattened, the monitor said.", False),
    ],
)
def test_one_number_in_two_units(text: str, alarm: bool) -> None:
    assert bool(found(text, "two_units")) is alarm


@pytest.mark.parametrize(
    ("text", "severity", "value"),
    [
        ("An airstrike on Idlib killed 12 civilians, including 7 children and 6 women.", Severity.ERROR, 1),
        ("Bij een luchtaanval op Idlib kwamen 12 burgers om, onder wie 7 kinderen en 6 vrouwen.", Severity.ERROR, 1),
        ("An airstrike on Idlib killed at least 12 civilians, including 7 children and 6 women.", Severity.WARNING, 1),
    ],
)
def test_groups_above_their_total(text: str, severity: Severity, value: int) -> None:
    findings = [finding for finding in checked(report(text)) if finding.outcome is Outcome.DOES_NOT_ADD_UP]
    assert [(finding.severity, finding.value) for finding in findings] == [(severity, value)]


@pytest.mark.parametrize(
    "text",
    [
        "An airstrike on Idlib killed 12 civilians, including 7 children and 5 women.",
        "An airstrike on Idlib killed about 12 civilians, including 7 children and 6 women.",
        "An airstrike on Idlib killed up to 20 civilians, including at least 7 children and 6 women.",
        # ten of the thirteen
        "An airstrike on Idlib killed four civilians, including two children; at least 13 others, including ten children, were injured.",
        # the same children by name: no more children
        "An airstrike on Idlib killed 3 civilians, including two children. Ali, 6, and his sisters Rana, 8, and Sara, 4, were killed.",
    ],
)
def test_groups_that_fit_raise_no_alarm(text: str) -> None:
    assert not [finding for finding in checked(report(text)) if finding.outcome is Outcome.DOES_NOT_ADD_UP]


RANGES = st.none() | st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: CodedRange(min(pair), max(pair)))


@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20), st.integers(0, 30), st.integers(0, 9), st.integers(0, 9))
def test_ranges_around_the_truth_never_raise_an_error(children: int, women: int, men: int, others: int, below: int, above: int) -> None:
    """The maximum of a total that holds the truth is never exceeded by minima that do."""

    def around(truth: int) -> CodedRange:
        return CodedRange(max(0, truth - below), truth + above)

    total = around(children + women + men + others)
    ranges = HarmRanges(child=around(children), woman=around(women), man=around(men), total=total)
    assert all(finding.severity is not Severity.ERROR for finding in checks_of({Harm.KILLED: ranges}, record="r"))


@given(RANGES, RANGES, RANGES, RANGES)
def test_a_record_is_held_against_both_bounds(
    child: CodedRange | None, woman: CodedRange | None, man: CodedRange | None, total: CodedRange | None
) -> None:
    record = IncidentRecord(id="r", line=2, title="", harms={Harm.KILLED: HarmRanges(child=child, woman=woman, man=man, total=total)})
    added = sum(part.low or 0 for part in (child, woman, man) if part is not None)
    kinds = [finding.kind for finding in check_record(record)]
    if total is None or total.low is None or total.high is None:
        assert not kinds
    elif added > total.high:
        assert kinds == ["parts_exceed_maximum"]
    else:
        assert kinds == (["parts_exceed_minimum"] if added > total.low else [])


def test_a_range_the_wrong_way_round() -> None:
    record = IncidentRecord(id="r", line=2, title="", harms={Harm.KILLED: HarmRanges(total=CodedRange(9, 3))})
    (finding,) = check_record(record)
    assert (finding.kind, finding.severity, finding.documents) == ("reversed_range", Severity.ERROR, ("r",))


def _tolls(first: str, second: str) -> list[Finding]:
    one = report(f"An airstrike on Idlib killed {first} civilians on 2 March 2021, the Civil Defence said.", "one", "Orient Wire", 2)
    two = report(f"The airstrike on Idlib of 2 March 2021 killed {second} civilians, the Civil Defence said.", "two", "Orient Wire", 4)
    return [finding for finding in checked(one, two) if finding.kind == "falling_total"]


def test_a_total_of_one_origin_that_falls() -> None:
    (finding,) = _tolls("at least 50", "30")
    assert finding.documents == ("one", "two")
    assert finding.incident is not None
    assert finding.value == 20
    assert "“at least 50” killed on 2021-03-02, and for “30” on 2021-03-04: the total fell." in finding.text


@pytest.mark.parametrize(
    ("first", "second"), [("30", "at least 50"), ("at least 50", "at least 30"), ("about 50", "30"), ("up to 50", "30")]
)
def test_a_total_that_rises_or_leaves_room_is_no_finding(first: str, second: str) -> None:
    assert not _tolls(first, second)


def test_an_id_stays_as_long_as_the_words_under_it() -> None:
    text = "An airstrike on Idlib killed 12 civilians, including 7 children and 6 women."
    (before,) = [finding for finding in checked(report(text)) if finding.outcome is Outcome.DOES_NOT_ADD_UP]
    (after,) = [
        finding for finding in checked(report("The monitor reported on 2 March.\n\n" + text)) if finding.outcome is Outcome.DOES_NOT_ADD_UP
    ]
    assert before.id == after.id
    assert before.claims != after.claims, "claims have other ids in another version of the text"
    assert finding_id("sum", ["a", "b"]) == finding_id("sum", ["b", "a", "a"]) != finding_id("rate", ["a", "b"])


def test_the_order_of_the_reports_changes_nothing() -> None:
    texts = {
        "a": "The army paid $90 million for shells and $60 million for rifles. The total, $190 million, is for weapons.",
        "b": "An airstrike on Idlib killed 12 civilians, including 7 children and 6 women.",
        "c": "Raqqa covers 40 square kilometres. The coalition fired 5,775 munitions at Raqqa in August 2017.",
    }
    readings = [report(text, id) for id, text in texts.items()]
    assert checked(*readings) == checked(*reversed(readings))
    assert len(checked(*readings)) == 3


def test_a_key_knows_the_kind_and_the_place_in_the_sentence() -> None:
    (reading,) = [report("An airstrike on Idlib killed 12 civilians and injured 12 others.")]
    keys = {claim_key(claim) for claim in reading.claims}
    assert len(keys) == len(reading.claims)
    assert claim_key(replace(reading.claims[0], id="other", version="1" * 64)) in keys


def test_no_reports_no_findings() -> None:
    from kroniek.provenance.trace import trace

    assert check([], trace([]), [], load_check_rules()) == ()
