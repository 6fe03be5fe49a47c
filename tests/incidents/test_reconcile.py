"""A published total against the incidents known: what the data tells, and what it does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kroniek.incidents.aggregates import told_totals
from kroniek.incidents.reconcile import Published, Reconciliation, reconcile
from kroniek.incidents.totals import IncidentRow, Stated
from kroniek.incidents.totals_rows import Counted
from kroniek.model.claim import (
    Accuracy,
    Bound,
    Claim,
    Group,
    PartyMention,
    PlaceMention,
    Quantity,
    Scope,
    SpeakerMention,
    SpeakerRole,
    Stance,
    TimeMention,
    Victims,
)
from kroniek.model.finding import Outcome, Severity
from kroniek.model.interval import Precision
from kroniek.model.span import Words
from tests.builders import claim

ON = date(2017, 9, 5)


def row(number: int, grade: str | None, low: int | None, high: int | None, **more: object) -> IncidentRow:
    values: dict[str, object] = {"day": date(2017, 8, number % 28 + 1), "belligerents": ("A",), **more}
    return IncidentRow(id=f"x{number}", grade=grade, killed=Stated(low, high), **values)  # type: ignore[arg-type]


LIST = [row(1, "fair", 20, 30), row(2, "fair", 10, 12), row(3, "confirmed", 5, 5), row(4, "weak", 2, 2), row(5, "contested", 40, 90)]


def at_least(number: int) -> Published:
    return Published(low=number, high=None, bound=Bound.AT_LEAST, said_by="A monitor", on=ON)


def texts(made: Reconciliation) -> dict[str, str]:
    return {finding.kind: finding.text for finding in made.findings}


def test_the_grades_that_come_nearest_are_named_and_prove_nothing() -> None:
    made = reconcile(at_least(31), LIST, ("confirmed", "fair"))
    assert [(subset.grades, subset.off) for subset in made.nearest] == [(("fair",), -1), (("fair", "weak"), 1)]
    told = texts(made)["published_nearest"]
    assert "Fair alone (2 incidents, 30 to 42: 1 less), and Fair with Weak (3 incidents, 32 to 44: 1 more)" in told
    assert "does not show that it was added up so" in told
    assert made.together is not None and made.together.off == 4
    assert "the minimum is 4 more than the published figure of at least 31 (A monitor, 2017-09-05)" in texts(made)["published_and_together"]
    assert "whether the difference comes from incidents added since" in texts(made)["published_cannot_say"]


def test_a_total_above_all_incidents_is_a_warning_with_how_many_are_missing() -> None:
    (finding,) = [one for one in reconcile(at_least(150), LIST).findings if one.severity is Severity.WARNING]
    assert (finding.kind, finding.value, finding.outcome) == ("published_above_incidents", 11, Outcome.DOES_NOT_ADD_UP)
    assert not [one for one in reconcile(at_least(139), LIST).findings if one.severity is Severity.WARNING]


def test_an_upper_bound_is_held_against_maxima() -> None:
    made = reconcile(Published(low=None, high=42, bound=Bound.AT_MOST), LIST, ("fair",))
    assert made.together is not None and made.together.off == 0
    assert "the maximum is the published figure of at most 42 exactly" in texts(made)["published_and_together"]


def test_records_changed_after_the_total_make_it_older_than_its_parts() -> None:
    changed = row(1, "fair", 3, 3, published=date(2017, 8, 30), modified=date(2024, 1, 1))
    rows = [changed, row(2, "fair", 4, 4, published=date(2017, 10, 1))]
    told = texts(reconcile(at_least(3), rows))
    assert "1 of 2 records were changed after 2017-09-05, the last on 2024-01-01" in told["published_older_than_parts"]
    assert "after 2017-09-05: 1 incident of 2; those published by then (1 incident) add up to 3 killed" in told["published_before_parts"]


def test_a_day_of_publication_that_is_the_incident_s_tells_nothing() -> None:
    rows = [row(number, "fair", 1, 1, published=date(2017, 8, number % 28 + 1)) for number in range(10)]
    assert "so it does not tell when they first stood in the list" in texts(reconcile(at_least(3), rows))["published_parts_undated"]


def test_incidents_after_the_total_and_of_several_parties_and_without_a_number() -> None:
    rows = [row(1, "fair", 3, 3, day=date(2017, 9, 6)), row(2, "fair", 4, 4, belligerents=("A", "B")), row(3, "weak", None, None)]
    told = texts(reconcile(at_least(3), rows))
    assert told["published_before_incidents"].startswith("After 2017-09-05, when it was published, happened 1 incident (3 killed)")
    assert told["published_shared"].startswith("Laid to more than one party: 1 incident (4 killed)")
    assert told["published_unstated"].startswith("No number killed is stated for 1 incident of these")


def test_no_incidents_and_no_day() -> None:
    assert list(texts(reconcile(at_least(3), []))) == ["published_no_incidents"]
    assert "published_undated" in texts(reconcile(Published(low=3, high=3), LIST))


ROWS = st.lists(
    st.tuples(st.sampled_from([None, "fair", "weak", "confirmed"]), st.integers(0, 20), st.integers(0, 20)), max_size=12
).map(lambda cells: [row(number, grade, low, low + more) for number, (grade, low, more) in enumerate(cells)])


@given(rows=ROWS, number=st.integers(0, 100), data=st.data())
def test_no_set_of_grades_is_nearer_and_order_changes_nothing(rows: list[IncidentRow], number: int, data: st.DataObject) -> None:
    made = reconcile(at_least(number), rows, ("fair",))
    grades = sorted({one.grade or "" for one in rows})
    for subset in made.nearest:
        assert subset.total.killed.low - number == subset.off
        for grade in grades:  # one grade more or less comes no nearer
            other = set(subset.grades) ^ {grade}
            if other:
                assert abs(sum(one.killed.low or 0 for one in rows if (one.grade or "") in other) - number) >= abs(subset.off)
    assert reconcile(at_least(number), data.draw(st.permutations(rows)), ("fair",)) == made


def told(document: str, **more: object) -> Claim:
    raqqa = PlaceMention(text="Raqqa", name="Raqqa", id="raqqa", country="SY", admin1="Raqqa", accuracy=Accuracy.CITY)
    august = TimeMention(text="August", start_day=date(2017, 8, 1), end_day=date(2017, 8, 31), precision=Precision.MONTH)
    values: dict[str, object] = {
        "id": f"claim-{document}", "document": document, "scope": Scope.AGGREGATE, "place": raqqa, "time": august,
        "quantity": Quantity(433, None, Bound.AT_LEAST), "victims": Victims(Group.CIVILIAN),
        "said_by": (SpeakerMention(text="a monitor", name="A monitor", role=SpeakerRole.MONITOR),), **more,
    }  # fmt: skip
    return replace(claim(433, None), **values)  # type: ignore[arg-type]


def test_a_total_that_many_reports_repeat_is_one() -> None:
    (one,) = told_totals([told("b"), told("a"), told("c")])
    assert one.published.documents == ("a", "b", "c") and one.published.said_by == "A monitor"
    assert (one.wanted.provinces, one.wanted.from_day, one.wanted.to_day) == (("Raqqa",), date(2017, 8, 1), date(2017, 8, 31))
    assert one.counted is Counted.CIVILIANS and one.whole_province


@pytest.mark.parametrize(
    "more",
    [
        {"scope": Scope.INCIDENT},
        {"stance": Stance.DENIED},
        {"part_of": "other"},
        {"place": None},
        {"time": None},
        {"quantity": Quantity(None, None, Bound.VAGUE)},
        {"victims": Victims(Group.CHILD)},
    ],
)
def test_what_is_no_total_that_can_be_held_against_incidents(more: dict[str, object]) -> None:
    assert told_totals([told("a", **more)]) == ()


def test_the_party_that_a_total_is_laid_to_is_asked_for() -> None:
    (one,) = told_totals([told("a", actor=PartyMention(text="the coalition", id="us-led-coalition", name="U.S.-led Coalition"))])
    assert one.wanted.belligerents == ("us-led-coalition", "U.S.-led Coalition")


RAQQA_TOWN = PlaceMention(text="Raqqa", name="Raqqa", id="raqqa", country="SY", admin1="Raqqa", accuracy=Accuracy.CITY)
COALITION = PartyMention(text="the coalition", id="us-led-coalition", name="U.S.-led Coalition")


def told_of(words: str, time: str, days: tuple[date, date], on: date | None, **more: object) -> Claim:
    """A claim whose sentence is `words`, with `time` among them as its period."""
    at = words.index(time)
    mention = TimeMention(text=time, start=at, end=at + len(time), start_day=days[0], end_day=days[1], precision=Precision.DAY)
    one = told("a", time=mention, evidence=Words(words, 0, len(words)), **more)
    return replace(one, block=replace(one.block, published=on))


YEAR = (date(2014, 1, 1), date(2014, 12, 31))
ONE_DAY = (date(2017, 8, 14), date(2017, 8, 14))


@pytest.mark.parametrize(
    ("words", "time", "days"),
    [
        ("433 people were killed there since 2014.", "2014", YEAR),
        ("Since the siege began in 2014, 433 people were killed.", "2014", YEAR),
        ("Sinds 14 augustus zijn er 433 mensen gedood.", "14 augustus", ONE_DAY),
    ],
)
def test_since_a_day_runs_to_the_day_it_was_told(words: str, time: str, days: tuple[date, date]) -> None:
    (one,) = told_totals([told_of(words, time, days, ON)])
    assert (one.wanted.from_day, one.wanted.to_day) == (days[0], ON)
    assert f"{days[0]} to {ON}" in one.says
    assert told_totals([told_of(words, time, days, None)]) == ()


def test_since_in_another_clause_does_not_open_the_period() -> None:
    words = "It has watched the town since the war, and in 2014 433 people were killed."
    (one,) = told_totals([told_of(words, "2014", YEAR, ON)])
    assert (one.wanted.from_day, one.wanted.to_day) == YEAR


def test_a_total_holds_nothing_after_the_day_it_was_told() -> None:
    (one,) = told_totals([told_of("In 2014 433 people were killed.", "2014", YEAR, date(2014, 9, 5))])
    assert one.wanted.to_day == date(2014, 9, 5)


def test_a_day_that_the_words_do_not_tell_is_no_period_of_a_total() -> None:
    day = TimeMention(text="Friday", inferred=True, start_day=ON, end_day=ON, precision=Precision.DAY)
    assert told_totals([told("a", time=day)]) == ()
    assert told_totals([told("a", time=replace(day, inferred=False))]) != ()


def test_every_country_that_is_told_is_asked_for() -> None:
    syria = PlaceMention(text="Syria", name="Syria", id="sy", country="SY", accuracy=Accuracy.COUNTRY)
    iraq = PlaceMention(text="Iraq", name="Iraq", id="iq", country="IQ", accuracy=Accuracy.COUNTRY)
    (one,) = told_totals([told("a", place=syria, places=(syria, iraq))])
    assert one.wanted.countries == ("SY", "IQ") and "Syria and Iraq" in one.says
    (town,) = told_totals([told("a", place=RAQQA_TOWN, places=(RAQQA_TOWN, syria))])
    assert town.wanted.provinces == ("Raqqa",) and town.wanted.countries == ()


def test_a_headline_that_leaves_out_the_party_tells_the_same_total() -> None:
    headline = told("a", id="headline", said_by=())
    (one,) = told_totals([headline, told("a", actor=COALITION), told("b", actor=COALITION)])
    assert one.published.said_by == "A monitor" and len(one.published.claims) == 3
    elsewhere = told("c", id="elsewhere")
    assert len(told_totals([elsewhere, told("a", actor=COALITION)])) == 2


def test_more_than_a_number_is_one_more_at_least() -> None:
    made = reconcile(Published(low=200, high=None, bound=Bound.MORE_THAN), [row(1, "fair", 63, 107)], ("fair",))
    (finding,) = [one for one in made.findings if one.severity is Severity.WARNING]
    assert finding.value == 94 and "The 1 incident known here adds up to 63 to 107" in finding.text
    assert "the minimum is 138 less than the published figure of more than 200" in texts(made)["published_and_together"]
    exact = reconcile(Published(low=200, high=None, bound=Bound.MORE_THAN), [row(1, "fair", 201, 201)], ("fair",))
    assert exact.together is not None and exact.together.off == 0
    assert "the minimum is 201, the least that fits the published figure" in texts(exact)["published_and_together"]
